//! The server as its clients meet it: over real sockets, with clients of another make.

mod farewell;
mod guessing;
mod http;
mod limits;
mod newcomers;
mod proof;
mod stage;
mod tls;

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use halte::id::ParticipantId;
use halte::link::{self, Address, LookError};
use halte::room::news::Item;
use halte::server::Settings;
use halte::vocabulary::Anonymity;
use halte::wire::{Fault, MAX_CLIENT_FRAME, Presence};
use serde_json::{Value, json};
use stage::{Stage, command, hello, say, soon};
use tokio::io::AsyncReadExt;
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

#[tokio::test]
async fn a_hello_is_answered_with_a_welcome_in_one_frame() {
    let stage = Stage::new().await;
    stage.publish("before");
    let (_client, welcome) = stage.join(hello("participant")).await;
    assert_eq!(welcome["you"], "p01");
    assert_eq!(welcome["seq"], 1);
    assert_eq!(welcome["view"], json!({"plan": "shared by all"}));
}

#[tokio::test]
async fn a_client_that_was_away_is_told_what_it_missed() {
    let stage = Stage::new().await;
    for text in ["one", "two", "three"] {
        stage.publish(text);
    }
    let mut back = hello("participant");
    back["since"] = json!(1);
    let (mut client, _) = stage.join(back).await;
    let missed = [(2, "two".to_owned()), (3, "three".to_owned())];
    assert_eq!(client.records_through(3).await, missed);
}

#[tokio::test]
async fn a_command_is_acknowledged_and_everybody_is_told() {
    let stage = Stage::new().await;
    let (mut speaker, mut listener) = (stage.participant().await, stage.participant().await);
    speaker.say(say(7, "more light")).await;
    let ack = speaker.wait_for("ack").await;
    assert_eq!(ack["id"], Uuid::from_u128(7).to_string());
    assert_eq!(ack["seq"], 1);
    let told = [(1, "more light".to_owned())];
    assert_eq!(listener.records_through(1).await, told);
}

#[tokio::test]
async fn what_is_refused_is_refused_in_the_language_of_the_seat() {
    let stage = Stage::new().await;
    let mut client = stage.participant().await;
    client.say(command(1, &json!({"type": "done"}))).await;
    let refused = client.wait_for("refused").await;
    assert_eq!(refused["id"], Uuid::from_u128(1).to_string());
    assert_eq!(refused["reason"], "closed-step");
    let message = refused["message"].as_str().unwrap();
    assert!(message.starts_with("That is not possible"), "{message}");

    let speak = json!({"type": "speak", "language": "nl"});
    client.say(command(2, &speak)).await;
    client.wait_for("ack").await;
    client.say(command(3, &json!({"type": "done"}))).await;
    let refused = client.wait_for("refused").await;
    assert_ne!(refused["message"], message);
}

#[tokio::test]
async fn commands_of_a_seat_are_answered_in_order_however_many_are_sent_at_once() {
    let stage = Stage::new().await;
    let mut client = stage.participant().await;
    for id in 0..300 {
        client
            .feed(Message::text(say(id, "again").to_string()))
            .await;
    }
    client.send(Message::Ping(Bytes::new())).await;
    for id in 0..300 {
        let ack = client.wait_for("ack").await;
        assert_eq!(ack["id"], Uuid::from_u128(id).to_string());
    }
}

