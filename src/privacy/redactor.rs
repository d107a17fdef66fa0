//! Taking names, organisations and texts out of records and saved sessions. What is taken out of a text leaves a word
//! in its place, in the language of the room; nothing is counted differently afterwards, but for the organisations.

mod ids;
mod own;

use std::collections::{BTreeMap, BTreeSet};

use ids::Ids;
use regex::Regex;

use super::Known;
use crate::id::{ContributionId, GroupId, ParticipantId};
use crate::language::Language;
use crate::locale::Locale;
use crate::text::{Label, Note, Statement, TextError, Title, Words};
use crate::vocabulary::Removable;
use crate::workshop::entry::{Contribution, Participant, Place};
use crate::workshop::event::Members;
use crate::workshop::plan::{Persona, Plan, Theme};
use crate::workshop::proceedings::Proceedings;
use crate::workshop::redaction::Redaction;
use crate::workshop::suggestion::Suggestion;
use crate::workshop::{Event, Record};

/// What is to be taken out beside the names of people.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The names of organisations too.
    pub organisations: bool,
    /// Every text in which one of these is found.
    pub patterns: Vec<Regex>,
}

/// Why nothing can be taken out.
#[derive(Debug, thiserror::Error)]
pub enum RedactError {
    /// There are more names than a search can hold.
    #[error("the names of this session cannot be looked for")]
    Names(#[source] regex::Error),
    /// A word that is left in place of a text does not fit there, which is a bug.
    #[error("the word that is left in place of a text does not fit")]
    Marker(#[source] TextError),
}

/// Takes things out, and remembers what.
#[derive(Debug)]
pub struct Redactor {
    wanted: Wanted,
    people: Option<Regex>,
    organisations: Option<Regex>,
    /// Those names as ids would say them.
    in_ids: BTreeSet<String>,
    /// The words those names are made of.
    in_words: BTreeSet<String>,
    ids: Ids,
    markers: Markers,
    redaction: Redaction,
    /// The contributions whose present text was taken out.
    hidden: BTreeSet<ContributionId>,
    removed: Removed,
}

/// What was taken out, each thing once, however many files it stood in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Removed {
    /// The people whose names were.
    pub names: BTreeSet<ParticipantId>,
    /// The organisations, as they are compared.
    pub organisations: BTreeSet<String>,
    /// The texts that were, or of which a name was.
    pub texts: BTreeSet<String>,
}

/// What is left in place of a text, and of a name within one.
#[derive(Debug)]
struct Markers {
    statement: Statement,
    note: Note,
    label: Label,
    title: Title,
    words: Words,
    name: String,
    organisation: String,
}

impl Markers {
    fn new(language: Language) -> Result<Self, TextError> {
        let locale = Locale::new(language);
        let text = locale.say("redacted-text");
        Ok(Self {
            statement: text.parse()?,
            note: text.parse()?,
            label: text.parse()?,
            title: text.parse()?,
            words: text.parse()?,
            name: locale.say("redacted-name"),
            organisation: locale.say("redacted-organisation"),
        })
    }
}

impl Redactor {
    /// Gets ready for the files of one session.
    ///
    /// # Errors
    /// When the names cannot be looked for.
    pub fn new(
        wanted: Wanted,
        known: &Known,
        language: Language,
        at: crate::moment::Moment,
        version: Label,
    ) -> Result<Self, RedactError> {
        let mut removed = vec![Removable::Names];
        let mut organisations = None;
        if wanted.organisations {
            removed.push(Removable::Organisations);
            organisations = known.organisations_in_texts().map_err(RedactError::Names)?;
        }
        if !wanted.patterns.is_empty() {
            removed.push(Removable::Texts);
        }
        Ok(Self {
            people: known.people_in_texts().map_err(RedactError::Names)?,
            organisations,
            in_ids: known.in_ids(wanted.organisations),
            in_words: known.in_words(wanted.organisations),
            ids: Ids::default(),
            wanted,
            markers: Markers::new(language).map_err(RedactError::Marker)?,
            redaction: Redaction {
                at,
                version,
                removed,
            },
            hidden: BTreeSet::new(),
            removed: Removed::default(),
        })
    }

    /// What was taken out so far.
    #[must_use]
    pub const fn removed(&self) -> &Removed {
        &self.removed
    }

    /// Takes it out of the records of a journal, from the first on.
    pub fn records(&mut self, records: &mut [Record]) {
        self.hidden.clear();
        if let Some(first) = records.first() {
            self.ids.opened = first.at;
        }
        self.rename_in(records);
        for record in records {
            self.event(&mut record.event);
            self.ids.event(&mut record.event);
        }
    }

    /// Takes it out of a saved session.
    pub fn session(&mut self, plan: &mut Plan, proceedings: &mut Proceedings) {
        self.hidden.clear();
        self.ids.opened = proceedings.opened_at;
        let personas: Vec<&Persona> = plan.personas.iter().collect();
        let themes: Vec<&Theme> = plan.themes.iter().collect();
        self.rename(&personas, &themes);
        self.plan(plan);
        self.proceedings(proceedings);
        self.ids.plan(plan);
        self.ids.proceedings(proceedings);
    }

