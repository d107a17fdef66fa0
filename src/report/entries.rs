//! What people said, as the report quotes it: contributions, the parking lot, recommendations, reflections and the
//! words they tied to a theme. An author has a name here only in a named session, and nowhere a seat.

use serde::Serialize;

use super::By;
use super::axes::Axes;
use super::counts::rows_of;
use super::matrix::Row;
use super::session::counted;
use crate::id::{
    ChallengeId, ContributionId, GroupId, ParkingId, ParticipantId, PersonaId, RecommendationId,
    ScenarioId, SessionId,
};
use crate::language::{Language, Localised};
use crate::text::{Label, Name, Note, Statement};
use crate::vocabulary::{Actor, Horizon, Kind, Source, Stance};
use crate::workshop::Workshop;
use crate::workshop::entry::{self, Contribution, Place};

/// A contribution in its own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The session it was written in.
    pub session: SessionId,
    /// Its id there.
    pub contribution: ContributionId,
    /// What it says it is.
    pub kind: Kind,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The persona it was written as, as far as that is told.
    pub persona: Option<PersonaId>,
    /// There is one, and it is not told.
    pub persona_withheld: bool,
    /// How it came in.
    pub source: Source,
    /// The language of the writer.
    pub language: Language,
    /// Who wrote it; only in a named session.
    pub author: Option<Name>,
    /// Where it was settled first.
    pub primary: Option<Place>,
    /// Where it was settled too.
    pub second: Option<Place>,
    /// The group it was put in.
    pub group: Option<GroupId>,
    /// The words.
    pub text: Statement,
}

/// An entry of the parking lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Parked {
    /// The session it was parked in.
    pub session: SessionId,
    /// Its id there.
    pub id: ParkingId,
    /// The words.
    pub text: Note,
    /// Who said it; only in a named session.
    pub author: Option<Name>,
    /// Dealt with.
    pub resolved: bool,
}

/// What should be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recommendation {
    /// The session it was made in.
    pub session: SessionId,
    /// Its id there.
    pub id: RecommendationId,
    /// The theme it belongs to.
    pub theme: Place,
    /// Now or later.
    pub horizon: Horizon,
    /// Who should act.
    pub who: Actor,
    /// The words.
    pub text: Note,
    /// The contributions that carry it, of those that count.
    pub contributions: Vec<ContributionId>,
    /// Whether any does.
    pub carried: bool,
}

/// The answers to one challenge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reflections {
    /// The challenge.
    pub challenge: ChallengeId,
    /// What it is called.
    pub title: Localised,
    /// What the paper claims.
    pub claim: Localised,
    /// How many recognise it.
    pub agree: usize,
    /// How many see it differently.
    pub differ: usize,
    /// What they say.
    pub answers: Vec<Answer>,
}

/// A word that a group tied to a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taught {
    /// The session it was taught in.
    pub session: SessionId,
    /// The word or words, folded.
    pub word: Label,
    /// The theme they speak for, or none of them.
    pub theme: Place,
}

/// One answer to a challenge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The session it was given in.
    pub session: SessionId,
    /// Whether they recognise it.
    pub stance: Stance,
    /// Why.
    pub text: Note,
    /// Who answered; only in a named session.
    pub author: Option<Name>,
}

impl Quote {
    pub(super) fn of(workshop: &Workshop, contribution: &Contribution) -> Self {
        let placement = contribution.placement.as_ref();
        Self {
            session: workshop.plan().id.clone(),
            contribution: contribution.id,
            kind: contribution.kind,
            scenario: contribution.scenario.clone(),
            persona: contribution.persona.clone(),
            persona_withheld: false,
            source: contribution.source,
            language: contribution.language,
            author: author(workshop, contribution.participant),
            primary: placement.map(|settled| settled.primary.clone()),
            second: placement.and_then(|settled| settled.second.clone()),
            group: contribution.group,
            text: contribution.text.clone(),
        }
    }
}

/// A name, where the session is named and the person gave one.
fn author(workshop: &Workshop, who: Option<ParticipantId>) -> Option<Name> {
    who.filter(|_| workshop.is_named())
        .and_then(|who| workshop.participants().get(&who))
        .and_then(|participant| participant.name.clone())
}

