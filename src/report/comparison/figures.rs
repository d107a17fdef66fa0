//! The figures of a column, each with the number it is out of.

use std::collections::BTreeSet;

use serde::Serialize;

use super::odds::{Difference, Interval};
use super::split::{Part, Who};
use crate::id::{ScenarioId, SessionId, ThemeId};
use crate::language::Localised;
use crate::report::Named;
use crate::report::agreement::Agreement;
use crate::report::session::{counted, seats};
use crate::report::votes::Votes;
use crate::workshop::entry::Contribution;
use crate::workshop::{SMALL, Workshop};

/// One column, with its sizes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Whose figures it holds.
    pub who: Who,
    /// The sessions they come from.
    pub sessions: Vec<SessionId>,
    /// How many people.
    pub participants: usize,
    /// Some people, and fewer than [`SMALL`].
    pub small: bool,
    /// Contributions that count.
    pub contributions: usize,
    /// Those of them that have a place.
    pub placed: usize,
    /// Krippendorff's alpha; none when there is nothing to compare.
    pub alpha: Option<f64>,
    /// The contributions it rests on: those that two people or more sorted.
    pub compared: usize,
    /// Ballots cast.
    pub ballots: u64,
}

/// A theme, with a figure for every column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// The theme.
    pub theme: ThemeId,
    /// What it is called.
    pub name: Localised,
    /// The figures, in the order of the columns.
    pub columns: Vec<Theme>,
    /// Where the columns were tested for a difference in share.
    pub differences: Vec<Difference>,
}

/// What one column says of one theme.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Theme {
    /// Contributions with this first theme.
    pub contributions: usize,
    /// What that is out of: all that have a place.
    pub of: usize,
    /// The share, and between what it may lie; none of nothing.
    pub share: Option<Interval>,
    /// Its rank by contributions; equal ones share a rank.
    pub rank: usize,
    /// In how many scenarios it was found.
    pub across: usize,
    /// The scenarios that were run.
    pub scenarios_run: usize,
    /// Dots it got.
    pub dots: u64,
    /// What that is out of.
    pub dots_of: u64,
    /// Its rank in the vote; none where there was none.
    pub vote_rank: Option<usize>,
}

impl Column {
    pub(super) fn of(part: &Part, votes: &Votes) -> Self {
        let all: Vec<&Workshop> = part.workshops.iter().collect();
        let agreement = Agreement::of(&all);
        let participants = all.iter().map(|one| seats(one).count()).sum();
        let ids = all.iter().map(|one| one.plan().id.clone());
        Self {
            who: part.who.clone(),
            sessions: ids.collect(),
            participants,
            small: (1..SMALL).contains(&participants),
            contributions: all.iter().map(|one| counted(one).count()).sum(),
            placed: placed(part).count(),
            alpha: agreement.alpha,
            compared: agreement.compared,
            ballots: votes.ballots,
        }
    }
}

/// The contributions of a column that have a place.
fn placed(part: &Part) -> impl Iterator<Item = &Contribution> {
    let all = part.workshops.iter().flat_map(counted);
    all.filter(|one| one.placement.is_some())
}

impl Line {
    pub(super) fn of(theme: &Named<ThemeId>, parts: &[Part], votes: &[Votes]) -> Self {
        Self {
            theme: theme.id.clone(),
            name: theme.name.clone(),
            columns: parts
                .iter()
                .zip(votes)
                .map(|(part, votes)| Theme::of(&theme.id, part, votes))
                .collect(),
            differences: Vec::new(),
        }
    }
}

impl Theme {
    fn of(theme: &ThemeId, part: &Part, votes: &Votes) -> Self {
        let is_here = |one: &&Contribution| {
            let placement = one.placement.as_ref();
            placement.and_then(|placement| placement.primary.theme()) == Some(theme)
        };
        let here = || placed(part).filter(is_here);
        let scenarios: BTreeSet<&ScenarioId> = here().map(|one| &one.scenario).collect();
        let run = part.workshops.iter().flat_map(Workshop::scenarios_run);
        let run: BTreeSet<&ScenarioId> = run.collect();
        let vote = votes.themes.iter().find(|votes| votes.theme == *theme);
        let (contributions, of) = (here().count(), placed(part).count());
        Self {
            contributions,
            of,
            share: Interval::of(contributions, of),
            rank: 0,
            across: scenarios.len(),
            scenarios_run: run.len(),
            dots: vote.map_or(0, |vote| vote.dots),
            dots_of: votes.dots,
            vote_rank: vote.filter(|_| votes.held).map(|vote| vote.rank),
        }
    }
}

/// Ranks the themes of each column: 1, 2, 2, 4.
pub(super) fn rank(lines: &mut [Line]) {
    let width = lines.first().map_or(0, |line| line.columns.len());
    for column in 0..width {
        let count = |line: &Line| line.columns.get(column).map_or(0, |one| one.contributions);
        let counts: Vec<usize> = lines.iter().map(count).collect();
        for line in lines.iter_mut() {
            if let Some(one) = line.columns.get_mut(column) {
                let own = one.contributions;
                one.rank = counts.iter().filter(|other| **other > own).count() + 1;
            }
        }
    }
}
