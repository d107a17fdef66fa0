//! Every contribution that counts, in a table that a reader can put in another order.

use crate::report::entries::Quote;
use crate::report::table::grid::Grid;
use crate::report::table::page::Page;
use crate::report::table::words::Words;

/// The heads of the columns; the text stands in the second.
const HEADS: [&str; 9] = [
    "html-number",
    "html-text",
    "html-kind",
    "report-scenario",
    "report-persona",
    "report-theme",
    "html-second",
    "html-group",
    "html-source",
];

pub(super) fn write(page: &mut Page, words: &Words<'_>) {
    let heading = words.say("html-contributions");
    page.heading("contributions", &heading);
    let quotes = &words.report.contributions;
    page.say(&words.count("report-head-contributions", quotes.len()));
    if quotes.is_empty() {
        return;
    }
    let has_authors = quotes.iter().any(|quote| quote.author.is_some());
    let author = has_authors.then_some("html-author");
    let heads = HEADS.into_iter().chain(author).map(|key| words.say(key));
    let mut grid = Grid::of_texts("contributions", heading, heads.collect(), 1);
    let plain = words.plain();
    for quote in quotes {
        let tag = plain.tag(&quote.session, quote.contribution);
        let cells = row(&plain, quote, &tag, has_authors);
        grid.text(&tag, quote.language, cells);
    }
    page.grid(grid);
}

fn row(words: &Words<'_>, quote: &Quote, tag: &str, has_authors: bool) -> Vec<String> {
    let primary = quote.primary.as_ref();
    let second = quote.second.as_ref();
    let group = quote.group.map(|group| words.tag(&quote.session, group));
    let mut cells = vec![
        tag.to_owned(),
        quote.text.to_string(),
        words.locale.kind(quote.kind),
        words.scenario(&quote.scenario),
        words.persona_of(quote),
        primary.map_or_else(|| words.say("report-unplaced"), |place| words.place(place)),
        second.map_or_else(String::new, |place| words.place(place)),
        group.unwrap_or_default(),
        words.locale.source(quote.source),
    ];
    if has_authors {
        let author = quote.author.as_ref();
        cells.push(author.map_or_else(String::new, ToString::to_string));
    }
    cells
}
