//! Words that speak for a place, as people write them down: one a line, `place weight pattern`.
//!
//! A pattern is made of terms: `word` is that word, `word*` begins a word, `*word` ends one, `*word*` stands anywhere
//! in one. Terms beside each other are words beside each other; ` .. ` between terms leaves room for at most six words.
//! A weight says how loud it speaks (1 is a hint, 2 is strong, 3 is nearly certain) and may be negative.

use std::collections::BTreeMap;
use std::fmt;

use super::labels;
use super::words::{Word, words};

/// The most words that ` .. ` leaves room for.
const REACH: usize = 6;
/// How much less each further hit for the same place says than the one before.
const DIMINISH: f32 = 0.5;
/// Between parts of a pattern.
const GAP: &str = "..";

/// A pattern and what it speaks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    /// The number of the place.
    pub place: usize,
    /// How loud.
    pub weight: f32,
    /// As it is written.
    pub text: String,
    parts: Vec<Vec<Term>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    letters: String,
    is_open_before: bool,
    is_open_behind: bool,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternError {
    /// It is not a place, a weight and a pattern.
    Parts,
    /// The first word is no place.
    Place,
    /// The second is no number between -3 and 3, or it is nothing.
    Weight,
    /// A term has no letters, or something that is no letter or digit of a folded word.
    Term,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Parts => "a line is a place, a weight and a pattern",
            Self::Place => "the first word is none of the places",
            Self::Weight => "a weight lies between -3 and 3 and is not 0",
            Self::Term => {
                "a term is a word in small letters without accents, with * where it goes on"
            }
        })
    }
}

impl std::error::Error for PatternError {}

impl Pattern {
    /// Makes a pattern of its text.
    ///
    /// # Errors
    /// When a term of it is none.
    pub fn new(place: usize, weight: f32, text: &str) -> Result<Self, PatternError> {
        let mut parts = vec![Vec::new()];
        for word in text.split_whitespace() {
            if word == GAP {
                parts.push(Vec::new());
            } else if let Some(part) = parts.last_mut() {
                part.push(term(word)?);
            }
        }
        if parts.iter().any(Vec::is_empty) {
            return Err(PatternError::Term);
        }
        Ok(Self {
            place,
            weight,
            text: text.to_owned(),
            parts,
        })
    }

    /// Reads a line; nothing when it is empty or a comment.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn read(line: &str) -> Result<Option<Self>, PatternError> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Ok(None);
        }
        let mut fields = line.splitn(3, char::is_whitespace);
        let (Some(place), Some(weight), Some(text)) = (fields.next(), fields.next(), fields.next())
        else {
            return Err(PatternError::Parts);
        };
        let place = labels::place(place).ok_or(PatternError::Place)?;
        let weight = weight
            .parse()
            .ok()
            .filter(|weight: &f32| (-3.0..=3.0).contains(weight) && *weight != 0.0);
        Self::new(place, weight.ok_or(PatternError::Weight)?, text).map(Some)
    }

    /// The words it is found in; nothing when it is not there.
    fn found_in(&self, text: &[Word]) -> Option<Vec<usize>> {
        (0..text.len()).find_map(|start| self.found_from(start, 0, text))
    }

    /// The words the parts from this one on are found in, the first at this word.
    fn found_from(&self, start: usize, part: usize, text: &[Word]) -> Option<Vec<usize>> {
        let Some(terms) = self.parts.get(part) else {
            return Some(Vec::new());
        };
        let after = start + terms.len();
        let there = text.get(start..after)?;
        if !terms
            .iter()
            .zip(there)
            .all(|(term, word)| term.is(&word.folded))
        {
            return None;
        }
        let rest = if part + 1 == self.parts.len() {
            Vec::new()
        } else {
            (after..=after + REACH).find_map(|next| self.found_from(next, part + 1, text))?
        };
        Some((start..after).chain(rest).collect())
    }
}

