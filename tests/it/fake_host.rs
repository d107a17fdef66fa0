//! A host for tests of the client's side: a socket on a free port that says what the test tells it to say. The rules
//! of the workshop are the real ones; what a test needs of timing it makes by saying or not saying something.

use std::net::SocketAddr;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use halte::id::ParticipantId;
use halte::language::Language;
use halte::link::{Address, Outbox, Pace, Settings, drawer};
use halte::moment::Moment;
use halte::vocabulary::Role;
use halte::wire::{ClientMessage, Hello, SUBPROTOCOL, ServerMessage, Welcome};
use halte::workshop::entry::Participant;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::{Document, Proceedings, SCHEMA};
use halte::workshop::sight::{Viewer, project, redact, witness};
use halte::workshop::{Asker, Command, Event, Record, Seq, Workshop, decide};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::handshake::server::{ErrorResponse, Request, Response};
use tokio_tungstenite::tungstenite::http::StatusCode;
use tokio_tungstenite::{WebSocketStream, accept_hdr_async};
use uuid::Uuid;

/// The participant who sits in every test.
pub(crate) const YOU: ParticipantId = ParticipantId(1);
/// The secret of every seat.
const SECRET: &str = "the secret of this seat";
/// When everything happens.
fn now() -> Moment {
    Moment::from_millis(1_795_251_600_000)
}

/// Longer than anything takes; a test that waits so long hangs.
pub(crate) async fn soon<T>(what: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_mins(1), what)
        .await
        .expect("it should have happened by now")
}

/// A listening host with a workshop.
pub(crate) struct Host {
    listener: TcpListener,
    pub(crate) workshop: Workshop,
    records: Vec<Record>,
    seen: Vec<Option<Record>>,
    role: Role,
}

/// One connection to it.
pub(crate) struct Guest(WebSocketStream<TcpStream>);

fn same(text: &str) -> Value {
    json!({"nl": text, "en": text, "fr": text})
}

fn plan() -> Plan {
    let script = |kind: &str| {
        json!({"kind": kind, "title": same(kind), "say": same("Say it."), "may": same("They may."),
            "expect": same("Write what you need.")})
    };
    let theme = |id: &str, title: &str| json!({"id": id, "title": same(title), "heading": same(title), "definition": same("what it covers")});
    let kinds = [
        "welcome", "brief", "write", "share", "sort", "vote", "reflect",
    ];
    let scripts = kinds.map(script);
    let plan = json!({
        "id": "test-a3f9", "title": "Test", "language": "en", "anonymity": "pseudonymous",
        "dots": 5, "seed": 7,
        "agenda": [
            {"id": "s01", "kind": "welcome", "minutes": 5},
            {"id": "s02", "kind": "brief", "scenario": "synergy", "minutes": 4},
            {"id": "s03", "kind": "write", "scenario": "synergy", "minutes": 8},
            {"id": "s04", "kind": "share", "scenario": "synergy", "minutes": 5},
            {"id": "s05", "kind": "sort", "minutes": 10},
            {"id": "s06", "kind": "vote", "minutes": 5},
            {"id": "s07", "kind": "reflect", "minutes": 5},
        ],
        "scenarios": [{
            "id": "synergy", "title": same("Synergy"), "summary": same("People and machines."),
            "facts": [{"aspect": "work", "text": same("Work is lighter.")}],
            "prompts": [{"id": "SY1", "text": same("What do you need as [persona]?")},
                {"id": "SY2", "text": same("What is hard?")}],
        }],
        "personas": [{
            "id": "stitcher", "role": same("stitcher"), "sector": same("clothing"),
            "experience": same("long"), "digital_confidence": 2, "work": same("I sew."),
            "worries": same("The sector."), "wishes": same("A cobot."), "grounding": "strong",
            "voice": ["worker-side"],
        }],
        "themes": [theme("wellbeing", "wellbeing at work"), theme("ai-support", "AI support")],
        "forces": [{"id": "technology", "title": same("technology")}],
        "cards": [{"id": "TE1", "force": "technology", "text": same("Chips get scarce."), "source": "own"}],
        "cases": [],
        "challenges": [{"id": "shortage", "title": same("Shortage"), "text": same("It stays."),
            "question": same("Do you agree?")}],
        "prompts": [],
        "scripts": scripts,
        "notices": {"warning": same("Not static."), "frame": same("No forecast."),
            "not_the_study": same("One workshop."), "card_question": same("What does this change?"),
            "learning_claim": same("Learning matters most."), "phases": []},
    });
    serde_json::from_value(plan).unwrap()
}

