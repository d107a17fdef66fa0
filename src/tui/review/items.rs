//! A list of texts, each with what it is about below it; one is chosen, and what stands behind it can be opened. A field
//! narrows the list down to those in which all words occur.

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::leaf::Room;
use crate::review::opened::Key;
use crate::review::search::Needle;
use crate::text::{Lines, fold};
use crate::tui::field::TextField;
use crate::tui::key;
use crate::tui::look::{Look, Paint, Sign};
use crate::tui::screen::Mouse;
use crate::tui::widget::{after, below, highlight, list, prose};

/// Rows of one text that are shown in a list; opened, it is whole.
const MOST: u16 = 4;
/// Rows of one thing it is about.
const ABOUT: u16 = 2;
/// Rows of what is said about the whole list.
const PREFACE: u16 = 4;

/// What stands behind an item.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Behind {
    /// Nothing more.
    Nothing,
    /// A contribution.
    Contribution(Key),
    /// Contributions, and what they are together.
    Contributions(String, Vec<Key>),
}

/// One of them.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) tag: String,
    pub(super) text: String,
    /// What it is about, line by line.
    pub(super) about: Vec<String>,
    pub(super) behind: Behind,
    folded: String,
}

/// The list.
#[derive(Debug)]
pub(super) struct Items {
    /// What there is to say about all of them.
    pub(super) preface: String,
    all: Vec<Item>,
    /// The places of those that are shown.
    shown: Vec<usize>,
    at: usize,
    pub(super) field: Option<TextField>,
    typed: String,
    needle: Needle,
}

impl Item {
    pub(super) fn new(tag: String, text: String, about: Vec<String>, behind: Behind) -> Self {
        let folded = fold(&format!("{tag} {text} {}", about.join(" ")));
        Self {
            tag,
            text,
            about,
            behind,
            folded,
        }
    }
}

impl Items {
    pub(super) fn of(preface: String, items: Vec<Item>) -> Self {
        Self {
            preface,
            shown: (0..items.len()).collect(),
            all: items,
            at: 0,
            field: None,
            typed: String::new(),
            needle: Needle::default(),
        }
    }

    /// With the words that were looked for underlined.
    pub(super) fn looking_for(mut self, needle: Needle) -> Self {
        self.needle = needle;
        self
    }

    /// Those that are shown.
    pub(super) fn shown(&self) -> impl Iterator<Item = &Item> {
        self.shown.iter().filter_map(|index| self.all.get(*index))
    }

    /// Which one is chosen, as far as a list that is made anew can tell.
    pub(super) fn place(&self) -> (usize, String) {
        (self.at, self.typed.clone())
    }

    /// Goes back to where a list was.
    pub(super) fn restore(&mut self, (at, typed): (usize, String)) {
        self.narrow(&typed);
        self.at = at.min(self.shown.len().saturating_sub(1));
    }

    pub(super) fn chosen(&self) -> Option<&Item> {
        let index = self.shown.get(self.at)?;
        self.all.get(*index)
    }

    pub(super) fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// The contributions of the list, in its order, and which of them is chosen.
    pub(super) fn contributions(&self) -> (Vec<Key>, usize) {
        let key = |item: &Item| match &item.behind {
            Behind::Contribution(key) => Some(key.clone()),
            Behind::Nothing | Behind::Contributions(..) => None,
        };
        let before = self.shown().take(self.at).filter_map(key).count();
        (self.shown().filter_map(key).collect(), before)
    }

    /// Opens the field, with what was typed there before.
    pub(super) fn search(&mut self) {
        self.field = Some(TextField::with(Lines::One, &self.typed));
    }

    /// Takes a key while the field is open; Enter leaves the list narrowed down, Esc shows all again.
    pub(super) fn typed(&mut self, key: key::Key) -> bool {
        let Some(field) = &mut self.field else {
            return false;
        };
        match key.code {
            KeyCode::Enter => self.field = None,
            KeyCode::Esc => {
                self.field = None;
                self.narrow("");
            }
            KeyCode::Up => self.step(-1),
            KeyCode::Down => self.step(1),
            _ => {
                if !field.press(key) {
                    return false;
                }
                let typed = field.text();
                self.narrow(&typed);
            }
        }
        true
    }

    pub(super) fn pasted(&mut self, text: &str) {
        if let Some(field) = &mut self.field {
            field.paste(text);
            let typed = field.text();
            self.narrow(&typed);
        }
    }

    fn narrow(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
        let needle = Needle::of(typed);
        let items = self.all.iter().enumerate();
        let found = items.filter(|(_, item)| needle.is_in(&item.folded));
        self.shown = found.map(|(index, _)| index).collect();
        self.at = 0;
        self.needle = needle;
    }

    fn height(item: &Item, width: u16) -> u16 {
        let room = width.saturating_sub(indent(item));
        let about = item.about.iter();
        let about = about.map(|about| prose::height(about, room).min(ABOUT));
        let text = prose::height(&item.text, room).min(MOST);
        about.fold(text, u16::saturating_add)
    }

    /// Where the field, the preface and the items stand.
    fn parts(&self, area: Rect) -> (Rect, Rect, Rect) {
        let is_narrowed = self.field.is_some() || !self.typed.is_empty();
        let field = Rect {
            height: u16::from(is_narrowed).min(area.height),
            ..area
        };
        let rest = below(area, field.height);
        let wanted = prose::height(&self.preface, rest.width);
        let fits = !self.preface.is_empty() && rest.height >= wanted.min(PREFACE) + 6;
        let rows = if fits { wanted.min(PREFACE) + 1 } else { 0 };
        let preface = Rect {
            height: rows.saturating_sub(1),
            ..rest
        };
        (field, preface, below(rest, rows))
    }

