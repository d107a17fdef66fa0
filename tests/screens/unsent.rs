//! A sentence that somebody is in the middle of when the group goes on: they are told, and it stays theirs.

use halte::language::Language;
use halte::locale::Locale;
use halte::tui::Effect;
use halte::tui::look::Look;
use halte::vocabulary::{Kind, Role, StepKind};
use halte::workshop::{Asker, Command};
use insta::assert_snapshot;

use crate::participant::{go, restart};
use crate::stage::{Stage, When};

const HALF: &str = "Tijd om te leren, ook voor wie 's nachts we";
const SIZES: [(u16, u16); 3] = [(44, 14), (80, 24), (120, 40)];

/// Somebody in the middle of a sentence when the group goes to this step.
fn interrupted(language: Language, to: StepKind) -> Stage {
    let (role, look) = (Role::Participant, Look::default());
    let mut stage = Stage::drawn(role, StepKind::Write, When::Arriving, look, language);
    stage.press("<tab>").press(HALF);
    go(&mut stage, to);
    stage
}

/// The words of a screen in one line, whatever its rows and frames are.
fn flat(screen: &str) -> String {
    let words = screen.replace(['│', '┃'], " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_told(stage: &mut Stage, language: Language) -> bool {
    let told = flat(&Locale::new(language).say("banner-unsent"));
    let shown = SIZES.map(|(width, height)| flat(&stage.screen(width, height)).contains(&told));
    assert!(shown.iter().all(|is_told| *is_told == shown[0]));
    shown[0]
}

#[test]
fn who_is_in_the_middle_of_a_sentence_when_the_group_goes_on_is_told_where_it_is() {
    for language in Language::ALL {
        for to in [StepKind::Share, StepKind::Sort, StepKind::Vote] {
            let mut stage = interrupted(language, to);
            assert!(is_told(&mut stage, language), "{language} {to}");
            // A key that means something else does not take it away; reading it does.
            stage.press("<down>");
            assert!(is_told(&mut stage, language));
            stage.press("<f6>");
            for (width, height) in SIZES {
                let shown = stage.screen(width, height);
                assert!(flat(&shown).contains(HALF), "{shown}");
            }
            stage.press("<esc>");
            assert!(!is_told(&mut stage, language));
            // It can still be read, and is where it was when the group writes again.
            assert!(flat(&stage.press("<f6>").screen(80, 24)).contains(HALF));
            stage.press("<esc>");
            go(&mut stage, StepKind::Write);
            assert!(stage.screen(80, 24).contains(&format!("│ {HALF}")));
            assert!(stage.asked.is_empty());
            go(&mut stage, to);
            assert!(is_told(&mut stage, language), "not the second time");
        }
    }
}

#[test]
fn it_is_told_again_after_a_kill_and_not_to_who_left_nothing() {
    let mut stage = interrupted(Language::Nl, StepKind::Share);
    restart(&mut stage);
    assert!(is_told(&mut stage, Language::Nl));
    assert_snapshot!("unsent-44", stage.screen(44, 14));
    assert_snapshot!("unsent-read-44", stage.press("<f6>").screen(44, 14));
    assert_snapshot!("unsent-read-80", stage.screen(80, 24));

    let mut stage = Stage::at(Role::Participant, StepKind::Write, When::Arriving);
    stage.press(HALF).press("<enter>");
    go(&mut stage, StepKind::Share);
    assert!(!is_told(&mut stage, Language::Nl));
    let before = stage.screen(80, 24);
    assert_eq!(stage.press("<f6>").screen(80, 24), before);
}

#[test]
fn after_the_end_it_is_not_said_to_come_back() {
    let mut stage = interrupted(Language::Nl, StepKind::Share);
    stage.other(Asker::FACILITATOR, &Command::Close);
    assert!(is_told(&mut stage, Language::Nl));
    let shown = flat(&stage.press("<f6>").screen(80, 24));
    assert!(shown.contains(HALF), "{shown}");
    assert!(
        shown.contains(&Locale::new(Language::Nl).say("my-unsent-over")),
        "{shown}"
    );
}

#[test]
fn a_text_that_was_only_opened_and_not_changed_is_not_left_behind() {
    let mut stage = Stage::at(Role::Participant, StepKind::Write, When::Arriving);
    stage.press("Rust<enter><down><enter>");
    go(&mut stage, StepKind::Brief);
    assert!(!is_told(&mut stage, Language::Nl));
}

#[test]
fn while_the_group_shares_it_is_sent_after_all_with_its_kind_and_its_question() {
    let mut stage = Stage::at(Role::Participant, StepKind::Write, When::Arriving);
    let asked = stage.view.prompt_of(stage.viewer.seat).expect("a prompt");
    let asked = Some(asked.id.clone());
    stage.press("<tab>").press(HALF);
    go(&mut stage, StepKind::Share);
    restart(&mut stage);
    stage.press("<f6><enter>");
    let done = stage.done();
    assert!(
        matches!(done[..], [Command::Contribute { kind: Some(Kind::Want), text, prompt, .. }]
            if text == HALF && *prompt == asked),
        "{done:?}"
    );
    is_laid_down(&mut stage);
}

#[test]
fn at_another_step_it_is_parked_and_not_sent() {
    let mut stage = interrupted(Language::Nl, StepKind::Sort);
    stage.press("<f6><enter>");
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    stage.press("<f4>");
    let done = stage.done();
    assert!(
        matches!(done[..], [Command::Say { text }] if text == HALF),
        "{done:?}"
    );
    is_laid_down(&mut stage);
}

/// It is off the person's hands: told no more, and in no field.
fn is_laid_down(stage: &mut Stage) {
    assert!(!is_told(stage, Language::Nl));
    let kept = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep(drafts) => Some(drafts.clone()),
        _ => None,
    });
    assert_eq!(kept.as_deref(), Some(""));
    go(stage, StepKind::Write);
    assert!(!flat(&stage.screen(80, 24)).contains(HALF));
}

