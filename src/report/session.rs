//! The head of a report: who met when, how long each step took, what was written and what is left out.

use std::collections::BTreeMap;
use std::iter::Sum;

use serde::Serialize;

use super::axes::Axes;
use super::matrix::Ordered;
use crate::id::{ParticipantId, ScenarioId, SessionId, StepId};
use crate::language::Language;
use crate::moment::Moment;
use crate::text::{self, Name, Title};
use crate::vocabulary::{Anonymity, Kind, OrganisationKind, Removable, Source, StepKind};
use crate::workshop::entry::{Contribution, Participant, VisitEvent};
use crate::workshop::plan::Plan;
use crate::workshop::{SMALL, Workshop};

/// One session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// What it is called.
    pub title: Title,
    /// When the room opened.
    pub opened_at: Moment,
    /// When the workshop ended; none while it goes on.
    pub closed_at: Option<Moment>,
    /// The language of the room.
    pub language: Language,
    /// How much is recorded about who people are.
    pub anonymity: Anonymity,
    /// Participants saw what the tool suggests while they sorted.
    pub suggestions_shown: bool,
    /// Everybody who took a seat.
    pub participants: usize,
    /// Fewer than [`SMALL`] people.
    pub small: bool,
    /// Where they come from.
    pub organisations: Vec<Organisation>,
    /// How many did not say where they come from, or of whom that was taken out afterwards, as far as that is told.
    pub without_organisation: Option<usize>,
    /// The names of organisations were taken out afterwards.
    pub organisations_redacted: bool,
    /// Contributions that count.
    pub contributions: usize,
    /// The same, by what they say they are.
    pub kinds: Ordered<Kind, usize>,
    /// The same, by how they came in.
    pub sources: Ordered<Source, usize>,
    /// The scenarios the group came to.
    pub scenarios_run: Vec<ScenarioId>,
    /// What that is out of.
    pub scenarios_of: usize,
    /// The agenda, with the time it took.
    pub steps: Vec<StepTime>,
    /// What is left out of every count.
    pub left_out: LeftOut,
}

/// An organisation with somebody in the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Its name.
    pub name: Name,
    /// What kind it is, if somebody said.
    pub kind: Option<OrganisationKind>,
    /// How many came from there, as far as that is told.
    pub participants: Option<usize>,
}

/// The time a step took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepTime {
    /// Its id.
    pub id: StepId,
    /// What kind of step it is.
    pub kind: StepKind,
    /// The scenario it is about.
    pub scenario: Option<ScenarioId>,
    /// Minutes planned.
    pub minutes_planned: u64,
    /// Seconds used in all visits that ended.
    pub seconds_used: u64,
    /// How often the group came to it.
    pub visits: usize,
    /// The group is in it.
    pub under_way: bool,
}

/// How much is left out of every count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct LeftOut {
    /// Hidden by the facilitator.
    pub hidden: usize,
    /// Taken back by their writers.
    pub withdrawn: usize,
    /// The facilitator's own.
    pub facilitator: usize,
}

impl Session {
    pub(super) fn of(workshop: &Workshop) -> Self {
        let plan = workshop.plan();
        let seats = seats(workshop).count();
        Self {
            id: plan.id.clone(),
            title: plan.title.clone(),
            opened_at: workshop.opened_at(),
            closed_at: workshop.closed_at(),
            language: plan.language,
            anonymity: plan.anonymity,
            suggestions_shown: plan.suggestions.to_participants,
            participants: seats,
            small: seats < SMALL,
            organisations: organisations(workshop),
            without_organisation: Some(seats_without_organisation(workshop)),
            organisations_redacted: organisations_redacted(plan),
            contributions: counted(workshop).count(),
            kinds: tally(Kind::ALL, counted(workshop).map(|one| one.kind)),
            sources: tally(Source::ALL, counted(workshop).map(|one| one.source)),
            scenarios_run: workshop.scenarios_run().into_iter().cloned().collect(),
            scenarios_of: Axes::of(&[workshop]).scenarios_of(),
            steps: steps(workshop),
            left_out: LeftOut::of(workshop),
        }
    }
}

