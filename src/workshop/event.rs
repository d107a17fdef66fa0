//! What happened: the one vocabulary that is journalled and sent. Past tense, absolute values (an event says what
//! is now the case, not by how much it changed), so that its inverse is an event of the same kind.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

use super::entry::{
    Ballot, Contribution, Parked, Participant, Place, Placement, Recommendation, Reflection, Sort,
    Tally, VoteResult,
};
use super::plan::{Persona, Plan, Theme};
use super::proceedings::Proceedings;
use super::suggestion::{Likeness, Suggestion};
use super::tagged::{AfterType, TypeFirst};
use crate::id::{
    BallotId, CardId, ContributionId, GroupId, ParkingId, ParticipantId, PersonaId,
    RecommendationId, ReflectionId, ScenarioId, StepId, ThemeId,
};
use crate::moment::Moment;
use crate::text::{Label, Statement};
use crate::vocabulary::Kind;

/// A place in the order of records; the first record is 1.
pub type Seq = u64;

/// One line of the journal: an event, when, by whom and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its place in the order.
    pub seq: Seq,
    /// When it was decided, on the host's clock.
    pub at: Moment,
    /// Who asked for it, as far as the reader may know; absent when the room did it by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<ParticipantId>,
    /// The command it answers, so that the same command is not carried out twice, not even after a crash.
    /// In an anonymous session, where somebody came or went in a step that has closed, a mark of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub command: Option<Uuid>,
    /// The record this one takes back, or does again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revises: Option<Revision>,
    /// What happened.
    pub event: Event,
}

/// How a record relates to an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Revision {
    /// It takes that record back.
    Undoes(Seq),
    /// It does again what that record took back.
    Redoes(Seq),
}

/// What happened. A command makes one event or none, so that a torn write can never halve a command.
///
/// Written as an object whose first field is its `type`; the module `tagged` says why that is not left to
/// the derived code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case")]
pub enum Event {
    /// The room opened; always and only the first record.
    WorkshopOpened {
        /// The whole plan, so that the journal stands on its own.
        plan: Box<Plan>,
        /// What had happened before, when the room opens again from a saved session whose journal is gone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resumed: Option<Box<Proceedings>>,
    },
    /// Somebody took a seat, or changed what their seat says about them.
    ParticipantJoined {
        /// Who.
        participant: Participant,
        /// The persona given at once, when a scenario is under way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assignment: Option<(ScenarioId, PersonaId)>,
        /// The slice given at once, when sorting is under way.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        slice: Vec<ContributionId>,
    },
    /// Somebody left in good order.
    ParticipantLeft {
        /// Who.
        participant: ParticipantId,
    },
    /// The group came to a step.
    StepEntered {
        /// Which.
        step: StepId,
        /// Personas given for the step's scenario.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        assignments: BTreeMap<ParticipantId, PersonaId>,
        /// What each participant is given to sort.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        slices: BTreeMap<ParticipantId, Vec<ContributionId>>,
        /// What the step lets the reader see for the first time; filled in for a seat, never journalled.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shown: Option<Box<Shown>>,
    },
    /// A timer was started, changed or stopped.
    TimerSet {
        /// When it ends; absent when there is none.
        ends_at: Option<Moment>,
    },
    /// Personas were given by hand or afresh.
    PersonasAssigned {
        /// In which scenario.
        scenario: ScenarioId,
        /// Who takes which; absent takes the persona away.
        assignments: BTreeMap<ParticipantId, Option<PersonaId>>,
    },
    /// The trend cards in play in a scenario changed.
    CardsPlayed {
        /// In which scenario.
        scenario: ScenarioId,
        /// All cards now in play.
        cards: Vec<CardId>,
    },
    /// Somebody contributed.
    ContributionAdded {
        /// The whole of it.
        contribution: Box<Contribution>,
    },
    /// Somebody rewrote their contribution.
    ContributionEdited {
        /// Which.
        contribution: ContributionId,
        /// What it now is.
        kind: Kind,
        /// What it now says.
        text: Statement,
    },
    /// A contribution was taken back.
    ContributionWithdrawn {
        /// Which.
        contribution: ContributionId,
    },
    /// A contribution that was taken back is there again.
    ContributionRestored {
        /// Which.
        contribution: ContributionId,
        /// The whole of it, for a seat that had lost sight of it; never journalled.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shown: Option<Box<Contribution>>,
    },
    /// The facilitator hid a contribution.
    ContributionHidden {
        /// Which.
        contribution: ContributionId,
    },
    /// The facilitator showed a hidden contribution again.
    ContributionShown {
        /// Which.
        contribution: ContributionId,
        /// The whole of it, for a seat that had lost sight of it; never journalled.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shown: Option<Box<Contribution>>,
    },
    /// One card was put before everyone, or none any more.
    Spotlit {
        /// Which.
        contribution: Option<ContributionId>,
    },
    /// A participant sorted a contribution, or took that back.
    ContributionSorted {
        /// Which.
        contribution: ContributionId,
        /// The number of the sort within the contribution.
        number: u32,
        /// Where it went; absent when it was taken back.
        sort: Option<Sort>,
    },
    /// The facilitator settled where contributions belong.
    ContributionsPlaced {
        /// Where each is now; absent is nowhere yet.
        placements: BTreeMap<ContributionId, Option<Placement>>,
    },
    /// Groups were made, changed or dissolved.
    GroupsChanged {
        /// What each is now; absent is dissolved.
        groups: BTreeMap<GroupId, Option<Members>>,
    },
    /// Somebody voted.
    BallotCast {
        /// All of their dots as they now are.
        ballot: Ballot,
    },
    /// The facilitator counted hands.
    HandsCounted {
        /// For which theme.
        theme: ThemeId,
        /// How many; absent when the count was taken back.
        count: Option<u32>,
    },
    /// The parking lot changed.
    ParkingChanged {
        /// Which entry.
        id: ParkingId,
        /// What it now is; absent when it was taken back.
        entry: Option<Parked>,
    },
    /// A recommendation was made, changed or taken back.
    RecommendationChanged {
        /// Which.
        id: RecommendationId,
        /// What it now is; absent when it was taken back.
        recommendation: Option<Recommendation>,
    },
    /// Somebody answered to a challenge.
    Reflected {
        /// Their answer.
        reflection: Reflection,
    },
    /// The group added or changed a persona of its own.
    PersonaAdded {
        /// The persona.
        persona: Box<Persona>,
    },
    /// The group proposed a theme beside the five.
    ThemeProposed {
        /// The theme.
        theme: Box<Theme>,
    },
    /// The tool made or changed suggestions; asked for by the room, never by a person.
    SuggestionsMade {
        /// Where contributions might belong.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        places: BTreeMap<ContributionId, Suggestion>,
        /// All that seem to say the same need; absent when that stays as it was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        alike: Option<Vec<Likeness>>,
    },
    /// The facilitator tied a word to a place, or took that back.
    WordTaught {
        /// The word or words, folded.
        word: Label,
        /// The place they speak for; absent is none any more.
        place: Option<Place>,
    },
    /// In an anonymous session: what people did in a step, once it has closed, in place of the records of it. All of
    /// it stands in one record, or two; the others that made it hold nothing any more.
    StepSealed {
        /// What there is of it now.
        #[serde(default, skip_serializing_if = "Doings::is_empty")]
        doings: Box<Doings>,
    },
    /// The workshop ended.
    WorkshopClosed {
        /// The outcome of a vote that the end cut short; filled in for a seat, never journalled.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        votes: Option<VoteResult>,
    },
}

