//! A server on a port of its own with a stand-in for the room behind it, and clients of another make.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use halte::id::ParticipantId;
use halte::language::Language;
use halte::room::certificate::Certificate;
use halte::room::news::{Item, News};
use halte::room::{Done, Handle, INBOX, Permit, Request, Seated};
use halte::server::{Settings, Summary, Tls, serve};
use halte::vocabulary::{Role, StepKind};
use halte::wire::proof::{Prover, Seed};
use halte::wire::{Farewell, Fault, Fingerprint, Hello, PATH, Presence, SUBPROTOCOL, Sign};
use halte::workshop::event::Outcome;
use halte::workshop::sight::Viewer;
use halte::workshop::{Command, Refusal};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_util::either::Either;

/// A connection, plain or over TLS.
type Stream = Either<TcpStream, Box<TlsStream<TcpStream>>>;

/// The code of every room.
pub(super) const CODE: &str = "K7QF-2M9X";
/// Longer than anything here takes, unless it hangs.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// Waits for what has to come.
pub(super) async fn soon<T>(what: &str, future: impl Future<Output = T>) -> T {
    timeout(PATIENCE, future)
        .await
        .unwrap_or_else(|_elapsed| panic!("waited in vain for {what}"))
}

/// A running server.
pub(super) struct Stage {
    pub(super) address: SocketAddr,
    pub(super) certificate: Certificate,
    pub(super) news: Arc<News>,
    pub(super) presence: watch::Sender<Presence>,
    /// Who rose.
    pub(super) risen: mpsc::Receiver<ParticipantId>,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<Summary>,
}

impl Stage {
    pub(super) async fn new() -> Self {
        Self::with(Settings::default()).await
    }

    /// A server that speaks TLS too.
    pub(super) async fn secured(settings: Settings) -> Self {
        let certificate = Certificate::generate().unwrap();
        let tls = Some(Tls::new(&certificate).unwrap());
        Self::open(Settings { tls, ..settings }, certificate).await
    }

    pub(super) async fn with(settings: Settings) -> Self {
        Self::open(settings, Certificate::generate().unwrap()).await
    }