impl Host {
    /// A host on a free port, for a seat of this role. Its first record opens the workshop.
    pub(crate) async fn start(role: Role) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let opened = Record {
            seq: 1,
            at: now(),
            by: None,
            command: None,
            revises: None,
            event: Event::WorkshopOpened {
                resumed: None,
                plan: Box::new(plan()),
            },
        };
        let mut host = Self {
            listener,
            workshop: Workshop::open(plan(), now()),
            records: vec![opened],
            seen: vec![None],
            role,
        };
        host.happens(
            YOU,
            Event::ParticipantJoined {
                participant: Participant {
                    id: YOU,
                    name: None,
                    organisation: None,
                    kind: None,
                    real_role: None,
                    table: None,
                    language: Language::En,
                    left: false,
                },
                assignment: None,
                slice: Vec::new(),
            },
        );
        host
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.listener.local_addr().unwrap()
    }

    /// Whom the guest's view is for.
    pub(crate) fn viewer(&self) -> Viewer {
        let seat = match self.role {
            Role::Facilitator => ParticipantId::FACILITATOR,
            Role::Participant | Role::Observer => YOU,
        };
        Viewer {
            seat,
            role: self.role,
        }
    }

    /// Settings with which a guest finds this host, and is not patient.
    pub(crate) fn settings(&self) -> Settings {
        let address = Address::parse(&self.address().to_string(), Some("K7QF-2M9X")).unwrap();
        Settings {
            address,
            role: self.role,
            token: None,
            name: None,
            organisation: None,
            kind: None,
            real_role: None,
            table: None,
            language: Language::En,
            pace: Pace {
                shortest: Duration::from_millis(1),
                longest: Duration::from_millis(20),
                ..Pace::default()
            },
        }
    }

    /// The file of the guest's seat in this folder.
    pub(crate) fn outbox(&self, folder: &std::path::Path) -> Outbox {
        drawer::claim(folder, &self.settings().owner(), false).unwrap()
    }

    /// Waits for somebody who connects.
    pub(crate) async fn accept(&self) -> Guest {
        #[expect(
            clippy::result_large_err,
            clippy::unnecessary_wraps,
            reason = "tungstenite asks for it"
        )]
        fn choose(request: &Request, mut response: Response) -> Result<Response, ErrorResponse> {
            let asked = &request.headers()["sec-websocket-protocol"];
            assert_eq!(asked, SUBPROTOCOL);
            let chosen = asked.clone();
            response
                .headers_mut()
                .insert("sec-websocket-protocol", chosen);
            Ok(response)
        }
        let (stream, _) = soon(self.listener.accept()).await.unwrap();
        Guest(accept_hdr_async(stream, choose).await.unwrap())
    }

    /// Waits for somebody who connects, and answers that they should encrypt first.
    pub(crate) async fn ask_for_tls(&self) {
        #[expect(clippy::result_large_err, reason = "tungstenite asks for it")]
        fn refuse(_request: &Request, _response: Response) -> Result<Response, ErrorResponse> {
            let mut answer = ErrorResponse::new(None);
            *answer.status_mut() = StatusCode::UPGRADE_REQUIRED;
            let upgrade = halte::wire::TLS_UPGRADE.parse().unwrap();
            answer.headers_mut().insert("upgrade", upgrade);
            Err(answer)
        }
        let (stream, _) = soon(self.listener.accept()).await.unwrap();
        accept_hdr_async(stream, refuse).await.unwrap_err();
    }

    /// Waits for somebody who connects, hears their hello and welcomes them as it asks.
    pub(crate) async fn welcome(&self) -> (Guest, Hello) {
        let mut guest = self.accept().await;
        let hello = guest.hello().await;
        guest.say(&self.welcome_for(&hello)).await;
        (guest, hello)
    }

    pub(crate) fn welcome_for(&self, hello: &Hello) -> ServerMessage {
        let viewer = self.viewer();
        let view = project(&self.workshop, viewer);
        let document = Document {
            schema: SCHEMA,
            plan: view.plan(),
            proceedings: Some(Proceedings::of(&view)),
        };
        ServerMessage::Welcome(Box::new(Welcome {
            you: viewer.seat,
            seat: SECRET.to_owned(),
            role: self.role,
            seq: self.workshop.seq(),
            now: now(),
            begun: None,
            view: hello
                .since
                .is_none()
                .then(|| serde_json::to_value(&document).unwrap()),
            records: hello.since.map(|since| self.since(since)),
        }))
    }

    /// The records after this one, as the guest may see them.
    pub(crate) fn since(&self, since: Seq) -> Vec<Record> {
        let after = self.seen.iter().skip(usize::try_from(since).unwrap());
        after.flatten().cloned().collect()
    }

    /// The records after this one, as a frame.
    pub(crate) fn news(&self, since: Seq) -> ServerMessage {
        ServerMessage::Records {
            through: self.workshop.seq(),
            records: self.since(since),
        }
    }

    /// Something happens that the guest has not asked for.
    pub(crate) fn happens(&mut self, by: ParticipantId, event: Event) {
        self.record(Some(by), None, event);
    }

    fn record(&mut self, by: Option<ParticipantId>, command: Option<Uuid>, event: Event) {
        let record = Record {
            seq: self.workshop.seq() + 1,
            at: now(),
            by,
            command,
            revises: None,
            event,
        };
        if let Event::WorkshopOpened { .. } = record.event {
            return;
        }
        let sight = witness(&mut self.workshop, &record);
        self.seen
            .push(redact(&sight, &record, self.viewer(), false));
        self.records.push(record);
    }

    /// The facilitator does something.
    pub(crate) fn lead(&mut self, command: &Command) {
        let event = decide(&self.workshop, command, Asker::FACILITATOR, now()).unwrap();
        self.happens(ParticipantId::FACILITATOR, event.unwrap());
    }

    /// Carries out what the guest asks, or refuses it, as a room would: the same id twice gets the same answer.
    pub(crate) fn answer(&mut self, id: Uuid, command: &Command) -> ServerMessage {
        let earlier = self
            .records
            .iter()
            .find(|record| record.command == Some(id));
        if let Some(earlier) = earlier {
            return ServerMessage::Ack {
                id,
                seq: earlier.seq,
                result: earlier.event.outcome(),
            };
        }
        let asker = self.viewer().asker();
        match decide(&self.workshop, command, asker, now()) {
            Ok(event) => {
                let result = event.as_ref().map(Event::outcome).unwrap_or_default();
                if let Some(event) = event {
                    self.record(Some(asker.seat), Some(id), event);
                }
                ServerMessage::Ack {
                    id,
                    seq: self.workshop.seq(),
                    result,
                }
            }
            Err(refusal) => ServerMessage::Refused {
                id,
                reason: refusal.reason().to_owned(),
                message: "because \u{1b}[31mof\u{7} this\nand that".to_owned(),
            },
        }
    }
}

