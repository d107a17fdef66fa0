//! What a file still tells about people: names, organisations, who wrote what, times by which somebody who was there
//! could tell, and texts that look like they name somebody.

use std::collections::{BTreeMap, BTreeSet};

use super::Known;
use super::look::{Like, Looks};
use crate::id::ParticipantId;
use crate::language::Localised;
use crate::moment::Moment;
use crate::text::Name;
use crate::workshop::entry::{Contribution, Participant};
use crate::workshop::plan::{Persona, Plan, Theme};
use crate::workshop::proceedings::Proceedings;
use crate::workshop::{Event, Record};

/// Something a file tells, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub at: Spot,
    /// What.
    pub what: What,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A line of a journal, from 1.
    Line(u64),
    /// The thing of this id, or the field of this name.
    Id(String),
}

/// What a file can tell about people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// What somebody is called.
    Name(ParticipantId, Name),
    /// An organisation, and how many of the people in the file came from there.
    Organisation(Name, usize),
    /// What one person wrote, and how often they sorted, voted, parked or answered.
    Wrote {
        /// Their contributions.
        contributions: BTreeSet<String>,
        /// How often they did something else.
        others: usize,
    },
    /// The time of so many things is finer than the step in which they happened.
    FineTimes(usize),
    /// A text in which something looks like it names somebody.
    Text(Like, String),
}

/// Everything a saved session tells.
///
/// # Errors
/// When there are more names than a search can hold.
pub fn of_session(plan: &Plan, proceedings: &Proceedings) -> Result<Vec<Finding>, regex::Error> {
    let mut known = Known::default();
    known.add_session(plan, proceedings);
    let mut audit = Audit::new(&known)?;
    audit.plan(plan, None);
    audit.proceedings(proceedings);
    Ok(audit.finish(&known))
}

/// Everything a plan tells: whom it invites.
///
/// # Errors
/// When there are more names than a search can hold.
pub fn of_plan(plan: &Plan) -> Result<Vec<Finding>, regex::Error> {
    let mut known = Known::default();
    known.add_plan(plan);
    let mut audit = Audit::new(&known)?;
    audit.plan(plan, None);
    Ok(audit.finish(&known))
}

/// Everything a journal tells, also what was changed or taken back later.
///
/// # Errors
/// When there are more names than a search can hold.
pub fn of_journal(records: &[Record]) -> Result<Vec<Finding>, regex::Error> {
    let mut known = Known::default();
    known.add_records(records);
    let mut audit = Audit::new(&known)?;
    for record in records {
        audit.record(record);
    }
    Ok(audit.finish(&known))
}

struct Audit {
    looks: Looks,
    /// The names as ids would say them.
    in_ids: BTreeSet<String>,
    /// The words that the names are made of.
    in_words: BTreeSet<String>,
    found: Vec<Finding>,
    did: BTreeMap<ParticipantId, (BTreeSet<String>, usize)>,
    steps: BTreeSet<Moment>,
    fine: usize,
}

impl Audit {
    fn new(known: &Known) -> Result<Self, regex::Error> {
        Ok(Self {
            looks: Looks::new(known)?,
            in_ids: known.in_ids(true),
            in_words: known.in_words(true),
            found: Vec::new(),
            did: BTreeMap::new(),
            steps: BTreeSet::new(),
            fine: 0,
        })
    }

    /// Puts what belongs to the whole file behind what has a place in it.
    fn finish(mut self, known: &Known) -> Vec<Finding> {
        for (name, people) in known.organisations.values() {
            let what = What::Organisation(name.clone(), people.len());
            self.add(Spot::Id("organisations".to_owned()), what);
        }
        for (participant, (contributions, others)) in std::mem::take(&mut self.did) {
            let what = What::Wrote {
                contributions,
                others,
            };
            self.add(Spot::Id(participant.to_string()), what);
        }
        if self.fine > 0 {
            let what = What::FineTimes(self.fine);
            self.add(Spot::Id("at".to_owned()), what);
        }
        self.found
    }

    fn add(&mut self, at: Spot, what: What) {
        self.found.push(Finding { at, what });
    }

    /// Looks at a text: on this line, or else under this id.
    fn text(&mut self, line: Option<u64>, id: &str, text: &str) {
        for (like, hit) in self.looks.at(text) {
            let at = line.map_or_else(|| Spot::Id(id.to_owned()), Spot::Line);
            self.add(at, What::Text(like, hit));
        }
    }

    /// Looks at what was taught: it stands in small letters, and is often one word of a name.
    fn taught(&mut self, line: Option<u64>, word: &str) {
        if Known::is_in_taught(&self.in_words, word) {
            let at = line.map_or_else(|| Spot::Id("taught".to_owned()), Spot::Line);
            self.add(at, What::Text(Like::Name, word.to_owned()));
        } else {
            self.text(line, "taught", word);
        }
    }

    fn plan(&mut self, plan: &Plan, line: Option<u64>) {
        self.text(line, "title", plan.title.as_str());
        for tag in &plan.tags {
            self.text(line, "tags", tag.as_str());
        }
        for persona in &plan.personas {
            self.persona(persona, line);
        }
        for theme in &plan.themes {
            self.theme(theme, line);
        }
    }

    fn persona(&mut self, persona: &Persona, line: Option<u64>) {
        let Persona {
            role,
            sector,
            experience,
            work,
            worries,
            wishes,
            ..
        } = persona;
        let texts = [role, sector, experience, work, worries, wishes];
        self.own(line, persona.id.as_str(), &texts);
    }

