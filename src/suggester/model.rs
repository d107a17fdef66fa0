//! What was learned from the examples: for each run of letters and for the patterns of each place, how much they speak
//! for which place, and for which language. Fitted when halte is built, and kept as bytes in the program.

use super::example::Example;
use super::fit::{Manner, Row, Weights, fit};
use super::labels::{LANGUAGES, PLACES};
use super::pattern::{Patterns, scores};
use super::words::{Word, counts, words};

/// How many places there are.
pub const K: usize = PLACES.len();
/// How many languages there are.
pub const L: usize = LANGUAGES.len();

/// A run of letters that stands in fewer examples says nothing.
const LEAST: u32 = 2;
/// How loud patterns speak beside runs of letters while fitting.
const LOUDNESS: f32 = 0.3;
/// How weights for places are fitted.
const PLACING: Manner = Manner {
    rounds: 12,
    step: 0.15,
    freedom: 6.0,
    share: 0.15,
};
/// How weights for languages are fitted.
const TELLING: Manner = Manner {
    rounds: 6,
    step: 0.3,
    freedom: 5.0,
    share: 0.0,
};

/// The runs of letters that say something, and how rare each is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vocabulary {
    /// Their numbers, in order.
    numbers: Vec<u32>,
    /// The logarithm of how rare each is among the examples (inverse document frequency).
    rarity: Vec<f32>,
}

impl Vocabulary {
    /// Counts in how many texts each run of letters stands.
    fn of(texts: &[Vec<(u32, u32)>]) -> Self {
        let mut numbers: Vec<u32> = texts.iter().flatten().map(|(number, _)| *number).collect();
        numbers.sort_unstable();
        let mut vocabulary = Self::default();
        for same in numbers.chunk_by(|left, right| left == right) {
            let count = u32::try_from(same.len()).unwrap_or(u32::MAX);
            if let (Some(number), true) = (same.first(), count >= LEAST) {
                vocabulary.numbers.push(*number);
                vocabulary.rarity.push(rarity(texts.len(), count));
            }
        }
        vocabulary
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The place of a run of letters in the vocabulary, and how rare it is.
    #[must_use]
    pub fn find(&self, number: u32) -> Option<(usize, f32)> {
        let at = self.numbers.binary_search(&number).ok()?;
        Some((at, *self.rarity.get(at)?))
    }

    /// In about how many of so many examples a run of letters stands.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "between 0 and some thousands"
    )]
    #[must_use]
    pub fn texts_with(&self, number: u32, examples: usize) -> u32 {
        let of_rarity = |rarity: f32| (1.0 + examples as f32) / (rarity - 1.0).exp() - 1.0;
        self.find(number)
            .map_or(0, |(_, rarity)| of_rarity(rarity).round() as u32)
    }

    /// A text as the runs of letters that are known, with their share in it: more for what stands often in it and for
    /// what is rare elsewhere, and the squares of all adding up to one.
    #[must_use]
    pub fn vector(&self, counts: &[(u32, u32)]) -> Vec<(usize, f32)> {
        let mut vector: Vec<(usize, f32)> = counts
            .iter()
            .filter_map(|(number, count)| {
                let (at, rarity) = self.find(*number)?;
                Some((at, dampened(*count) * rarity))
            })
            .collect();
        normalise(&mut vector);
        vector
    }
}

/// How rare something is that stands in so many of all texts.
#[expect(
    clippy::cast_precision_loss,
    reason = "there are some thousands of examples"
)]
#[must_use]
pub fn rarity(texts: usize, count: u32) -> f32 {
    ((1.0 + texts as f32) / (1.0 + count as f32)).ln() + 1.0
}

/// What stands twice does not say twice as much.
#[expect(
    clippy::cast_precision_loss,
    reason = "a text has some hundred letters"
)]
#[must_use]
pub fn dampened(count: u32) -> f32 {
    1.0 + (count as f32).ln()
}

/// Makes the squares of all values add up to one.
pub fn normalise<T>(vector: &mut [(T, f32)]) {
    let length: f32 = vector.iter().map(|(_, value)| value * value).sum();
    if length > 0.0 {
        let length = length.sqrt();
        for (_, value) in vector {
            *value /= length;
        }
    }
}

/// What was learned.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// How many examples it was learned from.
    pub examples: usize,
    /// The runs of letters.
    pub vocabulary: Vocabulary,
    /// How much each speaks for each place.
    pub places: Weights<K>,
    /// How much the patterns of each place speak for each place.
    pub patterns: [[f32; K]; K],
    /// How much each run of letters speaks for each language.
    pub languages: Weights<L>,
}

