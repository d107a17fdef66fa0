//! What a page of the review is: a table of bindings, a drawing and its own state, as the screens at a seat are. What
//! it sees of the rest is borrowed afresh each time as a [`Room`]; what it wants done, it asks for.

use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::language::Language;
use crate::locale::{Locale, Value};
use crate::review::catalogue::{Catalogue, Sort};
use crate::review::opened::Opened;
use crate::review::{News, Order, Unkept};
use crate::tui::binding::{Binding, Hint, shown};
use crate::tui::key::Key;
use crate::tui::look::{Look, Tone};
use crate::tui::screen::Mouse;

/// What a page sees.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room<'a> {
    pub(super) locale: Locale,
    pub(super) look: Look,
    /// What the page has, so that a key can scroll by what is in sight.
    pub(super) area: Rect,
    pub(super) catalogue: &'a Catalogue,
}

/// Something a page asks for.
#[derive(Debug)]
pub(super) enum Ask {
    /// Put a page on top.
    Open(Box<dyn Page>),
    /// Take the top page away.
    Close,
    /// Do something with files.
    Order(Order),
    /// Put away what is being typed about a session.
    PutAway(PathBuf, Option<Unkept>),
    /// Copy a text to the clipboard of the person's terminal.
    Copy(String),
    /// Tell that something cannot be.
    Warn(String),
    /// Mark a session, or take its mark away.
    Mark(PathBuf),
    /// Mark all that are shown, or none.
    MarkAll,
    /// Sort the list.
    SortBy(Sort),
    /// Look for this.
    LookFor(String),
    /// Go to this part, if the page below has parts.
    Turn(usize),
    /// Show the help.
    Help,
    /// Show everything that can be done.
    Palette,
    /// Do what stands at this place of that table.
    Perform(Layer, usize),
    /// Read in another language.
    Speak(Language),
    /// Draw in another tone.
    Tone(Tone),
    /// Draw everything anew.
    Redraw,
    /// Put the program to sleep.
    Suspend,
    /// Leave.
    Quit,
}

/// A table, by who owns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layer {
    /// The page on top.
    Page,
    /// What can be done everywhere.
    Everywhere,
}

