# De opdrachtregel.

state-folder = De map waarin halte dit bewaart, kies je met XDG_STATE_HOME.
no-home = De persoonlijke map op deze machine is niet te vinden. Zet HOME, of zet XDG_STATE_HOME op een map waar je mag schrijven.
journal-torn = { $path }: de laatste { $bytes } bytes waren niet volledig weggeschreven. Ze waren nooit bevestigd en staan nu ernaast, in het bestand op .torn.
journal-left-out = { $cause } Het verslag steunt op de bewaarde sessie ernaast.
session-left-out = { $cause } Het verslag steunt op het logboek ernaast.
session-without-record = { $path }: het verloop van deze sessie staat er niet meer in, maar wel in het logboek ernaast. Verslagen lezen dat; “halte host --resume” met dit bestand schrijft de sessie opnieuw.
keys-lost = De sleutels van deze sessie staan niet op deze machine. Er is een nieuwe code; deelnemers komen opnieuw binnen met de nieuwe link.
certificate-new = Deze sessie is van voor de versleuteling en krijgt nu een certificaat. De link is veranderd; deelnemers komen opnieuw binnen met de nieuwe link.
certificate-unusable = Het certificaat van deze sessie is onbruikbaar. Verwijder het bestand van deze sessie uit de map rooms in de statusmap; dan komen er nieuwe sleutels.
session-over = { $path }: deze workshop is afgesloten. Bekijk hem met “halte report”.
cannot-listen = Kan niet luisteren op { $address }: { $cause }. Kies een andere poort met --listen.
listen-in-use = { $address } is al in gebruik: misschien draait daar al een zaal. Kies een andere poort met --listen.
listen-not-allowed = Je mag niet luisteren op { $address }. Kies een poort boven 1023 met --listen.
listen-not-here = { $address } is geen adres van deze machine. Kies een ander met --listen.
no-steps = Dit plan heeft geen stappen.
host-typed = Deelnemers typen:  halte join --plain { $what }
host-link = Of plakken:  halte join --plain "{ $what }"
host-code = Code: { $what }
host-plain = Opgelet: de verbinding is niet versleuteld (--plain-ws). Wie op het netwerk meeluistert, kan de code en alle teksten lezen.
host-saved = Bewaard in { $what }
host-unsaved = { $path }: de sessie kon niet bewaard worden. Het logboek ernaast bevat alles; probeer “halte host --resume” zodra er weer plaats is.
is-a-session = { $path }: dit is een bewaarde sessie, geen plan. Ga ermee verder met “halte host --resume”.
is-a-persona = { $path }: dit is een persona, geen plan. Zet het in de map personas.
nothing-here = { $path }: hier staat geen plan, persona, sessie of logboek.
not-a-file = { $path }: dit is geen gewoon bestand, dus het werd niet geopend. Kijk na wat het is.
unreadable-more =
    { $more ->
        [one] en nog één bestand dat niet gelezen kon worden
       *[other] en nog { $more } bestanden die niet gelezen konden worden
    }
report-progress = sessies lezen
no-sessions = { $path }: hier staat geen bewaarde sessie. Maak er een met “halte rehearse” of “halte host”.
plan-written = Plan geschreven: { $path }. Pas het aan en start met:  halte host { $path }
report-written = Verslag geschreven: { $path }
rehearse-saved = Bewaard in { $path }
rehearse-progress = { $people } gesimuleerde deelnemers
no-link = Geef wat de host toont, bijvoorbeeld 192.168.1.20/K7QF-2M9X, of een adres met --code.
needs-token = Een begeleider heeft het token van de host nodig: --token.
seat-replaced = Dezelfde plaats is op een andere terminal ingenomen. Deze stopt.
other-session = Achter deze link zit nu een andere sessie. Vraag de nieuwe link aan de begeleider.
nobody-there = De host is niet bereikbaar. Op deze computer wacht niets van jou. Kijk de link na, of vraag het de begeleider.
left-waiting = { $count ->
    [one] Eén invoer wacht
   *[other] { $count } invoeren wachten
} nog op de host. Alles staat op deze machine; kom opnieuw binnen met dezelfde link om het te versturen.

