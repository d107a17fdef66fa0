//! The facilitator's hand on the door: what holds is on disk first.

use std::sync::{Arc, Mutex};

use futures_util::FutureExt;
use futures_util::future::join_all;
use halte::room::keys::Keys;
use halte::room::{Keeper, Permit, Seated};
use halte::store::{Doing, StoreError};
use halte::vocabulary::Role;
use halte::wire::{Farewell, Fault, Hello};
use halte::workshop::sight::Viewer;
use halte::workshop::{Command, Refusal};
use uuid::Uuid;

use super::stage::{Open, begun_disk, hello, open_on_keeping};

/// The keys as they are on disk, and whether the disk takes any.
#[derive(Clone)]
struct Drawer {
    kept: Arc<Mutex<Keys>>,
    is_full: Arc<Mutex<bool>>,
}

impl Drawer {
    fn keeper(&self) -> Keeper {
        let drawer = self.clone();
        Box::new(move |keys| {
            if *drawer.is_full.lock().expect("whole") {
                return Err(StoreError::Io {
                    path: "keys".into(),
                    doing: Doing::Write,
                    cause: std::io::ErrorKind::StorageFull.into(),
                });
            }
            *drawer.kept.lock().expect("whole") = keys.clone();
            Ok(())
        })
    }

    fn keys(&self) -> Keys {
        self.kept.lock().expect("whole").clone()
    }
}

fn open_with_drawer() -> (Open, Drawer) {
    let keys = Keys::generate().expect("randomness");
    let drawer = Drawer {
        kept: Arc::new(Mutex::new(keys.clone())),
        is_full: Arc::default(),
    };
    let open = open_on_keeping(begun_disk(), keys, Some(drawer.keeper()));
    (open, drawer)
}

async fn sits(open: &Open, hello: Hello) -> Result<Viewer, Fault> {
    let seated = open.handle.sit(hello).await.expect("a room");
    seated.map(|seated| seated.viewer)
}

fn by_secret(secret: String) -> Hello {
    Hello {
        seat: Some(secret),
        id: None,
        ..hello("")
    }
}

#[tokio::test]
async fn a_locked_room_knows_those_it_let_in() {
    let (open, drawer) = open_with_drawer();
    let first = hello(&open.keys.code());
    let viewer = sits(&open, first.clone()).await.expect("a seat");
    open.ask(Viewer::FACILITATOR, Command::Lock)
        .await
        .expect("locked");
    assert!(drawer.keys().is_locked());
    let newcomer = hello(&open.keys.code());
    assert_eq!(sits(&open, newcomer).await, Err(Fault::Locked));
    // One whose welcome was lost says the same hello again.
    assert_eq!(sits(&open, first).await, Ok(viewer));
    let secret = open.keys.seat_secret(viewer.seat);
    assert_eq!(sits(&open, by_secret(secret)).await, Ok(viewer));
    let watching = |code: &str, seat| Hello {
        role: Role::Observer,
        seat,
        ..hello(code)
    };
    let code = open.keys.code();
    let stranger = sits(&open, watching(&code, None)).await;
    assert_eq!(stranger, Err(Fault::Locked));
    let known = watching("", Some(open.keys.observer_secret()));
    assert!(sits(&open, known).await.is_ok());
    let looked = open.handle.look(code).await.expect("a room");
    assert_eq!(looked.err(), Some(Fault::Locked));
    let wrong = open.handle.look("AAAA-AAAA".to_owned()).await;
    assert_eq!(wrong.expect("a room").err(), Some(Fault::WrongCode));

    open.ask(Viewer::FACILITATOR, Command::Unlock)
        .await
        .expect("open");
    assert!(sits(&open, hello(&open.keys.code())).await.is_ok());
}

