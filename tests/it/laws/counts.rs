//! Figures against a second count, made another way: slices, recurrence, agreement, coverage and votes.

use std::collections::{BTreeMap, BTreeSet};

use halte::id::{ContributionId, ParticipantId};
use halte::vocabulary::{Source, StepKind};
use halte::workshop::agreement::{Agreement, alpha, contested};
use halte::workshop::assignment::coverage;
use halte::workshop::entry::{Place, Tally};
use halte::workshop::recurrence::{by_group, by_place};
use halte::workshop::{Asker, Command, Workshop};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::workshops::{Play, Shape, acts, plan, play, shapes};

/// A group that wrote so much and now begins to sort.
fn sorting(people: usize, written: usize, seed: u64) -> Play {
    let mut play = Play::open(plan(Shape {
        seed,
        ..Shape::default()
    }));
    play.seat(people);
    play.goto("write-synergy");
    for n in 0..written {
        write(&mut play, n);
    }
    play.goto("sort");
    play
}

fn write(play: &mut Play, n: usize) {
    let people = play.workshop.participants().len();
    let seat = ParticipantId(u32::try_from(n % people + 1).expect("a small group"));
    let text = format!("need {n}");
    let command: Command =
        serde_json::from_value(serde_json::json!({"type": "contribute", "text": text}))
            .expect("a command");
    play.ask(Asker::participant(seat), &command)
        .expect("people may write");
}

fn looks(workshop: &Workshop) -> BTreeMap<ContributionId, usize> {
    let mut looks = BTreeMap::new();
    for id in workshop.slices().values().flatten() {
        *looks.entry(*id).or_default() += 1;
    }
    looks
}

