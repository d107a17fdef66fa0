# The doctor: can this laptop and this network carry the workshop?

doctor-verdict-fine = fine
doctor-verdict-beware = beware
doctor-verdict-wrong = wrong
doctor-verdict-not-known = not known

doctor-subject-addresses = Address
doctor-subject-port = Port
doctor-subject-firewall = Firewall
doctor-subject-isolation = Other devices
doctor-subject-portal = Sign-in page
doctor-subject-clock = Clock
doctor-subject-disk = Disk
doctor-subject-sync = Saving
doctor-subject-files = Files
doctor-subject-terminal = Terminal
doctor-subject-load = Trial
doctor-subject-name = Name
doctor-subject-connection = Connection
doctor-subject-room = Room

doctor-yes = Yes: this laptop and this network can carry a workshop with { $people ->
    [one] one participant
   *[other] { $people } participants
}, as far as can be seen from here.
doctor-no = Not yet: a workshop with { $people ->
    [one] one participant
   *[other] { $people } participants
} will not work like this.
doctor-guest-yes = Yes: you can take part from here.
doctor-guest-no = Not yet: you cannot take part from here like this.
doctor-first = Begin with: { $subject }.
doctor-look-at = Look also at: { $subject }.

# The network.
doctor-addresses-fine = others reach you at { $address }.
doctor-addresses-several = the link carries { $address }, and there is another one.
doctor-addresses-vpn = the link carries { $address }, which looks like a VPN. The people in the room do not get there.
doctor-addresses-none = this laptop is on no network at all.
doctor-addresses-here = nobody but this laptop itself gets to { $address }.
doctor-addresses-not-here = { $address } is no address of this laptop.
doctor-addresses-join = Choose the Wi-Fi of the room, or make a hotspot with a phone.
doctor-addresses-choose = There is also { $others }. If people are there, say --listen { $example }.
doctor-addresses-vpn-off = Turn the VPN off, or choose the Wi-Fi of the room.
doctor-port-free = { $address } is free.
doctor-port-halte = a halte ({ $version }) listens on { $address } already.
doctor-port-is-it-yours = If that is your own room, this is fine. Otherwise close it first, or choose another port with --listen.
doctor-port-taken = { $address } is in use by another program.
doctor-port-not-allowed = you may not listen on { $address }.
doctor-port-not-here = { $address } is no address of this laptop.
doctor-port-failed = cannot listen on { $address } ({ $cause }).
doctor-port-elsewhere = Choose another port above 1023, such as --listen 0.0.0.0:7421.
doctor-port-leave-out = Leave out --listen, or choose an address of this laptop.
doctor-firewall-on = { $name } is on and may keep others out.
doctor-firewall-none = none that halte knows is on. Whether there is another cannot be seen from here.
doctor-firewall-windows = Windows keeps others out until you allow it.
doctor-firewall-command = Let the port through with: { $command }
doctor-firewall-ask-mac = If macOS asks whether halte may accept connections, choose “Allow”.
doctor-firewall-ask-windows = If Windows asks for access for halte, choose “Allow” for private networks.
doctor-isolation-one-device = whether devices on this network reach each other cannot be seen with one device.
doctor-isolation-wait = Add --wait, then open the page it shows on a second device.
doctor-isolation-link = A room is open already: on a second device, type “halte doctor” with its link behind it.
doctor-isolation-visited = a second device came by, from { $from }.
doctor-isolation-nobody = no second device came by in { $seconds } seconds.
doctor-isolation-why = See whether both devices are on the same network, and whether a firewall stops them. If the network keeps devices apart (guest networks often do), ask for another one or make a hotspot.
doctor-waiting = On a second device on the same Wi-Fi, now open:
    { $page }
    or type there:  halte doctor "{ $link }"
    This waits for { $minutes } minutes.
doctor-give-up = Enter: wait no longer.
doctor-trial = The doctor’s trial
doctor-portal-not-asked = not looked at (--offline).
doctor-portal-silent = the internet does not answer. halte needs none.
doctor-portal-open = there is internet, without a sign-in page in between. halte needs none.
doctor-portal-other = the network shows a page of its own before it lets anybody through.
doctor-portal-accept = Let everybody accept that page in a browser first, or choose a network without one.

