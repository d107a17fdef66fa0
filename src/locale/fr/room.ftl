# La salle telle que la voit l'animateur : l'accueil, le briefing, l'écriture et le tri.

# Ce que fait une touche.
do-invite = invitation
do-lock = fermer la porte
do-unlock = ouvrir la porte
do-new-code = nouveau code
do-remove = retirer une place
do-copy-link = copier le lien
do-read-script = canevas
do-read-scenario = lire le scénario
do-read-coverage = qui voit quoi
do-read-themes = les cinq besoins
do-give-persona = donner un rôle
do-assign-auto = répartir les rôles
do-play-card = cartes tendance
do-add-persona = persona du groupe
do-enter = saisir un texte

# L'invitation.
invite-title = Pour participer
invite-title-locked = La salle est verrouillée
invite-scan = Scannez ce carré avec votre téléphone : il explique comment participer.
invite-by-code = halte join ADRESSE --code { $code }
invite-copied = Le lien a été envoyé à votre terminal pour être copié.
invite-plain = Tout n’est pas chiffré : quiconque écoute sur le réseau peut lire.
invite-locked = Verrouillé : plus personne n’entre. Qui a déjà une place revient avec ce code ou celui de la première fois.
code-new = Le nouveau code : { $code }. L’invitation est sous i.
sure-new-code = Faire un nouveau code ? Ceux qui ont une place ne remarquent rien ; ceux qui regardent seulement, le grand écran aussi, rejoignent à nouveau. Le lien que vous avez donné n’ouvre alors plus rien ; donnez le nouveau.
sure-new-code-removed = Faire aussi un nouveau code ? La personne retirée connaît l’ancien et peut revenir avec lui.
sure-remove = Retirer la place de { $who } ? Cette personne ne pourra plus y revenir. Ce qu’elle a écrit reste.

# Qui est là.
room-people = Participants
room-people-here = { $all ->
    [0] personne
    [one] 1 personne
   *[other] { $all } personnes
}
room-people-done = { $done } sur { $all } prêts
room-people-lost = { $count } hors ligne
room-people-none = Personne encore. Montrez le code ou partagez le lien.
room-lost = hors ligne
room-table = table { $number }
room-no-persona = pas encore de rôle
room-persona-secret = rôle connu de soi seul
room-coverage-secret = Seule la personne qui a un rôle le connaît : cette session est anonyme. Les rôles sont répartis également.

# Ce qui est conservé.
room-recorded = Ce que nous conservons
room-recorded-named = Ce que vous écrivez, avec votre nom, votre organisation et votre rôle.
room-recorded-pseudonymous = Ce que vous écrivez, avec un numéro et votre organisation. Pas de noms.
room-recorded-anonymous = Ce que vous écrivez. Rien ne dit qui a écrit quoi.
room-saved-in = Enregistré dans { $path }

# Le canevas et le scénario.
room-say = À dire
room-may = Le groupe peut
room-facts = Les faits
room-prompts = Les questions
room-cards = Cartes tendance en jeu
room-cards-title = Cartes tendance : poser ou retirer

# Les rôles.
room-who-plays = Quel rôle pour { $name } ?
room-own-work = c'est son propre métier
room-had-before = a déjà eu ce rôle
room-persona-role = Le rôle, par exemple : chauffeur de camion
room-persona-work = Qu'est-ce que je fais ?
room-persona-worries = Qu'est-ce qui m'inquiète ?
room-persona-wishes = Qu'est-ce que je veux ?
room-persona-missing = Donnez un nom au rôle.
room-coverage = Qui voit quoi
room-empty-cells = { $count ->
    [0] tout est couvert
    [one] une case vide
   *[other] { $count } cases vides
}
room-nobody = personne dans ce rôle

# L'écriture.
room-time = Temps
room-minutes = { $used } sur { $planned } minutes
room-no-timer = Aucun minuteur. Lancez-en un avec t, ou laissez ainsi.
room-progress = Où nous en sommes
room-done = prêts
room-contributions = { $count ->
    [0] Pas encore de textes dans ce scénario.
    [one] Un texte dans ce scénario.
   *[other] { $count } textes dans ce scénario.
}
room-entered = Saisi par vous
room-entry-text = Qu'est-ce qui a été dit ?
room-entry-hint = Ctrl-S : remettre tout de suite
room-entry-kind = Type
room-entry-persona = Avec quel rôle ?
room-entry-no-persona = aucun rôle
room-entry-source = De qui vient-il ?
room-entry-table = Table, si vous écrivez pour une table
room-entry-missing = Tapez d'abord ce qui a été dit.
room-entry-no-table = Tapez un numéro de 0 à 255, ou rien.

# Le tri.
room-sorted = triés
room-agreement = Accord { $alpha } (1 : tous d'accord)
room-suggested = Propositions de halte : { $sure } sûres, { $probable } probables, { $open } ouvertes. Le tableau montre pourquoi.
room-agreement-none = Accord : rien à comparer encore.
room-busy = { $count ->
    [0] Tout le monde est prêt. Continuez avec n.
    [one] Une personne trie encore.
   *[other] { $count } personnes trient encore.
}
room-all-sorted = Tout est trié. Continuez avec n.
room-contested = Vos différences
room-contested-count = { $count ->
    [one] 1 texte
   *[other] { $count } textes
}
room-contested-none = Pas encore de différences.
room-of-people = sur { $count }
room-themes = Les cinq besoins
room-none-of-them = aucun des cinq
room-slice = { $count ->
    [one] un texte
   *[other] { $count } textes
}
