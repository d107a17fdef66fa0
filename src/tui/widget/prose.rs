//! Text in cells: how wide it is, where it is cut and where it is wrapped. What a terminal would obey instead of show
//! never comes through.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

use super::{after, below};
use crate::tui::look::{Look, Sign};

/// The cells a text takes.
#[must_use]
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The text as far as it fits, with an ellipsis where something was left out.
#[must_use]
pub fn cut(text: &str, cells: u16, look: Look) -> Cow<'_, str> {
    let cells = usize::from(cells);
    if text.width() <= cells {
        return Cow::Borrowed(text);
    }
    let mark = look.sign(Sign::Ellipsis);
    let Some(room) = cells.checked_sub(mark.width()) else {
        return Cow::Borrowed("");
    };
    let (head, _) = fitting(text, room);
    Cow::Owned(format!("{}{mark}", head.trim_end()))
}

/// The text as lines that fit: broken at spaces, and within a word only when the word is longer than a line. Line
/// breaks and leading spaces stay.
#[must_use]
pub fn wrap(text: &str, cells: u16) -> Vec<Cow<'_, str>> {
    let cells = usize::from(cells.max(1));
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        wrap_line(paragraph, cells, &mut lines);
    }
    lines
}

/// The rows a text takes.
#[must_use]
pub fn height(text: &str, cells: u16) -> u16 {
    u16::try_from(wrap(text, cells).len()).unwrap_or(u16::MAX)
}

/// Draws one line in the first row of an area and returns how many cells it took; what does not fit is left out.
pub fn put(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    let mut at = area.x;
    let mut set = |symbol: &str, wide: usize| {
        let wide = u16::try_from(wide).unwrap_or(u16::MAX);
        if wide > area.right() - at {
            return false;
        }
        if wide > 0 {
            buf[(at, area.y)].set_symbol(symbol).set_style(style);
            for hidden in at + 1..at + wide {
                // A wide symbol covers the next cell, which must hold nothing of an earlier drawing.
                buf[(hidden, area.y)].reset();
                buf[(hidden, area.y)].set_style(style);
            }
            at += wide;
        }
        true
    };
    if text.is_ascii() {
        for (start, byte) in text.bytes().enumerate() {
            let symbol = text.get(start..=start).unwrap_or_default();
            if !set(symbol, usize::from(!byte.is_ascii_control())) {
                break;
            }
        }
    } else {
        for grapheme in text.graphemes(true) {
            if !set(grapheme, cells(grapheme)) {
                break;
            }
        }
    }
    at - area.x
}

/// Draws one line against the right edge of the first row of an area and returns how many cells it took.
pub fn put_right(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let wide = width(text);
    let left = area.width.saturating_sub(wide);
    put(buf, after(area, left), text, style)
}

/// Draws a whole text from the top of an area and returns how many rows it took; what does not fit is left out.
pub fn flow(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let mut rows = 0;
    for line in wrap(text, area.width) {
        if rows >= area.height {
            break;
        }
        put(buf, below(area, rows), &line, style);
        rows += 1;
    }
    rows
}

fn wrap_line<'a>(paragraph: &'a str, cells: usize, lines: &mut Vec<Cow<'a, str>>) {
    let mut rest = paragraph;
    loop {
        if rest.len() <= cells || rest.width() <= cells {
            lines.push(Cow::Borrowed(rest));
            return;
        }
        let (head, tail) = fitting(rest, cells);
        // The space behind what fits belongs to neither line.
        if let Some(tail) = tail.strip_prefix(' ') {
            lines.push(Cow::Borrowed(head));
            rest = tail.trim_start_matches(' ');
            continue;
        }
        match head
            .rsplit_once(' ')
            .filter(|(before, _)| !before.trim().is_empty())
        {
            Some((before, _)) => {
                lines.push(Cow::Borrowed(before.trim_end_matches(' ')));
                rest = rest
                    .get(before.len()..)
                    .unwrap_or_default()
                    .trim_start_matches(' ');
            }
            None if head.is_empty() => {
                // A single character that is wider than the line.
                let first = rest.graphemes(true).next().unwrap_or_default();
                lines.push(Cow::Borrowed(first));
                rest = rest.get(first.len()..).unwrap_or_default();
            }
            None => {
                lines.push(Cow::Borrowed(head));
                rest = tail;
            }
        }
        if rest.is_empty() {
            return;
        }
    }
}

/// Measures one grapheme as the buffer will, and those that are not shown as nothing.
fn cells(grapheme: &str) -> usize {
    let is_shown = !grapheme
        .contains(|scalar: char| scalar.is_control() || matches!(scalar, '\u{2028}' | '\u{2029}'));
    if is_shown {
        usize::from(grapheme.cell_width())
    } else {
        0
    }
}

/// As much of a text as fits, and the rest.
fn fitting(text: &str, cells: usize) -> (&str, &str) {
    if text.is_ascii() {
        return text.split_at_checked(cells).unwrap_or((text, ""));
    }
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > cells {
            return text.split_at_checked(at).unwrap_or((text, ""));
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_break_at_spaces_and_compounds_only_when_they_must() {
        assert_eq!(wrap("een tweede regel", 9), ["een", "tweede", "regel"]);
        assert_eq!(
            wrap("arbeidsongeschiktheidsverzekering", 12),
            [
                "arbeidsongesc".get(..12).expect("cells"),
                "chiktheidsve",
                "rzekering"
            ]
        );
        assert_eq!(wrap("a\n\n  b", 5), ["a", "", "  b"]);
    }

    #[test]
    fn what_is_cut_says_so_and_fits() {
        let look = Look::default();
        assert_eq!(cut("werkvloer", 9, look), "werkvloer");
        assert_eq!(cut("werkvloer", 5, look), "werk…");
        assert_eq!(cut("你好吗", 4, look), "你…");
        assert_eq!(cut("x", 0, look), "");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_it_may_be_and_no_letter_is_lost(text in "[a-zé👩‍🏭你 \n]{0,60}", cells in 2_u16..20) {
            let lines = wrap(&text, cells);
            for line in &lines {
                prop_assert!(width(line) <= cells, "{line:?}");
            }
            let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