    async fn open(settings: Settings, certificate: Certificate) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let news = Arc::new(News::default());
        let (presence, seen) = watch::channel(Presence::default());
        let (inbox, requests) = mpsc::channel(INBOX);
        let (rose, risen) = mpsc::channel(INBOX);
        let room = StandIn::new(Arc::clone(&news), rose, certificate.fingerprint());
        tokio::spawn(room.run(requests));
        let (stop, stopped) = oneshot::channel();
        let handle = Handle::new(inbox, Arc::clone(&news), seen);
        let serving = tokio::spawn(serve(listener, handle, settings, async {
            let _ = stopped.await;
        }));
        Self {
            address,
            certificate,
            news,
            presence,
            risen,
            stop,
            serving,
        }
    }

    /// A websocket on which nothing was said yet.
    pub(super) async fn connect(&self) -> Client {
        let stream = TcpStream::connect(self.address).await.unwrap();
        self.switch(Either::Left(stream)).await
    }

    /// The same from another address of this machine.
    pub(super) async fn connect_from(&self, address: u8) -> Client {
        let socket = TcpSocket::new_v4().unwrap();
        socket
            .bind(SocketAddr::from(([127, 0, 0, address], 0)))
            .unwrap();
        let stream = socket.connect(self.address).await.unwrap();
        self.switch(Either::Left(stream)).await
    }

    /// The same over TLS.
    pub(super) async fn connect_securely(&self) -> Client {
        let stream = TcpStream::connect(self.address).await.unwrap();
        self.switch(Either::Right(self.secure(stream).await)).await
    }

    /// TLS as other programs speak it: the certificate is one they trust, and its name is the host's.
    pub(super) async fn secure(&self, stream: TcpStream) -> Box<TlsStream<TcpStream>> {
        let mut roots = RootCertStore::empty();
        let certificate = CertificateDer::from(self.certificate.der().to_vec());
        roots.add(certificate).unwrap();
        let config = ClientConfig::builder()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from("halte").unwrap();
        let connecting = TlsConnector::from(Arc::new(config)).connect(name, stream);
        Box::new(soon("TLS", connecting).await.unwrap())
    }

    /// A participant for whom the system keeps little that is not read.
    pub(super) async fn slow_participant(&self) -> Client {
        let stream = Either::Left(self.slow_stream().await);
        self.switch(stream).await.sit().await
    }

    /// The same over TLS.
    pub(super) async fn slow_secure_participant(&self) -> Client {
        let stream = self.secure(self.slow_stream().await).await;
        self.switch(Either::Right(stream)).await.sit().await
    }

    async fn slow_stream(&self) -> TcpStream {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(64 * 1024).unwrap();
        // What it says is there at once, also while nothing is taken; a test may have no time to wait for it.
        socket.set_nodelay(true).unwrap();
        socket.connect(self.address).await.unwrap()
    }

    async fn switch(&self, stream: Stream) -> Client {
        let mut request = format!("ws://{}{PATH}", self.address)
            .into_client_request()
            .unwrap();
        let protocol = SUBPROTOCOL.parse().unwrap();
        request
            .headers_mut()
            .insert("Sec-WebSocket-Protocol", protocol);
        let (socket, response) = soon(
            "the switch to websockets",
            tokio_tungstenite::client_async(request, stream),
        )
        .await
        .unwrap();
        let agreed = response.headers().get("Sec-WebSocket-Protocol").unwrap();
        assert_eq!(agreed, SUBPROTOCOL);
        Client { socket }
    }

    /// A client with a seat, and its welcome.
    pub(super) async fn join(&self, hello: Value) -> (Client, Value) {
        let mut client = self.connect().await;
        client.say(hello).await;
        let welcome = client.wait_for("welcome").await;
        (client, welcome)
    }

    /// A participant.
    pub(super) async fn participant(&self) -> Client {
        self.join(hello("participant")).await.0
    }

    /// A participant over TLS.
    pub(super) async fn secure_participant(&self) -> Client {
        self.connect_securely().await.sit().await
    }

    /// Sends bytes to the port, says that nothing follows, and reads what comes back until the server closes.
    pub(super) async fn reach(&self, sent: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let mut answer = Vec::new();
        // A server that closes with bytes unread resets the connection; what it said before counts.
        let _ = stream.write_all(sent).await;
        let _ = stream.shutdown().await;
        let _ = soon("the end", stream.read_to_end(&mut answer)).await;
        answer
    }

    /// The answer to a request without a body.
    pub(super) async fn http(&self, method: &str, path: &str) -> String {
        let request = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address);
        String::from_utf8(self.reach(request.as_bytes()).await).unwrap()
    }

    /// Tells everybody more than the system keeps for a slow participant; says up to which record.
    pub(super) fn publish_much(&self) -> u64 {
        for _ in 0..120 {
            self.publish(&"x".repeat(60_000));
        }
        self.news.head()
    }

    /// Tells everybody a record.
    pub(super) fn publish(&self, text: &str) {
        publish(&self.news, text);
    }

    /// Stops the server and waits for its end.
    pub(super) async fn stop(self) -> Summary {
        self.stop.send(()).unwrap();
        soon("the server's end", self.serving).await.unwrap()
    }
}

/// A hello for a new seat.
pub(super) fn hello(role: &str) -> Value {
    json!({"type": "hello", "code": CODE, "role": role, "lang": "en"})
}

/// A command that parks a text; the stand-in makes it a record for everybody.
pub(super) fn say(id: u128, text: &str) -> Value {
    command(id, &json!({"type": "say", "text": text}))
}

/// A command.
pub(super) fn command(id: u128, command: &Value) -> Value {
    json!({"type": "command", "id": uuid::Uuid::from_u128(id), "command": command})
}

/// A client of another make than the server.
pub(super) struct Client {
    socket: WebSocketStream<Stream>,
}

impl Client {
    /// Takes a participant's seat.
    async fn sit(mut self) -> Self {
        self.say(hello("participant")).await;
        self.wait_for("welcome").await;
        self
    }

