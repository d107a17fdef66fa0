//! A plan as a checked value: the agenda and all content a workshop needs. `session` makes it from YAML; nothing
//! in here reads a file. A plan inside a [`Workshop`](super::Workshop) is complete: every id it uses it defines.

use serde::{Deserialize, Serialize};

use super::entry::Place;
use super::redaction::Redaction;
use crate::id::{
    CardId, CaseId, ChallengeId, ForceId, PersonaId, PromptId, ScenarioId, SessionId, StepId,
    ThemeId,
};
use crate::language::{Language, Localised};
use crate::text::{Label, Name, Statement, Title, Words};
use crate::vocabulary::{Anonymity, Aspect, Grounding, OrganisationKind, StepKind, Voice};

/// Everything that is fixed before people arrive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The session's id, the stem of its file names.
    pub id: SessionId,
    /// What the workshop is called.
    pub title: Title,
    /// The language the room speaks; each person may choose another.
    pub language: Language,
    /// How much is recorded about who people are.
    pub anonymity: Anonymity,
    /// What was taken out of the record afterwards; part of the plan, so that the journal and every file made from it
    /// say so too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redacted: Vec<Redaction>,
    /// The dots each voter has.
    pub dots: u8,
    /// What persona assignment and slices are drawn from, so that they can be reproduced.
    pub seed: u64,
    /// Words an organiser finds the session back by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Name>,
    /// Organisations that were invited, so that people can choose instead of typing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Organisation>,
    /// The steps, in order; at least one.
    pub agenda: Vec<Step>,
    /// The scenarios, one to four of them.
    pub scenarios: Vec<Scenario>,
    /// The personas people take.
    pub personas: Vec<Persona>,
    /// The themes contributions are sorted into.
    pub themes: Vec<Theme>,
    /// The driving forces behind the trend cards.
    pub forces: Vec<Force>,
    /// The trend cards that can be played.
    pub cards: Vec<Card>,
    /// Cases to show after sorting.
    pub cases: Vec<Case>,
    /// The challenges to hold the findings against.
    pub challenges: Vec<Challenge>,
    /// The closing prompts, across scenarios.
    pub prompts: Vec<Prompt>,
    /// What the facilitator says and people may do, one per step kind.
    pub scripts: Vec<Script>,
    /// How the tool suggests where contributions belong.
    #[serde(default, skip_serializing_if = "Suggesting::is_default")]
    pub suggestions: Suggesting,
    /// Texts that stand with every scenario and report.
    pub notices: Notices,
}

/// What a plan says of suggestions: who sees them, and what speaks for a theme beside what the tool knows already.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggesting {
    /// Whether participants see them too while they sort. They sway people, so not unless a plan says so.
    #[serde(default)]
    pub to_participants: bool,
    /// Words that speak for a theme.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<SpeakingWord>,
    /// Statements whose theme is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

impl Suggesting {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A word, or words in their order, that speaks for a theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpeakingWord {
    /// The theme, or none of them.
    pub theme: Place,
    /// The language it is a word of.
    pub language: Language,
    /// How it is written, in the notation of the shipped word files.
    pub pattern: Label,
    /// How loud it speaks: 1 is a hint, 2 is strong, 3 is nearly certain.
    #[serde(default = "SpeakingWord::strong")]
    pub weight: u8,
}

impl SpeakingWord {
    const fn strong() -> u8 {
        2
    }
}

/// A statement whose theme is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The theme, or none of them.
    pub theme: Place,
    /// What it says.
    pub text: Statement,
}

/// An organisation people come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its name.
    pub name: Name,
    /// What kind it is.
    pub kind: OrganisationKind,
}

/// One step of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id, unique in the agenda.
    pub id: StepId,
    /// What kind of step it is.
    pub kind: StepKind,
    /// The scenario it is about; always there for `brief`, `write` and `share`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<ScenarioId>,
    /// Minutes planned for it.
    pub minutes: u16,
    /// The prompts people may choose from in this step; empty: all of the scenario.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<PromptId>,
}

/// A scenario for work in 2035.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its id.
    pub id: ScenarioId,
    /// Its name.
    pub title: Localised,
    /// The picture in a few sentences.
    pub summary: Localised,
    /// What is the case in it.
    #[serde(default)]
    pub facts: Vec<Fact>,
    /// What people are asked in it.
    #[serde(default)]
    pub prompts: Vec<Prompt>,
}

/// One fact of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it is about.
    pub aspect: Aspect,
    /// The fact.
    pub text: Localised,
}

/// A question that names no theme; `[persona]` in it stands for the reader's persona.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Its id, stored with every contribution.
    pub id: PromptId,
    /// The question.
    pub text: Localised,
}

/// A typical role on the shop floor. Never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Its id.
    pub id: PersonaId,
    /// What the role is called.
    pub role: Localised,
    /// Where it is found.
    pub sector: Localised,
    /// How long, from where.
    pub experience: Localised,
    /// From 1 (hardly any) to 5 (at ease).
    pub digital_confidence: u8,
    /// What I do.
    pub work: Localised,
    /// What worries me.
    pub worries: Localised,
    /// What I want.
    pub wishes: Localised,
    /// How well the sources carry it.
    pub grounding: Grounding,
    /// Whose view it rests on.
    pub voice: Vec<Voice>,
}

/// A future need that contributions are sorted into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its name in lists.
    pub title: Localised,
    /// Its name as a heading.
    pub heading: Localised,
    /// What it covers.
    pub definition: Localised,
    /// How to choose between it and its neighbours.
    #[serde(default)]
    pub tie_break: Localised,
}

/// A driving force behind the trends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Force {
    /// Its id.
    pub id: ForceId,
    /// Its name.
    pub title: Localised,
}

