//! One attempt to reach the host: connect, say hello or ask for the sign on the door, and hear the answer or why
//! there is none.

use std::io::ErrorKind;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use ring::rand::{SecureRandom, SystemRandom};
use tokio_tungstenite::tungstenite::client::ClientRequestBuilder;
use tokio_tungstenite::tungstenite::http::StatusCode;
use tokio_tungstenite::tungstenite::http::header::{HeaderMap, UPGRADE};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use super::encrypted::{self, Stream};
use super::measured::Measured;
use super::{Address, address::Security};
use crate::seat::{Distrust, HOST_STOPPED, Hitch};
use crate::wire::proof::{Asker, Seed};
use crate::wire::{
    ClientMessage, Farewell, Fault, Fingerprint, Hello, PATH, SUBPROTOCOL, ServerMessage, Sign,
    TLS_UPGRADE, Welcome,
};

/// A view of a large workshop comes in one frame; more than this is no view.
const MAX_FRAME: usize = 64 * 1024 * 1024;
/// What is read of whoever answers before they have proven themselves: they may be anybody, and a proof is short.
const MAX_UNPROVEN: usize = 16 * 1024;
/// What is read at a time; records are small.
const READ_BUFFER: usize = 8 * 1024;

/// Why a conversation is over when the other side just ends it.
const CLOSED: &str = "closed by the host";

pub(super) type Socket = WebSocketStream<Measured<Stream>>;

/// Why a conversation ended, or did not begin.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The connection is lost, in the words of whoever noticed.
    Cut(String),
    /// What the host says does not fit what we have; a fresh view mends that.
    Misfit(&'static str),
    /// Nothing may be said to whoever answers.
    Distrust(Distrust),
    /// The host finds fault with us.
    Fault(Fault),
    /// The host says goodbye.
    Farewell(Farewell),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        match error {
            Error::Http(answer) if asks_for_tls(answer.headers()) => {
                Self::Distrust(Distrust::PlainRefused)
            }
            Error::Http(answer) => match answer.status() {
                StatusCode::SERVICE_UNAVAILABLE => Self::Fault(Fault::Full),
                StatusCode::TOO_MANY_REQUESTS => Self::Fault(Fault::TooFast),
                _other => Self::Cut(Error::Http(answer).to_string()),
            },
            Error::Io(error) => error.into(),
            Error::Capacity(_) => Self::Misfit("a message that is too large"),
            error => Self::Cut(error.to_string()),
        }
    }
}

/// Whether a host answers that it takes encrypted connections only.
fn asks_for_tls(headers: &HeaderMap) -> bool {
    headers
        .get(UPGRADE)
        .is_some_and(|upgrade| upgrade == TLS_UPGRADE)
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        // Over TLS an end that was not announced is an error, and comes with advice for programmers.
        if error.kind() == ErrorKind::UnexpectedEof {
            return Self::Cut(CLOSED.to_owned());
        }
        if error.kind() == ErrorKind::FileTooLarge {
            return Self::Misfit("too much before a proof");
        }
        Self::Cut(error.to_string())
    }
}

impl From<Hitch> for Stop {
    fn from(hitch: Hitch) -> Self {
        Self::Cut(hitch.as_str().to_owned())
    }
}

/// A host that was met.
pub(super) struct Met<T> {
    pub(super) socket: Socket,
    /// The answer to the first thing that was said.
    pub(super) answer: T,
    /// Where it is, and from now on how it is known.
    pub(super) address: Address,
}

/// Connects and says hello; gives up after `patience`.
pub(super) async fn dial(
    address: Address,
    hello: Hello,
    patience: Duration,
) -> Result<Met<Welcome>, Stop> {
    match tokio::time::timeout(patience, greet(&address, hello)).await {
        Ok(met) => met,
        Err(_elapsed) => Err(Hitch::Silent.into()),
    }
}

async fn greet(address: &Address, hello: Hello) -> Result<Met<Welcome>, Stop> {
    let hello = ClientMessage::Hello(Box::new(hello));
    let met = meet(address, &hello, |message| match message {
        ServerMessage::Welcome(welcome) => Some(*welcome),
        _ => None,
    });
    let Met {
        socket,
        answer,
        address,
    } = met.await?;
    Ok(Met {
        socket,
        answer: answer?,
        address,
    })
}