# Wat een bestand is.
good-plan = geldig plan ({ $scenarios ->
    [one] één scenario
   *[other] { $scenarios } scenario’s
}, { $personas ->
    [one] één persona
   *[other] { $personas } persona’s
}, { $steps ->
    [one] één stap
   *[other] { $steps } stappen
}, { $minutes ->
    [one] één minuut
   *[other] { $minutes } minuten
})
good-session = geldige sessie, afgesloten ({ $contributions ->
    [one] één bijdrage
   *[other] { $contributions } bijdragen
}, { $participants ->
    [one] één deelnemer
   *[other] { $participants } deelnemers
})
good-open-session = geldige sessie, niet afgesloten ({ $contributions ->
    [one] één bijdrage
   *[other] { $contributions } bijdragen
}, { $participants ->
    [one] één deelnemer
   *[other] { $participants } deelnemers
})
good-persona = geldige persona ({ $role })
good-journal = geldig logboek ({ $records ->
    [one] één regel
   *[other] { $records } regels
})
good-torn-journal = geldig logboek ({ $records ->
    [one] één regel
   *[other] { $records } regels
}; de laatste { $bytes } bytes zijn niet volledig weggeschreven en vallen weg)

# Wat niet lukte met een bestand.
store-not-there = { $path }: dat bestand of die map is er niet. Kijk de naam na.
store-no-folder = { $path }: de map hiervoor is er niet. Maak ze eerst, of kies een andere.
store-may-not-open = { $path }: je mag dit niet openen. Vraag toestemming aan de eigenaar.
store-may-not-write = { $path }: je mag hier niet schrijven. Kies een andere map.
store-exists = { $path }: dit bestaat al en wordt niet overschreven. Kies een andere naam.
store-full = { $path }: de schijf is vol. Maak plaats en probeer opnieuw.
store-is-a-folder = { $path }: dit is een map, en er is een bestand nodig. Noem een bestand erin.
store-not-a-folder = { $path }: een deel van deze naam is een bestand, geen map. Kijk de naam na.
store-not-made = { $path }: dit kan niet gemaakt worden ({ $cause }). Kies een andere plaats.
store-not-read = { $path }: dit kan niet gelezen worden ({ $cause }). Probeer het met een kopie.
store-not-written = { $path }: dit kan niet geschreven worden ({ $cause }). Kies een andere plaats.
store-not-held = { $path }: dit kan niet voor één halte alleen vastgehouden worden ({ $cause }). Kies een map op de eigen schijf van deze machine.
store-locked = { $path }: een andere halte heeft deze sessie open. Sluit ze daar eerst.
store-too-large = { $path }: dit is groter dan { $limit } MiB, dus geen plan, sessie of logboek. Kijk na welk bestand het is.
store-empty-journal = { $path }: dit logboek is leeg. De host stopte voor de workshop begon; er is niets verloren. Je kan het bestand wissen en opnieuw beginnen met “halte host”.
store-not-a-journal = { $path }:{ $line }: dit is geen logboek van halte. Kijk na welk bestand het is.
store-newer-journal = { $path }:{ $line }: een nieuwere halte schreef dit logboek (versie { $version }; deze leest tot en met { $known }). Installeer de nieuwere halte.
store-not-a-record = { $path }:{ $line }: het logboek is beschadigd: dit is geen regel van een logboek. Leg het opzij en ga verder met een kopie of met de bewaarde sessie.
store-broken-chain = { $path }:{ $line }: het logboek is beschadigd: deze regel of de vorige is veranderd. Leg het opzij en ga verder met een kopie of met de bewaarde sessie.
store-out-of-order = { $path }:{ $line }: het logboek is beschadigd: nummer { $found } staat waar { $expected } moet staan. Leg het opzij en ga verder met een kopie of met de bewaarde sessie.
store-not-opened = { $path }:{ $line }: het logboek is beschadigd: het begint niet met de opening van een workshop. Leg het opzij en ga verder met een kopie of met de bewaarde sessie.
seat-foreign = { $path }: een andere versie van halte schreef dit. Kom binnen met een nieuwe plaats: --fresh.
seat-damaged = { $path }:{ $line }: dit bestand is beschadigd. Kom binnen met een nieuwe plaats: --fresh.
empty-journal = { $path }: in dit logboek staat nog niets. Begin de workshop opnieuw.

