//! Tying a word to a theme, and taking that back. A word is chosen from the text of a card, so that it is one that
//! somebody wrote.

use super::Board;
use super::offer::{because, named, suggests};
use super::shelf::name_of;
use crate::text::{Label, fold};
use crate::tui::intent::Intent;
use crate::tui::popup::{Choice, Picker};
use crate::tui::scene::Scene;
use crate::workshop::Command;
use crate::workshop::entry::{Contribution, Place};

/// The shortest word that is offered.
const SHORTEST: usize = 2;

impl Board {
    /// Asks for a word of the chosen card, and then for the theme it speaks for.
    pub(super) fn teach(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        let spoke = because(card);
        let words = words_of(card, &spoke);
        if words.is_empty() {
            return vec![Intent::info(scene.say("board-no-words"))];
        }
        let choices = words.iter().enumerate().map(|(index, word)| {
            let known = taught(word, scene);
            let also = match known {
                Some(place) => name_of(place, scene),
                None if index < spoke.len() => scene.say("board-word-spoke"),
                None => String::new(),
            };
            Choice::new(word.clone()).on(also)
        });
        let choices = choices.collect();
        let asks: Vec<Asking> = words.iter().map(|word| Asking::of(word, scene)).collect();
        let picker = Picker::of(scene.say("do-board-teach"), choices, move |at| {
            let ask = asks.get(at).map(Asking::open);
            ask.into_iter().collect()
        });
        vec![Intent::Open(Box::new(picker))]
    }

    /// Whether a word was tied to a theme.
    pub(super) fn has_taught(_: &Self, scene: &Scene<'_>) -> bool {
        !scene.view.taught().is_empty()
    }
}

/// The words that were taught; choosing one takes it back.
pub(super) fn unteach(scene: &Scene<'_>) -> Vec<Intent> {
    let taught: Vec<(&Label, &Place)> = scene.view.taught().iter().collect();
    let choices = taught.iter().map(|(word, place)| {
        let name = name_of(place, scene);
        Choice::new(word.to_string()).known_as(&name).on(name)
    });
    let choices = choices.collect();
    let asks: Vec<Command> = taught
        .iter()
        .map(|(word, _)| teaching(word.as_str(), None))
        .collect();
    let picker = Picker::of(scene.say("do-board-unteach"), choices, move |at| {
        let ask = asks.get(at).cloned();
        ask.map(Intent::Ask).into_iter().collect()
    });
    vec![Intent::Open(Box::new(picker))]
}

/// What follows from teaching a word, or from taking that back.
pub(super) fn taught_words(word: &str, place: Option<&Place>, scene: &Scene<'_>) -> String {
    match place {
        Some(place) => {
            let theme = name_of(place, scene);
            let variables = [("word", word.into()), ("theme", theme.into())];
            scene.say_with("board-taught", &variables)
        }
        None => scene.say_with("board-untaught", &[("word", word.into())]),
    }
}

/// The words that were taught for a place, while they count for what is suggested.
pub(super) fn taught_line(place: &Place, scene: &Scene<'_>) -> Option<String> {
    let taught = scene.view.taught().iter();
    let taught = taught.filter(|(_, known)| *known == place);
    let words: Vec<&str> = taught.map(|(word, _)| word.as_str()).collect();
    if words.is_empty() || !suggests(scene) {
        return None;
    }
    let words = words.join(", ");
    let words = scene.say_with("board-taught-words", &[("words", words.into())]);
    Some(format!("   {words}"))
}

fn taught<'a>(word: &str, scene: &Scene<'a>) -> Option<&'a Place> {
    let word = Label::parse(&fold(word)).ok()?;
    scene.view.taught().get(&word)
}

fn teaching(word: &str, place: Option<Place>) -> Command {
    Command::Teach {
        word: word.to_owned(),
        place,
    }
}

/// The question which theme a word speaks for, as it is asked once the word is chosen.
struct Asking {
    title: String,
    places: Vec<(Choice, Command)>,
}

impl Asking {
    fn of(word: &str, scene: &Scene<'_>) -> Self {
        let themes = scene.view.plan().themes.iter();
        let places = themes.map(|theme| Place::Theme(theme.id.clone()));
        let place = |place: Place| {
            let choice = Choice::new(named(&place, scene));
            (choice, teaching(word, Some(place)))
        };
        Self {
            title: scene.say_with("board-teach-for", &[("word", word.into())]),
            places: places.chain([Place::None]).map(place).collect(),
        }
    }

    fn open(&self) -> Intent {
        let (choices, asks): (Vec<Choice>, Vec<Command>) = self.places.iter().cloned().unzip();
        let picker = Picker::of(self.title.clone(), choices, move |at| {
            let ask = asks.get(at).cloned();
            ask.map(Intent::Ask).into_iter().collect()
        });
        Intent::Open(Box::new(picker))
    }
}

/// The words of a card, each once: those that spoke first, then the others as they stand.
fn words_of(card: &Contribution, spoke: &[String]) -> Vec<String> {
    let text = card.text.as_str();
    let others = text.split(|letter: char| !letter.is_alphanumeric());
    let others = others.filter(|word| word.chars().count() >= SHORTEST);
    let mut words: Vec<String> = Vec::new();
    let mut known: Vec<String> = Vec::new();
    for word in spoke.iter().map(String::as_str).chain(others) {
        let folded = fold(word);
        if !known.contains(&folded) && Label::parse(&folded).is_ok() {
            known.push(folded);
            words.push(word.to_owned());
        }
    }
    words
}
