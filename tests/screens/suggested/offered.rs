//! What is offered for a card: the order of the queue, what the keys do with it, and how it looks.

use halte::language::Language;
use halte::tui::look::Look;
use halte::vocabulary::StepKind;
use halte::workshop::entry::Advisor;
use halte::workshop::{Asker, Command};
use insta::assert_snapshot;

use super::sorting::advised;
use super::{
    AGREED, DIVIDED, DOUBTED, LIKELY, OTHER_TWIN, QUEUE, SILENT, SURE, TWIN, UNKNOWN, accepting,
    board, chosen, drawn, go, last, place, placed, placement, settle, sizes, suggest_for,
};

#[test]
fn what_is_contested_comes_first_and_then_what_is_least_sure() {
    let mut stage = board();
    for number in QUEUE {
        assert_eq!(chosen(&mut stage), number);
        stage.press("<down>");
    }
    let screen = stage.press("<home>").screen(80, 24);
    let signs: String = screen
        .lines()
        .skip(3)
        .take(QUEUE.len())
        .filter_map(|line| line.chars().nth(3))
        .collect();
    assert_eq!(signs, "≠≠??≈●●●●");
}

#[test]
fn how_the_board_shows_what_is_suggested() {
    let mut stage = board();
    assert_snapshot!("suggested_divided_80x24", stage.screen(80, 24));
    go(&mut stage, DOUBTED);
    assert_snapshot!("suggested_doubted_80x24", stage.screen(80, 24));
    go(&mut stage, LIKELY);
    assert_snapshot!("suggested_likely_80x24", stage.screen(80, 24));
    assert_snapshot!("suggested_likely_120x40", stage.screen(120, 40));
    assert_snapshot!("compare_80x24", stage.press("c").screen(80, 24));
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    let mut stage = drawn(look, Language::Nl);
    go(&mut stage, TWIN);
    let screen = stage.screen(80, 24);
    // The third card that waits has letters of its own.
    let mut lines = screen.lines().filter(|line| !line.contains("laat mij"));
    assert!(lines.all(str::is_ascii), "{screen}");
    assert_snapshot!("suggested_twin_ascii_80x24", screen);
    let mut stage = drawn(Look::default(), Language::Fr);
    go(&mut stage, LIKELY);
    assert_snapshot!("suggested_likely_fr_80x24", stage.screen(80, 24));
    assert_snapshot!("all_sure_fr_80x24", stage.press("A").screen(80, 24));
    let mut stage = drawn(Look::default(), Language::En);
    go(&mut stage, SURE);
    assert_snapshot!("suggested_sure_en_120x40", stage.screen(120, 40));
}

#[test]
fn words_that_spoke_are_underlined_in_the_text() {
    let mut stage = board();
    go(&mut stage, SURE);
    let buf = stage.buffer(80, 24);
    let mut underlined = String::new();
    for column in 27..80 {
        for row in 4..6 {
            let cell = &buf[(column, row)];
            if cell.modifier.contains(ratatui::style::Modifier::UNDERLINED) {
                underlined.push_str(cell.symbol());
            }
        }
    }
    assert_eq!(underlined, "klantkwaadkwaad");
}

#[test]
fn enter_takes_over_what_is_shown_and_goes_to_the_next_card() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    stage.press("<enter>");
    assert_eq!(
        last(&stage),
        (&accepting(&[(LIKELY, "ai-support")]), Ok(()))
    );
    let placement = placement(&stage, LIKELY).expect("a place");
    assert_eq!(placement.advisor, Some(Advisor::Tool));
    assert!(placement.accepted);
    assert_eq!(chosen(&mut stage), TWIN);
    go(&mut stage, DIVIDED);
    stage.press("<enter>");
    assert_eq!(placed(&stage, DIVIDED), Some("wellbeing"));
    go(&mut stage, AGREED);
    stage.press("<enter>");
    assert_eq!(placed(&stage, AGREED), Some("lifelong-learning"));
    assert_eq!(
        chosen(&mut stage),
        SURE,
        "the last one went, so the one before it"
    );
}

