# De dokter: kan deze laptop en dit netwerk de workshop dragen?

doctor-verdict-fine = goed
doctor-verdict-beware = let op
doctor-verdict-wrong = fout
doctor-verdict-not-known = onbekend

doctor-subject-addresses = Adres
doctor-subject-port = Poort
doctor-subject-firewall = Firewall
doctor-subject-isolation = Andere toestellen
doctor-subject-portal = Aanmeldpagina
doctor-subject-clock = Klok
doctor-subject-disk = Schijf
doctor-subject-sync = Bewaren
doctor-subject-files = Bestanden
doctor-subject-terminal = Terminal
doctor-subject-load = Proef
doctor-subject-name = Naam
doctor-subject-connection = Verbinding
doctor-subject-room = Zaal

doctor-yes = Ja: deze laptop en dit netwerk kunnen een workshop met { $people ->
    [one] één deelnemer
   *[other] { $people } deelnemers
} dragen, voor zover dat van hier te zien is.
doctor-no = Nog niet: zo lukt een workshop met { $people ->
    [one] één deelnemer
   *[other] { $people } deelnemers
} niet.
doctor-guest-yes = Ja: je kunt van hier meedoen.
doctor-guest-no = Nog niet: zo kun je van hier niet meedoen.
doctor-first = Begin met: { $subject }.
doctor-look-at = Kijk nog naar: { $subject }.

# Het netwerk.
doctor-addresses-fine = anderen bereiken je op { $address }.
doctor-addresses-several = de link draagt { $address }, en er is nog een ander.
doctor-addresses-vpn = de link draagt { $address }, en dat lijkt een VPN. De mensen in de zaal komen daar niet.
doctor-addresses-none = deze laptop zit op geen enkel netwerk.
doctor-addresses-here = op { $address } komt alleen deze laptop zelf.
doctor-addresses-not-here = { $address } is geen adres van deze laptop.
doctor-addresses-join = Kies het wifinetwerk van de zaal, of maak een hotspot met een telefoon.
doctor-addresses-choose = Er is ook { $others }. Zitten de mensen daar, geef dan --listen { $example }.
doctor-addresses-vpn-off = Zet de VPN af, of kies het wifinetwerk van de zaal.
doctor-port-free = { $address } is vrij.
doctor-port-halte = op { $address } luistert al een halte ({ $version }).
doctor-port-is-it-yours = Is dat je eigen zaal, dan is dit goed. Sluit ze anders eerst, of kies een andere poort met --listen.
doctor-port-taken = { $address } is in gebruik door een ander programma.
doctor-port-not-allowed = je mag niet luisteren op { $address }.
doctor-port-not-here = { $address } is geen adres van deze laptop.
doctor-port-failed = kan niet luisteren op { $address } ({ $cause }).
doctor-port-elsewhere = Kies een andere poort boven 1023, bijvoorbeeld --listen 0.0.0.0:7421.
doctor-port-leave-out = Laat --listen weg, of kies een adres van deze laptop.
doctor-firewall-on = { $name } staat aan en kan anderen buiten houden.
doctor-firewall-none = geen die halte kent staat aan. Of er een andere is, is van hier niet te zien.
doctor-firewall-windows = Windows houdt anderen buiten tot je het toelaat.
doctor-firewall-command = Laat de poort toe met: { $command }
doctor-firewall-ask-mac = Vraagt macOS of halte verbindingen mag aannemen, kies dan “Sta toe”.
doctor-firewall-ask-windows = Vraagt Windows om toegang voor halte, kies dan “Toestaan” voor privénetwerken.
doctor-isolation-one-device = of toestellen op dit netwerk elkaar bereiken, is met één toestel niet te zien.
doctor-isolation-wait = Geef --wait erbij en open dan met een tweede toestel de pagina die getoond wordt.
doctor-isolation-link = Er is al een zaal open: typ op een tweede toestel “halte doctor” met haar link erachter.
doctor-isolation-visited = een tweede toestel kwam langs, op { $from }.
doctor-isolation-nobody = in { $seconds } seconden kwam geen tweede toestel langs.
doctor-isolation-why = Kijk of beide toestellen op hetzelfde netwerk zitten, en of een firewall ze tegenhoudt. Houdt het netwerk toestellen uit elkaar (een gastnetwerk doet dat vaak), vraag dan een ander of maak een hotspot.
doctor-waiting = Open nu op een tweede toestel, op hetzelfde wifinetwerk:
    { $page }
    of typ daar:  halte doctor "{ $link }"
    Er wordt { $minutes } minuten gewacht.
