//! The sheet for a new workshop.

use crate::content::Content;
use crate::id::{PersonaId, ScenarioId};
use crate::language::Language;
use crate::locale::Locale;
use crate::text::{Name, Title};
use crate::tui::sheet::{Field, Sheet};
use crate::vocabulary::{Anonymity, OrganisationKind, PersonaSet, PresetName};
use crate::workshop::plan::Organisation;

/// A new workshop as it was filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWorkshop {
    /// What it is called.
    pub title: Title,
    /// The agenda to begin with.
    pub preset: PresetName,
    /// The scenarios, in the order of the content.
    pub scenarios: Vec<ScenarioId>,
    /// The personas.
    pub personas: Vec<PersonaId>,
    /// How much is recorded of who people are.
    pub anonymity: Anonymity,
    /// The language the room speaks.
    pub language: Language,
    /// The organisations that were invited.
    pub organisations: Vec<Organisation>,
}

/// The sheet, with what its places stand for.
#[derive(Debug)]
pub(super) struct HostSheet {
    pub(super) sheet: Sheet,
    scenarios: Vec<ScenarioId>,
    personas: Vec<PersonaId>,
    sets: Vec<Vec<PersonaId>>,
}

const TITLE: usize = 0;
const LANGUAGE: usize = 1;
const PRESET: usize = 2;
const SCENARIOS: usize = 3;
const SET: usize = 4;
const PERSONAS: usize = 5;
const ANONYMITY: usize = 6;
const ORGANISATIONS: usize = 7;

impl HostSheet {
    pub(super) fn new(content: &Content, locale: Locale) -> Self {
        let language = locale.language();
        let say = |key: &str| locale.say(key);
        let families = |prefix: &str, words: &[&str]| -> Vec<String> {
            let keys = words.iter().map(|word| format!("{prefix}-{word}"));
            keys.map(|key| locale.say(&key)).collect()
        };
        let languages: Vec<&str> = Language::ALL.iter().map(|known| known.as_str()).collect();
        let at = Language::ALL.iter().position(|known| *known == language);
        let presets: Vec<&str> = PresetName::ALL.iter().map(|known| known.as_str()).collect();
        let sets: Vec<&str> = PersonaSet::ALL.iter().map(|known| known.as_str()).collect();
        let modes: Vec<&str> = Anonymity::ALL.iter().map(|known| known.as_str()).collect();
        let pseudonymous = Anonymity::ALL.iter();
        let pseudonymous = pseudonymous
            .clone()
            .position(|mode| *mode == Anonymity::Pseudonymous);
        let scenarios = content.scenarios.iter();
        let scenarios = scenarios.map(|known| (known.title.get(language).to_owned(), true));
        let personas = content.personas.iter();
        let personas = personas.map(|known| (known.role.get(language).to_owned(), false));
        let mut set_words = families("start-set", &sets);
        set_words.push(say("start-set-own"));
        let fields = vec![
            Field::line(say("start-name")).with(&say("new-title")),
            Field::choice(
                say("door-language"),
                families("language", &languages),
                at.unwrap_or(0),
            ),
            Field::choice(say("start-preset"), families("start-preset", &presets), 0),
            Field::marks(say("start-scenarios"), scenarios.collect()),
            Field::choice(say("start-set"), set_words, 0),
            Field::marks(say("start-personas"), personas.collect()),
            Field::choice(
                say("start-anonymity"),
                families("anonymity", &modes),
                pseudonymous.unwrap_or(0),
            ),
            Field::area(say("start-organisations")).hint(say("start-organisations-hint")),
        ];
        Self {
            sheet: Sheet::new(fields),
            scenarios: content
                .scenarios
                .iter()
                .map(|known| known.id.clone())
                .collect(),
            personas: content
                .personas
                .iter()
                .map(|known| known.id.clone())
                .collect(),
            sets: PersonaSet::ALL
                .iter()
                .map(|set| content.persona_set(*set))
                .collect(),
        }
    }

    /// What was filled in, or which field is wrong and the key of why.
    pub(super) fn wish(&self) -> Result<NewWorkshop, (usize, &'static str)> {
        let answers = self.sheet.answers();
        let title = Title::parse(answers.text(TITLE));
        let title = title.ok().ok_or((TITLE, "start-name-wrong"))?;
        let marked = answers.marked(SCENARIOS).iter();
        let scenarios: Vec<ScenarioId> = marked
            .filter_map(|index| self.scenarios.get(*index).cloned())
            .collect();
        if scenarios.is_empty() {
            return Err((SCENARIOS, "start-scenarios-wrong"));
        }
        let marked = answers.marked(PERSONAS).iter();
        let set = self.sets.get(answers.chosen(SET)).cloned();
        let personas = set.unwrap_or_else(|| {
            marked
                .filter_map(|index| self.personas.get(*index).cloned())
                .collect()
        });
        if personas.is_empty() {
            return Err((PERSONAS, "start-personas-wrong"));
        }
        Ok(NewWorkshop {
            title,
            preset: at(PresetName::ALL, answers.chosen(PRESET)),
            scenarios,
            personas,
            anonymity: at(Anonymity::ALL, answers.chosen(ANONYMITY)),
            language: at(&Language::ALL, answers.chosen(LANGUAGE)),
            organisations: organisations(answers.text(ORGANISATIONS))
                .ok_or((ORGANISATIONS, "start-organisations-wrong"))?,
        })
    }
}

/// The word at a place of its list, or the first one.
fn at<T: Copy>(all: &[T], place: usize) -> T {
    all.get(place).copied().unwrap_or(all[0])
}

/// One organisation a line; its kind may be added when people come in. `None` when a line is no name.
fn organisations(text: &str) -> Option<Vec<Organisation>> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let name = Name::parse(line).ok()?;
            let kind = OrganisationKind::Other;
            Some(Organisation { name, kind })
        })
        .collect()
}
