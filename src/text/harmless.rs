//! The last look at what is shown. Texts of people are clean by type long before; this is for everything else that ends
//! up in a terminal or a log, such as file names and what the system says.

use std::borrow::Cow;

use super::clean::{MARKS, is_hidden, is_mark};

/// What stands in the place of something that may not be shown.
const GONE: char = '\u{FFFD}';

/// Returns `text` with a sign in the place of everything a terminal would obey, that turns the direction of what follows,
/// or that nobody sees; and without marks beyond what a character may carry. Line breaks, spaces, joiners and the
/// selectors of emoji stay, so what was laid out stays so.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return Cow::Borrowed(text);
    }
    let mut marks = 0_usize;
    let shown = text.chars().filter_map(|scalar| {
        let is_gone = scalar != '\n' && (is_hidden(scalar) || is_break(scalar));
        if is_mark(scalar) && !is_gone {
            marks = marks.saturating_add(1);
            return (marks <= MARKS).then_some(scalar);
        }
        // A joiner does not start the count again.
        if !matches!(scalar, '\u{200C}' | '\u{200D}') {
            marks = 0;
        }
        Some(if is_gone { GONE } else { scalar })
    });
    Cow::Owned(shown.collect())
}

/// Line breaks that only some programs take for one.
const fn is_break(scalar: char) -> bool {
    matches!(scalar, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::clean::tests::awkward;
    use crate::text::{Lines, clean};

    #[test]
    fn what_a_terminal_obeys_is_a_sign_and_the_rest_stays() {
        for (raw, shown) in [
            ("sessions/a b.yaml", "sessions/a b.yaml"),
            ("één\n  ⟨twee⟩ 👩🏽\u{200D}🏭", "één\n  ⟨twee⟩ 👩🏽\u{200D}🏭"),
            ("\u{1B}[31mrood\u{7}", "\u{FFFD}[31mrood\u{FFFD}"),
            ("\u{9B}2J\r\t", "\u{FFFD}2J\u{FFFD}\u{FFFD}"),
            ("plan\u{202E}lmay.exe", "plan\u{FFFD}lmay.exe"),
            ("a\u{2066}b\u{2069}\u{200B}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"),
            ("\u{E0041}tag\u{2028}", "\u{FFFD}tag\u{FFFD}"),
        ] {
            assert_eq!(harmless(raw), shown, "{raw:?}");
        }
        let tower = format!("e{}", "\u{301}".repeat(900));
        assert_eq!(harmless(&tower).chars().count(), 1 + MARKS);
    }

    proptest! {
        #[test]
        fn what_is_clean_stays_and_what_is_harmless_is_harmless(raw in awkward()) {
            let cleaned = clean(&raw, Lines::Many);
            prop_assert_eq!(harmless(&cleaned), cleaned.as_str());
            let once = harmless(&raw).into_owned();
            prop_assert_eq!(harmless(&once), once.as_str());
        }
    }
}
