# What was kept of a workshop: looking back at it.

help-replay = Report a workshop as it stood at an earlier moment
help-replay-file = The journal, or the saved session beside it
help-replay-at = The moment, such as 2026-11-21T09:30:00Z
help-replay-seq = The number of the last record to look at
help-replay-format = What the report is written as
help-replay-output = Write to this file
help-replay-by = Count the first theme only, or the second too
replay-stood = { $path }: as it stood after record { $seq } of { $all }, at { $at }.
replay-no-journal = { $path }: there is no journal beside this file, and only a journal tells what came when. Put the journal beside it, or look at the end with “halte report”.
replay-no-time = “{ $what }” is not a time. Write one such as 2026-11-21T09:30:00Z behind --at.
replay-too-early = { $path }: the room opened at { $at }, and before that there is nothing to show. Choose a later moment.
replay-no-record = { $path }: there is no record { $seq }. Choose one from 1 to { $all }.
