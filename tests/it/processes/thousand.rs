//! A host with as many people as it takes: they all come back at once when it is started again after a crash, and then they
//! are busy together. Nobody is sent away, everything acknowledged is on record once, and memory grows with the record alone.
//!
//! 200 people as a test among others, a thousand in `just soak`, for as long as that lasts; `HALTE_CROWD` says another number.
//! What was measured is printed there. No test depends on how fast a machine is.

mod lean;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use halte::chance::Chance;
use serde_json::json;
use tokio::task::JoinSet;

use super::moments::number;
use super::stage::{Host, Stage, texts as texts_of};
use lean::{Door, Lean};

const CROWD: u64 = 200;
/// In `just soak`.
const LARGE: u64 = 1_000;
/// Over how long a thousand come back.
const RUSH: Duration = Duration::from_secs(5);
/// How often each of a busy crowd says something.
const EVERY: Duration = Duration::from_secs(20);
/// A mebibyte on record may take this many in memory: as a record, as what everybody is told, as part of the workshop, each
/// with what the allocator keeps.
const RATIO: u64 = 12;
/// What memory may grow besides that, in bytes.
const SLACK: u64 = 64 << 20;

fn tell(text: &str) {
    if number("HALTE_SOAK_SECONDS").is_some() {
        // Whether anybody reads along is no matter.
        let _ = writeln!(std::io::stderr(), "{text}");
    }
}

/// How long things took, in words.
fn spread(what: &str, mut took: Vec<Duration>) -> String {
    took.sort_unstable();
    let at = |part: usize| {
        took.get((took.len().saturating_sub(1)) * part / 100)
            .copied()
            .unwrap_or_default()
    };
    format!(
        "{what}: {} of them, p50 {:?}, p99 {:?}, max {:?}",
        took.len(),
        at(50),
        at(99),
        at(100)
    )
}

/// Does something with everybody at once; what each of them took.
async fn all<F>(crowd: Vec<Lean>, act: impl Fn(Lean) -> F) -> (Vec<Lean>, Vec<Duration>)
where
    F: Future<Output = (Lean, Vec<Duration>)> + Send + 'static,
{
    let mut tasks = JoinSet::new();
    for lean in crowd {
        tasks.spawn(act(lean));
    }
    let (mut crowd, mut took) = (Vec::new(), Vec::new());
    while let Some(done) = tasks.join_next().await {
        let (lean, more) = done.expect("somebody who got through");
        crowd.push(lean);
        took.extend(more);
    }
    (crowd, took)
}

fn said(lean: &Lean, number: usize) -> String {
    format!("nummer {number} van {}", lean.you)
}

