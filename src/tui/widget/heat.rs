//! A matrix of counts with heads, in which a higher count is painted stronger. The numbers are always there, and a
//! zero is a number; where a cell says more than its count, or its count is not told, it has a text of its own. What the
//! counts are out of stands below.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;
use ratatui::style::Style;

use super::prose::{cut, heading, put, put_right, width};
use super::{after, below};
use crate::tui::look::{Look, Paint, Sign};

/// The widest a column gets, whatever its head says.
const WIDEST: usize = 16;
/// The narrowest a column gets: three digits, and the cell that sets it apart.
const NARROWEST: usize = 4;
/// From this width on the head of a column may take more than one row.
const NAMED: usize = 9;
/// Rows of an area in which heads take two, or as many as they have to.
const ROOMY: [u16; 2] = [8, 14];
/// The most rows that heads take.
const NAME_ROWS: u16 = 3;
/// Rows of counts that are seen before there is room for what they are out of.
const LEAST_ROWS: u16 = 5;

/// A matrix, made for each frame of what it shows.
#[derive(Clone, Copy, Debug)]
pub struct Heat<'a> {
    /// The heads of the columns.
    pub columns: &'a [&'a str],
    /// The same where there is little room; the heads themselves where there are none.
    pub shorts: &'a [&'a str],
    /// The rows: a head and a count for each column.
    pub rows: &'a [(&'a str, &'a [u32])],
    /// What the cells say, where that is not their count: by row, in the order of the columns.
    pub texts: &'a [&'a [&'a str]],
    /// What the counts are out of: a head and a text for each column.
    pub bases: &'a [(&'a str, &'a [&'a str])],
    /// The head of the totals, where these are shown.
    pub total: Option<&'a str>,
    /// The row and the column that are selected.
    pub selected: Option<(usize, usize)>,
    /// The first row that is shown.
    pub top: usize,
    /// The first column that is shown, where not all fit.
    pub left: usize,
}

/// Where the columns of a matrix stand.
struct Plan {
    head: u16,
    column: u16,
    /// The rows of the heads.
    heads: u16,
    /// Whether the short heads are shown.
    is_short: bool,
    /// The rows of the counts.
    visible: u16,
    /// The rows of what the counts are out of.
    bases: u16,
    /// The columns that are shown.
    shown: std::ops::Range<usize>,
    has_total: bool,
    totals_below: bool,
}

