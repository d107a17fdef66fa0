//! Suggestions for a workshop: what is known of texts in general, moved a little by what this group decided, by the
//! words it taught and by what its plan says. What was read once is remembered, so that suggesting again after a decision
//! takes little time.

use std::collections::BTreeMap;

use super::alike::{self, Vector};
use super::fit::make_likely;
use super::labels::{self, PLACES};
use super::learned::{Lesson, Lessons};
use super::pattern::{Pattern, Patterns};
use super::voice::Text;
use super::{Suggester, Verdict, ranked};
use crate::id::ContributionId;
use crate::text::{Label, Statement};
use crate::workshop::Workshop;
use crate::workshop::advice::SUGGESTING;
use crate::workshop::entry::{Advisor, Place};
use crate::workshop::plan::Suggesting;
use crate::workshop::suggestion::{Likeness, Nearest, Ranked, Suggestion, Suggestions};

/// How much a word of the plan adds for each unit of its weight, in log-odds.
const PLAN_WORD: f32 = 0.9;
/// How much a word that the group taught adds, in log-odds.
const TAUGHT_WORD: f32 = 2.7;
/// A taught word of so many letters is also found within longer words.
const WITHIN: usize = 5;
/// How much less likely than the unlikeliest known place one is that is the group's own.
const OWN_PLACE: f32 = 1.0;
/// From this likeness on the group's own text is named as the nearest one.
const NEAREST: f32 = 0.35;
/// A suggestion that moves by less is left as it stands, in thousandths.
const STIR: u16 = 50;

/// What suggestions are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    cards: Vec<Card>,
    places: Vec<Place>,
    taught: BTreeMap<Label, Place>,
    plan: Suggesting,
}

/// A contribution that is in the open.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Card {
    id: ContributionId,
    text: Statement,
    /// Where people put it.
    placed: Option<Place>,
    /// Whether that says something the tool did not say itself.
    teaches: bool,
    suggestion: Option<Box<Suggestion>>,
}

impl Task {
    /// What a workshop wants suggestions for; nothing where none are made.
    #[must_use]
    pub fn of(workshop: &Workshop) -> Option<Self> {
        if !SUGGESTING.contains(&workshop.step_kind()) || workshop.closed_at().is_some() {
            return None;
        }
        let themes = workshop.plan().themes.iter();
        let open = |found: &&crate::workshop::entry::Contribution| {
            found.shared && !found.hidden && !found.withdrawn
        };
        let cards = workshop.contributions().values().filter(open);
        Some(Self {
            cards: cards
                .map(|found| Card {
                    id: found.id,
                    text: found.text.clone(),
                    placed: found
                        .placement
                        .as_ref()
                        .map(|placement| placement.primary.clone()),
                    teaches: found.placement.as_ref().is_some_and(|placement| {
                        !(placement.accepted && placement.advisor == Some(Advisor::Tool))
                    }),
                    suggestion: found.suggestion.clone(),
                })
                .collect(),
            places: themes
                .map(|theme| Place::Theme(theme.id.clone()))
                .chain([Place::None])
                .collect(),
            taught: workshop.taught().clone(),
            plan: workshop.plan().suggestions.clone(),
        })
    }
}

/// Makes suggestions for one workshop, and remembers what it read.
pub struct Assistant {
    suggester: &'static Suggester<'static>,
    read: BTreeMap<ContributionId, Read>,
    /// The examples of the plan, read once.
    examples: BTreeMap<Statement, Read>,
    alike: Option<Found>,
}

/// What was found alike, and among which texts.
struct Found {
    among: Vec<(ContributionId, Statement)>,
    alike: Vec<Likeness>,
}

/// A text that was read.
struct Read {
    raw: Statement,
    text: Text,
    verdict: Verdict,
    vector: Vector,
    nearest: Option<(Place, Statement)>,
}

impl Default for Assistant {
    fn default() -> Self {
        Self {
            suggester: Suggester::shipped(),
            read: BTreeMap::new(),
            examples: BTreeMap::new(),
            alike: None,
        }
    }
}

impl Assistant {
    /// Suggests for every card that nobody placed, and says which cards are alike.
    pub fn consider(&mut self, task: &Task) -> Suggestions {
        self.read_what_is_new(task);
        let group = Group::of(task);
        let lessons = self.lessons(task, &group);
        let mut places = BTreeMap::new();
        for card in task.cards.iter().filter(|card| card.placed.is_none()) {
            let Some(read) = self.read.get(&card.id) else {
                continue;
            };
            let fresh = group.suggest(read, &lessons);
            let known = card.suggestion.as_deref();
            if known.is_none_or(|known| is_news(known, &fresh)) {
                places.insert(card.id, fresh);
            }
        }
        Suggestions {
            places,
            alike: self.alike(task),
        }
    }

