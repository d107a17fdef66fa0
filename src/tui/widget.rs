//! The pieces screens are made of. Each draws what it is given into an area and decides nothing.

pub mod bar;
pub mod big;
pub mod card;
pub mod chips;
pub mod column;
pub mod heat;
pub mod highlight;
pub mod list;
pub mod prose;
pub mod qr;
pub mod rail;
pub mod tabs;

#[cfg(test)]
mod canvas;

use ratatui::layout::Rect;

/// Returns what is left of an area below its first `rows`.
#[must_use]
pub fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y.saturating_add(rows),
        height: area.height - rows,
        ..area
    }
}

/// Takes the first `rows` off an area, and returns them.
pub fn take(area: &mut Rect, rows: u16) -> Rect {
    let taken = Rect {
        height: rows.min(area.height),
        ..*area
    };
    *area = below(*area, rows);
    taken
}

/// Returns what is left of an area after its first `columns`.
#[must_use]
pub fn after(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect {
        x: area.x.saturating_add(columns),
        width: area.width - columns,
        ..area
    }
}