#[test]
fn one_key_puts_a_card_at_the_second_best_place() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    stage.press("v");
    let placement = placement(&stage, LIKELY).expect("a place");
    assert_eq!(placement.primary, place("knowledge-sharing"));
    assert_eq!(placement.suggested, Some(place("ai-support")));
    assert!(!placement.accepted);
    assert_eq!(chosen(&mut stage), TWIN);
    go(&mut stage, AGREED);
    let screen = stage.press("v").screen(80, 24);
    assert!(screen.contains("geen tweede keus"), "{screen}");
    assert_eq!(placed(&stage, AGREED), None);
}

#[test]
fn where_nothing_is_suggested_enter_says_why_and_what_to_do() {
    let mut stage = board();
    for (number, words) in [
        (DOUBTED, "halte twijfelt: typ 5 verantwoorde"),
        (SILENT, "De groep is het niet eens"),
        (UNKNOWN, "Niemand sorteerde deze kaart"),
    ] {
        go(&mut stage, number);
        for key in ["<enter>", "v"] {
            let screen = stage.press(key).screen(120, 40);
            assert!(screen.contains(words), "{screen}");
            assert_eq!(chosen(&mut stage), number);
        }
    }
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    go(&mut stage, DOUBTED);
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("4      AI-ondersteuning (halte, 0,33)"),
        "{screen}"
    );
    stage.press("4");
    assert_eq!(placed(&stage, DOUBTED), Some("ai-support"));
}

#[test]
fn marked_cards_go_where_they_were_shown_to_go() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    let screen = stage.press("<space><space><space>").screen(80, 24);
    assert!(
        screen.contains("Enter  de 3 aangeduide kaarten"),
        "{screen}"
    );
    settle(&mut stage);
    suggest_for(&mut stage, TWIN, &[("wellbeing", 900), ("none", 100)]);
    let screen = stage.press("<enter>").screen(80, 24);
    let taken = [(LIKELY, "ai-support"), (OTHER_TWIN, "lifelong-learning")];
    assert_eq!(last(&stage), (&accepting(&taken), Ok(())));
    assert!(screen.contains("Eén kaart blijft aangeduid"), "{screen}");
    assert!(screen.contains("1 aangeduid"), "{screen}");
    let screen = stage.press("v").screen(80, 24);
    assert!(screen.contains("over één kaart"), "{screen}");
    stage.press("<enter>");
    assert_eq!(last(&stage), (&accepting(&[(TWIN, "wellbeing")]), Ok(())));
    go(&mut stage, DOUBTED);
    stage.press("<space><space>1");
    for number in [DOUBTED, UNKNOWN] {
        assert_eq!(placed(&stage, number), Some("lifelong-learning"));
    }
}

#[test]
fn nothing_is_suggested_when_the_group_reads_its_tables() {
    let mut stage = board();
    go(&mut stage, TWIN);
    stage.press("A");
    let agenda = &stage.view.plan().agenda;
    let step = agenda.iter().find(|step| step.kind == StepKind::Recurrence);
    let step = step.expect("a step").id.clone();
    stage.other(Asker::FACILITATOR, &Command::Goto { step });
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Voorstellen zijn er alleen"), "{screen}");
    assert!(!screen.contains("0,91"), "{screen}");
    stage.press("<enter>");
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    for keys in ["", "d", "<esc><tab>", "<tab>", "<tab>"] {
        let screen = stage.press(keys).screen(120, 40);
        for word in ["halte,", "zelfde nood als", "tweede keus"] {
            assert!(!screen.contains(word), "{screen}");
        }
    }
}

#[test]
fn everything_that_is_suggested_draws_at_any_size() {
    let mut stages = [board(), drawn(Look::default(), Language::Fr)];
    for stage in &mut stages {
        for keys in ["", "A", "<esc>W", "<enter>", "<esc>"] {
            stage.press(keys);
            sizes(stage);
        }
        go(stage, LIKELY);
        sizes(stage);
        stage.press("c");
        sizes(stage);
    }
    let mut advised = advised(true, Language::Nl);
    sizes(&mut advised);
}
