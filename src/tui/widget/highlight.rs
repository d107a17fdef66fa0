//! Words underlined where they stand on the screen: what was looked for, or what spoke for a theme.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::text::fold;

/// Underlines these words, folded, wherever they stand in an area. A word that is broken at the end of a row is not.
pub fn underline(words: &[String], area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    for row in area.top()..area.bottom() {
        for word in words {
            underline_row(word, row, area, buf);
        }
    }
}

fn underline_row(word: &str, row: u16, area: Rect, buf: &mut Buffer) {
    let fold_cell = |column: u16| fold(buf[(column, row)].symbol());
    let cells: Vec<(u16, String)> = (area.left()..area.right())
        .map(|column| (column, fold_cell(column)))
        .collect();
    let mut first = 0;
    while let Some(rest) = cells.get(first..) {
        let mut left = word;
        let matching = rest.iter().take_while(|(_, letters)| {
            let is_open = !left.is_empty();
            match left.strip_prefix(letters.as_str()).filter(|_| is_open) {
                Some(behind) if !letters.is_empty() => {
                    left = behind;
                    true
                }
                _ => false,
            }
        });
        let count = matching.count();
        if left.is_empty() {
            for (column, _) in rest.iter().take(count) {
                let cell = &mut buf[(*column, row)];
                cell.set_style(
                    cell.style()
                        .add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
                );
            }
        }
        if rest.is_empty() {
            return;
        }
        first += 1;
    }
}
