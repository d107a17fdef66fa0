# De schermen: wat er overal rond staat.

# Wat je met een toets kan doen, overal.
do-help = hulp
do-palette = alles wat kan
do-language = andere taal
do-tone = andere kleuren
do-large = grote letters aan of uit
do-redraw = scherm opnieuw tekenen
do-suspend = even naar de opdrachtregel
do-quit = vertrekken

# Wat een begeleider bij elke stap kan.
do-next = volgende stap
do-stay = toch blijven
do-back = stap terug
do-goto = naar een stap
do-timer = timer
do-more-time = minuut erbij
do-stop-timer = timer stoppen
do-park = parkeren
do-parking = parking bekijken
do-undo = ongedaan maken
do-redo = opnieuw doen
do-save = nu opslaan
do-close = workshop afsluiten

# In een venstertje.
do-yes = ja
do-no = nee
do-choose = kiezen
do-go-on = verder
do-submit = klaar
do-close-popup = terug
do-next-field = volgend vak
do-down = omlaag
do-up = omhoog
do-page-down = bladzijde verder
do-page-up = bladzijde terug

# De hoofdstukken van de hulp, en de titels van de venstertjes.
chapter-title = Hulp
chapter-step = Bij deze stap
chapter-leading = De workshop leiden
chapter-common = Overal
confirm-title = Zeker?
picker-title = Een lijst
picker-nothing = Niets gevonden. Typ iets anders.
palette-title = Wat wil je doen?
reader-title = Een tekst
sheet-title = Een formulier

# De talen en de kleuren.
language-nl = Nederlands
language-en = English
language-fr = Français
tone-auto = past bij licht en donker
tone-dark = voor een donkere achtergrond
tone-light = voor een lichte achtergrond
tone-contrast = hoog contrast

# Wat je nog eens gevraagd wordt.
sure-quit-host = De zaal gaat dicht voor iedereen. Alles is bewaard en je kan later verdergaan. Nu stoppen?
sure-quit-facilitator = De zaal blijft open; je kan terugkomen. Vertrekken?
sure-quit-participant = Je plaats blijft van jou; je kan terugkomen met dezelfde link. Vertrekken?
sure-close = { $count ->
    [0] De workshop eindigt voor iedereen. Niemand kan daarna nog iets toevoegen. Afsluiten?
    [one] Op de parking staat nog één punt. De workshop eindigt voor iedereen. Toch afsluiten?
   *[other] Op de parking staan nog { $count } punten. De workshop eindigt voor iedereen. Toch afsluiten?
}

# De timer en de parking.
timer-field = Minuten
timer-minutes = Typ een aantal minuten, bijvoorbeeld 8.
park-field = Waarover komen we later terug?
parking-empty = De parking is leeg.
parking-open = [ ] { $text }
parking-done = [x] { $text }

# De kop boven elk scherm.
headline-plain = niet alles versleuteld
headline-locked = op slot

# De regel onder de kop.
banner-moving = { $seconds ->
    [one] Over één seconde gaan we naar: { $step }
   *[other] Over { $seconds } seconden gaan we naar: { $step }
}
banner-moving-facilitator = { $seconds } s · Esc: blijven · n: meteen · { $step }
banner-lost = { $count ->
    [0] Geen verbinding. Er wordt opnieuw geprobeerd. Je kan gewoon verder werken.
    [one] Geen verbinding. Eén opdracht is bewaard en vertrekt vanzelf.
   *[other] Geen verbinding. { $count } opdrachten zijn bewaard en vertrekken vanzelf.
}
banner-host-stopped = { $count ->
    [0] De zaal is even dicht. Zodra ze weer opengaat, kom je vanzelf terug.
    [one] De zaal is even dicht. Eén opdracht is bewaard en vertrekt vanzelf.
   *[other] De zaal is even dicht. { $count } opdrachten zijn bewaard en vertrekken vanzelf.
}
banner-distrust = De verbinding is nu niet te vertrouwen. Er wordt niets verstuurd; alles is bewaard. Vraag raad aan de begeleider.
banner-read-only = De host kan niet opslaan. Wat je geeft, wordt bewaard en straks verstuurd. Maak plaats op zijn schijf.
banner-drafts = Wat je typt, kan nu niet bewaard worden op deze computer. Maak plaats op de schijf.
banner-unsent = Je laatste tekst is niet verstuurd, wel bewaard. F6: bekijken

