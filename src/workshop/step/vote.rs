//! Dots on what matters most. Ballots are secret until the group leaves the vote; hands counted in the room are
//! kept apart and marked.

use crate::id::{BallotId, ThemeId};
use crate::vocabulary::StepKind;
use crate::workshop::Workshop;
use crate::workshop::command::Asker;
use crate::workshop::entry::Ballot;
use crate::workshop::event::Event;
use crate::workshop::lot;
use crate::workshop::refusal::Refusal;

/// Gives a theme that many of one's dots, in place of what it had.
pub(in crate::workshop) fn vote(
    workshop: &Workshop,
    asker: Asker,
    theme: &ThemeId,
    dots: u8,
) -> Result<Option<Event>, Refusal> {
    workshop.require(&[StepKind::Vote])?;
    workshop.known_theme(theme)?;
    let own = workshop.ballot_of(asker.seat);
    if own.is_none() && workshop.voters.0.contains(&asker.seat) {
        return Err(Refusal::AlreadyVoted);
    }
    let mut ballot = own.cloned().unwrap_or_else(|| Ballot {
        id: next_id(workshop),
        participant: Some(asker.seat),
        dots: std::collections::BTreeMap::new(),
    });
    ballot.dots.remove(theme);
    let given = ballot
        .dots
        .values()
        .fold(0_u8, |sum, dots| sum.saturating_add(*dots));
    let limit = workshop.plan.dots;
    if dots > limit.saturating_sub(given) {
        return Err(Refusal::TooManyDots { limit, given });
    }
    if dots > 0 {
        ballot.dots.insert(theme.clone(), dots);
    }
    let changes = own != Some(&ballot) && (own.is_some() || dots > 0);
    Ok(changes.then_some(Event::BallotCast { ballot }))
}

fn next_id(workshop: &Workshop) -> BallotId {
    let last = workshop.ballots.keys().next_back().map_or(0, |id| id.0);
    BallotId(lot::number(
        workshop,
        "ballot",
        2,
        last.saturating_add(1),
        |number| workshop.ballots.contains_key(&BallotId(number)),
        workshop.ballots.len(),
    ))
}

