//! Words and clocks in letters of several rows, for the back of the room.
//!
//! The letters are made of dots, as large as the area allows. What does not fit at any size, or has characters the
//! font lacks, is drawn as ordinary bold text.

mod font;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use self::font::{Glyph, HEIGHT, glyphs};
use super::prose::{put, width, wrap};
use super::{after, below};
use crate::tui::look::Look;

/// Where the lines of a big text stand in their area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// From the left edge.
    Left,
    /// In the middle.
    Middle,
    /// Against the right edge.
    Right,
}

/// How large a dot is: its cells across, and its half cells down.
type Dot = (usize, usize);

/// The sizes, the largest first.
const DOTS: &[Dot] = &[(4, 4), (2, 2), (1, 1)];
/// The sizes for ASCII, which has no half cells.
const ASCII_DOTS: &[Dot] = &[(4, 4), (2, 2), (1, 2)];

/// Writes what is left of a timer, with a minus once the time is over.
pub fn clock(seconds_left: i64) -> String {
    let sign = if seconds_left < 0 { "-" } else { "" };
    let seconds = seconds_left.unsigned_abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{sign}{minutes}:{seconds:02}")
    }
}

/// Tells whether a text fits in big letters.
pub fn fits(text: &str, area: Rect, look: Look) -> bool {
    set(text, area, look).is_some()
}

/// Draws a text as large as the area allows, and returns how many rows it took.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, style: Style, side: Side, look: Look) -> u16 {
    let area = area.intersection(buf.area);
    match set(text, area, look) {
        Some((page, dot)) => draw_dots(buf, area, &page, dot, style, side, look),
        None => draw_plain(buf, area, text, style, side),
    }
}

/// One line of letters, as rows of dots of one length.
struct Setting {
    dots: Vec<Vec<bool>>,
}

/// Sets a text in the largest dots with which it fits.
fn set(text: &str, area: Rect, look: Look) -> Option<(Vec<Setting>, Dot)> {
    let paragraphs: Option<Vec<Vec<Vec<Glyph>>>> = text
        .split('\n')
        .map(|line| line.split_whitespace().map(glyphs).collect())
        .collect();
    let paragraphs = paragraphs?;
    let dots = if look.ascii { ASCII_DOTS } else { DOTS };
    dots.iter().find_map(|&dot| {
        let columns = usize::from(area.width) / dot.0;
        let mut lines = Vec::new();
        for words in &paragraphs {
            lines.extend(broken(words, columns)?);
        }
        let page: Vec<Setting> = lines.iter().map(|line| Setting::of(line)).collect();
        let rows = height(&page) * dot.1;
        (rows > 0 && rows.div_ceil(2) <= usize::from(area.height)).then_some((page, dot))
    })
}

/// Breaks words into lines of so many dots, or returns `None` when a word is wider.
fn broken(words: &[Vec<Glyph>], columns: usize) -> Option<Vec<Vec<Glyph>>> {
    let space = glyphs(" ")?;
    let mut lines: Vec<Vec<Glyph>> = Vec::new();
    for word in words {
        if across(word) > columns {
            return None;
        }
        match lines.last_mut() {
            Some(line) if across(line) + across(&space) + across(word) + 2 <= columns => {
                line.extend(&space);
                line.extend(word);
            }
            _ => lines.push(word.clone()),
        }
    }
    Some(lines)
}

/// Measures letters in dots, with one between each two.
fn across(letters: &[Glyph]) -> usize {
    let dots: usize = letters.iter().map(|letter| letter.width() + 1).sum();
    dots.saturating_sub(1)
}

/// Counts the rows of dots, with one between each two lines.
fn height(page: &[Setting]) -> usize {
    let rows: usize = page.iter().map(|line| line.dots.len() + 1).sum();
    rows.saturating_sub(1)
}

impl Setting {
    fn of(letters: &[Glyph]) -> Self {
        let above = usize::from(letters.iter().any(|letter| !letter.accent.is_empty()));
        let under = usize::from(letters.iter().any(|letter| !letter.tail.is_empty()));
        let mut dots = vec![vec![false; across(letters)]; above + HEIGHT + under];
        let mut left = 0;
        for letter in letters {
            // A wide letter wears its accent in its middle.
            let inset = letter.width().saturating_sub(3) / 2;
            let rows = letter.rows().map(|row| (0, row));
            let accent = std::iter::once((inset, letter.accent)).take(above);
            let tail = std::iter::once((inset, letter.tail)).take(under);
            for (line, (inset, row)) in dots.iter_mut().zip(accent.chain(rows).chain(tail)) {
                let place = line.iter_mut().skip(left + inset);
                for (dot, drawn) in place.zip(row.bytes()) {
                    *dot = drawn == b'#';
                }
            }
            left += letter.width() + 1;
        }
        Self { dots }
    }
}

fn draw_dots(
    buf: &mut Buffer,
    area: Rect,
    page: &[Setting],
    (across, down): Dot,
    style: Style,
    side: Side,
    look: Look,
) -> u16 {
    let rows = (height(page) * down).div_ceil(2);
    let mut lines: Vec<(u16, &[bool])> = Vec::with_capacity(height(page));
    for line in page {
        let wide = line.dots.first().map_or(0, Vec::len) * across;
        let left = indent(area, wide, side);
        lines.extend(line.dots.iter().map(|dots| (left, dots.as_slice())));
        lines.push((left, &[]));
    }
    let is_set = |half: usize, column: usize| {
        let line = lines.get(half / down);
        line.is_some_and(|(left, dots)| {
            let place = column.checked_sub(usize::from(*left));
            place.and_then(|place| dots.get(place / across)) == Some(&true)
        })
    };
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height);
    for row in 0..rows {
        for column in 0..area.width {
            let (half, across) = (usize::from(row) * 2, usize::from(column));
            let symbol = match (is_set(half, across), is_set(half + 1, across)) {
                (false, false) => continue,
                _ if look.ascii => "#",
                (true, true) => "█",
                (true, false) => "▀",
                (false, true) => "▄",
            };
            put(buf, after(below(area, row), column), symbol, style);
        }
    }
    rows
}

