//! A page to read: paragraphs in their own paint, wrapped to a width, scrolled when it is longer than the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::{Look, Paint, Sign};
use crate::tui::widget::{list, prose};

/// A page to read.
#[derive(Debug)]
pub(super) struct Page {
    width: u16,
    look: Look,
    lines: Vec<(String, Paint)>,
}

impl Page {
    /// An empty page of this width.
    pub(super) const fn new(width: u16, look: Look) -> Self {
        Self {
            width,
            look,
            lines: Vec::new(),
        }
    }

    /// Adds a paragraph; nothing for an empty text.
    pub(super) fn say(&mut self, text: &str, paint: Paint) {
        if !text.is_empty() {
            let lines = prose::wrap(text, self.width);
            self.lines
                .extend(lines.into_iter().map(|line| (line.into_owned(), paint)));
        }
    }

    /// Adds an item of a list.
    pub(super) fn item(&mut self, text: &str, paint: Paint) {
        let mut sign = self.look.sign(Sign::Bullet);
        for line in prose::wrap(text, self.width.saturating_sub(2)) {
            self.lines.push((format!("{sign} {line}"), paint));
            sign = " ";
        }
    }

    /// Adds a heading with the paragraph below it; nothing for an empty text.
    pub(super) fn section(&mut self, heading: &str, text: &str) {
        if !text.is_empty() {
            self.gap();
            self.say(heading, Paint::Title);
            self.say(text, Paint::Text);
        }
    }

    /// Adds an empty row, unless there is one or nothing stands above it.
    pub(super) fn gap(&mut self) {
        if self.lines.last().is_some_and(|(line, _)| !line.is_empty()) {
            self.lines.push((String::new(), Paint::Text));
        }
    }

    /// The page as one text, for whoever wraps it anew.
    pub(super) fn into_text(self) -> String {
        let lines: Vec<String> = self.lines.into_iter().map(|(line, _)| line).collect();
        lines.join("\n")
    }

    /// Leaves out what does not fit in so many rows, and says so.
    pub(super) fn fit(&mut self, rows: u16) {
        let rows = usize::from(rows);
        if self.lines.len() > rows {
            self.lines.truncate(rows.saturating_sub(1));
            let sign = self.look.sign(Sign::Ellipsis).to_owned();
            self.lines.push((sign, Paint::Quiet));
        }
    }

    /// The rows it takes.
    pub(super) const fn rows(&self) -> usize {
        self.lines.len()
    }
}

/// How far a page is scrolled.
#[derive(Debug, Default)]
pub(super) struct Scroll {
    offset: usize,
}

impl Scroll {
    /// Rows around a page in the smallest case: the line above every screen, a banner, the footer, and a line on top
    /// of the page.
    const AROUND: u16 = 5;

    /// Goes so many rows on, and stops at both ends.
    pub(super) fn step(&mut self, rows: isize, page: &Page, terminal: Rect) {
        let shown = usize::from(terminal.height.saturating_sub(Self::AROUND));
        let most = page.rows().saturating_sub(shown);
        self.offset = self.offset.saturating_add_signed(rows).min(most);
    }

    /// Draws a page from there, with a bar in the column behind it when not all of it is in sight.
    pub(super) fn draw(&self, page: &Page, area: Rect, buf: &mut Buffer) {
        let height = usize::from(area.height);
        let first = self.offset.min(page.rows().saturating_sub(height));
        let shown = page.lines.iter().skip(first);
        for (row, (line, paint)) in (area.top()..area.bottom()).zip(shown) {
            let style = page.look.style(*paint);
            buf.set_stringn(area.x, row, line, usize::from(page.width), style);
        }
        let bar = Rect {
            width: page
                .width
                .saturating_add(2)
                .min(area.width.saturating_add(1)),
            ..area
        };
        let bar = bar.intersection(buf.area);
        list::scrollbar(first, height, page.rows(), bar, buf, page.look);
    }
}
