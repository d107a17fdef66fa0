//! A page drawn for a terminal: every block as wide as the terminal allows. Colour is only ever added to what the
//! words already say.

use unicode_width::UnicodeWidthStr;

use super::Look;
use super::grid::Grid;
use super::page::{Block, Mark, Page, Role};
use super::wrap::wrap;

/// Narrower than this, lines run over the edge rather than break at every letter.
const NARROWEST: usize = 40;

const BOLD: &str = "\u{1b}[1m";
const YELLOW: &str = "\u{1b}[33m";
const RESET: &str = "\u{1b}[0m";

/// The whole page as one text.
pub(super) fn draw(page: &Page, look: Look) -> String {
    let width = look.width.max(NARROWEST);
    let mut drawing = Drawing {
        look: Look { width, ..look },
        text: String::new(),
    };
    for block in page.blocks() {
        drawing.block(block);
    }
    drawing.text
}

/// A text in the making.
struct Drawing {
    look: Look,
    text: String,
}

impl Drawing {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(title) => self.underlined(title, if self.look.ascii { '=' } else { '═' }),
            Block::Heading(_, heading) => {
                self.text.push('\n');
                self.underlined(heading, self.rule());
            }
            Block::Part(name) => {
                self.text.push('\n');
                self.hanging(Some(BOLD), "", name);
            }
            Block::Sentence(role, words) => self.hanging(ink(*role), "", words),
            Block::Item(mark, role, words) => self.hanging(ink(*role), &before(mark), words),
            Block::Quote(mark, quotation) => {
                self.hanging(None, &before(mark), &quotation.lines());
            }
            Block::Grid(grid) => self.grid(grid),
            // The grid says the same.
            Block::Chart(_) => {}
            Block::Blank => self.text.push('\n'),
        }
    }

    const fn rule(&self) -> char {
        if self.look.ascii { '-' } else { '─' }
    }

    fn underlined(&mut self, words: &str, rule: char) {
        let lines = wrap(words, self.look.width);
        let width = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        for line in lines {
            self.line(Some(BOLD), &line);
        }
        let rule: String = std::iter::repeat_n(rule, width).collect();
        self.line(None, &rule);
    }

    fn grid(&mut self, grid: &Grid) {
        let drawn = grid.draw(self.look.width, self.rule());
        for (code, name) in drawn.legend {
            self.hanging(None, &format!("{code} = "), &name);
        }
        for line in drawn.lines {
            self.line(None, &line);
        }
    }

    /// Lines that stand under each other, to the right of the mark.
    fn hanging(&mut self, ink: Option<&str>, mark: &str, words: &str) {
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
            self.line(ink, &line);
        }
    }

    fn line(&mut self, ink: Option<&str>, line: &str) {
        match ink.filter(|_| self.look.color && !line.is_empty()) {
            Some(ink) => self.text.extend([ink, line, RESET]),
            None => self.text.push_str(line),
        }
        self.text.push('\n');
    }
}

const fn ink(role: Role) -> Option<&'static str> {
    match role {
        Role::Text => None,
        Role::Warning => Some(YELLOW),
    }
}

/// What stands before an item; everything about it stands to the right of that.
fn before(mark: &Mark) -> String {
    match mark {
        Mark::Bullet => "  - ".to_owned(),
        Mark::Tag(tag) => format!("{tag}  "),
        Mark::Under(tag) => format!("{:1$}  ", "", tag.width()),
        Mark::Within { outer, tag } => format!("{:1$}  {tag}  ", "", outer.width()),
    }
}
