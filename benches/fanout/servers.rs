//! The servers that are compared. Each prints its port, behind it the certificate if it has one, and serves until it is
//! killed.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use bytes::Bytes;
use data_encoding::BASE64URL_NOPAD;
use futures_util::{SinkExt, StreamExt};
use halte::id::{ContributionId, ParticipantId};
use halte::language::Language;
use halte::room::certificate::Certificate;
use halte::room::news::{Item, News};
use halte::room::{Done, Handle, INBOX, Request, Seated};
use halte::server::{Rate, Settings, Tls, serve as serve_halte};
use halte::wire::Presence;
use halte::workshop::Command;
use halte::workshop::event::Outcome;
use halte::workshop::sight::Viewer;
use serde_json::json;
use tokio::sync::{broadcast, mpsc, watch};
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{self, Message};

/// Which server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The frame encoded once and one raw write per listener, in one thread; no library on the way out.
    Limit,
    /// Halte's server, with a stand-in for the room: no rules and no journal.
    Halte,
    /// The same over TLS.
    HalteTls,
    /// The libraries halte uses, used plainly: a task woken per listener and message.
    Floor,
}

impl Kind {
    /// All of them; the limit first, because the others are held against it.
    pub(crate) const ALL: [Self; 4] = [Self::Limit, Self::Halte, Self::HalteTls, Self::Floor];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Limit => "limit",
            Self::Halte => "halte",
            Self::HalteTls => "halte-tls",
            Self::Floor => "floor",
        })
    }
}

impl FromStr for Kind {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let kind = Self::ALL.into_iter().find(|kind| kind.to_string() == text);
        kind.with_context(|| format!("no server {text:?}"))
    }
}

/// Serves so many listeners and one speaker.
pub(crate) fn serve(kind: Kind, listeners: usize) -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut out = std::io::stdout();
    let certificate = match kind {
        Kind::HalteTls => Some(Certificate::generate()?),
        Kind::Limit | Kind::Halte | Kind::Floor => None,
    };
    let told = certificate
        .as_ref()
        .map_or_else(String::new, |certificate| {
            BASE64URL_NOPAD.encode(certificate.der())
        });
    writeln!(out, "{} {told}", listener.local_addr()?.port())?;
    out.flush()?;
    if kind == Kind::Limit {
        return limit(&listener, listeners);
    }
    listener.set_nonblocking(true)?;
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()?
        .block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            if kind == Kind::Floor {
                return floor(&listener).await;
            }
            let tls = certificate.as_ref().map(Tls::new).transpose()?;
            halte(listener, tls).await;
            Ok(())
        })
}

fn limit(listener: &TcpListener, listeners: usize) -> Result<()> {
    let (speaker, _) = listener.accept()?;
    let mut speaker = tungstenite::accept(speaker).context("the speaker's handshake")?;
    let mut sockets: Vec<TcpStream> = Vec::with_capacity(listeners);
    for _ in 0..listeners {
        let (stream, _) = listener.accept()?;
        stream.set_nodelay(true)?;
        let reader = stream.try_clone()?;
        tungstenite::accept(reader).context("a listener's handshake")?;
        sockets.push(stream);
    }
    loop {
        // The load ends without a goodbye.
        let Ok(Message::Text(text)) = speaker.read() else {
            return Ok(());
        };
        let mut bytes = Vec::new();
        Frame::message(text, OpCode::Data(Data::Text), true).format(&mut bytes)?;
        for socket in &mut sockets {
            socket.write_all(&bytes)?;
        }
    }
}

async fn floor(listener: &tokio::net::TcpListener) -> Result<()> {
    let (all, _) = broadcast::channel::<Message>(1_024);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (all, mut news) = (all.clone(), all.subscribe());
        tokio::spawn(async move {
            let (mut writer, mut reader) = tokio_tungstenite::accept_async(stream).await?.split();
            loop {
                tokio::select! {
                    said = reader.next() => match said {
                        // Nobody to hear it is no error.
                        Some(said) => drop(all.send(said?)),
                        None => return Ok::<_, anyhow::Error>(()),
                    },
                    message = news.recv() => writer.send(message?).await?,
                }
            }
        });
    }
}

async fn halte(listener: tokio::net::TcpListener, tls: Option<Tls>) {
    let news = Arc::new(News::default());
    let (presence, seen) = watch::channel(Presence::default());
    let (inbox, mut requests) = mpsc::channel(INBOX);
    let room = Handle::new(inbox, Arc::clone(&news), seen);
    tokio::spawn(async move {
        let (_presence, farewell) = (presence, watch::channel(None));
        let mut seats = 0;
        while let Some(request) = requests.recv().await {
            match request {
                Request::Sit { hello, answer, .. } => {
                    seats += 1;
                    // One who has left does not hear the answer.
                    let _ = answer.send(Ok(Seated {
                        viewer: Viewer {
                            seat: ParticipantId(seats),
                            role: hello.role,
                        },
                        connection: u64::from(seats),
                        language: Language::En,
                        cursor: news.head(),
                        welcome: vec![Bytes::from_static(br#"{"type":"welcome"}"#)],
                        farewell: farewell.1.clone(),
                    }));
                }
                Request::Ask {
                    command: Command::Contribute { text, .. },
                    answer,
                    ..
                } => {
                    let _ = answer.send(Ok(contribute(&news, &text)));
                }
                Request::Ask { .. }
                | Request::Look { .. }
                | Request::Prover { .. }
                | Request::Rise { .. }
                | Request::Stop => {}
            }
        }
    });
    let settings = Settings {
        tls,
        // One seat speaks for a whole room here.
        commands: Rate {
            burst: 1,
            every: Duration::ZERO,
        },
        ..Settings::default()
    };
    serve_halte(listener, room, settings, std::future::pending()).await;
}

/// Tells everybody a contribution, in a record as long as a real one.
fn contribute(news: &News, text: &str) -> Done {
    let seq = news.head() + 1;
    let id = ContributionId(u32::try_from(seq).unwrap_or(u32::MAX));
    let record = Bytes::from(
        json!({"seq": seq, "at": "2026-11-21T09:00:00.000Z", "event": {
            "type": "contribution-added",
            "contribution": {"id": id, "kind": "need", "scenario": "synergy", "persona": "stitcher",
                "prompt": "SY1", "cards": ["TE2"], "language": "nl", "at": "2026-11-21T09:00:00.000Z",
                "source": "facilitator", "text": text},
        }})
        .to_string(),
    );
    news.publish([Item {
        facilitator: Some(record.clone()),
        public: Some(record),
        own: BTreeMap::new(),
    }]);
    Done {
        seq,
        result: Outcome {
            contribution: Some(id),
            ..Outcome::default()
        },
    }
}
