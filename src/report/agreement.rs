//! How far people agree on where contributions belong, and how it was settled. The arithmetic is in
//! `workshop::agreement`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::entries::Quote;
use super::session::counted;
use crate::id::{ParticipantId, SessionId};
use crate::workshop::Workshop;
use crate::workshop::agreement::{alpha, contested};
use crate::workshop::entry::{Advisor, Contribution, Placement, Tally};
use crate::workshop::suggestion::Trust;

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

/// How contributions were settled, and what became of the places that were suggested for them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Placements {
    /// Contributions that have a place.
    pub settled: usize,
    /// As was suggested.
    pub as_suggested: usize,
    /// Elsewhere than was suggested.
    pub changed: usize,
    /// Where nothing had been suggested.
    pub without_suggestion: usize,
    /// What became of the suggestions, by who made them.
    pub by_advisor: ByAdvisor,
    /// What became of the tool's, by how far they could be trusted when the contribution was settled.
    pub tool_by_trust: ByTrust,
    /// Who settled how many, session by session, the facilitator of each first.
    pub by_whom: Vec<Settler>,
}

/// What became of suggestions. What was kept and what was changed are all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Outcome {
    /// Settled contributions that had a suggestion.
    pub suggested: usize,
    /// Put where it was suggested: the three ways below together. A second theme makes no difference.
    pub kept: usize,
    /// Taken over as it stood.
    pub accepted: usize,
    /// Put in the same place by hand.
    pub chosen_same: usize,
    /// Put in the same place; the record, an older one, does not say how.
    pub unclear: usize,
    /// Put elsewhere.
    pub changed: usize,
}

/// What became of suggestions, by who made them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct ByAdvisor {
    /// The group's, by how it sorted.
    pub group: Outcome,
    /// The tool's.
    pub tool: Outcome,
}

/// What became of the tool's suggestions, by how far they could be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct ByTrust {
    /// From [`SURE`](crate::workshop::suggestion::SURE) on.
    pub sure: Outcome,
    /// From [`PROBABLE`](crate::workshop::suggestion::PROBABLE) on.
    pub probable: Outcome,
    /// Less, or not said. The rules suggest no such place; a file may hold one all the same.
    pub open: Outcome,
}

/// What somebody settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Settler {
    /// The session.
    pub session: SessionId,
    /// Who, by their number there.
    pub participant: ParticipantId,
    /// Contributions that have the place this person gave them.
    pub settled: usize,
    /// What became of the suggestions for them.
    #[serde(flatten)]
    pub outcome: Outcome,
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
        let mut all = Outcome::default();
        for workshop in workshops {
            let settled = || counted(workshop).filter_map(|one| one.placement.as_ref());
            for placement in settled() {
                all.add(placement);
                placements.by_advisor.add(placement);
                placements.tool_by_trust.add(placement);
            }
            placements.settled += settled().count();
            placements.by_whom.extend(settlers(workshop, settled()));
        }
        Self {
            as_suggested: all.kept,
            changed: all.changed,
            without_suggestion: placements.settled - all.suggested,
            ..placements
        }
    }
}

impl Outcome {
    fn add(&mut self, placement: &Placement) {
        let Some(suggested) = &placement.suggested else {
            return;
        };
        self.suggested += 1;
        if *suggested != placement.primary {
            self.changed += 1;
            return;
        }
        self.kept += 1;
        let way = match (placement.accepted, placement.advisor) {
            (true, _) => &mut self.accepted,
            (false, Some(_)) => &mut self.chosen_same,
            // From before the record said who suggested, and whether that was taken over.
            (false, None) => &mut self.unclear,
        };
        *way += 1;
    }
}

impl ByAdvisor {
    fn add(&mut self, placement: &Placement) {
        let outcome = match advisor(placement) {
            Advisor::Group => &mut self.group,
            Advisor::Tool => &mut self.tool,
        };
        outcome.add(placement);
    }
}

impl ByTrust {
    fn add(&mut self, placement: &Placement) {
        if advisor(placement) != Advisor::Tool {
            return;
        }
        let outcome = match Trust::of(placement.confidence.unwrap_or(0)) {
            Trust::Sure => &mut self.sure,
            Trust::Probable => &mut self.probable,
            Trust::Open => &mut self.open,
        };
        outcome.add(placement);
    }
}

/// Who suggested, if anybody did; in older records it was the group.
pub(super) fn advisor(placement: &Placement) -> Advisor {
    placement.advisor.unwrap_or(Advisor::Group)
}

/// Everybody who settled something in a session; the facilitator also when nothing was.
fn settlers<'a>(
    workshop: &Workshop,
    settled: impl Iterator<Item = &'a Placement>,
) -> impl Iterator<Item = Settler> {
    let nothing = |participant| Settler {
        session: workshop.plan().id.clone(),
        participant,
        settled: 0,
        outcome: Outcome::default(),
    };
    let facilitator = ParticipantId::FACILITATOR;
    let mut settlers = BTreeMap::from([(facilitator, nothing(facilitator))]);
    for placement in settled {
        let by = placement.by;
        let settler = settlers.entry(by).or_insert_with(|| nothing(by));
        settler.settled += 1;
        settler.outcome.add(placement);
    }
    settlers.into_values()
}
