# Het verslag als pagina voor een browser, waar het meer zegt dan het verslag voor een terminal.

html-skip = Naar het verslag
html-contents = Inhoud
html-sort-how = Kies een kolom om erop te sorteren; kies ze nog eens om de volgorde om te keren.
html-sorted-up = Gesorteerd op { $column }, oplopend.
html-sorted-down = Gesorteerd op { $column }, aflopend.

html-contributions = Alle bijdragen
html-number = nummer
html-text = tekst
html-kind = soort
html-second = tweede thema
html-group = groep
html-source = hoe ze binnenkwam
html-author = naam
