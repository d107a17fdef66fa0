//! The record: replaying a journal, deciding and folding a command, and acknowledging contributions with the disk in
//! the way. Each stands beside a floor measured in the same run: `cargo bench --bench record`.
#![expect(
    clippy::expect_used,
    reason = "a measurement that cannot be made should say so and stop"
)]

use std::hint::black_box;
use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use halte::content::Content;
use halte::id::ParticipantId;
use halte::journal;
use halte::moment::Moment;
use halte::rehearsal::{Repertoire, play};
use halte::room::keys::Keys;
use halte::room::{Handle, Room};
use halte::session::{self, File, Fresh};
use halte::store::Store;
use halte::wire::Hello;
use halte::workshop::plan::Plan;
use halte::workshop::sight::Viewer;
use halte::workshop::{Asker, Command, Event, Record, Workshop, decide};
use tokio::runtime::Runtime;
use uuid::Uuid;

const START: i64 = 1_795_251_600_000;
/// Records in the journal that is replayed.
const RECORDS: usize = 10_000;
/// Seats that write at once.
const SEATS: usize = 100;
/// Contributions of each seat in one measurement.
const EACH: usize = 10;

fn plan() -> Plan {
    let plan = b"schema: halte/1\ntitle: Meting\npreset: full\n";
    let content = Content::shipped().expect("the shipped content");
    let Ok(File::Plan(draft)) = session::read(plan, content) else {
        panic!("a plan")
    };
    draft.open(&Fresh {
        at: Moment::from_millis(START),
        chance: 2_035,
    })
}

/// A played workshop, large enough.
fn records() -> Vec<Record> {
    let plan = plan();
    let scenarios = plan
        .scenarios
        .iter()
        .map(|scenario| scenario.id.clone())
        .collect::<Vec<_>>();
    let repertoire = Arc::new(Repertoire::shipped(&scenarios).expect("the shipped repertoire"));
    let mut people = 300;
    loop {
        let played = play(
            plan.clone(),
            people,
            2_035,
            &repertoire,
            Moment::from_millis(START),
        );
        if played.len() >= RECORDS {
            return played.into_iter().take(RECORDS).collect();
        }
        people += 100;
    }
}

fn journal_of(records: &[Record]) -> Vec<u8> {
    let (mut bytes, mut chain) = journal::header(&plan().id);
    for record in records {
        journal::write(&mut bytes, &mut chain, record).expect("a line");
    }
    bytes
}

/// Replaying: reading the journal, checking its chain and folding it. The floor parses and hashes the same lines and
/// makes nothing of them.
fn replay(criterion: &mut Criterion) {
    let bytes = journal_of(&records());
    let mut group = criterion.benchmark_group("replay of 10,000 records");
    group.throughput(Throughput::Elements(RECORDS as u64));
    group.bench_function("floor: parse and hash", |bencher| {
        bencher.iter(|| {
            for line in bytes
                .split(|byte| *byte == b'\n')
                .filter(|line| !line.is_empty())
            {
                black_box(ring::digest::digest(&ring::digest::SHA256, line));
                black_box(serde_json::from_slice::<serde::de::IgnoredAny>(line).expect("json"));
            }
        });
    });
    group.bench_function("halte", |bencher| {
        bencher.iter(|| {
            let read = journal::read(black_box(&bytes)).expect("a journal");
            Workshop::replay(&read.records).expect("a workshop")
        });
    });
    group.finish();
}

/// A workshop in which people write, with one seat.
fn writing() -> (Workshop, Asker) {
    let played = records();
    let seat = played.iter().find_map(|record| match &record.event {
        Event::ParticipantJoined { participant, .. } => Some(participant.id),
        _other => None,
    });
    let mut workshop = Workshop::replay(&played).expect("a workshop");
    let step = workshop
        .plan()
        .agenda
        .iter()
        .find(|step| step.kind == halte::vocabulary::StepKind::Write);
    let step = step.expect("a step for writing").id.clone();
    let now = Moment::from_millis(START);
    let event = decide(&workshop, &Command::Goto { step }, Asker::FACILITATOR, now)
        .expect("a step")
        .expect("an event");
    workshop.apply(&record(&workshop, Asker::FACILITATOR.seat, event));
    (workshop, Asker::participant(seat.expect("a participant")))
}

fn record(workshop: &Workshop, by: ParticipantId, event: Event) -> Record {
    Record {
        seq: workshop.seq() + 1,
        at: Moment::from_millis(START),
        by: Some(by),
        command: None,
        revises: None,
        event,
    }
}

fn contribute() -> Command {
    Command::contribute(
        None,
        "Tijd om de nieuwe machine te leren kennen, met iemand die ze écht kent.",
    )
}

