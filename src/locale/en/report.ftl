# The report.

report-title = Report of a scenario workshop: { $title }
report-title-several =
    { $count ->
        [0] Report without sessions
        [one] Report of { $count } scenario workshop
       *[other] Report of { $count } scenario workshops
    }
report-label = { $label }:
report-said = { $label }: { $text }
report-several-not-the-study = This report is about { $count } workshops. They are not the study itself. The full vision report is available from the authors of the white paper.
report-sessions = Sessions
report-session = Session: { $session }
report-date = Date: { $day }, { $from } to { $to } (UTC)
report-date-under-way = Date: { $day }, from { $from } (UTC); still going on
report-language = Language: { $language }
report-language-nl = Dutch
report-language-en = English
report-language-fr = French
report-anonymity = Recorded: { $anonymity }
report-head-participants = Participants: { $count }
report-small = Small group: fewer than { $count } participants. Read the figures with care.
report-organisations = Organisations:
report-without-organisation =
    { $count ->
        [one] organisation not given: { $count } participant
       *[other] organisation not given: { $count } participants
    }
report-redacted-organisation =
    { $count ->
        [one] organisation taken out or not filled in: { $count } participant
       *[other] organisation taken out or not filled in: { $count } participants
    }
report-kind-not-said = kind not given
report-head-contributions = Contributions: { $count }
report-participants =
    { $count ->
        [one] { $count } participant
       *[other] { $count } participants
    }
report-contributions =
    { $count ->
        [one] { $count } contribution
       *[other] { $count } contributions
    }
