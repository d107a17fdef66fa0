//! How far people agree on where contributions belong, and how it was settled. The arithmetic is in
//! `workshop::agreement`.

use serde::Serialize;

use super::entries::Quote;
use super::session::counted;
use crate::workshop::Workshop;
use crate::workshop::agreement::{alpha, contested};
use crate::workshop::entry::{Contribution, Tally};

/// Agreement over all sessions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Agreement {
    /// Krippendorff's alpha; none when there is nothing to compare.
    pub alpha: Option<f64>,
    /// Contributions that somebody sorted.
    pub sorted: usize,
    /// Contributions that two people or more sorted.
    pub compared: usize,
    /// What the plenary had to look at, least agreed first.
    pub contested: Vec<Contested>,
}

/// A contribution that no place has more than half of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contested {
    /// The contribution.
    pub contribution: Quote,
    /// How many people put it where.
    pub tally: Tally,
}

/// How contributions were settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Placements {
    /// Contributions that have a place.
    pub settled: usize,
    /// As the group suggested.
    pub as_suggested: usize,
    /// Elsewhere than the group suggested.
    pub changed: usize,
    /// Where the group had suggested nothing, or was divided.
    pub without_suggestion: usize,
}

impl Agreement {
    pub(super) fn of(workshops: &[&Workshop]) -> Self {
        let tallies: Vec<Tally> = workshops
            .iter()
            .flat_map(|workshop| counted(workshop))
            .map(Contribution::count_sorts)
            .collect();
        let sorted_by = |people: u32| {
            let enough = tallies
                .iter()
                .filter(|tally| tally.values().sum::<u32>() >= people);
            enough.count()
        };
        Self {
            alpha: alpha(&tallies),
            sorted: sorted_by(1),
            compared: sorted_by(2),
            contested: workshops
                .iter()
                .flat_map(|workshop| contested_in(workshop))
                .collect(),
        }
    }
}

fn contested_in(workshop: &Workshop) -> Vec<Contested> {
    contested(counted(workshop))
        .into_iter()
        .map(|one| Contested {
            contribution: Quote::of(workshop, one),
            tally: one.count_sorts(),
        })
        .collect()
}

impl Placements {
    pub(super) fn of(workshops: &[&Workshop]) -> Self {
        let mut placements = Self::default();
        let settled = workshops
            .iter()
            .flat_map(|workshop| counted(workshop))
            .filter_map(|one| one.placement.as_ref());
        for placement in settled {
            placements.settled += 1;
            match &placement.suggested {
                Some(suggested) if *suggested == placement.primary => placements.as_suggested += 1,
                Some(_) => placements.changed += 1,
                None => placements.without_suggestion += 1,
            }
        }
        placements
    }
}
