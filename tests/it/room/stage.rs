//! A room in a test: a disk that can be made to fail, and all there is to reach the room with.

use std::sync::{Arc, Mutex, PoisonError};

use halte::content::Content;
use halte::journal;
use halte::language::Language;
use halte::moment::Moment;
use halte::room::keys::Keys;
use halte::room::{Answer, Clock, Handle, Keeper, Ledger, Room, Summary};
use halte::session::{self, File, Fresh};
use halte::store::{Doing, StoreError};
use halte::vocabulary::Role;
use halte::wire::Hello;
use halte::workshop::sight::Viewer;
use halte::workshop::{Command, Event, Record, Refusal, Workshop};
use tokio::task::JoinHandle;
use tokio::time::Instant;
use uuid::Uuid;

pub(super) const START: i64 = 1_795_251_600_000;

/// A disk in memory that refuses when told to.
#[derive(Debug, Clone, Default)]
pub(super) struct Disk(Arc<Mutex<State>>);

#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) journal: Vec<u8>,
    pub(super) saved: String,
    pub(super) refuses: bool,
    pub(super) syncs: usize,
}

impl Disk {
    pub(super) fn look<T>(&self, look: impl FnOnce(&mut State) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn refuse(&self, refuses: bool) {
        self.look(|state| state.refuses = refuses);
    }

    pub(super) fn records(&self) -> Vec<Record> {
        journal::read(&self.look(|state| state.journal.clone()))
            .expect("a journal")
            .records
    }
}

fn full() -> StoreError {
    StoreError::Io {
        path: "journal".into(),
        doing: Doing::Write,
        cause: std::io::ErrorKind::StorageFull.into(),
    }
}

impl Ledger for Disk {
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.look(|state| {
            if state.refuses {
                return Err(full());
            }
            state.syncs += 1;
            state.journal.extend_from_slice(bytes);
            Ok(())
        })
    }

    fn rewrite(&mut self, whole: &[u8]) -> Result<(), StoreError> {
        self.look(|state| {
            if state.refuses {
                return Err(full());
            }
            state.syncs += 1;
            state.journal = whole.to_vec();
            Ok(())
        })
    }

    fn recover(&mut self, whole: &dyn Fn() -> Vec<u8>) -> Result<(), StoreError> {
        self.look(|state| {
            if state.refuses {
                return Err(full());
            }
            state.journal = whole();
            Ok(())
        })
    }

    fn save(&mut self, text: &str) -> Result<(), StoreError> {
        self.look(|state| {
            if state.refuses {
                return Err(full());
            }
            text.clone_into(&mut state.saved);
            Ok(())
        })
    }
}

/// A room that runs, and all there is to reach it with.
pub(super) struct Open {
    pub(super) handle: Handle,
    pub(super) keys: Keys,
    pub(super) disk: Disk,
    pub(super) room: JoinHandle<Summary>,
}

pub(super) fn opening() -> Record {
    let plan =
        "schema: halte/1\ntitle: Proef\npreset: short\npersonas: [{id: stitcher}, {id: mentor}]\n";
    let content = Content::shipped().expect("the shipped content");
    let Ok(File::Plan(draft)) = session::read(plan.as_bytes(), content) else {
        panic!("a plan")
    };
    let plan = draft.open(&Fresh {
        at: Moment::from_millis(START),
        chance: 7,
    });
    let event = Event::WorkshopOpened {
        plan: Box::new(plan),
        resumed: None,
    };
    Record {
        seq: 1,
        at: Moment::from_millis(START),
        by: None,
        command: None,
        revises: None,
        event,
    }
}

/// A journal with nothing but its opening.
pub(super) fn begun(record: &Record) -> Vec<u8> {
    let Event::WorkshopOpened { plan, .. } = &record.event else {
        panic!("the opening")
    };
    let (mut bytes, mut chain) = journal::header(&plan.id);
    journal::write(&mut bytes, &mut chain, record).expect("a line");
    bytes
}

/// A disk with the journal of a workshop that has just begun.
pub(super) fn begun_disk() -> Disk {
    let disk = Disk::default();
    disk.look(|state| state.journal = begun(&opening()));
    disk
}

pub(super) fn open() -> Open {
    open_on(begun_disk(), Keys::generate().expect("randomness"))
}

pub(super) fn open_on(disk: Disk, keys: Keys) -> Open {
    open_on_keeping(disk, keys, None)
}

pub(super) fn open_on_keeping(disk: Disk, keys: Keys, keeper: Option<Keeper>) -> Open {
    let begun = Instant::now();
    let clock = Box::new(move || {
        let since = i64::try_from(begun.elapsed().as_millis()).expect("a short test");
        Moment::from_millis(START + since)
    });
    open_with(disk, keys, keeper, clock)
}

pub(super) fn open_with(disk: Disk, keys: Keys, keeper: Option<Keeper>, clock: Clock) -> Open {
    let read = journal::read(&disk.look(|state| state.journal.clone())).expect("a journal");
    let opened = Room::open(read.records, read.chain, disk.clone(), keys.clone(), clock);
    let (room, handle) = opened.expect("a room");
    let room = match keeper {
        Some(keeper) => room.keeping(keeper),
        None => room,
    };
    Open {
        handle,
        keys,
        disk,
        room: tokio::spawn(room.run()),
    }
}

pub(super) fn hello(code: &str) -> Hello {
    Hello {
        code: code.to_owned(),
        role: Role::Participant,
        token: None,
        name: None,
        organisation: Some("Bedrijf A".to_owned()),
        kind: None,
        real_role: None,
        table: None,
        lang: Some(Language::Nl),
        seat: None,
        since: None,
        begun: None,
        id: Some(Uuid::now_v7()),
    }
}

impl Open {
    pub(super) async fn sit(&self) -> Viewer {
        let hello = hello(&self.keys.code());
        self.handle
            .sit(hello)
            .await
            .expect("a room")
            .expect("a seat")
            .viewer
    }

    pub(super) async fn ask(&self, viewer: Viewer, command: Command) -> Result<u64, Refusal> {
        let answer = self.asked(viewer, Uuid::now_v7(), command).await;
        answer.map(|done| done.seq)
    }

    pub(super) async fn asked(&self, viewer: Viewer, id: Uuid, command: Command) -> Answer {
        let answer = self.handle.ask(viewer, id, command).await;
        answer.expect("a room")
    }

    /// Goes on to the step of this id.
    pub(super) async fn goto(&self, step: &str) {
        let step = step.parse().expect("a step id");
        self.ask(Viewer::FACILITATOR, Command::Goto { step })
            .await
            .expect("the step");
    }
}

pub(super) fn contribute(text: &str) -> Command {
    Command::contribute(None, text)
}

pub(super) fn texts(records: &[Record]) -> Vec<String> {
    let workshop = Workshop::replay(records).expect("a workshop");
    workshop
        .contributions()
        .values()
        .map(|found| found.text.as_str().to_owned())
        .collect()
}
