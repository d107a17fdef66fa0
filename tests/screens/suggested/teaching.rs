//! Words that are tied to a theme.

use halte::workshop::Command;
use insta::assert_snapshot;

use super::{LIKELY, board, go, last};
use crate::stage::Stage;

#[test]
fn a_word_is_taught_seen_and_taken_back() {
    let mut stage = board();
    go(&mut stage, LIKELY);
    assert_snapshot!("words_80x24", stage.press("W").screen(80, 24));
    stage.press("<down><enter>2<enter>");
    let taught = |stage: &Stage| {
        let taught = stage.view.taught().iter();
        let taught = taught.map(|(word, place)| format!("{word} {place}"));
        taught.collect::<Vec<_>>()
    };
    assert_eq!(taught(&stage), ["bijsturing knowledge-sharing"]);
    let screen = stage.screen(80, 24);
    assert!(
        screen.contains("bijsturing spreekt nu voor structurele"),
        "{screen}"
    );
    let screen = stage.press("d<pagedown>").screen(80, 24);
    assert!(screen.contains("geleerde woorden: bijsturing"), "{screen}");
    stage.press("<esc>u");
    assert!(taught(&stage).is_empty());
    stage.press("D");
    assert!(
        !stage.screen(80, 24).contains("geleerde woorden"),
        "nothing to see"
    );
    stage.press("<ctrl-r>");
    assert_snapshot!("taught_80x24", stage.press("D").screen(80, 24));
    stage.press("<enter>");
    assert!(taught(&stage).is_empty());
    let (command, _) = last(&stage);
    let expected = Command::Teach {
        word: "bijsturing".to_owned(),
        place: None,
    };
    assert_eq!(*command, expected);
}
