# La répétition.
