# De zaal zoals de begeleider ze ziet: het onthaal, de briefing, het schrijven en het sorteren.

# Wat je met een toets kan doen.
do-invite = uitnodiging
do-lock = op slot doen
do-unlock = van slot doen
do-new-code = nieuwe code
do-remove = iemands plaats wegnemen
do-copy-link = link kopiëren
do-read-script = draaiboek
do-read-scenario = scenario lezen
do-read-coverage = wie ziet wat
do-read-themes = de vijf noden
do-give-persona = rol geven
do-assign-auto = rollen verdelen
do-play-card = trendkaarten
do-add-persona = eigen persona
do-enter = tekst ingeven

# De uitnodiging.
invite-title = Zo doe je mee
invite-title-locked = De zaal is op slot
invite-scan = Scan dit vierkant met je telefoon: je leest er hoe je meedoet.
invite-by-code = halte join ADRES --code { $code }
invite-copied = De link is naar je terminal gestuurd om te kopiëren.
invite-plain = Niet alles is versleuteld: wie op het netwerk meeluistert, kan meelezen.
invite-locked = Op slot: er komt niemand nieuw bij. Wie al een plaats heeft, komt terug met deze code of die van de eerste keer.
code-new = De nieuwe code: { $code }. De uitnodiging staat onder i.
sure-new-code = Een nieuwe code maken? Wie al een plaats heeft, merkt er niets van; wie alleen meekijkt, ook het grote scherm, doet opnieuw mee. De link die je uitdeelde, opent dan niets meer; deel de nieuwe uit.
sure-new-code-removed = Ook een nieuwe code maken? Wie je wegnam, kent de oude nog en kan er opnieuw mee binnenkomen.
sure-remove = De plaats van { $who } wegnemen? Die kan er niet naar terug. Wat die schreef, blijft.

# Wie er is.
room-people = Mensen
room-people-here = { $all ->
    [0] niemand
    [one] 1 persoon
   *[other] { $all } mensen
}
room-people-done = { $done } van { $all } klaar
room-people-lost = { $count } weg
room-people-none = Er is nog niemand. Toon de code of deel de link.
room-lost = weg
room-table = tafel { $number }
room-no-persona = nog geen rol
room-persona-secret = rol alleen zelf bekend
room-coverage-secret = Wie welke rol heeft, weet alleen wie ze heeft: deze sessie is anoniem. De rollen zijn gelijk verdeeld.

# Wat er bewaard wordt.
room-recorded = Wat we bewaren
room-recorded-named = Wat je schrijft, met je naam, je organisatie en je rol.
room-recorded-pseudonymous = Wat je schrijft, met een nummer en je organisatie. Geen namen.
room-recorded-anonymous = Wat je schrijft. Nergens staat wie wat schreef.
room-saved-in = Opgeslagen in { $path }

# Het draaiboek en het scenario.
room-say = Zeg dit
room-may = Dit mag de groep
room-facts = De feiten
room-prompts = De vragen
room-cards = Trendkaarten op tafel
room-cards-title = Trendkaarten: leg op tafel of neem weg

# De rollen.
room-who-plays = Welke rol krijgt { $name }?
room-own-work = is het eigen werk
room-had-before = had deze rol al
room-persona-role = De rol, bijvoorbeeld: vrachtwagenchauffeur
room-persona-work = Wat doe ik?
room-persona-worries = Waar lig ik wakker van?
room-persona-wishes = Wat wil ik?
room-persona-missing = Geef de rol een naam.
room-coverage = Wie ziet wat
room-empty-cells = { $count ->
    [0] alles bekeken
    [one] één leeg vak
   *[other] { $count } lege vakken
}
room-nobody = niemand in deze rol

# Het schrijven.
room-time = Tijd
room-minutes = { $used } van { $planned } minuten
room-no-timer = Er loopt geen timer. Zet er een met t, of laat het zo.
room-progress = Hoever we zijn
room-done = klaar
room-contributions = { $count ->
    [0] Nog geen teksten in dit scenario.
    [one] Eén tekst in dit scenario.
   *[other] { $count } teksten in dit scenario.
}
room-entered = Door jou ingegeven
room-entry-text = Wat is er gezegd?
room-entry-hint = Ctrl-S: meteen klaar
room-entry-kind = Soort
room-entry-persona = Vanuit welke rol?
room-entry-no-persona = geen rol
room-entry-source = Van wie komt het?
room-entry-table = Tafel, als je voor een tafel schrijft
room-entry-missing = Typ eerst wat er gezegd is.
room-entry-no-table = Typ een nummer van 0 tot 255, of niets.

# Het sorteren.
room-sorted = gesorteerd
room-agreement = Eensgezindheid { $alpha } (1: helemaal eens)
room-suggested = Voorstellen van halte: { $sure } zeker, { $probable } waarschijnlijk, { $open } open. Op het bord zie je waarom.
room-agreement-none = Eensgezindheid: nog niets te vergelijken.
room-busy = { $count ->
    [0] Iedereen is klaar. Ga verder met n.
    [one] Nog één persoon is bezig.
   *[other] Nog { $count } mensen zijn bezig.
}
room-all-sorted = Alles is gesorteerd. Ga verder met n.
room-contested = Waar jullie verschillen
room-contested-count = { $count ->
    [one] 1 tekst
   *[other] { $count } teksten
}
room-contested-none = Nog geen verschillen.
room-of-people = van { $count }
room-themes = De vijf noden
room-none-of-them = geen van de vijf
room-slice = { $count ->
    [one] één tekst
   *[other] { $count } teksten
}
