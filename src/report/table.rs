//! The report for people: sentences, lists and grids in the reader's language, and how they look in a terminal. It
//! decides nothing and counts nothing, and a frame or a colour never carries what the words do not say.

pub(super) mod chart;
mod charts;
mod closing;
pub mod comparison;
pub(crate) mod grid;
mod head;
mod matrices;
pub(crate) mod page;
mod part;
mod placements;
mod terminal;
mod weights;
pub(super) mod words;
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
    draw(&page(&Words::new(report, locale)), look)
}

/// Draws a page for a terminal.
pub(crate) fn draw(page: &Page, look: Look) -> String {
    terminal::draw(page, look)
}

/// Everything there is to read, whatever it is drawn on.
pub(super) fn page(words: &Words<'_>) -> Page {
    let mut page = findings(words);
    ending(&mut page, words);
    page
}

/// Who met, and what was found.
pub(super) fn findings(words: &Words<'_>) -> Page {
    let mut page = Page::default();
    write(&mut page, words, Part::FINDINGS);
    page
}

/// What is in none of it, and how to read it.
pub(super) fn ending(page: &mut Page, words: &Words<'_>) {
    write(page, words, Part::ENDING);
}

/// These parts of it and no others.
pub(crate) fn parts(report: &Report, locale: Locale, parts: &[Part]) -> Page {
    let mut page = Page::default();
    write(&mut page, &Words::new(report, locale), parts);
    page
}

fn write(page: &mut Page, words: &Words<'_>, parts: &[Part]) {
    for part in parts {
        part.write(page, words);
    }
}
