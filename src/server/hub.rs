//! The hub: tells every seat at once. One task encodes what is new once for each audience and tries to write it to
//! all seats directly; it waits for no seat and wakes a connection's task only when that seat's socket would block.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::batch::{Batch, PresenceFrames};
use super::outlet::Outlet;
use crate::room::news::News;
use crate::wire::Presence;
use crate::workshop::Seq;
use crate::workshop::sight::Viewer;

/// Between two frames of records: what arrives in between goes into one frame.
const RECORDS_REST: Duration = Duration::from_millis(30);
/// Between two presences.
const PRESENCE_REST: Duration = Duration::from_millis(400);
/// How long a presence waits for records that it can go along with, which saves every seat a write.
const PRESENCE_WAITS: Duration = Duration::from_millis(100);
/// After so many seats other tasks get a turn.
const TURN: usize = 128;

/// All seats that are connected, and what there is to tell them.
#[derive(Debug)]
pub(super) struct Hub {
    news: Arc<News>,
    circle: Mutex<Circle>,
}

/// Who is told, and the presence they were told last; under one lock, so that a newcomer misses none.
#[derive(Debug)]
struct Circle {
    outlets: BTreeMap<u64, Arc<Outlet>>,
    latest: PresenceFrames,
    next: u64,
}

/// A place in the circle. Dropping it leaves.
#[derive(Debug)]
pub(super) struct Place {
    hub: Arc<Hub>,
    number: u64,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.hub.circle().outlets.remove(&self.number);
    }
}

impl Hub {
    /// A hub nobody listens to yet.
    pub(super) fn new(news: Arc<News>, presence: &Presence) -> Self {
        Self {
            news,
            circle: Mutex::new(Circle {
                outlets: BTreeMap::new(),
                latest: PresenceFrames::new(presence),
                next: 0,
            }),
        }
    }

    /// From now on this seat is told what is new.
    pub(super) fn enter(self: &Arc<Self>, outlet: Arc<Outlet>, viewer: Viewer) -> Place {
        let mut circle = self.circle();
        outlet.tell_presence(circle.latest.of(viewer).clone());
        let number = circle.next;
        circle.next += 1;
        circle.outlets.insert(number, outlet);
        drop(circle);
        Place {
            hub: Arc::clone(self),
            number,
        }
    }

    /// Tells all seats what is new, for ever. What is new after a quiet time is told at once.
    pub(super) async fn run(self: Arc<Self>, mut presence: watch::Receiver<Presence>) {
        let mut head = self.news.watch();
        let mut told = *head.borrow_and_update();
        let mut pace = Pace::new(Instant::now());
        let mut room_is_open = true;
        loop {
            let records_wait = *head.borrow_and_update() > told;
            let now = Instant::now();
            if let Some(turn) = pace.turn(now, records_wait) {
                let fresh = turn
                    .presence
                    .then(|| PresenceFrames::new(&presence.borrow_and_update()));
                told = self.tell_all(told, fresh).await;
                pace.rest(Instant::now());
                continue;
            }
            let due = pace.due(records_wait);
            tokio::select! {
                // The news is the hub's own as well, so its watch never closes.
                _ = head.changed(), if !records_wait => {}
                changed = presence.changed(), if room_is_open && !pace.presence_waits() => match changed {
                    Ok(()) => pace.stir(Instant::now()),
                    Err(_closed) => room_is_open = false,
                },
                () = sleep_until(due.unwrap_or(now)), if due.is_some() => {}
            }
        }
    }

    /// Tells all seats the news there is after `told`, in as many frames as it takes, and says how far that is.
    async fn tell_all(&self, told: Seq, presence: Option<PresenceFrames>) -> Seq {
        let head = self.news.head();
        let mut told = self.tell(told, presence).await;
        while told < head {
            told = self.tell(told, None).await;
        }
        told
    }

    /// Tells all seats the news after `base`, as much of it as fits one frame; says how far that is.
    async fn tell(&self, base: Seq, presence: Option<PresenceFrames>) -> Seq {
        let batch = Batch::new(&self.news, base, presence);
        let outlets: Vec<Arc<Outlet>> = {
            let mut circle = self.circle();
            if let Some(presence) = &batch.presence {
                circle.latest = presence.clone();
            }
            circle.outlets.values().cloned().collect()
        };
        for outlets in outlets.chunks(TURN) {
            for outlet in outlets {
                outlet.offer(&batch);
            }
            tokio::task::yield_now().await;
        }
        batch.through
    }

