//! What the whole room sees.

use halte::id::ContributionId;
use halte::language::Language;
use halte::locale::Locale;
use halte::seat::Update;
use halte::tui::look::Look;
use halte::vocabulary::{Role, StepKind};
use halte::workshop::{Asker, Command};
use ratatui::buffer::Buffer;

use crate::stage::{Stage, When};

fn projector(kind: StepKind, when: When) -> Stage {
    Stage::at(Role::Observer, kind, when)
}

fn lead(stage: &mut Stage, command: &Command) {
    stage.other(Asker::FACILITATOR, command);
}

/// The first letters of a text: what stands on one line wherever it is shown.
fn start(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}

/// The first card everybody may see.
fn a_card(stage: &Stage) -> ContributionId {
    let shared = stage.view.contributions().keys().next();
    *shared.expect("a shared card")
}

#[test]
fn the_lobby_tells_how_to_come_in() {
    let mut stage = projector(StepKind::Welcome, When::Leaving);
    insta::assert_snapshot!("lobby_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("lobby_120x40", stage.screen(120, 40));
    let small = stage.screen(44, 14);
    assert!(small.contains("K7QF-2M9X"), "{small}");
}

#[test]
fn another_code_is_on_the_wall_at_once_and_cameras_still_find_the_page() {
    let mut stage = projector(StepKind::Welcome, When::Leaving);
    let before = stage.screen(200, 60);
    stage.presence.code = Some("AAAA-BBBB".to_owned());
    let presence = stage.presence.clone();
    stage.hear(Update::Presence(presence));
    let after = stage.screen(200, 60);
    assert!(after.contains("/AAAA-BBBB"), "{after}");
    assert!(!after.contains("K7QF-2M9X"), "{after}");
    // Dots for cameras are upper halves alone, as large letters are not.
    let dots = |screen: &str| screen.matches("▀▀▀▀▀▀▀▀").count();
    assert!(
        dots(&before) > 20 && dots(&before) == dots(&after),
        "{after}"
    );
}

#[test]
fn the_wall_of_a_locked_room_invites_nobody() {
    let mut stage = projector(StepKind::Welcome, When::Leaving);
    stage.presence.locked = true;
    let presence = stage.presence.clone();
    stage.hear(Update::Presence(presence));
    insta::assert_snapshot!("locked_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("locked_44x14", stage.screen(44, 14));
    let shown = stage.screen(120, 40);
    assert!(
        shown.contains("Op slot") && shown.contains("halte join 192.168.1.20/K7QF-2M9X"),
        "{shown}"
    );
    assert!(!shown.contains("▀▀▀▀▀▀▀▀"), "{shown}");
}

#[test]
fn a_scenario_is_read_together() {
    let mut stage = projector(StepKind::Brief, When::Arriving);
    insta::assert_snapshot!("brief_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("brief_160x50", stage.screen(160, 50));
}

#[test]
fn a_card_in_play_and_its_question_are_shown_at_any_size() {
    let mut stage = projector(StepKind::Brief, When::Arriving);
    let card = stage.view.plan().cards[0].id.clone();
    let question = stage
        .view
        .plan()
        .notices
        .card_question
        .get(Language::Nl)
        .to_owned();
    lead(&mut stage, &Command::Card { card: card.clone() });
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let screen = stage.screen(width, height);
        assert!(screen.contains(card.as_str()), "{screen}");
        assert!(screen.contains(&start(&question, 30)), "{screen}");
    }
}

#[test]
fn prompts_stand_there_with_the_time_and_how_far_the_group_is() {
    let mut stage = projector(StepKind::Write, When::Leaving);
    lead(&mut stage, &Command::StartTimer { seconds: 462 });
    insta::assert_snapshot!("write_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("write_160x50", stage.screen(160, 50));
    let written: Vec<String> = stage
        .desk
        .workshop()
        .contributions()
        .values()
        .map(|one| start(one.text.as_str(), 20))
        .collect();
    let screen = stage.screen(200, 60);
    assert!(!written.is_empty());
    for text in &written {
        assert!(!screen.contains(text.as_str()), "{text} is private");
    }
}

#[test]
fn the_timer_is_all_that_moves() {
    let mut stage = projector(StepKind::Write, When::Arriving);
    let before = stage.buffer(120, 40);
    stage.pass(90);
    assert_eq!(before, stage.buffer(120, 40));
    lead(&mut stage, &Command::StartTimer { seconds: 90 });
    let before = stage.screen(80, 24);
    stage.pass(31);
    let after = stage.screen(80, 24);
    assert!(before.contains("1:30") && after.contains("0:59"), "{after}");
}

#[test]
fn the_wall_shows_what_was_shared_under_its_personas() {
    let mut stage = projector(StepKind::Share, When::Arriving);
    insta::assert_snapshot!("wall_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("wall_120x40", stage.screen(120, 40));
}

#[test]
fn a_full_wall_shows_the_latest_cards_and_how_many_came_before() {
    let mut stage = projector(StepKind::Share, When::Arriving);
    let text = "Wij willen zelf kiezen wanneer de arbeidsveiligheidscamera aan staat 👩‍🏭";
    for number in 1..=40 {
        let text = format!("{text} nummer {number}.");
        lead(&mut stage, &contribution(&text));
    }
    let screen = stage.screen(80, 24);
    assert!(screen.contains("nummer 40."), "{screen}");
    assert!(!screen.contains("nummer 1."), "{screen}");
    assert!(screen.contains("eerdere teksten"), "{screen}");
}

fn contribution(text: &str) -> Command {
    let command = serde_json::json!({"type": "contribute", "text": text});
    serde_json::from_value(command).expect("a command")
}

#[test]
fn a_card_before_everyone_fills_the_wall_until_it_is_taken_away() {
    let mut stage = projector(StepKind::Share, When::Arriving);
    let card = a_card(&stage);
    let kind = stage.view.contributions()[&card].kind;
    let others = stage.screen(120, 40);
    let spotlight = |card| Command::Spotlight { contribution: card };
    lead(&mut stage, &spotlight(Some(card)));
    let screen = stage.screen(80, 24);
    insta::assert_snapshot!("spotlight_80x24", screen);
    let origin = format!("{} · ", Locale::new(Language::Nl).kind(kind));
    assert!(screen.contains('★') && screen.contains(&origin), "{screen}");
    lead(&mut stage, &spotlight(None));
    assert_eq!(stage.screen(120, 40), others);
}

#[test]
fn what_is_hidden_leaves_the_wall() {
    let mut stage = projector(StepKind::Share, When::Arriving);
    let card = a_card(&stage);
    let before = stage.screen(200, 60);
    lead(&mut stage, &Command::Hide { contribution: card });
    assert_ne!(stage.screen(200, 60), before);
    assert!(!stage.view.contributions().contains_key(&card));
}

#[test]
fn sorting_and_voting_show_how_far_the_group_is() {
    let mut stage = projector(StepKind::Sort, When::Leaving);
    lead(&mut stage, &Command::StartTimer { seconds: 300 });
    insta::assert_snapshot!("sort_80x24", stage.screen(80, 24));
    let mut stage = projector(StepKind::Vote, When::Leaving);
    insta::assert_snapshot!("vote_80x24", stage.screen(80, 24));
}

#[test]
fn the_board_fills_as_cards_are_placed() {
    let mut stage = projector(StepKind::Converge, When::Leaving);
    insta::assert_snapshot!("board_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("board_160x50", stage.screen(160, 50));
    let card = a_card(&stage);
    let text = stage.view.contributions()[&card].text.as_str().to_owned();
    let contribution = Some(card);
    lead(&mut stage, &Command::Spotlight { contribution });
    let screen = stage.screen(160, 50);
    let first = screen.lines().nth(3).unwrap_or_default();
    assert!(first.contains(&start(&text, 20)), "{screen}");
}

#[test]
fn what_comes_back_is_a_matrix_with_its_zeros() {
    let mut stage = projector(StepKind::Recurrence, When::Arriving);
    insta::assert_snapshot!("recurrence_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("recurrence_160x50", stage.screen(160, 50));
}

#[test]
fn the_vote_is_shown_when_it_is_over_with_the_claim_below_it() {
    let mut stage = projector(StepKind::Vote, When::Leaving);
    let claim = stage.view.plan().notices.learning_claim.clone();
    let claim = start(claim.get(Language::Nl), 40);
    assert!(!stage.screen(200, 60).contains(&claim));
    let mut stage = projector(StepKind::Reflect, When::Leaving);
    insta::assert_snapshot!("outcome_80x24", stage.screen(80, 24));
    insta::assert_snapshot!("outcome_120x40", stage.screen(120, 40));
    assert!(stage.screen(80, 24).contains(&claim));
}

#[test]
fn cases_come_before_recommendations() {
    let mut stage = projector(StepKind::Act, When::Arriving);
    let case = stage.view.plan().cases[0]
        .title
        .get(Language::Nl)
        .to_owned();
    assert!(stage.screen(80, 24).contains(&case));
    let mut stage = projector(StepKind::Act, When::Leaving);
    insta::assert_snapshot!("act_120x40", stage.screen(120, 40));
}

#[test]
fn the_end_thanks_and_tells_what_is_left() {
    let mut stage = projector(StepKind::Close, When::Arriving);
    let text = "Wat met de ploeg van de nacht?".to_owned();
    lead(&mut stage, &Command::Say { text: text.clone() });
    let screen = stage.screen(80, 24);
    assert!(screen.contains(&text), "{screen}");
    insta::assert_snapshot!("closed_80x24", Stage::ended(Role::Observer).screen(80, 24));
}

#[test]
fn the_wall_speaks_other_languages_and_plain_ascii() {
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    let language = Language::Fr;
    let step = StepKind::Reflect;
    let mut stage = Stage::drawn(Role::Observer, step, When::Leaving, look, language);
    let screen = stage.screen(120, 40);
    insta::assert_snapshot!("outcome_fr_ascii_120x40", screen);
    let drawn = |buf: &Buffer| -> String {
        let symbols = buf.content.iter().map(ratatui::buffer::Cell::symbol);
        symbols.collect()
    };
    let shown = drawn(&stage.buffer(120, 40));
    let foreign = shown
        .chars()
        .filter(|letter| !letter.is_ascii() && !letter.is_alphabetic());
    let foreign: String = foreign
        .filter(|letter| !"’«»\u{a0}\u{202f}–".contains(*letter))
        .collect();
    assert_eq!(foreign, "");
}

#[test]
fn every_letter_key_leaves_the_wall_as_it_is() {
    let mut stage = projector(StepKind::Share, When::Arriving);
    let before = stage.buffer(120, 40);
    stage.press("nbgtTpPujk1230<enter><esc><up><down><pageup>");
    assert_eq!(before, stage.buffer(120, 40));
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
}
