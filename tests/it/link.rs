//! The client's end of the link, against a host that loses, repeats and garbles what it says.

mod outbox;

use std::time::Duration;

use halte::language::Language;
use halte::link::{self, Settings};
use halte::seat::{Answer, Distrust, Failure, Orders, Seat, Update};
use halte::vocabulary::Role;
use halte::wire::{Farewell, Fault, ServerMessage};
use halte::workshop::Command;
use tempfile::TempDir;
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::fake_host::{Host, YOU, soon};

/// A running link with the seat it fills.
struct Client {
    seat: Seat,
    orders: Orders,
    task: JoinHandle<()>,
}

impl Client {
    fn start(host: &Host, folder: &TempDir) -> Self {
        Self::with(host, folder, host.settings())
    }

    fn with(host: &Host, folder: &TempDir, settings: Settings) -> Self {
        let (seat, link) = link::open(settings, host.outbox(folder.path()));
        Self {
            orders: seat.orders(),
            seat,
            task: tokio::spawn(link.run()),
        }
    }

    /// Waits for an update that is wanted; others pass by.
    async fn until<T>(&mut self, wanted: impl Fn(&Update) -> Option<T>) -> T {
        loop {
            let update = soon(self.seat.next()).await.expect("the link has ended");
            if let Some(found) = wanted(&update) {
                return found;
            }
        }
    }

    async fn connected(&mut self) {
        let view = |update: &Update| (*update == Update::View).then_some(());
        self.until(view).await;
    }

    async fn lost(&mut self) {
        self.until(|update| matches!(update, Update::Lost { .. }).then_some(()))
            .await;
    }

    async fn back(&mut self) {
        self.until(|update| matches!(update, Update::Back(_)).then_some(()))
            .await;
    }

    /// Gives a command and waits until it is kept.
    async fn say(&mut self, text: &str) -> Uuid {
        let id = self.orders.give(say(text)).unwrap();
        let kept = Update::Kept { id };
        self.until(|update| (*update == kept).then_some(())).await;
        id
    }

    async fn answer(&mut self, wanted: Uuid) -> Answer {
        self.until(|update| match update {
            Update::Answered { id, answer, .. } if *id == wanted => Some(answer.clone()),
            _ => None,
        })
        .await
    }

    /// What is told until the link ends.
    async fn rest(mut self) -> Vec<Update> {
        let mut rest = Vec::new();
        while let Some(update) = soon(self.seat.next()).await {
            rest.push(update);
        }
        soon(self.task).await.unwrap();
        rest
    }

    /// The program is killed: nothing is tidied up.
    async fn kill(self) {
        self.task.abort();
        drop(self.seat);
        assert!(soon(self.task).await.unwrap_err().is_cancelled());
    }
}

fn say(text: &str) -> Command {
    Command::Say {
        text: text.to_owned(),
    }
}

async fn started() -> (Host, TempDir) {
    let host = Host::start(Role::Participant).await;
    (host, tempfile::tempdir().unwrap())
}

