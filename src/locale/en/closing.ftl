# The last steps: voting, holding against the challenges, recommending and closing.

# What can be done by key.
do-vote-more = one dot more
do-vote-fewer = one dot fewer
do-vote-done = done
do-vote-choose = to need { $number }
do-vote-choose-all = choose a need
do-vote-hands = count hands
do-reflect-answer = answer
do-reflect-next = next
do-reflect-previous = previous
do-act-recommend = recommend
do-act-next = next
do-act-previous = previous
do-act-other = other part
do-close-resolve = tick off
do-close-report = read the report
do-close-copy = copy the path
do-close-page = other page
do-close-prompt = next question
do-close-prompt-back = previous question
do-closing-say = what do I say here
do-letter-drop = drop the refused text

# Texts on their way.
letter-waiting = waits for the host
letter-saved = saved
park-missing = Type a question or a point first.
closing-say = Say

# Voting, for those who vote.
vote-left = { $count ->
    [0] All your { $limit } dots are given
    [one] 1 of your { $limit } dots left
   *[other] { $count } of your { $limit } dots left
}
vote-too-many = { $count ->
    [0] You have no dots left. Take one away elsewhere first.
    [one] You have only one dot left.
   *[other] You have only { $count } dots left.
}
vote-secret-own = Nobody in the group sees your vote. You can change it until the group moves on.
vote-done = { $count ->
    [0] You are done. You can change your dots until the group moves on.
    [one] You are done, with one dot left. You can change your dots until the group moves on.
   *[other] You are done, with { $count } dots left. You can change your dots until the group moves on.
}

# Voting, for whoever leads.
vote-turnout = Voted
vote-ready = Done
vote-share = { $count } of { $of }
vote-secret = The dots stay secret until you go to the next step.
vote-hands = Hands counted in the room
vote-hands-theme = Theme
vote-hands-count = Number of hands
vote-hands-mistake = Type a number, for example 7.
vote-earlier = The outcome of last time

# The outcome.
vote-outcome = Outcome
vote-none-held = Nobody gave a dot. There is no outcome.
vote-out-of = { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
} by { $ballots ->
    [one] 1 voter
   *[other] { $ballots } voters
}, with { $people ->
    [one] 1 participant
   *[other] { $people } participants
}. Each had { $limit }.
vote-dots-head = dots
vote-hands-head = hands
vote-hands-counted = { $count ->
    [one] 1 hand was counted in the room. It stands apart from the dots.
   *[other] { $count } hands were counted in the room. They stand apart from the dots.
}
vote-ranked-by-hands = The order follows the hands, because there are no dots.

# Holding against the challenges.
reflect-own = Your answer: { $stance }
reflect-not-yet = You have not answered yet. Press Enter.
reflect-no-answers = No answers yet.
reflect-stance = Do you agree, or do you see it differently?
reflect-choose = choose
reflect-stance-missing = Choose with the arrow keys first: agree or differ.
reflect-why = Why?
reflect-why-missing = Write in a few words why.

# Recommending.
act-none = None of the five
act-cases = Examples from research
act-no-cases = There are no examples here.
act-recommendations = Recommendations ({ $count })
act-nothing-yet = There are no recommendations here yet.
act-nothing-yet-leading = There are no recommendations here yet. Press r to make one.
act-no-carrier = no contribution
act-what = What should happen?
act-what-missing = Write what should happen first.
act-when = When?
act-who = Who does it?
act-theme = Under which theme?
act-link = Which contributions carry this?
act-link-done = Done, save it. Linked:

# Closing.
close-tab = End
close-parking = { $count ->
    [0] The parking lot is empty
   *[other] Parking lot: { $open } of { $count } still open
}
close-resolved = That point was ticked off already.
made-title = What you made together
made-contributions = { $count ->
    [one] 1 contribution
   *[other] { $count } contributions
}
made-people = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
made-scenarios = { $count ->
    [one] 1 scenario
   *[other] { $count } scenarios
}
made-ballots = { $count ->
    [one] 1 vote
   *[other] { $count } votes
}
made-answers = { $count ->
    [one] 1 answer to a challenge
   *[other] { $count } answers to the challenges
}
made-recommendations = { $count ->
    [one] 1 recommendation
   *[other] { $count } recommendations
}
made-alone = { $count } of them without a contribution

# After the end.
ended-title = The workshop has ended. Thank you!
ended-saved = Everything is saved in
ended-saved-elsewhere = Everything is saved on the host's machine. Ask for the report there too.
ended-report = The report is made with
ended-report-title = Report
ended-copied = The path was copied.
ended-what-now = What you all wrote becomes a report. Ask whoever led the workshop for it. You may close this window.
ended-own = { $count ->
    [0] There is no text of yours here
    [one] You wrote this: 1 text
   *[other] You wrote this: { $count } texts
}
