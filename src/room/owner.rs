//! The task that owns the room: takes requests one at a time, puts what they make on disk, then answers and tells.
//! While one batch is being synced the next one gathers in the inbox, so a busy room syncs several records at once.

mod admission;
mod door;
mod keeping;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot, watch};
use uuid::Uuid;

use super::desk::Desk;
use super::keys::Keys;
use super::ledger::Ledger;
use super::news::News;
use super::steady::Steady;
use super::{Answer, Handle, INBOX, Request, Seated};
use crate::id::ParticipantId;
use crate::journal::Chain;
use crate::moment::Moment;
use crate::store::StoreError;
use crate::suggester::assistant::{Assistant, Task};
use crate::vocabulary::Role;
use crate::wire::{Farewell, Fault, Hello, Presence};
use crate::workshop::sight::Viewer;
use crate::workshop::suggestion::Suggestions;
use crate::workshop::{Asker, Command, Record, Refusal};

/// The most requests that share one sync.
const BATCH: usize = 256;
/// How long a room whose disk refuses waits before it tries again.
const RETRY: Duration = Duration::from_secs(2);
/// How long a room that has something to do later sleeps at most. What measures its sleep may have stood still with the
/// machine, while the clock did not.
const LOOK: Duration = Duration::from_secs(5);

/// Puts the keys of a room on disk, and returns when they are there.
pub type Keeper = Box<dyn FnMut(&Keys) -> Result<(), StoreError> + Send>;

/// Tells the time, so that tests can.
pub type Clock = Box<dyn Fn() -> Moment + Send>;

/// What a room was, when it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// Contributions that are there.
    pub contributions: usize,
    /// People who had a seat.
    pub participants: usize,
    /// Whether the workshop was ended; if not, it can be resumed.
    pub closed: bool,
    /// Whether the session was saved at the end.
    pub saved: bool,
}

/// A room before it runs.
pub struct Room<L> {
    desk: Desk,
    keys: Keys,
    clock: Steady,
    ledger: Option<L>,
    chain: Chain,
    news: Arc<News>,
    presence: watch::Sender<Presence>,
    inbox: mpsc::Receiver<Request>,
    /// The plan as every welcome holds it, encoded once, with the number of personas and themes it was encoded with:
    /// these are all the group can add to.
    plan: Option<(usize, Bytes)>,
    connections: BTreeMap<u64, Connection>,
    next_connection: u64,
    unsaved: bool,
    /// Puts the keys on disk.
    keeper: Option<Keeper>,
    /// Whether unencrypted connections from elsewhere are taken.
    unencrypted: bool,
    /// Makes suggestions; made when the first ones are wanted.
    assistant: Option<Assistant>,
}

struct Connection {
    viewer: Viewer,
    farewell: watch::Sender<Option<Farewell>>,
}

/// An answer that waits for the disk.
enum Waiting {
    Ask(oneshot::Sender<Answer>, Asker, Uuid, Answer),
    Save(oneshot::Sender<Answer>, Asker, Uuid, Answer),
    Sit(Box<Hello>, Viewer, oneshot::Sender<Result<Seated, Fault>>),
}

/// What a batch of requests comes to, until it is on disk.
#[derive(Default)]
struct Batch {
    waiting: Vec<Waiting>,
    /// Who said that they leave.
    leavers: Vec<Viewer>,
    /// Whose seat was taken away.
    removed: Vec<ParticipantId>,
    /// Whether the session is to be saved.
    saves: bool,
    /// Whether the room is to stop.
    stops: bool,
}

impl Batch {
    /// Notes what a command was answered, and what else follows when it is on disk.
    fn note(
        &mut self,
        viewer: Viewer,
        id: Uuid,
        command: &Command,
        given: Answer,
        answer: oneshot::Sender<Answer>,
    ) {
        match command {
            Command::Leave if viewer.role == Role::Participant => self.leavers.push(viewer),
            Command::Remove { participant } => self.removed.push(*participant),
            _other => {}
        }
        let saves = matches!(command, Command::Save) && given.is_ok();
        self.saves |= saves;
        self.waiting.push(if saves {
            Waiting::Save(answer, viewer.asker(), id, given)
        } else {
            Waiting::Ask(answer, viewer.asker(), id, given)
        });
    }
}

