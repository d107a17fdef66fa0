# Het verslag.

report-title = Verslag van een scenarioworkshop: { $title }
report-title-several =
    { $count ->
        [0] Verslag zonder sessies
        [one] Verslag van { $count } scenarioworkshop
       *[other] Verslag van { $count } scenarioworkshops
    }
report-label = { $label }:
report-said = { $label }: { $text }
report-several-not-the-study = Dit verslag gaat over { $count } workshops. Ze zijn niet de studie zelf. Het volledige visierapport vraag je aan bij de auteurs van de whitepaper.
report-sessions = Sessies
report-session = Sessie: { $session }
report-date = Datum: { $day }, { $from } tot { $to } (UTC)
report-date-under-way = Datum: { $day }, vanaf { $from } (UTC); nog bezig
report-language = Taal: { $language }
report-language-nl = Nederlands
report-language-en = Engels
report-language-fr = Frans
report-anonymity = Bewaard: { $anonymity }
report-head-participants = Deelnemers: { $count }
report-small = Kleine groep: minder dan { $count } deelnemers. Wees voorzichtig met de cijfers.
report-organisations = Organisaties:
report-without-organisation =
    { $count ->
        [one] organisatie niet ingevuld: { $count } deelnemer
       *[other] organisatie niet ingevuld: { $count } deelnemers
    }
report-redacted-organisation =
    { $count ->
        [one] organisatie weggehaald of niet ingevuld: { $count } deelnemer
       *[other] organisatie weggehaald of niet ingevuld: { $count } deelnemers
    }
report-kind-not-said = soort niet ingevuld
report-head-contributions = Bijdragen: { $count }
report-participants =
    { $count ->
        [one] { $count } deelnemer
       *[other] { $count } deelnemers
    }
report-contributions =
    { $count ->
        [one] { $count } bijdrage
       *[other] { $count } bijdragen
    }
report-personas =
    { $count ->
        [one] { $count } persona
       *[other] { $count } persona's
    }
report-scenarios-run =
    { $run ->
        [0] { $run } van { $of } scenario's gedaan
       *[other] { $run } van { $of } scenario's gedaan: { $names }
    }
report-by-primary = Elke bijdrage telt één keer mee, bij haar eerste thema.
report-by-any = Een bijdrage telt mee bij haar eerste thema en, als ze dat heeft, ook bij haar tweede.
report-by-any-sum = De thema's samen geven meer dan alle bijdragen, want een tweede thema telt ook mee.

report-steps = Tijd per stap
report-steps-how = In minuten en seconden. Ging de groep terug naar een stap, dan telt alles samen.
report-step = stap
report-planned = gepland
report-used = gebruikt
report-step-not-done = niet gedaan
report-step-under-way = { $used }, bezig

report-theme = thema
report-persona = persona
report-total = totaal
report-not-run = { $scenario } (niet gedaan)
report-none-of-the-themes = geen van de thema's
report-unplaced = nog nergens
report-without-persona = geen persona
report-themes-by-scenario = Thema's per scenario
report-themes-by-scenario-how = Hoeveel bijdragen bij elk thema staan, en op hoeveel dat is.
report-all-contributions = alle bijdragen
report-all-participants = deelnemers
report-all-planned = tijd gepland
report-all-used = tijd gebruikt
report-themes-by-persona = Thema's per persona
report-themes-by-persona-how = Hoeveel bijdragen elke persona bij elk thema heeft.
report-not-in-persona-tables =
    { $count ->
        [one] { $count } bijdrage hoort bij geen persona en staat in geen tabel met persona's.
       *[other] { $count } bijdragen horen bij geen persona en staan in geen tabel met persona's.
    }

report-withheld = x
report-withheld-how = x: niet getoond. Van een anonieme sessie staat een cijfer per persona of organisatie er alleen als bekend is dat er minstens { $count } mensen achter staan, en als er geen ander cijfer uit af te leiden is.
report-withheld-persona = persona niet getoond
report-withheld-participants = x deelnemers
report-withheld-without-organisation = organisatie niet ingevuld: x deelnemers
report-withheld-organisations = organisaties: x

report-weights = Elke workshop telt even zwaar
report-weights-how = Waar bijdragen geteld worden, weegt een grote groep zwaarder dan een kleine. Hier telt elke workshop even zwaar: het gemiddelde van de aandelen die een thema in elke workshop heeft.
report-weights-by-contribution = aandeel, per bijdrage
report-weights-workshops = workshops
report-weights-by-workshop = aandeel, per workshop
report-weights-scenarios-how = In elk scenario: het gemiddelde aandeel / in hoeveel workshops. Een aandeel is van wat in het scenario gezegd is.
report-weights-personas-how = Voor elke persona: het gemiddelde aandeel / in hoeveel workshops. Een aandeel is van wat als die persona gezegd is.
report-weights-of = workshops met bijdragen
report-needs = Noden op naam
report-needs-throughout = In { $k } van { $of } workshops kwam een nood in elk gespeeld scenario voor.
report-needs-none = Geen enkele nood heeft een naam.
report-needs-how = Groepen met dezelfde naam tellen als één nood, ook uit verschillende workshops.
report-need = nood

