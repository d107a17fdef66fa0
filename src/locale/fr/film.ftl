# Le film d’un workshop passé.

# La barre sous l’écran.
film-record = ligne { $record }/{ $all }
film-silence = silence de { $minutes } min abrégé
film-end = fin
film-torn-end = le journal s’interrompt ici
film-torn = Le journal s’interrompt dans une ligne. Le film montre ce qui précède.

# Ce qu’on peut faire avec une touche.
chapter-film = Le film
do-film-pause = pause
do-film-play = continuer
do-film-again = revoir
do-film-forth = ligne suivante
do-film-back = ligne précédente
do-film-faster = plus vite
do-film-slower = moins vite
do-film-steps = vers une étape
do-film-jump = vers une heure ou une ligne
do-film-next-step = étape suivante
do-film-last-step = étape précédente
do-film-start = début
do-film-end = fin

# Aller quelque part.
film-closed = Fin du workshop
film-jump-field = Heure ou ligne
film-jump-hint = Par exemple 9:40 (UTC), ou 120 pour la ligne 120.
film-unread = Tapez une heure comme 9:40, ou le numéro d’une ligne.
film-no-record = Cette ligne n’existe pas. Choisissez-en une de 1 à { $all }.
film-no-time = Le film va de { $from } à { $to } (UTC). Choisissez une heure entre les deux.

# Sur la ligne de commande.
help-replay-speed = Combien de fois plus vite que le workshop le film va, de 1 à 3600 ; sinon il dure environ deux minutes, et va au plus 60 fois plus vite
replay-no-screen = Il n’y a pas d’écran ici pour un film. Demandez le rapport d’un moment, avec --at et une heure ou avec --seq et le numéro d’une ligne.
