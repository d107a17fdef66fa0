//! What a record knows people and their organisations by, and where a text mentions one of these.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use crate::id::ParticipantId;
use crate::text::{self, Name};
use crate::workshop::entry::Participant;
use crate::workshop::plan::Plan;
use crate::workshop::proceedings::Proceedings;
use crate::workshop::{Event, Record};

/// A name of fewer letters is not looked for in texts: it would be found everywhere.
const SHORTEST: usize = 2;

/// The names and organisations of a record, also those that were changed later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// What each person was called.
    pub names: BTreeMap<ParticipantId, BTreeSet<Name>>,
    /// Organisations, by their name as it is compared: as it was first written, and who came from there.
    pub organisations: BTreeMap<String, (Name, BTreeSet<ParticipantId>)>,
    /// Their names in every way in which somebody wrote them.
    spellings: BTreeSet<Name>,
}

impl Known {
    /// Takes in what a journal holds.
    pub fn add_records(&mut self, records: &[Record]) {
        for record in records {
            match &record.event {
                Event::WorkshopOpened { plan, resumed } => {
                    self.add_plan(plan);
                    if let Some(resumed) = resumed {
                        self.add_proceedings(resumed);
                    }
                }
                Event::ParticipantJoined { participant, .. } => self.add_participant(participant),
                _nobody_new => {}
            }
        }
    }

    /// Takes in what a saved session holds.
    pub fn add_session(&mut self, plan: &Plan, proceedings: &Proceedings) {
        self.add_plan(plan);
        self.add_proceedings(proceedings);
    }

    pub(super) fn add_plan(&mut self, plan: &Plan) {
        for organisation in &plan.organisations {
            self.organisation(&organisation.name);
        }
    }

    fn add_proceedings(&mut self, proceedings: &Proceedings) {
        for participant in &proceedings.participants {
            self.add_participant(participant);
        }
    }

    fn add_participant(&mut self, participant: &Participant) {
        if let Some(name) = &participant.name {
            let names = self.names.entry(participant.id).or_default();
            names.insert(name.clone());
        }
        if let Some(name) = &participant.organisation {
            self.organisation(name).insert(participant.id);
        }
    }

    fn organisation(&mut self, name: &Name) -> &mut BTreeSet<ParticipantId> {
        self.spellings.insert(name.clone());
        let folded = text::fold(name.as_str());
        let known = self.organisations.entry(folded);
        let (_, people) = known.or_insert_with(|| (name.clone(), BTreeSet::new()));
        people
    }

    /// Finds the names of people in a text; none when nobody has a name that can be looked for.
    ///
    /// # Errors
    /// When there are more names than a search can hold.
    pub fn people_in_texts(&self) -> Result<Option<Regex>, regex::Error> {
        mentions(self.names.values().flatten())
    }

    /// Finds the names of organisations in a text.
    ///
    /// # Errors
    /// When there are more names than a search can hold.
    pub fn organisations_in_texts(&self) -> Result<Option<Regex>, regex::Error> {
        mentions(self.spellings.iter())
    }

    /// The names of people as an id that is made of them would say them; those of organisations too, if asked.
    #[must_use]
    pub fn in_ids(&self, and_organisations: bool) -> BTreeSet<String> {
        in_ids(self.all(and_organisations))
    }

    /// The words that these names are made of, folded as a word is that was taught.
    #[must_use]
    pub fn in_words(&self, and_organisations: bool) -> BTreeSet<String> {
        in_words(self.all(and_organisations))
    }

    fn all(&self, and_organisations: bool) -> impl Iterator<Item = &Name> {
        let organisations = self.spellings.iter().filter(move |_| and_organisations);
        self.names.values().flatten().chain(organisations)
    }

    /// Whether one of the words that were taught together is one of these.
    #[must_use]
    pub fn is_in_taught(names: &BTreeSet<String>, taught: &str) -> bool {
        let folded = text::fold(taught);
        words(&folded).any(|word| names.contains(word))
    }

    /// Whether an id says one of these names, between its dashes.
    #[must_use]
    pub fn is_in_id(names: &BTreeSet<String>, id: &str) -> bool {
        let id = format!("-{}-", dashed(id));
        names.iter().any(|name| id.contains(&format!("-{name}-")))
    }
}

fn in_ids<'a>(names: impl Iterator<Item = &'a Name>) -> BTreeSet<String> {
    names
        .map(|name| dashed(name.as_str()))
        .filter(|name| name.len() >= SHORTEST)
        .collect()
}

