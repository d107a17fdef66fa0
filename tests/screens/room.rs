//! The facilitator's room: the lobby, the briefing, the writing and the sorting.

use halte::vocabulary::{Role, StepKind};

use crate::stage::{Stage, When};

#[test]
fn look() {
    for (kind, when) in [
        (StepKind::Welcome, When::Leaving),
        (StepKind::Brief, When::Arriving),
        (StepKind::Write, When::Leaving),
        (StepKind::Sort, When::Leaving),
    ] {
        let mut stage = Stage::at(Role::Facilitator, kind, when);
        if kind == StepKind::Write {
            stage.press("t<enter>");
        }
        for (width, height) in [(80, 24), (120, 40), (160, 50)] {
            println!("{}", stage.screen(width, height));
        }
    }
    let mut stage = Stage::at(Role::Facilitator, StepKind::Brief, When::Arriving);
    println!("{}", stage.press("i").screen(80, 24));
    println!("{}", stage.press("<esc>f").screen(80, 24));
    println!("{}", stage.press("<esc>s").screen(80, 24));
    println!("{}", stage.press("<esc>m").screen(80, 24));
    println!("{}", stage.press("<esc>c").screen(80, 24));
    println!("{}", stage.press("<esc><down><enter>").screen(80, 24));
    println!("{}", stage.press("<esc>e").screen(80, 24));
}
