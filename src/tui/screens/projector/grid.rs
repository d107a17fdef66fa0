//! A cell for each theme and one for none of them, beside and below each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::notes::{self, Note};
use crate::tui::look::{Paint, Sign};
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

/// From this height on, what does not fit on a line gets a second one.
const TALL: u16 = 8;

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

impl Cell<'_> {
    fn key(&self) -> String {
        format!("{} ", theme_key(self.index))
    }

    /// Whether its name and its count fit on a line.
    fn fits(&self, width: u16) -> bool {
        let figures = prose::width(&self.key()) + prose::width(&self.count.to_string()) + 1;
        prose::width(self.title).saturating_add(figures) <= width
    }
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
    let is_tall = height > TALL && !cells.iter().all(|cell| cell.fits(width));
    let head_rows = if is_tall { 2 } else { 1 };
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
        let under = draw_head(scene, cell, head_rows, place, buf);
        let note = |at: usize| note(usize::from(index), at);
        notes::draw_latest(scene, cell.count, note, under, buf);
    }
}

/// Draws the key, the name and the count of a place, with so many rows for the name, and answers what is left below.
fn draw_head(scene: &Scene<'_>, cell: &Cell<'_>, rows: u16, area: Rect, buf: &mut Buffer) -> Rect {
    let look = scene.look;
    let style = look.style(Paint::Theme(cell.index));
    let count = cell.count.to_string();
    prose::put_right(buf, area, &count, look.style(Paint::Strong));
    let key = prose::put(buf, area, &cell.key(), style.bold());
    let words = after(area, key);
    let width = words
        .width
        .saturating_sub(prose::width(&count).saturating_add(1));
    draw_lines(
        scene,
        cell.title,
        style.bold(),
        Rect {
            width,
            height: rows,
            ..words
        },
        buf,
    );
    let mut rest = below(area, rows);
    if area.height > 3 {
        let rule = look.sign(Sign::Rule).repeat(usize::from(area.width));
        prose::put(buf, rest, &rule, style);
        rest = below(rest, 1);
    }
    if let Some(line) = cell.line.filter(|_| rest.height > 1) {
        let height = if rest.height > TALL { 2 } else { 1 };
        let style = look.style(Paint::Quiet);
        let used = draw_lines(scene, line, style, Rect { height, ..rest }, buf);
        rest = below(rest, used);
    }
    rest
}

/// Draws a text on the rows of an area, the last one cut where it does not fit; answers how many rows it took.
pub(super) fn draw_lines(
    scene: &Scene<'_>,
    text: &str,
    style: Style,
    area: Rect,
    buf: &mut Buffer,
) -> u16 {
    let lines = prose::wrap(text, area.width);
    let rows = usize::from(area.height).min(lines.len());
    let mut rest = area;
    for (index, line) in lines.iter().take(rows).enumerate() {
        if index + 1 < rows || rows == lines.len() {
            prose::put(buf, rest, line, style);
        } else {
            let behind = lines.get(index..).unwrap_or_default().join(" ");
            let line = prose::cut(&behind, area.width, scene.look);
            prose::put(buf, rest, &line, style);
        }
        rest = below(rest, 1);
    }
    rest.y - area.y
}
