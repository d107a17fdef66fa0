# Looking back over saved sessions.

do-review-back = back
do-review-behind = what is behind it
do-review-choose-part = choose a part
do-review-copy = copy as Markdown
do-review-export = write to a file
do-review-first = to the start
do-review-hits = hits
do-review-keep = keep
do-review-last = to the end
do-review-mark = mark
do-review-mark-all = mark all, or none
do-review-next-one = next
do-review-next-part = next part
do-review-notes = notes
do-review-one-before = previous
do-review-open = open
do-review-part = part { $number }
do-review-part-before = previous part
do-review-parts = part
do-review-reread = read again
do-review-search = search
do-review-show-all = show all
do-review-sort = sort
do-review-together = open together
do-review-together-marked = open together: mark two first

review-title = Looking back
review-no-terminal = Looking back needs a terminal. Without one, “halte report” writes the same as a report.
review-too-small = Please make this window a little larger.
review-read = { $read } of { $found } read
review-opening = Reading…
review-busy = There is work waiting. Try again in a moment.
review-copied = Copied as Markdown.
review-exported = Written: { $name }
review-search-hint = / searches all texts
review-look-for = search:
review-being-read = The sessions are being read.
review-redacted = redacted
review-mark-first = Mark with the space bar what you want to open together.
review-organisations-redacted = organisations taken out
review-empty = There are no sessions here yet. What is saved appears here by itself.
review-nothing = There is nothing here.
review-nothing-found = Nothing found.
review-unreadable = This file cannot be read
review-head-title = title
review-head-date = date
review-head-organisations = organisations
review-head-participants = participants
review-head-contributions = contributions
review-head-scenarios = scenarios run
review-head-hits = hits
review-short-participants = people
review-short-contributions = contr.
review-short-scenarios = scen.
review-short-hits = hits
review-under-way = under way
review-session = Reading a session
review-contribution = A contribution
review-contributions = All contributions
review-overview = Overview
review-timeline = Timeline
review-timeline-how = When the group was where (UTC), in minutes and seconds.
review-from = from
review-closed = end
review-comparison = Side by side
review-hits-title = Hits
review-stale = This file has changed meanwhile: r reads it again.
review-not-told = This is not told of an anonymous session.
review-prompt = Prompt: { $prompt }
review-where = Where it stands
review-in-group = Together with others: { $label }
review-sorts = What the group said
review-sorts-none = Nobody sorted this contribution.
review-suggestion = What halte would suggest
review-because = Words: { $words }.
review-log = What happened to it
review-undone = (undone)
review-who-facilitator = The facilitator
review-who-somebody = Somebody
review-did-write = { $who } wrote this.
review-did-edit = { $who } worded it anew.
review-did-withdraw = { $who } took it back.
review-did-restore = { $who } brought it back.
review-did-hide = { $who } hid it.
review-did-show = { $who } showed it again.
review-did-spotlight = { $who } put it before everybody.
review-did-sort = { $who } sorted it under { $place }.
review-did-unsort = { $who } took that choice back.
review-did-place = { $who } placed it under { $place }.
review-did-unplace = { $who } took its place away.
review-did-ungroup = { $who } took it out of its group.
review-did-suggest = halte suggested { $place }, { $percent }.
review-given-group = The group suggested { $place }.
review-given-group-accepted = As the group suggested: { $place }.
review-given-tool = halte suggested { $place }.
review-given-tool-accepted = As halte suggested: { $place }.
review-notes = Notes
review-notes-on = Notes on { $session }
review-notes-hint = For you alone, in a file beside the session. Ctrl-S keeps them.
review-notes-throw-away = Not kept yet. Ctrl-S keeps; Esc once more throws your changes away.
review-notes-unkept = Your notes are not kept yet. Ctrl-S keeps them; leaving once more lets them wait until next time.
review-notes-again = You typed this and did not keep it yet. Ctrl-S keeps; Esc twice throws your changes away.
review-notes-not-put-away = What you type cannot be put on disk just now. Keep it with Ctrl-S, or copy your text.
review-notes-waiting = Your notes on { $session } are not kept yet. They are still there: choose the session and press n.
review-notes-changed = { $path }: something else stands there meanwhile. Your text is still here; Ctrl-S once more writes over it.
review-notes-no-text = { $path }: this is not text. Move the file, then you can write notes.
review-notes-too-long = These notes are too long to change here. Use an editor of your own.
review-export-what = What
review-export-view = what you see now, as Markdown
review-export-markdown = the whole report, as Markdown
review-export-html = the whole report, as a page for a browser
review-export-csv = all contributions, as CSV
review-export-json = everything, as JSON
review-export-name = File
review-export-hint = A file that is there already stays as it is.
review-export-no-name = Give the file a name.

review-found = { $count } found
review-marked = { $count } marked
review-unread = { $count } unreadable
review-left-out = { $count } left out
review-together =
    { $count ->
        [one] { $count } session together
       *[other] { $count } sessions together
    }
review-untold =
    { $count ->
        [one] Of { $count } more it is not told that it belongs here.
       *[other] Of { $count } more it is not told that they belong here.
    }
review-hits =
    { $count ->
        [one] { $count } text with “{ $words }”.
       *[other] { $count } texts with “{ $words }”.
    }
review-sorts-tally =
    { $count ->
        [one] { $count } person sorted it: { $tally }.
       *[other] { $count } people sorted it: { $tally }.
    }
review-did-group =
    { $count ->
        [one] { $who } put it in a group of { $count }: { $label }.
       *[other] { $who } put it together, { $count } in all: { $label }.
    }
