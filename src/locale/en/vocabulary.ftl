# The words of the method.

kind-need = need
kind-want = want
kind-challenge = challenge
kind-opportunity = opportunity

step-welcome = welcome
step-brief = briefing
step-write = writing
step-share = sharing
step-sort = sorting
step-converge = settling together
step-recurrence = what recurs
step-vote = voting
step-reflect = holding against
step-act = recommending
step-close = closing

source-typed = typed
source-scribe = by a scribe
source-paper = from paper
source-facilitator = the facilitator’s

horizon-now = now
horizon-later = later

actor-company = company
actor-sector = sector
actor-government = government
actor-education = education
actor-social-partners = social partners

organisation-company = company
organisation-sheltered-work = sheltered work
organisation-knowledge-institute = knowledge institute
organisation-policy = policy
organisation-technology-provider = technology provider
organisation-other = other

anonymity-named = with names
anonymity-pseudonymous = with numbers
anonymity-anonymous = anonymous

stance-agree = agree
stance-differ = differ
