//! Saved sessions: they read back to the very same, and one that contradicts itself is refused.

mod contradictions;
mod full;
mod room;
mod suggested;

use std::collections::BTreeSet;

use halte::content::{Content, Problem};
use halte::language::Language;
use halte::session::{self, File, Session};
use halte::vocabulary::Anonymity;
use halte::workshop::entry::{Advisor, Contribution};
use proptest::prelude::*;
use proptest::sample::Index;
use room::{Room, attempt, example};

fn content() -> &'static Content {
    Content::shipped().expect("the shipped content loads")
}

fn written(room: &Room) -> String {
    session::write(&Session::of(&room.workshop)).expect("writable")
}

#[test]
fn a_session_with_something_of_everything_reads_back_to_the_very_same() {
    let room = example();
    let saved = Session::of(&room.workshop);
    let record = &saved.proceedings;
    assert_eq!(record.contributions.len(), 13);
    assert_eq!(
        (
            record.groups.len(),
            record.votes.len(),
            record.reflections.len()
        ),
        (1, 3, 1)
    );
    assert_eq!((record.parking.len(), record.recommendations.len()), (1, 1));
    assert!(record.closed_at.is_some() && record.vote_result.is_some());
    assert_eq!((record.alike.len(), record.taught.len()), (2, 2));
    let suggested = |one: &&Contribution| one.suggestion.is_some();
    assert_eq!(record.contributions.iter().filter(suggested).count(), 4);
    let advisors = record.contributions.iter().map(|one| {
        let placement = one.placement.as_ref().expect("all are placed");
        (placement.advisor, placement.accepted)
    });
    let advisors: BTreeSet<_> = advisors.collect();
    let group = (Some(Advisor::Group), false);
    assert_eq!(advisors, [group, (Some(Advisor::Tool), true)].into());
    let suggesting = &saved.plan.suggestions;
    let weights = suggesting.words.iter().map(|word| word.weight);
    assert_eq!(weights.collect::<Vec<_>>(), [3, 1, 2]);
    assert_eq!(suggesting.examples.len(), 2);
    assert!(suggesting.to_participants);
    let text = written(&room);
    assert_eq!(session::read_session(text.as_bytes()), Ok(saved.clone()));
    let read = session::read(text.as_bytes(), content()).expect("a good session");
    assert_eq!(read, File::Session(Box::new(saved.clone())));
    let again = Session::of(&saved.clone().into_workshop());
    assert_eq!(again, saved);
}

#[test]
fn a_saved_session_needs_no_library() {
    let text = written(&example());
    let files = [("scenarios.yaml".to_owned(), "[]".to_owned())];
    let empty = content().with_files(files).expect("a library");
    assert!(session::read(text.as_bytes(), &empty).is_ok());
}

#[test]
fn the_fields_stand_in_the_order_of_the_contract() {
    let text = written(&example());
    let fields: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with([' ', '-']))
        .filter_map(|line| line.split_once(':'))
        .map(|(field, _)| field)
        .collect();
    let contract = [
        "schema",
        "id",
        "title",
        "language",
        "anonymity",
        "agenda",
        "scenarios",
        "personas",
        "themes",
        "opened_at",
        "closed_at",
        "participants",
        "assignments",
        "contributions",
        "groups",
        "votes",
        "parking",
        "recommendations",
        "reflections",
        "timeline",
    ];
    let mut places = contract.map(|field| fields.iter().position(|found| *found == field));
    assert!(places.iter().all(Option::is_some), "{fields:?}");
    assert!(places.is_sorted(), "{fields:?}");
    places.sort_unstable();
}

#[test]
fn words_another_reader_would_take_for_something_else_are_quoted() {
    let text = written(&example());
    for word in ["no", "12:30", "1e3", "~", "null", "2026-11-21"] {
        let quoted = [format!("text: '{word}'"), format!("text: \"{word}\"")];
        assert!(quoted.iter().any(|quoted| text.contains(quoted)), "{word}");
    }
    for quoted in ["word: \"no\"", "pattern: \"no\"", "- \"1e3\""] {
        assert!(text.contains(quoted), "{quoted}");
    }
}

#[test]
fn a_saved_session_that_was_cut_off_is_not_taken_for_a_shorter_one() {
    let mut room = Room::open(Anonymity::Pseudonymous);
    room.join(Language::Nl);
    let whole = written(&room);
    // Before every item, where what is left reads well otherwise.
    let items = whole.match_indices('\n').filter(|(at, _)| {
        let behind = whole.get(at + 1..).unwrap_or_default();
        !behind.is_empty() && !behind.starts_with(' ')
    });
    for (at, _) in items {
        let (left, _) = whole.split_at(at + 1);
        let error = session::read_session(left.as_bytes()).expect_err("cut off");
        assert_eq!(*error.problem, Problem::CutOff { end: "..." }, "{left}");
        assert_eq!(usize::try_from(error.line), Ok(left.lines().count() + 1));
    }
    let read =
        |text: &str| session::read_session(text.as_bytes()).map_err(|error| error.to_string());
    let saved = Session::of(&room.workshop);
    assert_eq!(read(whole.trim_end()), Ok(saved.clone()));
    assert_eq!(read(&whole.replace('\n', "\r\n")), Ok(saved.clone()));
    // By somebody else, who does not end files so; or on purpose, to see what is there.
    let (_, without_head) = whole.split_once('\n').expect("lines");
    assert_eq!(
        read(without_head.trim_end().trim_end_matches("...")),
        Ok(saved)
    );
}

#[test]
fn a_plan_is_no_saved_session() {
    let error = session::read_session(b"schema: halte/1\n").expect_err("only a plan");
    assert_eq!(
        error.to_string(),
        "1:1: this is a plan, nothing has happened in it yet; give a saved session"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_session_reads_back_to_the_very_same(
        anonymity in prop::sample::select(Anonymity::ALL),
        attempts in prop::collection::vec((0_u8..29, 1_u32..6, any::<Index>(), "\\PC{0,100}|[ -~\n]{0,60}|( ?[a-z:#'-]{1,12}\n{0,2}){0,30}"), 0..80),
    ) {
        let mut room = Room::open(anonymity);
        for _ in 0..3 {
            room.join(Language::Nl);
        }
        for (kind, seat, which, text) in attempts {
            attempt(&mut room, kind, seat, which, &text);
        }
        let saved = Session::of(&room.workshop);
        let text = written(&room);
        prop_assert_eq!(session::read_session(text.as_bytes()).map_err(|error| error.to_string()), Ok(saved));
    }

    #[test]
    fn no_bytes_make_the_reader_stumble(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = session::read(&bytes, content());
    }

    #[test]
    fn no_cut_or_change_of_a_plan_makes_the_reader_stumble(
        cut in any::<Index>(), at in any::<Index>(), letter in "[\\[\\]{}:&*!|>'\"%@`#,? \n\t-]",
    ) {
        let plan = include_str!("../../sessions/full.yaml").as_bytes();
        let mut bytes = plan.get(..cut.index(plan.len())).expect("within").to_vec();
        let place = at.index(bytes.len() + 1);
        bytes.splice(place..place, letter.bytes());
        if let Err(error) = session::read(&bytes, content()) {
            prop_assert!(error.line > 0 && error.column > 0, "{}", error);
        }
    }
}
