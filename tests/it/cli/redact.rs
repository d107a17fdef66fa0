//! `halte redact`, on a session in which people have names.

use std::fs;
use std::sync::OnceLock;

use halte::id::{ContributionId, ParticipantId};
use halte::journal;
use halte::session::{self, Session};
use halte::vocabulary::{Anonymity, Removable};
use halte::workshop::{Event, Record, Workshop};
use serde_json::Value;

use super::{Desk, NAME, rehearsed};

/// Who sits where, and for whom.
const PEOPLE: [(&str, &str); 3] = [
    ("Jan Peeters", "Weverij Noord"),
    ("Sofie", "weverij noord"),
    ("Rob", "Ten Bosch bv"),
];
/// What the first three contributions say that were not changed later.
const TEXTS: [&str; 3] = [
    "Sofie leert het van jan peeters, niet van robots bij Weverij Noord.",
    "Bel mij op 0470 12 34 56 als de robot stilvalt.",
    "Meer tijd om te leren.",
];

fn edited(record: &Record) -> Option<ContributionId> {
    match &record.event {
        Event::ContributionEdited { contribution, .. } => Some(*contribution),
        _ => None,
    }
}

/// The rehearsed records, as if these people had been there and had said this.
fn with_people() -> Vec<Record> {
    let mut records = journal::read(&rehearsed().journal).expect("read").records;
    let edited: Vec<ContributionId> = records.iter().filter_map(edited).collect();
    let mut said = TEXTS.iter();
    for record in &mut records {
        match &mut record.event {
            Event::WorkshopOpened { plan, .. } => {
                plan.anonymity = Anonymity::Named;
                plan.tags = vec!["Weverij Noord".parse().expect("a name")];
            }
            Event::ParticipantJoined { participant, .. } => {
                let index = participant.id.0.checked_sub(1).map(|index| index as usize);
                let known = index.and_then(|index| PEOPLE.get(index));
                participant.name = known.map(|(name, _)| name.parse().expect("a name"));
                participant.organisation = known.map(|(_, home)| home.parse().expect("a name"));
            }
            Event::ContributionAdded { contribution } if !edited.contains(&contribution.id) => {
                if let Some(text) = said.next() {
                    contribution.text = text.parse().expect("a text");
                }
            }
            _ => {}
        }
    }
    records
}

fn session(bytes: &str) -> Session {
    session::read_session(bytes.as_bytes()).expect("a session")
}

/// A desk with that session and its journal in `sessions`.
pub(super) fn named_desk() -> Desk {
    static NAMED: OnceLock<(Vec<u8>, String)> = OnceLock::new();
    let (journal, saved) = NAMED.get_or_init(|| {
        let records = with_people();
        let workshop = Workshop::replay(&records).expect("opened");
        let (mut bytes, mut chain) = journal::header(&workshop.plan().id);
        for record in &records {
            journal::write(&mut bytes, &mut chain, record).expect("written");
        }
        let saved = session::write(&Session::of(&workshop)).expect("written");
        (bytes, saved)
    });
    let desk = Desk::new();
    desk.write(&format!("{NAME}.journal"), journal);
    desk.write(&format!("{NAME}.yaml"), saved);
    desk
}

/// What the redacted files hold: the session, and the workshop of the journal.
fn redacted(desk: &Desk) -> (Session, Workshop) {
    let saved = session(&desk.read(&format!("{NAME}.redacted.yaml")));
    let bytes = fs::read(desk.path(&format!("{NAME}.redacted.journal"))).expect("there");
    let records = journal::read(&bytes).expect("a whole chain").records;
    let workshop = Workshop::replay(&records).expect("opened");
    (saved, workshop)
}

/// The report of a file, without who wrote what.
fn report(desk: &Desk, file: &str) -> Value {
    fn forget(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.remove("author");
                fields.values_mut().for_each(forget);
            }
            Value::Array(items) => items.iter_mut().for_each(forget),
            _ => {}
        }
    }
    let told = desk.out(&["report", file, "--format", "json"]);
    let mut report = serde_json::from_str(&told).expect("JSON");
    forget(&mut report);
    report
}

