//! Saved sessions that contradict themselves or their plan, each refused where it does.

use halte::language::Language;
use halte::locale::Locale;
use halte::session;

use super::room::example;
use super::written;

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

/// The same for what was suggested and taught.
const SUGGESTED: [(&str, &str, &str, &str); 16] = [
    (
        "contributions",
        "suggested: wellbeing",
        "suggested: wellbieng",
        "unknown theme \"wellbieng\"; did you mean \"wellbeing\"?",
    ),
    (
        "contributions",
        "advisor: group",
        "advisor: people",
        "\"advisor\": \"people\" is not one of the words possible here; choose from group, tool",
    ),
    (
        "contributions",
        "confidence: 0.666",
        "confidence: 66.6",
        "\"confidence\": expected a number from 0 to 1, found \"66.6\"",
    ),
    (
        "contributions",
        "accepted: true",
        "accepted: yes",
        "\"accepted\": expected true or false, found \"yes\"",
    ),
    (
        "contributions",
        "- place: lifelong-learning",
        "- place: learnin",
        "unknown theme \"learnin\"; did you mean \"lifelong-learning\"?",
    ),
    (
        "contributions",
        "confidence: 0.801",
        "confidence: 801",
        "\"confidence\": expected a number from 0 to 1, found \"801\"",
    ),
    (
        "contributions",
        "nearest:\n      place: knowledge-sharing",
        "nearest:\n      place: knowlege-sharing",
        "unknown theme \"knowlege-sharing\"; did you mean \"knowledge-sharing\"?",
    ),
    (
        "contributions",
        "contribution: n0005",
        "contribution: n0099",
        "unknown contribution \"n0099\"",
    ),
    (
        "alike",
        "- n0007",
        "- n0099",
        "unknown contribution \"n0099\"",
    ),
    (
        "alike",
        "likeness: 0.655",
        "likeness: 1.2",
        "\"likeness\": expected a number from 0 to 1, found \"1.2\"",
    ),
    (
        "taught",
        "place: wellbeing",
        "place: wellbein",
        "unknown theme \"wellbein\"; did you mean \"wellbeing\"?",
    ),
    (
        "taught",
        "word: \"no\"\n  place: none",
        "word: \"no\"\n  place: xyz",
        "unknown theme \"xyz\"; choose from ai-support, knowledge-sharing, lifelong-learning, responsible-interaction, wellbeing",
    ),
    (
        "suggestions",
        "theme: ai-support",
        "theme: ai-suport",
        "unknown theme \"ai-suport\"; did you mean \"ai-support\"?",
    ),
    (
        "suggestions",
        "weight: 3",
        "weight: 4",
        "\"weight\": expected a whole number from 1 to 3, found \"4\"",
    ),
    (
        "suggestions",
        "theme: lifelong-learning",
        "theme: learning",
        "unknown theme \"learning\"; did you mean \"lifelong-learning\"?",
    ),
    (
        "suggestions",
        "to_participants: true",
        "to_participants: ja",
        "\"to_participants\": expected true or false, found \"ja\"",
    ),
];

#[test]
fn a_record_that_contradicts_itself_or_its_plan_is_refused_where_it_does() {
    for (part, from, to, sentence) in CONTRADICTIONS.into_iter().chain(SUGGESTED) {
        contradicts(part, from, to, sentence);
    }
}

#[test]
fn a_word_is_tied_to_one_place() {
    let text = written(&example());
    let twice = text.replace("- word: lange wachttijden", "- word: \"no\"");
    let line = 1 + twice
        .lines()
        .position(|line| line == "taught:")
        .expect("a part");
    let error = session::read_session(twice.as_bytes()).expect_err("twice the same word");
    assert_eq!(
        error.to_string(),
        format!(
            "{}:9: \"no\" is already there; keep one of the two",
            line + 3
        )
    );
}
