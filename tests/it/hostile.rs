//! Bytes from somebody who means harm: what is read from files, from the network and from a pipe is bent in thousands of
//! ways, and nothing that reads it may stumble. Each test takes what is valid, bends it a little, and goes on with whatever
//! still passes, as the program would. They are the same on every run; with `HALTE_FUZZ_SECONDS` each goes on for so long,
//! every time from another start, and says where it started when it finds something (`just fuzz`).

mod bend;
mod typed;

use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use halte::content::Content;
use halte::id::ParticipantId;
use halte::journal;
use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::privacy::audit;
use halte::rehearsal::{Repertoire, play};
use halte::report::tidy::{self, Table};
use halte::report::{Options, Report, html, json, markdown, table};
use halte::session::{self, File, Fresh, Session};
use halte::vocabulary::Role;
use halte::wire::ClientMessage;
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Asker, Command, Event, Record, Workshop, decide};
use serde_json::Value;

use bend::Bender;

const START: i64 = 1_795_251_600_000;
/// How often most are bent where nobody says how long.
const ROUNDS: u64 = 400;

/// Lets a test go on for as long as was asked, and names the start of what it found.
fn bent(seed: u64, rounds: u64, mut round: impl FnMut(&mut Bender)) {
    let seconds = std::env::var("HALTE_FUZZ_SECONDS");
    let seconds: Option<u64> = seconds.ok().and_then(|seconds| seconds.parse().ok());
    let began = Instant::now();
    let other = seconds.map_or(0, |_| uuid::Uuid::now_v7().as_u64_pair().1);
    for number in 0.. {
        let start = seed ^ other.wrapping_add(number);
        let is_over = match seconds {
            Some(seconds) => began.elapsed() > Duration::from_secs(seconds),
            None => number >= rounds,
        };
        if is_over {
            return;
        }
        let mut bender = Bender::new(start);
        let stumbled =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| round(&mut bender)));
        assert!(stumbled.is_ok(), "it stumbled from the start {start:#x}");
    }
}

fn content() -> &'static Content {
    Content::shipped().expect("the shipped content")
}

/// The records of a small workshop, from its opening to its end.
fn records() -> &'static [Record] {
    static RECORDS: OnceLock<Vec<Record>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let plan = b"schema: halte/1\npreset: short\nscenarios: [synergy, takeover]\npersonas: [stitcher, mentor]\n";
        let Ok(File::Plan(draft)) = session::read(plan, content()) else {
            panic!("a plan");
        };
        let at = Moment::from_millis(START);
        let mut plan = draft.open(&Fresh { at, chance: 7 });
        plan.scripts.clear();
        plan.cases.clear();
        let scenarios: Vec<_> = plan.scenarios.iter().map(|scenario| &scenario.id).collect();
        let repertoire = Repertoire::shipped(scenarios).expect("sayings");
        play(plan, 3, 7, &Arc::new(repertoire), at)
    })
}

fn whole() -> &'static Workshop {
    static WHOLE: OnceLock<Workshop> = OnceLock::new();
    WHOLE.get_or_init(|| Workshop::replay(records()).expect("a workshop"))
}

/// Everything that is made of a workshop for people and machines.
fn told(workshop: &Workshop) {
    let report = Report::of(&[workshop], Options::default());
    let locale = Locale::new(Language::Nl);
    let look = table::Look {
        ascii: false,
        color: false,
        width: 80,
    };
    let text = [
        table::render(&report, locale, look),
        markdown::render(&report, locale),
        html::render(&report, locale).expect("a page"),
        json::render(&report),
        tidy::render(&report, &[workshop], Table::Contributions),
    ];
    for text in text {
        assert!(
            !text.contains(['\u{1b}', '\u{202e}', '\u{9b}', '\0']),
            "a text got through"
        );
    }
    for (seat, role) in [
        (1, Role::Participant),
        (0, Role::Facilitator),
        (0, Role::Observer),
    ] {
        let seat = ParticipantId(seat);
        let _ = project(workshop, Viewer { seat, role });
    }
}

#[test]
fn frames_from_strangers_are_refused_or_obeyed_and_never_stumbled_over() {
    let mut frames: Vec<Value> = vec![
        serde_json::json!({"type": "hello", "code": "K7QF-2M9X", "role": "participant", "name": "N", "lang": "nl", "seat": null, "since": 3}),
        serde_json::json!({"type": "look", "code": "K7QF-2M9X"}),
    ];
    for command in commands() {
        let id = uuid::Uuid::from_u128(1);
        let message = ClientMessage::Command { id, command };
        frames.push(serde_json::to_value(message).expect("a frame"));
    }
    let moments: Vec<Workshop> = (1..records().len())
        .step_by(records().len() / 12)
        .filter_map(|count| Workshop::replay(&records()[..count]))
        .collect();
    bent(0x0f0a, ROUNDS, |bender| {
        let frame = bender.tree(&frames, &frames);
        let bytes = bender.bytes(frame.to_string().as_bytes());
        let Ok(ClientMessage::Command { command, .. }) = serde_json::from_slice(&bytes) else {
            return;
        };
        let workshop = &moments[bender.below(moments.len())];
        let asker = if bender.below(2) == 0 {
            Asker::FACILITATOR
        } else {
            let seat = ParticipantId(1);
            Asker {
                seat,
                role: Role::Participant,
            }
        };
        let at = Moment::from_millis(START + 60_000);
        if let Ok(Some(event)) = decide(workshop, &command, asker, at) {
            let mut after = workshop.clone();
            after.apply(&Record {
                seq: after.seq() + 1,
                at,
                by: Some(asker.seat),
                command: None,
                revises: after.history().revision(&command),
                event,
            });
            told(&after);
        }
    });
}

