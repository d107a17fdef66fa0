# The wall: what was written.

# What a key does.
do-wall-read = read
do-wall-search = search
do-wall-found = done
do-wall-widen = show all
do-wall-spotlight = on every screen
do-wall-hide = hide
do-wall-show = show again
do-wall-mark = mark
do-wall-group = put together
do-wall-ungroup = take group apart
do-wall-arrange = other order
do-wall-whole = all scenarios
do-wall-part = this scenario
do-wall-write = add something
do-wall-next = next card
do-wall-previous = previous card
do-wall-first = first card
do-wall-last = last card
do-paper = paper notes
do-paper-enter = enter them

# Above the cards.
wall-count = { $count ->
    [0] No cards
    [one] One card
   *[other] { $count } cards
}
wall-count-found = { $shown } of { $all } cards
wall-by-persona = by role
wall-by-order = as written
wall-by-group = by group
wall-whole = all scenarios
wall-search = Search:
wall-marked = { $count ->
    [one] One card marked. Mark another, or put them together with m.
   *[other] { $count } cards marked. Put them together with m.
}

# On and below the cards.
wall-hidden = hidden from the room
wall-yours = yours
wall-group-unnamed = group without a name ({ $count })
wall-rest = The other cards ({ $count })
wall-no-persona = Without a role ({ $count })
wall-empty = Nothing hangs here yet. Feel free to write something: press w.
wall-empty-facilitator = Nothing hangs here yet. Are there paper notes? Enter them with o.
wall-nothing-found = No card found. Search for something else, or show all again with Esc.
wall-hidden-first = This card is hidden. Show it again first, with h.

# The card at full length.
wall-detail-persona = Written as
wall-detail-scenario = Scenario
wall-detail-prompt = The question was
wall-detail-cards = Trends in play
wall-detail-group = Together in
wall-detail-writer = By
wall-detail-source = How it came in

# Putting together.
wall-mark-first = First mark two or more cards, with the space bar.
wall-group-field = What do we call this need?
wall-group-hint = { $count } cards come together. Each keeps its own words. A name is welcome, but not needed.

# Adding something.
wall-write-title = What does this make you think of?
wall-write-kind = What is it?
wall-write-text = Your text

# Paper notes.
paper-scenario = Scenario
paper-persona = Written as
paper-no-persona = no role
paper-kind = What are they?
paper-notes = The notes, each on a line of its own
paper-hint = Type or paste. Enter begins a new note.
paper-ready = { $count ->
    [0] No notes yet
    [one] One note ready. Enter it with Ctrl-S.
   *[other] { $count } notes ready. Enter them with Ctrl-S.
}
paper-waiting = { $count ->
    [one] One note is on its way.
   *[other] { $count } notes are on their way.
}
paper-entered = { $count ->
    [one] One note entered.
   *[other] { $count } notes entered.
}
paper-line = Line { $line }: { $why }
paper-refused = Not entered: { $why }
paper-nothing = Type a note first.
