//! Who guesses the code waits, and holds up nobody who has it.

use std::time::Duration;

use futures_util::future::join_all;
use halte::server::{Guesses, Rate, Settings};
use serde_json::json;

use super::stage::{Client, Stage, hello};

/// A connection whose hello has been said, with another code than the room's.
async fn guess(stage: &Stage) -> Client {
    let mut client = stage.connect().await;
    let wrong = json!({"type": "hello", "code": "AAAA-BBBB", "role": "participant"});
    client.say(wrong).await;
    client
}

/// Guesses until so many wait that one is not judged; those that are judged are let go.
async fn guess_on(stage: &Stage) {
    let mut waiting = Vec::new();
    for _ in 0..1_000 {
        let mut client = guess(stage).await;
        if waiting.len() < 30 {
            assert_eq!(client.fault().await.1, 4401);
            waiting.push(client);
            continue;
        }
        // What is not judged is answered at once, and what is waits its turn.
        let answer = tokio::time::timeout(Duration::from_millis(50), client.fault());
        match answer.await {
            Ok((error, 4429)) => {
                assert_eq!(error["reason"], "too-fast");
                return;
            }
            Ok((_, code)) => assert_eq!(code, 4401),
            Err(_waits) => waiting.push(client),
        }
    }
    panic!("nobody was ever told to wait");
}

#[tokio::test]
async fn forty_people_behind_one_address_get_in_although_some_mistype_the_code() {
    let stage = Stage::with(Settings::default()).await;
    let began = std::time::Instant::now();
    let joins = (0..90).map(|number| {
        let stage = &stage;
        async move {
            if number % 9 < 5 {
                assert_eq!(guess(stage).await.fault().await.1, 4401);
                None
            } else {
                Some(stage.participant().await)
            }
        }
    });
    let joined = join_all(joins).await.into_iter().flatten();
    assert_eq!(joined.count(), 40);
    assert!(began.elapsed().as_secs() < 10);
}

#[tokio::test]
async fn whoever_goes_on_guessing_is_told_to_wait_and_who_has_a_seat_comes_back_to_it() {
    let few = Rate {
        burst: 40,
        every: Duration::from_millis(200),
    };
    let guesses = Guesses {
        of_one: few,
        of_all: few,
    };
    let stage = Stage::with(Settings {
        guesses,
        ..Settings::default()
    })
    .await;
    let (before, welcome) = stage.join(hello("participant")).await;
    drop(before);
    guess_on(&stage).await;
    let mut again = hello("participant");
    again["seat"] = welcome["seat"].clone();
    let (_after, welcome) = stage.join(again).await;
    assert_eq!(welcome["you"], "p01");
    stage.join(hello("facilitator")).await;
}
