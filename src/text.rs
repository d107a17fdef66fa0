//! Bounded, clean strings for everything a person types, since it ends up in other people's terminals.
//!
//! [`clean()`] takes out whatever a terminal would obey instead of show, and whatever nobody can see. The types
//! [`Statement`], [`Name`], [`Title`], [`Label`], [`Note`] and [`Words`] hold text that went through it and fits
//! a limit; there is no other way to make one, and reading one from a file or a frame takes the same road, but for its
//! bytes: files written before those were counted still open.
//! This module is pure, and it never decides what a text means.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod clean;
mod harmless;

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use clean::{plain, scrub};

pub use harmless::harmless;

/// How many scalars one grapheme may have before it counts as two. The longest emoji in use has ten, but a
/// grapheme has no end of its own: emoji chained by joiners would otherwise pass any limit in one "character".
const SCALARS: usize = 16;

/// How many bytes a text may have for each character of its limit: as many as a scalar has at most. A character of
/// several scalars is paid for by those that are shorter, so that a text is bounded in memory as well.
const BYTES: usize = 4;

/// Whether a text may run over several lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One line: a line break becomes a space.
    One,
    /// Several lines, with at most one blank line between two others.
    Many,
}

/// Why a text was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing visible was left after cleaning.
    #[error("the text is empty")]
    Empty,
    /// The cleaned text is longer than its kind allows, in characters or in bytes.
    #[error("the text counts as {length} characters, and at most {limit} are allowed")]
    TooLong {
        /// How many characters this kind of text may have.
        limit: usize,
        /// How many characters the cleaned text counts as.
        length: usize,
    },
}

/// Returns what may be shown of `raw`, in the composed form (NFC).
///
/// Escape sequences, control characters, direction overrides and invisible characters are gone; spaces and blank
/// lines do not pile up; a character carries at most four combining marks; nothing stands before the first or
/// after the last visible character. A no-break space that stands alone stays, for French punctuation. Cleaning
/// what is clean changes nothing.
#[must_use]
pub fn clean(raw: &str, lines: Lines) -> String {
    match plain(raw, lines) {
        Some(_) => raw.to_owned(),
        None => scrub(raw, lines),
    }
}

/// Counts what a reader would call characters (extended grapheme clusters).
#[must_use]
pub fn graphemes(text: &str) -> usize {
    plain(text, Lines::Many).unwrap_or_else(|| text.graphemes(true).count())
}

/// Returns a form in which two ways of writing the same words are equal; for comparing, never for showing.
///
/// Letters are lower case and bare of accents, ligatures are spelled out, and each run of punctuation and spaces
/// is one space. A text of punctuation alone keeps it, so that "?" is not "!".
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        if is_accent(letter) {
            continue;
        }
        if is_separator(letter) {
            gap = !folded.is_empty();
            continue;
        }
        if gap {
            folded.push(' ');
            gap = false;
        }
        match letter {
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            'ς' => folded.push('σ'),
            _ => folded.push(letter),
        }
    }
    if folded.is_empty() {
        clean(text, Lines::One)
    } else {
        folded
    }
}

/// Makes one kind of text: a limit in characters, which bounds its bytes as well, its lines, and whether it may be empty.
/// Whoever quotes a text shares it.
macro_rules! text {
    ($(#[$doc:meta])* $name:ident, $limit:literal, $lines:ident, may_be_empty: $empty:literal) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// How many characters it may have.
            pub const LIMIT: usize = $limit;
            /// Whether it may run over several lines.
            pub const LINES: Lines = Lines::$lines;

            /// Cleans `raw` and takes it if it fits.
            ///
            /// # Errors
            ///
            /// When what is left is too long, or is nothing where something is needed.
            pub fn parse(raw: &str) -> Result<Self, TextError> {
                let text = Self::read(raw)?;
                fits_in_bytes(&text.0, Self::LIMIT)?;
                Ok(text)
            }

            /// Takes what stands in a file or a frame: its bytes were not always counted.
            fn read(raw: &str) -> Result<Self, TextError> {
                bounded(raw, Self::LINES, Self::LIMIT, $empty).map(Self)
            }

            /// Returns the text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = TextError;

            fn from_str(raw: &str) -> Result<Self, TextError> {
                Self::parse(raw)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Reader(Self::read))
            }
        }
    };
}

