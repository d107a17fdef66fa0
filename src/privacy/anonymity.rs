//! Whether a file of an anonymous session keeps what such a session promises, as far as the file can tell; and by what
//! people who were there may still be recognised in it.

use std::collections::{BTreeMap, BTreeSet};

use super::audit::Spot;
use crate::id::{ContributionId, ParticipantId, PersonaId, ScenarioId};
use crate::language::Language;
use crate::moment::Moment;
use crate::text::{self, Name};
use crate::vocabulary::Anonymity;
use crate::workshop::entry::{Contribution, Participant, Sort};
use crate::workshop::event::Doings;
use crate::workshop::plan::Plan;
use crate::workshop::proceedings::Proceedings;
use crate::workshop::{Event, Record, SMALL, Workshop, seal};

/// A promise that the file breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breach {
    /// The session is of another mode and promises nothing.
    NotAnonymous,
    /// Somebody's name.
    Name,
    /// Whose something is.
    Author,
    /// Who took which persona, or whose work is whose.
    Persona,
    /// What somebody was given to sort.
    Slice,
    /// A time finer than the step.
    Time,
    /// The table something comes from.
    Table,
    /// A step that has closed, with what people did one by one.
    Order,
    /// Numbers that count in the order of writing.
    Counted,
    /// The command of something in a step that has closed.
    Command,
}

/// By what people may still be recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trace {
    /// So few people read this language.
    Language(Language, usize),
    /// So few people came from this organisation.
    Organisation(Name, usize),
    /// So many of the combinations of scenario, persona and language have few contributions, and how many there are.
    Combinations(usize, usize),
    /// The last step is open, and what people did in it stands one by one until it closes.
    OpenStep,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// The promises that are broken, and where.
    pub breaches: Vec<(Option<Spot>, Breach)>,
    /// By what people may still be recognised.
    pub traces: Vec<Trace>,
}

impl Verdict {
    /// Whether everything that could be verified holds.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.breaches.is_empty()
    }

    fn add(&mut self, at: Option<Spot>, breach: Breach) {
        let found = (at, breach);
        if !self.breaches.contains(&found) {
            self.breaches.push(found);
        }
    }

    fn mode(&mut self, plan: &Plan) {
        if plan.anonymity != Anonymity::Anonymous {
            self.add(None, Breach::NotAnonymous);
        }
    }

    fn participant(&mut self, at: Option<&Spot>, participant: &Participant) {
        let at = || Some(spot(at, &participant.id.to_string()));
        if participant.name.is_some() {
            self.add(at(), Breach::Name);
        }
        if participant.real_role.is_some() {
            self.add(at(), Breach::Persona);
        }
    }

    fn author(&mut self, at: Option<&Spot>, id: &str, who: Option<ParticipantId>) {
        if who.is_some_and(|who| who != ParticipantId::FACILITATOR) {
            self.add(Some(spot(at, id)), Breach::Author);
        }
    }

    fn contribution(&mut self, at: Option<&Spot>, found: &Contribution) {
        let id = found.id.to_string();
        self.author(at, &id, found.participant);
        if found.at.is_some() {
            self.add(Some(spot(at, &id)), Breach::Time);
        }
        if found.table.is_some() {
            self.add(Some(spot(at, &id)), Breach::Table);
        }
        self.sorts(at, &id, &found.sorts);
    }

    fn sorts(&mut self, at: Option<&Spot>, id: &str, sorts: &[Sort]) {
        for sort in sorts {
            self.author(at, id, sort.by);
        }
        let places = || sorts.iter().map(|sort| (&sort.primary, &sort.second));
        if !places().is_sorted() {
            self.add(Some(spot(at, id)), Breach::Order);
        }
    }

    fn proceedings(&mut self, record: &Proceedings) {
        for participant in &record.participants {
            self.participant(None, participant);
        }
        if !record.assignments.is_empty() {
            self.add(Some(Spot::Id("assignments".to_owned())), Breach::Persona);
        }
        if !record.slices.is_empty() {
            self.add(Some(Spot::Id("slices".to_owned())), Breach::Slice);
        }
        for contribution in &record.contributions {
            self.contribution(None, contribution);
        }
        for vote in &record.votes {
            self.author(None, &vote.ballot.to_string(), vote.participant);
        }
        for entry in &record.parking {
            self.author(None, &entry.id.to_string(), entry.participant);
        }
        for reflection in &record.reflections {
            self.author(None, &reflection.id.to_string(), reflection.participant);
        }
        self.numbers(record);
    }

    fn numbers(&mut self, record: &Proceedings) {
        let counted = [
            record
                .contributions
                .iter()
                .map(|found| found.id.0)
                .collect::<BTreeSet<u32>>(),
            record.votes.iter().map(|vote| vote.ballot.0).collect(),
            record.reflections.iter().map(|found| found.id.0).collect(),
        ];
        let fields = ["contributions", "votes", "reflections"];
        for (ids, field) in counted.iter().zip(fields) {
            if counts(ids) {
                self.add(Some(Spot::Id(field.to_owned())), Breach::Counted);
            }
        }
    }

    fn traces(&mut self, record: &Proceedings) {
        let mut languages: BTreeMap<&str, (Language, usize)> = BTreeMap::new();
        let mut organisations: BTreeMap<String, (&Name, usize)> = BTreeMap::new();
        for participant in &record.participants {
            let language = participant.language;
            languages
                .entry(language.as_str())
                .or_insert((language, 0))
                .1 += 1;
            if let Some(name) = &participant.organisation {
                let folded = text::fold(name.as_str());
                organisations.entry(folded).or_insert((name, 0)).1 += 1;
            }
        }
        for (language, people) in languages.into_values() {
            if people < SMALL {
                self.traces.push(Trace::Language(language, people));
            }
        }
        for (name, people) in organisations.into_values() {
            if people < SMALL {
                self.traces.push(Trace::Organisation(name.clone(), people));
            }
        }
        let mut combinations: BTreeMap<(&ScenarioId, Option<&PersonaId>, &str), usize> =
            BTreeMap::new();
        for found in &record.contributions {
            let key = (
                &found.scenario,
                found.persona.as_ref(),
                found.language.as_str(),
            );
            *combinations.entry(key).or_default() += 1;
        }
        let few = combinations
            .values()
            .filter(|count| **count < SMALL)
            .count();
        if few > 0 {
            self.traces
                .push(Trace::Combinations(few, combinations.len()));
        }
    }
}

