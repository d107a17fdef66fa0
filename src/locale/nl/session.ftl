# Plannen en sessies lezen.

session-default-title = Volgende halte

# Een veld van het bestand, en wat er mis is met zijn waarde.
session-in-field = “{ $field }”: { $sentence }
session-hint-nearest = bedoel je “{ $word }”?
session-hint-known = kies uit { $known }

session-too-large = het bestand is groter dan { $limit } MiB en is dus geen plan of sessie; kijk na of dit het juiste bestand is
session-not-utf8 = dit is geen tekst in UTF-8; bewaar het bestand als “UTF-8” in je editor
session-binary = dit is geen tekstbestand; kijk na of dit het juiste bestand is
session-empty = het bestand is leeg; begin met “schema: halte/1”
session-cut-off = hier houdt een bewaarde sessie op voor ze uit is: haar laatste regel hoort “{ $end }” te zijn; neem een volledige kopie, of zet het logboek (.journal) ernaast. Wie wil lezen wat er wel staat, wist de eerste regel

session-tab = een tab springt in YAML niet in; gebruik spaties
session-unclosed-quote = er ging een aanhalingsteken open dat hier niet gesloten is; zet het sluitende erbij, of laat elke regel van de tekst inspringen
session-unclosed-bracket = een “{ $open }” is niet gesloten, of er ontbreekt een komma; zet “,” tussen de delen en “{ $close }” op het einde
session-wrong-bracket = dit haakje sluit niets, of een ander soort haakje; kijk de paren na
session-indentation = deze regel past niet bij de regels erboven; spring even ver in als de buren, met spaties
session-colon-in-text = hier staat een “:” in de weg; zet een tekst met een “:” tussen aanhalingstekens, of verbeter hoe ver de regel inspringt
session-missing-colon = achter de naam van een veld hoort een “:”
session-needs-quotes = een tekst kan niet beginnen met “{ $character }”; zet ze tussen aanhalingstekens
session-bad-escape = een backslash betekent hier niets; verdubbel hem, of gebruik enkele aanhalingstekens
session-invisible = hier staat een onzichtbaar teken ({ $code }); haal het weg, bijvoorbeeld door de regel opnieuw te typen
session-syntax = dit is niet te lezen als YAML; vergelijk de regel met de voorbeelden in sessions/

session-anchor = ankers (&) worden in deze bestanden niet gebruikt; schrijf de tekst voluit
session-alias = verwijzingen (*) worden in deze bestanden niet gebruikt; schrijf de tekst voluit, of zet een tekst die met * begint tussen aanhalingstekens
session-tag = tags (!) worden in deze bestanden niet gebruikt; haal ze weg, of zet een tekst die met ! begint tussen aanhalingstekens
session-merge-key = samenvoegsleutels (<<) worden in deze bestanden niet gebruikt; schrijf de velden voluit
session-directive = richtlijnen (%) worden in deze bestanden niet gebruikt; haal de regel weg
session-two-documents = hier begint een tweede document; een bestand bevat één plan of één sessie
session-too-deep = lijsten en velden zitten meer dan { $limit } diep in elkaar; kijk het inspringen en de haakjes na
session-too-many = het bestand bevat meer dan { $limit } waarden en is dus geen plan of sessie; kijk na of dit het juiste bestand is
session-key-not-text = de naam van een veld is een woord, geen lijst of reeks velden; zet een tekst die met een haakje begint tussen aanhalingstekens
session-duplicate-key = “{ $field }” staat er al; hou één van de twee

session-no-schema = “schema” ontbreekt; voeg de regel “schema: { $schema }” toe
session-not-a-schema = er is geen schema “{ $found }”; schrijf “schema: { $schema }”
session-newer-schema = dit bestand komt van een nieuwere halte, in { $found }; deze leest tot { $schema }, dus installeer de nieuwere halte
session-not-a-session = dit is een plan, er is nog niets in gebeurd; geef een bewaarde sessie

session-unknown-field = onbekend veld “{ $field }”
session-missing-field = “{ $field }” ontbreekt; voeg het toe
session-expected = hier hoort { $wanted } en er staat { $found }
session-unknown-word = “{ $word }” is geen woord dat hier kan staan
session-empty-text = er staat geen tekst; schrijf er een
session-text-too-long = de tekst telt { $length } tekens en er passen er { $limit }; maak ze korter
session-refused = deze waarde is niet bruikbaar ({ $reason })

