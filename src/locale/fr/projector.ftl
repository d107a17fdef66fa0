# L'écran pour toute la salle.

# À l'accueil.
projector-join = Participez sur votre ordinateur :
projector-here = { $count ->
    [one] personne est là
   *[other] personnes sont là
}

# Sous les grands chiffres.
projector-time = temps restant
projector-written = { $count ->
    [one] contribution
   *[other] contributions
}
projector-done = prêts
projector-sorted = { $count ->
    [one] choix fait
   *[other] choix faits
}
projector-ballots = ont voté
projector-people = { $count ->
    [one] participant
   *[other] participants
}
projector-recommended = { $count ->
    [one] recommandation
   *[other] recommandations
}

# Les questions, le mur et le tableau.
projector-your-role = votre rôle
projector-wall-empty = Rien de partagé pour l'instant.
projector-more = { $count ->
    [one] + 1 texte précédent
   *[other] + { $count } textes précédents
}
projector-no-persona = Sans rôle
projector-none = aucun des cinq
projector-unplaced = { $count ->
    [one] Il reste 1 texte à placer.
   *[other] Il reste { $count } textes à placer.
}

# Ce qui revient.
projector-across = dans combien ?
projector-roles = { $count ->
    [one] 1 rôle
   *[other] { $count } rôles
}
projector-run = { $run } scénarios joués sur { $all }
projector-systematic = revient dans les quatre

# Le vote et les défis.
projector-votes = { $ballots ->
    [one] 1 vote, { $dots } points
   *[other] { $ballots } votes, { $dots } points
}
projector-hands-alone = Mains levées, comptées dans la salle.
projector-hands-too = { $count ->
    [one] 1 main s'est aussi levée dans la salle. Elle n'est pas comptée ici.
   *[other] { $count } mains se sont aussi levées dans la salle. Elles ne sont pas comptées ici.
}
projector-challenges = Est-ce vrai ?

# Exemples et recommandations.
projector-example = exemple
projector-cases = Cela se fait déjà
projector-cases-key = Le chiffre est celui du besoin auquel l'exemple se rapporte.

# La fin.
projector-thanks = Merci !
projector-ended = Le workshop est terminé.
projector-parking = { $count ->
    [one] Il reste 1 point au parking
   *[other] Il reste { $count } points au parking
}