    /// The connection beneath the websocket.
    pub(super) fn into_stream(self) -> Stream {
        self.socket.into_inner()
    }

    pub(super) async fn say(&mut self, message: Value) {
        self.send(Message::text(message.to_string())).await;
    }

    pub(super) async fn send(&mut self, message: Message) {
        soon("room to write", self.socket.send(message))
            .await
            .unwrap();
    }

    /// Writes without waiting that the server takes it.
    pub(super) async fn feed(&mut self, message: Message) {
        soon("room to write", self.socket.feed(message))
            .await
            .unwrap();
    }

    /// The next frame of any kind, unless the connection has ended.
    pub(super) async fn frame(&mut self) -> Option<Message> {
        soon("a frame", self.socket.next())
            .await
            .transpose()
            .unwrap()
    }

    /// The next message of this type; others are passed over.
    pub(super) async fn wait_for(&mut self, kind: &str) -> Value {
        loop {
            let message = self.message().await;
            if message["type"] == kind {
                return message;
            }
        }
    }

    /// The next message.
    pub(super) async fn message(&mut self) -> Value {
        loop {
            match self.frame().await {
                Some(Message::Text(text)) => return serde_json::from_str(&text).unwrap(),
                Some(Message::Close(close)) => panic!("closed: {close:?}"),
                None => panic!("lost"),
                Some(_) => {}
            }
        }
    }

    /// The records up to and with this one, as their numbers and texts.
    pub(super) async fn records_through(&mut self, through: u64) -> Vec<(u64, String)> {
        let mut records = Vec::new();
        loop {
            let frame = self.wait_for("records").await;
            for record in frame["records"].as_array().unwrap() {
                let text = record["text"].as_str().unwrap().to_owned();
                records.push((record["seq"].as_u64().unwrap(), text));
            }
            if frame["through"].as_u64().unwrap() >= through {
                return records;
            }
        }
    }

    /// The close code the server ends with.
    pub(super) async fn close_code(&mut self) -> u16 {
        loop {
            match self.frame().await {
                Some(Message::Close(close)) => return close.unwrap().code.into(),
                Some(_) => {}
                None => panic!("ended without a close frame"),
            }
        }
    }

    /// The reason of the error the server ends with, and its close code.
    pub(super) async fn fault(&mut self) -> (Value, u16) {
        let error = self.wait_for("error").await;
        (error, self.close_code().await)
    }

    /// Reads to the end of the connection, without ever answering.
    pub(super) async fn play_dead(self) {
        let mut stream = self.socket.into_inner();
        let mut forgotten = Vec::new();
        // A reset is an end as well.
        let _ = soon("the end", stream.read_to_end(&mut forgotten)).await;
    }
}

fn sign(code: &str) -> Result<Sign, Fault> {
    if code != CODE {
        return Err(Fault::WrongCode);
    }
    let sign = json!({"title": "Proef", "language": "nl", "anonymity": "named", "personas": [],
        "organisations": [{"name": "Bedrijf A", "kind": "company"}], "closed": false});
    Ok(serde_json::from_value(sign).unwrap())
}

fn publish(news: &News, text: &str) -> u64 {
    let seq = news.head() + 1;
    let record = Bytes::from(json!({"seq": seq, "text": text}).to_string());
    news.publish([Item {
        facilitator: Some(record.clone()),
        public: Some(record),
        own: BTreeMap::new(),
    }]);
    seq
}

/// Stands in for the room: seats everybody who has the code, makes a record of what is said, refuses a vote.
struct StandIn {
    news: Arc<News>,
    rose: mpsc::Sender<ParticipantId>,
    farewells: BTreeMap<ParticipantId, watch::Sender<Option<Farewell>>>,
    /// Seats that were given up: they open with their secret and the code.
    left: BTreeSet<ParticipantId>,
    seats: u32,
    connections: u64,
    /// What the host is known by, and how often it has proven to know the code.
    host: Fingerprint,
    proofs: u8,
}