/// A group as it now is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Members {
    /// What the need is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// Its contributions, in order.
    pub contributions: Vec<ContributionId>,
}

/// What entering a step lets a seat see for the first time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shown {
    /// Contributions that were private until now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// How the group sorted, by contribution.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tallies: BTreeMap<ContributionId, Tally>,
    /// The outcome of the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub votes: Option<VoteResult>,
}

/// What people did in a step, as what there is of it in the end: nothing about who, and nothing about what came before
/// what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Doings {
    /// What was written, as it was when the step closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// How contributions are sorted, wherever that changed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sorts: BTreeMap<ContributionId, Vec<Sort>>,
    /// The ballots that were cast.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ballots: Vec<Ballot>,
    /// What was put in the parking lot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parking: Vec<Parked>,
    /// Answers to the challenges.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reflections: Vec<Reflection>,
    /// Marks of the commands that were carried out, in an order of their own, so that none is carried out twice.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub commands: BTreeSet<Uuid>,
}

impl Doings {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a command made, to be named in the acknowledgement.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    /// The contribution that was added or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution: Option<ContributionId>,
    /// The group that was made or changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// The ballot that was cast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<BallotId>,
    /// The parking entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parking: Option<ParkingId>,
    /// The recommendation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<RecommendationId>,
    /// The reflection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reflection: Option<ReflectionId>,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, TypeFirst(serializer))
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tagged;
        impl<'de> Visitor<'de> for Tagged {
            type Value = Event;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an event that starts with its type")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Event, A::Error> {
                Event::deserialize(AfterType(map))
            }
        }
        deserializer.deserialize_map(Tagged)
    }
}

impl Event {
    /// What this event made, for the one who asked for it.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let mut outcome = Outcome::default();
        match self {
            Self::ContributionAdded { contribution } => {
                outcome.contribution = Some(contribution.id);
            }
            Self::ContributionEdited { contribution, .. }
            | Self::ContributionWithdrawn { contribution }
            | Self::ContributionRestored { contribution, .. }
            | Self::ContributionHidden { contribution }
            | Self::ContributionShown { contribution, .. }
            | Self::ContributionSorted { contribution, .. } => {
                outcome.contribution = Some(*contribution);
            }
            Self::ContributionsPlaced { placements } if placements.len() == 1 => {
                outcome.contribution = placements.keys().next().copied();
            }
            Self::GroupsChanged { groups } => {
                let made = groups.iter().find(|(_, members)| members.is_some());
                outcome.group = made.or_else(|| groups.first_key_value()).map(|(id, _)| *id);
            }
            Self::BallotCast { ballot } => outcome.ballot = Some(ballot.id),
            Self::ParkingChanged { id, .. } => outcome.parking = Some(*id),
            Self::RecommendationChanged { id, .. } => outcome.recommendation = Some(*id),
            Self::Reflected { reflection } => outcome.reflection = Some(reflection.id),
            Self::Spotlit { contribution } => outcome.contribution = *contribution,
            Self::ContributionsPlaced { .. }
            | Self::WorkshopOpened { .. }
            | Self::ParticipantJoined { .. }
            | Self::ParticipantLeft { .. }
            | Self::StepEntered { .. }
            | Self::TimerSet { .. }
            | Self::PersonasAssigned { .. }
            | Self::CardsPlayed { .. }
            | Self::HandsCounted { .. }
            | Self::PersonaAdded { .. }
            | Self::ThemeProposed { .. }
            | Self::SuggestionsMade { .. }
            | Self::WordTaught { .. }
            | Self::StepSealed { .. }
            | Self::WorkshopClosed { .. } => {}
        }
        outcome
    }
}
