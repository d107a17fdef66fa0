//! What there is to tell, as lines: one record after the other, and a whole view when a fresh one came. Pure: it
//! reads the view and remembers what it told; it never writes anywhere.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{
    about, alike_line, announced, carriers, contribution_line, grouped, parked, placed, slice_line,
    spotlight, suggested, timer, vote_result,
};
use super::form::UNPLACED;
use super::line::Line;
use crate::id::{CardId, ContributionId, ParticipantId, PersonaId, ScenarioId};
use crate::locale::Locale;
use crate::moment::Moment;
use crate::seat::Connected;
use crate::vocabulary::Role;
use crate::wire::Presence;
use crate::workshop::advice::SUGGESTING;
use crate::workshop::entry::{Contribution, Participant, Place};
use crate::workshop::event::Shown;
use crate::workshop::{Event, Record, Workshop};

/// What is suggested for what nobody placed, and what seems to say the same; as far as this seat is told.
fn suggestions(view: &Workshop, out: &mut Vec<Line>) {
    let open = view
        .contributions()
        .values()
        .filter(|found| found.is_open());
    out.extend(open.filter_map(|found| Some(suggested(found.id, found.suggestion.as_deref()?))));
    out.extend(view.alike().iter().map(alike_line));
}

/// Tells one seat what happens, and remembers what it told.
#[derive(Debug)]
pub(super) struct Teller {
    pub(super) locale: Locale,
    pub(super) role: Role,
    pub(super) you: ParticipantId,
    pub(super) now: Moment,
    pub(super) facts_told: BTreeSet<ScenarioId>,
    pub(super) persona_told: Option<(ScenarioId, PersonaId)>,
    pub(super) themes_told: bool,
    cards_told: BTreeMap<ScenarioId, Vec<CardId>>,
    shared_told: BTreeSet<ContributionId>,
    people_told: BTreeSet<ParticipantId>,
    step_told: Option<Moment>,
    presence_told: Presence,
    closed_told: bool,
}

impl Teller {
    pub(super) fn new(locale: Locale, role: Role, code: &str) -> Self {
        Self {
            locale,
            role,
            you: ParticipantId::FACILITATOR,
            now: Moment::default(),
            facts_told: BTreeSet::new(),
            persona_told: None,
            themes_told: false,
            cards_told: BTreeMap::new(),
            shared_told: BTreeSet::new(),
            people_told: BTreeSet::new(),
            step_told: None,
            presence_told: Presence {
                code: Some(code.to_owned()),
                ..Presence::default()
            },
            closed_told: false,
        }
    }

    /// Whether this seat leads the workshop.
    pub(super) fn leads(&self) -> bool {
        self.role == Role::Facilitator
    }

    /// The seat is ours, for the first time or again.
    pub(super) const fn connected(&mut self, connected: Connected) {
        self.you = connected.you;
        self.role = connected.role;
        self.now = connected.now;
    }

    /// A fresh view came: everything in it that was not told yet.
    pub(super) fn view(&mut self, view: &Workshop, out: &mut Vec<Line>) {
        let entered = view.step_entered_at();
        if self.step_told != Some(entered) {
            self.step_told = Some(entered);
            self.scene(view, out);
        }
        if let Some(ends_at) = view.timer() {
            out.push(timer(ends_at, self.now));
        }
        self.people_told.extend(view.participants().keys());
        let scenario = view.scenario();
        for contribution in view.contributions().values() {
            if scenario.is_none_or(|scenario| contribution.scenario == *scenario) {
                self.shared(contribution, out);
            }
        }
        if let Some(spotlit) = view.spotlight() {
            out.push(spotlight(view, Some(spotlit)));
        }
        if SUGGESTING.contains(&view.step_kind()) {
            suggestions(view, out);
        }
        if view.closed_at().is_some() {
            self.closed(out);
        }
    }

