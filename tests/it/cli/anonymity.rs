//! `halte check --anonymity`: on sessions that keep what they promise, and on files that were made to break it.

use halte::chance::Chance;
use halte::id::ParticipantId;
use halte::journal;
use halte::language::Language;
use halte::moment::Moment;
use halte::room::desk::Desk as Room;
use halte::room::dice::Dice;
use halte::session::{self, Session};
use halte::vocabulary::Anonymity;
use halte::workshop::seal::{is_arrival, seal, sealed_proceedings};
use halte::workshop::{Asker, Command, Event, Joining, Record, Workshop};
use serde_json::{Value, json};
use uuid::{Builder, Uuid};

use super::Desk;
use crate::workshops::{Play, Shape, journal_of, plan};

/// What a room puts on disk, once as it is and once as a room of before, which left the records of a step as they were.
pub(super) struct Lived {
    pub(super) sealed: Vec<Record>,
    plain: Vec<Record>,
}

/// What somebody asks of the room.
pub(super) type Asked = (Asker, Value);

pub(super) fn led(command: Value) -> Asked {
    (Asker::FACILITATOR, command)
}

pub(super) fn goto(step: &str) -> Asked {
    led(json!({"type": "goto", "step": step}))
}

pub(super) fn wrote(seat: u32, text: &str) -> Asked {
    let asker = Asker::participant(ParticipantId(seat));
    (asker, json!({"type": "contribute", "text": text}))
}

/// A short workshop with everything that an anonymous one keeps to itself.
fn lived(anonymity: Anonymity) -> Lived {
    let voted = |seat: u32, theme: &str| {
        let asker = Asker::participant(ParticipantId(seat));
        (asker, json!({"type": "vote", "theme": theme, "dots": 2}))
    };
    let spoke = |seat: u32, language: &str| {
        let asker = Asker::participant(ParticipantId(seat));
        (asker, json!({"type": "speak", "language": language}))
    };
    let left = |seat: u32| {
        let asker = Asker::participant(ParticipantId(seat));
        (asker, json!({"type": "leave"}))
    };
    let asked = [
        goto("write-synergy"),
        wrote(1, "Meer rust"),
        wrote(2, "Meer uitleg"),
        goto("share-synergy"),
        wrote(2, "Meer tijd"),
        spoke(1, "en"),
        spoke(1, "nl"),
        goto("vote"),
        voted(1, "wellbeing"),
        voted(2, "ai-support"),
        left(2),
        goto("close"),
        led(json!({"type": "close"})),
        left(1),
    ];
    played(anonymity, asked)
}

/// Two people come in from the same place, and then all of this is asked.
pub(super) fn played(anonymity: Anonymity, asked: impl IntoIterator<Item = Asked>) -> Lived {
    let shape = Shape {
        anonymity,
        ..Shape::default()
    };
    let play = Play::open(plan(shape));
    let mut plain = play.records.clone();
    let (room, _) = Room::open(play.records).expect("a workshop");
    let mut room = room.with_dice(Dice::loaded(Chance::new(5)));
    let now = |seq: usize| {
        Moment::from_millis(1_795_251_600_000 + i64::try_from(seq).expect("a short play") * 9_000)
    };
    let joining = Joining {
        seat: None,
        name: None,
        organisation: Some("Weverij Noord".parse().expect("a name")),
        kind: None,
        real_role: None,
        table: Some(2),
        language: Language::Nl,
    };
    for seq in [1, 2] {
        let id = Some(dated(now(seq)));
        room.join(id, joining.clone(), now(seq)).expect("a seat");
    }
    for (number, (asker, command)) in asked.into_iter().enumerate() {
        let command: Command = serde_json::from_value(command).expect("a command");
        let now = now(number + 3);
        room.ask(asker, dated(now), &command, now).expect("allowed");
        let staged: Vec<Record> = room.staged().cloned().collect();
        plain.extend(staged);
        room.commit();
    }
    let (bytes, _) = journal_of(room.records());
    Lived {
        sealed: journal::read(&bytes).expect("a journal").records,
        plain,
    }
}

/// The id that a program makes at this time: it tells it to the millisecond.
fn dated(at: Moment) -> Uuid {
    let millis = u64::try_from(at.as_millis()).expect("after 1970");
    Builder::from_unix_timestamp_millis(millis, &[7; 10]).into_uuid()
}

/// These records as a journal, not sealed once more.
pub(super) fn written(records: &[Record]) -> Vec<u8> {
    let workshop = Workshop::replay(records).expect("a workshop");
    let (mut bytes, mut chain) = journal::header(&workshop.plan().id);
    for record in records {
        journal::write(&mut bytes, &mut chain, record).expect("a line");
    }
    bytes
}

fn checked(records: &[Record]) -> (i32, String) {
    let desk = Desk::new();
    desk.write("a.journal", written(records));
    let told = desk.halte(&["check", "--anonymity", "--lang", "en", "a.journal"]);
    (told.code, told.out)
}

