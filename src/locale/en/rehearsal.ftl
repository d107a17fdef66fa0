# The rehearsal.