report-recurrence = Wat terugkomt
report-recurrence-how = In elk scenario: hoeveel verschillende persona's / hoeveel bijdragen. Daarna: in hoeveel scenario's het thema terugkomt. Komt het in alle scenario's terug, dan is dat systematisch.
report-across = scenario's
report-throughout = workshops waar in elk scenario
report-of = { $k } van { $of }
report-of-systematic = { $k } van { $of }, systematisch

report-groups = Noden in verschillende woorden
report-groups-how = De groep legde deze bijdragen samen. Elke tekst blijft staan zoals ze geschreven is.
report-groups-none = Er zijn geen bijdragen samengelegd.
report-group-without-label = (zonder naam)
report-group-recurs =
    { $found ->
        [0] Scenario's ({ $across }).
       *[other] Scenario's ({ $across }): { $scenarios }.
    }

report-coverage = Wie keek naar welk scenario
report-coverage-how = Mensen die de persona namen / bijdragen die als die persona geschreven zijn.
report-empty-cell = leeg
report-coverage-empty =
    { $count ->
        [0] In de gedane scenario's ontbreekt geen enkele persona.
        [one] { $count } vak is leeg in de gedane scenario's: niemand keek van daaruit.
       *[other] { $count } vakken zijn leeg in de gedane scenario's: niemand keek van daaruit.
    }

report-votes = Stemming
report-votes-none = Er is niet gestemd.
report-votes-sessions =
    { $count ->
        [one] Er is gestemd in { $count } sessie.
       *[other] Er is gestemd in { $count } sessies.
    }
report-ballots =
    { $count ->
        [one] { $count } stembiljet
       *[other] { $count } stembiljetten
    }
report-dots =
    { $count ->
        [one] { $count } stip
       *[other] { $count } stippen
    }
report-hands-how =
    { $count ->
        [one] { $count } hand is in de zaal geteld. Die staat apart van de stippen.
       *[other] { $count } handen zijn in de zaal geteld. Ze staan apart van de stippen.
    }
report-rank-how = Een gelijkteken voor een plaats betekent: gelijke stand.
report-rank = plaats
report-dots-head = stippen
report-share-head = aandeel
report-hands-head = handen (geteld in de zaal)
report-ranked-by-hands = De plaatsen volgen de handen, want er zijn geen stippen.
report-share = { $percent }%

report-agreement = Eensgezindheid
report-sorted = { $sorted } van { $of } bijdragen gesorteerd, waarvan { $compared } door twee mensen of meer.
report-alpha = Krippendorffs alpha: { $alpha }. Bij 1 is iedereen het eens; bij 0 is het niet beter dan toeval.
report-alpha-none = Er valt niets te vergelijken: niemand sorteerde dezelfde bijdrage als iemand anders, of er is maar één thema gebruikt.
report-contested =
    { $count ->
        [one] { $count } betwiste bijdrage: geen enkel thema heeft meer dan de helft.
       *[other] { $count } betwiste bijdragen: geen enkel thema heeft meer dan de helft.
    }
report-contested-settled = Geplaatst: { $place }.
report-contested-open = Nog niet geplaatst.

report-suggestions-shown =
    { $count ->
        [one] De deelnemers zagen bij het sorteren wat halte voorstelt. Dat stuurt hun keuzes en hun eensgezindheid.
       *[other] In { $count } workshops zagen de deelnemers bij het sorteren wat halte voorstelt. Dat stuurt hun keuzes en hun eensgezindheid.
    }
report-placements-heading = Hoe de bijdragen geplaatst zijn
report-placements =
    { $settled ->
        [0] Nog geen enkele bijdrage kreeg een plaats voor de hele groep.
       *[other] Een plaats voor de hele groep: { $settled }. Zoals voorgesteld: { $suggested }. Veranderd: { $changed }. Zonder voorstel: { $without }.
    }
