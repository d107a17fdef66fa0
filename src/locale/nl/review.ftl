# Terugkijken over bewaarde sessies.

do-review-back = terug
do-review-behind = wat erachter zit
do-review-choose-part = onderdeel kiezen
do-review-copy = kopiëren als Markdown
do-review-export = naar een bestand schrijven
do-review-first = naar het begin
do-review-hits = treffers
do-review-keep = bewaren
do-review-last = naar het einde
do-review-mark = aanduiden
do-review-mark-all = alles aanduiden, of niets meer
do-review-next-one = volgende
do-review-next-part = volgend onderdeel
do-review-notes = notities
do-review-one-before = vorige
do-review-open = openen
do-review-part = onderdeel { $number }
do-review-part-before = vorig onderdeel
do-review-parts = onderdeel
do-review-reread = opnieuw lezen
do-review-search = zoeken
do-review-show-all = alles tonen
do-review-sort = sorteren
do-review-together = samen openen
do-review-together-marked = samen openen: duid er eerst twee aan

review-title = Terugkijken
review-no-terminal = Terugkijken kan alleen in een terminal. Zonder terminal maakt “halte report” hetzelfde als verslag.
review-too-small = Maak dit venster wat groter.
review-read = { $read } van { $found } gelezen
review-opening = Even lezen…
review-busy = Er wacht nog werk. Probeer het zo opnieuw.
review-copied = Gekopieerd als Markdown.
review-exported = Geschreven: { $name }
review-search-hint = / zoekt in alle teksten
review-look-for = zoek:
review-being-read = De sessies worden gelezen.
review-redacted = geschoond
review-mark-first = Duid met de spatiebalk aan wat je samen wil openen.
review-organisations-redacted = organisaties weggehaald
review-empty = Hier zijn nog geen sessies. Wat bewaard wordt, verschijnt hier vanzelf.
review-nothing = Hier is niets.
review-nothing-found = Niets gevonden.
review-unreadable = Dit bestand is niet te lezen
review-head-title = titel
review-head-date = datum
review-head-organisations = organisaties
review-head-participants = deelnemers
review-head-contributions = bijdragen
review-head-scenarios = scenario’s gedaan
review-head-hits = treffers
review-short-participants = mensen
review-short-contributions = bijdr.
review-short-scenarios = scen.
review-short-hits = treff.
review-under-way = nog bezig
review-session = Een sessie lezen
review-contribution = Een bijdrage
review-contributions = Alle bijdragen
review-overview = Overzicht
review-timeline = Verloop
review-timeline-how = Wanneer de groep waar was (UTC), in minuten en seconden.
review-from = vanaf
review-closed = einde
review-comparison = Naast elkaar
review-hits-title = Treffers
review-stale = Dit bestand is intussen veranderd: r leest het opnieuw.
review-not-told = Dit wordt van een anonieme sessie niet getoond.
review-prompt = Vraag: { $prompt }
review-where = Waar het staat
review-in-group = Samen met andere: { $label }
review-sorts = Wat de groep zei
review-sorts-none = Niemand sorteerde deze bijdrage.
review-suggestion = Wat halte zou voorstellen
review-because = Woorden: { $words }.
review-log = Wat ermee gebeurde
review-undone = (teruggedraaid)
review-who-facilitator = De begeleider
review-who-somebody = Iemand
review-did-write = { $who } schreef dit.
review-did-edit = { $who } verwoordde dit anders.
review-did-withdraw = { $who } trok dit in.
review-did-restore = { $who } haalde dit terug.
review-did-hide = { $who } verborg dit.
review-did-show = { $who } toonde dit weer.
review-did-spotlight = { $who } zette dit voor iedereen.
review-did-sort = { $who } sorteerde dit bij { $place }.
review-did-unsort = { $who } trok die keuze in.
review-did-place = { $who } plaatste dit bij { $place }.
review-did-unplace = { $who } nam de plaats weg.
review-did-ungroup = { $who } haalde dit uit zijn groep.
review-did-suggest = halte stelde { $place } voor, { $percent }.
review-given-group = De groep stelde { $place } voor.
review-given-group-accepted = Zo stelde de groep het voor: { $place }.
review-given-tool = halte stelde { $place } voor.
review-given-tool-accepted = Zo stelde halte het voor: { $place }.
review-notes = Notities
review-notes-on = Notities bij { $session }
review-notes-hint = Alleen voor jou, in een bestand naast de sessie. Ctrl-S bewaart.
review-notes-throw-away = Nog niet bewaard. Ctrl-S bewaart; nog eens Esc gooit je wijzigingen weg.
review-notes-unkept = Je notities zijn nog niet bewaard. Ctrl-S bewaart; nog eens stoppen laat ze wachten tot de volgende keer.
review-notes-again = Dit had je getypt en nog niet bewaard. Ctrl-S bewaart; twee keer Esc gooit je wijzigingen weg.
review-notes-not-put-away = Wat je typt, kan nu niet op schijf gezet worden. Bewaar met Ctrl-S, of kopieer je tekst.
review-notes-waiting = Je notities bij { $session } zijn nog niet bewaard. Ze staan er nog: kies de sessie en druk op n.
review-notes-changed = { $path }: hier staat intussen iets anders. Je tekst staat hier nog; nog eens Ctrl-S schrijft eroverheen.
review-notes-no-text = { $path }: dit is geen tekst. Verplaats het bestand, dan kun je notities maken.
review-notes-too-long = Deze notities zijn te lang om hier te veranderen. Gebruik je eigen tekstverwerker.
review-export-what = Wat
review-export-view = wat je nu ziet, als Markdown
review-export-markdown = het hele verslag, als Markdown
review-export-html = het hele verslag, als pagina voor een browser
review-export-csv = alle bijdragen, als CSV
review-export-json = alles, als JSON
review-export-name = Bestand
review-export-hint = Een bestand dat er al is, blijft zoals het is.
review-export-no-name = Geef het bestand een naam.

review-found = { $count } gevonden
review-marked = { $count } aangeduid
review-unread = { $count } niet te lezen
review-left-out = { $count } niet meegeteld
review-together =
    { $count ->
        [one] { $count } sessie samen
       *[other] { $count } sessies samen
    }
review-untold =
    { $count ->
        [one] Van { $count } andere wordt niet gezegd dat ze hier hoort.
       *[other] Van { $count } andere wordt niet gezegd dat ze hier horen.
    }
review-hits =
    { $count ->
        [one] { $count } tekst met “{ $words }”.
       *[other] { $count } teksten met “{ $words }”.
    }
review-sorts-tally =
    { $count ->
        [one] { $count } mens sorteerde: { $tally }.
       *[other] { $count } mensen sorteerden: { $tally }.
    }
review-did-group =
    { $count ->
        [one] { $who } zette dit in een groep van { $count }: { $label }.
       *[other] { $who } legde dit samen tot { $count }: { $label }.
    }
