# Le mode simple, sans écran.

# Ce que l’hôte dit quand une connexion n’est pas possible.
fault-wrong-code = Le code de la session ou de la place n’est pas correct. Comparez-le avec ce que montre l’animateur, ou demandez le lien.
fault-bad-message = L’hôte ne comprend pas ce message. Utilisez la même version de halte que l’hôte.
fault-too-large = Ce message est trop long pour l’hôte. Raccourcissez-le.
fault-too-fast = Cela va trop vite. Attendez un instant et réessayez.
fault-full = La session est complète. Demandez conseil à l’animateur.
fault-unsupported = Cet hôte ne peut pas faire cela. Utilisez la même version de halte que l’hôte.
fault-too-slow = L’hôte a attendu trop longtemps un message de bienvenue. Réessayez.
fault-locked = La session est fermée aux nouveaux venus. Aviez-vous déjà une place ? Revenez sur l’ordinateur où vous l’aviez. Sinon, demandez à l’animateur si vous pouvez encore entrer.
fault-removed = L’animateur a retiré votre place. Ce que vous avez écrit reste. Demandez conseil à l’animateur.

# La page pour qui ouvre le lien dans un navigateur.
page-title = Participez dans le terminal
page-what = Un atelier halte se déroule ici. Vous participez dans un terminal, pas dans le navigateur.
page-link = Ou collez le lien de l’animateur, si vous l’avez :
page-link-word = LIEN
page-code = Prenez le code sur l’écran de la salle, et tapez :
page-code-word = CODE
# Le mode simple, sans écran, et la liaison.

# Une adresse incorrecte.
address-host = « { $text } » n’est pas l’adresse d’un ordinateur. Tapez ce que montre l’animateur, par exemple 192.168.1.20/K7QF-2M9X.
address-port = « { $text } » n’est pas un port. Un port est un nombre de 1 à 65535.
address-no-code = Le code de la salle manque. Tapez-le après l’adresse, par exemple 192.168.1.20/K7QF-2M9X, ou donnez-le avec --code.
address-code = « { $text } » n’est pas le code d’une salle. Un code a huit lettres et chiffres, par exemple K7QF-2M9X.
address-two-codes = Le lien contient le code { $link }, mais vous avez aussi donné { $given }. N’en donnez qu’un.
address-fingerprint = Ce qui suit le dièse dans le lien n’est pas complet : « { $text } ». Copiez le lien à nouveau, ou omettez le dièse et ce qui le suit.
address-scheme = « { $text } » n’est pas un lien vers une salle. Un lien commence par halte://.

# Une ligne qui n’est pas comprise.
bad-unknown = Cette commande n’existe pas. Tapez /help pour voir la liste.
bad-form = Écrivez ainsi : { $form }.
bad-word = « { $word } » n’est pas possible ici. Choisissez parmi : { $known }.
bad-typed = Vous avez tapé : { $typed }
too-long = Cette ligne est trop longue. Raccourcissez le texte.
not-yet = Il n’y a pas encore de connexion. Réessayez dans un instant.
not-kept = Ceci n’a pas pu être gardé sur cet ordinateur et n’a pas été envoyé ({ $cause }). Faites de la place sur le disque et tapez-le à nouveau.

# La liaison.
lost = { $count ->
    [0] La connexion est perdue ({ $cause }). Les essais continuent. Tapez simplement : tout est gardé.
    [one] La connexion est perdue ({ $cause }). Les essais continuent. Un texte attend ; il est gardé.
   *[other] La connexion est perdue ({ $cause }). Les essais continuent. { $count } textes attendent ; ils sont gardés.
}
lost-host-stopped = l’hôte s’est arrêté ; l’atelier peut reprendre plus tard, et vous reviendrez alors automatiquement
waits-its-turn = Un peu de patience : la salle ne peut pas encore vous laisser entrer. Votre tour viendra ; vous n’avez rien à faire.
goes-on-trying = Nouvel essai en cours. Vous pouvez déjà taper : tout est conservé.
hitch-unknown-name = ce nom n’est pas connu ici
hitch-refused = l’appareil est là, mais aucune salle n’y est ouverte
hitch-no-way = le réseau n’y mène pas
hitch-silent = aucune réponse
still-waiting = { $count ->
    [one] Une commande attend encore la connexion. Elle est gardée sur cet ordinateur.
   *[other] { $count } commandes attendent encore la connexion. Elles sont gardées sur cet ordinateur.
}
replaced = Votre place a été prise depuis un autre terminal. Continuez là-bas. Ce n’était pas vous ? Demandez conseil à l’animateur.
failed-other-session = Derrière ce lien se trouve maintenant un autre workshop. Votre place du précédent n’y est pas. Entrez avec une nouvelle place.
failed-new-code = Il y a un nouveau code. Rejoignez à nouveau avec le code ou le lien que l’animateur montre maintenant.
distrust-wrong-certificate = À cette adresse répond quelqu’un d’autre que l’hôte qui a créé ce lien. Rien n’a été envoyé. Demandez le lien actuel à l’animateur et vérifiez que vous êtes sur le bon réseau.
distrust-other-host = À cette adresse répond un autre hôte que celui où vous avez une place avec ce code. Rien n’a été envoyé. Vérifiez l’adresse et que vous êtes sur le bon réseau. Si vous voulez une nouvelle place là-bas, ajoutez --fresh.
distrust-unproven = Le code n’est pas juste, ou quelqu’un d’autre que l’hôte répond à cette adresse. Il y a peut-être un nouveau code. Votre code n’a pas été envoyé. Comparez l’adresse et le code avec ce que montre l’animateur, et vérifiez que vous êtes sur le bon réseau.
distrust-plain-refused = Cette salle n’accepte que les connexions chiffrées. Votre code n’a pas été envoyé. Tapez le lien sans #plain.

