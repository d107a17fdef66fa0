//! A grid of words and figures that fits the terminal. Columns are as wide as their words need; where the heads of
//! the columns do not fit, letters stand in for them, with a legend before the grid.

use comfy_table::{
    CellAlignment, ContentArrangement, ContentLineStyle, LineStyle, Table, TableStyle,
};

use super::wrap::{widest_line, widest_piece, wrap};
use crate::language::Language;

/// The cells between two columns.
const GAP: usize = 2;
/// Names get this part of the room, if they want it, before a head is written out.
const NAMES: usize = 3;
/// A head of so few cells, such as "total", needs no letter in its place.
const SHORT: usize = 6;
/// The first column is not made narrower than this to save words from being broken.
const NARROWEST: usize = 10;

/// Rows under heads. The first column holds names, the others figures.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// The word by which it can be found on the page.
    id: String,
    /// What it is called, where that is not seen from where it stands.
    caption: String,
    heads: Vec<String>,
    /// The column that holds texts of people instead of figures.
    texts: Option<usize>,
    rows: Vec<Row>,
    /// Sums, and what the figures are out of: they stay below, in whatever order the rows are put.
    foot: Vec<Row>,
}

/// A row, with the word for what it is about, which is the same in every language.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) cells: Vec<String>,
    /// What its text is written in.
    pub(crate) language: Option<Language>,
}

impl Row {
    fn of(key: &(impl ToString + ?Sized), language: Option<Language>, cells: Vec<String>) -> Self {
        let key = key.to_string();
        Self {
            key,
            cells,
            language,
        }
    }
}

/// A grid as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Drawn {
    /// What the letters in the head stand for, if there are any.
    pub(super) legend: Vec<(String, String)>,
    /// The lines.
    pub(super) lines: Vec<String>,
}

impl Grid {
    pub(crate) fn new(id: impl Into<String>, caption: String, heads: Vec<String>) -> Self {
        Self {
            id: id.into(),
            caption,
            heads,
            texts: None,
            rows: Vec::new(),
            foot: Vec::new(),
        }
    }

    /// A grid in which one column holds texts of people, and the others words about them.
    pub(crate) fn of_texts(
        id: &'static str,
        caption: String,
        heads: Vec<String>,
        texts: usize,
    ) -> Self {
        Self {
            texts: Some(texts),
            ..Self::new(id, caption, heads)
        }
    }

    /// The column that holds texts of people.
    pub(crate) const fn texts(&self) -> Option<usize> {
        self.texts
    }

    /// The word by which it can be found on the page.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// What it is called.
    pub(crate) fn caption(&self) -> &str {
        &self.caption
    }

    /// What stands above the columns.
    pub(crate) fn heads(&self) -> &[String] {
        &self.heads
    }

    /// The rows, without those of the foot.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows of the foot.
    pub(crate) fn foot(&self) -> &[Row] {
        &self.foot
    }