#[tokio::test]
async fn a_seat_that_was_taken_away_opens_with_nothing() {
    let (open, drawer) = open_with_drawer();
    let first = hello(&open.keys.code());
    let seated = open.handle.sit(first.clone()).await.expect("a room");
    let mut seated = seated.expect("a seat");
    let seat = seated.viewer.seat;
    let remove = Command::Remove { participant: seat };
    open.ask(Viewer::FACILITATOR, remove)
        .await
        .expect("removed");
    assert!(drawer.keys().is_removed(seat));
    seated.farewell.changed().await.expect("a farewell");
    assert_eq!(*seated.farewell.borrow(), Some(Farewell::Removed));
    let secret = open.keys.seat_secret(seat);
    assert_eq!(sits(&open, by_secret(secret)).await, Err(Fault::Removed));
    assert_eq!(sits(&open, first).await, Err(Fault::Removed));
    // Whoever else there is stays, and a participant takes nobody's seat away.
    let other = open.sit().await;
    let remove = Command::Remove {
        participant: other.seat,
    };
    let refused = open.ask(other, remove).await;
    assert_eq!(refused, Err(Refusal::NotTheFacilitator));
    assert!(!drawer.keys().is_removed(other.seat));
}

#[tokio::test]
async fn the_number_of_a_hello_opens_nothing_without_the_code_and_a_secret_is_told_its_owner_alone()
{
    let (open, _drawer) = open_with_drawer();
    let first = hello(&open.keys.code());
    let seated = open.handle.sit(first.clone()).await.expect("a room");
    let seated = seated.expect("a seat");
    let said = |seated: &Seated| String::from_utf8_lossy(&seated.welcome.concat()).into_owned();
    let secret = open.keys.seat_secret(seated.viewer.seat);
    assert!(said(&seated).contains(&secret));
    let guessed = Hello {
        code: "AAAA-AAAA".to_owned(),
        ..first
    };
    assert_eq!(sits(&open, guessed).await, Err(Fault::WrongCode));
    let others = [
        hello(&open.keys.code()),
        Hello {
            role: Role::Observer,
            ..hello(&open.keys.code())
        },
        Hello {
            role: Role::Facilitator,
            token: Some(open.keys.token().to_owned()),
            ..hello("")
        },
    ];
    for other in others {
        let other = open.handle.sit(other).await.expect("a room");
        let welcome = said(&other.expect("a seat"));
        assert!(!welcome.contains(&secret), "{welcome}");
    }
}

#[tokio::test]
async fn another_code_is_made_once_for_one_command() {
    let (open, drawer) = open_with_drawer();
    let viewer = open.sit().await;
    let before = open.keys.code();
    let id = Uuid::now_v7();
    let mut codes = Vec::new();
    for _ in 0..2 {
        let made = open
            .handle
            .ask(Viewer::FACILITATOR, id, Command::NewCode)
            .await;
        made.expect("a room").expect("a code");
        codes.push(drawer.keys().code());
    }
    assert_eq!(codes[0], codes[1]);
    assert_ne!(codes[0], before);
    assert_eq!(open.handle.presence().borrow().code, Some(codes[0].clone()));
    assert_eq!(sits(&open, hello(&before)).await, Err(Fault::WrongCode));
    assert!(sits(&open, hello(&codes[0])).await.is_ok());
    let secret = open.keys.seat_secret(viewer.seat);
    assert_eq!(sits(&open, by_secret(secret)).await, Ok(viewer));
}

#[tokio::test]
async fn however_much_an_observer_is_refused_the_facilitator_s_answers_are_remembered() {
    let (open, drawer) = open_with_drawer();
    let observer = Viewer::OBSERVER;
    let id = Uuid::now_v7();
    let ask = || open.handle.ask(Viewer::FACILITATOR, id, Command::NewCode);
    let made = ask().await.expect("a room").expect("a code");
    let code = drawer.keys().code();
    for _ in 0..70 {
        let refused = open.ask(observer, Command::NewCode).await;
        assert_eq!(refused, Err(Refusal::NotTheFacilitator));
    }
    let again = ask().await.expect("a room").expect("a code");
    assert_eq!((again, drawer.keys().code()), (made, code));
    // Nor is what the facilitator was answered for observers to hear.
    let stolen = open.handle.ask(observer, id, Command::NewCode).await;
    assert_eq!(stolen.expect("a room"), Err(Refusal::NotTheFacilitator));
}