fn term(word: &str) -> Result<Term, PatternError> {
    let letters = word.strip_prefix('*').unwrap_or(word);
    let is_open_before = letters.len() < word.len();
    let bare = letters.strip_suffix('*').unwrap_or(letters);
    let is_open_behind = bare.len() < letters.len();
    let folded = words(bare);
    match folded.as_slice() {
        [only] if only.folded == bare => Ok(Term {
            letters: bare.to_owned(),
            is_open_before,
            is_open_behind,
        }),
        _ => Err(PatternError::Term),
    }
}

impl Term {
    fn is(&self, word: &str) -> bool {
        match (self.is_open_before, self.is_open_behind) {
            (false, false) => word == self.letters,
            (false, true) => word.starts_with(&self.letters),
            (true, false) => word.ends_with(&self.letters),
            (true, true) => word.contains(&self.letters),
        }
    }
}

/// A pattern that was found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit<'a> {
    /// Which.
    pub pattern: &'a Pattern,
    /// In which words.
    pub words: Vec<usize>,
    /// How loud it speaks here: less where others spoke for the same place already.
    pub weight: f32,
}

/// The patterns of one language, indexed so that a text is read once.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    patterns: Vec<Pattern>,
    /// The patterns by the first letters of their first term.
    index: BTreeMap<[u8; 3], Vec<usize>>,
}

impl Patterns {
    /// Reads a file of patterns; the number of the line that is wrong, and why.
    ///
    /// # Errors
    /// When a line is not one.
    pub fn read(source: &str) -> Result<Self, (usize, PatternError)> {
        let mut patterns = Self::default();
        for (number, line) in (1..).zip(source.lines()) {
            if let Some(pattern) = Pattern::read(line).map_err(|error| (number, error))? {
                patterns.add(pattern);
            }
        }
        Ok(patterns)
    }

    /// Adds one.
    pub fn add(&mut self, pattern: Pattern) {
        let first = pattern.parts.first().and_then(|part| part.first());
        let key = first.map_or([0; 3], |term| key(term.letters.as_bytes()));
        self.index.entry(key).or_default().push(self.patterns.len());
        self.patterns.push(pattern);
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// What is found in a text, loudest first; of those for one place each says half of what the one before says.
    #[must_use]
    pub fn hits(&self, text: &[Word]) -> Vec<Hit<'_>> {
        let mut near: Vec<usize> = Vec::new();
        for word in text {
            let letters = word.folded.as_bytes();
            for start in 0..letters.len() {
                let rest = letters.get(start..).unwrap_or_default();
                // A term of one or two letters is found under these alone.
                for length in 1..=3.min(rest.len()) {
                    let key = key(rest.get(..length).unwrap_or_default());
                    near.extend(self.index.get(&key).into_iter().flatten());
                }
            }
        }
        near.sort_unstable();
        near.dedup();
        let mut hits: Vec<Hit<'_>> = near
            .into_iter()
            .filter_map(|index| self.patterns.get(index))
            .filter_map(|pattern| {
                let words = pattern.found_in(text)?;
                let weight = pattern.weight;
                Some(Hit {
                    pattern,
                    words,
                    weight,
                })
            })
            .collect();
        hits.sort_by(|left, right| right.weight.total_cmp(&left.weight));
        let mut said = [1.0; labels::PLACES.len()];
        for hit in &mut hits {
            if let Some(share) = said.get_mut(hit.pattern.place)
                && hit.weight > 0.0
            {
                hit.weight *= *share;
                *share *= DIMINISH;
            }
        }
        hits
    }
}

/// The first letters of a term, as the index knows them.
fn key(letters: &[u8]) -> [u8; 3] {
    let mut letters = letters.iter().copied();
    std::array::from_fn(|_| letters.next().unwrap_or(0))
}