#[test]
fn it_is_copied_and_stays() {
    let mut stage = interrupted(Language::Nl, StepKind::Sort);
    stage.press("<f6>y");
    assert!(stage.effects.contains(&Effect::Copy(HALF.to_owned())));
    stage.press("<esc>");
    go(&mut stage, StepKind::Write);
    assert!(stage.screen(80, 24).contains(HALF));
}

#[test]
fn what_stood_aside_is_told_as_well() {
    let mut stage = Stage::at(Role::Participant, StepKind::Write, When::Arriving);
    stage.press("Rust<enter>een halve zin<down><enter> en vrede");
    go(&mut stage, StepKind::Share);
    assert!(is_told(&mut stage, Language::Nl));
    let shown = flat(&stage.press("<f6>").screen(80, 24));
    assert!(
        shown.contains("een halve zin") && shown.contains("Rust en vrede"),
        "{shown}"
    );
}

#[test]
fn a_long_one_is_read_to_its_end_in_the_smallest_terminal() {
    let mut stage = Stage::at(Role::Participant, StepKind::Write, When::Arriving);
    stage.paste(&"Wie leert er nog van wie? ".repeat(19));
    go(&mut stage, StepKind::Sort);
    stage.screen(44, 14);
    stage.press("<f6>");
    assert!(!stage.screen(44, 14).contains("nog eens schrijven."));
    stage.press(&"<down>".repeat(40));
    let end = stage.screen(44, 14);
    assert!(end.contains("schrijven."), "{end}");
    stage.press("<up>");
    assert_ne!(stage.screen(44, 14), end);
}

#[test]
fn what_came_too_late_over_a_lost_link_is_left_behind_as_well() {
    let late = || {
        let mut stage = Stage::at(Role::Participant, StepKind::Write, When::Arriving);
        stage.lose().press("<tab>Vaste uren<enter>en nog");
        go(&mut stage, StepKind::Sort);
        stage.reconnect();
        assert!(is_told(&mut stage, Language::Nl));
        stage
    };
    let mut stage = late();
    let shown = flat(&stage.press("<f6>").screen(80, 24));
    assert!(shown.contains("Vaste uren en nog"), "{shown}");
    // Where the group shares it is sent, and nothing is left of it elsewhere.
    stage.press("<esc>");
    go(&mut stage, StepKind::Share);
    stage.press("<f6><enter>");
    let texts = stage
        .done()
        .into_iter()
        .filter_map(|command| match command {
            Command::Contribute { kind, text, .. } => Some((*kind, text.as_str())),
            _ => None,
        });
    let both = [
        (Some(Kind::Want), "Vaste uren"),
        (Some(Kind::Want), "en nog"),
    ];
    assert_eq!(texts.collect::<Vec<_>>(), both);
    is_laid_down(&mut stage);
    assert!(!stage.screen(80, 24).contains('✗'));

    let mut stage = late();
    stage.press("<f6><f4>");
    assert_eq!(stage.done().len(), 2, "{:?}", stage.done());
    is_laid_down(&mut stage);
}
