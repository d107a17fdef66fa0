//! The rules of a workshop: one value, commands in, events out. No clock, no I/O, no randomness, no async: time
//! and seeds are arguments, and the same records give the same value on every machine.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]
#![deny(clippy::wildcard_enum_match_arm, clippy::arithmetic_side_effects)]

pub mod advice;
pub mod agreement;
mod apply;
pub mod assignment;
pub mod command;
mod decide;
pub mod entry;
pub mod event;
#[cfg(test)]
mod given;
pub mod history;
mod known;
mod limits;
mod lot;
pub mod plan;
pub mod proceedings;
pub mod recurrence;
pub mod redaction;
pub mod refusal;
pub mod seal;
pub mod sight;
mod step;
pub mod suggestion;
mod tagged;
mod voters;

use std::collections::BTreeMap;

pub use command::{Asker, Command, Joining};
pub use decide::decide;
pub use event::{Event, Record, Revision, Seq};
pub use limits::{
    MAX_CONTRIBUTED, MAX_CONTRIBUTED_BESIDES, MAX_CONTRIBUTIONS, MAX_CONTRIBUTIONS_BESIDES,
    MAX_ENTRIES, MAX_OWN_CONTRIBUTIONS, MAX_OWN_ENTRIES, MAX_PARTICIPANTS, MAX_SCRIBED, MAX_SEATS,
};
pub use refusal::Refusal;

use crate::chance::Salt;
use crate::id::{
    BallotId, CardId, ContributionId, GroupId, ParkingId, ParticipantId, PersonaId,
    RecommendationId, ReflectionId, ScenarioId, ThemeId,
};
use crate::moment::Moment;
use crate::text::Label;
use crate::vocabulary::{Anonymity, StepKind};
use entry::{
    Ballot, Contribution, Parked, Participant, Place, Recommendation, Reflection, Visit, VoteResult,
};
use history::History;
use plan::{Plan, Step};
use sight::Viewer;
use step::Given;
use suggestion::Likeness;
use voters::Voters;

/// A group of fewer people is marked: its figures say little, and each person in it is easily recognised.
pub const SMALL: usize = 5;
/// A workshop at one moment: the plan and everything that happened since. Folded from records by
/// [`Workshop::apply`]; never changed in any other way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workshop {
    pub(crate) plan: Plan,
    pub(crate) seq: Seq,
    pub(crate) opened_at: Moment,
    pub(crate) closed_at: Option<Moment>,
    pub(crate) step: usize,
    pub(crate) timeline: Vec<Visit>,
    pub(crate) timer: Option<Moment>,
    pub(crate) participants: BTreeMap<ParticipantId, Participant>,
    pub(crate) assignments: BTreeMap<ScenarioId, BTreeMap<ParticipantId, PersonaId>>,
    pub(crate) contributions: BTreeMap<ContributionId, Contribution>,
    pub(crate) groups: BTreeMap<GroupId, Option<Label>>,
    pub(crate) slices: BTreeMap<ParticipantId, Vec<ContributionId>>,
    pub(crate) ballots: BTreeMap<BallotId, Ballot>,
    pub(crate) hands: BTreeMap<ThemeId, u32>,
    pub(crate) votes: Option<VoteResult>,
    pub(crate) cards: BTreeMap<ScenarioId, Vec<CardId>>,
    pub(crate) spotlight: Option<ContributionId>,
    pub(crate) parking: BTreeMap<ParkingId, Parked>,
    pub(crate) recommendations: BTreeMap<RecommendationId, Recommendation>,
    pub(crate) reflections: BTreeMap<ReflectionId, Reflection>,
    pub(crate) alike: Vec<Likeness>,
    pub(crate) taught: BTreeMap<Label, Place>,
    pub(crate) history: History,
    /// How much each seat contributed; only in the host's own value.
    pub(crate) given: Given,
    pub(crate) viewer: Option<Viewer>,
    /// The cards that were in play when the group came to the present step.
    pub(crate) cards_at_entry: BTreeMap<ScenarioId, Vec<CardId>>,
    /// Whose ballots are in, when nobody knows any more which.
    pub(crate) voters: Voters,
    /// What the next draw of an anonymous session starts from.
    pub(crate) salt: Salt,
}