/// What a page is told.
#[derive(Debug)]
pub(super) enum Heard<'a> {
    /// What was read and written.
    News(&'a News),
    /// Sessions were opened.
    Opened(&'a Arc<Opened>),
    /// The words are those of another language now.
    Language,
    /// Go to this part.
    Turn(usize),
}

pub(super) type When<L> = fn(&L, &Room<'_>) -> bool;
pub(super) type Act<L> = fn(&mut L, &Room<'_>) -> Vec<Ask>;
pub(super) type Bind<L> = Binding<L, When<L>, Act<L>>;

/// A binding that is always available and stands in the help only.
pub(super) const fn bind<L>(key: Key, name: &'static str, act: Act<L>) -> Bind<L> {
    Binding::new(key, name, |_, _| true, act)
}

/// A page as it is written.
pub(super) trait Leaf: Debug + Sized + 'static {
    /// Everything that can be done by key here.
    const BINDINGS: &'static [Bind<Self>];

    /// The name of the page: the key of a message, the heading of its part of the help.
    fn title(&self) -> &'static str;

    /// What stands above it.
    fn headline(&self, room: &Room<'_>) -> String;

    /// Draws it, and says where the cursor is.
    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;

    /// A key before the table is asked: for fields that take letters.
    fn typed(&mut self, _key: Key, _room: &Room<'_>) -> Option<Vec<Ask>> {
        None
    }

    /// Whether letters are taken by a field here.
    fn takes_letters(&self) -> bool {
        false
    }

    /// Text that was pasted.
    fn pasted(&mut self, _text: &str, _room: &Room<'_>) -> Vec<Ask> {
        Vec::new()
    }

    /// What the mouse did, in the area the page was drawn in.
    fn mouse(&mut self, _mouse: Mouse, _area: Rect, _room: &Room<'_>) -> Vec<Ask> {
        Vec::new()
    }

    /// Something happened elsewhere.
    fn heard(&mut self, _heard: &Heard<'_>, _room: &Room<'_>) -> Vec<Ask> {
        Vec::new()
    }

    /// The part of the area it takes; what is below is seen around it.
    fn place(&self, _room: &Room<'_>, area: Rect) -> Rect {
        area
    }

    /// What would be lost without it being kept.
    fn unkept(&self) -> Option<Order> {
        None
    }
}

/// A page of whatever type.
pub(super) trait Page: Debug {
    fn title(&self) -> &'static str;
    fn headline(&self, room: &Room<'_>) -> String;
    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;
    fn hints(&self, room: &Room<'_>) -> Vec<Hint>;
    fn press(&mut self, key: Key, room: &Room<'_>) -> Option<Vec<Ask>>;
    fn perform(&mut self, index: usize, room: &Room<'_>) -> Vec<Ask>;
    fn takes_letters(&self) -> bool;
    fn pasted(&mut self, text: &str, room: &Room<'_>) -> Vec<Ask>;
    fn mouse(&mut self, mouse: Mouse, area: Rect, room: &Room<'_>) -> Vec<Ask>;
    fn heard(&mut self, heard: &Heard<'_>, room: &Room<'_>) -> Vec<Ask>;
    fn place(&self, room: &Room<'_>, area: Rect) -> Rect;
    fn unkept(&self) -> Option<Order>;
}

impl<L: Leaf> Page for L {
    fn title(&self) -> &'static str {
        Leaf::title(self)
    }

    fn headline(&self, room: &Room<'_>) -> String {
        Leaf::headline(self, room)
    }

    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        Leaf::draw(self, room, area, buf)
    }

    fn hints(&self, room: &Room<'_>) -> Vec<Hint> {
        shown(L::BINDINGS, room.locale, |binding| {
            (binding.when)(self, room)
        })
    }

    fn press(&mut self, key: Key, room: &Room<'_>) -> Option<Vec<Ask>> {
        if let Some(asks) = self.typed(key, room) {
            return Some(asks);
        }
        let mut bindings = L::BINDINGS.iter();
        let found = bindings.find(|binding| {
            let is_it = binding.key == key || binding.also == Some(key);
            is_it && (binding.when)(self, room)
        })?;
        Some((found.act)(self, room))
    }

    fn perform(&mut self, index: usize, room: &Room<'_>) -> Vec<Ask> {
        match L::BINDINGS.get(index) {
            Some(binding) if (binding.when)(self, room) => (binding.act)(self, room),
            _ => Vec::new(),
        }
    }

    fn takes_letters(&self) -> bool {
        Leaf::takes_letters(self)
    }

    fn pasted(&mut self, text: &str, room: &Room<'_>) -> Vec<Ask> {
        Leaf::pasted(self, text, room)
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, room: &Room<'_>) -> Vec<Ask> {
        Leaf::mouse(self, mouse, area, room)
    }

    fn heard(&mut self, heard: &Heard<'_>, room: &Room<'_>) -> Vec<Ask> {
        Leaf::heard(self, heard, room)
    }

    fn place(&self, room: &Room<'_>, area: Rect) -> Rect {
        Leaf::place(self, room, area)
    }

    fn unkept(&self) -> Option<Order> {
        Leaf::unkept(self)
    }
}

impl Room<'_> {
    /// A message.
    pub(super) fn say(&self, key: &str) -> String {
        self.locale.say(key)
    }

    /// A message with its variables.
    pub(super) fn say_with(&self, key: &str, variables: &[(&str, Value<'_>)]) -> String {
        self.locale.say_with(key, variables)
    }

    /// A message about a number of things.
    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.say_with(key, &[("count", count.into())])
    }
}
