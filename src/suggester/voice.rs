//! What speaks for a place in a text. Each voice adds to the same sum, so that every suggestion can be taken apart again
//! into what spoke. An encoder of sentences would be one more voice.

use super::model::{K, L, Model, dampened};
use super::pattern::Patterns;
use super::words::{Word, counts, grams, number_of, words};

/// A text that is listened to.
#[derive(Debug, Clone)]
pub struct Text {
    /// Its words.
    pub words: Vec<Word>,
    /// How often each run of letters stands in it.
    pub counts: Vec<(u32, u32)>,
    /// The number of its language.
    pub language: usize,
}

impl Text {
    /// Reads a text, in a language that is known or guessed.
    #[must_use]
    pub fn read(text: &str, language: Option<usize>, model: &Model) -> Self {
        let words = words(text);
        let counts = counts(&words);
        let language = language.unwrap_or_else(|| guess(&counts, model));
        Self {
            words,
            counts,
            language,
        }
    }
}

/// The language that most runs of letters speak for.
fn guess(counts: &[(u32, u32)], model: &Model) -> usize {
    let vector = model.vocabulary.vector(counts);
    let logits = super::fit::logits(&model.languages, &vector);
    let best = (0..L).max_by(|left, right| {
        let of = |at: &usize| logits.get(*at).copied().unwrap_or(f32::MIN);
        of(left).total_cmp(&of(right)).then(right.cmp(left))
    });
    best.unwrap_or(0)
}

/// What kind of thing spoke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A pattern of words.
    Pattern,
    /// A run of letters.
    Gram,
}

/// Something in a text that speaks for places and against others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Utterance<'a> {
    /// What kind of thing.
    pub kind: Kind,
    /// The pattern or the letters.
    pub what: &'a str,
    /// The words it stands in, by number.
    pub words: &'a [usize],
    /// How much it adds to each place, in log-odds.
    pub weights: [f32; K],
}

/// Something that speaks for places.
pub trait Voice: Send + Sync {
    /// Says everything it has to say of a text.
    fn speak(&self, text: &Text, heard: &mut dyn FnMut(Utterance<'_>));
}

/// Patterns of words, by language.
#[derive(Debug, Clone)]
pub struct PatternVoice {
    patterns: [Patterns; L],
    weights: [[f32; K]; K],
}

impl PatternVoice {
    /// Gives patterns the weights that were fitted for them.
    #[must_use]
    pub const fn new(patterns: [Patterns; L], weights: [[f32; K]; K]) -> Self {
        Self { patterns, weights }
    }
}

impl Voice for PatternVoice {
    fn speak(&self, text: &Text, heard: &mut dyn FnMut(Utterance<'_>)) {
        let Some(patterns) = self.patterns.get(text.language) else {
            return;
        };
        for hit in patterns.hits(&text.words) {
            if let Some(weights) = self.weights.get(hit.pattern.place) {
                heard(Utterance {
                    kind: Kind::Pattern,
                    what: &hit.pattern.text,
                    words: &hit.words,
                    weights: weights.map(|weight| weight * hit.weight),
                });
            }
        }
    }
}

/// Runs of letters.
#[derive(Debug, Clone)]
pub struct GramVoice<'a> {
    model: &'a Model,
}

impl<'a> GramVoice<'a> {
    /// Lets what was learned speak.
    #[must_use]
    pub const fn new(model: &'a Model) -> Self {
        Self { model }
    }
}

impl Voice for GramVoice<'_> {
    fn speak(&self, text: &Text, heard: &mut dyn FnMut(Utterance<'_>)) {
        let vocabulary = &self.model.vocabulary;
        let known: Vec<Known> = text
            .counts
            .iter()
            .filter_map(|(number, count)| {
                let (at, rarity) = vocabulary.find(*number)?;
                let value = dampened(*count) * rarity;
                Some(Known {
                    number: *number,
                    at,
                    value,
                    // What stands several times speaks once, divided over where it stands.
                    share: value / times(*count),
                })
            })
            .collect();
        let length: f32 = known.iter().map(|known| known.value * known.value).sum();
        let length = length.sqrt().max(f32::MIN_POSITIVE);
        for (index, word) in text.words.iter().enumerate() {
            grams(&word.folded, |gram| {
                let number = number_of(gram);
                let found = known.binary_search_by_key(&number, |known| known.number);
                let Some(found) = found.ok().and_then(|at| known.get(at)) else {
                    return;
                };
                let Some(weights) = self.model.places.features.get(found.at) else {
                    return;
                };
                heard(Utterance {
                    kind: Kind::Gram,
                    what: gram,
                    words: &[index],
                    weights: weights.map(|weight| weight * found.share / length),
                });
            });
        }
    }
}

/// A run of letters of a text that was learned.
struct Known {
    number: u32,
    /// Its place in the vocabulary.
    at: usize,
    value: f32,
    share: f32,
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a text has some hundred letters"
)]
const fn times(count: u32) -> f32 {
    count as f32
}
