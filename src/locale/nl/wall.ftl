# De muur: wat er geschreven is.

# Wat je met een toets kan doen.
do-wall-read = lezen
do-wall-search = zoeken
do-wall-found = klaar
do-wall-widen = alles tonen
do-wall-spotlight = op elk scherm
do-wall-hide = verbergen
do-wall-show = weer tonen
do-wall-mark = aanduiden
do-wall-group = samenleggen
do-wall-ungroup = groep losmaken
do-wall-arrange = andere volgorde
do-wall-whole = alle scenario’s
do-wall-part = dit scenario
do-wall-write = erbij schrijven
do-wall-next = volgende kaart
do-wall-previous = vorige kaart
do-wall-first = eerste kaart
do-wall-last = laatste kaart
do-paper = papieren briefjes
do-paper-enter = invoeren

# Boven de kaarten.
wall-count = { $count ->
    [0] Geen kaarten
    [one] Eén kaart
   *[other] { $count } kaarten
}
wall-count-found = { $shown } van { $all } kaarten
wall-by-persona = per rol
wall-by-order = zoals geschreven
wall-by-group = per groep
wall-whole = alle scenario’s
wall-search = Zoek:
wall-marked = { $count ->
    [one] Eén kaart aangeduid. Duid er nog aan, of leg ze samen met m.
   *[other] { $count } kaarten aangeduid. Leg ze samen met m.
}

# Op en onder de kaarten.
wall-hidden = verborgen voor de zaal
wall-yours = van jou
wall-group-unnamed = groep zonder naam ({ $count })
wall-rest = De andere kaarten ({ $count })
wall-no-persona = Zonder rol ({ $count })
wall-empty = Er hangt hier nog niets. Schrijf gerust zelf iets: druk op w.
wall-empty-facilitator = Er hangt hier nog niets. Zijn er papieren briefjes? Voer ze in met o.
wall-nothing-found = Geen kaart gevonden. Zoek iets anders, of toon met Esc weer alles.
wall-hidden-first = Deze kaart is verborgen. Toon haar eerst weer, met h.

# De kaart in het groot.
wall-detail-persona = Geschreven als
wall-detail-scenario = Scenario
wall-detail-prompt = De vraag was
wall-detail-cards = Trends in het spel
wall-detail-group = Ligt samen in
wall-detail-writer = Van
wall-detail-source = Hoe het binnenkwam

# Samenleggen.
wall-mark-first = Duid eerst twee of meer kaarten aan, met de spatiebalk.
wall-group-field = Hoe noemen we deze nood?
wall-group-hint = { $count } kaarten komen samen. Elke kaart houdt haar eigen woorden. Een naam mag, maar hoeft niet.

# Erbij schrijven.
wall-write-title = Waar doet dit je aan denken?
wall-write-kind = Wat is het?
wall-write-text = Jouw tekst

# Papieren briefjes.
paper-scenario = Scenario
paper-persona = Geschreven als
paper-no-persona = geen rol
paper-kind = Wat zijn het?
paper-notes = De briefjes, elk op een eigen regel
paper-hint = Typ of plak. Enter begint een nieuw briefje.
paper-ready = { $count ->
    [0] Nog geen briefjes
    [one] Eén briefje klaar. Voer het in met Ctrl-S.
   *[other] { $count } briefjes klaar. Voer ze in met Ctrl-S.
}
paper-waiting = { $count ->
    [one] Eén briefje is onderweg.
   *[other] { $count } briefjes zijn onderweg.
}
paper-entered = { $count ->
    [one] Eén briefje ingevoerd.
   *[other] { $count } briefjes ingevoerd.
}
paper-line = Regel { $line }: { $why }
paper-refused = Niet ingevoerd: { $why }
paper-nothing = Typ eerst een briefje.
