//! The task that owns the room: takes requests one at a time, puts what they make on disk, then answers and tells.
//! While one batch is being synced the next one gathers in the inbox, so a busy room syncs several records at once.

mod admission;
mod door;
mod written;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot, watch};
use uuid::Uuid;

use super::desk::Desk;
use super::keys::Keys;
use super::news::News;
use super::steady::Steady;
use super::{Answer, Handle, INBOX, Request, Seated};
use crate::cause;
use crate::journal::Chain;
use crate::moment::Moment;
use crate::session::{self, Session};
use crate::store::{Store, StoreError};
use crate::suggester::assistant::{Assistant, Task};
use crate::vocabulary::Role;
use crate::wire::{Farewell, Fault, Hello, Presence};
use crate::workshop::seal;
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

/// Where a room keeps its record. The files are one; tests have others that fail on purpose.
pub trait Ledger: Send + 'static {
    /// Appends bytes to the journal and returns when they are on disk.
    ///
    /// # Errors
    /// When they are not; none of them then counts as written.
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError>;

    /// Replaces the journal, whole or not at all, and returns when that is on disk.
    ///
    /// # Errors
    /// When it cannot be written; the earlier one is then still there, and counts.
    fn rewrite(&mut self, whole: &[u8]) -> Result<(), StoreError>;

    /// Tries to make the journal writable again; `whole` is everything that should be in it.
    ///
    /// # Errors
    /// When the disk still refuses.
    fn recover(&mut self, whole: &dyn Fn() -> Vec<u8>) -> Result<(), StoreError>;

    /// Replaces the saved session.
    ///
    /// # Errors
    /// When it cannot be written; the earlier one is then still there.
    fn save(&mut self, text: &str) -> Result<(), StoreError>;
}