/// The line that is looked at, or the thing of this id.
fn spot(line: Option<&Spot>, id: &str) -> Spot {
    line.cloned().unwrap_or_else(|| Spot::Id(id.to_owned()))
}

/// Whether numbers that should have been drawn are 1, 2, 3 and so on.
fn counts(ids: &BTreeSet<u32>) -> bool {
    let last = ids.last().and_then(|last| usize::try_from(*last).ok());
    ids.len() >= SMALL && last == Some(ids.len())
}

/// Looks at a saved session.
#[must_use]
pub fn of_session(plan: &Plan, proceedings: &Proceedings) -> Verdict {
    let mut verdict = Verdict::default();
    verdict.mode(plan);
    verdict.proceedings(proceedings);
    verdict.traces(proceedings);
    verdict
}

/// Those who came or went in a closed step between the things that were done in it, other than right behind the first: how
/// much was done before them can be told.
fn in_between(step: &[Record]) -> Vec<&Record> {
    if step.iter().filter(|record| seal::is_sealed(record)).count() < 2 {
        return Vec::new();
    }
    let mut done = 0;
    step.iter()
        .filter(|record| {
            done += usize::from(seal::is_sealed(record));
            done != 1 && seal::is_arrival(record)
        })
        .collect()
}

/// Looks at a journal: at every record of it, and at what follows from them.
#[must_use]
pub fn of_journal(records: &[Record]) -> Verdict {
    let mut verdict = Verdict::default();
    let closed = records.iter().rposition(seal::closes).unwrap_or(0);
    let is_over = records
        .get(closed)
        .is_some_and(|last| matches!(last.event, Event::WorkshopClosed { .. }));
    let mut entered: Option<Moment> = None;
    for (place, record) in records.iter().enumerate() {
        verdict.record(record, place < closed || is_over, entered);
        if seal::closes(record) || place == 0 {
            entered = Some(record.at);
        }
    }
    let (before, _) = records.split_at(closed);
    for step in before.split(seal::closes) {
        for record in in_between(step) {
            let line = Spot::Line(record.seq.saturating_add(1));
            verdict.add(Some(line), Breach::Order);
        }
    }
    if !is_over && records.iter().skip(closed).any(seal::is_theirs) {
        verdict.traces.push(Trace::OpenStep);
    }
    if let Some(workshop) = Workshop::replay(records) {
        let record = Proceedings::of(&workshop);
        verdict.numbers(&record);
        verdict.traces(&record);
    }
    verdict
}

