# Lire des plans et des sessions.

session-default-title = Prochain arrêt

# Un champ du fichier, et ce qui ne va pas avec sa valeur.
session-in-field = « { $field } » : { $sentence }
session-hint-nearest = vouliez-vous dire « { $word } » ?
session-hint-known = choisissez parmi { $known }

session-too-large = le fichier dépasse { $limit } Mio, ce n'est donc ni un plan ni une session ; vérifiez que c'est le bon fichier
session-not-utf8 = ce n'est pas du texte en UTF-8 ; enregistrez le fichier en « UTF-8 » dans votre éditeur
session-binary = ce n'est pas un fichier texte ; vérifiez que c'est le bon fichier
session-empty = le fichier est vide ; commencez par « schema: halte/1 »
session-cut-off = une session enregistrée s'arrête ici avant sa fin : sa dernière ligne devrait être « { $end } » ; prenez une copie complète, ou mettez son journal (.journal) à côté. Pour lire ce qu'il y a, retirez la première ligne

session-tab = une tabulation ne sert pas de retrait en YAML ; utilisez des espaces
session-unclosed-quote = un guillemet s'est ouvert et n'est pas fermé ici ; ajoutez le guillemet fermant, ou donnez un retrait à chaque ligne du texte
session-unclosed-bracket = un « { $open } » n'est pas fermé, ou il manque une virgule ; mettez « , » entre les éléments et « { $close } » à la fin
session-wrong-bracket = ce crochet ne ferme rien, ou ferme une autre sorte de crochet ; vérifiez les paires
session-indentation = cette ligne ne va pas avec les lignes au-dessus ; donnez-lui le même retrait que ses voisines, avec des espaces
session-colon-in-text = un « : » gêne ici ; mettez entre guillemets un texte qui en contient un, ou corrigez le retrait de la ligne
session-missing-colon = le nom d'un champ doit être suivi de « : »
session-needs-quotes = un texte ne peut pas commencer par « { $character } » ; mettez-le entre guillemets
session-bad-escape = une barre oblique inverse ne veut rien dire ici ; doublez-la, ou utilisez des guillemets simples
session-invisible = une marque invisible ({ $code }) se trouve ici ; enlevez-la, par exemple en retapant la ligne
session-syntax = ceci ne se lit pas comme du YAML ; comparez la ligne avec les exemples dans sessions/

session-anchor = les ancres (&) ne s'utilisent pas dans ces fichiers ; écrivez le texte en entier
session-alias = les renvois (*) ne s'utilisent pas dans ces fichiers ; écrivez le texte en entier, ou mettez entre guillemets un texte qui commence par *
session-tag = les étiquettes (!) ne s'utilisent pas dans ces fichiers ; enlevez-la, ou mettez entre guillemets un texte qui commence par !
session-merge-key = les clés de fusion (<<) ne s'utilisent pas dans ces fichiers ; écrivez les champs en entier
session-directive = les directives (%) ne s'utilisent pas dans ces fichiers ; enlevez la ligne
session-two-documents = un deuxième document commence ici ; un fichier contient un seul plan ou une seule session
session-too-deep = des listes et des champs s'emboîtent sur plus de { $limit } niveaux ; vérifiez les retraits et les crochets
session-too-many = le fichier contient plus de { $limit } valeurs, ce n'est donc ni un plan ni une session ; vérifiez que c'est le bon fichier
session-key-not-text = le nom d'un champ est un mot, pas une liste ni des champs ; mettez entre guillemets un texte qui commence par un crochet
session-duplicate-key = « { $field } » y est déjà ; gardez l'un des deux

session-no-schema = « schema » manque ; ajoutez la ligne « schema: { $schema } »
session-not-a-schema = il n'y a pas de schéma « { $found } » ; écrivez « schema: { $schema } »
session-newer-schema = ce fichier vient d'un halte plus récent, en { $found } ; celui-ci lit jusqu'à { $schema }, installez donc le plus récent
session-not-a-session = ceci est un plan, il ne s'y est encore rien passé ; donnez une session enregistrée