# The laptop.
doctor-clock-fine = is { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min
} off the internet’s. That is good enough.
doctor-clock-off = is { $minutes } minutes off the internet. The times in the session will be wrong.
doctor-clock-early = shows { $now }, when halte did not exist yet.
doctor-clock-alone = shows { $now }. That may be right; there was no other clock to hold it against.
doctor-clock-set = Set the clock, or let the laptop do that by itself.
doctor-clock-host-fine = is { $minutes ->
    [0] { $seconds } s
   *[other] { $minutes } min
} off the host’s. That does no harm.
doctor-clock-host-off = is { $minutes } minutes off the host’s. Timers follow the host, so you can take part.
doctor-clock-host-silent = the host did not say what time it is there.
doctor-disk-free = { $folder }: { $free } MiB free; { $needed } MiB needed.
doctor-disk-writable = { $folder }: can be written in. How much room there is, the system does not say.
doctor-disk-not-writable = { $folder }: no session can be kept here ({ $cause }).
doctor-disk-elsewhere = Choose another folder with --sessions, also for “halte host” later.
doctor-disk-make-room = Make room, or choose another folder with --sessions.
doctor-sync-fine = what people write is safe on disk in { $median } ms (slowest: { $slowest } ms).
doctor-sync-slow = keeping things safe takes { $median } ms (slowest: { $slowest } ms). People will feel that.
doctor-sync-elsewhere = With --sessions, choose a folder on this laptop’s own disk, not a network drive or a folder that is synchronised.
doctor-files-open = { $open } files and connections may be open at a time; { $needed } needed.
doctor-files-more = Type “ulimit -n { $needed }” before you start the host, or ask whoever manages the laptop for more.
doctor-terminal-fine = { $columns } by { $rows } characters, { $color ->
    [yes] with color
   *[no] without color
}.
doctor-terminal-small = { $columns } by { $rows } characters, { $color ->
    [yes] with color
   *[no] without color
}. That is small for the facilitator.
doctor-terminal-ascii = { $columns } by { $rows } characters, { $color ->
    [yes] with color
   *[no] without color
}. Nothing says that the letters are UTF-8.
doctor-terminal-larger = Make the window larger or the letters smaller: { $columns } by { $rows } is good.
doctor-terminal-use-ascii = If frames look strange, say --ascii, or set LANG to a language with UTF-8.
doctor-terminal-none = there is no terminal here, so there is nothing to say about it.
doctor-terminal-try-there = Do this again in the terminal that you use in the workshop.
doctor-terminal-dumb = this terminal can only write lines (TERM=dumb).
doctor-terminal-plain = The workshop goes line by line. Screens need another terminal.
doctor-load-fine = { $people ->
    [one] one simulated participant
   *[other] { $people } simulated participants
} without pausing to think: { $count } things done, acknowledged in { $middle } ms (99 in 100 within { $most } ms, slowest { $slowest } ms; the need is 250 ms).
doctor-load-slow = { $people ->
    [one] one simulated participant
   *[other] { $people } simulated participants
} without pausing to think: { $count } things done, acknowledged in { $middle } ms, but 99 in 100 only within { $most } ms (slowest { $slowest } ms; the need is 250 ms).
doctor-load-nothing = nothing was acknowledged at all.
doctor-load-no-seat = only { $seated } of { $people } simulated participants had a seat in time.
doctor-load-missing = { $missing ->
    [one] one thing was
   *[other] { $missing } things were
} never acknowledged.
doctor-load-failed = the trial could not begin: { $cause }
doctor-load-lighten = Close heavy programs, plug the laptop in and try again, or take a faster laptop.

# The way to a room.
doctor-name-known = { $host } is known.
doctor-name-unknown = { $host } is not known here.
doctor-name-number = Check the link, or ask the facilitator for a link with a number, such as 192.168.1.20.
doctor-connection-made = { $address } answers in { $median } ms (slowest: { $slowest } ms).
doctor-connection-slow = { $address } answers slowly: { $median } ms (slowest: { $slowest } ms).
doctor-connection-nearer = Sit nearer to the Wi-Fi, or choose a network that is less busy.
doctor-connection-refused = the device at { $address } is there, but refuses the connection.
doctor-connection-is-it-open = Ask the facilitator whether the room is open, and whether a firewall stops the port.
doctor-connection-silent = { $address } does not answer within { $seconds } seconds.
doctor-connection-no-way = there is no way to { $address } ({ $cause }).
doctor-room-open = “{ $title }” is open; the sign on its door was read in { $took } ms.
doctor-room-slow = “{ $title }” is open, but reading the sign on its door took { $took } ms.
doctor-room-closed = “{ $title }” has ended.
doctor-room-wrong-code = the code in the link is not the room’s.
doctor-room-ask-link = Compare the address and the code with what the facilitator shows, or ask for the link.
doctor-room-full = the room is full.
doctor-room-make-place = Ask the facilitator what to do.
doctor-room-fault = the room does not take this device ({ $reason }).
doctor-room-mute = there is a halte ({ $version }), but the room cannot be reached like this ({ $cause }).
doctor-room-same-version = Use the same version of halte at both ends.
doctor-room-stranger = another program listens there, and no halte.
doctor-connection-same-network = Are you on the same Wi-Fi as the facilitator? If so, ask the facilitator: the network may keep devices apart (a guest network often does), or a firewall may block the port.
doctor-room-locked = the room is locked: nobody new gets in.
doctor-room-let-in = If you had a seat already, come back at the device where you had it. Otherwise ask the facilitator whether you still can.
doctor-room-encrypted = this room takes encrypted connections only.
doctor-room-without-plain = Type the link without #plain.
doctor-room-other-host = another host answers there than the one of the link. Nothing was sent.
doctor-room-unproven = whoever answers there does not know this code. Nothing was sent.
