# Le mur : ce qui a été écrit.

# Ce que fait une touche.
do-wall-read = lire
do-wall-search = chercher
do-wall-found = terminé
do-wall-widen = tout montrer
do-wall-spotlight = sur chaque écran
do-wall-hide = cacher
do-wall-show = remontrer
do-wall-mark = marquer
do-wall-group = rassembler
do-wall-ungroup = défaire le groupe
do-wall-arrange = autre ordre
do-wall-whole = tous les scénarios
do-wall-part = ce scénario
do-wall-write = ajouter
do-wall-next = carte suivante
do-wall-previous = carte précédente
do-wall-first = première carte
do-wall-last = dernière carte
do-paper = billets en papier
do-paper-enter = saisir

# Au-dessus des cartes.
wall-count = { $count ->
    [0] Aucune carte
    [one] Une carte
   *[other] { $count } cartes
}
wall-count-found = { $shown } cartes sur { $all }
wall-by-persona = par rôle
wall-by-order = dans l’ordre d’écriture
wall-by-group = par groupe
wall-whole = tous les scénarios
wall-search = Chercher :
wall-marked = { $count ->
    [one] Une carte marquée. Marquez-en une autre, ou rassemblez avec m.
   *[other] { $count } cartes marquées. Rassemblez-les avec m.
}

# Sur les cartes et en dessous.
wall-hidden = cachée pour la salle
wall-yours = de vous
wall-group-unnamed = groupe sans nom ({ $count })
wall-rest = Les autres cartes ({ $count })
wall-no-persona = Sans rôle ({ $count })
wall-empty = Il n’y a encore rien ici. Écrivez quelque chose si vous voulez : appuyez sur w.
wall-empty-facilitator = Il n’y a encore rien ici. Y a-t-il des billets en papier ? Saisissez-les avec o.
wall-nothing-found = Aucune carte trouvée. Cherchez autre chose, ou montrez tout à nouveau avec Esc.
wall-hidden-first = Cette carte est cachée. Remontrez-la d’abord, avec h.

# La carte en entier.
wall-detail-persona = Écrite en tant que
wall-detail-scenario = Scénario
wall-detail-prompt = La question était
wall-detail-cards = Tendances en jeu
wall-detail-group = Rassemblée dans
wall-detail-writer = De
wall-detail-source = Comment elle est arrivée

# Rassembler.
wall-mark-first = Marquez d’abord deux cartes ou plus, avec la barre d’espace.
wall-group-field = Comment appelons-nous ce besoin ?
wall-group-hint = { $count } cartes vont ensemble. Chacune garde ses propres mots. Un nom est bienvenu, mais pas obligatoire.

# Ajouter.
wall-write-title = À quoi cela vous fait-il penser ?
wall-write-kind = De quoi s’agit-il ?
wall-write-text = Votre texte

# Les billets en papier.
paper-scenario = Scénario
paper-persona = Écrits en tant que
paper-no-persona = aucun rôle
paper-kind = De quoi s’agit-il ?
paper-notes = Les billets, chacun sur sa ligne
paper-hint = Tapez ou collez. Enter commence un nouveau billet.
paper-ready = { $count ->
    [0] Pas encore de billets
    [one] Un billet est prêt. Saisissez-le avec Ctrl-S.
   *[other] { $count } billets sont prêts. Saisissez-les avec Ctrl-S.
}
paper-waiting = { $count ->
    [one] Un billet est en route.
   *[other] { $count } billets sont en route.
}
paper-entered = { $count ->
    [one] Un billet saisi.
   *[other] { $count } billets saisis.
}
paper-line = Ligne { $line } : { $why }
paper-refused = Pas saisi : { $why }
paper-nothing = Tapez d’abord un billet.
