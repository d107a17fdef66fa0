//! A sheet to fill in: fields one below the other, one of them with the cursor. It knows no workshop, so that it also
//! serves before there is one.

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::drafts::Drafts;
use super::field::TextField;
use super::key::Key;
use super::look::{Look, Paint, Sign};
use super::screen::Mouse;
use super::widget::prose;
use crate::text::Lines;

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

#[derive(Debug, Clone)]
enum Body {
    Text(Box<TextField>, u16),
    /// One of several; the arrow keys go through them.
    Choice(Vec<String>, usize),
    /// Any of several; the arrow keys move, space marks.
    Marks(Vec<(String, bool)>, usize),
}

/// What was filled in, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers(Vec<Answer>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    Text(String),
    Choice(usize),
    Marks(Vec<usize>),
}

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

    fn fill(&mut self, text: &str) {
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
    fn label(&self) -> String {
        match (&self.body, self.limit) {
            (Body::Text(field, _), Some(limit)) => {
                format!("{}  {}/{limit}", self.label, field.length())
            }
            _ => self.label.clone(),
        }
    }

    fn answer(&self) -> Answer {
        match &self.body {
            Body::Text(field, _) => Answer::Text(field.text()),
            Body::Choice(_, at) => Answer::Choice(*at),
            Body::Marks(words, _) => {
                let marked = words.iter().enumerate().filter(|(_, (_, marked))| *marked);
                Answer::Marks(marked.map(|(index, _)| index).collect())
            }
        }
    }

    fn press(&mut self, key: Key) -> bool {
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

    /// Whether something is written in it.
    fn is_begun(&self) -> bool {
        matches!(&self.body, Body::Text(text, _) if !text.is_blank())
    }

    /// The rows of the field itself, without label and small print.
    fn rows(&self) -> u16 {
        match &self.body {
            Body::Text(_, rows) => *rows,
            Body::Choice(..) => 1,
            Body::Marks(words, _) => u16::try_from(words.len()).unwrap_or(u16::MAX).min(8),
        }
    }
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
        if let Some(Field {
            body: Body::Text(field, _),
            ..
        }) = self.fields.get_mut(self.at)
        {
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
            match &field.body {
                Body::Text(text, _) => drafts.set(&name, &text.text()),
                Body::Choice(words, at) => {
                    let word = words.get(*at).filter(|_| is_begun);
                    drafts.choose(&name, word.map(String::as_str));
                }
                Body::Marks(..) => {}
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
            if let Body::Choice(words, at) = &mut field.body {
                let word = drafts.chosen(&format!("{name}/{index}"));
                *at = words
                    .iter()
                    .position(|known| Some(known.as_str()) == word)
                    .unwrap_or(*at);
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
            _ => self.fields.get(index).map_or("", |field| &field.hint),
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
        let cursor = draw_body(&field.body, is_here, body, buf, look);
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

fn draw_body(
    body: &Body,
    is_here: bool,
    place: Rect,
    buf: &mut Buffer,
    look: Look,
) -> Option<Position> {
    let width = usize::from(place.width);
    match body {
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
