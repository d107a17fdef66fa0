//! Saved sessions: they read back to the very same, and one that contradicts itself is refused.

mod room;

use halte::content::Content;
use halte::language::Language;
use halte::locale::Locale;
use halte::session::{self, File, Session};
use halte::vocabulary::Anonymity;
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
}

/// Writes the example with something changed in a part of it, and expects a sentence about that very place: about
/// the last word of what was put in.
#[track_caller]
fn contradicts(part: &str, from: &str, to: &str, sentence: &str) {
    let text = written(&example());
    let (before, rest) = text
        .split_once(&format!("\n{part}:"))
        .expect("the part is there");
    let (between, after) = rest
        .split_once(from)
        .unwrap_or_else(|| panic!("{from:?} in {rest}"));
    let start = format!("{before}\n{part}:{between}");
    let word = to.rsplit([' ', '\n']).next().expect("a word");
    let expected = format!("{start}{}", to.strip_suffix(word).expect("its end"));
    let changed = format!("{start}{to}{after}");
    let error = session::read_session(changed.as_bytes()).expect_err("a contradiction");
    assert_eq!(error.sentence(Locale::new(Language::En)), sentence);
    let line = expected.lines().count();
    let column = expected
        .lines()
        .last()
        .map_or(0, |line| line.chars().count())
        + 1;
    assert_eq!(
        (error.line as usize, error.column as usize),
        (line, column),
        "{error}"
    );
}

const CONTRADICTIONS: [(&str, &str, &str, &str); 21] = [
    (
        "participants",
        "real_role: stitcher",
        "real_role: stiker",
        "unknown persona \"stiker\"; did you mean \"stitcher\"?",
    ),
    (
        "assignments",
        "participant: p01",
        "participant: p77",
        "unknown participant \"p77\"",
    ),
    (
        "assignments",
        "scenario: synergy",
        "scenario: synergi",
        "unknown scenario \"synergi\"; did you mean \"synergy\"?",
    ),
    (
        "cards_played",
        "- TE1",
        "- TE111",
        "unknown trend card \"TE111\"; did you mean \"TE1\"?",
    ),
    (
        "contributions",
        "id: n0002",
        "id: n0001",
        "two contributions have the id \"n0001\"; give one of them another",
    ),
    (
        "contributions",
        "participant: p01",
        "participant: p77",
        "unknown participant \"p77\"",
    ),
    (
        "contributions",
        "persona: mentor",
        "persona: mentr",
        "unknown persona \"mentr\"; did you mean \"mentor\"?",
    ),
    (
        "contributions",
        "primary: wellbeing",
        "primary: wellbieng",
        "unknown theme \"wellbieng\"; did you mean \"wellbeing\"?",
    ),
    (
        "contributions",
        "second: ai-support",
        "second: xyz",
        "unknown theme \"xyz\"; choose from ai-support, knowledge-sharing, lifelong-learning, responsible-interaction, wellbeing",
    ),
    (
        "contributions",
        "group: g01",
        "group: g02",
        "unknown group \"g02\"",
    ),
    (
        "contributions",
        "hidden: false",
        "hidden: no",
        "\"hidden\": expected true or false, found \"no\"",
    ),
    (
        "contributions",
        "language: nl",
        "language: de",
        "\"language\": \"de\" is not one of the words possible here; choose from nl, en, fr",
    ),
    (
        "groups",
        "- n0002",
        "- n0003",
        "contribution n0003 and group g01 do not both say that they belong together; correct one of them",
    ),
    (
        "groups",
        "- n0002",
        "- n0099",
        "unknown contribution \"n0099\"",
    ),
    (
        "slices",
        "- n0001",
        "- n0099",
        "unknown contribution \"n0099\"",
    ),
    (
        "votes",
        "theme: wellbeing",
        "theme: welzijn",
        "unknown theme \"welzijn\"; did you mean \"wellbeing\"?",
    ),
    (
        "votes",
        "participant: p01",
        "participant: 1",
        "\"participant\": expected an id such as \"p01\", found \"1\"",
    ),
    (
        "parking",
        "step: s10",
        "step: x",
        "unknown step \"x\"; choose from s01, s02, s03, s04, s05, s06, s07, s08, s09, s10, s11, s12",
    ),
    (
        "recommendations",
        "- n0001",
        "- n0099",
        "unknown contribution \"n0099\"",
    ),
    (
        "reflections",
        "challenge: automation",
        "challenge: robots",
        "unknown challenge \"robots\"; choose from automation, dealing-with-ai, labour-shortage",
    ),
    (
        "timeline",
        "event: closed",
        "event: shut",
        "\"event\": \"shut\" is not one of the words possible here; choose from entered, closed",
    ),
];

#[test]
fn a_record_that_contradicts_itself_or_its_plan_is_refused_where_it_does() {
    for (part, from, to, sentence) in CONTRADICTIONS {
        contradicts(part, from, to, sentence);
    }
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
        attempts in prop::collection::vec((0_u8..26, 1_u32..6, any::<Index>(), "\\PC{0,100}|[ -~\n]{0,60}|( ?[a-z:#'-]{1,12}\n{0,2}){0,30}"), 0..80),
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
