//! One field of a sheet: a text, one of several, or any of several.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text::Lines;
use crate::tui::field::TextField;
use crate::tui::key::Key;
use crate::tui::look::{Look, Paint, Sign};
use crate::tui::widget::prose;

/// Rows a field of several lines has.
const AREA_ROWS: u16 = 4;

/// One field with its label.
#[derive(Debug, Clone)]
pub struct Field {
    label: String,
    /// What stands below it in small print.
    hint: String,
    /// The most characters it should hold; how many there are stands beside the label.
    limit: Option<usize>,
    /// Whether Enter begins a new line instead of leading on.
    is_open: bool,
    body: Body,
}

/// What is in a field.
#[derive(Debug, Clone)]
enum Body {
    /// A text, and the rows that are seen of it.
    Text(Box<TextField>, u16),
    /// One of several; the arrow keys go through them.
    Choice(Vec<String>, usize),
    /// Any of several; the arrow keys move, space marks.
    Marks(Vec<(String, bool)>, usize),
}

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    Text(String),
    Choice(usize),
    Marks(Vec<usize>),
}

impl Field {
    /// A line of text.
    #[must_use]
    pub fn line(label: String) -> Self {
        Self::of(label, Body::Text(Box::new(TextField::new(Lines::One)), 1))
    }

    /// Several lines of text.
    #[must_use]
    pub fn area(label: String) -> Self {
        Self::of(
            label,
            Body::Text(Box::new(TextField::new(Lines::Many)), AREA_ROWS),
        )
    }

    /// Many lines of text, so many of them in sight; Enter begins a new one.
    #[must_use]
    pub fn lines(label: String, rows: u16) -> Self {
        let field = Self::of(
            label,
            Body::Text(Box::new(TextField::new(Lines::Many)), rows),
        );
        Self {
            is_open: true,
            ..field
        }
    }

    /// One of several, the one at this place to begin with.
    #[must_use]
    pub const fn choice(label: String, words: Vec<String>, at: usize) -> Self {
        Self::of(label, Body::Choice(words, at))
    }

    /// Any of several, those that are marked to begin with.
    #[must_use]
    pub const fn marks(label: String, words: Vec<(String, bool)>) -> Self {
        Self::of(label, Body::Marks(words, 0))
    }

    const fn of(label: String, body: Body) -> Self {
        Self {
            label,
            hint: String::new(),
            limit: None,
            is_open: false,
            body,
        }
    }

    /// With this text in it.
    #[must_use]
    pub fn with(mut self, text: &str) -> Self {
        self.fill(text);
        self
    }

    /// Puts this text in the field, in place of what stands there.
    pub(super) fn fill(&mut self, text: &str) {
        if let Body::Text(field, _) = &mut self.body {
            field.clear();
            field.paste(text);
        }
    }

    /// With a word of help below it.
    #[must_use]
    pub fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// With how many characters there are, of the most there should be.
    #[must_use]
    pub const fn limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The label, with how full the field is.
    pub(super) fn label(&self) -> String {
        match (&self.body, self.limit) {
            (Body::Text(field, _), Some(limit)) => {
                format!("{}  {}/{limit}", self.label, field.length())
            }
            _ => self.label.clone(),
        }
    }

    /// What is filled in.
    pub(super) fn answer(&self) -> Answer {
        match &self.body {
            Body::Text(field, _) => Answer::Text(field.text()),
            Body::Choice(_, at) => Answer::Choice(*at),
            Body::Marks(words, _) => {
                let marked = words.iter().enumerate().filter(|(_, (_, marked))| *marked);
                Answer::Marks(marked.map(|(index, _)| index).collect())
            }
        }
    }

