# The screen for the whole room.

# In the lobby.
projector-join = Join on your own computer:
projector-here = { $count ->
    [one] participant is here
   *[other] participants are here
}

# Below the big figures.
projector-time = time left
projector-written = { $count ->
    [one] contribution
   *[other] contributions
}
projector-done = done
projector-sorted = { $count ->
    [one] choice made
   *[other] choices made
}
projector-ballots = voted
projector-people = { $count ->
    [one] participant
   *[other] participants
}
projector-recommended = { $count ->
    [one] recommendation
   *[other] recommendations
}

# The prompts, the wall and the board.
projector-your-role = your role
projector-wall-empty = Nothing shared yet.
projector-more = { $count ->
    [one] + 1 earlier text
   *[other] + { $count } earlier texts
}
projector-no-persona = Without a role
projector-none = none of the five
projector-unplaced = { $count ->
    [one] 1 text still has to be placed.
   *[other] { $count } texts still have to be placed.
}

# What comes back.
projector-across = in how many?
projector-roles = { $count ->
    [one] 1 role
   *[other] { $count } roles
}
projector-run = { $run } of { $all } scenarios run
projector-systematic = comes back in all four

# The vote and the challenges.
projector-votes = { $ballots ->
    [one] 1 ballot, { $dots } dots
   *[other] { $ballots } ballots, { $dots } dots
}
projector-hands-alone = Hands, counted in the room.
projector-hands-too = { $count ->
    [one] 1 hand went up in the room as well. It is not counted here.
   *[other] { $count } hands went up in the room as well. They are not counted here.
}
projector-challenges = Is this so?

# Cases and recommendations.
projector-example = example
projector-cases = Under way today
projector-cases-key = The digit is that of the need the example belongs to.

# The end.
projector-thanks = Thank you!
projector-ended = The workshop has ended.
projector-parking = { $count ->
    [one] 1 point left in the parking lot
   *[other] { $count } points left in the parking lot
}
