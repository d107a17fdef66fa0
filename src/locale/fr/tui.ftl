# Les écrans : ce qui les entoure tous.

# Ce qu'une touche peut faire, partout.
do-help = aide
do-palette = tout ce qui est possible
do-language = autre langue
do-tone = autres couleurs
do-large = grands caractères oui ou non
do-redraw = redessiner l’écran
do-suspend = un instant à la ligne de commande
do-quit = partir

# Ce que l'animateur peut faire à chaque étape.
do-next = étape suivante
do-stay = rester
do-back = étape précédente
do-goto = aller à une étape
do-timer = minuterie
do-more-time = une minute de plus
do-stop-timer = arrêter la minuterie
do-park = mettre au parking
do-parking = voir le parking
do-undo = annuler
do-redo = refaire
do-save = enregistrer
do-close = terminer le workshop

# Dans une fenêtre.
do-yes = oui
do-no = non
do-choose = choisir
do-go-on = continuer
do-submit = terminé
do-close-popup = retour
do-next-field = champ suivant
do-down = vers le bas
do-up = vers le haut
do-page-down = page suivante
do-page-up = page précédente

# Les chapitres de l'aide et les titres des fenêtres.
chapter-title = Aide
chapter-step = À cette étape
chapter-leading = Mener le workshop
chapter-common = Partout
confirm-title = Sûr ?
picker-title = Une liste
picker-nothing = Rien trouvé. Tapez autre chose.
palette-title = Que voulez-vous faire ?
reader-title = Un texte
sheet-title = Un formulaire

# Les langues et les couleurs.
language-nl = Nederlands
language-en = English
language-fr = Français
tone-auto = pour fond clair ou sombre
tone-dark = pour fond sombre
tone-light = pour fond clair
tone-contrast = contraste élevé

# Ce qui est demandé une seconde fois.
sure-quit-host = La salle se ferme pour tous. Tout est enregistré et vous pourrez reprendre plus tard. Arrêter maintenant ?
sure-quit-facilitator = La salle reste ouverte ; vous pourrez revenir. Partir ?
sure-quit-participant = Votre place reste la vôtre ; vous pourrez revenir avec le même lien. Partir ?
sure-close = { $count ->
    [0] Le workshop se termine pour tous. Personne ne pourra plus rien ajouter. Terminer ?
    [one] Il reste un point au parking. Le workshop se termine pour tous. Terminer quand même ?
   *[other] Il reste { $count } points au parking. Le workshop se termine pour tous. Terminer quand même ?
}

# La minuterie et le parking.
timer-field = Minutes
timer-minutes = Tapez un nombre de minutes, par exemple 8.
park-field = Sur quoi revenons-nous plus tard ?
parking-empty = Le parking est vide.
parking-open = [ ] { $text }
parking-done = [x] { $text }

# Le titre au-dessus de chaque écran.
headline-plain = pas tout chiffré
headline-locked = verrouillé

# La ligne sous le titre.
banner-moving = { $seconds ->
    [one] Dans une seconde, nous passons à : { $step }
   *[other] Dans { $seconds } secondes, nous passons à : { $step }
}
banner-moving-facilitator = { $seconds } s · Échap : rester · n : maintenant · { $step }
banner-lost = { $count ->
    [0] Pas de connexion. Nouvel essai en cours. Vous pouvez continuer.
    [one] Pas de connexion. Une commande est gardée et partira d’elle-même.
   *[other] Pas de connexion. { $count } commandes sont gardées et partiront seules.
}
banner-host-stopped = { $count ->
    [0] La salle est fermée pour l’instant. Vous y reviendrez sans rien faire.
    [one] La salle est fermée pour l’instant. Une commande gardée partira seule.
   *[other] La salle est fermée pour l’instant. { $count } commandes gardées partiront seules.
}
banner-distrust = La connexion n’est pas fiable pour le moment. Rien n’est envoyé ; tout est conservé. Demandez à l’animateur.
banner-read-only = L’hôte ne peut pas enregistrer. Ce que vous donnez est gardé et envoyé plus tard. Faites de la place sur son disque.
banner-drafts = Ce que vous tapez ne peut pas être gardé sur cet ordinateur. Faites de la place sur le disque.
banner-unsent = Votre dernier texte n’est pas envoyé, mais gardé. F6 : voir

