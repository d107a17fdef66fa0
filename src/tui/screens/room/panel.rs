//! A part of the facilitator's screen: a heading with a rule behind it, and lines below; and the columns the parts
//! stand in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget as _;

use crate::tui::look::{Look, Paint, Sign};
use crate::tui::widget::bar;
use crate::tui::widget::prose::{self, put, put_right};
use crate::tui::widget::{after, below};

/// From this width on there are three columns.
const THREE: u16 = 126;
/// From this height on a row of air stands above the columns.
const AIRY: u16 = 24;
/// The cells between two columns.
const GAP: u16 = 3;

/// Where the panels stand: what the step is about, what to say if there is room for a column of it, and the people.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub(super) left: Rect,
    pub(super) middle: Option<Rect>,
    pub(super) right: Rect,
}

/// Divides an area, a cell of air to both sides.
pub(super) fn columns(area: Rect) -> Columns {
    let mut area = after(area, 1);
    area.width = area.width.saturating_sub(1);
    let area = below(area, u16::from(area.height >= AIRY));
    let column = |from: u16, width: u16| Rect {
        width: width.min(after(area, from).width),
        ..after(area, from)
    };
    if area.width >= THREE {
        let third = (area.width - 2 * GAP) / 3;
        let left = area.width - 2 * GAP - 2 * third;
        return Columns {
            left: column(0, left),
            middle: Some(column(left + GAP, third)),
            right: column(left + 2 * GAP + third, third),
        };
    }
    let right = area.width.saturating_mul(2) / 5;
    let left = area.width.saturating_sub(right).saturating_sub(GAP);
    Columns {
        left: column(0, left),
        middle: None,
        right: column(left.saturating_add(GAP), right),
    }
}

/// Divides a column in two, a row of air between: so many rows, and what is left below.
pub(super) fn split(area: Rect, upper: u16) -> (Rect, Rect) {
    let upper = upper.min(area.height);
    let lower = below(area, upper.saturating_add(1));
    (
        Rect {
            height: upper,
            ..area
        },
        lower,
    )
}

/// Draws the heading of a panel: its title, a rule, and a note at the far end.
pub(super) fn heading(title: &str, note: &str, area: Rect, buf: &mut Buffer, look: Look) {
    let line = Rect {
        height: area.height.min(1),
        ..area
    };
    let note = prose::cut(note, line.width - line.width / 3, look);
    let room = line.width.saturating_sub(prose::width(&note));
    let title = prose::cut(title, room.saturating_sub(1), look);
    let used = put(buf, line, &title, look.style(Paint::Title));
    let rule = after(line, used.saturating_add(1));
    let behind = prose::width(&note).saturating_add(u16::from(!note.is_empty()));
    let rule_width = usize::from(rule.width.saturating_sub(behind));
    let drawn = look.sign(Sign::Rule).repeat(rule_width);
    put(buf, rule, &drawn, look.style(Paint::Frame));
    put_right(buf, line, &note, look.style(Paint::Text));
}

/// The most cells a meter takes, its numbers included.
const METER: u16 = 32;

/// A heading and rows.
#[derive(Debug)]
pub(super) struct Panel {
    title: String,
    note: String,
    rows: Vec<Row>,
}

/// A row of a panel.
#[derive(Debug)]
enum Row {
    Line(Line<'static>),
    /// What is done of what is to be done, behind a word.
    Meter(String, u32, u32),
}

impl Panel {
    pub(super) const fn new(title: String) -> Self {
        Self {
            title,
            note: String::new(),
            rows: Vec::new(),
        }
    }

    /// With a note at the far end of its heading.
    pub(super) fn note(mut self, note: String) -> Self {
        self.note = note;
        self
    }

    /// With a text, wrapped.
    pub(super) fn text(mut self, text: &str, paint: Paint, width: u16, look: Look) -> Self {
        if !text.is_empty() {
            let lines = prose::wrap(text, width).into_iter();
            let style = look.style(paint);
            let rows = lines.map(|line| Row::Line(Line::styled(line.into_owned(), style)));
            self.rows.extend(rows);
        }
        self
    }

