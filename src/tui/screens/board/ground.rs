//! Where everything on the board stands. Drawing and the mouse ask the same, so that a click hits what is seen.

use ratatui::layout::Rect;

use crate::tui::widget::list;

/// The least cells a column takes, with the one that sets it apart.
const COLUMN: u16 = 12;
/// Rows of the head of a column: its key and count, two for its name, and a rule.
pub(in crate::tui::screens) const HEAD: u16 = 4;
/// From this many rows on a column shows cards of several rows.
const ROOMY: u16 = 14;
/// The narrowest and the widest the queue is.
const QUEUE: (u16, u16) = (18, 44);

/// The parts of the facilitator's board.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground {
    /// How far the group is.
    pub(super) progress: Rect,
    /// What waits.
    pub(super) queue: Rect,
    /// The chosen card.
    pub(super) card: Rect,
    /// The columns.
    pub(super) columns: Columns,
}

/// The columns that fit.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui::screens) struct Columns {
    area: Rect,
    /// The first column that is shown.
    pub(in crate::tui::screens) first: usize,
    /// How many are shown.
    pub(in crate::tui::screens) shown: usize,
    /// How many there are.
    pub(in crate::tui::screens) count: usize,
}

/// What is left of an area below so many rows.
pub(in crate::tui::screens) fn under(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// A cell of air on both sides.
pub(in crate::tui::screens) fn airy(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1).min(area.right()),
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// What is left of a place to the right of so many cells.
pub(in crate::tui::screens) fn right_of(place: Rect, cells: u16) -> Rect {
    let cells = cells.min(place.width);
    Rect {
        x: place.x + cells,
        width: place.width - cells,
        ..place
    }
}

/// The first rows of an area.
pub(in crate::tui::screens) fn top(area: Rect, rows: u16) -> Rect {
    Rect {
        height: rows.min(area.height),
        ..area
    }
}

impl Ground {
    /// Divides an area; the column that takes the keys is in sight.
    pub(super) fn of(area: Rect, count: usize, focus: usize) -> Self {
        let area = airy(area);
        let above = match area.height {
            0..16 => area.height / 3,
            16..22 => 9,
            22..28 => 11,
            28..40 => 13,
            40.. => 14,
        };
        let upper = top(under(area, 2), above);
        let queue_width = (area.width / 3).clamp(QUEUE.0, QUEUE.1).min(area.width);
        let card_left = queue_width.saturating_add(3).min(area.width);
        Self {
            progress: top(area, 1),
            queue: Rect {
                width: queue_width,
                ..upper
            },
            card: Rect {
                x: upper.x + card_left,
                width: upper.width - card_left,
                ..upper
            },
            columns: Columns::of(under(area, above.saturating_add(3)), count, focus),
        }
    }
}

impl Columns {
    /// As many columns of the same width as fit, the one with this number among them.
    pub(in crate::tui::screens) fn of(area: Rect, count: usize, focus: usize) -> Self {
        let fitting = usize::from(area.width.saturating_add(1) / COLUMN).max(1);
        let shown = fitting.min(count);
        let first = (focus + 1).saturating_sub(shown).min(count - shown);
        Self {
            area,
            first,
            shown,
            count,
        }
    }

    /// Where a column stands, with its head; nothing where it is not shown.
    pub(in crate::tui::screens) fn place(&self, column: usize) -> Option<Rect> {
        let at = column
            .checked_sub(self.first)
            .filter(|at| *at < self.shown)?;
        let count = u16::try_from(self.shown).ok()?;
        let at = u16::try_from(at).ok()?;
        let width = self.area.width.saturating_add(1).checked_div(count)?;
        let left = at.saturating_mul(width).min(self.area.width);
        Some(Rect {
            x: self.area.x + left,
            width: width.saturating_sub(1).min(self.area.width - left),
            ..self.area
        })
    }

    /// The columns that are shown, each with its place.
    pub(in crate::tui::screens) fn places(&self) -> impl Iterator<Item = (usize, Rect)> + '_ {
        let shown = self.first..self.first + self.shown;
        shown.filter_map(|column| Some((column, self.place(column)?)))
    }

    /// The most rows the text of a card takes.
    pub(in crate::tui::screens) const fn card_rows(&self) -> u16 {
        if self.area.height >= ROOMY + HEAD {
            3
        } else {
            1
        }
    }
}

/// Which part of a list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::screens) enum Part {
    /// The one that lets this item be seen.
    Around(usize),
    /// The one that begins with this item.
    From(usize),
}

/// Where the items of a list stand, as far as they are shown.
pub(in crate::tui::screens) fn rows<T>(
    items: &[T],
    part: Part,
    area: Rect,
    height: impl Fn(&T) -> u16,
) -> Vec<(usize, &T, Rect)> {
    let tall = |index: usize| items.get(index).map_or(1, &height);
    let first = match part {
        Part::Around(at) => list::window(at, items.len(), area.height, tall).0,
        Part::From(first) => first.min(items.len().saturating_sub(1)),
    };
    let mut y = area.y;
    let mut found = Vec::new();
    for (index, item) in items.iter().enumerate().skip(first) {
        if y >= area.bottom() {
            break;
        }
        let height = tall(index).min(area.bottom() - y);
        found.push((index, item, Rect { y, height, ..area }));
        y += height;
    }
    found
}
