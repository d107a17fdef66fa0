//! The colors, by what they stand for: which they are on each background, and what is left of them where a terminal has
//! sixteen or none.

use ratatui::style::{Color, Style};

use super::{Depth, Tone};

/// A color by what it stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hue {
    Plain,
    Gray,
    Blue,
    Green,
    Orange,
    Red,
    Teal,
    Violet,
}

impl Hue {
    /// How many colors the themes share; a seventh theme begins again.
    pub(super) const OF_THEMES: usize = 6;

    /// The color of a theme, by its place in the plan.
    pub(super) const fn of_theme(index: usize) -> Self {
        match index % Self::OF_THEMES {
            0 => Self::Blue,
            1 => Self::Teal,
            2 => Self::Green,
            3 => Self::Violet,
            4 => Self::Orange,
            _ => Self::Red,
        }
    }

    /// The style of it on a terminal with these colors and this background.
    pub(super) const fn style(self, depth: Depth, tone: Tone) -> Style {
        let style = Style::new();
        match (depth, tone) {
            (Depth::Mono, _) => style,
            (Depth::Sixteen, tone) => match sixteen(self, tone) {
                Some(color) => style.fg(color),
                None => style,
            },
            (Depth::Full, tone) => match full(self, tone) {
                Some((red, green, blue)) => style.fg(Color::Rgb(red, green, blue)),
                None => style,
            },
        }
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
    use crate::tui::look::{Look, Paint};

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