#[tokio::test]
async fn a_seat_that_lost_its_link_goes_on_from_its_last_record() {
    let (mut host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (mut guest, hello) = host.welcome().await;
    assert_eq!((hello.code.as_str(), hello.since), ("K7QF-2M9X", None));
    assert!(hello.id.is_some() && hello.seat.is_none());
    client.connected().await;
    assert_eq!(client.seat.you(), Some(YOU));

    let before = host.workshop.seq();
    host.lead(&Command::Next);
    guest.say(&host.news(before)).await;
    client
        .until(|update| matches!(update, Update::Record(_)).then_some(()))
        .await;
    drop(guest);
    host.lead(&Command::Next);
    host.lead(&Command::Next);
    let (_guest, hello) = host.welcome().await;
    assert_eq!(hello.since, Some(before + 1));
    assert!(hello.id.is_none() && hello.seat.is_some());
    client.lost().await;
    client.back().await;
    for seq in [before + 2, before + 3] {
        let record = client
            .until(|update| match update {
                Update::Record(record) => Some(record.seq),
                _ => None,
            })
            .await;
        // The view is as of the record that is told, not of a later one.
        assert_eq!((record, client.seat.view().unwrap().seq()), (seq, seq));
    }
    let expected = halte::workshop::sight::project(&host.workshop, host.viewer());
    assert_eq!(client.seat.view(), Some(&expected));
}

#[tokio::test]
async fn a_hello_whose_answer_was_lost_is_said_again_under_the_same_id() {
    let (host, folder) = started().await;
    let client = Client::start(&host, &folder);
    let first = host.accept().await.hello().await;
    let second = host.accept().await.hello().await;
    assert_eq!((first.id, first.seat), (second.id, None));
    client.kill().await;
    // Nor does a restarted program ask for another seat.
    let _client = Client::start(&host, &folder);
    let third = host.accept().await.hello().await;
    assert_eq!(first.id, third.id);
}

#[tokio::test]
async fn an_answer_that_does_not_fit_is_followed_by_asking_for_a_fresh_view() {
    let (mut host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (guest, _) = host.welcome().await;
    client.connected().await;
    drop(guest);
    host.lead(&Command::Next);
    let mut guest = host.accept().await;
    let mut hello = guest.hello().await;
    assert!(hello.since.is_some());
    // The host has forgotten where we were and starts over.
    hello.since = Some(0);
    guest.say(&host.welcome_for(&hello)).await;
    let (mut guest, hello) = host.welcome().await;
    assert_eq!((hello.since, hello.seat.is_some()), (None, true));
    client.connected().await;
    // A message that cannot be read is mended in the same way; one of a later version is no harm.
    guest.babble(r#"{"type":"weather"}"#).await;
    guest.babble(r#"{"type":"records","through":"?"}"#).await;
    let (_guest, hello) = host.welcome().await;
    assert_eq!(hello.since, None);
    client.connected().await;
    assert_eq!(client.seat.view().unwrap().seq(), host.workshop.seq());
}

#[tokio::test]
async fn the_language_that_was_chosen_is_read_after_a_loss_and_after_a_restart() {
    let (mut host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    let (mut guest, hello) = host.welcome().await;
    assert_eq!(hello.lang, Some(Language::En));
    client.connected().await;
    let language = Language::Fr;
    let spoken = client.orders.give(Command::Speak { language }).unwrap();
    let (id, command) = guest.command().await;
    let ack = host.answer(id, &command);
    guest.say(&ack).await;
    assert!(client.answer(spoken).await.is_ok());
    drop(guest);
    let (_guest, hello) = host.welcome().await;
    assert_eq!(hello.lang, Some(language));
    client.back().await;
    client.kill().await;
    let outbox = host.outbox(folder.path());
    assert_eq!(outbox.given().unwrap().language, Some(language));
}

#[tokio::test]
async fn a_host_that_falls_silent_is_left_for_a_new_connection() {
    let (host, folder) = started().await;
    let mut settings = host.settings();
    settings.pace.ping = Duration::from_millis(20);
    settings.pace.silence = Duration::from_millis(200);
    let mut client = Client::with(&host, &folder, settings);
    let mut guest = host.accept().await;
    let hello = guest.hello().await;
    guest.say(&host.welcome_for(&hello)).await;
    client.connected().await;
    // The connection stands, but from here on nobody reads it or answers.
    let (_again, hello) = host.welcome().await;
    assert!(hello.since.is_some());
    client.lost().await;
    client.back().await;
    guest.hear_ping().await;
}

#[tokio::test]
async fn a_host_that_does_not_take_us_or_says_goodbye_ends_the_link() {
    let (host, folder) = started().await;
    let client = Client::start(&host, &folder);
    let mut guest = host.accept().await;
    guest.hello().await;
    guest
        .say(&ServerMessage::Error {
            reason: Fault::WrongCode,
            message: String::new(),
        })
        .await;
    let failed = Update::Failed(Failure::Fault(Fault::WrongCode));
    assert_eq!(client.rest().await, [failed]);

    for (farewell, ends) in [
        (Farewell::HostStopped, false),
        (Farewell::Replaced, true),
        (Farewell::SessionClosed, true),
    ] {
        let mut client = Client::start(&host, &folder);
        let (mut guest, _) = host.welcome().await;
        client.connected().await;
        guest
            .say(&ServerMessage::Goodbye { reason: farewell })
            .await;
        if ends {
            assert_eq!(client.rest().await, [Update::Goodbye(farewell)]);
        } else {
            client.lost().await;
            drop(host.welcome().await);
            client.back().await;
            client.kill().await;
        }
    }
}

#[tokio::test]
async fn who_may_not_be_spoken_to_ends_a_first_attempt_and_is_told_once_of_a_link_that_is_lost() {
    let (host, folder) = started().await;
    let client = Client::start(&host, &folder);
    host.ask_for_tls().await;
    let failed = Update::Failed(Failure::Distrust(Distrust::PlainRefused));
    assert_eq!(client.rest().await, [failed]);

    let mut client = Client::start(&host, &folder);
    drop(host.welcome().await);
    client.connected().await;
    client.lost().await;
    for _ in 0..3 {
        host.ask_for_tls().await;
    }
    drop(host.welcome().await);
    let cause = client
        .until(|update| match update {
            Update::Lost { cause } => Some(cause.clone()),
            _ => None,
        })
        .await;
    assert_eq!(Distrust::behind(&cause), Some(Distrust::PlainRefused));
    // Nothing comes in between.
    let next = soon(client.seat.next()).await;
    assert!(matches!(next, Some(Update::Back(_))), "{next:?}");
}

#[tokio::test]
async fn who_has_to_wait_their_turn_is_told_so_once_and_gets_in_with_what_they_gave() {
    let (mut host, folder) = started().await;
    let mut client = Client::start(&host, &folder);
    drop(host.accept().await);
    client.lost().await;
    let given = client.say("before I am in").await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        let mut guest = host.accept().await;
        ids.push(guest.hello().await.id);
        let reason = Fault::TooFast;
        let message = reason.as_str().to_owned();
        guest.say(&ServerMessage::Error { reason, message }).await;
    }
    let (mut guest, hello) = host.welcome().await;
    // It is the same hello, and takes one seat.
    assert!(ids.iter().all(|id| *id == hello.id), "{ids:?}");
    let lost = |update: &Update| match update {
        Update::Lost { cause } => Some(cause.clone()),
        _ => None,
    };
    assert_eq!(client.until(lost).await, "too-fast");
    let next = soon(client.seat.next()).await;
    assert!(matches!(next, Some(Update::Connected(_))), "{next:?}");
    let (id, command) = guest.command().await;
    assert_eq!(id, given);
    guest.say(&host.answer(id, &command)).await;
    assert!(client.answer(given).await.is_ok());
}

#[tokio::test]
async fn two_terminals_on_one_machine_hold_two_seats() {
    let (host, folder) = started().await;
    let _one = Client::start(&host, &folder);
    let first = host.accept().await.hello().await;
    let _two = Client::start(&host, &folder);
    // The first one comes back too; both say hello in any order.
    let mut ids = vec![first.id];
    while ids.len() < 2 {
        let id = host.accept().await.hello().await.id;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
}
