//! `halte check --privacy`, on a session in which people have names.

use super::redact::named_desk;
use super::{Desk, NAME, desk_with_a_session};

fn lines<'a>(told: &'a str, end: &str) -> Vec<&'a str> {
    told.lines().filter(|line| line.ends_with(end)).collect()
}

#[test]
fn a_saved_session_tells_names_organisations_writers_and_what_texts_look_like() {
    let desk = named_desk();
    let file = format!("{NAME}.yaml");
    let told = desk.out(&["check", "--privacy", &file]);
    let name = format!("{file}: p01: p01 is called “Jan Peeters”");
    assert_eq!(lines(&told, "is called “Jan Peeters”"), [name]);
    let organisation = format!(
        "{file}: organisations: “Weverij Noord”, where 2 people come from, who are easily recognised"
    );
    assert!(told.lines().any(|line| line == organisation), "{told}");
    let phones = lines(&told, "“0470 12 34 56” looks like a telephone number");
    assert_eq!(phones.len(), 1, "{told}");
    // In a contribution, the group's own theme and persona, a group's label and a reflection.
    let named = lines(&told, "“Sofie” looks like a name");
    let places = [
        "n0",
        "weverij-noord-en-sofie",
        "hulp-van-jan-peeters",
        "g01",
        "f90",
    ];
    for place in places {
        let start = format!("{file}: {place}");
        assert!(named.iter().any(|line| line.starts_with(&start)), "{told}");
    }
    for (place, said) in [
        ("title", "Rob"),
        ("tags", "Weverij Noord"),
        ("taught", "sofie"),
        ("taught", "uitleg van peeters"),
        ("taught", "weverij"),
        ("hulp-van-jan-peeters", "Jan Peeters"),
        ("hulp-van-jan-peeters", "hulp-van-jan-peeters"),
        ("weverij-noord-en-sofie", "Weverij Noord"),
        ("weverij-noord-en-sofie", "weverij-noord-en-sofie"),
        ("weverij-noord-en-sofie", "Rob"),
    ] {
        let line = format!("{file}: {place}: “{said}” looks like a name");
        assert!(told.lines().any(|found| found == line), "{line} in {told}");
    }
    // A word that names nobody is left alone.
    assert!(!told.contains("vaste plek"), "{told}");
    for person in ["p01", "p02", "p06"] {
        let start = format!("{file}: {person}: wrote n0");
        assert!(told.lines().any(|line| line.starts_with(&start)), "{told}");
    }
    assert!(told.contains("are finer than their step"), "{told}");
    let summary = told.lines().last().expect("a summary");
    assert!(
        summary.starts_with(&format!(
            "{file}: in all 3 names, 2 organisations, 6 people"
        )),
        "{summary}"
    );
}

#[test]
fn a_journal_names_its_lines() {
    let desk = named_desk();
    let file = format!("{NAME}.journal");
    let journal = desk.read(&file);
    let line = journal
        .lines()
        .position(|line| line.contains("\"Jan Peeters\""));
    let line = line.expect("a line") + 1;
    let told = desk.out(&["check", "--privacy", &file]);
    let name = format!("{file}:{line}: p01 is called “Jan Peeters”");
    assert!(told.lines().any(|line| line == name), "{told}");
    for (kind, said) in [
        ("workshop-opened", "Weverij Noord"),
        ("persona-added", "Jan Peeters"),
        ("theme-proposed", "weverij-noord-en-sofie"),
        ("uitleg van peeters", "uitleg van peeters"),
    ] {
        let number = journal.lines().position(|line| line.contains(kind));
        let number = number.expect("a line") + 1;
        let line = format!("{file}:{number}: “{said}” looks like a name");
        assert!(told.lines().any(|found| found == line), "{line} in {told}");
    }
    let number = journal.lines().position(|line| line.contains("0470 12"));
    let number = number.expect("a line") + 1;
    let phone = format!("{file}:{number}: “0470 12 34 56” looks like a telephone number");
    assert!(told.lines().any(|line| line == phone), "{told}");
}

#[test]
fn what_was_redacted_is_not_found_any_more() {
    let desk = named_desk();
    let asked = ["redact", "-q", &format!("{NAME}.yaml"), "--organisations"];
    desk.out(&asked);
    for ending in ["yaml", "journal"] {
        let file = format!("{NAME}.redacted.{ending}");
        let told = desk.out(&["check", "--privacy", &file]);
        assert!(
            told.contains("in all 0 names, 0 organisations, 6 people"),
            "{told}"
        );
        for name in [
            "Sofie", "sofie", "Rob”", "Peeters", "peeters", "Noord", "noord",
        ] {
            assert!(!told.contains(name), "{name} in {told}");
        }
    }
}

#[test]
fn a_file_without_people_says_so_in_every_language() {
    let desk = Desk::new();
    desk.write("plan.yaml", desk.out(&["new"]));
    for (language, said) in [
        ("nl", "vertelt niets over mensen"),
        ("en", "tells nothing about people"),
        ("fr", "ne dit rien des personnes"),
    ] {
        let told = desk.out(&["check", "--privacy", "plan.yaml", "--lang", language]);
        assert!(told.starts_with(&format!("plan.yaml: {said}")), "{told}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_are_listed() {
    let desk = desk_with_a_session();
    let told = desk.halte(&["check", "--privacy", "nowhere.yaml", "sessions"]);
    assert_eq!(told.code, 1);
    assert!(
        told.err.contains("nowhere.yaml: there is no such"),
        "{told:?}"
    );
    assert_eq!(lines(&told.out, "“halte redact”.").len(), 2, "{told:?}");
}
