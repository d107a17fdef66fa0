# Sessies naast elkaar.

help-compare = Leg sessies naast elkaar
help-compare-paths = Bewaarde sessies, logboeken of mappen
help-compare-format = De vorm van de vergelijking
help-compare-group-by = Vergelijk groepen van mensen of sessies in plaats van sessies
help-compare-output = Schrijf naar dit bestand
compare-one = Hier is er maar één, en vergelijken vraagt er twee. Noem meer sessies, of groepeer ze anders met --group-by.
compare-title = Sessies naast elkaar
compare-small = Een kolom van minder dan vijf mensen zegt weinig, en wie erin zit is snel herkend.
compare-unknown = niet gezegd, weggehaald, of het staat niet in het bestand
compare-differs = { $theme }: { $column } en { $others } verschillen (p { $p })
compare-others = alle andere samen
compare-no-difference = Op deze aantallen is geen verschil tussen deze aandelen vol te houden.
compare-agreement = Eensgezindheid
compare-needs = Noden
compare-needs-how = Bewoordingen gelden als dezelfde nood zoals binnen een sessie; over talen heen worden er weinig gevonden.
compare-in-all = { $count ->
    [0] Geen nood is in alle gevonden.
    [one] Eén nood is in alle gezegd:
   *[other] { $count } noden zijn in alle gezegd:
}
compare-in-one = { $count ->
    [0] Geen nood is meer dan eens gezegd in maar één.
    [one] Eén nood is meer dan eens gezegd, in maar één:
   *[other] { $count } noden zijn meer dan eens gezegd, in maar één:
}
compare-more = en nog { $count }
compare-too-many = Er zijn te veel bijdragen om naast elkaar te leggen. Vergelijk minder sessies.
compare-columns = Wat naast elkaar staat
compare-what = wat
compare-sessions = sessies
compare-people = deelnemers
compare-contributions = bijdragen
compare-placed = geplaatst
compare-themes = Thema's
compare-themes-how = Voor elk thema: de plaats in de rangorde, hoeveel van de geplaatste bijdragen, welk aandeel dat is en waartussen het wellicht ligt, in hoeveel van de gespeelde scenario's, en hoe de stemming uitviel.
compare-count = aantal
compare-interval = waartussen
compare-scenarios = scenario's
compare-vote-rank = stemming
compare-alternative = Balken: het aandeel van { $theme } in elke kolom. De tabel heeft dezelfde cijfers.
compare-differences = Verschillen
compare-agreement-how = Krippendorffs alpha, over de bijdragen die door twee of meer mensen ingedeeld werden. 1 is helemaal eens, 0 is niet meer dan toeval.
compare-alpha = alpha
compare-compared = over zoveel bijdragen
compare-only-here = Zegt wat geen andere zegt
compare-method = Waartussen een aandeel ligt: { $interval }, { $confidence }%. Verschillen: { $test }, verrekend voor het aantal toetsen ({ $correction }), berekend met { $library }. Mensen schreven elk meer dan één bijdrage, geloof een verschil dus niet te snel.
help-compare-table = Bij --format csv: welke tabel
