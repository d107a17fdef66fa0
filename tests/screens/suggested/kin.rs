//! Needs that were said twice: what is proposed as the same, and what is only a question.

use halte::workshop::{Asker, Command};

use super::{LIKELY, OTHER_TWIN, SURE, TWIN, UNKNOWN, board, card, chosen, go, n, settle};

#[test]
fn what_says_the_same_is_put_together_by_one_key() {
    let mut stage = board();
    go(&mut stage, TWIN);
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("zelfde nood als n0032: samenleggen"),
        "{screen}"
    );
    stage.press("e");
    let group = card(&stage, TWIN).group.expect("a group");
    assert_eq!(card(&stage, OTHER_TWIN).group, Some(group));
    assert_eq!(chosen(&mut stage), TWIN);
    let screen = stage.screen(80, 24);
    assert!(screen.contains("De kaarten liggen samen"), "{screen}");
    assert!(!screen.contains("zelfde nood als"), "{screen}");
    let asked = stage.asked.len();
    stage.press("ec");
    assert_eq!(stage.asked.len(), asked, "nothing is left to put together");
    stage.press("u");
    assert_eq!(card(&stage, TWIN).group, None);
}

#[test]
fn what_lies_with_a_twin_already_is_told_before_it_comes_along() {
    let mut stage = board();
    let group = Command::Group {
        contributions: vec![n(OTHER_TWIN), n(UNKNOWN)],
        label: None,
    };
    stage.other(Asker::FACILITATOR, &group);
    settle(&mut stage);
    go(&mut stage, TWIN);
    let screen = stage.screen(120, 40);
    assert!(screen.contains("samenleggen, met één kaart"), "{screen}");
    stage.press("e");
    assert_eq!(card(&stage, TWIN).group, card(&stage, UNKNOWN).group);
}

#[test]
fn a_question_is_only_compared_and_grouped_from_there() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    let screen = stage.press("e").screen(80, 24);
    assert!(screen.contains("lijkt op n0017?"), "{screen}");
    assert!(screen.contains("Dit is een vraag"), "{screen}");
    stage.press("c<esc>");
    assert!(stage.asked.is_empty(), "{:?}", stage.asked);
    stage.press("cm");
    let group = card(&stage, LIKELY).group.expect("a group");
    assert_eq!(card(&stage, 17).group, Some(group));
    // Where nothing is alike there is nothing to read and nothing to press.
    go(&mut stage, SURE);
    let asked = stage.asked.len();
    let screen = stage.press("ec").screen(80, 24);
    assert!(!screen.contains("zelfde nood als"), "{screen}");
    assert_eq!(stage.asked.len(), asked);
}
