//! Folding: what each event makes of the workshop. Total: it judges nothing, and an event that speaks of what is
//! not there (because this is a seat's partial view) changes nothing.

use std::collections::BTreeMap;

use super::entry::{Contribution, Participant, Visit, VisitEvent, VoteResult};
use super::event::{Doings, Event, Members, Record, Shown};
use super::history::History;
use super::{Workshop, seal, sight, step};
use crate::id::{ContributionId, GroupId, ParticipantId, PersonaId, ScenarioId, StepId, ThemeId};
use crate::moment::Moment;
use crate::vocabulary::{Role, StepKind};

impl Workshop {
    /// Folds one record into the value. It cannot fail, it asks nobody, and it forbids nothing.
    pub fn apply(&mut self, record: &Record) {
        if self.viewer.is_none() {
            History::note(self, record);
        }
        self.seq = record.seq;
        self.fold(&record.event, record.at);
        if let Some(viewer) = self.viewer
            && sight::may_take_away(&record.event)
        {
            sight::forget_unseen(self, viewer);
        }
    }

    #[expect(clippy::too_many_lines, reason = "a table: what each event sets")]
    fn fold(&mut self, event: &Event, at: Moment) {
        match event {
            Event::WorkshopOpened { .. } => {}
            Event::ParticipantJoined {
                participant,
                assignment,
                slice,
            } => {
                self.fold_joined(participant, assignment.as_ref(), slice);
            }
            Event::ParticipantLeft { participant } => {
                if let Some(found) = self.participants.get_mut(participant) {
                    found.left = true;
                }
            }
            Event::StepEntered {
                step,
                assignments,
                slices,
                shown,
            } => {
                self.fold_entered(step, assignments, shown.as_deref(), at);
                if self.step_kind() == StepKind::Sort {
                    self.slices.clone_from(slices);
                }
            }
            Event::TimerSet { ends_at } => self.timer = *ends_at,
            Event::PersonasAssigned {
                scenario,
                assignments,
            } => {
                for (participant, persona) in assignments {
                    self.assign(scenario, *participant, persona.as_ref());
                }
            }
            Event::CardsPlayed { scenario, cards } => {
                self.cards.insert(scenario.clone(), cards.clone());
                self.cards.retain(|_, cards| !cards.is_empty());
            }
            Event::ContributionAdded { contribution } => {
                if self.viewer.is_none() {
                    self.given.count(contribution);
                }
                self.contributions
                    .insert(contribution.id, (**contribution).clone());
            }
            Event::ContributionEdited {
                contribution,
                kind,
                text,
            } => self.amend(*contribution, |found| {
                found.kind = *kind;
                found.text = text.clone();
            }),
            Event::ContributionWithdrawn { contribution } => {
                self.amend(*contribution, |found| found.withdrawn = true);
            }
            Event::ContributionRestored {
                contribution,
                shown,
            } => {
                self.fold_sighted(shown.as_deref());
                self.amend(*contribution, |found| found.withdrawn = false);
            }
            Event::ContributionHidden { contribution } => {
                self.amend(*contribution, |found| found.hidden = true);
            }
            Event::ContributionShown {
                contribution,
                shown,
            } => {
                self.fold_sighted(shown.as_deref());
                self.amend(*contribution, |found| found.hidden = false);
            }
            Event::ContributionSorted {
                contribution,
                number,
                sort,
            } => self.amend(*contribution, |found| {
                found.sorts.retain(|earlier| earlier.number != *number);
                found.sorts.extend(sort.clone());
                found.sorts.sort_unstable_by_key(|sort| sort.number);
            }),
            Event::Spotlit { contribution } => self.spotlight = *contribution,
            Event::ContributionsPlaced { placements } => {
                for (id, placement) in placements {
                    if let Some(found) = self.contributions.get_mut(id) {
                        found.placement.clone_from(placement);
                    }
                }
            }
            Event::GroupsChanged { groups } => self.fold_groups(groups),
            Event::BallotCast { ballot } => {
                self.ballots.insert(ballot.id, ballot.clone());
            }
            Event::HandsCounted { theme, count } => self.fold_hands(theme, *count),
            Event::ParkingChanged { id, entry } => set(&mut self.parking, *id, entry.clone()),
            Event::RecommendationChanged { id, recommendation } => {
                set(&mut self.recommendations, *id, recommendation.clone());
            }
            Event::Reflected { reflection } => {
                self.reflections.insert(reflection.id, reflection.clone());
            }
            Event::PersonaAdded { persona } => {
                self.plan.personas.retain(|known| known.id != persona.id);
                self.plan.personas.push((**persona).clone());
            }
            Event::ThemeProposed { theme } => {
                self.plan.themes.retain(|known| known.id != theme.id);
                self.plan.themes.push((**theme).clone());
            }
            Event::SuggestionsMade { places, alike } => {
                for (id, suggestion) in places {
                    self.amend(*id, |found| {
                        found.suggestion = Some(Box::new(suggestion.clone()));
                    });
                }
                if let Some(alike) = alike {
                    self.alike.clone_from(alike);
                }
            }
            Event::WordTaught { word, place } => set(&mut self.taught, word.clone(), place.clone()),
            Event::StepSealed { doings } => self.fold_doings(doings),
            Event::WorkshopClosed { votes } => self.fold_closed(votes.as_ref(), at),
        }
    }