impl<L: Ledger> Room<L> {
    /// A room for a workshop that these records made and that this ledger holds. `None` when the records do not open
    /// a workshop.
    #[must_use]
    pub fn open(
        records: Vec<Record>,
        chain: Chain,
        ledger: L,
        keys: Keys,
        clock: Clock,
    ) -> Option<(Self, Handle)> {
        let clock = Steady::from(records.last()?.at, clock);
        let (desk, items) = Desk::open(records)?;
        let news = Arc::new(News::default());
        news.publish(items);
        let presence = watch::Sender::new(desk.presence());
        let (sender, inbox) = mpsc::channel(INBOX);
        let handle = Handle::new(sender, Arc::clone(&news), presence.subscribe());
        let room = Self {
            desk,
            keys,
            clock,
            ledger: Some(ledger),
            chain,
            news,
            presence,
            inbox,
            plan: None,
            connections: BTreeMap::new(),
            next_connection: 0,
            unsaved: true,
            keeper: None,
            unencrypted: false,
            assistant: None,
        };
        room.announce();
        Some((room, handle))
    }

    /// Whether it is told that unencrypted connections from elsewhere are taken.
    #[must_use]
    pub const fn unencrypted(mut self, is_so: bool) -> Self {
        self.unencrypted = is_so;
        self
    }

    /// With a place where its keys are kept when they change. Without one they live as long as the room.
    #[must_use]
    pub fn keeping(mut self, keeper: Keeper) -> Self {
        self.keeper = Some(keeper);
        self
    }

    /// Runs the room until the workshop is closed or it is asked to stop.
    pub async fn run(mut self) -> Summary {
        let mut requests = Vec::with_capacity(BATCH);
        loop {
            self.announce();
            let mut stops = false;
            let now = self.clock.now();
            tokio::select! {
                taken = self.inbox.recv_many(&mut requests, BATCH) => stops = taken == 0,
                () = Self::wake(self.desk.due(), self.desk.is_read_only(), now) => {}
            }
            if self.desk.is_read_only() {
                self.recover().await;
            }
            stops |= self.serve(&mut requests).await;
            if self.desk.workshop().closed_at().is_some() || stops {
                return self.close().await;
            }
        }
    }

    /// Waits until the room should look again although nobody asks anything.
    async fn wake(due: Option<Moment>, is_read_only: bool, now: Moment) {
        // What is due waits for the disk too.
        let wait = if is_read_only {
            Some(RETRY)
        } else {
            due.map(|due| Duration::from_millis(due.millis_since(now)).min(LOOK))
        };
        match wait {
            Some(wait) => tokio::time::sleep(wait).await,
            None => std::future::pending().await,
        }
    }

    /// Serves a batch; true when the room should stop.
    async fn serve(&mut self, requests: &mut Vec<Request>) -> bool {
        let now = self.clock.now();
        let step = self.desk.workshop().timeline().len();
        let mut batch = Batch::default();
        self.desk.tick(now);
        for request in requests.drain(..) {
            self.take(request, &mut batch, now).await;
        }
        // In the same batch as what they follow from, so that nobody sees the one without the other.
        if let Some(task) = self.desk.task() {
            let suggestions = self.consider(task).await;
            self.desk.suggest(suggestions, now);
        }
        let is_on_disk = !self.desk.has_staged() || self.write().await;
        if is_on_disk {
            let items = self.desk.commit();
            // Who is here goes out with the records it follows from, in one write.
            self.announce();
            self.news.veil(self.desk.veiled());
            self.news.publish(items);
            self.news.forget(&self.desk.forgotten());
        } else {
            self.desk.roll_back();
        }
        // Whoever asked to save is answered when it is saved.
        let is_saved = batch.saves && is_on_disk && self.save().await;
        for waiting in batch.waiting {
            self.answer(waiting, is_on_disk, is_saved);
        }
        for viewer in batch.leavers {
            let people = self.desk.workshop().participants();
            if people.get(&viewer.seat).is_some_and(|found| found.left) {
                self.dismiss(viewer, Farewell::Left);
            }
        }
        self.dismiss_removed(&batch.removed);
        if is_on_disk && !is_saved && self.desk.workshop().timeline().len() != step {
            self.save().await;
        }
        batch.stops
    }