impl Workshop {
    /// The workshop as it is when the room opens: at the first step of the plan, with nobody in it.
    ///
    /// A plan without a step cannot be opened; `session` refuses such a plan with line and column, and a journal
    /// that holds one is refused on opening.
    #[must_use]
    pub fn open(plan: Plan, at: Moment) -> Self {
        let timeline = plan
            .agenda
            .first()
            .map(|step| Visit {
                at,
                step: step.id.clone(),
                event: entry::VisitEvent::Entered,
            })
            .into_iter()
            .collect();
        Self {
            plan,
            seq: 1,
            opened_at: at,
            closed_at: None,
            step: 0,
            timeline,
            timer: None,
            participants: BTreeMap::new(),
            assignments: BTreeMap::new(),
            contributions: BTreeMap::new(),
            groups: BTreeMap::new(),
            slices: BTreeMap::new(),
            ballots: BTreeMap::new(),
            hands: BTreeMap::new(),
            votes: None,
            cards: BTreeMap::new(),
            spotlight: None,
            parking: BTreeMap::new(),
            recommendations: BTreeMap::new(),
            reflections: BTreeMap::new(),
            alike: Vec::new(),
            taught: BTreeMap::new(),
            history: History::default(),
            given: Given::default(),
            viewer: None,
            cards_at_entry: BTreeMap::new(),
            voters: Voters::default(),
            salt: Salt::default(),
        }
    }

    /// The workshop as the first record opens it; `None` when that record does not open one.
    #[must_use]
    pub fn opened_by(record: &Record) -> Option<Self> {
        let Event::WorkshopOpened { plan, resumed } = &record.event else {
            return None;
        };
        let plan = (**plan).clone();
        Some(match resumed {
            Some(resumed) => {
                let mut workshop = (**resumed).clone().into_workshop(plan, None);
                workshop.seq = record.seq;
                workshop
            }
            None => Self::open(plan, record.at),
        })
    }

