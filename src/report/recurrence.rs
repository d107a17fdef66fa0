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
use crate::id::{GroupId, PersonaId, ScenarioId, SessionId, ThemeId};
use crate::text::Label;
use crate::workshop::Workshop;
use crate::workshop::entry::Place;
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
    /// The personas they were written as; each counts once.
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
    /// The words.
    pub contributions: Vec<Quote>,
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
            contributions: counted(workshop)
                .filter(|one| one.group == Some(group.id))
                .map(|one| Quote::of(workshop, one))
                .collect(),
        })
        .collect()
}
