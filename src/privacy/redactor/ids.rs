//! Other ids for the group's own personas and themes whose id repeats what was taken out of them: the screens make one from
//! the name. Wherever a record says the old one it says the new one then, so that the figures stay.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use crate::id::{PersonaId, ThemeId};
use crate::moment::Moment;
use crate::workshop::entry::{
    Ballot, Contribution, Participant, Place, Placement, Sort, Tally, VoteResult,
};
use crate::workshop::event::{Event, Shown};
use crate::workshop::plan::Plan;
use crate::workshop::proceedings::Proceedings;
use crate::workshop::suggestion::Suggestion;

/// The new ids by the old ones, the same in every file of one session.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// When the room opened, so that reports do not take two sessions' themes for one.
    pub(super) opened: Moment,
    personas: BTreeMap<PersonaId, PersonaId>,
    themes: BTreeMap<ThemeId, ThemeId>,
}

impl Ids {
    /// This persona gets another id, which is none of those that are taken.
    pub(super) fn replace_persona(&mut self, id: &PersonaId, taken: &BTreeSet<PersonaId>) {
        replace(&mut self.personas, id, taken, "persona", self.opened);
    }

    /// This theme gets another id in the same way.
    pub(super) fn replace_theme(&mut self, id: &ThemeId, taken: &BTreeSet<ThemeId>) {
        replace(&mut self.themes, id, taken, "theme", self.opened);
    }

    fn is_empty(&self) -> bool {
        self.personas.is_empty() && self.themes.is_empty()
    }

    fn persona(&self, id: &mut PersonaId) {
        if let Some(new) = self.personas.get(id) {
            id.clone_from(new);
        }
    }

    fn theme(&self, id: &mut ThemeId) {
        if let Some(new) = self.themes.get(id) {
            id.clone_from(new);
        }
    }

    fn place(&self, place: &mut Place) {
        if let Place::Theme(id) = place {
            self.theme(id);
        }
    }

