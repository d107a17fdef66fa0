# Plain mode, without a screen.

# What the host says when a connection is not possible.
fault-wrong-code = The code of the session or of the seat is not right. Ask the facilitator for the link.
fault-bad-message = The host does not understand this message. Use the same version of halte as the host.
fault-too-large = This message is too long for the host. Make it shorter.
fault-too-fast = This goes too fast. Wait a moment and try again.
fault-full = The session is full. Ask the facilitator for advice.
fault-unsupported = This host cannot do that. Use the same version of halte as the host.
fault-too-slow = The host waited too long for a hello. Try again.

# The page for somebody who opens the link in a browser.
page-title = Join in the terminal
page-what = A halte workshop is going on here. You take part in a terminal, not in the browser.
page-link = Ask the facilitator for the link and type:
page-link-word = LINK
page-code = Do you have a code only? Then type:
page-code-word = CODE
