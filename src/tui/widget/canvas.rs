//! A buffer to try widgets on: what was drawn as text, and every area a terminal can have.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::Look;

/// Returns the lines that `draw` leaves on an area of this size, without the spaces at their ends.
pub(super) fn drawn(width: u16, height: u16, draw: impl FnOnce(&mut Buffer, Rect)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    draw(&mut buf, area);
    let rows = buf.content.chunks(usize::from(width.max(1)));
    let lines = rows.map(|row| {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            if covered == 0 {
                line.push_str(cell.symbol());
                covered = usize::from(super::prose::width(cell.symbol())).max(1);
            }
            covered -= 1;
        }
        line.trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Draws on every area up to 30 by 12, at the origin and where it hangs over the edge, in both alphabets; what is
/// drawn may not leave its area, and is ASCII where that is asked.
pub(super) fn on_any_area(mut draw: impl FnMut(&mut Buffer, Rect, Look)) {
    for ascii in [false, true] {
        let look = Look {
            ascii,
            ..Look::default()
        };
        for width in 0..=30 {
            for height in 0..=12 {
                for (x, y) in [(0, 0), (3, 2), (29, 11)] {
                    let mut buf = Buffer::empty(Rect::new(0, 0, 31, 13));
                    let area = Rect::new(x, y, width, height);
                    draw(&mut buf, area, look);
                    for (index, cell) in buf.content.iter().enumerate() {
                        let is_inside = area.contains(buf.pos_of(index).into());
                        assert!(is_inside || cell.symbol() == " ", "outside {area}");
                        assert!(!ascii || cell.symbol().is_ascii(), "{}", cell.symbol());
                    }
                }
            }
        }
    }
}
