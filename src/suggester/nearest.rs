//! The example that is most like a text: by the words they share, the rarer the more. Words that begin alike count as
//! the same, which forgives endings.

use std::collections::BTreeMap;

use super::example::Example;
use super::model::{normalise, rarity};
use super::words::{Word, words};

/// Letters after which words may differ.
const STEM: usize = 5;
/// What shares less is not like it.
const LEAST: f32 = 0.2;

/// Examples by their words.
#[derive(Debug, Clone)]
pub(super) struct Index<'a> {
    examples: Vec<Example<'a>>,
    /// For each word the examples it stands in, with its share in each.
    stems: BTreeMap<Box<str>, Vec<(u32, f32)>>,
}

impl<'a> Index<'a> {
    /// Puts examples by their words.
    #[must_use]
    pub(super) fn of(examples: Vec<Example<'a>>) -> Self {
        let texts: Vec<Vec<Box<str>>> =
            examples.iter().map(|one| stems(&words(one.text))).collect();
        let mut stems: BTreeMap<Box<str>, Vec<(u32, f32)>> = BTreeMap::new();
        for (number, text) in (0..).zip(&texts) {
            for stem in text {
                stems.entry(stem.clone()).or_default().push((number, 0.0));
            }
        }
        let rarities: BTreeMap<&str, f32> = stems
            .iter()
            .map(|(stem, places)| (&**stem, rare(texts.len(), places.len())))
            .collect();
        let lengths: Vec<f32> = texts
            .iter()
            .map(|text| {
                let squares = text.iter().filter_map(|stem| rarities.get(&**stem));
                squares.map(|rarity| rarity * rarity).sum::<f32>().sqrt()
            })
            .collect();
        let shares: Vec<f32> = stems
            .keys()
            .map(|stem| rarities.get(&**stem).copied().unwrap_or(0.0))
            .collect();
        for (places, rarity) in stems.values_mut().zip(shares) {
            for (number, share) in places {
                let at = usize::try_from(*number).unwrap_or(usize::MAX);
                let length = lengths.get(at).copied().unwrap_or(1.0);
                *share = rarity / length.max(f32::MIN_POSITIVE);
            }
        }
        Self { examples, stems }
    }

    /// The example most like a text, if there is one; of several the first.
    #[must_use]
    pub(super) fn nearest(&self, text: &[Word]) -> Option<&Example<'a>> {
        let mut own: Vec<(&[(u32, f32)], f32)> = stems(text)
            .iter()
            .filter_map(|stem| self.stems.get(stem))
            .map(|places| (places.as_slice(), rare(self.examples.len(), places.len())))
            .collect();
        normalise(&mut own);
        let mut likeness: BTreeMap<u32, f32> = BTreeMap::new();
        for (places, value) in own {
            for (number, share) in places {
                *likeness.entry(*number).or_default() += value * share;
            }
        }
        let (number, _) = likeness
            .into_iter()
            .filter(|(_, likeness)| *likeness >= LEAST)
            .max_by(|left, right| left.1.total_cmp(&right.1).then(right.0.cmp(&left.0)))?;
        self.examples.get(usize::try_from(number).ok()?)
    }
}

fn rare(texts: usize, count: usize) -> f32 {
    // The rarity of a word that stands everywhere is nothing, so that "the" likens nothing.
    rarity(texts, u32::try_from(count).unwrap_or(u32::MAX)) - 1.0
}

/// The words of a text without their endings, each once.
fn stems(text: &[Word]) -> Vec<Box<str>> {
    let mut stems: Vec<Box<str>> = text
        .iter()
        .map(|word| {
            let end = word.folded.char_indices().nth(STEM);
            let end = end.map_or(word.folded.len(), |(at, _)| at);
            Box::from(word.folded.get(..end).unwrap_or_default())
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
        assert_eq!(nearest("het weer zit tegen"), None);
        assert_eq!(nearest(""), None);
    }
}
