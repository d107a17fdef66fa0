//! A clock that jumps, as the host's does after a sleep or when it finds out what time it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use halte::moment::Moment;
use halte::room::keys::Keys;
use halte::workshop::sight::Viewer;
use halte::workshop::{Command, Workshop};
use tokio::time::Instant;

use super::stage::{Disk, Open, START, begun_disk, contribute, open_with};

const MINUTE: i64 = 60_000;

/// How far off the machine's clock is.
#[derive(Clone, Default)]
struct Shift(Arc<AtomicI64>);

impl Shift {
    fn jump(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::Relaxed);
    }

    /// A room on this disk that reads this clock.
    fn open_on(&self, disk: Disk) -> Open {
        let (shift, begun) = (self.clone(), Instant::now());
        let clock = Box::new(move || {
            let since = i64::try_from(begun.elapsed().as_millis()).expect("a short test");
            Moment::from_millis(START + since + shift.0.load(Ordering::Relaxed))
        });
        open_with(disk, Keys::generate().expect("randomness"), None, clock)
    }

    fn open(&self) -> Open {
        self.open_on(begun_disk())
    }
}

fn times(disk: &Disk) -> Vec<i64> {
    let records = disk.records();
    records.iter().map(|record| record.at.as_millis()).collect()
}

/// Waits until nothing is announced any more, and says how long that took.
async fn until_the_move(open: &Open) -> u64 {
    let begun = Instant::now();
    let mut presence = open.handle.presence();
    let is_over = presence.wait_for(|presence| presence.moving.is_none());
    drop(is_over.await.expect("a room"));
    begun.elapsed().as_secs()
}

fn announce(seconds: u8) -> Command {
    let to = "s03".parse().expect("a step id");
    Command::Announce { to, seconds }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_set_back_holds_nothing_up_and_nothing_is_recorded_as_earlier() {
    let shift = Shift::default();
    let open = shift.open();
    let person = open.sit().await;
    open.ask(Viewer::FACILITATOR, announce(60))
        .await
        .expect("a notice");
    shift.jump(-60 * MINUTE);
    assert_eq!(until_the_move(&open).await, 60);
    open.ask(Viewer::FACILITATOR, Command::StartTimer { seconds: 300 })
        .await
        .expect("a timer");
    open.ask(person, contribute("later"))
        .await
        .expect("a contribution");
    tokio::time::sleep(std::time::Duration::from_mins(6)).await;
    open.ask(person, contribute("still later"))
        .await
        .expect("a contribution");
    let times = times(&open.disk);
    assert!(times.is_sorted(), "{times:?}");
    let workshop = Workshop::replay(&open.disk.records()).expect("a workshop");
    assert_eq!(workshop.due(), None, "the timer has run out");
    assert_eq!(times.last(), Some(&(START + 7 * MINUTE)));
}

#[tokio::test(start_paused = true)]
async fn a_host_that_slept_does_at_once_what_came_due_meanwhile() {
    let shift = Shift::default();
    let open = shift.open();
    open.ask(Viewer::FACILITATOR, announce(60))
        .await
        .expect("a notice");
    // What measures waiting stood still with the machine; the clock did not.
    shift.jump(10 * MINUTE);
    let took = until_the_move(&open).await;
    assert!(took <= 5, "after {took} seconds");
    assert!(times(&open.disk).last() >= Some(&(START + 10 * MINUTE)));
}

#[tokio::test(start_paused = true)]
async fn a_room_that_is_resumed_under_an_earlier_clock_goes_on_after_its_last_record() {
    let shift = Shift::default();
    shift.jump(60 * MINUTE);
    let open = shift.open();
    let person = open.sit().await;
    open.goto("s03").await;
    open.ask(person, contribute("before"))
        .await
        .expect("a contribution");
    open.ask(Viewer::FACILITATOR, Command::StartTimer { seconds: 60 })
        .await
        .expect("a timer");
    open.handle.stop().await;
    open.room.await.expect("a room that stopped");
    shift.jump(-60 * MINUTE);
    let open = shift.open_on(open.disk);
    tokio::time::sleep(std::time::Duration::from_mins(2)).await;
    let workshop = Workshop::replay(&open.disk.records()).expect("a workshop");
    assert_eq!(workshop.due(), None, "the timer has run out");
    let times = times(&open.disk);
    assert!(times.is_sorted(), "{times:?}");
}
