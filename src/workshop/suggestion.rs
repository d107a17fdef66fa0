//! What the tool makes of contributions: where each might belong and why, and which say the same need. Kept apart from
//! what people decide; how it is found out is none of the rules' business.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::entry::Place;
use crate::id::ContributionId;
use crate::language::Language;
use crate::text::{Label, Statement};

/// From this likelihood on a suggestion is sure, in thousandths.
pub const SURE: u16 = 800;
/// From this likelihood on a place is suggested at all, in thousandths.
pub const PROBABLE: u16 = 500;
/// From this likeness on wordings are proposed as the same need, in thousandths; below it that is a question.
pub const SAME: u16 = 600;

/// Where a contribution might belong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// The places, likeliest first: all of the plan's and none of them.
    pub ranking: Vec<Ranked>,
    /// The language it seems to be written in.
    pub language: Language,
    /// The words of the text that spoke for the first place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Label>,
    /// What it is most like of all whose place is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Nearest>,
}

/// A place, and how likely it is the right one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranked {
    /// The place.
    pub place: Place,
    /// How likely, in thousandths.
    #[serde(with = "super::entry::thousandths")]
    pub confidence: u16,
}

/// A statement whose place is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nearest {
    /// Its place.
    pub place: Place,
    /// What it says, when it is an example.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Statement>,
    /// Its number, when it is one of the group's own: what it says is found there, by who may see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution: Option<ContributionId>,
}

/// How far a suggestion can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// No place is suggested; the first two are worth a look.
    Open,
    /// More likely than all others together.
    Probable,
    /// Right four times out of five or more.
    Sure,
}

impl Trust {
    /// The trust in a likelihood, in thousandths.
    #[must_use]
    pub const fn of(confidence: u16) -> Self {
        match confidence {
            SURE.. => Self::Sure,
            PROBABLE.. => Self::Probable,
            _ => Self::Open,
        }
    }
}

impl Suggestion {
    /// The likeliest place.
    #[must_use]
    pub fn first(&self) -> Option<&Ranked> {
        self.ranking.first()
    }

    /// The likeliest place, if it is likely enough to be suggested.
    #[must_use]
    pub fn offered(&self) -> Option<&Ranked> {
        self.first().filter(|ranked| ranked.confidence >= PROBABLE)
    }

    /// The next likely place.
    #[must_use]
    pub fn runner_up(&self) -> Option<&Ranked> {
        self.ranking.get(1)
    }

    /// How far it can be trusted.
    #[must_use]
    pub fn trust(&self) -> Trust {
        Trust::of(self.first().map_or(0, |ranked| ranked.confidence))
    }
}

/// Contributions that seem to say the same need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Likeness {
    /// Which; two or more, in order.
    pub contributions: Vec<ContributionId>,
    /// How alike the two are that are least alike among them, in thousandths.
    #[serde(with = "super::entry::thousandths")]
    pub likeness: u16,
}

impl Likeness {
    /// Whether they are alike enough to be proposed as the same; otherwise it is a question.
    #[must_use]
    pub const fn is_same(&self) -> bool {
        self.likeness >= SAME
    }
}

/// Everything the tool suggests at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suggestions {
    /// Where contributions might belong.
    pub places: BTreeMap<ContributionId, Suggestion>,
    /// Which say the same: those that are proposed first, each contribution in one of them; then the questions.
    pub alike: Vec<Likeness>,
}
