//! What recurs, over all sessions: themes, and needs that a group put together because they say the same in
//! different words. What recurring means is decided by `workshop::recurrence`; this adds sessions up.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;

use super::By;
use super::axes::Axes;
use super::entries::Quote;
use super::matrix::Ordered;
use super::session::counted;
use crate::id::{ContributionId, GroupId, PersonaId, ScenarioId, SessionId, ThemeId};
use crate::text::Label;
use crate::workshop::Workshop;
use crate::workshop::entry::{Contribution, Place};
use crate::workshop::recurrence::{self as rules, Recurrence as Recurred};

/// How something recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recurrence {
    /// In how many scenarios it was found.
    pub across: usize,
    /// What that is out of.
    pub of: usize,
    /// It was found in all of them.
    pub systematic: bool,
    /// What was found in each.
    pub scenarios: Ordered<ScenarioId, Found>,
}

/// What was found in one scenario.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Found {
    /// Contributions.
    pub contributions: usize,
    /// How many personas they were written as.
    pub voices: usize,
    /// Those of them that are told.
    pub personas: BTreeSet<PersonaId>,
}

/// How a theme recurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThemeRecurrence {
    /// The theme.
    pub theme: ThemeId,
    /// How it recurs.
    #[serde(flatten)]
    pub recurrence: Recurrence,
    /// In how many workshops it was found in every scenario that was run.
    pub workshops_throughout: usize,
    /// What that is out of.
    pub workshops: usize,
}

/// One need, in the words of several people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Group {
    /// The session it was made in.
    pub session: SessionId,
    /// Its id there.
    pub id: GroupId,
    /// What the need is called.
    pub label: Option<Label>,
    /// How it recurs.
    #[serde(flatten)]
    pub recurrence: Recurrence,
    /// It was found in every scenario that was run.
    pub throughout: bool,
    /// The words.
    pub contributions: Vec<Quote>,
}

/// The groups, held against what the tool proposed as the same need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Grouping {
    /// Groups.
    pub groups: usize,
    /// How often the tool proposed contributions as the same, as far as the records still hold it.
    pub proposals: usize,
    /// Those groups whose session holds any proposal; of the others nothing can be told.
    pub compared: usize,
    /// Those of them whose contributions all stand in one proposal.
    pub as_proposed: usize,
}

impl Grouping {
    pub(super) fn of(workshops: &[&Workshop]) -> Self {
        let mut grouping = Self::default();
        for workshop in workshops {
            grouping.add(workshop);
        }
        grouping
    }

    fn add(&mut self, workshop: &Workshop) {
        let proposals: Vec<BTreeSet<ContributionId>> = workshop
            .alike()
            .iter()
            .filter(|likeness| likeness.is_same())
            .map(|likeness| counted_of(workshop, &likeness.contributions))
            .filter(|proposal| proposal.len() > 1)
            .collect();
        let groups = workshop.groups();
        self.groups += groups.len();
        self.proposals += proposals.len();
        if proposals.is_empty() {
            return;
        }
        self.compared += groups.len();
        self.as_proposed += groups
            .iter()
            .map(|group| counted_of(workshop, &group.contributions))
            .filter(|group| group.len() > 1)
            .filter(|group| proposals.iter().any(|proposal| group.is_subset(proposal)))
            .count();
    }
}

/// Those of these contributions that count.
fn counted_of(workshop: &Workshop, ids: &[ContributionId]) -> BTreeSet<ContributionId> {
    let counts = |id: &ContributionId| {
        let found = workshop.contributions().get(id);
        found.is_some_and(Contribution::counts)
    };
    ids.iter().copied().filter(counts).collect()
}

impl Recurrence {
    fn of<'a>(axes: &Axes, parts: impl IntoIterator<Item = &'a Recurred>) -> Self {
        let mut scenarios: Vec<(ScenarioId, Found)> = axes
            .scenario_ids()
            .into_iter()
            .map(|id| (id, Found::default()))
            .collect();
        for (id, part) in parts.into_iter().flat_map(|part| &part.scenarios) {
            if let Some((_, found)) = scenarios.iter_mut().find(|(known, _)| known == id) {
                found.contributions += part.contributions;
                found.personas.extend(part.personas.iter().cloned());
            }
        }
        Self::in_these(axes, scenarios)
    }

    /// Several that are one after all.
    pub(super) fn over<'a>(axes: &Axes, parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut scenarios: Vec<(ScenarioId, Found)> = Vec::new();
        for (id, part) in parts.into_iter().flat_map(|part| &part.scenarios.0) {
            match scenarios.iter_mut().find(|(known, _)| known == id) {
                Some((_, found)) => {
                    found.contributions += part.contributions;
                    found.personas.extend(part.personas.iter().cloned());
                }
                None => scenarios.push((id.clone(), part.clone())),
            }
        }
        Self::in_these(axes, scenarios)
    }

    fn in_these(axes: &Axes, mut scenarios: Vec<(ScenarioId, Found)>) -> Self {
        for (_, found) in &mut scenarios {
            found.voices = found.personas.len();
        }
        let across = scenarios
            .iter()
            .filter(|(_, found)| found.contributions > 0)
            .count();
        let of = axes.scenarios_of();
        Self {
            across,
            of,
            systematic: across == of,
            scenarios: Ordered(scenarios),
        }
    }
}

pub(super) fn of_themes(workshops: &[&Workshop], axes: &Axes, by: By) -> Vec<ThemeRecurrence> {
    let tables: Vec<_> = workshops
        .iter()
        .map(|workshop| (*workshop, rules::by_place(workshop, by == By::Any)))
        .collect();
    axes.themes
        .iter()
        .map(|theme| {
            let place = Place::Theme(theme.id.clone());
            let parts = || {
                tables
                    .iter()
                    .filter_map(|(workshop, table)| Some((*workshop, table.get(&place)?)))
            };
            ThemeRecurrence {
                theme: theme.id.clone(),
                recurrence: Recurrence::of(axes, parts().map(|(_, part)| part)),
                workshops_throughout: parts()
                    .filter(|(workshop, part)| is_throughout(workshop, part))
                    .count(),
                workshops: workshops.len(),
            }
        })
        .collect()
}

/// Whether it was found in every scenario the group came to.
fn is_throughout(workshop: &Workshop, recurred: &Recurred) -> bool {
    let run = workshop.scenarios_run();
    !run.is_empty()
        && run
            .into_iter()
            .all(|scenario| recurred.scenarios.contains_key(scenario))
}

/// The groups of all sessions, those that recur most first.
pub(super) fn of_groups(workshops: &[&Workshop], axes: &Axes) -> Vec<Group> {
    let mut groups: Vec<Group> = workshops
        .iter()
        .flat_map(|workshop| groups_in(workshop, axes))
        .collect();
    groups.sort_by_key(|group| {
        let across = group.recurrence.across;
        Reverse((across, group.contributions.len()))
    });
    groups
}

fn groups_in(workshop: &Workshop, axes: &Axes) -> Vec<Group> {
    let table = rules::by_group(workshop);
    let groups = workshop.groups().into_iter();
    groups
        .map(|group| Group {
            session: workshop.plan().id.clone(),
            id: group.id,
            label: group.label,
            recurrence: Recurrence::of(axes, table.get(&group.id)),
            throughout: table
                .get(&group.id)
                .is_some_and(|recurred| is_throughout(workshop, recurred)),
            contributions: counted(workshop)
                .filter(|one| one.group == Some(group.id))
                .map(|one| Quote::of(workshop, one))
                .collect(),
        })
        .collect()
}
