//! The report for people: sentences, lists and grids in the reader's language, and how they look in a terminal. It
//! decides nothing and counts nothing, and a frame or a colour never carries what the words do not say.

pub(super) mod chart;
mod charts;
mod closing;
pub mod comparison;
pub(super) mod grid;
mod head;
mod matrices;
pub(super) mod page;
mod placements;
mod terminal;
mod weights;
pub(super) mod words;
mod wrap;
mod written;

use super::Report;
use crate::locale::Locale;
use page::Page;
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
    terminal::draw(&page(&Words::new(report, locale)), look)
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
    head::write(&mut page, words);
    head::unreadable(&mut page, words.locale, &words.report.unreadable);
    matrices::themes(&mut page, words);
    weights::write(&mut page, words);
    matrices::recurrence(&mut page, words);
    written::groups(&mut page, words);
    weights::needs(&mut page, words);
    matrices::coverage(&mut page, words);
    closing::votes(&mut page, words);
    closing::agreement(&mut page, words);
    placements::write(&mut page, words);
    written::none_of_the_themes(&mut page, words);
    written::unplaced(&mut page, words);
    written::parking(&mut page, words);
    closing::recommendations(&mut page, words);
    closing::reflections(&mut page, words);
    page
}

/// What is in none of it, and how to read it.
pub(super) fn ending(page: &mut Page, words: &Words<'_>) {
    head::left_out(page, words);
    head::warning(page, words);
}
