# Le docteur : cet ordinateur et ce réseau peuvent-ils porter l’atelier ?

doctor-verdict-fine = bien
doctor-verdict-beware = attention
doctor-verdict-wrong = problème
doctor-verdict-not-known = inconnu

doctor-subject-addresses = Adresse
doctor-subject-port = Port
doctor-subject-firewall = Pare-feu
doctor-subject-isolation = Autres appareils
doctor-subject-portal = Page d’accueil du réseau
doctor-subject-clock = Horloge
doctor-subject-disk = Disque
doctor-subject-sync = Enregistrement
doctor-subject-files = Fichiers
doctor-subject-terminal = Terminal
doctor-subject-load = Essai
doctor-subject-name = Nom
doctor-subject-connection = Connexion
doctor-subject-room = Salle

doctor-yes = Oui : cet ordinateur et ce réseau peuvent porter un atelier avec { $people ->
    [one] un participant
   *[other] { $people } participants
}, pour autant qu’on le voie d’ici.
doctor-no = Pas encore : un atelier avec { $people ->
    [one] un participant
   *[other] { $people } participants
} ne marchera pas ainsi.
doctor-guest-yes = Oui : vous pouvez participer d’ici.
doctor-guest-no = Pas encore : vous ne pouvez pas participer d’ici ainsi.
doctor-first = Commencez par : { $subject }.
doctor-look-at = À regarder encore : { $subject }.

# Le réseau.
doctor-addresses-fine = les autres vous joignent à { $address }.
doctor-addresses-several = le lien porte { $address }, et il y en a une autre.
doctor-addresses-vpn = le lien porte { $address }, qui ressemble à un VPN. Les personnes dans la salle n’y arrivent pas.
doctor-addresses-none = cet ordinateur n’est sur aucun réseau.
doctor-addresses-here = seul cet ordinateur arrive à { $address }.
doctor-addresses-not-here = { $address } n’est pas une adresse de cet ordinateur.
doctor-addresses-join = Choisissez le Wi-Fi de la salle, ou faites un partage de connexion avec un téléphone.
doctor-addresses-choose = Il y a aussi { $others }. Si les gens sont là, donnez --listen { $example }.
doctor-addresses-vpn-off = Coupez le VPN, ou choisissez le Wi-Fi de la salle.
doctor-port-free = { $address } est libre.
doctor-port-halte = un halte ({ $version }) écoute déjà sur { $address }.
doctor-port-is-it-yours = Si c’est votre propre salle, tout va bien. Sinon fermez-la d’abord, ou choisissez un autre port avec --listen.
doctor-port-taken = { $address } est utilisé par un autre programme.
doctor-port-not-allowed = vous n’avez pas le droit d’écouter sur { $address }.
doctor-port-not-here = { $address } n’est pas une adresse de cet ordinateur.
doctor-port-failed = impossible d’écouter sur { $address } ({ $cause }).
doctor-port-elsewhere = Choisissez un autre port au-dessus de 1023, par exemple --listen 0.0.0.0:7421.
doctor-port-leave-out = Laissez --listen de côté, ou choisissez une adresse de cet ordinateur.
doctor-firewall-on = { $name } est actif et peut tenir les autres dehors.
doctor-firewall-none = aucun de ceux que halte connaît n’est actif. S’il y en a un autre, cela ne se voit pas d’ici.
doctor-firewall-windows = Windows tient les autres dehors tant que vous n’autorisez rien.
doctor-firewall-command = Laissez passer le port avec : { $command }
doctor-firewall-ask-mac = Si macOS demande si halte peut accepter des connexions, choisissez « Autoriser ».
doctor-firewall-ask-windows = Si Windows demande l’accès pour halte, choisissez « Autoriser » pour les réseaux privés.
doctor-isolation-one-device = avec un seul appareil, on ne voit pas si les appareils de ce réseau se joignent.
doctor-isolation-wait = Ajoutez --wait, puis ouvrez sur un second appareil la page affichée.
doctor-isolation-link = Une salle est déjà ouverte : sur un second appareil, tapez « halte doctor » suivi de son lien.
doctor-isolation-visited = un second appareil est passé, depuis { $from }.
doctor-isolation-nobody = aucun second appareil n’est passé en { $seconds } secondes.
doctor-isolation-why = Vérifiez que les deux appareils sont sur le même réseau et qu’aucun pare-feu ne les arrête. Si le réseau sépare les appareils (un réseau d’invités le fait souvent), demandez-en un autre ou faites un partage de connexion.
doctor-waiting = Sur un second appareil, sur le même Wi-Fi, ouvrez maintenant :
    { $page }
    ou tapez-y :  halte doctor "{ $link }"
    L’attente dure { $minutes } minutes.