doctor-give-up = Enter: niet langer wachten.
doctor-trial = Proef van de dokter
doctor-portal-not-asked = niet nagekeken (--offline).
doctor-portal-silent = het internet antwoordt niet. halte heeft er geen nodig.
doctor-portal-open = er is internet, zonder aanmeldpagina ertussen. halte heeft er geen nodig.
doctor-portal-other = het netwerk toont een eigen pagina voor het iemand doorlaat.
doctor-portal-accept = Laat iedereen die pagina eerst aanvaarden in een browser, of kies een netwerk zonder.

# De laptop.
doctor-clock-fine = loopt { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min
} uit de pas met het internet. Dat is goed genoeg.
doctor-clock-off = loopt { $minutes } minuten uit de pas met het internet. De tijden in de sessie kloppen dan niet.
doctor-clock-early = staat op { $now }, en toen bestond halte nog niet.
doctor-clock-alone = staat op { $now }. Dat kan kloppen; er was geen andere klok om mee te vergelijken.
doctor-clock-set = Zet de klok juist, of laat de laptop dat zelf doen.
doctor-clock-host-fine = loopt { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min
} uit de pas met de host. Dat stoort niet.
doctor-clock-host-off = loopt { $minutes } minuten uit de pas met de host. De timers volgen de host, dus meedoen lukt wel.
doctor-clock-host-silent = de host zei niet hoe laat het daar is.
doctor-disk-free = { $folder }: { $free } MiB vrij; nodig is { $needed } MiB.
doctor-disk-writable = { $folder }: hier kan geschreven worden. Hoeveel plaats er is, zegt het systeem niet.
doctor-disk-not-writable = { $folder }: hier kan geen sessie bewaard worden ({ $cause }).
doctor-disk-elsewhere = Kies een andere map met --sessions, ook straks bij “halte host”.
doctor-disk-make-room = Maak plaats, of kies een andere map met --sessions.
doctor-sync-fine = wat mensen schrijven, staat in { $median } ms veilig op schijf (traagste: { $slowest } ms).
doctor-sync-slow = veilig bewaren duurt { $median } ms (traagste: { $slowest } ms). Mensen gaan dat voelen.
doctor-sync-elsewhere = Kies met --sessions een map op de eigen schijf van deze laptop, geen netwerkschijf of map die gesynchroniseerd wordt.
doctor-files-open = er mogen { $open } bestanden en verbindingen tegelijk open zijn; nodig is { $needed }.
doctor-files-more = Typ “ulimit -n { $needed }” voordat je de host start, of vraag wie de laptop beheert om meer.
doctor-terminal-fine = { $columns } bij { $rows } tekens, { $color ->
    [yes] met kleur
   *[no] zonder kleur
}.
doctor-terminal-small = { $columns } bij { $rows } tekens, { $color ->
    [yes] met kleur
   *[no] zonder kleur
}. Dat is klein voor de begeleider.
doctor-terminal-ascii = { $columns } bij { $rows } tekens, { $color ->
    [yes] met kleur
   *[no] zonder kleur
}. Of de tekens UTF-8 zijn, is niet gezegd.
doctor-terminal-larger = Maak het venster groter of de letters kleiner: { $columns } bij { $rows } is goed.
doctor-terminal-use-ascii = Zien kaders er vreemd uit, geef dan --ascii, of zet LANG op een taal met UTF-8.
doctor-terminal-none = hier is geen terminal, dus er is niets over te zeggen.
doctor-terminal-try-there = Doe dit nog eens in de terminal die je in de workshop gebruikt.
doctor-terminal-dumb = deze terminal kan alleen regels schrijven (TERM=dumb).
doctor-terminal-plain = De workshop gaat regel per regel. Voor schermen is een andere terminal nodig.
doctor-load-fine = { $people ->
    [one] één gesimuleerde deelnemer
   *[other] { $people } gesimuleerde deelnemers
} zonder denkpauzes: { $count } handelingen, bevestigd in { $middle } ms (99 op de 100 binnen { $most } ms, traagste { $slowest } ms; nodig is 250 ms).
doctor-load-slow = { $people ->
    [one] één gesimuleerde deelnemer
   *[other] { $people } gesimuleerde deelnemers
} zonder denkpauzes: { $count } handelingen, bevestigd in { $middle } ms, maar 99 op de 100 pas binnen { $most } ms (traagste { $slowest } ms; nodig is 250 ms).
doctor-load-nothing = geen enkele handeling werd bevestigd.
doctor-load-no-seat = maar { $seated } van { $people } gesimuleerde deelnemers kregen op tijd een plaats.
doctor-load-missing = { $missing ->
    [one] één handeling werd
   *[other] { $missing } handelingen werden
} nooit bevestigd.
doctor-load-failed = de proef kon niet beginnen: { $cause }
doctor-load-lighten = Sluit zware programma’s, hang de laptop aan het stroomnet en probeer opnieuw, of neem een snellere laptop.

