# De schermen van een deelnemer.

# Wat je met een toets kan doen.
do-my-send = versturen
do-my-new-line = nieuwe regel
do-my-kind = soort
do-my-kind-back = vorig soort
do-my-list = jouw lijst
do-my-field = terug
do-my-open = aanpassen
do-my-give-back = toch niet
do-my-withdraw = weghalen
do-my-role = mijn rol
do-my-prompt = andere vraag
do-my-park = voor later
do-my-light-on = klaar
do-my-light-off = nog niet klaar
do-my-theme = thema { $number }
do-my-themes = thema
do-my-none = geen
do-my-second = tweede thema
do-my-single = één thema
do-my-next = volgende
do-my-previous = vorige
do-my-take-back = terugnemen
do-my-themes-read = uitleg
do-my-card-read = lezen
do-my-unsent = niet verstuurde tekst
do-my-copy = kopiëren

# Wat je nog eens gevraagd wordt.
sure-my-withdraw = Deze tekst weghalen? Niemand anders heeft hem gezien.
sure-my-drop = Deze tekst is niet verstuurd. Weggooien?

# De lobby.
my-welcome = Welkom! Fijn dat je er bent.
my-welcome-role = Je krijgt een rol: iemand op de werkvloer in 2035.
my-welcome-write = Je schrijft op wat die persoon nodig heeft.
my-welcome-together = Daarna lezen en sorteren we alles samen.
my-name = Jij bent { $name }.
my-name-from = Jij bent { $name } ({ $organisation }).
my-company = { $count ->
    [0] De anderen komen nog.
    [one] Je bent de eerste. De anderen komen nog.
   *[other] Er zijn { $count } deelnemers.
}
my-kept = Wat we bewaren
my-kept-named = Je naam en je teksten. Je naam staat bij wat je schrijft.
my-kept-pseudonymous = Je teksten, met een nummer erbij: { $seat }. Je naam bewaren we niet.
my-kept-anonymous = Wat je schrijft, sorteert en stemt, en je organisatie. Nergens staat wie wat gaf.

# De rol en het scenario.
my-role = Ik ben: { $role }
my-role-none = Je hebt geen rol
my-role-none-long = Spreek gewoon voor jezelf, of vraag de begeleider om een rol.
my-worries = Wat mij bezorgd maakt
my-wishes = Wat ik wil
my-worries-line = Wat mij bezorgd maakt: { $text }
my-wishes-line = Wat ik wil: { $text }
my-facts = Zo is het in 2035
my-cards = Dit komt erbij

# Het lampje.
my-light-on = klaar

# Schrijven.
my-text = Schrijf hier
my-editing = Je past { $id } aan
my-left-over = Hier was je mee bezig
my-aside = Je andere tekst komt straks terug
my-list = Wat jij schreef ({ $count })
my-list-empty = Hier komt wat je schrijft. Niemand leest mee tot we delen.
my-saved = bewaard
my-shared = bewaard en gedeeld
my-waiting = wacht, vertrekt vanzelf
my-leaving = wordt weggehaald
my-shared-stays = Dit is al gedeeld en blijft zoals het is.
my-waiting-stays = Dit is nog onderweg. Wacht even.
my-finish-first = Verstuur eerst wat je nu schrijft, of druk op Esc.
my-park-hint = Een vraag of idee dat nu niet past. We komen er later op terug.
my-parked = Genoteerd voor later.
my-unsent-title = Niet verstuurd
my-unsent-why = De groep ging verder voor dit verstuurd was. Niemand anders ziet het. Het staat weer klaar als we nog eens schrijven.
my-unsent-over = De workshop was voorbij voor dit verstuurd was. Niemand anders ziet het. Kopiëren kan nog.
my-unsent-sharing = De groep ging verder voor dit verstuurd was. Niemand anders ziet het. Je kan het nu nog versturen; anders staat het weer klaar als we nog eens schrijven.

# Sorteren.
my-sort-at = Kaart { $at } van { $count }, { $sorted } gesorteerd
my-sort-open = nog niet gesorteerd
my-sort-ask = Welke nood is dit? Druk op een cijfer.
my-sort-first = Kies eerst het belangrijkste thema.
my-sort-second = Kies nu het tweede thema.
my-sort-done = Alles gesorteerd! Druk op F2: klaar.
my-sort-wait = Klaar! Straks bespreken we dit samen.
my-sort-no-theme = geen van deze thema’s
my-sort-nothing = Er is niets om terug te nemen.
my-sort-suggested = voorstel: { $theme }, { $how }. Jij kiest.
my-sort-suggested-because = voorstel: { $theme }, { $how }. Jij kiest. Want: { $words }
my-sort-none = Er zijn geen kaarten voor jou.
my-sort-none-long = De anderen sorteren nu. Straks bekijken we alles samen.
