//! A list that scrolls: which item comes first so that the chosen one is in sight, and a bar that says where we are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::{Look, Paint, Sign};

/// Which item is chosen, and which one is drawn first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The place of the item that is chosen.
    pub at: usize,
}

impl Cursor {
    /// Moves by so many items, and stops at both ends.
    pub fn step(&mut self, by: isize, count: usize) {
        let last = count.saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }

    /// Goes to an item.
    pub fn go(&mut self, at: usize, count: usize) {
        self.at = at.min(count.saturating_sub(1));
    }
}

/// The place of the chosen one among these, which are in order; where it is gone, of the one that stood behind it.
pub fn place<I: Ord>(ids: &[I], chosen: Option<I>) -> usize {
    let found = chosen.map_or(0, |chosen| ids.partition_point(|id| *id < chosen));
    found.min(ids.len().saturating_sub(1))
}

/// Chooses the one so many places further, and stops at both ends.
pub fn step<I: Ord + Copy>(ids: &[I], chosen: &mut Option<I>, by: isize) {
    let last = ids.len().saturating_sub(1);
    let at = place(ids, *chosen).saturating_add_signed(by).min(last);
    *chosen = ids.get(at).copied();
}

/// The first item to draw and how many are at least partly in sight, so that the chosen one is whole if it fits.
/// Looks only at the items near the chosen one, so a list of any length costs the same.
#[must_use]
pub fn window(at: usize, count: usize, rows: u16, height: impl Fn(usize) -> u16) -> (usize, usize) {
    if count == 0 || rows == 0 {
        return (0, 0);
    }
    let at = at.min(count - 1);
    // As many before the chosen one as fill two thirds of the rows, so that what comes next is seen too.
    let mut used = height(at).min(rows);
    let mut first = at;
    let above = (rows / 3).saturating_mul(2);
    while first > 0 {
        let more = height(first - 1);
        if used.saturating_add(more) > above.max(height(at)) {
            break;
        }
        used = used.saturating_add(more);
        first -= 1;
    }
    let mut shown = at - first + 1;
    while first + shown < count && used < rows {
        used = used.saturating_add(height(first + shown));
        shown += 1;
    }
    // At the end of the list there may be room left above.
    while first > 0 && first + shown == count {
        let more = height(first - 1);
        if used.saturating_add(more) > rows {
            break;
        }
        used = used.saturating_add(more);
        first -= 1;
        shown += 1;
    }
    (first, shown)
}

/// Draws where in a list we are, in the last column of the area; nothing when all of it is in sight.
pub fn scrollbar(
    first: usize,
    shown: usize,
    count: usize,
    area: Rect,
    buf: &mut Buffer,
    look: Look,
) {
    if shown >= count || area.is_empty() {
        return;
    }
    let rows = usize::from(area.height);
    let size = (rows * shown / count).clamp(1, rows);
    let most = count - shown;
    let top = (rows - size) * first.min(most) / most;
    for row in 0..area.height {
        let is_thumb = (top..top + size).contains(&usize::from(row));
        let sign = if is_thumb { Sign::Thumb } else { Sign::Track };
        let (x, y) = (area.right() - 1, area.y + row);
        buf.set_stringn(x, y, look.sign(sign), 1, look.style(Paint::Frame));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_item_is_always_in_sight_and_no_row_is_wasted_at_the_end() {
        for count in 1..20 {
            for at in 0..count {
                let (first, shown) = window(at, count, 6, |_| 2);
                assert!(
                    (first..first + shown).contains(&at),
                    "{at} of {count}: {first} {shown}"
                );
                assert!(shown >= count.min(3), "{at} of {count}: {first} {shown}");
            }
        }
        assert_eq!(window(0, 0, 5, |_| 1), (0, 0));
        assert_eq!(window(3, 9, 1, |_| 4), (3, 1));
    }

    #[test]
    fn what_is_chosen_stays_chosen_while_others_come_and_go() {
        let mut chosen = None;
        step(&[2, 4, 6], &mut chosen, 1);
        assert_eq!((chosen, place(&[1, 2, 3, 4], chosen)), (Some(4), 3));
        assert_eq!(place(&[2, 6], chosen), 1);
        assert_eq!(place(&[2], chosen), 0);
        step(&[], &mut chosen, -1);
        assert_eq!(chosen, None);
    }

    #[test]
    fn the_thumb_is_at_the_top_first_and_at_the_bottom_last() {
        let area = Rect::new(0, 0, 1, 5);
        for (first, row) in [(0, 0), (90, 4)] {
            let mut buf = Buffer::empty(area);
            scrollbar(first, 10, 100, area, &mut buf, Look::default());
            assert_eq!(buf[(0, row)].symbol(), Look::default().sign(Sign::Thumb));
        }
    }
}