session-wanted-text = een tekst
session-wanted-number = een geheel getal van { $low } tot { $high }
session-wanted-fraction = een getal van 0 tot 1
session-wanted-yes-no = true of false
session-wanted-list = een lijst
session-wanted-map = een reeks velden met hun waarde
session-wanted-texts = een tekst per taal ({"{"}nl: …, en: …, fr: …{"}"})
session-wanted-id = een id van 1 tot 48 letters, cijfers of streepjes
session-wanted-numbered = een id zoals “{ $example }”
session-wanted-time = een tijdstip zoals “2026-11-21T09:00:00.000Z”
session-wanted-word = een woord
session-found-text = “{ $text }”
session-found-list = een lijst
session-found-map = een reeks velden
session-found-nothing = niets

session-unknown =
    { $what ->
        [scenario] onbekend scenario
        [persona] onbekende persona
        [persona-set] onbekende reeks persona’s
        [theme] onbekend thema
        [force] onbekende drijvende kracht
        [card] onbekende trendkaart
        [case] onbekende case
        [challenge] onbekende uitdaging
        [prompt] onbekende vraag
        [script] onbekend script
        [step] onbekende stap
        [preset] onbekende agenda
        [participant] onbekende deelnemer
        [contribution] onbekende bijdrage
       *[group] onbekende groep
    } “{ $id }”
session-duplicate =
    { $what ->
        [scenario] twee scenario’s hebben
        [persona] twee persona’s hebben
        [theme] twee thema’s hebben
        [force] twee drijvende krachten hebben
        [card] twee trendkaarten hebben
        [case] twee cases hebben
        [challenge] twee uitdagingen hebben
        [prompt] twee vragen hebben
        [script] twee scripts hebben
        [step] twee stappen hebben
        [participant] twee deelnemers hebben
        [assignment] twee toewijzingen hebben
        [contribution] twee bijdragen hebben
        [group] twee groepen hebben
        [sort] twee plaatsen van één persoon hebben
        [vote] twee stemmen hebben
        [parking] twee punten op de parking hebben
       *[recommendation] twee punten hebben
    } het id “{ $id }”; geef er één een ander
session-reserved = het id “{ $id }” heeft een eigen betekenis; kies een ander
session-not-a-pattern = “{ $found }” is geen woord dat kan spreken; schrijf kleine letters zonder accenten, met * waar het woord verdergaat en .. waar er woorden tussen mogen, zoals "*werkdruk*" of "geen .. tijd"
session-none-of =
    { $what ->
        [scenario] een plan heeft minstens één scenario nodig; voeg er een toe, of laat de lijst weg
        [persona] een plan heeft minstens één persona nodig; voeg er een toe, of laat de lijst weg
        [theme] een plan heeft minstens één thema nodig; voeg er een toe, of laat de lijst weg
       *[step] een agenda heeft minstens één stap nodig; voeg er een toe, of laat de lijst weg
    }
session-too-many-scenarios = een workshop heeft hoogstens { $limit } scenario’s; haal dit weg
session-needs-scenario = een stap “{ $kind }” gaat over een scenario; voeg “scenario: ” en het id toe
session-group-disagrees = bijdrage { $contribution } en groep { $group } zeggen niet allebei dat ze samen horen; verbeter één van de twee

# Commentaar in een nieuw plan.
session-plan-head =
    Een workshopplan voor halte. Pas aan wat je wil en start met: halte host DIT-BESTAND
    Wat je weglaat, komt van halte zelf. Kijk je aanpassingen na met: halte check DIT-BESTAND
session-plan-anonymity = named: met namen; pseudonymous: alleen nummers; anonymous: niets zegt wie wat schreef
session-plan-scenarios = De scenario’s, in de volgorde waarin de groep ze ziet; minstens één, hoogstens vier.
session-plan-personas = De persona’s. Voeg er zelf een toe met een id en alle velden, zoals in de map personas/.
session-plan-agenda = De agenda, ongeveer { $minutes } minuten. Haal stappen weg, verplaats ze, of verander de minuten.
