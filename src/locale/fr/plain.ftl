# Le mode simple, sans écran.
