# The command line.

failed = halte: { $what }
state-folder = The folder { $path } cannot be made: { $cause }. Set XDG_STATE_HOME to a folder you may write in.
journal-torn = { $path }: the last { $bytes } bytes were not written whole. They had never been acknowledged and are kept beside it, in the file ending in .torn.
journal-left-out = The journal beside it is damaged; the report rests on the saved session. { $cause }
keys-lost = The keys of this session are not on this machine. There is a new code; people join again with the new link.
session-over = { $path }: this workshop has ended. Look at it with “halte report”.
cannot-listen = Cannot listen on { $address }: { $cause }. Choose another port with --listen.
no-steps = This plan has no steps.
host-link = People join with:  halte join --plain "{ $what }"
host-code = Code: { $what }
host-saved = Saved in { $what }
host-unsaved = { $path }: the session could not be saved. The journal beside it holds everything; try “halte host --resume” when there is room again.
is-a-session = { $path }: this is a saved session, not a plan. Go on with it by “halte host --resume”.
is-a-persona = { $path }: this is a persona, not a plan. Put it in the folder personas.
nothing-here = { $path }: there is no plan, persona, session or journal here.
no-sessions = { $path }: there is no saved session here. Make one with “halte rehearse” or “halte host”.
good-plan = good: plan, { $steps ->
    [one] one step
   *[other] { $steps } steps
}, { $minutes } minutes
good-session = good: session, { $contributions ->
    [one] one contribution
   *[other] { $contributions } contributions
}, { $participants ->
    [one] one participant
   *[other] { $participants } participants
}
good-persona = good: persona, { $role }
good-journal = good: journal, { $records ->
    [one] one record
   *[other] { $records } records
}
plan-written = Plan written: { $path }. Change it as you like and start with:  halte host { $path }
file-exists = { $path }: that file is there already and is not overwritten. Choose another name.
rehearse-saved = Saved in { $path }
rehearse-progress = { $people } simulated participants
no-link = Give the link that the host shows, or an address with --code.
needs-token = A facilitator needs the host’s token: --token.
seat-replaced = The same seat was taken at another terminal. This one stops.
other-session = Behind this link is another session now. Ask the facilitator for the new link.
nobody-there = The host cannot be reached. Nothing of yours waits on this computer. Check the link, or ask the facilitator.
left-waiting = { $count ->
    [one] One entry waits
   *[other] { $count } entries wait
} for the host. All of it is on this machine; join again with the same link to send it.
help-halte = Leads a group through a scenario workshop on the future of work.
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
help-host-listen = Address and port to listen on; port 0 picks one
help-host-sessions = Folder the session is saved in
help-host-resume = Go on with a session: its journal or the saved session
help-host-headless = Without a screen: one line of JSON on opening and one on closing
help-host-anonymity = What is recorded about people: named, pseudonymous or anonymous
help-host-plain-ws = Accept unencrypted connections
help-host-content = Folder with personas and texts of your own
help-join = Take a seat in a workshop
help-join-link = The host’s link, or HOST[:PORT] with --code
help-join-code = The code of the room
help-join-name = Your name; recorded in a session with names only
help-join-organisation = Your organisation
help-join-real-role = The persona nearest to your own work; you are preferably not given that one
help-join-role = participant, observer or facilitator
help-join-token = The facilitator’s token
help-join-plain = Plain text, line by line, without a screen
help-join-fresh = Take a new seat, also when this machine still has one
help-rehearse = Play a whole workshop with simulated participants
help-rehearse-plan = The plan; without one, the one that is shipped
help-rehearse-participants = How many participants
help-rehearse-seed = The seed: the same seed gives the same participants
help-rehearse-sessions = Folder the session is saved in
help-rehearse-content = Folder with personas and texts of your own
help-report = Make a report of one or more sessions
help-report-paths = Saved sessions, journals or folders
help-report-format = What the report is written as
help-report-output = Write to this file
help-report-by = Count the first theme only, or the second too
help-check = Check plans, personas, sessions and journals
help-check-paths = Files or folders
help-check-content = Folder with personas and texts of your own
help-completions = Write completions for a shell
help-completions-shell = The shell
help-man = Write the manual page
