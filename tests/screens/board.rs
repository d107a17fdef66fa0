//! The board and what comes back: how they look, and what their keys and the mouse ask of the room.

use std::collections::BTreeMap;

use crossterm::event::{MouseButton, MouseEventKind};
use halte::id::ContributionId;
use halte::language::Language;
use halte::tui::look::Look;
use halte::vocabulary::{Role, StepKind};
use halte::wire::Moving;
use halte::workshop::agreement::contested;
use halte::workshop::entry::{Contribution, Place};
use halte::workshop::{Asker, Command, Event, Record};
use insta::assert_snapshot;
use ratatui::layout::Position;

use crate::participant::{kept, restart};
use crate::stage::{Stage, When, until};

fn board() -> Stage {
    Stage::at(Role::Facilitator, StepKind::Converge, When::Arriving)
}

/// A board on which all that is agreed has its place.
fn settled() -> Stage {
    let mut stage = board();
    stage.press("A<enter>");
    stage
}

fn recurrence(role: Role) -> Stage {
    Stage::at(role, StepKind::Recurrence, When::Arriving)
}

/// The number of the card that is chosen: the one shown in large.
fn chosen(stage: &mut Stage) -> ContributionId {
    let screen = stage.screen(80, 24);
    let row = screen.lines().nth(3).expect("a row");
    let word = row.split_whitespace().find(|word| {
        let digits = word.strip_prefix('n').unwrap_or_default();
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    word.expect("a card").parse().expect("a number")
}

fn card(stage: &Stage, id: ContributionId) -> &Contribution {
    &stage.view.contributions()[&id]
}

/// Where a card is settled, first and second.
fn placed(stage: &Stage, id: ContributionId) -> Option<(String, Option<String>)> {
    let placement = card(stage, id).placement.as_ref()?;
    let second = placement.second.as_ref().map(ToString::to_string);
    Some((placement.primary.to_string(), second))
}

/// Where a text stands on the screen.
fn find(stage: &mut Stage, text: &str) -> Position {
    let screen = stage.screen(80, 24);
    for (row, line) in (0..).zip(screen.lines()) {
        if let Some((before, _)) = line.split_once(text) {
            let column = u16::try_from(before.chars().count()).expect("a column");
            return Position::new(column, row);
        }
    }
    panic!("{text:?} is not on\n{screen}");
}

#[test]
fn the_board_before_anything_is_settled() {
    assert_snapshot!(board().screen(80, 24));
}

#[test]
fn the_board_when_what_is_agreed_is_settled() {
    let mut stage = settled();
    assert_snapshot!(
        "board_settled_80x24",
        stage.press("<tab><down>").screen(80, 24)
    );
    assert_snapshot!("board_settled_120x40", stage.screen(120, 40));
}

#[test]
fn the_board_in_french_and_in_ascii() {
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    let mut stage = Stage::drawn(
        Role::Facilitator,
        StepKind::Converge,
        When::Leaving,
        look,
        Language::Fr,
    );
    let screen = stage.press("<tab>").screen(80, 24);
    assert_snapshot!(screen);
}

#[test]
fn the_board_of_a_participant() {
    let mut stage = Stage::at(Role::Participant, StepKind::Converge, When::Leaving);
    let id = *stage.view.contributions().keys().next().expect("a card");
    let lit = Command::Spotlight {
        contribution: Some(id),
    };
    stage.other(Asker::FACILITATOR, &lit);
    assert_snapshot!("participant_44x14", stage.screen(44, 14));
    assert_snapshot!("participant_120x40", stage.screen(120, 40));
}

#[test]
fn what_comes_back() {
    let mut stage = recurrence(Role::Facilitator);
    assert_snapshot!("recurrence_80x24", stage.screen(80, 24));
    assert_snapshot!("recurrence_120x40", stage.press("v").screen(120, 40));
    assert_snapshot!("coverage_80x24", stage.press("<tab><tab>").screen(80, 24));
    let mut participant = recurrence(Role::Participant);
    assert_snapshot!("recurrence_44x14", participant.screen(44, 14));
}

#[test]
fn what_the_group_does_not_agree_on_comes_first_and_least_agreed_first() {
    let mut stage = board();
    let view = stage.view.clone();
    let expected: Vec<ContributionId> = contested(view.contributions().values())
        .into_iter()
        .map(|found| found.id)
        .collect();
    assert!(expected.len() > 2, "{expected:?}");
    for id in expected {
        assert_eq!(chosen(&mut stage), id);
        stage.press("<down>");
    }
}

#[test]
fn a_digit_settles_and_goes_on_and_undo_brings_the_card_back() {
    let mut stage = board();
    let first = chosen(&mut stage);
    stage.press("3");
    assert_eq!(placed(&stage, first), Some(("wellbeing".to_owned(), None)));
    let second = chosen(&mut stage);
    assert_ne!(second, first);
    stage.press("0");
    assert_eq!(placed(&stage, second), Some(("none".to_owned(), None)));
    stage.press("uu");
    assert_eq!(placed(&stage, first), None);
    assert_eq!(placed(&stage, second), None);
}

#[test]
fn a_second_theme_is_asked_with_s_and_only_for_a_card_that_has_a_first() {
    let mut stage = board();
    assert!(
        stage
            .press("s")
            .screen(80, 24)
            .contains("Kies eerst een thema")
    );
    let id = chosen(&mut stage);
    stage.press("1<tab>");
    while chosen(&mut stage) != id {
        stage.press("<down>");
    }
    assert!(stage.press("s").screen(80, 24).contains("Tweede thema"));
    assert!(!stage.press("<esc>").screen(80, 24).contains("Tweede thema"));
    stage.press("s5");
    let second = Some("responsible-interaction".to_owned());
    assert_eq!(
        placed(&stage, id),
        Some(("lifelong-learning".to_owned(), second))
    );
    stage.press("x");
    assert_eq!(placed(&stage, id), None);
}

#[test]
fn enter_follows_the_group_but_not_where_it_is_divided() {
    let mut stage = board();
    let divided = chosen(&mut stage);
    let screen = stage.press("<enter>").screen(80, 24);
    assert!(
        screen.contains("De groep is het niet eens en er is geen voorstel"),
        "{screen}"
    );
    assert!(stage.done().is_empty());
    assert_eq!(chosen(&mut stage), divided);
    stage.press("<end>");
    let agreed = chosen(&mut stage);
    stage.press("<enter>");
    assert!(placed(&stage, agreed).is_some());
    assert_ne!(chosen(&mut stage), agreed);
}

#[test]
fn all_that_is_agreed_is_accepted_at_once_after_showing_it() {
    let mut stage = board();
    let screen = stage.press("A").screen(80, 24);
    let all = contested(stage.view.contributions().values()).len();
    assert!(
        screen.contains("62 kaarten: 62 zoals de groep koos"),
        "{screen}"
    );
    stage.press("<enter>");
    let left = stage.view.contributions().values();
    assert_eq!(left.filter(|found| found.placement.is_none()).count(), all);
    let again = stage.press("A").screen(80, 24);
    assert!(again.contains("Nu is niets zeker"), "{again}");
}

#[test]
fn marked_cards_are_settled_together_and_grouped_with_the_chosen_one() {
    let mut stage = board();
    let first = chosen(&mut stage);
    stage.press("<space>");
    let second = chosen(&mut stage);
    stage.press("<space>");
    assert!(stage.screen(80, 24).contains("2 aangeduid"));
    stage.press("2");
    for id in [first, second] {
        assert_eq!(
            placed(&stage, id),
            Some(("knowledge-sharing".to_owned(), None))
        );
    }
    let third = chosen(&mut stage);
    stage.press("<space>mDezelfde nood<enter>");
    let group = card(&stage, third).group.expect("a group");
    let groups = stage.view.groups();
    let group = groups.iter().find(|found| found.id == group).expect("it");
    assert_eq!(
        group.label.as_ref().map(ToString::to_string).as_deref(),
        Some("Dezelfde nood")
    );
    assert!(group.contributions.contains(&third));
    assert!(group.contributions.len() > 1);
    stage.press("<up>M");
    assert_eq!(card(&stage, third).group, None);
}

#[test]
fn a_label_half_typed_is_there_again_for_the_same_cards() {
    let mut stage = board();
    let first = chosen(&mut stage);
    stage.press("<space>mDezelfde no");
    restart(&mut stage);
    assert_eq!(chosen(&mut stage), first);
    stage.press("<space>m");
    assert!(stage.screen(80, 24).contains("Dezelfde no"));
    stage.press("od<enter>");
    let group = card(&stage, first).group.expect("a group");
    let groups = stage.view.groups();
    let group = groups.iter().find(|found| found.id == group).expect("it");
    let label = group.label.as_ref().expect("a label");
    assert_eq!(label.as_str(), "Dezelfde nood");
    assert_eq!(kept(&stage).as_deref(), Some(""));
}

#[test]
fn escape_gives_up_what_was_begun_before_it_keeps_the_group_here() {
    let mut stage = board();
    stage.press("<space>");
    stage.presence.moving = Some(Moving {
        to: "s19".parse().expect("a step"),
        at: stage.now.plus_seconds(5),
    });
    stage.press("<esc>");
    let (asked, _) = stage.asked.last().expect("it was asked");
    assert_eq!(*asked, Command::CallOff);
    assert!(stage.screen(80, 24).contains("1 aangeduid"));
    stage.presence.moving = None;
    assert!(!stage.press("<esc>").screen(80, 24).contains("aangeduid"));
}

#[test]
fn a_search_leaves_only_what_answers_to_it() {
    let mut stage = board();
    stage.press("/LEERJONGEN");
    let screen = stage.screen(80, 24);
    assert!(screen.contains("een leerjongen"), "{screen}");
    assert!(!screen.contains("gewoon iemant"), "{screen}");
    let id = chosen(&mut stage);
    stage.press("<enter>1");
    assert!(placed(&stage, id).is_some(), "digits settle again");
    let screen = stage.press("<esc>").screen(80, 24);
    assert!(screen.contains("tijd om bij te lere"), "{screen}");
}

#[test]
fn a_card_is_dragged_onto_a_theme() {
    let mut stage = board();
    let text = find(&mut stage, "If only five");
    let id = {
        stage.click(text.x, text.y);
        chosen(&mut stage)
    };
    let column = find(&mut stage, "welzijn op");
    stage.mouse(MouseEventKind::Down(MouseButton::Left), text.x, text.y);
    stage.mouse(
        MouseEventKind::Drag(MouseButton::Left),
        column.x,
        column.y + 4,
    );
    assert!(
        stage.screen(80, 24).contains("↓3"),
        "{}",
        stage.screen(80, 24)
    );
    stage.mouse(
        MouseEventKind::Up(MouseButton::Left),
        column.x,
        column.y + 4,
    );
    assert_eq!(placed(&stage, id), Some(("wellbeing".to_owned(), None)));
    // A drag that ends where it began asks nothing.
    let asked = stage.asked.len();
    stage.click(text.x, text.y);
    assert_eq!(stage.asked.len(), asked);
}

#[test]
fn the_wheel_turns_the_list_it_is_over() {
    let mut stage = settled();
    stage.screen(80, 24);
    let before = stage.screen(80, 24);
    for _ in 0..6 {
        stage.mouse(MouseEventKind::ScrollDown, 4, 20);
    }
    let after = stage.screen(80, 24);
    assert_ne!(before, after);
    let queue = |screen: &str| screen.lines().nth(3).map(str::to_owned);
    assert_eq!(queue(&before), queue(&after));
}

#[test]
fn a_theme_is_proposed_and_settles_cards_with_its_own_digit() {
    let mut stage = board();
    stage.press("NZorg voor elkaar<enter>Wie let op wie?<enter>");
    stage.press("<ctrl-s>");
    let themes = &stage.view.plan().themes;
    let theme = themes.last().expect("a theme");
    assert_eq!(theme.id.as_str(), "zorg-voor-elkaar");
    let id = chosen(&mut stage);
    stage.press("6");
    assert_eq!(
        placed(&stage, id),
        Some(("zorg-voor-elkaar".to_owned(), None))
    );
    assert!(stage.screen(80, 24).contains("elkaar"));
}

#[test]
fn the_definitions_are_a_key_away() {
    let mut stage = board();
    let screen = stage.press("d").screen(80, 24);
    assert!(
        screen.contains("Levenslang leren als strategisch voordeel"),
        "{screen}"
    );
}

#[test]
fn a_card_comes_before_everyone_and_goes_again() {
    let mut stage = board();
    let id = chosen(&mut stage);
    stage.press("f");
    assert_eq!(stage.view.spotlight(), Some(id));
    stage.press("f");
    assert_eq!(stage.view.spotlight(), None);
}

#[test]
fn participants_see_what_they_chose_and_change_nothing() {
    let mut stage = Stage::at(Role::Participant, StepKind::Converge, When::Leaving);
    stage.press("13x<enter>A0s2");
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    let sorted = stage.view.contributions().values();
    let sorted = sorted.filter(|found| !found.sorts.is_empty()).count();
    assert!(sorted > 0);
    let mut seen = false;
    for _ in 0..80 {
        seen |= stage.press("<down>").screen(44, 14).contains("jij koos");
    }
    assert!(seen);
}

#[test]
fn the_tables_and_the_prompts_are_gone_through_one_by_one() {
    let mut stage = recurrence(Role::Participant);
    let mut titles = Vec::new();
    for _ in 0..4 {
        let screen = stage.press("<tab>").screen(80, 24);
        titles.push(screen.lines().nth(3).map(str::to_owned));
    }
    titles.dedup();
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(stage.screen(80, 24).contains("Vraag 1 van 6"));
    assert!(stage.press(" ").screen(80, 24).contains("Vraag 2 van 6"));
    stage.press("<backspace><backspace>");
    assert!(stage.screen(80, 24).contains("Vraag 6 van 6"));
    assert!(stage.asked.is_empty());
}

#[test]
fn the_figures_are_those_of_the_report() {
    let mut stage = recurrence(Role::Facilitator);
    let mut counts: BTreeMap<Place, usize> = BTreeMap::new();
    let found = stage.view.contributions().values();
    for placement in found
        .filter(|found| found.counts())
        .filter_map(|found| found.placement.as_ref())
    {
        *counts.entry(placement.primary.clone()).or_default() += 1;
    }
    let screen = stage.screen(160, 50);
    let row = screen
        .lines()
        .find(|line| line.contains("1 levenslang leren"));
    let row = row.expect("a row").split_once("leren").expect("a name").1;
    let row = row.split(" van ").next().expect("figures");
    let numbers = row
        .split_whitespace()
        .filter_map(|word| word.parse::<usize>().ok());
    let numbers: Vec<usize> = numbers.collect();
    let theme = Place::Theme("lifelong-learning".parse().expect("an id"));
    let [scenarios @ .., across] = numbers.as_slice() else {
        panic!("{row}")
    };
    assert_eq!(scenarios.iter().sum::<usize>(), counts[&theme]);
    assert_eq!(
        scenarios.iter().filter(|count| **count > 0).count(),
        *across
    );
}

/// The same workshop with these texts in place of the first ones.
fn with_texts(texts: &[&str]) -> Stage {
    let mut records: Vec<Record> = until(StepKind::Converge, When::Arriving);
    let mut texts = texts.iter();
    for record in &mut records {
        if let Event::ContributionAdded { contribution } = &mut record.event
            && let Some(text) = texts.next()
        {
            contribution.text = text.parse().expect("a statement");
        }
    }
    assert_eq!(texts.next(), None);
    Stage::with(Role::Facilitator, records, Look::default(), Language::Nl)
}

#[test]
fn every_size_and_every_text_can_be_drawn() {
    let long = "arbeidsongeschiktheidsverzekeringsmaatschappij ".repeat(10);
    let texts = [
        long.as_str(),
        "👩‍🏭 é̂én been",
        "ابراهيم محمد",
        "a\nb\nc\nd\ne\nf",
        "你好吗你好吗",
    ];
    let mut stages = [
        with_texts(&texts),
        Stage::at(Role::Participant, StepKind::Converge, When::Leaving),
        recurrence(Role::Facilitator),
        recurrence(Role::Participant),
    ];
    stages[0].press("A<enter><tab>NZorg<enter><enter><enter><space>");
    for stage in &mut stages {
        for width in 0..=45 {
            for height in 0..=16 {
                stage.screen(width, height);
            }
        }
        for (width, height) in [
            (60, 16),
            (80, 24),
            (100, 30),
            (121, 25),
            (160, 50),
            (200, 60),
            (300, 90),
        ] {
            for _ in 0..5 {
                stage.press("<tab>").screen(width, height);
            }
        }
    }
}

#[test]
fn an_empty_board_says_so() {
    let mut records = until(StepKind::Converge, When::Arriving);
    let is_about_cards = |record: &Record| {
        let event = serde_json::to_value(&record.event).expect("json");
        let kind = event["type"].as_str().expect("a type").to_owned();
        kind.contains("contribution") || kind.contains("group") || kind.contains("slice")
    };
    records.retain(|record| !is_about_cards(record));
    let mut stage = Stage::with(Role::Facilitator, records, Look::default(), Language::Nl);
    let screen = stage.press("3x sA<tab><down><enter>").screen(80, 24);
    assert!(screen.contains("0 van 0 geplaatst"), "{screen}");
    assert!(stage.done().is_empty(), "{:?}", stage.done());
}
