//! Who guesses the code waits, and holds up nobody who has it.

use std::time::Duration;

use futures_util::StreamExt as _;
use futures_util::future::join_all;
use futures_util::stream::FuturesUnordered;
use halte::server::{Guesses, Rate, Settings};
use halte::wire::proof::{Asker, Seed};
use serde_json::{Value, json};

use super::stage::{CODE, Client, Stage, command, hello};

/// A connection whose hello has been said, with another code than the room's.
async fn guess(stage: &Stage) -> Client {
    guess_on_it(stage.connect().await).await
}

/// The same on a connection that there is.
async fn guess_on_it(mut client: Client) -> Client {
    let wrong = json!({"type": "hello", "code": "AAAA-BBBB", "role": "participant"});
    client.say(wrong).await;
    client
}

/// A server that lets few guesses be wrong before they take turns.
async fn few_guesses() -> Stage {
    let few = Rate {
        burst: 40,
        every: Duration::from_millis(200),
    };
    let guesses = Guesses {
        of_one: few,
        of_all: few,
    };
    let settings = Settings {
        guesses,
        ..Settings::default()
    };
    Stage::with(settings).await
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
    // This machine is an address like any other.
    let settings = Settings {
        counts_this_machine: true,
        ..Settings::default()
    };
    let stage = Stage::with(settings).await;
    let began = std::time::Instant::now();
    let joins = (0..90).map(|number| {
        let stage = &stage;
        async move {
            let mut client = stage.connect_from(2).await;
            if number % 9 < 5 {
                let told = guess_on_it(client).await.fault().await;
                assert_eq!(told.1, 4401);
                None
            } else {
                client.say(hello("participant")).await;
                client.wait_for("welcome").await;
                Some(client)
            }
        }
    });
    let joined = join_all(joins).await.into_iter().flatten();
    assert_eq!(joined.count(), 40);
    assert!(began.elapsed().as_secs() < 10);
}

#[tokio::test]
async fn whoever_goes_on_guessing_is_told_to_wait_and_who_has_a_seat_comes_back_to_it() {
    let stage = few_guesses().await;
    let (before, welcome) = stage.join(hello("participant")).await;
    drop(before);
    guess_on(&stage).await;
    let mut again = hello("participant");
    again["seat"] = welcome["seat"].clone();
    let (_after, welcome) = stage.join(again).await;
    assert_eq!(welcome["you"], "p01");
    stage.join(hello("facilitator")).await;
}

/// A connection that has asked for a proof.
async fn ask_for_proof(stage: &Stage) -> Client {
    let mut client = stage.connect().await;
    let host = stage.certificate.fingerprint();
    let (_asker, pake) = Asker::begin(CODE, host, Seed::of([5; 32]));
    client.say(json!({"type": "prove", "pake": pake})).await;
    client
}

#[tokio::test]
async fn a_proof_is_an_attempt_at_the_code_that_only_a_right_hello_makes_good() {
    let stage = few_guesses().await;
    // More than could be wrong: whoever goes on to say the code has made no mistake.
    for _ in 0..100 {
        let mut client = ask_for_proof(&stage).await;
        client.wait_for("proof").await;
        client.say(hello("participant")).await;
        client.wait_for("welcome").await;
    }
    // Whoever asks again on the same connection has used it as a guess, as has whoever goes away.
    let mut asking: FuturesUnordered<_> = (0..100)
        .map(|number| {
            let stage = &stage;
            async move {
                let mut client = ask_for_proof(stage).await;
                let told = client.message().await;
                if told["type"] == "proof" && number % 2 == 0 {
                    let again = json!({"type": "prove", "pake": "AAAA"});
                    client.say(again).await;
                    assert_eq!(client.fault().await.1, 4400);
                }
                told
            }
        })
        .collect();
    while let Some(told) = asking.next().await {
        if told["reason"] == "too-fast" {
            return;
        }
        assert_eq!(told["type"], "proof");
    }
    panic!("nobody was ever told to wait");
}

#[tokio::test]
async fn a_proof_is_not_made_good_by_a_secret() {
    let stage = few_guesses().await;
    let (_before, welcome) = stage.join(hello("participant")).await;
    // As many as may be wrong at once, one after the other.
    for _ in 0..45 {
        let mut client = ask_for_proof(&stage).await;
        client.wait_for("proof").await;
        let mut again = hello("participant");
        again["code"] = json!("AAAA-BBBB");
        again["seat"] = welcome["seat"].clone();
        client.say(again).await;
        client.wait_for("welcome").await;
    }
    // So fewer more than that do not find their turn.
    let asking = (0..30).map(|_| async { ask_for_proof(&stage).await.message().await });
    let mut asking: FuturesUnordered<_> = asking.collect();
    while let Some(told) = asking.next().await {
        if told["reason"] == "too-fast" {
            return;
        }
        assert_eq!(told["type"], "proof");
    }
    panic!("nobody was ever told to wait");
}

/// Somebody who sits down with what the hello says, and gives the seat up.
async fn come_and_go(stage: &Stage, hello: Value) -> Value {
    let (mut client, welcome) = stage.join(hello).await;
    client.say(command(1, &json!({"type": "leave"}))).await;
    assert_eq!(client.wait_for("goodbye").await["reason"], "left");
    welcome["seat"].clone()
}

#[tokio::test]
async fn a_seat_that_was_given_up_is_no_way_to_guess_out_of_turn() {
    let stage = few_guesses().await;
    let seat = come_and_go(&stage, hello("participant")).await;
    let with_code = &|code: &str| {
        let mut hello = hello("participant");
        hello["code"] = json!(code);
        hello["seat"] = seat.clone();
        hello
    };
    // More than could be wrong: whoever comes back with the code has made no mistake.
    for _ in 0..100 {
        come_and_go(&stage, with_code(CODE)).await;
    }
    let connecting = (0..100).map(|_| stage.connect());
    let guesses = join_all(connecting).await.into_iter();
    let guesses = guesses.map(|mut client| async move {
        client.say(with_code("AAAA-BBBB")).await;
        client.fault().await.0["reason"].clone()
    });
    let told = join_all(guesses).await;
    let count = |reason: &str| told.iter().filter(|told| *told == reason).count();
    let (judged, sent_away) = (count("wrong-code"), count("too-fast"));
    assert!(judged >= 40 && sent_away > 0, "{judged} and {sent_away}");
    assert_eq!(judged + sent_away, 100);
}
