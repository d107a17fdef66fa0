# Het bord: waar hoort elke bijdrage, en wat komt terug.

# Wat je met een toets kan doen.
do-board-accept = overnemen
do-board-next-best = tweede keus
do-board-place = onder thema { $number }
do-board-places = onder thema
do-board-none = geen thema
do-board-second = tweede thema
do-board-mark = aanduiden
do-board-accept-all = alle zekere
do-board-take-out = wel of niet
do-board-join = samenleggen wat hetzelfde zegt; tussen talen wordt weinig gevonden
do-board-compare = vergelijken met wat erop lijkt
do-board-same = zelfde nood: samenleggen
do-board-apart = niet samen
do-board-next-text = volgende tekst
do-board-text-before = vorige tekst
do-board-teach = een woord leren: voor welk thema spreekt het?
do-board-unteach = geleerde woorden zien en terugnemen
do-board-take-away = plaats wegnemen
do-board-where = plaats kiezen in een lijst
do-board-themes = uitleg
do-board-switch = rij of bord
do-board-read = hele kaart lezen
do-board-spotlight = aan iedereen tonen, of niet meer
do-board-search = zoeken
do-board-group = samenleggen als één nood
do-board-ungroup = groep losmaken
do-board-propose = thema voorstellen
do-board-back = toch niet
do-board-down = verder
do-board-up = terug
do-board-right = naar rechts
do-board-left = naar links
do-board-first = naar het begin
do-board-last = naar het einde

# Het bord.
board-title = Het bord
board-settled = { $settled } van { $all } geplaatst
board-marked = { $count } aangeduid
board-contested-left = { $count } betwist
board-none-count = { $count } zonder thema
board-alpha = eensgezindheid { $alpha }
board-all-settled = Alles heeft een plaats. Met Tab kijk je het bord nog eens na.
board-nothing-here = Hier is niets te zien.
board-queue-empty = De rij is leeg.
board-contested = betwist
board-sure = zeker
board-probable = waarschijnlijk
board-open = open
board-sure-left = { $count } zeker (A)
board-hidden = verborgen
board-own = van de begeleider, telt niet mee
board-spotlit = nu voor iedereen
board-not-sorted = Nog door niemand gesorteerd.
board-said = { $votes } van { $sorted } kozen: { $theme }
board-divided = De groep is het niet eens ({ $sorted } keuzes).
board-wordings =
    { $count ->
        [one] één verwoording
       *[other] { $count } verwoordingen van dezelfde nood
    }
board-yours = jij koos { $key }
board-none = geen van de thema's
board-none-covers = Past nergens bij. Dat is een volwaardig antwoord; het verslag toont deze bijdragen apart.

# Wat er gevraagd en gezegd wordt.
board-second-digit = Tweede thema: typ het cijfer. Esc: toch niet.
board-second-first = Kies eerst een thema; daarna kan er een tweede bij.
board-group-two = Duid minstens één andere kaart aan met de spatiebalk.
board-group-label = Hoe heet deze nood?
board-group-hint = Mag leeg blijven. Elke tekst blijft staan zoals hij geschreven is.
board-no-group = Deze kaart ligt niet in een groep.
board-theme-title = Hoe heet het thema?
board-theme-covers = Wat hoort erbij?
board-theme-letters = Schrijf de naam met minstens één letter van a tot z.

# Wat er voorgesteld wordt, door wie en waarom.
board-trust-sure = zeker { $confidence }
board-trust-probable = waarschijnlijk { $confidence }
board-trust-open = { $confidence }
board-voice-tool = halte, { $how }
board-voice-group = de groep, { $votes } van { $sorted }
board-because = want: { $words }
board-enter-marked =
    { $count ->
        [one] de aangeduide kaart, waar ze voorgesteld werd
       *[other] de { $count } aangeduide kaarten, elk waar ze voorgesteld werd
    }
