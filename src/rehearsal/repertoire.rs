//! What simulated people can say. The texts come from outside (the statements of the content, and [`SAYINGS`]);
//! this module only finds the fitting ones, and remembers which theme a statement was written for.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::content::{self, Content, ContentError};
use crate::id::{ChallengeId, PersonaId, ScenarioId};
use crate::language::{Language, Localised};
use crate::text::{Note, Statement, fold};
use crate::vocabulary::{Actor, Horizon, Kind, Stance};
use crate::workshop::entry::Place;
use crate::workshop::plan::{Persona, Plan};

/// The shipped [`Sayings`], as YAML.
pub const SAYINGS: &str = include_str!("sayings.yaml");

/// A statement that a simulated participant may type.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The scenario it is about.
    pub scenario: ScenarioId,
    /// The persona it is said as.
    pub persona: PersonaId,
    /// What it says it is.
    pub kind: Kind,
    /// The theme it was written for.
    pub theme: Place,
    /// The theme it could also belong to.
    #[serde(default)]
    pub second: Option<Place>,
    /// Its language.
    pub lang: Language,
    /// The words.
    pub text: Statement,
}

/// What simulated people say beside their statements.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sayings {
    /// Answers to the challenges.
    pub answers: Vec<Answer>,
    /// Remarks for the parking lot.
    pub remarks: InLanguages,
    /// Words before somebody else's statement, to say the same.
    pub echoes: InLanguages,
    /// What the facilitator may recommend.
    pub recommendations: Vec<Proposal>,
}

/// Answers to one challenge that take the same side.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The challenge.
    pub challenge: ChallengeId,
    /// The side.
    pub stance: Stance,
    /// Ways to say why.
    pub texts: InLanguages,
}

/// Several texts in each language; they need not be translations of each other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InLanguages {
    nl: Vec<Note>,
    en: Vec<Note>,
    fr: Vec<Note>,
}

impl InLanguages {
    /// The texts in this language.
    #[must_use]
    pub fn get(&self, language: Language) -> &[Note] {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
            Language::Fr => &self.fr,
        }
    }
}

/// Something that may be recommended.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// The theme it belongs to.
    pub theme: Place,
    /// Now or later.
    pub horizon: Horizon,
    /// Who should act.
    pub who: Actor,
    /// What should be done.
    pub text: Localised,
}

/// Everything simulated people can say, shared by all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repertoire {
    lines: Vec<Line>,
    sayings: Sayings,
    by_words: BTreeMap<String, usize>,
    openers: Vec<String>,
}

