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

# Of een bestand houdt wat een anonieme sessie belooft.

help-check-anonymity = Ga na of de bestanden houden wat een anonieme sessie belooft
anonymity-other-mode = deze sessie is niet anoniem en belooft dat ook niet
anonymity-name = hier staat hoe iemand heet
anonymity-author = hier staat van wie iets is
anonymity-persona = hier staat wie welke persona had, of wat iemands eigen werk is
anonymity-slice = hier staat wat iemand kreeg om in te delen
anonymity-time = hier staat een tijdstip dat fijner is dan de stap
anonymity-table = hier staat van welke tafel iets komt
anonymity-order = de stap is voorbij, en hier staat nog wat waarna kwam
anonymity-counted = de nummers tellen op in de volgorde van schrijven
anonymity-command = hier staat de opdracht waarmee iemand iets deed
anonymity-few-language = let op: { $people ->
    [one] één persoon leest
   *[other] { $people } mensen lezen
} in de taal “{ $language }”; wie hen kent, herkent hun bijdragen
anonymity-few-organisation = let op: uit “{ $name }” { $people ->
    [one] kwam één persoon
   *[other] kwamen { $people } mensen
}; dat ze er waren, is te lezen
anonymity-few-combinations = let op: in { $few } van { $all } combinaties van scenario, persona en taal staan minder dan vijf bijdragen; wie nog weet wie welke persona had, weet dan van wie ze zijn
anonymity-open-step = let op: de laatste stap is nog open; wat mensen daarin deden staat er een voor een, zonder naam, tot de stap sluit
anonymity-cannot-tell = een bestand kan niet vertellen: wat iemand in de zaal zag of opschreef, wat een veranderd programma onderweg bewaarde, wat eerdere kopieën en oude blokken van de schijf nog bevatten, en of een tekst aan zijn inhoud of toon te herkennen is
anonymity-holds = alles wat na te gaan is, klopt: geen namen, geen schrijvers, geen tijd of volgorde fijner dan de stap
anonymity-broken = { $count ->
    [one] één plaats breekt
   *[other] { $count } plaatsen breken
} wat een anonieme sessie belooft
anonymity-nothing-on-record = hier staat nog niets wat mensen deden
