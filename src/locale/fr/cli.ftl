# La ligne de commande.

failed = halte : { $what }
state-folder = Le dossier { $path } ne peut pas être créé : { $cause }. Donnez à XDG_STATE_HOME un dossier où vous pouvez écrire.
journal-torn = { $path } : les { $bytes } derniers octets n’étaient pas écrits en entier. Ils n’avaient jamais été confirmés et sont gardés à côté, dans le fichier en .torn.
journal-left-out = Le journal à côté est abîmé ; le rapport repose sur la session enregistrée. { $cause }
keys-lost = Les clés de cette session ne sont pas sur cette machine. Il y a un nouveau code ; les participants reviennent avec le nouveau lien.
session-over = { $path } : ce workshop est terminé. Consultez-le avec « halte report ».
cannot-listen = Impossible d’écouter sur { $address } : { $cause }. Choisissez un autre port avec --listen.
no-steps = Ce plan n’a pas d’étapes.
host-link = On participe avec :  halte join --plain "{ $what }"
host-code = Code : { $what }
host-saved = Enregistré dans { $what }
host-unsaved = { $path } : la session n’a pas pu être enregistrée. Le journal à côté contient tout ; essayez « halte host --resume » quand il y aura de la place.
is-a-session = { $path } : ceci est une session enregistrée, pas un plan. Continuez-la avec « halte host --resume ».
is-a-persona = { $path } : ceci est un persona, pas un plan. Mettez-le dans le dossier personas.
nothing-here = { $path } : il n’y a ici ni plan, ni persona, ni session, ni journal.
no-sessions = { $path } : il n’y a pas de session enregistrée ici. Faites-en une avec « halte rehearse » ou « halte host ».
good-plan = en ordre : plan, { $steps ->
    [one] une étape
   *[other] { $steps } étapes
}, { $minutes } minutes
good-session = en ordre : session, { $contributions ->
    [one] une contribution
   *[other] { $contributions } contributions
}, { $participants ->
    [one] un participant
   *[other] { $participants } participants
}
good-persona = en ordre : persona, { $role }
good-journal = en ordre : journal, { $records ->
    [one] une ligne
   *[other] { $records } lignes
}
plan-written = Plan écrit : { $path }. Adaptez-le et démarrez avec :  halte host { $path }
file-exists = { $path } : ce fichier existe déjà et n’est pas écrasé. Choisissez un autre nom.
rehearse-saved = Enregistré dans { $path }
rehearse-progress = { $people } participants simulés
no-link = Donnez le lien affiché par l’hôte, ou une adresse avec --code.
needs-token = Un animateur a besoin du jeton de l’hôte : --token.
seat-replaced = La même place a été prise sur un autre terminal. Celui-ci s’arrête.
other-session = Derrière ce lien se trouve maintenant une autre session. Demandez le nouveau lien à l’animateur.
nobody-there = L’hôte est injoignable. Rien de vous n’attend sur cet ordinateur. Vérifiez le lien ou demandez à l’animateur.
left-waiting = { $count ->
    [one] Une entrée attend
   *[other] { $count } entrées attendent
} encore l’hôte. Tout est sur cette machine ; revenez avec le même lien pour l’envoyer.
help-halte = Guide un groupe dans un workshop par scénarios sur l’avenir du travail.
help-lang = Langue des écrans, messages et rapports
help-color = Quand utiliser la couleur
help-ascii = Cadres et signes en ASCII simple
help-log = Écrire le journal technique dans ce fichier
help-verbose = En dire plus (deux fois : encore plus)
help-quiet = Ne signaler que les erreurs
help-new = Écrire un plan que vous pouvez adapter
help-new-file = Le fichier ; sans nom, le plan est affiché
help-new-title = Le titre du workshop
help-new-preset = L’agenda complet (environ deux heures) ou court (environ une heure)
help-new-scenarios = Scénarios, séparés par des virgules
help-new-personas = Personas, séparés par des virgules, ou un jeu : 4, 6, inclusion, all
help-new-content = Dossier avec vos propres personas et textes
help-host = Ouvrir la salle et animer le workshop
help-host-plan = Le plan ; sans plan, celui qui est fourni
help-host-listen = Adresse et port d’écoute ; le port 0 en choisit un
help-host-sessions = Dossier où la session est enregistrée
help-host-resume = Reprendre une session : son journal ou la session enregistrée
help-host-headless = Sans écran : une ligne JSON à l’ouverture et une à la fermeture
help-host-anonymity = Ce qui est enregistré sur les personnes : named, pseudonymous ou anonymous
help-host-plain-ws = Accepter les connexions non chiffrées
help-host-content = Dossier avec vos propres personas et textes
help-join = Prendre place dans un workshop
help-join-link = Le lien de l’hôte, ou HÔTE[:PORT] avec --code
help-join-code = Le code de la salle
help-join-name = Votre nom ; enregistré seulement dans une session avec noms
help-join-organisation = Votre organisation
help-join-real-role = Le persona le plus proche de votre travail ; de préférence, vous ne le recevez pas
help-join-role = participant, observer ou facilitator
help-join-token = Le jeton de l’animateur
help-join-plain = Texte simple, ligne par ligne, sans écran
help-join-fresh = Prendre une nouvelle place, même si cette machine en a encore une
help-rehearse = Jouer un workshop entier avec des participants simulés
help-rehearse-plan = Le plan ; sans plan, celui qui est fourni
help-rehearse-participants = Combien de participants
help-rehearse-seed = La graine : la même graine donne les mêmes participants
help-rehearse-sessions = Dossier où la session est enregistrée
help-rehearse-content = Dossier avec vos propres personas et textes
help-report = Faire le rapport d’une ou plusieurs sessions
help-report-paths = Sessions enregistrées, journaux ou dossiers
help-report-format = Sous quelle forme le rapport est écrit
help-report-output = Écrire dans ce fichier
help-report-by = Compter le premier thème seulement, ou aussi le second
help-check = Vérifier plans, personas, sessions et journaux
help-check-paths = Fichiers ou dossiers
help-check-content = Dossier avec vos propres personas et textes
help-completions = Écrire les complétions pour un shell
help-completions-shell = Le shell
help-man = Écrire la page de manuel
