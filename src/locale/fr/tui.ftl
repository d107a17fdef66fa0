# Les écrans : ce qui les entoure tous.

# Ce qu'une touche peut faire, partout.
do-help = aide
do-palette = tout ce qui est possible
do-language = autre langue
do-tone = autres couleurs
do-large = grands caractères oui ou non
do-redraw = redessiner l’écran
do-suspend = un instant à la ligne de commande
do-quit = partir

# Ce que l'animateur peut faire à chaque étape.
do-next = étape suivante
do-stay = rester
do-back = étape précédente
do-goto = aller à une étape
do-timer = minuterie
do-more-time = une minute de plus
do-stop-timer = arrêter la minuterie
do-park = mettre au parking
do-parking = voir le parking
do-undo = annuler
do-redo = refaire
do-save = enregistrer
do-close = terminer l’atelier

# Dans une fenêtre.
do-yes = oui
do-no = non
do-choose = choisir
do-submit = terminé
do-close-popup = retour
do-next-field = champ suivant
do-down = vers le bas
do-up = vers le haut
do-page-down = page suivante
do-page-up = page précédente

# Les chapitres de l'aide et les titres des fenêtres.
chapter-title = Aide
chapter-step = À cette étape
chapter-leading = Mener l’atelier
chapter-common = Partout
confirm-title = Sûr ?
picker-title = Une liste
picker-nothing = Rien trouvé. Tapez autre chose.
palette-title = Que voulez-vous faire ?
reader-title = Un texte
sheet-title = Un formulaire

# Les langues et les couleurs.
language-nl = Nederlands
language-en = English
language-fr = Français
tone-auto = pour fond clair ou sombre
tone-dark = pour fond sombre
tone-light = pour fond clair
tone-contrast = contraste élevé

# Ce qui est demandé une seconde fois.
sure-quit-host = La salle se ferme pour tous. Tout est enregistré et vous pourrez reprendre plus tard. Arrêter maintenant ?
sure-quit-facilitator = La salle reste ouverte ; vous pourrez revenir. Partir ?
sure-quit-participant = Votre place reste la vôtre ; vous pourrez revenir avec le même lien. Partir ?
sure-close = { $count ->
    [0] L’atelier se termine pour tous. Personne ne pourra plus rien ajouter. Terminer ?
    [one] Il reste un point au parking. L’atelier se termine pour tous. Terminer quand même ?
   *[other] Il reste { $count } points au parking. L’atelier se termine pour tous. Terminer quand même ?
}

# La minuterie et le parking.
timer-field = Minutes
timer-minutes = Tapez un nombre de minutes, par exemple 8.
park-field = Sur quoi revenons-nous plus tard ?
parking-empty = Le parking est vide.
parking-open = [ ] { $text }
parking-done = [x] { $text }

# La ligne sous le titre.
banner-moving = { $seconds ->
    [one] Dans une seconde, nous passons à : { $step }
   *[other] Dans { $seconds } secondes, nous passons à : { $step }
}
banner-moving-facilitator = { $seconds ->
    [one] Dans une seconde : { $step }. Échap : rester. n : tout de suite.
   *[other] Dans { $seconds } secondes : { $step }. Échap : rester. n : tout de suite.
}
banner-lost = { $count ->
    [0] Pas de connexion. Nouvel essai en cours. Vous pouvez continuer.
    [one] Pas de connexion. Une commande attend ; elle est gardée et partira d’elle-même.
   *[other] Pas de connexion. { $count } commandes attendent ; elles sont gardées et partiront d’elles-mêmes.
}
banner-read-only = L’hôte ne peut pas enregistrer. Ce que vous donnez est gardé et envoyé plus tard. Faites de la place sur son disque.
banner-drafts = Ce que vous tapez ne peut pas être gardé sur cet ordinateur. Faites de la place sur le disque.

# Quand il n'y a pas d'écran d'étape.
too-small = Cette fenêtre est trop petite : { $has-width } sur { $has-height } caractères. Il en faut au moins { $width } sur { $height } ; agrandissez-la ou réduisez les lettres.
outside-unmet = Connexion à la salle …
outside-lost = La salle est injoignable ({ $cause }). Nouvel essai en cours ; vous n’avez rien à faire.
outside-quit = q : partir
over-left = La connexion est terminée. Vous pouvez revenir avec le même lien.
over-closed = L’atelier est terminé. Merci ! q : partir
tui-not-given = La connexion est terminée ; ceci n’a pas été envoyé.