# Als er geen scherm van een stap is.
too-small = Dit venster is te klein: { $has-width } bij { $has-height } tekens. Maak het minstens { $width } bij { $height }, of maak de letters kleiner.
outside-unmet = Verbinden met de zaal …
outside-unmet-at = Verbinden met { $place } …
outside-slow = Dit duurt lang. Kijk na of het adres klopt en of je op hetzelfde netwerk zit als de begeleider.
outside-lost = De zaal is niet te bereiken ({ $cause }). Er wordt opnieuw geprobeerd; je hoeft niets te doen.
outside-lost-at = De zaal op { $place } is niet te bereiken ({ $cause }). Er wordt opnieuw geprobeerd; je hoeft niets te doen.
outside-quit = q of Esc: vertrekken
over-left = De verbinding is gestopt. Je kan terugkomen met dezelfde link.
over-closed = De workshop is afgelopen. Bedankt! q: vertrekken
over-at = Geprobeerd: { $room }
over-unsent = Nog niet verstuurd; het blijft op deze computer staan:
over-keys = y: tekst kopiëren   Esc: vertrekken
over-copied = De tekst is naar je terminal gestuurd om te kopiëren.
tui-not-given = De verbinding is gestopt; dit is niet verstuurd.
tui-leaving = Nog even: wat je net gaf, is onderweg.

# De deur: wie je bent, voor je een plaats neemt.
door-language = Taal
door-name = Je naam
door-organisation = Je organisatie
door-free = Je mag dit leeg laten.
door-other = Of een andere organisatie
door-kind = Soort organisatie
door-no-answer = liever niet
door-role = Welke rol lijkt op je eigen werk?
door-role-why = Dan krijg je in de scenario’s een andere rol om je in te leven.
door-too-long = Dit is te lang: hoogstens { $limit } tekens.
door-records-named = Bewaard wordt: wat je schrijft, sorteert en stemt, met je naam en je organisatie. Ook de anderen zien je naam.
door-records-pseudonymous = Bewaard wordt: wat je schrijft, sorteert en stemt, onder een nummer, en je organisatie. Je naam wordt niet gevraagd.
door-records-anonymous = Bewaard wordt: wat er geschreven en gekozen wordt, zonder wie dat deed, en je organisatie. Je naam wordt niet gevraagd.
door-keys = Enter: verder, dan akkoord en binnen   Ctrl-S: meteen   Esc: niet

# Het startscherm.
start-title = halte
start-lead = Leid een groep door vier scenario’s voor het werk in 2035. Wat wil je doen?
start-host = Een nieuwe workshop leiden
start-plan = Een workshop leiden met een eigen plan
start-resume = Verdergaan met een workshop
start-join = Deelnemen aan een workshop
start-review = Terugkijken op workshops
start-rehearse = Oefenen met verzonnen deelnemers
start-none = Er is hier niets. Plannen staan in de map waar je halte start of in sessions; bewaarde workshops in sessions.
start-keys-menu = Enter of een cijfer: kiezen   pijltjes: bewegen   q: stoppen
start-keys-list = Enter: kiezen   pijltjes: bewegen   Esc: terug
start-keys-sheet = Enter: volgende   pijltjes en spatie: kiezen   Ctrl-S: klaar   Esc: terug
start-name = Titel
start-name-wrong = Geef de workshop een titel, niet te lang.
start-preset = Agenda
start-preset-full = volledig, ongeveer twee uur
start-preset-short = kort, ongeveer één uur
start-scenarios = Scenario’s
start-scenarios-wrong = Kies minstens één scenario.
start-set = Persona’s
start-set-4 = vier die de werkvloer van vier kanten zien
start-set-6 = die vier, en twee die leiding geven
start-set-inclusion = vier die bij verandering snel achterblijven
start-set-all = alle persona’s
start-set-own = zelf kiezen, hieronder
start-personas = Zelf gekozen persona’s
start-personas-wrong = Kies minstens één persona, of kies een set.
start-anonymity = Wat er van mensen bewaard wordt
start-organisations = Uitgenodigde organisaties
start-organisations-hint = Eén op een regel (Alt-Enter: nieuwe regel). Mag leeg blijven.
start-organisations-wrong = Een naam is te lang.
start-link = Adres en code, of link
start-link-hint = Typ wat de begeleider toont, zoals 192.168.1.20/K7QF-2M9X, of plak de link.
start-people = Aantal deelnemers
start-people-wrong = Typ een getal van 1 tot 1000.
