//! Small plans of any shape, with every kind of step.

use halte::vocabulary::Anonymity;
use halte::workshop::plan::Plan;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// The five themes of the method.
pub(crate) const THEMES: [&str; 5] = [
    "lifelong-learning",
    "knowledge-sharing",
    "wellbeing",
    "ai-support",
    "responsible-interaction",
];
const SCENARIOS: [&str; 4] = ["synergy", "inefficiency", "takeover", "status-quo"];
pub(crate) const CHALLENGES: [&str; 3] = ["shortage", "automation", "wellbeing-and-ai"];

/// What a plan can differ in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) scenarios: usize,
    pub(crate) personas: usize,
    pub(crate) anonymity: Anonymity,
    pub(crate) dots: u8,
    pub(crate) seed: u64,
    /// Whether each scenario is sorted by itself before all are sorted together.
    pub(crate) sorts_each: bool,
    /// Whether everybody sees what the tool suggests.
    pub(crate) suggests_to_all: bool,
}

impl Default for Shape {
    fn default() -> Self {
        Self {
            scenarios: 2,
            personas: 4,
            anonymity: Anonymity::Pseudonymous,
            dots: 3,
            seed: 7,
            sorts_each: false,
            suggests_to_all: false,
        }
    }
}

/// Any shape.
pub(crate) fn shapes() -> impl Strategy<Value = Shape> {
    (
        1..=4_usize,
        1..=16_usize,
        select(Anonymity::ALL),
        1..=5_u8,
        any::<u32>(),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(scenarios, personas, anonymity, dots, seed, sorts_each, suggests_to_all)| Shape {
                scenarios,
                personas,
                anonymity,
                dots,
                seed: u64::from(seed),
                sorts_each,
                suggests_to_all,
            },
        )
}

/// The plan of a shape: all kinds of step, in their usual order.
pub(crate) fn plan(shape: Shape) -> Plan {
    let all = |text: &str| json!({"nl": text, "en": text, "fr": text});
    let scenarios: Vec<&str> = SCENARIOS.into_iter().take(shape.scenarios).collect();
    let prompts = |scenario: &str| -> Vec<Value> {
        (1..=3)
            .map(|n| json!({"id": format!("{scenario}-{n}"), "text": all("What do you need?")}))
            .collect()
    };
    let cards = ["TE1", "TE2", "TE3"].map(|id| {
        json!({"id": id, "force": "technology", "text": all("A trend."), "source": "A report"})
    });
    let challenges = CHALLENGES.map(|id| {
        json!({"id": id, "title": all(id), "text": all("A claim."), "question": all("Do you agree?")})
    });
    let document = json!({
        "id": "a-workshop", "title": "A workshop", "language": "nl",
        "anonymity": shape.anonymity, "dots": shape.dots, "seed": shape.seed,
        "agenda": agenda(&scenarios, shape.sorts_each),
        "scenarios": scenarios.iter().map(|id| json!({
            "id": id, "title": all(id), "summary": all("A picture."), "facts": [], "prompts": prompts(id),
        })).collect::<Vec<_>>(),
        "personas": (1..=shape.personas).map(|n| json!({
            "id": format!("persona-{n:02}"), "role": all("A role"), "sector": all("any"),
            "experience": all("some"), "digital_confidence": 3, "work": all("work"), "worries": all("worries"),
            "wishes": all("wishes"), "grounding": "strong", "voice": ["worker-side"],
        })).collect::<Vec<_>>(),
        "themes": THEMES.iter().map(|id| json!({
            "id": id, "title": all(id), "heading": all(id), "definition": all("What it covers."),
        })).collect::<Vec<_>>(),
        "forces": [{"id": "technology", "title": all("Technology")}],
        "cards": cards,
        "cases": [],
        "challenges": challenges,
        "prompts": [{"id": "closing-1", "text": all("What stays with you?")}],
        "scripts": [],
        "suggestions": {"to_participants": shape.suggests_to_all},
        "notices": {
            "warning": all("Not static."), "frame": all("Several futures."), "not_the_study": all("One workshop."),
            "card_question": all("What changes?"), "learning_claim": all("A claim."), "phases": [],
        },
    });
    serde_json::from_value(document).expect("a plan")
}

fn agenda(scenarios: &[&str], sorts_each: bool) -> Vec<Value> {
    let mut agenda = vec![json!({"id": "welcome", "kind": "welcome", "minutes": 5})];
    for scenario in scenarios {
        let kinds = ["brief", "write", "share", "sort"];
        for kind in kinds.into_iter().take(if sorts_each { 4 } else { 3 }) {
            let id = format!("{kind}-{scenario}");
            agenda.push(json!({"id": id, "kind": kind, "scenario": scenario, "minutes": 8}));
        }
    }
    for kind in [
        "sort",
        "converge",
        "recurrence",
        "vote",
        "reflect",
        "act",
        "close",
    ] {
        agenda.push(json!({"id": kind, "kind": kind, "minutes": 10}));
    }
    agenda
}
