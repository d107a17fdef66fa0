# Le rapport.