    fn fold_joined(
        &mut self,
        participant: &Participant,
        assignment: Option<&(ScenarioId, PersonaId)>,
        slice: &[ContributionId],
    ) {
        self.participants
            .insert(participant.id, participant.clone());
        if let Some((scenario, persona)) = assignment {
            self.assign(scenario, participant.id, Some(persona));
        }
        if !slice.is_empty() {
            self.slices.insert(participant.id, slice.to_vec());
        }
    }

    fn fold_entered(
        &mut self,
        step: &StepId,
        assignments: &BTreeMap<ParticipantId, PersonaId>,
        shown: Option<&Shown>,
        at: Moment,
    ) {
        self.reveal_votes_on_leaving();
        if self.is_anonymous() {
            seal::let_go_of_private(self);
        }
        self.timeline.push(Visit {
            at,
            step: step.clone(),
            event: VisitEvent::Entered,
        });
        self.timer = None;
        self.spotlight = None;
        if let Some((index, _)) = self.plan.step(step) {
            self.step = index;
        }
        if let Some(scenario) = self.scenario().cloned() {
            for (participant, persona) in assignments {
                self.assign(&scenario, *participant, Some(persona));
            }
        }
        step::reveal(self);
        if let Some(shown) = shown {
            self.fold_shown(shown);
        }
        if self.is_anonymous() {
            seal::forget(self);
            self.cards_at_entry.clone_from(&self.cards);
        }
    }

    /// What people did in a step that has closed.
    fn fold_doings(&mut self, doings: &Doings) {
        for contribution in &doings.contributions {
            self.contributions
                .insert(contribution.id, contribution.clone());
        }
        for (id, sorts) in &doings.sorts {
            self.amend(*id, |found| found.sorts.clone_from(sorts));
        }
        for ballot in &doings.ballots {
            self.ballots.insert(ballot.id, ballot.clone());
        }
        for entry in &doings.parking {
            self.parking.insert(entry.id, entry.clone());
        }
        for reflection in &doings.reflections {
            self.reflections.insert(reflection.id, reflection.clone());
        }
    }

    /// What a seat is shown on entering a step; the host's own value finds it in itself.
    fn fold_shown(&mut self, shown: &Shown) {
        for contribution in &shown.contributions {
            self.fold_sighted(Some(contribution));
        }
        for (id, tally) in &shown.tallies {
            self.amend(*id, |found| found.tally = Some(tally.clone()));
        }
        if let Some(votes) = &shown.votes {
            self.votes = Some(votes.clone());
        }
    }

