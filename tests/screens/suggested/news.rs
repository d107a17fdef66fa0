//! News that comes while somebody decides surprises nobody.

use halte::vocabulary::StepKind;
use halte::workshop::{Asker, Command};

use super::{
    DIVIDED, LIKELY, OTHER_TWIN, SILENT, SURE, TWIN, accepting, board, chosen, go, last, n, place,
    placed, put, ranked, settle, suggest, suggest_for, suggestions,
};
use crate::stage::Stage;

#[test]
fn a_suggestion_that_changed_on_the_way_is_refused_and_told() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    stage.lose();
    stage.press("<enter>");
    suggest_for(&mut stage, LIKELY, &[("wellbeing", 700), ("none", 300)]);
    stage.reconnect();
    assert_eq!(
        last(&stage),
        (
            &accepting(&[(LIKELY, "ai-support")]),
            Err("other-suggestion")
        )
    );
    assert_eq!(placed(&stage, LIKELY), None);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("Voor n0013 is het voorstel"), "{screen}");
}

#[test]
fn a_key_that_comes_just_after_a_change_says_so_and_does_nothing() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    suggest_for(&mut stage, LIKELY, &[("wellbeing", 700), ("none", 300)]);
    let screen = stage.press("<enter>").screen(80, 24);
    assert!(screen.contains("veranderde net iets"), "{screen}");
    assert!(stage.asked.is_empty());
    // Having been told, the person means what is there now.
    stage.press("<enter>");
    assert_eq!(last(&stage), (&accepting(&[(LIKELY, "wellbeing")]), Ok(())));
    // A digit is the person's own word, whatever is suggested; but not for a card they did not see.
    go(&mut stage, SURE);
    suggest_for(&mut stage, SURE, &[("none", 900), ("wellbeing", 100)]);
    stage.press("2");
    assert_eq!(placed(&stage, SURE), Some("knowledge-sharing"));
    go(&mut stage, TWIN);
    put(&mut stage, TWIN, "none");
    stage.press("3");
    assert_eq!(placed(&stage, OTHER_TWIN), None);
    settle(&mut stage);
    stage.press("3");
    assert_eq!(placed(&stage, OTHER_TWIN), Some("wellbeing"));
}

#[test]
fn news_that_changes_only_how_sure_it_is_holds_nobody_up() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    let surer = [("ai-support", 790), ("knowledge-sharing", 210)];
    suggest_for(&mut stage, LIKELY, &surer);
    stage.press("<enter>");
    assert_eq!(placed(&stage, LIKELY), Some("ai-support"));
}

#[test]
fn the_selection_stays_on_its_card_when_the_queue_is_put_in_another_order() {
    let mut stage = board();
    assert_eq!(chosen(&mut stage), DIVIDED);
    // It is not the first one any more when the group agrees on it.
    let sort = Command::Sort {
        contribution: n(DIVIDED),
        primary: Some(place("wellbeing")),
        second: None,
    };
    let step = |stage: &Stage, kind| {
        let agenda = &stage.view.plan().agenda;
        let step = agenda.iter().find(|step| step.kind == kind);
        step.expect("a step").id.clone()
    };
    let to_sort = Command::Goto {
        step: step(&stage, StepKind::Sort),
    };
    let back = Command::Goto {
        step: step(&stage, StepKind::Converge),
    };
    stage.other(Asker::FACILITATOR, &to_sort);
    for seat in 1..=6 {
        let asker = Asker::participant(halte::id::ParticipantId(seat));
        stage.other(asker, &sort);
    }
    stage.other(Asker::FACILITATOR, &back);
    assert_eq!(chosen(&mut stage), DIVIDED);
    let screen = stage.screen(80, 24);
    let first = screen.lines().nth(3).expect("a row");
    assert!(!first.starts_with(" ▸"), "{screen}");
    go(&mut stage, LIKELY);
    suggest_for(&mut stage, LIKELY, &[("ai-support", 300), ("none", 290)]);
    assert_eq!(chosen(&mut stage), LIKELY);
    settle(&mut stage);
    put(&mut stage, LIKELY, "none");
    assert_ne!(chosen(&mut stage), SILENT, "it stays near where it was");
}

#[test]
fn what_a_person_placed_is_not_changed_by_news() {
    let mut stage = board();
    go(&mut stage, SURE);
    stage.press("0");
    let mut again = suggestions();
    let change = ranked(&[("wellbeing", 990), ("none", 10)], &[]);
    again.places.insert(n(SURE), change.clone());
    again.places.insert(n(TWIN), change);
    suggest(&mut stage, again);
    assert_eq!(placed(&stage, SURE), Some("none"));
    settle(&mut stage);
    stage.press("A<enter>");
    assert_eq!(placed(&stage, SURE), Some("none"));
    assert_eq!(placed(&stage, TWIN), Some("wellbeing"));
}