#[test]
fn what_a_room_wrote_holds_and_what_a_file_cannot_tell_is_said() {
    let records = lived(Anonymity::Anonymous).sealed;
    let (code, told) = checked(&records);
    assert_eq!(code, 0, "{told}");
    for said in [
        "everything that can be verified holds",
        "no file can tell",
        "2 people read in the language “nl”",
        "2 people came from “Weverij Noord”",
        "have fewer than five contributions",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    let workshop = Workshop::replay(&records).expect("a workshop");
    let saved = session::write(&Session {
        plan: workshop.plan().clone(),
        proceedings: sealed_proceedings(&workshop),
    });
    let desk = Desk::new();
    desk.write("a.yaml", saved.expect("a session"));
    let told = desk.halte(&["check", "--anonymity", "a.yaml"]);
    assert_eq!(told.code, 0, "{}", told.out);
}

#[test]
fn nothing_tells_when_somebody_came_spoke_another_language_or_left() {
    let records = lived(Anonymity::Anonymous).sealed;
    let mut entered = records[0].at;
    let mut arrivals = 0;
    for record in &records {
        let event = &record.event;
        if is_arrival(record) {
            arrivals += 1;
            assert_eq!(record.at, entered, "{record:?}");
            let version = record.command.map(|id| id.get_version_num());
            assert!(version.is_none_or(|version| version == 8), "{record:?}");
        } else if matches!(
            event,
            Event::StepEntered { .. } | Event::WorkshopClosed { .. }
        ) {
            entered = record.at;
        }
    }
    assert_eq!(arrivals, 6);
    // The same as bytes: no id that a person's program made is anywhere in the file.
    let text = String::from_utf8(written(&records)).expect("text");
    for seq in [1, 2, 8, 9, 13, 16] {
        let id = dated(Moment::from_millis(1_795_251_600_000 + seq * 9_000));
        assert!(!text.contains(&id.to_string()), "{seq}");
    }
}

#[test]
fn a_session_of_another_mode_is_not_anonymous_and_says_so() {
    let (code, told) = checked(&lived(Anonymity::Pseudonymous).plain);
    assert_eq!(code, 1);
    assert!(
        told.contains("a.journal: this session is not anonymous"),
        "{told}"
    );
}

#[test]
fn a_step_that_closed_and_was_not_sealed_tells_the_order() {
    let (code, told) = checked(&lived(Anonymity::Anonymous).plain);
    assert_eq!(code, 1, "{told}");
    assert!(
        told.contains("this still says what came after what"),
        "{told}"
    );
    assert!(told.contains("this is the command by which"), "{told}");
}

#[test]
fn whatever_is_put_back_is_found_on_its_line() {
    type Bend = fn(&mut Record) -> bool;
    let bends: [(&str, Bend); 8] = [
        ("what somebody is called", |record| {
            let Event::ParticipantJoined { participant, .. } = &mut record.event else {
                return false;
            };
            participant.name = Some("Jan".parse().expect("a name"));
            true
        }),
        ("whose something is", |record| {
            let Event::StepSealed { doings } = &mut record.event else {
                return false;
            };
            let Some(ballot) = doings.ballots.first_mut() else {
                return false;
            };
            ballot.participant = Some(ParticipantId(1));
            true
        }),
        ("a time finer than the step", |record| {
            let is_sealed = matches!(record.event, Event::StepSealed { .. });
            record.at = Moment::from_millis(record.at.as_millis() + i64::from(is_sealed));
            is_sealed
        }),
        ("a time finer than the step", |record| {
            let came = matches!(record.event, Event::ParticipantJoined { .. });
            record.at = Moment::from_millis(record.at.as_millis() + i64::from(came));
            came
        }),
        ("the command by which", |record| {
            let came = is_arrival(record);
            record.command = record.command.filter(|_| !came);
            record.command = record.command.or(came.then(|| dated(record.at)));
            came
        }),
        ("which table", |record| {
            let Event::StepSealed { doings } = &mut record.event else {
                return false;
            };
            let Some(found) = doings.contributions.first_mut() else {
                return false;
            };
            found.table = Some(3);
            true
        }),
        ("what came after what", |record| {
            let Event::StepSealed { doings } = &mut record.event else {
                return false;
            };
            doings.contributions.reverse();
            doings.contributions.len() > 1
        }),
        ("who took which persona", |record| {
            let Event::StepEntered { assignments, .. } = &mut record.event else {
                return false;
            };
            let persona = "persona-01".parse().expect("an id");
            assignments.insert(ParticipantId(1), persona);
            true
        }),
    ];
    for (said, bend) in bends {
        let mut records = lived(Anonymity::Anonymous).sealed;
        let bent = records
            .iter_mut()
            .find_map(|record| bend(record).then_some(record.seq));
        let line = bent.expect("a record that can be bent") + 1;
        let (code, told) = checked(&records);
        assert_eq!(code, 1, "{said}: {told}");
        let found = told
            .lines()
            .any(|told| told.starts_with(&format!("a.journal:{line}: ")) && told.contains(said));
        assert!(found, "{said} on line {line}: {told}");
    }
}

#[test]
fn a_plan_promises_nothing_yet() {
    let desk = Desk::new();
    let plan = "schema: halte/1\ntitle: Proef\npreset: short\nanonymity: anonymous\n";
    desk.write("plan.yaml", plan);
    let told = desk.halte(&["check", "--anonymity", "--lang", "en", "plan.yaml"]);
    assert_eq!(told.code, 1);
    assert!(
        told.err.contains("nothing that people did is on record"),
        "{}",
        told.err
    );
}

/// A sealed record that is sealed again stays as it is: the journal is written anew at every step.
#[test]
fn what_is_sealed_stays_sealed() {
    let records = lived(Anonymity::Anonymous).sealed;
    let mut workshop = Workshop::replay(records.first()).expect("a workshop");
    for record in &records[1..] {
        assert_eq!(&seal(&workshop, record), record);
        workshop.apply(record);
    }
}
