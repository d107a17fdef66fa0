//! What happened in a workshop as lists, the way a saved session and a seat's first view hold it. Together with the
//! plan it is the whole workshop; only what undo could take back is not in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Workshop;
use super::entry::{
    Assignment, Ballot, CardsPlayed, Contribution, Group, Parked, Participant, Place,
    Recommendation, Reflection, Slice, Taught, Visit, VoteResult,
};
use super::event::Seq;
use super::plan::Plan;
use super::sight::Viewer;
use super::suggestion::Likeness;
use crate::id::{BallotId, ContributionId, ParticipantId, ThemeId};
use crate::moment::Moment;
use crate::text::Label;

/// The schema of plans, saved sessions and views.
pub const SCHEMA: &str = "halte/1";

/// The record part of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proceedings {
    /// The last record in it.
    pub seq: Seq,
    /// When the room opened.
    pub opened_at: Moment,
    /// When the workshop ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<Moment>,
    /// When the timer ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timer: Option<Moment>,
    /// Everybody who took a seat.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Who takes which persona.
    #[serde(default)]
    pub assignments: Vec<Assignment>,
    /// The trend cards in play.
    #[serde(default)]
    pub cards_played: Vec<CardsPlayed>,
    /// What people wrote, and where it was put.
    #[serde(default)]
    pub contributions: Vec<Contribution>,
    /// Wordings of one need.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// What each participant was given to sort.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub slices: Vec<Slice>,
    /// The card before everyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spotlight: Option<ContributionId>,
    /// Dots, by voter and theme.
    #[serde(default)]
    pub votes: Vec<Vote>,
    /// Hands counted.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub hands: BTreeMap<ThemeId, u32>,
    /// The outcome of the vote, once revealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote_result: Option<VoteResult>,
    /// The parking lot.
    #[serde(default)]
    pub parking: Vec<Parked>,
    /// What should be done.
    #[serde(default)]
    pub recommendations: Vec<Recommendation>,
    /// Answers to the challenges.
    #[serde(default)]
    pub reflections: Vec<Reflection>,
    /// Which contributions seem to say the same need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alike: Vec<Likeness>,
    /// The words the group tied to a place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taught: Vec<Taught>,
    /// What happened on the agenda.
    #[serde(default)]
    pub timeline: Vec<Visit>,
}

/// One voter's dots for one theme. A ballot on which nobody got a dot is kept as a vote of zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// The ballot it stands on.
    pub ballot: BallotId,
    /// Who voted, as far as the reader may know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participant: Option<ParticipantId>,
    /// The theme; absent on an empty ballot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<ThemeId>,
    /// The dots.
    pub dots: u8,
}

/// A plan that can be read and written as part of a session, with its schema and proceedings beside it.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    /// The schema of the file.
    pub schema: &'static str,
    /// The plan part.
    #[serde(flatten)]
    pub plan: &'a Plan,
    /// The record part, once the workshop has begun.
    #[serde(flatten)]
    pub proceedings: Option<Proceedings>,
}

/// The view of a seat as it is sent: the same fields as a saved session, in any order.
#[derive(Debug, Deserialize)]
pub struct View {
    /// The plan part.
    #[serde(flatten)]
    pub plan: Plan,
    /// The record part.
    #[serde(flatten)]
    pub proceedings: Proceedings,
}

impl Proceedings {
    /// Lists what is in a workshop.
    #[must_use]
    pub fn of(workshop: &Workshop) -> Self {
        Self {
            seq: workshop.seq,
            opened_at: workshop.opened_at,
            closed_at: workshop.closed_at,
            timer: workshop.timer,
            participants: workshop.participants.values().cloned().collect(),
            assignments: assignments(workshop),
            cards_played: workshop
                .cards
                .iter()
                .map(|(scenario, cards)| CardsPlayed {
                    scenario: scenario.clone(),
                    cards: cards.clone(),
                })
                .collect(),
            contributions: workshop.contributions.values().cloned().collect(),
            groups: workshop.groups(),
            slices: workshop
                .slices
                .iter()
                .map(|(participant, slice)| Slice {
                    participant: *participant,
                    contributions: slice.clone(),
                })
                .collect(),
            spotlight: workshop.spotlight,
            votes: workshop.ballots.values().flat_map(votes).collect(),
            hands: workshop.hands.clone(),
            vote_result: workshop.votes.clone(),
            parking: workshop.parking.values().cloned().collect(),
            recommendations: workshop.recommendations.values().cloned().collect(),
            reflections: workshop.reflections.values().cloned().collect(),
            alike: workshop.alike.clone(),
            taught: workshop.taught.iter().map(taught).collect(),
            timeline: workshop.timeline.clone(),
        }
    }

