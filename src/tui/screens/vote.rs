//! The vote. A participant gives dots and sees their own; whoever leads sees how many have voted and counts hands. What
//! anybody gave shows only when the group has left the vote.

mod ballot;
pub(super) mod outcome;
mod turnout;

pub(super) use ballot::Ballot;
pub(super) use turnout::{Turnout, share};

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::layout::Rect;

use crate::id::ThemeId;
use crate::tui::scene::Scene;
use crate::tui::screen::Mouse;
use crate::tui::widget::column;

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

/// Chooses a theme with the mouse: one further with the wheel, or the one that is clicked in the list.
fn point(scene: &Scene<'_>, chosen: &mut Option<ThemeId>, list: Rect, mouse: Mouse) {
    match mouse.kind {
        MouseEventKind::ScrollDown => step(scene, chosen, 1),
        MouseEventKind::ScrollUp => step(scene, chosen, -1),
        MouseEventKind::Down(MouseButton::Left) if list.contains(mouse.at) => {
            pick(scene, chosen, list, mouse.at.y);
        }
        _ => {}
    }
}

/// Chooses the theme on a row of the list.
fn pick(scene: &Scene<'_>, chosen: &mut Option<ThemeId>, list: Rect, row: u16) {
    let themes = &scene.view.plan().themes;
    let at = place(scene, chosen.as_ref());
    let hit = column::hit(at, themes.len(), list, row, |_, _| 1);
    if let Some(theme) = hit.and_then(|hit| themes.get(hit)) {
        *chosen = Some(theme.id.clone());
    }
}
