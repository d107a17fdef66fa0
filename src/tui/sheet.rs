//! A sheet to fill in: fields one below the other, one of them with the cursor. It knows no workshop, so that it also
//! serves before there is one.

mod field;

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use field::Field;

use field::Answer;

use super::drafts::Drafts;
use super::key::Key;
use super::look::{Look, Paint, Sign};
use super::screen::Mouse;
use super::widget::prose;

/// What was filled in, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers(Vec<Answer>);

/// A sheet to fill in.
#[derive(Debug, Clone)]
pub struct Sheet {
    fields: Vec<Field>,
    at: usize,
    /// What is wrong, and at which field.
    trouble: Option<(usize, String)>,
}

/// What a key meant to a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pressed {
    /// It was taken.
    Taken,
    /// The sheet is handed in.
    Submitted,
    /// It is none of the sheet's.
    NotTaken,
}

impl Answers {
    /// The text of a field; empty where there is none.
    #[must_use]
    pub fn text(&self, field: usize) -> &str {
        match self.0.get(field) {
            Some(Answer::Text(text)) => text.trim(),
            _ => "",
        }
    }

    /// The place that was chosen.
    #[must_use]
    pub fn chosen(&self, field: usize) -> usize {
        match self.0.get(field) {
            Some(Answer::Choice(at)) => *at,
            _ => 0,
        }
    }

    /// The places that are marked.
    #[must_use]
    pub fn marked(&self, field: usize) -> &[usize] {
        match self.0.get(field) {
            Some(Answer::Marks(marked)) => marked,
            _ => &[],
        }
    }
}

impl Sheet {
    /// A sheet with these fields, the cursor in the first.
    #[must_use]
    pub const fn new(fields: Vec<Field>) -> Self {
        Self {
            fields,
            at: 0,
            trouble: None,
        }
    }

    /// What is filled in.
    #[must_use]
    pub fn answers(&self) -> Answers {
        Answers(self.fields.iter().map(Field::answer).collect())
    }

    /// Puts the cursor in a field.
    pub fn go(&mut self, field: usize) {
        self.at = field.min(self.fields.len().saturating_sub(1));
    }

    /// Puts this text in a field, in place of what stands there.
    pub fn fill(&mut self, field: usize, text: &str) {
        if let Some(field) = self.fields.get_mut(field) {
            field.fill(text);
        }
    }

    /// Says what is wrong with a field, and puts the cursor there.
    pub fn object(&mut self, field: usize, why: String) {
        self.go(field);
        self.trouble = Some((field, why));
    }

    /// Takes a key. Enter goes to the next field and hands the sheet in at the last one; Ctrl-S hands it in anywhere.
    pub fn press(&mut self, key: Key) -> Pressed {
        let last = self.fields.len().saturating_sub(1);
        if let Some(field) = self.fields.get_mut(self.at)
            && field.press(key)
        {
            self.trouble = None;
            return Pressed::Taken;
        }
        match key.code {
            KeyCode::Char('s') if key.ctrl => return Pressed::Submitted,
            KeyCode::Enter if self.at == last => return Pressed::Submitted,
            KeyCode::Tab if key.shift => self.at = self.at.checked_sub(1).unwrap_or(last),
            KeyCode::Tab => self.at = if self.at == last { 0 } else { self.at + 1 },
            KeyCode::Enter | KeyCode::Down => self.at = (self.at + 1).min(last),
            KeyCode::Up => self.at = self.at.saturating_sub(1),
            _ => return Pressed::NotTaken,
        }
        Pressed::Taken
    }

