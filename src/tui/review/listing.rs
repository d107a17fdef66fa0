//! The list of sessions: sorted, narrowed down as somebody types, some of them marked. The chosen one is held by its
//! file, because others appear while somebody reads.

mod drawing;

use std::path::{Path, PathBuf};

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::export::Exporting;
use super::leaf::{Ask, Bind, Heard, Leaf, Room, bind};
use super::notes;
use super::picker::Picker;
use super::sheets;
use super::text::Text;
use crate::report::markdown;
use crate::review::Order;
use crate::review::catalogue::{Entry, Sort};
use crate::text::Lines;
use crate::tui::field::TextField;
use crate::tui::key::Key;
use crate::tui::popup::Choice;
use crate::tui::screen::Mouse;
use crate::tui::widget::list;

/// The list of sessions.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The chosen one.
    chosen: Option<PathBuf>,
    /// Where it stood when it was last looked at, for when it is gone.
    at: usize,
    /// Where what is looked for is typed.
    field: Option<TextField>,
    typed: String,
}

impl Listing {
    /// The place of the chosen one in the list as it is now.
    fn place(&self, room: &Room<'_>) -> usize {
        let order = room.catalogue.order();
        let chosen = self.chosen.as_deref();
        let found = chosen.and_then(|chosen| order.iter().position(|path| path == chosen));
        found.unwrap_or(self.at.min(order.len().saturating_sub(1)))
    }

    fn entry<'a>(&self, room: &Room<'a>) -> Option<&'a Entry> {
        let path = room.catalogue.order().get(self.place(room))?;
        room.catalogue.entry(path)
    }

    fn go(&mut self, at: usize, room: &Room<'_>) {
        let order = room.catalogue.order();
        self.at = at.min(order.len().saturating_sub(1));
        self.chosen = order.get(self.at).cloned();
    }

    fn step(&mut self, by: isize, room: &Room<'_>) -> Vec<Ask> {
        let to = self.place(room).saturating_add_signed(by);
        self.go(to, room);
        Vec::new()
    }

    /// Opens the chosen one, or says why it cannot be read.
    fn open(&self, room: &Room<'_>) -> Vec<Ask> {
        match self.entry(room) {
            None => Vec::new(),
            Some(entry) => match &entry.content {
                Ok(_) => vec![Ask::Order(Order::Open(vec![entry.path.clone()]))],
                Err(why) => vec![Ask::Open(Box::new(Text::reason(why.clone())))],
            },
        }
    }

    /// Opens what is marked together; the chosen one, where nothing is.
    fn together(&self, room: &Room<'_>) -> Vec<Ask> {
        let marked = room.catalogue.marked();
        if marked.is_empty() {
            return self.open(room);
        }
        vec![Ask::Order(Order::Open(marked))]
    }

    fn mark(&mut self, room: &Room<'_>) -> Vec<Ask> {
        let Some(entry) = self.entry(room) else {
            return Vec::new();
        };
        let path = entry.path.clone();
        if entry.content.is_err() {
            return vec![Ask::Warn(room.say("review-unreadable"))];
        }
        self.step(1, room);
        vec![Ask::Mark(path)]
    }

    fn search(&mut self) -> Vec<Ask> {
        self.field = Some(TextField::with(Lines::One, &self.typed));
        Vec::new()
    }

    fn look_for(&mut self, typed: &str) -> Vec<Ask> {
        typed.clone_into(&mut self.typed);
        vec![Ask::LookFor(typed.to_owned())]
    }

    fn is_searching(&self) -> bool {
        !self.typed.is_empty()
    }

    fn markdown(room: &Room<'_>) -> String {
        let order = room.catalogue.order().iter();
        let entries = order.filter_map(|path| room.catalogue.entry(path));
        markdown::written(&sheets::sessions(entries, room))
    }

    fn export(&self, room: &Room<'_>) -> Vec<Ask> {
        let mut paths = room.catalogue.marked();
        if paths.is_empty() {
            let chosen = self.entry(room).filter(|entry| entry.content.is_ok());
            paths.extend(chosen.map(|entry| entry.path.clone()));
        }
        let form = Exporting::new("sessions", Self::markdown(room), paths, room);
        vec![Ask::Open(Box::new(form))]
    }

    fn notes(&self, room: &Room<'_>) -> Vec<Ask> {
        let entry = self.entry(room);
        entry.map_or_else(Vec::new, |entry| notes::open(entry.path.clone(), room))
    }

    fn page(room: &Room<'_>) -> isize {
        isize::try_from(room.area.height.saturating_sub(6).max(1)).unwrap_or(1)
    }
}

/// What the list can be sorted by: the key of a message.
pub(super) const fn sort_name(sort: Sort) -> &'static str {
    match sort {
        Sort::Date => "review-head-date",
        Sort::Title => "review-head-title",
        Sort::Organisation => "review-head-organisations",
        Sort::Participants => "review-head-participants",
        Sort::Contributions => "review-head-contributions",
        Sort::Scenarios => "review-head-scenarios",
        Sort::Hits => "review-head-hits",
    }
}

fn sorts(room: &Room<'_>) -> Vec<Ask> {
    let (sorted, _) = room.catalogue.sorted();
    let choices = Sort::ALL.map(|sort| Choice::new(room.say(sort_name(sort))));
    let at = Sort::ALL.iter().position(|sort| *sort == sorted);
    let title = room.say("do-review-sort");
    let picker = Picker::of(title, choices.into(), |index| {
        let sort = Sort::ALL.get(index).copied();
        sort.map(Ask::SortBy).into_iter().collect()
    });
    vec![Ask::Open(Box::new(picker.at(at.unwrap_or(0))))]
}

