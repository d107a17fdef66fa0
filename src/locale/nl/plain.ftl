# De gewone modus, zonder scherm.
