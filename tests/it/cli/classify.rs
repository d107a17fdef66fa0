//! `halte classify`: statements in, suggestions out.

use serde_json::Value;

use super::{Desk, Told};

const STATEMENTS: &str =
    "De werkdruk is te hoog\n\nQui décide quand l'IA se trompe ?\r\nwe need training\n";

fn told(desk: &Desk, arguments: &[&str], input: impl Into<Vec<u8>>) -> Told {
    Told::of(desk.command().args(arguments).write_stdin(input))
}

fn objects(told: &Told) -> Vec<Value> {
    assert_eq!((told.code, told.err.as_str()), (0, ""));
    let lines = told.out.lines();
    lines
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

#[test]
fn each_statement_is_an_object_in_the_order_of_the_input() {
    let desk = Desk::new();
    let told = told(&desk, &["classify", "--json"], STATEMENTS);
    let objects = objects(&told);
    let of = |field: &str| -> Vec<&str> {
        let texts = objects.iter().map(|one| one[field].as_str());
        texts.map(|text| text.expect("a text")).collect()
    };
    assert_eq!(
        of("text"),
        [
            "De werkdruk is te hoog",
            "Qui décide quand l'IA se trompe ?",
            "we need training"
        ]
    );
    assert_eq!(of("lang"), ["nl", "fr", "en"]);
    assert_eq!(
        of("theme"),
        ["wellbeing", "responsible-interaction", "lifelong-learning"]
    );
    for one in &objects {
        let alternatives = one["alternatives"].as_array().expect("a list");
        assert_eq!(alternatives.len(), 6);
        let shares: Vec<f64> = alternatives
            .iter()
            .map(|one| one["confidence"].as_f64().expect("a number"))
            .collect();
        assert!(shares.is_sorted_by(|left, right| left >= right));
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert_eq!(one["theme"], alternatives[0]["theme"]);
        assert_eq!(one["confidence"], alternatives[0]["confidence"]);
        assert!(one.get("second").is_some());
        let text = one["text"].as_str().expect("a text");
        let because = one["because"].as_array().expect("a list");
        assert!(!because.is_empty());
        for word in because {
            assert!(text.contains(word.as_str().expect("a word")));
        }
    }
    // A last line without its end counts, and the same input gives the same output.
    let again = super::classify::told(&desk, &["classify", "--json"], STATEMENTS.trim_end());
    assert_eq!(again.out, told.out);
}

#[test]
fn a_language_that_is_named_is_not_guessed() {
    let desk = Desk::new();
    let named = told(&desk, &["classify", "--json", "--lang", "fr"], "training\n");
    assert_eq!(objects(&named)[0]["lang"], "fr");
}

#[test]
fn explaining_shows_every_pattern_and_run_of_letters_that_spoke() {
    let desk = Desk::new();
    let asked = ["classify", "--json", "--explain"];
    let told_all = told(&desk, &asked, "De werkdruk is te hoog\n");
    let one = &objects(&told_all)[0];
    let spoke = one["spoke"].as_array().expect("a list");
    let of = |kind: &str| spoke.iter().filter(|one| one["kind"] == kind).count();
    assert!(of("pattern") >= 1 && of("gram") >= 20, "{spoke:?}");
    assert_eq!(spoke[0]["words"][0], "werkdruk");
    assert!(one["nearest"].is_string());
    let page = told(
        &desk,
        &["classify", "--explain"],
        "De werkdruk is te hoog\n",
    );
    assert!(page.out.contains("werkdruk") && page.out.contains("lifelong learning"));
}

#[test]
fn people_get_a_table_in_their_language_and_nothing_of_the_terminal_gets_through() {
    let desk = Desk::new();
    let input = "De werkdruk \u{1b}[31mis te hoog\u{7}\n";
    let table = told(&desk, &["classify", "--lang", "nl", "--ascii"], input);
    assert_eq!(table.code, 0);
    assert!(table.out.contains("welzijn op het werk"), "{}", table.out);
    assert!(
        table.out.contains("De werkdruk is te hoog"),
        "{}",
        table.out
    );
    assert!(!table.out.contains(['\u{1b}', '\u{7}', '─']));
}

#[test]
fn what_is_no_statement_is_named() {
    let desk = Desk::new();
    let broken = told(
        &desk,
        &["classify", "--json"],
        b"fine\nnot \xff fine\n".to_vec(),
    );
    assert_eq!(broken.code, 1);
    assert_eq!(broken.out.lines().count(), 1);
    assert!(broken.err.contains("stdin:2: "), "{}", broken.err);
    let nothing = told(&desk, &["classify"], "\n  \n");
    assert_eq!((nothing.code, nothing.out.as_str()), (1, ""));
    assert!(!nothing.err.is_empty());
    assert_eq!(told(&desk, &["classify", "--json"], "").code, 0);
}
