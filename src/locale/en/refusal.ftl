# Why something is not possible, and what is.

refused-closed-step = That is not possible in the step “{ $step }”. It is in: { $open }.
refused-workshop-closed = The workshop has ended. Nothing changes any more.
refused-not-the-facilitator = Only the facilitator can do that.
refused-observers-watch = An observer watches and takes no part. Join again as a participant to take part.
refused-not-yours = That is not yours. You can only change your own contributions.
refused-already-shared = That contribution has been shared and stays as it is.
refused-unknown-contribution = There is no contribution “{ $id }” that you can see.
refused-unknown-theme = There is no theme “{ $id }”.
refused-unknown-persona = There is no persona “{ $id }”.
refused-unknown-participant = There is no participant “{ $id }”.
refused-unknown-scenario = There is no scenario “{ $id }”.
refused-unknown-step = There is no step “{ $id }”.
refused-unknown-prompt = There is no prompt “{ $id }” in this scenario.
refused-unknown-card = There is no trend card “{ $id }”.
refused-unknown-group = There is no group “{ $id }”.
refused-unknown-challenge = There is no challenge “{ $id }”.
refused-unknown-parking = There is nothing numbered “{ $id }” in the parking lot.
refused-empty-text = There is nothing there. Type a text first.
refused-text-too-long = The text has { $length } characters. { $limit } fit. Make it shorter.
refused-too-many-dots = You have { $limit } dots and gave { $given } to other themes.
refused-second-place = The second theme has to be another one than the first, and cannot go with “none”.
refused-no-majority = The group has no single place it chose most. Place the contribution yourself.
refused-nothing-to-accept = There is nothing left to accept: what remains is not sorted yet or is contested.
refused-group-of-one = A group needs at least two contributions.
refused-no-step-there = There is no further step in that direction.
refused-already-there = The group is at that step already.
refused-notice-length = Announce a step 1 to { $limit } seconds beforehand.
refused-nothing-to-undo = There is nothing to undo.
refused-nothing-to-redo = There is nothing to redo.
refused-no-timer = No timer is running.
refused-no-scenario = This step is not about a scenario. Name one.
refused-taken = The name “{ $id }” is taken. Choose another.
refused-full = There is room for { $limit }, and that number is reached.
refused-read-only = The host cannot save just now. What you type is kept with you and sent later.

did-you-mean = Did you mean “{ $word }”?