    /// A record was folded into the view.
    #[expect(clippy::too_many_lines, reason = "a table: what is told of each event")]
    pub(super) fn record(&mut self, view: &Workshop, record: &Record, out: &mut Vec<Line>) {
        match &record.event {
            Event::WorkshopOpened { .. } => {}
            Event::ParticipantJoined {
                participant,
                assignment,
                slice,
            } => self.joined(view, participant, assignment.is_some(), slice, out),
            Event::ParticipantLeft { participant } => {
                self.people_told.remove(participant);
                if self.leads() {
                    out.push(Line::new("left-participant").with(participant));
                }
            }
            Event::StepEntered { shown, .. } => {
                self.step_told = Some(view.step_entered_at());
                // The votes come first: the step is about what follows from them.
                if let Some(votes) = shown.as_ref().and_then(|shown| shown.votes.as_ref()) {
                    out.extend(vote_result(votes));
                }
                self.scene(view, out);
                if let Some(shown) = shown {
                    self.shown(view, shown, out);
                }
            }
            Event::TimerSet {
                ends_at: Some(ends_at),
            } => out.push(timer(*ends_at, record.at)),
            Event::TimerSet { ends_at: None } => out.push(Line::new("timer").with(
                // Somebody stopped it, or nobody did and it ran out.
                if record.by.is_some() {
                    "stopped"
                } else {
                    "ended"
                },
            )),
            Event::PersonasAssigned {
                scenario,
                assignments,
            } => self.assigned(view, scenario, assignments, out),
            Event::CardsPlayed { scenario, cards } => self.cards(view, scenario, cards, out),
            Event::ContributionAdded { contribution } => self.shared(contribution, out),
            Event::ContributionEdited { contribution, .. } => {
                self.others(view, "edited", *contribution, out);
            }
            Event::ContributionWithdrawn { contribution } => {
                if !self.wrote(view, *contribution) {
                    out.push(Line::new("withdrawn").with(contribution));
                }
            }
            Event::ContributionRestored { contribution, .. } => {
                self.others(view, "restored", *contribution, out);
            }
            Event::ContributionHidden { contribution } => {
                out.push(Line::new("hidden").with(contribution));
            }
            Event::ContributionShown { contribution, .. } => {
                if let Some(found) = view.contributions().get(contribution) {
                    out.push(contribution_line("shown", found));
                }
            }
            Event::Spotlit { contribution } => out.push(spotlight(view, *contribution)),
            // The answer to one's own command told it; who sorted how is not for anybody else.
            Event::ContributionSorted { .. } | Event::BallotCast { .. } => {}
            Event::ContributionsPlaced { placements } => {
                out.extend(
                    placements
                        .iter()
                        .map(|(id, placement)| placed(*id, placement.as_ref())),
                );
            }
            Event::GroupsChanged { groups } => {
                out.extend(
                    groups
                        .iter()
                        .map(|(id, members)| grouped(*id, members.as_ref())),
                );
            }
            Event::HandsCounted { theme, count } => {
                let count = count.map_or_else(|| "none".to_owned(), |count| count.to_string());
                out.push(Line::new("hands").with(theme).with(count));
            }
            Event::ParkingChanged { id, entry } => out.push(match entry {
                Some(entry) => parked(entry),
                None => Line::new("unparked").with(id),
            }),
            Event::RecommendationChanged { id, recommendation } => out.push(match recommendation {
                Some(found) => Line::new("recommended")
                    .with(found.id)
                    .with(&found.theme)
                    .with(found.horizon)
                    .with(found.who)
                    .text(found.text.as_str())
                    .with_some(carriers(&found.contributions)),
                None => Line::new("unrecommended").with(id),
            }),
            Event::Reflected { reflection } => out.push(
                Line::new("reflected")
                    .with(reflection.id)
                    .with(&reflection.challenge)
                    .with(reflection.stance)
                    .text(reflection.text.as_str()),
            ),
            Event::PersonaAdded { persona } => out.push(
                Line::new("persona-added")
                    .with(&persona.id)
                    .text(persona.role.get(self.locale.language())),
            ),
            Event::ThemeProposed { theme } => out.push(self.theme(theme)),
            Event::SuggestionsMade { places, alike } => {
                out.extend(places.iter().map(|(id, place)| suggested(*id, place)));
                out.extend(alike.iter().flatten().map(alike_line));
            }
            Event::WordTaught { word, place } => out.push(
                Line::new("taught")
                    .with(place.as_ref().map_or(UNPLACED, Place::as_str))
                    .text(word.as_str()),
            ),
            // What was in the open was told when it came.
            Event::StepSealed { .. } => {}
            Event::WorkshopClosed { votes } => {
                if let Some(votes) = votes {
                    out.extend(vote_result(votes));
                }
                self.closed(out);
            }
        }
    }

