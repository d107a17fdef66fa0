//! `halte redact`, on an anonymous session: what was written in a step stands in its journal before what the facilitator did
//! in that step, so also before a persona that it was written for.

use halte::session::{self, Session};
use halte::vocabulary::Anonymity;
use halte::workshop::Workshop;
use halte::workshop::seal::sealed_proceedings;
use serde_json::json;

use super::super::anonymity::{Asked, goto, led, played, written, wrote};
use super::super::{Desk, NAME};
use super::redacted;

/// The facilitator adds a persona of the group's own and gives it to somebody.
fn gave(seat: &str, role: &str) -> [Asked; 2] {
    let id = role.to_lowercase().replace(' ', "-");
    [
        led(json!({"type": "add-persona", "id": id, "role": role})),
        led(json!({"type": "assign", "participant": seat, "persona": id})),
    ]
}

/// A desk with the files of a session in which personas were added after somebody had written.
fn desk() -> Desk {
    let mut asked = vec![goto("write-synergy"), wrote(1, "Meer rust")];
    asked.extend(gave("p02", "hulp van Weverij Noord"));
    asked.push(wrote(2, "Meer uitleg"));
    asked.extend(gave("p01", "hulp van Robin"));
    asked.push(wrote(1, "Meer tijd"));
    asked.extend([goto("close"), led(json!({"type": "close"}))]);
    let records = played(Anonymity::Anonymous, asked).sealed;
    let workshop = Workshop::replay(&records).expect("a workshop");
    let saved = session::write(&Session {
        plan: workshop.plan().clone(),
        proceedings: sealed_proceedings(&workshop),
    });
    let desk = Desk::new();
    desk.write(&format!("{NAME}.journal"), written(&records));
    desk.write(&format!("{NAME}.yaml"), saved.expect("a session"));
    desk
}

/// The personas that something was written for, as both redacted files name them, those of the group's own last.
fn personas(desk: &Desk) -> Vec<String> {
    let (saved, workshop) = redacted(desk);
    assert_eq!(&saved.plan, workshop.plan());
    assert_eq!(saved.proceedings, sealed_proceedings(&workshop));
    let written = workshop.contributions().values();
    let mut named: Vec<String> = written
        .filter_map(|one| one.persona.as_ref())
        .inspect(|id| assert!(workshop.plan().persona(id).is_some(), "{id}"))
        .map(ToString::to_string)
        .collect();
    named.sort();
    named
}

fn assert_gone(desk: &Desk, words: &[&str]) {
    for ending in ["journal", "yaml"] {
        let file = format!("{NAME}.redacted.{ending}");
        let bytes = desk.read(&file).to_lowercase();
        for word in words {
            assert!(!bytes.contains(word), "{word} is still in {file}");
        }
    }
}

#[test]
fn a_persona_added_after_the_first_contribution_keeps_what_was_written_and_loses_the_name() {
    let desk = desk();
    let file = format!("{NAME}.yaml");
    let asked = ["--organisations", "--pattern", "Robin"];
    desk.out(&[&["redact", "-q", &file][..], &asked].concat());
    assert_gone(&desk, &["weverij", "robin"]);
    let named = personas(&desk);
    assert_eq!(named.len(), 3, "{named:?}");
    assert!(named[1].starts_with("redacted-persona-1-"), "{named:?}");
    assert!(named[2].starts_with("redacted-persona-2-"), "{named:?}");
}

#[test]
fn who_redacts_once_more_does_not_make_two_personas_one() {
    let desk = desk();
    let [once, twice] = ["yaml", "redacted.yaml"].map(|ending| format!("{NAME}.{ending}"));
    desk.out(&["redact", "-q", &once, "--pattern", "Robin"]);
    let between = personas(&desk);
    for ending in ["journal", "yaml"] {
        let [from, to] = [".redacted", ""].map(|part| format!("{NAME}{part}.{ending}"));
        std::fs::rename(desk.path(&from), desk.path(&to)).expect("moved");
    }
    desk.out(&["redact", "-q", &once, "--organisations", "--output", &twice]);
    assert_gone(&desk, &["weverij", "robin"]);
    let named = personas(&desk);
    assert_eq!(named.len(), between.len());
    assert!(named[1] != named[2], "{named:?}");
}
