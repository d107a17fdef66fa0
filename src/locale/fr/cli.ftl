# La ligne de commande.

state-folder = Le dossier où halte garde ceci se choisit avec XDG_STATE_HOME.
no-home = Votre dossier personnel sur cette machine est introuvable. Définissez HOME, ou donnez à XDG_STATE_HOME un dossier où vous pouvez écrire.
journal-torn = { $path } : les { $bytes } derniers octets n’étaient pas écrits en entier. Ils n’avaient jamais été confirmés et sont gardés à côté, dans le fichier en .torn.
journal-left-out = { $cause } Le rapport repose sur la session enregistrée à côté.
session-left-out = { $cause } Le rapport repose sur le journal à côté.
session-without-record = { $path } : le déroulement de cette session n’y est plus, mais il est dans le journal à côté. Les rapports lisent celui-ci ; `halte host --resume` avec ce fichier réécrit la session.
keys-lost = Les clés de cette session ne sont pas sur cette machine. Il y a un nouveau code ; les participants reviennent avec le nouveau lien.
certificate-new = Cette session date d’avant le chiffrement et reçoit maintenant un certificat. Le lien a changé ; les participants reviennent avec le nouveau lien.
certificate-unusable = Le certificat de cette session est inutilisable. Supprimez le fichier de cette session du dossier rooms dans le dossier d’état ; de nouvelles clés seront alors créées.
session-over = { $path } : ce workshop est terminé. Consultez-le avec « halte report ».
cannot-listen = Impossible d’écouter sur { $address } : { $cause }. Choisissez un autre port avec --listen.
listen-in-use = { $address } est déjà utilisé : une salle y est peut-être ouverte. Choisissez un autre port avec --listen.
listen-not-allowed = Vous ne pouvez pas écouter sur { $address }. Choisissez un port au-dessus de 1023 avec --listen.
listen-not-here = { $address } n’est pas une adresse de cette machine. Choisissez-en une autre avec --listen.
no-steps = Ce plan n’a pas d’étapes.
host-typed = On tape :  halte join --plain { $what }
host-link = Ou on colle :  halte join --plain "{ $what }"
host-code = Code : { $what }
host-plain = Attention : la connexion n’est pas chiffrée (--plain-ws). Quiconque écoute sur le réseau peut lire le code et tous les textes.
host-saved = Enregistré dans { $what }
host-unsaved = { $path } : la session n’a pas pu être enregistrée. Le journal à côté contient tout ; essayez « halte host --resume » quand il y aura de la place.
is-a-session = { $path } : ceci est une session enregistrée, pas un plan. Continuez-la avec « halte host --resume ».
is-a-persona = { $path } : ceci est un persona, pas un plan. Mettez-le dans le dossier personas.
nothing-here = { $path } : il n’y a ici ni plan, ni persona, ni session, ni journal.
not-a-file = { $path } : ceci n’est pas un fichier ordinaire et n’a pas été ouvert. Regardez ce que c’est.
unreadable-more =
    { $more ->
        [one] et encore un fichier qui n’a pas pu être lu
       *[other] et encore { $more } fichiers qui n’ont pas pu être lus
    }
report-progress = lecture des sessions
no-sessions = { $path } : il n’y a pas de session enregistrée ici. Faites-en une avec « halte rehearse » ou « halte host ».
plan-written = Plan écrit : { $path }. Adaptez-le et démarrez avec :  halte host { $path }
report-written = Rapport écrit : { $path }
rehearse-saved = Enregistré dans { $path }
rehearse-progress = { $people } participants simulés
no-link = Donnez ce que montre l’hôte, par exemple 192.168.1.20/K7QF-2M9X, ou une adresse avec --code.
needs-token = Un animateur a besoin du jeton de l’hôte : --token.
seat-replaced = La même place a été prise sur un autre terminal. Celui-ci s’arrête.
other-session = Derrière ce lien se trouve maintenant une autre session. Demandez le nouveau lien à l’animateur.
nobody-there = L’hôte est injoignable. Rien de vous n’attend sur cet ordinateur. Vérifiez le lien ou demandez à l’animateur.
left-waiting = { $count ->
    [one] Une entrée attend
   *[other] { $count } entrées attendent
} encore l’hôte. Tout est sur cette machine ; revenez avec le même lien pour l’envoyer.

# Ce qu’est un fichier.
good-plan = plan valable ({ $scenarios ->
    [one] un scénario
   *[other] { $scenarios } scénarios
}, { $personas ->
    [one] un persona
   *[other] { $personas } personas
}, { $steps ->
    [one] une étape
   *[other] { $steps } étapes
}, { $minutes ->
    [one] une minute
   *[other] { $minutes } minutes
})
good-session = session valable, clôturée ({ $contributions ->
    [one] { $contributions } contribution
   *[other] { $contributions } contributions
}, { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
})
good-open-session = session valable, pas clôturée ({ $contributions ->
    [one] { $contributions } contribution
   *[other] { $contributions } contributions
}, { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
})
good-persona = persona valable ({ $role })
good-journal = journal valable ({ $records ->
    [one] une ligne
   *[other] { $records } lignes
})
good-torn-journal = journal valable ({ $records ->
    [one] une ligne
   *[other] { $records } lignes
} ; les { $bytes } derniers octets n’ont pas été écrits en entier et seront coupés)

