# Pourquoi c’est impossible, et ce qui est possible.

refused-closed-step = Ce n’est pas possible à l’étape « { $step } ». C’est possible à : { $open }.
refused-workshop-closed = Le workshop est terminé. Plus rien ne change.
refused-not-the-facilitator = Seul l’animateur peut faire cela.
refused-observers-watch = Un observateur regarde et ne participe pas. Revenez comme participant pour participer.
refused-not-yours = Ce n’est pas à vous. Vous ne pouvez modifier que vos propres contributions.
refused-already-shared = Cette contribution est déjà partagée et reste telle quelle.
refused-unknown-contribution = Il n’y a pas de contribution « { $id } » que vous pouvez voir.
refused-unknown-theme = Il n’y a pas de thème « { $id } ».
refused-unknown-persona = Il n’y a pas de persona « { $id } ».
refused-unknown-participant = Il n’y a pas de participant « { $id } ».
refused-unknown-scenario = Il n’y a pas de scénario « { $id } ».
refused-unknown-step = Il n’y a pas d’étape « { $id } ».
refused-unknown-prompt = Il n’y a pas de question « { $id } » dans ce scénario.
refused-unknown-card = Il n’y a pas de carte de tendance « { $id } ».
refused-unknown-group = Il n’y a pas de groupe « { $id } ».
refused-unknown-challenge = Il n’y a pas de défi « { $id } ».
refused-unknown-parking = Il n’y a rien au numéro « { $id } » sur le parking.
refused-empty-text = Il n’y a rien. Tapez d’abord un texte.
refused-text-too-long = Le texte compte { $length } caractères. Il y a place pour { $limit }. Raccourcissez-le.
refused-too-many-dots = Vous avez { $limit } points et en avez déjà donné { $given } à d’autres thèmes.
refused-second-place = Le second thème doit être différent du premier et ne va pas avec « none ».
refused-no-majority = Le groupe n’a pas de place choisie plus souvent que les autres. Placez vous-même la contribution.
refused-nothing-to-accept = Il n’y a plus rien à accepter : ce qui reste n’est pas encore trié ou est contesté.
refused-group-of-one = Un groupe demande au moins deux contributions.
refused-no-step-there = Il n’y a plus d’étape dans cette direction.
refused-already-there = Le groupe est déjà à cette étape.
refused-notice-length = Annoncez une étape de 1 à { $limit } secondes à l’avance.
refused-nothing-to-undo = Il n’y a rien à annuler.
refused-nothing-to-redo = Il n’y a rien à refaire.
refused-no-timer = Aucun minuteur ne tourne.
refused-no-scenario = Cette étape ne porte pas sur un scénario. Indiquez-en un.
refused-taken = Le nom « { $id } » est déjà pris. Choisissez-en un autre.
refused-full = Il y a place pour { $limit } et ce nombre est atteint.
refused-read-only = L’hôte ne peut pas enregistrer pour le moment. Ce que vous tapez reste chez vous et sera envoyé plus tard.

did-you-mean = Vouliez-vous dire « { $word } » ?
