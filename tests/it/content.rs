//! The shipped content: it loads, it is complete in every language, and everything in it is used.

use std::collections::BTreeSet;

use halte::content::{Content, Statement};
use halte::id::{PersonaId, ScenarioId};
use halte::language::{Language, Localised};
use halte::locale::Locale;
use halte::text::fold;
use halte::vocabulary::{PersonaSet, StepKind};
use halte::workshop::entry::Place;
use halte::workshop::plan::Prompt;

fn content() -> &'static Content {
    Content::shipped().expect("the shipped content loads")
}

fn prompts() -> impl Iterator<Item = &'static Prompt> {
    let scenarios = content().scenarios.iter();
    scenarios
        .flat_map(|scenario| &scenario.prompts)
        .chain(&content().prompts)
}

#[test]
fn there_is_as_much_of_everything_as_the_method_asks() {
    let content = content();
    assert_eq!(content.scenarios.len(), 4);
    assert_eq!(content.personas.len(), 16);
    assert_eq!(content.themes.len(), 5);
    assert_eq!(content.forces.len(), 5);
    assert_eq!(content.cases.len(), 6);
    assert_eq!(content.challenges.len(), 3);
    assert_eq!(content.notices.phases.len(), 4);
    assert_eq!(prompts().count(), 30);
    for scenario in &content.scenarios {
        assert_eq!(scenario.prompts.len(), 6, "{}", scenario.id);
    }
    let kinds: BTreeSet<StepKind> = content.scripts.iter().map(|script| script.kind).collect();
    assert!(
        kinds.iter().eq(StepKind::ALL),
        "a script for every kind of step"
    );
}

/// Every text of the library with a word on where it stands.
fn texts() -> Vec<(String, &'static Localised)> {
    let content = content();
    let mut texts: Vec<(String, &Localised)> = Vec::new();
    for one in &content.scenarios {
        texts.extend(
            [("title", &one.title), ("summary", &one.summary)]
                .map(|(field, text)| (format!("{} {field}", one.id), text)),
        );
        texts.extend(
            one.facts
                .iter()
                .map(|fact| (format!("{} {}", one.id, fact.aspect), &fact.text)),
        );
    }
    for one in &content.personas {
        let fields = [
            &one.role,
            &one.sector,
            &one.experience,
            &one.work,
            &one.worries,
            &one.wishes,
        ];
        texts.extend(fields.map(|text| (one.id.to_string(), text)));
    }
    for one in &content.themes {
        let fields = [&one.title, &one.heading, &one.definition, &one.tie_break];
        texts.extend(fields.map(|text| (one.id.to_string(), text)));
    }
    texts.extend(
        content
            .forces
            .iter()
            .map(|one| (one.id.to_string(), &one.title)),
    );
    texts.extend(
        content
            .cards
            .iter()
            .map(|one| (one.id.to_string(), &one.text)),
    );
    for one in &content.cases {
        texts.extend([&one.title, &one.text].map(|text| (one.id.to_string(), text)));
    }
    for one in &content.challenges {
        texts.extend([&one.title, &one.text, &one.question].map(|text| (one.id.to_string(), text)));
    }
    for one in &content.scripts {
        let fields = [&one.title, &one.say, &one.may, &one.expect];
        texts.extend(fields.map(|text| (one.kind.to_string(), text)));
    }
    texts.extend(prompts().map(|one| (one.id.to_string(), &one.text)));
    let notices = &content.notices;
    let fields = [
        &notices.warning,
        &notices.frame,
        &notices.not_the_study,
        &notices.card_question,
        &notices.learning_claim,
    ];
    texts.extend(fields.map(|text| ("notices".to_owned(), text)));
    texts.extend(
        notices
            .phases
            .iter()
            .map(|phase| (phase.id.to_string(), &phase.title)),
    );
    let presets = [&content.presets.full.title, &content.presets.short.title];
    texts.extend(presets.map(|text| ("presets".to_owned(), text)));
    texts
}

#[test]
fn every_text_is_there_in_every_language() {
    let texts = texts();
    assert!(texts.len() > 250, "{}", texts.len());
    for (place, text) in texts {
        assert!(text.is_complete(), "{place}: {text:?}");
    }
}

#[test]
fn everything_that_is_defined_is_used() {
    let content = content();
    for force in &content.forces {
        assert!(
            content.cards.iter().any(|card| card.force == force.id),
            "{}",
            force.id
        );
    }
    for theme in &content.themes {
        assert!(
            content.cases.iter().any(|case| case.theme == theme.id),
            "{}",
            theme.id
        );
    }
    let ids: BTreeSet<&str> = prompts().map(|prompt| prompt.id.as_str()).collect();
    assert_eq!(
        ids.len(),
        prompts().count(),
        "every prompt has an id of its own"
    );
    for persona in &content.personas {
        assert!(
            (1..=5).contains(&persona.digital_confidence),
            "{}",
            persona.id
        );
        assert!(!persona.voice.is_empty(), "{}", persona.id);
    }
}

