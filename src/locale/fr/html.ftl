# Le rapport comme page pour un navigateur, là où il dit plus que le rapport pour un terminal.

html-skip = Aller au rapport
html-contents = Sommaire
html-sort-how = Choisissez une colonne pour trier ; choisissez-la encore pour inverser l'ordre.
html-sorted-up = Trié par { $column }, ordre croissant.
html-sorted-down = Trié par { $column }, ordre décroissant.

html-contributions = Toutes les contributions
html-number = numéro
html-text = texte
html-kind = genre
html-second = deuxième thème
html-group = groupe
html-source = comment elle est arrivée
html-author = nom
