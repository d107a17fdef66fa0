//! Suggestions: where a contribution might belong and why, and which contributions say the same need. Pure and
//! deterministic: the same text gives the same answer on every machine. It suggests and never decides.
//!
//! Two voices add up: patterns of words that people wrote down (`suggester/words`), and runs of letters learned from
//! examples (`suggester/examples`) by logistic regression when halte is built. What they say together is a sum, so every
//! answer can be taken apart into the words that spoke.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod alike;
pub mod assistant;
pub mod example;
pub mod fit;
pub mod labels;
mod learned;
pub mod model;
mod nearest;
pub mod pattern;
pub mod voice;
pub mod words;

use std::sync::OnceLock;

use example::Example;
use fit::softmax;
use labels::PLACES;
use model::{K, L, Model};
use nearest::Index;
use pattern::Patterns;
use voice::{GramVoice, Kind, PatternVoice, Text, Utterance, Voice};

use crate::language::Language;
use crate::workshop::entry::Place;

/// What was learned when halte was built.
const LEARNED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/suggester.bin"));
/// The patterns, by language.
const WORDS: [&str; L] = [
    include_str!("suggester/words/nl.txt"),
    include_str!("suggester/words/en.txt"),
    include_str!("suggester/words/fr.txt"),
];
/// The examples, by place.
const EXAMPLES: [&str; K] = [
    include_str!("suggester/examples/lifelong-learning.tsv"),
    include_str!("suggester/examples/knowledge-sharing.tsv"),
    include_str!("suggester/examples/wellbeing.tsv"),
    include_str!("suggester/examples/ai-support.tsv"),
    include_str!("suggester/examples/responsible-interaction.tsv"),
    include_str!("suggester/examples/none.tsv"),
];
/// The most words that are given as reasons.
const REASONS: usize = 4;
/// What a word adds at least to be a reason, in log-odds.
const REASON: f32 = 0.2;
/// Shorter words explain nothing, unless a pattern is about them.
const SHORTEST: usize = 4;
/// From this likelihood on the next theme is named as a second one.
const SECOND: f32 = 0.15;

/// Suggests where texts belong.
pub struct Suggester<'a> {
    model: &'a Model,
    voices: Vec<Box<dyn Voice + 'a>>,
    /// The examples by their words, for each language.
    nearest: [OnceLock<Index<'static>>; L],
}

/// What was made of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The number of its language.
    pub language: usize,
    /// What speaks for each place, in log-odds.
    pub logits: [f32; K],
    /// The words that spoke for the likeliest place, loudest first, as they stand in the text.
    pub because: Vec<String>,
}

impl Verdict {
    /// How likely each place is; together one.
    #[must_use]
    pub fn likelihoods(&self) -> [f32; K] {
        softmax(self.logits)
    }

    /// The places with how likely each is in thousandths, likeliest first; together a thousand.
    #[must_use]
    pub fn ranking(&self) -> Vec<(Place, u16)> {
        let places = PLACES.iter().filter_map(|id| id.parse().ok());
        ranked(places.zip(self.likelihoods()).collect())
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        labels::LANGUAGES
            .get(self.language)
            .and_then(|language| language.parse().ok())
            .unwrap_or_default()
    }
}

/// Likelihoods in thousandths that add up to a thousand, likeliest first. What rounding leaves goes to the likeliest.
#[must_use]
pub fn ranked(mut likelihoods: Vec<(Place, f32)>) -> Vec<(Place, u16)> {
    likelihoods.sort_by(|left, right| right.1.total_cmp(&left.1));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a likelihood lies between 0 and 1"
    )]
    let thousandths = |likelihood: f32| (likelihood * 1_000.0).round() as u16;
    let mut ranking: Vec<(Place, u16)> = likelihoods
        .into_iter()
        .map(|(place, likelihood)| (place, thousandths(likelihood)))
        .collect();
    let rest: u16 = ranking.iter().skip(1).map(|(_, share)| share).sum();
    if let Some((_, first)) = ranking.first_mut() {
        *first = 1_000_u16.saturating_sub(rest);
    }
    ranking
}

/// The theme a text belongs to beside its first one, if it seems to belong to two.
#[must_use]
pub fn second(ranking: &[(Place, u16)]) -> Option<&Place> {
    let [(first, _), (second, likelihood), ..] = ranking else {
        return None;
    };
    let is_likely = f32::from(*likelihood) >= SECOND * 1_000.0;
    let are_themes = first.theme().is_some() && second.theme().is_some();
    Some(second).filter(|_| is_likely && are_themes)
}