    fn window(&self, area: Rect) -> (usize, usize) {
        let width = area.width.saturating_sub(2);
        let height = |at: usize| {
            let index = self.shown.get(at);
            let item = index.and_then(|index| self.all.get(*index));
            item.map_or(1, |item| Self::height(item, width))
        };
        list::window(self.at, self.shown.len(), area.height, height)
    }

    /// The items that are in sight, each with where it stands.
    fn places(&self, area: Rect) -> Vec<(usize, Rect)> {
        let (first, count) = self.window(area);
        let mut top = area;
        // A bar scrolls beside them.
        top.width = top.width.saturating_sub(2);
        let mut places = Vec::new();
        for at in first..first + count {
            let index = self.shown.get(at);
            let Some(item) = index.and_then(|index| self.all.get(*index)) else {
                continue;
            };
            let rows = Self::height(item, top.width).min(top.height);
            places.push((
                at,
                Rect {
                    height: rows,
                    ..top
                },
            ));
            top = below(top, rows);
        }
        places
    }

    pub(super) fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = room.look;
        let (field, preface, rows) = self.parts(area);
        let cursor = self.draw_field(room, field, buf);
        prose::flow(buf, preface, &self.preface, look.style(Paint::Quiet));
        if self.shown.is_empty() {
            let words = room.say(if self.all.is_empty() {
                "review-nothing"
            } else {
                "review-nothing-found"
            });
            prose::flow(buf, rows, &words, look.style(Paint::Quiet));
            return cursor;
        }
        for (at, place) in self.places(rows) {
            let index = self.shown.get(at);
            if let Some(item) = index.and_then(|index| self.all.get(*index)) {
                item.draw(at == self.at, place, buf, look);
            }
        }
        if !self.needle.is_empty() {
            highlight::underline(self.needle.words(), rows, buf);
        }
        let (first, count) = self.window(rows);
        list::scrollbar(first, count, self.shown.len(), rows, buf, look);
        cursor
    }

    fn draw_field(&self, room: &Room<'_>, place: Rect, buf: &mut Buffer) -> Option<Position> {
        if place.is_empty() {
            return None;
        }
        let quiet = room.look.style(Paint::Quiet);
        let count = room.count("review-found", self.shown.len());
        let used = prose::put_right(buf, place, &count, quiet);
        let label = format!("{} ", room.say("review-look-for"));
        let begun = prose::put(buf, place, &label, quiet);
        let mut rest = after(place, begun);
        rest.width = rest.width.saturating_sub(used + 1);
        if let Some(field) = &self.field {
            return field.draw(rest, buf, room.look);
        }
        let typed = prose::cut(&self.typed, rest.width, room.look);
        prose::put(buf, rest, &typed, room.look.style(Paint::Strong));
        None
    }

    /// What the mouse did; says whether the chosen one should be opened.
    pub(super) fn mouse(&mut self, mouse: Mouse, area: Rect) -> bool {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1),
            MouseEventKind::ScrollUp => self.step(-1),
            MouseEventKind::Down(MouseButton::Left) => {
                let (_, _, rows) = self.parts(area);
                let places = self.places(rows);
                let mut hits = places.iter().filter(|(_, place)| place.contains(mouse.at));
                if let Some((at, _)) = hits.next() {
                    let is_chosen = self.at == *at;
                    self.at = *at;
                    return is_chosen;
                }
            }
            _ => {}
        }
        false
    }
}

/// The cells before the text: the mark of the chosen one, and the tag.
fn indent(item: &Item) -> u16 {
    match prose::width(&item.tag) {
        0 => 2,
        tag => tag.saturating_add(3),
    }
}

impl Item {
    fn draw(&self, is_chosen: bool, place: Rect, buf: &mut Buffer, look: Look) {
        let (sign, paint) = if is_chosen {
            (look.sign(Sign::Selected), Paint::Strong)
        } else {
            (" ", Paint::Text)
        };
        prose::put(buf, place, sign, look.style(Paint::Accent));
        prose::put(buf, after(place, 2), &self.tag, look.style(Paint::Accent));
        let text = after(place, indent(self));
        let style = look.style(paint);
        let used = flow(&self.text, MOST, text, style, buf, look);
        let mut rest = below(text, used);
        for about in &self.about {
            let quiet = look.style(Paint::Quiet);
            let used = flow(about, ABOUT, rest, quiet, buf, look);
            rest = below(rest, used);
        }
    }
}

/// Draws a text in at most so many rows, and says how many it took. Where something is left out that is seen.
fn flow(text: &str, most: u16, place: Rect, style: Style, buf: &mut Buffer, look: Look) -> u16 {
    let lines = prose::wrap(text, place.width);
    let most = most.min(place.height);
    let is_cut = lines.len() > usize::from(most);
    for (row, line) in (0..most).zip(&lines) {
        if is_cut && row + 1 == most {
            // Longer than the row, so that it ends in the mark for what is left out.
            let longer = format!("{line}{}", " ".repeat(usize::from(place.width)));
            let line = prose::cut(longer.trim_start(), place.width, look);
            prose::put(buf, below(place, row), &line, style);
        } else {
            prose::put(buf, below(place, row), line, style);
        }
    }
    most.min(u16::try_from(lines.len()).unwrap_or(u16::MAX))
}