/// Records a show of hands.
pub(in crate::workshop) fn hands(
    workshop: &Workshop,
    theme: &ThemeId,
    count: u32,
) -> Result<Option<Event>, Refusal> {
    workshop.require(&[StepKind::Vote])?;
    workshop.known_theme(theme)?;
    let changes = workshop.hands.get(theme) != Some(&count);
    Ok(changes.then(|| Event::HandsCounted {
        theme: theme.clone(),
        count: Some(count),
    }))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;
    use crate::id::ParticipantId;
    use crate::vocabulary::Anonymity;
    use crate::workshop::entry::VoteResult;
    use crate::workshop::given::{Given, entered, given, given_plan, joined, p, plan};

    fn voting() -> Given {
        given([joined(1), joined(2), entered("vote")])
    }

    fn asked(theme: &str, dots: u8) -> serde_json::Value {
        json!({"type": "vote", "theme": theme, "dots": dots})
    }

    fn cast(id: u32, seat: u32, dots: &[(&str, u8)]) -> Event {
        let dots = dots
            .iter()
            .map(|(theme, dots)| (theme.parse().unwrap(), *dots));
        Event::BallotCast {
            ballot: Ballot {
                id: BallotId(id),
                participant: Some(ParticipantId(seat)),
                dots: dots.collect(),
            },
        }
    }

    #[test]
    fn dots_are_given_up_to_the_limit_and_given_again_otherwise() {
        voting()
            .when(p(1), asked("wellbeing", 3))
            .then(cast(1, 1, &[("wellbeing", 3)]));
        let given = voting().having(p(1), asked("wellbeing", 2));
        given.when(p(1), asked("wellbeing", 2)).then_nothing();
        given
            .when(p(1), asked("ai-support", 2))
            .refused(Refusal::TooManyDots { limit: 3, given: 2 });
        given.when(p(1), asked("ai-support", 1)).then(cast(
            1,
            1,
            &[("ai-support", 1), ("wellbeing", 2)],
        ));
        given
            .when(p(1), asked("wellbeing", 3))
            .then(cast(1, 1, &[("wellbeing", 3)]));
        given
            .when(p(1), asked("wellbeing", 0))
            .then(cast(1, 1, &[]));
        given
            .when(p(2), asked("wellbeing", 1))
            .then(cast(2, 2, &[("wellbeing", 1)]));
        given.when(p(2), asked("wellbeing", 0)).then_nothing();
        given
            .when(p(2), asked("none", 1))
            .refused_as("unknown-theme");
    }

    #[test]
    fn who_voted_in_an_anonymous_session_does_not_vote_again_when_the_group_comes_back() {
        let mut plan = plan();
        plan.anonymity = Anonymity::Anonymous;
        let voted = given_plan(plan, [joined(1), joined(2), entered("vote")])
            .having(p(1), asked("wellbeing", 1))
            .having(p(1), asked("wellbeing", 2));
        let back = voted
            .led(json!({"type": "next"}))
            .led(json!({"type": "back"}));
        for dots in [0, 1] {
            let again = back.when(p(1), asked("ai-support", dots));
            again.refused(Refusal::AlreadyVoted);
        }
        let again = back
            .having(p(2), asked("ai-support", 3))
            .led(json!({"type": "next"}));
        let votes = again.0.votes().expect("an outcome");
        assert_eq!(votes.ballots, 2);
        assert_eq!(votes.dots.values().copied().collect::<Vec<_>>(), [3, 2]);
    }

    #[test]
    fn the_limit_holds_where_a_byte_ends() {
        let mut plan = plan();
        plan.dots = 255;
        let group =
            given_plan(plan, [joined(1), entered("vote")]).having(p(1), asked("wellbeing", 200));
        group
            .when(p(1), asked("ai-support", 200))
            .refused(Refusal::TooManyDots {
                limit: 255,
                given: 200,
            });
    }

    #[test]
    fn the_outcome_shows_when_the_group_leaves_the_vote_and_counts_hands_apart() {
        let voted = voting()
            .having(p(1), asked("wellbeing", 2))
            .having(p(2), asked("wellbeing", 1))
            .led(json!({"type": "hands", "theme": "ai-support", "count": 7}));
        voted
            .when_led(json!({"type": "hands", "theme": "ai-support", "count": 7}))
            .then_nothing();
        // Going where one is does not count as leaving.
        voted
            .when_led(json!({"type": "goto", "step": "vote"}))
            .then_nothing();
        assert_eq!(voted.0.votes(), None);
        let outcome = |hands: &[(&str, u32)], dots: u32| VoteResult {
            dots: BTreeMap::from([
                ("wellbeing".parse().unwrap(), dots),
                ("ai-support".parse().unwrap(), 0),
            ]),
            hands: hands
                .iter()
                .map(|(theme, count)| (theme.parse().unwrap(), *count))
                .collect(),
            ballots: 2,
        };
        let left = voted.clone().led(json!({"type": "next"}));
        assert_eq!(left.0.votes(), Some(&outcome(&[("ai-support", 7)], 3)));
        let closed = voted.led(json!({"type": "close"}));
        assert_eq!(closed.0.votes(), left.0.votes());

        let undone = left.clone().led(json!({"type": "undo"}));
        assert_eq!(undone.0.votes(), Some(&outcome(&[], 3)));
        assert_eq!(
            undone.led(json!({"type": "redo"})).0.votes(),
            left.0.votes()
        );

        let again = left
            .led(json!({"type": "back"}))
            .having(p(2), asked("wellbeing", 0));
        let again = again.led(json!({"type": "next"}));
        assert_eq!(again.0.votes(), Some(&outcome(&[("ai-support", 7)], 2)));
    }
}
