# De repetitie.
