//! A key as people name it: `n`, `ctrl-p`, `enter`. One type for the tables of bindings, for the footer and for tests
//! that type key strings.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key, with what is held down beside it. Shift is part of a letter and held down only beside other keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Hash)]
pub struct Key {
    /// The key itself.
    pub code: KeyCode,
    /// Whether Control is held down.
    pub ctrl: bool,
    /// Whether Alt is held down.
    pub alt: bool,
    /// Whether Shift is held down, beside a key that is no letter.
    pub shift: bool,
}

/// Keys with a name of their own, as they are written and as they are known to the terminal.
const NAMES: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
];

/// A text that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} names no key")]
pub struct NotAKey(String);

impl Key {
    /// A key with nothing held down.
    #[must_use]
    pub const fn of(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A letter, digit or sign.
    #[must_use]
    pub const fn char(letter: char) -> Self {
        Self::of(KeyCode::Char(letter))
    }

    /// A letter with Control.
    #[must_use]
    pub const fn ctrl(letter: char) -> Self {
        Self {
            ctrl: true,
            ..Self::char(letter)
        }
    }

    /// A letter with Alt.
    #[must_use]
    pub const fn alt(letter: char) -> Self {
        Self {
            alt: true,
            ..Self::char(letter)
        }
    }

    /// This key with Shift held down.
    #[must_use]
    pub const fn shifted(self) -> Self {
        Self {
            shift: true,
            ..self
        }
    }

    /// The letter this key types, if it types one.
    #[must_use]
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// Reads keys written one after the other: letters as they are, others between angle brackets
    /// (`hallo<enter><ctrl-p><lt>`).
    ///
    /// # Errors
    /// When something between brackets names no key.
    pub fn parse_all(text: &str) -> Result<Vec<Self>, NotAKey> {
        let mut keys = Vec::new();
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let behind = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            if let Some((name, after)) = behind {
                keys.push(name.parse()?);
                rest = after;
            } else {
                keys.push(Self::char(letter));
                rest = rest.strip_prefix(letter).unwrap_or_default();
            }
        }
        Ok(keys)
    }
}

impl From<KeyEvent> for Key {
    fn from(event: KeyEvent) -> Self {
        let holds = |modifier| event.modifiers.contains(modifier);
        let code = match event.code {
            // Terminals without the newer protocol send a letter in its case; those with it send the shift as well.
            KeyCode::Char(letter)
                if holds(KeyModifiers::SHIFT) && !holds(KeyModifiers::CONTROL) =>
            {
                KeyCode::Char(letter.to_uppercase().next().unwrap_or(letter))
            }
            KeyCode::Char(letter) if holds(KeyModifiers::CONTROL) => {
                KeyCode::Char(letter.to_ascii_lowercase())
            }
            KeyCode::BackTab => KeyCode::Tab,
            code => code,
        };
        Self {
            code,
            ctrl: holds(KeyModifiers::CONTROL),
            alt: holds(KeyModifiers::ALT),
            shift: event.code == KeyCode::BackTab
                || (holds(KeyModifiers::SHIFT) && !matches!(code, KeyCode::Char(_))),
        }
    }
}

impl From<Key> for KeyEvent {
    fn from(key: Key) -> Self {
        let mut modifiers = KeyModifiers::NONE;
        modifiers.set(KeyModifiers::CONTROL, key.ctrl);
        modifiers.set(KeyModifiers::ALT, key.alt);
        modifiers.set(KeyModifiers::SHIFT, key.shift);
        Self::new(key.code, modifiers)
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(rest) = text.strip_prefix("ctrl-") {
            return rest.parse().map(|key: Self| Self { ctrl: true, ..key });
        }
        if let Some(rest) = text.strip_prefix("alt-") {
            return rest.parse().map(|key: Self| Self { alt: true, ..key });
        }
        if let Some(rest) = text.strip_prefix("shift-") {
            return rest.parse().map(Self::shifted);
        }
        if text == "lt" {
            return Ok(Self::char('<'));
        }
        if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == text) {
            return Ok(Self::of(*code));
        }
        let number = text
            .strip_prefix('f')
            .and_then(|digits| digits.parse().ok());
        if let Some(number) = number {
            return Ok(Self::of(KeyCode::F(number)));
        }
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Ok(Self::char(letter)),
            _ => Err(NotAKey(text.to_owned())),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "ctrl-"),
            (self.alt, "alt-"),
            (self.shift, "shift-"),
        ] {
            if held {
                f.write_str(name)?;
            }
        }
        if let Some((name, _)) = NAMES.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            KeyCode::Char('<') => f.write_str("lt"),
            KeyCode::Char(letter) => write!(f, "{letter}"),
            KeyCode::F(number) => write!(f, "f{number}"),
            _ => f.write_str("?"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_as_it_is_read() {
        for name in [
            "n",
            "N",
            "ctrl-p",
            "alt-1",
            "shift-up",
            "enter",
            "space",
            "f1",
            "lt",
            "shift-tab",
        ] {
            let key: Key = name.parse().expect("a key");
            assert_eq!(key.to_string(), name);
            assert_eq!(Key::from(KeyEvent::from(key)), key);
        }
        assert!("enterr".parse::<Key>().is_err());
    }

    #[test]
    fn a_terminal_that_tells_of_the_shift_types_the_same_letter_as_one_that_does_not() {
        let told = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::SHIFT);
        let not_told = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::NONE);
        assert_eq!(Key::from(told), Key::from(not_told));
        let back = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(Key::from(back), Key::of(KeyCode::Tab).shifted());
    }

    #[test]
    fn keys_are_typed_as_a_string() {
        let keys = Key::parse_all("a<enter>é<ctrl-p>").expect("keys");
        assert_eq!(
            keys,
            [
                Key::char('a'),
                Key::of(KeyCode::Enter),
                Key::char('é'),
                Key::ctrl('p')
            ]
        );
    }
}
