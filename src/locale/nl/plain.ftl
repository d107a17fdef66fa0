# De gewone modus, zonder scherm.

# Wat de host zegt als een verbinding niet kan.
fault-wrong-code = De code van de sessie of van de plaats klopt niet. Vraag de begeleider om de link.
fault-bad-message = De host begrijpt dit bericht niet. Gebruik dezelfde versie van halte als de host.
fault-too-large = Dit bericht is te lang voor de host. Maak het korter.
fault-too-fast = Dit gaat te snel. Wacht even en probeer het opnieuw.
fault-full = De sessie is vol. Vraag de begeleider om raad.
fault-unsupported = Deze host kan dat niet. Gebruik dezelfde versie van halte als de host.
fault-too-slow = De host wachtte te lang op een begroeting. Probeer het opnieuw.

# De pagina voor wie de link in een browser opent.
page-title = Doe mee in de terminal
page-what = Hier loopt een werksessie van halte. Je doet mee in een terminal, niet in de browser.
page-link = Vraag de begeleider om de link en typ:
page-link-word = LINK
page-code = Heb je alleen een code? Typ dan:
page-code-word = CODE