doctor-give-up = Entrée : ne plus attendre.
doctor-trial = Essai du docteur
doctor-portal-not-asked = pas vérifiée (--offline).
doctor-portal-silent = internet ne répond pas. halte n’en a pas besoin.
doctor-portal-open = il y a internet, sans page d’accueil entre les deux. halte n’en a pas besoin.
doctor-portal-other = le réseau montre sa propre page avant de laisser passer quelqu’un.
doctor-portal-accept = Faites d’abord accepter cette page par chacun dans un navigateur, ou choisissez un réseau sans elle.

# L’ordinateur.
doctor-clock-fine = à { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min
} de celle d’internet. C’est suffisant.
doctor-clock-off = à { $minutes } minutes de l’heure d’internet. Les heures dans la session seront fausses.
doctor-clock-early = affiche { $now }, quand halte n’existait pas encore.
doctor-clock-alone = affiche { $now }. C’est possible ; il n’y avait pas d’autre horloge pour comparer.
doctor-clock-set = Réglez l’horloge, ou laissez l’ordinateur le faire.
doctor-clock-host-fine = à { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min
} de celle de l’hôte. Cela ne gêne pas.
doctor-clock-host-off = à { $minutes } minutes de celle de l’hôte. Les minuteurs suivent l’hôte : vous pouvez participer.
doctor-clock-host-silent = l’hôte n’a pas dit l’heure qu’il y est.
doctor-disk-free = { $folder } : { $free } Mio libres ; il en faut { $needed }.
doctor-disk-writable = { $folder } : on peut y écrire. Le système ne dit pas combien de place il y a.
doctor-disk-not-writable = { $folder } : aucune session ne peut y être gardée ({ $cause }).
doctor-disk-elsewhere = Choisissez un autre dossier avec --sessions, aussi pour « halte host » plus tard.
doctor-disk-make-room = Faites de la place, ou choisissez un autre dossier avec --sessions.
doctor-sync-fine = ce que les gens écrivent est à l’abri sur le disque en { $median } ms (le plus lent : { $slowest } ms).
doctor-sync-slow = mettre à l’abri prend { $median } ms (le plus lent : { $slowest } ms). Les gens le sentiront.
doctor-sync-elsewhere = Avec --sessions, choisissez un dossier sur le disque de cet ordinateur, pas un disque réseau ni un dossier synchronisé.
doctor-files-open = { $open } fichiers et connexions peuvent être ouverts à la fois ; il en faut { $needed }.
doctor-files-more = Tapez « ulimit -n { $needed } » avant de lancer l’hôte, ou demandez-en plus à qui gère l’ordinateur.
doctor-terminal-fine = { $columns } sur { $rows } caractères, { $color ->
    [yes] avec couleur
   *[no] sans couleur
}.
doctor-terminal-small = { $columns } sur { $rows } caractères, { $color ->
    [yes] avec couleur
   *[no] sans couleur
}. C’est petit pour l’animateur.
doctor-terminal-ascii = { $columns } sur { $rows } caractères, { $color ->
    [yes] avec couleur
   *[no] sans couleur
}. Rien ne dit que les lettres sont en UTF-8.
doctor-terminal-larger = Agrandissez la fenêtre ou réduisez les lettres : { $columns } sur { $rows } convient.
doctor-terminal-use-ascii = Si les cadres ont l’air bizarres, donnez --ascii, ou mettez LANG sur une langue en UTF-8.
doctor-terminal-none = il n’y a pas de terminal ici, donc rien à en dire.
doctor-terminal-try-there = Recommencez dans le terminal que vous utilisez pendant l’atelier.
doctor-terminal-dumb = ce terminal ne peut écrire que des lignes (TERM=dumb).
doctor-terminal-plain = L’atelier ira ligne par ligne. Pour des écrans, il faut un autre terminal.
doctor-load-fine = { $people ->
    [one] un participant simulé
   *[other] { $people } participants simulés
} sans pause pour réfléchir : { $count } actions, confirmées en { $middle } ms (99 sur 100 en { $most } ms, la plus lente { $slowest } ms ; il faut 250 ms).
doctor-load-slow = { $people ->
    [one] un participant simulé
   *[other] { $people } participants simulés
} sans pause pour réfléchir : { $count } actions, confirmées en { $middle } ms, mais 99 sur 100 en { $most } ms seulement (la plus lente { $slowest } ms ; il faut 250 ms).
doctor-load-nothing = aucune action n’a été confirmée.
doctor-load-no-seat = seuls { $seated } participants simulés sur { $people } ont eu une place à temps.
doctor-load-missing = { $missing ->
    [one] une action n’a
   *[other] { $missing } actions n’ont
} jamais été confirmées.
doctor-load-failed = l’essai n’a pas pu commencer : { $cause }
doctor-load-lighten = Fermez les programmes lourds, branchez l’ordinateur et réessayez, ou prenez un ordinateur plus rapide.