#[test]
fn names_are_gone_from_both_files_and_the_figures_are_the_same() {
    let desk = named_desk();
    let journal = format!("{NAME}.journal");
    let told = desk.halte(&["redact", &journal]);
    assert_eq!((told.code, told.out.as_str()), (0, ""), "{told:?}");
    assert!(
        told.err
            .contains("Taken out: 3 names, 0 organisations, one text"),
        "{told:?}"
    );
    let (saved, workshop) = redacted(&desk);
    assert_eq!(saved, Session::of(&workshop));
    let text = "[name] leert het van [name], niet van robots bij Weverij Noord.";
    let mut said = workshop.contributions().values();
    assert!(said.any(|one| one.text.as_str() == text));
    for ending in ["journal", "yaml"] {
        let file = format!("{NAME}.redacted.{ending}");
        let bytes = desk.read(&file);
        for name in ["Peeters", "peeters", "Sofie", "\"Rob\"", "name: Rob"] {
            assert!(!bytes.contains(name), "{name} is still in {file}");
        }
        let before = report(&desk, &format!("{NAME}.{ending}")).to_string();
        let before = before.replace("jan peeters", "[name]");
        let before: Value =
            serde_json::from_str(&before.replace("Sofie leert", "[name] leert")).expect("JSON");
        assert_eq!(report(&desk, &file), before);
    }
    let good = desk.out(&["check", "sessions"]);
    assert_eq!(good.lines().count(), 4, "{good}");
}

#[test]
fn the_original_stays_and_nothing_is_overwritten() {
    let desk = named_desk();
    let (journal, saved) = (format!("{NAME}.journal"), format!("{NAME}.yaml"));
    let before = (desk.read(&journal), desk.read(&saved));
    desk.out(&["redact", "-q", &saved]);
    assert_eq!((desk.read(&journal), desk.read(&saved)), before);
    let line = desk.fails(1, &["redact", &saved]);
    let refused = format!(
        "{NAME}.redacted.yaml: this is there already and is not overwritten. Choose another name."
    );
    assert_eq!(line, refused);
    for own in [&journal, &saved] {
        let line = desk.fails(1, &["redact", &saved, "--output", own]);
        assert!(line.contains("is there already"), "{line}");
    }
    assert_eq!((desk.read(&journal), desk.read(&saved)), before);
    desk.out(&["redact", "-q", &saved, "--output", "clean.yaml"]);
    assert!(desk.path("clean.yaml").exists() && desk.path("clean.journal").exists());
}

#[test]
fn what_lies_alone_is_redacted_alone() {
    let desk = named_desk();
    fs::remove_file(desk.path(&format!("{NAME}.yaml"))).expect("removed");
    desk.out(&["redact", "-q", &format!("{NAME}.journal")]);
    assert!(desk.path(&format!("{NAME}.redacted.journal")).exists());
    assert!(!desk.path(&format!("{NAME}.redacted.yaml")).exists());
    let line = desk.fails(1, &["redact", "nowhere.yaml"]);
    let gone = "nowhere.yaml: there is no such file or folder. Check the name.";
    assert_eq!(line, gone);
}

#[test]
fn organisations_go_on_request_with_where_texts_and_tags_name_them() {
    let desk = named_desk();
    desk.out(&["redact", "-q", &format!("{NAME}.yaml"), "--organisations"]);
    let (saved, workshop) = redacted(&desk);
    assert_eq!(saved, Session::of(&workshop));
    let mut people = workshop.participants().values();
    assert!(people.all(|one| one.organisation.is_none() && one.name.is_none()));
    assert!(saved.plan.tags.is_empty() && saved.plan.organisations.is_empty());
    for ending in ["journal", "yaml"] {
        let bytes = desk.read(&format!("{NAME}.redacted.{ending}"));
        let bytes = bytes.to_lowercase();
        assert!(!bytes.contains("weverij") && !bytes.contains("ten bosch"));
    }
    // A report does not take for silence what was said and taken out.
    let file = format!("{NAME}.redacted.yaml");
    assert_eq!(
        report(&desk, &file)["sessions"][0]["organisations_redacted"],
        true
    );
    for (lang, words) in [
        ("nl", "organisatie weggehaald of niet ingevuld"),
        ("en", "organisation taken out or not filled in"),
        ("fr", "organisation retirée ou non renseignée"),
    ] {
        for format in ["table", "markdown", "html"] {
            let told = desk.out(&["report", &file, "--format", format, "--lang", lang]);
            assert!(told.contains(words), "{told}");
        }
    }
}

