"""A client of another make: it knows what CONTRACT.md says of the link, and nothing else of halte.

    python3 client.py LINK NAME                  takes part
    python3 client.py LINK TOKEN PARTICIPANTS    leads so many people through all steps

What it did is told as JSON on its output.
"""

import base64
import hashlib
import json
import socket
import ssl
import sys
import uuid

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

PATIENCE = 60
LONGEST_FRAME = 16 * 1024 * 1024


class Link:
    """`halte://HOST:PORT/CODE#sha256=…`: where the room is, what opens it and how it is known."""

    def __init__(self, link):
        where, self.fingerprint = link.removeprefix("halte://").split("#")
        self.address, self.code = where.split("/")

    def dial(self):
        """Speaks TLS, and not a word of websockets before the host has shown the certificate of the link."""
        host, port = self.address.rsplit(":", 1)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        stream = context.wrap_socket(socket.create_connection((host, int(port)), PATIENCE))
        digest = base64.urlsafe_b64encode(hashlib.sha256(stream.getpeercert(True)).digest())
        if self.fingerprint != "sha256=" + digest.decode().rstrip("="):
            raise SystemExit("somebody else answers")
        stream.settimeout(None)
        return connect(
            f"ws://{self.address}/ws",
            sock=stream,
            subprotocols=["halte.v1"],
            max_size=LONGEST_FRAME,
            proxy=None,
        ).__enter__()


class Client:
    """A seat in the room, over one connection after another."""

    def __init__(self, link, role, **hello):
        self.link = Link(link)
        self.hello = {"type": "hello", "code": self.link.code, "role": role, "lang": "en", **hello}
        self.seat, self.since, self.view = None, None, None
        self.step, self.visits, self.slice = None, 0, []
        self.presence, self.goodbye = {}, None
        self.sit()

    def sit(self):
        """Takes the seat; the one it had before, and what changed meanwhile, if it had one."""
        self.socket = self.link.dial()
        assert self.socket.subprotocol == "halte.v1", self.socket.subprotocol
        self.say({**self.hello, "seat": self.seat, "since": self.since})
        welcome = self.hear()
        assert welcome["type"] == "welcome", welcome
        self.you, self.seat, self.since = welcome["you"], welcome["seat"] or None, welcome["seq"]
        if "view" in welcome:
            self.view = welcome["view"]
            self.visits = len(self.view["timeline"])
            self.step = self.view["timeline"][-1]["step"]
        self.take(welcome.get("records", []))

    def drop(self):
        """Loses the connection without a word, and comes back."""
        self.socket.socket.shutdown(socket.SHUT_RDWR)
        self.sit()

    def say(self, message):
        self.socket.send(json.dumps(message))

    def hear(self):
        return json.loads(self.socket.recv(PATIENCE))

    def take(self, records):
        for record in records:
            event = record["event"]
            if event["type"] == "step-entered":
                self.step, self.visits = event["step"], self.visits + 1
                self.slice = event.get("slices", {}).get(self.you, [])

    def next(self):
        """Hears one thing and takes it in."""
        message = self.hear()
        match message["type"]:
            case "records":
                self.take(message["records"])
                self.since = message["through"]
            case "presence":
                self.presence = message
            case "goodbye":
                self.goodbye = message["reason"]
            case "error":
                raise SystemExit(str(message))
        return message

    def ask(self, command, id=None):
        """Asks for something and waits for the answer."""
        id = id or str(uuid.uuid4())
        self.say({"type": "command", "id": id, "command": command})
        while True:
            message = self.next()
            if message.get("id") == id:
                return message

    def must(self, type, **command):
        answer = self.ask({"type": type, **command})
        assert answer["type"] == "ack", (type, command, answer)
        return answer["result"]

    def at(self):
        """The step the group is in."""
        return next(step for step in self.view["agenda"] if step["id"] == self.step)

    def ends(self):
        """Waits until the host has closed, in order."""
        try:
            while True:
                self.next()
        except ConnectionClosed as closed:
            assert closed.rcvd is not None and closed.rcvd.code == 1000, closed
        assert self.goodbye == "session-closed", self.goodbye