impl StandIn {
    fn new(news: Arc<News>, rose: mpsc::Sender<ParticipantId>, host: Fingerprint) -> Self {
        Self {
            news,
            rose,
            farewells: BTreeMap::new(),
            left: BTreeSet::new(),
            seats: 0,
            connections: 0,
            host,
            proofs: 0,
        }
    }

    async fn run(mut self, mut requests: mpsc::Receiver<Request>) {
        while let Some(request) = requests.recv().await {
            match request {
                Request::Sit {
                    hello,
                    permit,
                    answer,
                } => {
                    let _ = answer.send(self.sit(&hello, permit));
                }
                Request::Look { code, answer } => {
                    let _ = answer.send(sign(&code));
                }
                Request::Prover { answer } => {
                    self.proofs += 1;
                    let prover = Prover::of(CODE, self.host, Seed::of([self.proofs; 32]));
                    let _ = answer.send(Some(prover));
                }
                Request::Rise { viewer, .. } => {
                    let _ = self.rose.try_send(viewer.seat);
                }
                Request::Ask {
                    viewer,
                    command,
                    answer,
                    ..
                } => {
                    let _ = answer.send(self.carry_out(viewer, command));
                }
                Request::Stop => return,
            }
        }
    }

    fn sit(&mut self, hello: &Hello, permit: Permit) -> Result<Seated, Fault> {
        let secret = hello.seat.as_ref();
        let known: Option<ParticipantId> = secret.map(|secret| secret.parse().unwrap());
        let leads = hello.role == Role::Facilitator;
        // Whoever has a seat and did not give it up need not know the code.
        let is_there = leads || known.is_some_and(|seat| !self.left.contains(&seat));
        if !is_there && hello.code != CODE {
            return Err(Fault::WrongCode);
        }
        let is_new = known.is_none() && !leads;
        if is_new && !permit.is_given() {
            return Err(Fault::TooFast);
        }
        let seat = known.unwrap_or_else(|| {
            self.seats += 1;
            ParticipantId(self.seats)
        });
        self.left.remove(&seat);
        let seat = match hello.role {
            Role::Facilitator => ParticipantId::FACILITATOR,
            Role::Participant | Role::Observer => seat,
        };
        self.connections += 1;
        let (sender, farewell) = watch::channel(None);
        if let Some(earlier) = self.farewells.insert(seat, sender) {
            earlier.send_replace(Some(Farewell::Replaced));
        }
        let cursor = hello.since.unwrap_or_else(|| self.news.head());
        let welcome = [
            format!(r#"{{"type":"welcome","you":"{seat}","seat":"{seat}","seq":{cursor},"view":"#),
            r#"{"plan":"shared by all"}"#.to_owned(),
            "}".to_owned(),
        ];
        Ok(Seated {
            viewer: Viewer {
                seat,
                role: hello.role,
            },
            connection: self.connections,
            language: hello.lang.unwrap_or(Language::Nl),
            cursor,
            welcome: welcome.map(Bytes::from).into(),
            farewell,
        })
    }

    fn carry_out(&mut self, viewer: Viewer, command: Command) -> Result<Done, Refusal> {
        let seq = match command {
            Command::Say { text } => publish(&self.news, &text),
            Command::Leave => {
                self.left.insert(viewer.seat);
                self.farewell(viewer.seat, Farewell::Left);
                self.news.head()
            }
            Command::Close => {
                let seq = publish(&self.news, "closed");
                for seat in self.farewells.keys() {
                    self.farewell(*seat, Farewell::SessionClosed);
                }
                seq
            }
            Command::Speak { .. } => self.news.head(),
            _ => {
                return Err(Refusal::ClosedStep {
                    step: StepKind::Write,
                    open_in: vec![StepKind::Vote],
                });
            }
        };
        Ok(Done {
            seq,
            result: Outcome::default(),
        })
    }

    fn farewell(&self, seat: ParticipantId, farewell: Farewell) {
        if let Some(sender) = self.farewells.get(&seat) {
            sender.send_replace(Some(farewell));
        }
    }
}