/// The contributions that count.
pub(super) fn counted(workshop: &Workshop) -> impl Iterator<Item = &Contribution> {
    workshop.contributions().values().filter(|one| one.counts())
}

/// Everybody who took a seat as a participant.
pub(super) fn seats(workshop: &Workshop) -> impl Iterator<Item = &Participant> {
    workshop
        .participants()
        .values()
        .filter(|participant| participant.id != ParticipantId::FACILITATOR)
}

fn seats_without_organisation(workshop: &Workshop) -> usize {
    seats(workshop)
        .filter(|participant| participant.organisation.is_none())
        .count()
}

fn organisations_redacted(plan: &Plan) -> bool {
    let removed = plan.redacted.iter().flat_map(|one| &one.removed);
    removed
        .into_iter()
        .any(|one| *one == Removable::Organisations)
}

/// People type the name of their organisation, so two spellings of one name count as one.
fn organisations(workshop: &Workshop) -> Vec<Organisation> {
    let mut found: BTreeMap<String, Organisation> = BTreeMap::new();
    for participant in seats(workshop) {
        let Some(name) = &participant.organisation else {
            continue;
        };
        let organisation = found
            .entry(text::fold(name.as_str()))
            .or_insert_with(|| Organisation {
                name: name.clone(),
                kind: None,
                participants: Some(0),
            });
        organisation.kind = organisation.kind.or(participant.kind);
        organisation.participants = organisation.participants.map(|count| count + 1);
    }
    found.into_values().collect()
}

fn tally<W: Copy + PartialEq>(words: &[W], used: impl Iterator<Item = W>) -> Ordered<W, usize> {
    let mut tally: Vec<(W, usize)> = words.iter().map(|word| (*word, 0)).collect();
    for word in used {
        if let Some((_, count)) = tally.iter_mut().find(|(known, _)| *known == word) {
            *count += 1;
        }
    }
    Ordered(tally)
}

/// The time between coming to a step and whatever came next. A step that the group is still in has no end yet, and
/// there is no clock in here.
fn steps(workshop: &Workshop) -> Vec<StepTime> {
    let timeline = workshop.timeline();
    let ends = timeline.iter().skip(1).map(|next| Some(next.at));
    let visits: Vec<_> = timeline
        .iter()
        .zip(ends.chain([None]))
        .filter(|(visit, _)| visit.event == VisitEvent::Entered)
        .collect();
    let agenda = workshop.plan().agenda.iter();
    agenda
        .map(|step| {
            let here = || visits.iter().filter(|(visit, _)| visit.step == step.id);
            let millis: u64 = here()
                .filter_map(|(visit, end)| Some(end.as_ref()?.millis_since(visit.at)))
                .sum();
            StepTime {
                id: step.id.clone(),
                kind: step.kind,
                scenario: step.scenario.clone(),
                minutes_planned: u64::from(step.minutes),
                seconds_used: millis / 1_000,
                visits: here().count(),
                under_way: here().any(|(_, end)| end.is_none()),
            }
        })
        .collect()
}

impl LeftOut {
    /// Each contribution is told once: a hidden one as hidden, whoever wrote it.
    fn of(workshop: &Workshop) -> Self {
        let mut left_out = Self::default();
        for contribution in workshop.contributions().values() {
            if contribution.hidden {
                left_out.hidden += 1;
            } else if contribution.withdrawn {
                left_out.withdrawn += 1;
            } else if contribution.source == Source::Facilitator {
                left_out.facilitator += 1;
            }
        }
        left_out
    }

    /// All of them.
    #[must_use]
    pub const fn total(self) -> usize {
        self.hidden + self.withdrawn + self.facilitator
    }
}

impl Sum for LeftOut {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            hidden: sum.hidden + one.hidden,
            withdrawn: sum.withdrawn + one.withdrawn,
            facilitator: sum.facilitator + one.facilitator,
        })
    }
}
