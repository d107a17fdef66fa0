//! The load: listeners who note how late each text is, and one who speaks. All in one thread, and the same for every
//! server.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use serde_json::json;
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::task::LocalSet;
use tokio::time::{MissedTickBehavior, interval, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_util::either::Either;
use uuid::Uuid;

use crate::servers::Kind;
use crate::usage;

/// Said before the measured ones.
const WARM_UP: usize = 5;
/// Longer than any run takes, unless something is lost.
const PATIENCE: Duration = Duration::from_mins(1);
/// What a contribution holds besides the time it was said.
const TEXT: usize = 220;

type Socket = WebSocketStream<Either<TcpStream, Box<TlsStream<TcpStream>>>>;

/// What is measured.
pub(crate) struct Load {
    pub(crate) kind: Kind,
    pub(crate) port: u16,
    /// The server's, where it speaks TLS.
    pub(crate) certificate: Option<Vec<u8>>,
    pub(crate) process: u32,
    pub(crate) listeners: usize,
    pub(crate) every: Duration,
    pub(crate) messages: usize,
}

/// What was measured.
pub(crate) struct Run {
    pub(crate) cpu: Duration,
    pub(crate) idle_mebibytes: f64,
    pub(crate) mebibytes: f64,
    /// How late each text was at each listener, in microseconds, sorted.
    late: Vec<u64>,
}

impl Run {
    /// Microseconds of the server's processor time for one text at one listener.
    pub(crate) fn cpu_per_delivery(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e6 / f64::from(u32::try_from(self.late.len()).unwrap_or(u32::MAX))
    }

    /// How late the texts were at most, but for those beyond this part of them.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a place in a list of some hundred thousand"
    )]
    pub(crate) fn late(&self, part: f64) -> Duration {
        let place = (self.late.len().saturating_sub(1) as f64 * part) as usize;
        Duration::from_micros(self.late.get(place).copied().unwrap_or_default())
    }
}

/// What the listeners heard.
struct Heard {
    born: Instant,
    late: RefCell<Vec<u64>>,
    count: Cell<usize>,
    awaited: Cell<usize>,
    complete: Notify,
}

impl Heard {
    /// Notes every text in a frame: it begins with an at sign and the time it was said.
    fn note(&self, frame: &str) {
        let now = self.now();
        for text in frame.split('@').skip(1) {
            let said = text
                .split(' ')
                .next()
                .and_then(|said| said.parse::<u64>().ok());
            if let Some(said) = said {
                self.late.borrow_mut().push(now.saturating_sub(said));
                self.count.set(self.count.get() + 1);
            }
        }
        if self.count.get() >= self.awaited.get() {
            self.complete.notify_one();
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.born.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Waits until so many texts were heard since the last time, and gives how late they were.
    async fn take(&self, texts: usize) -> Result<Vec<u64>> {
        self.awaited.set(texts);
        let all = async {
            while self.count.get() < texts {
                self.complete.notified().await;
            }
        };
        timeout(PATIENCE, all)
            .await
            .with_context(|| format!("{} of {texts} texts arrived", self.count.get()))?;
        self.count.set(0);
        self.awaited.set(usize::MAX);
        Ok(self.late.take())
    }
}

impl Load {
    pub(crate) fn run(&self) -> Result<Run> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        LocalSet::new().block_on(&runtime, self.measure())
    }

    async fn measure(&self) -> Result<Run> {
        let heard = Rc::new(Heard {
            born: Instant::now(),
            late: RefCell::default(),
            count: Cell::new(0),
            awaited: Cell::new(usize::MAX),
            complete: Notify::new(),
        });
        // The limit takes the first to come for the speaker.
        let (mut speaker, own) = self.connect().await?.split();
        tokio::task::spawn_local(listen(own, None));
        for _ in 0..self.listeners {
            let (_, reader) = self.connect().await?.split();
            tokio::task::spawn_local(listen(reader, Some(Rc::clone(&heard))));
        }
        let idle_mebibytes = usage::resident(self.process)?;

        self.speak(&mut speaker, &heard, WARM_UP).await?;
        heard.take(WARM_UP * self.listeners).await?;
        let before = usage::cpu(self.process)?;
        self.speak(&mut speaker, &heard, self.messages).await?;
        let mut late = heard.take(self.messages * self.listeners).await?;
        let cpu = Duration::from_nanos(usage::cpu(self.process)?.saturating_sub(before));
        late.sort_unstable();
        Ok(Run {
            cpu,
            idle_mebibytes,
            mebibytes: usage::resident(self.process)?,
            late,
        })
    }

    async fn connect(&self) -> Result<Socket> {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        stream.set_nodelay(true)?;
        let stream = match &self.certificate {
            Some(certificate) => Either::Right(secure(stream, certificate).await?),
            None => Either::Left(stream),
        };
        let config = WebSocketConfig::default().read_buffer_size(4 * 1024);
        let address = format!("ws://127.0.0.1:{}/ws", self.port);
        let (mut socket, _) =
            tokio_tungstenite::client_async_with_config(address, stream, Some(config)).await?;
        if matches!(self.kind, Kind::Halte | Kind::HalteTls) {
            let hello = json!({"type": "hello", "code": "bench", "role": "participant"});
            socket.send(Message::text(hello.to_string())).await?;
            socket.next().await.context("no welcome")??;
        }
        Ok(socket)
    }

    async fn speak(
        &self,
        speaker: &mut SplitSink<Socket, Message>,
        heard: &Heard,
        messages: usize,
    ) -> Result<()> {
        let mut ticks = interval(self.every);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        for _ in 0..messages {
            ticks.tick().await;
            let mut text = format!("@{} ", heard.now());
            text.extend(std::iter::repeat_n('x', TEXT.saturating_sub(text.len())));
            let said = match self.kind {
                Kind::Halte | Kind::HalteTls => json!({
                    "type": "command",
                    "id": Uuid::now_v7(),
                    "command": {"type": "contribute", "text": text},
                })
                .to_string(),
                Kind::Limit | Kind::Floor => text,
            };
            speaker.send(Message::text(said)).await?;
        }
        Ok(())
    }
}

/// Opens TLS with a server that has this certificate.
async fn secure(stream: TcpStream, certificate: &[u8]) -> Result<Box<TlsStream<TcpStream>>> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from(certificate.to_vec()))?;
    let config = ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = TlsConnector::from(Arc::new(config));
    let stream = connector.connect(ServerName::try_from("halte")?, stream);
    Ok(Box::new(stream.await?))
}

/// Reads to the end; what is not to be noted is read all the same.
async fn listen(mut reader: SplitStream<Socket>, heard: Option<Rc<Heard>>) {
    while let Some(Ok(message)) = reader.next().await {
        if let (Message::Text(text), Some(heard)) = (&message, &heard) {
            heard.note(text);
        }
    }
}
