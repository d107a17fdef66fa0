# Plannen en sessies lezen.