fn in_words<'a>(names: impl Iterator<Item = &'a Name>) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for name in names {
        let folded = text::fold(name.as_str());
        let long = words(&folded).filter(|word| text::graphemes(word) >= SHORTEST);
        all.extend(long.map(str::to_owned));
    }
    all
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|letter: char| !letter.is_alphanumeric())
}

/// The words of a text as an id says them.
fn dashed(text: &str) -> String {
    let folded = text::fold(text);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// One search for all of these names, the longest first. A name of one word may be a word like any other, so it has to
/// be written as it is. Underlines beside it, as they stand for emphasis, belong to it.
fn mentions<'a>(names: impl Iterator<Item = &'a Name>) -> Result<Option<Regex>, regex::Error> {
    let unique: BTreeSet<&str> = names
        .map(Name::as_str)
        .filter(|name| text::graphemes(name) >= SHORTEST)
        .collect();
    let mut names: Vec<&str> = unique.into_iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let alternatives: Vec<String> = names.into_iter().map(alternative).collect();
    if alternatives.is_empty() {
        return Ok(None);
    }
    Regex::new(&alternatives.join("|")).map(Some)
}

fn alternative(name: &str) -> String {
    let edge = |letter: Option<char>| match letter {
        Some(letter) if letter.is_alphanumeric() => r"(?:\b|_)",
        _ => "",
    };
    let (before, behind) = (edge(name.chars().next()), edge(name.chars().next_back()));
    let case = if name.contains(' ') { "(?i:" } else { "(?:" };
    format!("{case}{before}{}{behind})", regex::escape(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str], text: &str) -> Vec<String> {
        let names: Vec<Name> = names
            .iter()
            .map(|name| name.parse().expect("a name"))
            .collect();
        let search = mentions(names.iter()).expect("a search");
        search.map_or_else(Vec::new, |search| {
            let hits = search.find_iter(text);
            hits.map(|hit| hit.as_str().to_owned()).collect()
        })
    }

    #[test]
    fn a_name_is_found_as_a_word_and_not_within_one() {
        assert_eq!(found(&["An"], "An en Anja, an en De An."), ["An", "An"]);
        assert_eq!(found(&["Jan Peeters"], "JAN PEETERS zei"), ["JAN PEETERS"]);
        assert_eq!(
            found(&["Jan", "Jan Peeters"], "Jan Peeters"),
            ["Jan Peeters"]
        );
        assert_eq!(found(&["Éa"], "Éa Éab"), ["Éa"]);
        assert_eq!(found(&["A.B."], "bij A.B. hier"), ["A.B."]);
        assert_eq!(found(&["Sofie"], "_Sofie_ zei"), ["_Sofie_"]);
    }

    #[test]
    fn an_organisation_is_found_in_every_way_in_which_somebody_wrote_it() {
        let mut known = Known::default();
        for name in ["imec", "IMEC", "Café Noord", "Cafe Noord"] {
            known.organisation(&name.parse().expect("a name"));
        }
        assert_eq!(known.organisations.len(), 2);
        let search = known.organisations_in_texts().expect("a search");
        let text = "Bij IMEC of imec, in Cafe noord of Café Noord.";
        let search = search.expect("names");
        let hits: Vec<&str> = search.find_iter(text).map(|hit| hit.as_str()).collect();
        assert_eq!(hits, ["IMEC", "imec", "Cafe noord", "Café Noord"]);
    }

    #[test]
    fn a_name_in_an_id_is_found_between_dashes() {
        let name: Name = "Jan D’Hónt".parse().expect("a name");
        let names = in_ids([name].iter());
        assert!(Known::is_in_id(&names, "hulp-van-jan-d-hont"));
        assert!(Known::is_in_id(&names, "jan_d-hont"));
        assert!(!Known::is_in_id(&names, "jan-d-honts"));
        assert!(!Known::is_in_id(&names, "jan"));
    }

    #[test]
    fn a_word_that_was_taught_is_found_in_a_name_whatever_its_case_and_accents() {
        let names: [Name; 2] =
            ["Éa Ó. D’Hónt", "Jan-Piet"].map(|name| name.parse().expect("a name"));
        let names = in_words(names.iter());
        for taught in ["ea", "hont", "Éa", "vraag jan", "piet"] {
            assert!(Known::is_in_taught(&names, taught), "{taught}");
        }
        for taught in ["eab", "d", "o", "janpiet", "vaste plek", "?"] {
            assert!(!Known::is_in_taught(&names, taught), "{taught}");
        }
    }

    #[test]
    fn one_letter_is_not_looked_for() {
        assert_eq!(found(&["A"], "A en a"), Vec::<String>::new());
        assert_eq!(found(&[], "Jan"), Vec::<String>::new());
    }
}
