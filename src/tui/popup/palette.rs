//! Everything that can be done, by name: the tables as a list to choose from.

use super::{Choice, Picker};
use crate::tui::app::Chapter;
use crate::tui::intent::Intent;
use crate::tui::scene::Scene;

/// A list of what can be done now; choosing does it.
#[must_use]
pub fn palette(chapters: Vec<Chapter>, scene: &Scene<'_>) -> Picker {
    let mut choices = Vec::new();
    let mut places = Vec::new();
    for chapter in chapters {
        for hint in chapter.hints.into_iter().filter(|hint| hint.is_available) {
            let key = scene.look.key(hint.key);
            let name = hint.name.trim_start_matches("do-");
            choices.push(Choice::new(hint.words).known_as(name).on(key));
            places.push((chapter.layer, hint.index));
        }
    }
    Picker::of(scene.say("palette-title"), choices, move |chosen| {
        let place = places.get(chosen).copied();
        let perform = place.map(|(layer, index)| Intent::Perform(layer, index));
        perform.into_iter().collect()
    })
}
