//! A line of output: a stable first word and what belongs to it. Whatever is put into it, it stays one line without
//! a control character.

use std::fmt::{self, Display, Write};

use crate::text::{Lines, clean};

/// What stands between the lines of a text that is shown as one.
const BREAK: &str = " / ";

/// One event, on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line(String);

impl Line {
    /// A line that starts with this word.
    pub(super) fn new(word: &str) -> Self {
        Self(word.to_owned())
    }

    /// Adds a word, an id or a number.
    pub(super) fn with(self, word: impl Display) -> Self {
        let word = word.to_string();
        self.text(&word)
    }

    /// Adds a word, an id or a number if there is one.
    pub(super) fn with_some(self, word: Option<impl Display>) -> Self {
        match word {
            Some(word) => self.with(word),
            None => self,
        }
    }

    /// Adds what a person or the content says.
    pub(super) fn text(mut self, text: &str) -> Self {
        let clean = clean(text, Lines::Many);
        let mut separator = " ";
        for line in clean.lines().map(str::trim).filter(|line| !line.is_empty()) {
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{separator}{line}");
            separator = BREAK;
        }
        self
    }
}

impl Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_of_several_lines_stays_on_one() {
        let line = Line::new("saved")
            .with("n0012")
            .text("one\n\n two\r\nthree");
        assert_eq!(line.to_string(), "saved n0012 one / two / three");
    }

    proptest! {
        #[test]
        fn no_text_brings_a_control_character_or_a_second_line(text in any::<String>()) {
            let line = Line::new("shared").with("n0001").text(&text).to_string();
            prop_assert!(line.starts_with("shared n0001"));
            prop_assert!(!line.chars().any(char::is_control), "{line:?}");
        }

        #[test]
        fn no_escape_sequence_gets_through(before in "[a-z]{0,4}", inside in "[\\[\\]0-9;?a-zA-Z]{0,12}") {
            let line = Line::new("shared").text(&format!("{before}\u{1b}{inside}\u{9b}{inside}"));
            prop_assert!(!line.to_string().chars().any(char::is_control));
        }

        #[test]
        fn nothing_turns_the_direction_and_no_marks_pile_up(before in "[a-z]{0,4}", many in 5..40_usize) {
            let turns = "\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}";
            let marks = "\u{301}".repeat(many);
            let line = Line::new("shared").with(format!("n{turns}1")).text(&format!("{before}{turns}e{marks}"));
            let line = line.to_string();
            prop_assert!(!line.contains(|letter| turns.contains(letter)), "{line:?}");
            prop_assert!(!line.contains(&"\u{301}".repeat(5)), "{line:?}");
        }
    }
}
