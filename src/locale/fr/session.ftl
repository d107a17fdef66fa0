# Lire les plans et les sessions.
