//! What a participant sees: one thing to do at a time, in short sentences, with the same keys at every step.

mod brief;
mod light;
mod lobby;
mod page;
mod persona;
mod sort;
mod unsent;
mod write;

pub(super) use brief::Brief;
pub(super) use light::{Light, Lit};
pub(super) use lobby::Lobby;
pub(super) use sort::Sort;
pub(in crate::tui) use unsent::Unsent;
pub(super) use write::Write;
pub(in crate::tui) use write::is_beside;

use super::super::intent::Intent;
use super::super::popup::Form;
use super::super::scene::Scene;
use super::super::sheet::Field;
use crate::text::Note;
use crate::workshop::{Command, Refusal};

/// Something to come back to, typed in a form.
pub(super) fn park(scene: &Scene<'_>) -> Vec<Intent> {
    let field = Field::area(scene.say("park-field")).hint(scene.say("my-park-hint"));
    let (locale, noted) = (scene.locale, scene.say("my-parked"));
    let form = Form::of(
        "my-park",
        scene.say("do-my-park"),
        vec![field],
        move |answers| match Note::parse(answers.text(0)) {
            Ok(text) => {
                let text = text.as_str().to_owned();
                let noted = Intent::info(noted.clone());
                Ok(vec![Intent::Ask(Command::Say { text }), noted])
            }
            Err(error) => Err((0, locale.refusal(&Refusal::from(error)))),
        },
    );
    vec![Intent::Open(Box::new(form))]
}
