//! The room as a whole, with a ledger that can be made to fail: what is acknowledged is on disk, what is not on disk
//! never happened.

mod clock;
mod door;

use std::sync::{Arc, Mutex, PoisonError};

use halte::content::Content;
use halte::journal;
use halte::language::Language;
use halte::moment::Moment;
use halte::room::keys::Keys;
use halte::room::{Answer, Clock, Handle, Keeper, Ledger, Permit, Room, Summary};
use halte::session::{self, File, Fresh};
use halte::store::{Doing, StoreError};
use halte::vocabulary::Role;
use halte::wire::{Fault, Hello};
use halte::workshop::sight::Viewer;
use halte::workshop::{Command, Event, Record, Refusal, Workshop};
use tokio::task::JoinHandle;
use tokio::time::Instant;
use uuid::Uuid;

const START: i64 = 1_795_251_600_000;
/// A disk in memory that refuses when told to.
#[derive(Debug, Clone, Default)]
struct Disk(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    journal: Vec<u8>,
    saved: String,
    refuses: bool,
    syncs: usize,
}

impl Disk {
    fn look<T>(&self, look: impl FnOnce(&mut State) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn refuse(&self, refuses: bool) {
        self.look(|state| state.refuses = refuses);
    }

    fn records(&self) -> Vec<Record> {
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
struct Open {
    handle: Handle,
    keys: Keys,
    disk: Disk,
    room: JoinHandle<Summary>,
}

fn opening() -> Record {
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
fn begun(record: &Record) -> Vec<u8> {
    let Event::WorkshopOpened { plan, .. } = &record.event else {
        panic!("the opening")
    };
    let (mut bytes, mut chain) = journal::header(&plan.id);
    journal::write(&mut bytes, &mut chain, record).expect("a line");
    bytes
}

/// A disk with the journal of a workshop that has just begun.
fn begun_disk() -> Disk {
    let disk = Disk::default();
    disk.look(|state| state.journal = begun(&opening()));
    disk
}

fn open() -> Open {
    open_on(begun_disk(), Keys::generate().expect("randomness"))
}

fn open_on(disk: Disk, keys: Keys) -> Open {
    open_on_keeping(disk, keys, None)
}

fn open_on_keeping(disk: Disk, keys: Keys, keeper: Option<Keeper>) -> Open {
    let begun = Instant::now();
    let clock = Box::new(move || {
        let since = i64::try_from(begun.elapsed().as_millis()).expect("a short test");
        Moment::from_millis(START + since)
    });
    open_with(disk, keys, keeper, clock)
}

fn open_with(disk: Disk, keys: Keys, keeper: Option<Keeper>, clock: Clock) -> Open {
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

fn hello(code: &str) -> Hello {
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
    async fn sit(&self) -> Viewer {
        let hello = hello(&self.keys.code());
        self.handle
            .sit(hello)
            .await
            .expect("a room")
            .expect("a seat")
            .viewer
    }

    async fn ask(&self, viewer: Viewer, command: Command) -> Result<u64, Refusal> {
        let answer = self.asked(viewer, Uuid::now_v7(), command).await;
        answer.map(|done| done.seq)
    }

    async fn asked(&self, viewer: Viewer, id: Uuid, command: Command) -> Answer {
        let answer = self.handle.ask(viewer, id, command).await;
        answer.expect("a room")
    }

    /// Goes on to the step of this id.
    async fn goto(&self, step: &str) {
        let step = step.parse().expect("a step id");
        self.ask(Viewer::FACILITATOR, Command::Goto { step })
            .await
            .expect("the step");
    }
}

fn contribute(text: &str) -> Command {
    Command::Contribute {
        kind: None,
        text: text.to_owned(),
        prompt: None,
        source: None,
        persona: None,
        scenario: None,
        table: None,
        language: None,
    }
}

fn texts(records: &[Record]) -> Vec<String> {
    let workshop = Workshop::replay(records).expect("a workshop");
    workshop
        .contributions()
        .values()
        .map(|found| found.text.as_str().to_owned())
        .collect()
}

#[tokio::test]
async fn what_is_acknowledged_is_on_disk() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    for number in 0..20 {
        let seq = open
            .ask(viewer, contribute(&format!("nood {number}")))
            .await
            .expect("saved");
        assert!(
            open.disk.records().iter().any(|record| record.seq == seq),
            "record {seq} is on disk"
        );
    }
}

#[tokio::test]
async fn the_same_command_twice_happens_once_and_is_answered_alike_also_after_a_crash() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    let id = Uuid::now_v7();
    let first = open
        .handle
        .ask(viewer, id, contribute("een keer"))
        .await
        .expect("a room");
    let second = open
        .handle
        .ask(viewer, id, contribute("een keer"))
        .await
        .expect("a room");
    assert_eq!(first, second);
    open.room.abort();
    let again = open_on(open.disk.clone(), open.keys.clone());
    let third = again
        .handle
        .ask(viewer, id, contribute("een keer"))
        .await
        .expect("a room");
    assert_eq!(first, third);
    assert_eq!(texts(&open.disk.records()), ["een keer"]);
}

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
async fn a_full_disk_makes_the_room_read_only_loses_nothing_and_is_recovered_from() {
    tokio::time::pause();
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    open.ask(viewer, contribute("voor")).await.expect("saved");
    open.disk.refuse(true);
    let lost = Uuid::now_v7();
    let refused = open
        .handle
        .ask(viewer, lost, contribute("tijdens"))
        .await
        .expect("a room");
    assert_eq!(refused, Err(Refusal::ReadOnly));
    assert_eq!(
        open.ask(viewer, contribute("ook niet")).await,
        Err(Refusal::ReadOnly)
    );
    let mut presence = open.handle.presence();
    presence
        .wait_for(|presence| presence.read_only)
        .await
        .expect("told");
    assert_eq!(texts(&open.disk.records()), ["voor"]);

    open.disk.refuse(false);
    presence
        .wait_for(|presence| !presence.read_only)
        .await
        .expect("told");
    let again = open
        .handle
        .ask(viewer, lost, contribute("tijdens"))
        .await
        .expect("a room");
    assert!(
        again.is_ok(),
        "the command that was refused for want of space is taken now: {again:?}"
    );
    assert_eq!(texts(&open.disk.records()), ["voor", "tijdens"]);
}

#[tokio::test(start_paused = true)]
async fn the_group_goes_where_it_was_announced_although_nobody_asks_anything_more() {
    let open = open();
    let to = "s03".parse().expect("a step id");
    let announce = Command::Announce { to, seconds: 60 };
    let begun = Instant::now();
    open.ask(Viewer::FACILITATOR, announce)
        .await
        .expect("a notice");
    let mut presence = open.handle.presence();
    let is_told = presence.wait_for(|presence| presence.moving.is_some());
    drop(is_told.await.expect("a room"));
    let is_over = presence.wait_for(|presence| presence.moving.is_none());
    drop(is_over.await.expect("a room"));
    assert_eq!(begun.elapsed().as_secs(), 60);
    let workshop = Workshop::replay(&open.disk.records()).expect("a workshop");
    let (_, step) = workshop.step().expect("a step");
    assert_eq!(step.id.as_str(), "s03");
}

#[tokio::test]
async fn a_busy_room_syncs_several_records_at_once() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    let before = open.disk.look(|state| state.syncs);
    let asks = (0..200).map(|number| {
        let handle = open.handle.clone();
        tokio::spawn(async move {
            handle
                .ask(
                    viewer,
                    Uuid::now_v7(),
                    contribute(&format!("nood {number}")),
                )
                .await
        })
    });
    for ask in asks.collect::<Vec<_>>() {
        assert!(matches!(ask.await, Ok(Ok(Ok(_)))));
    }
    let syncs = open.disk.look(|state| state.syncs) - before;
    assert!(syncs < 200, "{syncs} syncs for 200 records");
}

#[tokio::test]
async fn the_saved_session_reads_back_as_the_workshop_that_was() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    open.ask(viewer, contribute("een nood"))
        .await
        .expect("saved");
    open.ask(Viewer::FACILITATOR, Command::Close)
        .await
        .expect("closed");
    let summary = open.room.await.expect("a summary");
    assert!(summary.closed && summary.saved);
    let saved = session::read_session(open.disk.look(|state| state.saved.clone()).as_bytes())
        .expect("a session");
    let saved = saved.into_workshop();
    let replayed = Workshop::replay(&open.disk.records()).expect("a workshop");
    assert_eq!(saved.contributions(), replayed.contributions());
    assert_eq!(saved.timeline(), replayed.timeline());
    assert_eq!(saved.participants(), replayed.participants());
    assert_eq!(saved.closed_at(), replayed.closed_at());
}

#[tokio::test]
async fn a_save_is_acknowledged_when_it_is_saved() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    open.ask(viewer, contribute("een nood"))
        .await
        .expect("saved");
    open.ask(Viewer::FACILITATOR, Command::Save)
        .await
        .expect("saved");
    assert!(open.disk.look(|state| state.saved.contains("een nood")));
    open.disk.refuse(true);
    assert_eq!(
        open.ask(Viewer::FACILITATOR, Command::Save).await,
        Err(Refusal::ReadOnly)
    );
}

