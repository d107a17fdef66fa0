//! Who takes which persona: evenly over the personas in every scenario, another one in each scenario, not one's own
//! real role (METHOD.md, "Assignment"). A seeded rotation, mended by exchanges where it would repeat a persona.

mod exchange;

use std::collections::{BTreeMap, BTreeSet};

use super::Workshop;
use crate::chance::Chance;
use crate::id::{ParticipantId, PersonaId, ScenarioId};

/// What it costs to give somebody a persona they had in another scenario. Outweighs any number of real roles.
const AGAIN: i64 = 1_000_000;
/// What it costs to give somebody the persona of their own work.
const OWN_ROLE: i64 = 1_000;

/// Somebody who needs a persona, and what they had.
#[derive(Debug, Clone)]
struct Candidate {
    id: ParticipantId,
    had: BTreeMap<usize, i64>,
    real: Option<usize>,
}

impl Candidate {
    fn cost(&self, persona: usize) -> i64 {
        let again = self
            .had
            .get(&persona)
            .copied()
            .unwrap_or(0)
            .saturating_mul(AGAIN);
        let own = if self.real == Some(persona) {
            OWN_ROLE
        } else {
            0
        };
        again.saturating_add(own)
    }
}

/// Gives a persona to everybody present who has none in this scenario.
///
/// Where nobody has one yet, the counts of the personas differ by at most one. Where some have (the group came
/// back, or the facilitator assigned by hand), each of the others takes the thinnest cell.
#[must_use]
pub fn assign(workshop: &Workshop, scenario: &ScenarioId) -> BTreeMap<ParticipantId, PersonaId> {
    let given = workshop.assignments.get(scenario);
    let mut waiting: Vec<ParticipantId> = workshop
        .present()
        .map(|participant| participant.id)
        .filter(|id| given.is_none_or(|given| !given.contains_key(id)))
        .collect();
    if given.is_none_or(BTreeMap::is_empty) {
        return rotate(workshop, scenario, &mut waiting);
    }
    let mut extra = BTreeMap::new();
    for participant in waiting {
        if let Some(persona) = thinnest(workshop, scenario, participant, &extra) {
            extra.insert(participant, persona);
        }
    }
    extra
}

/// The persona for somebody who comes late to a scenario: the cell with the fewest people, or one with a single
/// person more when the thinnest would repeat a persona or be their real role.
#[must_use]
pub fn late(
    workshop: &Workshop,
    scenario: &ScenarioId,
    participant: ParticipantId,
) -> Option<PersonaId> {
    thinnest(workshop, scenario, participant, &BTreeMap::new())
}

fn thinnest(
    workshop: &Workshop,
    scenario: &ScenarioId,
    participant: ParticipantId,
    extra: &BTreeMap<ParticipantId, PersonaId>,
) -> Option<PersonaId> {
    let personas = &workshop.plan.personas;
    let given = workshop.assignments.get(scenario);
    let holders = given
        .into_iter()
        .flat_map(BTreeMap::values)
        .chain(extra.values());
    let mut counts = vec![0_usize; personas.len()];
    for holder in holders {
        if let Some(count) = personas
            .iter()
            .position(|persona| persona.id == *holder)
            .and_then(|i| counts.get_mut(i))
        {
            *count = count.saturating_add(1);
        }
    }
    let fewest = counts.iter().copied().min()?;
    let candidate = candidate(workshop, scenario, participant);
    let seed = workshop.deal_seed().wrapping_add(u64::from(participant.0));
    let mut order: Vec<usize> = (0..personas.len()).collect();
    Chance::of(seed, scenario.as_str()).shuffle(&mut order);
    let best = order
        .into_iter()
        .filter(|index| {
            counts
                .get(*index)
                .is_some_and(|count| *count <= fewest.saturating_add(1))
        })
        .min_by_key(|index| (candidate.cost(*index), counts.get(*index).copied()))?;
    personas.get(best).map(|persona| persona.id.clone())
}

/// What somebody had in the other scenarios.
fn candidate(workshop: &Workshop, scenario: &ScenarioId, participant: ParticipantId) -> Candidate {
    let place = |id: &PersonaId| {
        workshop
            .plan
            .personas
            .iter()
            .position(|persona| persona.id == *id)
    };
    let mut had = BTreeMap::new();
    for (other, cells) in &workshop.assignments {
        if let Some(index) = cells
            .get(&participant)
            .filter(|_| other != scenario)
            .and_then(place)
        {
            let times: &mut i64 = had.entry(index).or_default();
            *times = times.saturating_add(1);
        }
    }
    let real = workshop
        .participants
        .get(&participant)
        .and_then(|found| found.real_role.as_ref())
        .and_then(place);
    Candidate {
        id: participant,
        had,
        real,
    }
}

/// Deals the personas round and round over the shuffled participants, then exchanges until nobody needs to repeat a
/// persona who can avoid it.
fn rotate(
    workshop: &Workshop,
    scenario: &ScenarioId,
    waiting: &mut [ParticipantId],
) -> BTreeMap<ParticipantId, PersonaId> {
    let personas = workshop.plan.personas.len();
    let seed = workshop.deal_seed();
    // Ordered by a number of their own, so that the order of those who stay does not change when others leave.
    waiting.sort_by_cached_key(|id| {
        let number = Chance::of(seed ^ u64::from(id.0), "participants").roll();
        (number, *id)
    });
    let mut deck: Vec<usize> = (0..personas).collect();
    Chance::of(seed, "personas").shuffle(&mut deck);
    let turn = workshop.plan.scenario_index(scenario).unwrap_or(0);
    let people: Vec<Candidate> = waiting
        .iter()
        .map(|id| candidate(workshop, scenario, *id))
        .collect();
    let mut dealt: Vec<usize> = deck
        .iter()
        .copied()
        .cycle()
        .skip(first_card(turn, people.len(), personas))
        .take(people.len())
        .collect();
    exchange::settle(&people, &mut dealt, personas);
    people
        .iter()
        .zip(dealt)
        .filter_map(|(person, index)| {
            Some((person.id, workshop.plan.personas.get(index)?.id.clone()))
        })
        .collect()
}

/// Where in the deck dealing begins in a scenario: where it ended in the one before, so that a group smaller than the
/// deck sees as much of it as it can; one further where that would give people what they had.
fn first_card(turn: usize, people: usize, personas: usize) -> usize {
    let mut used = BTreeSet::new();
    let mut first = 0;
    for scenario in 0..=turn {
        first = scenario
            .saturating_mul(people)
            .checked_rem(personas)
            .unwrap_or(0);
        if used.len() == personas {
            used.clear();
        }
        while personas > 0 && !used.insert(first) {
            first = first.saturating_add(1).checked_rem(personas).unwrap_or(0);
        }
    }
    first
}

/// How many people take each persona in each scenario, zeros included: the live coverage table.
#[must_use]
pub fn coverage(workshop: &Workshop) -> BTreeMap<ScenarioId, BTreeMap<PersonaId, usize>> {
    let mut table = BTreeMap::new();
    for scenario in &workshop.plan.scenarios {
        let mut row: BTreeMap<PersonaId, usize> = workshop
            .plan
            .personas
            .iter()
            .map(|persona| (persona.id.clone(), 0))
            .collect();
        for persona in workshop
            .assignments
            .get(&scenario.id)
            .into_iter()
            .flat_map(BTreeMap::values)
        {
            let count = row.entry(persona.clone()).or_default();
            *count = count.saturating_add(1);
        }
        table.insert(scenario.id.clone(), row);
    }
    table
}
