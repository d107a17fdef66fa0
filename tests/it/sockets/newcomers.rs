//! Who takes seats without end is told to wait, and nobody else is.

use std::time::Duration;

use futures_util::future::join_all;
use halte::server::{NewSeats, Rate, Settings};
use serde_json::{Value, json};

use super::stage::{Client, Stage, hello};

/// A server that gives few new seats, and counts this machine by address. For as long as a test takes, what was given is
/// not made good.
async fn few_new_seats(of_one: u32, of_all: u32) -> Stage {
    let every = Duration::from_hours(1);
    let rate = |burst| Rate { burst, every };
    Stage::with(Settings {
        new_seats: NewSeats {
            of_one: rate(of_one),
            of_all: rate(of_all),
        },
        counts_this_machine: true,
        ..Settings::default()
    })
    .await
}

/// What the first word from there leads to: the welcome, or why there is none.
async fn begin(stage: &Stage, from: u8, first: Value) -> (Client, Value) {
    let mut client = stage.connect_from(from).await;
    client.say(first).await;
    let answer = client.message().await;
    (client, answer)
}

#[tokio::test]
async fn whoever_takes_seats_without_end_is_told_to_wait_and_others_get_in() {
    let stage = few_new_seats(10, 100).await;
    let mut seated = Vec::new();
    for _ in 0..10 {
        // Leaving again gives nothing back.
        let (client, welcome) = begin(&stage, 2, hello("participant")).await;
        assert_eq!(welcome["type"], "welcome");
        drop(client);
        seated.push(welcome["seat"].clone());
    }
    for role in ["participant", "participant", "observer"] {
        let mut client = stage.connect_from(2).await;
        client.say(hello(role)).await;
        let (error, code) = client.fault().await;
        assert_eq!((error["reason"].as_str(), code), (Some("too-fast"), 4429));
    }
    // Whoever has a seat comes back to it, from the same place too.
    for (secret, role) in seated
        .iter()
        .zip(["participant", "observer"].iter().cycle())
    {
        let mut again = hello(role);
        again["seat"] = secret.clone();
        let (_client, welcome) = begin(&stage, 2, again).await;
        assert_eq!(&welcome["seat"], secret, "{role}");
    }
    // Who leads takes no place, and a look takes none either.
    let (_client, welcome) = begin(&stage, 2, hello("facilitator")).await;
    assert_eq!(welcome["type"], "welcome");
    let code = &hello("participant")["code"];
    let (_client, sign) = begin(&stage, 2, json!({"type": "look", "code": code})).await;
    assert_eq!(sign["type"], "sign");
    // And elsewhere it is as it was.
    for _ in 0..10 {
        let (_client, welcome) = begin(&stage, 3, hello("participant")).await;
        assert_eq!(welcome["type"], "welcome");
    }
}

#[tokio::test]
async fn from_many_addresses_too_only_so_many_new_seats_are_taken() {
    let stage = few_new_seats(10, 25).await;
    let mut taken = 0;
    for from in 2..8 {
        for _ in 0..10 {
            let (_client, answer) = begin(&stage, from, hello("participant")).await;
            taken += usize::from(answer["type"] == "welcome");
        }
    }
    assert_eq!(taken, 25);
}

#[tokio::test]
async fn who_has_the_code_wrong_takes_nobody_s_turn() {
    let stage = few_new_seats(5, 5).await;
    for _ in 0..10 {
        let mut wrong = hello("participant");
        wrong["code"] = json!("AAAA-BBBB");
        let (_client, error) = begin(&stage, 2, wrong).await;
        assert_eq!(error["reason"], "wrong-code");
    }
    for _ in 0..5 {
        let (_client, welcome) = begin(&stage, 2, hello("participant")).await;
        assert_eq!(welcome["type"], "welcome");
    }
}

#[tokio::test]
async fn forty_people_who_come_at_once_behind_one_address_all_get_in() {
    let stage = Stage::with(Settings {
        counts_this_machine: true,
        ..Settings::default()
    })
    .await;
    let joins = (0..40).map(|_| begin(&stage, 2, hello("participant")));
    let welcomes = join_all(joins).await;
    let seats = welcomes.iter().map(|(_, welcome)| &welcome["seat"]);
    let seats: std::collections::BTreeSet<_> = seats.map(ToString::to_string).collect();
    assert_eq!(seats.len(), 40, "{seats:?}");
}