impl Ledger for Store {
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        Self::append(self, bytes)
    }

    fn rewrite(&mut self, whole: &[u8]) -> Result<(), StoreError> {
        Self::rewrite(self, whole)
    }

    fn recover(&mut self, whole: &dyn Fn() -> Vec<u8>) -> Result<(), StoreError> {
        Self::recover(self, whole)
    }

    fn save(&mut self, text: &str) -> Result<(), StoreError> {
        Self::save(self, text)
    }
}

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
        let mut stops = false;
        let mut wants_save = false;
        let mut waiting = Vec::with_capacity(requests.len());
        let mut leavers = Vec::new();
        let mut removed = Vec::new();
        self.desk.tick(now);
        for request in requests.drain(..) {
            match request {
                Request::Ask {
                    viewer,
                    id,
                    command,
                    answer,
                } => {
                    let asker = Asker {
                        seat: viewer.seat,
                        role: viewer.role,
                    };
                    // What a seat said before it heard that it was taken away.
                    if viewer.role == Role::Participant && self.keys.is_removed(viewer.seat) {
                        drop(answer.send(Err(Refusal::NotYours)));
                        continue;
                    }
                    if !self.turn_keys(asker, id, &command, now).await {
                        drop(answer.send(Err(Refusal::ReadOnly)));
                        continue;
                    }
                    let given = self.desk.ask(asker, id, &command, now);
                    match &command {
                        Command::Leave if viewer.role == Role::Participant => leavers.push(viewer),
                        Command::Remove { participant } => removed.push(*participant),
                        _other => {}
                    }
                    let saves = matches!(command, Command::Save) && given.is_ok();
                    wants_save |= saves;
                    waiting.push(if saves {
                        Waiting::Save(answer, asker, id, given)
                    } else {
                        Waiting::Ask(answer, asker, id, given)
                    });
                }
                Request::Sit {
                    hello,
                    permit,
                    answer,
                } => match self.admit(&hello, permit, now) {
                    Ok(viewer) => waiting.push(Waiting::Sit(hello, viewer, answer)),
                    Err(fault) => drop(answer.send(Err(fault))),
                },
                // Whoever looked may be gone.
                Request::Look { code, answer } => drop(answer.send(self.sign(&code))),
                Request::Prover { answer } => drop(answer.send(self.prover())),
                Request::Rise { viewer, connection } => self.rise(viewer, connection),
                Request::Stop => stops = true,
            }
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
        let is_saved = wants_save && is_on_disk && self.save().await;
        for waiting in waiting {
            self.answer(waiting, is_on_disk, is_saved);
        }
        for viewer in leavers {
            let people = self.desk.workshop().participants();
            if people.get(&viewer.seat).is_some_and(|found| found.left) {
                self.dismiss(viewer, Farewell::Left);
            }
        }
        self.dismiss_removed(&removed);
        if is_on_disk && !is_saved && self.desk.workshop().timeline().len() != step {
            self.save().await;
        }
        stops
    }

    /// Puts what is staged on disk; false when the disk refuses. Where a step of an anonymous session closes with it, the
    /// whole journal is written anew.
    async fn write(&mut self) -> bool {
        let written = match self.desk.rewritten() {
            Some(records) => {
                let session = &self.desk.workshop().plan().id;
                written::whole(session, &records).map(|written| (true, written))
            }
            None => written::more(self.chain, self.desk.staged()).map(|written| (false, written)),
        };
        let (is_whole, (bytes, chain)) = match written {
            Ok(written) => written,
            Err(error) => {
                tracing::error!(%error, "a record cannot be written as JSON");
                return false;
            }
        };
        let put = move |ledger: &mut L| {
            if is_whole {
                ledger.rewrite(&bytes)
            } else {
                ledger.append(&bytes)
            }
        };
        match self.with_ledger(put).await {
            Ok(()) => {
                self.chain = chain;
                self.unsaved = true;
                true
            }
            Err(error) => {
                tracing::error!(error = %cause::chain(&error), "the journal cannot be written; the room is read-only");
                false
            }
        }
    }

    async fn recover(&mut self) {
        let session = &self.desk.workshop().plan().id;
        let (whole, chain) = match written::whole(session, self.desk.records()) {
            Ok(written) => written,
            Err(error) => {
                tracing::error!(%error, "a record cannot be written as JSON");
                return;
            }
        };
        let recovered = self.with_ledger(move |ledger| {
            let is_anew = Cell::new(false);
            let recovered = ledger.recover(&|| {
                is_anew.set(true);
                whole.clone()
            });
            recovered.map(|()| is_anew.get())
        });
        match recovered.await {
            Ok(is_anew) => {
                if is_anew {
                    self.chain = chain;
                }
                tracing::info!("the journal can be written again");
                self.desk.reopen();
                self.save().await;
            }
            Err(error) => {
                tracing::warn!(error = %cause::chain(&error), "the journal still cannot be written");
            }
        }
    }

    /// Replaces the saved session. The journal holds everything, so a failure is told and the room goes on; whether
    /// it was saved.
    async fn save(&mut self) -> bool {
        let workshop = self.desk.workshop();
        let session = Session {
            plan: workshop.plan().clone(),
            proceedings: seal::sealed_proceedings(workshop),
        };
        let saved = self.with_ledger(move |ledger| match session::write(&session) {
            Ok(text) => ledger.save(&text).map_err(|error| cause::chain(&error)),
            Err(error) => Err(cause::chain(&error)),
        });
        match saved.await {
            Ok(()) => {
                self.unsaved = false;
                true
            }
            Err(error) => {
                tracing::error!(error, "the session cannot be saved");
                false
            }
        }
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

    /// Does something slow with the ledger on a thread that may wait.
    async fn with_ledger<T: Send + 'static>(
        &mut self,
        act: impl FnOnce(&mut L) -> T + Send + 'static,
    ) -> T {
        let Some(mut ledger) = self.ledger.take() else {
            unreachable!("the ledger comes back from every use");
        };
        let used = tokio::task::spawn_blocking(move || {
            let result = act(&mut ledger);
            (ledger, result)
        });
        match used.await {
            Ok((ledger, result)) => {
                self.ledger = Some(ledger);
                result
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
