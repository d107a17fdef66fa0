# What was kept of a workshop: looking back at it.

help-replay = Show a workshop again as a film, or report it as it stood at an earlier moment
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

# Taking things out of it.

help-redact = Take names out of a session and its journal, in new files
help-redact-file = The saved session or the journal; what lies beside it goes along
help-redact-organisations = Take out the names of organisations too
help-redact-pattern = Take out every text in which this pattern is found; may be given more than once
help-redact-output = Write to this file, and the other beside it; otherwise beside the original
redacted-text = [text removed]
redacted-name = [name]
redacted-organisation = [organisation]
redact-no-pattern = “{ $what }” cannot be read as a pattern: it is no regular expression. Check its brackets, or put a backslash before a sign that stands for itself.
redact-no-search = { $path }: this session has more names than can be looked for. Take out less at a time.
redact-written = Redacted: { $path }
redact-removed = Taken out: { $names ->
    [one] one name
   *[other] { $names } names
}, { $organisations ->
    [one] one organisation
   *[other] { $organisations } organisations
}, { $texts ->
    [one] one text in whole or in part
   *[other] { $texts } texts in whole or in part
}. The original is as it was; see what remains with “halte check --privacy”.

# What a file still tells about people.

help-check-privacy = List what the files still tell about people
privacy-name = { $who } is called “{ $name }”
privacy-organisation = “{ $name }”, where { $people ->
    [one] one person comes from
   *[other] { $people } people come from
}
privacy-organisation-small = “{ $name }”, where { $people ->
    [one] one person comes from, who is easily recognised
   *[other] { $people } people come from, who are easily recognised
}
privacy-wrote = wrote { $what }
privacy-wrote-and = wrote { $what }, and sorted, voted or remarked { $others ->
    [one] once
   *[other] { $others } times
}
privacy-did = sorted, voted or remarked { $others ->
    [one] once
   *[other] { $others } times
}
privacy-times = { $count ->
    [one] one time is finer than its step, so whoever was there may know whose it is
   *[other] { $count } times are finer than their step, so whoever was there may know whose they are
}
privacy-looks-name = “{ $what }” looks like a name
privacy-looks-email = “{ $what }” looks like a mail address
privacy-looks-phone = “{ $what }” looks like a telephone number
privacy-nothing = tells nothing about people that can be found
privacy-summary = in all { $names } names, { $organisations } organisations, { $people } people with what they did, { $times } fine times, { $texts } places in texts that look like somebody. Take things out with “halte redact”.

# Whether a file keeps what an anonymous session promises.

help-check-anonymity = Check whether the files keep what an anonymous session promises
anonymity-other-mode = this session is not anonymous and does not promise to be
anonymity-name = this says what somebody is called
anonymity-author = this says whose something is
anonymity-persona = this says who took which persona, or what somebody’s own work is
anonymity-slice = this says what somebody was given to sort
anonymity-time = this is a time finer than the step
anonymity-table = this says which table something comes from
anonymity-order = the step has closed, and this still says what came after what
anonymity-counted = the numbers count up in the order of writing
anonymity-command = this is the command by which somebody did something
anonymity-few-language = beware: { $people ->
    [one] one person reads
   *[other] { $people } people read
} in the language “{ $language }”; who knows them recognises their contributions
anonymity-few-organisation = beware: { $people ->
    [one] one person
   *[other] { $people } people
} came from “{ $name }”; that they were there can be read
anonymity-few-combinations = beware: { $few } of { $all } combinations of scenario, persona and language have fewer than five contributions; who remembers who took which persona knows whose they are
anonymity-open-step = beware: the last step is still open; what people did in it stands one by one, without names, until it closes
anonymity-cannot-tell = no file can tell: what somebody in the room saw or wrote down, what a changed program kept on the way, what earlier copies and old blocks of the disk still hold, and whether a text is recognised by what it says or how
anonymity-holds = everything that can be verified holds: no names, no authors, no time or order finer than the step
anonymity-broken = { $count ->
    [one] one place breaks
   *[other] { $count } places break
} what an anonymous session promises
anonymity-nothing-on-record = nothing that people did is on record here yet
