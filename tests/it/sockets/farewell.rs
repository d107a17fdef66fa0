//! How a connection ends: from either side, in good order or not.

use std::time::Duration;

use halte::id::ParticipantId;
use halte::server::Settings;
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;

use super::stage::{Stage, command, hello, say, soon};

#[tokio::test]
async fn a_silent_client_is_asked_whether_it_is_there_and_lost_when_it_is_not() {
    let mut stage = Stage::with(Settings {
        ping_every: Duration::from_millis(50),
        ..Settings::default()
    })
    .await;
    let mut alive = stage.participant().await;
    let dead = stage.participant().await;
    let rose = tokio::select! {
        // A client of this make answers pings while it reads.
        () = async { while alive.frame().await.is_some() {} } => panic!("lost"),
        rose = async {
            dead.play_dead().await;
            soon("a seat that is given up", stage.risen.recv()).await
        } => rose,
    };
    assert_eq!(rose, Some(ParticipantId(2)));
    alive.say(say(1, "still here")).await;
    alive.wait_for("ack").await;
}

#[tokio::test]
async fn a_close_is_answered_and_the_seat_given_up() {
    let mut stage = Stage::new().await;
    let mut client = stage.participant().await;
    let close = CloseFrame {
        code: CloseCode::Away,
        reason: "lunch".into(),
    };
    client.send(Message::Close(Some(close))).await;
    assert_eq!(client.close_code().await, 1001);
    assert_eq!(client.frame().await, None);
    let rose = soon("a seat that is given up", stage.risen.recv()).await;
    assert_eq!(rose, Some(ParticipantId(1)));
}

#[tokio::test]
async fn a_connection_that_breaks_gives_the_seat_up() {
    let mut stage = Stage::new().await;
    drop(stage.participant().await);
    let rose = soon("a seat that is given up", stage.risen.recv()).await;
    assert_eq!(rose, Some(ParticipantId(1)));
}

#[tokio::test]
async fn the_same_seat_from_elsewhere_replaces_the_connection_before() {
    let stage = Stage::new().await;
    let (mut before, welcome) = stage.join(hello("participant")).await;
    let mut again = hello("participant");
    again["seat"] = welcome["seat"].clone();
    let (mut after, welcome) = stage.join(again).await;
    assert_eq!(welcome["you"], "p01");
    let goodbye = before.wait_for("goodbye").await;
    assert_eq!(goodbye["reason"], "replaced");
    assert_eq!(before.close_code().await, 1000);
    after.say(say(1, "here")).await;
    after.wait_for("ack").await;
}

#[tokio::test]
async fn who_leaves_has_the_answer_before_the_goodbye() {
    let stage = Stage::new().await;
    let mut client = stage.participant().await;
    for id in 0..10 {
        client
            .feed(Message::text(say(id, "one more").to_string()))
            .await;
    }
    client.say(command(10, &json!({"type": "leave"}))).await;
    let mut acks = 0;
    let goodbye = loop {
        let message = client.message().await;
        match message["type"].as_str().unwrap() {
            "ack" => acks += 1,
            "goodbye" => break message,
            _ => {}
        }
    };
    assert_eq!((acks, &goodbye["reason"]), (11, &json!("left")));
    assert_eq!(client.close_code().await, 1000);
}

#[tokio::test]
async fn at_the_end_of_the_session_everybody_has_every_record_before_the_goodbye() {
    let stage = Stage::new().await;
    let (mut facilitator, _) = stage.join(hello("facilitator")).await;
    let mut seats = Vec::new();
    for _ in 0..10 {
        seats.push(stage.participant().await);
    }
    stage.publish("last but one");
    facilitator.say(command(1, &json!({"type": "close"}))).await;
    facilitator.wait_for("ack").await;
    for client in &mut seats {
        let mut texts = Vec::new();
        let goodbye = loop {
            let message = client.message().await;
            match message["type"].as_str().unwrap() {
                "records" => texts.extend(
                    message["records"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|record| record["text"].as_str().unwrap().to_owned()),
                ),
                "goodbye" => break message,
                _ => {}
            }
        };
        assert_eq!(texts, ["last but one", "closed"]);
        assert_eq!(goodbye["reason"], "session-closed");
        assert_eq!(client.close_code().await, 1000);
    }
}

#[tokio::test]
async fn when_the_host_stops_everybody_is_told_and_the_server_ends() {
    let stage = Stage::new().await;
    let mut seated = stage.participant().await;
    let mut without_hello = stage.connect().await;
    let (summary, ()) = tokio::join!(stage.stop(), async {
        for client in [&mut seated, &mut without_hello] {
            let goodbye = client.wait_for("goodbye").await;
            assert_eq!(goodbye["reason"], "host-stopped");
            assert_eq!(client.close_code().await, 1000);
        }
    });
    assert_eq!((summary.connections, summary.panics), (2, 0));
}

#[tokio::test]
async fn a_client_that_does_not_read_does_not_keep_the_server_from_ending() {
    let stage = Stage::with(Settings {
        linger: Duration::from_millis(100),
        ..Settings::default()
    })
    .await;
    let _deaf = stage.slow_participant().await;
    stage.publish_much();
    stage.stop().await;
}
