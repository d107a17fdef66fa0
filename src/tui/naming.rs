//! Ids for what a group makes itself, out of the words it chose, and names for drafts of what has no id yet.

use std::collections::BTreeSet;

use crate::id::ContributionId;
use crate::text::fold;

/// The form in which these cards get a label together, on the wall and on the board: what was typed for others is no draft
/// of it.
pub(super) fn label_form<'a>(cards: impl IntoIterator<Item = &'a ContributionId>) -> String {
    let cards: BTreeSet<&ContributionId> = cards.into_iter().collect();
    let mut name = "label".to_owned();
    for card in cards {
        name.push('-');
        name.push_str(&card.to_string());
    }
    name
}

/// The words in small letters and dashes, no longer than so many letters, with a number behind them where that is taken.
/// `None` when nothing of them can stand in an id.
pub(super) fn free_id(
    words: &str,
    longest: usize,
    is_taken: impl Fn(&str) -> bool,
) -> Option<String> {
    let folded = fold(words);
    let parts = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let stem: String = parts.join("-").chars().take(longest).collect();
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        return None;
    }
    let numbered = (2..).map(|number: u32| format!("{stem}-{number}"));
    std::iter::once(stem.to_owned())
        .chain(numbered)
        .find(|id| !is_taken(id))
}
