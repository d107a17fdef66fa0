# De gewone modus, zonder scherm.

# Wat de host zegt als een verbinding niet kan.
fault-wrong-code = De code van de sessie of van de plaats klopt niet. Vergelijk ze met wat de begeleider toont, of vraag de link.
fault-bad-message = De host begrijpt dit bericht niet. Gebruik dezelfde versie van halte als de host.
fault-too-large = Dit bericht is te lang voor de host. Maak het korter.
fault-too-fast = Dit gaat te snel. Wacht even en probeer het opnieuw.
fault-full = De sessie is vol. Vraag de begeleider om raad.
fault-unsupported = Deze host kan dat niet. Gebruik dezelfde versie van halte als de host.
fault-too-slow = De host wachtte te lang op een begroeting. Probeer het opnieuw.
fault-locked = De sessie is op slot: er komt niemand meer bij. Had je al een plaats? Kom terug op de computer waar je ze had. Vraag anders de begeleider of je er nog bij kunt.
fault-removed = De begeleider heeft je plaats weggenomen. Wat je schreef, blijft. Vraag de begeleider om raad.

# De pagina voor wie de link in een browser opent.
page-title = Doe mee in de terminal
page-what = Hier loopt een werksessie van halte. Je doet mee in een terminal, niet in de browser.
page-link = Of plak de link van de begeleider, als je die hebt:
page-link-word = LINK
page-code = Neem de code van het scherm in de zaal, en typ:
page-code-word = CODE
# De gewone modus, zonder scherm, en de verbinding.

# Een adres dat niet klopt.
address-host = “{ $text }” is geen adres van een computer. Typ wat de begeleider toont, bijvoorbeeld 192.168.1.20/K7QF-2M9X.
address-port = “{ $text }” is geen poort. Een poort is een getal van 1 tot 65535.
address-no-code = De code van de zaal ontbreekt. Typ ze achter het adres, bijvoorbeeld 192.168.1.20/K7QF-2M9X, of geef ze met --code.
address-code = “{ $text }” is geen code van een zaal. Een code is acht letters en cijfers, bijvoorbeeld K7QF-2M9X.
address-two-codes = In de link staat de code { $link }, maar je gaf ook { $given }. Geef er maar één.
address-fingerprint = Wat achter het hekje in de link staat, is niet volledig: “{ $text }”. Kopieer de link opnieuw, of laat het hekje en wat erachter staat weg.
address-scheme = “{ $text }” is geen link naar een zaal. Een link begint met halte://.

# Een regel die niet begrepen wordt.
bad-unknown = Dat commando bestaat niet. Typ /help voor de lijst.
bad-form = Schrijf het zo: { $form }.
bad-word = “{ $word }” kan hier niet. Kies uit: { $known }.
bad-typed = Je typte: { $typed }
too-long = Die regel is te lang. Maak de tekst korter.
not-yet = Er is nog geen verbinding. Probeer het straks opnieuw.
not-kept = Dit kon niet bewaard worden op deze computer en is niet verstuurd ({ $cause }). Maak plaats op de schijf en typ het opnieuw.

# De verbinding.
lost = { $count ->
    [0] De verbinding is weg ({ $cause }). Er wordt verder geprobeerd. Je kan gewoon typen: alles wordt bewaard.
    [one] De verbinding is weg ({ $cause }). Er wordt verder geprobeerd. Er wacht één tekst; die is bewaard.
   *[other] De verbinding is weg ({ $cause }). Er wordt verder geprobeerd. Er wachten { $count } teksten; die zijn bewaard.
}
lost-host-stopped = de host is gestopt; de workshop kan later verdergaan, en dan kom je vanzelf weer binnen
waits-its-turn = Nog even geduld: de zaal kan je nu niet meteen binnenlaten. Je komt vanzelf aan de beurt; je hoeft niets te doen.
goes-on-trying = Er wordt verder geprobeerd. Je kan al typen: alles wordt bewaard.
hitch-unknown-name = die naam is hier niet bekend
hitch-refused = het toestel is er, maar daar is geen zaal open
hitch-no-way = het netwerk leidt er niet naartoe
hitch-silent = er komt geen antwoord
still-waiting = { $count ->
    [one] Er wacht nog één opdracht op de verbinding. Ze is bewaard op deze computer.
   *[other] Er wachten nog { $count } opdrachten op de verbinding. Ze zijn bewaard op deze computer.
}
replaced = Je plaats is ingenomen vanaf een andere terminal. Ga daar verder. Was jij dat niet? Vraag de begeleider om raad.
failed-other-session = Achter deze link zit nu een andere workshop. Je plaats van de vorige is er niet. Kom binnen met een nieuwe plaats.
failed-new-code = Er is een nieuwe code. Neem opnieuw deel met de code of de link die de begeleider nu toont.
distrust-wrong-certificate = Op dit adres antwoordt iemand anders dan de host die deze link maakte. Er is niets verstuurd. Vraag de begeleider om de link van nu, en kijk na of je op het juiste netwerk zit.
distrust-other-host = Op dit adres antwoordt een andere host dan die waar je met deze code een plaats hebt. Er is niets verstuurd. Kijk na of het adres klopt en of je op het juiste netwerk zit. Wil je daar een nieuwe plaats, voeg dan --fresh toe.
distrust-unproven = De code klopt niet, of op dit adres antwoordt iemand anders dan de host. Misschien is er intussen een nieuwe code. Je code is niet verstuurd. Vergelijk het adres en de code met wat de begeleider toont, en kijk na of je op het juiste netwerk zit.
distrust-plain-refused = Deze zaal aanvaardt alleen versleutelde verbindingen. Je code is niet verstuurd. Typ de link zonder #plain.