/// What hits say for each place together.
#[must_use]
pub fn scores(hits: &[Hit<'_>]) -> [f32; labels::PLACES.len()] {
    let mut scores = [0.0; labels::PLACES.len()];
    for hit in hits {
        if let Some(score) = scores.get_mut(hit.pattern.place) {
            *score += hit.weight;
        }
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Option<Vec<usize>> {
        let pattern = Pattern::new(0, 1.0, pattern).expect("a pattern");
        pattern.found_in(&words(text))
    }

    #[test]
    fn a_term_is_open_where_a_star_stands() {
        assert_eq!(found("druk", "de druk stijgt"), Some(vec![1]));
        assert_eq!(found("druk", "drukte"), None);
        assert_eq!(found("druk*", "veel drukte"), Some(vec![1]));
        assert_eq!(found("*druk", "Werkdruk!"), Some(vec![0]));
        assert_eq!(found("*druk", "werkdrukte"), None);
        assert_eq!(found("*druk*", "werkdrukte"), Some(vec![0]));
    }

    #[test]
    fn terms_stand_beside_each_other_and_dots_leave_room_for_six_words() {
        assert_eq!(
            found("laatste woord", "het laatste woord"),
            Some(vec![1, 2])
        );
        assert_eq!(found("laatste woord", "het laatste goede woord"), None);
        assert_eq!(
            found("geen .. tijd", "geen mens heeft hier tijd"),
            Some(vec![0, 4])
        );
        assert_eq!(found("geen .. tijd", "tijd is er geen"), None);
        assert_eq!(found("a .. b", "a 1 2 3 4 5 6 b"), Some(vec![0, 7]));
        assert_eq!(found("a .. b", "a 1 2 3 4 5 6 7 b"), None);
        // A first place that leads nowhere does not hide a second one.
        assert_eq!(
            found("a b .. c", "a b a b x x x x x x c"),
            Some(vec![2, 3, 10])
        );
    }

    #[test]
    fn each_further_hit_for_a_place_says_half_as_much() {
        let source = "wellbeing 2 druk\nwellbeing 1 stress\nwellbeing -1 rust\nnone 1 druk\n";
        let patterns = Patterns::read(source).expect("patterns");
        let text = words("druk en stress, geen rust");
        let scores = scores(&patterns.hits(&text));
        let tenths = scores.map(|score| (score * 10.0).round().to_string());
        assert_eq!(tenths, ["0", "0", "15", "0", "0", "10"]);
    }

    #[test]
    fn a_line_that_is_wrong_is_named() {
        let wrong =
            |line: &str| Patterns::read(&format!("# fine\n\n{line}")).map(|found| found.len());
        assert_eq!(wrong("wellbeing 2 *druk*"), Ok(1));
        assert_eq!(wrong("wellbeing 2"), Err((3, PatternError::Parts)));
        assert_eq!(wrong("happiness 2 druk"), Err((3, PatternError::Place)));
        assert_eq!(wrong("wellbeing 4 druk"), Err((3, PatternError::Weight)));
        assert_eq!(wrong("wellbeing 0 druk"), Err((3, PatternError::Weight)));
        for term in ["*", "Druk", "dru-k", "é", "..", "druk ..", "a .. .. b"] {
            let line = format!("wellbeing 2 {term}");
            assert_eq!(wrong(&line), Err((3, PatternError::Term)), "{term}");
        }
    }

    #[test]
    fn short_terms_and_terms_within_words_are_found_through_the_index() {
        let source = "ai-support 1 ia\nai-support 1 l ia\nwellbeing 1 *stress*\n";
        let patterns = Patterns::read(source).expect("patterns");
        let texts = |text: &str| {
            let words = words(text);
            let hits = patterns.hits(&words);
            let texts = hits.iter().map(|hit| hit.pattern.text.clone());
            texts.collect::<Vec<_>>()
        };
        assert_eq!(texts("l'IA"), ["ia", "l ia"]);
        assert_eq!(texts("werkstressklachten"), ["*stress*"]);
    }
}
