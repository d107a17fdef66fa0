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

# Si un fichier tient ce que promet une session anonyme.

help-check-anonymity = Vérifier si les fichiers tiennent ce que promet une session anonyme
anonymity-other-mode = cette session n’est pas anonyme et ne promet pas de l’être
anonymity-name = on lit ici comment quelqu’un s’appelle
anonymity-author = on lit ici de qui vient quelque chose
anonymity-persona = on lit ici qui avait quel persona, ou quel est le vrai travail de quelqu’un
anonymity-slice = on lit ici ce que quelqu’un a reçu à trier
anonymity-time = on lit ici un moment plus fin que l’étape
anonymity-table = on lit ici de quelle table vient quelque chose
anonymity-order = l’étape est close, et on lit encore ici ce qui est venu après quoi
anonymity-counted = les numéros suivent l’ordre d’écriture
anonymity-command = on lit ici la commande par laquelle quelqu’un a agi
anonymity-few-language = attention : { $people ->
    [one] une personne lit
   *[other] { $people } personnes lisent
} dans la langue « { $language } » ; qui les connaît reconnaît leurs contributions
anonymity-few-organisation = attention : { $people ->
    [one] une personne est venue
   *[other] { $people } personnes sont venues
} de « { $name } » ; leur présence se lit
anonymity-few-combinations = attention : { $few } combinaisons de scénario, persona et langue sur { $all } ont moins de cinq contributions ; qui se rappelle qui avait quel persona sait de qui elles viennent
anonymity-open-step = attention : la dernière étape est encore ouverte ; ce que les gens y ont fait s’y lit un par un, sans nom, jusqu’à sa clôture
anonymity-cannot-tell = aucun fichier ne peut dire : ce que quelqu’un dans la salle a vu ou noté, ce qu’un programme modifié a gardé en chemin, ce que contiennent encore d’anciennes copies et d’anciens blocs du disque, ni si un texte se reconnaît à son contenu ou à son ton
anonymity-holds = tout ce qui peut se vérifier est tenu : ni noms, ni auteurs, ni temps ou ordre plus fins que l’étape
anonymity-broken = { $count ->
    [one] un endroit rompt
   *[other] { $count } endroits rompent
} ce que promet une session anonyme
anonymity-nothing-on-record = rien de ce que les gens ont fait n’est encore consigné ici