report-outcomes-how = Wat er van elk voorstel kwam. Gevolgd: overgenomen zoals het was, of zelf op dezelfde plaats gezet.
report-advisor = voorgesteld door
report-advisor-group = de groep
report-advisor-tool = halte
report-trust-sure = halte, zeker
report-trust-probable = halte, waarschijnlijk
report-trust-open = halte, minder dan dat
report-trust-how = Zeker is vanaf { $sure }, waarschijnlijk vanaf { $probable }. Kloppen de cijfers van halte, dan is minstens dat deel gevolgd.
report-suggested = voorgesteld
report-accepted = overgenomen
report-chosen-same = zelf zo gezet
report-unclear = zo gezet, onbekend hoe
report-changed = veranderd
report-kept = gevolgd
report-settler = geplaatst door
report-settler-facilitator = { $id }, begeleider
report-settled = geplaatst
report-without-suggestion = zonder voorstel
report-grouping =
    { $proposals ->
        [0] Er zijn geen bijdragen bewaard die halte als dezelfde nood voorstelde.
       *[other] Door halte voorgesteld als dezelfde nood: { $proposals }. Groepen die uit één voorstel komen: { $made } van { $compared }.
    }
report-grouping-unknown =
    { $count ->
        [one] Van { $count } groep is dit niet te zeggen: haar sessie bevat geen voorstellen.
       *[other] Van { $count } groepen is dit niet te zeggen: hun sessies bevatten geen voorstellen.
    }
report-taught = Woorden die aan een thema gekoppeld zijn:
report-taught-none = Er zijn geen woorden aan een thema gekoppeld.

report-none-of-the-themes-heading = Geen van de thema's
report-none-of-the-themes-how =
    { $count ->
        [one] { $count } bijdrage is hier bewust gezet.
       *[other] { $count } bijdragen zijn hier bewust gezet.
    }
report-none-of-the-themes-none = Hier is niets gezet.
report-unplaced-heading = Nog niet geplaatst
report-unplaced-how =
    { $count ->
        [one] { $count } bijdrage heeft nog geen plaats.
       *[other] { $count } bijdragen hebben nog geen plaats.
    }
report-unplaced-none = Er wacht geen bijdrage op een plaats.

report-parking = Parking
report-parking-none = De parking is leeg.
report-parking-how =
    { $count ->
        [one] { $count } punt. Nog open: { $open }.
       *[other] { $count } punten. Nog open: { $open }.
    }
report-parking-open = open
report-parking-resolved = opgelost

report-recommendations = Aanbevelingen
report-recommendations-none = Er zijn geen aanbevelingen.
report-carried = Gedragen door { $contributions }
report-carried-by-none = Door geen enkele bijdrage gedragen

report-reflections = Getoetst aan de uitdagingen
report-stances = Eens: { $agree }. Anders: { $differ }.

report-unreadable = Niet gelezen
report-unreadable-how =
    { $count ->
        [one] Eén bestand kon niet gelezen worden. Wat erin staat, zit in geen enkel cijfer:
       *[other] { $count } bestanden konden niet gelezen worden. Wat erin staat, zit in geen enkel cijfer:
    }

report-left-out = Niet meegeteld
report-left-out-nothing = Alles is meegeteld.
report-left-out-how = Deze bijdragen zitten in geen enkel cijfer hierboven:
report-left-out-hidden = verborgen: { $count }
report-left-out-withdrawn = ingetrokken: { $count }
report-left-out-facilitator = van de begeleider zelf: { $count }

report-warning = Let op

# Wat de grafieken laten zien, en hun tabellen.
report-times = Tijd per scenario
report-times-alternative = Balken: in totaal { $used } gebruikt van { $planned } gepland, in minuten en seconden. De tabel heeft dezelfde cijfers.
report-heat-alternative =
    { $count ->
        [0] Kaart van thema's en scenario's zonder bijdragen. De tabel heeft dezelfde cijfers.
       *[other] Kaart van thema's en scenario's. De meeste bijdragen: { $count } van { $of }, bij { $theme } in { $scenario }. De tabel heeft dezelfde cijfers.
    }
report-recurrence-alternative = Rijen cirkels, gevuld waar een thema in een scenario voorkomt; in de cirkel het aantal bijdragen. Thema's in alle scenario's: { $count } van { $of }. De tabel heeft dezelfde cijfers.
report-hands =
    { $count ->
        [one] { $count } hand
       *[other] { $count } handen
    }
report-votes-alternative = Balken, de langste eerst: { $first }. De tabel heeft dezelfde cijfers.
report-sorting = Hoeveel mensen sorteerden
report-count = aantal
report-sorting-sorted = door iemand gesorteerd
report-sorting-compared = door twee mensen of meer gesorteerd
report-sorting-contested = betwist
report-outcomes = Wat er van de voorstellen kwam
report-settlers = Wie er hoeveel plaatste
report-scenario = scenario
report-times-how = In minuten en seconden, alle workshops samen. Het totaal telt ook de stappen buiten de scenario's.
report-weights-scenarios = Elke workshop telt even zwaar, per scenario
