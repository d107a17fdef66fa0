//! How sure a share is, and whether two may be called different. The interval is Wilson's score interval (E. B. Wilson,
//! "Probable inference, the law of succession, and statistical inference", 1927), the test Fisher's exact test, two-sided
//! (R. A. Fisher, "The logic of inductive inference", 1935), as the library `statrs` computes it; since many are
//! made at once, Holm's correction (S. Holm, "A simple sequentially rejective multiple test procedure", 1979).

use serde::Serialize;
use statrs::distribution::{ContinuousCDF as _, Normal};
use statrs::stats_tests::{Alternative, fishers_exact};

use super::figures::{Line, Theme};

/// How sure an interval is.
const CONFIDENCE: f64 = 0.95;
/// Below this a difference is claimed.
const LEVEL: f64 = 0.05;

/// How intervals and differences were found.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Method {
    /// The interval around a share.
    pub interval: &'static str,
    /// How sure it is.
    pub confidence: f64,
    /// The test for a difference between shares.
    pub test: &'static str,
    /// What is done about making many tests.
    pub correction: &'static str,
    /// A difference is claimed when the corrected p-value is below this.
    pub level: f64,
    /// What computed it.
    pub library: &'static str,
}

impl Default for Method {
    fn default() -> Self {
        Self {
            interval: "Wilson score interval",
            confidence: CONFIDENCE,
            test: "Fisher's exact test, two-sided",
            correction: "Holm",
            level: LEVEL,
            library: "statrs 0.19",
        }
    }
}

/// A share, and between what it may lie.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    /// The share.
    pub share: f64,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Interval {
    /// Wilson's score interval for this part of a whole; none of nothing.
    #[must_use]
    pub fn of(part: usize, whole: usize) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        let z = Normal::standard().inverse_cdf(f64::midpoint(1.0, CONFIDENCE));
        let (n, share) = (float(whole), float(part) / float(whole));
        let spread = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + z * z / n;
        let middle = share + z * z / (2.0 * n);
        Some(Self {
            share,
            low: ((middle - spread) / scale).max(0.0),
            high: ((middle + spread) / scale).min(1.0),
        })
    }
}

/// One test: of two columns the first against the second; of more, a column against all the others together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Difference {
    /// Which column, from 0.
    pub column: usize,
    /// The p-value of this test alone.
    pub p: f64,
    /// The same, corrected for all tests of the comparison.
    pub corrected: f64,
    /// Whether a difference may be claimed.
    pub claimed: bool,
}

/// Tests every theme, and corrects for all tests together.
pub(super) fn claim(lines: &mut [Line]) {
    for line in lines.iter_mut() {
        let count = match line.columns.len() {
            0 | 1 => 0,
            2 => 1,
            more => more,
        };
        line.differences = (0..count)
            .map(|column| {
                let p = test(&line.columns, column);
                Difference {
                    column,
                    p,
                    corrected: p,
                    claimed: false,
                }
            })
            .collect();
    }
    let mut all: Vec<&mut Difference> = lines
        .iter_mut()
        .flat_map(|line| &mut line.differences)
        .collect();
    all.sort_by(|left, right| left.p.total_cmp(&right.p));
    let count = all.len();
    let mut largest = 0.0_f64;
    for (index, difference) in all.into_iter().enumerate() {
        // Holm: the k-th smallest counts for all that are not smaller, and none is below the one before it.
        largest = largest.max((difference.p * float(count - index)).min(1.0));
        difference.corrected = largest;
        difference.claimed = largest < LEVEL;
    }
}

/// A column against the rest. Nothing is no evidence.
fn test(columns: &[Theme], column: usize) -> f64 {
    let pair = |one: &Theme| (one.contributions, one.of - one.contributions);
    let (mut own, mut rest) = ((0, 0), (0, 0));
    for (index, one) in columns.iter().enumerate() {
        let (with, without) = pair(one);
        let side = if index == column { &mut own } else { &mut rest };
        side.0 += with;
        side.1 += without;
    }
    let table = [own.0, own.1, rest.0, rest.1].map(|count| count as u64);
    fishers_exact(&table, Alternative::TwoSided)
        .map_or(1.0, |p| if p.is_nan() { 1.0 } else { p.min(1.0) })
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of contributions are small"
)]
fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded(interval: Interval) -> [String; 3] {
        [interval.share, interval.low, interval.high].map(|value| format!("{value:.4}"))
    }

    #[test]
    fn wilsons_interval_is_that_of_the_books() {
        // R: prop.test(14, 50, correct = FALSE); prop.test(0, 10, correct = FALSE).
        let known = Interval::of(14, 50).expect("a share");
        assert_eq!(rounded(known), ["0.2800", "0.1747", "0.4167"]);
        let none = Interval::of(0, 10).expect("a share");
        assert_eq!(rounded(none), ["0.0000", "0.0000", "0.2775"]);
        assert_eq!(Interval::of(0, 0), None);
    }

    fn theme(contributions: usize, of: usize) -> Theme {
        Theme {
            contributions,
            of,
            share: None,
            rank: 0,
            across: 0,
            scenarios_run: 0,
            dots: 0,
            dots_of: 0,
            vote_rank: None,
        }
    }

    #[test]
    fn the_test_is_that_of_the_lady_tasting_tea() {
        // Fisher's own table: 3 of 4 right is p = 34/70.
        let p = test(&[theme(3, 4), theme(1, 4)], 0);
        assert_eq!(format!("{p:.6}"), format!("{:.6}", 34.0 / 70.0));
        assert_eq!(
            format!("{:.2}", test(&[theme(0, 0), theme(0, 9)], 0)),
            "1.00"
        );
    }

    fn line(columns: Vec<Theme>) -> Line {
        Line {
            theme: "wellbeing".parse().expect("an id"),
            name: crate::language::Localised::default(),
            columns,
            differences: Vec::new(),
        }
    }

    #[test]
    fn small_numbers_claim_nothing_and_many_tests_cost() {
        let mut lines = vec![
            line(vec![theme(3, 3), theme(0, 3)]),
            line(vec![theme(30, 40), theme(5, 40)]),
        ];
        claim(&mut lines);
        let [small, large] = [&lines[0].differences[0], &lines[1].differences[0]];
        assert_eq!(
            format!("{:.3} {:.3}", small.p, small.corrected),
            "0.100 0.100"
        );
        assert!(!small.claimed && large.claimed);
        assert!(large.corrected > large.p);
        let mut three = vec![line(vec![theme(1, 2), theme(1, 2), theme(1, 2)])];
        claim(&mut three);
        assert_eq!(three[0].differences.len(), 3);
    }
}
