//! How good suggestions are, on labelled statements: `just evaluate FILE.csv`. The file has a head and the columns `id`,
//! `lang`, `theme`, `second`, `agreement` and `text`. Without a file the shipped examples are held against themselves:
//! five times a fifth of them is put aside, the rest is learned from, and what was put aside is judged.
#![expect(
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "it prints a table of figures, of counts far below 2^52"
)]

mod figures;

use std::error::Error;
use std::fs;

use figures::{Judged, print};
use halte::language::Language;
use halte::suggester::labels::{self, LANGUAGES};
use halte::suggester::model::Model;
use halte::suggester::{Suggester, shipped_examples, shipped_patterns};

/// Into how many parts the examples are divided.
const FOLDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = std::env::args().skip(1);
    let files: Vec<String> = arguments.filter(|one| !one.starts_with("--")).collect();
    if files.is_empty() {
        print("examples, cross-validated", &cross_validated());
    }
    for file in &files {
        let judged = labelled(file).map_err(|error| format!("{file}: {error}"))?;
        print(file, &judged);
    }
    Ok(())
}

/// The statements of a file as the shipped suggester judges them; their language is guessed, as in a workshop.
fn labelled(file: &str) -> Result<Vec<Judged>, Box<dyn Error>> {
    let bytes = fs::read(file)?;
    let mut rows = csv::Reader::from_reader(bytes.as_slice());
    let heads = rows.headers()?.clone();
    let column = |name: &str| {
        let at = heads.iter().position(|head| head == name);
        at.ok_or_else(|| format!("there is no column {name}"))
    };
    let [lang, theme, second, text] = ["lang", "theme", "second", "text"].map(column);
    let (lang, theme, second, text) = (lang?, theme?, second?, text?);
    let mut judged = Vec::new();
    for (number, row) in (2..).zip(rows.records()) {
        let row = row?;
        let of = |at: usize| row.get(at).unwrap_or_default();
        let known = |what: &str, found: Option<usize>, written: &str| {
            found.ok_or_else(|| format!("row {number}: {written:?} is no {what}"))
        };
        let place = known("theme", labels::place(of(theme)), of(theme))?;
        let language = known("language", labels::language(of(lang)), of(lang))?;
        let also = labels::place(of(second));
        judged.push(judge(
            Suggester::shipped(),
            of(text),
            None,
            (place, also),
            language,
        ));
    }
    Ok(judged)
}

fn cross_validated() -> Vec<Judged> {
    let examples = shipped_examples();
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        // Neighbors in a file are alike: the same persona in the same scenario.
        let is_aside = |index: usize| (index / 2) % FOLDS == fold;
        let learned: Vec<_> = examples
            .iter()
            .enumerate()
            .filter(|(index, _)| !is_aside(*index))
            .map(|(_, example)| example.clone())
            .collect();
        let model = Model::fit(&learned, &shipped_patterns());
        let suggester = Suggester::new(&model, shipped_patterns());
        let aside = examples
            .iter()
            .enumerate()
            .filter(|(index, _)| is_aside(*index));
        judged.extend(aside.map(|(_, one)| {
            let label = (one.place, one.second);
            judge(&suggester, one.text, None, label, one.language)
        }));
    }
    judged
}

fn judge(
    suggester: &Suggester<'_>,
    text: &str,
    language: Option<Language>,
    (place, second): (usize, Option<usize>),
    written_in: usize,
) -> Judged {
    let read = suggester.read(text, language);
    let verdict = suggester.judge(text, &read);
    let ranking = verdict.ranking().into_iter().filter_map(|(place, share)| {
        Some((labels::place(place.as_str())?, f64::from(share) / 1_000.0))
    });
    Judged {
        place,
        second,
        language: LANGUAGES.get(written_in).copied().unwrap_or("nl"),
        is_language_right: verdict.language == written_in,
        ranking: ranking.collect(),
    }
}