impl Suggester<'static> {
    /// The one that halte ships.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Suggester<'static>> = OnceLock::new();
        static MODEL: OnceLock<Model> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let model = MODEL.get_or_init(|| {
                // The build that wrote these bytes reads them in a test.
                Model::from_bytes(LEARNED).unwrap_or_else(|| Model::fit(&[], &Default::default()))
            });
            Self::new(model, shipped_patterns())
        })
    }
}

impl<'a> Suggester<'a> {
    /// Lets a model and patterns speak.
    #[must_use]
    pub fn new(model: &'a Model, patterns: [Patterns; L]) -> Self {
        Self {
            model,
            voices: vec![
                Box::new(PatternVoice::new(patterns, model.patterns)),
                Box::new(GramVoice::new(model)),
            ],
            nearest: Default::default(),
        }
    }

    /// What was learned.
    #[must_use]
    pub const fn model(&self) -> &Model {
        self.model
    }

    /// Reads a text; without a language that is guessed.
    #[must_use]
    pub fn read(&self, text: &str, language: Option<Language>) -> Text {
        let language = language.and_then(|language| labels::language(language.as_str()));
        Text::read(text, language, self.model)
    }

    /// Says everything that speaks for a place in a text.
    pub fn listen(&self, text: &Text, heard: &mut dyn FnMut(Utterance<'_>)) {
        for voice in &self.voices {
            voice.speak(text, heard);
        }
    }

    /// Makes something of a text; `raw` is the text as it was read.
    #[must_use]
    pub fn judge(&self, raw: &str, text: &Text) -> Verdict {
        let mut logits = self.model.places.bias;
        let mut by_word = vec![[0.0_f32; K]; text.words.len()];
        let mut explain: Vec<bool> = text
            .words
            .iter()
            .map(|word| word.folded.chars().count() >= SHORTEST)
            .collect();
        self.listen(text, &mut |utterance| {
            add(&mut logits, utterance.weights);
            let share = utterance.words.len().max(1);
            #[expect(clippy::cast_precision_loss, reason = "a pattern has a few words")]
            let share = utterance.weights.map(|weight| weight / share as f32);
            for word in utterance.words {
                if let Some(by_word) = by_word.get_mut(*word) {
                    add(by_word, share);
                }
                if let Some(explains) = explain.get_mut(*word) {
                    *explains |= utterance.kind == Kind::Pattern;
                }
            }
        });
        Verdict {
            language: text.language,
            logits,
            because: reasons(raw, text, &by_word, &explain, most(&logits)),
        }
    }

    /// The shipped example in the language of a text that is most like it.
    #[must_use]
    pub fn nearest(&self, text: &Text) -> Option<&Example<'static>> {
        let index = self.nearest.get(text.language)?;
        let index = index.get_or_init(|| {
            let mut examples = shipped_examples();
            examples.retain(|example| example.language == text.language);
            Index::of(examples)
        });
        index.nearest(&text.words)
    }
}

/// The patterns that halte ships.
#[must_use]
pub fn shipped_patterns() -> [Patterns; L] {
    // What build.rs read without a fault is read without one here.
    WORDS.map(|source| Patterns::read(source).unwrap_or_default())
}

/// The examples that halte ships.
#[must_use]
pub fn shipped_examples() -> Vec<Example<'static>> {
    let files = EXAMPLES.iter().enumerate();
    files
        .flat_map(|(place, source)| example::read(place, source).unwrap_or_default())
        .collect()
}

fn add(sum: &mut [f32; K], more: [f32; K]) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

/// The place with most speaking for it; of several the first.
fn most(logits: &[f32; K]) -> usize {
    let mut best = 0;
    for (at, logit) in logits.iter().enumerate() {
        if logits.get(best).is_none_or(|most| logit > most) {
            best = at;
        }
    }
    best
}

/// The words that speak more for a place than for the others and explain something, loudest first; each once.
fn reasons(
    raw: &str,
    text: &Text,
    by_word: &[[f32; K]],
    explain: &[bool],
    place: usize,
) -> Vec<String> {
    let mut loud: Vec<(f32, usize)> = by_word
        .iter()
        .enumerate()
        .filter(|(word, _)| explain.get(*word) == Some(&true))
        .filter_map(|(word, weights)| {
            #[expect(clippy::cast_precision_loss, reason = "six places")]
            let mean = weights.iter().sum::<f32>() / K as f32;
            Some((weights.get(place)? - mean, word))
        })
        .filter(|(weight, _)| *weight >= REASON)
        .collect();
    loud.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
    let mut said: Vec<&str> = Vec::new();
    let mut because = Vec::new();
    for word in loud.iter().filter_map(|(_, word)| text.words.get(*word)) {
        if because.len() < REASONS && !said.contains(&word.folded.as_str()) {
            said.push(&word.folded);
            because.extend(raw.get(word.at.clone()).map(str::to_owned));
        }
    }
    because
}
