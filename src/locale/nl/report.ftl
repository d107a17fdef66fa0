# Het verslag.
