# Le rapport.

report-title = Rapport d'un atelier de scénarios : { $title }
report-title-several =
    { $count ->
        [0] Rapport sans session
        [one] Rapport de { $count } atelier de scénarios
       *[other] Rapport de { $count } ateliers de scénarios
    }
report-label = { $label } :
report-said = { $label } : { $text }
report-several-not-the-study = Ce rapport porte sur { $count } ateliers. Ce n'est pas l'étude elle-même. Le rapport de vision complet s'obtient auprès des auteurs du livre blanc.
report-sessions = Sessions
report-session = Session : { $session }
report-date = Date : { $day }, de { $from } à { $to } (UTC)
report-date-under-way = Date : { $day }, à partir de { $from } (UTC) ; encore en cours
report-language = Langue : { $language }
report-language-nl = néerlandais
report-language-en = anglais
report-language-fr = français
report-anonymity = Enregistré : { $anonymity }
report-head-participants = Participants : { $count }
report-small = Petit groupe : moins de { $count } participants. Lisez les chiffres avec prudence.
report-organisations = Organisations :
report-without-organisation =
    { $count ->
        [one] organisation non indiquée : { $count } participant
       *[other] organisation non indiquée : { $count } participants
    }
report-redacted-organisation =
    { $count ->
        [one] organisation retirée ou non renseignée : { $count } participant
       *[other] organisation retirée ou non renseignée : { $count } participants
    }
report-kind-not-said = type non indiqué
report-head-contributions = Contributions : { $count }
report-participants =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
report-contributions =
    { $count ->
        [one] { $count } contribution
       *[other] { $count } contributions
    }