# Wat er mis is met een opdracht zoals ze getypt werd.
new-title = Volgende halte
title-empty = De titel is leeg. Zet er een achter --title, of laat --title weg.
title-too-long = De titel is te lang. Hij telt voor { $length } tekens en er passen er { $limit }. Maak hem korter.
choose-from = Kies uit: { $known }.
usage-unknown-command = Er is geen opdracht “{ $what }”.
usage-unknown-argument = “{ $what }” hoort hier niet.
usage-no-value = Achter { $what } moet nog iets staan.
usage-bad-value = “{ $value }” kan niet bij { $what }.
usage-listen = Geef een adres en een poort, bijvoorbeeld 0.0.0.0:7420.
usage-missing = { $what } ontbreekt.
usage-conflict = { $what } en { $other } gaan niet samen.
usage-not-text = Een van de argumenten is geen leesbare tekst.
usage-wrong = { $what } wordt zo niet gebruikt.
usage-table-without-csv = --table hoort bij --format csv: de andere vormen bevatten alle tabellen.
usage-more = Meer: halte --help
heading-usage = Gebruik:
heading-commands = Opdrachten
heading-arguments = Argumenten
heading-options = Opties
heading-everywhere = Voor elke opdracht

help-halte = Leidt een groep door een scenarioworkshop over de toekomst van werk.
help-help = Toon deze hulp
help-version = Toon de versie
help-default = anders: { $value }
help-lang = Taal van schermen, berichten en verslagen
help-color = Wanneer kleur gebruikt wordt
help-ascii = Kaders en tekens in gewone ASCII
help-log = Schrijf het technische logboek naar dit bestand
help-verbose = Vertel meer (twee keer: nog meer)
help-quiet = Meld alleen wat misgaat
help-new = Schrijf een plan dat je kunt aanpassen
help-new-file = Het bestand; zonder naam komt het plan op het scherm
help-new-title = De titel van de workshop
help-new-preset = De volledige agenda (ongeveer twee uur) of de korte (ongeveer één uur)
help-new-scenarios = Scenario’s, met komma’s ertussen
help-new-personas = Persona’s, met komma’s ertussen, of een set: 4, 6, inclusion, all
help-new-content = Map met eigen persona’s en teksten
help-host = Open de zaal en leid de workshop
help-host-plan = Het plan; zonder plan het meegeleverde
help-host-listen = Adres en poort om op te luisteren; poort 0 kiest er een. Anders: waar de zaal eerder was, of 0.0.0.0:7420
help-host-sessions = Map waarin de sessie bewaard wordt
help-host-resume = Ga verder met een sessie: het logboek of de bewaarde sessie
help-host-headless = Zonder scherm: één regel JSON bij het openen en één bij het sluiten
help-host-anonymity = Wat er over personen bewaard wordt
help-host-plain-ws = Aanvaard ook onversleutelde verbindingen, voor andere programma’s dan halte
help-host-content = Map met eigen persona’s en teksten
help-join = Neem een plaats in een workshop
help-join-link = Wat de host toont: HOST[:POORT]/CODE, of de hele link; of HOST[:POORT] met --code
help-join-behind = De code, voor wie een spatie typt in plaats van de schuine streep
help-join-code = De code van de zaal
help-join-name = Je naam; alleen bewaard in een sessie met namen
help-join-organisation = Je organisatie
help-join-real-role = De persona die het dichtst bij je eigen werk staat; die krijg je liever niet
help-join-role = Waarvoor de plaats dient
help-join-token = Het token van de begeleider
help-join-plain = Gewone tekst, regel per regel, zonder scherm. Is de host weg aan het einde van de invoer, dan wordt nog HALTE_PATIENCE seconden geprobeerd (anders: 30)
help-join-fresh = Neem een nieuwe plaats, ook als deze machine er nog een heeft
help-rehearse = Speel een hele workshop met gesimuleerde deelnemers
help-rehearse-plan = Het plan; zonder plan het meegeleverde
help-rehearse-participants = Hoeveel deelnemers
help-rehearse-seed = Het zaad: hetzelfde zaad geeft dezelfde deelnemers
help-rehearse-sessions = Map waarin de sessie bewaard wordt
help-rehearse-content = Map met eigen persona’s en teksten
help-review = Kijk terug over bewaarde sessies
help-review-paths = Bewaarde sessies, logboeken of mappen
help-report = Maak een verslag van een of meer sessies
help-report-paths = Bewaarde sessies, logboeken of mappen; kan er een niet gelezen worden, dan komen de andere in het verslag en is de exitcode 1
help-report-format = Waarin het verslag geschreven wordt
help-report-table = Bij csv: welke tabel, in plaats van de bijdragen
help-report-output = Schrijf naar dit bestand
help-report-by = Tel alleen het eerste thema, of ook het tweede
help-classify = Bij welk thema hoort elke uitspraak op stdin, één per regel (--lang: hun taal)
help-classify-json = Eén JSON-object per regel in plaats van een tabel
help-classify-explain = Alles tonen wat gesproken heeft: elk woordpatroon en elke lettergroep
help-check = Controleer plannen, persona’s, sessies en logboeken
help-check-paths = Bestanden of mappen
help-check-content = Map met eigen persona’s en teksten
help-doctor = Kijk na of deze laptop en dit netwerk de workshop aankunnen
help-doctor-link = De link van een zaal, of HOST[:POORT]/CODE: bereikt dit toestel haar?
help-doctor-behind = De code, voor wie een spatie typt in plaats van de schuine streep
help-doctor-code = De code van de zaal, bij HOST[:POORT]
help-doctor-listen = Adres en poort van de zaal; anders 0.0.0.0:7420
help-doctor-participants = Hoeveel deelnemers er komen
help-doctor-sessions = Map waarin de sessie bewaard zal worden
help-doctor-wait = Wacht aan het einde op een tweede toestel
help-doctor-offline = Vraag niets aan het internet
help-doctor-json = Eén JSON-object per regel
help-schema = Schrijf het JSON Schema van een vorm uit
help-schema-of = Wat het beschrijft
help-completions = Schrijf aanvullingen voor een shell
help-completions-shell = De shell
help-man = Schrijf de handleidingpagina
host-unreached = { $room } is niet te bereiken: { $cause }. Kijk na of het adres klopt en of je op hetzelfde wifinetwerk zit als de begeleider. “halte doctor { $room }” zegt wat ertussen zit.

# Waar uitspraken horen.
classify-theme = thema
classify-confidence = zeker
classify-because = woorden
classify-text = uitspraak
classify-open = open: { $first } of { $second }
classify-spoke = wat sprak
classify-in = in
classify-kind = soort
classify-pattern = patroon
classify-gram = letters
classify-language = taal: { $language }
classify-nearest = meest als: { $text } ({ $theme })
classify-not-utf8 = stdin:{ $line }: deze regel is geen UTF-8. Bewaar de uitspraken als UTF-8 en probeer opnieuw.
classify-nothing = Er stond niets op stdin. Geef uitspraken, één per regel.
