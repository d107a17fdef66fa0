//! What a workshop holds once it has begun: participants, contributions, groups, votes and the rest, as plain
//! values. They are at once the state, the saved session's lists and what a seat is shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::suggestion::Suggestion;
use crate::id::{
    BallotId, CardId, ChallengeId, ContributionId, GroupId, ParkingId, ParticipantId, PersonaId,
    PromptId, RecommendationId, ReflectionId, ScenarioId, StepId, ThemeId,
};
use crate::language::Language;
use crate::moment::Moment;
use crate::text::{Label, Name, Note, Statement};
use crate::vocabulary::{Actor, Horizon, Kind, OrganisationKind, Source, Stance};

/// Where a contribution is put: under a theme, or under none of them, which is a full answer too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Under this theme.
    Theme(ThemeId),
    /// Under none of them: the parking place, reported in its own section.
    None,
}

impl Place {
    /// The word for "none of the themes".
    pub const NONE: &'static str = "none";

    /// The id as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Theme(theme) => theme.as_str(),
            Self::None => Self::NONE,
        }
    }

    /// The theme, unless it is none of them.
    #[must_use]
    pub const fn theme(&self) -> Option<&ThemeId> {
        match self {
            Self::Theme(theme) => Some(theme),
            Self::None => None,
        }
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Place {
    type Err = crate::id::IdError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == Self::NONE {
            Ok(Self::None)
        } else {
            text.parse().map(Self::Theme)
        }
    }
}

impl Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = ThemeId::deserialize(deserializer)?;
        Ok(if id.as_str() == Self::NONE {
            Self::None
        } else {
            Self::Theme(id)
        })
    }
}

/// Someone with a seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Their number.
    pub id: ParticipantId,
    /// Their name; only in a `named` session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Where they come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Name>,
    /// What kind of organisation that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// The persona nearest to their own work, which they should not be given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub real_role: Option<PersonaId>,
    /// The table they sit at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u8>,
    /// The language they read.
    pub language: Language,
    /// Whether they left in good order; a lost connection is not leaving.
    #[serde(default, skip_serializing_if = "is_false")]
    pub left: bool,
}

/// Which persona a participant takes in a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The participant.
    pub participant: ParticipantId,
    /// The persona.
    pub persona: PersonaId,
}

/// A need, want, challenge or opportunity that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Its number.
    pub id: ContributionId,
    /// What it says it is.
    pub kind: Kind,
    /// The scenario it was written in.
    pub scenario: ScenarioId,
    /// The persona it was written as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<PersonaId>,
    /// Who wrote it, as far as the reader may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// The table it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u8>,
    /// The prompt that was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<PromptId>,
    /// The trend cards in play.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<CardId>,
    /// The language of the writer.
    pub language: Language,
    /// When it came in, as far as the reader may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// What was written.
    pub text: Statement,
    /// How it came in.
    pub source: Source,
    /// Shared with the room.
    #[serde(default, skip_serializing_if = "is_false")]
    pub shared: bool,
    /// Hidden by the facilitator.
    #[serde(default)]
    pub hidden: bool,
    /// Taken back by its writer.
    #[serde(default, skip_serializing_if = "is_false")]
    pub withdrawn: bool,
    /// Where the facilitator put it, for the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placement: Option<Placement>,
    /// Where each participant put it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sorts: Vec<Sort>,
    /// How the group as a whole sorted it, once that is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// The group it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// Where the tool would put it, kept apart from where people did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<Box<Suggestion>>,
}

impl Contribution {
    /// Whether it counts in tables: not hidden, not withdrawn, and not the facilitator's own.
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.hidden && !self.withdrawn && self.source != Source::Facilitator
    }

    /// How many people put it where, by primary place.
    #[must_use]
    pub fn count_sorts(&self) -> Tally {
        let mut tally = Tally::new();
        for sort in &self.sorts {
            let count: &mut u32 = tally.entry(sort.primary.clone()).or_default();
            *count = count.saturating_add(1);
        }
        tally
    }
}

/// How many people chose each place.
pub type Tally = BTreeMap<Place, u32>;

/// A settled place for a contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    /// Where it belongs first.
    pub primary: Place,
    /// Where it belongs too.
    #[serde(default)]
    pub second: Option<Place>,
    /// Who settled it.
    pub by: ParticipantId,
    /// What the tool or the group suggested at that moment, kept apart from the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested: Option<Place>,
    /// How sure the suggestion was, in thousandths.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        with = "maybe_thousandths"
    )]
    pub confidence: Option<u16>,
    /// Who suggested it; absent in records from before the tool did, where it was the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advisor: Option<Advisor>,
    /// Whether the suggestion was taken over as it stood, rather than the place chosen.
    #[serde(default, skip_serializing_if = "is_false")]
    pub accepted: bool,
}