fn assert_nobody_has_a_card_twice(workshop: &Workshop) {
    for slice in workshop.slices().values() {
        assert_eq!(slice.iter().collect::<BTreeSet<_>>().len(), slice.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn everything_is_dealt_to_three_people_and_nobody_gets_much_more_than_another(
        people in 1..=40_usize, written in 0..=60_usize, seed in any::<u32>(),
    ) {
        let play = sorting(people, written, u64::from(seed));
        let slices = play.workshop.slices();
        prop_assert_eq!(looks(&play.workshop).len(), written);
        prop_assert!(looks(&play.workshop).values().all(|times| *times == people.min(3)));
        assert_nobody_has_a_card_twice(&play.workshop);
        let sizes = play.workshop.participants().keys().map(|id| slices.get(id).map_or(0, Vec::len));
        let sizes: BTreeSet<usize> = sizes.collect();
        prop_assert!(sizes.last().expect("somebody") - sizes.first().expect("somebody") <= 1, "{:?}", sizes);
    }

    /// A newcomer gets as many as anybody has, and what the fewest have looked at.
    #[test]
    fn somebody_who_comes_late_gets_what_is_looked_at_least(
        people in 1..=12_usize, written in 0..=40_usize, late in 1..=5_usize, seed in any::<u32>(),
    ) {
        let mut play = sorting(people, written, u64::from(seed));
        let most = play.workshop.slices().values().map(Vec::len).max().unwrap_or(0);
        for _ in 0..late {
            let before = looks(&play.workshop);
            let newcomer = play.join(None, None);
            let slice: BTreeSet<_> = play.workshop.slice_of(newcomer).iter().collect();
            prop_assert_eq!(slice.len(), most);
            let dealt = before.iter().filter(|(id, _)| slice.contains(id)).map(|(_, times)| times).max();
            let not_dealt = before.iter().filter(|(id, _)| !slice.contains(id)).map(|(_, times)| times).min();
            prop_assert!(dealt.is_none() || not_dealt.is_none() || dealt <= not_dealt);
        }
        assert_nobody_has_a_card_twice(&play.workshop);
    }

    #[test]
    fn who_comes_back_to_sorting_keeps_their_slice_and_new_cards_are_dealt_too(
        people in 3..=12_usize, written in 0..=30_usize, more in 0..=10_usize, seed in any::<u32>(),
    ) {
        let mut play = sorting(people, written, u64::from(seed));
        let before = play.workshop.slices().clone();
        play.goto("write-synergy");
        (0..more).for_each(|n| write(&mut play, n));
        play.goto("sort");
        for (participant, slice) in &before {
            prop_assert!(play.workshop.slice_of(*participant).starts_with(slice));
        }
        prop_assert_eq!(looks(&play.workshop).len(), written + more);
        prop_assert!(looks(&play.workshop).values().all(|times| *times == 3));
        assert_nobody_has_a_card_twice(&play.workshop);
    }

    #[test]
    fn recurrence_is_what_a_second_count_finds(shape in shapes(), people in 1..6_usize, acts in acts(40..140)) {
        let workshop = play(shape, people, &acts).workshop;
        let counted: Vec<_> = workshop
            .contributions()
            .values()
            .filter(|found| !found.hidden && !found.withdrawn && found.source != Source::Facilitator)
            .collect();
        for second_too in [false, true] {
            let table = by_place(&workshop, second_too);
            prop_assert_eq!(table.len(), workshop.plan().themes.len() + 1);
            for (place, recurrence) in table {
                let here = counted.iter().filter(|found| {
                    let placement = found.placement.as_ref();
                    placement.is_some_and(|placement| {
                        placement.primary == place || (second_too && placement.second.as_ref() == Some(&place))
                    })
                });
                let mut personas = BTreeMap::<_, BTreeSet<_>>::new();
                let mut times = BTreeMap::<_, usize>::new();
                for found in here {
                    *times.entry(&found.scenario).or_default() += 1;
                    personas.entry(&found.scenario).or_default().extend(&found.persona);
                }
                prop_assert_eq!(recurrence.across(), times.len());
                prop_assert_eq!(recurrence.is_systematic(), times.len() == 4);
                for (scenario, found) in &recurrence.scenarios {
                    prop_assert_eq!(found.contributions, times[scenario]);
                    prop_assert_eq!(found.personas.iter().collect::<BTreeSet<_>>(), personas[scenario].clone());
                }
            }
        }
        for group in workshop.groups() {
            let members = counted.iter().filter(|found| group.contributions.contains(&found.id));
            let counted_here: usize = by_group(&workshop)[&group.id].scenarios.values().map(|found| found.contributions).sum();
            prop_assert_eq!(counted_here, members.count());
        }
    }

    #[test]
    fn coverage_counts_every_assignment_once(shape in shapes(), people in 0..6_usize, acts in acts(0..80)) {
        let workshop = play(shape, people, &acts).workshop;
        for (scenario, row) in coverage(&workshop) {
            let assigned = workshop.assignments().get(&scenario);
            prop_assert_eq!(row.values().sum::<usize>(), assigned.map_or(0, BTreeMap::len));
            for (persona, count) in row {
                let holders = assigned.into_iter().flat_map(BTreeMap::values).filter(|held| **held == persona);
                prop_assert_eq!(count, holders.count());
            }
        }
    }

    /// The outcome is what the ballots say when the group leaves the vote, and nobody gave more dots than they had.
    #[test]
    fn the_outcome_of_a_vote_is_the_sum_of_its_ballots(shape in shapes(), people in 1..6_usize, acts in acts(0..60)) {
        let mut play = Play::open(plan(shape));
        play.seat(people);
        play.goto("vote");
        for act in acts {
            if play.workshop.step_kind() == StepKind::Vote && play.workshop.votes().is_none() {
                play.attempt(act);
            }
        }
        let is_over = play.workshop.step_kind() != StepKind::Vote || play.workshop.closed_at().is_some();
        prop_assert_eq!(play.workshop.votes().is_some(), is_over);
        if !is_over {
            play.goto("reflect");
        }
        let outcome = play.workshop.votes().expect("the vote is over");
        let mut dots = BTreeMap::<_, u32>::new();
        for ballot in play.workshop.ballots().values() {
            let given: u32 = ballot.dots.values().map(|dots| u32::from(*dots)).sum();
            prop_assert!(given <= u32::from(shape.dots));
            for (theme, given) in &ballot.dots {
                *dots.entry(theme).or_default() += u32::from(*given);
            }
        }
        prop_assert_eq!(usize::try_from(outcome.ballots).expect("few"), play.workshop.ballots().len());
        for (theme, count) in &outcome.dots {
            prop_assert_eq!(*count, dots.remove(theme).unwrap_or(0));
        }
        prop_assert!(dots.is_empty());
        prop_assert_eq!(&outcome.hands, play.workshop.hands());
    }

    /// Alpha by its definition: one minus observed over expected disagreement, pair by pair.
    #[test]
    fn alpha_is_what_counting_all_pairs_gives(units in vec(vec(0..4_usize, 0..6), 0..8)) {
        let places = ["a", "b", "c", "d"].map(|id| id.parse::<Place>().expect("a place"));
        let tallies: Vec<Tally> = units
            .iter()
            .map(|values| {
                let mut tally = Tally::new();
                for value in values {
                    *tally.entry(places[*value].clone()).or_default() += 1;
                }
                tally
            })
            .collect();
        let pairable: Vec<&Vec<usize>> = units.iter().filter(|values| values.len() > 1).collect();
        let all: Vec<usize> = pairable.iter().flat_map(|values| values.iter().copied()).collect();
        let observed: f64 = pairable.iter().map(|values| differing(values) / as_float(values.len() - 1)).sum();
        let observed = observed / as_float(all.len());
        let expected = differing(&all) / as_float(all.len()) / as_float(all.len().saturating_sub(1));
        match alpha(&tallies) {
            Some(alpha) => prop_assert!((alpha - (1.0 - observed / expected)).abs() < 1e-9),
            None => prop_assert!(all.is_empty() || expected == 0.0),
        }
    }

    #[test]
    fn what_is_contested_has_no_place_with_more_than_half(shape in shapes(), people in 2..7_usize, acts in acts(40..120)) {
        let workshop = play(shape, people, &acts).workshop;
        let listed = contested(workshop.contributions().values());
        let share = |found: &&halte::workshop::entry::Contribution| {
            let agreement = Agreement::of(&found.count_sorts());
            f64::from(agreement.votes) / f64::from(agreement.sorted)
        };
        prop_assert!(listed.iter().map(share).is_sorted());
        for found in workshop.contributions().values() {
            let most = found.count_sorts().into_values().max().unwrap_or(0);
            let is_contested = most > 0 && usize::try_from(most).expect("few") * 2 <= found.sorts.len();
            prop_assert_eq!(listed.iter().any(|one| one.id == found.id), is_contested);
        }
    }
}

/// How many ordered pairs of these differ.
fn differing(values: &[usize]) -> f64 {
    let pairs = values
        .iter()
        .flat_map(|one| values.iter().filter(move |other| one != *other));
    as_float(pairs.count())
}

fn as_float(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("a small number"))
}