    /// Reads what was not read before, and forgets what is gone or says something else by now.
    fn read_what_is_new(&mut self, task: &Task) {
        let texts: BTreeMap<ContributionId, &Statement> = task
            .cards
            .iter()
            .map(|card| (card.id, &card.text))
            .collect();
        self.read
            .retain(|id, read| texts.get(id) == Some(&&read.raw));
        for (id, text) in texts {
            if !self.read.contains_key(&id) {
                self.read.insert(id, self.take_in(text));
            }
        }
        for example in &task.plan.examples {
            if !self.examples.contains_key(&example.text) {
                let read = self.take_in(&example.text);
                self.examples.insert(example.text.clone(), read);
            }
        }
    }

    fn take_in(&self, raw: &Statement) -> Read {
        let text = self.suggester.read(raw.as_str(), None);
        let nearest = self.suggester.nearest(&text).and_then(|example| {
            let place = PLACES.get(example.place)?.parse().ok()?;
            Some((place, Statement::parse(example.text).ok()?))
        });
        Read {
            raw: raw.clone(),
            verdict: self.suggester.judge(raw.as_str(), &text),
            vector: alike::vector(&text.counts, self.suggester.model()),
            text,
            nearest,
        }
    }

    /// What people decided, and the examples of the plan. A suggestion that was taken over teaches nothing: the tool would
    /// grow sure of itself by its own word.
    fn lessons(&self, task: &Task, group: &Group) -> (Lessons, Vec<Option<ContributionId>>) {
        let mut lessons = Vec::new();
        let mut names = Vec::new();
        for card in task.cards.iter().filter(|card| card.teaches) {
            if let Some(read) = self.read.get(&card.id)
                && let Some(place) = card.placed.as_ref().and_then(|place| group.number(place))
            {
                lessons.push(group.lesson(read, place));
                names.push(Some(card.id));
            }
        }
        for example in &task.plan.examples {
            if let Some(read) = self.examples.get(&example.text)
                && let Some(place) = group.number(&example.theme)
            {
                lessons.push(group.lesson(read, place));
                names.push(None);
            }
        }
        (Lessons::of(lessons), names)
    }

    fn alike(&mut self, task: &Task) -> Vec<Likeness> {
        let is_known = self.alike.as_ref().is_some_and(|found| {
            let cards = task.cards.iter().map(|card| (&card.id, &card.text));
            cards.eq(found.among.iter().map(|(id, text)| (id, text)))
        });
        if !is_known {
            let texts: Vec<(ContributionId, &str)> = task
                .cards
                .iter()
                .map(|card| (card.id, card.text.as_str()))
                .collect();
            let cards = task.cards.iter().map(|card| (card.id, card.text.clone()));
            self.alike = Some(Found {
                alike: alike::alike(&texts, self.suggester.model()),
                among: cards.collect(),
            });
        }
        let found = self.alike.as_ref();
        found.map_or_else(Vec::new, |found| found.alike.clone())
    }
}

/// The places of a plan, and the words that speak for them there.
struct Group {
    places: Vec<Place>,
    /// For each place its number among those that are known.
    known: Vec<Option<usize>>,
    plan_words: [Patterns; labels::LANGUAGES.len()],
    taught_words: Patterns,
}

impl Group {
    fn of(task: &Task) -> Self {
        let mut group = Self {
            known: task
                .places
                .iter()
                .map(|place| labels::place(place.as_str()))
                .collect(),
            places: task.places.clone(),
            plan_words: Default::default(),
            taught_words: Patterns::default(),
        };
        for word in &task.plan.words {
            let place = group.number(&word.theme);
            let language = labels::language(word.language.as_str());
            let pattern = place.and_then(|place| {
                Pattern::new(place, f32::from(word.weight), word.pattern.as_str()).ok()
            });
            let patterns = language.and_then(|language| group.plan_words.get_mut(language));
            if let (Some(patterns), Some(pattern)) = (patterns, pattern) {
                patterns.add(pattern);
            }
        }
        for (word, place) in &task.taught {
            let place = group.number(place);
            let pattern = place.and_then(|place| Pattern::new(place, 1.0, &as_pattern(word)).ok());
            if let Some(pattern) = pattern {
                group.taught_words.add(pattern);
            }
        }
        group
    }

