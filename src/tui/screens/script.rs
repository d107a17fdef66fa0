//! What a step is for, to read aloud.

use crate::tui::intent::Intent;
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;

/// What to say aloud at this step and what people may do, to read and put away again.
pub(super) fn aloud(scene: &Scene<'_>) -> Vec<Intent> {
    let Some(script) = scene.view.plan().script(scene.view.step_kind()) else {
        return Vec::new();
    };
    let text = format!("{}\n\n{}", scene.read(&script.say), scene.read(&script.may));
    let reader = Reader::of(scene.read(&script.title).to_owned(), text);
    vec![Intent::Open(Box::new(reader))]
}
