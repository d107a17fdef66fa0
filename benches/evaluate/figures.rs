//! The figures of an evaluation.

use halte::suggester::labels::{LANGUAGES, PLACES};

/// How many places there are.
const K: usize = PLACES.len();
/// Into how many parts likelihoods are divided to see whether they mean what they say.
const BINS: usize = 10;
/// The precision at which coverage is told.
const PRECISION: f64 = 0.9;

/// A statement with its label and what was made of it.
pub(crate) struct Judged {
    pub(crate) place: usize,
    pub(crate) second: Option<usize>,
    pub(crate) language: &'static str,
    pub(crate) is_language_right: bool,
    /// All places with their likelihoods, likeliest first.
    pub(crate) ranking: Vec<(usize, f64)>,
}

impl Judged {
    fn first(&self) -> (usize, f64) {
        self.ranking[0]
    }

    fn is_right(&self) -> bool {
        self.first().0 == self.place
    }

    /// Whether the likeliest place is the first or the second of the label.
    fn fits(&self) -> bool {
        self.is_right() || Some(self.first().0) == self.second
    }

    fn is_among_two(&self) -> bool {
        let mut two = self.ranking.iter().take(2);
        two.any(|(place, _)| *place == self.place)
    }
}

/// Prints everything about a set of judged statements.
pub(crate) fn print(name: &str, judged: &[Judged]) {
    println!("\n{name}\n");
    let all: Vec<&Judged> = judged.iter().collect();
    println!(
        "{:<10} {:>6} {:>9} {:>9} {:>8} {:>9} {:>12} {:>7} {:>9}",
        "", "n", "accuracy", "macro-F1", "1st|2nd", "two best", "covers @90%", "ECE", "language"
    );
    overview("all", &all);
    for language in LANGUAGES {
        let of: Vec<&Judged> = all
            .iter()
            .copied()
            .filter(|one| one.language == language)
            .collect();
        overview(language, &of);
    }
    by_theme(&all);
    confusion(&all);
    calibration(&all);
}

fn overview(name: &str, judged: &[&Judged]) {
    if judged.is_empty() {
        return;
    }
    let share = |holds: fn(&Judged) -> bool| {
        ratio(judged.iter().filter(|one| holds(one)).count(), judged.len())
    };
    println!(
        "{name:<10} {:>6} {:>9.3} {:>9.3} {:>8.3} {:>9.3} {:>12.2} {:>7.3} {:>9.3}",
        judged.len(),
        share(Judged::is_right),
        macro_f1(judged),
        share(Judged::fits),
        share(Judged::is_among_two),
        coverage(judged),
        calibration_error(judged),
        share(|one| one.is_language_right),
    );
}

/// How often each place was said (columns) for each label (rows).
fn table(judged: &[&Judged]) -> [[usize; K]; K] {
    let mut table = [[0; K]; K];
    for one in judged {
        table[one.place][one.first().0] += 1;
    }
    table
}

fn precision(table: &[[usize; K]; K], place: usize) -> f64 {
    ratio(
        table[place][place],
        table.iter().map(|row| row[place]).sum(),
    )
}

fn recall(table: &[[usize; K]; K], place: usize) -> f64 {
    ratio(table[place][place], table[place].iter().sum())
}

fn f1(table: &[[usize; K]; K], place: usize) -> f64 {
    let (precision, recall) = (precision(table, place), recall(table, place));
    if precision + recall > 0.0 {
        2.0 * precision * recall / (precision + recall)
    } else {
        0.0
    }
}

/// The mean of the F1 of every place that is a label here.
fn macro_f1(judged: &[&Judged]) -> f64 {
    let table = table(judged);
    let there = (0..K).filter(|place| table[*place].iter().sum::<usize>() > 0);
    let scores: Vec<f64> = there.map(|place| f1(&table, place)).collect();
    scores.iter().sum::<f64>() / scores.len().max(1) as f64
}

fn by_theme(judged: &[&Judged]) {
    let table = table(judged);
    println!(
        "\n{:<26} {:>6} {:>10} {:>7} {:>7}",
        "", "n", "precision", "recall", "F1"
    );
    for (place, name) in PLACES.iter().enumerate() {
        println!(
            "{name:<26} {:>6} {:>10.2} {:>7.2} {:>7.2}",
            table[place].iter().sum::<usize>(),
            precision(&table, place),
            recall(&table, place),
            f1(&table, place),
        );
    }
}

fn confusion(judged: &[&Judged]) {
    let table = table(judged);
    print!("\n{:<26}", "label \\ said");
    for name in PLACES {
        print!(" {:>5}", name.chars().take(5).collect::<String>());
    }
    println!();
    for (row, name) in table.iter().zip(PLACES) {
        print!("{name:<26}");
        for count in row {
            print!(" {count:>5}");
        }
        println!();
    }
}

/// The largest part of all statements, the surest first, of which nine in ten are right (first or second theme).
fn coverage(judged: &[&Judged]) -> f64 {
    let mut surest = judged.to_vec();
    surest.sort_by(|left, right| right.first().1.total_cmp(&left.first().1));
    let mut right = 0;
    let mut covered = 0;
    for (count, one) in (1..).zip(&surest) {
        right += usize::from(one.fits());
        if ratio(right, count) >= PRECISION {
            covered = count;
        }
    }
    ratio(covered, judged.len())
}

/// Statements by how likely their first place was found: how many, how likely on average, and how many were right.
fn bins(judged: &[&Judged]) -> Vec<(usize, f64, usize)> {
    let mut bins = vec![(0, 0.0, 0); BINS];
    for one in judged {
        let likely = one.first().1;
        let bin = &mut bins[((likely * BINS as f64) as usize).min(BINS - 1)];
        bin.0 += 1;
        bin.1 += likely;
        bin.2 += usize::from(one.is_right());
    }
    bins
}

/// The expected calibration error: how far, on average, likelihoods are from how often they are right.
fn calibration_error(judged: &[&Judged]) -> f64 {
    let off = bins(judged)
        .into_iter()
        .map(|(_, likely, right)| (likely - right as f64).abs());
    off.sum::<f64>() / judged.len().max(1) as f64
}

fn calibration(judged: &[&Judged]) {
    println!(
        "\n{:<12} {:>6} {:>7} {:>7}",
        "likelihood", "n", "said", "right"
    );
    for (at, (count, likely, right)) in bins(judged).into_iter().enumerate() {
        if count > 0 {
            println!(
                "{:<12} {count:>6} {:>7.2} {:>7.2}",
                format!("{:.1}-{:.1}", at as f64 / 10.0, (at + 1) as f64 / 10.0),
                likely / count as f64,
                ratio(right, count),
            );
        }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
