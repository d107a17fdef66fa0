# Le mode simple, sans écran.

# Ce que l’hôte dit quand une connexion n’est pas possible.
fault-wrong-code = Le code de la session ou de la place n’est pas correct. Demandez le lien à l’animateur.
fault-bad-message = L’hôte ne comprend pas ce message. Utilisez la même version de halte que l’hôte.
fault-too-large = Ce message est trop long pour l’hôte. Raccourcissez-le.
fault-too-fast = Cela va trop vite. Attendez un instant et réessayez.
fault-full = La session est complète. Demandez conseil à l’animateur.
fault-unsupported = Cet hôte ne peut pas faire cela. Utilisez la même version de halte que l’hôte.
fault-too-slow = L’hôte a attendu trop longtemps un message de bienvenue. Réessayez.

# La page pour qui ouvre le lien dans un navigateur.
page-title = Participez dans le terminal
page-what = Un atelier halte se déroule ici. Vous participez dans un terminal, pas dans le navigateur.
page-link = Demandez le lien à l’animateur et tapez :
page-link-word = LIEN
page-code = Vous n’avez qu'un code ? Tapez alors :
page-code-word = CODE
