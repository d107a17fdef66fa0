//! A cell for each theme and one for none of them, beside and below each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::notes::{self, Note};
use crate::tui::look::Paint;
use crate::tui::look::Sign;
use crate::tui::scene::Scene;
use crate::tui::widget::bar::theme_key;
use crate::tui::widget::{after, below, prose};
use crate::workshop::entry::Place;

/// The columns between two cells.
const GAP: u16 = 3;
/// From so many columns on, a cell stands beside the next one.
const NARROWEST: u16 = 22;
/// The most cells beside each other.
const MOST: u16 = 6;

/// One place with what stands under it.
pub(super) struct Cell<'a> {
    /// Its place in the plan.
    pub(super) index: usize,
    /// What it is called.
    pub(super) title: &'a str,
    /// A line of its own under the title.
    pub(super) line: Option<&'a str>,
    /// How many things stand under it.
    pub(super) count: usize,
}

/// The places of the plan in their order, none of them last, and what each is called.
pub(super) fn places<'a>(scene: &Scene<'a>, none: &'a str) -> Vec<(Place, &'a str)> {
    let themes = scene.view.plan().themes.iter();
    themes
        .map(|theme| (Place::Theme(theme.id.clone()), scene.read(&theme.title)))
        .chain([(Place::None, none)])
        .collect()
}

/// Draws the cells; `note` makes what stands under one of them.
pub(super) fn draw(
    scene: &Scene<'_>,
    cells: &[Cell<'_>],
    note: impl Fn(usize, usize) -> Option<Note>,
    area: Rect,
    buf: &mut Buffer,
) {
    let count = u16::try_from(cells.len()).unwrap_or(u16::MAX);
    if count == 0 || area.is_empty() {
        return;
    }
    let fitting = (area.width.saturating_add(GAP) / (NARROWEST + GAP)).clamp(1, MOST);
    let rows = count.div_ceil(fitting);
    let columns = count.div_ceil(rows);
    let width = (area.width.saturating_add(GAP) / columns).saturating_sub(GAP);
    let height = area.height / rows;
    for (index, cell) in (0_u16..).zip(cells) {
        let (row, column) = (index / columns, index % columns);
        let corner = after(
            below(area, row.saturating_mul(height)),
            column.saturating_mul(width + GAP),
        );
        let air = u16::from(height > 3 && row + 1 < rows);
        let place = Rect {
            width: width.min(corner.width),
            height: height.min(corner.height).saturating_sub(air),
            ..corner
        };
        let under = draw_head(scene, cell, place, buf);
        let note = |at: usize| note(usize::from(index), at);
        notes::draw_latest(scene, cell.count, note, under, buf);
    }
}

/// Draws the key, the name and the count of a place, and answers what is left below.
fn draw_head(scene: &Scene<'_>, cell: &Cell<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    let look = scene.look;
    let style = look.style(Paint::Theme(cell.index)).bold();
    let count = cell.count.to_string();
    let room = area
        .width
        .saturating_sub(prose::width(&count).saturating_add(1));
    let title = format!("{} {}", theme_key(cell.index), cell.title);
    prose::put(buf, area, &prose::cut(&title, room, look), style);
    prose::put_right(buf, area, &count, look.style(Paint::Strong));
    let mut rest = below(area, 1);
    if area.height > 3 {
        let rule = look.sign(Sign::Rule).repeat(usize::from(area.width));
        prose::put(buf, rest, &rule, look.style(Paint::Theme(cell.index)));
        rest = below(rest, 1);
    }
    if let Some(line) = cell.line.filter(|_| rest.height > 1) {
        let line = prose::cut(line, rest.width, look);
        prose::put(buf, rest, &line, look.style(Paint::Quiet));
        rest = below(rest, 1);
    }
    rest
}
