# Le tableau : où va chaque contribution, et ce qui revient.

# Ce que fait une touche.
do-board-accept = reprendre
do-board-next-best = deuxième choix
do-board-place = sous le thème { $number }
do-board-places = sous thème
do-board-none = aucun thème
do-board-second = deuxième thème
do-board-mark = marquer
do-board-accept-all = toutes les sûres
do-board-take-out = avec ou sans
do-board-join = réunir ce qui dit la même chose ; entre langues, on trouve peu
do-board-compare = comparer avec ce qui y ressemble
do-board-same = même besoin : réunir
do-board-apart = pas ensemble
do-board-next-text = texte suivant
do-board-text-before = texte précédent
do-board-teach = apprendre un mot : pour quel thème parle-t-il ?
do-board-unteach = voir les mots appris et les reprendre
do-board-take-away = enlever la place
do-board-where = choisir la place dans une liste
do-board-themes = expliquer
do-board-switch = file ou tableau
do-board-read = lire toute la carte
do-board-spotlight = montrer à tous, ou ne plus montrer
do-board-search = chercher
do-board-group = réunir en un seul besoin
do-board-ungroup = défaire le groupe
do-board-propose = proposer un thème
do-board-back = laisser tomber
do-board-down = plus loin
do-board-up = en arrière
do-board-right = vers la droite
do-board-left = vers la gauche
do-board-first = au début
do-board-last = à la fin

# Le tableau.
board-title = Le tableau
board-settled = { $settled } sur { $all } placées
board-marked = { $count } marquées
board-contested-left = { $count } sans accord
board-none-count = { $count } sans thème
board-alpha = accord { $alpha }
board-all-settled = Tout a une place. Avec Tab, vous pouvez revoir le tableau.
board-nothing-here = Il n'y a rien à voir ici.
board-queue-empty = La file est vide.
board-contested = sans accord
board-sure = sûr
board-probable = probable
board-open = ouvert
board-sure-left = { $count } sûres (A)
board-hidden = masquée
board-own = de l'animateur, ne compte pas
board-spotlit = devant tout le monde
board-not-sorted = Personne ne l'a encore triée.
board-said = { $votes } sur { $sorted } ont choisi : { $theme }
board-divided = Le groupe n'est pas d'accord ({ $sorted } choix).
board-wordings =
    { $count ->
        [one] une formulation
       *[other] { $count } formulations du même besoin
    }
board-yours = votre choix : { $key }
board-none = aucun des thèmes
board-none-covers = N'entre nulle part. C'est une réponse à part entière ; le rapport montre ces contributions à part.

# Ce qui est demandé et dit.
board-second-digit = Deuxième thème : tapez son chiffre. Esc : laisser tomber.
board-second-first = Choisissez d'abord un thème ; un deuxième peut suivre.
board-group-two = Marquez au moins une autre carte avec la barre d'espace.
board-group-label = Comment s'appelle ce besoin ?
board-group-hint = Peut rester vide. Chaque texte reste comme il a été écrit.
board-no-group = Cette carte n'est dans aucun groupe.
board-theme-title = Comment s'appelle le thème ?
board-theme-covers = Que couvre-t-il ?
board-theme-letters = Écrivez le nom avec au moins une lettre de a à z.

# Ce qui est proposé, par qui et pourquoi.
board-trust-sure = sûr { $confidence }
board-trust-probable = probable { $confidence }
board-trust-open = { $confidence }
board-voice-tool = halte, { $how }
board-voice-group = le groupe, { $votes } sur { $sorted }
board-because = car : { $words }
board-enter-marked =
    { $count ->
        [one] la carte marquée, là où elle était proposée
       *[other] les { $count } cartes marquées, chacune là où elle était proposée
    }
board-in-doubt = pas de proposition : halte hésite
board-no-offer = pas de proposition : tapez un chiffre
board-reads = halte a lu : { $words }
board-nearest-card = ressemble à { $id } ({ $key }) : { $text }
board-nearest-example = ressemble à un exemple ({ $key }) : { $text }
board-taken-over = repris de halte ({ $confidence })
board-was-suggested = halte proposait : { $theme } ({ $confidence })
board-why-doubt = halte hésite : tapez { $first } ou { $second }.
board-why-divided = Pas d'accord dans le groupe, et pas de proposition. Tapez un chiffre.
board-why-nobody = Personne n'a trié cette carte, et pas de proposition. Tapez un chiffre.
board-no-next = Il n'y a pas de deuxième choix. Tapez un chiffre.
board-one-card = Ceci concerne une seule carte. Esc enlève les marques.
board-look-again = Cela vient de changer ici. Regardez, puis tapez à nouveau.
board-left-marked =
    { $count ->
        [one] Une carte reste marquée : rien de proposé, ou du nouveau. Regardez.
       *[other] { $count } cartes restent marquées : rien de proposé, ou du nouveau. Regardez.
    }
board-all-title = Tout ce qui est sûr
board-all-sure = { $count ->
        [one] Une carte
       *[other] { $count } cartes
    } : { $group } comme le groupe, { $tool } comme halte le propose.
board-changed = a changé entre-temps
board-none-sure = Rien n'est sûr pour le moment. Prenez les cartes une à une.
board-none-taken = Rien n'a été repris.
board-suggestions-over = Il n'y a de propositions que pendant le tri et le choix en commun.

# Les besoins dits deux fois.
board-same =
    { $along ->
        [0] même besoin que { $ids } : réunir
        [one] même besoin que { $ids } : réunir, avec une carte qui y est déjà jointe
       *[other] même besoin que { $ids } : réunir, avec { $along } cartes qui y sont déjà jointes
    }
board-like = ressemble à { $ids } ? Comparez les textes.
board-only-question = C'est une question, pas une proposition. Tapez c pour comparer.
board-joined = Les cartes sont réunies. M les sépare, u annule.
board-compare-title = Ces deux textes disent-ils la même chose ?
board-waits = pas encore placée
board-card-gone = { $id } n'est plus là.

# Les mots appris.
board-no-words = Il n'y a pas de mot à apprendre sur cette carte.
board-word-spoke = a compté
board-teach-for = Pour quel thème parle { $word } ?
board-taught = { $word } parle maintenant pour { $theme }. u annule.
board-untaught = { $word } ne parle plus pour aucun thème. u annule.
board-taught-words = mots appris : { $words }

# Ce qui revient.
recurrence-title = Ce qui revient
recurrence-run = { $k } scénarios joués sur { $of }
recurrence-contributions =
    { $count ->
        [one] une contribution
       *[other] { $count } contributions
    }
recurrence-participants =
    { $count ->
        [one] un participant
       *[other] { $count } participants
    }
recurrence-left-out =
    { $count ->
        [one] une ne compte pas
       *[other] { $count } ne comptent pas
    }
recurrence-group =
    { $personas ->
        [one] { $k } scénarios sur { $of }, un persona
       *[other] { $k } scénarios sur { $of }, { $personas } personas
    }
recurrence-by-contribution = Nombre de contributions.
recurrence-by-persona = Nombre de personas différents. Cinq contributions d'un même persona comptent une fois.
recurrence-across = en scénarios
recurrence-minutes = minutes
recurrence-prompt = Question { $at } sur { $of }. { $text }
do-recurrence-table = tableau suivant
do-recurrence-table-back = tableau précédent
do-recurrence-prompt = question suivante
do-recurrence-prompt-back = question précédente
do-recurrence-personas = compter les personas ou les contributions
