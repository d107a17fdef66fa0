//! One attempt to reach the host: connect, say hello, and hear the welcome or why there is none.

use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::client::ClientRequestBuilder;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use super::Address;
use crate::wire::{
    ClientMessage, Farewell, Fault, Hello, PATH, SUBPROTOCOL, ServerMessage, Sign, Welcome,
};

/// A view of a large workshop comes in one frame; more than this is no view.
const MAX_FRAME: usize = 64 * 1024 * 1024;
/// What is read at a time; records are small.
const READ_BUFFER: usize = 8 * 1024;

pub(super) type Socket = WebSocketStream<TcpStream>;

/// Why a conversation ended, or did not begin.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The connection is lost, in the words of whoever noticed.
    Cut(String),
    /// What the host says does not fit what we have; a fresh view mends that.
    Misfit(&'static str),
    /// The host finds fault with us.
    Fault(Fault),
    /// The host says goodbye.
    Farewell(Farewell),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Cut(error.to_string())
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        Self::Cut(error.to_string())
    }
}

/// Connects and says hello; gives up after `patience`.
pub(super) async fn dial(
    address: Address,
    hello: Hello,
    patience: Duration,
) -> Result<(Socket, Welcome), Stop> {
    match tokio::time::timeout(patience, greet(&address, hello)).await {
        Ok(met) => met,
        Err(elapsed) => Err(Stop::Cut(elapsed.to_string())),
    }
}

/// Asks what a room is, without taking a seat in it; gives up after `patience`.
pub(super) async fn look(address: &Address, patience: Duration) -> Result<Sign, Stop> {
    let asked = async {
        let code = address.code().to_owned();
        let mut socket = connect(address).await?;
        socket.send(frame(&ClientMessage::Look { code })?).await?;
        loop {
            match hear(&mut socket).await? {
                Some(ServerMessage::Sign(sign)) => return Ok(*sign),
                Some(ServerMessage::Error { reason, .. }) => return Err(Stop::Fault(reason)),
                Some(ServerMessage::Goodbye { reason }) => return Err(Stop::Farewell(reason)),
                Some(_) | None => {}
            }
        }
    };
    match tokio::time::timeout(patience, asked).await {
        Ok(answered) => answered,
        Err(elapsed) => Err(Stop::Cut(elapsed.to_string())),
    }
}

async fn greet(address: &Address, hello: Hello) -> Result<(Socket, Welcome), Stop> {
    let mut socket = connect(address).await?;
    socket
        .send(frame(&ClientMessage::Hello(Box::new(hello)))?)
        .await?;
    loop {
        match hear(&mut socket).await? {
            Some(ServerMessage::Welcome(welcome)) => return Ok((socket, *welcome)),
            Some(ServerMessage::Error { reason, .. }) => return Err(Stop::Fault(reason)),
            Some(ServerMessage::Goodbye { reason }) => return Err(Stop::Farewell(reason)),
            Some(_) | None => {}
        }
    }
}

/// A websocket to the host.
async fn connect(address: &Address) -> Result<Socket, Stop> {
    let stream = TcpStream::connect((address.host(), address.port())).await?;
    // A command is one small frame, and a person waits for its answer.
    stream.set_nodelay(true)?;
    // The interface behind an IPv6 number says how to get there, and is no part of the place.
    let authority = match address.host().split_once('%') {
        Some((number, _)) => format!("[{number}]:{}", address.port()),
        None => address.authority(),
    };
    let uri = format!("ws://{authority}{PATH}")
        .parse()
        .map_err(|error| Stop::Cut(format!("{authority}: {error}")))?;
    let request = ClientRequestBuilder::new(uri).with_sub_protocol(SUBPROTOCOL);
    let config = WebSocketConfig::default()
        .read_buffer_size(READ_BUFFER)
        .max_message_size(Some(MAX_FRAME))
        .max_frame_size(Some(MAX_FRAME));
    let (socket, _) = client_async_with_config(request, stream, Some(config)).await?;
    Ok(socket)
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
        Some(Ok(Message::Close(_))) | None => Err(Stop::Cut("closed by the host".to_owned())),
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
    const KNOWN: [&str; 8] = [
        "welcome", "sign", "ack", "refused", "records", "presence", "goodbye", "error",
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
            tracing::warn!(%error, "a message cannot be read");
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