report-personas =
    { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
report-scenarios-run =
    { $run ->
        [0] { $run } scénario vu sur { $of }
        [one] { $run } scénario vu sur { $of } : { $names }
       *[other] { $run } scénarios vus sur { $of } : { $names }
    }
report-by-primary = Chaque contribution compte une fois, sous son premier thème.
report-by-any = Une contribution compte sous son premier thème et, si elle en a un, aussi sous son deuxième.
report-by-any-sum = La somme des thèmes dépasse le total des contributions, car un deuxième thème compte aussi.

report-steps = Temps par étape
report-steps-how = En minutes et secondes. Si le groupe est revenu à une étape, tout est compté ensemble.
report-step = étape
report-planned = prévu
report-used = utilisé
report-step-not-done = pas fait
report-step-under-way = { $used }, en cours

report-theme = thème
report-persona = persona
report-total = total
report-not-run = { $scenario } (pas vu)
report-none-of-the-themes = aucun des thèmes
report-unplaced = pas encore placé
report-without-persona = sans persona
report-themes-by-scenario = Thèmes par scénario
report-themes-by-scenario-how = Combien de contributions sont sous chaque thème, et sur combien.
report-all-contributions = toutes les contributions
report-all-participants = participants
report-all-planned = temps prévu
report-all-used = temps utilisé
report-themes-by-persona = Thèmes par persona
report-themes-by-persona-how = Combien de contributions chaque persona a sous chaque thème.
report-not-in-persona-tables =
    { $count ->
        [one] { $count } contribution n'a pas de persona et n'est dans aucun tableau de personas.
       *[other] { $count } contributions n'ont pas de persona et ne sont dans aucun tableau de personas.
    }

report-withheld = x
report-withheld-how = x : non montré. D’une session anonyme, un chiffre par persona ou par organisation n’est montré que si l’on sait qu’au moins { $count } personnes sont derrière, et s’il ne permet d’en déduire aucun autre.
report-withheld-persona = persona non montrée
report-withheld-participants = x participants
report-withheld-without-organisation = organisation non indiquée : x participants
report-withheld-organisations = organisations : x

report-weights = Chaque atelier compte autant
report-weights-how = Là où l’on compte les contributions, un grand groupe pèse plus qu’un petit. Ici, chaque atelier compte autant : la moyenne des parts qu’un thème a dans chacun.
report-weights-by-contribution = part, par contribution
report-weights-workshops = ateliers
report-weights-by-workshop = part, par atelier
report-weights-scenarios-how = Dans chaque scénario : la part moyenne / dans combien d’ateliers. Une part de ce qui a été dit dans le scénario.
report-weights-personas-how = Pour chaque persona : la part moyenne / dans combien d’ateliers. Une part de ce qui a été dit comme cette persona.
report-weights-of = ateliers avec contributions
report-needs = Besoins par nom
report-needs-throughout = Dans { $k } ateliers sur { $of }, un besoin a été trouvé dans chaque scénario joué.
report-needs-none = Aucun besoin n’a de nom.
report-needs-how = Les groupes de même nom comptent comme un seul besoin, aussi entre ateliers.
report-need = besoin

report-recurrence = Ce qui revient
report-recurrence-how = Dans chaque scénario : combien de personas différents / combien de contributions. Ensuite : dans combien de scénarios le thème revient. S'il revient dans tous, c'est systématique.
report-across = scénarios
report-throughout = ateliers où dans chaque scénario
report-of = { $k } sur { $of }
report-of-systematic = { $k } sur { $of }, systématique

report-groups = Besoins dits avec d'autres mots
report-groups-how = Le groupe a mis ces contributions ensemble. Chaque texte reste comme il a été écrit.
report-groups-none = Aucune contribution n'a été mise ensemble.
report-group-without-label = (sans nom)
report-group-recurs =
    { $found ->
        [0] Scénarios ({ $across }).
       *[other] Scénarios ({ $across }) : { $scenarios }.
    }

report-coverage = Qui a regardé quel scénario
report-coverage-how = Personnes qui ont pris le persona / contributions écrites comme ce persona.
report-empty-cell = vide
report-coverage-empty =
    { $count ->
        [0] Aucun persona ne manque dans les scénarios vus.
        [one] { $count } case est vide dans les scénarios vus : personne n'a regardé de là.
       *[other] { $count } cases sont vides dans les scénarios vus : personne n'a regardé de là.
    }

report-votes = Vote
report-votes-none = Il n'y a pas eu de vote.
report-votes-sessions =
    { $count ->
        [one] Vote dans { $count } session.
       *[other] Vote dans { $count } sessions.
    }
report-ballots =
    { $count ->
        [one] { $count } bulletin
       *[other] { $count } bulletins
    }
report-dots =
    { $count ->
        [one] { $count } point
       *[other] { $count } points
    }
report-hands-how =
    { $count ->
        [one] { $count } main a été comptée dans la salle. Elle est à part des points.
       *[other] { $count } mains ont été comptées dans la salle. Elles sont à part des points.
    }
report-rank-how = Un signe égal devant un rang veut dire : ex aequo.
report-rank = rang
report-dots-head = points
report-share-head = part
report-hands-head = mains (comptées dans la salle)
report-ranked-by-hands = Les rangs suivent les mains, car il n'y a pas de points.
report-share = { $percent } %

report-agreement = Accord
report-sorted = { $sorted } contributions triées sur { $of }, dont { $compared } par deux personnes ou plus.
report-alpha = Alpha de Krippendorff : { $alpha }. À 1, tout le monde est d'accord ; à 0, ce n'est pas mieux que le hasard.
report-alpha-none = Il n'y a rien à comparer : personne n'a trié la même contribution que quelqu'un d'autre, ou un seul thème a servi.
report-contested =
    { $count ->
        [one] { $count } contribution contestée : aucun thème n'a plus de la moitié.
       *[other] { $count } contributions contestées : aucun thème n'a plus de la moitié.
    }
report-contested-settled = Placé : { $place }.
report-contested-open = Pas encore placé.

report-suggestions-shown =
    { $count ->
        [one] Les participants ont vu les propositions de halte en triant. Cela influence leurs choix et leur accord.
       *[other] Dans { $count } ateliers, les participants ont vu les propositions de halte en triant. Cela influence leurs choix et leur accord.
    }
report-placements-heading = Comment les contributions ont été placées
report-placements =
    { $settled ->
        [0] Aucune contribution n'a encore reçu de place pour tout le groupe.
       *[other] Une place pour tout le groupe : { $settled }. Comme proposé : { $suggested }. Changé : { $changed }. Sans proposition : { $without }.
    }
report-outcomes-how = Ce qu'est devenue chaque proposition. Suivie : reprise telle quelle, ou mise au même endroit à la main.
report-advisor = proposé par
report-advisor-group = le groupe
report-advisor-tool = halte
report-trust-sure = halte, sûr
report-trust-probable = halte, probable
report-trust-open = halte, moins que cela
report-trust-how = Sûr : dès { $sure }, probable : dès { $probable }. Si les chiffres de halte sont justes, au moins cette part est suivie.
report-suggested = proposé
report-accepted = repris
report-chosen-same = pareil, à la main
report-unclear = pareil, sans dire comment
report-changed = changé
report-kept = suivi
report-settler = placé par
report-settler-facilitator = { $id }, animateur
report-settled = placé
report-without-suggestion = sans proposition
report-grouping =
    { $proposals ->
        [0] Le dossier ne contient pas de contributions que halte proposait comme un même besoin.
       *[other] Proposé par halte comme un même besoin : { $proposals }. Groupes issus d'une seule proposition : { $made } sur { $compared }.
    }
report-grouping-unknown =
    { $count ->
        [one] Pour { $count } groupe, on ne peut pas le dire : sa session ne contient pas de propositions.
       *[other] Pour { $count } groupes, on ne peut pas le dire : leurs sessions ne contiennent pas de propositions.
    }
report-taught = Mots liés à un thème :
report-taught-none = Aucun mot n'a été lié à un thème.

report-none-of-the-themes-heading = Aucun des thèmes
report-none-of-the-themes-how =
    { $count ->
        [one] { $count } contribution a été mise ici exprès.
       *[other] { $count } contributions ont été mises ici exprès.
    }
report-none-of-the-themes-none = Rien n'a été mis ici.
report-unplaced-heading = Pas encore placé
report-unplaced-how =
    { $count ->
        [one] { $count } contribution n'a pas encore de place.
       *[other] { $count } contributions n'ont pas encore de place.
    }
report-unplaced-none = Aucune contribution n'attend une place.

report-parking = Parking
report-parking-none = Le parking est vide.
report-parking-how =
    { $count ->
        [one] { $count } point. Encore ouvert : { $open }.
       *[other] { $count } points. Encore ouverts : { $open }.
    }
report-parking-open = ouvert
report-parking-resolved = résolu

report-recommendations = Recommandations
report-recommendations-none = Il n'y a pas de recommandations.
report-carried = Porté par { $contributions }
report-carried-by-none = Porté par aucune contribution

report-reflections = Confronté aux défis
report-stances = D'accord : { $agree }. Autre avis : { $differ }.

report-unreadable = Pas lu
report-unreadable-how =
    { $count ->
        [one] Un fichier n’a pas pu être lu. Ce qu’il contient n’est dans aucun chiffre :
       *[other] { $count } fichiers n’ont pas pu être lus. Ce qu’ils contiennent n’est dans aucun chiffre :
    }

report-left-out = Pas compté
report-left-out-nothing = Tout a été compté.
report-left-out-how = Ces contributions ne sont dans aucun chiffre ci-dessus :
report-left-out-hidden = cachées : { $count }
report-left-out-withdrawn = retirées : { $count }
report-left-out-facilitator = de l'animateur lui-même : { $count }

report-warning = Attention

# Ce que montrent les graphiques, et leurs tableaux.
report-times = Temps par scénario
report-times-alternative = Barres : { $used } utilisé sur { $planned } prévu en tout, en minutes et secondes. Le tableau donne les mêmes chiffres.
report-heat-alternative =
    { $count ->
        [0] Carte des thèmes et des scénarios, sans contribution. Le tableau donne les mêmes chiffres.
       *[other] Carte des thèmes et des scénarios. Le plus de contributions : { $count } sur { $of }, sous { $theme } dans { $scenario }. Le tableau donne les mêmes chiffres.
    }
report-recurrence-alternative = Rangées de cercles, remplis là où un thème se trouve dans un scénario ; dans le cercle, le nombre de contributions. Thèmes dans tous les scénarios : { $count } sur { $of }. Le tableau donne les mêmes chiffres.
report-hands =
    { $count ->
        [one] { $count } main
       *[other] { $count } mains
    }
report-votes-alternative = Barres, la plus longue d'abord : { $first }. Le tableau donne les mêmes chiffres.
report-sorting = Combien de personnes ont trié
report-count = nombre
report-sorting-sorted = triées par quelqu'un
report-sorting-compared = triées par deux personnes ou plus
report-sorting-contested = contestées
report-outcomes = Ce que les suggestions sont devenues
report-settlers = Qui en a placé combien
report-scenario = scénario
report-times-how = En minutes et secondes, tous les ateliers ensemble. Le total compte aussi les étapes hors des scénarios.
report-weights-scenarios = Chaque atelier compte autant, par scénario
