//! The report for people: sentences, lists and grids in the reader's language, and how they look in a terminal. It
//! decides nothing and counts nothing, and a frame or a colour never carries what the words do not say.

mod closing;
pub(crate) mod grid;
mod head;
mod matrices;
pub(crate) mod page;
mod part;
mod placements;
mod terminal;
mod weights;
mod words;
mod wrap;
mod written;

use super::Report;
use crate::locale::Locale;
use page::Page;
pub(crate) use part::Part;
use words::Words;

/// How the page should look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Draw lines with ASCII characters only; what people wrote stays as it is.
    pub ascii: bool,
    /// Add colour.
    pub color: bool,
    /// How many cells a line may take.
    pub width: usize,
}

/// Writes the report as one text, read from top to bottom.
#[must_use]
pub fn render(report: &Report, locale: Locale, look: Look) -> String {
    draw(&page(report, locale), look)
}

/// Everything there is to read, whatever it is drawn on.
pub(super) fn page(report: &Report, locale: Locale) -> Page {
    parts(report, locale, Part::ALL)
}

/// These parts of it.
pub(crate) fn parts(report: &Report, locale: Locale, parts: &[Part]) -> Page {
    let words = Words::new(report, locale);
    let mut page = Page::default();
    for part in parts {
        part.write(&mut page, &words);
    }
    page
}

/// Draws a page for a terminal.
pub(crate) fn draw(page: &Page, look: Look) -> String {
    terminal::draw(page, look)
}
