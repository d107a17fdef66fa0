//! What stands around every screen.

use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::seat::Update;
use halte::tui::drafts::Drafts;
use halte::tui::look::Look;
use halte::tui::scene::Invitation;
use halte::tui::{App, Incoming, Options, Outlook};
use halte::vocabulary::{Role, StepKind};
use halte::wire::Presence;
use halte::workshop::Command;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::stage::{Stage, When, words};

/// What somebody reads who has not been let in yet, and cannot be for this reason.
fn outside(cause: &str) -> String {
    let mut app = App::new(Options {
        locale: Locale::new(Language::Nl),
        role: Role::Participant,
        look: Look::default(),
        invitation: Invitation::default(),
        drafts: Drafts::default(),
    });
    let presence = Presence::default();
    let outlook = Outlook {
        view: None,
        presence: &presence,
        now: Moment::default(),
    };
    let cause = cause.to_owned();
    app.handle(Incoming::Update(Box::new(Update::Lost { cause })), &outlook);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("a terminal");
    let drawn = terminal.draw(|frame| app.draw(frame, &outlook));
    words(drawn.expect("a frame").buffer)
}

#[test]
fn who_has_to_wait_their_turn_outside_reads_so_and_no_word_for_programs() {
    for cause in ["too-fast", "too-slow"] {
        let screen = outside(cause);
        assert!(screen.contains("Nog even geduld"), "{screen}");
        assert!(!screen.contains(cause), "{screen}");
    }
    let screen = outside("connection refused");
    assert!(screen.contains("(connection refused)"), "{screen}");
}

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
