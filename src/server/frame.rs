//! Frames from the server, as bytes. Encoding only; it never touches a socket. A frame is encoded once and its
//! bytes are shared by all who get it.

use bytes::Bytes;
use tokio_tungstenite::tungstenite::Result;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{CloseCode, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{Frame, FrameHeader};

use crate::wire::ServerMessage;

/// The longest header of a frame that is not masked.
const HEADER: usize = 10;

/// A text frame.
pub(super) fn text(text: &str) -> Bytes {
    encoded(text.len(), |bytes| {
        text_header().format(text.len() as u64, bytes)?;
        bytes.extend_from_slice(text.as_bytes());
        Ok(())
    })
}

/// The beginning of a text frame whose text follows in pieces that are shared with others.
pub(super) fn header(length: usize) -> Bytes {
    encoded(0, |bytes| text_header().format(length as u64, bytes))
}

/// A message as a text frame.
pub(super) fn message(message: &ServerMessage) -> Bytes {
    match serde_json::to_string(message) {
        Ok(json) => text(&json),
        Err(error) => {
            debug_assert!(false, "a message that is no JSON: {error}");
            Bytes::new()
        }
    }
}

/// A question whether the other side is still there.
pub(super) fn ping() -> Bytes {
    control(Frame::ping(Bytes::new()))
}

/// The answer to such a question, which repeats what came with it.
pub(super) fn pong(payload: Bytes) -> Bytes {
    control(Frame::pong(payload))
}

/// The end, with its code and a word for it.
pub(super) fn close(code: u16, reason: &'static str) -> Bytes {
    control(Frame::close(Some(CloseFrame {
        code: CloseCode::from(code),
        reason: reason.into(),
    })))
}

/// The answer to a close frame: the code that came with it, if it is one that may be sent.
pub(super) fn close_answer(heard: Option<&CloseFrame>) -> Bytes {
    control(Frame::close(heard.map(|heard| CloseFrame {
        code: if heard.code.is_allowed() {
            heard.code
        } else {
            CloseCode::Protocol
        },
        reason: "".into(),
    })))
}

fn control(frame: Frame) -> Bytes {
    encoded(frame.payload().len(), |bytes| frame.format(bytes))
}

fn text_header() -> FrameHeader {
    FrameHeader {
        opcode: OpCode::Data(Data::Text),
        ..FrameHeader::default()
    }
}

fn encoded(payload: usize, write: impl FnOnce(&mut Vec<u8>) -> Result<()>) -> Bytes {
    let mut bytes = Vec::with_capacity(payload.saturating_add(HEADER));
    if let Err(error) = write(&mut bytes) {
        debug_assert!(false, "memory takes every byte: {error}");
    }
    bytes.into()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use tokio_tungstenite::tungstenite::protocol::Role;
    use tokio_tungstenite::tungstenite::{Message, WebSocket};

    use super::*;

    /// What a client of another make reads in these bytes.
    fn read(bytes: impl Into<Vec<u8>>) -> Message {
        WebSocket::from_raw_socket(Cursor::new(bytes.into()), Role::Client, None)
            .read()
            .unwrap()
    }

    #[test]
    fn a_client_reads_texts_of_every_length_of_header() {
        for length in [0, 1, 125, 126, 127, 65_535, 65_536, 200_000] {
            let said = "x".repeat(length);
            assert_eq!(read(text(&said)), Message::text(said), "{length}");
        }
    }

    #[test]
    fn a_header_and_pieces_are_one_text() {
        let pieces = ["{\"view\":", "{}", "}"];
        let mut bytes = header(pieces.iter().map(|piece| piece.len()).sum()).to_vec();
        for piece in pieces {
            bytes.extend_from_slice(piece.as_bytes());
        }
        assert_eq!(read(bytes), Message::text(pieces.concat()));
    }

    #[test]
    fn control_frames_are_read_as_what_they_are() {
        assert_eq!(read(ping()), Message::Ping(Bytes::new()));
        let payload = Bytes::from_static(b"still there?");
        assert_eq!(read(pong(payload.clone())), Message::Pong(payload));
        let Message::Close(Some(heard)) = read(close(4413, "too-large")) else {
            panic!("expected a close frame");
        };
        assert_eq!(
            (u16::from(heard.code), heard.reason.as_str()),
            (4413, "too-large")
        );
    }

    #[test]
    fn a_close_is_answered_with_its_own_code_unless_that_may_not_be_sent() {
        let heard = |code: u16| CloseFrame {
            code: code.into(),
            reason: "".into(),
        };
        assert_eq!(read(close_answer(None)), Message::Close(None));
        assert_eq!(
            read(close_answer(Some(&heard(1001)))),
            Message::Close(Some(heard(1001)))
        );
        assert_eq!(
            read(close_answer(Some(&heard(1006)))),
            Message::Close(Some(heard(1002)))
        );
    }
}
