//! A participant that is little more than a socket, so that one process can be a thousand of them: it keeps its seat and
//! what it asked last, and forgets what it is told.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use halte::room::certificate::Certificate;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use serde_json::{Value, json};
use tokio::net::{TcpSocket, TcpStream};
use tokio::time::{timeout, timeout_at};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use uuid::Uuid;

use super::super::program::patience;
use super::super::stage::{Host, Stage};

type Socket = WebSocketStream<TlsStream<TcpStream>>;

/// Where a host is, and how it is known.
pub(super) struct Door {
    address: SocketAddr,
    code: String,
    tls: TlsConnector,
}

impl Door {
    pub(super) fn of(stage: &Stage, host: &Host) -> Self {
        let journal = stage.path(host.word("journal"));
        let keys = stage
            .path("state/halte/rooms")
            .join(journal.with_extension("json").file_name().expect("a name"));
        let keys: Value =
            serde_json::from_str(&fs::read_to_string(keys).expect("the keys")).expect("JSON");
        let certificate: Certificate =
            serde_json::from_value(keys["certificate"].clone()).expect("a certificate");
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from(certificate.der().to_vec()))
            .expect("a certificate");
        let config = ClientConfig::builder()
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self {
            address: host.word("address").parse().expect("an address"),
            code: host.word("code").to_owned(),
            tls: TlsConnector::from(Arc::new(config)),
        }
    }

    /// A connection, from an address that few others have.
    async fn connect(&self, number: usize) -> Option<Socket> {
        let socket = TcpSocket::new_v4().ok()?;
        // So that an answer does not wait for the acknowledgement of what went before.
        socket.set_nodelay(true).ok()?;
        if cfg!(target_os = "linux") {
            let number = u16::try_from(number % 50_000).ok()?.to_be_bytes();
            socket
                .bind((Ipv4Addr::new(127, 98, number[0], number[1] | 1), 0).into())
                .ok()?;
        }
        let stream = socket.connect(self.address).await.ok()?;
        let name = ServerName::try_from("halte").ok()?;
        let stream = self.tls.connect(name, stream).await.ok()?;
        let mut request = format!("ws://{}/ws", self.address)
            .into_client_request()
            .ok()?;
        request
            .headers_mut()
            .insert("Sec-WebSocket-Protocol", "halte.v1".parse().ok()?);
        let (socket, _) = tokio_tungstenite::client_async(request, stream)
            .await
            .ok()?;
        Some(socket)
    }
}

pub(super) struct Lean {
    door: Arc<Door>,
    pub(super) number: usize,
    pub(super) you: String,
    /// How much it put in the parking lot.
    pub(super) parked: usize,
    /// The id of what it wrote, and what that says since it was told so last.
    pub(super) written: Option<(String, String)>,
    seat: Option<String>,
    since: u64,
    last: Option<(Uuid, Value, Value)>,
    socket: Option<Socket>,
}

impl Lean {
    pub(super) fn new(door: Arc<Door>, number: usize) -> Self {
        Self {
            door,
            number,
            you: String::new(),
            parked: 0,
            written: None,
            seat: None,
            since: 0,
            last: None,
            socket: None,
        }
    }

    /// Takes a seat, the one it had if it had one, as often as it takes; how long that took.
    pub(super) async fn sit(&mut self) -> Duration {
        let began = Instant::now();
        self.socket = None;
        let id = Uuid::now_v7();
        let deadline = tokio::time::Instant::now() + patience();
        let sits = async {
            while !self.tries_to_sit(id).await {
                tokio::task::yield_now().await;
            }
        };
        timeout_at(deadline, sits).await.expect("a seat");
        began.elapsed()
    }

    async fn tries_to_sit(&mut self, id: Uuid) -> bool {
        let Some(mut socket) = self.door.connect(self.number).await else {
            return false;
        };
        let mut hello = json!({"type": "hello", "code": self.door.code, "role": "participant", "lang": "nl", "id": id});
        if let Some(seat) = &self.seat {
            hello["seat"] = json!(seat);
            hello["since"] = json!(self.since);
        }
        if socket.send(Message::text(hello.to_string())).await.is_err() {
            return false;
        }
        let Some(Ok(Message::Text(text))) = socket.next().await else {
            return false;
        };
        let welcome: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(welcome["type"], "welcome", "{welcome}");
        let word = |key: &str| welcome[key].as_str().expect("a text").to_owned();
        self.you = word("you");
        self.seat = Some(word("seat"));
        self.since = welcome["seq"].as_u64().expect("a number");
        self.socket = Some(socket);
        true
    }

    /// Asks for something and waits for the answer.
    pub(super) async fn ask(&mut self, id: Uuid, command: &Value) -> Value {
        let message = json!({"type": "command", "id": id, "command": command});
        let socket = self.socket.as_mut().expect("a connection");
        socket
            .send(Message::text(message.to_string()))
            .await
            .expect("nobody is sent away");
        let id_text = id.to_string();
        let answer = loop {
            let message = timeout(patience(), self.hear()).await.expect("an answer");
            if message["id"] == id_text.as_str() {
                break message;
            }
        };
        self.last = Some((id, command.clone(), answer.clone()));
        answer
    }

    /// Asks for something that nobody refuses.
    pub(super) async fn does(&mut self, command: &Value) -> Value {
        let answer = self.ask(Uuid::now_v7(), command).await;
        assert_eq!(answer["type"], "ack", "{command}: {answer}");
        answer
    }

    /// Puts something in the parking lot; false when that is full.
    pub(super) async fn parks(&mut self, text: &str) -> bool {
        let answer = self
            .ask(Uuid::now_v7(), &json!({"type": "say", "text": text}))
            .await;
        let is_there = answer["type"] == "ack";
        assert!(is_there || answer["reason"] == "full", "{answer}");
        self.parked += usize::from(is_there);
        is_there
    }

    /// Writes, or writes anew what it wrote.
    pub(super) async fn writes(&mut self, text: &str) {
        let earlier = self.written.as_ref().map(|(id, _)| id.clone());
        let command = match &earlier {
            Some(id) => json!({"type": "edit", "contribution": id, "text": text}),
            None => json!({"type": "contribute", "text": text}),
        };
        let answer = self.does(&command).await;
        let made = || answer["result"]["contribution"].as_str().map(str::to_owned);
        let id = earlier.or_else(made).expect("an id");
        self.written = Some((id, text.to_owned()));
    }

    /// Asks for the last thing again: the answer is the one it got.
    pub(super) async fn asks_again(&mut self) {
        let (id, command, before) = self.last.clone().expect("it asked for something");
        assert_eq!(self.ask(id, &command).await, before);
    }

    /// Hears what there is to hear, for so long.
    pub(super) async fn listens(&mut self, time: Duration) {
        // That nothing more is said is what is waited for.
        let _ = timeout(time, async {
            loop {
                self.hear().await;
            }
        })
        .await;
    }

    async fn hear(&mut self) -> Value {
        let socket = self.socket.as_mut().expect("a connection");
        loop {
            match socket.next().await {
                // Of a thousand copies of what everybody says, none is looked into.
                Some(Ok(Message::Text(text))) if text.starts_with(r#"{"type":"records""#) => {}
                Some(Ok(Message::Text(text))) => {
                    let message: Value = serde_json::from_str(&text).expect("JSON");
                    assert!(
                        message["type"] != "error" && message["type"] != "goodbye",
                        "{} was sent away: {message}",
                        self.you
                    );
                    return message;
                }
                Some(Ok(Message::Close(_)) | Err(_)) | None => panic!("{} was sent away", self.you),
                Some(Ok(_)) => {}
            }
        }
    }
}