class Participant(Client):
    """Writes, sorts and votes, and says when it is done."""

    def __init__(self, link, name):
        self.name = name
        self.did = {"kept": [], "withdrawn": 0, "sorted": [], "dots": {}}
        super().__init__(link, "participant", name=name, organisation="Elsewhere")

    def take(self, records):
        for record in records:
            if record["event"]["type"] != "step-entered" and self.at()["kind"] == "write":
                others = json.dumps(record).replace(f"[{self.name}]", "")
                assert '"text": "[' not in others, f"{self.name} reads what is private: {record}"
            super().take([record])

    def take_part(self):
        themes = [theme["id"] for theme in self.view["themes"]]
        done = 0
        while self.goodbye is None:
            if done < self.visits:
                done = self.visits
                getattr(self, self.at()["kind"], lambda themes: None)(themes)
                self.must("done")
            else:
                self.next()
        self.ends()

    def write(self, themes):
        scenario = self.at()["scenario"]
        for number, kind in enumerate(["need", "challenge", "want"]):
            text = f"[{self.name}] {scenario} {number}: leren aan de machine"
            written = self.must("contribute", kind=kind, text=text)["contribution"]
            if kind == "want":
                self.must("withdraw", contribution=written)
                self.did["withdrawn"] += 1
            else:
                self.did["kept"].append([scenario, written])
        self.must("edit", contribution=self.did["kept"][-1][1], text=f"[{self.name}] anders gezegd é😀")
        # The same command over another connection of the same seat gets the same answer, and counts once.
        id, command = str(uuid.uuid4()), {"type": "say", "text": f"één keer, van {self.name}"}
        first = self.ask(command, id)
        self.drop()
        again = self.ask(command, id)
        assert first == again, (first, again)

    def sort(self, themes):
        for number, contribution in enumerate(self.slice):
            self.must("sort", contribution=contribution, primary=themes[number % len(themes)])
            self.did["sorted"].append(contribution)

    def vote(self, themes):
        for theme, dots in [(themes[0], 3), (themes[-1], 2)]:
            self.must("vote", theme=theme, dots=dots)
            self.did["dots"][theme] = dots
        refused = self.ask({"type": "vote", "theme": themes[1], "dots": 1})
        assert (refused["type"], refused["reason"]) == ("refused", "too-many-dots"), refused


class Facilitator(Client):
    """Goes on when everybody is done, and settles what was sorted."""

    def __init__(self, link, token, participants):
        self.participants = participants
        self.did = {"placed": {}, "hidden": []}
        super().__init__(link, "facilitator", token=token)

    def lead(self):
        while self.presence.get("participants", 0) < self.participants:
            self.next()
        steps = [step["id"] for step in self.view["agenda"]]
        while True:
            while (self.presence.get("visit"), self.presence.get("done")) != (self.visits, self.participants):
                self.next()
            getattr(self, self.at()["kind"], lambda: None)()
            if self.step == steps[-1]:
                break
            came = self.visits
            self.must("next")
            while self.visits == came:
                self.next()
        self.must("close")
        self.ends()

    def contributions(self):
        """All there are: a new view tells them."""
        self.since = None
        self.drop()
        return [one for one in self.view["contributions"] if not one.get("withdrawn")]

    def share(self):
        if not self.did["hidden"]:
            one = self.contributions()[0]["id"]
            self.must("hide", contribution=one)
            self.did["hidden"].append(one)

    def converge(self):
        themes = [theme["id"] for theme in self.view["themes"]]
        for number, one in enumerate(self.contributions()):
            theme = themes[number % len(themes)]
            self.must("place", contributions=[one["id"]], primary=theme)
            self.did["placed"][one["id"]] = theme


if len(sys.argv) == 3:
    client = Participant(*sys.argv[1:])
    client.take_part()
else:
    client = Facilitator(*sys.argv[1:3], int(sys.argv[3]))
    client.lead()
json.dump({"you": client.you, **client.did}, sys.stdout)
