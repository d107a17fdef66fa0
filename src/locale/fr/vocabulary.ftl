# Les mots de la méthode.

kind-need = besoin
kind-want = souhait
kind-challenge = défi
kind-opportunity = opportunité

step-welcome = accueil
step-brief = présentation
step-write = écriture
step-share = partage
step-sort = tri
step-converge = choix commun
step-recurrence = ce qui revient
step-vote = vote
step-reflect = mise à l’épreuve
step-act = recommandations
step-close = clôture

source-typed = tapé
source-scribe = par un secrétaire
source-paper = sur papier
source-facilitator = de l’animateur

horizon-now = maintenant
horizon-later = plus tard

actor-company = entreprise
actor-sector = secteur
actor-government = pouvoirs publics
actor-education = enseignement
actor-social-partners = partenaires sociaux

organisation-company = entreprise
organisation-sheltered-work = travail adapté
organisation-knowledge-institute = institut de recherche
organisation-policy = politique
organisation-technology-provider = fournisseur de technologie
organisation-other = autre

anonymity-named = avec les noms
anonymity-pseudonymous = avec des numéros
anonymity-anonymous = anonyme

stance-agree = d’accord
stance-differ = autre avis