    /// Takes a pasted text.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = self.fields.get_mut(self.at) {
            field.paste(text);
        }
    }

    /// Takes a click in the area it was drawn in.
    pub fn mouse(&mut self, mouse: Mouse, area: Rect) {
        if mouse.kind != MouseEventKind::Down(MouseButton::Left) || !area.contains(mouse.at) {
            return;
        }
        let clicked = self.places(area).position(|place| place.contains(mouse.at));
        self.at = clicked.unwrap_or(self.at);
    }

    /// Writes down the texts, under this name, and what is chosen beside them.
    pub fn keep(&self, name: &str, drafts: &mut Drafts) {
        let is_begun = self.fields.iter().any(Field::is_begun);
        for (index, field) in self.fields.iter().enumerate() {
            let name = format!("{name}/{index}");
            if let Some(text) = field.text() {
                drafts.set(&name, &text);
            } else if let Some(word) = field.word() {
                drafts.choose(&name, is_begun.then_some(word));
            }
        }
    }

    /// Takes up texts that were written down under this name, and what was chosen beside them.
    pub fn restore(&mut self, name: &str, drafts: &Drafts) {
        for (index, field) in self.fields.iter_mut().enumerate() {
            if let Some(draft) = drafts.get(&format!("{name}/{index}")) {
                field.fill(draft);
            }
        }
        self.choose_again(name, drafts);
    }

    /// Chooses what was chosen beside texts that were written down under this name.
    pub fn choose_again(&mut self, name: &str, drafts: &Drafts) {
        for (index, field) in self.fields.iter_mut().enumerate() {
            if let Some(word) = drafts.chosen(&format!("{name}/{index}")) {
                field.choose(word);
            }
        }
    }

    /// The rows it needs to show everything.
    #[must_use]
    pub fn height(&self, width: u16) -> u16 {
        let heights = (0..self.fields.len()).map(|index| self.height_of(index, width));
        heights.fold(0, u16::saturating_add)
    }

    fn height_of(&self, index: usize, width: u16) -> u16 {
        let Some(field) = self.fields.get(index) else {
            return 0;
        };
        let small = self.small_print(index);
        let print = if small.is_empty() {
            0
        } else {
            u16::try_from(prose::wrap(small, width).len()).unwrap_or(u16::MAX)
        };
        field.rows().saturating_add(print).saturating_add(2)
    }

    /// What is wrong with a field, or else what helps.
    fn small_print(&self, index: usize) -> &str {
        match &self.trouble {
            Some((at, why)) if *at == index => why,
            _ => self.fields.get(index).map_or("", Field::small_print),
        }
    }

    /// Where each field is drawn: from the first one on that lets the one with the cursor be seen.
    fn places(&self, area: Rect) -> impl Iterator<Item = Rect> {
        let heights: Vec<u16> = (0..self.fields.len())
            .map(|index| self.height_of(index, area.width))
            .collect();
        let until = |first: usize| {
            let shown = heights.iter().take(self.at + 1).skip(first);
            shown.fold(0, |sum: u16, height| sum.saturating_add(*height))
        };
        let first = (0..=self.at).find(|first| until(*first) <= area.height);
        let first = first.unwrap_or(self.at);
        let mut top = area.top();
        heights.into_iter().enumerate().map(move |(index, height)| {
            if index < first || top >= area.bottom() {
                return Rect::ZERO;
            }
            let place = Rect {
                y: top,
                height: height.min(area.bottom() - top),
                ..area
            };
            top = place.bottom();
            place
        })
    }

    /// Draws it, and says where the cursor is.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: Look) -> Option<Position> {
        let mut cursor = None;
        for (index, place) in self.places(area).enumerate() {
            if place.is_empty() {
                continue;
            }
            let is_here = index == self.at;
            if let Some(field) = self.fields.get(index) {
                let found = self.draw_field(field, index, is_here, place, buf, look);
                cursor = if is_here { found } else { cursor };
            }
        }
        cursor
    }

    fn draw_field(
        &self,
        field: &Field,
        index: usize,
        is_here: bool,
        place: Rect,
        buf: &mut Buffer,
        look: Look,
    ) -> Option<Position> {
        let width = usize::from(place.width);
        let (sign, paint) = if is_here {
            (look.sign(Sign::Selected), Paint::Strong)
        } else {
            (" ", Paint::Quiet)
        };
        let label = format!("{sign} {}", field.label());
        let label = prose::cut(&label, place.width, look);
        buf.set_stringn(place.x, place.y, label, width, look.style(paint));
        let body = Rect {
            x: place.x.saturating_add(2).min(place.right()),
            y: place.y.saturating_add(1),
            width: place.width.saturating_sub(2),
            height: field.rows().min(place.height.saturating_sub(1)),
        };
        let cursor = field.draw(is_here, body, buf, look);
        let is_trouble = self.trouble.as_ref().is_some_and(|(at, _)| *at == index);
        let paint = if is_trouble { Paint::Bad } else { Paint::Quiet };
        let small = prose::wrap(self.small_print(index), body.width);
        for (row, line) in (body.bottom()..place.bottom()).zip(small) {
            buf.set_stringn(
                body.x,
                row,
                line,
                usize::from(body.width),
                look.style(paint),
            );
        }
        cursor
    }
}
