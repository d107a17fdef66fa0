//! The library: scenarios, personas, themes, trend cards and the rest, as halte ships them and as an organiser may
//! override them. Content is data in YAML files that anybody may edit; they are embedded here, so that a single
//! binary is complete. This module is handed texts and never opens a file.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod decode;
mod fault;
mod node;
mod shelf;
mod shipped;
mod yaml;

use serde::Deserialize;

pub use fault::{FileError, Found, Problem, Thing, Wanted};
pub use shelf::Section;

pub(crate) use decode::{decode, first_unknown};
pub(crate) use fault::At;
pub(crate) use node::{Key, Node, Seg, Value};
pub(crate) use shelf::{Shelves, entries, overlaid};
pub(crate) use yaml::parse;

use crate::id::{PersonaId, ScenarioId};
use crate::language::{Language, Localised};
use crate::vocabulary::{Kind, PersonaSet, PresetName, StepKind};
use crate::workshop::entry::Place;
use crate::workshop::plan::{
    Card, Case, Challenge, Force, Notices, Persona, Prompt, Scenario, Script, Theme,
};

/// Everything a plan can take from, each with an id to take it by.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The scenarios.
    pub scenarios: Vec<Scenario>,
    /// The personas.
    pub personas: Vec<Persona>,
    /// The future needs.
    pub themes: Vec<Theme>,
    /// The driving forces.
    pub forces: Vec<Force>,
    /// The trend cards.
    pub cards: Vec<Card>,
    /// The cases.
    pub cases: Vec<Case>,
    /// The challenges.
    pub challenges: Vec<Challenge>,
    /// The closing prompts.
    pub prompts: Vec<Prompt>,
    /// The facilitator's scripts, one per kind of step.
    pub scripts: Vec<Script>,
    /// Texts that stand with every scenario and report.
    pub notices: Notices,
    /// The ready-made agendas.
    pub presets: Presets,
    /// The same as it was written, for a plan that takes an item and changes a field of it.
    shelves: Shelves,
}

/// The ready-made agendas.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Presets {
    /// About two hours with four scenarios.
    pub full: Preset,
    /// About one hour with four scenarios.
    pub short: Preset,
}

/// A ready-made agenda: the same steps for every scenario, between an opening and a closing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// What it is called.
    pub title: Localised,
    /// Before the scenarios.
    pub opening: Vec<PresetStep>,
    /// For each scenario.
    pub per_scenario: Vec<PresetStep>,
    /// After the scenarios.
    pub closing: Vec<PresetStep>,
}

/// One step of a ready-made agenda.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PresetStep {
    /// What kind of step it is.
    pub kind: StepKind,
    /// Minutes planned for it.
    pub minutes: u16,
}

/// A statement a simulated participant types in a rehearsal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The persona it speaks for.
    pub persona: PersonaId,
    /// What it says it is.
    pub kind: Kind,
    /// Where it belongs, as its author meant it.
    pub theme: Place,
    /// Where it belongs too.
    #[serde(default)]
    pub second: Option<Place>,
    /// The language it is in.
    pub lang: Language,
    /// The words, as somebody would type them.
    pub text: crate::text::Statement,
}

/// A file of the library, or one that should be in it, that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}:{error}")]
pub struct ContentError {
    /// Which file.
    pub path: String,
    /// What is wrong with it, and where.
    pub error: FileError,
}

