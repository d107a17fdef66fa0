# Les écrans d'un participant.

# Ce que fait chaque touche.
do-my-send = envoyer
do-my-new-line = nouvelle ligne
do-my-kind = type
do-my-kind-back = type précédent
do-my-list = votre liste
do-my-field = retour
do-my-open = modifier
do-my-give-back = annuler
do-my-withdraw = retirer
do-my-role = mon rôle
do-my-prompt = autre question
do-my-park = pour plus tard
do-my-light-on = terminé
do-my-light-off = pas encore
do-my-theme = thème { $number }
do-my-themes = thème
do-my-none = aucun
do-my-second = second thème
do-my-single = un seul thème
do-my-next = suivante
do-my-previous = précédente
do-my-take-back = reprendre
do-my-themes-read = explications
do-my-card-read = lire
do-my-unsent = texte non envoyé
do-my-copy = copier

# Ce qu'on vous redemande.
sure-my-withdraw = Retirer ce texte ? Personne d’autre ne l’a vu.
sure-my-drop = Ce texte n’est pas envoyé. Le jeter ?

# L'accueil.
my-welcome = Bienvenue ! Heureux de vous voir.
my-welcome-role = Vous recevez un rôle : quelqu’un sur le terrain en 2035.
my-welcome-write = Vous écrivez ce dont cette personne a besoin.
my-welcome-together = Puis nous lisons et trions tout ensemble.
my-name = Vous êtes { $name }.
my-name-from = Vous êtes { $name } ({ $organisation }).
my-company = { $count ->
    [0] Les autres vont arriver.
    [one] Vous êtes là en premier. Les autres vont arriver.
   *[other] Il y a { $count } participants.
}
my-kept = Ce que nous gardons
my-kept-named = Votre nom et vos textes. Votre nom figure à côté de ce que vous écrivez.
my-kept-pseudonymous = Vos textes, avec un numéro : { $seat }. Nous ne gardons pas votre nom.
my-kept-anonymous = Ce que vous écrivez, classez et votez, et votre organisation. Rien ne dit qui a donné quoi.

# Le rôle et le scénario.
my-role = Je suis : { $role }
my-role-none = Vous n’avez pas de rôle
my-role-none-long = Parlez pour vous-même, ou demandez un rôle à l’animateur.
my-worries = Ce qui m’inquiète
my-wishes = Ce que je veux
my-worries-line = Ce qui m’inquiète : { $text }
my-wishes-line = Ce que je veux : { $text }
my-facts = C’est ainsi en 2035
my-cards = Ceci s’ajoute

# La lampe.
my-light-on = terminé

# Écrire.
my-text = Écrivez ici
my-editing = Vous modifiez { $id }
my-left-over = Vous étiez en train d’écrire ceci
my-aside = Votre autre texte reviendra ensuite
my-list = Ce que vous avez écrit ({ $count })
my-list-empty = Vos textes viennent ici. Personne ne les lit avant le partage.
my-saved = enregistré
my-shared = enregistré et partagé
my-waiting = en attente, part tout seul
my-leaving = en train d’être retiré
my-shared-stays = C’est déjà partagé et cela reste ainsi.
my-waiting-stays = C’est encore en route. Attendez un instant.
my-finish-first = Envoyez d’abord ce que vous écrivez, ou appuyez sur Esc.
my-park-hint = Une question ou une idée pour plus tard. Nous y reviendrons.
my-parked = Noté pour plus tard.
my-unsent-title = Pas envoyé
my-unsent-why = Le groupe a continué avant que ceci ne soit envoyé. Personne d’autre ne le voit. Il sera de nouveau là quand nous écrirons encore.
my-unsent-over = Le workshop était terminé avant que ceci ne soit envoyé. Personne d’autre ne le voit. Vous pouvez encore le copier.
my-unsent-sharing = Le groupe a continué avant que ceci ne soit envoyé. Personne d’autre ne le voit. Vous pouvez encore l’envoyer maintenant ; sinon, il sera de nouveau là quand nous écrirons encore.

# Trier.
my-sort-at = Carte { $at } sur { $count }. Déjà triées : { $sorted }
my-sort-open = pas encore triée
my-sort-ask = Quel besoin ? Tapez un chiffre.
my-sort-first = Choisissez d’abord le thème principal.
my-sort-second = Choisissez maintenant le second thème.
my-sort-done = Tout est trié ! Tapez F2 : terminé.
my-sort-wait = Terminé ! Nous en parlerons ensemble.
my-sort-no-theme = aucun de ces thèmes
my-sort-nothing = Il n’y a rien à reprendre.
my-sort-suggested = proposition : { $theme }, { $how }. À vous de choisir.
my-sort-suggested-because = proposition : { $theme }, { $how }. À vous de choisir. Car : { $words }
my-sort-none = Il n’y a pas de carte pour vous.
my-sort-none-long = Les autres trient maintenant. Nous verrons tout ensemble ensuite.
