//! The board and what comes back: how they look, and what their keys and the mouse ask of the room.

use crossterm::event::{MouseButton, MouseEventKind};
use halte::language::Language;
use halte::tui::look::Look;
use halte::vocabulary::{Role, StepKind};
use halte::workshop::Command;
use halte::workshop::agreement::{Agreement, contested};
use halte::workshop::entry::Place;

use crate::stage::{Stage, When};

fn board() -> Stage {
    Stage::at(Role::Facilitator, StepKind::Converge, When::Arriving)
}

#[test]
fn look_of_the_board() {
    let mut stage = board();
    println!("{}", stage.screen(80, 24));
    println!("{}", stage.screen(120, 40));
    println!("{}", stage.screen(160, 50));
    println!("{}", stage.press("A<enter><tab><down>").screen(80, 24));
    println!("{}", stage.screen(120, 40));
    println!("{}", stage.screen(160, 50));
    for role in [Role::Participant] {
        let mut stage = Stage::at(role, StepKind::Converge, When::Leaving);
        println!("{}", stage.screen(44, 14));
        println!("{}", stage.screen(80, 24));
        println!("{}", stage.screen(120, 40));
    }
    for role in [Role::Facilitator, Role::Participant] {
        let mut stage = Stage::at(role, StepKind::Recurrence, When::Arriving);
        for (width, height) in [(44, 14), (80, 24), (120, 40), (160, 50)] {
            println!("{}", stage.screen(width, height));
        }
        for _ in 0..3 {
            println!("{}", stage.press("<tab>").screen(80, 24));
            println!("{}", stage.screen(120, 40));
        }
        println!("{}", stage.press("<tab>v").screen(120, 40));
    }
    let _ = (
        MouseButton::Left,
        MouseEventKind::ScrollUp,
        Look::default(),
        Language::Nl,
    );
    let _ = |_: Command, _: Place, _: Agreement| contested([]);
}
