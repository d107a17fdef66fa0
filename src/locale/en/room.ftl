# The room as the facilitator sees it: the lobby, the briefing, the writing and the sorting.

# What a key does.
do-invite = invitation
do-lock = lock
do-unlock = unlock
do-new-code = new code
do-remove = take a seat away
do-copy-link = copy link
do-read-script = script
do-read-scenario = read scenario
do-read-coverage = who sees what
do-read-themes = the five needs
do-give-persona = give role
do-assign-auto = deal roles
do-play-card = trend cards
do-add-persona = own persona
do-enter = enter a text

# The invitation.
invite-title = How to join
invite-title-locked = The room is locked
invite-scan = Scan this square with your phone: it tells you how to join.
invite-by-code = halte join ADDRESS --code { $code }
invite-copied = The link was sent to your terminal to be copied.
invite-plain = Not everything is encrypted: whoever listens in on the network can read along.
invite-locked = Locked: nobody new gets in. Whoever has a seat comes back with this code or the one of the first time.
code-new = The new code: { $code }. The invitation is under i.
sure-new-code = Make a new code? Whoever has a seat notices nothing; whoever only watches, the big screen too, joins again. The link you gave out then opens nothing any more; give out the new one.
sure-new-code-removed = Make a new code too? The one you removed still knows the old one and can come in with it again.
sure-remove = Take away the seat of { $who }? They cannot come back to it. What they wrote stays.

# Who is here.
room-people = People
room-people-here = { $all ->
    [0] nobody
    [one] 1 person
   *[other] { $all } people
}
room-people-done = { $done } of { $all } done
room-people-lost = { $count } away
room-people-none = Nobody is here yet. Show the code or share the link.
room-lost = away
room-table = table { $number }
room-no-persona = no role yet
room-persona-secret = role known to them alone
room-coverage-secret = Only who has a role knows it: this session is anonymous. The roles are dealt evenly.

# What is recorded.
room-recorded = What we keep
room-recorded-named = What you write, with your name, your organisation and your role.
room-recorded-pseudonymous = What you write, with a number and your organisation. No names.
room-recorded-anonymous = What you write. Nothing says who wrote what.
room-saved-in = Saved in { $path }

# The script and the scenario.
room-say = Say this
room-may = The group may
room-facts = The facts
room-prompts = The questions
room-cards = Trend cards on the table
room-cards-title = Trend cards: put on the table or take away

# The roles.
room-who-plays = Which role for { $name }?
room-own-work = is their own work
room-had-before = had this role before
room-persona-role = The role, for example: lorry driver
room-persona-work = What do I do?
room-persona-worries = What keeps me awake?
room-persona-wishes = What do I want?
room-persona-missing = Give the role a name.
room-coverage = Who sees what
room-empty-cells = { $count ->
    [0] all covered
    [one] one empty cell
   *[other] { $count } empty cells
}
room-nobody = nobody in this role

# The writing.
room-time = Time
room-minutes = { $used } of { $planned } minutes
room-no-timer = No timer is running. Start one with t, or leave it.
room-progress = How far we are
room-done = done
room-contributions = { $count ->
    [0] No texts in this scenario yet.
    [one] One text in this scenario.
   *[other] { $count } texts in this scenario.
}
room-entered = Entered by you
room-entry-text = What was said?
room-entry-hint = Ctrl-S: hand in at once
room-entry-kind = Kind
room-entry-persona = Through which role?
room-entry-no-persona = no role
room-entry-source = Whose is it?
room-entry-table = Table, if you write for one
room-entry-missing = First type what was said.
room-entry-no-table = Type a number from 0 to 255, or nothing.

# The sorting.
room-sorted = sorted
room-agreement = Agreement { $alpha } (1: all agree)
room-suggested = Suggestions by halte: { $sure } sure, { $probable } probable, { $open } open. The board shows why.
room-agreement-none = Agreement: nothing to compare yet.
room-busy = { $count ->
    [0] Everyone is done. Go on with n.
    [one] One person is still busy.
   *[other] { $count } people are still busy.
}
room-all-sorted = Everything is sorted. Go on with n.
room-contested = Where you differ
room-contested-count = { $count ->
    [one] 1 text
   *[other] { $count } texts
}
room-contested-none = No differences yet.
room-of-people = of { $count }
room-themes = The five needs
room-none-of-them = none of the five
room-slice = { $count ->
    [one] one text
   *[other] { $count } texts
}