    /// Takes a request of a batch.
    async fn take(&mut self, request: Request, batch: &mut Batch, now: Moment) {
        match request {
            Request::Ask {
                viewer,
                id,
                command,
                answer,
            } => match self.ask(viewer, id, &command, now).await {
                Ok(given) => batch.note(viewer, id, &command, given, answer),
                Err(refusal) => drop(answer.send(Err(refusal))),
            },
            Request::Sit {
                hello,
                permit,
                answer,
            } => match self.admit(&hello, permit, now) {
                Ok(viewer) => batch.waiting.push(Waiting::Sit(hello, viewer, answer)),
                Err(fault) => drop(answer.send(Err(fault))),
            },
            // Whoever looked may be gone.
            Request::Look { code, answer } => drop(answer.send(self.sign(&code))),
            Request::Prover { answer } => drop(answer.send(self.prover())),
            Request::Rise { viewer, connection } => self.rise(viewer, connection),
            Request::Stop => batch.stops = true,
        }
    }

    /// What the desk answers to a command, to be told when what is staged is on disk.
    ///
    /// # Errors
    /// Why it does not get as far as the desk, to be told at once.
    async fn ask(
        &mut self,
        viewer: Viewer,
        id: Uuid,
        command: &Command,
        now: Moment,
    ) -> Result<Answer, Refusal> {
        // What a seat said before it heard that it was taken away.
        if viewer.role == Role::Participant && self.keys.is_removed(viewer.seat) {
            return Err(Refusal::NotYours);
        }
        let asker = viewer.asker();
        if !self.turn_keys(asker, id, command, now).await {
            return Err(Refusal::ReadOnly);
        }
        Ok(self.desk.ask(asker, id, command, now))
    }

    /// Thinks about suggestions on a thread that may take its time.
    async fn consider(&mut self, task: Task) -> Suggestions {
        let known = self.assistant.take();
        let thought = tokio::task::spawn_blocking(move || {
            let mut assistant = known.unwrap_or_default();
            let suggestions = assistant.consider(&task);
            (assistant, suggestions)
        });
        match thought.await {
            Ok((assistant, suggestions)) => {
                self.assistant = Some(assistant);
                suggestions
            }
            Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
        }
    }

    fn answer(&mut self, waiting: Waiting, is_on_disk: bool, is_saved: bool) {
        // Whoever asked may be gone: then nobody waits for the answer, and a command asked again gets it again.
        match waiting {
            Waiting::Ask(answer, asker, id, given) => {
                let _ = answer.send(if is_on_disk {
                    given
                } else {
                    // What was answered before was on disk, or needed no disk, and is answered alike.
                    let earlier = self.desk.answer_to(asker, id);
                    earlier.unwrap_or(Err(Refusal::ReadOnly))
                });
            }
            Waiting::Save(answer, asker, id, given) => {
                if !is_saved {
                    self.desk.forget(asker, id);
                }
                let _ = answer.send(if is_saved {
                    given
                } else {
                    Err(Refusal::ReadOnly)
                });
            }
            Waiting::Sit(hello, viewer, answer) => {
                // Nobody would ever say that a connection has ended which did not wait for its seat.
                if let Err(Ok(unheard)) = answer.send(self.seat_admitted(&hello, viewer)) {
                    self.rise(viewer, unheard.connection);
                }
            }
        }
    }

    /// Tells who is here.
    fn announce(&self) {
        let fresh = Presence {
            locked: self.keys.is_locked(),
            code: Some(self.keys.code()),
            unencrypted: self.unencrypted,
            ..self.desk.presence()
        };
        self.presence.send_if_modified(|known| {
            let changes = *known != fresh;
            *known = fresh;
            changes
        });
    }

    async fn close(mut self) -> Summary {
        if self.unsaved {
            self.save().await;
        }
        let workshop = self.desk.workshop();
        let closed = workshop.closed_at().is_some();
        let farewell = if closed {
            Farewell::SessionClosed
        } else {
            Farewell::HostStopped
        };
        for connection in self.connections.values() {
            connection.farewell.send_replace(Some(farewell));
        }
        Summary {
            contributions: workshop
                .contributions()
                .values()
                .filter(|contribution| !contribution.withdrawn)
                .count(),
            participants: workshop.participants().len(),
            closed,
            saved: !self.unsaved,
        }
    }
}