# Ce qui n’a pas réussi avec un fichier.
store-not-there = { $path } : ce fichier ou ce dossier n’existe pas. Vérifiez le nom.
store-no-folder = { $path } : le dossier pour ceci n’existe pas. Créez-le d’abord, ou choisissez-en un autre.
store-may-not-open = { $path } : vous ne pouvez pas ouvrir ceci. Demandez l’accès au propriétaire.
store-may-not-write = { $path } : vous ne pouvez pas écrire ici. Choisissez un autre dossier.
store-exists = { $path } : ceci existe déjà et n’est pas écrasé. Choisissez un autre nom.
store-full = { $path } : le disque est plein. Faites de la place et réessayez.
store-is-a-folder = { $path } : ceci est un dossier, et il faut un fichier. Nommez un fichier du dossier.
store-not-a-folder = { $path } : une partie de ce nom est un fichier, pas un dossier. Vérifiez le nom.
store-not-made = { $path } : impossible de créer ceci ({ $cause }). Choisissez un autre endroit.
store-not-read = { $path } : impossible de lire ceci ({ $cause }). Essayez avec une copie.
store-not-written = { $path } : impossible d’écrire ceci ({ $cause }). Choisissez un autre endroit.
store-not-held = { $path } : impossible de réserver ceci à un seul halte ({ $cause }). Choisissez un dossier sur le disque de cette machine.
store-locked = { $path } : un autre halte a cette session ouverte. Fermez-la d’abord là-bas.
store-too-large = { $path } : ceci fait plus de { $limit } Mio ; ce n’est donc ni un plan, ni une session, ni un journal. Vérifiez de quel fichier il s’agit.
store-empty-journal = { $path } : ce journal est vide. L’hôte s’est arrêté avant le début de l’atelier ; rien n’est perdu. Vous pouvez supprimer le fichier et recommencer avec « halte host ».
store-not-a-journal = { $path }:{ $line }: ceci n’est pas un journal de halte. Vérifiez de quel fichier il s’agit.
store-newer-journal = { $path }:{ $line }: un halte plus récent a écrit ce journal (version { $version } ; celui-ci lit jusqu’à { $known }). Installez le halte plus récent.
store-not-a-record = { $path }:{ $line }: le journal est abîmé : ceci n’est pas une ligne de journal. Mettez-le de côté et continuez avec une copie ou avec la session enregistrée.
store-broken-chain = { $path }:{ $line }: le journal est abîmé : cette ligne ou la précédente a été changée. Mettez-le de côté et continuez avec une copie ou avec la session enregistrée.
store-out-of-order = { $path }:{ $line }: le journal est abîmé : le numéro { $found } est là où il faut le { $expected }. Mettez-le de côté et continuez avec une copie ou avec la session enregistrée.
store-not-opened = { $path }:{ $line }: le journal est abîmé : il ne commence pas par l’ouverture d’un workshop. Mettez-le de côté et continuez avec une copie ou avec la session enregistrée.
seat-foreign = { $path } : une autre version de halte a écrit ceci. Entrez avec une nouvelle place : --fresh.
seat-damaged = { $path }:{ $line } : ce fichier est abîmé. Entrez avec une nouvelle place : --fresh.
empty-journal = { $path } : rien n’est encore noté dans ce journal. Recommencez le workshop.

# Ce qui ne va pas dans une commande telle qu’elle a été tapée.
new-title = Prochain arrêt
title-empty = Le titre est vide. Écrivez-en un après --title, ou omettez --title.
title-too-long = Le titre est trop long. Il compte pour { $length } caractères et il y a place pour { $limit }. Raccourcissez-le.
choose-from = Choisissez parmi : { $known }.
usage-unknown-command = Il n’y a pas de commande « { $what } ».
usage-unknown-argument = « { $what } » n’a pas sa place ici.
usage-no-value = Il faut quelque chose après { $what }.
usage-bad-value = « { $value } » n’est pas possible pour { $what }.
usage-listen = Donnez une adresse et un port, par exemple 0.0.0.0:7420.
usage-missing = { $what } manque.
usage-conflict = { $what } et { $other } ne vont pas ensemble.
usage-not-text = Un des arguments n’est pas un texte lisible.
usage-wrong = { $what } ne s’utilise pas ainsi.
usage-table-without-csv = --table va avec --format csv : les autres formes contiennent tous les tableaux.
usage-more = Plus : halte --help
heading-usage = Utilisation :
heading-commands = Commandes
heading-arguments = Arguments
heading-options = Options
heading-everywhere = Pour chaque commande