    fn theme(&mut self, theme: &Theme, line: Option<u64>) {
        let Theme {
            title,
            heading,
            definition,
            tie_break,
            ..
        } = theme;
        let mut texts = vec![title, definition, tie_break];
        // The heading of the group's own theme is its title once more.
        texts.extend(Some(heading).filter(|heading| *heading != title));
        self.own(line, theme.id.as_str(), &texts);
    }

    /// Looks at what has one wording for all languages: the group's own personas and themes. The first of the
    /// texts is what the thing is called, of which its id is made.
    fn own(&mut self, line: Option<u64>, id: &str, texts: &[&Localised]) {
        for text in texts.iter().filter_map(|text| text.one_wording()) {
            self.text(line, id, text.as_str());
        }
        let is_own = texts
            .first()
            .is_some_and(|name| name.one_wording().is_some());
        if is_own && Known::is_in_id(&self.in_ids, id) {
            let at = line.map_or_else(|| Spot::Id(id.to_owned()), Spot::Line);
            self.add(at, What::Text(Like::Name, id.to_owned()));
        }
    }

    fn wrote(&mut self, who: Option<ParticipantId>, contribution: &str) {
        if let Some(who) = who.filter(|who| *who != ParticipantId::FACILITATOR) {
            let (contributions, _) = self.did.entry(who).or_default();
            contributions.insert(contribution.to_owned());
        }
    }

    fn other(&mut self, who: Option<ParticipantId>) {
        if let Some(who) = who.filter(|who| *who != ParticipantId::FACILITATOR) {
            let (_, others) = self.did.entry(who).or_default();
            *others += 1;
        }
    }

    fn participant(&mut self, line: Option<u64>, participant: &Participant) {
        if let Some(name) = &participant.name {
            let id = participant.id.to_string();
            let at = line.map_or(Spot::Id(id), Spot::Line);
            self.add(at, What::Name(participant.id, name.clone()));
        }
    }

    fn contribution(&mut self, line: Option<u64>, one: &Contribution) {
        let id = one.id.to_string();
        self.wrote(one.participant, &id);
        self.text(line, &id, one.text.as_str());
        for sort in &one.sorts {
            self.other(sort.by);
        }
        let is_fine = one.at.is_some_and(|at| !self.steps.contains(&at));
        if line.is_none() && is_fine {
            self.fine += 1;
        }
    }

    fn proceedings(&mut self, record: &Proceedings) {
        self.steps
            .extend(record.timeline.iter().map(|visit| visit.at));
        for participant in &record.participants {
            self.participant(None, participant);
        }
        for contribution in &record.contributions {
            self.contribution(None, contribution);
        }
        for group in &record.groups {
            let label = group.label.as_ref().map_or("", |label| label.as_str());
            self.text(None, &group.id.to_string(), label);
        }
        let ballots: BTreeMap<_, _> = record
            .votes
            .iter()
            .map(|vote| (vote.ballot, vote.participant))
            .collect();
        for who in ballots.into_values() {
            self.other(who);
        }
        for entry in &record.parking {
            self.other(entry.participant);
            self.text(None, &entry.id.to_string(), entry.text.as_str());
        }
        for found in &record.recommendations {
            self.text(None, &found.id.to_string(), found.text.as_str());
        }
        for reflection in &record.reflections {
            self.other(reflection.participant);
            self.text(None, &reflection.id.to_string(), reflection.text.as_str());
        }
        for taught in &record.taught {
            self.taught(None, taught.word.as_str());
        }
    }

    /// The header is the first line of a journal, so that record 1 stands on line 2.
    fn record(&mut self, record: &Record) {
        let line = Some(record.seq.saturating_add(1));
        match &record.event {
            Event::WorkshopOpened { plan, resumed } => {
                self.steps.insert(record.at);
                self.plan(plan, line);
                if let Some(resumed) = resumed {
                    self.proceedings(resumed);
                }
            }
            Event::StepEntered { .. } => {
                self.steps.insert(record.at);
            }
            Event::ParticipantJoined { participant, .. } => self.participant(line, participant),
            Event::ContributionAdded { contribution } => self.contribution(line, contribution),
            Event::ContributionEdited {
                contribution, text, ..
            } => {
                self.wrote(record.by, &contribution.to_string());
                self.text(line, "", text.as_str());
            }
            Event::ContributionSorted { sort: Some(_), .. } | Event::BallotCast { .. } => {
                self.other(record.by);
            }
            Event::GroupsChanged { groups } => {
                for label in groups.values().flatten().flat_map(|group| &group.label) {
                    self.text(line, "", label.as_str());
                }
            }
            Event::ParkingChanged {
                entry: Some(entry), ..
            } => {
                self.other(entry.participant);
                self.text(line, "", entry.text.as_str());
            }
            Event::RecommendationChanged {
                recommendation: Some(found),
                ..
            } => self.text(line, "", found.text.as_str()),
            Event::Reflected { reflection } => {
                self.other(reflection.participant);
                self.text(line, "", reflection.text.as_str());
            }
            Event::StepSealed { doings } => {
                for contribution in &doings.contributions {
                    self.contribution(line, contribution);
                }
                for entry in &doings.parking {
                    self.text(line, "", entry.text.as_str());
                }
                for reflection in &doings.reflections {
                    self.text(line, "", reflection.text.as_str());
                }
            }
            Event::PersonaAdded { persona } => self.persona(persona, line),
            Event::ThemeProposed { theme } => self.theme(theme, line),
            Event::WordTaught { word, .. } => self.taught(line, word.as_str()),
            _nothing_written => {}
        }
        let is_theirs = record.by.is_some_and(|by| by != ParticipantId::FACILITATOR);
        if is_theirs && !self.steps.contains(&record.at) {
            self.fine += 1;
        }
    }
}