/// Who suggests a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advisor {
    /// The group, by how it sorted.
    Group,
    /// The tool.
    Tool,
}

/// A word that the group tied to a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Taught {
    /// The word or words, folded.
    pub word: Label,
    /// The place they speak for.
    pub place: Place,
}

/// One participant's place for a contribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// Its number within the contribution: sorting again replaces the same number.
    pub number: u32,
    /// Who sorted, as far as the reader may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ParticipantId>,
    /// Where it belongs first.
    pub primary: Place,
    /// Where it belongs too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second: Option<Place>,
}

/// Contributions that say the same need. Each keeps its own text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its number.
    pub id: GroupId,
    /// What the need is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Its contributions, in order.
    pub contributions: Vec<ContributionId>,
}

/// One voter's dots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// Its number.
    pub id: BallotId,
    /// Who voted, as far as the reader may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// Dots by theme; never zero.
    pub dots: BTreeMap<ThemeId, u8>,
}

/// The outcome of a vote, as it was revealed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoteResult {
    /// Dots by theme over all ballots, zeros included.
    pub dots: BTreeMap<ThemeId, u32>,
    /// Hands counted in the room by theme, where that was done.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub hands: BTreeMap<ThemeId, u32>,
    /// How many ballots were cast.
    pub ballots: u32,
}

/// Something to come back to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parked {
    /// Its number.
    pub id: ParkingId,
    /// What it is.
    pub text: Note,
    /// Who said it, as far as the reader may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// The step it was said in.
    pub step: StepId,
    /// Dealt with.
    #[serde(default, skip_serializing_if = "is_false")]
    pub resolved: bool,
}

/// What should be done, by whom, and which contributions carry it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Its number.
    pub id: RecommendationId,
    /// The theme it belongs to.
    pub theme: Place,
    /// Now or later.
    pub horizon: Horizon,
    /// Who should act.
    pub who: Actor,
    /// What should be done.
    pub text: Note,
    /// The contributions that carry it; none is flagged in the report.
    #[serde(default)]
    pub contributions: Vec<ContributionId>,
}

/// What somebody answers to one of the challenges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reflection {
    /// Its number.
    pub id: ReflectionId,
    /// Who answered, as far as the reader may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// The challenge.
    pub challenge: ChallengeId,
    /// Whether they recognise it.
    pub stance: Stance,
    /// Why.
    pub text: Note,
}

/// Something that happened on the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// When.
    pub at: Moment,
    /// Which step.
    pub step: StepId,
    /// What happened there.
    pub event: VisitEvent,
}

/// What can happen on the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VisitEvent {
    /// The group came to the step.
    Entered,
    /// The workshop ended in the step.
    Closed,
}

/// The trend cards in play in a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardsPlayed {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The cards, in the order they were played.
    pub cards: Vec<CardId>,
}

/// What a participant was given to sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slice {
    /// Whose it is.
    pub participant: ParticipantId,
    /// The contributions in it, in the order to show them.
    pub contributions: Vec<ContributionId>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if hands over a reference"
)]
pub(crate) const fn is_false(value: &bool) -> bool {
    !*value
}

/// A likelihood is kept in thousandths, so that two replicas are equal to the byte, and written as a fraction.
pub(super) mod thousandths {
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde's `with` hands over a reference"
    )]
    pub(in crate::workshop) fn serialize<S: Serializer>(
        thousandths: &u16,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(*thousandths) / 1_000.0)
    }

    pub(in crate::workshop) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<u16, D::Error> {
        of(f64::deserialize(deserializer)?)
    }

    pub(super) fn of<E: serde::de::Error>(fraction: f64) -> Result<u16, E> {
        if (0.0..=1.0).contains(&fraction) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "0 to 1000"
            )]
            let thousandths = (fraction * 1_000.0).round() as u16;
            Ok(thousandths)
        } else {
            Err(E::custom("a confidence lies between 0 and 1"))
        }
    }
}

/// The same where there may be none.
mod maybe_thousandths {
    use serde::{Deserialize, Deserializer, Serializer};

    #[expect(
        clippy::ref_option,
        clippy::trivially_copy_pass_by_ref,
        reason = "serde's `with` hands over a reference"
    )]
    pub(super) fn serialize<S: Serializer>(
        value: &Option<u16>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(thousandths) => super::thousandths::serialize(thousandths, serializer),
            None => serializer.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<u16>, D::Error> {
        let fraction = Option::<f64>::deserialize(deserializer)?;
        fraction.map(super::thousandths::of).transpose()
    }
}
