//! The published schemas, held against the types they describe and against what is really read and written.

use std::collections::BTreeSet;
use std::fs;

use halte::content::Content;
use halte::journal;
use halte::language::Language;
use halte::report::comparison::{Comparison, GroupBy, split};
use halte::report::{By, Options, Report, Unreadable, json};
use halte::schema;
use halte::session::{self, File, Outline, Session};
use halte::suggester::Suggester;
use halte::vocabulary::{
    Actor, Anonymity, Aspect, Grounding, Horizon, Kind, OrganisationKind, PersonaSet, PresetName,
    Source, Stance, StepKind, Voice,
};
use halte::workshop::Workshop;
use halte::workshop::entry;
use halte::workshop::plan::{self, Plan};
use halte::workshop::proceedings::{Proceedings, Vote};
use halte::workshop::suggestion;
use jsonschema::Validator;
use serde::de::{Deserialize, Deserializer, Visitor, value};
use serde_json::{Value, json};

use crate::cli::repository;

fn parsed(schema: &str) -> Value {
    serde_json::from_str(schema).expect("JSON")
}

fn validator(schema: &str) -> Validator {
    let schema = parsed(schema);
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).expect("a schema")
}

fn faults(validator: &Validator, document: &Value) -> Vec<String> {
    let faults = validator.iter_errors(document);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML")
}

fn shipped(name: &str) -> String {
    fs::read_to_string(repository(name)).expect("readable")
}

/// Asks a type for the names of its fields and gives it nothing.
struct Asking<'a>(&'a mut Vec<&'static str>);

