# Wat van een workshop bewaard is: erop terugkijken.

help-replay = Bekijk een workshop opnieuw als film, of maak het verslag van een eerder moment
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

# Er dingen uit halen.

help-redact = Haal namen uit een sessie en haar logboek, in nieuwe bestanden
help-redact-file = De bewaarde sessie of het logboek; wat ernaast ligt, gaat mee
help-redact-organisations = Haal ook de namen van organisaties weg
help-redact-pattern = Haal elke tekst weg waarin dit patroon staat; mag meer dan eens
help-redact-output = Schrijf naar dit bestand, met het andere ernaast; anders naast het origineel
redacted-text = [tekst verwijderd]
redacted-name = [naam]
redacted-organisation = [organisatie]
redact-no-pattern = “{ $what }” is niet te lezen als patroon: het is geen reguliere expressie. Kijk de haakjes na, of zet een backslash voor een teken dat voor zichzelf staat.
redact-no-search = { $path }: deze sessie heeft meer namen dan er gezocht kunnen worden. Haal minder tegelijk weg.
redact-written = Geschoond: { $path }
redact-removed = Weggehaald: { $names ->
    [one] één naam
   *[other] { $names } namen
}, { $organisations ->
    [one] één organisatie
   *[other] { $organisations } organisaties
}, { $texts ->
    [one] één tekst, helemaal of deels
   *[other] { $texts } teksten, helemaal of deels
}. Het origineel is gebleven zoals het was; kijk wat er nog in staat met “halte check --privacy”.

# Wat een bestand nog over mensen vertelt.

help-check-privacy = Som op wat de bestanden nog over mensen vertellen
privacy-name = { $who } heet “{ $name }”
privacy-organisation = “{ $name }”, waar { $people ->
    [one] één persoon vandaan komt
   *[other] { $people } mensen vandaan komen
}
privacy-organisation-small = “{ $name }”, waar { $people ->
    [one] één persoon vandaan komt, die snel herkend is
   *[other] { $people } mensen vandaan komen, die snel herkend zijn
}
privacy-wrote = schreef { $what }
privacy-wrote-and = schreef { $what }, en deelde in, stemde of merkte iets op: { $others } keer
privacy-did = deelde in, stemde of merkte iets op: { $others } keer
privacy-times = { $count ->
    [one] één tijdstip is fijner dan zijn stap, zodat wie erbij was kan weten van wie het is
   *[other] { $count } tijdstippen zijn fijner dan hun stap, zodat wie erbij was kan weten van wie ze zijn
}
privacy-looks-name = “{ $what }” lijkt een naam
privacy-looks-email = “{ $what }” lijkt een mailadres
privacy-looks-phone = “{ $what }” lijkt een telefoonnummer
privacy-nothing = vertelt niets over mensen dat te vinden is
privacy-summary = samen { $names } namen, { $organisations } organisaties, { $people } mensen met wat ze deden, { $times } fijne tijdstippen, { $texts } plaatsen in teksten die op iemand lijken. Haal dingen weg met “halte redact”.