text! {
    /// What somebody contributes: 500 characters on any number of lines.
    Statement, 500, Many, may_be_empty: false
}
text! {
    /// What somebody or something is called: 60 characters on one line.
    Name, 60, One, may_be_empty: false
}
text! {
    /// What stands above a session, a scenario or a step: 120 characters on one line.
    Title, 120, One, may_be_empty: false
}
text! {
    /// What stands on a group of contributions or a field: 80 characters on one line.
    Label, 80, One, may_be_empty: false
}
text! {
    /// What somebody adds in passing, such as a parked remark: 500 characters on any number of lines.
    Note, 500, Many, may_be_empty: false
}
text! {
    /// A text of the content files: 4000 characters on any number of lines, or nothing.
    Words, 4000, Many, may_be_empty: true
}

/// Reads any of the kinds of text from a serialized string.
struct Reader<T>(fn(&str) -> Result<T, TextError>);

impl<T> de::Visitor<'_> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_str<E: de::Error>(self, raw: &str) -> Result<T, E> {
        (self.0)(raw).map_err(E::custom)
    }
}

fn bounded(
    raw: &str,
    lines: Lines,
    limit: usize,
    may_be_empty: bool,
) -> Result<Arc<str>, TextError> {
    let (text, length) = if let Some(length) = plain(raw, lines) {
        (Arc::from(raw), length)
    } else {
        let text = scrub(raw, lines);
        let length = length(&text);
        (Arc::from(text), length)
    };
    if length > limit {
        Err(TextError::TooLong { limit, length })
    } else if length == 0 && !may_be_empty {
        Err(TextError::Empty)
    } else {
        Ok(text)
    }
}

/// Holds a text against the bytes it may take. What has too many counts as the characters that would fit in them.
fn fits_in_bytes(text: &str, limit: usize) -> Result<(), TextError> {
    let length = text.len().div_ceil(BYTES);
    if length > limit {
        Err(TextError::TooLong { limit, length })
    } else {
        Ok(())
    }
}

/// Counts characters as the limits do, so that what fits in `limit` has at most `SCALARS * limit` scalars.
fn length(text: &str) -> usize {
    let counts = text.graphemes(true).map(|one| one.chars().count());
    counts.map(|count| count.div_ceil(SCALARS)).sum()
}
/// Tells whether a scalar is an accent, and not a mark that spells, such as the vowels of Hindi.
fn is_accent(scalar: char) -> bool {
    matches!(
        scalar,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}'
    )
}