/// Connects, lets the host prove itself where nothing else tells that it is the host, says the first thing and waits
/// for the answer to it. Whatever the answer is, from then on it is known whose it is.
async fn meet<T>(
    address: &Address,
    first: &ClientMessage,
    answer: impl Fn(ServerMessage) -> Option<T>,
) -> Result<Met<Result<T, Stop>>, Stop> {
    let (mut socket, host) = connect(address).await?;
    if let (Security::Unsaid, Some(host)) = (address.security(), host) {
        demand_proof(&mut socket, address.code(), host).await?;
        socket.get_mut().lift();
    }
    let answer = begin(&mut socket, first, answer).await;
    let address = address.clone().known_by(host);
    Ok(Met {
        socket,
        answer,
        address,
    })
}

/// Goes on only with a host that knows the code and has this certificate. Until then whoever answers may be anybody,
/// and is believed nothing that would matter later.
async fn demand_proof(socket: &mut Socket, code: &str, host: Fingerprint) -> Result<(), Stop> {
    let unproven = Stop::Distrust(Distrust::Unproven);
    let mut seed = [0; 32];
    let drawn = SystemRandom::new().fill(&mut seed);
    drawn.map_err(|error| Stop::Cut(error.to_string()))?;
    let (asker, pake) = Asker::begin(code, host, Seed::of(seed));
    let prove = ClientMessage::Prove { pake };
    let proof = begin(socket, &prove, |message| match message {
        ServerMessage::Proof(proof) => Some(proof),
        _ => None,
    });
    match proof.await {
        Ok(proof) if asker.is_convinced(&proof) => Ok(()),
        Err(Stop::Fault(fault)) if !is_said_to_anybody(fault) => Err(unproven),
        Err(stop @ (Stop::Cut(_) | Stop::Fault(_) | Stop::Farewell(Farewell::HostStopped))) => {
            Err(stop)
        }
        Ok(_) | Err(_) => Err(unproven),
    }
}

/// Whether a host finds that fault with somebody whose code and seat it does not know yet. The others say what became of a
/// seat, and whoever answers may be anybody.
const fn is_said_to_anybody(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::TooFast
            | Fault::TooSlow
            | Fault::TooLarge
            | Fault::Full
            | Fault::Unsupported
            | Fault::BadMessage
    )
}

/// Says the first thing and waits for the answer to it.
async fn begin<T>(
    socket: &mut Socket,
    first: &ClientMessage,
    answer: impl Fn(ServerMessage) -> Option<T>,
) -> Result<T, Stop> {
    socket.send(frame(first)?).await?;
    loop {
        match hear(socket).await? {
            Some(ServerMessage::Error { reason, .. }) => return Err(Stop::Fault(reason)),
            Some(ServerMessage::Goodbye { reason }) => return Err(Stop::Farewell(reason)),
            message => {
                if let Some(answer) = message.and_then(&answer) {
                    return Ok(answer);
                }
            }
        }
    }
}

/// Why the sign on the door could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LookError {
    /// The host finds fault with us: the code is not the room's, for one.
    #[error("{}", .0.as_str())]
    Fault(Fault),
    /// Nothing may be said to whoever answers.
    #[error("{}", .0.as_str())]
    Distrust(Distrust),
    /// The room lets nobody new in. Whoever has a seat there already comes back to it at this address, in which the host
    /// is known by now.
    #[error("{}", Fault::Locked.as_str())]
    Locked(Box<Address>),
    /// The host cannot be reached.
    #[error("the host cannot be reached: {cause}")]
    Unreachable {
        /// Why, in the words of whoever noticed.
        cause: String,
    },
}

/// Reads what is written on the door of a room: who has the code may know it before sitting down. It comes with the
/// address as it is good for sitting down: when the host had to prove itself, it is known from now on. Gives up after
/// `patience`.
///
/// # Errors
/// When there is no host, or it does not show the sign.
pub async fn look(address: &Address, patience: Duration) -> Result<(Sign, Address), LookError> {
    match tokio::time::timeout(patience, read_sign(address)).await {
        Ok(Ok(met)) => match met.answer {
            Ok(sign) => Ok((sign, met.address)),
            Err(Stop::Fault(Fault::Locked)) => Err(LookError::Locked(Box::new(met.address))),
            Err(stop) => Err(stop.into()),
        },
        Ok(Err(stop)) => Err(stop.into()),
        Err(_elapsed) => Err(Stop::from(Hitch::Silent).into()),
    }
}

