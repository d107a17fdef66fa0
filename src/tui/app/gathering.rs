//! Gathers what holds now: the tables for the footer, the help and the palette, and the modes that are drawn.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{App, Outlook};
use crate::tui::binding::Hint;
use crate::tui::everywhere::{Common, Leading};
use crate::tui::screen::Mode;
use crate::tui::{screens, shell};

/// A table, by who owns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// The popup on top.
    Popup,
    /// What can be done with a film.
    Film,
    /// The screen of the step.
    Screen,
    /// What a facilitator can do at every step.
    Leading,
    /// What everybody can do everywhere.
    Common,
}

/// One table as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Whose it is.
    pub layer: Layer,
    /// The key of its heading's message.
    pub title: &'static str,
    /// Its lines.
    pub hints: Vec<Hint>,
}

impl App {
    /// The tables that hold now, the first one first.
    #[must_use]
    pub fn chapters(&self, outlook: &Outlook<'_>) -> Vec<Chapter> {
        let Some(scene) = self.desk.scene(outlook) else {
            return Vec::new();
        };
        let chapter = |layer: Layer| {
            let mode: &dyn Mode = match layer {
                Layer::Popup => self.popups.last()?.as_ref(),
                Layer::Film => self.film.as_ref()?,
                Layer::Screen => self.screens.get(&screens::shown(scene.view))?.as_ref(),
                Layer::Leading => &Leading,
                Layer::Common => &Common,
            };
            Some(Chapter {
                layer,
                title: mode.title(),
                hints: mode.hints(&scene),
            })
        };
        let layers = self.layers(outlook).into_iter();
        let mut chapters: Vec<Chapter> = layers.filter_map(chapter).collect();
        let kind = scene.view.step_kind();
        let screen = self.screens.get(&kind).map(AsRef::as_ref);
        let top = self.popups.last().map(AsRef::as_ref).or(screen);
        if top.is_some_and(Mode::takes_letters) {
            // A letter is typed there; what has a second key is done with that one.
            let hints = chapters.iter_mut().flat_map(|chapter| &mut chapter.hints);
            for hint in hints.filter(|hint| hint.key.typed().is_some()) {
                if let Some(also) = hint.also.take() {
                    hint.key = also;
                }
            }
        }
        chapters
    }

    /// The screen of the step and the popups above it, the lowest one first.
    pub(in crate::tui) fn modes(&self, outlook: &Outlook<'_>) -> impl Iterator<Item = &dyn Mode> {
        let kind = outlook.view.map(screens::shown);
        let screen = kind.and_then(|kind| self.screens.get(&kind));
        screen.into_iter().chain(&self.popups).map(AsRef::as_ref)
    }

    /// Draws everything, and remembers the area for the mouse.
    pub fn draw(&mut self, frame: &mut Frame<'_>, outlook: &Outlook<'_>) {
        self.is_dirty = false;
        self.wait_for_host(outlook);
        self.desk.area = frame.area();
        if let Some(cursor) = self.paint(frame.area(), frame.buffer_mut(), outlook) {
            frame.set_cursor_position(cursor);
        }
    }

    /// Draws everything into a buffer, and says where the cursor is.
    pub fn paint(&self, area: Rect, buf: &mut Buffer, outlook: &Outlook<'_>) -> Option<Position> {
        shell::paint(self, area, buf, outlook)
    }
}
