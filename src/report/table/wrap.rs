//! Breaking text into lines by the cells it takes on a terminal. Nothing is ever cut off: a word that is wider than
//! the line goes on in the next one.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The lines of a text, none wider than `width` cells. Breaks at spaces and after hyphens where it can; a no-break
/// space holds. A single character that is wider than the line stands alone.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    text.split('\n')
        .flat_map(|line| wrap_line(line, width))
        .collect()
}

/// The widest line of a text, in cells.
pub(super) fn widest_line(text: &str) -> usize {
    text.split('\n')
        .map(UnicodeWidthStr::width)
        .max()
        .unwrap_or(0)
}

/// The widest piece of a text that breaks nowhere, in cells.
pub(super) fn widest_piece(text: &str) -> usize {
    text.split([' ', '\n'])
        .flat_map(pieces)
        .map(UnicodeWidthStr::width)
        .max()
        .unwrap_or(0)
}

fn wrap_line(line: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for (index, word) in line.split(' ').enumerate() {
        let mut gap = usize::from(index > 0 && used > 0);
        for piece in pieces(word) {
            if used > 0 && used + gap + piece.width() > width {
                lines.push(String::new());
                used = 0;
                gap = 0;
            }
            if let Some(last) = lines.last_mut().filter(|_| gap > 0) {
                last.push(' ');
                used += gap;
                gap = 0;
            }
            used = append(&mut lines, used, piece, width);
        }
    }
    lines
}

/// Adds a piece to the last line, and goes on in new lines where it is wider than what is left.
fn append(lines: &mut Vec<String>, mut used: usize, piece: &str, width: usize) -> usize {
    for grapheme in piece.graphemes(true) {
        if used > 0 && used + grapheme.width() > width {
            lines.push(String::new());
            used = 0;
        }
        if let Some(last) = lines.last_mut() {
            last.push_str(grapheme);
        }
        used += grapheme.width();
    }
    used
}

/// A word in the pieces between which it may break: after a hyphen that has something on both sides.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let inner = rest.char_indices().skip(1);
        let cut = inner
            .zip(rest.chars().skip(2))
            .find(|((_, hyphen), next)| *hyphen == '-' && next.is_alphabetic())
            .and_then(|((at, _), _)| rest.split_at_checked(at + 1));
        let (piece, after) = cut.unwrap_or((rest, ""));
        rest = after;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_after_hyphens() {
        assert_eq!(
            wrap("verantwoorde mens-systeeminteractie", 17),
            ["verantwoorde", "mens-", "systeeminteractie"]
        );
        assert_eq!(wrap("a b c", 3), ["a b", "c"]);
        assert_eq!(wrap("mens-machine x", 14), ["mens-machine x"]);
        assert_eq!(wrap("- een -punt", 40), ["- een -punt"]);
    }

    #[test]
    fn a_word_wider_than_the_line_goes_on_in_the_next() {
        assert_eq!(wrap("ab cdefgh i", 3), ["ab", "cde", "fgh", "i"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("een\n\ntwee", 9), ["een", "", "twee"]);
    }

    #[test]
    fn width_is_counted_in_cells_and_characters_stay_whole() {
        assert_eq!(wrap("日本語", 4), ["日本", "語"]);
        assert_eq!(wrap("日本", 1), ["日", "本"]);
        assert_eq!(wrap("e\u{301}e\u{301}", 1), ["e\u{301}", "e\u{301}"]);
        assert_eq!(widest_line("日本\na"), 4);
        assert_eq!(widest_piece("levenslang leren\nmens-machine"), 10);
    }
}