    fn places<'a>(&self, places: impl IntoIterator<Item = &'a mut Place>) {
        for place in places {
            self.place(place);
        }
    }

    fn by_theme<T>(&self, figures: &mut BTreeMap<ThemeId, T>) {
        let old = std::mem::take(figures);
        figures.extend(old.into_iter().map(|(mut id, figure)| {
            self.theme(&mut id);
            (id, figure)
        }));
    }

    /// Puts the new ids into a plan.
    pub(super) fn plan(&self, plan: &mut Plan) {
        for persona in &mut plan.personas {
            self.persona(&mut persona.id);
        }
        for theme in &mut plan.themes {
            self.theme(&mut theme.id);
        }
        for case in &mut plan.cases {
            self.theme(&mut case.theme);
        }
        let words = plan.suggestions.words.iter_mut();
        let examples = plan.suggestions.examples.iter_mut();
        self.places(words.map(|word| &mut word.theme));
        self.places(examples.map(|example| &mut example.theme));
    }

    /// Puts the new ids into what happened.
    pub(super) fn event(&self, event: &mut Event) {
        if self.is_empty() {
            return;
        }
        match event {
            Event::WorkshopOpened { plan, resumed } => {
                self.plan(plan);
                if let Some(resumed) = resumed {
                    self.proceedings(resumed);
                }
            }
            Event::ParticipantJoined {
                participant,
                assignment,
                ..
            } => {
                self.participant(participant);
                self.personas(assignment.as_mut().map(|(_, persona)| persona));
            }
            Event::StepEntered {
                assignments, shown, ..
            } => {
                self.personas(assignments.values_mut());
                self.shown(shown.as_deref_mut());
            }
            Event::PersonasAssigned { assignments, .. } => {
                self.personas(assignments.values_mut().flatten());
            }
            Event::ContributionAdded { contribution } => self.contribution(contribution),
            Event::ContributionRestored { shown, .. } | Event::ContributionShown { shown, .. } => {
                self.contributions(shown.as_deref_mut());
            }
            Event::ContributionSorted { sort, .. } => self.sorts(sort),
            Event::ContributionsPlaced { placements } => {
                self.placements(placements.values_mut().flatten());
            }
            Event::BallotCast { ballot } => self.ballot(ballot),
            Event::HandsCounted { theme, .. } => self.theme(theme),
            Event::RecommendationChanged { recommendation, .. } => {
                self.places(recommendation.as_mut().map(|found| &mut found.theme));
            }
            Event::PersonaAdded { persona } => self.persona(&mut persona.id),
            Event::ThemeProposed { theme } => self.theme(&mut theme.id),
            Event::SuggestionsMade { places, .. } => self.suggestions(places.values_mut()),
            Event::WordTaught { place, .. } => self.places(place),
            Event::StepSealed { doings } => {
                self.contributions(&mut doings.contributions);
                self.sorts(doings.sorts.values_mut().flatten());
                doings.ballots.iter_mut().for_each(|one| self.ballot(one));
            }
            Event::WorkshopClosed { votes } => self.votes(votes.as_mut()),
            Event::ParticipantLeft { .. }
            | Event::TimerSet { .. }
            | Event::CardsPlayed { .. }
            | Event::ContributionEdited { .. }
            | Event::ContributionWithdrawn { .. }
            | Event::ContributionHidden { .. }
            | Event::Spotlit { .. }
            | Event::GroupsChanged { .. }
            | Event::ParkingChanged { .. }
            | Event::Reflected { .. } => {}
        }
    }

    /// Puts the new ids into the record part of a session.
    pub(super) fn proceedings(&self, record: &mut Proceedings) {
        for participant in &mut record.participants {
            self.participant(participant);
        }
        for assignment in &mut record.assignments {
            self.persona(&mut assignment.persona);
        }
        self.contributions(&mut record.contributions);
        for vote in &mut record.votes {
            if let Some(theme) = &mut vote.theme {
                self.theme(theme);
            }
        }
        self.by_theme(&mut record.hands);
        self.votes(record.vote_result.as_mut());
        let recommendations = record.recommendations.iter_mut();
        self.places(recommendations.map(|found| &mut found.theme));
        self.places(record.taught.iter_mut().map(|taught| &mut taught.place));
    }

    fn personas<'a>(&self, personas: impl IntoIterator<Item = &'a mut PersonaId>) {
        for persona in personas {
            self.persona(persona);
        }
    }

    /// What a step shows a seat is in no journal, but nothing is left behind.
    fn shown(&self, shown: Option<&mut Shown>) {
        if let Some(shown) = shown {
            self.contributions(&mut shown.contributions);
            shown.tallies.values_mut().for_each(|one| self.tally(one));
            self.votes(shown.votes.as_mut());
        }
    }

    fn participant(&self, participant: &mut Participant) {
        self.personas(&mut participant.real_role);
    }

    fn contributions<'a>(&self, shown: impl IntoIterator<Item = &'a mut Contribution>) {
        for contribution in shown {
            self.contribution(contribution);
        }
    }

    fn contribution(&self, contribution: &mut Contribution) {
        self.personas(&mut contribution.persona);
        self.placements(&mut contribution.placement);
        self.sorts(&mut contribution.sorts);
        if let Some(tally) = &mut contribution.tally {
            self.tally(tally);
        }
        self.suggestions(contribution.suggestion.as_deref_mut());
    }

    fn placements<'a>(&self, placements: impl IntoIterator<Item = &'a mut Placement>) {
        for placement in placements {
            self.place(&mut placement.primary);
            self.places(&mut placement.second);
            self.places(&mut placement.suggested);
        }
    }

    fn sorts<'a>(&self, sorts: impl IntoIterator<Item = &'a mut Sort>) {
        for sort in sorts {
            self.place(&mut sort.primary);
            self.places(&mut sort.second);
        }
    }

    fn tally(&self, tally: &mut Tally) {
        let old = std::mem::take(tally);
        tally.extend(old.into_iter().map(|(mut place, count)| {
            self.place(&mut place);
            (place, count)
        }));
    }

    fn suggestions<'a>(&self, suggestions: impl IntoIterator<Item = &'a mut Suggestion>) {
        for suggestion in suggestions {
            self.places(suggestion.ranking.iter_mut().map(|one| &mut one.place));
            self.places(suggestion.nearest.as_mut().map(|found| &mut found.place));
        }
    }

    fn ballot(&self, ballot: &mut Ballot) {
        self.by_theme(&mut ballot.dots);
    }

    fn votes(&self, votes: Option<&mut VoteResult>) {
        if let Some(votes) = votes {
            self.by_theme(&mut votes.dots);
            self.by_theme(&mut votes.hands);
        }
    }
}

fn replace<Id: Ord + Clone + FromStr>(
    news: &mut BTreeMap<Id, Id>,
    id: &Id,
    taken: &BTreeSet<Id>,
    thing: &str,
    opened: Moment,
) {
    if news.contains_key(id) {
        return;
    }
    let opened = opened.as_millis().unsigned_abs();
    let mut numbered = (1..=taken.len().saturating_add(news.len()).saturating_add(1))
        .filter_map(|number| format!("redacted-{thing}-{number}-{opened}").parse().ok());
    let free = numbered.find(|new| !taken.contains(new) && !news.values().any(|one| one == new));
    if let Some(new) = free {
        news.insert(id.clone(), new);
    }
}
