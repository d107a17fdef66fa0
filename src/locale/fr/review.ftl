# Revoir des sessions enregistrées.

do-review-back = retour
do-review-behind = ce qu’il y a derrière
do-review-choose-part = choisir une partie
do-review-copy = copier en Markdown
do-review-export = écrire dans un fichier
do-review-first = au début
do-review-hits = résultats
do-review-keep = enregistrer
do-review-last = à la fin
do-review-mark = marquer
do-review-mark-all = tout marquer, ou rien
do-review-next-one = suivante
do-review-next-part = partie suivante
do-review-notes = notes
do-review-one-before = précédente
do-review-open = ouvrir
do-review-part = partie { $number }
do-review-part-before = partie précédente
do-review-parts = partie
do-review-reread = relire
do-review-search = chercher
do-review-show-all = tout montrer
do-review-sort = trier
do-review-together = ouvrir ensemble
do-review-together-marked = ouvrir ensemble : marquez-en d’abord deux

review-title = Revoir
review-no-terminal = Pour revoir les sessions il faut un terminal. Sans terminal, « halte report » en fait un rapport.
review-too-small = Agrandissez un peu cette fenêtre.
review-read = { $read } sur { $found } lues
review-opening = Lecture…
review-busy = Il reste du travail. Réessayez dans un instant.
review-copied = Copié en Markdown.
review-exported = Écrit : { $name }
review-search-hint = / cherche dans tous les textes
review-look-for = chercher :
review-being-read = Les sessions sont en cours de lecture.
review-redacted = expurgé
review-mark-first = Marquez avec la barre d’espace ce que vous voulez ouvrir ensemble.
review-organisations-redacted = organisations retirées
review-empty = Il n’y a pas encore de session ici. Ce qui est enregistré apparaît tout seul.
review-nothing = Il n’y a rien ici.
review-nothing-found = Rien trouvé.
review-unreadable = Ce fichier ne peut pas être lu
review-head-title = titre
review-head-date = date
review-head-organisations = organisations
review-head-participants = participants
review-head-contributions = contributions
review-head-scenarios = scénarios joués
review-head-hits = résultats
review-short-participants = gens
review-short-contributions = contr.
review-short-scenarios = scén.
review-short-hits = rés.
review-under-way = en cours
review-session = Lire une session
review-contribution = Une contribution
review-contributions = Toutes les contributions
review-overview = Aperçu
review-timeline = Déroulement
review-timeline-how = Quand le groupe était où (UTC), en minutes et secondes.
review-from = dès
review-closed = fin
review-comparison = Côte à côte
review-hits-title = Résultats
review-stale = Ce fichier a changé entre-temps : r le relit.
review-not-told = Cela n’est pas montré d’une session anonyme.
review-prompt = Question : { $prompt }
review-where = Où elle se trouve
review-in-group = Avec d’autres : { $label }
review-sorts = Ce que le groupe a dit
review-sorts-none = Personne n’a trié cette contribution.
review-suggestion = Ce que halte proposerait
review-because = Mots : { $words }.
review-log = Ce qui lui est arrivé
review-undone = (annulé)
review-who-facilitator = L’animateur
review-who-somebody = Quelqu’un
review-did-write = { $who } a écrit ceci.
review-did-edit = { $who } l’a reformulée.
review-did-withdraw = { $who } l’a retirée.
review-did-restore = { $who } l’a rétablie.
review-did-hide = { $who } l’a cachée.
review-did-show = { $who } l’a montrée à nouveau.
review-did-spotlight = { $who } l’a mise devant tout le monde.
review-did-sort = { $who } l’a triée sous { $place }.
review-did-unsort = { $who } a retiré ce choix.
review-did-place = { $who } l’a placée sous { $place }.
review-did-unplace = { $who } a retiré sa place.
review-did-ungroup = { $who } l’a sortie de son groupe.
review-did-suggest = halte a proposé { $place }, { $percent }.
review-given-group = Le groupe proposait { $place }.
review-given-group-accepted = Comme le groupe le proposait : { $place }.
review-given-tool = halte proposait { $place }.
review-given-tool-accepted = Comme halte le proposait : { $place }.
review-notes = Notes
review-notes-on = Notes sur { $session }
review-notes-hint = Pour vous seul, dans un fichier à côté de la session. Ctrl-S enregistre.
review-notes-throw-away = Pas encore enregistré. Ctrl-S enregistre ; Esc encore une fois jette vos changements.
review-notes-unkept = Vos notes ne sont pas encore enregistrées. Ctrl-S enregistre ; quitter encore une fois les laisse attendre jusqu’à la prochaine fois.
review-notes-again = Vous avez tapé ceci sans l’enregistrer. Ctrl-S enregistre ; Esc deux fois jette vos changements.
review-notes-not-put-away = Ce que vous tapez ne peut pas être mis sur le disque pour l’instant. Enregistrez avec Ctrl-S, ou copiez votre texte.
review-notes-waiting = Vos notes sur { $session } ne sont pas encore enregistrées. Elles sont toujours là : choisissez la session et appuyez sur n.
review-notes-changed = { $path } : il y a autre chose entre-temps. Votre texte est toujours ici ; Ctrl-S encore une fois écrit par-dessus.
review-notes-no-text = { $path } : ce n’est pas du texte. Déplacez le fichier, puis vous pourrez écrire des notes.
review-notes-too-long = Ces notes sont trop longues pour être changées ici. Utilisez votre propre éditeur.
review-export-what = Quoi
review-export-view = ce que vous voyez, en Markdown
review-export-markdown = tout le rapport, en Markdown
review-export-html = tout le rapport, en page pour un navigateur
review-export-csv = toutes les contributions, en CSV
review-export-json = tout, en JSON
review-export-name = Fichier
review-export-hint = Un fichier qui existe déjà reste comme il est.
review-export-no-name = Donnez un nom au fichier.

review-found =
    { $count ->
        [one] { $count } trouvée
       *[other] { $count } trouvées
    }
review-marked =
    { $count ->
        [one] { $count } marquée
       *[other] { $count } marquées
    }
review-unread =
    { $count ->
        [one] { $count } illisible
       *[other] { $count } illisibles
    }
review-left-out =
    { $count ->
        [one] { $count } non comptée
       *[other] { $count } non comptées
    }
review-together =
    { $count ->
        [one] { $count } session ensemble
       *[other] { $count } sessions ensemble
    }
review-untold =
    { $count ->
        [one] De { $count } autre il n’est pas dit qu’elle se trouve ici.
       *[other] De { $count } autres il n’est pas dit qu’elles se trouvent ici.
    }
review-hits =
    { $count ->
        [one] { $count } texte avec « { $words } ».
       *[other] { $count } textes avec « { $words } ».
    }
review-sorts-tally =
    { $count ->
        [one] { $count } personne l’a triée : { $tally }.
       *[other] { $count } personnes l’ont triée : { $tally }.
    }
review-did-group =
    { $count ->
        [one] { $who } l’a mise dans un groupe de { $count } : { $label }.
       *[other] { $who } l’a regroupée, { $count } en tout : { $label }.
    }
