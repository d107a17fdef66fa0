# Reading plans and sessions.

session-default-title = Next stop

# A field of the file, and what is wrong with its value.
session-in-field = "{ $field }": { $sentence }
session-hint-nearest = did you mean "{ $word }"?
session-hint-known = choose from { $known }

session-too-large = the file is larger than { $limit } MiB, so it is no plan or session; check which file this is
session-not-utf8 = this is not UTF-8 text; save the file as "UTF-8" in your editor
session-binary = this is not a text file; check which file this is
session-empty = the file is empty; begin with "schema: halte/1"
session-cut-off = a saved session stops here before its end: its last line should be “{ $end }”; take a whole copy, or put its journal (.journal) beside it. To read what there is, take out the first line

session-tab = a tab does not indent in YAML; use spaces
session-unclosed-quote = a quote was opened and is not closed here; add the closing quote, or indent every line of the text
session-unclosed-bracket = a "{ $open }" is not closed, or a comma is missing; put "," between items and "{ $close }" at the end
session-wrong-bracket = this bracket closes nothing, or another kind of bracket; check the pairs
session-indentation = this line does not fit the lines above it; indent it as far as its neighbours, with spaces
session-colon-in-text = a ":" is in the way here; put a text that holds one between quotes, or correct how far the line is indented
session-missing-colon = the name of a field needs a ":" behind it
session-needs-quotes = a text cannot begin with "{ $character }"; put it between quotes
session-bad-escape = a backslash means nothing here; double it, or use single quotes
session-invisible = an invisible mark ({ $code }) stands here; remove it, for instance by typing the line again
session-syntax = this cannot be read as YAML; compare the line with the examples in sessions/

session-anchor = anchors (&) are not used in these files; write the text out
session-alias = aliases (*) are not used in these files; write the text out, or put a text that begins with * between quotes
session-tag = tags (!) are not used in these files; remove it, or put a text that begins with ! between quotes
session-merge-key = merge keys (<<) are not used in these files; write the fields out
session-directive = directives (%) are not used in these files; remove the line
session-two-documents = a second document begins here; a file holds one plan or one session
session-too-deep = lists and maps lie more than { $limit } deep inside each other; check the indentation and the brackets
session-too-many = the file holds more than { $limit } values, so it is no plan or session; check which file this is
session-key-not-text = the name of a field is a word, not a list or a map; put a text that begins with a bracket between quotes
session-duplicate-key = "{ $field }" is already there; keep one of the two

session-no-schema = "schema" is missing; add the line "schema: { $schema }"
session-not-a-schema = there is no schema "{ $found }"; write "schema: { $schema }"
session-newer-schema = this file was written by a newer halte, in { $found }; this one reads up to { $schema }, so install the newer halte
session-not-a-session = this is a plan, nothing has happened in it yet; give a saved session

session-unknown-field = unknown field "{ $field }"
session-missing-field = "{ $field }" is missing; add it
session-expected = expected { $wanted }, found { $found }
session-unknown-word = "{ $word }" is not one of the words possible here
session-empty-text = there is no text; write one
session-text-too-long = the text has { $length } characters and at most { $limit } fit; make it shorter
session-refused = this value cannot be used ({ $reason })

session-wanted-text = a text
session-wanted-number = a whole number from { $low } to { $high }
session-wanted-fraction = a number from 0 to 1
session-wanted-yes-no = true or false
session-wanted-list = a list
session-wanted-map = fields with their values
session-wanted-texts = a text per language ({"{"}nl: …, en: …, fr: …{"}"})
session-wanted-id = an id of 1 to 48 letters, digits or dashes
session-wanted-numbered = an id such as "{ $example }"
session-wanted-time = a time such as "2026-11-21T09:00:00.000Z"
session-wanted-word = a word
session-found-text = "{ $text }"
session-found-list = a list
session-found-map = fields with values
session-found-nothing = nothing

session-unknown =
    { $what ->
        [scenario] unknown scenario
        [persona] unknown persona
        [persona-set] unknown set of personas
        [theme] unknown theme
        [force] unknown driving force
        [card] unknown trend card
        [case] unknown case
        [challenge] unknown challenge
        [prompt] unknown prompt
        [script] unknown script
        [step] unknown step
        [preset] unknown preset
        [participant] unknown participant
        [contribution] unknown contribution
       *[group] unknown group
    } "{ $id }"
session-duplicate =
    { $what ->
        [scenario] two scenarios have
        [persona] two personas have
        [theme] two themes have
        [force] two driving forces have
        [card] two trend cards have
        [case] two cases have
        [challenge] two challenges have
        [prompt] two prompts have
        [script] two scripts have
        [step] two steps have
        [participant] two participants have
        [assignment] two assignments have
        [contribution] two contributions have
        [group] two groups have
        [sort] two places by one person have
        [vote] two votes have
        [parking] two parking entries have
       *[recommendation] two entries have
    } the id "{ $id }"; give one of them another
session-reserved = the id "{ $id }" has a meaning of its own; choose another
session-not-a-pattern = "{ $found }" is no word that can speak; write small letters without accents, with * where the word goes on and .. where words may stand between, such as "*workload*" or "no .. time"
session-none-of =
    { $what ->
        [scenario] a plan needs at least one scenario; add one, or leave the list out
        [persona] a plan needs at least one persona; add one, or leave the list out
        [theme] a plan needs at least one theme; add one, or leave the list out
       *[step] an agenda needs at least one step; add one, or leave the list out
    }
session-too-many-scenarios = a workshop has at most { $limit } scenarios; remove this one
session-needs-scenario = a step "{ $kind }" is about a scenario; add "scenario: " and its id
session-group-disagrees = contribution { $contribution } and group { $group } do not both say that they belong together; correct one of them

# Comments in a new plan.
session-plan-head =
    A workshop plan for halte. Change what you like and run: halte host THIS-FILE
    What you leave out comes from halte itself. Check your changes with: halte check THIS-FILE
session-plan-anonymity = named: names are recorded; pseudonymous: numbers only; anonymous: nothing says who wrote what
session-plan-scenarios = The scenarios, in the order in which the group sees them; at least one, at most four.
session-plan-personas = The personas. Add your own with its id and all its fields, as in the folder personas/.
session-plan-agenda = The agenda, about { $minutes } minutes. Remove steps, move them, or change the minutes.