    /// Takes a key; false when it is none of the field's.
    pub(super) fn press(&mut self, key: Key) -> bool {
        match &mut self.body {
            Body::Text(field, _) if self.is_open && key == Key::of(KeyCode::Enter) => {
                field.press(Key::ctrl('j'))
            }
            Body::Text(field, _) => field.press(key),
            Body::Choice(words, at) => {
                let count = words.len().max(1);
                match key.code {
                    KeyCode::Left => *at = (*at + count - 1) % count,
                    KeyCode::Right | KeyCode::Char(' ') => *at = (*at + 1) % count,
                    _ => return false,
                }
                true
            }
            Body::Marks(words, at) => {
                let last = words.len().saturating_sub(1);
                match key.code {
                    KeyCode::Up if *at > 0 => *at -= 1,
                    KeyCode::Down if *at < last => *at += 1,
                    KeyCode::Char(' ') => {
                        if let Some((_, marked)) = words.get_mut(*at) {
                            *marked = !*marked;
                        }
                    }
                    _ => return false,
                }
                true
            }
        }
    }

    /// The rows of the field itself, without label and small print.
    pub(super) fn rows(&self) -> u16 {
        match &self.body {
            Body::Text(_, rows) => *rows,
            Body::Choice(..) => 1,
            Body::Marks(words, _) => u16::try_from(words.len()).unwrap_or(u16::MAX).min(8),
        }
    }

    /// The text in it, where it takes one.
    pub(super) fn text(&self) -> Option<String> {
        match &self.body {
            Body::Text(field, _) => Some(field.text()),
            Body::Choice(..) | Body::Marks(..) => None,
        }
    }

    /// Whether something is written in it.
    pub(super) fn is_begun(&self) -> bool {
        matches!(&self.body, Body::Text(text, _) if !text.is_blank())
    }

    /// The word that is chosen, where it is one of several.
    pub(super) fn word(&self) -> Option<&str> {
        match &self.body {
            Body::Choice(words, at) => words.get(*at).map(String::as_str),
            Body::Text(..) | Body::Marks(..) => None,
        }
    }

    /// Chooses this word, where it is one of several.
    pub(super) fn choose(&mut self, word: &str) {
        if let Body::Choice(words, at) = &mut self.body {
            let found = words.iter().position(|known| known == word);
            *at = found.unwrap_or(*at);
        }
    }

    /// Takes a pasted text, where it takes one.
    pub(super) fn paste(&mut self, text: &str) {
        if let Body::Text(field, _) = &mut self.body {
            field.paste(text);
        }
    }

    /// The word of help below it.
    pub(super) fn small_print(&self) -> &str {
        &self.hint
    }

    /// Draws the field itself, without label and small print, and says where the cursor is.
    pub(super) fn draw(
        &self,
        is_here: bool,
        place: Rect,
        buf: &mut Buffer,
        look: Look,
    ) -> Option<Position> {
        let width = usize::from(place.width);
        match &self.body {
            Body::Text(field, _) => field.draw(place, buf, look).filter(|_| is_here),
            Body::Choice(words, at) => {
                let word = words.get(*at).map_or("", String::as_str);
                let (left, right) = (look.sign(Sign::ArrowLeft), look.sign(Sign::ArrowRight));
                let shown = format!("{left} {word} {right}  {}/{}", at + 1, words.len());
                let paint = if is_here {
                    Paint::Selected
                } else {
                    Paint::Text
                };
                let shown = prose::cut(&shown, place.width, look);
                if !place.is_empty() {
                    buf.set_stringn(place.x, place.y, shown, width, look.style(paint));
                }
                None
            }
            Body::Marks(words, at) => {
                let top = (at + 1).saturating_sub(usize::from(place.height));
                let shown = words.iter().enumerate().skip(top);
                for (row, (index, (word, marked))) in (place.top()..place.bottom()).zip(shown) {
                    let sign = look.sign(if *marked {
                        Sign::Marked
                    } else {
                        Sign::Unmarked
                    });
                    let line = format!("{sign} {word}");
                    let here = is_here && index == *at;
                    let paint = if here { Paint::Selected } else { Paint::Text };
                    let line = prose::cut(&line, place.width, look);
                    buf.set_stringn(place.x, row, line, width, look.style(paint));
                }
                None
            }
        }
    }
}
