//! Choices that typing narrows down: what was typed, what answers to it, and where the marker stands.

use crossterm::event::KeyCode;

use super::Choice;
use crate::text::{Lines, fold};
use crate::tui::field::TextField;
use crate::tui::key::Key;

/// Choices in a list, some of them out of sight.
#[derive(Debug)]
pub(in crate::tui) struct Narrowing {
    choices: Vec<Choice>,
    field: TextField,
    /// The choices that answer to what was typed, best first.
    shown: Vec<usize>,
    at: usize,
}

impl Narrowing {
    /// All of these, with the marker at the first.
    pub(in crate::tui) fn of(choices: Vec<Choice>) -> Self {
        Self {
            shown: (0..choices.len()).collect(),
            choices,
            field: TextField::new(Lines::One),
            at: 0,
        }
    }

    /// With the marker at this place.
    pub(in crate::tui) const fn at(mut self, place: usize) -> Self {
        self.at = place;
        self
    }

    /// The choices, also those out of sight.
    pub(in crate::tui) fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// What is typed.
    pub(in crate::tui) const fn field(&self) -> &TextField {
        &self.field
    }

    /// How many answer to what was typed.
    pub(in crate::tui) const fn count(&self) -> usize {
        self.shown.len()
    }

    /// Where the marker stands, among those that answer.
    pub(in crate::tui) const fn place(&self) -> usize {
        self.at
    }

    /// Those that answer, each with its place among them.
    pub(in crate::tui) fn shown(&self) -> impl Iterator<Item = (usize, &Choice)> {
        let shown = self.shown.iter().enumerate();
        shown.filter_map(|(place, index)| Some((place, self.choices.get(*index)?)))
    }

    /// Which choice stands at a place among those that answer.
    pub(in crate::tui) fn choice(&self, place: usize) -> Option<usize> {
        self.shown.get(place).copied()
    }

    /// Takes a key if it is one for the field, and says whether it was.
    pub(in crate::tui) fn press(&mut self, key: Key) -> bool {
        let edits = matches!(
            key.code,
            KeyCode::Backspace | KeyCode::Delete | KeyCode::Left | KeyCode::Right
        );
        if (key.typed().is_none() && !edits) || key.ctrl || key.alt {
            return false;
        }
        self.field.press(key);
        self.narrow();
        true
    }

    /// Takes a text as if it had been typed.
    pub(in crate::tui) fn paste(&mut self, text: &str) {
        self.field.paste(text);
        self.narrow();
    }

    /// Moves the marker by so many rows, as far as there are any.
    pub(in crate::tui) fn step(&mut self, rows: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(rows).min(last);
    }

    fn narrow(&mut self) {
        let typed = self.field.text();
        // Folding leaves a text as it is that would have nothing left.
        let typed = if typed.trim().is_empty() {
            String::new()
        } else {
            fold(&typed)
        };
        let choices = self.choices.iter().enumerate();
        let mut found: Vec<(u32, usize)> = choices
            .filter_map(|(index, choice)| Some((choice.distance(&typed)?, index)))
            .collect();
        found.sort_unstable();
        self.shown = found.into_iter().map(|(_, index)| index).collect();
        self.at = 0;
    }
}