# De weg naar een zaal.
doctor-name-known = { $host } is bekend.
doctor-name-unknown = { $host } is hier niet bekend.
doctor-name-number = Kijk de link na, of vraag de begeleider een link met een nummer, zoals 192.168.1.20.
doctor-connection-made = { $address } antwoordt in { $median } ms (traagste: { $slowest } ms).
doctor-connection-slow = { $address } antwoordt traag: { $median } ms (traagste: { $slowest } ms).
doctor-connection-nearer = Ga dichter bij het wifipunt zitten, of kies een minder druk netwerk.
doctor-connection-refused = het toestel op { $address } is er, maar weigert de verbinding.
doctor-connection-is-it-open = Vraag de begeleider of de zaal open is, en of een firewall de poort tegenhoudt.
doctor-connection-silent = { $address } antwoordt niet binnen { $seconds } seconden.
doctor-connection-no-way = er is geen weg naar { $address } ({ $cause }).
doctor-room-open = “{ $title }” is open; het bordje aan de deur was in { $took } ms gelezen.
doctor-room-slow = “{ $title }” is open, maar het bordje aan de deur lezen duurde { $took } ms.
doctor-room-closed = “{ $title }” is afgelopen.
doctor-room-wrong-code = de code in de link is niet die van de zaal.
doctor-room-ask-link = Vergelijk het adres en de code met wat de begeleider toont, of vraag de link.
doctor-room-full = de zaal is vol.
doctor-room-make-place = Vraag raad aan de begeleider.
doctor-room-fault = de zaal aanvaardt dit toestel niet ({ $reason }).
doctor-room-mute = er is een halte ({ $version }), maar de zaal is zo niet te bereiken ({ $cause }).
doctor-room-same-version = Gebruik aan beide kanten dezelfde versie van halte.
doctor-room-stranger = daar luistert een ander programma, geen halte.
doctor-connection-same-network = Zit je op hetzelfde wifinetwerk als de begeleider? Zo ja, vraag de begeleider: het netwerk houdt misschien toestellen uit elkaar (een gastnetwerk doet dat vaak), of een firewall houdt de poort tegen.
doctor-room-locked = de zaal is op slot: er komt niemand meer bij.
doctor-room-let-in = Had je al een plaats, kom dan terug op het toestel waar je ze had. Vraag anders de begeleider of je er nog bij kunt.
doctor-room-encrypted = deze zaal aanvaardt alleen versleutelde verbindingen.
doctor-room-without-plain = Typ de link zonder #plain.
doctor-room-other-host = daar antwoordt een andere host dan die van de link. Er is niets verstuurd.
doctor-room-unproven = wie daar antwoordt, kent deze code niet. Er is niets verstuurd.
