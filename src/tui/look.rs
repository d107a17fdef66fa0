//! How everything is drawn: colors by role and symbols by meaning. Pure; what the terminal can do is told from outside.
//!
//! `Auto` never paints a background and uses colors whose contrast is at least 4.5:1 on black and on white alike
//! (WCAG 2.2, success criterion 1.4.3), because a program cannot know the background it is shown on. Nothing is said
//! by color alone: a symbol, a word or a digit always says it too.

mod hue;
mod sign;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

pub use sign::Sign;

use hue::Hue;

use super::key::Key;
use crate::vocabulary::{Kind, UnknownWord};

/// Which background the colors are meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Any.
    #[default]
    Auto,
    /// A dark one.
    Dark,
    /// A light one.
    Light,
    /// Its own: black, with colors of at least 7:1.
    Contrast,
}

/// What colors the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// None, or none are wanted.
    Mono,
    /// The sixteen of old, whatever the terminal makes of them.
    Sixteen,
    /// Any.
    #[default]
    Full,
}

/// How everything is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Which background the colors are meant for.
    pub tone: Tone,
    /// What colors there are.
    pub depth: Depth,
    /// Symbols of ASCII only.
    pub ascii: bool,
    /// The prompt and the timer in large type.
    pub large: bool,
}

/// What something is, so that it gets its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Text to read.
    Text,
    /// What is beside the point.
    Quiet,
    /// What matters in a text.
    Strong,
    /// A heading.
    Title,
    /// What should be looked at now.
    Accent,
    /// A frame.
    Frame,
    /// The frame of what takes the keys.
    FrameFocus,
    /// What is chosen.
    Selected,
    /// What went well.
    Good,
    /// What needs attention.
    Warn,
    /// What went wrong.
    Bad,
    /// A key in the footer.
    Key,
    /// A field that takes text.
    Field,
    /// One of the themes, by its place in the plan.
    Theme(usize),
    /// A kind of contribution.
    Kind(Kind),
}

impl Paint {
    /// Every paint there is, for tests.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let mut all = vec![
            Self::Text,
            Self::Quiet,
            Self::Strong,
            Self::Title,
            Self::Accent,
            Self::Frame,
            Self::FrameFocus,
            Self::Selected,
            Self::Good,
            Self::Warn,
            Self::Bad,
            Self::Key,
            Self::Field,
        ];
        all.extend((0..Hue::OF_THEMES).map(Self::Theme));
        all.extend(Kind::ALL.iter().copied().map(Self::Kind));
        all
    }
}

impl Tone {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Dark, Self::Light, Self::Contrast];

    /// The word as it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
        }
    }
}

impl fmt::Display for Tone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Tone {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = Self::ALL.into_iter().find(|tone| tone.as_str() == text);
        found.ok_or_else(|| UnknownWord {
            word: text.to_owned(),
            known: Self::ALL.map(Self::as_str).into(),
        })
    }
}

impl Look {
    /// The style of what is painted so.
    #[must_use]
    pub fn style(self, paint: Paint) -> Style {
        let style = self.ground();
        let bold = Modifier::BOLD;
        match paint {
            Paint::Text => style.patch(self.hue(Hue::Plain)),
            Paint::Quiet => match self.depth {
                Depth::Full => style.patch(self.hue(Hue::Gray)),
                // Dimmed text is unreadable on many terminals; it is told apart by where it stands.
                Depth::Mono | Depth::Sixteen => style,
            },
            Paint::Strong => style.patch(self.hue(Hue::Plain)).add_modifier(bold),
            Paint::Title => style.patch(self.hue(Hue::Blue)).add_modifier(bold),
            Paint::Accent => style.patch(self.hue(Hue::Blue)),
            Paint::Frame => style.patch(self.hue(Hue::Gray)),
            Paint::FrameFocus => style.patch(self.hue(Hue::Blue)),
            Paint::Selected => style
                .patch(self.hue(Hue::Plain))
                .add_modifier(Modifier::REVERSED),
            Paint::Good => style.patch(self.hue(Hue::Green)),
            Paint::Warn => style.patch(self.hue(Hue::Orange)).add_modifier(bold),
            Paint::Bad => style.patch(self.hue(Hue::Red)).add_modifier(bold),
            Paint::Key => style.patch(self.hue(Hue::Blue)).add_modifier(bold),
            Paint::Field => style
                .patch(self.hue(Hue::Plain))
                .add_modifier(Modifier::UNDERLINED),
            Paint::Theme(index) => style.patch(self.hue(Hue::of_theme(index))),
            Paint::Kind(kind) => style.patch(self.hue(match kind {
                Kind::Need => Hue::Blue,
                Kind::Want => Hue::Violet,
                Kind::Challenge => Hue::Orange,
                Kind::Opportunity => Hue::Green,
            })),
        }
    }

