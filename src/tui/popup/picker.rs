//! A list to choose from. Typing narrows it down; digits choose when nothing was typed.

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Narrowing, Then, centered, framed, inside};
use crate::language::Language;
use crate::locale::Locale;
use crate::text::fold;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign, Tone};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::prose;

/// The widest it gets.
const WIDTH: u16 = 70;

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    words: String,
    key: String,
    /// What it is found by: the words and the other name, folded.
    folded: String,
}

impl Choice {
    /// A choice in these words.
    #[must_use]
    pub fn new(words: String) -> Self {
        Self {
            folded: fold(&words),
            key: String::new(),
            words,
        }
    }

    /// The languages there are, as choices.
    pub(in crate::tui) fn languages(locale: Locale) -> Vec<Self> {
        let choice = |language: Language| {
            let words = locale.say(&format!("language-{language}"));
            Self::new(words).known_as(language.as_str())
        };
        Language::ALL.map(choice).into()
    }

    /// The tones there are, as choices.
    pub(in crate::tui) fn tones(locale: Locale) -> Vec<Self> {
        let choice = |tone: Tone| {
            let words = locale.say(&format!("tone-{tone}"));
            Self::new(words).known_as(tone.as_str())
        };
        Tone::ALL.map(choice).into()
    }

    /// Found by this word too.
    #[must_use]
    pub fn known_as(mut self, word: &str) -> Self {
        self.folded = format!("{} {}", self.folded, fold(word));
        self
    }

    /// With a key at the far end.
    #[must_use]
    pub fn on(mut self, key: String) -> Self {
        self.key = key;
        self
    }

    /// Its words.
    pub(in crate::tui) fn words(&self) -> &str {
        &self.words
    }

    /// The key at its far end.
    pub(in crate::tui) fn key(&self) -> &str {
        &self.key
    }

    /// How well it answers to what was typed: not at all, or the lower the better. Every word typed has to begin a
    /// word of it, or stand in it, or be near to one.
    pub(in crate::tui) fn distance(&self, typed: &str) -> Option<u32> {
        let mut distance = 0;
        for part in typed.split_whitespace() {
            let starts = |word: &str| word.starts_with(part);
            let near = |word: &str| strsim::jaro_winkler(word, part) > 0.88;
            let words = || self.folded.split_whitespace();
            distance += if words().any(starts) {
                0
            } else if self.folded.contains(part) {
                1
            } else if words().any(near) {
                2
            } else {
                return None;
            };
        }
        Some(distance)
    }
}

/// A list to choose from.
#[derive(Debug)]
pub struct Picker {
    title: String,
    list: Narrowing,
    then: Then<usize>,
}

impl Picker {
    /// A list; what is chosen is told by its place in it.
    #[must_use]
    pub fn of(
        title: String,
        choices: Vec<Choice>,
        then: impl Fn(usize) -> Vec<Intent> + Send + 'static,
    ) -> Self {
        Self {
            title,
            list: Narrowing::of(choices),
            then: Then(Box::new(then)),
        }
    }

    /// With the marker at this place.
    #[must_use]
    pub fn at(mut self, place: usize) -> Self {
        self.list = self.list.at(place);
        self
    }

    fn step(&mut self, rows: isize) -> Vec<Intent> {
        self.list.step(rows);
        Vec::new()
    }

    fn choose(&self, place: usize) -> Vec<Intent> {
        let Some(index) = self.list.choice(place) else {
            return Vec::new();
        };
        let mut intents = vec![Intent::Close];
        intents.extend((self.then.0)(index));
        intents
    }

    /// The first row of the list that is shown, so that the marker is in sight.
    const fn top(&self, rows: usize) -> usize {
        (self.list.place() + 1).saturating_sub(rows)
    }

    const fn list(inner: Rect) -> Rect {
        Rect {
            y: inner.y.saturating_add(1),
            height: inner.height.saturating_sub(1),
            ..inner
        }
    }
}

