//! A link as a QR code, for a phone's camera: dark modules on light ones, with a quiet zone, in any terminal.

use qrcode::{EcLevel, QrCode};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::{after, below};
use crate::tui::look::{Depth, Look, Tone};

/// How many light modules surround the code. The standard asks for four; cameras do with two, and rows are scarce.
const QUIET: usize = 2;

/// A code, made once for its text and kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    side: usize,
    dark: Vec<bool>,
}

impl Code {
    /// Encodes a text in the smallest code that holds it, or returns `None` when none does.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
        Some(Self {
            side: code.width(),
            dark: code
                .to_colors()
                .into_iter()
                .map(|module| module.select(true, false))
                .collect(),
        })
    }

    /// Returns how many columns and rows the code takes.
    pub fn size(&self, look: Look) -> (u16, u16) {
        let side = self.side + 2 * QUIET;
        let (columns, rows) = if look.ascii {
            (side * 2, side)
        } else {
            (side, side.div_ceil(2))
        };
        let cells = |count| u16::try_from(count).unwrap_or(u16::MAX);
        (cells(columns), cells(rows))
    }

    /// Draws the code in the corner of an area and tells whether it fits; a part of it would be of no use.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, look: Look) -> bool {
        let area = area.intersection(buf.area);
        let (columns, rows) = self.size(look);
        if columns > area.width || rows > area.height {
            return false;
        }
        for row in 0..rows {
            for column in 0..columns {
                let place = after(below(area, row), column);
                let (x, y) = (usize::from(column), usize::from(row));
                let (symbol, style) = if look.ascii {
                    (" ", space(look, self.is_dark(x / 2, y)))
                } else {
                    halves(look, self.is_dark(x, 2 * y), self.is_dark(x, 2 * y + 1))
                };
                let cell = &mut buf[(place.x, place.y)];
                cell.reset();
                cell.set_symbol(symbol).set_style(style);
            }
        }
        true
    }

    /// Tells whether a module is dark, counted from the corner of the quiet zone; around the code all is light.
    fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = |place: usize| place.checked_sub(QUIET).filter(|&place| place < self.side);
        let module = inside(x).zip(inside(y));
        module.is_some_and(|(x, y)| self.dark.get(y * self.side + x) == Some(&true))
    }
}

/// One cell with two modules, one above the other.
fn halves(look: Look, upper: bool, lower: bool) -> (&'static str, Style) {
    if let Some([dark, light]) = inks(look) {
        let ink = |is_dark| if is_dark { dark } else { light };
        return ("▀", Style::new().fg(ink(upper)).bg(ink(lower)));
    }
    let drawn = |is_dark| is_dark == draws_dark(look);
    let symbol = match (drawn(upper), drawn(lower)) {
        (true, true) => "█",
        (true, false) => "▀",
        (false, true) => "▄",
        (false, false) => " ",
    };
    (symbol, Style::new())
}

/// Half a module, as a space that is painted.
fn space(look: Look, is_dark: bool) -> Style {
    match inks(look) {
        Some([dark, light]) => Style::new().bg(if is_dark { dark } else { light }),
        None if is_dark == draws_dark(look) => Style::new().add_modifier(Modifier::REVERSED),
        None => Style::new(),
    }
}

/// The black and white of the terminal, where it has any.
fn inks(look: Look) -> Option<[Color; 2]> {
    match look.depth {
        Depth::Mono => None,
        Depth::Sixteen => Some([Color::Black, Color::White]),
        Depth::Full => Some([Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255)]),
    }
}

/// Tells whether what is drawn is darker than what is not: without colors, on a light terminal.
fn draws_dark(look: Look) -> bool {
    look.tone == Tone::Light
}

#[cfg(test)]
mod tests {
    use super::super::canvas::on_any_area;
    use super::*;

    const LINK: &str = "halte://192.168.1.20:7420/K7QF-2M9X#sha256=\
        ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";

    /// Reads the modules back from the buffer as a camera would, light where the cell is light.
    fn scanned(code: &Code, look: Look) -> Vec<Vec<bool>> {
        let (columns, rows) = code.size(look);
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        assert!(code.draw(&mut buf, area, look));
        let is_light = |color: Color| match color {
            Color::Black | Color::Rgb(0, 0, 0) => false,
            Color::White | Color::Rgb(255, 255, 255) => true,
            other => panic!("{other:?}"),
        };
        let mut modules = Vec::new();
        for y in 0..rows {
            let (mut upper, mut lower) = (Vec::new(), Vec::new());
            for x in 0..columns {
                let cell = &buf[(x, y)];
                let ink = match (look.depth, look.ascii) {
                    (Depth::Mono, true) => [cell.modifier.contains(Modifier::REVERSED); 2],
                    (Depth::Mono, false) => match cell.symbol() {
                        "█" => [true, true],
                        "▀" => [true, false],
                        "▄" => [false, true],
                        _ => [false, false],
                    },
                    (_, true) => [is_light(cell.bg); 2],
                    (_, false) => [is_light(cell.fg), is_light(cell.bg)],
                };
                let is_dark =
                    |drawn| (look.depth == Depth::Mono && look.tone == Tone::Light) == drawn;
                upper.push(is_dark(ink[0]));
                lower.push(is_dark(ink[1]));
            }
            if look.ascii {
                modules.push(upper.into_iter().step_by(2).collect());
            } else {
                modules.extend([upper, lower]);
            }
        }
        modules
    }

    #[test]
    fn what_is_drawn_is_the_code_with_a_quiet_zone() {
        let code = Code::of(LINK).unwrap();
        let side = code.side + 2 * QUIET;
        for depth in [Depth::Full, Depth::Sixteen, Depth::Mono] {
            for tone in [Tone::Auto, Tone::Light] {
                for ascii in [false, true] {
                    let look = Look {
                        depth,
                        tone,
                        ascii,
                        large: false,
                    };
                    let modules = scanned(&code, look);
                    for (y, row) in modules.iter().enumerate() {
                        assert_eq!(row.len(), side);
                        for (x, &module) in row.iter().enumerate() {
                            let inner = QUIET..QUIET + code.side;
                            let is_inside = inner.contains(&x) && inner.contains(&y);
                            let expected =
                                is_inside && code.dark[(y - QUIET) * code.side + x - QUIET];
                            assert_eq!(module, expected, "{look:?} {x} {y}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_corners_are_what_a_camera_looks_for() {
        let code = Code::of("halte").unwrap();
        let finder = |x: usize, y: usize| code.dark[y * code.side + x];
        for (left, top) in [(0, 0), (code.side - 7, 0), (0, code.side - 7)] {
            for step in 0..7 {
                assert!(finder(left + step, top) && finder(left, top + step));
            }
            assert!(!finder(left + 1, top + 1) && finder(left + 3, top + 3));
        }
    }

    #[test]
    fn a_link_with_its_fingerprint_fits_a_usual_terminal() {
        let code = Code::of(LINK).unwrap();
        let (columns, rows) = code.size(Look::default());
        assert!(columns <= 80 && rows <= 24, "{columns} x {rows}");
        assert_eq!(Code::of(&"x".repeat(3000)), None);
    }

    #[test]
    fn a_code_is_drawn_wholly_or_not_at_all() {
        let code = Code::of("halte").unwrap();
        on_any_area(|buf, area, look| {
            let (columns, rows) = code.size(look);
            let visible = area.intersection(buf.area);
            let fits = visible.width >= columns && visible.height >= rows;
            assert_eq!(code.draw(buf, area, look), fits);
        });
    }
}
