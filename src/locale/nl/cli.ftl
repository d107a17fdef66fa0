# De opdrachtregel.