/// A command of every kind that people ask for, as they came.
fn commands() -> Vec<Command> {
    let texts = [
        r#"{"type":"contribute","kind":"need","text":"een tekst"}"#,
        r#"{"type":"edit","contribution":"n0001","text":"anders"}"#,
        r#"{"type":"withdraw","contribution":"n0001"}"#,
        r#"{"type":"sort","contribution":"n0001","primary":"wellbeing","second":null}"#,
        r#"{"type":"vote","votes":{"wellbeing":3}}"#,
        r#"{"type":"say","text":"parking"}"#,
        r#"{"type":"next"}"#,
        r#"{"type":"back"}"#,
        r#"{"type":"goto","step":"s05"}"#,
        r#"{"type":"timer","ends_at":null}"#,
        r#"{"type":"place","contributions":["n0001"],"primary":"none"}"#,
        r#"{"type":"group","contributions":["n0001","n0002"],"label":"x"}"#,
        r#"{"type":"hide","contribution":"n0001"}"#,
        r#"{"type":"undo"}"#,
        r#"{"type":"redo"}"#,
        r#"{"type":"close"}"#,
        r#"{"type":"speak","language":"fr"}"#,
        r#"{"type":"teach","word":"werkdruk","theme":"wellbeing"}"#,
    ];
    let read = texts
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok());
    let commands: Vec<Command> = read.collect();
    assert!(
        commands.len() > texts.len() / 2,
        "most of these are commands"
    );
    commands
}

#[test]
fn a_journal_that_somebody_made_up_with_a_sound_chain_folds_or_is_refused() {
    let values: Vec<Value> = records()
        .iter()
        .map(|record| serde_json::to_value(record).expect("a record"))
        .collect();
    let Event::WorkshopOpened { plan, .. } = &records()[0].event else {
        panic!("the opening");
    };
    bent(0x10a1, ROUNDS, |bender| {
        let (mut bytes, mut chain) = journal::header(&plan.id);
        let mut seq = 0;
        for index in 0..values.len().min(80) {
            // Records are left out, repeated and taken from elsewhere; some are bent.
            let index = if bender.below(8) == 0 {
                bender.below(values.len())
            } else {
                index
            };
            let Some(mut value) = values.get(index).cloned() else {
                continue;
            };
            if bender.below(6) == 0 && seq > 0 {
                value = bender.tree(&values[index..=index], &values);
            }
            let Ok(record) = serde_json::from_value::<Record>(value) else {
                continue;
            };
            seq += 1;
            let record = Record { seq, ..record };
            journal::write(&mut bytes, &mut chain, &record).expect("a line");
        }
        if let Ok(read) = journal::read(&bytes)
            && let Some(workshop) = Workshop::replay(&read.records)
        {
            told(&workshop);
        }
    });
}

#[test]
fn no_bytes_of_a_journal_make_it_stumble() {
    let Event::WorkshopOpened { plan, .. } = &records()[0].event else {
        panic!("the opening");
    };
    let (mut bytes, mut chain) = journal::header(&plan.id);
    for record in &records()[..40] {
        journal::write(&mut bytes, &mut chain, record).expect("a line");
    }
    bent(0x0b17, ROUNDS, |bender| {
        let bytes = bender.bytes(&bytes);
        if let Err(error) = journal::read(&bytes) {
            assert!(!error.to_string().is_empty());
        }
    });
}

#[test]
fn saved_sessions_that_somebody_bent_are_refused_by_line_or_told_like_any_other() {
    let text = session::write(&Session::of(whole())).expect("written");
    let lines = text.lines().count();
    bent(0x5a7e, ROUNDS, |bender| {
        let bytes = bender.lines(&text);
        match session::read_session(&bytes) {
            Ok(session) => {
                audit::of_session(&session.plan, &session.proceedings).expect("patterns");
                told(&session.into_workshop());
            }
            Err(error) => {
                let said = error.render(Locale::new(Language::Nl), "sessie.yaml");
                assert!(said.starts_with("sessie.yaml"), "{said}");
                assert!(said.chars().count() < 2_000, "{said}");
                assert!(!said.contains('\u{1b}'), "{said}");
                let line: Option<usize> = said.split(':').nth(1).and_then(|line| line.parse().ok());
                assert!(line.is_none_or(|line| line <= lines * 3 + 10), "{said}");
            }
        }
    });
}

#[test]
fn plans_and_personas_that_somebody_bent_are_refused_or_open() {
    let plans = [
        include_str!("../../sessions/full.yaml"),
        include_str!("../../sessions/short.yaml"),
        include_str!("../../personas/stitcher.yaml"),
    ];
    bent(0x91a4, ROUNDS, |bender| {
        let plan = plans[bender.below(plans.len())];
        let bytes = bender.lines(plan);
        match session::read(&bytes, content()) {
            Ok(File::Plan(draft)) => {
                let at = Moment::from_millis(START);
                let plan = draft.open(&Fresh { at, chance: 3 });
                told(&Workshop::open(plan, at));
            }
            Ok(_) => {}
            Err(error) => {
                let said = error.render(Locale::new(Language::Fr), "plan.yaml");
                assert!(!said.contains('\u{1b}'), "{said}");
            }
        }
    });
}
