//! Plans: the shipped ones can be walked, and every bad one is refused with one clear sentence.

mod suggesting;

use std::fs;
use std::path::Path;

use halte::content::{Content, FileError, Problem};
use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::session::{self, Draft, File, Fresh, Outline};
use halte::vocabulary::{PersonaSet, PresetName, StepKind};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;

fn content() -> &'static Content {
    Content::shipped().expect("the shipped content loads")
}

fn draft(text: &str) -> Draft {
    match session::read(text.as_bytes(), content()) {
        Ok(File::Plan(draft)) => *draft,
        other => panic!("not a plan: {other:?}"),
    }
}

fn shipped(preset: PresetName) -> Draft {
    session::shipped(preset, content()).expect("the shipped plan loads")
}

fn refused(text: &str) -> FileError {
    session::read(text.as_bytes(), content()).expect_err("not a good plan")
}

fn minutes(plan: &Plan) -> u32 {
    plan.agenda.iter().map(|step| u32::from(step.minutes)).sum()
}

fn fresh() -> Fresh {
    Fresh {
        at: Moment::from_millis(1_795_251_600_000),
        chance: 0x1234_5678_a3f9,
    }
}

/// Every file of the folder with its bytes, by name.
fn bad_plans() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/plans/bad");
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable").path())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy();
            (name.into_owned(), fs::read(&path).expect("readable"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_bad_plan_is_refused_with_one_sentence_and_its_place() {
    let files = bad_plans();
    assert!(files.len() >= 45, "{} files", files.len());
    let english = Locale::new(Language::En);
    let messages: Vec<String> = files
        .iter()
        .map(|(name, bytes)| match session::read(bytes, content()) {
            Ok(file) => panic!("{name} was taken: {file:?}"),
            Err(error) => error.render(english, name),
        })
        .collect();
    insta::assert_snapshot!(messages.join("\n"));
}

#[test]
fn every_sentence_is_one_short_line_in_every_language() {
    for (name, bytes) in bad_plans() {
        let error = session::read(&bytes, content()).expect_err("a bad plan");
        let sentences = Language::ALL.map(|language| error.sentence(Locale::new(language)));
        for sentence in &sentences {
            assert!(!sentence.is_empty(), "{name}");
            assert!(sentence.chars().count() < 240, "{name}: {sentence}");
            assert!(!sentence.contains(char::is_control), "{name}: {sentence:?}");
        }
        let [nl, en, fr] = sentences;
        assert!(
            nl != en && en != fr && nl != fr,
            "{name}: {nl} / {en} / {fr}"
        );
    }
}

#[test]
fn a_hundred_megabytes_are_refused_before_they_are_looked_at() {
    let huge = vec![b'['; 100 * 1024 * 1024];
    let error = session::read(&huge, content()).expect_err("too large");
    assert!(matches!(*error.problem, Problem::TooLarge { .. }));
}

#[test]
fn nesting_without_end_is_refused_at_the_first_bracket_too_many() {
    for text in [
        "[".repeat(1_000_000),
        "{a: ".repeat(1_000_000),
        "- ".repeat(1_000_000),
    ] {
        let error = refused(&format!("schema: halte/1\ntitle:\n  {text}"));
        assert!(matches!(*error.problem, Problem::TooDeep { .. }), "{error}");
        assert_eq!(error.line, 3);
        assert!(error.column < 200, "{error}");
    }
}

#[test]
fn more_values_than_any_session_has_are_refused() {
    let text = format!("schema: halte/1\ntags: [{}]", "1,".repeat(2_100_000));
    assert!(matches!(*refused(&text).problem, Problem::TooMany { .. }));
}

#[test]
fn what_is_quoted_from_a_file_cannot_reach_the_terminal() {
    let error = refused("schema: halte/1\n\"\\e[31mred\\nline\": 1\n");
    assert_eq!(
        error.to_string(),
        "2:1: unknown field \"red line\"".to_owned() + known_fields(&error)
    );
    let long = "x".repeat(900);
    assert!(
        refused(&format!("schema: halte/1\n{long}: 1\n"))
            .to_string()
            .len()
            < 200
    );
}

/// Nothing is near, and there are too many fields to list.
fn known_fields(error: &FileError) -> &'static str {
    match &*error.problem {
        Problem::UnknownField { known, .. } if known.len() > 12 => "",
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_shortest_plan_is_a_whole_workshop() {
    let plan = draft("schema: halte/1\n").open(&fresh());
    assert_eq!(plan.id.as_str(), "2026-11-21-volgende-halte-a3f9");
    assert_eq!(plan.seed, 0x1234_5678);
    assert_eq!(plan.title.as_str(), "Volgende halte");
    assert_eq!(plan.dots, 5);
    assert_eq!(plan.scenarios, content().scenarios);
    assert_eq!(plan.personas, content().personas);
    assert_eq!(plan.notices, content().notices);
    assert_eq!(plan.agenda.len(), 1 + 4 * 3 + 7);
    assert_eq!(minutes(&plan), 120);
}

#[test]
fn an_id_and_a_seed_of_the_plan_itself_are_kept() {
    let plan = draft("schema: halte/1\nid: gent-01\nseed: 18446744073709551615\n").open(&fresh());
    assert_eq!(plan.id.as_str(), "gent-01");
    assert_eq!(plan.seed, u64::MAX);
}

#[test]
fn an_id_is_made_of_as_much_of_the_title_as_fits() {
    let id = |title: &str| {
        let text = format!("schema: halte/1\ntitle: \"{title}\"\n");
        draft(&text).open(&fresh()).id.to_string()
    };
    assert_eq!(
        id("Één dag in Geel & Mol"),
        "2026-11-21-een-dag-in-geel-mol-a3f9"
    );
    assert_eq!(id("!!!"), "2026-11-21-workshop-a3f9");
    assert_eq!(id(&"w".repeat(100)), "2026-11-21-workshop-a3f9");
    assert!(id(&"woord ".repeat(20)).len() <= 48);
}

#[test]
fn a_plan_takes_items_by_id_and_changes_what_it_says() {
    let plan = draft(
        "schema: halte/1
scenarios: [takeover]
personas:
  - stitcher
  - id: mentor
    digital_confidence: 5
themes: [wellbeing]
",
    )
    .open(&fresh());
    let mentor = plan.personas.last().expect("two personas");
    assert_eq!(mentor.digital_confidence, 5);
    let shipped = content()
        .personas
        .iter()
        .find(|known| known.id == mentor.id);
    assert_eq!(shipped.map(|known| &known.role), Some(&mentor.role));
    assert!(plan.agenda.iter().all(|step| {
        step.scenario
            .as_ref()
            .is_none_or(|id| id.as_str() == "takeover")
    }));
    assert!(
        plan.cases
            .iter()
            .all(|case| case.theme.as_str() == "wellbeing")
    );
    assert!(!plan.cases.is_empty());
}

#[test]
fn steps_get_the_ids_and_minutes_they_lack() {
    let plan = draft(
        "schema: halte/1
preset: short
agenda:
  - {id: s02, kind: welcome}
  - {kind: write, scenario: synergy, minutes: 9}
  - {kind: reflect}
",
    )
    .open(&fresh());
    let steps: Vec<(&str, u16)> = plan
        .agenda
        .iter()
        .map(|step| (step.id.as_str(), step.minutes))
        .collect();
    assert_eq!(steps, [("s02", 3), ("s03", 9), ("s04", 7)]);
}

#[test]
fn words_that_look_like_something_else_stay_text() {
    for word in [
        "no",
        "on",
        "12:30",
        "1e3",
        "007",
        "0x1F",
        "2026-11-21",
        "true",
        ".5",
    ] {
        assert_eq!(
            draft(&format!("schema: halte/1\ntitle: {word}\n"))
                .plan()
                .title
                .as_str(),
            word
        );
    }
}

#[test]
fn a_file_from_another_editor_reads_alike() {
    let plain = draft("schema: halte/1\ntitle: Gent\n");
    assert_eq!(draft("\u{FEFF}schema: halte/1\ntitle: Gent\n"), plain);
    assert_eq!(draft("schema: halte/1\r\ntitle: Gent\r\n"), plain);
    assert_eq!(draft("schema: halte/1\rtitle: Gent\r"), plain);
    assert_eq!(draft("---\n{title: Gent, schema: halte/1}\n...\n"), plain);
    assert_eq!(draft("title: >-\n  Gent\nschema: 'halte/1'"), plain);
}

#[test]
fn an_empty_field_is_as_good_as_none() {
    let text = "schema: halte/1\ntitle:\nagenda: ~\npersonas:\n";
    assert_eq!(draft(text), draft("schema: halte/1\n"));
}

#[test]
fn the_shipped_plans_load_and_take_two_hours_and_one() {
    let full = shipped(PresetName::Full).open(&fresh());
    assert!((110..=130).contains(&minutes(&full)), "{}", minutes(&full));
    assert_eq!(full.scenarios, content().scenarios);
    let short = shipped(PresetName::Short).open(&fresh());
    assert!((55..=65).contains(&minutes(&short)), "{}", minutes(&short));
    assert_eq!(short.personas.len(), 6);
    for plan in [full, short] {
        let first = plan.agenda.first().map(|step| step.kind);
        let last = plan.agenda.last().map(|step| step.kind);
        assert_eq!(
            (first, last),
            (Some(StepKind::Welcome), Some(StepKind::Close))
        );
        let workshop = Workshop::open(plan, fresh().at);
        for step in &workshop.plan().agenda {
            assert!(workshop.plan().script(step.kind).is_some(), "{}", step.kind);
        }
    }
}

#[test]
fn every_plan_in_the_folder_of_plans_loads() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("readable").path();
        if path.extension().is_some_and(|ending| ending == "yaml") {
            let bytes = fs::read(&path).expect("readable");
            let name = path.display().to_string();
            if let Err(error) = session::read(&bytes, content()) {
                panic!("{}", error.render(Locale::new(Language::En), &name));
            }
        }
    }
}

#[test]
fn a_new_plan_reads_back_as_what_was_asked_for() {
    let long = "Kansen: \"no\" # 1, l'avenir ".repeat(4);
    for language in Language::ALL {
        for preset in [PresetName::Full, PresetName::Short] {
            let outline = Outline {
                title: long.parse().expect("a title"),
                language,
                preset,
                scenarios: vec![
                    "takeover".parse().expect("id"),
                    "synergy".parse().expect("id"),
                ],
                personas: content().persona_set(PersonaSet::Inclusion),
            };
            let text = session::write_plan(&outline, content()).expect("writable");
            let plan = draft(&text).open(&fresh());
            assert_eq!(plan.title, outline.title);
            assert_eq!(plan.language, language);
            assert!(
                plan.scenarios
                    .iter()
                    .map(|found| &found.id)
                    .eq(&outline.scenarios)
            );
            assert!(
                plan.personas
                    .iter()
                    .map(|found| &found.id)
                    .eq(&outline.personas)
            );
            let expected = content().preset(preset).agenda(&outline.scenarios).count();
            assert_eq!(plan.agenda.len(), expected);
        }
    }
}

#[test]
fn a_new_plan_is_short_and_explains_itself() {
    let outline = Outline {
        title: "Volgende halte in Gent".parse().expect("a title"),
        language: Language::Nl,
        preset: PresetName::Short,
        scenarios: vec!["synergy".parse().expect("id")],
        personas: content().persona_set(PersonaSet::Four),
    };
    insta::assert_snapshot!(session::write_plan(&outline, content()).expect("writable"));
}

#[test]
fn a_persona_file_is_known_by_its_fields() {
    let text = include_str!("../../personas/stitcher.yaml");
    match session::read(text.as_bytes(), content()) {
        Ok(File::Persona(persona)) => assert_eq!(persona.id.as_str(), "stitcher"),
        other => panic!("{other:?}"),
    }
    let error = refused("id: lasser\nrole: {nl: lasser}\nsektor: {nl: metaal}\n");
    assert_eq!(
        error.to_string(),
        "3:1: unknown field \"sektor\"; did you mean \"sector\"?"
    );
}