    /// With an item of a list, wrapped behind its mark.
    pub(super) fn item(
        mut self,
        mark: &str,
        text: &str,
        paint: Paint,
        width: u16,
        look: Look,
    ) -> Self {
        let indent = prose::width(mark).saturating_add(1);
        let lines = prose::wrap(text, width.saturating_sub(indent));
        for (index, line) in lines.iter().enumerate() {
            let mark = if index == 0 { mark } else { "" };
            let cells = usize::from(indent).saturating_sub(usize::from(prose::width(mark)));
            let line = format!("{mark}{:cells$}{line}", "");
            let line = Line::styled(line, look.style(paint));
            self.rows.push(Row::Line(line));
        }
        self
    }

    /// With lines as they are.
    pub(super) fn lines(mut self, lines: impl IntoIterator<Item = Line<'static>>) -> Self {
        self.rows.extend(lines.into_iter().map(Row::Line));
        self
    }

    /// With how much is done of what is to be done.
    pub(super) fn meter(mut self, words: String, done: u32, all: u32) -> Self {
        self.rows.push(Row::Meter(words, done, all));
        self
    }

    /// The rows it takes when nothing is cut.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.rows.len() + 1).unwrap_or(u16::MAX)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, look: Look) -> Rect {
        heading(&self.title, &self.note, area, buf, look);
        let body = below(area, 1);
        let mut rest = body;
        for row in &self.rows {
            let place = Rect {
                height: rest.height.min(1),
                ..rest
            };
            match row {
                Row::Line(line) => line.render(place, buf),
                Row::Meter(words, done, all) => {
                    let used = put(buf, place, words, look.style(Paint::Text));
                    let mut place = after(place, used.saturating_add(1));
                    place.width = place.width.min(METER);
                    bar::meter(buf, place, *done, *all, look.style(Paint::Good), look);
                }
            }
            rest = below(rest, 1);
        }
        // What is cut says so; the whole text is a key away.
        if self.rows.len() > usize::from(body.height) && !body.is_empty() {
            let last = below(body, body.height - 1);
            let mark = format!(" {}", look.sign(Sign::Ellipsis));
            put_right(buf, last, &mark, look.style(Paint::Accent));
        }
        rest
    }
}

/// Draws panels one below the other with a row of air between, as long as a heading and two lines find room.
pub(super) fn stack(panels: &[Panel], area: Rect, buf: &mut Buffer, look: Look) {
    let mut rest = area;
    for panel in panels.iter().filter(|panel| !panel.rows.is_empty()) {
        if usize::from(rest.height) < 1 + panel.rows.len().min(2) {
            return;
        }
        rest = below(panel.draw(rest, buf, look), 1);
    }
}

/// As much of a text as so many rows hold, with an ellipsis where something was left out.
pub(super) fn shortened(text: &str, rows: usize, width: u16, look: Look) -> String {
    let lines = prose::wrap(text, width);
    let Some((last, before)) = lines.get(..rows).and_then(<[_]>::split_last) else {
        return text.to_owned();
    };
    if lines.len() == rows {
        return text.to_owned();
    }
    let mark = look.sign(Sign::Ellipsis);
    let last = prose::cut(last, width.saturating_sub(prose::width(mark)), look);
    let last = last.strip_suffix(mark).unwrap_or(&last);
    let mut kept: Vec<&str> = before.iter().map(AsRef::as_ref).collect();
    kept.push(last);
    format!("{}{mark}", kept.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shortened_says_so_and_keeps_to_its_rows() {
        let look = Look::default();
        assert_eq!(shortened("een twee drie", 2, 8, look), "een twee drie");
        assert_eq!(
            shortened("een twee drie vier", 2, 8, look),
            "een twee drie…"
        );
        assert_eq!(shortened("", 2, 8, look), "");
        for width in 0..12 {
            let text = "een arbeidsongeschiktheidsverzekering 你好";
            let text = shortened(text, 2, width, look);
            assert!(prose::wrap(&text, width).len() <= 4, "{width}: {text}");
        }
    }

    #[test]
    fn the_columns_stay_within_their_area_and_apart() {
        for width in 0..200 {
            let area = Rect::new(3, 2, width, 30);
            let Columns {
                left,
                middle,
                right,
            } = columns(area);
            for column in [left, right].into_iter().chain(middle) {
                assert_eq!(column.intersection(area), column, "{width}");
            }
            let behind = middle.unwrap_or(right);
            assert!(left.right() <= behind.left(), "{width}");
        }
    }
}
