//! What a screen is: a table of bindings, a drawing, and its own state. Popups are screens too, on a small stack above
//! the one of the step. `Screen` is what is written; `Mode` is the same with its type forgotten.

use std::fmt::Debug;

use crossterm::event::MouseEventKind;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::binding::{Binding, Hint, dispatch, hints};
use super::drafts::Drafts;
use super::intent::Intent;
use super::key::Key;
use super::scene::Scene;
use crate::seat::Update;

/// What a mouse did, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseEventKind,
    /// Where.
    pub at: Position,
}

/// A screen, or a popup.
pub trait Screen: Debug + Sized + Send + 'static {
    /// Everything that can be done by key here.
    const BINDINGS: &'static [Binding<Self>];

    /// Draws it; what is drawn follows from the screen and the scene alone. Answers where the cursor is, if it shows.
    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;

    /// The name of the mode: the key of a message, the heading of its part of the help.
    fn title(&self) -> &'static str;

    /// A key before any table is asked: for fields that take letters. `None` leaves it to the tables.
    fn typed(&mut self, _key: Key, _scene: &Scene<'_>) -> Option<Vec<Intent>> {
        None
    }

    /// Whether letters are taken by a field here, so that keys that are letters do nothing else.
    fn takes_letters(&self) -> bool {
        false
    }

    /// Text that was pasted.
    fn pasted(&mut self, _text: &str, _scene: &Scene<'_>) -> Vec<Intent> {
        Vec::new()
    }

    /// What the mouse did, in the area the screen was drawn in.
    fn mouse(&mut self, _mouse: Mouse, _area: Rect, _scene: &Scene<'_>) -> Vec<Intent> {
        Vec::new()
    }

    /// Something changed; the scene is as it is after that.
    fn heard(&mut self, _update: &Update, _scene: &Scene<'_>) -> Vec<Intent> {
        Vec::new()
    }

    /// Writes down what is typed here and not given yet, under names of its own.
    fn keep(&self, _drafts: &mut Drafts) {}

    /// Takes up what was typed here before the program was started.
    fn restore(&mut self, _drafts: &Drafts) {}

    /// The part of the area a popup covers; a screen of a step has all of it.
    fn place(&self, _scene: &Scene<'_>, area: Rect) -> Rect {
        area
    }
}

/// A screen of whatever type.
pub trait Mode: Debug + Send {
    /// See [`Screen::draw`].
    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;
    /// See [`Screen::title`].
    fn title(&self) -> &'static str;
    /// The table as it is shown.
    fn hints(&self, scene: &Scene<'_>) -> Vec<Hint>;
    /// What a key does here; `None` when nothing.
    fn press(&mut self, key: Key, scene: &Scene<'_>) -> Option<Vec<Intent>>;
    /// Does what stands at this place of the table.
    fn perform(&mut self, index: usize, scene: &Scene<'_>) -> Vec<Intent>;
    /// See [`Screen::takes_letters`].
    fn takes_letters(&self) -> bool;
    /// See [`Screen::pasted`].
    fn pasted(&mut self, text: &str, scene: &Scene<'_>) -> Vec<Intent>;
    /// See [`Screen::mouse`].
    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent>;
    /// See [`Screen::heard`].
    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent>;
    /// See [`Screen::keep`].
    fn keep(&self, drafts: &mut Drafts);
    /// See [`Screen::restore`].
    fn restore(&mut self, drafts: &Drafts);
    /// See [`Screen::place`].
    fn place(&self, scene: &Scene<'_>, area: Rect) -> Rect;
}

impl<S: Screen> Mode for S {
    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        Screen::draw(self, scene, area, buf)
    }

    fn title(&self) -> &'static str {
        Screen::title(self)
    }

    fn hints(&self, scene: &Scene<'_>) -> Vec<Hint> {
        hints(S::BINDINGS, self, scene)
    }

    fn press(&mut self, key: Key, scene: &Scene<'_>) -> Option<Vec<Intent>> {
        self.typed(key, scene)
            .or_else(|| dispatch(S::BINDINGS, self, key, scene))
    }

    fn perform(&mut self, index: usize, scene: &Scene<'_>) -> Vec<Intent> {
        match S::BINDINGS.get(index) {
            Some(binding) if (binding.when)(self, scene) => (binding.act)(self, scene),
            _ => Vec::new(),
        }
    }

    fn takes_letters(&self) -> bool {
        Screen::takes_letters(self)
    }

    fn pasted(&mut self, text: &str, scene: &Scene<'_>) -> Vec<Intent> {
        Screen::pasted(self, text, scene)
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        Screen::mouse(self, mouse, area, scene)
    }

    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        Screen::heard(self, update, scene)
    }

    fn keep(&self, drafts: &mut Drafts) {
        Screen::keep(self, drafts);
    }

    fn restore(&mut self, drafts: &Drafts) {
        Screen::restore(self, drafts);
    }

    fn place(&self, scene: &Scene<'_>, area: Rect) -> Rect {
        Screen::place(self, scene, area)
    }
}