#[test]
fn a_text_with_a_pattern_leaves_a_word_that_says_so_and_nothing_it_was_judged_by() {
    let desk = named_desk();
    let asked = ["redact", "-q", &format!("{NAME}.yaml"), "--pattern"];
    desk.out(&[&asked[..], &[r"\d{2} \d{2}", "--pattern", "(?i)MEER TIJD"]].concat());
    let (saved, workshop) = redacted(&desk);
    assert_eq!(saved, Session::of(&workshop));
    let removed: Vec<_> = workshop
        .contributions()
        .values()
        .filter(|one| one.text.as_str() == "[text removed]")
        .collect();
    assert_eq!(removed.len(), 2);
    for contribution in removed {
        let suggestion = contribution.suggestion.as_ref();
        assert!(suggestion.is_none_or(|found| found.because.is_empty()));
    }
    assert!(
        !desk
            .read(&format!("{NAME}.redacted.journal"))
            .contains("0470 12")
    );
}

#[test]
fn the_files_say_that_they_were_redacted_when_by_what_and_of_what() {
    let desk = named_desk();
    desk.out(&["redact", "-q", &format!("{NAME}.yaml")]);
    let again = [
        "redact",
        "-q",
        &format!("{NAME}.redacted.yaml"),
        "--organisations",
    ];
    desk.out(&[&again[..], &["--output", &format!("{NAME}.twice.yaml")]].concat());
    let twice = session(&desk.read(&format!("{NAME}.twice.yaml")));
    let said: Vec<_> = twice
        .plan
        .redacted
        .iter()
        .map(|one| &*one.removed)
        .collect();
    let both = [Removable::Names, Removable::Organisations];
    assert_eq!(said, [&[Removable::Names][..], &both]);
    assert_eq!(
        twice.plan.redacted[0].version.as_str(),
        env!("CARGO_PKG_VERSION")
    );
    assert!(twice.plan.redacted[0].at <= twice.plan.redacted[1].at);
    let plan = desk.out(&["new"]) + "redacted: []\n";
    desk.write("plan.yaml", plan);
    let line = desk.fails(1, &["check", "plan.yaml"]);
    assert!(line.contains("redacted"), "{line}");
}

#[test]
fn the_number_of_a_person_stays_so_that_what_they_did_still_belongs_together() {
    let desk = named_desk();
    let before = session(&desk.read(&format!("{NAME}.yaml"))).into_workshop();
    desk.out(&["redact", "-q", &format!("{NAME}.yaml")]);
    let (_, after) = redacted(&desk);
    let writers = |workshop: &Workshop| -> Vec<Option<ParticipantId>> {
        let all = workshop.contributions().values();
        all.map(|one| one.participant).collect()
    };
    assert_eq!(writers(&after), writers(&before));
}

#[test]
fn a_pattern_that_cannot_be_read_is_wrong_use() {
    let desk = named_desk();
    let asked = [
        "redact",
        &format!("{NAME}.yaml"),
        "--pattern",
        "(a",
        "--lang",
    ];
    for (language, said) in [
        ("nl", "niet te lezen"),
        ("en", "cannot be read"),
        ("fr", "ne peut pas être lu"),
    ] {
        let line = desk.fails(2, &[&asked[..], &[language]].concat());
        assert!(line.contains(said), "{line}");
    }
}
