//! `halte redact`, on a session in which people have names.

mod sealed;

use std::fs;
use std::sync::OnceLock;

use halte::id::{ContributionId, ParticipantId};
use halte::journal;
use halte::language::Language;
use halte::session::{self, Session};
use halte::text::Label;
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

/// What the facilitator typed in the room, of which the screens make the ids, and what the group said in other places.
const IN_THE_ROOM: [(&str, &str); 17] = [
    (
        "persona-added",
        r#""persona": {"id": "hulp-van-jan-peeters", "role": {"nl": "hulp van Jan Peeters", "en":
        "hulp van Jan Peeters", "fr": "hulp van Jan Peeters"}, "sector": {}, "experience": {}, "digital_confidence": 3,
        "work": {"nl": "Ik leer het van Sofie.", "en": "Ik leer het van Sofie.", "fr": "Ik leer het van Sofie."},
        "worries": {"nl": "", "en": "", "fr": ""}, "grounding": "weak", "voice": ["worker-side"],
        "wishes": {"nl": "Naar Ten Bosch bv.", "en": "Naar Ten Bosch bv.", "fr": "Naar Ten Bosch bv."}}"#,
    ),
    (
        "theme-proposed",
        r#""theme": {"id": "weverij-noord-en-sofie", "title": {"nl": "Weverij Noord en Sofie", "en":
        "Weverij Noord en Sofie", "fr": "Weverij Noord en Sofie"}, "heading": {"nl": "Weverij Noord en Sofie", "en":
        "Weverij Noord en Sofie", "fr": "Weverij Noord en Sofie"}, "tie_break": {},
        "definition": {"nl": "Zoals Rob zei.", "en": "Zoals Rob zei.", "fr": "Zoals Rob zei."}}"#,
    ),
    (
        "participant-joined",
        r#""participant": {"id": "p06", "language": "nl", "real_role": "hulp-van-jan-peeters"},
        "assignment": ["synergy", "hulp-van-jan-peeters"]"#,
    ),
    (
        "personas-assigned",
        r#""scenario": "synergy", "assignments": {"p01": "hulp-van-jan-peeters"}"#,
    ),
    (
        "contribution-added",
        r#""contribution": {"id": "n0901", "kind": "need", "scenario": "synergy", "persona":
        "hulp-van-jan-peeters", "participant": "p01", "language": "nl", "text": "Een vaste plek.", "source": "typed",
        "shared": true}"#,
    ),
    (
        "suggestions-made",
        r#""places": {"n0901": {"ranking": [{"place": "weverij-noord-en-sofie", "confidence": 0.9}],
        "language": "nl", "because": ["plek", "peeters"], "nearest": {"place": "weverij-noord-en-sofie", "contribution": "n0001"}}}"#,
    ),
    (
        "contribution-sorted",
        r#""contribution": "n0901", "number": 1, "sort": {"number": 1, "by": "p02", "primary":
        "wellbeing", "second": "weverij-noord-en-sofie"}"#,
    ),
    (
        "contributions-placed",
        r#""placements": {"n0901": {"primary": "weverij-noord-en-sofie", "second": "wellbeing",
        "by": "p00", "suggested": "weverij-noord-en-sofie", "confidence": 0.9, "advisor": "tool"}}"#,
    ),
    (
        "groups-changed",
        r#""groups": {"g01": {"label": "Wat Sofie vraagt", "contributions": ["n0901"]}}"#,
    ),
    (
        "hands-counted",
        r#""theme": "weverij-noord-en-sofie", "count": 2"#,
    ),
    (
        "word-taught",
        r#""word": "vaste plek", "place": "weverij-noord-en-sofie""#,
    ),
    // The board offers the words of a card one by one, and they are kept in small letters.
    ("word-taught", r#""word": "sofie", "place": "wellbeing""#),
    (
        "word-taught",
        r#""word": "uitleg van peeters", "place": "none""#,
    ),
    ("word-taught", r#""word": "weverij", "place": "ai-support""#),
    (
        "parking-changed",
        r#""id": "k90", "entry": {"id": "k90", "text": "Rob wil later meer zeggen.", "participant": "p02",
        "step": "s10"}"#,
    ),
    (
        "recommendation-changed",
        r#""id": "r90", "recommendation": {"id": "r90", "theme": "weverij-noord-en-sofie",
        "horizon": "now", "who": "company", "text": "Laat Jan Peeters meekijken.", "contributions": ["n0901"]}"#,
    ),
    (
        "reflected",
        r#""reflection": {"id": "f90", "participant": "p03", "challenge": "labour-shortage", "stance": "agree",
        "text": "Sofie ziet dat ook."}"#,
    ),
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
                plan.title = "Op bezoek bij Rob".parse().expect("a title");
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
    let mut closing = records.pop().expect("a last record");
    for (kind, fields) in IN_THE_ROOM {
        let event = format!(r#"{{"type": "{kind}", {fields}}}"#);
        records.push(Record {
            seq: closing.seq,
            at: closing.at,
            by: Some(ParticipantId::FACILITATOR),
            command: None,
            revises: None,
            event: serde_json::from_str(&event).expect("an event"),
        });
        closing.seq += 1;
    }
    records.push(closing);
    records
}

