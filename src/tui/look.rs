//! How everything is drawn: colors by role and symbols by meaning. Pure; what the terminal can do is told from outside.
//!
//! `Auto` never paints a background and uses colors whose contrast is at least 4.5:1 on black and on white alike
//! (WCAG 2.2, success criterion 1.4.3), because a program cannot know the background it is shown on. Nothing is said
//! by color alone: a symbol, a word or a digit always says it too.

mod sign;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

pub use sign::Sign;

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
        all.extend((0..HUES).map(Self::Theme));
        all.extend(Kind::ALL.iter().copied().map(Self::Kind));
        all
    }
}

/// A color by what it stands for.
#[derive(Debug, Clone, Copy)]
enum Hue {
    Plain,
    Gray,
    Blue,
    Green,
    Orange,
    Red,
    Teal,
    Violet,
}

/// How many colors the themes share; a sixth theme begins again.
const HUES: usize = 6;

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
            Paint::Theme(index) => style.patch(self.hue(theme_hue(index))),
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
        let style = Style::new();
        match (self.depth, self.tone) {
            (Depth::Mono, _) => style,
            (Depth::Sixteen, tone) => match sixteen(hue, tone) {
                Some(color) => style.fg(color),
                None => style,
            },
            (Depth::Full, tone) => match full(hue, tone) {
                Some((red, green, blue)) => style.fg(Color::Rgb(red, green, blue)),
                None => style,
            },
        }
    }
}

const fn theme_hue(index: usize) -> Hue {
    match index % HUES {
        0 => Hue::Blue,
        1 => Hue::Teal,
        2 => Hue::Green,
        3 => Hue::Violet,
        4 => Hue::Orange,
        _ => Hue::Red,
    }
}

/// Colors that read on black and on white in the palettes terminals ship with; yellow and the bright ones do not.
const fn sixteen(hue: Hue, tone: Tone) -> Option<Color> {
    let is_own = matches!(tone, Tone::Contrast);
    Some(match hue {
        Hue::Plain if is_own => Color::White,
        Hue::Plain | Hue::Gray => return None,
        Hue::Blue if is_own => Color::LightCyan,
        Hue::Blue => Color::Blue,
        Hue::Green if is_own => Color::LightGreen,
        Hue::Green => Color::Green,
        Hue::Orange if is_own => Color::LightYellow,
        Hue::Orange => Color::Magenta,
        Hue::Red if is_own => Color::LightRed,
        Hue::Red => Color::Red,
        Hue::Teal => Color::Cyan,
        Hue::Violet if is_own => Color::LightMagenta,
        Hue::Violet => Color::Magenta,
    })
}

/// The colors of each tone; `None` is the terminal's own.
const fn full(hue: Hue, tone: Tone) -> Option<(u8, u8, u8)> {
    let [auto, dark, light, contrast] = match hue {
        Hue::Plain => {
            return if matches!(tone, Tone::Contrast) {
                Some((255, 255, 255))
            } else {
                None
            };
        }
        Hue::Gray => [
            (0x77, 0x77, 0x77),
            (0xa8, 0xa8, 0xa8),
            (0x5a, 0x5a, 0x5a),
            (0xd0, 0xd0, 0xd0),
        ],
        Hue::Blue => [
            (0x2f, 0x6f, 0xee),
            (0x7a, 0xa8, 0xff),
            (0x1a, 0x4f, 0xc4),
            (0x8f, 0xd3, 0xff),
        ],
        Hue::Green => [
            (0x0b, 0x89, 0x35),
            (0x6c, 0xc9, 0x6c),
            (0x0a, 0x66, 0x28),
            (0x7d, 0xf5, 0x8c),
        ],
        Hue::Orange => [
            (0xbd, 0x58, 0x0f),
            (0xf0, 0xa0, 0x50),
            (0x94, 0x42, 0x06),
            (0xff, 0xc8, 0x6b),
        ],
        Hue::Red => [
            (0xe7, 0x13, 0x13),
            (0xff, 0x8a, 0x80),
            (0xb0, 0x0c, 0x0c),
            (0xff, 0x9d, 0x9d),
        ],
        Hue::Teal => [
            (0x0b, 0x84, 0x7a),
            (0x4f, 0xc9, 0xbd),
            (0x06, 0x63, 0x5b),
            (0x74, 0xf0, 0xe3),
        ],
        Hue::Violet => [
            (0x89, 0x55, 0xf1),
            (0xb8, 0x9c, 0xff),
            (0x63, 0x30, 0xcc),
            (0xd3, 0xbd, 0xff),
        ],
    };
    Some(match tone {
        Tone::Auto => auto,
        Tone::Dark => dark,
        Tone::Light => light,
        Tone::Contrast => contrast,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.2 defines them.
    fn contrast(left: (u8, u8, u8), right: (u8, u8, u8)) -> f64 {
        let luminance = |(red, green, blue): (u8, u8, u8)| {
            let linear = |channel: u8| {
                let value = f64::from(channel) / 255.0;
                if value <= 0.040_45 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        };
        let (left, right) = (luminance(left), luminance(right));
        (left.max(right) + 0.05) / (left.min(right) + 0.05)
    }

    const BLACK: (u8, u8, u8) = (0, 0, 0);
    const WHITE: (u8, u8, u8) = (255, 255, 255);
    const USUAL_DARK: (u8, u8, u8) = (0x1e, 0x1e, 0x1e);
    const USUAL_LIGHT: (u8, u8, u8) = (0xfa, 0xfa, 0xfa);

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

    #[test]
    fn every_color_reads_on_the_backgrounds_its_tone_is_meant_for() {
        for tone in Tone::ALL {
            let (grounds, least): (&[(u8, u8, u8)], f64) = match tone {
                Tone::Auto => (&[BLACK, WHITE], 4.45),
                Tone::Dark => (&[BLACK, USUAL_DARK], 4.5),
                Tone::Light => (&[WHITE, USUAL_LIGHT], 4.5),
                Tone::Contrast => (&[BLACK], 7.0),
            };
            let look = Look {
                tone,
                ..Look::default()
            };
            for paint in Paint::all() {
                if let Some(Color::Rgb(red, green, blue)) = look.style(paint).fg {
                    for ground in grounds {
                        let found = contrast((red, green, blue), *ground);
                        assert!(found >= least, "{tone} {paint:?} on {ground:?}: {found:.2}");
                    }
                }
            }
        }
    }

    #[test]
    fn without_colors_there_is_no_color() {
        for tone in Tone::ALL {
            let look = Look {
                tone,
                depth: Depth::Mono,
                ..Look::default()
            };
            for paint in Paint::all() {
                let style = look.style(paint);
                assert_eq!((style.fg, style.bg), (None, None), "{paint:?}");
            }
        }
    }

    #[test]
    fn sixteen_colors_are_named_and_never_painted() {
        let look = Look {
            depth: Depth::Sixteen,
            ..Look::default()
        };
        for paint in Paint::all() {
            assert!(!matches!(
                look.style(paint).fg,
                Some(Color::Rgb(..) | Color::Indexed(_))
            ));
        }
    }
}
