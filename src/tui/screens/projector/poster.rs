//! Texts one below the other. Those that matter most grow into the room the others leave.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::{Look, Paint};
use crate::tui::widget::big::{self, Side};
use crate::tui::widget::{after, below, prose};

/// Lines that are wider than this are hard to read.
const WIDEST: u16 = 100;

/// Texts one below the other.
#[derive(Debug)]
pub(super) struct Poster {
    look: Look,
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    text: String,
    paint: Paint,
    shape: Shape,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    /// In big letters where they take no more than so many rows.
    Big(u16),
    /// A paragraph.
    Plain,
    /// A line that hangs from a mark, close to another one before it.
    Item(String),
    /// A paragraph that belongs to what stands above it.
    Under,
}

/// Between which parts there is a row of air.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Air {
    All,
    Paragraphs,
    None,
}

/// How the parts fill an area.
struct Setting {
    air: Air,
    /// The rows of each part, and whether it is in big letters.
    rows: Vec<(u16, bool)>,
    total: u16,
}

impl Poster {
    /// An empty one.
    pub(super) const fn new(look: Look) -> Self {
        Self {
            look,
            parts: Vec::new(),
        }
    }

    /// A text that is large where there is room; an earlier one takes the room first.
    pub(super) fn big(&mut self, text: &str, paint: Paint, most: u16) {
        self.add(text, paint, Shape::Big(most));
    }

    /// A paragraph.
    pub(super) fn say(&mut self, text: &str, paint: Paint) {
        self.add(text, paint, Shape::Plain);
    }

    /// A line that hangs from a mark.
    pub(super) fn item(&mut self, mark: &str, text: &str, paint: Paint) {
        self.add(text, paint, Shape::Item(format!("{mark} ")));
    }

    /// A paragraph that belongs to what stands above it.
    pub(super) fn under(&mut self, text: &str, paint: Paint) {
        self.add(text, paint, Shape::Under);
    }

    fn add(&mut self, text: &str, paint: Paint, shape: Shape) {
        if !text.is_empty() {
            self.parts.push(Part {
                text: text.to_owned(),
                paint,
                shape,
            });
        }
    }

    /// The rows it takes at the least.
    pub(super) fn least(&self, width: u16) -> u16 {
        let rows = self.parts.iter().map(|part| part.rows(width));
        rows.fold(0, u16::saturating_add)
    }

    /// Whether all of it fits, with what may be large in big letters.
    pub(super) fn is_grown(&self, area: Rect) -> bool {
        self.fits_grown(&self.set(area), area)
    }

    fn fits_grown(&self, setting: &Setting, area: Rect) -> bool {
        let mut parts = self.parts.iter().zip(&setting.rows);
        let is_grown = parts.all(|(part, (_, is_big))| *is_big || !part.can_grow());
        setting.total <= area.height && is_grown
    }

    /// Big letters are worth more than the air between items.
    fn set(&self, area: Rect) -> Setting {
        let airs = [Air::All, Air::Paragraphs];
        let settings = airs.map(|air| self.set_with(air, area));
        let grown = |setting: &&Setting| self.fits_grown(setting, area);
        let fits = |setting: &&Setting| setting.total <= area.height;
        let best = settings.iter().find(grown);
        let best = best
            .or_else(|| settings.iter().find(fits))
            .map(|found| found.air);
        self.set_with(best.unwrap_or(Air::None), area)
    }

    fn set_with(&self, air: Air, area: Rect) -> Setting {
        let plain = self.parts.iter().map(|part| part.rows(area.width));
        let plain: Vec<u16> = plain.collect();
        let gaps = (0..plain.len()).map(|index| self.gap(air, index));
        let gaps = gaps.fold(0, u16::saturating_add);
        let total = plain.iter().copied().fold(gaps, u16::saturating_add);
        let mut room = area.height.saturating_sub(total);
        let grown = self.parts.iter().zip(&plain).map(|(part, plain)| {
            let Shape::Big(most) = part.shape else {
                return (*plain, false);
            };
            let height = room.saturating_add(*plain).min(most);
            let place = Rect { height, ..area };
            match big::rows(&part.text, place, self.look) {
                Some(rows) => {
                    room = room.saturating_add(*plain).saturating_sub(rows);
                    (rows, true)
                }
                None => (*plain, false),
            }
        });
        let rows: Vec<(u16, bool)> = grown.collect();
        let total = rows.iter().map(|(rows, _)| *rows);
        let total = total.fold(gaps, u16::saturating_add);
        Setting { air, rows, total }
    }

    /// The rows of air before a part.
    fn gap(&self, air: Air, index: usize) -> u16 {
        let is_item = |index: usize| {
            let part = self.parts.get(index);
            part.is_some_and(|part| matches!(part.shape, Shape::Item(_)))
        };
        let part = self.parts.get(index);
        if part.is_some_and(|part| part.shape == Shape::Under) {
            return 0;
        }
        let Some(before) = index.checked_sub(1) else {
            return 0;
        };
        u16::from(match air {
            Air::All => true,
            Air::Paragraphs => !(is_item(index) && is_item(before)),
            Air::None => false,
        })
    }

    /// Draws it in the middle of the rows of an area.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) {
        let setting = self.set(area);
        let mut rest = below(area, area.height.saturating_sub(setting.total) / 2);
        for (index, (part, (rows, is_big))) in self.parts.iter().zip(&setting.rows).enumerate() {
            rest = below(rest, self.gap(setting.air, index));
            let place = Rect {
                height: rest.height.min(*rows),
                ..rest
            };
            part.draw(*is_big, place, buf, self.look);
            rest = below(rest, *rows);
        }
    }
}

impl Part {
    const fn can_grow(&self) -> bool {
        matches!(self.shape, Shape::Big(_))
    }

    /// The columns before its lines.
    fn indent(&self) -> u16 {
        match &self.shape {
            Shape::Item(mark) => prose::width(mark),
            Shape::Big(_) | Shape::Plain | Shape::Under => 0,
        }
    }

    /// The rows it takes in ordinary letters.
    fn rows(&self, width: u16) -> u16 {
        let width = width.min(WIDEST).saturating_sub(self.indent());
        prose::height(&self.text, width)
    }

    fn draw(&self, is_big: bool, area: Rect, buf: &mut Buffer, look: Look) {
        let style = look.style(self.paint);
        if is_big {
            big::draw(buf, area, &self.text, style, Side::Left, look);
            return;
        }
        let style = if self.can_grow() { style.bold() } else { style };
        let lines = Rect {
            width: area.width.min(WIDEST),
            ..area
        };
        if let Shape::Item(mark) = &self.shape {
            prose::put(buf, lines, mark, look.style(Paint::Accent));
        }
        prose::flow(buf, after(lines, self.indent()), &self.text, style);
    }
}
