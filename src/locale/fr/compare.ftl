# Des sessions côte à côte.

help-compare = Mettre des sessions côte à côte
help-compare-paths = Sessions enregistrées, journaux ou dossiers
help-compare-format = La forme de la comparaison
help-compare-group-by = Comparer des groupes de personnes ou de sessions plutôt que des sessions
help-compare-output = Écrire dans ce fichier
compare-one = Il n’y en a qu’un ici, et comparer en demande deux. Nommez plus de sessions, ou groupez-les autrement avec --group-by.
compare-title = Des sessions côte à côte
compare-small = Une colonne de moins de cinq personnes dit peu, et chacune y est facile à reconnaître.
compare-unknown = personne ne l’a dit, c’est retiré, ou le fichier ne le dit pas
compare-differs = { $theme } : { $column } et { $others } diffèrent (p { $p })
compare-others = tous les autres ensemble
compare-no-difference = Ces nombres ne permettent d’affirmer aucune différence entre ces parts.
compare-agreement = Accord
compare-needs = Besoins
compare-needs-how = Des formulations comptent comme le même besoin comme au sein d’une session ; d’une langue à l’autre on en trouve peu.
compare-in-all = { $count ->
    [0] Aucun besoin ne se trouve dans toutes.
    [one] Un besoin est dit dans toutes :
   *[other] { $count } besoins sont dits dans toutes :
}
compare-in-one = { $count ->
    [0] Aucun besoin n’est dit plus d’une fois dans une seule.
    [one] Un besoin est dit plus d’une fois, dans une seule :
   *[other] { $count } besoins sont dits plus d’une fois, dans une seule :
}
compare-more = et { $count } de plus
compare-too-many = Il y a trop de contributions à confronter. Comparez moins de sessions.
compare-columns = Ce qui est côte à côte
compare-what = quoi
compare-sessions = sessions
compare-people = participants
compare-contributions = contributions
compare-placed = placées
compare-themes = Thèmes
compare-themes-how = Pour chaque thème : son rang, combien des contributions placées, quelle part cela fait et entre quelles valeurs elle se situe sans doute, dans combien des scénarios joués, et le résultat du vote.
compare-count = nombre
compare-interval = entre
compare-scenarios = scénarios
compare-vote-rank = vote
compare-alternative = Barres : la part de { $theme } dans chaque colonne. Le tableau donne les mêmes chiffres.
compare-differences = Différences
compare-agreement-how = L’alpha de Krippendorff, sur les contributions que deux personnes ou plus ont triées. 1 est un accord complet, 0 n’est pas plus que le hasard.
compare-alpha = alpha
compare-compared = sur autant de contributions
compare-only-here = Dit ce qu’aucune autre ne dit
compare-method = Entre quelles valeurs se situe une part : { $interval }, { $confidence } %. Différences : { $test }, corrigé pour le nombre de tests ({ $correction }), calculé avec { $library }. Chacun a écrit plus d’une contribution : ne croyez pas trop vite à une différence.
help-compare-table = Avec --format csv : quel tableau