impl Content {
    /// What halte ships; read once.
    pub fn shipped() -> Result<&'static Self, ContentError> {
        shipped::content().as_ref().map_err(Clone::clone)
    }

    /// The same with these files over it, each a path and its text. An item with a known id takes that one's place,
    /// a new one is added. A file that bears the name of a section (`scenarios.yaml`, `themes.yaml`) holds a list of
    /// such items, one that bears the name of a shipped file (`cards.yaml`, `closing.yaml`, `presets.yaml`) is made
    /// like it, and any other is a persona.
    pub fn with_files(
        &self,
        files: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ContentError> {
        let mut shelves = self.shelves.clone();
        for (path, text) in files {
            shelves
                .take(&path, &text)
                .map_err(|error| ContentError { path, error })?;
        }
        Self::on(shelves).map_err(|error| ContentError {
            path: String::new(),
            error,
        })
    }

    /// What simulated participants may type in a scenario; read when asked for. Scenarios of an organiser's own have
    /// none.
    pub fn statements(scenario: &ScenarioId) -> Result<Vec<Statement>, ContentError> {
        let Some((path, text)) = shipped::statements(scenario) else {
            return Ok(Vec::new());
        };
        parse(text.as_bytes())
            .and_then(|tree| decode(&tree))
            .map_err(|error| ContentError {
                path: path.to_owned(),
                error,
            })
    }

    /// A ready-made agenda.
    #[must_use]
    pub const fn preset(&self, name: PresetName) -> &Preset {
        match name {
            PresetName::Full => &self.presets.full,
            PresetName::Short => &self.presets.short,
        }
    }

    /// The personas of a quick set, as far as the library has them.
    #[must_use]
    pub fn persona_set(&self, set: PersonaSet) -> Vec<PersonaId> {
        let ids = self.personas.iter().map(|persona| &persona.id);
        match set_of(set) {
            None => ids.cloned().collect(),
            Some(wanted) => wanted
                .iter()
                .filter_map(|name| ids.clone().find(|id| id.as_str() == *name))
                .cloned()
                .collect(),
        }
    }

    /// The personas somebody asks for in a word: a quick set, or ids with commas between them.
    pub fn personas_named(&self, words: &str) -> Result<Vec<PersonaId>, Problem> {
        if let Ok(set) = words.trim().parse() {
            return Ok(self.persona_set(set));
        }
        let known = self.personas.iter().map(|known| &known.id);
        named(words, Thing::Persona, known, PersonaId::as_str)
    }

    /// The scenarios somebody asks for in a word: ids with commas between them.
    pub fn scenarios_named(&self, words: &str) -> Result<Vec<ScenarioId>, Problem> {
        let known = self.scenarios.iter().map(|known| &known.id);
        named(words, Thing::Scenario, known, ScenarioId::as_str)
    }

    fn on(shelves: Shelves) -> Result<Self, FileError> {
        Ok(Self {
            scenarios: shelves.all(Section::Scenarios)?,
            personas: shelves.all(Section::Personas)?,
            themes: shelves.all(Section::Themes)?,
            forces: shelves.all(Section::Forces)?,
            cards: shelves.all(Section::Cards)?,
            cases: shelves.all(Section::Cases)?,
            challenges: shelves.all(Section::Challenges)?,
            prompts: shelves.all(Section::Prompts)?,
            scripts: shelves.all(Section::Scripts)?,
            notices: decode(&shelves.notices)?,
            presets: decode(&shelves.presets)?,
            shelves,
        })
    }

    pub(crate) const fn shelves(&self) -> &Shelves {
        &self.shelves
    }
}

impl Preset {
    /// The whole agenda over these scenarios: each step with its scenario, if it is about one.
    pub fn agenda<'a>(
        &'a self,
        scenarios: &'a [ScenarioId],
    ) -> impl Iterator<Item = (&'a PresetStep, Option<&'a ScenarioId>)> {
        let rounds = scenarios.iter().flat_map(|scenario| {
            self.per_scenario
                .iter()
                .map(move |step| (step, Some(scenario)))
        });
        let opening = self.opening.iter().map(|step| (step, None));
        let closing = self.closing.iter().map(|step| (step, None));
        opening.chain(rounds).chain(closing)
    }

    /// The minutes it plans for a kind of step, if it has one.
    #[must_use]
    pub fn minutes(&self, kind: StepKind) -> Option<u16> {
        self.opening
            .iter()
            .chain(&self.per_scenario)
            .chain(&self.closing)
            .find(|step| step.kind == kind)
            .map(|step| step.minutes)
    }
}

/// The known ids among words with commas between them, in the order of the words.
fn named<'a, T: Clone + 'a>(
    words: &str,
    what: Thing,
    known: impl Iterator<Item = &'a T>,
    as_str: impl Fn(&T) -> &str,
) -> Result<Vec<T>, Problem> {
    let known: Vec<&T> = known.collect();
    let words = words.split(',').map(str::trim);
    words
        .map(|word| {
            let found = known.iter().find(|id| as_str(id) == word);
            found.map(|id| (*id).clone()).ok_or_else(|| {
                let ids: Vec<&str> = known.iter().map(|id| as_str(id)).collect();
                Problem::unknown(what, word, &ids)
            })
        })
        .collect()
}

/// The personas of a set by id; `None` for all there are.
const fn set_of(set: PersonaSet) -> Option<&'static [&'static str]> {
    match set {
        PersonaSet::Four => Some(&[
            "process-operator",
            "retrained-craftsman",
            "hr-manager",
            "worker-representative",
        ]),
        PersonaSet::Six => Some(&[
            "process-operator",
            "retrained-craftsman",
            "hr-manager",
            "worker-representative",
            "production-manager",
            "sme-owner",
        ]),
        PersonaSet::Inclusion => Some(&[
            "retrained-craftsman",
            "packer-new-language",
            "stitcher",
            "sheltered-worker",
        ]),
        PersonaSet::All => None,
    }
}