/// The words of a file, so that a name is found and a part of another word is not.
fn words(bytes: &str) -> Vec<&str> {
    bytes
        .split(|letter: char| !letter.is_alphanumeric())
        .collect()
}

/// What a redacted file calls this thing, as far as it is called otherwise than before.
fn new_id(bytes: &str, thing: &str) -> String {
    let start = format!("redacted-{thing}-1-");
    let (_, opened) = bytes.split_once(&start).expect("another id");
    let opened: String = opened.chars().take_while(char::is_ascii_digit).collect();
    start + &opened
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
            .contains("Taken out: 3 names, 0 organisations, 12 texts"),
        "{told:?}"
    );
    let (saved, workshop) = redacted(&desk);
    assert_eq!(saved, Session::of(&workshop));
    let plan = workshop.plan();
    let persona = plan.personas.last().expect("the group's own");
    let said = [&persona.role, &persona.work, &plan.themes[5].title];
    assert_eq!(
        said.map(|said| said.get(Language::Fr)),
        [
            "hulp van [name]",
            "Ik leer het van [name].",
            "Weverij Noord en [name]"
        ]
    );
    let text = "[name] leert het van [name], niet van robots bij Weverij Noord.";
    let mut said = workshop.contributions().values();
    assert!(said.any(|one| one.text.as_str() == text));
    for ending in ["journal", "yaml"] {
        let file = format!("{NAME}.redacted.{ending}");
        let bytes = desk.read(&file);
        for name in ["Peeters", "peeters", "Sofie", "sofie", "Rob"] {
            assert!(!words(&bytes).contains(&name), "{name} is still in {file}");
        }
        let mut before = report(&desk, &format!("{NAME}.{ending}")).to_string();
        for (id, thing) in [
            ("hulp-van-jan-peeters", "persona"),
            ("weverij-noord-en-sofie", "theme"),
        ] {
            before = before.replace(id, &new_id(&bytes, thing));
        }
        for name in ["jan peeters", "Jan Peeters", "Sofie", "Rob"] {
            before = before.replace(name, "[name]");
        }
        let mut before: Value = serde_json::from_str(&before).expect("JSON");
        let taught = before["taught"].as_array_mut().expect("words");
        taught.retain(|one| one["word"] != "sofie" && one["word"] != "uitleg van peeters");
        assert_eq!(report(&desk, &file), before);
    }
    let taught: Vec<&str> = workshop.taught().keys().map(Label::as_str).collect();
    assert_eq!(taught, ["vaste plek", "weverij"]);
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
fn a_pattern_reaches_what_the_facilitator_typed_and_nothing_that_shipped() {
    let desk = named_desk();
    let before = session(&desk.read(&format!("{NAME}.yaml"))).plan;
    let asked = ["redact", "-q", &format!("{NAME}.yaml"), "--pattern"];
    // Every shipped persona says it, and so does what was typed.
    desk.out(&[&asked[..], &["(?i)ik leer|opleid|training"]].concat());
    let (saved, workshop) = redacted(&desk);
    assert_eq!(saved, Session::of(&workshop));
    let (own, shipped) = saved.plan.personas.split_last().expect("personas");
    assert_eq!(own.work.get(Language::Nl), "[text removed]");
    assert_eq!(shipped, &before.personas[..shipped.len()]);
    assert_eq!(saved.plan.themes[..5], before.themes[..5]);
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
