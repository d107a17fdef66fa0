# Le tableau : où va chaque contribution, et ce qui revient.

# Ce que fait une touche.
do-board-accept = suivre le groupe
do-board-place = sous le thème { $number }
do-board-places = sous thème
do-board-none = aucun thème
do-board-second = deuxième thème
do-board-mark = marquer
do-board-accept-all = reprendre tout ce qui est clair
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
board-sure-accept =
    { $count ->
        [one] Le groupe a donné une place claire à une contribution. La reprendre ? Ce qui est sans accord reste.
       *[other] Le groupe a donné une place claire à { $count } contributions. Les reprendre ? Ce qui est sans accord reste.
    }
board-group-two = Marquez au moins une autre carte avec la barre d'espace.
board-group-label = Comment s'appelle ce besoin ?
board-group-hint = Peut rester vide. Chaque texte reste comme il a été écrit.
board-no-group = Cette carte n'est dans aucun groupe.
board-theme-title = Comment s'appelle le thème ?
board-theme-covers = Que couvre-t-il ?
board-theme-letters = Écrivez le nom avec au moins une lettre de a à z.

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
