# De laatste stappen: stemmen, toetsen, aanbevelen en afsluiten.

# Wat je met een toets kan doen.
do-vote-more = stip bij
do-vote-fewer = stip weg
do-vote-done = klaar
do-vote-choose = naar nood { $number }
do-vote-choose-all = nood kiezen
do-vote-hands = handen tellen
do-reflect-answer = antwoorden
do-reflect-next = volgende
do-reflect-previous = vorige
do-act-recommend = aanbeveling maken
do-act-next = volgende
do-act-previous = vorige
do-act-other = ander deel
do-close-resolve = afvinken
do-close-report = verslag lezen
do-close-copy = pad kopiëren
do-close-page = ander blad
do-close-prompt = volgende vraag
do-close-prompt-back = vorige vraag
do-closing-say = wat zeg ik hier
do-letter-drop = geweigerde tekst weg

# Teksten die onderweg zijn.
letter-waiting = wacht op de host
letter-saved = bewaard
park-missing = Typ eerst een vraag of een punt.
closing-say = Zeg

# Stemmen, voor wie stemt.
vote-left = { $count ->
    [0] Al je { $limit } stippen zijn gegeven
    [one] Nog 1 van je { $limit } stippen
   *[other] Nog { $count } van je { $limit } stippen
}
vote-too-many = { $count ->
    [0] Je stippen zijn op. Haal er eerst ergens een weg.
    [one] Je hebt nog maar één stip.
   *[other] Je hebt nog maar { $count } stippen.
}
vote-secret-own = Niemand in de groep ziet jouw stem. Je kan ze veranderen tot de groep verdergaat.
vote-done = { $count ->
    [0] Je bent klaar. Veranderen kan tot de groep verdergaat.
    [one] Je bent klaar, met nog één stip over. Veranderen kan tot de groep verdergaat.
   *[other] Je bent klaar, met nog { $count } stippen over. Veranderen kan tot de groep verdergaat.
}

# Stemmen, voor wie leidt.
vote-turnout = Gestemd
vote-ready = Klaar
vote-share = { $count } van { $of }
vote-secret = De stippen blijven geheim tot je naar de volgende stap gaat.
vote-hands = Handen geteld in de zaal
vote-hands-theme = Thema
vote-hands-count = Aantal handen
vote-hands-mistake = Typ een aantal, bijvoorbeeld 7.
vote-earlier = De uitslag van de vorige keer

# De uitslag.
vote-outcome = Uitslag
vote-none-held = Niemand gaf een stip. Er is geen uitslag.
vote-out-of = { $dots ->
    [one] 1 stip
   *[other] { $dots } stippen
} van { $ballots ->
    [one] 1 stemmer
   *[other] { $ballots } stemmers
}, met { $people ->
    [one] 1 deelnemer
   *[other] { $people } deelnemers
}. Elk had er { $limit }.
vote-dots-head = stippen
vote-hands-head = handen
vote-hands-counted = { $count ->
    [one] 1 hand is in de zaal geteld. Die staat apart van de stippen.
   *[other] { $count } handen zijn in de zaal geteld. Ze staan apart van de stippen.
}
vote-ranked-by-hands = De volgorde volgt de handen, want er zijn geen stippen.

# Toetsen.
reflect-own = Jouw antwoord: { $stance }
reflect-not-yet = Je hebt nog niet geantwoord. Druk op Enter.
reflect-no-answers = Nog geen antwoorden.
reflect-stance = Eens, of zie je het anders?
reflect-choose = kies
reflect-stance-missing = Kies eerst met de pijltjes: eens of anders.
reflect-why = Waarom?
reflect-why-missing = Schrijf in enkele woorden waarom.

# Aanbevelen.
act-none = Geen van de vijf
act-cases = Voorbeelden uit onderzoek
act-no-cases = Hier zijn geen voorbeelden.
act-recommendations = Aanbevelingen ({ $count })
act-nothing-yet = Hier staan nog geen aanbevelingen.
act-nothing-yet-leading = Hier staan nog geen aanbevelingen. Druk op r om er een te maken.
act-no-carrier = geen bijdrage
act-what = Wat moet er gebeuren?
act-what-missing = Schrijf eerst wat er moet gebeuren.
act-when = Wanneer?
act-who = Wie doet het?
act-theme = Bij welk thema?
act-link = Welke bijdragen dragen dit?
act-link-done = Klaar, bewaren. Gekoppeld:

# Afsluiten.
close-tab = Einde
close-parking = { $count ->
    [0] De parking is leeg
   *[other] Parking: { $open } van { $count } nog open
}
close-resolved = Dat punt was al afgevinkt.
made-title = Wat jullie maakten
made-contributions = { $count ->
    [one] 1 bijdrage
   *[other] { $count } bijdragen
}
made-people = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}
made-scenarios = { $count ->
    [one] 1 scenario
   *[other] { $count } scenario's
}
made-ballots = { $count ->
    [one] 1 stem
   *[other] { $count } stemmen
}
made-answers = { $count ->
    [one] 1 antwoord op een uitdaging
   *[other] { $count } antwoorden op de uitdagingen
}
made-recommendations = { $count ->
    [one] 1 aanbeveling
   *[other] { $count } aanbevelingen
}
made-alone = waarvan { $count } zonder bijdrage

# Na het einde.
ended-title = De workshop is afgelopen. Bedankt!
ended-saved = Alles is bewaard in
ended-saved-elsewhere = Alles is bewaard op de computer van de host. Vraag daar ook het verslag.
ended-report = Het verslag maak je met
ended-report-title = Verslag
ended-copied = Het pad is gekopieerd.
ended-what-now = Wat jullie schreven, wordt een verslag. Vraag het aan wie de workshop leidde. Je mag dit venster sluiten.
ended-own = { $count ->
    [0] Van jou staat hier geen tekst
    [one] Dit schreef jij: 1 tekst
   *[other] Dit schreef jij: { $count } teksten
}