impl Model {
    /// Learns from examples; the patterns are those of each language.
    #[must_use]
    pub fn fit(examples: &[Example<'_>], patterns: &[Patterns; L]) -> Self {
        let texts: Vec<Vec<Word>> = examples.iter().map(|one| words(one.text)).collect();
        let counted: Vec<Vec<(u32, u32)>> = texts.iter().map(|text| counts(text)).collect();
        let vocabulary = Vocabulary::of(&counted);
        let known = vocabulary.len();
        let mut placed = Vec::with_capacity(examples.len());
        let mut told = Vec::with_capacity(examples.len());
        for ((example, text), counts) in examples.iter().zip(&texts).zip(&counted) {
            let vector = vocabulary.vector(counts);
            told.push(Row {
                features: vector.clone(),
                label: example.language,
                second: None,
            });
            let spoken = patterns
                .get(example.language)
                .map_or([0.0; K], |patterns| scores(&patterns.hits(text)));
            let spoken = spoken.into_iter().enumerate();
            let spoken = spoken.map(|(place, score)| (known + place, score * LOUDNESS));
            let features = vector
                .into_iter()
                .chain(spoken.filter(|(_, score)| *score != 0.0));
            placed.push(Row {
                features: features.collect(),
                label: example.place,
                second: example.second,
            });
        }
        let mut places: Weights<K> = fit(&placed, known + K, PLACING);
        let mut of_patterns = [[0.0; K]; K];
        for (weights, fitted) in of_patterns.iter_mut().zip(places.features.split_off(known)) {
            *weights = fitted.map(|weight| weight * LOUDNESS);
        }
        Self {
            examples: examples.len(),
            vocabulary,
            places,
            patterns: of_patterns,
            languages: fit(&told, known, TELLING),
        }
    }

    /// Writes it as bytes: little-endian, weights as whole numbers of thousandths.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut count = |count: usize| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            bytes.extend(count.to_le_bytes());
        };
        count(self.examples);
        count(self.vocabulary.len());
        for number in &self.vocabulary.numbers {
            bytes.extend(number.to_le_bytes());
        }
        let fitted = self.places.features.iter().flatten();
        let told = self.languages.features.iter().flatten();
        let values = self.vocabulary.rarity.iter().chain(fitted).chain(told);
        let values = values
            .chain(&self.places.bias)
            .chain(self.patterns.iter().flatten())
            .chain(&self.languages.bias);
        for value in values {
            bytes.extend(thousandths(*value).to_le_bytes());
        }
        bytes
    }

    /// Reads what [`Model::to_bytes`] wrote; nothing when it is something else.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let [examples, known] = [bytes.number()?, bytes.number()?];
        let known = usize::try_from(known).ok()?;
        let numbers = bytes.many(known, Bytes::number)?;
        let rarity = bytes.many(known, Bytes::value)?;
        let fitted = bytes.many(known, Bytes::values)?;
        let told = bytes.many(known, Bytes::values)?;
        let model = Self {
            examples: usize::try_from(examples).ok()?,
            vocabulary: Vocabulary { numbers, rarity },
            places: Weights {
                features: fitted,
                bias: bytes.values()?,
            },
            patterns: bytes.many(K, Bytes::values)?.try_into().ok()?,
            languages: Weights {
                features: told,
                bias: bytes.values()?,
            },
        };
        bytes.0.is_empty().then_some(model)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a weight is a few units at most, and a larger one is cut off"
)]
fn thousandths(value: f32) -> i16 {
    (value * 1_000.0).round() as i16
}

/// Bytes that are taken off from the front.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn number(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*first))
    }

    fn value(&mut self) -> Option<f32> {
        let (first, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(f32::from(i16::from_le_bytes(*first)) / 1_000.0)
    }

    fn values<const N: usize>(&mut self) -> Option<[f32; N]> {
        let mut values = [0.0; N];
        for value in &mut values {
            *value = self.value()?;
        }
        Some(values)
    }

    fn many<T>(&mut self, count: usize, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        // No more room than there are bytes for.
        let mut many = Vec::with_capacity(count.min(self.0.len()));
        for _ in 0..count {
            many.push(one(self)?);
        }
        Some(many)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggester::example;

    fn fitted() -> Model {
        let learning = "nl\tmentor\tsynergy\t\tik wil een opleiding\nnl\tmentor\tsynergy\t\tgeef ons een opleiding\n";
        let wellbeing = "en\tmentor\tsynergy\t\tthe workload is high\nen\tmentor\tsynergy\t\thigh workload again\n";
        let mut examples = example::read(0, learning).expect("examples");
        examples.extend(example::read(2, wellbeing).expect("examples"));
        let patterns = [
            "lifelong-learning 2 opleiding*",
            "wellbeing 2 workload*",
            "",
        ];
        let patterns = patterns.map(|source| Patterns::read(source).expect("patterns"));
        Model::fit(&examples, &patterns)
    }

    #[test]
    fn what_stands_in_one_example_alone_is_not_learned() {
        let model = fitted();
        assert!(
            model
                .vocabulary
                .find(super::super::words::number_of(" ople"))
                .is_some()
        );
        assert!(
            model
                .vocabulary
                .find(super::super::words::number_of("geef"))
                .is_none()
        );
        assert_eq!(model.examples, 4);
    }

    #[test]
    fn a_text_has_length_one_or_nothing_in_it_is_known() {
        let model = fitted();
        let length = |text: &str| -> f32 {
            let vector = model.vocabulary.vector(&counts(&words(text)));
            vector.iter().map(|(_, value)| value * value).sum()
        };
        assert!((length("een opleiding op maat") - 1.0).abs() < 1e-5);
        assert!(length("xyz").abs() < 1e-5);
    }

    #[test]
    fn what_was_learned_reads_back_to_the_thousandth() {
        let model = fitted();
        let bytes = model.to_bytes();
        let read = Model::from_bytes(&bytes).expect("a model");
        assert_eq!(read.vocabulary.numbers, model.vocabulary.numbers);
        for (left, right) in read
            .places
            .features
            .iter()
            .flatten()
            .zip(model.places.features.iter().flatten())
        {
            assert!((left - right).abs() <= 0.000_51);
        }
        assert_eq!(read.to_bytes(), bytes);
        assert!(Model::from_bytes(&bytes[1..]).is_none());
        assert!(Model::from_bytes(&bytes[..bytes.len() - 1]).is_none());
        assert!(Model::from_bytes(&[255; 12]).is_none());
    }
}
