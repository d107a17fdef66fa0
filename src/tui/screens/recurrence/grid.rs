//! A table of counts: heads, a number in every cell with a bar beside it where there is room, and what the counts are
//! out of below a rule. It draws what it is given.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::{Look, Paint, Sign};
use crate::tui::screens::board::ground::{right_of, top, under};
use crate::tui::screens::board::shelf::line;
use crate::tui::widget::{list, prose};

/// The least cells a column takes: three digits, and air before them.
const LEAST: u16 = 5;
/// The most cells a column takes.
const MOST: u16 = 18;
/// From this width on a column has its name above it, and a bar beside its numbers.
const NAMED: u16 = 9;
/// Rows that are seen before there is room for what the counts are out of.
const SEEN: u16 = 5;
/// Rows of the heads where they are names.
const NAME_ROWS: u16 = 3;

/// A table.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// The columns.
    pub(super) columns: Vec<Head>,
    /// The rows.
    pub(super) rows: Vec<Row>,
    /// What the counts are out of.
    pub(super) bases: Vec<Row>,
    /// The head of what stands behind a row.
    pub(super) behind: String,
}

/// The head of a column.
#[derive(Debug)]
pub(super) struct Head {
    /// What it is called where there is little room.
    pub(super) short: String,
    /// What it is called.
    pub(super) name: String,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// What it is about.
    pub(super) head: String,
    /// How its head and its bars are painted.
    pub(super) paint: Paint,
    /// Its cells, in the order of the columns.
    pub(super) cells: Vec<Cell>,
    /// What stands behind it, and the same in a few signs where there is little room.
    pub(super) behind: [String; 2],
}

/// A cell.
#[derive(Debug)]
pub(super) struct Cell {
    /// What it says.
    pub(super) text: String,
    /// How long its bar is; nothing has no bar.
    pub(super) count: usize,
}

impl Cell {
    /// A count.
    pub(super) fn of(count: usize) -> Self {
        Self {
            text: count.to_string(),
            count,
        }
    }
}

/// Where the parts of a table stand.
struct Plan {
    head: u16,
    column: u16,
    behind: u16,
    /// Which form of what stands behind a row.
    form: usize,
    number: u16,
    first: usize,
    shown: usize,
}