theme-none = Geen van deze thema’s: wat nergens past, is ook een bevinding.
help-text = TEKST — een bijdrage; een regel die met een schuine streep begint, is een commando

# Hoe elk commando geschreven wordt, en wat het doet.
form-kind = /kind need|want|challenge|opportunity — wat je volgende bijdragen zijn: nood, behoefte, uitdaging of kans
form-edit = /edit n0012 TEKST — je eigen bijdrage herschrijven, zolang ze niet gedeeld is
form-withdraw = /withdraw n0012 — je eigen bijdrage terugnemen, zolang ze niet gedeeld is
form-prompt = /prompt SY2 — een andere vraag van dit scenario kiezen
form-done = /done — je lampje op klaar zetten
form-undone = /undone — je lampje weer uitzetten
form-sort = /sort n0012 THEMA [TWEEDE] — een bijdrage bij een thema leggen; none is geen van de thema’s, unplaced neemt het terug
form-vote = /vote THEMA AANTAL — zoveel stippen aan een thema geven
form-reflect = /reflect UITDAGING agree|differ TEKST — het eens zijn of het anders zien, en waarom
form-say = /say TEKST — iets op de parking zetten
form-scribe = /scribe PERSONA TEKST — typen voor iemand anders, vanuit die persona
form-list = /list — je eigen bijdragen lezen
form-facts = /facts — het scenario opnieuw lezen
form-persona = /persona — je persona opnieuw lezen
form-who = /who — wie er is
form-lang = /lang nl|en|fr — een andere taal lezen
form-help = /help — deze lijst
form-quit = /quit — vertrekken, zodra alles aangekomen is
form-next = /next [5] — naar de volgende stap; met een getal erbij pas na zoveel seconden, aangekondigd aan iedereen
form-stay = /stay — toch hier blijven: een aangekondigde stap intrekken
form-back = /back — naar de vorige stap
form-goto = /goto s02 — naar die stap
form-timer = /timer 5m|90s|+1m|stop — de timer starten, verlengen of stoppen
form-assign = /assign p03 PERSONA, of /assign auto — iemand een persona geven, of iedereen die er geen heeft
form-card = /card TE1 — een trendkaart op tafel leggen of weer wegnemen
form-paper = /paper PERSONA TEKST — een papieren briefje invoeren
form-spotlight = /spotlight [n0012] — één bijdrage voor iedereen tonen, of geen meer
form-hide = /hide n0012 — een bijdrage verbergen
form-show = /show n0012 — een verborgen bijdrage weer tonen
form-place = /place n0012 THEMA [TWEEDE] — beslissen waar een bijdrage hoort; unplaced neemt het terug
form-accept = /accept [n0012|all] — overnemen wat voorgesteld is, door de groep of anders door halte; all: alles wat zeker is
form-teach = /teach THEMA WOORD — een woord of enkele woorden voor een thema laten spreken; unplaced neemt het terug
form-group = /group n0012 n0031 [NAAM] — bijdragen die hetzelfde zeggen samenleggen
form-ungroup = /ungroup g02 — een groep weer splitsen
form-propose-theme = /propose-theme ID TITEL | UITLEG — een eigen thema toevoegen
form-add-persona = /add-persona ID ROL | WERK | ZORGEN | WENSEN — een eigen persona toevoegen
form-hands = /hands THEMA AANTAL — getelde handen invoeren
form-recommend = /recommend THEMA now|later company|sector|government|education|social-partners TEKST [n0012 ...] — een aanbeveling maken
form-park = /park TEKST — iets op de parking zetten
form-resolve = /resolve k01 — een punt van de parking afvinken
form-lock = /lock — niemand meer binnenlaten; wie een plaats heeft, komt nog terug
form-unlock = /unlock — weer mensen binnenlaten
form-remove = /remove p03 — iemands plaats wegnemen; wat die schreef, blijft. Maak daarna ook een nieuwe code: /code new
form-code = /code new — een nieuwe code maken; de oude opent niets meer
form-undo = /undo — je laatste wijziging ongedaan maken
form-redo = /redo — wat ongedaan was opnieuw doen
form-save = /save — de sessie nu opslaan
form-close = /close — de workshop afsluiten