impl From<Stop> for LookError {
    fn from(stop: Stop) -> Self {
        let cause = match stop {
            Stop::Fault(fault) => return Self::Fault(fault),
            Stop::Distrust(distrust) => return Self::Distrust(distrust),
            Stop::Cut(cause) => cause,
            Stop::Misfit(cause) => cause.to_owned(),
            Stop::Farewell(_) => HOST_STOPPED.to_owned(),
        };
        Self::Unreachable { cause }
    }
}

async fn read_sign(address: &Address) -> Result<Met<Result<Sign, Stop>>, Stop> {
    let code = address.code().to_owned();
    let look = ClientMessage::Look { code };
    meet(address, &look, |message| match message {
        ServerMessage::Sign(sign) => Some(*sign),
        _ => None,
    })
    .await
}

/// A websocket with whoever answers, and over TLS their certificate.
async fn connect(address: &Address) -> Result<(Socket, Option<Fingerprint>), Stop> {
    let (stream, host) = encrypted::connect(address).await?;
    // The interface behind an IPv6 number says how to get there, and is no part of the place.
    let authority = match address.host().split_once('%') {
        Some((number, _)) => format!("[{number}]:{}", address.port()),
        None => address.authority(),
    };
    let scheme = if host.is_some() { "wss" } else { "ws" };
    let uri = format!("{scheme}://{authority}{PATH}")
        .parse()
        .map_err(|error| Stop::Cut(format!("{authority}: {error}")))?;
    let request = ClientRequestBuilder::new(uri).with_sub_protocol(SUBPROTOCOL);
    let most = match (address.security(), host) {
        (Security::Unsaid, Some(_)) => Some(MAX_UNPROVEN),
        _ => None,
    };
    let stream = Measured::new(stream, most);
    let (socket, _) = client_async_with_config(request, stream, Some(limits())).await?;
    Ok((socket, host))
}

/// How much may come at once.
fn limits() -> WebSocketConfig {
    WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER)
        .max_message_size(Some(MAX_FRAME))
        .max_frame_size(Some(MAX_FRAME))
}

/// A message as the text of a frame.
pub(super) fn frame(message: &ClientMessage) -> Result<Message, Stop> {
    match serde_json::to_string(message) {
        Ok(text) => Ok(Message::text(text)),
        Err(error) => Err(Stop::Cut(error.to_string())),
    }
}

/// Waits for what comes next; `None` for a sign of life without words. May be given up at any point.
pub(super) async fn hear(socket: &mut Socket) -> Result<Option<ServerMessage>, Stop> {
    match socket.next().await {
        Some(Ok(Message::Text(text))) => read(&text),
        Some(Ok(Message::Close(Some(close)))) if !close.reason.is_empty() => {
            Err(Stop::Cut(close.reason.to_string()))
        }
        Some(Ok(Message::Close(_))) | None => Err(Stop::Cut(CLOSED.to_owned())),
        Some(Ok(_)) => Ok(None),
        Some(Err(error)) => Err(error.into()),
    }
}

/// A message of a kind that a later host may know is none of our business; one of a kind we know that cannot be
/// read is.
fn read(text: &str) -> Result<Option<ServerMessage>, Stop> {
    #[derive(serde::Deserialize)]
    struct Kind {
        r#type: String,
    }
    const KNOWN: [&str; 9] = [
        "welcome", "sign", "proof", "ack", "refused", "records", "presence", "goodbye", "error",
    ];
    let error = match serde_json::from_str(text) {
        Ok(message) => return Ok(Some(message)),
        Err(error) => error,
    };
    match serde_json::from_str::<Kind>(text) {
        Ok(kind) if !KNOWN.contains(&kind.r#type.as_str()) => {
            tracing::debug!(
                kind = kind.r#type,
                "a message of an unknown kind is left aside"
            );
            Ok(None)
        }
        Ok(_) | Err(_) => {
            // What the message says, also in an error about it, is no business of the log.
            let (kind, line, column) = (error.classify(), error.line(), error.column());
            tracing::warn!(?kind, line, column, "a message cannot be read");
            Err(Stop::Misfit("a message that cannot be read"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_of_a_later_version_is_left_aside_and_a_broken_one_is_not() {
        assert_eq!(read(r#"{"type":"weather","rain":true}"#), Ok(None));
        let broken = Err(Stop::Misfit("a message that cannot be read"));
        for text in [r#"{"type":"records","through":"x"}"#, "{}", "hello"] {
            assert_eq!(read(text), broken, "{text}");
        }
    }
}