impl Repertoire {
    /// The shipped repertoire for these scenarios. A scenario of an organiser's own has no lines, and its people say
    /// what is said in the others.
    pub fn shipped<'a>(
        scenarios: impl IntoIterator<Item = &'a ScenarioId>,
    ) -> Result<Self, ContentError> {
        let mut lines = Vec::new();
        for scenario in scenarios {
            for said in Content::statements(scenario)? {
                lines.push(Line {
                    scenario: scenario.clone(),
                    persona: said.persona,
                    kind: said.kind,
                    theme: said.theme,
                    second: said.second,
                    lang: said.lang,
                    text: said.text,
                });
            }
        }
        let sayings = content::parse(SAYINGS.as_bytes()).and_then(|tree| content::decode(&tree));
        let sayings = sayings.map_err(|error| ContentError {
            path: "src/rehearsal/sayings.yaml".to_owned(),
            error,
        })?;
        Ok(Self::new(lines, sayings))
    }

    /// Makes a repertoire of these lines and sayings.
    #[must_use]
    pub fn new(lines: Vec<Line>, sayings: Sayings) -> Self {
        let by_words = lines
            .iter()
            .enumerate()
            .map(|(index, line)| (fold(line.text.as_str()), index))
            .collect();
        let openers = Language::ALL
            .into_iter()
            .flat_map(|language| sayings.echoes.get(language))
            .map(|opener| fold(opener.as_str()) + " ")
            .collect();
        Self {
            lines,
            sayings,
            by_words,
            openers,
        }
    }

    /// The line that a text says, also when it echoes it.
    #[must_use]
    pub fn line_of(&self, text: &Statement) -> Option<&Line> {
        let words = fold(text.as_str());
        self.by_words
            .get(&words)
            .or_else(|| self.by_words.get(self.echoed(&words)?))
            .and_then(|index| self.lines.get(*index))
    }

    /// Whether a text echoes another one.
    #[must_use]
    pub fn is_echo(&self, text: &Statement) -> bool {
        self.echoed(&fold(text.as_str())).is_some()
    }

    fn echoed<'a>(&self, words: &'a str) -> Option<&'a str> {
        self.openers
            .iter()
            .find_map(|opener| words.strip_prefix(opener.as_str()))
    }

    /// What a persona says in a scenario, in this language. Where the lines do not know the scenario, what the
    /// persona says anywhere.
    #[must_use]
    pub fn lines_of(
        &self,
        scenario: &ScenarioId,
        persona: &PersonaId,
        language: Language,
    ) -> Vec<&Line> {
        let knows_scenario = self.lines.iter().any(|line| line.scenario == *scenario);
        self.lines
            .iter()
            .filter(|line| line.lang == language && line.persona == *persona)
            .filter(|line| !knows_scenario || line.scenario == *scenario)
            .collect()
    }

    /// What the persona nearest to this one says, for one that has too little to say of its own.
    #[must_use]
    pub fn lines_near(
        &self,
        plan: &Plan,
        scenario: &ScenarioId,
        persona: Option<&PersonaId>,
        language: Language,
    ) -> Vec<&Line> {
        let own = persona.and_then(|id| plan.persona(id));
        let mut others: Vec<&Persona> = plan
            .personas
            .iter()
            .filter(|other| persona != Some(&other.id))
            .collect();
        others.sort_by_key(|other| own.map_or(0, |own| distance(own, other)));
        let said = others
            .into_iter()
            .map(|other| self.lines_of(scenario, &other.id, language))
            .find(|lines| !lines.is_empty());
        said.unwrap_or_else(|| self.lines_anyhow(scenario, language))
    }

    /// For a plan whose personas are all unknown: whatever fits the scenario, or else the language.
    fn lines_anyhow(&self, scenario: &ScenarioId, language: Language) -> Vec<&Line> {
        let spoken = || self.lines.iter().filter(|line| line.lang == language);
        let fitting: Vec<&Line> = spoken().filter(|line| line.scenario == *scenario).collect();
        if fitting.is_empty() {
            spoken().collect()
        } else {
            fitting
        }
    }

    /// Ways to say why one takes this side of a challenge.
    #[must_use]
    pub fn answers(&self, challenge: &ChallengeId, stance: Stance, language: Language) -> &[Note] {
        self.sayings
            .answers
            .iter()
            .find(|answer| answer.challenge == *challenge && answer.stance == stance)
            .map_or(&[], |answer| answer.texts.get(language))
    }

    /// Remarks for the parking lot.
    #[must_use]
    pub fn remarks(&self, language: Language) -> &[Note] {
        self.sayings.remarks.get(language)
    }

    /// Words to say the same as somebody else with.
    #[must_use]
    pub fn echoes(&self, language: Language) -> &[Note] {
        self.sayings.echoes.get(language)
    }

    /// What may be recommended under a theme.
    pub fn proposals<'a>(&'a self, theme: &'a Place) -> impl Iterator<Item = &'a Proposal> {
        self.sayings
            .recommendations
            .iter()
            .filter(move |proposal| proposal.theme == *theme)
    }
}

/// How far one role is from another: by sector, by whose view it rests on, by how at ease it is with screens.
fn distance(own: &Persona, other: &Persona) -> u8 {
    let sector = if own.sector == other.sector { 0 } else { 2 };
    let voice = if own.voice.iter().any(|voice| other.voice.contains(voice)) {
        0
    } else {
        2
    };
    own.digital_confidence.abs_diff(other.digital_confidence) + sector + voice
}
