//! How fast suggestions are: one statement beside the floor of folding its words, a whole workshop at once and again
//! after a decision, and `halte classify` beside a start of the program that does nothing.
#![expect(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::expect_used,
    reason = "it prints a table of figures; what cannot be measured should say so and stop"
)]

use std::hint::black_box;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use halte::id::ContributionId;
use halte::suggester::{Suggester, alike, shipped_examples, words};

/// How often each thing is done; the fastest counts.
const ROUNDS: usize = 7;

fn fastest(mut act: impl FnMut()) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        act();
        start.elapsed()
    });
    rounds.min().unwrap_or_default()
}

fn micros(time: Duration, count: usize) -> f64 {
    time.as_secs_f64() * 1e6 / count.max(1) as f64
}

fn main() {
    let start = Instant::now();
    let suggester = Suggester::shipped();
    println!("first use: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    let examples = shipped_examples();
    let step = examples.len() / 500;
    let texts: Vec<&str> = examples
        .iter()
        .step_by(step)
        .take(500)
        .map(|one| one.text)
        .collect();
    let start = Instant::now();
    black_box(suggester.nearest(&suggester.read("first", None)));
    println!(
        "first nearest example: {:.1} ms",
        start.elapsed().as_secs_f64() * 1e3
    );
    let floor = fastest(|| {
        for text in &texts {
            black_box(words::counts(&words::words(text)));
        }
    });
    let judged = fastest(|| {
        for text in &texts {
            let read = suggester.read(text, None);
            black_box(suggester.judge(text, &read));
        }
    });
    let nearest = fastest(|| {
        for text in &texts {
            black_box(suggester.nearest(&suggester.read(text, None)));
        }
    });
    let ratio = judged.as_secs_f64() / floor.as_secs_f64();
    println!("\none statement, of {}:", texts.len());
    println!(
        "  its runs of letters counted (floor)  {:>8.1} µs",
        micros(floor, texts.len())
    );
    println!(
        "  read and judged                      {:>8.1} µs  {ratio:.1} x",
        micros(judged, texts.len())
    );
    println!(
        "  read, and its nearest example        {:>8.1} µs",
        micros(nearest, texts.len())
    );
    for count in [200, 500] {
        let cards: Vec<(ContributionId, &str)> = (1..)
            .map(ContributionId)
            .zip(texts.iter().copied())
            .take(count)
            .collect();
        let time = fastest(|| {
            black_box(alike::alike(&cards, suggester.model()));
        });
        println!(
            "which of {count} are alike                 {:>8.1} ms",
            time.as_secs_f64() * 1e3
        );
    }
    let program = env!("CARGO_BIN_EXE_halte");
    let idle = fastest(|| {
        let status = Command::new(program)
            .arg("--version")
            .stdout(Stdio::null())
            .status();
        assert!(status.is_ok_and(|status| status.success()));
    });
    let classify = fastest(|| {
        let mut halte = Command::new(program)
            .args(["classify", "--json"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("halte starts");
        let mut input = halte.stdin.take().expect("its input");
        input
            .write_all(texts.join("\n").as_bytes())
            .expect("it reads");
        drop(input);
        assert!(halte.wait().is_ok_and(|status| status.success()));
    });
    println!(
        "\nhalte classify, {} statements, start included: {:.0} ms; halte --version: {:.0} ms",
        texts.len(),
        classify.as_secs_f64() * 1e3,
        idle.as_secs_f64() * 1e3,
    );
}
