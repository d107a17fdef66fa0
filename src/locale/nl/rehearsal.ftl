# De repetitie.

# Nagespeelde deelnemers en hun organisaties: gewone woorden met een nummer of letter, zodat niemand verzonnen wordt.
simulated-participant = Deelnemer { $number }
simulated-company = Bedrijf { $letter }
simulated-sheltered-work = Maatwerkbedrijf { $letter }
simulated-knowledge-institute = Kennisinstelling { $letter }
simulated-policy = Overheidsdienst { $letter }
simulated-technology-provider = Technologieleverancier { $letter }
simulated-other = Organisatie { $letter }
