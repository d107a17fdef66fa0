# The command line.

state-folder = The folder in which halte keeps this is chosen with XDG_STATE_HOME.
no-home = Your own folder on this machine cannot be found. Set HOME, or set XDG_STATE_HOME to a folder you may write in.
journal-torn = { $path }: the last { $bytes } bytes were not written whole. They had never been acknowledged and are kept beside it, in the file ending in .torn.
journal-left-out = { $cause } The report rests on the saved session beside it.
session-left-out = { $cause } The report rests on the journal beside it.
session-without-record = { $path }: what happened in this session is not in it any more, but it is in the journal beside it. Reports read that; `halte host --resume` with this file writes the session anew.
keys-lost = The keys of this session are not on this machine. There is a new code; people join again with the new link.
certificate-new = This session is from before connections were encrypted and gets a certificate now. The link has changed; participants come back in with the new link.
certificate-unusable = The certificate of this session cannot be used. Remove the file of this session from the folder rooms in the state folder; then there are new keys.
session-over = { $path }: this workshop has ended. Look at it with “halte report”.
cannot-listen = Cannot listen on { $address }: { $cause }. Choose another port with --listen.
listen-in-use = { $address } is in use already: perhaps a room is open there. Choose another port with --listen.
listen-not-allowed = You may not listen on { $address }. Choose a port above 1023 with --listen.
listen-not-here = { $address } is not an address of this machine. Choose another with --listen.
no-steps = This plan has no steps.
host-typed = People type:  halte join --plain { $what }
host-link = Or paste:  halte join --plain "{ $what }"
host-code = Code: { $what }
host-plain = Careful: the connection is not encrypted (--plain-ws). Whoever listens in on the network can read the code and all texts.
host-saved = Saved in { $what }
host-unsaved = { $path }: the session could not be saved. The journal beside it holds everything; try “halte host --resume” when there is room again.
is-a-session = { $path }: this is a saved session, not a plan. Go on with it by “halte host --resume”.
is-a-persona = { $path }: this is a persona, not a plan. Put it in the folder personas.
nothing-here = { $path }: there is no plan, persona, session or journal here.
not-a-file = { $path }: this is no ordinary file, so it was not opened. Look at what it is.
unreadable-more =
    { $more ->
        [one] and one more file that could not be read
       *[other] and { $more } more files that could not be read
    }
report-progress = reading sessions
no-sessions = { $path }: there is no saved session here. Make one with “halte rehearse” or “halte host”.
plan-written = Plan written: { $path }. Change it as you like and start with:  halte host { $path }
report-written = Report written: { $path }
rehearse-saved = Saved in { $path }
rehearse-progress = { $people } simulated participants
no-link = Give what the host shows, for example 192.168.1.20/K7QF-2M9X, or an address with --code.
needs-token = A facilitator needs the host’s token: --token.
seat-replaced = The same seat was taken at another terminal. This one stops.
other-session = Behind this link is another session now. Ask the facilitator for the new link.
nobody-there = The host cannot be reached. Nothing of yours waits on this computer. Check the link, or ask the facilitator.
left-waiting = { $count ->
    [one] One entry waits
   *[other] { $count } entries wait
} for the host. All of it is on this machine; join again with the same link to send it.

# What a file is.
good-plan = valid plan ({ $scenarios ->
    [one] one scenario
   *[other] { $scenarios } scenarios
}, { $personas ->
    [one] one persona
   *[other] { $personas } personas
}, { $steps ->
    [one] one step
   *[other] { $steps } steps
}, { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
})
good-session = valid session, closed ({ $contributions ->
    [one] one contribution
   *[other] { $contributions } contributions
}, { $participants ->
    [one] one participant
   *[other] { $participants } participants
})
good-open-session = valid session, not closed ({ $contributions ->
    [one] one contribution
   *[other] { $contributions } contributions
}, { $participants ->
    [one] one participant
   *[other] { $participants } participants
})
good-persona = valid persona ({ $role })
good-journal = valid journal ({ $records ->
    [one] one record
   *[other] { $records } records
})
good-torn-journal = valid journal ({ $records ->
    [one] one record
   *[other] { $records } records
}; the last { $bytes } bytes were not written whole and will be cut off)

