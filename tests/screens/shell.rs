//! What stands around every screen.

use halte::vocabulary::{Role, StepKind};
use halte::workshop::Command;

use crate::stage::{Stage, When};

#[test]
fn the_help_names_the_keys_of_the_step_of_the_role_and_of_everybody() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Brief, When::Arriving);
    let help = stage.press("?").screen(80, 24);
    insta::assert_snapshot!(help);
    assert!(
        !stage
            .press("<esc>")
            .screen(80, 24)
            .contains("De workshop leiden")
    );
}

#[test]
fn the_palette_does_what_is_chosen() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Brief, When::Arriving);
    assert!(stage.press(":timer<enter><enter>").view.timer().is_some());
    assert!(
        matches!(stage.done()[..], [Command::StartTimer { seconds: 240 }]),
        "{:?}",
        stage.done()
    );
}

#[test]
fn a_language_is_chosen_while_running() {
    let mut stage = Stage::at(Role::Participant, StepKind::Brief, When::Arriving);
    stage.press(":taal<enter>fr<enter>");
    assert!(
        stage.screen(80, 24).contains("aide"),
        "{}",
        stage.screen(80, 24)
    );
}

#[test]
fn a_terminal_that_is_too_small_is_told_so() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Brief, When::Arriving);
    insta::assert_snapshot!(stage.screen(50, 8));
    for width in 0..20 {
        for height in 0..6 {
            stage.screen(width, height);
        }
    }
}

#[test]
fn what_was_typed_into_a_form_is_there_again_when_it_is_opened_again() {
    let mut stage = Stage::at(Role::Facilitator, StepKind::Write, When::Arriving);
    for (key, keys) in [("p", "half af<esc>"), ("w", "half af<enter><esc>")] {
        stage.press(key).press(keys);
        assert!(!stage.screen(80, 24).contains("half af"), "{key}");
    }
    stage.press("p");
    assert!(
        stage.screen(80, 24).contains("half af"),
        "{}",
        stage.screen(80, 24)
    );
    stage.press("<esc>w");
    assert!(
        stage.screen(80, 24).contains("half af"),
        "{}",
        stage.screen(80, 24)
    );
}