    fn number(&self, place: &Place) -> Option<usize> {
        self.places.iter().position(|known| known == place)
    }

    /// What speaks for each place of the plan, and the taught words that are among it.
    fn logits(&self, read: &Read) -> (Vec<f32>, Vec<usize>) {
        let of_known = |known: &Option<usize>| known.and_then(|at| read.verdict.logits.get(at));
        let least = read.verdict.logits.iter().copied().fold(f32::MAX, f32::min) - OWN_PLACE;
        let mut logits: Vec<f32> = self
            .known
            .iter()
            .map(|known| of_known(known).copied().unwrap_or(least))
            .collect();
        let mut taught = Vec::new();
        for hit in self.taught_words.hits(&read.text.words) {
            // Every taught word is meant in full.
            if let Some(logit) = logits.get_mut(hit.pattern.place) {
                *logit += TAUGHT_WORD * hit.pattern.weight;
            }
            taught.extend(hit.words);
        }
        let of_plan = self.plan_words.get(read.text.language);
        for hit in of_plan
            .map(|words| words.hits(&read.text.words))
            .unwrap_or_default()
        {
            if let Some(logit) = logits.get_mut(hit.pattern.place) {
                *logit += PLAN_WORD * hit.weight;
            }
        }
        (logits, taught)
    }

    fn lesson(&self, read: &Read, place: usize) -> Lesson {
        Lesson {
            vector: read.vector.clone(),
            place,
            expected: likely(self.logits(read).0),
        }
    }

    fn suggest(
        &self,
        read: &Read,
        (lessons, names): &(Lessons, Vec<Option<ContributionId>>),
    ) -> Suggestion {
        let (mut logits, taught) = self.logits(read);
        let shift = lessons.shift(&read.vector, self.places.len());
        for (logit, shift) in logits.iter_mut().zip(&shift.logits) {
            *logit += shift;
        }
        let own = shift
            .nearest
            .filter(|(_, likeness)| *likeness >= NEAREST)
            .and_then(|(at, _)| Some((names.get(at).copied().flatten()?, lessons.place(at)?)));
        let nearest = match own {
            Some((contribution, place)) => self.places.get(place).map(|place| Nearest {
                place: place.clone(),
                example: None,
                contribution: Some(contribution),
            }),
            None => read.nearest.clone().and_then(|(place, text)| {
                self.number(&place)?;
                Some(Nearest {
                    place,
                    example: Some(text),
                    contribution: None,
                })
            }),
        };
        let taught = taught.into_iter().filter_map(|word| {
            let word = read.text.words.get(word)?;
            read.raw.as_str().get(word.at.clone())
        });
        let mut because: Vec<Label> = Vec::new();
        for word in taught.chain(read.verdict.because.iter().map(String::as_str)) {
            if let Ok(word) = Label::parse(word)
                && !because.contains(&word)
            {
                because.push(word);
            }
        }
        let likelihoods = self.places.iter().cloned().zip(likely(logits)).collect();
        Suggestion {
            ranking: ranked(likelihoods)
                .into_iter()
                .map(|(place, confidence)| Ranked { place, confidence })
                .collect(),
            language: read.verdict.language(),
            because,
            nearest,
        }
    }
}

/// How likely each place is; together one.
fn likely(mut logits: Vec<f32>) -> Vec<f32> {
    make_likely(&mut logits);
    logits
}

/// A taught word as a pattern: a long one also within other words, since Dutch writes them together.
fn as_pattern(word: &Label) -> String {
    let word = word.as_str();
    let is_one = !word.contains(' ');
    if is_one && word.chars().count() >= WITHIN {
        format!("*{word}*")
    } else {
        word.to_owned()
    }
}

/// Whether a suggestion says something else than the one that is known: another place first or next, another trust, or
/// a likelihood that moved.
fn is_news(known: &Suggestion, fresh: &Suggestion) -> bool {
    let place = |suggestion: &Suggestion, at: usize| {
        suggestion
            .ranking
            .get(at)
            .map(|ranked| ranked.place.clone())
    };
    let likelihood = |suggestion: &Suggestion| suggestion.first().map_or(0, |one| one.confidence);
    place(known, 0) != place(fresh, 0)
        || place(known, 1) != place(fresh, 1)
        || known.ranking.len() != fresh.ranking.len()
        || known.trust() != fresh.trust()
        || likelihood(known).abs_diff(likelihood(fresh)) >= STIR
}