    fn event(&mut self, event: &mut Event) {
        match event {
            Event::WorkshopOpened { plan, resumed } => {
                self.plan(plan);
                if let Some(resumed) = resumed {
                    self.proceedings(resumed);
                }
            }
            Event::ParticipantJoined { participant, .. } => self.participant(participant),
            Event::ContributionAdded { contribution } => self.contribution(contribution),
            Event::ContributionEdited {
                contribution, text, ..
            } => self.statement(*contribution, text),
            Event::ContributionRestored { shown, .. } | Event::ContributionShown { shown, .. } => {
                self.contributions(shown.as_deref_mut());
            }
            Event::StepEntered { shown, .. } => {
                self.contributions(shown.iter_mut().flat_map(|shown| &mut shown.contributions));
            }
            Event::GroupsChanged { groups } => self.groups(groups),
            Event::ParkingChanged { id, entry } => {
                let text = entry.as_mut().map(|entry| &mut entry.text);
                self.note(&id.to_string(), text);
            }
            Event::RecommendationChanged { id, recommendation } => {
                let text = recommendation.as_mut().map(|found| &mut found.text);
                self.note(&id.to_string(), text);
            }
            Event::Reflected { reflection } => {
                self.note(&reflection.id.to_string(), Some(&mut reflection.text));
            }
            Event::SuggestionsMade { places, .. } => {
                for (id, suggestion) in places {
                    self.suggestion(*id, suggestion);
                }
            }
            Event::WordTaught { word, place } => self.word(word, place),
            Event::PersonaAdded { persona } => self.persona(persona),
            Event::ThemeProposed { theme } => self.theme(theme),
            Event::StepSealed { doings } => {
                self.contributions(&mut doings.contributions);
                for entry in &mut doings.parking {
                    self.note(&entry.id.to_string(), Some(&mut entry.text));
                }
                for reflection in &mut doings.reflections {
                    self.note(&reflection.id.to_string(), Some(&mut reflection.text));
                }
            }
            Event::ParticipantLeft { .. }
            | Event::TimerSet { .. }
            | Event::PersonasAssigned { .. }
            | Event::CardsPlayed { .. }
            | Event::ContributionWithdrawn { .. }
            | Event::ContributionHidden { .. }
            | Event::Spotlit { .. }
            | Event::ContributionSorted { .. }
            | Event::ContributionsPlaced { .. }
            | Event::BallotCast { .. }
            | Event::HandsCounted { .. }
            | Event::WorkshopClosed { .. } => {}
        }
    }

    fn plan(&mut self, plan: &mut Plan) {
        plan.redacted.push(self.redaction.clone());
        if self.wanted.organisations {
            for organisation in plan.organisations.drain(..) {
                let folded = crate::text::fold(organisation.name.as_str());
                self.removed.organisations.insert(folded);
            }
        }
        let tags = std::mem::take(&mut plan.tags);
        let (gone, kept) = tags.into_iter().partition(|tag| self.shows(tag.as_str()));
        let gone: Vec<crate::text::Name> = gone;
        let gone = gone.iter().map(|tag| format!("tag {tag}"));
        self.removed.texts.extend(gone);
        plan.tags = kept;
        if let Some(title) = self.without(plan.title.as_str(), &self.markers.title) {
            self.removed.texts.insert("title".to_owned());
            plan.title = title;
        }
        for persona in &mut plan.personas {
            self.persona(persona);
        }
        for theme in &mut plan.themes {
            self.theme(theme);
        }
    }

    fn proceedings(&mut self, proceedings: &mut Proceedings) {
        for participant in &mut proceedings.participants {
            self.participant(participant);
        }
        self.contributions(&mut proceedings.contributions);
        for group in &mut proceedings.groups {
            self.label(&group.id.to_string(), group.label.as_mut());
        }
        for entry in &mut proceedings.parking {
            self.note(&entry.id.to_string(), Some(&mut entry.text));
        }
        for recommendation in &mut proceedings.recommendations {
            let id = recommendation.id.to_string();
            self.note(&id, Some(&mut recommendation.text));
        }
        for reflection in &mut proceedings.reflections {
            self.note(&reflection.id.to_string(), Some(&mut reflection.text));
        }
        let taught = std::mem::take(&mut proceedings.taught);
        for taught in taught {
            if self.shows_in_taught(taught.word.as_str()) {
                self.removed.texts.insert(format!("word {}", taught.word));
            } else {
                proceedings.taught.push(taught);
            }
        }
    }

    fn participant(&mut self, participant: &mut Participant) {
        if participant.name.take().is_some() {
            self.removed.names.insert(participant.id);
        }
        if self.wanted.organisations
            && let Some(name) = participant.organisation.take()
        {
            let folded = crate::text::fold(name.as_str());
            self.removed.organisations.insert(folded);
        }
    }

