//! What a plan says of suggestions.

use halte::language::Language;
use halte::workshop::plan::{Example, SpeakingWord, Suggesting};

use super::{draft, fresh};

#[test]
fn a_plan_says_who_sees_suggestions_and_what_speaks_for_a_theme() {
    let plan = draft("schema: halte/1\n").open(&fresh());
    assert_eq!(plan.suggestions, Suggesting::default());
    assert!(!plan.suggestions.to_participants);
    let plan = draft(
        "schema: halte/1
suggestions:
  to_participants: true
  words:
    - {theme: wellbeing, language: nl, pattern: rust, weight: 3}
    - {theme: none, language: en, pattern: no}
  examples:
    - {theme: lifelong-learning, text: Een opleiding op de vloer.}
",
    )
    .open(&fresh());
    let word = |theme: &str, language, pattern: &str, weight| SpeakingWord {
        theme: theme.parse().expect("a place"),
        language,
        pattern: pattern.parse().expect("a label"),
        weight,
    };
    let expected = Suggesting {
        to_participants: true,
        words: vec![
            word("wellbeing", Language::Nl, "rust", 3),
            word("none", Language::En, "no", 2),
        ],
        examples: vec![Example {
            theme: "lifelong-learning".parse().expect("a place"),
            text: "Een opleiding op de vloer.".parse().expect("a text"),
        }],
    };
    assert_eq!(plan.suggestions, expected);
}
