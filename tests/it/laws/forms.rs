//! What is written reads back as the same, and what was never meant to be read is refused.

use halte::id::{BallotId, ContributionId, ParticipantId};
use halte::moment::Moment;
use halte::vocabulary::Role;
use halte::wire::{ClientMessage, ServerMessage};
use halte::workshop::entry::{Advisor, Place, Placement, Tally};
use halte::workshop::event::Outcome;
use halte::workshop::proceedings::Proceedings;
use halte::workshop::sight::{Viewer, redact, witness};
use halte::workshop::{Command, Record, Workshop};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::workshops::{Play, acts, plan, play, shapes};

fn reads_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let json = serde_json::to_string(value).expect("it can be written");
    let read: T = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(&read, value, "{json}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn records_whole_and_cut_down_read_back(shape in shapes(), people in 0..5_usize, acts in acts(0..100), id in any::<u128>()) {
        let play = play(shape, people, &acts);
        let mut whole = Workshop::replay(play.records.first()).expect("the room opens");
        reads_back(&play.records[0]);
        for record in play.records.iter().skip(1) {
            let record = Record { command: Some(Uuid::from_u128(id)), ..record.clone() };
            reads_back(&record);
            reads_back(&record.event.outcome());
            let sight = witness(&mut whole, &record);
            for (seat, role) in [(0, Role::Facilitator), (1, Role::Participant), (99, Role::Observer)] {
                let viewer = Viewer { seat: ParticipantId(seat), role };
                let sent: Vec<Record> = redact(&sight, &record, viewer, whole.is_named()).into_iter().collect();
                reads_back(&ServerMessage::Records { through: record.seq, records: sent });
            }
        }
        reads_back(&Proceedings::of(&whole));
        reads_back(whole.plan());
    }

    #[test]
    fn commands_read_back(shape in shapes(), people in 1..5_usize, acts in acts(1..60), id in any::<u128>()) {
        let mut play = Play::open(plan(shape));
        play.seat(people);
        for act in acts {
            let Some((asker, command)) = play.command(act) else { continue };
            if !matches!(command, Command::Join(_) | Command::TimeIsUp | Command::Suggest(_)) {
                reads_back(&ClientMessage::Command { id: Uuid::from_u128(id), command: command.clone() });
            }
            if let Err(refusal) = play.ask(asker, &command) {
                reads_back(&refusal);
            }
        }
    }

    #[test]
    fn numbers_read_back(number in 0..=999_999_999_u32, millis in any::<i64>(), sure in 0..=1_000_u16) {
        reads_back(&ContributionId(number));
        reads_back(&ParticipantId(number));
        reads_back(&Moment::from_millis(millis));
        reads_back(&Placement {
            primary: Place::None,
            second: None,
            by: ParticipantId::FACILITATOR,
            suggested: Some(Place::None),
            confidence: Some(sure),
            advisor: Some(Advisor::Tool),
            accepted: sure > 500,
        });
    }
}

#[test]
fn none_of_the_themes_is_a_place_with_a_word_of_its_own() {
    assert_eq!(
        serde_json::to_string(&Place::None).ok().as_deref(),
        Some("\"none\"")
    );
    assert_eq!("none".parse(), Ok(Place::None));
    assert_eq!(Place::None.theme(), None);
    let tally = Tally::from([(Place::None, 2), ("wellbeing".parse().expect("a place"), 1)]);
    reads_back(&tally);
    assert!("not a place".parse::<Place>().is_err());
}

#[test]
fn what_only_the_room_asks_cannot_be_sent() {
    for sent in [
        r#"{"type":"join"}"#,
        r#"{"type":"join","seat":null,"language":"nl"}"#,
        r#"{"type":"time-is-up"}"#,
        r#"{"type":"suggest","places":{},"alike":[]}"#,
        r#"{"type":"dance"}"#,
        r#"{"text":"no type"}"#,
    ] {
        assert!(serde_json::from_str::<Command>(sent).is_err(), "{sent}");
    }
}

#[test]
fn a_command_may_hold_fields_of_a_later_version() {
    let command: Command =
        serde_json::from_str(r#"{"type":"next","why":"because"}"#).expect("a command");
    assert_eq!(command, Command::Next);
    let sort: Command =
        serde_json::from_str(r#"{"type":"sort","contribution":"n0012"}"#).expect("a command");
    let nowhere = Command::Sort {
        contribution: ContributionId(12),
        primary: None,
        second: None,
    };
    assert_eq!(sort, nowhere);
}

#[test]
fn an_outcome_names_only_what_was_made() {
    let outcome = Outcome {
        ballot: Some(BallotId(3)),
        ..Outcome::default()
    };
    assert_eq!(
        serde_json::to_string(&outcome).ok().as_deref(),
        Some(r#"{"ballot":"b03"}"#)
    );
}
