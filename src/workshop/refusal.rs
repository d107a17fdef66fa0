//! Why not: what a person asked for and the rules do not allow, as data. The words are found at the screen, in
//! that person's language.

use serde::{Deserialize, Serialize};

use crate::id::ContributionId;
use crate::text::TextError;
use crate::vocabulary::StepKind;

/// Why a command was not carried out. Nothing has changed when it is returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Refusal {
    /// The step does not allow it; it would in one of these.
    ClosedStep {
        /// Where the group is.
        step: StepKind,
        /// Where it would be allowed.
        open_in: Vec<StepKind>,
    },
    /// The workshop has ended.
    WorkshopClosed,
    /// Only the facilitator may.
    NotTheFacilitator,
    /// Observers watch.
    ObserversWatch,
    /// It is somebody else's.
    NotYours,
    /// It has been shared, so it stays as it is.
    AlreadyShared,
    /// One's ballot is in, and nobody knows any more which it is.
    AlreadyVoted,
    /// There is no such thing, or not for this seat.
    Unknown {
        /// What kind of thing.
        what: Thing,
        /// What was written.
        id: String,
        /// The nearest known one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        nearest: Option<String>,
    },
    /// Nothing was written.
    EmptyText,
    /// Too much was written.
    TextTooLong {
        /// The most that fits, in characters as people count them.
        limit: usize,
        /// What was written.
        length: usize,
    },
    /// More dots than a voter has.
    TooManyDots {
        /// Dots each voter has.
        limit: u8,
        /// Dots already given to other themes.
        given: u8,
    },
    /// Primary and second place are the same, or the second is "none".
    SecondPlace,
    /// The group did not agree enough to settle it like that, and the tool suggests nothing.
    NoMajority,
    /// Another place is suggested by now than the one that was to be accepted.
    OtherSuggestion {
        /// For which contribution.
        contribution: ContributionId,
    },
    /// There is nothing left to accept.
    NothingToAccept,
    /// A group needs two contributions or more.
    GroupOfOne,
    /// There is no step in that direction.
    NoStepThere,
    /// The group is at that step already.
    AlreadyThere,
    /// A step is announced a short while beforehand.
    NoticeLength {
        /// The longest, in seconds.
        limit: u8,
    },
    /// There is nothing to take back.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// There is no timer running.
    NoTimer,
    /// There is no scenario under way.
    NoScenario,
    /// That id is taken.
    Taken {
        /// The id.
        id: String,
    },
    /// There is no room for more.
    Full {
        /// The most there can be.
        limit: usize,
    },
    /// There is no room for more text, whoever writes it.
    FullOfText,
    /// One participant, or all of them together, have put as much on record as fits.
    TooManyChanges,
    /// There is no room for more from this participant.
    EnoughFromYou {
        /// The most there can be from one.
        limit: usize,
    },
    /// The record cannot be written just now; nothing is acknowledged until it can.
    ReadOnly,
}

/// A kind of thing that may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Thing {
    /// A contribution.
    Contribution,
    /// A theme.
    Theme,
    /// A persona.
    Persona,
    /// A participant.
    Participant,
    /// A scenario.
    Scenario,
    /// A step.
    Step,
    /// A prompt.
    Prompt,
    /// A trend card.
    Card,
    /// A group.
    Group,
    /// A challenge.
    Challenge,
    /// A parking entry.
    Parking,
}

impl Thing {
    /// The word as it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Contribution => "contribution",
            Self::Theme => "theme",
            Self::Persona => "persona",
            Self::Participant => "participant",
            Self::Scenario => "scenario",
            Self::Step => "step",
            Self::Prompt => "prompt",
            Self::Card => "card",
            Self::Group => "group",
            Self::Challenge => "challenge",
            Self::Parking => "parking",
        }
    }
}

impl Refusal {
    /// The reason as it is written on the wire.
    #[must_use]
    pub fn reason(&self) -> &'static str {
        match self {
            Self::ClosedStep { .. } => "closed-step",
            Self::WorkshopClosed => "workshop-closed",
            Self::NotTheFacilitator => "not-the-facilitator",
            Self::ObserversWatch => "observers-watch",
            Self::NotYours => "not-yours",
            Self::AlreadyShared => "already-shared",
            Self::AlreadyVoted => "already-voted",
            Self::Unknown { what, .. } => match what {
                Thing::Contribution => "unknown-contribution",
                Thing::Theme => "unknown-theme",
                Thing::Persona => "unknown-persona",
                Thing::Participant => "unknown-participant",
                Thing::Scenario => "unknown-scenario",
                Thing::Step => "unknown-step",
                Thing::Prompt => "unknown-prompt",
                Thing::Card => "unknown-card",
                Thing::Group => "unknown-group",
                Thing::Challenge => "unknown-challenge",
                Thing::Parking => "unknown-parking",
            },
            Self::EmptyText => "empty-text",
            Self::TextTooLong { .. } => "text-too-long",
            Self::TooManyDots { .. } => "too-many-dots",
            Self::SecondPlace => "second-place",
            Self::NoMajority => "no-majority",
            Self::OtherSuggestion { .. } => "other-suggestion",
            Self::NothingToAccept => "nothing-to-accept",
            Self::GroupOfOne => "group-of-one",
            Self::NoStepThere => "no-step-there",
            Self::AlreadyThere => "already-there",
            Self::NoticeLength { .. } => "notice-length",
            Self::NothingToUndo => "nothing-to-undo",
            Self::NothingToRedo => "nothing-to-redo",
            Self::NoTimer => "no-timer",
            Self::NoScenario => "no-scenario",
            Self::Taken { .. } => "taken",
            Self::Full { .. } => "full",
            Self::FullOfText => "full-of-text",
            Self::TooManyChanges => "too-many-changes",
            Self::EnoughFromYou { .. } => "enough-from-you",
            Self::ReadOnly => "read-only",
        }
    }
}

impl From<TextError> for Refusal {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::EmptyText,
            TextError::TooLong { limit, length } => Self::TextTooLong { limit, length },
        }
    }
}
