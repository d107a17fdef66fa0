# The film of a workshop that was.

# The bar below the screen.
film-record = record { $record }/{ $all }
film-silence = { $minutes } min of silence cut
film-end = end
film-torn-end = the journal breaks off here
film-torn = The journal breaks off within a record. The film shows all before it.

# What can be done by key.
chapter-film = The film
do-film-pause = pause
do-film-play = go on
do-film-again = again
do-film-forth = record on
do-film-back = record back
do-film-faster = faster
do-film-slower = slower
do-film-steps = to a step
do-film-jump = to a time or record
do-film-next-step = next step
do-film-last-step = previous step
do-film-start = beginning
do-film-end = end

# Going somewhere.
film-closed = End of the workshop
film-jump-field = Time or record
film-jump-hint = For instance 9:40 (UTC), or 120 for record 120.
film-unread = Type a time such as 9:40, or the number of a record.
film-no-record = There is no such record. Choose one from 1 to { $all }.
film-no-time = The film runs from { $from } to { $to } (UTC). Choose a time in between.

# On the command line.
help-replay-speed = How many times as fast as the workshop the film runs, from 1 to 3600; otherwise it takes some two minutes, and runs 60 times as fast at most
replay-no-screen = There is no screen for a film here. Ask for the report of one moment, with --at and a time or with --seq and the number of a record.
