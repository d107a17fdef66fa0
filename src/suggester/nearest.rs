//! The example that is most like a text: by the words they share, the rarer the more. Words that begin alike count as
//! the same, which forgives endings; words that stand everywhere liken nothing.

use super::alike::{Postings, Vector};
use super::example::Example;
use super::model::{normalise, rarity};
use super::words::{Word, number_of, words};

/// Letters after which words may differ.
const STEM: usize = 5;
/// What shares less is not like it.
const LEAST: f32 = 0.2;
/// A word that stands in more than one of so many examples is passed over.
const COMMON: usize = 25;

/// Examples by their words.
#[derive(Debug, Clone)]
pub(super) struct Index<'a> {
    examples: Vec<Example<'a>>,
    /// The words by number, in order, with how many examples each stands in; common ones are not there.
    known: Vec<(u32, u32)>,
    postings: Postings,
}

impl<'a> Index<'a> {
    /// Puts examples by their words.
    pub(super) fn of(examples: Vec<Example<'a>>) -> Self {
        let texts: Vec<Vec<u32>> = examples.iter().map(|one| stems(&words(one.text))).collect();
        let mut all: Vec<u32> = texts.iter().flatten().copied().collect();
        all.sort_unstable();
        let most = examples.len().div_ceil(COMMON).max(2);
        let mut index = Self {
            examples,
            known: Vec::new(),
            postings: Postings::default(),
        };
        for same in all.chunk_by(|left, right| left == right) {
            if let (Some(stem), true) = (same.first(), same.len() <= most) {
                let count = u32::try_from(same.len()).unwrap_or(u32::MAX);
                index.known.push((*stem, count));
            }
        }
        let vectors: Vec<Vector> = texts.iter().map(|text| index.vector(text)).collect();
        index.postings = Postings::of(&vectors);
        index
    }

    /// The example most like a text, if there is one; of several the first.
    pub(super) fn nearest(&self, text: &[Word]) -> Option<&Example<'a>> {
        let likeness = self.postings.likeness(&self.vector(&stems(text)));
        let likely = likeness.into_iter().enumerate();
        let (at, _) = likely
            .filter(|(_, likeness)| *likeness >= LEAST)
            .max_by(|left, right| left.1.total_cmp(&right.1).then(right.0.cmp(&left.0)))?;
        self.examples.get(at)
    }

    fn vector(&self, stems: &[u32]) -> Vector {
        let mut vector: Vector = stems
            .iter()
            .filter_map(|stem| {
                let at = self.known.binary_search_by_key(stem, |(known, _)| *known);
                let (_, count) = self.known.get(at.ok()?)?;
                Some((*stem, rarity(self.examples.len(), *count)))
            })
            .collect();
        normalise(&mut vector);
        vector
    }
}

/// The words of a text without their endings, by number, each once and in order.
fn stems(text: &[Word]) -> Vec<u32> {
    let mut stems: Vec<u32> = text
        .iter()
        .map(|word| {
            let end = word.folded.char_indices().nth(STEM);
            let end = end.map_or(word.folded.len(), |(at, _)| at);
            number_of(word.folded.get(..end).unwrap_or_default())
        })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggester::example::read;

    #[test]
    fn the_nearest_shares_the_rarest_words_whatever_their_endings() {
        let source = "nl\ta\tb\t\tde robot is te traag\nnl\ta\tb\t\tde opleidingen zijn te kort\nnl\ta\tb\t\tde ploeg is te klein\n";
        let index = Index::of(read(0, source).expect("examples"));
        let nearest = |text: &str| index.nearest(&words(text)).map(|found| found.text);
        assert_eq!(
            nearest("De opleiding kwam te laat"),
            Some("de opleidingen zijn te kort")
        );
        // What stands in all of them likens nothing.
        assert_eq!(nearest("de of te"), None);
        assert_eq!(nearest("het weer zit tegen"), None);
        assert_eq!(nearest(""), None);
    }
}