impl<'de> Deserializer<'de> for Asking<'_> {
    type Error = value::Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, value::Error> {
        Err(serde::de::Error::custom("no struct"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, value::Error> {
        self.0.extend(fields);
        Err(serde::de::Error::custom("only the names were asked"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

fn fields<T: for<'de> Deserialize<'de>>() -> BTreeSet<&'static str> {
    let mut names = Vec::new();
    assert!(T::deserialize(Asking(&mut names)).is_err());
    names.into_iter().collect()
}

/// The properties of an object, or of the object among the forms a thing may take.
fn properties(schema: &Value) -> BTreeSet<&str> {
    let forms = schema["anyOf"].as_array().into_iter().flatten();
    let mut forms = [schema].into_iter().chain(forms);
    let object = forms.find(|form| form["properties"].is_object());
    let object = object.expect("an object among the forms");
    assert_eq!(object["additionalProperties"], false, "{object}");
    let properties = object["properties"].as_object().expect("properties");
    properties.keys().map(String::as_str).collect()
}

fn listed(list: &Value) -> BTreeSet<&str> {
    let list = list.as_array().expect("a list");
    list.iter().filter_map(Value::as_str).collect()
}

fn with(mut names: BTreeSet<&'static str>, more: &[&'static str]) -> BTreeSet<&'static str> {
    names.extend(more);
    names
}

#[test]
fn the_schemas_have_the_fields_of_the_types() {
    let (plan, session) = (parsed(schema::PLAN), parsed(schema::SESSION));
    // What was taken out of a record stands in a session only.
    let mut by_hand = with(fields::<Plan>(), &["schema", "preset"]);
    by_hand.remove("redacted");
    assert_eq!(properties(&plan), by_hand);
    let mut both = with(fields::<Plan>(), &["schema"]);
    both.extend(fields::<Proceedings>());
    assert_eq!(properties(&session), both);
    for schema in [&plan, &session] {
        let step = &schema["properties"]["agenda"]["items"];
        assert_eq!(properties(step), fields::<plan::Step>());
        let notices = &schema["properties"]["notices"];
        assert_eq!(properties(notices), fields::<plan::Notices>());
        for (name, expected) in [
            ("scenario", fields::<plan::Scenario>()),
            ("persona", fields::<plan::Persona>()),
            ("theme", fields::<plan::Theme>()),
            ("force", fields::<plan::Force>()),
            ("card", fields::<plan::Card>()),
            ("case", fields::<plan::Case>()),
            ("challenge", fields::<plan::Challenge>()),
            ("prompt", fields::<plan::Prompt>()),
            ("prompt_item", fields::<plan::Prompt>()),
            ("script", fields::<plan::Script>()),
            ("fact", fields::<plan::Fact>()),
            ("organisation", fields::<plan::Organisation>()),
            ("phase", fields::<plan::Phase>()),
            ("suggesting", fields::<plan::Suggesting>()),
            ("speaking_word", fields::<plan::SpeakingWord>()),
            ("example", fields::<plan::Example>()),
        ] {
            assert_eq!(properties(&schema["$defs"][name]), expected, "{name}");
        }
    }
    for (name, expected) in [
        ("participant", fields::<entry::Participant>()),
        ("assignment", fields::<entry::Assignment>()),
        ("cards_played", fields::<entry::CardsPlayed>()),
        ("contribution", fields::<entry::Contribution>()),
        ("placement", fields::<entry::Placement>()),
        ("sort", fields::<entry::Sort>()),
        ("group", fields::<entry::Group>()),
        ("slice", fields::<entry::Slice>()),
        ("vote", fields::<Vote>()),
        ("vote_result", fields::<entry::VoteResult>()),
        ("parked", fields::<entry::Parked>()),
        ("recommendation", fields::<entry::Recommendation>()),
        ("reflection", fields::<entry::Reflection>()),
        ("taught", fields::<entry::Taught>()),
        ("visit", fields::<entry::Visit>()),
        ("suggestion", fields::<suggestion::Suggestion>()),
        ("ranked", fields::<suggestion::Ranked>()),
        ("nearest", fields::<suggestion::Nearest>()),
        ("likeness", fields::<suggestion::Likeness>()),
    ] {
        assert_eq!(properties(&session["$defs"][name]), expected, "{name}");
    }
}

#[test]
fn a_session_needs_what_its_types_need() {
    let schema = parsed(schema::SESSION);
    let required = listed(&schema["required"]);
    let document = yaml(&shipped("sessions/example.yaml"));
    let fields_of = document.as_object().expect("fields");
    let picked = |names: &BTreeSet<&str>| -> Value {
        let mine = fields_of
            .iter()
            .filter(|(name, _)| names.contains(name.as_str()));
        mine.map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    let without = |whole: &Value, name: &str| {
        let mut less = whole.clone();
        less.as_object_mut().expect("fields").remove(name);
        less
    };
    let (plan, record) = (fields::<Plan>(), fields::<Proceedings>());
    let whole = picked(&plan);
    for name in plan {
        let needed = serde_json::from_value::<Plan>(without(&whole, name)).is_err();
        assert_eq!(needed, required.contains(name), "{name}");
    }
    let whole = picked(&record);
    for name in record {
        let needed = serde_json::from_value::<Proceedings>(without(&whole, name)).is_err();
        assert_eq!(needed, required.contains(name), "{name}");
    }
}

#[test]
fn the_schemas_have_the_words_of_the_lists() {
    let words = |all: &[&'static str]| all.iter().copied().collect::<BTreeSet<_>>();
    macro_rules! all {
        ($list:ident) => {
            words(
                &$list::ALL
                    .iter()
                    .map(|word| word.as_str())
                    .collect::<Vec<_>>(),
            )
        };
    }
    let lists = [
        ("language", words(&Language::ALL.map(Language::as_str))),
        ("anonymity", all!(Anonymity)),
        ("kind", all!(Kind)),
        ("source", all!(Source)),
        ("horizon", all!(Horizon)),
        ("actor", all!(Actor)),
        ("organisation_kind", all!(OrganisationKind)),
        ("step_kind", all!(StepKind)),
        ("stance", all!(Stance)),
        ("grounding", all!(Grounding)),
        ("voice", all!(Voice)),
        ("aspect", all!(Aspect)),
    ];
    for schema in [
        schema::PLAN,
        schema::SESSION,
        schema::REPORT,
        schema::COMPARISON,
    ]
    .map(parsed)
    {
        for (name, expected) in &lists {
            let found = &schema["$defs"][name]["enum"];
            assert!(found.is_null() || listed(found) == *expected, "{name}");
        }
    }
    let plan = parsed(schema::PLAN);
    let found = &plan["properties"]["preset"]["enum"];
    assert_eq!(listed(found), all!(PresetName));
    let found = &plan["properties"]["personas"]["anyOf"][0]["enum"];
    assert_eq!(listed(found), all!(PersonaSet));
    let known = parsed(schema::SESSION);
    for (name, _) in &lists {
        assert!(known["$defs"][name].is_object(), "{name}");
    }
}

#[test]
fn what_halte_ships_and_writes_is_valid() {
    let plan = validator(schema::PLAN);
    for name in ["sessions/full.yaml", "sessions/short.yaml"] {
        assert_eq!(faults(&plan, &yaml(&shipped(name))), [""; 0], "{name}");
    }
    let content = Content::shipped().expect("content");
    for language in Language::ALL {
        for preset in PresetName::ALL {
            let outline = Outline {
                title: "Volgende halte: 2035".parse().expect("a title"),
                language,
                preset: *preset,
                scenarios: content.scenarios.iter().map(|one| one.id.clone()).collect(),
                personas: content.personas.iter().map(|one| one.id.clone()).collect(),
            };
            let text = session::write_plan(&outline, content).expect("written");
            assert_eq!(faults(&plan, &yaml(&text)), [""; 0], "{text}");
        }
    }
    let saved = validator(schema::SESSION);
    let example = yaml(&shipped("sessions/example.yaml"));
    assert_eq!(faults(&saved, &example), [""; 0]);
    assert!(!plan.is_valid(&example), "a session is no plan");
    assert!(!saved.is_valid(&yaml(&shipped("sessions/full.yaml"))));
}

#[test]
fn a_session_with_all_there_can_be_is_valid() {
    let read = journal::read(&crate::cli::rehearsed().journal).expect("a journal");
    let workshop = Workshop::replay(&read.records).expect("opened");
    let text = session::write(&Session::of(&workshop)).expect("written");
    let document = yaml(&text);
    assert_eq!(faults(&validator(schema::SESSION), &document), [""; 0]);
    let contributions = document["contributions"].as_array().expect("a list");
    assert!(
        contributions
            .iter()
            .any(|one| one["suggestion"].is_object())
    );
}

#[test]
fn a_plan_by_id_by_change_and_whole_is_valid() {
    let text = "schema: halte/1
title: Gent
tags: [2026, gent]
organisations: [{name: Weverij, kind: company}]
preset: short
scenarios: [synergy, {id: takeover, title: {nl: Overname}}]
personas: inclusion
themes:
  - {id: rust, title: {nl: rust}, heading: {nl: Rust}, definition: {nl: Rust.}}
scripts: [welcome, {kind: vote, say: {nl: Stem nu.}}]
suggestions:
  to_participants: true
  words: [{theme: none, language: nl, pattern: \"*lift*\"}]
";
    let text = text.replace("[2026, gent]", "[\"2026\", gent]");
    let content = Content::shipped().expect("content");
    let read = session::read(text.as_bytes(), content).expect("a plan");
    assert!(matches!(read, File::Plan(_)));
    assert_eq!(faults(&validator(schema::PLAN), &yaml(&text)), [""; 0]);
}

#[test]
fn a_field_that_is_not_known_is_not_valid_anywhere() {
    let plan = validator(schema::PLAN);
    let whole = json!({
        "schema": "halte/1", "agenda": [{"kind": "welcome"}], "personas": [{"id": "mentor"}],
        "suggestions": {"examples": [{"theme": "none", "text": "x"}]}, "notices": {"frame": {"nl": "x"}},
    });
    assert!(plan.is_valid(&whole));
    for place in [
        "",
        "/agenda/0",
        "/personas/0",
        "/suggestions",
        "/suggestions/examples/0",
        "/notices",
        "/notices/frame",
    ] {
        let mut odd = whole.clone();
        odd.pointer_mut(place).expect("there")["colour"] = json!("blauw");
        assert!(!plan.is_valid(&odd), "{place}");
    }
    for name in [
        "unknown-field",
        "unknown-field-in-step",
        "unknown-field-in-persona",
        "unknown-field-in-fact",
        "unknown-step-kind",
        "unknown-anonymity",
        "unknown-preset",
    ] {
        let text = shipped(&format!("tests/it/plans/bad/{name}.yaml"));
        assert!(!plan.is_valid(&yaml(&text)), "{name}");
    }
}

#[test]
fn every_report_is_valid() {
    let schema = validator(schema::REPORT);
    let example = session::read_session(shipped("sessions/example.yaml").as_bytes());
    let example = example.expect("a session").into_workshop();
    let read = journal::read(&crate::cli::rehearsed().journal).expect("a journal");
    let rehearsed = Workshop::replay(&read.records).expect("opened");
    let begun = Workshop::replay(&read.records[..1]).expect("opened");
    for workshops in [&[][..], &[&begun], &[&example], &[&example, &rehearsed]] {
        for by in [By::Primary, By::Any] {
            let written = json::render(&Report::of(workshops, Options { by }));
            let report = serde_json::from_str(&written).expect("JSON");
            assert_eq!(faults(&schema, &report), [""; 0]);
        }
    }
    let written = json::render(&Report::of(&[&example], Options::default()));
    let mut odd: Value = serde_json::from_str(&written).expect("JSON");
    odd["sessions"][0]["colour"] = json!("blauw");
    assert!(!schema.is_valid(&odd));
}

#[test]
fn every_comparison_is_valid() {
    let schema = validator(schema::COMPARISON);
    let example = session::read_session(shipped("sessions/example.yaml").as_bytes());
    let example = example.expect("a session").into_workshop();
    let read = journal::read(&crate::cli::rehearsed().journal).expect("a journal");
    let rehearsed = Workshop::replay(&read.records).expect("opened");
    let begun = Workshop::replay(&read.records[..1]).expect("opened");
    let model = Suggester::shipped().model();
    let workshops = [example, rehearsed, begun];
    let mut kinds = BTreeSet::new();
    for by in [
        GroupBy::Session,
        GroupBy::Organisation,
        GroupBy::Sector,
        GroupBy::Year,
        GroupBy::Tag,
    ] {
        let mut comparison = Comparison::of(&split(workshops.to_vec(), by), by, model);
        comparison.unreadable.push(Unreadable {
            file: "kapot.yaml".to_owned(),
            reason: "het is geen sessie".to_owned(),
        });
        let written: Value = serde_json::from_str(&json::render(&comparison)).expect("JSON");
        assert_eq!(faults(&schema, &written), [""; 0], "{by:?}");
        for column in written["columns"].as_array().expect("a list") {
            let who = &column["who"];
            let kind = who.as_object().and_then(|who| who.keys().next());
            kinds.extend(kind.map(String::as_str).or(who.as_str()).map(str::to_owned));
        }
        // What is not written is not valid either.
        for (place, value) in [
            ("/columns/0", json!({"colour": "blauw"})),
            ("/columns/0/who", json!({"wie": "x"})),
            ("/themes/0/columns/0", json!({})),
            ("/grouped_by", json!("weather")),
        ] {
            let mut odd = written.clone();
            *odd.pointer_mut(place).expect("there") = value;
            assert!(!schema.is_valid(&odd), "{place}");
        }
    }
    assert!(
        ["session", "sector", "year", "unknown"]
            .iter()
            .all(|kind| kinds.contains(*kind)),
        "{kinds:?}"
    );
}