impl Guest {
    pub(crate) async fn say(&mut self, message: &ServerMessage) {
        let text = serde_json::to_string(message).unwrap();
        self.0.send(Message::text(text)).await.unwrap();
    }

    /// Says something that is no message of ours.
    pub(crate) async fn babble(&mut self, text: &str) {
        self.0.send(Message::text(text.to_owned())).await.unwrap();
    }

    /// Waits for what the guest says next; `None` when it has gone.
    pub(crate) async fn hear(&mut self) -> Option<ClientMessage> {
        loop {
            match soon(self.0.next()).await {
                Some(Ok(Message::Text(text))) => return Some(serde_json::from_str(&text).unwrap()),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    pub(crate) async fn hello(&mut self) -> Hello {
        match self.hear().await {
            Some(ClientMessage::Hello(hello)) => *hello,
            other => panic!("no hello but {other:?}"),
        }
    }

    pub(crate) async fn command(&mut self) -> (Uuid, Command) {
        match self.hear().await {
            Some(ClientMessage::Command { id, command }) => (id, command),
            other => panic!("no command but {other:?}"),
        }
    }

    /// Asks whether the guest is still there, and waits until it says so.
    pub(crate) async fn ping(&mut self) {
        let question = Message::Ping("still there?".into());
        self.0.send(question).await.unwrap();
        loop {
            match soon(self.0.next()).await {
                Some(Ok(Message::Pong(answer))) if answer == "still there?" => return,
                Some(Ok(_)) => {}
                other => panic!("no pong but {other:?}"),
            }
        }
    }

    /// Waits until the guest asks whether the host is still there, without answering.
    pub(crate) async fn hear_ping(&mut self) {
        let (mut seen, stream) = (false, &mut self.0);
        while !seen {
            seen = matches!(soon(stream.next()).await, Some(Ok(Message::Ping(_))));
        }
    }
}
