//! The organiser's own notes on a session, in a file beside it. What is typed stays here until it is on the disk, and is
//! put away with every key meanwhile.

use std::path::PathBuf;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::leaf::{Ask, Bind, Heard, Leaf, Room, bind};
use super::listing::file_name;
use super::text::framed;
use crate::review::{News, Order, Unkept};
use crate::tui::field::TextField;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::popup::{centered, inside};
use crate::tui::widget::{below, prose};

/// The widest it gets.
const WIDTH: u16 = 84;

/// Notes that are being written.
#[derive(Debug)]
pub(super) struct Notes {
    session: PathBuf,
    /// What stands on the disk, as far as is known.
    before: Option<String>,
    field: TextField,
    /// What it was when it was kept last.
    kept: String,
    /// What it was when it was asked to be kept.
    asked: String,
    /// What is wrong.
    trouble: Option<String>,
    /// It should go away once it is kept.
    is_leaving: bool,
    /// Somebody wants to go without keeping it, and was told so.
    is_warned: bool,
}

/// Opens the notes on a session.
pub(super) fn open(session: PathBuf, room: &Room<'_>) -> Vec<Ask> {
    let entry = room.catalogue.entry(&session);
    let unkept = entry.and_then(|entry| entry.unkept.clone());
    let (before, typed) = match unkept {
        Some(unkept) => (unkept.before, Some(unkept.text)),
        None => (entry.and_then(|entry| entry.notes.clone()), None),
    };
    let kept = TextField::keeping(before.as_deref().unwrap_or_default());
    let field = match &typed {
        Some(typed) => TextField::keeping(typed),
        None => kept.clone(),
    };
    let (Some(kept), Some(field)) = (kept, field) else {
        return vec![Ask::Warn(room.say("review-notes-too-long"))];
    };
    let notes = Notes {
        session,
        before,
        kept: kept.text(),
        asked: String::new(),
        field,
        trouble: typed.map(|_| room.say("review-notes-again")),
        is_leaving: false,
        is_warned: false,
    };
    vec![Ask::Open(Box::new(notes))]
}

impl Notes {
    fn is_changed(&self) -> bool {
        self.field.text() != self.kept
    }

    fn order(&self) -> Order {
        Order::KeepNotes {
            session: self.session.clone(),
            before: self.before.clone(),
            text: self.text(),
        }
    }

    /// What goes into the file: a line ends with its end.
    fn text(&self) -> String {
        Self::lines(&self.field.text())
    }

    fn lines(text: &str) -> String {
        if text.trim().is_empty() {
            String::new()
        } else {
            format!("{text}\n")
        }
    }

    /// Puts away what is typed and not kept, or nothing.
    fn put_away(&self) -> Ask {
        let unkept = self.is_changed().then(|| Unkept {
            before: self.before.clone(),
            text: self.field.text(),
        });
        Ask::PutAway(self.session.clone(), unkept)
    }

    fn keep(&mut self) -> Vec<Ask> {
        self.trouble = None;
        self.asked = self.field.text();
        self.is_leaving = true;
        if self.is_changed() {
            vec![Ask::Order(self.order())]
        } else {
            vec![Ask::Close]
        }
    }

    fn leave(&mut self, room: &Room<'_>) -> Vec<Ask> {
        if self.is_changed() && !self.is_warned {
            self.is_warned = true;
            self.trouble = Some(room.say("review-notes-throw-away"));
            return Vec::new();
        }
        vec![Ask::PutAway(self.session.clone(), None), Ask::Close]
    }
}

impl Leaf for Notes {
    const BINDINGS: &'static [Bind<Self>] = &[
        bind(Key::ctrl('s'), "do-review-keep", |notes: &mut Self, _| {
            notes.keep()
        })
        .footer(1),
        bind(
            Key::of(KeyCode::Esc),
            "do-review-back",
            |notes: &mut Self, room| notes.leave(room),
        )
        .footer(2),
        bind(Key::ctrl('c'), "do-quit", |_, _| vec![Ask::Quit]),
    ];

    fn title(&self) -> &'static str {
        "review-notes"
    }

    fn headline(&self, room: &Room<'_>) -> String {
        room.say("review-notes")
    }

    fn typed(&mut self, key: Key, _room: &Room<'_>) -> Option<Vec<Ask>> {
        let key = if key == Key::of(KeyCode::Enter) {
            Key::ctrl('j')
        } else {
            key
        };
        if !self.field.press(key) {
            return None;
        }
        self.is_warned = false;
        Some(vec![self.put_away()])
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn pasted(&mut self, text: &str, _room: &Room<'_>) -> Vec<Ask> {
        self.field.paste(text);
        self.is_warned = false;
        vec![self.put_away()]
    }

    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let name = [("session", file_name(&self.session).into())];
        framed(
            &room.say_with("review-notes-on", &name),
            room.look,
            area,
            buf,
        );
        let mut inner = inside(area);
        if let Some(trouble) = &self.trouble {
            let rows = prose::flow(buf, inner, trouble, room.look.style(Paint::Bad));
            inner = below(inner, rows.min(inner.height.saturating_sub(1)));
        } else if inner.height > 6 {
            let hint = room.say("review-notes-hint");
            let rows = prose::flow(buf, inner, &hint, room.look.style(Paint::Quiet));
            inner = below(inner, rows + 1);
        }
        self.field.draw(inner, buf, room.look)
    }

    fn heard(&mut self, heard: &Heard<'_>, _room: &Room<'_>) -> Vec<Ask> {
        match heard {
            Heard::News(News::NotesKept(session)) if *session == self.session => {
                self.kept.clone_from(&self.asked);
                self.before = Some(Self::lines(&self.asked)).filter(|text| !text.is_empty());
                let mut asks = vec![self.put_away()];
                // Whoever went on typing meanwhile is not done.
                if self.is_leaving && !self.is_changed() {
                    asks.push(Ask::Close);
                }
                return asks;
            }
            Heard::News(News::NotesNotKept {
                session,
                why,
                other,
            }) if *session == self.session => {
                self.trouble = Some(why.clone());
                self.is_leaving = false;
                // Whoever keeps them again has been told what is there.
                if let Some(other) = other {
                    self.before.clone_from(other);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn place(&self, _room: &Room<'_>, area: Rect) -> Rect {
        centered(area, area.width.min(WIDTH), area.height)
    }

    fn unkept(&self) -> Option<Order> {
        self.is_changed().then(|| self.order())
    }
}