/// Tells whether a scalar stands between words. Emoji and other signs do not: they may be all there is.
fn is_separator(scalar: char) -> bool {
    let separates =
        matches!(scalar, '\u{00}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}');
    (separates && !scalar.is_alphanumeric()) || scalar.is_whitespace()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::clean::tests::awkward;
    use super::*;

    #[test]
    fn limits_count_what_a_reader_counts() {
        let family = "👨‍👩‍👧‍👦";
        assert_eq!(graphemes(family), 1);
        assert!(Name::parse(&format!("{}{family}", "é".repeat(59))).is_ok());
        assert_eq!(
            Name::parse(&"é".repeat(61)),
            Err(TextError::TooLong {
                limit: 60,
                length: 61
            })
        );
        assert_eq!(
            Name::parse(&format!("{}{}", "x".repeat(60), " ".repeat(60)))
                .map(|name| name.to_string()),
            Ok("x".repeat(60))
        );
        assert!(Words::parse(&"x".repeat(4000)).is_ok());
        assert_eq!(
            Words::parse(" \n").map(|words| words.to_string()),
            Ok(String::new())
        );
    }

    #[test]
    fn a_character_without_end_counts_for_more() {
        let chain = vec!["👩"; 600].join("\u{200D}");
        assert_eq!(graphemes(&chain), 1);
        assert_eq!(
            Name::parse(&chain),
            Err(TextError::TooLong {
                limit: 60,
                length: 75
            })
        );
    }

    #[test]
    fn a_text_takes_four_bytes_for_each_character_of_its_limit_and_no_more() {
        let family = "👨‍👩‍👧‍👦";
        assert!(Statement::parse(&family.repeat(80)).is_ok());
        assert_eq!(
            Statement::parse(&family.repeat(81)),
            Err(TextError::TooLong {
                limit: 500,
                length: 507
            })
        );
        for letter in ["ж", "ش", "工", "👍"] {
            assert!(Statement::parse(&letter.repeat(500)).is_ok(), "{letter}");
        }
        for words in [
            "Мне нужно больше времени, чтобы учить новых коллег. ",
            "أحتاج إلى وقت أطول لتعليم زملائي الجدد. ",
            "我需要更多时间来教新同事。",
            "👩🏽‍🔧 hilft 👨‍👩‍👧‍👦, wenn es eng wird. ",
        ] {
            let most = Statement::LIMIT / graphemes(words);
            assert!(Statement::parse(&words.repeat(most)).is_ok(), "{words}");
        }
        let hindi = "मुझे नए साथियों को सिखाने के लिए समय चाहिए। ";
        assert!(Statement::parse(&hindi.repeat(300 / graphemes(hindi))).is_ok());
    }

    #[test]
    fn what_was_taken_before_bytes_were_counted_is_still_read() {
        let long = "👨‍👩‍👧‍👦".repeat(500);
        assert!(Statement::parse(&long).is_err());
        let read: Statement = serde_json::from_value(long.clone().into()).unwrap();
        assert_eq!(read.as_str(), long);
        let refused = serde_json::from_value::<Statement>("é".repeat(501).into()).unwrap_err();
        assert!(refused.to_string().contains("501"), "{refused}");
    }

    #[test]
    fn reading_takes_the_same_road() {
        let name: Name = serde_json::from_str(r#"" e\u0301\u001b[31m  n ""#).unwrap();
        assert_eq!(name.as_str(), "é n");
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"é n\"");
        let refused = serde_json::from_str::<Name>("\" \"").unwrap_err();
        assert!(
            refused.to_string().starts_with("the text is empty"),
            "{refused}"
        );
        let refused = serde_json::from_str::<Name>("7").unwrap_err();
        assert!(refused.to_string().contains("expected a text"), "{refused}");
    }

    #[test]
    fn folding_forgets_case_accents_and_punctuation() {
        for (left, right) in [
            ("Coördinatie, hé?", "coordinatie he"),
            ("werk-privé  balans!", "Werk prive balans"),
            ("Cœur à l’ouvrage", "coeur a l'ouvrage"),
            ("ĲZER", "ijzer"),
            ("STRASSE", "straße"),
        ] {
            assert_eq!(fold(left), fold(right));
        }
        for (left, right) in [
            ("?", "!"),
            ("👍", "👎"),
            ("मि", "मा"),
            ("5 uur", "6 uur"),
            ("nu", "nut"),
        ] {
            assert_ne!(fold(left), fold(right));
        }
    }
    proptest! {
        #[test]
        fn the_limit_holds(raw in awkward(), times in 1_usize..8) {
            let raw = raw.repeat(times);
            match Name::parse(&raw) {
                Ok(name) => {
                    prop_assert!((1..=Name::LIMIT).contains(&graphemes(name.as_str())));
                    prop_assert!(name.as_str().len() <= Name::LIMIT * 4);
                    prop_assert_eq!(Name::parse(name.as_str()), Ok(name));
                }
                Err(TextError::Empty) => prop_assert_eq!(clean(&raw, Lines::One), ""),
                Err(TextError::TooLong { limit, length }) => prop_assert!(limit == Name::LIMIT && length > limit),
            }
        }

        #[test]
        fn what_is_written_reads_back(raw in awkward()) {
            if let Ok(statement) = Statement::parse(&raw) {
                let json = serde_json::to_string(&statement).unwrap();
                prop_assert_eq!(serde_json::from_str::<Statement>(&json).unwrap(), statement);
            }
        }

        #[test]
        fn folding_twice_is_folding_once(raw in awkward()) {
            let folded = fold(&raw);
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}
