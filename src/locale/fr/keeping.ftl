# Ce qui est gardé d’un workshop : y revenir.

help-replay = Faire le rapport d’un workshop tel qu’il était à un moment donné
help-replay-file = Le journal, ou la session enregistrée à côté
help-replay-at = Le moment, par exemple 2026-11-21T09:30:00Z
help-replay-seq = Le numéro de la dernière ligne qui compte
help-replay-format = La forme du rapport
help-replay-output = Écrire dans ce fichier
help-replay-by = Compter seulement le premier thème, ou aussi le second
replay-stood = { $path } : l’état après la ligne { $seq } sur { $all }, le { $at }.
replay-no-journal = { $path } : il n’y a pas de journal à côté de ce fichier, et seul un journal dit ce qui est venu quand. Mettez le journal à côté, ou regardez la fin avec « halte report ».
replay-no-time = « { $what } » n’est pas un moment. Écrivez-en un comme 2026-11-21T09:30:00Z après --at.
replay-too-early = { $path } : la salle a ouvert le { $at }, et il n’y a rien à montrer avant. Choisissez un moment plus tardif.
replay-no-record = { $path } : il n’y a pas de ligne { $seq }. Choisissez-en une de 1 à { $all }.
