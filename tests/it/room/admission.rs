//! Who gets a seat, the same one again, or none.

use halte::language::Language;
use halte::room::Permit;
use halte::vocabulary::Role;
use halte::wire::{Fault, Hello};
use halte::workshop::{Command, Workshop};
use uuid::Uuid;

use super::stage::{hello, open};

#[tokio::test]
async fn the_same_hello_twice_takes_one_seat() {
    let open = open();
    let hello = hello(&open.keys.code());
    let first = open
        .handle
        .sit(hello.clone())
        .await
        .expect("a room")
        .expect("a seat");
    let second = open
        .handle
        .sit(hello)
        .await
        .expect("a room")
        .expect("a seat");
    assert_eq!(first.viewer, second.viewer);
}

#[tokio::test]
async fn the_number_of_anything_else_that_somebody_asked_gives_nobody_their_seat() {
    let open = open();
    let first = hello(&open.keys.code());
    let seated = open.handle.sit(first.clone()).await.expect("a room");
    let viewer = seated.expect("a seat").viewer;
    let text = "Wie betaalt de opleiding?".to_owned();
    let language = Language::Fr;
    for command in [Command::Say { text }, Command::Speak { language }] {
        let id = Uuid::now_v7();
        let done = open.handle.ask(viewer, id, command.clone()).await;
        done.expect("a room").expect("something new");
        let hello = Hello {
            id: Some(id),
            ..first.clone()
        };
        let other = open.handle.sit(hello).await.expect("a room");
        assert_ne!(other.expect("a seat").viewer, viewer, "{command:?}");
    }
}

#[tokio::test]
async fn only_somebody_new_needs_a_permit() {
    let open = open();
    let known = hello(&open.keys.code());
    let seated = open.handle.sit(known.clone()).await.expect("a room");
    let seat = seated.expect("a seat").viewer.seat;
    let never_asked = || Permit::of(|| panic!("they are not new"));
    let secret = Hello {
        seat: Some(open.keys.seat_secret(seat)),
        ..hello("")
    };
    let watching = |seat, code: &str| Hello {
        role: Role::Observer,
        seat,
        ..hello(code)
    };
    let watched = watching(Some(open.keys.observer_secret()), "");
    // Whoever has a seat, also one that they never heard of, who watched before, and who does not know the code.
    for (who, fault) in [
        (known, None),
        (secret, None),
        (watched, None),
        (hello("AAAA-AAAA"), Some(Fault::WrongCode)),
    ] {
        let told = open.handle.sit_by(who, never_asked()).await;
        assert_eq!(told.expect("a room").err(), fault);
    }
    let onlooker = watching(None, &open.keys.code());
    let refused = open.handle.sit_by(onlooker, Permit::of(|| false));
    assert_eq!(refused.await.expect("a room").err(), Some(Fault::TooFast));
    let newcomer = hello(&open.keys.code());
    let people = || {
        let workshop = Workshop::replay(&open.disk.records());
        workshop.expect("a workshop").participants().len()
    };
    let refused = open.handle.sit_by(newcomer.clone(), Permit::of(|| false));
    assert_eq!(refused.await.expect("a room").err(), Some(Fault::TooFast));
    assert_eq!(people(), 1);
    let seated = open.handle.sit_by(newcomer, Permit::of(|| true)).await;
    assert!(seated.expect("a room").is_ok());
    assert_eq!(people(), 2);
}

#[tokio::test]
async fn a_secret_gives_its_seat_again_and_a_wrong_one_gives_none() {
    let open = open();
    let viewer = open.sit().await;
    let secret = open.keys.seat_secret(viewer.seat);
    let back = Hello {
        code: String::new(),
        seat: Some(secret),
        ..hello("")
    };
    assert_eq!(
        open.handle
            .sit(back)
            .await
            .expect("a room")
            .expect("a seat")
            .viewer,
        viewer
    );
    let stranger = Hello {
        seat: Some("p01.0000".to_owned()),
        ..hello(&open.keys.code())
    };
    assert_eq!(
        open.handle.sit(stranger).await.expect("a room").err(),
        Some(Fault::WrongCode)
    );
    assert_eq!(
        open.handle
            .sit(hello("AAAA-AAAA"))
            .await
            .expect("a room")
            .err(),
        Some(Fault::WrongCode)
    );
}

#[tokio::test]
async fn who_has_the_code_may_read_the_sign_on_the_door_and_nothing_is_recorded() {
    let open = open();
    let look = async |code: String| open.handle.look(code).await.expect("a room");
    let sign = look(open.keys.code().to_lowercase()).await.expect("a sign");
    assert_eq!(sign.title.as_str(), "Proef");
    let roles: Vec<_> = sign
        .personas
        .iter()
        .map(|found| found.id.as_str())
        .collect();
    assert_eq!(roles, ["stitcher", "mentor"]);
    assert!(!sign.closed);
    for wrong in ["", "AAAA-BBBB"] {
        assert_eq!(look(wrong.to_owned()).await, Err(Fault::WrongCode));
    }
    assert_eq!(open.disk.records().len(), 1);
    assert_eq!(open.handle.presence().borrow().participants, 0);
}

#[tokio::test]
async fn whoever_comes_while_the_disk_refuses_is_told_to_try_again() {
    let open = open();
    open.disk.refuse(true);
    let newcomer = hello(&open.keys.code());
    let told = open.handle.sit(newcomer.clone()).await.expect("a room");
    assert_eq!(told.err(), Some(Fault::TooFast));
    let told = open.handle.sit(newcomer).await.expect("a room");
    assert_eq!(told.err(), Some(Fault::TooFast));
}
