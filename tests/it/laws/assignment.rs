//! Who takes which persona (METHOD.md, "Assignment"), for groups of any size and whoever comes and goes.

use std::collections::{BTreeMap, BTreeSet};

use halte::id::{ParticipantId, PersonaId, ScenarioId};
use halte::vocabulary::Anonymity;
use halte::workshop::assignment::coverage;
use halte::workshop::{Asker, Command, Workshop};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::workshops::{Play, Shape, plan};

fn group(people: usize, personas: usize, scenarios: usize, seed: u64) -> Play {
    let shape = Shape {
        scenarios,
        personas,
        seed,
        anonymity: Anonymity::Pseudonymous,
        ..Shape::default()
    };
    let mut play = Play::open(plan(shape));
    play.seat(people);
    play
}

fn scenarios(workshop: &Workshop) -> Vec<ScenarioId> {
    let plan = workshop.plan();
    plan.scenarios
        .iter()
        .map(|scenario| scenario.id.clone())
        .collect()
}

/// How far the fullest persona of a scenario is from the thinnest.
fn spread(workshop: &Workshop, scenario: &ScenarioId) -> usize {
    let row = &coverage(workshop)[scenario];
    row.values().max().expect("a persona") - row.values().min().expect("a persona")
}

fn personas_of(workshop: &Workshop, participant: ParticipantId) -> Vec<&PersonaId> {
    let cells = workshop.assignments().values();
    cells.filter_map(|cells| cells.get(&participant)).collect()
}

/// Something that happens to the group between two steps.
#[derive(Debug, Clone, Copy)]
enum Change {
    Comes(u8),
    Goes(u8),
    Returns(u8),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let change = prop_oneof![
        any::<u8>().prop_map(Change::Comes),
        any::<u8>().prop_map(Change::Goes),
        any::<u8>().prop_map(Change::Returns),
    ];
    vec(change, 0..8)
}

