//! For suites that test how websockets are spoken: an echo made of the port, the line, the inlet and the frames of every
//! connection, with nothing behind them. It says what it heard, as most suites ask of a server. Where `HALTE_ECHO` names an
//! address, it is there until its input ends (`just conformance`); it never knows a room.

use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use tokio::io::AsyncReadExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::{Error, Message};

use super::inlet::Inlet;
use super::{Settings, Tls, answer, frame, passage};
use crate::room::certificate::Certificate;

/// What went wrong has no words here, only a code (RFC 6455 section 7.4.1).
const PROTOCOL: u16 = 1002;
const NOT_UTF8: u16 = 1007;
const TOO_BIG: u16 = 1009;

async fn serve(listener: TcpListener) {
    let certificate = Certificate::generate().expect("a certificate");
    let settings = Settings {
        tls: Some(Tls::new(&certificate).expect("TLS")),
        ..Settings::default()
    };
    let mut guests = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => {
                let (stream, _) = accepted.expect("a connection");
                guests.spawn(echo(stream, settings.clone()));
            }
            Some(left) = guests.join_next() => left.expect("no panic"),
        }
    }
}

async fn echo(stream: TcpStream, settings: Settings) {
    let Ok(peer) = stream.peer_addr() else { return };
    let passage = passage(peer.ip(), false);
    let Some((line, read_already)) = answer(stream, passage, &settings).await else {
        return;
    };
    let (reader, writer) = line.split();
    let mut inlet = Inlet::new(reader, read_already).await;
    inlet.has_seat();
    loop {
        let (frame, is_last) = match inlet.raw().await {
            Some(Ok(Message::Text(text))) => (frame::text(&text), false),
            Some(Ok(Message::Binary(bytes))) => (binary(bytes), false),
            Some(Ok(Message::Ping(payload))) => (frame::pong(payload), false),
            Some(Ok(Message::Pong(_) | Message::Frame(_))) => continue,
            Some(Ok(Message::Close(heard))) => (frame::close_answer(heard.as_ref()), true),
            Some(Err(Error::Utf8(_))) => (frame::close(NOT_UTF8, ""), true),
            Some(Err(Error::Capacity(_))) => (frame::close(TOO_BIG, ""), true),
            Some(Err(Error::Protocol(_) | Error::AttackAttempt)) => {
                (frame::close(PROTOCOL, ""), true)
            }
            Some(Err(_)) | None => break,
        };
        if writer.write_all(&frame).await.is_err() || is_last {
            break;
        }
    }
    drop(writer);
    inlet.drain().await;
}

fn binary(said: Bytes) -> Bytes {
    let mut bytes = Vec::new();
    let frame = Frame::message(said, OpCode::Data(Data::Binary), true);
    frame.format(&mut bytes).expect("memory takes every byte");
    bytes.into()
}

#[tokio::test]
async fn an_echo_for_whoever_tests_how_websockets_are_spoken_says_what_it_hears() {
    let asked = std::env::var("HALTE_ECHO").ok();
    let listener = TcpListener::bind(asked.as_deref().unwrap_or("127.0.0.1:0")).await;
    let listener = listener.expect("a free port");
    let address = listener.local_addr().expect("an address");
    if asked.is_some() {
        let (mut input, mut nothing) = (tokio::io::stdin(), Vec::new());
        tokio::select! {
            () = serve(listener) => {}
            _ = input.read_to_end(&mut nothing) => {}
        }
        return;
    }
    let heard = async {
        let url = format!("ws://{address}{}", crate::wire::PATH);
        let (mut client, _) = tokio_tungstenite::connect_async(url)
            .await
            .expect("it switches");
        for said in [
            Message::text("é"),
            Message::binary(vec![0, 255]),
            Message::Ping("p".into()),
        ] {
            client.send(said.clone()).await.expect("it listens");
            let answer = client.next().await.expect("an answer").expect("a frame");
            assert_eq!(
                answer,
                match said {
                    Message::Ping(payload) => Message::Pong(payload),
                    said => said,
                }
            );
        }
    };
    tokio::select! {
        () = serve(listener) => {}
        () = heard => {}
    }
}
