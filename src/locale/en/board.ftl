# The board: where does each contribution belong, and what comes back.

# What a key does.
do-board-accept = accept
do-board-next-best = second best
do-board-place = under theme { $number }
do-board-places = under theme
do-board-none = no theme
do-board-second = second theme
do-board-mark = mark
do-board-accept-all = all sure ones
do-board-take-out = in or out
do-board-join = put together what says the same; between languages little is found
do-board-compare = compare with what looks like it
do-board-same = same need: put together
do-board-apart = not together
do-board-next-text = next text
do-board-text-before = previous text
do-board-teach = teach a word: which theme does it speak for?
do-board-unteach = see the words you taught and take them back
do-board-take-away = take its place away
do-board-where = choose its place from a list
do-board-themes = explain
do-board-switch = queue or board
do-board-read = read the whole card
do-board-spotlight = show to everyone, or no longer
do-board-search = search
do-board-group = put together as one need
do-board-ungroup = take the group apart
do-board-propose = propose a theme
do-board-back = never mind
do-board-down = on
do-board-up = back
do-board-right = to the right
do-board-left = to the left
do-board-first = to the start
do-board-last = to the end

# The board.
board-title = The board
board-settled = { $settled } of { $all } placed
board-marked = { $count } marked
board-contested-left = { $count } contested
board-none-count = { $count } without a theme
board-alpha = agreement { $alpha }
board-all-settled = Everything has a place. Press Tab to look over the board.
board-nothing-here = There is nothing to see here.
board-queue-empty = The queue is empty.
board-contested = contested
board-sure = sure
board-probable = probable
board-open = open
board-sure-left = { $count } sure (A)
board-hidden = hidden
board-own = by the facilitator, does not count
board-spotlit = before everyone now
board-not-sorted = Nobody sorted it yet.
board-said = { $votes } of { $sorted } chose: { $theme }
board-divided = The group does not agree ({ $sorted } choices).
board-wordings =
    { $count ->
        [one] one wording
       *[other] { $count } wordings of the same need
    }
board-yours = you chose { $key }
board-none = none of the themes
board-none-covers = It fits none of them. That is a full answer; the report shows these contributions on their own.

# What is asked and told.
board-second-digit = Second theme: type its digit. Esc: never mind.
board-second-first = Choose a theme first; then it can have a second one.
board-group-two = Mark at least one other card with the space bar.
board-group-label = What is this need called?
board-group-hint = It may stay empty. Every text stays as it was written.
board-no-group = This card is in no group.
board-theme-title = What is the theme called?
board-theme-covers = What does it cover?
board-theme-letters = Write the name with at least one letter from a to z.

# What is suggested, by whom and why.
board-trust-sure = sure { $confidence }
board-trust-probable = probable { $confidence }
board-trust-open = { $confidence }
board-voice-tool = halte, { $how }
board-voice-group = the group, { $votes } of { $sorted }
board-because = because: { $words }
board-enter-marked =
    { $count ->
        [one] the marked card, where it was suggested
       *[other] the { $count } marked cards, each where it was suggested
    }
board-in-doubt = no suggestion: halte is in doubt
board-no-offer = no suggestion: type a digit
board-reads = halte read: { $words }
board-nearest-card = looks like { $id } ({ $key }): { $text }
board-nearest-example = looks like an example ({ $key }): { $text }
board-taken-over = accepted from halte ({ $confidence })
board-was-suggested = halte suggested: { $theme } ({ $confidence })
board-why-doubt = halte is in doubt: type { $first } or { $second }.
board-why-divided = The group does not agree and there is no suggestion. Type a digit.
board-why-nobody = Nobody sorted this card and there is no suggestion. Type a digit.
board-no-next = There is no second best. Type a digit.
board-one-card = This is about one card. Esc takes the marks away.
board-look-again = Something changed here just now. Look again, then press again.
board-left-marked =
    { $count ->
        [one] One card stays marked: no suggestion, or a new one. Look again.
       *[other] { $count } cards stay marked: no suggestion, or a new one. Look again.
    }
board-all-title = All that is sure
board-all-sure = { $count ->
        [one] One card
       *[other] { $count } cards
    }: { $group } as the group chose, { $tool } as halte suggests.
board-changed = changed meanwhile
board-none-sure = Nothing is sure now. Take the cards one by one.
board-none-taken = Nothing was accepted.
board-suggestions-over = There are suggestions only while sorting and choosing together.

# Needs that were said twice.
board-same =
    { $along ->
        [0] same need as { $ids }: put together
        [one] same need as { $ids }: put together, with one card that is with them already
       *[other] same need as { $ids }: put together, with { $along } cards that are with them already
    }
board-like = looks like { $ids }? Compare the texts.
board-only-question = This is a question, not a suggestion. Press c to compare the texts.
board-joined = The cards are together now. M takes them apart, u takes it back.
board-compare-title = Do these two say the same?
board-waits = not placed yet
board-card-gone = { $id } is not there any more.

# Words that are taught.
board-no-words = There is no word to teach on this card.
board-word-spoke = spoke too
board-teach-for = Which theme does { $word } speak for?
board-taught = { $word } now speaks for { $theme }. u takes it back.
board-untaught = { $word } speaks for no theme any more. u takes that back.
board-taught-words = words you taught: { $words }

# What comes back.
recurrence-title = What comes back
recurrence-run = { $k } of { $of } scenarios run
recurrence-contributions =
    { $count ->
        [one] one contribution
       *[other] { $count } contributions
    }
recurrence-participants =
    { $count ->
        [one] one participant
       *[other] { $count } participants
    }
recurrence-left-out =
    { $count ->
        [one] one does not count
       *[other] { $count } do not count
    }
recurrence-group =
    { $personas ->
        [one] { $k } of { $of } scenarios, one persona
       *[other] { $k } of { $of } scenarios, { $personas } personas
    }
recurrence-by-contribution = Number of contributions.
recurrence-by-persona = Number of different personas. Five contributions of one persona count once.
recurrence-across = in scenarios
recurrence-minutes = minutes
recurrence-prompt = Question { $at } of { $of }. { $text }
do-recurrence-table = next table
do-recurrence-table-back = previous table
do-recurrence-prompt = next question
do-recurrence-prompt-back = previous question
do-recurrence-personas = count personas, or contributions