    fn circle(&self) -> MutexGuard<'_, Circle> {
        self.circle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// When something may be told. Knows no clock: it is given the time.
#[derive(Debug)]
struct Pace {
    /// Records may be told from here on.
    records: Instant,
    /// A presence may be told from here on.
    presence: Instant,
    /// When the presence that waits is told even without records to go along with.
    presence_due: Option<Instant>,
}

/// What is told now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Turn {
    presence: bool,
}

impl Pace {
    const fn new(now: Instant) -> Self {
        Self {
            records: now,
            presence: now,
            presence_due: None,
        }
    }

    /// There is another presence.
    fn stir(&mut self, now: Instant) {
        self.presence_due = Some((now + PRESENCE_WAITS).max(self.presence));
    }

    const fn presence_waits(&self) -> bool {
        self.presence_due.is_some()
    }

    /// What there was to tell has been told. The rest begins only now, so that a machine that is short of time tells
    /// more at once.
    fn rest(&mut self, now: Instant) {
        self.records = now + RECORDS_REST;
    }

    /// Whether something is told now.
    fn turn(&mut self, now: Instant, records_wait: bool) -> Option<Turn> {
        let records = records_wait && now >= self.records;
        let alone = self.presence_due.is_some_and(|due| now >= due);
        if !records && !alone {
            return None;
        }
        let presence = self.presence_due.is_some() && now >= self.presence;
        if presence {
            self.presence = now + PRESENCE_REST;
            self.presence_due = None;
        }
        Some(Turn { presence })
    }

    /// When the next turn is, if something waits.
    fn due(&self, records_wait: bool) -> Option<Instant> {
        let records = records_wait.then_some(self.records);
        match (records, self.presence_due) {
            (Some(records), Some(presence)) => Some(records.min(presence)),
            (records, presence) => records.or(presence),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WITH: Option<Turn> = Some(Turn { presence: true });
    const WITHOUT: Option<Turn> = Some(Turn { presence: false });

    fn start() -> (Pace, Instant) {
        let start = Instant::now();
        (Pace::new(start), start)
    }

    #[test]
    fn the_first_record_after_a_quiet_time_goes_at_once_and_the_next_ones_together() {
        let (mut pace, start) = start();
        assert_eq!(pace.turn(start, true), WITHOUT);
        pace.rest(start);
        let soon = start + Duration::from_millis(1);
        assert_eq!(pace.turn(soon, true), None);
        assert_eq!(pace.due(true), Some(start + RECORDS_REST));
        assert_eq!(pace.turn(start + RECORDS_REST, true), WITHOUT);
    }

    #[test]
    fn a_presence_goes_along_with_records_or_after_a_while_alone() {
        let (mut pace, start) = start();
        pace.stir(start);
        assert_eq!(pace.turn(start, false), None);
        assert_eq!(pace.turn(start, true), WITH);
        assert!(!pace.presence_waits());

        let later = start + PRESENCE_REST;
        pace.stir(later);
        assert_eq!(pace.due(false), Some(later + PRESENCE_WAITS));
        assert_eq!(pace.turn(later + PRESENCE_WAITS, false), WITH);
    }

    #[test]
    fn a_presence_that_comes_too_soon_waits_and_records_do_not_wait_for_it() {
        let (mut pace, start) = start();
        pace.stir(start);
        assert_eq!(pace.turn(start, true), WITH);
        pace.stir(start + RECORDS_REST);
        assert_eq!(pace.turn(start + RECORDS_REST, true), WITHOUT);
        assert!(pace.presence_waits());
        assert_eq!(pace.due(false), Some(start + PRESENCE_REST));
        assert_eq!(pace.turn(start + PRESENCE_REST, false), WITH);
    }

    #[test]
    fn nothing_is_due_when_nothing_waits() {
        let (mut pace, start) = start();
        assert_eq!(pace.turn(start, false), None);
        assert_eq!(pace.due(false), None);
    }
}
