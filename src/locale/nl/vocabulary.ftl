# De woorden van de methode.

kind-need = nood
kind-want = behoefte
kind-challenge = uitdaging
kind-opportunity = kans

step-welcome = welkom
step-brief = briefing
step-write = schrijven
step-share = delen
step-sort = sorteren
step-converge = samen kiezen
step-recurrence = wat komt terug
step-vote = stemmen
step-reflect = toetsen
step-act = aanbevelen
step-close = afsluiten

source-typed = zelf getypt
source-scribe = door een schrijver
source-paper = van papier
source-facilitator = van de begeleider

horizon-now = nu
horizon-later = later

actor-company = bedrijf
actor-sector = sector
actor-government = overheid
actor-education = onderwijs
actor-social-partners = sociale partners

organisation-company = bedrijf
organisation-sheltered-work = maatwerk
organisation-knowledge-institute = kennisinstelling
organisation-policy = beleid
organisation-technology-provider = technologieleverancier
organisation-other = andere

anonymity-named = met namen
anonymity-pseudonymous = met nummers
anonymity-anonymous = anoniem

stance-agree = eens
stance-differ = anders
