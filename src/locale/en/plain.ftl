# Plain mode, without a screen.

# What the host says when a connection is not possible.
fault-wrong-code = The code of the session or of the seat is not right. Compare it with what the facilitator shows, or ask for the link.
fault-bad-message = The host does not understand this message. Use the same version of halte as the host.
fault-too-large = This message is too long for the host. Make it shorter.
fault-too-fast = This goes too fast. Wait a moment and try again.
fault-full = The session is full. Ask the facilitator for advice.
fault-unsupported = This host cannot do that. Use the same version of halte as the host.
fault-too-slow = The host waited too long for a hello. Try again.
fault-locked = The session is locked: nobody new gets in. Did you have a seat already? Come back at the computer where you had it. Otherwise ask the facilitator whether you still can.
fault-removed = The facilitator took your seat away. What you wrote stays. Ask the facilitator for advice.

# The page for somebody who opens the link in a browser.
page-title = Join in the terminal
page-what = A halte workshop is going on here. You take part in a terminal, not in the browser.
page-link = Or paste the facilitator’s link, if you have it:
page-link-word = LINK
page-code = Take the code from the screen in the room, and type:
page-code-word = CODE
# Plain mode, without a screen, and the link.

# An address that is not right.
address-host = “{ $text }” is not the address of a computer. Type what the facilitator shows, for example 192.168.1.20/K7QF-2M9X.
address-port = “{ $text }” is not a port. A port is a number from 1 to 65535.
address-no-code = The code of the room is missing. Type it behind the address, for example 192.168.1.20/K7QF-2M9X, or give it with --code.
address-code = “{ $text }” is not the code of a room. A code is eight letters and digits, for example K7QF-2M9X.
address-two-codes = The link has the code { $link }, but you gave { $given } too. Give only one.
address-fingerprint = What stands behind the hash in the link is not complete: “{ $text }”. Copy the link again, or leave out the hash and what follows it.
address-scheme = “{ $text }” is not a link to a room. A link starts with halte://.

# A line that is not understood.
bad-unknown = There is no such command. Type /help for the list.
bad-form = Write it like this: { $form }.
bad-word = “{ $word }” is not possible here. Choose from: { $known }.
bad-typed = You typed: { $typed }
too-long = That line is too long. Make the text shorter.
not-yet = There is no connection yet. Try again in a moment.
not-kept = This could not be kept on this computer and was not sent ({ $cause }). Make room on the disk and type it again.

# The link.
lost = { $count ->
    [0] The connection is lost ({ $cause }). It will keep trying. Just go on typing: everything is kept.
    [one] The connection is lost ({ $cause }). It will keep trying. One text is waiting; it is kept.
   *[other] The connection is lost ({ $cause }). It will keep trying. { $count } texts are waiting; they are kept.
}
lost-host-stopped = the host has stopped; the workshop can go on later, and then you come back in by yourself
waits-its-turn = Just a moment: the room cannot let you in right away. Your turn comes by itself; you need not do anything.
goes-on-trying = Trying again. You can type already: everything is kept.
hitch-unknown-name = that name is not known here
hitch-refused = the machine is there, but no room is open on it
hitch-no-way = the network does not lead there
hitch-silent = there is no answer
still-waiting = { $count ->
    [one] One command still waits for the connection. It is kept on this computer.
   *[other] { $count } commands still wait for the connection. They are kept on this computer.
}
replaced = Your seat was taken from another terminal. Go on there. Was that not you? Ask the facilitator for advice.
failed-other-session = Behind this link is another workshop now. Your seat of the former one is not there. Join with a new seat.
failed-new-code = There is a new code. Join again with the code or the link that the facilitator shows now.
distrust-wrong-certificate = Somebody else answers at this address than the host that made this link. Nothing was sent. Ask the facilitator for the current link, and check that you are on the right network.
distrust-other-host = Another host answers at this address than the one where you have a seat with this code. Nothing was sent. Check that the address is right and that you are on the right network. If you want a new seat there, add --fresh.
distrust-unproven = The code is not right, or somebody else answers at this address than the host. There may be a new code by now. Your code was not sent. Compare the address and the code with what the facilitator shows, and check that you are on the right network.
distrust-plain-refused = This room takes encrypted connections only. Your code was not sent. Type the link without #plain.

theme-none = None of these themes: what fits nowhere is a finding too.
help-text = TEXT — a contribution; a line that starts with a slash is a command

# How every command is written, and what it does.
form-kind = /kind need|want|challenge|opportunity — what your next contributions are
form-edit = /edit n0012 TEXT — rewrite your own contribution, as long as it is not shared
form-withdraw = /withdraw n0012 — take back your own contribution, as long as it is not shared
form-prompt = /prompt SY2 — choose another question of this scenario
form-done = /done — set your light to done
form-undone = /undone — turn your light off again
form-sort = /sort n0012 THEME [SECOND] — put a contribution under a theme; none is none of the themes, unplaced takes it back
form-vote = /vote THEME COUNT — give a theme that many dots
form-reflect = /reflect CHALLENGE agree|differ TEXT — agree or see it differently, and why
form-say = /say TEXT — put something in the parking lot
form-scribe = /scribe PERSONA TEXT — type for somebody else, as that persona
form-list = /list — read your own contributions
form-facts = /facts — read the scenario again
form-persona = /persona — read your persona again
form-who = /who — who is here
form-lang = /lang nl|en|fr — read another language
form-help = /help — this list
form-quit = /quit — leave, once everything has arrived
form-next = /next [5] — to the next step; with a number only after so many seconds, announced to everybody
form-stay = /stay — stay here after all: take back a step that was announced
form-back = /back — go to the step before
form-goto = /goto s02 — go to that step
form-timer = /timer 5m|90s|+1m|stop — start, extend or stop the timer
form-assign = /assign p03 PERSONA, or /assign auto — give somebody a persona, or everybody who has none
form-card = /card TE1 — put a trend card on the table, or take it away again
form-paper = /paper PERSONA TEXT — enter a paper note
form-spotlight = /spotlight [n0012] — show one contribution to everyone, or none any more
form-hide = /hide n0012 — hide a contribution
form-show = /show n0012 — show a hidden contribution again
form-place = /place n0012 THEME [SECOND] — decide where a contribution belongs; unplaced takes it back
form-accept = /accept [n0012|all] — take over what is suggested, by the group or else by halte; all: all that is sure
form-teach = /teach THEME WORD — let a word or a few words speak for a theme; unplaced takes it back
form-group = /group n0012 n0031 [LABEL] — put contributions that say the same together
form-ungroup = /ungroup g02 — split a group again
form-propose-theme = /propose-theme ID TITLE | DEFINITION — add a theme of your own
form-add-persona = /add-persona ID ROLE | WORK | WORRIES | WISHES — add a persona of your own
form-hands = /hands THEME COUNT — enter hands that were counted
form-recommend = /recommend THEME now|later company|sector|government|education|social-partners TEXT [n0012 ...] — make a recommendation
form-park = /park TEXT — put something in the parking lot
form-resolve = /resolve k01 — tick off an entry of the parking lot
form-lock = /lock — let nobody new in; whoever has a seat still comes back
form-unlock = /unlock — let people in again
form-remove = /remove p03 — take somebody’s seat away; what they wrote stays. Make a new code after it: /code new
form-code = /code new — make a new code; the old one opens nothing any more
form-undo = /undo — take back your last change
form-redo = /redo — do again what was taken back
form-save = /save — save the session now
form-close = /close — end the workshop