    /// Takes in a contribution as the room sees it; what the seat already knows of its own stays known.
    fn fold_sighted(&mut self, seen: Option<&Contribution>) {
        let Some(seen) = seen else { return };
        let mut seen = seen.clone();
        if let Some(own) = self.contributions.get(&seen.id) {
            seen.participant = seen.participant.or(own.participant);
            seen.at = seen.at.or(own.at);
            seen.sorts.clone_from(&own.sorts);
        }
        self.contributions.insert(seen.id, seen);
    }

    fn amend(&mut self, id: ContributionId, change: impl FnOnce(&mut Contribution)) {
        if let Some(found) = self.contributions.get_mut(&id) {
            change(found);
        }
    }

    fn fold_groups(&mut self, groups: &BTreeMap<GroupId, Option<Members>>) {
        for contribution in self.contributions.values_mut() {
            if contribution
                .group
                .is_some_and(|group| groups.contains_key(&group))
            {
                contribution.group = None;
            }
        }
        for (id, members) in groups {
            match members {
                Some(members) => {
                    self.groups.insert(*id, members.label.clone());
                    for member in &members.contributions {
                        if let Some(found) = self.contributions.get_mut(member) {
                            found.group = Some(*id);
                        }
                    }
                }
                None => {
                    self.groups.remove(id);
                }
            }
        }
    }

    fn fold_closed(&mut self, votes: Option<&VoteResult>, at: Moment) {
        self.reveal_votes_on_leaving();
        if let Some(votes) = votes {
            self.votes = Some(votes.clone());
        }
        self.closed_at = Some(at);
        self.timer = None;
        self.spotlight = None;
        if let Some((_, step)) = self.step() {
            let step = step.id.clone();
            self.timeline.push(Visit {
                at,
                step,
                event: VisitEvent::Closed,
            });
        }
        if self.is_anonymous() {
            seal::forget(self);
        }
    }

    /// Hands are counted while people vote; a count that is taken back later changes the outcome that was shown.
    fn fold_hands(&mut self, theme: &ThemeId, count: Option<u32>) {
        if self
            .viewer
            .is_none_or(|viewer| viewer.role == Role::Facilitator)
        {
            set(&mut self.hands, theme.clone(), count);
        }
        let is_over = self.step_kind() != StepKind::Vote;
        if let Some(votes) = self.votes.as_mut().filter(|_| is_over) {
            set(&mut votes.hands, theme.clone(), count);
        }
    }

    /// Counts the votes when the group leaves the vote. A seat's view has no ballots to count and is shown the
    /// outcome instead.
    fn reveal_votes_on_leaving(&mut self) {
        if self.viewer.is_none() && self.step_kind() == StepKind::Vote {
            self.votes = Some(self.count_votes());
        }
    }

    /// Counts ballots and hands as they are now; every theme has a figure.
    pub(crate) fn count_votes(&self) -> VoteResult {
        let mut dots: BTreeMap<_, u32> = self
            .plan
            .themes
            .iter()
            .map(|theme| (theme.id.clone(), 0))
            .collect();
        for ballot in self.ballots.values() {
            for (theme, given) in &ballot.dots {
                let count = dots.entry(theme.clone()).or_default();
                *count = count.saturating_add(u32::from(*given));
            }
        }
        VoteResult {
            dots,
            hands: self.hands.clone(),
            ballots: u32::try_from(self.ballots.len()).unwrap_or(u32::MAX),
        }
    }

    fn assign(
        &mut self,
        scenario: &ScenarioId,
        participant: ParticipantId,
        persona: Option<&PersonaId>,
    ) {
        let cells = self.assignments.entry(scenario.clone()).or_default();
        set(cells, participant, persona.cloned());
        self.assignments.retain(|_, cells| !cells.is_empty());
    }
}

/// Sets a value, or removes it when there is none.
fn set<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => {
            map.insert(key, value);
        }
        None => {
            map.remove(&key);
        }
    }
}