#[tokio::test]
async fn what_cannot_be_kept_does_not_hold() {
    let (open, drawer) = open_with_drawer();
    let viewer = open.sit().await;
    *drawer.is_full.lock().expect("whole") = true;
    let remove = Command::Remove {
        participant: viewer.seat,
    };
    for command in [Command::Lock, Command::NewCode, remove.clone()] {
        let refused = open.ask(Viewer::FACILITATOR, command).await;
        assert_eq!(refused, Err(Refusal::ReadOnly));
    }
    assert!(sits(&open, hello(&open.keys.code())).await.is_ok());
    let secret = open.keys.seat_secret(viewer.seat);
    assert_eq!(sits(&open, by_secret(secret)).await, Ok(viewer));
    // When it can be, the same is asked again and holds.
    *drawer.is_full.lock().expect("whole") = false;
    open.ask(Viewer::FACILITATOR, remove)
        .await
        .expect("removed");
    assert!(drawer.keys().is_removed(viewer.seat));
}

#[tokio::test]
async fn another_code_keeps_out_whoever_only_watched_and_does_not_tell_them() {
    let (open, drawer) = open_with_drawer();
    let watching = |code: &str, seat| Hello {
        role: Role::Observer,
        seat,
        ..hello(code)
    };
    let seated = open.handle.sit(watching(&open.keys.code(), None)).await;
    let mut seated = seated.expect("a room").expect("a place to watch from");
    let secret = open.keys.observer_secret();
    open.ask(Viewer::FACILITATOR, Command::NewCode)
        .await
        .expect("made");
    seated.farewell.changed().await.expect("a farewell");
    let known = sits(&open, watching("", Some(secret))).await;
    assert_eq!(known, Err(Fault::WrongCode));
    let code = drawer.keys().code();
    assert!(sits(&open, watching(&code, None)).await.is_ok());
    let secret = drawer.keys().observer_secret();
    assert!(sits(&open, watching("", Some(secret))).await.is_ok());
}

#[tokio::test]
async fn who_came_to_watch_just_before_another_code_is_kept_out_too() {
    let (open, drawer) = open_with_drawer();
    let watching = Hello {
        role: Role::Observer,
        ..hello(&open.keys.code())
    };
    let sat = open.handle.sit(watching);
    let made = open
        .handle
        .ask(Viewer::FACILITATOR, Uuid::now_v7(), Command::NewCode);
    let (sat, made) = tokio::join!(sat, made);
    made.expect("a room").expect("made");
    assert_ne!(drawer.keys().code(), open.keys.code());
    // Whichever was first: turned away, or let in and sent away; and never told the secret of now.
    if let Ok(mut seated) = sat.expect("a room") {
        seated.farewell.changed().await.expect("a farewell");
        let welcome = seated.welcome.concat();
        let secret = drawer.keys().observer_secret();
        assert!(!String::from_utf8_lossy(&welcome).contains(&secret));
    }
}

#[tokio::test]
async fn a_seat_that_was_given_up_is_no_way_round_the_lock_or_another_code() {
    let (open, drawer) = open_with_drawer();
    let viewer = open.sit().await;
    let secret = open.keys.seat_secret(viewer.seat);
    let code = open.keys.code();
    let again = |code: &str| Hello {
        seat: Some(secret.clone()),
        ..hello(code)
    };
    open.ask(viewer, Command::Leave).await.expect("left");
    open.ask(Viewer::FACILITATOR, Command::Lock)
        .await
        .expect("locked");
    assert_eq!(sits(&open, again(&code)).await, Err(Fault::Locked));
    open.ask(Viewer::FACILITATOR, Command::Unlock)
        .await
        .expect("unlocked");
    open.ask(Viewer::FACILITATOR, Command::NewCode)
        .await
        .expect("made");
    assert_eq!(sits(&open, again(&code)).await, Err(Fault::WrongCode));
    let code = drawer.keys().code();
    assert_eq!(sits(&open, again(&code)).await, Ok(viewer));
    // And by then it is a seat like any other.
    open.ask(Viewer::FACILITATOR, Command::Lock)
        .await
        .expect("locked");
    assert_eq!(sits(&open, again("")).await, Ok(viewer));
}