# What a file did not do.
store-not-there = { $path }: there is no such file or folder. Check the name.
store-no-folder = { $path }: the folder for this is not there. Make it first, or choose another.
store-may-not-open = { $path }: you may not open this. Ask its owner for permission.
store-may-not-write = { $path }: you may not write here. Choose another folder.
store-exists = { $path }: this is there already and is not overwritten. Choose another name.
store-full = { $path }: the disk is full. Make room and try again.
store-is-a-folder = { $path }: this is a folder, and a file is needed. Name a file in it.
store-not-a-folder = { $path }: a part of this name is a file, not a folder. Check the name.
store-not-made = { $path }: this cannot be made ({ $cause }). Choose another place.
store-not-read = { $path }: this cannot be read ({ $cause }). Try it with a copy.
store-not-written = { $path }: this cannot be written ({ $cause }). Choose another place.
store-not-held = { $path }: this cannot be held for one halte alone ({ $cause }). Choose a folder on this machine’s own disk.
store-locked = { $path }: another halte has this session open. Close it there first.
store-too-large = { $path }: this has more than { $limit } MiB, so it is no plan, session or journal. Check which file it is.
store-empty-journal = { $path }: this journal is empty. The host stopped before the workshop began; nothing is lost. You can delete the file and begin again with “halte host”.
store-not-a-journal = { $path }:{ $line }: this is not a journal of halte. Check which file it is.
store-newer-journal = { $path }:{ $line }: a newer halte wrote this journal (version { $version }; this one reads up to { $known }). Install the newer halte.
store-not-a-record = { $path }:{ $line }: the journal is damaged: this line is not a record. Put it aside, and go on with a copy or with the saved session.
store-broken-chain = { $path }:{ $line }: the journal is damaged: this line or the one before it was changed. Put it aside, and go on with a copy or with the saved session.
store-out-of-order = { $path }:{ $line }: the journal is damaged: record { $found } stands where { $expected } should be. Put it aside, and go on with a copy or with the saved session.
store-not-opened = { $path }:{ $line }: the journal is damaged: it does not begin with the opening of a workshop. Put it aside, and go on with a copy or with the saved session.
seat-foreign = { $path }: another version of halte wrote this. Come in with a new seat: --fresh.
seat-damaged = { $path }:{ $line }: this file is damaged. Come in with a new seat: --fresh.
empty-journal = { $path }: nothing is recorded in this journal. Start the workshop anew.

# What is wrong with a command as it was typed.
new-title = The next stop
title-empty = The title is empty. Write one behind --title, or leave --title out.
title-too-long = The title is too long. It counts as { $length } characters and { $limit } fit. Make it shorter.
choose-from = Choose from: { $known }.
usage-unknown-command = There is no command “{ $what }”.
usage-unknown-argument = “{ $what }” does not belong here.
usage-no-value = Something has to follow { $what }.
usage-bad-value = “{ $value }” is not possible for { $what }.
usage-listen = Give an address and a port, for example 0.0.0.0:7420.
usage-missing = { $what } is missing.
usage-conflict = { $what } and { $other } do not go together.
usage-not-text = An argument is not readable text.
usage-wrong = { $what } is not used like that.
usage-table-without-csv = --table belongs with --format csv: the other formats hold every table.
usage-more = More: halte --help
heading-usage = Usage:
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-everywhere = For every command

