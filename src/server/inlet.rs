//! The reading half of a connection: frames from a client, as messages. It never writes: what a frame asks for in
//! return (a pong, a close) is told to the caller, who has the writing half.

use std::io::ErrorKind;

use bytes::Bytes;
use futures_util::StreamExt;
use tokio::io::{AsyncReadExt, Join, Sink};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::error::ProtocolError;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Error, Message};

use super::line::Reader;
use crate::wire::{ClientMessage, Fault, MAX_CLIENT_FRAME};

/// What is read at once. A thousand seats that say nothing hold a thousand of these.
const READ_BUFFER: usize = 4 * 1024;

/// What came in.
#[derive(Debug)]
pub(super) enum Heard {
    /// A message.
    Message(ClientMessage),
    /// A question whether the server is there, to be answered with the same bytes.
    Ping(Bytes),
    /// Something that needs no answer.
    Sign,
    /// The client ends the conversation.
    Close(Option<CloseFrame>),
    /// Something that cannot be taken.
    Fault(Fault),
    /// There is nobody any more.
    Gone,
}

/// One connection's way in.
#[derive(Debug)]
pub(super) struct Inlet {
    // The library answers pings and closes by itself, into the sink.
    frames: WebSocketStream<Join<Reader, Sink>>,
}

impl Inlet {
    /// Reads from here, after what was read already.
    pub(super) async fn new(half: Reader, read_already: Bytes) -> Self {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER)
            .write_buffer_size(0)
            .max_write_buffer_size(READ_BUFFER)
            .max_message_size(Some(MAX_CLIENT_FRAME))
            .max_frame_size(Some(MAX_CLIENT_FRAME));
        let stream = tokio::io::join(half, tokio::io::sink());
        let frames = WebSocketStream::from_partially_read(
            stream,
            read_already.into(),
            Role::Server,
            Some(config),
        )
        .await;
        Self { frames }
    }

    /// From now on as many bytes may come as a conversation takes.
    pub(super) fn has_seat(&mut self) {
        self.frames.get_mut().reader_mut().lift_limit();
    }

    /// The next thing that comes in. May be dropped while it waits.
    pub(super) async fn next(&mut self) -> Heard {
        match self.frames.next().await {
            Some(Ok(Message::Text(text))) => match serde_json::from_str(&text) {
                Ok(message) => Heard::Message(message),
                Err(error) => {
                    // What it says may be somebody's words.
                    let (kind, column) = (error.classify(), error.column());
                    tracing::debug!(?kind, column, "a message that is not understood");
                    Heard::Fault(Fault::BadMessage)
                }
            },
            Some(Ok(Message::Binary(_))) => Heard::Fault(Fault::BadMessage),
            Some(Ok(Message::Ping(payload))) => Heard::Ping(payload),
            Some(Ok(Message::Pong(_) | Message::Frame(_))) => Heard::Sign,
            Some(Ok(Message::Close(frame))) => Heard::Close(frame),
            Some(Err(Error::Capacity(_))) => Heard::Fault(Fault::TooLarge),
            Some(Err(Error::Protocol(ProtocolError::ResetWithoutClosingHandshake))) => Heard::Gone,
            Some(Err(Error::Protocol(_) | Error::Utf8(_) | Error::AttackAttempt)) => {
                Heard::Fault(Fault::BadMessage)
            }
            Some(Err(Error::Io(error))) if error.kind() == ErrorKind::QuotaExceeded => {
                Heard::Fault(Fault::TooLarge)
            }
            Some(Err(_)) | None => Heard::Gone,
        }
    }

    /// The next frame as it came, for the echo.
    #[cfg(test)]
    pub(super) async fn raw(&mut self) -> Option<Result<Message, Error>> {
        self.frames.next().await
    }

    /// Reads until the client closes its side, and forgets what comes. A socket that is closed with bytes unread
    /// resets the connection, and the client would lose the last thing it was told.
    pub(super) async fn drain(self) {
        let (mut half, _sink) = self.frames.into_inner().into_inner();
        half.lift_limit();
        let mut forgotten = [0; 1_024];
        while half.read(&mut forgotten).await.is_ok_and(|read| read > 0) {}
    }
}