#[tokio::test]
async fn what_tells_a_text_that_was_hidden_is_veiled_to_who_was_not_told_it() {
    let open = open();
    let viewer = open.sit().await;
    open.goto("s03").await;
    let seqs = [
        open.ask(viewer, contribute("eerst")).await.expect("kept"),
        open.ask(viewer, contribute("later")).await.expect("kept"),
    ];
    open.goto("s04").await;
    let shared = seqs[1] + 1;
    let news = open.handle.news();
    assert!(!news.is_veiled(0));
    let contributions = Workshop::replay(&open.disk.records()).expect("a workshop");
    let ids: Vec<_> = contributions.contributions().keys().copied().collect();
    let hide = |place: usize| Command::Hide {
        contribution: ids[place],
    };
    let hidden = open
        .ask(Viewer::FACILITATOR, hide(0))
        .await
        .expect("hidden");
    assert!(news.is_veiled(shared - 1) && !news.is_veiled(shared));
    // Shown and hidden again, it is told by the record that showed it.
    let contribution = ids[0];
    let show = Command::Show { contribution };
    open.ask(Viewer::FACILITATOR, show).await.expect("shown");
    open.ask(Viewer::FACILITATOR, hide(0))
        .await
        .expect("hidden");
    assert!(news.is_veiled(hidden) && !news.is_veiled(hidden + 1));
    // One that was told long before changes nothing.
    open.ask(Viewer::FACILITATOR, hide(1))
        .await
        .expect("hidden");
    assert!(!news.is_veiled(hidden + 1));
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

#[tokio::test]
async fn an_anonymous_session_keeps_no_author_on_disk_but_people_still_edit_their_own() {
    let mut record = opening();
    if let Event::WorkshopOpened { plan, .. } = &mut record.event {
        plan.anonymity = halte::vocabulary::Anonymity::Anonymous;
    }
    let disk = Disk::default();
    let Event::WorkshopOpened { plan, .. } = &record.event else {
        panic!("the opening")
    };
    let (mut bytes, mut chain) = journal::header(&plan.id);
    journal::write(&mut bytes, &mut chain, &record).expect("a line");
    disk.look(|state| state.journal = bytes);
    let open = open_on(disk, Keys::generate().expect("randomness"));
    let viewer = open.sit().await;
    open.goto("s03").await;
    let command = Uuid::now_v7();
    let saved = open.asked(viewer, command, contribute("van niemand")).await;
    let mine = saved.expect("saved").result.contribution.expect("an id");
    let edit = Command::Edit {
        contribution: mine,
        kind: None,
        text: "anders".to_owned(),
    };
    open.ask(viewer, edit.clone()).await.expect("edited");
    for record in open.disk.records().iter().skip(2) {
        assert_ne!(record.by, Some(viewer.seat), "{record:?}");
        assert!(
            !serde_json::to_string(&record.event)
                .expect("json")
                .contains("\"participant\":\"p01\""),
            "{record:?}"
        );
    }
    // The step closes: from then on the room does not know either, and the journal that follows is a whole one.
    open.goto("s04").await;
    let records = open.disk.records();
    let sealed = records
        .iter()
        .filter(|record| matches!(record.event, Event::StepSealed { .. }));
    assert_eq!(
        sealed.count(),
        2,
        "one that holds what was written, and one that is empty"
    );
    let texts = serde_json::to_string(&records).expect("json");
    assert!(texts.contains("anders") && !texts.contains("van niemand"));
    assert!(!texts.contains(&command.to_string()));
    let again = open.asked(viewer, command, contribute("van niemand")).await;
    let again = again.expect("the answer that it is there");
    assert_eq!(again.result, halte::workshop::event::Outcome::default());
    assert_eq!(open.disk.records().len(), records.len(), "nothing twice");
    assert_eq!(open.ask(viewer, edit).await, Err(Refusal::NotYours));
}