board-in-doubt = geen voorstel: halte twijfelt
board-no-offer = geen voorstel: typ een cijfer
board-reads = halte las: { $words }
board-nearest-card = lijkt op { $id } ({ $key }): { $text }
board-nearest-example = lijkt op een voorbeeld ({ $key }): { $text }
board-taken-over = overgenomen van halte ({ $confidence })
board-was-suggested = halte stelde voor: { $theme } ({ $confidence })
board-why-doubt = halte twijfelt: typ { $first } of { $second }.
board-why-divided = De groep is het niet eens en er is geen voorstel. Typ een cijfer.
board-why-nobody = Niemand sorteerde deze kaart en er is geen voorstel. Typ een cijfer.
board-no-next = Er is geen tweede keus. Typ een cijfer.
board-one-card = Dit gaat over één kaart. Esc haalt de aanduidingen weg.
board-look-again = Hier veranderde net iets. Kijk nog eens en druk dan opnieuw.
board-left-marked =
    { $count ->
        [one] Eén kaart blijft aangeduid: geen voorstel, of een nieuw. Kijk nog eens.
       *[other] { $count } kaarten blijven aangeduid: geen voorstel, of een nieuw. Kijk nog eens.
    }
board-all-title = Alles wat zeker is
board-all-sure = { $count ->
        [one] Eén kaart
       *[other] { $count } kaarten
    }: { $group } zoals de groep koos, { $tool } zoals halte voorstelt.
board-changed = intussen veranderd
board-none-sure = Nu is niets zeker. Neem de kaarten één voor één.
board-none-taken = Er is niets overgenomen.
board-suggestions-over = Voorstellen zijn er alleen bij het sorteren en het samen kiezen.

# Noden die twee keer gezegd zijn.
board-same =
    { $along ->
        [0] zelfde nood als { $ids }: samenleggen
        [one] zelfde nood als { $ids }: samenleggen, met één kaart die daar al bij ligt
       *[other] zelfde nood als { $ids }: samenleggen, met { $along } kaarten die daar al bij liggen
    }
board-like = lijkt op { $ids }? Vergelijk de teksten.
board-only-question = Dit is een vraag, geen voorstel. Met c vergelijk je de teksten.
board-joined = De kaarten liggen samen. M maakt ze los, u neemt het terug.
board-compare-title = Zeggen deze twee hetzelfde?
board-waits = nog niet geplaatst
board-card-gone = { $id } is er niet meer.

# Woorden die geleerd worden.
board-no-words = In deze kaart staat geen woord om te leren.
board-word-spoke = sprak mee
board-teach-for = Voor welk thema spreekt { $word }?
board-taught = { $word } spreekt nu voor { $theme }. u neemt het terug.
board-untaught = { $word } spreekt voor geen thema meer. u neemt dat terug.
board-taught-words = geleerde woorden: { $words }

# Wat komt terug.
recurrence-title = Wat komt terug
recurrence-run = { $k } van { $of } scenario's gespeeld
recurrence-contributions =
    { $count ->
        [one] één bijdrage
       *[other] { $count } bijdragen
    }
recurrence-participants =
    { $count ->
        [one] één deelnemer
       *[other] { $count } deelnemers
    }
recurrence-left-out =
    { $count ->
        [one] één telt niet mee
       *[other] { $count } tellen niet mee
    }
recurrence-group =
    { $personas ->
        [one] { $k } van { $of } scenario's, één persona
       *[other] { $k } van { $of } scenario's, { $personas } persona's
    }
recurrence-by-contribution = Aantal bijdragen.
recurrence-by-persona = Aantal verschillende persona's. Vijf bijdragen van één persona tellen één keer.
recurrence-across = in scenario's
recurrence-minutes = minuten
recurrence-prompt = Vraag { $at } van { $of }. { $text }
do-recurrence-table = volgende tabel
do-recurrence-table-back = vorige tabel
do-recurrence-prompt = volgende vraag
do-recurrence-prompt-back = vorige vraag
do-recurrence-personas = persona's tellen, of bijdragen
