//! A matrix of counts with heads, in which a higher count is painted stronger. The numbers are always there, and a
//! zero is a number.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::style::Style;

use super::prose::{cut, put, put_right, width};
use super::{after, below};
use crate::tui::look::{Look, Paint, Sign};

/// The widest a column gets, whatever its head says.
const WIDEST: usize = 16;
/// The narrowest a column gets: three digits, and the cell that sets it apart.
const NARROWEST: usize = 4;

/// A matrix, made for each frame of what it shows.
#[derive(Clone, Copy, Debug)]
pub struct Heat<'a> {
    /// The heads of the columns.
    pub columns: &'a [&'a str],
    /// The rows: a head and a count for each column.
    pub rows: &'a [(&'a str, &'a [u32])],
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
    /// The columns that are shown.
    shown: std::ops::Range<usize>,
    has_total: bool,
}

impl Heat<'_> {
    /// Returns how many rows the matrix takes.
    pub fn height(&self) -> usize {
        1 + self.rows.len() + usize::from(self.total.is_some())
    }

    /// Draws the matrix. Where it is narrow only some columns are shown, and arrows tell that there are more.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, look: Look) {
        let plan = self.plan(area.width);
        self.draw_heads(buf, area, &plan, look);
        let totals_below = u16::from(self.total.is_some() && area.height > 2);
        let body = below(area, 1);
        let visible = body.height.saturating_sub(totals_below);
        let most = self.rows.iter().flat_map(|(_, counts)| counts.iter());
        let most = most.copied().max().unwrap_or(0);
        let mut at = 0;
        let rows = self.rows.iter().enumerate().skip(self.top);
        for (row, (head, counts)) in rows.take(usize::from(visible)) {
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
                let cell = plan.cell(line, place);
                if selected.is_some_and(|(_, selected)| selected == column) {
                    draw_selected(buf, cell, count, look);
                } else {
                    draw_count(buf, cell, count, shade(count, most, look));
                }
            }
            if plan.has_total {
                draw_total(buf, plan.total(line), counts.iter(), look);
            }
            at += 1;
        }
        if let Some(total) = self.total.filter(|_| totals_below > 0) {
            let line = below(body, at);
            let total = cut(total, plan.head, look);
            put(buf, line, &total, look.style(Paint::Quiet));
            for (place, column) in plan.shown.clone().enumerate() {
                let counts = self
                    .rows
                    .iter()
                    .filter_map(|(_, counts)| counts.get(column));
                draw_total(buf, plan.cell(line, place), counts, look);
            }
            if plan.has_total {
                let counts = self.rows.iter().flat_map(|(_, counts)| counts.iter());
                draw_total(buf, plan.total(line), counts, look);
            }
        }
    }

    fn draw_heads(&self, buf: &mut Buffer, area: Rect, plan: &Plan, look: Look) {
        let quiet = look.style(Paint::Quiet);
        for (place, column) in plan.shown.clone().enumerate() {
            let head = self.columns.get(column).copied().unwrap_or_default();
            let head = cut(head, plan.column.saturating_sub(1), look);
            let is_selected = self
                .selected
                .is_some_and(|(_, selected)| selected == column);
            let paint = if is_selected {
                Paint::Strong
            } else {
                Paint::Quiet
            };
            put_right(buf, plan.cell(area, place), &head, look.style(paint));
        }
        if let Some(total) = self.total.filter(|_| plan.has_total) {
            let total = cut(total, plan.column.saturating_sub(1), look);
            put_right(buf, plan.total(area), &total, quiet);
        }
        let mut arrows = String::new();
        if plan.shown.start > 0 {
            arrows.push_str(look.sign(Sign::ArrowLeft));
        }
        if plan.shown.end < self.columns.len() {
            arrows.push_str(look.sign(Sign::ArrowRight));
        }
        let corner = Rect {
            width: plan.head.min(area.width),
            ..area
        };
        put(buf, corner, &arrows, look.style(Paint::Accent));
    }

    /// Gives every column the same width, and shows as many as fit from the first one asked for.
    fn plan(&self, wide: u16) -> Plan {
        let heads = self.rows.iter().map(|(head, _)| cells_of(head));
        let head = heads.chain(self.total.map(cells_of)).max().unwrap_or(0);
        let head = head.max(2).min(usize::from(wide) / 3);
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
        Plan {
            head: cells(head),
            column: cells(column),
            shown: start..columns.min(start + fitting),
            has_total,
        }
    }

    /// The cells that the longest number takes, with the sign of the selection before it.
    fn least_column(&self) -> usize {
        let counts = self.rows.iter().flat_map(|(_, counts)| counts.iter());
        let total: u64 = counts.map(|&count| u64::from(count)).sum();
        NARROWEST.max(total.to_string().len() + 2)
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

fn draw_count(buf: &mut Buffer, cell: Rect, count: u32, style: Style) {
    put_right(buf, cell, &count.to_string(), style);
}

fn draw_selected(buf: &mut Buffer, cell: Rect, count: u32, look: Look) {
    let text = format!("{}{count}", look.sign(Sign::Selected));
    put_right(buf, cell, &text, look.style(Paint::Selected));
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
        rows: &[
            ("Levenslang leren", &[3, 0, 1, 12]),
            ("Welzijn", &[0, 7, 2, 1]),
            ("Geen van de vijf", &[0, 0, 0, 0]),
        ],
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
                rows: &[],
                left: 7,
                ..heat
            };
            nothing.draw(buf, area, look);
        });
    }
}
