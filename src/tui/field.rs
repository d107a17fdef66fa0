//! A field that takes text: one line or several, with a limit people can see coming. What is pasted comes in as it
//! would have been typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget as _;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};

use super::key::Key;
use super::look::{Look, Paint};
use crate::text::{Lines, clean, graphemes};

/// The most graphemes a field takes, whatever its limit: a book that is pasted should not stop the program.
const MOST: usize = 20_000;

/// A field that takes text.
#[derive(Debug, Clone)]
pub struct TextField {
    area: TextArea<'static>,
    lines: Lines,
}

impl TextField {
    /// An empty field.
    #[must_use]
    pub fn new(lines: Lines) -> Self {
        let mut field = Self {
            area: TextArea::default(),
            lines,
        };
        field.dress();
        field
    }

    /// A field with this text in it, the cursor behind it.
    #[must_use]
    pub fn with(lines: Lines, text: &str) -> Self {
        let mut field = Self::new(lines);
        field.paste(text);
        field
    }

    /// A field over a text of somebody's own, whose lines and indents stay as they are; only what a terminal would obey
    /// is taken out. `None` when it is longer than a field holds, so that nothing is lost.
    #[must_use]
    pub fn keeping(text: &str) -> Option<Self> {
        if graphemes(text) > MOST {
            return None;
        }
        let lines = text.lines().map(|line| {
            let line = line.replace('\t', "    ");
            let shown = line.chars().filter(|letter| !is_obeyed(*letter));
            shown.collect::<String>()
        });
        let lines: Vec<String> = lines.collect();
        let mut field = Self::new(Lines::Many);
        field.area.insert_str(lines.join("\n"));
        Some(field)
    }

    fn dress(&mut self) {
        self.area.set_wrap_mode(match self.lines {
            Lines::One => WrapMode::None,
            Lines::Many => WrapMode::WordOrGlyph,
        });
        self.area.set_cursor_line_style(Style::default());
        // The cursor is the terminal's own, where screen readers and magnifiers look for it.
        self.area.set_cursor_style(Style::default());
    }

    /// The text as it stands.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether there is nothing in it but space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// How many characters it holds, as people count them.
    #[must_use]
    pub fn length(&self) -> usize {
        graphemes(&self.text())
    }

    /// Empties it.
    pub fn clear(&mut self) {
        self.area = TextArea::default();
        self.dress();
    }

    /// Puts a text where the cursor is.
    pub fn paste(&mut self, text: &str) {
        let mut cleaned = clean(text, self.lines);
        // Cleaning takes the space off both ends; between words it belongs there.
        if text.starts_with(' ') && !self.is_blank() {
            cleaned.insert(0, ' ');
        }
        if text.ends_with(' ') {
            cleaned.push(' ');
        }
        let room = MOST.saturating_sub(self.length());
        let fitting: String =
            unicode_segmentation::UnicodeSegmentation::graphemes(cleaned.as_str(), true)
                .take(room)
                .collect();
        self.area.insert_str(fitting);
    }

    /// Takes a key; false when it is none of the field's. Enter sends, so a new line is Alt-Enter or Ctrl-J; keys that
    /// lead elsewhere (Enter, Esc, Tab, F-keys) are never taken.
    pub fn press(&mut self, key: Key) -> bool {
        use crossterm::event::KeyCode;
        match key.code {
            KeyCode::Char(letter) if !key.ctrl && !key.alt => {
                if self.length() < MOST {
                    let mut text = [0; 4];
                    self.area.insert_str(letter.encode_utf8(&mut text));
                }
                true
            }
            KeyCode::Char('a' | 'e' | 'k' | 'w' | 'y') if key.ctrl && !key.alt => {
                self.area.input(crossterm::event::KeyEvent::from(key));
                true
            }
            KeyCode::Char('u') if key.ctrl => {
                self.area.delete_line_by_head();
                true
            }
            KeyCode::Enter if key.alt => {
                self.newline();
                true
            }
            KeyCode::Char('j') if key.ctrl => {
                self.newline();
                true
            }
            KeyCode::Up | KeyCode::Down if self.lines == Lines::One => false,
            KeyCode::Up if self.is_at_top() => false,
            KeyCode::Down if self.is_at_bottom() => false,
            KeyCode::Backspace
            | KeyCode::Delete
            | KeyCode::Left
            | KeyCode::Right
            | KeyCode::Home
            | KeyCode::End
            | KeyCode::Up
            | KeyCode::Down => {
                self.area.input(crossterm::event::KeyEvent::from(key));
                true
            }
            _ => false,
        }
    }

    fn newline(&mut self) {
        if self.lines == Lines::Many {
            self.area.insert_newline();
        }
    }

    fn is_at_top(&self) -> bool {
        self.area.screen_cursor().row == 0
    }

    fn is_at_bottom(&self) -> bool {
        let mut below = self.area.clone();
        below.move_cursor(CursorMove::Down);
        below.screen_cursor().row == self.area.screen_cursor().row
    }

    /// Puts the cursor behind the text.
    pub fn to_end(&mut self) {
        self.area.move_cursor(CursorMove::Bottom);
        self.area.move_cursor(CursorMove::End);
    }

    /// Draws it, and says where the cursor is.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, look: Look) -> Option<Position> {
        if area.is_empty() {
            return None;
        }
        buf.set_style(area, look.style(Paint::Field));
        self.area.render(area, buf);
        let (top, left) = self.area.scroll_offset();
        let at = self.area.screen_cursor();
        let row = u16::try_from(at.row).ok()?.checked_sub(top)?;
        let column = u16::try_from(at.col).ok()?.checked_sub(left)?;
        let at = Position::new(area.x.checked_add(column)?, area.y.checked_add(row)?);
        Some(Position::new(
            at.x.min(area.right().saturating_sub(1)),
            at.y,
        ))
        .filter(|at| area.contains(*at))
    }
}

/// Whether a terminal obeys a character instead of showing it, or turns the direction of what follows.
fn is_obeyed(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn type_into(field: &mut TextField, keys: &str) {
        for key in Key::parse_all(keys).expect("keys") {
            field.press(key);
        }
    }

    #[test]
    fn a_field_of_one_line_takes_no_second_one_typed_or_pasted() {
        let mut field = TextField::new(Lines::One);
        type_into(&mut field, "Rust<alt-enter>");
        field.paste(" en\nvrede\u{1b}[31m");
        assert_eq!(field.text(), "Rust en vrede");
    }

    #[test]
    fn a_field_of_several_lines_keeps_them() {
        let mut field = TextField::with(Lines::Many, "een");
        type_into(&mut field, "<alt-enter>twee<backspace>");
        assert_eq!(field.text(), "een\ntwe");
        assert_eq!(field.length(), 7);
    }

    #[test]
    fn a_text_of_ones_own_keeps_its_lines_and_indents() {
        let text = "- een\n\n\n    - twee\u{1b}[31m\u{202e}\n\tdrie";
        let field = TextField::keeping(text).expect("short enough");
        assert_eq!(field.text(), "- een\n\n\n    - twee[31m\n    drie");
        assert!(TextField::keeping(&"x".repeat(MOST + 1)).is_none());
    }

    #[test]
    fn the_cursor_stands_behind_what_was_typed() {
        let field = TextField::with(Lines::One, "drie");
        let area = Rect::new(2, 1, 10, 1);
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 3));
        let cursor = field.draw(area, &mut buf, Look::default());
        assert_eq!(cursor, Some(Position::new(6, 1)));
    }
}