# Quand il n'y a pas d'écran d'étape.
too-small = Cette fenêtre est trop petite : { $has-width } sur { $has-height } caractères. Il en faut au moins { $width } sur { $height } ; agrandissez-la ou réduisez les lettres.
outside-unmet = Connexion à la salle …
outside-unmet-at = Connexion à { $place } …
outside-slow = Cela prend du temps. Vérifiez l’adresse, et que vous êtes sur le même réseau que l’animateur.
outside-lost = La salle est injoignable ({ $cause }). Nouvel essai en cours ; vous n’avez rien à faire.
outside-lost-at = La salle à { $place } est injoignable ({ $cause }). Nouvel essai en cours ; vous n’avez rien à faire.
outside-quit = q ou Échap : partir
over-left = La connexion est terminée. Vous pouvez revenir avec le même lien.
over-closed = Le workshop est terminé. Merci ! q : partir
over-at = Essayé : { $room }
over-unsent = Pas encore envoyé ; cela reste sur cet ordinateur :
over-keys = y : copier le texte   Échap : partir
over-copied = Le texte a été envoyé à votre terminal pour être copié.
tui-not-given = La connexion est terminée ; ceci n’a pas été envoyé.
tui-leaving = Un instant : ce que vous venez de donner est en route.

# La porte : qui vous êtes, avant de prendre place.
door-language = Langue
door-name = Votre nom
door-organisation = Votre organisation
door-free = Vous pouvez laisser ce champ vide.
door-other = Ou une autre organisation
door-kind = Type d’organisation
door-no-answer = je préfère ne pas le dire
door-role = Quel rôle ressemble à votre travail ?
door-role-why = Vous recevrez alors un autre rôle dans lequel vous mettre.
door-too-long = C’est trop long : { $limit } caractères au plus.
door-records-named = Ce qui est gardé : ce que vous écrivez, triez et votez, avec votre nom et votre organisation. Les autres voient aussi votre nom.
door-records-pseudonymous = Ce qui est gardé : ce que vous écrivez, triez et votez, sous un numéro, et votre organisation. Votre nom n’est pas demandé.
door-records-anonymous = Ce qui est gardé : ce qui est écrit et choisi, sans savoir par qui, et votre organisation. Votre nom n’est pas demandé.
door-keys = Entrée : suite, puis accord et entrée   Ctrl-S : déjà   Échap : non

# L'écran de départ.
start-title = halte
start-lead = Menez un groupe à travers quatre scénarios du travail en 2035. Que voulez-vous faire ?
start-host = Mener un nouveau workshop
start-plan = Mener un workshop avec votre propre plan
start-resume = Reprendre un workshop
start-join = Participer à un workshop
start-review = Revoir des workshops
start-rehearse = Répéter avec des participants simulés
start-none = Il n’y a rien ici. Les plans sont dans le dossier où vous lancez halte ou dans sessions ; les workshops enregistrés dans sessions.
start-keys-menu = Entrée ou un chiffre : choisir   flèches : se déplacer   q : arrêter
start-keys-list = Entrée : choisir   flèches : se déplacer   Échap : retour
start-keys-sheet = Entrée : suivant   flèches et espace : choisir   Ctrl-S : terminé   Échap : retour
start-name = Titre
start-name-wrong = Donnez au workshop un titre pas trop long.
start-preset = Programme
start-preset-full = complet, environ deux heures
start-preset-short = court, environ une heure
start-scenarios = Scénarios
start-scenarios-wrong = Choisissez au moins un scénario.
start-set = Personas
start-set-4 = quatre qui voient l’atelier de quatre côtés
start-set-6 = ces quatre, et deux qui dirigent
start-set-inclusion = quatre que le changement laisse vite de côté
start-set-all = tous les personas
start-set-own = mon propre choix, ci-dessous
start-personas = Personas de votre choix
start-personas-wrong = Choisissez au moins un persona, ou un ensemble.
start-anonymity = Ce qui est gardé des personnes
start-organisations = Organisations invitées
start-organisations-hint = Une par ligne (Alt-Entrée : nouvelle ligne). Peut rester vide.
start-organisations-wrong = Un nom est trop long.
start-link = Adresse et code, ou lien
start-link-hint = Tapez ce que montre l’animateur, comme 192.168.1.20/K7QF-2M9X, ou collez le lien.
start-people = Nombre de participants
start-people-wrong = Tapez un nombre de 1 à 1000.
