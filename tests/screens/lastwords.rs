//! The last words: how a seat ends, whole in the smallest terminals and in every language, with nothing to type into.

use halte::language::Language;
use halte::locale::Locale;
use halte::seat::{Distrust, Failure, HOST_STOPPED, Update};
use halte::tui::look::Look;
use halte::tui::{Effect, Ending};
use halte::vocabulary::{Role, StepKind};
use halte::wire::{Farewell, Fault};

use crate::stage::{Stage, TYPED, When};

const SIZES: [(u16, u16); 3] = [(44, 14), (80, 24), (120, 40)];

fn writing(language: Language) -> Stage {
    let (role, look) = (Role::Participant, Look::default());
    Stage::drawn(role, StepKind::Write, When::Arriving, look, language)
}

/// The words of a screen in one line, whatever its rows are.
fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every way in which it ends for somebody who was in, with the message that says so.
fn endings() -> Vec<(Update, &'static str)> {
    let fault = |fault, key| (Update::Failed(Failure::Fault(fault)), key);
    let distrust = |one: Distrust| (Update::Failed(Failure::Distrust(one)), one.key());
    vec![
        (Update::Goodbye(Farewell::Removed), "fault-removed"),
        (Update::Goodbye(Farewell::Replaced), "replaced"),
        (Update::Goodbye(Farewell::Left), "over-left"),
        (
            Update::Failed(Failure::OtherSession),
            "failed-other-session",
        ),
        (Update::Failed(Failure::NewCode), "failed-new-code"),
        fault(Fault::WrongCode, "fault-wrong-code"),
        fault(Fault::BadMessage, "fault-bad-message"),
        fault(Fault::TooLarge, "fault-too-large"),
        fault(Fault::TooFast, "fault-too-fast"),
        fault(Fault::TooSlow, "fault-too-slow"),
        fault(Fault::Full, "fault-full"),
        fault(Fault::Unsupported, "fault-unsupported"),
        fault(Fault::Locked, "fault-locked"),
        fault(Fault::Removed, "fault-removed"),
        distrust(Distrust::WrongCertificate),
        distrust(Distrust::Unproven),
        distrust(Distrust::PlainRefused),
    ]
}

#[test]
fn every_ending_is_said_whole_and_leaves_nothing_to_type_into() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (update, key) in endings() {
            for text in ["", "een halve zin"] {
                let mut stage = writing(language);
                stage.press(text).hear(update.clone());
                for (width, height) in SIZES {
                    let shown = stage.screen(width, height);
                    let said = flat(&shown);
                    assert!(said.contains(&flat(&locale.say(key))), "{key}\n{shown}");
                    assert!(said.contains(text), "{shown}");
                    let has_failed = matches!(update, Update::Failed(_));
                    assert_eq!(said.contains(TYPED), has_failed, "{key}\n{shown}");
                    let keys = if text.is_empty() {
                        "outside-quit"
                    } else {
                        "over-keys"
                    };
                    assert!(said.contains(&flat(&locale.say(keys))), "{key}\n{shown}");
                    for sign in ["◆", "╭", &locale.say("my-text")] {
                        assert!(!shown.contains(sign), "{sign}\n{shown}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_banner_about_the_link_is_said_whole() {
    let causes = [
        (HOST_STOPPED, "banner-host-stopped"),
        (Distrust::Unproven.as_str(), "banner-distrust"),
        ("connection refused", "banner-lost"),
    ];
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (cause, key) in causes {
            for waiting in 0..3_i64 {
                let mut stage = writing(language);
                stage.lose();
                for _ in 0..waiting {
                    stage.press("tijd om te leren<enter>");
                }
                let cause = cause.to_owned();
                stage.hear(Update::Lost { cause });
                let sentence = locale.say_with(key, &[("count", waiting.into())]);
                for (width, height) in SIZES {
                    let shown = stage.screen(width, height);
                    assert!(flat(&shown).contains(&flat(&sentence)), "{key}\n{shown}");
                }
            }
        }
    }
}

#[test]
fn who_is_removed_reads_so_and_what_to_do() {
    let mut stage = writing(Language::Nl);
    stage.hear(Update::Goodbye(Farewell::Removed));
    insta::assert_snapshot!("removed-80", stage.screen(80, 24));
    insta::assert_snapshot!("removed-44", stage.screen(44, 14));
    // It is said in a window that is too small for anything else as well, and drawn in any.
    assert!(flat(&stage.screen(40, 8)).contains("De begeleider heeft je plaats weggenomen."));
    for width in 0..20 {
        for height in 0..6 {
            stage.screen(width, height);
        }
    }
}

#[test]
fn who_is_removed_in_the_middle_of_a_text_keeps_it() {
    let mut stage = writing(Language::Fr);
    stage.press("Du temps pour apprendre, aussi pour l");
    stage.hear(Update::Goodbye(Farewell::Removed));
    // The fingers were faster than the eyes.
    stage.press("'équipe de nuit<enter>");
    stage.paste("et plus");
    insta::assert_snapshot!("removed-typing-80", stage.screen(80, 24));
    insta::assert_snapshot!("removed-typing-44", stage.screen(44, 14));
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    let kept = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep(drafts) => Some(drafts.as_str()),
        _ => None,
    });
    assert!(
        kept.is_some_and(|drafts| drafts.contains("Du temps pour apprendre, aussi pour l")),
        "{kept:?}"
    );
    stage.press("y");
    let copy = Effect::Copy("Du temps pour apprendre, aussi pour l".to_owned());
    assert!(stage.effects.contains(&copy), "{:?}", stage.effects);
    assert!(
        !stage
            .effects
            .iter()
            .any(|effect| matches!(effect, Effect::End(_))),
        "{:?}",
        stage.effects
    );
    stage.press("<esc>");
    assert_eq!(stage.effects.last(), Some(&Effect::End(Ending::Removed)));
}

#[test]
fn a_long_text_that_was_not_sent_leaves_the_sentence_and_the_keys_whole() {
    let mut stage = writing(Language::Nl);
    stage.paste(&"Wie leert er nog van wie? ".repeat(30));
    stage.hear(Update::Goodbye(Farewell::Removed));
    insta::assert_snapshot!("removed-long-44", stage.screen(44, 14));
}