theme-none = Aucun de ces thèmes : ce qui ne va nulle part est aussi un constat.
help-text = TEXTE — une contribution ; une ligne qui commence par une barre oblique est une commande

# Comment chaque commande s’écrit, et ce qu’elle fait.
form-kind = /kind need|want|challenge|opportunity — ce que sont vos prochaines contributions : besoin, souhait, défi ou opportunité
form-edit = /edit n0012 TEXTE — réécrire votre contribution, tant qu’elle n’est pas partagée
form-withdraw = /withdraw n0012 — retirer votre contribution, tant qu’elle n’est pas partagée
form-prompt = /prompt SY2 — choisir une autre question de ce scénario
form-done = /done — mettre votre voyant sur « prêt »
form-undone = /undone — éteindre votre voyant
form-sort = /sort n0012 THÈME [SECOND] — ranger une contribution sous un thème ; none : aucun des thèmes, unplaced : reprendre
form-vote = /vote THÈME NOMBRE — donner autant de points à un thème
form-reflect = /reflect DÉFI agree|differ TEXTE — être d’accord ou le voir autrement, et pourquoi
form-say = /say TEXTE — mettre un point au parking
form-scribe = /scribe PERSONA TEXTE — taper pour quelqu’un d’autre, avec ce persona
form-list = /list — relire vos contributions
form-facts = /facts — relire le scénario
form-persona = /persona — relire votre persona
form-who = /who — qui est là
form-lang = /lang nl|en|fr — lire dans une autre langue
form-help = /help — cette liste
form-quit = /quit — partir, dès que tout est arrivé
form-next = /next [5] — à l’étape suivante ; avec un nombre, seulement après autant de secondes, annoncé à tout le monde
form-stay = /stay — rester ici finalement : retirer une étape annoncée
form-back = /back — aller à l’étape précédente
form-goto = /goto s02 — aller à cette étape
form-timer = /timer 5m|90s|+1m|stop — lancer, prolonger ou arrêter le minuteur
form-assign = /assign p03 PERSONA, ou /assign auto — donner un persona à quelqu’un, ou à tous ceux qui n’en ont pas
form-card = /card TE1 — poser une carte tendance, ou la reprendre
form-paper = /paper PERSONA TEXTE — encoder une note sur papier
form-spotlight = /spotlight [n0012] — montrer une contribution à tous, ou plus aucune
form-hide = /hide n0012 — cacher une contribution
form-show = /show n0012 — remontrer une contribution cachée
form-place = /place n0012 THÈME [SECOND] — décider où va une contribution ; unplaced : reprendre
form-accept = /accept [n0012|all] — reprendre ce qui est proposé, par le groupe ou sinon par halte ; all : tout ce qui est sûr
form-teach = /teach THÈME MOT — faire parler un mot ou quelques mots pour un thème ; unplaced l’annule
form-group = /group n0012 n0031 [NOM] — réunir des contributions qui disent la même chose
form-ungroup = /ungroup g02 — défaire un groupe
form-propose-theme = /propose-theme ID TITRE | DÉFINITION — ajouter un thème
form-add-persona = /add-persona ID RÔLE | TRAVAIL | CRAINTES | SOUHAITS — ajouter un persona
form-hands = /hands THÈME NOMBRE — encoder des mains comptées
form-recommend = /recommend THÈME now|later company|sector|government|education|social-partners TEXTE [n0012 ...] — faire une recommandation
form-park = /park TEXTE — mettre un point au parking
form-resolve = /resolve k01 — cocher un point du parking
form-lock = /lock — ne plus laisser entrer personne ; ceux qui ont une place reviennent encore
form-unlock = /unlock — laisser de nouveau entrer
form-remove = /remove p03 — retirer la place de quelqu’un ; ce qui est écrit reste. Faites ensuite un nouveau code : /code new
form-code = /code new — faire un nouveau code ; l’ancien n’ouvre plus rien
form-undo = /undo — annuler votre dernière modification
form-redo = /redo — refaire ce qui a été annulé
form-save = /save — enregistrer la session maintenant
form-close = /close — terminer le workshop