/// Everything that counts.
pub(super) fn quotes(workshops: &[&Workshop]) -> Vec<Quote> {
    let each = workshops
        .iter()
        .flat_map(|workshop| counted(workshop).map(|one| Quote::of(workshop, one)));
    each.collect()
}

/// What counts in a row of the theme tables, in its own words.
pub(super) fn quotes_in(workshops: &[&Workshop], row: &Row, by: By) -> Vec<Quote> {
    let each = workshops.iter().flat_map(|workshop| {
        counted(workshop)
            .filter(|one| rows_of(one, by).contains(row))
            .map(|one| Quote::of(workshop, one))
    });
    each.collect()
}

pub(super) fn parking(workshops: &[&Workshop]) -> Vec<Parked> {
    let each = workshops.iter().flat_map(|workshop| {
        workshop.parking().values().map(|entry| Parked {
            session: workshop.plan().id.clone(),
            id: entry.id,
            text: entry.text.clone(),
            author: author(workshop, entry.participant),
            resolved: entry.resolved,
        })
    });
    each.collect()
}

/// By theme in the order of the plans, what is for now before what is for later.
pub(super) fn recommendations(workshops: &[&Workshop], axes: &Axes) -> Vec<Recommendation> {
    let mut all: Vec<Recommendation> = workshops
        .iter()
        .flat_map(|workshop| {
            let each = workshop.recommendations().values();
            each.map(|one| recommendation(workshop, one))
        })
        .collect();
    let rows = axes.rows();
    all.sort_by_key(|one| {
        let row = rows.iter().position(|row| *row == Row::from(&one.theme));
        (row.unwrap_or(rows.len()), one.horizon)
    });
    all
}

fn recommendation(workshop: &Workshop, one: &entry::Recommendation) -> Recommendation {
    let carriers: Vec<ContributionId> = one
        .contributions
        .iter()
        .copied()
        .filter(|id| {
            let found = workshop.contributions().get(id);
            found.is_some_and(Contribution::counts)
        })
        .collect();
    Recommendation {
        session: workshop.plan().id.clone(),
        id: one.id,
        theme: one.theme.clone(),
        horizon: one.horizon,
        who: one.who,
        text: one.text.clone(),
        carried: !carriers.is_empty(),
        contributions: carriers,
    }
}

/// The words of all sessions, by theme in the order of the plans.
pub(super) fn taught(workshops: &[&Workshop], axes: &Axes) -> Vec<Taught> {
    let each = workshops.iter().flat_map(|workshop| {
        workshop.taught().iter().map(|(word, place)| Taught {
            session: workshop.plan().id.clone(),
            word: word.clone(),
            theme: place.clone(),
        })
    });
    let mut all: Vec<Taught> = each.collect();
    let rows = axes.rows();
    all.sort_by_key(|one| rows.iter().position(|row| *row == Row::from(&one.theme)));
    all
}

/// One entry for each challenge of the plans, also when nobody answered.
pub(super) fn reflections(workshops: &[&Workshop]) -> Vec<Reflections> {
    let mut all: Vec<Reflections> = Vec::new();
    let plans = workshops.iter().map(|workshop| workshop.plan());
    for challenge in plans.flat_map(|plan| &plan.challenges) {
        if all.iter().all(|known| known.challenge != challenge.id) {
            let answers = answers(workshops, &challenge.id);
            let count = |stance| answers.iter().filter(|one| one.stance == stance).count();
            all.push(Reflections {
                challenge: challenge.id.clone(),
                title: challenge.title.clone(),
                claim: challenge.text.clone(),
                agree: count(Stance::Agree),
                differ: count(Stance::Differ),
                answers,
            });
        }
    }
    all
}

fn answers(workshops: &[&Workshop], challenge: &ChallengeId) -> Vec<Answer> {
    let each = workshops.iter().flat_map(|workshop| {
        workshop
            .reflections()
            .values()
            .filter(|one| one.challenge == *challenge)
            .map(|one| Answer {
                session: workshop.plan().id.clone(),
                stance: one.stance,
                text: one.text.clone(),
                author: author(workshop, one.participant),
            })
    });
    each.collect()
}