impl Grid {
    /// Draws it, from a row and a column on; what does not fit is told by arrows.
    pub(super) fn draw(&self, first: usize, left: usize, area: Rect, look: Look, buf: &mut Buffer) {
        let plan = self.plan(left, area.width);
        let heads = if plan.column >= NAMED { NAME_ROWS } else { 1 };
        self.heads(&plan, top(area, heads), look, buf);
        let bases = u16::try_from(self.bases.len()).unwrap_or(0);
        let bases = if bases > 0 { bases + 1 } else { 0 };
        // What the counts are out of stays in sight while the rows scroll.
        let room = area.height.saturating_sub(heads);
        let needed = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).min(SEEN);
        let bases = if room >= bases.saturating_add(needed) {
            bases
        } else {
            0
        };
        let body = top(under(area, heads), room - bases);
        let rows = usize::from(body.height);
        let first = first.min(self.rows.len().saturating_sub(rows));
        let most = self.rows.iter().flat_map(|row| &row.cells);
        let most = most.map(|cell| cell.count).max().unwrap_or(0);
        for (at, row) in (0..body.height).zip(self.rows.iter().skip(first)) {
            row.draw(&plan, most, top(under(body, at), 1), look, buf);
        }
        let shown = self.rows.len().min(rows);
        list::scrollbar(
            first,
            shown,
            self.rows.len(),
            right_of(body, body.width.saturating_sub(1)),
            buf,
            look,
        );
        if bases == 0 {
            return;
        }
        let drawn = u16::try_from(shown).unwrap_or(u16::MAX);
        let below = under(area, heads.saturating_add(drawn));
        let wide = plan.head + plan.column * u16::try_from(plan.shown).unwrap_or(0);
        let rule = look
            .sign(Sign::Rule)
            .repeat(usize::from(wide.min(below.width)));
        line(buf, top(below, 1), &rule, look.style(Paint::Frame));
        for (at, base) in (1..bases).zip(&self.bases) {
            base.draw(&plan, 0, top(under(below, at), 1), look, buf);
        }
    }

    /// Takes the longest form of what stands behind the rows that leaves room for the names of the columns.
    fn plan(&self, left: usize, wide: u16) -> Plan {
        // A bar scrolls beside the last cells, so these stay free.
        let wide = wide.saturating_sub(2);
        let all = || self.rows.iter().chain(&self.bases);
        let head = widest(all().map(|row| row.head.as_str()));
        let head = head.saturating_add(1).min(wide / 3);
        let cells = all().flat_map(|row| &row.cells);
        let number = widest(cells.map(|cell| cell.text.as_str()));
        let least = LEAST.max(number.saturating_add(2));
        let count = u16::try_from(self.columns.len()).unwrap_or(u16::MAX).max(1);
        let behind = [0, 1].map(|form| {
            let texts = all().filter_map(move |row| row.behind.get(form));
            let words = self.behind.split_whitespace();
            match widest(texts.map(String::as_str)) {
                0 => 0,
                text => text.max(widest(words)).saturating_add(2),
            }
        });
        let [long, short] = behind;
        let needs = |column: u16, behind: u16| {
            let columns = column.saturating_mul(count);
            head.saturating_add(columns).saturating_add(behind)
        };
        let (form, behind) = if needs(NAMED, long) <= wide {
            (0, long)
        } else if needs(least, short) <= wide {
            (1, short)
        } else {
            (1, 0)
        };
        let room = wide - head - behind;
        let column = (room / count).clamp(least, MOST.max(least));
        let shown = usize::from(room / column).min(self.columns.len());
        Plan {
            head,
            column,
            behind,
            form,
            number,
            first: left.min(self.columns.len() - shown),
            shown,
        }
    }

    fn heads(&self, plan: &Plan, place: Rect, look: Look, buf: &mut Buffer) {
        let quiet = look.style(Paint::Quiet);
        let is_named = plan.column >= NAMED;
        let columns = self.columns.iter().skip(plan.first).take(plan.shown);
        for (at, column) in columns.enumerate() {
            let cell = plan.cell(at, place);
            let words = if is_named {
                &column.name
            } else {
                &column.short
            };
            let rows = usize::from(place.height);
            let lines = prose::heading(words, cell.width, rows, look);
            for (row, words) in (0..place.height).zip(lines) {
                line(buf, top(under(cell, row), 1), &words, quiet);
            }
        }
        if plan.behind > 0 {
            let place = plan.behind(place);
            let rows = usize::from(place.height);
            let lines = prose::heading(&self.behind, plan.behind.saturating_sub(1), rows, look);
            for (row, words) in (0..place.height).zip(lines) {
                line(buf, top(under(place, row), 1), &words, quiet);
            }
        }
        let strong = look.style(Paint::Strong);
        if plan.first > 0 {
            line(buf, place, look.sign(Sign::ArrowLeft), strong);
        }
        if plan.first + plan.shown < self.columns.len() {
            let place = right_of(place, 2);
            line(buf, place, look.sign(Sign::ArrowRight), strong);
        }
    }
}

impl Row {
    fn draw(&self, plan: &Plan, most: usize, place: Rect, look: Look, buf: &mut Buffer) {
        let style = look.style(self.paint);
        let room = plan.head.saturating_sub(1);
        line(buf, place, &prose::cut(&self.head, room, look), style);
        let cells = self.cells.iter().skip(plan.first).take(plan.shown);
        for (at, cell) in cells.enumerate() {
            let area = plan.cell(at, place);
            let text = format!("{:>1$}", cell.text, usize::from(plan.number));
            let paint = if cell.count == 0 {
                Paint::Quiet
            } else {
                Paint::Strong
            };
            line(buf, area, &text, look.style(paint));
            if plan.column >= NAMED {
                let bar = right_of(area, plan.number.saturating_add(1));
                let blocks = bar_of(cell.count, most, bar.width);
                let blocks = look.sign(Sign::Full).repeat(blocks);
                line(buf, bar, &blocks, style);
            }
        }
        if plan.behind > 0 {
            let words = self.behind.get(plan.form).map_or("", String::as_str);
            line(buf, plan.behind(place), words, style);
        }
    }
}

impl Plan {
    /// Where a cell stands, without the air behind it.
    fn cell(&self, at: usize, place: Rect) -> Rect {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        let left = self.head.saturating_add(self.column.saturating_mul(at));
        let cell = right_of(place, left);
        Rect {
            width: cell.width.min(self.column.saturating_sub(1)),
            ..cell
        }
    }

    fn behind(&self, place: Rect) -> Rect {
        let after = self.cell(self.shown, place);
        let left = after.x.saturating_sub(place.x).saturating_add(1);
        right_of(place, left)
    }
}

/// The cells the widest of these takes.
fn widest<'a>(texts: impl Iterator<Item = &'a str>) -> u16 {
    texts.map(prose::width).max().unwrap_or(0)
}

/// The blocks of a bar: at least one where there is something.
fn bar_of(count: usize, most: usize, room: u16) -> usize {
    let blocks = (usize::from(room) * count).checked_div(most).unwrap_or(0);
    blocks.max(usize::from(count > 0)).min(usize::from(room))
}
