//! The records are the workshop: folding them again, or reading its lists back, gives the same value.

use halte::id::ParticipantId;
use halte::vocabulary::Role;
use std::collections::BTreeMap;

use halte::workshop::proceedings::Proceedings;
use halte::workshop::sight::{Viewer, project};
use halte::workshop::{Event, Record, Revision, Workshop};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::workshops::{Play, acts, contents, plan, play, shapes};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn replayed_records_give_the_same_value(shape in shapes(), people in 0..6_usize, acts in acts(0..120)) {
        let play = play(shape, people, &acts);
        let replayed = Workshop::replay(&play.records);
        prop_assert_eq!(replayed.as_ref(), Some(&play.workshop));
    }

    #[test]
    fn the_lists_of_a_workshop_hold_all_of_it(shape in shapes(), people in 0..6_usize, acts in acts(0..120)) {
        let whole = play(shape, people, &acts).workshop;
        let read = Proceedings::of(&whole).into_workshop(whole.plan().clone(), None);
        prop_assert_eq!(read.seq(), whole.seq());
        prop_assert_eq!(read.step(), whole.step());
        prop_assert_eq!(contents(&read), contents(&whole));
    }

    #[test]
    fn judging_twice_says_the_same_and_changes_nothing(shape in shapes(), people in 0..6_usize, acts in acts(0..80)) {
        let mut play = Play::open(plan(shape));
        play.seat(people);
        for act in acts {
            let Some((asker, command)) = play.command(act) else { continue };
            let before = play.workshop.clone();
            let judged = play.judge(asker, &command);
            prop_assert_eq!(&play.judge(asker, &command), &judged);
            prop_assert_eq!(&play.workshop, &before);
            prop_assert_eq!(play.ask(asker, &command), judged);
        }
    }

    /// A seat's view is folded from some of the records, and a view of one kind may meet any of them.
    #[test]
    fn any_of_the_records_can_be_folded(
        shape in shapes(), people in 0..6_usize, acts in acts(0..100), kept in any::<u64>(), seat in 0..4_u32,
    ) {
        let play = play(shape, people, &acts);
        let role = if seat == 0 { Role::Facilitator } else { Role::Participant };
        let viewer = Viewer { seat: ParticipantId(seat), role };
        let mut whole = Workshop::replay(play.records.first()).expect("the room opens");
        let mut view = project(&whole, viewer);
        for (place, record) in play.records.iter().enumerate().skip(1) {
            if (kept >> (place % 64)) & 1 == 1 {
                whole.apply(record);
                view.apply(record);
            }
        }
        prop_assert!(whole.seq() <= play.workshop.seq());
    }

    #[test]
    fn a_timer_that_was_handled_is_never_due_again(shape in shapes(), acts in acts(0..80)) {
        let mut play = play(shape, 2, &acts);
        if let Some(due) = play.workshop.due() {
            let seq = play.workshop.seq() + 1;
            let event = halte::workshop::decide(
                &play.workshop, &halte::workshop::Command::TimeIsUp, halte::workshop::Asker::FACILITATOR, due,
            );
            let event = event.expect("the time is up").expect("the timer stops");
            prop_assert_eq!(&event, &Event::TimerSet { ends_at: None });
            play.workshop.apply(&Record { seq, at: due, by: None, command: None, revises: None, event });
            prop_assert_eq!(play.workshop.due(), None);
        }
    }
}

#[test]
fn records_that_do_not_open_a_workshop_give_none() {
    let play = play(crate::workshops::Shape::default(), 2, &[]);
    assert_eq!(Workshop::replay(&play.records[1..]), None);
    assert_eq!(Workshop::replay([]), None);
}

/// Laws over plays in which little happens would say little.
#[test]
fn plays_reach_every_kind_of_event() {
    let mut runner = TestRunner::deterministic();
    let strategy = (shapes(), 1..6_usize, acts(30..120));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..100 {
        let tree = strategy.new_tree(&mut runner).expect("a play");
        let (shape, people, acts) = tree.current();
        for record in play(shape, people, &acts).records {
            let json = serde_json::to_value(&record.event).expect("an event can be written");
            *seen.entry(json["type"].to_string()).or_default() += 1;
            if let Some(revision) = record.revises {
                *seen
                    .entry(matches!(revision, Revision::Undoes(_)).to_string())
                    .or_default() += 1;
            }
        }
    }
    assert_eq!(seen.len(), 27 + 2, "{seen:#?}");
    assert!(seen.values().all(|times| *times >= 4), "{seen:#?}");
}