fn happen(play: &mut Play, change: Change) {
    let seats: Vec<_> = play.workshop.participants().keys().copied().collect();
    let personas = &play.workshop.plan().personas;
    match change {
        Change::Comes(which) => {
            let real_role = personas[usize::from(which) % personas.len()].id.clone();
            play.join(None, Some(real_role));
        }
        Change::Goes(which) | Change::Returns(which) => {
            let Some(seat) = seats.get(usize::from(which) % seats.len().max(1)) else {
                return;
            };
            if matches!(change, Change::Goes(_)) {
                let left = play.ask(Asker::participant(*seat), &Command::Leave);
                assert!(left.is_ok());
            } else {
                play.join(Some(*seat), None);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_group_that_is_there_from_the_start_is_spread_evenly_and_nobody_repeats_a_persona(
        people in 1..=200_usize, personas in 1..=16_usize, count in 1..=4_usize, seed in any::<u32>(),
    ) {
        let mut play = group(people, personas, count, u64::from(seed));
        for scenario in scenarios(&play.workshop) {
            play.goto(&format!("brief-{scenario}"));
            prop_assert!(spread(&play.workshop, &scenario) <= 1);
            prop_assert_eq!(play.workshop.assignments()[&scenario].len(), people);
        }
        for participant in play.workshop.participants().keys() {
            let had = personas_of(&play.workshop, *participant);
            let different: BTreeSet<_> = had.iter().collect();
            prop_assert_eq!(different.len(), count.min(personas), "{} had {:?}", participant, had);
        }
    }

    #[test]
    fn whoever_comes_and_goes_the_counts_stay_within_one_or_two(
        people in 0..=60_usize, personas in 1..=16_usize, count in 1..=4_usize, seed in any::<u32>(),
        between in vec(changes(), 4), during in vec(changes(), 4),
    ) {
        let mut play = group(people, personas, count, u64::from(seed));
        for (turn, scenario) in scenarios(&play.workshop).into_iter().enumerate() {
            for change in &between[turn] {
                happen(&mut play, *change);
            }
            play.goto(&format!("brief-{scenario}"));
            prop_assert!(spread(&play.workshop, &scenario) <= 1);
            for change in &during[turn] {
                happen(&mut play, *change);
                prop_assert!(spread(&play.workshop, &scenario) <= 2);
            }
            play.goto(&format!("write-{scenario}"));
            prop_assert!(spread(&play.workshop, &scenario) <= 2);
            let has_one = |id| play.workshop.persona_of(id, &scenario).is_some();
            prop_assert!(play.workshop.present().all(|found| has_one(found.id)));
        }
    }

    /// Nobody repeats a persona where an exchange could have spared them, also after people came and went. With as
    /// many personas as people had scenarios or fewer, somebody may have to.
    #[test]
    fn nobody_repeats_a_persona_while_others_are_left(
        people in 1..=40_usize, personas in 8..=16_usize, seed in any::<u32>(), between in vec(changes(), 4),
    ) {
        let mut play = group(people, personas, 4, u64::from(seed));
        for (turn, scenario) in scenarios(&play.workshop).into_iter().enumerate() {
            for change in &between[turn] {
                happen(&mut play, *change);
            }
            play.goto(&format!("brief-{scenario}"));
        }
        for participant in play.workshop.participants().keys() {
            let had = personas_of(&play.workshop, *participant);
            prop_assert_eq!(had.iter().collect::<BTreeSet<_>>().len(), had.len(), "{} had {:?}", participant, had);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_personas(people in 1..=50_usize, personas in 1..=16_usize, seed in any::<u32>()) {
        let assigned = || {
            let mut play = group(people, personas, 2, u64::from(seed));
            play.goto("brief-synergy");
            play.goto("brief-inefficiency");
            play.workshop.assignments().clone()
        };
        prop_assert_eq!(assigned(), assigned());
    }

    /// One's own work is somebody else's to look at, as soon as there is anything else to take.
    #[test]
    fn nobody_takes_their_own_work_where_there_are_others(
        roles in vec(0..6_usize, 1..=30), seed in any::<u32>(),
    ) {
        let mut play = group(0, 6, 1, u64::from(seed));
        let personas: Vec<_> = play.workshop.plan().personas.iter().map(|found| found.id.clone()).collect();
        // As many of each work at most as the others together have places for.
        let mut same = BTreeMap::<usize, usize>::new();
        for role in &roles {
            let times = same.entry(*role).or_default();
            *times += 1;
            let real_role = (*times <= roles.len() / 3).then(|| personas[*role].clone());
            play.join(None, real_role);
        }
        play.goto("brief-synergy");
        for (participant, persona) in &play.workshop.assignments()[&"synergy".parse().expect("an id")] {
            let real_role = play.workshop.participants()[participant].real_role.as_ref();
            prop_assert_ne!(real_role, Some(persona));
        }
    }
}

#[test]
fn a_small_group_sees_as_many_personas_as_it_can() {
    let mut play = group(4, 16, 4, 3);
    for scenario in scenarios(&play.workshop) {
        play.goto(&format!("brief-{scenario}"));
    }
    let seen: BTreeSet<_> = play
        .workshop
        .assignments()
        .values()
        .flat_map(BTreeMap::values)
        .collect();
    assert_eq!(seen.len(), 16);
}

#[test]
fn a_persona_given_by_hand_stays_and_the_others_fill_up_around_it() {
    let mut play = group(6, 4, 2, 3);
    let scenario: ScenarioId = "inefficiency".parse().expect("an id");
    let persona: PersonaId = "persona-02".parse().expect("an id");
    for seat in [1, 2] {
        play.lead(&Command::Assign {
            participant: ParticipantId(seat),
            persona: persona.clone(),
            scenario: Some(scenario.clone()),
        });
    }
    play.goto("brief-inefficiency");
    let row = &coverage(&play.workshop)[&scenario];
    assert_eq!(row[&persona], 2);
    assert_eq!(row.values().sum::<usize>(), 6);
    assert!(spread(&play.workshop, &scenario) <= 1, "{row:?}");
}

/// A thousand people of whom many left and came before each scenario: the exchange has much to mend.
#[test]
fn a_thousand_people_are_assigned_with_whoever_left() {
    let mut play = group(1_000, 16, 4, 11);
    for (turn, scenario) in scenarios(&play.workshop).into_iter().enumerate() {
        for seat in (1..=1_000).skip(turn).step_by(3 + turn) {
            let seat = ParticipantId(seat);
            play.ask(Asker::participant(seat), &Command::Leave)
                .expect("anybody may leave");
        }
        play.goto(&format!("brief-{scenario}"));
        assert!(spread(&play.workshop, &scenario) <= 1);
    }
    for participant in play.workshop.participants().keys() {
        let had = personas_of(&play.workshop, *participant);
        assert_eq!(had.iter().collect::<BTreeSet<_>>().len(), had.len());
    }
}
