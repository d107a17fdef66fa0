//! The figures over several sessions with every workshop counting as one, whatever its size: a large group outweighs
//! small ones where contributions are counted, and here it does not.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::By;
use super::axes::Axes;
use super::counts;
use super::matrix::{Matrix, Row};
use super::recurrence::{Group, Recurrence};
use super::session::counted;
use super::votes::Votes;
use crate::id::{PersonaId, ScenarioId, SessionId, ThemeId};
use crate::text::{self, Label};
use crate::workshop::Workshop;

/// What recurs and how much, by contribution and by workshop.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ByWorkshop {
    /// The workshops.
    pub workshops: usize,
    /// Each theme's share, weighted both ways.
    pub themes: Vec<ThemeShare>,
    /// Shares by theme, of what was said in each scenario.
    pub theme_by_scenario: Matrix<Row, ScenarioId, Weighed>,
    /// Shares by theme, of what was said as each persona.
    pub theme_by_persona: Matrix<Row, PersonaId, Option<Weighed>>,
    /// Shares of the dots, in the order of the vote.
    pub votes: Vec<VoteShare>,
    /// The needs that have a name, by that name, those that the most workshops found in every scenario first.
    pub needs: Vec<Need>,
    /// In how many workshops some need, with a name or without, was found in every scenario that was run.
    pub workshops_with_a_need_throughout: usize,
}

/// The share of one theme in all that was said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ThemeShare {
    /// The theme.
    pub theme: Row,
    /// Contributions under it.
    pub contributions: usize,
    /// What that is out of.
    pub of: usize,
    /// The share when every contribution counts as one.
    pub by_contribution: Option<f64>,
    /// The share when every workshop counts as one.
    pub by_workshop: Weighed,
}

/// A share in which every workshop counts as one.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Weighed {
    /// In how many workshops there is any.
    pub workshops: usize,
    /// The workshops that have something to take a share of.
    pub of: usize,
    /// The mean of their shares; of none there is no mean.
    pub share: Option<f64>,
}

/// The share of one theme in the dots.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VoteShare {
    /// The theme.
    pub theme: ThemeId,
    /// The share when every dot counts as one.
    pub by_dot: Option<f64>,
    /// The share when every workshop counts as one.
    pub by_workshop: Weighed,
}

/// Groups that go by the same name, whatever its capitals and accents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Need {
    /// The name, as it was written first.
    pub label: Label,
    /// In how many workshops a group goes by it.
    pub workshops: usize,
    /// In how many of them it was found in every scenario that was run.
    pub workshops_throughout: usize,
    /// What that is out of.
    pub workshops_of: usize,
    /// How it recurs over all of them.
    #[serde(flatten)]
    pub recurrence: Recurrence,
}

/// Part and whole in one workshop.
type Part = (usize, usize);
/// The counts of one workshop, and what each column is out of.
type Counted<C> = (Matrix<Row, C, usize>, Vec<usize>);

impl Weighed {
    /// Weighs what was found in each workshop; those with nothing to take a share of are left out.
    fn of(parts: impl IntoIterator<Item = Part>) -> Self {
        let mut weighed = Self::default();
        let mut sum = 0.0;
        for (part, whole) in parts {
            if let Some(share) = share(part, whole) {
                sum += share;
                weighed.of += 1;
                weighed.workshops += usize::from(part > 0);
            }
        }
        weighed.share = (weighed.of > 0).then(|| sum / float(weighed.of));
        weighed
    }
}

impl ByWorkshop {
    pub(super) fn of(
        workshops: &[&Workshop],
        axes: &Axes,
        by: By,
        votes: &Votes,
        groups: &[Group],
    ) -> Self {
        let with_a_need: BTreeSet<&SessionId> = groups
            .iter()
            .filter(|group| group.throughout)
            .map(|group| &group.session)
            .collect();
        Self {
            workshops: workshops.len(),
            themes: themes(workshops, axes, by),
            theme_by_scenario: by_scenario(workshops, axes, by),
            theme_by_persona: by_persona(workshops, axes, by).map(Some),
            votes: vote_shares(workshops, axes, votes),
            needs: needs(groups, axes, workshops.len()),
            workshops_with_a_need_throughout: with_a_need.len(),
        }
    }
}

