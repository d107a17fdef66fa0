# Waarom iets niet kan, en wat dan wel.

refused-closed-step = Dat kan niet in de stap “{ $step }”. Het kan wel in: { $open }.
refused-workshop-closed = De workshop is afgesloten. Er verandert niets meer.
refused-not-the-facilitator = Dat kan alleen de begeleider.
refused-observers-watch = Een toeschouwer kijkt mee en doet niet mee. Kom opnieuw binnen als deelnemer om mee te doen.
refused-not-yours = Dat is niet van jou. Je kunt alleen je eigen bijdragen veranderen.
refused-already-shared = Die bijdrage is al gedeeld en blijft zoals ze is.
refused-unknown-contribution = Er is geen bijdrage “{ $id }” die je kunt zien.
refused-unknown-theme = Er is geen thema “{ $id }”.
refused-unknown-persona = Er is geen persona “{ $id }”.
refused-unknown-participant = Er is geen deelnemer “{ $id }”.
refused-unknown-scenario = Er is geen scenario “{ $id }”.
refused-unknown-step = Er is geen stap “{ $id }”.
refused-unknown-prompt = Er is in dit scenario geen vraag “{ $id }”.
refused-unknown-card = Er is geen trendkaart “{ $id }”.
refused-unknown-group = Er is geen groep “{ $id }”.
refused-unknown-challenge = Er is geen uitdaging “{ $id }”.
refused-unknown-parking = Er staat niets met nummer “{ $id }” op de parking.
refused-empty-text = Er staat niets. Typ eerst een tekst.
refused-text-too-long = De tekst telt { $length } tekens. Er passen er { $limit }. Maak de tekst korter.
refused-too-many-dots = Je hebt { $limit } stippen en gaf er al { $given } aan andere thema’s.
refused-second-place = Het tweede thema moet een ander thema zijn dan het eerste, en kan niet bij “geen” staan.
refused-no-majority = De groep koos hier geen plaats die het vaakst voorkomt. Plaats de bijdrage zelf.
refused-nothing-to-accept = Er is niets meer over te nemen: wat overblijft, is nog niet gesorteerd of betwist.
refused-group-of-one = Een groep heeft minstens twee bijdragen nodig.
refused-no-step-there = In die richting is er geen stap meer.
refused-already-there = De groep is al bij die stap.
refused-notice-length = Kondig een stap 1 tot { $limit } seconden vooraf aan.
refused-nothing-to-undo = Er is niets om ongedaan te maken.
refused-nothing-to-redo = Er is niets om opnieuw te doen.
refused-no-timer = Er loopt geen timer.
refused-no-scenario = Deze stap gaat niet over een scenario. Zeg er een bij.
refused-taken = De naam “{ $id }” is al in gebruik. Kies een andere.
refused-full = Er is plaats voor { $limit } en dat aantal is bereikt.
refused-read-only = De host kan nu niet opslaan. Wat je typt, blijft bij jou bewaard en wordt later verstuurd.

did-you-mean = Bedoel je “{ $word }”?