report-personas =
    { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
report-scenarios-run =
    { $run ->
        [0] { $run } of { $of } scenarios run
       *[other] { $run } of { $of } scenarios run: { $names }
    }
report-by-primary = Each contribution counts once, under its first theme.
report-by-any = A contribution counts under its first theme and, where it has one, under its second theme too.
report-by-any-sum = The themes add up to more than all contributions, because a second theme counts too.

report-steps = Time per step
report-steps-how = In minutes and seconds. A step that was opened again counts all its visits.
report-step = step
report-planned = planned
report-used = used
report-step-not-done = not done
report-step-under-way = { $used }, under way

report-theme = theme
report-persona = persona
report-total = total
report-not-run = { $scenario } (not run)
report-none-of-the-themes = none of the themes
report-unplaced = not placed
report-without-persona = no persona
report-themes-by-scenario = Themes by scenario
report-themes-by-scenario-how = How many contributions stand under each theme, and what that is out of.
report-all-contributions = all contributions
report-all-participants = participants
report-all-planned = time planned
report-all-used = time used
report-themes-by-persona = Themes by persona
report-themes-by-persona-how = How many contributions each persona has under each theme.
report-not-in-persona-tables =
    { $count ->
        [one] { $count } contribution speaks for no persona and is in no table of personas.
       *[other] { $count } contributions speak for no persona and are in no table of personas.
    }

report-withheld = x
report-withheld-how = x: not told. Of an anonymous session a figure by persona or organisation is told only when at least { $count } people are known to stand behind it, and when no other one can be worked out from it.
report-withheld-persona = persona not told
report-withheld-participants = x participants
report-withheld-without-organisation = organisation not given: x participants
report-withheld-organisations = organisations: x

report-weights = Every workshop counts the same
report-weights-how = Where contributions are counted, a large group weighs more than a small one. Here every workshop counts the same: the mean of the shares a theme has in each.
report-weights-by-contribution = share, by contribution
report-weights-workshops = workshops
report-weights-by-workshop = share, by workshop
report-weights-scenarios-how = In each scenario: the mean share / in how many workshops. Shares are of what was said in the scenario.
report-weights-personas-how = For each persona: the mean share / in how many workshops. Shares are of what was said as the persona.
report-weights-of = workshops with contributions
report-needs = Needs by name
report-needs-throughout = In { $k } of { $of } workshops, some need was found in every scenario that was run.
report-needs-none = No need has a name.
report-needs-how = Groups with the same name count as one need, also from different workshops.
report-need = need

report-recurrence = What recurs
report-recurrence-how = In each scenario: how many different personas / how many contributions. Then: in how many scenarios the theme comes back. A theme that comes back in all of them is systematic.
report-across = scenarios
report-throughout = workshops where in every scenario
report-of = { $k } of { $of }
report-of-systematic = { $k } of { $of }, systematic

report-groups = Needs said in different words
report-groups-how = The group put these contributions together. Every text stays as it was written.
report-groups-none = No contributions were put together.
report-group-without-label = (no name)
report-group-recurs =
    { $found ->
        [0] Scenarios ({ $across }).
       *[other] Scenarios ({ $across }): { $scenarios }.
    }

report-coverage = Who looked at which scenario
report-coverage-how = People who took the persona / contributions written as the persona.
report-empty-cell = empty
report-coverage-empty =
    { $count ->
        [0] No persona is missing in the scenarios that were run.
        [one] { $count } cell is empty in the scenarios that were run: nobody looked from there.
       *[other] { $count } cells are empty in the scenarios that were run: nobody looked from there.
    }

report-votes = Vote
report-votes-none = No vote was held.
report-votes-sessions =
    { $count ->
        [one] Voted in { $count } session.
       *[other] Voted in { $count } sessions.
    }
report-ballots =
    { $count ->
        [one] { $count } ballot
       *[other] { $count } ballots
    }
report-dots =
    { $count ->
        [one] { $count } dot
       *[other] { $count } dots
    }
report-hands-how =
    { $count ->
        [one] { $count } hand was counted in the room. It is kept apart from the dots.
       *[other] { $count } hands were counted in the room. They are kept apart from the dots.
    }
report-rank-how = An equals sign before a rank marks a tie.
report-rank = rank
report-dots-head = dots
report-share-head = share
report-hands-head = hands (counted in the room)
report-ranked-by-hands = The ranks go by hands, because there are no dots.
report-share = { $percent }%

report-agreement = Agreement
report-sorted = { $sorted } of { $of } contributions sorted, { $compared } of them by two people or more.
report-alpha = Krippendorff's alpha: { $alpha }. At 1 everyone agrees; at 0 the agreement is no better than chance.
report-alpha-none = There is nothing to compare: nobody sorted the same contribution as somebody else, or only one theme was used.
report-contested =
    { $count ->
        [one] { $count } contested contribution: no theme has more than half.
       *[other] { $count } contested contributions: no theme has more than half.
    }
report-contested-settled = Placed: { $place }.
report-contested-open = Not placed yet.

report-suggestions-shown =
    { $count ->
        [one] The participants saw what halte suggests while they sorted. That sways their choices and how far they agree.
       *[other] In { $count } workshops the participants saw what halte suggests while they sorted. That sways their choices and how far they agree.
    }
report-placements-heading = How contributions were placed
report-placements =
    { $settled ->
        [0] No contribution has been given a place for the whole group.
       *[other] Given a place for the whole group: { $settled }. As suggested: { $suggested }. Changed: { $changed }. Without a suggestion: { $without }.
    }
report-outcomes-how = What became of each suggestion. Kept: taken over as it was, or put in the same place by hand.
report-advisor = suggested by
report-advisor-group = the group
report-advisor-tool = halte
report-trust-sure = halte, sure
report-trust-probable = halte, probable
report-trust-open = halte, less than that
report-trust-how = Sure is from { $sure }, probable from { $probable }. If the figures of halte are right, at least that share is kept.
report-suggested = suggested
report-accepted = taken over
report-chosen-same = same, by hand
report-unclear = same, not said how
report-changed = changed
report-kept = kept
report-settler = placed by
report-settler-facilitator = { $id }, facilitator
report-settled = placed
report-without-suggestion = without suggestion
report-grouping =
    { $proposals ->
        [0] The record holds no contributions that halte proposed as the same need.
       *[other] Proposed by halte as the same need: { $proposals }. Groups made from one proposal: { $made } of { $compared }.
    }
report-grouping-unknown =
    { $count ->
        [one] Of { $count } group this cannot be told: its session holds no proposals.
       *[other] Of { $count } groups this cannot be told: their sessions hold no proposals.
    }
report-taught = Words that were tied to a theme:
report-taught-none = No words were tied to a theme.

report-none-of-the-themes-heading = None of the themes
report-none-of-the-themes-how =
    { $count ->
        [one] { $count } contribution was put here on purpose.
       *[other] { $count } contributions were put here on purpose.
    }
report-none-of-the-themes-none = Nothing was put here.
report-unplaced-heading = Not placed
report-unplaced-how =
    { $count ->
        [one] { $count } contribution has no place yet.
       *[other] { $count } contributions have no place yet.
    }
report-unplaced-none = No contribution is waiting for a place.

report-parking = Parking lot
report-parking-none = The parking lot is empty.
report-parking-how =
    { $count ->
        [one] { $count } entry. Still open: { $open }.
       *[other] { $count } entries. Still open: { $open }.
    }
report-parking-open = open
report-parking-resolved = resolved

report-recommendations = Recommendations
report-recommendations-none = There are no recommendations.
report-carried = Carried by { $contributions }
report-carried-by-none = Carried by no contribution

report-reflections = Held against the challenges
report-stances = Agree: { $agree }. Differ: { $differ }.

report-unreadable = Not read
report-unreadable-how =
    { $count ->
        [one] One file could not be read. What it holds is in none of the figures:
       *[other] { $count } files could not be read. What they hold is in none of the figures:
    }

report-left-out = Left out of every count
report-left-out-nothing = Nothing was left out.
report-left-out-how = These contributions are in none of the figures above:
report-left-out-hidden = hidden: { $count }
report-left-out-withdrawn = withdrawn: { $count }
report-left-out-facilitator = the facilitator's own: { $count }

report-warning = Please note

# What the charts show, and their tables.
report-times = Time per scenario
report-times-alternative = Bars: { $used } used of { $planned } planned in all, in minutes and seconds. The table has the same figures.
report-heat-alternative =
    { $count ->
        [0] Map of themes and scenarios without any contribution. The table has the same figures.
       *[other] Map of themes and scenarios. Most contributions: { $count } of { $of }, under { $theme } in { $scenario }. The table has the same figures.
    }
report-recurrence-alternative = Rows of circles, filled where a theme was found in a scenario; in the circle the number of contributions. Themes in all scenarios: { $count } of { $of }. The table has the same figures.
report-hands =
    { $count ->
        [one] { $count } hand
       *[other] { $count } hands
    }
report-votes-alternative = Bars, the longest first: { $first }. The table has the same figures.
report-sorting = How many people sorted
report-count = number
report-sorting-sorted = sorted by somebody
report-sorting-compared = sorted by two people or more
report-sorting-contested = contested
report-outcomes = What became of suggestions
report-settlers = Who placed how many
report-scenario = scenario
report-times-how = In minutes and seconds, all workshops together. The total counts the steps outside the scenarios too.
report-weights-scenarios = Every workshop counts the same, by scenario
