//! The report as people read it.

use halte::language::Language;
use halte::locale::Locale;
use halte::report::table::{Look, render};
use halte::report::{By, Options, Report};
use halte::workshop::Workshop;
use halte::workshop::plan::Plan;
use halte::workshop::proceedings::Proceedings;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use super::group::{Group, full_workshop};
use super::setting::plan;
use super::snapshot;

const PLAIN: Look = Look {
    ascii: false,
    color: false,
    width: 80,
};

fn page(workshops: &[&Workshop], by: By, language: Language, look: Look) -> String {
    render(
        &Report::of(workshops, Options { by }),
        Locale::new(language),
        look,
    )
}

fn everything(language: Language, look: Look) -> String {
    page(
        &[&full_workshop("pseudonymous").workshop],
        By::Primary,
        language,
        look,
    )
}

fn loaded(record: Value) -> Workshop {
    let record: Proceedings = serde_json::from_value(record).expect("record");
    let plan: Plan = serde_json::from_value(plan()).expect("plan");
    record.into_workshop(plan, None)
}

/// As many personas and themes as the method ships, with its longest names.
fn crowded() -> Workshop {
    let mut plan = plan();
    let persona = plan["personas"][2].clone();
    let theme = plan["themes"][2].clone();
    for number in 0..12 {
        let mut more = persona.clone();
        more["id"] = json!(format!("persona-{number}"));
        plan["personas"]
            .as_array_mut()
            .expect("personas")
            .push(more);
    }
    for number in 0..9 {
        let mut more = theme.clone();
        more["id"] = json!(format!("theme-{number}"));
        plan["themes"].as_array_mut().expect("themes").push(more);
    }
    Group::meet(plan).workshop
}

#[test]
fn the_page_in_dutch() {
    snapshot("report_table_nl", &everything(Language::Nl, PLAIN));
}

#[test]
fn the_page_in_english() {
    snapshot("report_table_en", &everything(Language::En, PLAIN));
}

#[test]
fn the_page_in_french() {
    snapshot("report_table_fr", &everything(Language::Fr, PLAIN));
}

#[test]
fn the_page_in_ascii() {
    let look = Look {
        ascii: true,
        ..PLAIN
    };
    snapshot("report_table_ascii", &everything(Language::En, look));
}

#[test]
fn the_page_of_a_workshop_in_which_nothing_happened_yet() {
    let group = Group::meet(plan());
    snapshot(
        "report_table_empty",
        &page(&[&group.workshop], By::Primary, Language::Nl, PLAIN),
    );
}

#[test]
fn the_page_over_two_named_sessions_by_any_theme() {
    let one = full_workshop("named");
    let mut other = plan();
    other["id"] = json!("2026-12-01-brugge-b201");
    let two = Group::meet(other);
    let text = page(
        &[&one.workshop, &two.workshop],
        By::Any,
        Language::En,
        PLAIN,
    );
    snapshot("report_table_two", &text);
}

#[test]
fn a_theme_found_in_all_four_scenarios_is_marked_as_systematic() {
    let scenarios = ["synergy", "inefficiency", "takeover", "status-quo"];
    let contributions: Vec<_> = (1..)
        .zip(scenarios)
        .map(|(number, scenario)| {
            json!({
                "id": format!("n{number:04}"), "kind": "need", "scenario": scenario, "language": "nl",
                "source": "typed", "text": "tekst", "persona": "mentor", "group": "g01",
                "placement": {"primary": "wellbeing", "by": "p00"},
            })
        })
        .collect();
    let record = json!({
        "seq": 2, "opened_at": "2026-11-21T09:00:00.000Z", "contributions": contributions,
        "groups": [{"id": "g01", "label": "Rust", "contributions": ["n0001"]}],
    });
    let text = page(&[&loaded(record)], By::Primary, Language::En, PLAIN);
    let marked = text.matches("systematic").count();
    assert_eq!(
        marked, 3,
        "the theme, the group and what the word means: {text}"
    );
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let (full, crowded) = (full_workshop("named").workshop, crowded());
    for language in Language::ALL {
        for width in [60, 80, 120] {
            for ascii in [false, true] {
                let look = Look {
                    ascii,
                    width,
                    ..PLAIN
                };
                for workshops in [&[][..], &[&full], &[&full, &crowded], &[&crowded]] {
                    let text = page(workshops, By::Any, language, look);
                    for line in text.lines() {
                        assert!(
                            line.width() <= width,
                            "{} cells of {width}: {line}",
                            line.width()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_page_too_narrow_to_fit_loses_no_word() {
    let text = everything(Language::Nl, Look { width: 1, ..PLAIN });
    let joined: String = text.split_whitespace().collect();
    for words in [
        "aldertigjaarnaaststaat",
        "Inefficiëntie",
        "systeeminteractie",
        "静かな職場。",
    ] {
        let words = words.to_lowercase();
        assert!(joined.to_lowercase().contains(&words), "{words}");
    }
}

#[test]
fn ascii_leaves_no_other_character_than_those_of_people_and_words() {
    let group = Group::meet(plan());
    let look = Look {
        ascii: true,
        ..PLAIN
    };
    let text = page(&[&group.workshop], By::Primary, Language::En, look);
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn what_a_file_holds_reaches_no_terminal_as_an_order() {
    let record = json!({
        "seq": 2, "opened_at": "2026-11-21T09:00:00.000Z",
        "participants": [{"id": "p01", "language": "nl", "organisation": "\u{1b}]0;Weverij\u{7} Gent"}],
        "contributions": [{
            "id": "n0001", "kind": "need", "scenario": "synergy", "language": "nl", "source": "typed",
            "text": "\u{1b}[2Jrustig \u{202e}werken",
        }],
    });
    let text = page(&[&loaded(record)], By::Primary, Language::Nl, PLAIN);
    assert!(text.contains("rustig werken"));
    assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']));
}

#[test]
fn colour_adds_to_the_page_and_says_nothing_of_its_own() {
    let plain = everything(Language::Nl, PLAIN);
    let colored = everything(
        Language::Nl,
        Look {
            color: true,
            ..PLAIN
        },
    );
    assert!(!plain.contains('\u{1b}'));
    assert!(colored.contains('\u{1b}'));
    let stripped = ["\u{1b}[1m", "\u{1b}[33m", "\u{1b}[0m"]
        .iter()
        .fold(colored, |text, ink| text.replace(ink, ""));
    assert_eq!(stripped, plain);
}
