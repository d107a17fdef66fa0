//! How sure a share is, and whether two may be called different. The interval is Wilson's score interval (E. B. Wilson,
//! "Probable inference, the law of succession, and statistical inference", 1927), the test Fisher's exact test, two-sided
//! (R. A. Fisher, "The logic of inductive inference", 1935), over the hypergeometric distribution of the library `statrs`;
//! since many are made at once, Holm's correction (S. Holm, "A simple sequentially rejective multiple test procedure", 1979).

use serde::Serialize;
use statrs::distribution::{ContinuousCDF as _, Discrete as _, Hypergeometric, Normal};

use super::figures::{Line, Theme};

/// How sure an interval is.
const CONFIDENCE: f64 = 0.95;
/// Below this a difference is claimed.
const LEVEL: f64 = 0.05;
/// Logarithms no further apart are of the same likelihood.
const SAME: f64 = 1e-7;

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

/// Tests every theme, and corrects for all tests together. Columns that hold what nobody knows the origin of are held
/// against nothing.
pub(super) fn claim(lines: &mut [Line], is_known: &[bool]) {
    let known: Vec<usize> = (0..is_known.len())
        .filter(|column| is_known.get(*column) == Some(&true))
        .collect();
    let tested = match known.len() {
        0 | 1 => 0,
        2 => 1,
        more => more,
    };
    for line in lines.iter_mut() {
        let tests = known.iter().take(tested).map(|column| {
            let p = test(&line.columns, &known, *column);
            Difference {
                column: *column,
                p,
                corrected: p,
                claimed: false,
            }
        });
        line.differences = tests.collect();
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

/// A column against the rest of these. Nothing is no evidence.
fn test(columns: &[Theme], among: &[usize], column: usize) -> f64 {
    let (mut own, mut rest) = ((0, 0), (0, 0));
    for index in among {
        let Some(one) = columns.get(*index) else {
            continue;
        };
        let side = if *index == column {
            &mut own
        } else {
            &mut rest
        };
        side.0 += one.contributions as u64;
        side.1 += one.of as u64;
    }
    fisher(own, rest)
}

/// Fisher's exact test, two-sided: how likely a table is that is no likelier than this one, when both sides have the same
/// share. Each side is a part and its whole. In logarithms, since the ways to choose three hundred of two thousand are
/// more than a number holds.
fn fisher((part, whole): (u64, u64), (other, others): (u64, u64)) -> f64 {
    let (all, with) = (whole + others, part + other);
    let Ok(tables) = Hypergeometric::new(all, with, whole) else {
        return 1.0;
    };
    let observed = tables.ln_pmf(part);
    let possible = (with + whole).saturating_sub(all)..=with.min(whole);
    let as_unlikely = possible.map(|part| tables.ln_pmf(part));
    // Two tables that are equally likely differ in the last digits of their logarithms.
    let as_unlikely = as_unlikely.filter(|likely| *likely <= observed + SAME);
    as_unlikely.map(f64::exp).sum::<f64>().min(1.0)
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
        let p = fisher((3, 4), (1, 4));
        assert_eq!(format!("{p:.6}"), format!("{:.6}", 34.0 / 70.0));
        assert_eq!(format!("{:.2}", fisher((0, 0), (0, 9))), "1.00");
    }

    #[test]
    fn large_tables_are_tested_as_exactly_as_small_ones() {
        // R: fisher.test(matrix(c(9, 13, 293, 1350), 2))$p.value and so on.
        for (own, rest, p) in [
            ((9, 22), (293, 1643), "0.0103"),
            ((300, 1000), (250, 1000), "0.0141"),
            ((400, 2000), (400, 2000), "1.0000"),
        ] {
            assert_eq!(format!("{:.4}", fisher(own, rest)), p);
        }
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
        claim(&mut lines, &[true, true]);
        let [small, large] = [&lines[0].differences[0], &lines[1].differences[0]];
        assert_eq!(
            format!("{:.3} {:.3}", small.p, small.corrected),
            "0.100 0.100"
        );
        assert!(!small.claimed && large.claimed);
        assert!(large.corrected > large.p);
        let mut three = vec![line(vec![theme(1, 2), theme(1, 2), theme(1, 2)])];
        claim(&mut three, &[true, true, true]);
        assert_eq!(three[0].differences.len(), 3);
        claim(&mut three, &[true, true, false]);
        assert_eq!(three[0].differences.len(), 1, "two of them are known");
    }
}