/// One prompt per theme would make the five recur by construction, so none may name one.
#[test]
fn no_prompt_names_a_theme() {
    const NAMES: [&str; 28] = [
        "levenslang leren",
        "bijleren",
        "bijscholing",
        "kennisdeling",
        "kennis delen",
        "welzijn",
        "werkgeluk",
        "zingeving",
        "ai ondersteuning",
        "verantwoorde",
        "verantwoordelijkheid",
        "lifelong learning",
        "upskilling",
        "knowledge sharing",
        "share knowledge",
        "wellbeing",
        "well being",
        "meaningful work",
        "ai support",
        "responsible",
        "responsibility",
        "apprentissage tout au long",
        "formation continue",
        "partage des connaissances",
        "partage de connaissances",
        "bien etre",
        "soutien par l ia",
        "responsable",
    ];
    for prompt in prompts() {
        for language in Language::ALL {
            let text = fold(prompt.text.get(language));
            let words = format!(" {text} ");
            let titles = content()
                .themes
                .iter()
                .map(|theme| fold(theme.title.get(language)));
            for name in NAMES.into_iter().map(str::to_owned).chain(titles) {
                assert!(
                    !words.contains(&format!(" {name} ")),
                    "{}: {name}: {text}",
                    prompt.id
                );
            }
        }
    }
}

#[test]
fn the_quick_sets_hold_the_personas_of_the_method() {
    let sizes = [
        (PersonaSet::Four, 4),
        (PersonaSet::Six, 6),
        (PersonaSet::Inclusion, 4),
        (PersonaSet::All, 16),
    ];
    for (set, size) in sizes {
        assert_eq!(content().persona_set(set).len(), size, "{set}");
    }
}

#[test]
fn personas_and_scenarios_can_be_asked_for_in_a_word() {
    let content = content();
    let six = content.personas_named("6").expect("a set");
    assert_eq!(six, content.persona_set(PersonaSet::Six));
    let two = content.personas_named("mentor, stitcher").expect("two ids");
    assert!(two.iter().map(PersonaId::as_str).eq(["mentor", "stitcher"]));
    let scenarios = content.scenarios_named("takeover").expect("an id");
    assert!(scenarios.iter().map(ScenarioId::as_str).eq(["takeover"]));
    let problem = content.personas_named("mentor,stiker").expect_err("a slip");
    assert_eq!(
        problem.sentence(Locale::new(Language::En)),
        "unknown persona \"stiker\"; did you mean \"stitcher\"?"
    );
}

#[test]
fn a_rehearsal_has_something_to_say_for_everyone_everywhere() {
    let themes: BTreeSet<&str> = content()
        .themes
        .iter()
        .map(|theme| theme.id.as_str())
        .collect();
    for scenario in &content().scenarios {
        let statements = Content::statements(&scenario.id).expect("they load");
        for persona in &content().personas {
            for language in Language::ALL {
                let speaks =
                    |said: &&Statement| said.persona == persona.id && said.lang == language;
                let count = statements.iter().filter(speaks).count();
                assert!(count > 0, "{}: {} in {language}", scenario.id, persona.id);
            }
        }
        for said in &statements {
            assert!(
                content()
                    .personas
                    .iter()
                    .any(|persona| persona.id == said.persona)
            );
            for place in [Some(&said.theme), said.second.as_ref()]
                .into_iter()
                .flatten()
            {
                let known = place
                    .theme()
                    .is_none_or(|theme| themes.contains(theme.as_str()));
                assert!(known, "{}: {place}", scenario.id);
            }
            assert_ne!(Some(&said.theme), said.second.as_ref(), "{}", said.text);
        }
        assert!(
            statements.iter().any(|said| said.theme == Place::None),
            "{}",
            scenario.id
        );
    }
    let own = "our-own".parse().expect("an id");
    assert_eq!(Content::statements(&own), Ok(Vec::new()));
}

#[test]
fn a_persona_file_takes_the_place_of_the_shipped_one_or_is_added() {
    let stitcher = include_str!("../../personas/stitcher.yaml");
    let own = stitcher.replace("digital_confidence: 1", "digital_confidence: 4");
    let welder = stitcher.replace("id: stitcher", "id: welder");
    let files = [("personas/a.yaml", own), ("personas/b.yaml", welder)];
    let files = files.map(|(path, text)| (path.to_owned(), text));
    let content = content().with_files(files).expect("good files");
    let ids: Vec<&str> = content
        .personas
        .iter()
        .map(|persona| persona.id.as_str())
        .collect();
    assert_eq!(ids.len(), 17);
    assert_eq!(ids.last(), Some(&"welder"));
    let stitcher = content
        .personas
        .iter()
        .find(|persona| persona.id.as_str() == "stitcher");
    assert_eq!(stitcher.map(|persona| persona.digital_confidence), Some(4));
}

#[test]
fn lists_and_parts_of_the_library_are_overridden_by_id_too() {
    let card = "cards:\n  - {id: TE1, force: ageing, text: {nl: anders}, source: eigen}\n";
    let warning = "warning: {nl: Let op}\n";
    let theme = "- {id: rust, title: {nl: rust}, heading: {nl: Rust}, definition: {nl: rust}}\n";
    let files = [
        ("cards.yaml", card),
        ("closing.yaml", warning),
        ("themes.yaml", theme),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let changed = content().with_files(files).expect("good files");
    assert_eq!(changed.cards.len(), content().cards.len());
    assert_eq!(
        changed
            .cards
            .first()
            .map(|card| card.text.get(Language::Nl)),
        Some("anders")
    );
    assert_eq!(changed.notices.warning.get(Language::Nl), "Let op");
    assert_eq!(changed.notices.frame, content().notices.frame);
    assert_eq!(changed.themes.len(), 6);
}

#[test]
fn a_bad_file_over_the_library_is_named_with_its_place() {
    let text = "id: stitcher\nrole: {nl: stikster}\nsectr: {nl: kleding}\n";
    let files = [("personas/mijn.yaml".to_owned(), text.to_owned())];
    let error = content()
        .with_files(files)
        .expect_err("a field is misspelt");
    assert_eq!(
        error.to_string(),
        "personas/mijn.yaml:3:1: unknown field \"sectr\"; did you mean \"sector\"?"
    );
}
