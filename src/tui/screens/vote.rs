//! The vote. A participant gives dots and sees their own; whoever leads sees how many have voted and counts hands. What
//! anybody gave shows only when the group has left the vote.

mod ballot;
pub(super) mod outcome;
mod turnout;

pub(super) use ballot::Ballot;
pub(super) use turnout::{Turnout, share};

use crate::id::ThemeId;
use crate::tui::scene::Scene;

/// The place of the chosen theme in the plan; the first one when none is chosen.
fn place(scene: &Scene<'_>, chosen: Option<&ThemeId>) -> usize {
    let mut themes = scene.view.plan().themes.iter();
    let found = chosen.and_then(|chosen| themes.position(|theme| theme.id == *chosen));
    found.unwrap_or(0)
}

/// Chooses the theme so many places further.
fn step(scene: &Scene<'_>, chosen: &mut Option<ThemeId>, by: isize) {
    let themes = &scene.view.plan().themes;
    let last = themes.len().saturating_sub(1);
    let at = place(scene, chosen.as_ref()).saturating_add_signed(by);
    *chosen = themes.get(at.min(last)).map(|theme| theme.id.clone());
}
