//! What is looked for: words, of which all must occur, whatever their case and accents.

use crate::text::fold;

/// Words to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needle {
    words: Vec<String>,
}

impl Needle {
    /// The words somebody typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let folded = if typed.trim().is_empty() {
            String::new()
        } else {
            fold(typed)
        };
        Self {
            words: folded.split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, folded.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether all of them occur in a folded text.
    #[must_use]
    pub fn is_in(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }

    /// In how many lines all of them occur together.
    #[must_use]
    pub fn lines_in(&self, folded: &str) -> usize {
        folded.lines().filter(|line| self.is_in(line)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_found_whatever_their_case_and_accents() {
        let needle = Needle::of("  ÉÉN machine ");
        assert!(needle.is_in(&fold("Meer dan een Machine")));
        assert!(!needle.is_in(&fold("een mens")));
        assert_eq!(
            needle.lines_in("een machine\neen\nmachines van een ander"),
            2
        );
        assert!(Needle::of("   ").is_empty());
    }
}
