//! All that is sure, looked through before it is taken over at once.

use insta::assert_snapshot;

use super::{
    AGREED, OTHER_TWIN, SURE, TWIN, accepting, board, last, placed, put, settle, suggest_for,
};

#[test]
fn all_that_is_sure_is_shown_before_it_is_taken_over() {
    let mut stage = board();
    assert_snapshot!("all_sure_80x24", stage.press("A").screen(80, 24));
    stage.press("<esc>");
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    stage.press("A<down><space>");
    assert_snapshot!("all_sure_but_one_120x40", stage.screen(120, 40));
    stage.press("<enter>");
    let rest = [
        (AGREED, "lifelong-learning"),
        (OTHER_TWIN, "lifelong-learning"),
        (SURE, "wellbeing"),
    ];
    assert_eq!(last(&stage), (&accepting(&rest), Ok(())));
    assert_eq!(stage.asked.len(), 1);
    assert_eq!(placed(&stage, TWIN), None);
    assert_eq!(placed(&stage, SURE), Some("wellbeing"));
    stage.press("u");
    assert_eq!(placed(&stage, SURE), None);
    stage.press("A<space><space><space><space><enter>");
    assert_eq!(stage.asked.len(), 2, "all were taken out");
    stage.press("A<enter>");
    settle(&mut stage);
    let screen = stage.press("A").screen(80, 24);
    assert!(screen.contains("Nu is niets zeker"), "{screen}");
}

#[test]
fn what_changes_while_all_that_is_sure_is_looked_through_is_left_out() {
    let mut stage = board();
    stage.press("A");
    suggest_for(&mut stage, SURE, &[("ai-support", 950), ("wellbeing", 50)]);
    put(&mut stage, TWIN, "none");
    let screen = stage.screen(80, 24);
    let changed = screen
        .lines()
        .filter(|line| line.contains("intussen veranderd"));
    assert_eq!(changed.count(), 2, "{screen}");
    stage.press("<end><space><enter>");
    let rest = [
        (AGREED, "lifelong-learning"),
        (OTHER_TWIN, "lifelong-learning"),
    ];
    assert_eq!(last(&stage), (&accepting(&rest), Ok(())));
    assert_eq!(placed(&stage, SURE), None);
    assert_eq!(placed(&stage, TWIN), Some("none"));
}