/// A trend card: it changes the context of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its id.
    pub id: CardId,
    /// The force it stands under.
    pub force: ForceId,
    /// The trend.
    pub text: Localised,
    /// Where it comes from.
    pub source: Words,
}

/// Research on the shop floor that goes with a theme; shown only after sorting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The theme it goes with.
    pub theme: ThemeId,
    /// What it is called.
    pub title: Localised,
    /// What is done in it.
    pub text: Localised,
    /// Who works on it.
    pub partners: Vec<Words>,
}

/// A challenge the white paper calls very likely.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Challenge {
    /// Its id.
    pub id: ChallengeId,
    /// Its name.
    pub title: Localised,
    /// What the paper claims.
    pub text: Localised,
    /// What the group is asked.
    pub question: Localised,
}

/// What the facilitator says in a kind of step, and what people may do in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// The kind of step.
    pub kind: StepKind,
    /// What the step is called.
    pub title: Localised,
    /// What to say aloud.
    pub say: Localised,
    /// What people may do now.
    pub may: Localised,
    /// What a participant reads.
    pub expect: Localised,
}

/// A phase of the method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its id.
    pub id: Words,
    /// Its name.
    pub title: Localised,
}

/// Texts that stand with every scenario and every report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notices {
    /// Scenarios are not static (white paper, line 68).
    pub warning: Localised,
    /// Several futures, no forecast.
    pub frame: Localised,
    /// What a report is not.
    pub not_the_study: Localised,
    /// What is asked with a trend card.
    pub card_question: Localised,
    /// The paper's claim about the most important need, shown only after the vote.
    pub learning_claim: Localised,
    /// The four phases of the method.
    pub phases: Vec<Phase>,
}

impl Prompt {
    /// What stands in its text for the reader's persona.
    const PERSONA: &'static str = "[persona]";

    /// The question, put to somebody in this role; without one the place for it stays as it is written.
    #[must_use]
    pub fn put_to(&self, role: Option<&str>, language: Language) -> String {
        let role = role.unwrap_or(Self::PERSONA);
        self.text.get(language).replace(Self::PERSONA, role)
    }
}

impl Step {
    /// The scenario in which people take a persona at this step; sorting one is about a scenario, but nobody plays.
    #[must_use]
    pub fn scenario_played(&self) -> Option<&ScenarioId> {
        let is_played = matches!(
            self.kind,
            StepKind::Brief | StepKind::Write | StepKind::Share
        );
        self.scenario.as_ref().filter(|_| is_played)
    }
}

impl Plan {
    /// The same with names only: without what people read in the room.
    pub(super) fn for_reports(mut self) -> Self {
        let nothing = Localised::default;
        for scenario in &mut self.scenarios {
            scenario.summary = nothing();
            (scenario.facts, scenario.prompts) = (Vec::new(), Vec::new());
        }
        for persona in &mut self.personas {
            persona.sector = nothing();
            persona.experience = nothing();
            persona.work = nothing();
            persona.worries = nothing();
            persona.wishes = nothing();
        }
        for theme in &mut self.themes {
            theme.heading = nothing();
            theme.definition = nothing();
            theme.tie_break = nothing();
        }
        for challenge in &mut self.challenges {
            challenge.question = nothing();
        }
        (self.forces, self.cards, self.cases) = (Vec::new(), Vec::new(), Vec::new());
        (self.prompts, self.scripts) = (Vec::new(), Vec::new());
        self.suggestions = Suggesting {
            to_participants: self.suggestions.to_participants,
            ..Suggesting::default()
        };
        self.notices.frame = nothing();
        self.notices.card_question = nothing();
        self.notices.phases = Vec::new();
        self
    }

    /// The step of this id, with its place in the agenda.
    #[must_use]
    pub fn step(&self, id: &StepId) -> Option<(usize, &Step)> {
        self.agenda
            .iter()
            .enumerate()
            .find(|(_, step)| step.id == *id)
    }

    /// The scenario of this id.
    #[must_use]
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == *id)
    }

    /// The place of a scenario in the plan.
    #[must_use]
    pub fn scenario_index(&self, id: &ScenarioId) -> Option<usize> {
        self.scenarios
            .iter()
            .position(|scenario| scenario.id == *id)
    }

    /// The persona of this id.
    #[must_use]
    pub fn persona(&self, id: &PersonaId) -> Option<&Persona> {
        self.personas.iter().find(|persona| persona.id == *id)
    }

    /// The theme of this id.
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The trend card of this id.
    #[must_use]
    pub fn card(&self, id: &CardId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == *id)
    }

    /// The challenge of this id.
    #[must_use]
    pub fn challenge(&self, id: &ChallengeId) -> Option<&Challenge> {
        self.challenges.iter().find(|challenge| challenge.id == *id)
    }

    /// The script for a kind of step.
    #[must_use]
    pub fn script(&self, kind: StepKind) -> Option<&Script> {
        self.scripts.iter().find(|script| script.kind == kind)
    }

    /// The prompt of this id, in any scenario or among the closing ones.
    #[must_use]
    pub fn prompt(&self, id: &PromptId) -> Option<&Prompt> {
        self.scenarios
            .iter()
            .flat_map(|scenario| &scenario.prompts)
            .chain(&self.prompts)
            .find(|prompt| prompt.id == *id)
    }

    /// The prompts people may choose from in a step.
    #[must_use]
    pub fn prompts_of(&self, step: &Step) -> Vec<&Prompt> {
        if !step.prompts.is_empty() {
            return step
                .prompts
                .iter()
                .filter_map(|id| self.prompt(id))
                .collect();
        }
        step.scenario
            .as_ref()
            .and_then(|id| self.scenario(id))
            .map_or(Vec::new(), |s| s.prompts.iter().collect())
    }
}