/// One contribution, judged and folded, in a workshop that already holds thousands of records.
fn rules(criterion: &mut Criterion) {
    let (workshop, asker) = writing();
    let now = Moment::from_millis(START);
    let command = contribute();
    let mut group = criterion.benchmark_group("one contribution");
    group.bench_function("decide", |bencher| {
        bencher.iter(|| decide(black_box(&workshop), &command, asker, now));
    });
    group.bench_function("decide and apply", |bencher| {
        bencher.iter_batched_ref(
            || workshop.clone(),
            |workshop| {
                let event = decide(workshop, &command, asker, now)
                    .expect("taken")
                    .expect("an event");
                let record = record(workshop, asker.seat, event);
                workshop.apply(&record);
            },
            BatchSize::LargeInput,
        );
    });
    group.finish();
}

/// A room on real files, at the first step for writing, with its seats taken.
fn room(runtime: &Runtime, folder: &std::path::Path) -> (Handle, Vec<Viewer>) {
    let plan = plan();
    let step = plan
        .agenda
        .iter()
        .find(|step| step.kind == halte::vocabulary::StepKind::Write);
    let step = step.expect("a step for writing").id.clone();
    let (mut first, mut chain) = journal::header(&plan.id);
    let event = Event::WorkshopOpened {
        plan: Box::new(plan.clone()),
        resumed: None,
    };
    let at = Moment::from_millis(START);
    let record = Record {
        seq: 1,
        at,
        by: None,
        command: None,
        revises: None,
        event,
    };
    journal::write(&mut first, &mut chain, &record).expect("a line");
    let store = Store::create(folder, &plan.id, &first).expect("files");
    let keys = Keys::generate().expect("randomness");
    let code = keys.code();
    let opened = Room::open(
        vec![record],
        chain,
        store,
        keys,
        Box::new(|| Moment::from_millis(START)),
    );
    let (room, handle) = opened.expect("a room");
    runtime.spawn(room.run());
    let viewers = runtime.block_on(async {
        handle
            .ask(Viewer::FACILITATOR, Uuid::now_v7(), Command::Goto { step })
            .await
            .expect("a room")
            .expect("a step");
        let mut viewers = Vec::new();
        for _ in 0..SEATS {
            let hello = serde_json::json!({ "code": code, "role": "participant", "lang": "nl" });
            let hello: Hello = serde_json::from_value(hello).expect("a hello");
            viewers.push(
                handle
                    .sit(hello)
                    .await
                    .expect("a room")
                    .expect("a seat")
                    .viewer,
            );
        }
        viewers
    });
    (handle, viewers)
}

/// Every seat writes its contributions one after the other, each waiting for the acknowledgement of the one before.
async fn write_all(handle: &Handle, viewers: &[Viewer]) {
    let writers = viewers.iter().map(|viewer| {
        let (handle, viewer) = (handle.clone(), *viewer);
        tokio::spawn(async move {
            for _ in 0..EACH {
                handle
                    .ask(viewer, Uuid::now_v7(), contribute())
                    .await
                    .expect("a room")
                    .expect("saved");
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("a writer");
    }
}

/// Acknowledged contributions, each on disk before its answer. The floor appends and syncs lines of the same length
/// one by one.
fn durable(criterion: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime");
    let mut group = criterion.benchmark_group("durable contributions, 100 seats at once");
    group
        .throughput(Throughput::Elements((SEATS * EACH) as u64))
        .sample_size(10);
    group.measurement_time(Duration::from_secs(5));
    group.bench_function("floor: append and sync, one by one", |bencher| {
        let folder = tempfile::tempdir_in(".").expect("a folder");
        let line = vec![b'x'; 520];
        bencher.iter_custom(|times| {
            let mut file = std::fs::File::create(folder.path().join("floor")).expect("a file");
            let start = Instant::now();
            for _ in 0..times * (SEATS * EACH) as u64 {
                file.write_all(&line)
                    .and_then(|()| file.sync_data())
                    .expect("on disk");
            }
            start.elapsed()
        });
    });
    group.bench_function("halte", |bencher| {
        bencher.iter_custom(|times| {
            let mut took = Duration::ZERO;
            for _ in 0..times {
                // A room each time: one takes so many contributions and no more.
                let folder = tempfile::tempdir_in(".").expect("a folder");
                let (handle, viewers) = room(&runtime, folder.path());
                let start = Instant::now();
                runtime.block_on(write_all(&handle, &viewers));
                took += start.elapsed();
                runtime.block_on(handle.stop());
            }
            took
        });
    });
    group.finish();
}

criterion_group!(benches, replay, rules, durable);
criterion_main!(benches);