    fn contributions<'a>(&mut self, shown: impl IntoIterator<Item = &'a mut Contribution>) {
        for contribution in shown {
            self.contribution(contribution);
        }
    }

    fn groups(&mut self, groups: &mut BTreeMap<GroupId, Option<Members>>) {
        for (id, members) in groups {
            let label = members.as_mut().and_then(|members| members.label.as_mut());
            self.label(&id.to_string(), label);
        }
    }

    /// A word that is taken out was never taught.
    fn word(&mut self, word: &mut Label, place: &mut Option<Place>) {
        if self.shows_in_taught(word.as_str()) {
            self.removed.texts.insert(format!("word {word}"));
            word.clone_from(&self.markers.label);
            *place = None;
        }
    }

    fn contribution(&mut self, contribution: &mut Contribution) {
        self.statement(contribution.id, &mut contribution.text);
        if let Some(suggestion) = &mut contribution.suggestion {
            self.suggestion(contribution.id, suggestion);
        }
    }

    fn statement(&mut self, id: ContributionId, text: &mut Statement) {
        self.hidden.remove(&id);
        if let Some(without) = self.without(text.as_str(), &self.markers.statement) {
            *text = without;
            self.removed.texts.insert(id.to_string());
            self.hidden.insert(id);
        }
    }

    /// The words a suggestion gives as its reasons are words of the text, or were before it was changed.
    fn suggestion(&self, id: ContributionId, suggestion: &mut Suggestion) {
        let is_hidden = self.hidden.contains(&id);
        let because = &mut suggestion.because;
        because.retain(|word| !is_hidden && !self.shows_in_taught(word.as_str()));
    }

    fn label(&mut self, id: &str, label: Option<&mut Label>) {
        let Some(label) = label else { return };
        if let Some(without) = self.without(label.as_str(), &self.markers.label) {
            *label = without;
            self.removed.texts.insert(id.to_owned());
        }
    }

    fn note(&mut self, id: &str, note: Option<&mut Note>) {
        let Some(note) = note else { return };
        if let Some(without) = self.without(note.as_str(), &self.markers.note) {
            *note = without;
            self.removed.texts.insert(id.to_owned());
        }
    }

    /// The text without what is to be taken out; none when nothing is.
    fn without<T: std::str::FromStr + Clone>(&self, text: &str, marker: &T) -> Option<T> {
        let patterns = &self.wanted.patterns;
        if patterns.iter().any(|pattern| pattern.is_match(text)) {
            return Some(marker.clone());
        }
        let people = self.people.as_ref();
        let organisations = self.organisations.as_ref();
        let rest = replaced(
            text,
            &[
                (people, &self.markers.name),
                (organisations, &self.markers.organisation),
            ],
        );
        // What is too long with the words in place of the names goes as a whole.
        (rest != text).then(|| rest.parse().unwrap_or_else(|_too_long| marker.clone()))
    }

    /// Whether a word that was taught is to be taken out.
    fn shows_in_taught(&self, word: &str) -> bool {
        self.shows(word) || Known::is_in_taught(&self.in_words, word)
    }

    /// Whether there is something in a text that is to be taken out.
    fn shows(&self, text: &str) -> bool {
        let names = [&self.people, &self.organisations].into_iter().flatten();
        let mut searches = self.wanted.patterns.iter().chain(names);
        searches.any(|search| search.is_match(text))
    }
}

/// A text with these words in place of what is found; of what overlaps what begins first goes, and then the longest: an
/// organisation may bear the name of somebody.
fn replaced(text: &str, searches: &[(Option<&Regex>, &str)]) -> String {
    let mut rest = String::new();
    let mut at = 0;
    let next = |at: usize| {
        let hits = searches.iter().filter_map(|(search, word)| {
            let hit = (*search)?.find_at(text, at)?;
            Some((hit, *word))
        });
        hits.min_by_key(|(hit, _)| (hit.start(), std::cmp::Reverse(hit.len())))
    };
    while let Some((hit, word)) = next(at) {
        rest.push_str(text.get(at..hit.start()).unwrap_or_default());
        rest.push_str(word);
        at = hit.end();
    }
    rest.push_str(text.get(at..).unwrap_or_default());
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_that_bears_a_name_goes_as_a_whole_and_so_does_a_name_that_bears_an_organisation()
     {
        let people = Regex::new("Sofie|Jan Peeters").unwrap();
        let organisations = Regex::new("Kapsalon Sofie|Jan Peeters bv|Peeters").unwrap();
        let searches = [(Some(&people), "N"), (Some(&organisations), "O")];
        let text = "bij Kapsalon Sofie, Jan Peeters bv, Jan Peeters, Peeters en Sofie";
        assert_eq!(replaced(text, &searches), "bij O, O, N, O en N");
    }
}
