//! What a stranger may take up, and that nobody else notices.

use std::time::Duration;

use bytes::Bytes;
use halte::id::ParticipantId;
use halte::link::{self, Address, LookError};
use halte::server::{Rate, Settings};
use halte::wire::Fault;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::Instant;
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

use super::stage::{Stage, hello, say, soon};

const PATIENCE: Duration = Duration::from_mins(1);

fn so_many(connections: usize) -> Settings {
    Settings {
        connections,
        ..Settings::default()
    }
}

#[tokio::test]
async fn a_full_house_says_so_over_tls_and_without() {
    let stage = Stage::secured(so_many(1)).await;
    let mut seated = stage.secure_participant().await;
    let stream = TcpStream::connect(stage.address).await.unwrap();
    let mut stream = stage.secure(stream).await;
    stream
        .write_all(b"GET /ws HTTP/1.1\r\nHost: halte\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    soon("the refusal", stream.read_to_string(&mut answer))
        .await
        .unwrap();
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.contains("\r\n\r\nfull: "), "{answer}");

    let fingerprint = stage.certificate.fingerprint();
    for security in [format!("#{fingerprint}"), String::new()] {
        let link = format!("halte://{}/K7QF-2M9X{security}", stage.address);
        let address = Address::parse(&link, None).unwrap();
        let looked = soon("the refusal", link::look(&address, PATIENCE)).await;
        assert_eq!(looked, Err(LookError::Fault(Fault::Full)), "{link}");
    }
    seated.say(say(1, "undisturbed")).await;
    seated.wait_for("ack").await;
}

#[tokio::test]
async fn who_holds_connections_open_and_says_nothing_makes_way() {
    let stage = Stage::with(so_many(8)).await;
    let mut seated = stage.participant().await;
    let mut idle = Vec::new();
    for _ in 0..20 {
        idle.push(TcpStream::connect(stage.address).await.unwrap());
        // Each is in the house before the next one knocks.
        stage.http("GET", "/health").await;
    }
    let mut joined = stage.participant().await;
    for client in [&mut seated, &mut joined] {
        client.say(say(1, "undisturbed")).await;
        client.wait_for("ack").await;
    }
    let mut first = idle.swap_remove(0);
    let ended = soon("the end", first.read(&mut [0; 16])).await;
    assert!(matches!(ended, Ok(0) | Err(_)), "{ended:?}");
}

#[tokio::test]
async fn before_the_hello_only_so_much_is_read() {
    let stage = Stage::with(Settings::default()).await;
    let mut client = stage.connect().await;
    for _ in 0..270 {
        client
            .feed(Message::Ping(Bytes::from_static(&[7; 125])))
            .await;
    }
    client.send(Message::Ping(Bytes::new())).await;
    let (error, code) = client.fault().await;
    assert_eq!((error["reason"].as_str(), code), (Some("too-large"), 4413));
    // With a seat it is another matter.
    let mut seated = stage.participant().await;
    for _ in 0..300 {
        seated
            .feed(Message::Ping(Bytes::from_static(&[7; 125])))
            .await;
    }
    seated.say(say(1, "still here")).await;
    seated.wait_for("ack").await;
}

#[tokio::test]
async fn who_speaks_too_fast_is_read_later_and_loses_nothing() {
    let every = Duration::from_millis(20);
    let commands = Rate { burst: 5, every };
    let stage = Stage::with(Settings {
        commands,
        ..Settings::default()
    })
    .await;
    let (mut hasty, mut other) = (stage.participant().await, stage.participant().await);
    let began = std::time::Instant::now();
    for id in 0..25 {
        hasty
            .feed(Message::text(say(id, "again").to_string()))
            .await;
    }
    hasty.send(Message::Pong(Bytes::new())).await;
    other.say(say(100, "in between")).await;
    other.wait_for("ack").await;
    for id in 0..25 {
        let ack = hasty.wait_for("ack").await;
        assert_eq!(ack["id"], Uuid::from_u128(id).to_string());
    }
    assert!(began.elapsed() >= every * 19);
}

