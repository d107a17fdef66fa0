//! A page as the template takes it: sections with what stands in them, items gathered into lists, and each chart with
//! its grid. Texts are kept as they were written; the template escapes them all.

use serde::Serialize;

use super::HtmlError;
use super::chart;
use crate::language::Language;
use crate::locale::Locale;
use crate::report::table::chart::Chart;
use crate::report::table::grid::{Grid, Row};
use crate::report::table::page::{Block, Mark, Page, Quotation, Role};

/// A page, laid out.
#[derive(Debug, Serialize)]
pub(super) struct Laid<'a> {
    language: Language,
    /// The name of the whole, without marks of direction: a browser shows it where there is no room for them.
    title: String,
    heading: &'a str,
    words: Frame,
    lead: Vec<Piece<'a>>,
    sections: Vec<Section<'a>>,
}

/// The words around the sections.
#[derive(Debug, Serialize)]
struct Frame {
    skip: String,
    contents: String,
    sort_how: String,
    sorted_up: String,
    sorted_down: String,
}

/// A part of the page under a heading of its own.
#[derive(Debug, Serialize)]
struct Section<'a> {
    id: &'a str,
    heading: &'a str,
    pieces: Vec<Piece<'a>>,
}

/// Something that stands under what came before it.
#[derive(Debug, Serialize)]
#[serde(tag = "shape", rename_all = "kebab-case")]
enum Piece<'a> {
    Part {
        name: &'a str,
    },
    Say {
        text: &'a str,
        warns: bool,
    },
    List {
        items: Vec<Item<'a>>,
    },
    Table(Table<'a>),
    Figure {
        chart: Drawing<'a>,
        table: Table<'a>,
    },
}

/// An item of a list, and what belongs to it.
#[derive(Debug, Serialize)]
struct Item<'a> {
    mark: &'a str,
    text: &'a str,
    warns: bool,
    /// Where a quotation comes from; of other items there is nothing.
    origin: &'a [String],
    language: Option<Language>,
    items: Vec<Item<'a>>,
}

/// A chart as the library drew and escaped it.
#[derive(Debug, Serialize)]
struct Drawing<'a> {
    alternative: &'a str,
    shapes: String,
    width: u32,
    height: u32,
}

/// Figures in rows and columns; the first cell of a row names it.
#[derive(Debug, Serialize)]
struct Table<'a> {
    id: &'a str,
    caption: &'a str,
    heads: &'a [String],
    /// The column whose cells are texts in a language of their own.
    texts: Option<usize>,
    rows: Vec<Line<'a>>,
    foot: Vec<Line<'a>>,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    key: &'a str,
    cells: &'a [String],
    language: Option<Language>,
}

/// Lays a page out.
pub(super) fn of(page: &Page, locale: Locale) -> Result<Laid<'_>, HtmlError> {
    let sorted = |key| locale.say_with(key, &[("column", "{column}".into())]);
    let mut laid = Laid {
        language: locale.language(),
        title: String::new(),
        heading: "",
        words: Frame {
            skip: locale.say("html-skip"),
            contents: locale.say("html-contents"),
            sort_how: locale.say("html-sort-how"),
            sorted_up: sorted("html-sorted-up"),
            sorted_down: sorted("html-sorted-down"),
        },
        lead: Vec::new(),
        sections: Vec::new(),
    };
    let mut chart = None;
    for block in page.blocks() {
        match block {
            Block::Title(title) => {
                laid.heading = title;
                laid.title = title.replace(['\u{2068}', '\u{2069}'], "");
            }
            Block::Heading(id, heading) => laid.sections.push(Section {
                id,
                heading,
                pieces: Vec::new(),
            }),
            Block::Part(name) => laid.pieces().push(Piece::Part { name }),
            Block::Chart(waiting) => chart = Some(waiting),
            Block::Grid(grid) => {
                let piece = figure(grid, chart.take())?;
                laid.pieces().push(piece);
            }
            Block::Sentence(role, text) => laid.pieces().push(Piece::Say {
                text,
                warns: *role == Role::Warning,
            }),
            Block::Item(mark, role, text) => {
                put(laid.pieces(), mark, Item::says(mark, *role, text));
            }
            Block::Quote(mark, quotation) => {
                put(laid.pieces(), mark, Item::quotes(mark, quotation));
            }
            Block::Blank => {}
        }
    }
    Ok(laid)
}

impl<'a> Laid<'a> {
    /// What stands in the part that was begun last.
    fn pieces(&mut self) -> &mut Vec<Piece<'a>> {
        match self.sections.last_mut() {
            Some(section) => &mut section.pieces,
            None => &mut self.lead,
        }
    }
}

impl<'a> Item<'a> {
    fn says(mark: &'a Mark, role: Role, text: &'a str) -> Self {
        Self {
            mark: shown(mark),
            text,
            warns: role == Role::Warning,
            origin: &[],
            language: None,
            items: Vec::new(),
        }
    }

    fn quotes(mark: &'a Mark, quotation: &'a Quotation) -> Self {
        Self {
            mark: shown(mark),
            text: &quotation.text,
            warns: false,
            origin: &quotation.origin,
            language: quotation.language,
            items: Vec::new(),
        }
    }
}

fn shown(mark: &Mark) -> &str {
    match mark {
        Mark::Tag(tag) | Mark::Within { tag, .. } => tag,
        Mark::Bullet | Mark::Under(_) => "",
    }
}

/// Puts an item where it belongs: under the one before it, behind it, or at the head of a new list.
fn put<'a>(pieces: &mut Vec<Piece<'a>>, mark: &Mark, item: Item<'a>) {
    let belongs_to_last = matches!(mark, Mark::Under(_) | Mark::Within { .. });
    match pieces.last_mut() {
        Some(Piece::List { items }) => match items.last_mut() {
            Some(last) if belongs_to_last => last.items.push(item),
            _ => items.push(item),
        },
        _ => pieces.push(Piece::List { items: vec![item] }),
    }
}

/// A grid, and the chart of it if there is one; a chart of nothing would be empty paper.
fn figure<'a>(grid: &'a Grid, chart: Option<&'a Chart>) -> Result<Piece<'a>, HtmlError> {
    let table = Table {
        id: grid.id(),
        caption: grid.caption(),
        heads: grid.heads(),
        texts: grid.texts(),
        rows: grid.rows().iter().map(Line::of).collect(),
        foot: grid.foot().iter().map(Line::of).collect(),
    };
    let Some(chart) = chart.filter(|_| !table.rows.is_empty()) else {
        return Ok(Piece::Table(table));
    };
    let drawn = chart::drawn(&chart.shape)?;
    let chart = Drawing {
        alternative: &chart.alternative,
        shapes: drawn.shapes,
        width: drawn.width,
        height: drawn.height,
    };
    Ok(Piece::Figure { chart, table })
}

impl<'a> Line<'a> {
    fn of(row: &'a Row) -> Self {
        Self {
            key: &row.key,
            cells: &row.cells,
            language: row.language,
        }
    }
}