fn resident(host: &Host) -> u64 {
    let status =
        fs::read_to_string(format!("/proc/{}/status", host.program.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|rest| rest.split_whitespace().next());
    kibibytes.map_or(0, |text| text.parse::<u64>().expect("a number") * 1_024)
}

fn journal(stage: &Stage, host: &Host) -> Vec<u8> {
    fs::read(stage.path(host.word("journal"))).expect("the journal")
}

/// How often each text was said, by what is on record.
fn on_record(journal: &[u8]) -> Vec<String> {
    let records = halte::journal::read(journal).expect("a journal").records;
    let events = records
        .iter()
        .map(|record| serde_json::to_value(&record.event).expect("JSON"));
    events
        .filter_map(|event| event["entry"]["text"].as_str().map(str::to_owned))
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_comes_back_at_once_after_a_crash_and_is_busy_and_nobody_is_sent_away() {
    let seconds = number("HALTE_SOAK_SECONDS");
    let people = number("HALTE_CROWD").unwrap_or(if seconds.is_some() { LARGE } else { CROWD });
    let people = usize::try_from(people).expect("not so many");
    let stage = Stage::new();
    let host = stage.writing();
    let door = Arc::new(Door::of(&stage, &host));
    let crowd = (0..people)
        .map(|number| Lean::new(Arc::clone(&door), number))
        .collect();
    let (crowd, took) = all(crowd, |mut lean| async move {
        let took = lean.sit().await;
        (lean, vec![took])
    })
    .await;
    tell(&spread("joined, all at once", took));
    let (crowd, took) = all(crowd, |mut lean| async move {
        let since = Instant::now();
        assert!(lean.parks(&said(&lean, 0)).await, "there is place for all");
        (lean, vec![since.elapsed()])
    })
    .await;
    tell(&spread("answered, all at once", took));

    let opening = host.after_a_kill();
    let since = Instant::now();
    let host = stage.resume(&opening, opening["journal"].as_str().expect("a path"));
    tell(&format!("open again after {:?}", since.elapsed()));
    let (crowd, took) = all(crowd, move |mut lean| async move {
        if seconds.is_some() {
            let mut chance = Chance::of(lean.number as u64, "rush");
            let millis = chance.below(usize::try_from(RUSH.as_millis()).expect("a short time"));
            tokio::time::sleep(Duration::from_millis(millis as u64)).await;
        }
        let before = lean.you.clone();
        let took = lean.sit().await;
        assert_eq!(lean.you, before, "their own seat");
        lean.asks_again().await;
        (lean, vec![took])
    })
    .await;
    tell(&spread("back in their seats", took));

    // Busy, for as long as was asked.
    let (memory, record) = (resident(&host), journal(&stage, &host).len() as u64);
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (crowd, took) = all(crowd, move |lean| busy(lean, until)).await;
    tell(&spread("answered while everybody is busy", took));
    let (grown, written) = (
        resident(&host).saturating_sub(memory),
        journal(&stage, &host).len() as u64 - record,
    );
    tell(&format!(
        "memory of the host {} MiB before and {} MiB more after; {} MiB more on record",
        memory >> 20,
        grown >> 20,
        written >> 20
    ));
    assert!(
        grown <= written * RATIO + SLACK,
        "{grown} bytes more in memory for {written} on record"
    );

    let bytes = journal(&stage, &host);
    let texts = on_record(&bytes);
    let once: BTreeSet<&String> = texts.iter().collect();
    assert_eq!(texts.len(), once.len(), "something is on record twice");
    for lean in &crowd {
        for number in 0..lean.parked {
            assert!(
                once.contains(&said(lean, number)),
                "{} was told so",
                lean.you
            );
        }
    }
    assert_eq!(
        texts.len(),
        crowd.iter().map(|lean| lean.parked).sum::<usize>()
    );
    let (opening, ended) = host.stops("TERM");
    let written: BTreeMap<String, String> = texts_of(&stage.saved(&opening)).into_iter().collect();
    let told = crowd.iter().filter_map(|lean| lean.written.clone());
    assert_eq!(written, told.collect(), "what everybody wrote last");
    assert!(
        ended.out[1].contains(&format!(r#""participants":{people}"#)),
        "{}",
        ended.out[1]
    );
}

/// Does something now and then, and hears what everybody does. When the parking lot is full, that is said and no end.
async fn busy(mut lean: Lean, until: Option<Instant>) -> (Lean, Vec<Duration>) {
    let mut chance = Chance::of(lean.number as u64, "busy");
    let (mut took, mut is_full) = (Vec::new(), false);
    for round in 0_usize.. {
        if until.is_some() {
            let millis =
                chance.below(2 * usize::try_from(EVERY.as_millis()).expect("a short time"));
            lean.listens(Duration::from_millis(millis as u64)).await;
        }
        let light = ["done", "undone"][round % 2];
        let since = Instant::now();
        match chance.below(3) {
            0 if !is_full => is_full = !lean.parks(&said(&lean, lean.parked)).await,
            1 => drop(lean.does(&json!({"type": light})).await),
            _ => {
                lean.writes(&format!("ronde {round} van {}", lean.you))
                    .await;
            }
        }
        took.push(since.elapsed());
        if until.map_or(round >= 3, |until| Instant::now() > until) {
            break;
        }
    }
    (lean, took)
}
