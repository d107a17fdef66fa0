//! The page a report is written on: headings, sentences, lists and grids, one under the other, as what they are. How
//! each looks is decided where a page is drawn, for a terminal or as Markdown.

use super::grid::Grid;

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

/// Something on the page.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    /// The name of the whole, above everything.
    Title(String),
    /// The name of a section.
    Heading(String),
    /// A sentence or more.
    Sentence(Role, String),
    /// An item of a list.
    Item(Mark, Role, String),
    /// Rows under heads.
    Grid(Grid),
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
    pub(crate) fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub(crate) fn title(&mut self, title: &str) {
        self.blocks.push(Block::Title(title.to_owned()));
    }

    pub(crate) fn heading(&mut self, heading: &str) {
        self.blocks.push(Block::Heading(heading.to_owned()));
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

    /// An item with its id, in the list of an outer one.
    pub(crate) fn within(&mut self, outer: &str, tag: &str, words: &str) {
        let (outer, tag) = (outer.to_owned(), tag.to_owned());
        self.item(Mark::Within { outer, tag }, Role::Text, words);
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
}
