# Plain mode, without a screen.
