# Les dernières étapes : voter, confronter, recommander et clôturer.

# Ce qu'on peut faire d'une touche.
do-vote-more = un point de plus
do-vote-fewer = un point de moins
do-vote-done = terminé
do-vote-choose = au besoin { $number }
do-vote-choose-all = choisir un besoin
do-vote-hands = compter les mains
do-reflect-answer = répondre
do-reflect-next = suivant
do-reflect-previous = précédent
do-act-recommend = recommander
do-act-next = suivant
do-act-previous = précédent
do-act-other = autre partie
do-close-resolve = cocher
do-close-report = lire le rapport
do-close-copy = copier le chemin
do-close-page = autre page
do-close-prompt = question suivante
do-close-prompt-back = question précédente
do-closing-say = que dire ici
do-letter-drop = jeter le texte refusé

# Les textes en route.
letter-waiting = attend l'hôte
letter-saved = enregistré
park-missing = Tapez d'abord une question ou un point.
closing-say = À dire

# Voter, pour ceux qui votent.
vote-left = { $count ->
    [0] Vos { $limit } points sont tous donnés
    [one] Encore 1 de vos { $limit } points
   *[other] Encore { $count } de vos { $limit } points
}
vote-too-many = { $count ->
    [0] Vous n'avez plus de points. Retirez-en d'abord un ailleurs.
    [one] Il ne vous reste qu'un point.
   *[other] Il ne vous reste que { $count } points.
}
vote-secret-own = Personne dans le groupe ne voit votre vote. Vous pouvez le changer jusqu'à l'étape suivante.
vote-done = { $count ->
    [0] C'est noté. Vous pouvez changer jusqu'à l'étape suivante.
    [one] C'est noté, il reste un point. Vous pouvez changer jusqu'à l'étape suivante.
   *[other] C'est noté, il reste { $count } points. Vous pouvez changer jusqu'à l'étape suivante.
}

# Voter, pour qui anime.
vote-turnout = Ont voté
vote-ready = Ont terminé
vote-share = { $count } sur { $of }
vote-secret = Les points restent secrets jusqu'à ce que vous passiez à l'étape suivante.
vote-hands = Mains comptées dans la salle
vote-hands-theme = Thème
vote-hands-count = Nombre de mains
vote-hands-mistake = Tapez un nombre, par exemple 7.
vote-earlier = Le résultat de la fois précédente

# Le résultat.
vote-outcome = Résultat
vote-none-held = Personne n'a donné de point. Il n'y a pas de résultat.
vote-out-of = { $dots ->
    [one] 1 point
   *[other] { $dots } points
} de { $ballots ->
    [one] 1 votant
   *[other] { $ballots } votants
}, avec { $people ->
    [one] 1 participant
   *[other] { $people } participants
}. Chacun en avait { $limit }.
vote-dots-head = points
vote-hands-head = mains
vote-hands-counted = { $count ->
    [one] 1 main a été comptée dans la salle. Elle est à part des points.
   *[other] { $count } mains ont été comptées dans la salle. Elles sont à part des points.
}
vote-ranked-by-hands = L'ordre suit les mains, car il n'y a pas de points.

# Confronter aux défis.
reflect-own = Votre réponse : { $stance }
reflect-not-yet = Vous n'avez pas encore répondu. Appuyez sur Enter.
reflect-no-answers = Pas encore de réponses.
reflect-stance = D'accord, ou voyez-vous les choses autrement ?
reflect-choose = choisissez
reflect-stance-missing = Choisissez d'abord avec les flèches : d'accord ou autrement.
reflect-why = Pourquoi ?
reflect-why-missing = Écrivez pourquoi en quelques mots.

# Recommander.
act-none = Aucun des cinq
act-cases = Exemples issus de la recherche
act-no-cases = Il n'y a pas d'exemples ici.
act-recommendations = Recommandations ({ $count })
act-nothing-yet = Il n'y a pas encore de recommandations ici.
act-nothing-yet-leading = Il n'y a pas encore de recommandations ici. Appuyez sur r pour en faire une.
act-no-carrier = aucune contribution
act-what = Que faut-il faire ?
act-what-missing = Écrivez d'abord ce qu'il faut faire.
act-when = Quand ?
act-who = Qui le fait ?
act-theme = Sous quel thème ?
act-link = Quelles contributions la soutiennent ?
act-link-done = Terminé, enregistrer. Liées :

# Clôturer.
close-tab = Fin
close-parking = { $count ->
    [0] Le parking est vide
   *[other] Parking : { $open } sur { $count } encore ouverts
}
close-resolved = Ce point était déjà coché.
made-title = Ce que vous avez fait ensemble
made-contributions = { $count ->
    [one] 1 contribution
   *[other] { $count } contributions
}
made-people = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
made-scenarios = { $count ->
    [one] 1 scénario
   *[other] { $count } scénarios
}
made-ballots = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
made-answers = { $count ->
    [one] 1 réponse à un défi
   *[other] { $count } réponses aux défis
}
made-recommendations = { $count ->
    [one] 1 recommandation
   *[other] { $count } recommandations
}
made-alone = dont { $count } sans contribution

# Après la fin.
ended-title = Le workshop est terminé. Merci !
ended-saved = Tout est enregistré dans
ended-saved-elsewhere = Tout est enregistré sur la machine de l'hôte. Demandez-y aussi le rapport.
ended-report = Le rapport se fait avec
ended-report-title = Rapport
ended-copied = Le chemin est copié.
ended-what-now = Ce que vous avez tous écrit devient un rapport. Demandez-le à la personne qui a animé le workshop. Vous pouvez fermer cette fenêtre.
ended-own = { $count ->
    [0] Il n'y a pas de texte de vous ici
    [one] Voici ce que vous avez écrit : 1 texte
   *[other] Voici ce que vous avez écrit : { $count } textes
}
