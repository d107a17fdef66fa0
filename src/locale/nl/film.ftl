# De film van een workshop die geweest is.

# De balk onder het scherm.
film-record = regel { $record }/{ $all }
film-silence = { $minutes } min stilte ingekort
film-end = einde
film-torn-end = hier breekt het logboek af
film-torn = Het logboek breekt midden in een regel af. De film toont alles daarvoor.

# Wat je met een toets kan doen.
chapter-film = De film
do-film-pause = pauze
do-film-play = verder
do-film-again = opnieuw
do-film-forth = regel verder
do-film-back = regel terug
do-film-faster = sneller
do-film-slower = trager
do-film-steps = naar een stap
do-film-jump = naar een tijd of regel
do-film-next-step = volgende stap
do-film-last-step = vorige stap
do-film-start = begin
do-film-end = einde

# Ergens naartoe.
film-closed = Einde van de workshop
film-jump-field = Tijd of regel
film-jump-hint = Bijvoorbeeld 9:40 (UTC), of 120 voor regel 120.
film-unread = Typ een tijd zoals 9:40, of het nummer van een regel.
film-no-record = Die regel is er niet. Kies er een van 1 tot { $all }.
film-no-time = De film loopt van { $from } tot { $to } (UTC). Kies een tijd daartussen.

# Op de opdrachtregel.
help-replay-speed = Hoeveel keer sneller dan de workshop de film loopt, van 1 tot 3600; anders duurt hij zo’n twee minuten, en gaat hij hoogstens 60 keer sneller
replay-no-screen = Hier is geen scherm voor een film. Vraag het verslag van één moment, met --at en een tijd of met --seq en het nummer van een regel.
