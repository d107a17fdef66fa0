//! A scenario is introduced: who takes which persona, which trend cards are in play.

use std::collections::BTreeMap;

use crate::id::{CardId, ParticipantId, PersonaId, ScenarioId};
use crate::language::Localised;
use crate::text::{Name, Words};
use crate::vocabulary::{Grounding, StepKind, Voice};
use crate::workshop::command::Command;
use crate::workshop::decide::unknown;
use crate::workshop::event::Event;
use crate::workshop::plan::Persona;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{Workshop, assignment};

/// The most personas a workshop holds.
const MAX_PERSONAS: usize = 64;

/// Gives somebody a persona by hand.
pub(in crate::workshop) fn assign(
    workshop: &Workshop,
    participant: ParticipantId,
    persona: &PersonaId,
    scenario: Option<&ScenarioId>,
) -> Result<Option<Event>, Refusal> {
    let scenario = scenario
        .or_else(|| workshop.scenario())
        .ok_or(Refusal::NoScenario)?;
    workshop.known_scenario(scenario)?;
    workshop.known_persona(persona)?;
    if !workshop.participants.contains_key(&participant) {
        return Err(unknown(Thing::Participant, &participant.to_string(), []));
    }
    let changes = workshop.persona_of(participant, scenario) != Some(persona);
    Ok(changes.then(|| Event::PersonasAssigned {
        scenario: scenario.clone(),
        assignments: BTreeMap::from([(participant, Some(persona.clone()))]),
    }))
}

/// Gives a persona to everybody present who has none.
pub(in crate::workshop) fn assign_auto(workshop: &Workshop) -> Result<Option<Event>, Refusal> {
    let scenario = workshop.scenario().ok_or(Refusal::NoScenario)?;
    let assignments: BTreeMap<_, _> = assignment::assign(workshop, scenario)
        .into_iter()
        .map(|(id, persona)| (id, Some(persona)))
        .collect();
    let any = !assignments.is_empty();
    Ok(any.then(|| Event::PersonasAssigned {
        scenario: scenario.clone(),
        assignments,
    }))
}

/// Plays a trend card in the scenario under way, or takes it out of play.
pub(in crate::workshop) fn card(workshop: &Workshop, card: &CardId) -> Result<Event, Refusal> {
    workshop.require(&[StepKind::Brief, StepKind::Write, StepKind::Share])?;
    let scenario = workshop.scenario().ok_or(Refusal::NoScenario)?;
    let deck = workshop.plan.cards.iter().map(|known| known.id.as_str());
    workshop
        .plan
        .card(card)
        .ok_or_else(|| unknown(Thing::Card, card.as_str(), deck))?;
    let mut cards = workshop.cards_in(scenario).to_vec();
    if cards.contains(card) {
        cards.retain(|played| played != card);
    } else {
        cards.push(card.clone());
    }
    Ok(Event::CardsPlayed {
        scenario: scenario.clone(),
        cards,
    })
}

/// Adds a persona of the group's own ("eigen persona"); it stands in every language as it was written.
pub(in crate::workshop) fn add_persona(
    workshop: &Workshop,
    command: &Command,
) -> Result<Event, Refusal> {
    let Command::AddPersona {
        id,
        role,
        work,
        worries,
        wishes,
    } = command
    else {
        return Err(Refusal::EmptyText);
    };
    if workshop.plan.persona(id).is_some() {
        return Err(Refusal::Taken { id: id.to_string() });
    }
    if workshop.plan.personas.len() >= MAX_PERSONAS {
        return Err(Refusal::Full {
            limit: MAX_PERSONAS,
        });
    }
    let role = Name::parse(role)?;
    let same = |text: &str| Words::parse(text).map(|words| Localised::same(&words));
    let persona = Persona {
        id: id.clone(),
        role: same(role.as_str())?,
        sector: Localised::default(),
        experience: Localised::default(),
        digital_confidence: 3,
        work: same(work)?,
        worries: same(worries)?,
        wishes: same(wishes)?,
        grounding: Grounding::Weak,
        voice: vec![Voice::WorkerSide],
    };
    Ok(Event::PersonaAdded {
        persona: Box::new(persona),
    })
}
