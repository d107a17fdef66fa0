# Sessions side by side.

help-compare = Put sessions side by side
help-compare-paths = Saved sessions, journals or folders
help-compare-format = What the comparison is written as
help-compare-group-by = Compare groups of people or sessions instead of sessions
help-compare-output = Write to this file
compare-one = There is only one thing here, and a comparison needs two. Name more sessions, or group them another way with --group-by.
compare-title = Sessions side by side
compare-small = A column of fewer than five people says little, and each person in it is easily recognised.
compare-unknown = nobody said, it was taken out, or the record does not tell
compare-differs = { $theme }: { $column } and { $others } differ (p { $p })
compare-others = all the others together
compare-no-difference = No difference between these shares can be claimed on these numbers.
compare-agreement = Agreement
compare-needs = Needs
compare-needs-how = Wordings count as the same need as they do within a session; across languages few are found.
compare-in-all = { $count ->
    [0] No need was found in all of them.
    [one] One need was said in all of them:
   *[other] { $count } needs were said in all of them:
}
compare-in-one = { $count ->
    [0] No need was said more than once in one only.
    [one] One need was said more than once, in one only:
   *[other] { $count } needs were said more than once, in one only:
}
compare-more = and { $count } more
compare-too-many = There are too many contributions to hold against each other. Compare fewer sessions.
compare-columns = What stands side by side
compare-what = what
compare-sessions = sessions
compare-people = participants
compare-contributions = contributions
compare-placed = placed
compare-themes = Themes
compare-themes-how = For each theme: its rank, how many of the contributions that were placed, what share that is and between what it probably lies, in how many of the scenarios that were run, and how the vote went.
compare-count = number
compare-interval = between
compare-scenarios = scenarios
compare-vote-rank = vote
compare-alternative = Bars: the share of { $theme } in each column. The table has the same figures.
compare-differences = Differences
compare-agreement-how = Krippendorff's alpha, over the contributions that two people or more sorted. 1 is complete agreement, 0 is no more than chance.
compare-alpha = alpha
compare-compared = over so many contributions
compare-only-here = Says what no other says
compare-method = Between what a share lies: { $interval }, { $confidence }%. Differences: { $test }, corrected for the number of tests ({ $correction }), computed with { $library }. People wrote more than one contribution each, so be slow to believe a difference.
help-compare-table = With --format csv: which table