#[tokio::test]
async fn what_a_seat_says_after_it_was_taken_away_is_not_carried_out() {
    let (open, _drawer) = open_with_drawer();
    let viewer = open.sit().await;
    let remove = Command::Remove {
        participant: viewer.seat,
    };
    let say = Command::Say {
        text: "nog iets".to_owned(),
    };
    let remove = open.handle.ask(Viewer::FACILITATOR, Uuid::now_v7(), remove);
    let say = open.handle.ask(viewer, Uuid::now_v7(), say);
    let (removed, said) = tokio::join!(remove, say);
    removed.expect("a room").expect("removed");
    assert_eq!(said.expect("a room"), Err(Refusal::NotYours));
}

#[tokio::test]
async fn so_many_watch_at_once_and_no_more_and_seats_are_none_of_it() {
    let (open, _drawer) = open_with_drawer();
    let seat = open.sit().await.seat;
    let watching = |seat| Hello {
        role: Role::Observer,
        seat,
        ..hello(&open.keys.code())
    };
    // More at once than may.
    let come = (0..100).map(|_| open.handle.sit(watching(None)));
    let mut seats = Vec::new();
    for told in join_all(come).await {
        match told.expect("a room") {
            Ok(seated) => seats.push(seated),
            Err(fault) => assert_eq!(fault, Fault::Full),
        }
    }
    assert_eq!(seats.len(), 64);
    let never_asked = Permit::of(|| panic!("there is no place"));
    let told = open.handle.sit_by(watching(None), never_asked).await;
    assert_eq!(told.expect("a room").err(), Some(Fault::Full));
    let secret = || Some(open.keys.observer_secret());
    assert_eq!(sits(&open, watching(secret())).await, Err(Fault::Full));

    let back = sits(&open, by_secret(open.keys.seat_secret(seat))).await;
    assert_eq!(back.map(|viewer| viewer.seat), Ok(seat));
    assert!(sits(&open, hello(&open.keys.code())).await.is_ok());
    let leading = Hello {
        role: Role::Facilitator,
        token: Some(open.keys.token().to_owned()),
        ..hello("")
    };
    assert_eq!(sits(&open, leading).await, Ok(Viewer::FACILITATOR));

    let gone = seats.pop().expect("one who watches");
    open.handle.rise(gone.viewer, gone.connection).await;
    assert!(sits(&open, watching(secret())).await.is_ok());
    assert_eq!(sits(&open, watching(secret())).await, Err(Fault::Full));
}

#[tokio::test]
async fn who_does_not_wait_for_a_seat_leaves_nobody_on_it() {
    let (open, _drawer) = open_with_drawer();
    let roles = [
        Role::Observer,
        Role::Observer,
        Role::Observer,
        Role::Participant,
    ];
    let come = |role| Hello {
        role,
        ..hello(&open.keys.code())
    };
    for role in roles.into_iter().cycle().take(100) {
        // It reaches the room, and nobody hears the answer.
        assert!(open.handle.sit(come(role)).now_or_never().is_none());
    }
    assert!(sits(&open, come(Role::Observer)).await.is_ok());
    open.ask(Viewer::FACILITATOR, Command::Lock)
        .await
        .expect("locked");
    let presence = open.handle.presence().borrow().clone();
    assert_eq!((presence.participants, presence.connected), (25, 0));
}
