//! A comparison as tidy data: what stands side by side, each theme of each of them, and the needs of each.

use super::{Cell, Sheet, figure, nothing, text, told};
use crate::report::comparison::{Column, Comparison, Line, Need, Theme, Who};
use crate::vocabulary::UnknownWord;

tables!(
    /// Each theme in each column.
    #[default]
    Themes = "themes",
    /// The columns, with their sizes.
    Columns = "columns",
    /// Needs that are said in all columns or in one only.
    Needs = "needs",
);

/// Writes one table of the comparison, under the names of its columns.
#[must_use]
pub fn render(comparison: &Comparison, table: Table) -> String {
    let sheet = match table {
        Table::Themes => themes(comparison),
        Table::Columns => columns(comparison),
        Table::Needs => needs(comparison),
    };
    sheet.write()
}

/// By what a column is told from the others: an id, a name, a word or a year.
fn who(column: &Column) -> Cell {
    match &column.who {
        Who::Session(id, _) => text(id),
        Who::Organisation(name) | Who::Tag(name) => text(name),
        Who::Sector(kind) => text(kind),
        Who::Year(year) => text(year),
        Who::Unknown => nothing(),
    }
}

fn columns(comparison: &Comparison) -> Sheet {
    let rows = comparison.columns.iter().enumerate().map(|(index, one)| {
        vec![
            figure(index),
            who(one),
            figure(one.sessions.len()),
            figure(one.participants),
            figure(one.small),
            figure(one.contributions),
            figure(one.placed),
            told(one.alpha),
            figure(one.compared),
            figure(one.ballots),
        ]
    });
    let names = [
        "column",
        "who",
        "sessions",
        "participants",
        "small",
        "contributions",
        "placed",
        "alpha",
        "compared",
        "ballots",
    ];
    Sheet::new(&names, rows)
}

fn themes(comparison: &Comparison) -> Sheet {
    let rows = comparison.themes.iter().flat_map(|line| {
        let columns = line.columns.iter().zip(&comparison.columns).enumerate();
        columns.map(|(index, (one, column))| {
            let mut cells = vec![text(&line.theme), figure(index), who(column)];
            cells.extend(figures(one));
            cells.extend(tested(line, index));
            cells
        })
    });
    let names = [
        "theme",
        "column",
        "who",
        "contributions",
        "of",
        "share",
        "low",
        "high",
        "rank",
        "scenarios",
        "scenarios_run",
        "dots",
        "dots_of",
        "vote_rank",
        "p",
        "p_corrected",
        "claimed",
    ];
    Sheet::new(&names, rows)
}

fn figures(one: &Theme) -> [Cell; 11] {
    [
        figure(one.contributions),
        figure(one.of),
        told(one.share.map(|interval| interval.share)),
        told(one.share.map(|interval| interval.low)),
        told(one.share.map(|interval| interval.high)),
        figure(one.rank),
        figure(one.across),
        figure(one.scenarios_run),
        figure(one.dots),
        figure(one.dots_of),
        told(one.vote_rank),
    ]
}

/// The test of this column against the others, where one was made.
fn tested(line: &Line, column: usize) -> [Cell; 3] {
    let mut made = line.differences.iter();
    let test = made.find(|test| test.column == column);
    [
        told(test.map(|test| test.p)),
        told(test.map(|test| test.corrected)),
        told(test.map(|test| test.claimed)),
    ]
}

fn needs(comparison: &Comparison) -> Sheet {
    let lists = comparison.needs.iter().flat_map(|needs| {
        let all = needs.in_all.iter().map(|need| ("all", need));
        all.chain(needs.in_one.iter().map(|need| ("one", need)))
    });
    let rows = lists.enumerate().flat_map(|(number, (said_in, need))| {
        let columns = need.columns.iter().zip(&comparison.columns).enumerate();
        columns.map(move |(index, (count, column))| {
            let Need { text: words, .. } = need;
            vec![
                figure(number),
                text(said_in),
                figure(index),
                who(column),
                figure(count),
                text(words),
            ]
        })
    });
    let names = ["need", "said_in", "column", "who", "contributions", "text"];
    Sheet::new(&names, rows)
}