impl Heat<'_> {
    /// Returns the matrix scrolled so that what is selected is in sight.
    #[must_use]
    pub fn focused(self, area: Rect) -> Self {
        let Some((row, column)) = self.selected else {
            return self;
        };
        let plan = self.plan(area);
        let fitting = plan.shown.len().max(1);
        Self {
            top: (row + 1).saturating_sub(usize::from(plan.visible).max(1)),
            left: (column + 1).saturating_sub(fitting),
            ..self
        }
    }

    /// Returns the row and the column of the cell at a place.
    #[must_use]
    pub fn hit(&self, area: Rect, at: Position) -> Option<(usize, usize)> {
        let plan = self.plan(area);
        let body = below(area, plan.heads);
        let line =
            at.y.checked_sub(body.y)
                .filter(|line| *line < plan.visible)?;
        let row = self.top + usize::from(line);
        let line = below(body, line);
        let place = (0..plan.shown.len()).find(|place| {
            let cell = plan.cell(line, *place);
            (cell.left()..cell.right()).contains(&at.x)
        })?;
        (row < self.rows.len()).then_some((row, plan.shown.start + place))
    }

    /// Draws the matrix. Where it is narrow only some columns are shown, and arrows tell that there are more.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, look: Look) {
        let plan = self.plan(area);
        self.draw_heads(buf, area, &plan, look);
        let body = below(area, plan.heads);
        let most = self.rows.iter().flat_map(|(_, counts)| counts.iter());
        let most = most.copied().max().unwrap_or(0);
        let mut at = 0;
        let rows = self.rows.iter().enumerate().skip(self.top);
        for (row, (head, counts)) in rows.take(usize::from(plan.visible)) {
            let line = below(body, at);
            let selected = self.selected.filter(|&(selected, _)| selected == row);
            let paint = if selected.is_some() {
                Paint::Strong
            } else {
                Paint::Text
            };
            put(buf, line, &cut(head, plan.head, look), look.style(paint));
            for (place, column) in plan.shown.clone().enumerate() {
                let count = counts.get(column).copied().unwrap_or(0);
                let text = self.text(row, column, count);
                let cell = plan.cell(line, place);
                if selected.is_some_and(|(_, selected)| selected == column) {
                    let text = format!("{}{text}", look.sign(Sign::Selected));
                    put_right(buf, cell, &text, look.style(Paint::Selected));
                } else {
                    put_right(buf, cell, &text, shade(count, most, look));
                }
            }
            if plan.has_total {
                draw_total(buf, plan.total(line), counts.iter(), look);
            }
            at += 1;
        }
        if let Some(total) = self.total.filter(|_| plan.totals_below) {
            self.draw_totals(buf, total, below(body, at), &plan, look);
            at += 1;
        }
        let quiet = look.style(Paint::Quiet);
        for (head, texts) in self.bases.iter().take(usize::from(plan.bases)) {
            let line = below(body, at);
            put(buf, line, &cut(head, plan.head, look), quiet);
            for (place, column) in plan.shown.clone().enumerate() {
                let text = texts.get(column).copied().unwrap_or_default();
                put_right(buf, plan.cell(line, place), text, quiet);
            }
            at += 1;
        }
    }

    fn draw_totals(&self, buf: &mut Buffer, total: &str, line: Rect, plan: &Plan, look: Look) {
        let total = cut(total, plan.head, look);
        put(buf, line, &total, look.style(Paint::Quiet));
        for (place, column) in plan.shown.clone().enumerate() {
            let rows = self.rows.iter();
            let counts = rows.filter_map(|(_, counts)| counts.get(column));
            draw_total(buf, plan.cell(line, place), counts, look);
        }
        if plan.has_total {
            let counts = self.rows.iter().flat_map(|(_, counts)| counts.iter());
            draw_total(buf, plan.total(line), counts, look);
        }
    }

    /// What a cell says.
    fn text(&self, row: usize, column: usize, count: u32) -> Cow<'_, str> {
        let text = self.texts.get(row).and_then(|texts| texts.get(column));
        text.map_or_else(
            || Cow::Owned(count.to_string()),
            |text| Cow::Borrowed(*text),
        )
    }

    fn draw_heads(&self, buf: &mut Buffer, area: Rect, plan: &Plan, look: Look) {
        let quiet = look.style(Paint::Quiet);
        let room = plan.column.saturating_sub(1);
        let mut draw = |head: &str, place: Rect, paint: Paint| {
            if plan.heads < 2 {
                put_right(buf, place, &cut(head, room, look), look.style(paint));
                return;
            }
            // The last row of a head stands above the counts.
            let lines = heading(head, room, usize::from(plan.heads), look);
            let air = usize::from(plan.heads).saturating_sub(lines.len());
            for (row, line) in (0..plan.heads).skip(air).zip(lines) {
                put_right(buf, below(place, row), &line, look.style(paint));
            }
        };
        for (place, column) in plan.shown.clone().enumerate() {
            let short = self.shorts.get(column).filter(|_| plan.is_short);
            let head = short.or_else(|| self.columns.get(column));
            let head = head.copied().unwrap_or_default();
            let is_selected = self
                .selected
                .is_some_and(|(_, selected)| selected == column);
            let paint = if is_selected {
                Paint::Strong
            } else {
                Paint::Quiet
            };
            draw(head, plan.cell(area, place), paint);
        }
        if let Some(total) = self.total.filter(|_| plan.has_total) {
            draw(total, plan.total(area), Paint::Quiet);
        }
        let mut arrows = String::new();
        if plan.shown.start > 0 {
            arrows.push_str(look.sign(Sign::ArrowLeft));
        }
        if plan.shown.end < self.columns.len() {
            arrows.push_str(look.sign(Sign::ArrowRight));
        }
        if self.top > 0 {
            arrows.push_str(look.sign(Sign::ArrowUp));
        }
        if self.top + usize::from(plan.visible) < self.rows.len() {
            arrows.push_str(look.sign(Sign::ArrowDown));
        }
        let corner = Rect {
            width: plan.head.min(area.width),
            ..area
        };
        put(buf, corner, &arrows, quiet.patch(look.style(Paint::Accent)));
    }

    /// Gives every column the same width, and shows as many as fit from the first one asked for. What the counts are
    /// out of stays in sight while the rows scroll, unless hardly any would be left.
    fn plan(&self, area: Rect) -> Plan {
        let wide = area.width;
        let heads = self.rows.iter().map(|(head, _)| cells_of(head));
        let bases = self.bases.iter().map(|(head, _)| cells_of(head));
        let head = heads.chain(bases).chain(self.total.map(cells_of)).max();
        let head = head.unwrap_or(0).max(2).min(usize::from(wide) / 3);
        let columns = self.columns.len();
        let natural = self
            .columns
            .iter()
            .chain(&self.total)
            .map(|head| cells_of(head) + 1);
        let natural = natural.max().unwrap_or(0).clamp(NARROWEST, WIDEST);
        let room = usize::from(wide) - head;
        let all = columns + usize::from(self.total.is_some());
        // Narrower columns that all show say more than wide ones of which some do not.
        let column =
            (room / all.max(1)).clamp(self.least_column(), natural.max(self.least_column()));
        let fitting = room / column;
        let has_total = self.total.is_some() && fitting > 1;
        let fitting = fitting - usize::from(has_total);
        let start = self.left.min(columns.saturating_sub(fitting));
        let cells = |count| u16::try_from(count).unwrap_or(u16::MAX);
        let is_long = |head: &&str| cells_of(head) >= column;
        let has_long = self.columns.iter().chain(&self.total).any(is_long);
        let [roomy, lofty] = ROOMY;
        let heads = if column < NAMED || area.height < roomy || !has_long {
            1
        } else if area.height < lofty {
            2
        } else {
            NAME_ROWS
        };
        let totals_below = self.total.is_some() && area.height > 2;
        let body = area.height.saturating_sub(heads + u16::from(totals_below));
        let bases = cells(self.bases.len());
        let wanted = cells(self.rows.len()).min(LEAST_ROWS);
        let bases = if body >= bases.saturating_add(wanted) {
            bases
        } else {
            0
        };
        Plan {
            head: cells(head),
            column: cells(column),
            is_short: heads == 1 && has_long,
            heads,
            visible: (body - bases).min(cells(self.rows.len())),
            bases,
            totals_below,
            shown: start..columns.min(start + fitting),
            has_total,
        }
    }

    /// The cells that the longest number takes, with the sign of the selection before it.
    fn least_column(&self) -> usize {
        let counts = self.rows.iter().flat_map(|(_, counts)| counts.iter());
        let total: u64 = counts.map(|&count| u64::from(count)).sum();
        let texts = self.texts.iter().flat_map(|texts| texts.iter());
        let bases = self.bases.iter().flat_map(|(_, texts)| texts.iter());
        let texts = texts.chain(bases).map(|text| cells_of(text)).max();
        let widest = total.to_string().len().max(texts.unwrap_or(0));
        NARROWEST.max(widest + 2)
    }
}

