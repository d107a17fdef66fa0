# La répétition.

# Participants simulés et leurs organisations : des mots ordinaires avec un numéro ou une lettre, pour n'inventer personne.
simulated-participant = Participant { $number }
simulated-company = Entreprise { $letter }
simulated-sheltered-work = Entreprise de travail adapté { $letter }
simulated-knowledge-institute = Institut de recherche { $letter }
simulated-policy = Service public { $letter }
simulated-technology-provider = Fournisseur de technologie { $letter }
simulated-other = Organisation { $letter }