#[tokio::test]
async fn a_private_record_reaches_its_author_alone_and_the_next_frame_covers_it_for_others() {
    let stage = Stage::new().await;
    let mut author = stage.participant().await;
    let mut other = stage.participant().await;
    let record = Bytes::from_static(br#"{"seq":1,"text":"private"}"#);
    stage.news.publish([Item {
        own: BTreeMap::from([(ParticipantId(1), Some(record))]),
        ..Item::default()
    }]);
    let private = [(1, "private".to_owned())];
    assert_eq!(author.records_through(1).await, private);
    stage.publish("shared");
    let shared = other.wait_for("records").await;
    assert_eq!(shared["through"], 2);
    assert_eq!(shared["records"], json!([{"seq": 2, "text": "shared"}]));
}

#[tokio::test]
async fn a_seat_that_does_not_read_holds_up_nobody_and_catches_up_later() {
    let stage = Stage::new().await;
    let mut slow = stage.slow_participant().await;
    let mut quick = stage.participant().await;
    let much = stage.publish_much();
    let are_all = |records: &[(u64, String)], through: u64| {
        records.iter().map(|(seq, _)| *seq).eq(1..=through)
    };
    assert!(are_all(&quick.records_through(much).await, much));
    quick.say(say(1, "and on")).await;
    assert_eq!(quick.wait_for("ack").await["seq"], much + 1);
    assert!(are_all(&slow.records_through(much + 1).await, much + 1));
    stage.publish("up to date");
    let last = [(much + 2, "up to date".to_owned())];
    assert_eq!(slow.records_through(much + 2).await, last);
}

#[tokio::test]
async fn what_was_hidden_before_a_slow_seat_was_told_it_is_not_sent_to_it() {
    let stage = Stage::new().await;
    let slow = stage.slow_participant().await;
    let mut quick = stage.participant().await;
    let (mut facilitator, _) = stage.join(hello("facilitator")).await;
    stage.publish_much();
    stage.publish("said too soon");
    let said = stage.news.head();
    quick.records_through(said).await;
    stage.news.veil(said);
    stage.publish("hidden");
    // It is told what it was on the way to hear, and cut off: a fresh view has the rest.
    let mut heard = Vec::new();
    let mut stream = slow.into_stream();
    let _ = soon("the end", stream.read_to_end(&mut heard)).await;
    let heard = String::from_utf8_lossy(&heard);
    assert!(!heard.contains("said too soon") && !heard.contains("hidden"));
    // Whoever heard it in time stays, and whoever leads may hear it late.
    let hidden = [(said + 1, "hidden".to_owned())];
    assert_eq!(quick.records_through(said + 1).await, hidden);
    let led = facilitator.records_through(said + 1).await;
    assert!(led.iter().any(|(_, text)| text == "said too soon"));
}

#[tokio::test]
async fn a_seat_that_does_not_read_is_told_the_latest_presence_alone() {
    let stage = Stage::new().await;
    let mut slow = stage.slow_participant().await;
    let mut quick = stage.participant().await;
    assert_eq!(slow.wait_for("presence").await["done"], 0);
    let much = stage.publish_much();
    quick.records_through(much).await;
    for done in 1..=3 {
        stage.presence.send_modify(|presence| presence.done = done);
        while quick.wait_for("presence").await["done"] != done {}
    }
    assert_eq!(slow.wait_for("presence").await["done"], 3);
}

#[tokio::test]
async fn only_the_facilitator_is_told_whose_light_is_on() {
    let stage = Stage::new().await;
    let (mut facilitator, _) = stage.join(hello("facilitator")).await;
    let mut participant = stage.participant().await;
    stage.presence.send_replace(Presence {
        done: 1,
        lights: vec![ParticipantId(1)],
        lost: vec![ParticipantId(2)],
        ..Presence::default()
    });
    let told = |presence: &Value| presence["done"] == 1;
    let (mut whole, mut part) = (Value::Null, Value::Null);
    while !told(&whole) {
        whole = facilitator.wait_for("presence").await;
    }
    while !told(&part) {
        part = participant.wait_for("presence").await;
    }
    assert_eq!(whole["lights"], json!(["p01"]));
    assert_eq!(whole["lost"], json!(["p02"]));
    assert_eq!(
        (&part["lights"], &part["lost"]),
        (&Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn a_newcomer_is_told_the_presence_there_is() {
    let stage = Stage::new().await;
    let mut first = stage.participant().await;
    stage
        .presence
        .send_modify(|presence| presence.connected = 5);
    while first.wait_for("presence").await["connected"] != 5 {}
    let mut second = stage.participant().await;
    assert_eq!(second.wait_for("presence").await["connected"], 5);
}

#[tokio::test]
async fn unknown_fields_are_ignored() {
    let stage = Stage::new().await;
    let mut newer = hello("participant");
    newer["mood"] = json!("fine");
    let (mut client, _) = stage.join(newer).await;
    let mut newer = say(1, "hello");
    newer["urgent"] = json!(true);
    newer["command"]["colour"] = json!("green");
    client.say(newer).await;
    client.wait_for("ack").await;
}

#[tokio::test]
async fn what_cannot_be_understood_ends_the_connection_with_a_sentence() {
    let stage = Stage::new().await;
    for said in [
        Message::text("no json"),
        Message::text(r#"{"type":"dance"}"#),
        Message::text(r#"{"type":"command","id":"1","command":{"type":"done"}}"#),
        Message::text(command(1, &json!({"type": "dance"})).to_string()),
        Message::text(hello("participant").to_string()),
        Message::text("[".repeat(10_000)),
        Message::binary(b"bytes".as_slice()),
    ] {
        let mut client = stage.participant().await;
        client.send(said.clone()).await;
        let (error, code) = client.fault().await;
        assert_eq!(
            (&error["reason"], code),
            (&json!("bad-message"), 4400),
            "{said}"
        );
        let message = error["message"].as_str().unwrap();
        assert!(
            message.starts_with("The host does not understand"),
            "{message}"
        );
    }
}

#[tokio::test]
async fn a_conversation_begins_with_a_hello() {
    let stage = Stage::new().await;
    for said in [
        Message::text(say(1, "hi").to_string()),
        Message::text("no json"),
        Message::text(r#"{"type":"hello","role":"king"}"#),
        Message::binary(b"bytes".as_slice()),
    ] {
        let mut client = stage.connect().await;
        client.send(said).await;
        let (error, code) = client.fault().await;
        assert_eq!((&error["reason"], code), (&json!("bad-message"), 4400));
    }
}

#[tokio::test]
async fn whoever_looks_reads_the_sign_and_takes_no_seat() {
    let stage = Stage::new().await;
    let mut client = stage.connect().await;
    client
        .say(json!({"type": "look", "code": "K7QF-2M9X"}))
        .await;
    let sign = client.wait_for("sign").await;
    assert_eq!(
        (&sign["title"], &sign["anonymity"], &sign["closed"]),
        (&json!("Proef"), &json!("named"), &json!(false))
    );
    assert_eq!(client.close_code().await, 1000);
    // The first seat is still free.
    let (mut seated, welcome) = stage.join(hello("participant")).await;
    assert_eq!(welcome["you"], "p01");
    // Whoever sits knows what is on the door.
    seated
        .say(json!({"type": "look", "code": "K7QF-2M9X"}))
        .await;
    assert_eq!(seated.fault().await.1, 4400);
}

#[tokio::test]
async fn a_form_reads_the_sign_before_the_hello_or_is_told_why_not() {
    let stage = Stage::new().await;
    let look = async |code: &str| {
        let address = Address::parse(&stage.address.to_string(), Some(code)).unwrap();
        link::look(&address, Duration::from_mins(1)).await
    };
    let (sign, _) = look("K7QF-2M9X").await.unwrap();
    assert_eq!(sign.anonymity, Anonymity::Named);
    assert_eq!(sign.organisations.len(), 1);
    let wrong = Err(LookError::Fault(Fault::WrongCode));
    assert_eq!(look("AAAA-BBBB").await, wrong);
    let address = stage.address;
    stage.stop().await;
    let address = Address::parse(&address.to_string(), Some("K7QF-2M9X")).unwrap();
    let gone = link::look(&address, Duration::from_mins(1)).await;
    assert!(
        matches!(gone, Err(LookError::Unreachable { .. })),
        "{gone:?}"
    );
}

#[tokio::test]
async fn who_has_not_the_code_is_told_so_in_their_language() {
    let stage = Stage::new().await;
    let mut client = stage.connect().await;
    let wrong = json!({"type": "hello", "code": "none", "role": "participant", "lang": "nl"});
    client.say(wrong).await;
    let (error, code) = client.fault().await;
    assert_eq!((&error["reason"], code), (&json!("wrong-code"), 4401));
    assert!(error["message"].as_str().unwrap().contains("begeleider"));
}

#[tokio::test]
async fn who_says_no_hello_in_time_is_told_so() {
    let stage = Stage::with(Settings {
        hello: Duration::from_millis(200),
        ..Settings::default()
    })
    .await;
    let (error, code) = stage.connect().await.fault().await;
    assert_eq!((&error["reason"], code), (&json!("too-slow"), 4408));
}

#[tokio::test]
async fn a_frame_may_be_so_long_and_no_longer() {
    let stage = Stage::new().await;
    let mut client = stage.participant().await;
    let bare = say(1, "").to_string().len();
    let fits = say(1, &"x".repeat(MAX_CLIENT_FRAME - bare));
    client.say(fits).await;
    client.wait_for("ack").await;
    let too_long = say(2, &"x".repeat(MAX_CLIENT_FRAME - bare + 1));
    client.say(too_long).await;
    let (error, code) = client.fault().await;
    assert_eq!((&error["reason"], code), (&json!("too-large"), 4413));
}

#[tokio::test]
async fn a_ping_is_answered_with_its_own_bytes_before_and_after_the_hello() {
    let stage = Stage::new().await;
    let mut client = stage.connect().await;
    for payload in ["before", "after"] {
        client.send(Message::Ping(payload.into())).await;
        let pong = loop {
            match client.frame().await {
                Some(Message::Pong(pong)) => break pong,
                Some(_) => {}
                None => panic!("lost"),
            }
        };
        assert_eq!(pong, payload);
        if payload == "before" {
            client.say(hello("participant")).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_seats_at_once_all_hear_everybody() {
    const SEATS: u64 = 100;
    let stage = Stage::new().await;
    let mut seats = Vec::new();
    for _ in 0..SEATS {
        seats.push(stage.participant().await);
    }
    for (id, client) in (0..).zip(&mut seats) {
        client.say(say(id, &format!("from {id}"))).await;
    }
    for client in &mut seats {
        let records = client.records_through(SEATS).await;
        assert!(records.iter().map(|(seq, _)| *seq).eq(1..=SEATS));
    }
    assert_eq!(stage.stop().await.panics, 0);
}
