//! A scenario is introduced: who takes which persona, which trend cards are in play.

use std::collections::BTreeMap;

use crate::id::{CardId, ParticipantId, PersonaId, ScenarioId};
use crate::language::Localised;
use crate::text::{Name, Words};
use crate::vocabulary::{Grounding, StepKind, Voice};
use crate::workshop::command::Command;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::workshop::given::{entered, given, joined};

    fn assigned(seat: u32, persona: Option<&str>) -> Event {
        let persona = persona.map(|id| id.parse().unwrap());
        Event::PersonasAssigned {
            scenario: "synergy".parse().unwrap(),
            assignments: BTreeMap::from([(ParticipantId(seat), persona)]),
        }
    }

    #[test]
    fn the_facilitator_gives_a_persona_by_hand_and_takes_it_back() {
        let ask =
            |persona: &str| json!({"type": "assign", "participant": "p01", "persona": persona});
        let group = given([joined(1), entered("brief")]);
        group
            .when_led(ask("mentor"))
            .then(assigned(1, Some("mentor")));
        let mentor = group.led(ask("mentor"));
        mentor.when_led(ask("mentor")).then_nothing();
        mentor.when_led(ask("packr")).refused(Refusal::Unknown {
            what: Thing::Persona,
            id: "packr".to_owned(),
            nearest: Some("packer".to_owned()),
        });
        mentor
            .when_led(json!({"type": "undo"}))
            .then(assigned(1, None));
        let elsewhere = given([joined(1)]);
        elsewhere
            .when_led(ask("mentor"))
            .refused(Refusal::NoScenario);
        let named = json!({"type": "assign", "participant": "p01", "persona": "mentor", "scenario": "synergy"});
        elsewhere.when_led(named).then(assigned(1, Some("mentor")));
        elsewhere
            .when_led(json!({"type": "assign", "participant": "p02", "persona": "mentor", "scenario": "synergy"}))
            .refused_as("unknown-participant");
    }

    #[test]
    fn whoever_has_no_persona_yet_is_given_one_at_once() {
        let group = given([
            joined(1),
            joined(2),
            assigned(1, Some("mentor")),
            entered("brief"),
        ]);
        let event = group.when_led(json!({"type": "assign-auto"})).event();
        let Event::PersonasAssigned { assignments, .. } = event else {
            panic!("{event:?}")
        };
        assert_eq!(
            assignments.keys().copied().collect::<Vec<_>>(),
            [ParticipantId(2)]
        );
        let all = group.led(json!({"type": "assign-auto"}));
        all.when_led(json!({"type": "assign-auto"})).then_nothing();
    }

    #[test]
    fn a_card_is_played_and_taken_out_of_play() {
        let played = |cards: &[&str]| Event::CardsPlayed {
            scenario: "synergy".parse().unwrap(),
            cards: cards.iter().map(|id| id.parse().unwrap()).collect(),
        };
        let ask = |id: &str| json!({"type": "card", "card": id});
        let group = given([entered("brief")]);
        group.when_led(ask("TE2")).then(played(&["TE2"]));
        let group = group.led(ask("TE2")).led(ask("TE1"));
        group.when_led(ask("TE2")).then(played(&["TE1"]));
        group
            .when_led(json!({"type": "undo"}))
            .then(played(&["TE2"]));
        group.when_led(ask("ZZ9")).refused_as("unknown-card");
    }

    #[test]
    fn a_group_adds_a_persona_of_its_own() {
        let add = |id: &str| json!({"type": "add-persona", "id": id, "role": "Koerier", "work": "I drive"});
        let group = given([]).led(add("courier"));
        let persona = group.0.plan().persona(&"courier".parse().unwrap()).unwrap();
        assert_eq!(persona.role.get(crate::language::Language::En), "Koerier");
        assert_eq!(persona.grounding, Grounding::Weak);
        for id in ["courier", "mentor"] {
            group
                .when_led(add(id))
                .refused(Refusal::Taken { id: id.to_owned() });
        }
        let nameless = json!({"type": "add-persona", "id": "x", "role": " "});
        group.when_led(nameless).refused(Refusal::EmptyText);
    }
}