    /// Folds records into a workshop. The first one has to open it; `None` when it does not.
    pub fn replay<'a>(records: impl IntoIterator<Item = &'a Record>) -> Option<Self> {
        let mut records = records.into_iter();
        let mut workshop = Self::opened_by(records.next()?)?;
        for record in records {
            workshop.apply(record);
        }
        Some(workshop)
    }

    /// The plan.
    #[must_use]
    pub const fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The last record folded in.
    #[must_use]
    pub const fn seq(&self) -> Seq {
        self.seq
    }

    /// When the room opened.
    #[must_use]
    pub const fn opened_at(&self) -> Moment {
        self.opened_at
    }

    /// When the workshop ended, if it has.
    #[must_use]
    pub const fn closed_at(&self) -> Option<Moment> {
        self.closed_at
    }

    /// The step the group is at, and its place in the agenda.
    #[must_use]
    pub fn step(&self) -> Option<(usize, &Step)> {
        self.plan
            .agenda
            .get(self.step)
            .map(|step| (self.step, step))
    }

    /// The kind of step the group is at; a plan without steps counts as closing.
    #[must_use]
    pub fn step_kind(&self) -> StepKind {
        self.step().map_or(StepKind::Close, |(_, step)| step.kind)
    }

    /// The scenario under way, if the step is about one.
    #[must_use]
    pub fn scenario(&self) -> Option<&ScenarioId> {
        self.step().and_then(|(_, step)| step.scenario.as_ref())
    }

    /// When the group came to the present step.
    #[must_use]
    pub fn step_entered_at(&self) -> Moment {
        self.timeline
            .last()
            .map_or(self.opened_at, |visit| visit.at)
    }

    /// What happened on the agenda, in order.
    #[must_use]
    pub fn timeline(&self) -> &[Visit] {
        &self.timeline
    }

    /// When the timer ends, if one runs.
    #[must_use]
    pub const fn timer(&self) -> Option<Moment> {
        self.timer
    }

    /// When the room should look again, even if nobody asks anything: the end of the timer.
    #[must_use]
    pub const fn due(&self) -> Option<Moment> {
        if self.closed_at.is_some() {
            None
        } else {
            self.timer
        }
    }

    /// Everybody who took a seat, also those who left.
    #[must_use]
    pub const fn participants(&self) -> &BTreeMap<ParticipantId, Participant> {
        &self.participants
    }

    /// Those who have a seat now.
    pub fn present(&self) -> impl Iterator<Item = &Participant> {
        self.participants
            .values()
            .filter(|participant| !participant.left)
    }

    /// Who takes which persona, by scenario.
    #[must_use]
    pub const fn assignments(&self) -> &BTreeMap<ScenarioId, BTreeMap<ParticipantId, PersonaId>> {
        &self.assignments
    }

    /// The persona somebody takes in a scenario.
    #[must_use]
    pub fn persona_of(
        &self,
        participant: ParticipantId,
        scenario: &ScenarioId,
    ) -> Option<&PersonaId> {
        self.assignments.get(scenario)?.get(&participant)
    }

    /// The prompt shown to somebody in the present step. Each seat starts at another one, so that a scenario's
    /// prompts are all answered by somebody; in an anonymous session all start at the same, since the prompt that was
    /// answered would tell the seat.
    #[must_use]
    pub fn prompt_of(&self, participant: ParticipantId) -> Option<&plan::Prompt> {
        let (index, step) = self.step()?;
        let prompts = self.plan.prompts_of(step);
        let seat = usize::try_from(participant.0).unwrap_or(0);
        let turn = if self.is_anonymous() {
            index
        } else {
            seat.wrapping_add(index)
        };
        prompts.get(turn.checked_rem(prompts.len())?).copied()
    }

    /// All contributions, also hidden and withdrawn ones.
    #[must_use]
    pub const fn contributions(&self) -> &BTreeMap<ContributionId, Contribution> {
        &self.contributions
    }

    /// The groups with their labels and, in order, their contributions.
    #[must_use]
    pub fn groups(&self) -> Vec<entry::Group> {
        let mut members: BTreeMap<GroupId, Vec<ContributionId>> = BTreeMap::new();
        for contribution in self.contributions.values() {
            if let Some(group) = contribution.group {
                members.entry(group).or_default().push(contribution.id);
            }
        }
        self.groups
            .iter()
            .map(|(id, label)| entry::Group {
                id: *id,
                label: label.clone(),
                contributions: members.remove(id).unwrap_or_default(),
            })
            .collect()
    }

    /// What somebody was given to sort.
    #[must_use]
    pub fn slice_of(&self, participant: ParticipantId) -> &[ContributionId] {
        self.slices.get(&participant).map_or(&[], Vec::as_slice)
    }

    /// All slices.
    #[must_use]
    pub const fn slices(&self) -> &BTreeMap<ParticipantId, Vec<ContributionId>> {
        &self.slices
    }

    /// The ballots, as far as they may be seen.
    #[must_use]
    pub const fn ballots(&self) -> &BTreeMap<BallotId, Ballot> {
        &self.ballots
    }

    /// The ballot somebody cast.
    #[must_use]
    pub fn ballot_of(&self, participant: ParticipantId) -> Option<&Ballot> {
        self.ballots
            .values()
            .find(|ballot| ballot.participant == Some(participant))
    }

    /// Hands counted, as far as they may be seen.
    #[must_use]
    pub const fn hands(&self) -> &BTreeMap<ThemeId, u32> {
        &self.hands
    }

    /// The outcome of the vote, once revealed.
    #[must_use]
    pub const fn votes(&self) -> Option<&VoteResult> {
        self.votes.as_ref()
    }

    /// The trend cards in play in a scenario.
    #[must_use]
    pub fn cards_in(&self, scenario: &ScenarioId) -> &[CardId] {
        self.cards.get(scenario).map_or(&[], Vec::as_slice)
    }

    /// The trend cards in play, by scenario.
    #[must_use]
    pub const fn cards(&self) -> &BTreeMap<ScenarioId, Vec<CardId>> {
        &self.cards
    }

    /// The card put before everyone, while everyone may see it.
    #[must_use]
    pub fn spotlight(&self) -> Option<ContributionId> {
        self.spotlight.filter(|id| {
            self.contributions
                .get(id)
                .is_some_and(|found| !found.hidden && !found.withdrawn)
        })
    }

    /// The parking lot.
    #[must_use]
    pub const fn parking(&self) -> &BTreeMap<ParkingId, Parked> {
        &self.parking
    }

    /// The recommendations.
    #[must_use]
    pub const fn recommendations(&self) -> &BTreeMap<RecommendationId, Recommendation> {
        &self.recommendations
    }

    /// The reflections on the challenges.
    #[must_use]
    pub const fn reflections(&self) -> &BTreeMap<ReflectionId, Reflection> {
        &self.reflections
    }

    /// Contributions that seem to say the same need, as far as they may be seen: those proposed as the same first,
    /// then the questions.
    #[must_use]
    pub fn alike(&self) -> &[Likeness] {
        &self.alike
    }

    /// The words the group tied to a place, as far as they may be seen.
    #[must_use]
    pub const fn taught(&self) -> &BTreeMap<Label, Place> {
        &self.taught
    }

    /// What the facilitator may take back and do again.
    #[must_use]
    pub const fn history(&self) -> &History {
        &self.history
    }

    /// Whose view this is; `None` for the host's own, whole value.
    #[must_use]
    pub const fn viewer(&self) -> Option<Viewer> {
        self.viewer
    }

    /// The scenarios the group has come to, in the order of the plan.
    #[must_use]
    pub fn scenarios_run(&self) -> Vec<&ScenarioId> {
        self.plan
            .scenarios
            .iter()
            .map(|scenario| &scenario.id)
            .filter(|id| {
                self.timeline.iter().any(|visit| {
                    self.plan
                        .step(&visit.step)
                        .is_some_and(|(_, step)| step.scenario.as_ref() == Some(id))
                })
            })
            .collect()
    }

    /// The same without what no report reads: what people were told and shown in the room, who was given what to sort,
    /// and why the tool suggested what it did. Of a plan that is most, and reports are made of thousands of workshops.
    #[must_use]
    pub fn for_reports(mut self) -> Self {
        self.plan = self.plan.for_reports();
        for contribution in self.contributions.values_mut() {
            contribution.suggestion = None;
        }
        self.slices = BTreeMap::new();
        self.cards = BTreeMap::new();
        self.history = History::default();
        self.given = Given::default();
        self
    }

    /// Whether nobody may be able to tell who did what once a step has closed.
    #[must_use]
    pub const fn is_anonymous(&self) -> bool {
        matches!(self.plan.anonymity, Anonymity::Anonymous)
    }

    /// Gives the workshop what its next draw starts from. Only an anonymous session draws from it: what follows from
    /// the plan's own seed could be drawn again by whoever has the file, and would tell who got what.
    pub const fn season(&mut self, salt: Salt) {
        self.salt = salt;
    }

    /// Takes over what another value of the same workshop knew beside the records.
    pub fn remember(&mut self, earlier: &Self) {
        self.salt = earlier.salt;
        self.voters.clone_from(&earlier.voters);
    }

    /// What dealing starts from.
    const fn deal_seed(&self) -> u64 {
        if self.is_anonymous() {
            self.salt.deal
        } else {
            self.plan.seed
        }
    }

    /// Whether the record names people.
    #[must_use]
    pub fn is_named(&self) -> bool {
        self.plan.anonymity == Anonymity::Named
    }
}
