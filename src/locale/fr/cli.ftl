# La ligne de commande.