fn draw_plain(buf: &mut Buffer, area: Rect, text: &str, style: Style, side: Side) -> u16 {
    let mut rows = 0;
    for line in wrap(text, area.width) {
        if rows == area.height {
            break;
        }
        let left = indent(area, usize::from(width(&line)), side);
        put(buf, after(below(area, rows), left), &line, style.bold());
        rows += 1;
    }
    rows
}

/// How many cells stand before a line of so many.
fn indent(area: Rect, wide: usize, side: Side) -> u16 {
    let wide = u16::try_from(wide).unwrap_or(u16::MAX);
    let free = area.width.saturating_sub(wide);
    match side {
        Side::Left => 0,
        Side::Middle => free / 2,
        Side::Right => free,
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::super::canvas::{drawn, on_any_area};
    use super::*;

    fn shown(text: &str, width: u16, height: u16, ascii: bool) -> String {
        let look = Look {
            ascii,
            ..Look::default()
        };
        let shown = drawn(width, height, |buf, area| {
            draw(buf, area, text, Style::new(), Side::Left, look);
        });
        shown.trim_end().to_owned()
    }

    #[test]
    fn a_timer_counts_down_and_past_the_end() {
        assert_eq!(clock(481), "8:01");
        assert_eq!(clock(0), "0:00");
        assert_eq!(clock(-12), "-0:12");
        assert_eq!(clock(3725), "1:02:05");
        assert_eq!(clock(i64::MIN), "-2562047788015215:30:08");
    }

    #[test]
    fn a_clock_is_as_large_as_its_area_allows() {
        assert_snapshot!(shown("-12:40", 40, 3, false), @r"
            ▄█  ▀▀█ ▄ █ █ █▀█
        ▀▀▀  █  █▀▀ ▄ ▀▀█ █ █
            ▀▀▀ ▀▀▀     ▀ ▀▀▀
        ");
        assert_snapshot!(shown("8:01", 40, 5, false), @r"
        ██████      ██████    ██
        ██  ██  ██  ██  ██  ████
        ██████      ██  ██    ██
        ██  ██  ██  ██  ██    ██
        ██████      ██████  ██████
        ");
        assert_snapshot!(shown("8:01", 24, 5, true), @r"
        ###   ###  #
        # # # # # ##
        ###   # #  #
        # # # # #  #
        ###   ### ###
        ");
    }

    #[test]
    fn a_prompt_is_set_in_lines_with_its_accents() {
        assert_snapshot!(shown("Wat heb jij nodig, één keer?", 46, 20, false), @r"
        █   █ ▄▀▄ ▀█▀   █ █ █▀▀ █▀▄     █ ▀█▀   █
        █▄▀▄█ █▀█  █    █▀█ █▀  █▀▄   ▄ █  █  ▄ █
        ▀   ▀ ▀ ▀  ▀    ▀ ▀ ▀▀▀ ▀▀     ▀  ▀▀▀  ▀
        ▄  ▄ ▄▄▄ ▄▄  ▄▄▄  ▄▄     ▄▄█ ▄▄█ ▄  ▄
        █▀▄█ █ █ █ █  █  █ ▄     █▄  █▄  █▀▄█
        █  █ █▄█ █▄▀ ▄█▄ ▀▄█ ▄   █▄▄ █▄▄ █  █
                             ▀
        █ █ █▀▀ █▀▀ █▀▄ ▀▀█
        █▀▄ █▀  █▀  █▀▄  ▀▀
        ▀ ▀ ▀▀▀ ▀▀▀ ▀ ▀  ▀
        ");
        assert_snapshot!(shown("Ça va?", 40, 10, true), @r"
         ##  #    # #  #  ###
        #   # #   # # # #   #
        #   ###   # # ###  ##
        #   # #   # # # #
         ## # #    #  # #  #
         ##
        ");
    }

    #[test]
    fn what_does_not_fit_is_ordinary_text() {
        let area = Rect::new(0, 0, 20, 4);
        assert!(fits("kans", area, Look::default()));
        assert!(!fits("arbeidsveiligheid", area, Look::default()));
        assert!(!fits("日本", area, Look::default()));
        assert!(!fits("", area, Look::default()));
        assert_eq!(
            shown("arbeidsveiligheid eerst", 20, 4, false),
            "arbeidsveiligheid\neerst"
        );
    }

    #[test]
    fn a_line_stands_where_it_is_asked_to() {
        for (side, first) in [(Side::Left, 0), (Side::Middle, 8), (Side::Right, 17)] {
            let shown = drawn(20, 3, |buf, area| {
                draw(buf, area, "H", Style::new(), side, Look::default());
            });
            let row = shown.lines().next().unwrap_or_default();
            assert_eq!(row.find('█'), Some(first), "{shown}");
        }
    }

    #[test]
    fn big_letters_are_drawn_on_any_area() {
        on_any_area(|buf, area, look| {
            let side = Side::Middle;
            let rows = draw(buf, area, "Een kans\n3, 2", Style::new(), side, look);
            assert!(rows <= area.height);
        });
    }
}