# Le chemin vers une salle.
doctor-name-known = { $host } est connu.
doctor-name-unknown = { $host } n’est pas connu ici.
doctor-name-number = Vérifiez le lien, ou demandez à l’animateur un lien avec un numéro, comme 192.168.1.20.
doctor-connection-made = { $address } répond en { $median } ms (le plus lent : { $slowest } ms).
doctor-connection-slow = { $address } répond lentement : { $median } ms (le plus lent : { $slowest } ms).
doctor-connection-nearer = Approchez-vous du Wi-Fi, ou choisissez un réseau moins chargé.
doctor-connection-refused = l’appareil à { $address } est là, mais refuse la connexion.
doctor-connection-is-it-open = Demandez à l’animateur si la salle est ouverte, et si un pare-feu arrête le port.
doctor-connection-silent = { $address } ne répond pas en { $seconds } secondes.
doctor-connection-no-way = il n’y a pas de chemin vers { $address } ({ $cause }).
doctor-room-open = « { $title } » est ouverte ; l’écriteau sur sa porte a été lu en { $took } ms.
doctor-room-slow = « { $title } » est ouverte, mais lire l’écriteau sur sa porte a pris { $took } ms.
doctor-room-closed = « { $title } » est terminé.
doctor-room-wrong-code = le code du lien n’est pas celui de la salle.
doctor-room-ask-link = Comparez l’adresse et le code avec ce que montre l’animateur, ou demandez le lien.
doctor-room-full = la salle est pleine.
doctor-room-make-place = Demandez conseil à l’animateur.
doctor-room-fault = la salle n’accepte pas cet appareil ({ $reason }).
doctor-room-mute = il y a un halte ({ $version }), mais la salle est injoignable ainsi ({ $cause }).
doctor-room-same-version = Utilisez la même version de halte des deux côtés.
doctor-room-stranger = un autre programme y écoute, et pas halte.
doctor-connection-same-network = Êtes-vous sur le même Wi-Fi que l’animateur ? Si oui, demandez-lui : le réseau sépare peut-être les appareils (un réseau invité le fait souvent), ou un pare-feu bloque le port.
doctor-room-locked = la salle est fermée aux nouveaux venus.
doctor-room-let-in = Si vous aviez déjà une place, revenez sur l’appareil où vous l’aviez. Sinon, demandez à l’animateur si vous pouvez encore entrer.
doctor-room-encrypted = cette salle n’accepte que les connexions chiffrées.
doctor-room-without-plain = Tapez le lien sans #plain.
doctor-room-other-host = un autre hôte que celui du lien répond là. Rien n’a été envoyé.
doctor-room-unproven = qui répond là ne connaît pas ce code. Rien n’a été envoyé.
