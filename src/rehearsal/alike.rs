//! Which statements obviously say the same: the same words, or most of them. Nothing cleverer; what means the same
//! in other words is for people to see.

use std::collections::BTreeSet;

use crate::id::ContributionId;
use crate::text::fold;
use crate::workshop::entry::Contribution;

/// How much of the shorter statement has to be in the longer one, in tenths.
const SHARED_TENTHS: usize = 8;
/// Statements of fewer different words are alike only when they are the same.
const WORDS: usize = 4;

/// The sets of statements that are alike, in order of their first; each statement is in one set at most.
pub(super) fn alike<'a>(
    contributions: impl IntoIterator<Item = &'a Contribution>,
) -> Vec<Vec<ContributionId>> {
    let mut rest: Vec<(ContributionId, Words)> = contributions
        .into_iter()
        .map(|contribution| (contribution.id, Words::of(contribution)))
        .collect();
    let mut sets = Vec::new();
    while !rest.is_empty() {
        let (first, words) = rest.remove(0);
        let (same, others): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|(_, other)| words.is_like(other));
        rest = others;
        if !same.is_empty() {
            sets.push(
                std::iter::once(first)
                    .chain(same.into_iter().map(|(id, _)| id))
                    .collect(),
            );
        }
    }
    sets
}

struct Words {
    text: String,
    set: BTreeSet<String>,
}

impl Words {
    fn of(contribution: &Contribution) -> Self {
        let text = fold(contribution.text.as_str());
        let set = text.split(' ').map(str::to_owned).collect();
        Self { text, set }
    }

    fn is_like(&self, other: &Self) -> bool {
        if self.text == other.text {
            return true;
        }
        let shorter = self.set.len().min(other.set.len());
        shorter >= WORDS
            && self.set.intersection(&other.set).count() * 10 >= shorter * SHARED_TENTHS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::vocabulary::{Kind, Source};

    fn said(number: u32, text: &str) -> Contribution {
        Contribution {
            id: ContributionId(number),
            kind: Kind::Need,
            scenario: "synergy".parse().unwrap(),
            persona: None,
            participant: None,
            table: None,
            prompt: None,
            cards: Vec::new(),
            language: Language::Nl,
            at: None,
            text: text.parse().unwrap(),
            source: Source::Typed,
            shared: true,
            hidden: false,
            withdrawn: false,
            placement: None,
            sorts: Vec::new(),
            tally: None,
            group: None,
            suggestion: None,
        }
    }

    #[test]
    fn the_same_words_and_most_of_the_same_words_are_alike() {
        let said = [
            said(1, "tijd om bij te leren op mijn tempo"),
            said(2, "een simpel scherm met kleur"),
            said(3, "Tijd om bij te leren, op mijn tempo!"),
            said(4, "ook bij ons: tijd om bij te leren op mijn tempo"),
        ];
        let ids = [1, 3, 4].map(ContributionId);
        assert_eq!(alike(&said), [ids.to_vec()]);
    }

    #[test]
    fn a_few_words_in_common_do_not_make_two_statements_alike() {
        let said = [
            said(1, "tijd om bij te leren op mijn tempo"),
            said(2, "tijd om op adem te komen tussen twee orders"),
            said(3, "tijd"),
        ];
        assert!(alike(&said).is_empty());
    }
}
