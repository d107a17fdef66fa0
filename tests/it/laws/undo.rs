//! Undo takes back exactly what the facilitator did, and redo does exactly that again.

use halte::id::ParticipantId;
use halte::workshop::{Asker, Command, Workshop};
use proptest::prelude::*;

use crate::workshops::{Play, acts, contents, play, shapes};

/// What the facilitator settles, at its start: nothing placed, grouped, hidden, played, counted or recommended.
fn assert_nothing_settled(workshop: &Workshop) {
    assert!(workshop.groups().is_empty());
    assert!(workshop.hands().is_empty());
    assert!(workshop.cards().is_empty());
    assert!(workshop.recommendations().is_empty());
    assert_eq!(workshop.spotlight(), None);
    for found in workshop.contributions().values() {
        assert_eq!(found.placement, None, "{found:?}");
        assert_eq!(found.group, None, "{found:?}");
        assert!(!found.hidden, "{found:?}");
        assert!(
            found.withdrawn || found.participant != Some(ParticipantId::FACILITATOR),
            "{found:?}"
        );
    }
    for entry in workshop.parking().values() {
        assert!(!entry.resolved, "{entry:?}");
        assert_ne!(entry.participant, Some(ParticipantId::FACILITATOR));
    }
}

fn undo_and_redo(play: &mut Play) {
    while play.workshop.history().undoable().is_some() {
        let before = contents(&play.workshop);
        play.lead(&Command::Undo);
        let undone = contents(&play.workshop);
        play.lead(&Command::Redo);
        assert_eq!(contents(&play.workshop), before);
        play.lead(&Command::Undo);
        assert_eq!(contents(&play.workshop), undone);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn undoing_everything_leaves_nothing_settled(shape in shapes(), people in 0..5_usize, acts in acts(10..120)) {
        let mut play = play(shape, people, &acts);
        prop_assume!(play.workshop.closed_at().is_none());
        undo_and_redo(&mut play);
        assert_nothing_settled(&play.workshop);
    }

    /// What the facilitator did without anybody between comes back to the value, whatever it was.
    #[test]
    fn undo_gives_back_the_value_before(shape in shapes(), people in 1..5_usize, acts in acts(10..100)) {
        let mut play = Play::open(crate::workshops::plan(shape));
        play.seat(people);
        for act in acts {
            let Some((asker, command)) = play.command(act) else { continue };
            let before = play.workshop.clone();
            let settled = before.history().undoable().map(|change| change.seq);
            let asked = play.ask(asker, &command);
            let after = play.workshop.history().undoable().map(|change| change.seq);
            let is_undoable = asker == Asker::FACILITATOR && matches!(asked, Ok(Some(_))) && after > settled;
            let moved = play.workshop.step_kind() != before.step_kind();
            if is_undoable && !moved && !matches!(command, Command::Redo | Command::Contribute { .. }) {
                let mut back = play.clone();
                back.lead(&Command::Undo);
                prop_assert_eq!(contents(&back.workshop), contents(&before), "{:?}", command);
            }
        }
    }
}
