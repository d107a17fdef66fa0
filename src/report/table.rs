//! The report for people: sentences, lists and grids in the reader's language, and how they look in a terminal. It
//! decides nothing and counts nothing, and a frame or a colour never carries what the words do not say.

mod closing;
pub(super) mod grid;
mod head;
mod matrices;
pub(super) mod page;
mod placements;
mod terminal;
mod weights;
mod words;
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
    terminal::draw(&page(report, locale), look)
}

/// Everything there is to read, whatever it is drawn on.
pub(super) fn page(report: &Report, locale: Locale) -> Page {
    let words = Words::new(report, locale);
    let mut page = Page::default();
    head::write(&mut page, &words);
    head::unreadable(&mut page, &words);
    matrices::themes(&mut page, &words);
    weights::write(&mut page, &words);
    matrices::recurrence(&mut page, &words);
    written::groups(&mut page, &words);
    weights::needs(&mut page, &words);
    matrices::coverage(&mut page, &words);
    closing::votes(&mut page, &words);
    closing::agreement(&mut page, &words);
    placements::write(&mut page, &words);
    written::none_of_the_themes(&mut page, &words);
    written::unplaced(&mut page, &words);
    written::parking(&mut page, &words);
    closing::recommendations(&mut page, &words);
    closing::reflections(&mut page, &words);
    head::left_out(&mut page, &words);
    head::warning(&mut page, &words);
    page
}