help-halte = Guide un groupe dans un workshop par scénarios sur l’avenir du travail.
help-help = Montrer cette aide
help-version = Montrer la version
help-default = sinon : { $value }
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
help-host-listen = Adresse et port d’écoute ; le port 0 en choisit un. Sinon : là où la salle était avant, ou 0.0.0.0:7420
help-host-sessions = Dossier où la session est enregistrée
help-host-resume = Reprendre une session : son journal ou la session enregistrée
help-host-headless = Sans écran : une ligne JSON à l’ouverture et une à la fermeture
help-host-anonymity = Ce qui est enregistré sur les personnes
help-host-plain-ws = Accepter aussi les connexions non chiffrées, pour d’autres programmes que halte
help-host-content = Dossier avec vos propres personas et textes
help-join = Prendre place dans un workshop
help-join-link = Ce que montre l’hôte : HÔTE[:PORT]/CODE, ou le lien complet ; ou HÔTE[:PORT] avec --code
help-join-behind = Le code, pour qui tape une espace à la place de la barre
help-join-code = Le code de la salle
help-join-name = Votre nom ; enregistré seulement dans une session avec noms
help-join-organisation = Votre organisation
help-join-real-role = Le persona le plus proche de votre travail ; de préférence, vous ne le recevez pas
help-join-role = À quoi sert la place
help-join-token = Le jeton de l’animateur
help-join-plain = Du texte simple, ligne par ligne, sans écran. Si l’hôte est absent à la fin de l’entrée, on essaie encore pendant HALTE_PATIENCE secondes (par défaut : 30)
help-join-fresh = Prendre une nouvelle place, même si cette machine en a encore une
help-rehearse = Jouer un workshop entier avec des participants simulés
help-rehearse-plan = Le plan ; sans plan, celui qui est fourni
help-rehearse-participants = Combien de participants
help-rehearse-seed = La graine : la même graine donne les mêmes participants
help-rehearse-sessions = Dossier où la session est enregistrée
help-rehearse-content = Dossier avec vos propres personas et textes
help-review = Revoir des sessions enregistrées
help-review-paths = Sessions enregistrées, journaux ou dossiers
help-report = Faire le rapport d’une ou plusieurs sessions
help-report-paths = Sessions enregistrées, journaux ou dossiers ; si l’un ne peut être lu, les autres font le rapport et le code de sortie est 1
help-report-format = Sous quelle forme le rapport est écrit
help-report-table = Avec csv : quel tableau, au lieu des contributions
help-report-output = Écrire dans ce fichier
help-report-by = Compter le premier thème seulement, ou aussi le second
help-classify = À quel thème appartient chaque phrase sur stdin, une par ligne (--lang : leur langue)
help-classify-json = Un objet JSON par ligne au lieu d’un tableau
help-classify-explain = Montrer tout ce qui a parlé : chaque motif et chaque suite de lettres
help-check = Vérifier plans, personas, sessions et journaux
help-check-paths = Fichiers ou dossiers
help-check-content = Dossier avec vos propres personas et textes
help-doctor = Voir si cet ordinateur et ce réseau peuvent porter l’atelier
help-doctor-link = Le lien d’une salle, ou HÔTE[:PORT]/CODE : cet appareil y arrive-t-il ?
help-doctor-behind = Le code, pour qui tape une espace à la place de la barre
help-doctor-code = Le code de la salle, avec HÔTE[:PORT]
help-doctor-listen = Adresse et port de la salle ; sinon 0.0.0.0:7420
help-doctor-participants = Combien de participants viendront
help-doctor-sessions = Dossier où la session sera gardée
help-doctor-wait = À la fin, attendre un second appareil
help-doctor-offline = Ne rien demander à internet
help-doctor-json = Un objet JSON par ligne
help-schema = Écrire le JSON Schema d’une forme
help-schema-of = Ce qu’il décrit
help-completions = Écrire les complétions pour un shell
help-completions-shell = Le shell
help-man = Écrire la page de manuel
host-unreached = { $room } est injoignable : { $cause }. Vérifiez l’adresse et que vous êtes sur le même Wi-Fi que l’animateur. « halte doctor { $room } » dit ce qui fait obstacle.

# Où vont les phrases.
classify-theme = thème
classify-confidence = sûr
classify-because = mots
classify-text = phrase
classify-open = ouvert : { $first } ou { $second }
classify-spoke = ce qui a parlé
classify-in = dans
classify-kind = sorte
classify-pattern = motif
classify-gram = lettres
classify-language = langue : { $language }
classify-nearest = le plus proche : { $text } ({ $theme })
classify-not-utf8 = stdin:{ $line } : cette ligne n’est pas en UTF-8. Enregistrez les phrases en UTF-8 et réessayez.
classify-nothing = Il n’y avait rien sur stdin. Donnez des phrases, une par ligne.
