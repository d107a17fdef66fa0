//! Text one below the other: headings, paragraphs and items, wrapped to a width; and such texts as a list that scrolls.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{below, list, prose};
use crate::tui::look::{Look, Paint, Sign};

/// Lines that are wider than this are hard to read.
const WIDEST: u16 = 96;
/// From this width on, two things stand beside each other.
const BESIDE: u16 = 100;
/// The columns between two things beside each other.
const GAP: u16 = 4;
/// From this height on, there is a row of air above.
const AIRY: u16 = 16;

/// Text one below the other.
#[derive(Debug)]
pub struct Column {
    look: Look,
    width: u16,
    rows: Vec<Line<'static>>,
}

impl Column {
    /// An empty one, so many cells wide.
    #[must_use]
    pub fn new(width: u16, look: Look) -> Self {
        Self {
            look,
            width: width.clamp(1, WIDEST),
            rows: Vec::new(),
        }
    }

    /// The cells a line takes.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// The rows there are.
    #[must_use]
    pub fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }

    /// A row of air.
    pub fn blank(&mut self) {
        self.rows.push(Line::default());
    }

    /// A line as it is, cut where it does not fit.
    pub fn line(&mut self, line: Line<'static>) {
        self.rows.push(line);
    }

    /// A heading.
    pub fn heading(&mut self, text: &str) {
        self.say(text, Paint::Title);
    }

    /// A paragraph.
    pub fn say(&mut self, text: &str, paint: Paint) {
        let style = self.look.style(paint);
        let lines = prose::wrap(text, self.width).into_iter();
        let lines = lines.map(|line| Line::styled(line.into_owned(), style));
        self.rows.extend(lines);
    }

    /// A paragraph that hangs from a mark, which is told apart by more than its color.
    pub fn item(&mut self, mark: &str, mark_paint: Paint, text: &str, paint: Paint) {
        let indent = prose::width(mark).saturating_add(1);
        let lines = prose::wrap(text, self.width.saturating_sub(indent));
        for (index, line) in lines.into_iter().enumerate() {
            let hangs = if index == 0 {
                Span::styled(format!("{mark} "), self.look.style(mark_paint))
            } else {
                Span::raw(" ".repeat(usize::from(indent)))
            };
            let text = Span::styled(line.into_owned(), self.look.style(paint));
            self.rows.push(Line::from(vec![hangs, text]));
        }
    }

    /// Words to the left and a figure to the right, on one line.
    pub fn entry(&mut self, words: &str, figure: &str, paint: Paint) {
        let room = self
            .width
            .saturating_sub(prose::width(figure).saturating_add(1));
        let words = prose::cut(words, room, self.look).into_owned();
        let air = self
            .width
            .saturating_sub(prose::width(&words))
            .saturating_sub(prose::width(figure));
        let line = format!("{words}{}{figure}", " ".repeat(usize::from(air)));
        let style = self.look.style(paint);
        self.rows.push(Line::styled(line, style));
    }

    /// Draws it from a row on, or from the last one that leaves no room empty.
    pub fn draw(&self, offset: usize, area: Rect, buf: &mut Buffer) {
        let rows = usize::from(area.height);
        let first = offset.min(self.rows.len().saturating_sub(rows));
        let shown = self.rows.iter().skip(first);
        for (row, line) in (area.top()..area.bottom()).zip(shown) {
            buf.set_line(area.x, row, line, area.width.min(self.width));
        }
        list::scrollbar(first, rows, self.rows.len(), area, buf, self.look);
    }

    /// Draws its first rows, as far as there is room.
    pub fn draw_first(&self, area: Rect, buf: &mut Buffer) {
        for (row, line) in (area.top()..area.bottom()).zip(&self.rows) {
            buf.set_line(area.x, row, line, area.width.min(self.width));
        }
    }
}

/// Draws blocks as a list, so that the one at a place is in sight. Only blocks near that one are made.
pub fn list(
    at: usize,
    count: usize,
    area: Rect,
    buf: &mut Buffer,
    look: Look,
    block: impl Fn(usize, u16) -> Column,
) {
    let width = area.width.saturating_sub(2);
    let height = |index: usize| block(index, width).height();
    let (first, shown) = list::window(at, count, area.height, height);
    let mut top = area.y;
    let mut whole = 0;
    for index in first..first.saturating_add(shown) {
        let column = block(index, width);
        let room = area.bottom().saturating_sub(top);
        let place = Rect {
            y: top,
            width,
            height: column.height().min(room),
            ..area
        };
        for (row, line) in (place.top()..place.bottom()).zip(&column.rows) {
            buf.set_line(place.x, row, line, width);
        }
        whole += usize::from(column.height() <= room);
        top = place.bottom();
    }
    list::scrollbar(first, whole, count, area, buf, look);
}

/// Which block of such a list is drawn at a row of its area.
#[must_use]
pub fn hit(
    at: usize,
    count: usize,
    area: Rect,
    row: u16,
    height: impl Fn(usize, u16) -> u16,
) -> Option<usize> {
    let width = area.width.saturating_sub(2);
    let (first, shown) = list::window(at, count, area.height, |index| height(index, width));
    let mut top = area.y;
    (first..first.saturating_add(shown)).find(|index| {
        let bottom = top.saturating_add(height(*index, width));
        let is_hit = (top..bottom).contains(&row);
        top = bottom;
        is_hit
    })
}