impl Plan {
    fn cell(&self, line: Rect, place: usize) -> Rect {
        let place = u16::try_from(place).unwrap_or(u16::MAX);
        let mut cell = after(
            line,
            self.head.saturating_add(self.column.saturating_mul(place)),
        );
        cell.width = cell.width.min(self.column);
        cell
    }

    fn total(&self, line: Rect) -> Rect {
        self.cell(line, self.shown.len())
    }
}

fn draw_total<'a>(buf: &mut Buffer, cell: Rect, counts: impl Iterator<Item = &'a u32>, look: Look) {
    let total: u64 = counts.map(|&count| u64::from(count)).sum();
    put_right(buf, cell, &total.to_string(), look.style(Paint::Strong));
}

/// Paints a count by how much of the highest it is.
fn shade(count: u32, most: u32, look: Look) -> Style {
    let (count, most) = (u64::from(count), u64::from(most));
    if count == 0 {
        look.style(Paint::Quiet)
    } else if count * 3 <= most {
        look.style(Paint::Text)
    } else if count * 3 <= most * 2 {
        look.style(Paint::Accent)
    } else {
        look.style(Paint::Accent).add_modifier(Modifier::REVERSED)
    }
}

fn cells_of(text: &str) -> usize {
    usize::from(width(text))
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::super::canvas::{drawn, on_any_area};
    use super::*;

    const HEAT: Heat<'static> = Heat {
        columns: &["Synergie", "Inefficiëntie", "Overname", "Status quo"],
        shorts: &[],
        rows: &[
            ("Levenslang leren", &[3, 0, 1, 12]),
            ("Welzijn", &[0, 7, 2, 1]),
            ("Geen van de vijf", &[0, 0, 0, 0]),
        ],
        texts: &[],
        bases: &[],
        total: Some("Samen"),
        selected: Some((1, 2)),
        top: 0,
        left: 0,
    };

    fn shown(heat: Heat<'_>, width: u16, ascii: bool) -> String {
        let look = Look {
            ascii,
            ..Look::default()
        };
        drawn(width, 5, |buf, area| heat.draw(buf, area, look))
    }

    #[test]
    fn a_matrix_shows_every_number_and_what_they_add_up_to() {
        assert_snapshot!(shown(HEAT, 88, false), @r"
                              Synergie Inefficiëntie      Overname    Status quo         Samen
        Levenslang leren             3             0             1            12            16
        Welzijn                      0             7            ▸2             1            10
        Geen van de vijf             0             0             0             0             0
        Samen                        3             7             3            13            26
        ");
        assert_snapshot!(shown(HEAT, 50, false), @r"
                         Syne… Inef… Over… Stat… Samen
        Levenslang leren     3     0     1    12    16
        Welzijn              0     7    ▸2     1    10
        Geen van de vijf     0     0     0     0     0
        Samen                3     7     3    13    26
        ");
    }

    #[test]
    fn a_narrow_matrix_tells_that_there_is_more() {
        assert_snapshot!(shown(Heat { left: 1, ..HEAT }, 24, false), @r"
        ←        In… Ov… St… Sa…
        Levensl…   0   1  12  16
        Welzijn    7  ▸2   1  10
        Geen va…   0   0   0   0
        Samen      7   3  13  26
        ");
        let heat = Heat {
            total: None,
            ..HEAT
        };
        assert_snapshot!(shown(heat, 20, false), @r"
        →      Sy… In… Ov…
        Leven…   3   0   1
        Welzi…   0   7  ▸2
        Geen…    0   0   0
        ");
    }

    #[test]
    fn a_cell_may_say_more_than_its_count_and_stands_above_what_it_is_out_of() {
        let heat = Heat {
            texts: &[&["3", "x", "1 / 1", "12"], &["0", "7", "2", "1"]],
            bases: &[("alle", &["9", "10", "11", "12"])],
            total: None,
            ..HEAT
        };
        assert_snapshot!(drawn(50, 10, |buf, area| heat.draw(buf, area, Look::default())), @r"
                         Synerg… Ineffi… Overna… Status…
        Levenslang leren       3       x   1 / 1      12
        Welzijn                0       7      ▸2       1
        Geen van de vijf       0       0       0       0
        alle                   9      10      11      12
        ");
        let place = |x, y| heat.hit(Rect::new(0, 0, 50, 10), Position::new(x, y));
        assert_eq!(place(20, 2), Some((1, 0)));
        assert_eq!(place(47, 1), Some((0, 3)));
        assert_eq!(place(49, 1), None);
        assert_eq!(place(2, 2), None);
        assert_eq!(place(20, 9), None);
    }

    #[test]
    fn what_is_selected_is_scrolled_into_sight() {
        let selected = Some((2, 3));
        let heat = Heat { selected, ..HEAT }.focused(Rect::new(0, 0, 20, 3));
        assert_snapshot!(drawn(20, 3, |buf, area| heat.draw(buf, area, Look::default())), @r"
        ←↑     Ov… St… Sa…
        Geen…    0  ▸0   0
        Samen    3  13  26
        ");
    }

    #[test]
    fn a_higher_count_is_painted_stronger() {
        let look = Look::default();
        let shades = [0, 4, 8, 12].map(|count| shade(count, 12, look));
        for (place, one) in shades.iter().enumerate() {
            assert!(!shades[place + 1..].contains(one));
        }
        assert_eq!(shade(0, 0, look), shades[0]);
        assert_eq!(shade(u32::MAX, u32::MAX, look), shades[3]);
    }

    #[test]
    fn a_matrix_is_drawn_on_any_area() {
        let heat = Heat {
            columns: &["Synergie", "Overname"],
            shorts: &["S"],
            rows: &[
                ("Welzijn", &[0, 7]),
                ("Geen", &[u32::MAX]),
                ("", &[1, 2, 3]),
            ],
            ..HEAT
        };
        on_any_area(|buf, area, look| {
            let top = usize::from(area.height % 5);
            Heat { top, ..heat }.draw(buf, area, look);
            let nothing = Heat {
                columns: &[],
                shorts: &[],
                rows: &[],
                left: 7,
                ..heat
            };
            nothing.draw(buf, area, look);
        });
    }
}
