//! The three tables and what they are out of. Counted by contribution, over all sessions together.

use std::collections::BTreeSet;

use serde::Serialize;

use super::By;
use super::axes::Axes;
use super::matrix::{Matrix, Ordered, Row};
use super::session::{self, Session, counted};
use crate::id::{ParticipantId, PersonaId, ScenarioId};
use crate::vocabulary::Anonymity;
use crate::workshop::Workshop;
use crate::workshop::entry::Contribution;

/// What the counts are out of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Denominators {
    /// Contributions that count.
    pub contributions: usize,
    /// Everybody who took a seat.
    pub participants: usize,
    /// Those contributions that speak for no persona, and so are in no table of personas.
    pub without_persona: usize,
    /// Minutes planned for all steps.
    pub minutes_planned: u64,
    /// Seconds used in all steps.
    pub seconds_used: u64,
    /// The same, for each scenario.
    pub by_scenario: Ordered<ScenarioId, Denominator>,
}

/// What the counts of one scenario are out of.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Denominator {
    /// Contributions that count.
    pub contributions: usize,
    /// People who took a persona in it or wrote in it.
    pub participants: usize,
    /// Minutes planned for its steps.
    pub minutes_planned: u64,
    /// Seconds used in its steps.
    pub seconds_used: u64,
}

/// How a persona looked at a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Coverage {
    /// How many people took the persona.
    pub people: usize,
    /// How many contributions were written as the persona.
    pub contributions: usize,
}

impl Coverage {
    /// Nobody looked at the scenario this way.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.people == 0 && self.contributions == 0
    }
}

impl Denominators {
    pub(super) fn of(workshops: &[&Workshop], sessions: &[Session], axes: &Axes) -> Self {
        let steps = || sessions.iter().flat_map(|session| &session.steps);
        let by_scenario = axes.scenarios.iter().map(|scenario| {
            let steps = || steps().filter(|step| step.scenario.as_ref() == Some(&scenario.id));
            let denominator = Denominator {
                contributions: all_counted(workshops)
                    .filter(|one| one.scenario == scenario.id)
                    .count(),
                participants: workshops
                    .iter()
                    .map(|workshop| people_in(workshop, &scenario.id))
                    .sum(),
                minutes_planned: steps().map(|step| step.minutes_planned).sum(),
                seconds_used: steps().map(|step| step.seconds_used).sum(),
            };
            (scenario.id.clone(), denominator)
        });
        Self {
            contributions: sessions.iter().map(|session| session.contributions).sum(),
            participants: sessions.iter().map(|session| session.participants).sum(),
            without_persona: all_counted(workshops)
                .filter(|one| one.persona.is_none())
                .count(),
            minutes_planned: steps().map(|step| step.minutes_planned).sum(),
            seconds_used: steps().map(|step| step.seconds_used).sum(),
            by_scenario: Ordered(by_scenario.collect()),
        }
    }
}

/// Who took part in a scenario. An anonymous session does not keep who wrote what, so there only those count who
/// took a persona.
fn people_in(workshop: &Workshop, scenario: &ScenarioId) -> usize {
    let assigned = workshop
        .assignments()
        .get(scenario)
        .into_iter()
        .flat_map(|cells| cells.keys().copied());
    let authors = counted(workshop)
        .filter(|_| workshop.plan().anonymity != Anonymity::Anonymous)
        .filter(|one| one.scenario == *scenario)
        .filter_map(|one| one.participant);
    let involved: BTreeSet<ParticipantId> = assigned.chain(authors).collect();
    session::seats(workshop)
        .filter(|participant| involved.contains(&participant.id))
        .count()
}

pub(super) fn theme_by_scenario(
    workshops: &[&Workshop],
    axes: &Axes,
    by: By,
) -> Matrix<Row, ScenarioId, usize> {
    let mut matrix = Matrix::new(axes.rows(), axes.scenario_ids());
    for contribution in all_counted(workshops) {
        for row in rows_of(contribution, by) {
            add_one(matrix.cell_mut(&row, &contribution.scenario));
        }
    }
    matrix
}

pub(super) fn theme_by_persona(
    workshops: &[&Workshop],
    axes: &Axes,
    by: By,
) -> Matrix<Row, PersonaId, usize> {
    let mut matrix = Matrix::new(axes.rows(), axes.persona_ids());
    for contribution in all_counted(workshops) {
        let Some(persona) = &contribution.persona else {
            continue;
        };
        for row in rows_of(contribution, by) {
            add_one(matrix.cell_mut(&row, persona));
        }
    }
    matrix
}

pub(super) fn persona_by_scenario(
    workshops: &[&Workshop],
    axes: &Axes,
) -> Matrix<PersonaId, ScenarioId, Coverage> {
    let mut matrix: Matrix<PersonaId, ScenarioId, Coverage> =
        Matrix::new(axes.persona_ids(), axes.scenario_ids());
    for workshop in workshops {
        for (scenario, cells) in workshop.assignments() {
            for persona in cells.values() {
                add_one(
                    matrix
                        .cell_mut(persona, scenario)
                        .map(|cell| &mut cell.people),
                );
            }
        }
    }
    for contribution in all_counted(workshops) {
        if let Some(persona) = &contribution.persona {
            let cell = matrix.cell_mut(persona, &contribution.scenario);
            add_one(cell.map(|cell| &mut cell.contributions));
        }
    }
    matrix
}

/// The rows a contribution counts in: one, or two if it has a second theme and that was asked for.
pub(super) fn rows_of(contribution: &Contribution, by: By) -> Vec<Row> {
    let Some(placement) = &contribution.placement else {
        return vec![Row::Unplaced];
    };
    let second = placement.second.as_ref().filter(|_| by == By::Any);
    [&placement.primary]
        .into_iter()
        .chain(second)
        .map(Row::from)
        .collect()
}

fn all_counted<'a>(workshops: &'a [&'a Workshop]) -> impl Iterator<Item = &'a Contribution> {
    workshops.iter().flat_map(|workshop| counted(workshop))
}

fn add_one(count: Option<&mut usize>) {
    if let Some(count) = count {
        *count += 1;
    }
}
