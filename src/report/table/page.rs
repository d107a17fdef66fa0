//! The page a report is written on: headings, sentences, lists, grids and charts, one under the other, as what they are.
//! How each looks is decided where a page is drawn: for a terminal, as Markdown or for a browser.

use super::chart::Chart;
use super::grid::Grid;
use crate::language::Language;

/// What a line is, for those who see colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Text,
    Warning,
}

/// What an item of a list begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A dash.
    Bullet,
    /// An id.
    Tag(String),
    /// Nothing of its own: more about the item with this id.
    Under(String),
    /// An id, in the list that belongs to the item with the outer id.
    Within { outer: String, tag: String },
}

/// What somebody wrote, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quotation {
    pub(crate) text: String,
    /// What it is written in, where that is known.
    pub(crate) language: Option<Language>,
    /// Who said it and about what, in parts.
    pub(crate) origin: Vec<String>,
}

impl Quotation {
    /// A text whose language nobody said.
    pub(in crate::report) fn of(text: impl std::fmt::Display, origin: Vec<String>) -> Self {
        let text = text.to_string();
        let language = None;
        Self {
            text,
            language,
            origin,
        }
    }

    /// On lines of their own: the text, and in brackets where it comes from.
    pub(crate) fn lines(&self) -> String {
        format!("{}\n({})", self.text, self.origin.join(", "))
    }
}

/// Something on the page.
#[derive(Debug, Clone)]
pub(in crate::report) enum Block {
    /// The name of the whole, above everything.
    Title(String),
    /// The name of a section, and the word by which it can be found.
    Heading(&'static str, String),
    /// The name of a part of a section.
    Part(String),
    /// A sentence or more.
    Sentence(Role, String),
    /// An item of a list.
    Item(Mark, Role, String),
    /// An item that is a quotation.
    Quote(Mark, Quotation),
    /// Rows under heads.
    Grid(Grid),
    /// A drawing of the grid that comes next, for where one can be shown.
    Chart(Chart),
    /// Room between what stands above and below, where lines would run together.
    Blank,
}

/// A page in the making.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    blocks: Vec<Block>,
}

impl Page {
    /// What stands on it, from top to bottom.
    pub(in crate::report) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub(crate) fn title(&mut self, title: &str) {
        self.blocks.push(Block::Title(title.to_owned()));
    }

    pub(crate) fn heading(&mut self, id: &'static str, heading: &str) {
        self.blocks.push(Block::Heading(id, heading.to_owned()));
    }

    pub(crate) fn part(&mut self, name: &str) {
        self.blocks.push(Block::Part(name.to_owned()));
    }

    pub(crate) fn say(&mut self, words: &str) {
        self.blocks
            .push(Block::Sentence(Role::Text, words.to_owned()));
    }

    /// A sentence that the reader should not miss.
    pub(crate) fn warn(&mut self, words: &str) {
        self.blocks
            .push(Block::Sentence(Role::Warning, words.to_owned()));
    }

    pub(crate) fn bullet(&mut self, words: &str) {
        self.item(Mark::Bullet, Role::Text, words);
    }

    /// An item with its id.
    pub(crate) fn tagged(&mut self, tag: &str, words: &str) {
        self.item(Mark::Tag(tag.to_owned()), Role::Text, words);
    }

    /// More about the item with this id.
    pub(crate) fn under(&mut self, tag: &str, words: &str) {
        self.item(Mark::Under(tag.to_owned()), Role::Text, words);
    }

    /// The same, for what the reader should not miss.
    pub(crate) fn warn_under(&mut self, tag: &str, words: &str) {
        self.item(Mark::Under(tag.to_owned()), Role::Warning, words);
    }

    /// A quotation with its id.
    pub(crate) fn quote(&mut self, tag: &str, quotation: Quotation) {
        let mark = Mark::Tag(tag.to_owned());
        self.blocks.push(Block::Quote(mark, quotation));
    }

    /// A quotation with its id, in the list of an outer one.
    pub(crate) fn quote_within(&mut self, outer: &str, tag: &str, quotation: Quotation) {
        let (outer, tag) = (outer.to_owned(), tag.to_owned());
        let mark = Mark::Within { outer, tag };
        self.blocks.push(Block::Quote(mark, quotation));
    }

    fn item(&mut self, mark: Mark, role: Role, words: &str) {
        self.blocks.push(Block::Item(mark, role, words.to_owned()));
    }

    pub(crate) fn blank(&mut self) {
        self.blocks.push(Block::Blank);
    }

    pub(crate) fn grid(&mut self, grid: Grid) {
        self.blocks.push(Block::Grid(grid));
    }

    /// A drawing of the grid that comes next.
    pub(in crate::report) fn chart(&mut self, chart: Chart) {
        self.blocks.push(Block::Chart(chart));
    }
}
