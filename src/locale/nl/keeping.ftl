# Wat van een workshop bewaard is: erop terugkijken.

help-replay = Maak het verslag van een workshop zoals hij er eerder voor stond
help-replay-file = Het logboek, of de bewaarde sessie ernaast
help-replay-at = Het moment, zoals 2026-11-21T09:30:00Z
help-replay-seq = Het nummer van de laatste regel die meetelt
help-replay-format = De vorm van het verslag
help-replay-output = Schrijf naar dit bestand
help-replay-by = Tel alleen het eerste thema, of ook het tweede
replay-stood = { $path }: zoals het ervoor stond na regel { $seq } van { $all }, op { $at }.
replay-no-journal = { $path }: naast dit bestand ligt geen logboek, en alleen een logboek vertelt wat wanneer kwam. Leg het logboek ernaast, of bekijk het einde met “halte report”.
replay-no-time = “{ $what }” is geen tijdstip. Schrijf er een zoals 2026-11-21T09:30:00Z achter --at.
replay-too-early = { $path }: de zaal ging open op { $at }, en daarvoor is er niets te tonen. Kies een later moment.
replay-no-record = { $path }: er is geen regel { $seq }. Kies er een van 1 tot { $all }.
