# Het scherm voor de hele zaal.

# In de wachtzaal.
projector-join = Doe mee op je eigen computer:
projector-here = { $count ->
    [one] deelnemer is er
   *[other] deelnemers zijn er
}

# Onder de grote cijfers.
projector-time = tijd over
projector-written = { $count ->
    [one] bijdrage
   *[other] bijdragen
}
projector-done = klaar
projector-sorted = { $count ->
    [one] keer gekozen
   *[other] keren gekozen
}
projector-ballots = gestemd
projector-people = { $count ->
    [one] deelnemer
   *[other] deelnemers
}
projector-recommended = { $count ->
    [one] aanbeveling
   *[other] aanbevelingen
}

# De vragen, de muur en het bord.
projector-your-role = je rol
projector-wall-empty = Nog niets gedeeld.
projector-more = { $count ->
    [one] + 1 eerdere tekst
   *[other] + { $count } eerdere teksten
}
projector-no-persona = Zonder rol
projector-none = geen van de vijf
projector-unplaced = { $count ->
    [one] Nog 1 tekst krijgt een plaats.
   *[other] Nog { $count } teksten krijgen een plaats.
}

# Wat komt terug.
projector-across = in hoeveel?
projector-roles = { $count ->
    [one] 1 rol
   *[other] { $count } rollen
}
projector-run = { $run } van { $all } scenario's gespeeld
projector-systematic = komt in alle vier terug

# De stemming en de uitdagingen.
projector-votes = { $ballots ->
    [one] 1 stem, { $dots } stippen
   *[other] { $ballots } stemmen, { $dots } stippen
}
projector-hands-alone = Handen, geteld in de zaal.
projector-hands-too = { $count ->
    [one] In de zaal ging ook 1 hand omhoog. Die telt hier niet mee.
   *[other] In de zaal gingen ook { $count } handen omhoog. Die tellen hier niet mee.
}
projector-challenges = Klopt dit?

# Voorbeelden en aanbevelingen.
projector-example = voorbeeld
projector-cases = Dit gebeurt al
projector-cases-key = Het cijfer is dat van de nood waar het voorbeeld bij hoort.

# Het einde.
projector-thanks = Bedankt!
projector-ended = De workshop is afgelopen.
projector-parking = { $count ->
    [one] Nog 1 punt op de parking
   *[other] Nog { $count } punten op de parking
}