/// The part of a screen text stands in, as a head of so many rows and the rest.
#[must_use]
pub fn headed(area: Rect, rows: u16) -> [Rect; 2] {
    let page = page(area);
    let head = Rect {
        height: page.height.min(rows),
        ..page
    };
    [head, below(page, head.height)]
}

/// The part of a screen text stands in, with air around it.
#[must_use]
pub const fn page(area: Rect) -> Rect {
    let side = if area.width >= 60 { 2 } else { 1 };
    let top = if area.height >= AIRY { 1 } else { 0 };
    let (width, height) = (
        area.width.saturating_sub(side * 2),
        area.height.saturating_sub(top),
    );
    if width == 0 || height == 0 {
        return Rect {
            width: 0,
            height: 0,
            ..area
        };
    }
    Rect {
        x: area.x + side,
        y: area.y + top,
        width,
        height,
    }
}

/// Two parts of an area: beside each other where it is wide, or else one below the other, the first one as high as it
/// wants but for what the second one needs at least.
#[must_use]
pub fn parts(area: Rect, wants: u16, least: u16) -> [Rect; 2] {
    if area.width >= BESIDE {
        let half = (area.width - GAP) / 2;
        let right = area.right() - half;
        return [
            Rect {
                width: half,
                ..area
            },
            Rect {
                x: right,
                width: half,
                ..area
            },
        ];
    }
    let most = area.height.saturating_sub(least.saturating_add(1));
    let first = wants.min(most);
    let used = first.saturating_add(u16::from(first > 0)).min(area.height);
    [
        Rect {
            height: first,
            ..area
        },
        Rect {
            y: area.y + used,
            height: area.height - used,
            ..area
        },
    ]
}

/// Whether two parts of an area stand beside each other.
#[must_use]
pub const fn are_beside(area: Rect) -> bool {
    area.width >= BESIDE
}

/// A bar as long as a number's share of the most there is; what is not nothing is visible.
#[must_use]
pub fn bar(value: u64, most: u64, cells: u16, look: Look) -> (String, String) {
    let cells = u64::from(cells);
    let share = (cells * value.min(most)).checked_div(most).unwrap_or(0);
    let full = share.max(u64::from(value > 0)).min(cells);
    let drawn = |sign: Sign, cells: u64| {
        look.sign(sign)
            .repeat(usize::try_from(cells).unwrap_or_default())
    };
    (drawn(Sign::Full, full), drawn(Sign::Empty, cells - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(area: Rect, buf: &Buffer) -> String {
        let rows = area.rows().map(|row| {
            let cells = row.positions().map(|at| buf[at].symbol());
            cells.collect::<String>().trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn an_item_hangs_from_its_mark_and_the_end_leaves_no_room_empty() {
        let look = Look::default();
        let mut column = Column::new(12, look);
        column.heading("Kop");
        column.item("*", Paint::Text, "een twee drie vier", Paint::Text);
        column.entry("woorden", "12", Paint::Text);
        assert_eq!(column.height(), 4);
        let area = Rect::new(0, 0, 14, 3);
        let mut buf = Buffer::empty(area);
        column.draw(99, area, &mut buf);
        assert_eq!(
            drawn(area, &buf),
            "* een twee   │\n  drie vier  █\nwoorden   12 █"
        );
    }

    #[test]
    fn a_list_shows_the_chosen_block_and_a_click_hits_what_is_drawn() {
        let look = Look::default();
        let block = |index: usize, width: u16| {
            let mut column = Column::new(width, look);
            column.say(&format!("blok {index}"), Paint::Text);
            column.blank();
            column
        };
        let area = Rect::new(0, 1, 10, 4);
        let mut buf = Buffer::empty(area);
        list(9, 10, area, &mut buf, look, block);
        assert_eq!(
            drawn(area, &buf),
            "blok 8   │\n         │\nblok 9   │\n         █"
        );
        let height = |index: usize, width: u16| block(index, width).height();
        assert_eq!(hit(9, 10, area, 3, height), Some(9));
        assert_eq!(hit(0, 0, area, 3, height), None);
    }

    #[test]
    fn parts_stay_in_their_area_at_any_size() {
        for width in [0, 1, 44, 100, 160] {
            for height in 0..30 {
                let area = Rect::new(3, 5, width, height);
                let page = page(area);
                assert_eq!(page.intersection(area).area(), page.area());
                for part in parts(page, 9, 4) {
                    assert!(part.bottom() <= area.bottom(), "{area}: {part}");
                    assert!(part.right() <= area.right(), "{area}: {part}");
                }
            }
        }
    }

    #[test]
    fn a_bar_is_empty_at_nothing_only() {
        let look = Look {
            ascii: true,
            ..Look::default()
        };
        assert_eq!(bar(1, 100, 4, look), ("#".into(), "...".into()));
        assert_eq!(bar(0, 0, 4, look), (String::new(), "....".into()));
        assert_eq!(bar(9, 3, 4, look), ("####".into(), String::new()));
    }
}
