# Ce qui est gardé d’un workshop : y revenir.

help-replay = Revoir un workshop en film, ou faire le rapport d’un moment donné
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

# En retirer des choses.

help-redact = Retirer les noms d’une session et de son journal, dans de nouveaux fichiers
help-redact-file = La session enregistrée ou le journal ; ce qui est à côté suit
help-redact-organisations = Retirer aussi les noms des organisations
help-redact-pattern = Retirer chaque texte où se trouve ce motif ; peut être donné plusieurs fois
help-redact-output = Écrire dans ce fichier, et l’autre à côté ; sinon à côté de l’original
redacted-text = [texte supprimé]
redacted-name = [nom]
redacted-organisation = [organisation]
redact-no-pattern = « { $what } » ne peut pas être lu comme motif : ce n’est pas une expression régulière. Vérifiez les parenthèses, ou mettez une barre oblique inverse devant un signe à prendre tel quel.
redact-no-search = { $path } : cette session a plus de noms qu’on ne peut en chercher. Retirez-en moins à la fois.
redact-written = Expurgé : { $path }
redact-removed = Retirés : { $names ->
    [one] un nom
   *[other] { $names } noms
}, { $organisations ->
    [one] une organisation
   *[other] { $organisations } organisations
}, { $texts ->
    [one] un texte, en tout ou en partie
   *[other] { $texts } textes, en tout ou en partie
}. L’original est resté tel quel ; voyez ce qui reste avec « halte check --privacy ».

# Ce qu’un fichier dit encore des personnes.

help-check-privacy = Énumérer ce que les fichiers disent encore des personnes
privacy-name = { $who } s’appelle « { $name } »
privacy-organisation = « { $name } », d’où { $people ->
    [one] vient une personne
   *[other] viennent { $people } personnes
}
privacy-organisation-small = « { $name } », d’où { $people ->
    [one] vient une personne, facile à reconnaître
   *[other] viennent { $people } personnes, faciles à reconnaître
}
privacy-wrote = a écrit { $what }
privacy-wrote-and = a écrit { $what }, et a trié, voté ou remarqué : { $others } fois
privacy-did = a trié, voté ou remarqué : { $others } fois
privacy-times = { $count ->
    [one] une heure est plus fine que son étape : qui était là peut savoir de qui c’est
   *[other] { $count } heures sont plus fines que leur étape : qui était là peut savoir de qui elles sont
}
privacy-looks-name = « { $what } » ressemble à un nom
privacy-looks-email = « { $what } » ressemble à une adresse de courriel
privacy-looks-phone = « { $what } » ressemble à un numéro de téléphone
privacy-nothing = ne dit rien des personnes qui se trouve
privacy-summary = en tout { $names } noms, { $organisations } organisations, { $people } personnes avec ce qu’elles ont fait, { $times } heures fines, { $texts } endroits de textes qui ressemblent à quelqu’un. Retirez des choses avec « halte redact ».