impl Leaf for Listing {
    const BINDINGS: &'static [Bind<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-review-open",
            |listing: &mut Self, room| listing.open(room),
        )
        .footer(1)
        .when(|listing, room| listing.entry(room).is_some()),
        bind(
            Key::char('/'),
            "do-review-search",
            |listing: &mut Self, _| listing.search(),
        )
        .footer(2),
        bind(
            Key::char(' '),
            "do-review-mark",
            |listing: &mut Self, room| listing.mark(room),
        )
        .footer(3)
        .when(|listing, room| listing.entry(room).is_some()),
        bind(
            Key::char('c'),
            "do-review-together",
            |listing: &mut Self, room| listing.together(room),
        )
        .footer(4)
        .when(|_, room| !room.catalogue.marked().is_empty()),
        // The help tells of it before anything is marked.
        bind(Key::char('c'), "do-review-together-marked", |_, room| {
            vec![Ask::Warn(room.say("review-mark-first"))]
        })
        .when(|_, room| room.catalogue.marked().is_empty()),
        bind(
            Key::char('s'),
            "do-review-sort",
            |listing: &mut Self, room| {
                // What the cursor is on stays under it, also where nobody chose it yet.
                listing.go(listing.place(room), room);
                sorts(room)
            },
        )
        .footer(5),
        bind(
            Key::char('n'),
            "do-review-notes",
            |listing: &mut Self, room| listing.notes(room),
        )
        .footer(6)
        .when(|listing, room| listing.entry(room).is_some()),
        bind(Key::char('y'), "do-review-copy", |_, room| {
            vec![Ask::Copy(Self::markdown(room))]
        })
        .footer(8),
        bind(
            Key::char('x'),
            "do-review-export",
            |listing: &mut Self, room| listing.export(room),
        )
        .footer(7),
        bind(Key::char('a'), "do-review-mark-all", |_, _| {
            vec![Ask::MarkAll]
        }),
        bind(
            Key::of(KeyCode::Esc),
            "do-review-show-all",
            |listing: &mut Self, _| listing.look_for(""),
        )
        .footer(2)
        .when(|listing, _| listing.is_searching()),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |listing: &mut Self, room| listing.step(1, room),
        )
        .also(Key::char('j')),
        bind(Key::of(KeyCode::Up), "do-up", |listing: &mut Self, room| {
            listing.step(-1, room)
        })
        .also(Key::char('k')),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |listing: &mut Self, room| listing.step(Self::page(room), room),
        ),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |listing: &mut Self, room| listing.step(-Self::page(room), room),
        ),
        bind(
            Key::of(KeyCode::Home),
            "do-review-first",
            |listing: &mut Self, room| listing.step(isize::MIN, room),
        ),
        bind(
            Key::of(KeyCode::End),
            "do-review-last",
            |listing: &mut Self, room| listing.step(isize::MAX, room),
        ),
    ];

    fn title(&self) -> &'static str {
        "review-title"
    }

    fn headline(&self, room: &Room<'_>) -> String {
        room.say("review-title")
    }

    fn typed(&mut self, key: Key, room: &Room<'_>) -> Option<Vec<Ask>> {
        let field = self.field.as_mut()?;
        match key.code {
            KeyCode::Enter => {
                self.field = None;
                Some(Vec::new())
            }
            KeyCode::Esc => {
                self.field = None;
                Some(self.look_for(""))
            }
            KeyCode::Up => Some(self.step(-1, room)),
            KeyCode::Down => Some(self.step(1, room)),
            _ if field.press(key) => {
                let typed = field.text();
                Some(self.look_for(&typed))
            }
            _ => None,
        }
    }

    fn takes_letters(&self) -> bool {
        self.field.is_some()
    }

    fn pasted(&mut self, text: &str, _room: &Room<'_>) -> Vec<Ask> {
        let Some(field) = &mut self.field else {
            return Vec::new();
        };
        field.paste(text);
        let typed = field.text();
        self.look_for(&typed)
    }

    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        drawing::draw(self, room, area, buf)
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, room: &Room<'_>) -> Vec<Ask> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1, room),
            MouseEventKind::ScrollUp => self.step(-1, room),
            MouseEventKind::Down(MouseButton::Left) => {
                let rows = drawing::Ground::of(area).rows;
                if !rows.contains(mouse.at) {
                    return Vec::new();
                }
                let count = room.catalogue.order().len();
                let at = self.place(room);
                let (first, shown) = list::window(at, count, rows.height, |_| 1);
                let row = usize::from(mouse.at.y - rows.y);
                if row >= shown {
                    return Vec::new();
                }
                if first + row == at && self.chosen.is_some() {
                    return self.open(room);
                }
                self.go(first + row, room);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, heard: &Heard<'_>, room: &Room<'_>) -> Vec<Ask> {
        // What is chosen stays so while others come and go; before anybody chose, it is the first one.
        if let Heard::News(_) = heard {
            self.at = self.place(room);
        }
        Vec::new()
    }
}

/// A file name, fit to be shown.
pub(super) fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    crate::text::clean(&name.to_string_lossy(), Lines::One)
}
