//! The report as Markdown: the page that a terminal shows, drawn as headings, lists and tables that read well as they
//! are. What stands on the page is text and nothing else: no words of anybody make a heading, a link, a table or HTML.

use unicode_width::UnicodeWidthStr;

use super::Report;
use super::comparison::Comparison;
use super::table;
use super::table::grid::Grid;
use super::table::page::{Block, Mark, Page};
use super::table::words::Words;
use crate::locale::Locale;

/// A character that is not seen and keeps two others apart.
const WORD_JOINER: char = '\u{2060}';

/// Writes the report as one text.
#[must_use]
pub fn render(report: &Report, locale: Locale) -> String {
    written(&table::page(&Words::new(report, locale)))
}

/// Writes a comparison as one text.
#[must_use]
pub fn comparison(comparison: &Comparison, locale: Locale) -> String {
    written(&table::comparison::page(comparison, locale))
}

/// Writes a page as one text.
pub(crate) fn written(page: &Page) -> String {
    let mut text = String::new();
    let mut in_list = false;
    for block in page.blocks() {
        let Some(drawn) = draw(block) else { continue };
        let is_item = matches!(block, Block::Item(..) | Block::Quote(..));
        let goes_on = in_list && is_item;
        if !text.is_empty() && !goes_on {
            text.push('\n');
        }
        text.push_str(&drawn);
        in_list = is_item;
    }
    text
}

/// The lines of a block. Room between blocks is not the page's business here.
fn draw(block: &Block) -> Option<String> {
    Some(match block {
        Block::Title(title) => format!("# {}\n", on_one_line(title)),
        Block::Heading(_, heading) => format!("## {}\n", on_one_line(heading)),
        Block::Part(name) => format!("### {}\n", on_one_line(name)),
        Block::Sentence(_, words) => hanging("", "", words),
        Block::Item(mark, _, words) => item(mark, words),
        Block::Quote(mark, quotation) => item(mark, &quotation.lines()),
        Block::Grid(grid) => table_of(grid),
        // The grid says the same.
        Block::Chart(_) | Block::Blank => return None,
    })
}

fn item(mark: &Mark, words: &str) -> String {
    match mark {
        Mark::Bullet => hanging("- ", "  ", words),
        Mark::Tag(tag) => hanging(&format!("- **{}** ", inline(tag)), "  ", words),
        Mark::Under(_) => hanging("  - ", "    ", words),
        Mark::Within { tag, .. } => hanging(&format!("  - **{}** ", inline(tag)), "    ", words),
    }
}

/// Lines behind a mark, the others to the right of it. An empty one begins a new paragraph.
fn hanging(mark: &str, indent: &str, words: &str) -> String {
    let mut text = String::new();
    for (index, line) in words.split('\n').map(escape).enumerate() {
        if index == 0 {
            text.push_str(mark);
        } else if !line.is_empty() {
            text.push_str(indent);
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn on_one_line(words: &str) -> String {
    inline(words.replace('\n', " ").trim())
}

/// Names to the left, figures to the right, and every column as wide as its widest cell.
fn table_of(grid: &Grid) -> String {
    let rows = [grid.heads()].into_iter().chain(grid.cells());
    let rows: Vec<Vec<String>> = rows
        .map(|row| row.iter().map(|cell| on_one_line(cell)).collect())
        .collect();
    let widths: Vec<usize> = (0..grid.heads().len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.width()).max().unwrap_or(0).max(3)
        })
        .collect();
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.iter().zip(&widths).enumerate();
            line_of(cells.map(|(column, (cell, width))| padded(cell, *width, column > 0)))
        })
        .collect();
    let rule = widths.iter().enumerate().map(|(column, width)| {
        let dashes = "-".repeat(width - 1);
        if column > 0 {
            format!("{dashes}:")
        } else {
            format!(":{dashes}")
        }
    });
    lines.insert(1.min(lines.len()), line_of(rule));
    lines.concat()
}

fn line_of(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

fn padded(cell: &str, width: usize, to_the_right: bool) -> String {
    let room = " ".repeat(width.saturating_sub(cell.width()));
    if to_the_right {
        format!("{room}{cell}")
    } else {
        format!("{cell}{room}")
    }
}

/// A line as text, where it may begin a block: what would be a mark is written so that it shows as itself.
fn escape(line: &str) -> String {
    let line = line.trim();
    let behind_number = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let (number, rest) = line.split_at(line.len() - behind_number.len());
    let begins = |signs: &[char]| rest.starts_with(signs);
    let is_mark = if number.is_empty() {
        begins(&['#', '>', '-', '+', '=', ':'])
    } else {
        begins(&['.', ')'])
    };
    let rest = inline(rest);
    let mark = if is_mark && !rest.starts_with('\\') {
        "\\"
    } else {
        ""
    };
    format!("{number}{mark}{rest}")
}

/// Words as text, within a line. Marks that mean nothing where they stand, such as a hyphen, are left alone.
fn inline(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut before = ' ';
    for (at, sign) in words.char_indices() {
        let rest = words.get(at..).unwrap_or_default();
        let is_mark = match sign {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            '_' => !is_within_a_word(before, rest),
            // At the end of a heading these are no part of it.
            '#' => rest.trim_end_matches('#').is_empty(),
            ':' => rest.starts_with("://"),
            '.' => is_www(&escaped),
            '&' => is_entity(rest),
            _ => false,
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(sign);
        // An address becomes a link even when its sign is escaped.
        if sign == '@' {
            escaped.push(WORD_JOINER);
        }
        before = sign;
    }
    escaped
}

fn is_within_a_word(before: char, rest: &str) -> bool {
    let after = rest.chars().nth(1);
    before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric)
}

/// Whether what was written so far ends in the word that makes an address.
fn is_www(written: &str) -> bool {
    let mut backwards = written.chars().rev();
    let is_word = backwards
        .by_ref()
        .take(3)
        .filter(|sign| sign.eq_ignore_ascii_case(&'w'))
        .count()
        == 3;
    is_word && backwards.next().is_none_or(|sign| !sign.is_alphanumeric())
}

/// Whether this is a character by its name or number, such as `&amp;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.split(';').next().unwrap_or_default();
    let name = name.trim_start_matches(['&', '#']);
    rest.contains(';') && !name.is_empty() && name.chars().all(|sign| sign.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_where_they_would_mean_something() {
        for (written, expected) in [
            ("# kop", r"\# kop"),
            ("kamer # 3", "kamer # 3"),
            ("kamer ##", r"kamer \#\#"),
            ("#", r"\#"),
            ("- punt", r"\- punt"),
            ("mens-machine", "mens-machine"),
            ("12. twaalf", r"12\. twaalf"),
            ("12.5 graden", r"12\.5 graden"),
            ("om 12. Dan", "om 12. Dan"),
            ("=====", r"\====="),
            (":-:", r"\:-:"),
            ("een *twee*", r"een \*twee\*"),
            ("een_twee _drie_", r"een_twee \_drie\_"),
            ("[kom](http://x.be)", r"\[kom\](http\://x.be)"),
            ("<b>R&D &amp; co</b>", r"\<b>R&D \&amp; co\</b>"),
            ("a | b", r"a \| b"),
            ("WWW.x.be wwww.x", r"WWW\.x.be wwww.x"),
            ("an@x.be", "an@\u{2060}x.be"),
            ("~~weg~~ `x` \\", r"\~\~weg\~\~ \`x\` \\"),
            ("    ingesprongen", "ingesprongen"),
        ] {
            assert_eq!(escape(written), expected);
        }
    }
}