    /// Who is here, when that is something else than what was told last.
    pub(super) fn presence(
        &mut self,
        view: Option<&Workshop>,
        presence: &Presence,
        now: Moment,
        out: &mut Vec<Line>,
    ) {
        let told = std::mem::replace(&mut self.presence_told, presence.clone());
        match &presence.moving {
            Some(moving) if told.moving.as_ref() != Some(moving) => {
                let step = view.and_then(|view| view.plan().step(&moving.to));
                out.extend(step.map(|(_, step)| announced(step, moving.at, now)));
            }
            // The step that the group came to, or the end, tells itself.
            None if told.moving.is_some() && told.visit == presence.visit && !self.closed_told => {
                out.push(Line::new("staying"));
            }
            Some(_) | None => {}
        }
        if told.read_only != presence.read_only {
            let word = if presence.read_only {
                "read-only"
            } else {
                "read-write"
            };
            out.push(Line::new(word));
        }
        if told.locked != presence.locked {
            let word = if presence.locked {
                "locked"
            } else {
                "unlocked"
            };
            out.push(Line::new(word));
        }
        if self.leads() && presence.unencrypted && !told.unencrypted {
            let warning = self.locale.say("invite-plain");
            out.push(Line::new("unencrypted").with(warning));
        }
        let code = presence.join_code();
        if let Some(code) = code.filter(|code| Some(*code) != told.join_code()) {
            out.push(Line::new("code").with(code));
        }
        let mut line = Line::new("presence")
            .with(format_args!("done={}", presence.done))
            .with(format_args!("connected={}", presence.connected));
        let mut is_news = (told.done, told.connected) != (presence.done, presence.connected);
        if self.leads() {
            line = line
                .with(format_args!("participants={}", presence.participants))
                .with(format_args!("contributions={}", presence.contributions))
                .with(format_args!("sorts={}", presence.sorts))
                .with(format_args!("ballots={}", presence.ballots));
            is_news = told
                != Presence {
                    moving: told.moving.clone(),
                    locked: told.locked,
                    unencrypted: told.unencrypted,
                    code: told.code.clone(),
                    ..presence.clone()
                };
        }
        if is_news {
            out.push(line);
        }
    }

    /// The workshop has ended.
    pub(super) fn closed(&mut self, out: &mut Vec<Line>) {
        if !std::mem::replace(&mut self.closed_told, true) {
            out.push(Line::new("closed"));
        }
    }

    fn joined(
        &mut self,
        view: &Workshop,
        participant: &Participant,
        has_persona: bool,
        slice: &[ContributionId],
        out: &mut Vec<Line>,
    ) {
        let is_new = self.people_told.insert(participant.id);
        if participant.id == self.you {
            if has_persona {
                self.persona(view, out);
            }
            out.extend(slice.iter().filter_map(|id| slice_line(view, *id)));
        } else if self.leads() && is_new {
            out.push(
                Line::new("joined-participant")
                    .with(participant.id)
                    .text(&about(participant)),
            );
        }
    }

    fn assigned(
        &mut self,
        view: &Workshop,
        scenario: &ScenarioId,
        assignments: &BTreeMap<ParticipantId, Option<PersonaId>>,
        out: &mut Vec<Line>,
    ) {
        if self.leads() {
            for (participant, persona) in assignments {
                let line = Line::new("assigned").with(participant);
                out.push(line.with(persona.as_ref().map_or("none", PersonaId::as_str)));
            }
        } else if assignments.contains_key(&self.you) && view.scenario() == Some(scenario) {
            self.persona(view, out);
        }
    }

    /// The cards that came into play or went out of it.
    pub(super) fn cards(
        &mut self,
        view: &Workshop,
        scenario: &ScenarioId,
        cards: &[CardId],
        out: &mut Vec<Line>,
    ) {
        let told = self
            .cards_told
            .insert(scenario.clone(), cards.to_vec())
            .unwrap_or_default();
        let gone = told.iter().filter(|card| !cards.contains(card));
        out.extend(gone.map(|card| Line::new("card-gone").with(card)));
        let language = self.locale.language();
        let fresh = || cards.iter().filter(|card| !told.contains(card));
        for card in fresh().filter_map(|card| view.plan().card(card)) {
            out.push(
                Line::new("card")
                    .with(&card.id)
                    .text(card.text.get(language)),
            );
        }
        if fresh().next().is_some() {
            let question = view.plan().notices.card_question.get(language);
            out.push(Line::new("ask").text(question));
        }
    }

    fn shown(&mut self, view: &Workshop, shown: &Shown, out: &mut Vec<Line>) {
        for contribution in &shown.contributions {
            // Only the view knows whether it is one's own.
            if let Some(found) = view.contributions().get(&contribution.id) {
                self.shared(found, out);
            }
        }
    }

    /// A contribution of somebody else's that is in the open, told once.
    fn shared(&mut self, contribution: &Contribution, out: &mut Vec<Line>) {
        let own = contribution.participant == Some(self.you);
        if contribution.shared && !own && self.shared_told.insert(contribution.id) {
            out.push(contribution_line("shared", contribution));
        }
    }

    /// A change to somebody else's contribution that this seat sees.
    fn others(&self, view: &Workshop, word: &str, id: ContributionId, out: &mut Vec<Line>) {
        if let Some(found) = view.contributions().get(&id)
            && !self.wrote(view, id)
        {
            out.push(contribution_line(word, found));
        }
    }

    fn wrote(&self, view: &Workshop, id: ContributionId) -> bool {
        let found = view.contributions().get(&id);
        found.is_some_and(|found| found.participant == Some(self.you))
    }
}