    /// The symbol for this.
    #[must_use]
    pub const fn sign(self, sign: Sign) -> &'static str {
        sign.of(self.ascii)
    }

    /// The pieces of a horizontal bar, each a larger part of a cell than the one before; the last is whole.
    #[must_use]
    pub const fn pieces(self) -> &'static [&'static str] {
        if self.ascii {
            &["#"]
        } else {
            &["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
        }
    }

    /// The lines frames are made of.
    #[must_use]
    pub const fn border(self) -> border::Set<'static> {
        if self.ascii {
            border::Set {
                top_left: "+",
                top_right: "+",
                bottom_left: "+",
                bottom_right: "+",
                vertical_left: "|",
                vertical_right: "|",
                horizontal_top: "-",
                horizontal_bottom: "-",
            }
        } else {
            border::ROUNDED
        }
    }

    /// A key as it stands on a keyboard. In ASCII the arrows are words, as their signs look like other keys.
    #[must_use]
    pub fn key(self, key: Key) -> String {
        use crossterm::event::KeyCode;
        let name: Cow<'_, str> = match key.code {
            KeyCode::Up if self.ascii => "Up".into(),
            KeyCode::Up => self.sign(Sign::ArrowUp).into(),
            KeyCode::Down if self.ascii => "Down".into(),
            KeyCode::Down => self.sign(Sign::ArrowDown).into(),
            KeyCode::Left if self.ascii => "Left".into(),
            KeyCode::Left => self.sign(Sign::ArrowLeft).into(),
            KeyCode::Right if self.ascii => "Right".into(),
            KeyCode::Right => self.sign(Sign::ArrowRight).into(),
            KeyCode::Enter => "Enter".into(),
            KeyCode::Esc => "Esc".into(),
            KeyCode::Tab => "Tab".into(),
            KeyCode::Backspace => "Backspace".into(),
            KeyCode::Delete => "Del".into(),
            KeyCode::Home => "Home".into(),
            KeyCode::End => "End".into(),
            KeyCode::PageUp => "PgUp".into(),
            KeyCode::PageDown => "PgDn".into(),
            KeyCode::F(number) => format!("F{number}").into(),
            KeyCode::Char(' ') => "Space".into(),
            KeyCode::Char(letter) if key.ctrl || key.alt => {
                letter.to_uppercase().to_string().into()
            }
            KeyCode::Char(letter) => letter.to_string().into(),
            _ => "?".into(),
        };
        let held = [
            (key.ctrl, "Ctrl-"),
            (key.alt, "Alt-"),
            (key.shift, "Shift-"),
        ];
        let held: String = held
            .iter()
            .filter(|(held, _)| *held)
            .map(|(_, name)| *name)
            .collect();
        format!("{held}{name}")
    }

    /// What everything stands on: nothing of ours, unless a high contrast was asked for.
    const fn ground(self) -> Style {
        match (self.tone, self.depth) {
            (Tone::Contrast, Depth::Full) => Style::new().bg(Color::Rgb(0, 0, 0)),
            (Tone::Contrast, Depth::Sixteen) => Style::new().bg(Color::Black),
            _ => Style::new(),
        }
    }

    const fn hue(self, hue: Hue) -> Style {
        hue.style(self.depth, self.tone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_ascii_no_arrow_is_written_like_a_key_that_types() {
        use crossterm::event::KeyCode;
        let ascii = Look {
            ascii: true,
            ..Look::default()
        };
        for code in [KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right] {
            assert!(ascii.key(Key::of(code)).len() > 1, "{code:?}");
            assert_eq!(Look::default().key(Key::of(code)).chars().count(), 1);
        }
    }
}
