//! How far people agree on where contributions belong: Krippendorff's alpha over all, the modal share for each.

use std::collections::BTreeMap;

use super::entry::{Contribution, Place, Tally};

/// Agreement on one contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// How many people sorted it.
    pub sorted: u32,
    /// The place most people chose; `None` when nobody sorted it or several places share the lead.
    pub modal: Option<Place>,
    /// How many chose the place chosen most.
    pub votes: u32,
}

impl Agreement {
    /// Reads off a tally.
    #[must_use]
    pub fn of(tally: &Tally) -> Self {
        let sorted = tally
            .values()
            .fold(0_u32, |sum, count| sum.saturating_add(*count));
        let votes = tally.values().copied().max().unwrap_or(0);
        let mut leaders = tally
            .iter()
            .filter(|(_, count)| **count == votes && votes > 0)
            .map(|(place, _)| place);
        let modal = match (leaders.next(), leaders.next()) {
            (Some(only), None) => Some(only.clone()),
            _ => None,
        };
        Self {
            sorted,
            modal,
            votes,
        }
    }

    /// Whether the plenary should look at it: people sorted it, and no place has more than half of them.
    #[must_use]
    pub const fn is_contested(&self) -> bool {
        self.sorted > 0 && self.votes.saturating_mul(2) <= self.sorted
    }
}

/// The contributions the plenary should look at, least agreed first.
#[must_use]
pub fn contested<'a>(
    contributions: impl IntoIterator<Item = &'a Contribution>,
) -> Vec<&'a Contribution> {
    let mut found: Vec<(Agreement, &Contribution)> = contributions
        .into_iter()
        .map(|contribution| (Agreement::of(&contribution.count_sorts()), contribution))
        .filter(|(agreement, _)| agreement.is_contested())
        .collect();
    found.sort_by(|(left, a), (right, b)| {
        let share = |agreement: &Agreement, other: &Agreement| {
            u64::from(agreement.votes).saturating_mul(u64::from(other.sorted))
        };
        share(left, right)
            .cmp(&share(right, left))
            .then(a.id.cmp(&b.id))
    });
    found
        .into_iter()
        .map(|(_, contribution)| contribution)
        .collect()
}

/// Krippendorff's alpha for nominal data with any number of raters and missing values; `None` when there is
/// nothing to compare (no contribution sorted twice, or only one place ever used).
///
/// From the coincidences within units: with m the values in a unit, n the values in all units that have two or
/// more, o the disagreeing pairs weighted by 1/(m-1), and `n_c` the values of category c,
/// `alpha = 1 - (n - 1) * sum o / sum over c != k of n_c * n_k`.
/// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C; the worked example there is a
/// test below.
#[must_use]
pub fn alpha<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Option<f64> {
    let mut totals: BTreeMap<&Place, u64> = BTreeMap::new();
    let mut observed = 0.0;
    for tally in tallies {
        let values: u64 = tally
            .values()
            .fold(0_u64, |sum, count| sum.saturating_add(u64::from(*count)));
        let Some(others) = values.checked_sub(1).filter(|others| *others > 0) else {
            continue;
        };
        let mut disagreeing: u64 = 0;
        for (place, count) in tally {
            let count = u64::from(*count);
            let total = totals.entry(place).or_default();
            *total = total.saturating_add(count);
            disagreeing =
                disagreeing.saturating_add(count.saturating_mul(values.saturating_sub(count)));
        }
        observed += float(disagreeing) / float(others);
    }
    let n: u64 = totals
        .values()
        .fold(0, |sum, count| sum.saturating_add(*count));
    let expected: u64 = totals.values().fold(0, |sum, count| {
        sum.saturating_add(count.saturating_mul(n.saturating_sub(*count)))
    });
    if expected == 0 {
        return None;
    }
    Some(1.0 - float(n.saturating_sub(1)) * observed / float(expected))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of a workshop are far below 2^52"
)]
const fn float(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(counts: &[(&str, u32)]) -> Tally {
        counts
            .iter()
            .map(|(place, count)| (place.parse().expect("place"), *count))
            .collect()
    }

    /// Krippendorff (2011), example C: four observers, twelve units, values missing; alpha = 0.743.
    #[test]
    fn alpha_of_the_worked_example_in_the_literature() {
        let units = [
            tally(&[("1", 3)]),
            tally(&[("2", 3), ("3", 1)]),
            tally(&[("3", 4)]),
            tally(&[("3", 4)]),
            tally(&[("2", 4)]),
            tally(&[("1", 1), ("2", 1), ("3", 1), ("4", 1)]),
            tally(&[("4", 4)]),
            tally(&[("1", 3), ("2", 1)]),
            tally(&[("2", 4)]),
            tally(&[("5", 3)]),
            tally(&[("1", 2)]),
            tally(&[("3", 1)]),
        ];
        let alpha = alpha(&units).expect("there is something to compare");
        assert!((alpha - 0.743).abs() < 0.000_5, "{alpha}");
    }

    #[test]
    fn alpha_is_one_when_all_agree_and_absent_when_nothing_can_be_compared() {
        assert_eq!(alpha(&[tally(&[("a", 3)]), tally(&[("b", 2)])]), Some(1.0));
        assert_eq!(alpha(&[tally(&[("a", 1)]), tally(&[("b", 1)])]), None);
        assert_eq!(alpha(&[tally(&[("a", 3)])]), None);
        assert_eq!(alpha(&[]), None);
    }

    #[test]
    fn a_contribution_is_contested_when_no_place_has_more_than_half() {
        assert!(Agreement::of(&tally(&[("a", 1), ("b", 1)])).is_contested());
        assert!(Agreement::of(&tally(&[("a", 2), ("b", 1), ("c", 1)])).is_contested());
        assert!(!Agreement::of(&tally(&[("a", 2), ("b", 1)])).is_contested());
        assert!(!Agreement::of(&Tally::new()).is_contested());
    }

    #[test]
    fn a_shared_lead_has_no_modal_place() {
        assert_eq!(Agreement::of(&tally(&[("a", 2), ("b", 2)])).modal, None);
        assert_eq!(
            Agreement::of(&tally(&[("a", 2), ("b", 1)])).modal,
            Some("a".parse().expect("place"))
        );
    }
}