    /// The cells of all rows, from top to bottom.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &[String]> {
        let rows = self.rows.iter().chain(&self.foot);
        rows.map(|row| row.cells.as_slice())
    }

    /// Adds a row with as many cells as there are heads.
    pub(crate) fn row(&mut self, key: &(impl ToString + ?Sized), cells: Vec<String>) {
        self.rows.push(Row::of(key, None, cells));
    }

    /// Adds a row with a text in this language.
    pub(crate) fn text(&mut self, key: &str, language: Language, cells: Vec<String>) {
        self.rows.push(Row::of(key, Some(language), cells));
    }

    /// Adds a row to the foot.
    pub(crate) fn sum(&mut self, key: &(impl ToString + ?Sized), cells: Vec<String>) {
        self.foot.push(Row::of(key, None, cells));
    }

    /// Draws the grid at most `width` cells wide, if that is possible at all.
    pub(super) fn draw(&self, width: usize, rule: char) -> Drawn {
        let room = width.saturating_sub(GAP * self.heads.len().saturating_sub(1));
        let fitting = [usize::MAX, SHORT].into_iter().find_map(|longest| {
            let (heads, legend) = self.abbreviate(longest);
            Some((self.fit(&heads, room)?, heads, legend))
        });
        let (widths, heads, legend) = fitting.unwrap_or_else(|| {
            let (heads, legend) = self.abbreviate(0);
            (self.squeeze(&heads, room), heads, legend)
        });
        Drawn {
            legend,
            lines: self.lines(&heads, &widths, rule),
        }
    }

    /// The heads, with a letter for each that is longer than this, and what the letters stand for.
    fn abbreviate(&self, longest: usize) -> (Vec<String>, Vec<(String, String)>) {
        let mut heads = self.heads.clone();
        let mut legend = Vec::new();
        let figures = heads.iter_mut().skip(1);
        for head in figures.filter(|head| widest_line(head) > longest) {
            let code = code(legend.len());
            legend.push((code.clone(), std::mem::replace(head, code)));
        }
        (heads, legend)
    }

    /// The widths at which no word breaks; what is left goes to the columns that would be tallest.
    fn fit(&self, heads: &[String], room: usize) -> Option<Vec<usize>> {
        let mut widths = self.measure(heads, widest_piece);
        let wanted = self.measure(heads, widest_line);
        if let (Some(first), Some(wanted)) = (widths.first_mut(), wanted.first()) {
            *first = (*first).max(room / NAMES).min(*wanted);
        }
        let mut left = room.checked_sub(widths.iter().sum())?;
        while left > 0 {
            let tallest = widths
                .iter_mut()
                .zip(&wanted)
                .filter(|(width, wanted)| *wanted > *width)
                .max_by_key(|(width, wanted)| **wanted * 100 / **width);
            let Some((width, _)) = tallest else { break };
            *width += 1;
            left -= 1;
        }
        Some(widths)
    }

    /// Words in the first column break, figures never do.
    fn squeeze(&self, heads: &[String], room: usize) -> Vec<usize> {
        let mut widths = self.measure(heads, widest_piece);
        let figures: usize = widths.iter().skip(1).sum();
        if let Some(first) = widths.first_mut() {
            *first = room.saturating_sub(figures).max(NARROWEST.min(*first));
        }
        widths
    }

    fn measure(&self, heads: &[String], size: fn(&str) -> usize) -> Vec<usize> {
        let column = |index: usize, head: &String| {
            let cells = self.cells().filter_map(|row| row.get(index));
            cells.chain([head]).map(|cell| size(cell)).max()
        };
        heads
            .iter()
            .enumerate()
            .map(|(index, head)| column(index, head).unwrap_or(0).max(1))
            .collect()
    }

    fn lines(&self, heads: &[String], widths: &[usize], rule: char) -> Vec<String> {
        let wrapped = |cells: &[String]| -> Vec<String> {
            let cells = cells.iter().zip(widths);
            cells
                .map(|(cell, width)| wrap(cell, *width).join("\n"))
                .collect()
        };
        let mut table = Table::new();
        table
            .load_style(style(rule))
            .set_content_arrangement(ContentArrangement::Disabled)
            .set_header(wrapped(heads))
            .add_rows(self.cells().map(wrapped));
        let last = widths.len().saturating_sub(1);
        for (index, column) in table.column_iter_mut().enumerate() {
            // The other cell of the gap is where a frame would have its line.
            column.set_padding((0, u16::from(index < last)));
            if index > 0 {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let lines = table.lines();
        lines.map(|line| line.trim_end().to_owned()).collect()
    }
}

/// Only a line under the heads: frames take room, and a screen reader reads them out.
const fn style(rule: char) -> TableStyle {
    TableStyle::new()
        .header_lines(ContentLineStyle::none())
        .header_separator(LineStyle::none().fill(rule).junction(rule))
        .content_lines(ContentLineStyle::none())
}

/// A, B, … Z, AA, AB, …
fn code(index: usize) -> String {
    let letter = u8::try_from(index % 26).map_or('?', |offset| char::from(b'A' + offset));
    match (index / 26).checked_sub(1) {
        Some(before) => format!("{}{letter}", code(before)),
        None => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid() -> Grid {
        let heads = ["thema", "Mens-machine inefficiëntie", "Status-quo"];
        let mut grid = Grid::new("themes", String::new(), heads.map(str::to_owned).to_vec());
        let cells = ["levenslang leren", "12", "0"];
        grid.row("lifelong-learning", cells.map(str::to_owned).to_vec());
        grid
    }

    #[test]
    fn a_grid_with_room_stands_on_single_lines() {
        let drawn = grid().draw(80, '-');
        assert_eq!(drawn.legend, []);
        assert_eq!(
            drawn.lines,
            [
                "thema             Mens-machine inefficiëntie  Status-quo",
                "--------------------------------------------------------",
                "levenslang leren                          12           0",
            ]
        );
    }

    #[test]
    fn heads_that_do_not_fit_become_letters_with_a_legend() {
        let drawn = grid().draw(24, '-');
        assert_eq!(
            drawn.legend,
            [
                ("A".to_owned(), "Mens-machine inefficiëntie".to_owned()),
                ("B".to_owned(), "Status-quo".to_owned())
            ]
        );
        assert_eq!(
            drawn.lines,
            [
                "thema              A  B",
                "-----------------------",
                "levenslang leren  12  0"
            ]
        );
    }

    #[test]
    fn words_break_before_figures_do() {
        let drawn = grid().draw(15, '-');
        assert_eq!(
            drawn.lines,
            [
                "thema        A  B",
                "-----------------",
                "levenslang  12  0",
                "leren",
            ]
        );
        assert_eq!((code(25), code(26)), ("Z".to_owned(), "AA".to_owned()));
    }
}