/// How many connections of this port the system holds open for this process; those that wait to be taken are not yet.
#[cfg(target_os = "linux")]
fn held(port: u16) -> usize {
    let ours = format!("0100007F:{port:04X}");
    let table = std::fs::read_to_string("/proc/self/net/tcp").unwrap();
    let lines = table.lines().map(|line| line.split_whitespace().collect());
    let held = lines.filter(|fields: &Vec<&str>| {
        // The port that is listened on has state 0A, and what no file belongs to has inode 0.
        fields.get(1) == Some(&ours.as_str()) && fields[3] != "0A" && fields[9] != "0"
    });
    held.count()
}

/// A connection that comes as far as this and is silent from then on.
async fn silent(stage: &Stage, how_far: usize) -> Box<dyn AsyncRead + Unpin> {
    let begun: &[u8] = match how_far {
        0 => b"",
        1 => b"\x16\x03\x01\x02",
        2 => b"GET /ws HTTP/1.1\r\nHost: ",
        3 => return Box::new(stage.connect().await.into_stream()),
        4 => return Box::new(stage.connect_securely().await.into_stream()),
        _ => {
            let mut client = stage.connect().await;
            let mut wrong = hello("participant");
            wrong["code"] = "AAAA-BBBB".into();
            client.say(wrong).await;
            client.fault().await;
            return Box::new(client.into_stream());
        }
    };
    let mut stream = TcpStream::connect(stage.address).await.unwrap();
    stream.write_all(begun).await.unwrap();
    Box::new(stream)
}

#[tokio::test]
async fn who_makes_way_is_gone_at_once_and_no_more_are_open_than_there_may_be() {
    let most = 8;
    let stage = Stage::secured(Settings {
        // Whoever is heard to the end, or waited for, is there as long as this test.
        linger: Duration::from_hours(1),
        hello: Duration::from_hours(1),
        ..so_many(most)
    })
    .await;
    let mut seated = stage.participant().await;
    let mut idle = Vec::new();
    for number in 0..120 {
        idle.push(silent(&stage, number % 6).await);
        #[cfg(target_os = "linux")]
        assert!(held(stage.address.port()) <= most + halte::server::BEYOND);
        if number % 20 == 19 {
            // Others get in meanwhile.
            let mut joined = stage.participant().await;
            joined.say(say(number as u128, "in between")).await;
            joined.wait_for("ack").await;
            joined.send(Message::Close(None)).await;
        }
    }
    // All that have to go are gone, whatever they were at: half of the house is for who has a seat.
    let staying = idle.split_off(idle.len() - most / 2);
    for mut stream in idle {
        // A reset is an end as well.
        let _ = soon("the end", stream.read_to_end(&mut Vec::new())).await;
    }
    #[cfg(target_os = "linux")]
    assert!(held(stage.address.port()) <= most);
    drop(staying);
    seated.say(say(1_000, "undisturbed")).await;
    seated.wait_for("ack").await;
}

#[tokio::test]
async fn who_takes_nothing_of_what_waits_is_cut_off_whatever_it_says_meanwhile() {
    let mut stage = Stage::with(Settings::default()).await;
    let mut still = stage.slow_participant().await;
    let mut heeding = stage.participant().await;
    tokio::time::pause();
    let since = Instant::now();
    stage.publish_much();
    let rose = tokio::select! {
        biased;
        rose = stage.risen.recv() => rose,
        () = async {
            loop {
                still.send(Message::Pong(Bytes::new())).await;
                tokio::time::sleep(Duration::from_secs(10)).await;
            }
        } => None,
        () = async { while heeding.frame().await.is_some() {} } => None,
    };
    assert_eq!(rose, Some(ParticipantId(1)));
    let minutes = since.elapsed().as_secs_f64() / 60.0;
    assert!((1.0..3.5).contains(&minutes), "{minutes}");
    heeding.say(say(1, "still here")).await;
    heeding.wait_for("ack").await;
}
