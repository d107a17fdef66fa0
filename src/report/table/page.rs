//! The page a report is written on: headings, sentences, lists and grids, one under the other, each as wide as the
//! terminal allows. Colour is only ever added to what the words already say.

use unicode_width::UnicodeWidthStr;

use super::Look;
use super::grid::Grid;
use super::wrap::wrap;

/// Narrower than this, lines run over the edge rather than break at every letter.
const NARROWEST: usize = 40;

const BOLD: &str = "\u{1b}[1m";
const YELLOW: &str = "\u{1b}[33m";
const RESET: &str = "\u{1b}[0m";

/// What a line is, for those who see colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    Heading,
    Warning,
}

/// A text in the making.
#[derive(Debug)]
pub(super) struct Page {
    look: Look,
    text: String,
}

impl Page {
    pub(super) fn new(look: Look) -> Self {
        let width = look.width.max(NARROWEST);
        Self {
            look: Look { width, ..look },
            text: String::new(),
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// The name of the whole, above everything.
    pub(super) fn title(&mut self, title: &str) {
        self.underlined(title, if self.look.ascii { '=' } else { '═' });
    }

    /// The name of a section, with room around it.
    pub(super) fn heading(&mut self, heading: &str) {
        self.text.push('\n');
        self.underlined(heading, if self.look.ascii { '-' } else { '─' });
    }

    fn underlined(&mut self, words: &str, rule: char) {
        let lines = wrap(words, self.look.width);
        let width = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        for line in lines {
            self.line(Role::Heading, &line);
        }
        let rule: String = std::iter::repeat_n(rule, width).collect();
        self.line(Role::Text, &rule);
    }

    /// A sentence or more.
    pub(super) fn say(&mut self, words: &str) {
        self.hanging(Role::Text, "", words);
    }

    /// A sentence that the reader should not miss.
    pub(super) fn warn(&mut self, words: &str) {
        self.hanging(Role::Warning, "", words);
    }

    /// An item of a list: its lines stand under each other, to the right of the mark.
    pub(super) fn item(&mut self, mark: &str, words: &str) {
        self.hanging(Role::Text, mark, words);
    }

    /// The same, for what the reader should not miss.
    pub(super) fn warn_item(&mut self, mark: &str, words: &str) {
        self.hanging(Role::Warning, mark, words);
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    pub(super) fn grid(&mut self, grid: &Grid) {
        let rule = if self.look.ascii { '-' } else { '─' };
        let drawn = grid.draw(self.look.width, rule);
        for (code, name) in drawn.legend {
            self.item(&format!("{code} = "), &name);
        }
        for line in drawn.lines {
            self.line(Role::Text, &line);
        }
    }

    fn hanging(&mut self, role: Role, mark: &str, words: &str) {
        let indent = mark.width();
        let lines = wrap(words, self.look.width.saturating_sub(indent).max(1));
        for (index, line) in lines.iter().enumerate() {
            let line = if index == 0 {
                format!("{mark}{line}")
            } else if line.is_empty() {
                String::new()
            } else {
                format!("{:indent$}{line}", "")
            };
            self.line(role, &line);
        }
    }

    fn line(&mut self, role: Role, line: &str) {
        let ink = match role {
            Role::Text => None,
            Role::Heading => Some(BOLD),
            Role::Warning => Some(YELLOW),
        };
        match ink.filter(|_| self.look.color && !line.is_empty()) {
            Some(ink) => self.text.extend([ink, line, RESET]),
            None => self.text.push_str(line),
        }
        self.text.push('\n');
    }
}