fn themes(workshops: &[&Workshop], axes: &Axes, by: By) -> Vec<ThemeShare> {
    let in_each = workshops.iter().map(|workshop| {
        let places = counted(workshop).map(|one| counts::rows_of(one, by));
        places.collect::<Vec<_>>()
    });
    let in_each: Vec<Vec<Vec<Row>>> = in_each.collect();
    let rows = axes.rows().into_iter();
    let shares = rows.map(|theme| {
        let parts = || {
            in_each.iter().map(|all| {
                let here = all.iter().filter(|rows| rows.contains(&theme));
                (here.count(), all.len())
            })
        };
        let contributions = parts().map(|(part, _)| part).sum();
        let of = parts().map(|(_, whole)| whole).sum();
        ThemeShare {
            contributions,
            of,
            by_contribution: share(contributions, of),
            by_workshop: Weighed::of(parts()),
            theme: theme.clone(),
        }
    });
    shares.collect()
}

fn by_scenario(workshops: &[&Workshop], axes: &Axes, by: By) -> Matrix<Row, ScenarioId, Weighed> {
    let tables = workshops.iter().map(|workshop| {
        let said = |scenario: &ScenarioId| {
            let here = counted(workshop).filter(|one| one.scenario == *scenario);
            here.count()
        };
        let wholes = axes.scenarios.iter().map(|scenario| said(&scenario.id));
        let table = counts::theme_by_scenario(&[workshop], axes, by);
        (table, wholes.collect())
    });
    weigh(
        axes.rows(),
        axes.scenario_ids(),
        &tables.collect::<Vec<_>>(),
    )
}

fn by_persona(workshops: &[&Workshop], axes: &Axes, by: By) -> Matrix<Row, PersonaId, Weighed> {
    let tables = workshops.iter().map(|workshop| {
        let said = |persona: &PersonaId| {
            let here = counted(workshop).filter(|one| one.persona.as_ref() == Some(persona));
            here.count()
        };
        let wholes = axes.personas.iter().map(|persona| said(&persona.id));
        let table = counts::theme_by_persona(&[workshop], axes, by);
        (table, wholes.collect())
    });
    weigh(axes.rows(), axes.persona_ids(), &tables.collect::<Vec<_>>())
}

/// One table out of one for each workshop, with what the columns of each are out of.
fn weigh<C: PartialEq>(
    rows: Vec<Row>,
    columns: Vec<C>,
    tables: &[Counted<C>],
) -> Matrix<Row, C, Weighed> {
    Matrix::filled(rows, columns, |row, column| {
        Weighed::of(tables.iter().filter_map(|(table, wholes)| {
            let (_, cells) = table.rows().nth(row)?;
            Some((*cells.get(column)?, *wholes.get(column)?))
        }))
    })
}

fn vote_shares(workshops: &[&Workshop], axes: &Axes, votes: &Votes) -> Vec<VoteShare> {
    let in_each: Vec<Votes> = workshops
        .iter()
        .map(|workshop| Votes::of(&[workshop], axes))
        .collect();
    let shares = votes.themes.iter().map(|theme| {
        let parts = in_each.iter().map(|own| {
            let dots = own.themes.iter().find(|known| known.theme == theme.theme);
            (whole(dots.map_or(0, |own| own.dots)), whole(own.dots))
        });
        VoteShare {
            theme: theme.theme.clone(),
            by_dot: share(whole(theme.dots), whole(votes.dots)),
            by_workshop: Weighed::of(parts),
        }
    });
    shares.collect()
}

fn needs(groups: &[Group], axes: &Axes, workshops: usize) -> Vec<Need> {
    let mut by_name: BTreeMap<String, Vec<(&Label, &Group)>> = BTreeMap::new();
    for group in groups {
        if let Some(label) = &group.label {
            let name = text::fold(label.as_str());
            by_name.entry(name).or_default().push((label, group));
        }
    }
    let mut needs: Vec<Need> = by_name
        .into_values()
        .filter_map(|same| {
            let sessions = |throughout_only: bool| {
                let found = same.iter().map(|(_, group)| group);
                let found = found.filter(|group| group.throughout || !throughout_only);
                found
                    .map(|group| &group.session)
                    .collect::<BTreeSet<_>>()
                    .len()
            };
            Some(Need {
                label: (*same.first()?.0).clone(),
                workshops: sessions(false),
                workshops_throughout: sessions(true),
                workshops_of: workshops,
                recurrence: Recurrence::over(axes, same.iter().map(|(_, group)| &group.recurrence)),
            })
        })
        .collect();
    needs.sort_by_key(|need| {
        let counts = (
            need.workshops_throughout,
            need.workshops,
            need.recurrence.across,
        );
        std::cmp::Reverse(counts)
    });
    needs
}

/// A part of a whole; of nothing there is none.
fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| float(part) / float(whole))
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn whole(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
