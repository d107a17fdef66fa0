# The rehearsal.

# Simulated participants and their organisations: plain words with a number or a letter, so that nobody is invented.
simulated-participant = Participant { $number }
simulated-company = Company { $letter }
simulated-sheltered-work = Sheltered workshop { $letter }
simulated-knowledge-institute = Knowledge institute { $letter }
simulated-policy = Public service { $letter }
simulated-technology-provider = Technology provider { $letter }
simulated-other = Organisation { $letter }