    /// Puts the lists back together with their plan: the inverse of [`Proceedings::of`], but for what undo could
    /// take back. Whether the ids used in the lists exist is for the reader of a file to check.
    #[must_use]
    pub fn into_workshop(self, plan: Plan, viewer: Option<Viewer>) -> Workshop {
        let mut workshop = Workshop::open(plan, self.opened_at);
        workshop.seq = self.seq;
        workshop.closed_at = self.closed_at;
        workshop.timer = self.timer;
        workshop.participants = self
            .participants
            .into_iter()
            .map(|found| (found.id, found))
            .collect();
        for assignment in self.assignments {
            let cells = workshop.assignments.entry(assignment.scenario).or_default();
            cells.insert(assignment.participant, assignment.persona);
        }
        workshop.cards = self
            .cards_played
            .into_iter()
            .map(|played| (played.scenario, played.cards))
            .collect();
        if viewer.is_none() {
            for contribution in &self.contributions {
                workshop.given.count(contribution);
            }
        }
        workshop.contributions = self
            .contributions
            .into_iter()
            .map(|found| (found.id, found))
            .collect();
        workshop.groups = self
            .groups
            .into_iter()
            .map(|group| (group.id, group.label))
            .collect();
        workshop.slices = self
            .slices
            .into_iter()
            .map(|slice| (slice.participant, slice.contributions))
            .collect();
        workshop.spotlight = self.spotlight;
        for vote in self.votes {
            let ballot = workshop
                .ballots
                .entry(vote.ballot)
                .or_insert_with(|| Ballot {
                    id: vote.ballot,
                    participant: vote.participant,
                    dots: BTreeMap::new(),
                });
            ballot
                .dots
                .extend(vote.theme.map(|theme| (theme, vote.dots)));
        }
        workshop.hands = self.hands;
        workshop.votes = self.vote_result;
        workshop.parking = self
            .parking
            .into_iter()
            .map(|entry| (entry.id, entry))
            .collect();
        workshop.recommendations = self
            .recommendations
            .into_iter()
            .map(|found| (found.id, found))
            .collect();
        workshop.reflections = self
            .reflections
            .into_iter()
            .map(|found| (found.id, found))
            .collect();
        workshop.alike = self.alike;
        workshop.taught = self
            .taught
            .into_iter()
            .map(|taught| (taught.word, taught.place))
            .collect();
        let current = self
            .timeline
            .last()
            .and_then(|visit| workshop.plan.step(&visit.step));
        workshop.step = current.map_or(0, |(index, _)| index);
        workshop.cards_at_entry.clone_from(&workshop.cards);
        workshop.timeline = self.timeline;
        workshop.viewer = viewer;
        workshop
    }
}

fn assignments(workshop: &Workshop) -> Vec<Assignment> {
    let mut list = Vec::new();
    for (scenario, cells) in &workshop.assignments {
        for (participant, persona) in cells {
            list.push(Assignment {
                scenario: scenario.clone(),
                participant: *participant,
                persona: persona.clone(),
            });
        }
    }
    list
}

fn taught((word, place): (&Label, &Place)) -> Taught {
    Taught {
        word: word.clone(),
        place: place.clone(),
    }
}

fn votes(ballot: &Ballot) -> Vec<Vote> {
    let vote = |theme, dots| Vote {
        ballot: ballot.id,
        participant: ballot.participant,
        theme,
        dots,
    };
    if ballot.dots.is_empty() {
        return vec![vote(None, 0)];
    }
    ballot
        .dots
        .iter()
        .map(|(theme, dots)| vote(Some(theme.clone()), *dots))
        .collect()
}
