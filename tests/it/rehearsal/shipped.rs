//! The shipped content, read straight from its files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use halte::language::{Language, Localised};
use halte::rehearsal::{Line, SAYINGS, Sayings};
use halte::vocabulary::{Anonymity, StepKind};
use halte::workshop::plan::{
    Card, Case, Challenge, Force, Notices, Persona, Phase, Plan, Prompt, Scenario, Script, Step,
    Suggesting, Theme,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The four scenarios.
pub(super) const SCENARIOS: [&str; 4] = ["synergy", "inefficiency", "takeover", "status-quo"];

fn text_of(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read<T: DeserializeOwned>(path: &str) -> T {
    serde_yaml::from_str(&text_of(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[derive(Deserialize)]
struct Preset {
    opening: Vec<Slot>,
    per_scenario: Vec<Slot>,
    closing: Vec<Slot>,
}

#[derive(Deserialize)]
struct Slot {
    kind: StepKind,
    minutes: u16,
}

#[derive(Deserialize)]
struct Deck {
    forces: Vec<Force>,
    cards: Vec<Card>,
}

#[derive(Deserialize)]
struct Closing {
    warning: Localised,
    frame: Localised,
    not_the_study: Localised,
    card_question: Localised,
    learning_claim: Localised,
    phases: Vec<Phase>,
    prompts: Vec<Prompt>,
    challenges: Vec<Challenge>,
}

fn agenda(preset: &Preset, scenarios: &[Scenario]) -> Vec<Step> {
    let mut agenda = Vec::new();
    let mut add = |slot: &Slot, scenario: Option<&Scenario>| {
        agenda.push(Step {
            id: format!("s{:02}", agenda.len() + 1).parse().unwrap(),
            kind: slot.kind,
            scenario: scenario.map(|scenario| scenario.id.clone()),
            minutes: slot.minutes,
            prompts: Vec::new(),
        });
    };
    preset.opening.iter().for_each(|slot| add(slot, None));
    for scenario in scenarios {
        for slot in &preset.per_scenario {
            add(slot, Some(scenario));
        }
    }
    preset.closing.iter().for_each(|slot| add(slot, None));
    agenda
}

pub(super) fn plan(preset: &str) -> Plan {
    let mut presets: BTreeMap<String, Preset> = read("src/content/presets.yaml");
    let scenarios: Vec<Scenario> = read("src/content/scenarios.yaml");
    let deck: Deck = read("src/content/cards.yaml");
    let closing: Closing = read("src/content/closing.yaml");
    let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("personas"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    Plan {
        id: "2026-11-21-rehearsal".parse().unwrap(),
        title: "Repetitie".parse().unwrap(),
        language: Language::Nl,
        anonymity: Anonymity::Pseudonymous,
        redacted: Vec::new(),
        dots: 5,
        seed: 7,
        tags: Vec::new(),
        organisations: Vec::new(),
        agenda: agenda(&presets.remove(preset).unwrap(), &scenarios),
        scenarios,
        personas: files
            .iter()
            .map(|file| read::<Persona>(&format!("personas/{file}")))
            .collect(),
        themes: read::<Vec<Theme>>("src/content/themes.yaml"),
        forces: deck.forces,
        cards: deck.cards,
        cases: read::<Vec<Case>>("src/content/cases.yaml"),
        challenges: closing.challenges,
        prompts: closing.prompts,
        scripts: read::<Vec<Script>>("src/content/scripts.yaml"),
        suggestions: Suggesting::default(),
        notices: Notices {
            warning: closing.warning,
            frame: closing.frame,
            not_the_study: closing.not_the_study,
            card_question: closing.card_question,
            learning_claim: closing.learning_claim,
            phases: closing.phases,
        },
    }
}

pub(super) fn lines() -> Vec<Line> {
    let mut lines = Vec::new();
    for scenario in SCENARIOS {
        let path = format!("src/content/statements/{scenario}.yaml");
        let text = text_of(&path).replace("- {", &format!("- {{scenario: {scenario}, "));
        let of_scenario: Vec<Line> =
            serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        lines.extend(of_scenario);
    }
    lines
}

pub(super) fn sayings() -> Sayings {
    serde_yaml::from_str(SAYINGS).unwrap()
}
