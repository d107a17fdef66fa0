//! Suggestions while people sort: for participants only where the plan says so.

use halte::language::Language;
use halte::tui::look::Look;
use halte::vocabulary::{Role, StepKind};
use halte::workshop::Event;
use halte::workshop::suggestion::Suggestions;
use insta::assert_snapshot;

use super::{ranked, suggest, suggestions};
use crate::stage::{Stage, When, until};

/// A participant who sorts, in a workshop whose plan tells them what is suggested, or does not.
pub(super) fn advised(is_told: bool, language: Language) -> Stage {
    let mut records = until(StepKind::Sort, When::Arriving);
    if let Event::WorkshopOpened { plan, .. } = &mut records[0].event {
        plan.suggestions.to_participants = is_told;
    }
    let mut stage = Stage::with(Role::Participant, records, Look::default(), language);
    let slice = stage.view.slice_of("p01".parse().expect("a seat"));
    let sure = ranked(
        &[("responsible-interaction", 910), ("none", 90)],
        &["eerst", "tijd"],
    );
    let open = ranked(&[("wellbeing", 410), ("none", 400)], &[]);
    let places = slice.iter().copied().zip([sure, open]).collect();
    let told = Suggestions {
        places,
        alike: Vec::new(),
    };
    suggest(&mut stage, told);
    stage
}

#[test]
fn participants_are_told_what_is_suggested_only_if_the_plan_says_so() {
    let mut stage = advised(true, Language::Nl);
    assert_snapshot!("sort_advised_44x14", stage.screen(44, 14));
    assert_snapshot!("sort_advised_80x24", stage.screen(80, 24));
    let mut french = advised(true, Language::Fr);
    assert_snapshot!("sort_advised_fr_120x40", french.screen(120, 40));
    // It is not chosen for them, and Enter does not choose it.
    stage.press("<enter>");
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    let screen = stage.press("<esc><right>").screen(80, 24);
    assert!(!screen.contains("halte:"), "{screen}");
    let mut untold = advised(false, Language::Nl);
    for size in [(44, 14), (80, 24)] {
        let screen = untold.screen(size.0, size.1);
        assert!(!screen.contains("halte:"), "{screen}");
    }
}

#[test]
fn the_facilitator_sees_while_people_sort_how_much_is_suggested() {
    let records = until(StepKind::Sort, When::Arriving);
    let mut stage = Stage::with(Role::Facilitator, records, Look::default(), Language::Nl);
    assert!(!stage.screen(80, 24).contains("Voorstellen van halte"));
    suggest(&mut stage, suggestions());
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("Voorstellen van halte: 3 zeker, 2"),
        "{screen}"
    );
}