session-unknown-field = champ inconnu « { $field } »
session-missing-field = « { $field } » manque ; ajoutez-le
session-expected = il faut ici { $wanted } et il y a { $found }
session-unknown-word = « { $word } » n'est pas un mot possible ici
session-empty-text = il n'y a pas de texte ; écrivez-en un
session-text-too-long = le texte compte { $length } caractères et il y a place pour { $limit } ; raccourcissez-le
session-refused = cette valeur ne peut pas servir ({ $reason })

session-wanted-text = un texte
session-wanted-number = un nombre entier de { $low } à { $high }
session-wanted-fraction = un nombre de 0 à 1
session-wanted-yes-no = true ou false
session-wanted-list = une liste
session-wanted-map = des champs avec leurs valeurs
session-wanted-texts = un texte par langue ({"{"}nl: …, en: …, fr: …{"}"})
session-wanted-id = un identifiant de 1 à 48 lettres, chiffres ou tirets
session-wanted-numbered = un identifiant comme « { $example } »
session-wanted-time = une heure comme « 2026-11-21T09:00:00.000Z »
session-wanted-word = un mot
session-found-text = « { $text } »
session-found-list = une liste
session-found-map = des champs
session-found-nothing = rien

session-unknown =
    { $what ->
        [scenario] scénario inconnu
        [persona] persona inconnu
        [persona-set] série de personas inconnue
        [theme] thème inconnu
        [force] force motrice inconnue
        [card] carte tendance inconnue
        [case] cas inconnu
        [challenge] défi inconnu
        [prompt] question inconnue
        [script] script inconnu
        [step] étape inconnue
        [preset] programme inconnu
        [participant] participant inconnu
        [contribution] contribution inconnue
       *[group] groupe inconnu
    } « { $id } »
session-duplicate =
    { $what ->
        [scenario] deux scénarios ont
        [persona] deux personas ont
        [theme] deux thèmes ont
        [force] deux forces motrices ont
        [card] deux cartes tendance ont
        [case] deux cas ont
        [challenge] deux défis ont
        [prompt] deux questions ont
        [script] deux scripts ont
        [step] deux étapes ont
        [participant] deux participants ont
        [assignment] deux attributions ont
        [contribution] deux contributions ont
        [group] deux groupes ont
        [sort] deux places d'une même personne ont
        [vote] deux votes ont
        [parking] deux points du parking ont
       *[recommendation] deux éléments ont
    } l'identifiant « { $id } » ; donnez-en un autre à l'un des deux
session-reserved = l'identifiant « { $id } » a son propre sens ; choisissez-en un autre
session-not-a-pattern = « { $found } » n'est pas un mot qui peut parler ; écrivez en minuscules sans accents, avec * là où le mot continue et .. là où des mots peuvent se glisser, comme "*charge*" ou "pas .. temps"
session-none-of =
    { $what ->
        [scenario] un plan a besoin d'au moins un scénario ; ajoutez-en un, ou enlevez la liste
        [persona] un plan a besoin d'au moins un persona ; ajoutez-en un, ou enlevez la liste
        [theme] un plan a besoin d'au moins un thème ; ajoutez-en un, ou enlevez la liste
       *[step] un programme a besoin d'au moins une étape ; ajoutez-en une, ou enlevez la liste
    }
session-too-many-scenarios = un workshop a au plus { $limit } scénarios ; enlevez celui-ci
session-needs-scenario = une étape « { $kind } » porte sur un scénario ; ajoutez « scenario: » et son identifiant
session-group-disagrees = la contribution { $contribution } et le groupe { $group } ne disent pas tous deux qu'ils vont ensemble ; corrigez l'un des deux

# Commentaires dans un nouveau plan.
session-plan-head =
    Un plan de workshop pour halte. Changez ce que vous voulez et lancez : halte host CE-FICHIER
    Ce que vous n'écrivez pas vient de halte. Vérifiez vos changements avec : halte check CE-FICHIER
session-plan-anonymity = named : avec les noms ; pseudonymous : des numéros seulement ; anonymous : rien ne dit qui a écrit quoi
session-plan-scenarios = Les scénarios, dans l'ordre où le groupe les voit ; au moins un, au plus quatre.
session-plan-personas = Les personas. Ajoutez le vôtre avec un id et tous ses champs, comme dans le dossier personas/.
session-plan-agenda = Le programme, environ { $minutes } minutes. Enlevez des étapes, déplacez-les, ou changez les minutes.