impl Screen for Picker {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-choose",
            |picker: &mut Self, _| picker.choose(picker.list.place()),
        )
        .footer(1),
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Intent::Close]
        })
        .footer(2),
        bind(Key::of(KeyCode::Down), "do-down", |picker: &mut Self, _| {
            picker.step(1)
        })
        .also(Key::of(KeyCode::Tab)),
        bind(Key::of(KeyCode::Up), "do-up", |picker: &mut Self, _| {
            picker.step(-1)
        })
        .also(Key::of(KeyCode::Tab).shifted()),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |picker: &mut Self, _| picker.step(10),
        ),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |picker: &mut Self, _| picker.step(-10),
        ),
    ];

    fn typed(&mut self, key: Key, _scene: &Scene<'_>) -> Option<Vec<Intent>> {
        self.list.press(key).then(Vec::new)
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn pasted(&mut self, text: &str, _scene: &Scene<'_>) -> Vec<Intent> {
        self.list.paste(text);
        Vec::new()
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = scene.look;
        let inner = framed(self, &self.title, scene, area, buf);
        let cursor = self.list.field().draw(
            Rect {
                height: inner.height.min(1),
                ..inner
            },
            buf,
            look,
        );
        let list = Self::list(inner);
        let rows = usize::from(list.height);
        let shown = self.list.shown().skip(self.top(rows));
        for (row, (place, choice)) in (list.top()..list.bottom()).zip(shown) {
            let (sign, paint) = if place == self.list.place() {
                (look.sign(Sign::Selected), Paint::Selected)
            } else {
                (" ", Paint::Text)
            };
            let line = Rect {
                y: row,
                height: 1,
                ..list
            };
            buf.set_style(line, look.style(paint));
            let width = list.width.saturating_sub(prose::width(&choice.key));
            let words = format!("{sign} {}", choice.words);
            let words = prose::cut(&words, width, look);
            buf.set_stringn(list.x, row, words, usize::from(width), look.style(paint));
            let key = usize::from(list.width);
            buf.set_stringn(list.x + width, row, &choice.key, key, look.style(paint));
        }
        if self.list.count() == 0 && !list.is_empty() {
            let words = scene.say("picker-nothing");
            buf.set_stringn(
                list.x,
                list.y,
                words,
                usize::from(list.width),
                look.style(Paint::Quiet),
            );
        }
        cursor
    }

    fn title(&self) -> &'static str {
        "picker-title"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, _scene: &Scene<'_>) -> Vec<Intent> {
        let list = Self::list(inside(area));
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1),
            MouseEventKind::ScrollUp => self.step(-1),
            MouseEventKind::Down(MouseButton::Left) if list.contains(mouse.at) => {
                let row = usize::from(mouse.at.y - list.y);
                self.choose(self.top(usize::from(list.height)) + row)
            }
            MouseEventKind::Down(MouseButton::Left) if !area.contains(mouse.at) => {
                vec![Intent::Close]
            }
            _ => Vec::new(),
        }
    }

    fn place(&self, _scene: &Scene<'_>, area: Rect) -> Rect {
        let rows = u16::try_from(self.list.choices().len()).unwrap_or(u16::MAX);
        centered(area, WIDTH, rows.saturating_add(3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<&'static str> {
        const WORDS: [&str; 4] = [
            "Naar de volgende stap",
            "Terug",
            "Tijd bijgeven",
            "Vraag parkeren",
        ];
        let choices = WORDS.map(|words| Choice::new(words.to_owned()).known_as("groep"));
        let mut picker = Picker::of(String::new(), choices.into(), |_| Vec::new());
        picker.list.paste(typed);
        let places = 0..picker.list.count();
        let found = places.filter_map(|place| picker.list.choice(place));
        found.map(|index| WORDS[index]).collect()
    }

    #[test]
    fn typing_finds_by_the_beginning_of_words_then_within_them_then_what_is_near() {
        assert_eq!(found("vol st"), ["Naar de volgende stap"]);
        assert_eq!(
            found("t"),
            ["Terug", "Tijd bijgeven", "Naar de volgende stap"]
        );
        assert_eq!(found("parkeern"), ["Vraag parkeren"]);
        assert_eq!(found("groep").len(), 4);
        assert!(found("zzz").is_empty());
    }
}
