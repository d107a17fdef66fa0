//! What is given arrives once and in order, whatever happens to the link, the host or the program.

use halte::link;
use halte::seat::{Failure, NotKept, Update};
use halte::text::Note;
use halte::wire::{Presence, ServerMessage};
use halte::workshop::Command;
use uuid::Uuid;

use super::{Client, say, started};
use crate::fake_host::soon;

#[tokio::test]
async fn a_killed_program_sends_what_had_no_answer_again_in_order_and_nothing_twice() {
    let (mut host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (mut guest, _) = host.welcome().await;
    client.connected().await;
    let mut given = Vec::new();
    for text in ["one", "two", "three"] {
        given.push(client.say(text).await);
    }
    let (id, command) = guest.command().await;
    let ack = host.answer(id, &command);
    guest.say(&ack).await;
    assert!(client.answer(given[0]).await.is_ok());
    // The second one is carried out, but its answer is lost with the program.
    let (id, command) = guest.command().await;
    assert_eq!(id, given[1]);
    host.answer(id, &command);
    client.kill().await;

    let mut client = Client::start(&host, &folder);
    for expected in &given[1..] {
        let recovered = client
            .until(|update| match update {
                Update::Recovered { id, .. } => Some(*id),
                _ => None,
            })
            .await;
        assert_eq!(recovered, *expected);
    }
    let (mut guest, hello) = host.welcome().await;
    assert!(hello.seat.is_some());
    client.connected().await;
    for expected in &given[1..] {
        let (id, command) = guest.command().await;
        assert_eq!(id, *expected);
        let ack = host.answer(id, &command);
        guest.say(&ack).await;
        // A host that repeats itself is heard once.
        guest.say(&ack).await;
        assert!(client.answer(id).await.is_ok());
    }
    let parked: Vec<&Note> = host
        .workshop
        .parking()
        .values()
        .map(|entry| &entry.text)
        .collect();
    assert_eq!(parked, [&note("one"), &note("two"), &note("three")]);
    let last = client.say("four").await;
    let (id, command) = guest.command().await;
    assert_eq!(id, last);
    let ack = host.answer(id, &command);
    guest.say(&ack).await;
    client.answer(last).await.unwrap();
    client.kill().await;
    assert_eq!(host.outbox(folder.path()).pending(), []);
}

#[tokio::test]
async fn what_was_answered_is_not_left_on_the_disk() {
    let (mut host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (mut guest, _) = host.welcome().await;
    client.connected().await;
    client.say("between us").await;
    let (id, command) = guest.command().await;
    let ack = host.answer(id, &command);
    guest.say(&ack).await;
    assert!(client.answer(id).await.is_ok());
    let on_disk = || {
        let files = std::fs::read_dir(folder.path()).unwrap().flatten();
        let texts = files.map(|file| std::fs::read_to_string(file.path()).unwrap());
        texts.collect::<String>()
    };
    assert!(on_disk().contains("between us"));
    let Client { seat, task, orders } = client;
    drop((seat, orders));
    soon(task).await.unwrap();
    assert!(on_disk().contains("given") && !on_disk().contains("between us"));
}

#[tokio::test]
async fn what_was_given_just_before_the_screen_ended_is_kept() {
    let (host, folder) = started().await;
    let mut outbox = host.outbox(folder.path());
    // More than a seat takes in that nobody reads: the link has its hands full.
    let many = (1..=100).map(|number| (Uuid::from_u128(number), say("before")));
    outbox.keep(many.collect()).unwrap();
    let (seat, link) = link::open(host.settings(), outbox);
    let task = tokio::spawn(link.run());
    tokio::task::yield_now().await;
    let last = seat.orders().give(say("last")).unwrap();
    drop(seat);
    soon(task).await.unwrap();
    let outbox = host.outbox(folder.path());
    assert_eq!(outbox.pending().len(), 101);
    assert_eq!(outbox.pending().last(), Some(&(last, say("last"))));
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

#[tokio::test]
async fn what_is_given_while_the_link_is_lost_arrives_in_order_when_it_is_back() {
    let (host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (guest, _) = host.welcome().await;
    client.connected().await;
    drop(guest);
    client.lost().await;
    let mut given = Vec::new();
    for number in 0..20 {
        given.push(client.say(&number.to_string()).await);
    }
    let (mut guest, _) = host.welcome().await;
    client.back().await;
    // No more than sixteen are under way; each answer lets one follow.
    for expected in &given[..16] {
        assert_eq!(guest.command().await.0, *expected);
    }
    guest.ping().await;
    let answer = ServerMessage::Refused {
        id: given[0],
        reason: "full".to_owned(),
        message: "There is no room.".to_owned(),
    };
    guest.say(&answer).await;
    assert_eq!(client.answer(given[0]).await.unwrap_err().reason, "full");
    assert_eq!(guest.command().await.0, given[16]);
}

#[tokio::test]
async fn what_a_host_cannot_save_now_stays_kept_and_is_sent_again() {
    let (mut host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (mut guest, _) = host.welcome().await;
    client.connected().await;
    let given = client.say("wait for me").await;
    let read_only = |id| ServerMessage::Refused {
        id,
        reason: "read-only".to_owned(),
        message: "The host cannot save just now.".to_owned(),
    };
    let (id, _) = guest.command().await;
    guest.say(&read_only(id)).await;
    client
        .until(|update| matches!(update, Update::Held { id, .. } if *id == given).then_some(()))
        .await;
    // It is tried again by itself, and at once when the host says that it can.
    let (id, _) = guest.command().await;
    guest.say(&read_only(id)).await;
    guest
        .say(&ServerMessage::Presence(Presence::default()))
        .await;
    let (id, command) = guest.command().await;
    assert_eq!(id, given);
    let ack = host.answer(id, &command);
    guest.say(&ack).await;
    assert!(client.answer(given).await.is_ok());
    // What a facilitator steers with does not wait: nobody wants it to happen later.
    let id = client.orders.give(Command::Next).unwrap();
    guest.command().await;
    guest.say(&read_only(id)).await;
    assert_eq!(client.answer(id).await.unwrap_err().reason, "read-only");
}

#[tokio::test]
async fn a_command_longer_than_a_host_takes_is_given_back_instead_of_sent() {
    let (host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (mut guest, _) = host.welcome().await;
    client.connected().await;
    let long = client.orders.give(say(&"a".repeat(17_000))).unwrap();
    let cause = client
        .until(|update| match update {
            Update::NotKept { id, cause, .. } if *id == long => Some(cause.clone()),
            _ => None,
        })
        .await;
    assert_eq!(cause, NotKept::TooLong);
    let short = client.say("short").await;
    assert_eq!(guest.command().await.0, short);
}

#[tokio::test]
async fn what_was_given_for_one_session_is_not_sent_into_another() {
    let (host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (guest, _) = host.welcome().await;
    client.connected().await;
    drop(guest);
    client.say("for the first one").await;
    client.kill().await;
    let client = Client::start(&host, &folder);
    let mut guest = host.accept().await;
    let hello = guest.hello().await;
    let mut welcome = host.welcome_for(&hello);
    if let ServerMessage::Welcome(welcome) = &mut welcome {
        welcome.view.as_mut().unwrap()["id"] = "another-session".into();
    }
    guest.say(&welcome).await;
    let rest = client.rest().await;
    assert_eq!(rest.last(), Some(&Update::Failed(Failure::OtherSession)));
    assert_eq!(guest.hear().await, None);
}
