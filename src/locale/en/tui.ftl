# The screens: what stands around all of them.

# What can be done by key, everywhere.
do-help = help
do-palette = everything you can do
do-language = another language
do-tone = other colors
do-large = large type on or off
do-redraw = draw the screen again
do-suspend = to the command line for a while
do-quit = leave

# What a facilitator can do at every step.
do-next = next step
do-stay = stay after all
do-back = step back
do-goto = go to a step
do-timer = timer
do-more-time = a minute more
do-stop-timer = stop the timer
do-park = park
do-parking = see the parking lot
do-undo = undo
do-redo = redo
do-save = save now
do-close = end the workshop

# In a popup.
do-yes = yes
do-no = no
do-choose = choose
do-go-on = go on
do-submit = done
do-close-popup = back
do-next-field = next field
do-down = down
do-up = up
do-page-down = page down
do-page-up = page up

# The chapters of the help, and the titles of popups.
chapter-title = Help
chapter-step = At this step
chapter-leading = Leading the workshop
chapter-common = Everywhere
confirm-title = Sure?
picker-title = A list
picker-nothing = Nothing found. Type something else.
palette-title = What would you like to do?
reader-title = A text
sheet-title = A form

# The languages and the colors.
language-nl = Nederlands
language-en = English
language-fr = Français
tone-auto = fits light and dark
tone-dark = for a dark background
tone-light = for a light background
tone-contrast = high contrast

# What is asked once more.
sure-quit-host = The room closes for everybody. Everything is saved and you can go on later. Stop now?
sure-quit-facilitator = The room stays open; you can come back. Leave?
sure-quit-participant = Your seat stays yours; you can come back with the same link. Leave?
sure-close = { $count ->
    [0] The workshop ends for everybody. Nobody can add anything after that. End it?
    [one] There is still one item in the parking lot. The workshop ends for everybody. End it all the same?
   *[other] There are still { $count } items in the parking lot. The workshop ends for everybody. End it all the same?
}

# The timer and the parking lot.
timer-field = Minutes
timer-minutes = Type a number of minutes, for example 8.
park-field = What shall we come back to later?
parking-empty = The parking lot is empty.
parking-open = [ ] { $text }
parking-done = [x] { $text }

# The heading above every screen.
headline-plain = not all encrypted
headline-locked = locked

# The line under the heading.
banner-moving = { $seconds ->
    [one] In one second we go to: { $step }
   *[other] In { $seconds } seconds we go to: { $step }
}
banner-moving-facilitator = { $seconds } s · Esc: stay · n: now · { $step }
banner-lost = { $count ->
    [0] No connection. Trying again. You can simply go on.
    [one] No connection. One command is kept and sends itself.
   *[other] No connection. { $count } commands are kept and send themselves.
}
banner-host-stopped = { $count ->
    [0] The room is closed for now. When it opens, you come back by yourself.
    [one] The room is closed for now. One command is kept and sends itself.
   *[other] The room is closed for now. { $count } commands are kept and send themselves.
}
banner-distrust = The connection cannot be trusted just now. Nothing is sent; everything is kept. Ask the facilitator.
banner-read-only = The host cannot save. What you give is kept and sent later. Make room on its disk.
banner-drafts = What you type cannot be kept on this machine just now. Make room on the disk.
banner-unsent = Your last text was not sent, but it is kept. F6: look at it

# When there is no screen of a step.
too-small = This window is too small: { $has-width } by { $has-height } characters. Make it at least { $width } by { $height }, or make the letters smaller.
outside-unmet = Connecting to the room …
outside-unmet-at = Connecting to { $place } …
outside-slow = This takes long. Check the address, and that you are on the same network as the facilitator.
outside-lost = The room cannot be reached ({ $cause }). Trying again; you need not do anything.
outside-lost-at = The room at { $place } cannot be reached ({ $cause }). Trying again; you need not do anything.
outside-quit = q or Esc: leave
over-left = The connection has ended. You can come back with the same link.
over-closed = The workshop has ended. Thank you! q: leave
over-at = Tried: { $room }
over-unsent = Not sent yet; it stays on this computer:
over-keys = y: copy the text   Esc: leave
over-copied = The text was sent to your terminal to be copied.
tui-not-given = The connection has ended; this was not sent.
tui-leaving = One moment: what you just gave is on its way.

# The door: who you are, before you take a seat.
door-language = Language
door-name = Your name
door-organisation = Your organisation
door-free = You may leave this empty.
door-other = Or another organisation
door-kind = Kind of organisation
door-no-answer = rather not
door-role = Which role is like your own work?
door-role-why = Then you are given another role to imagine yourself in.
door-too-long = This is too long: { $limit } characters at most.
door-records-named = What is kept: what you write, sort and vote, with your name and your organisation. The others see your name too.
door-records-pseudonymous = What is kept: what you write, sort and vote, under a number, and your organisation. You are not asked for your name.
door-records-anonymous = What is kept: what is written and chosen, without who did it, and your organisation. You are not asked for your name.
door-keys = Enter: go on, then agree and come in   Ctrl-S: at once   Esc: not now

# The start screen.
start-title = halte
start-lead = Lead a group through four scenarios for work in 2035. What would you like to do?
start-host = Lead a new workshop
start-plan = Lead a workshop with a plan of your own
start-resume = Go on with a workshop
start-join = Take part in a workshop
start-review = Look back over workshops
start-rehearse = Rehearse with simulated participants
start-none = There is nothing here. Plans are kept in the folder where you start halte or in sessions; saved workshops in sessions.
start-keys-menu = Enter or a digit: choose   arrows: move   q: stop
start-keys-list = Enter: choose   arrows: move   Esc: back
start-keys-sheet = Enter: next   arrows and space: choose   Ctrl-S: done   Esc: back
start-name = Title
start-name-wrong = Give the workshop a title that is not too long.
start-preset = Agenda
start-preset-full = full, about two hours
start-preset-short = short, about one hour
start-scenarios = Scenarios
start-scenarios-wrong = Choose one scenario at least.
start-set = Personas
start-set-4 = four that see the shop floor from four sides
start-set-6 = those four, and two who lead
start-set-inclusion = four whom change easily leaves behind
start-set-all = all personas
start-set-own = my own choice, below
start-personas = Personas of your own choice
start-personas-wrong = Choose one persona at least, or choose a set.
start-anonymity = What is kept of people
start-organisations = Invited organisations
start-organisations-hint = One a line (Alt-Enter: new line). May stay empty.
start-organisations-wrong = A name is too long.
start-link = Address and code, or link
start-link-hint = Type what the facilitator shows, such as 192.168.1.20/K7QF-2M9X, or paste the link.
start-people = Number of participants
start-people-wrong = Type a number from 1 to 1000.