impl Verdict {
    /// The header is the first line of a journal, so that record 1 stands on line 2.
    fn record(&mut self, record: &Record, is_closed: bool, entered: Option<Moment>) {
        let line = Spot::Line(record.seq.saturating_add(1));
        let at = Some(&line);
        if seal::is_theirs(record) {
            self.author(at, "", record.by);
            if entered.is_some_and(|entered| record.at > entered) {
                self.add(Some(line.clone()), Breach::Time);
            }
            if is_closed {
                self.add(Some(line.clone()), Breach::Order);
                if record.command.is_some() {
                    self.add(Some(line.clone()), Breach::Command);
                }
            }
        }
        if is_closed && seal::is_arrival(record) {
            if entered.is_some_and(|entered| record.at > entered) {
                self.add(Some(line.clone()), Breach::Time);
            }
            if record.command.is_some_and(|id| !seal::is_mark(id)) {
                self.add(Some(line.clone()), Breach::Command);
            }
        }
        match &record.event {
            Event::WorkshopOpened { plan, resumed } => {
                self.mode(plan);
                if let Some(resumed) = resumed {
                    self.proceedings(resumed);
                }
            }
            Event::ParticipantJoined {
                participant,
                assignment,
                slice,
            } => {
                self.participant(at, participant);
                if assignment.is_some() {
                    self.add(Some(line.clone()), Breach::Persona);
                }
                if is_closed && !slice.is_empty() {
                    self.add(Some(line), Breach::Slice);
                }
            }
            Event::StepEntered {
                assignments,
                slices,
                ..
            } => {
                if !assignments.is_empty() {
                    self.add(Some(line.clone()), Breach::Persona);
                }
                if is_closed && !slices.is_empty() {
                    self.add(Some(line), Breach::Slice);
                }
            }
            Event::PersonasAssigned { assignments, .. } if !assignments.is_empty() => {
                self.add(Some(line), Breach::Persona);
            }
            Event::ContributionAdded { contribution } => self.contribution(at, contribution),
            Event::ContributionSorted {
                sort: Some(sort), ..
            } => self.author(at, "", sort.by),
            Event::BallotCast { ballot } => self.author(at, "", ballot.participant),
            Event::ParkingChanged {
                entry: Some(entry), ..
            } => self.author(at, "", entry.participant),
            Event::Reflected { reflection } => self.author(at, "", reflection.participant),
            Event::StepSealed { doings } => self.doings(&line, record, doings, entered),
            _tells_nobody => {}
        }
    }

    fn doings(&mut self, line: &Spot, record: &Record, doings: &Doings, entered: Option<Moment>) {
        let at = Some(line);
        self.author(at, "", record.by);
        if record.command.is_some() {
            self.add(Some(line.clone()), Breach::Command);
        }
        if entered.is_some_and(|entered| record.at > entered) {
            self.add(Some(line.clone()), Breach::Time);
        }
        for found in &doings.contributions {
            self.contribution(at, found);
        }
        for (id, sorts) in &doings.sorts {
            self.sorts(at, &id.to_string(), sorts);
        }
        for ballot in &doings.ballots {
            self.author(at, "", ballot.participant);
        }
        for entry in &doings.parking {
            self.author(at, "", entry.participant);
        }
        for reflection in &doings.reflections {
            self.author(at, "", reflection.participant);
        }
        let ids: Vec<ContributionId> = doings.contributions.iter().map(|found| found.id).collect();
        let are_sorted = ids.is_sorted()
            && doings.ballots.iter().map(|found| found.id).is_sorted()
            && doings.parking.iter().map(|found| found.id).is_sorted()
            && doings.reflections.iter().map(|found| found.id).is_sorted();
        if !are_sorted {
            self.add(Some(line.clone()), Breach::Order);
        }
    }
}