help-halte = Leads a group through a scenario workshop on the future of work.
help-help = Show this help
help-version = Show the version
help-default = default: { $value }
help-lang = Language of screens, messages and reports
help-color = When to use color
help-ascii = Frames and signs in plain ASCII
help-log = Write the technical log to this file
help-verbose = Tell more (twice: more still)
help-quiet = Tell only what goes wrong
help-new = Write a plan that you can change
help-new-file = The file; without a name the plan is printed
help-new-title = The title of the workshop
help-new-preset = The full agenda (about two hours) or the short one (about one)
help-new-scenarios = Scenarios, separated by commas
help-new-personas = Personas, separated by commas, or a set: 4, 6, inclusion, all
help-new-content = Folder with personas and texts of your own
help-host = Open the room and lead the workshop
help-host-plan = The plan; without one, the one that is shipped
help-host-listen = Address and port to listen on; port 0 picks one. Otherwise: where the room was before, or 0.0.0.0:7420
help-host-sessions = Folder the session is saved in
help-host-resume = Go on with a session: its journal or the saved session
help-host-headless = Without a screen: one line of JSON on opening and one on closing
help-host-anonymity = What is recorded about people
help-host-plain-ws = Also accept unencrypted connections, for programs other than halte
help-host-content = Folder with personas and texts of your own
help-join = Take a seat in a workshop
help-join-link = What the host shows: HOST[:PORT]/CODE, or the whole link; or HOST[:PORT] with --code
help-join-behind = The code, for who types a space in place of the stroke
help-join-code = The code of the room
help-join-name = Your name; recorded in a session with names only
help-join-organisation = Your organisation
help-join-real-role = The persona nearest to your own work; you are preferably not given that one
help-join-role = What the seat is for
help-join-token = The facilitator’s token
help-join-plain = Plain text, line by line, without a screen. When the host is away at the end of the input, it is tried for HALTE_PATIENCE more seconds (default: 30)
help-join-fresh = Take a new seat, also when this machine still has one
help-rehearse = Play a whole workshop with simulated participants
help-rehearse-plan = The plan; without one, the one that is shipped
help-rehearse-participants = How many participants
help-rehearse-seed = The seed: the same seed gives the same participants
help-rehearse-sessions = Folder the session is saved in
help-rehearse-content = Folder with personas and texts of your own
help-review = Look back over saved sessions
help-review-paths = Saved sessions, journals or folders
help-report = Make a report of one or more sessions
help-report-paths = Saved sessions, journals or folders; if one cannot be read, the others are reported and the exit code is 1
help-report-format = What the report is written as
help-report-table = With csv: which table, instead of the contributions
help-report-output = Write to this file
help-report-by = Count the first theme only, or the second too
help-classify = Which theme each statement on stdin belongs to, one a line (--lang: their language)
help-classify-json = One JSON object a line instead of a table
help-classify-explain = Show all that spoke: every word pattern and every run of letters
help-check = Check plans, personas, sessions and journals
help-check-paths = Files or folders
help-check-content = Folder with personas and texts of your own
help-doctor = See whether this laptop and this network can carry the workshop
help-doctor-link = The link of a room, or HOST[:PORT]/CODE: does this device reach it?
help-doctor-behind = The code, for who types a space in place of the stroke
help-doctor-code = The room’s code, with HOST[:PORT]
help-doctor-listen = Address and port of the room; otherwise 0.0.0.0:7420
help-doctor-participants = How many participants will come
help-doctor-sessions = Folder the session will be kept in
help-doctor-wait = At the end, wait for a second device
help-doctor-offline = Ask nothing of the internet
help-doctor-json = One JSON object a line
help-schema = Print the JSON Schema of a form
help-schema-of = What it describes
help-completions = Write completions for a shell
help-completions-shell = The shell
help-man = Write the manual page
host-unreached = { $room } cannot be reached: { $cause }. Check that the address is right and that you are on the same Wi-Fi as the facilitator. “halte doctor { $room }” says what stands in between.

# Where statements belong.
classify-theme = theme
classify-confidence = sure
classify-because = words
classify-text = statement
classify-open = open: { $first } or { $second }
classify-spoke = what spoke
classify-in = in
classify-kind = kind
classify-pattern = pattern
classify-gram = letters
classify-language = language: { $language }
classify-nearest = most like: { $text } ({ $theme })
classify-not-utf8 = stdin:{ $line }: this line is not UTF-8. Save the statements as UTF-8 and try again.
classify-nothing = There was nothing on stdin. Give statements, one a line.
