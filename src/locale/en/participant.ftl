# A participant's screens.

# What can be done by key.
do-my-send = send
do-my-new-line = new line
do-my-kind = kind
do-my-kind-back = previous kind
do-my-list = your list
do-my-field = back
do-my-open = change it
do-my-give-back = never mind
do-my-withdraw = take away
do-my-role = my role
do-my-prompt = other question
do-my-park = for later
do-my-light-on = done
do-my-light-off = not done yet
do-my-theme = theme { $number }
do-my-themes = theme
do-my-none = none
do-my-second = second theme
do-my-single = one theme
do-my-next = next
do-my-previous = previous
do-my-take-back = take back
do-my-themes-read = explained
do-my-card-read = read
do-my-unsent = text not sent
do-my-copy = copy

# What is asked twice.
sure-my-withdraw = Take this text away? Nobody else has seen it.
sure-my-drop = This text was not sent. Throw it away?

# The lobby.
my-welcome = Welcome! Good to have you here.
my-welcome-role = You get a role: someone on the shop floor in 2035.
my-welcome-write = You write down what that person needs.
my-welcome-together = Then we read and sort everything together.
my-name = You are { $name }.
my-name-from = You are { $name } ({ $organisation }).
my-company = { $count ->
    [0] The others are still to come.
    [one] You are the first. The others are still to come.
   *[other] { $count } participants are here.
}
my-kept = What we keep
my-kept-named = Your name and your texts. Your name stands beside what you write.
my-kept-pseudonymous = Your texts, with a number beside them: { $seat }. We do not keep your name.
my-kept-anonymous = What you write, sort and vote, and your organisation. Nothing says who gave what.

# The role and the scenario.
my-role = I am: { $role }
my-role-none = You have no role
my-role-none-long = Just speak for yourself, or ask the facilitator for a role.
my-worries = What worries me
my-wishes = What I want
my-worries-line = What worries me: { $text }
my-wishes-line = What I want: { $text }
my-facts = This is how it is in 2035
my-cards = This comes on top

# The light.
my-light-on = done

# Writing.
my-text = Write here
my-editing = You are changing { $id }
my-left-over = You were busy with this
my-aside = Your other text comes back after this
my-list = What you wrote ({ $count })
my-list-empty = What you write comes here. Nobody reads it until we share.
my-saved = saved
my-shared = saved and shared
my-waiting = waiting, leaves by itself
my-leaving = being taken away
my-shared-stays = This is shared already and stays as it is.
my-waiting-stays = This is still on its way. Wait a moment.
my-finish-first = First send what you are writing now, or press Esc.
my-park-hint = A question or idea that does not fit now. We come back to it later.
my-parked = Noted for later.
my-unsent-title = Not sent
my-unsent-why = The group went on before this was sent. Nobody else sees it. It is there again when we write again.
my-unsent-over = The workshop was over before this was sent. Nobody else sees it. You can still copy it.
my-unsent-sharing = The group went on before this was sent. Nobody else sees it. You can still send it now; if not, it is there again when we write again.

# Sorting.
my-sort-at = Card { $at } of { $count }, { $sorted } sorted
my-sort-open = not sorted yet
my-sort-ask = Which need is this? Press a digit.
my-sort-first = First choose the main theme.
my-sort-second = Now choose the second theme.
my-sort-done = All sorted! Press F2: done.
my-sort-wait = Done! Soon we talk about it together.
my-sort-no-theme = none of these themes
my-sort-nothing = There is nothing to take back.
my-sort-suggested = suggestion: { $theme }, { $how }. You choose.
my-sort-suggested-because = suggestion: { $theme }, { $how }. You choose. Because: { $words }
my-sort-none = There are no cards for you.
my-sort-none-long = The others are sorting now. Soon we look at everything together.
