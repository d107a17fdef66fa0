//! Dots on what matters most. Ballots are secret until the group leaves the vote; hands counted in the room are
//! kept apart and marked.

use crate::id::{BallotId, ThemeId};
use crate::vocabulary::StepKind;
use crate::workshop::Workshop;
use crate::workshop::command::Asker;
use crate::workshop::entry::Ballot;
use crate::workshop::event::Event;
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
    if given.saturating_add(dots) > limit {
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
    BallotId(last.saturating_add(1))
}

/// Records a show of hands.
pub(in crate::workshop) fn hands(
    workshop: &Workshop,
    theme: &ThemeId,
    count: u32,
) -> Result<Event, Refusal> {
    workshop.require(&[StepKind::Vote])?;
    workshop.known_theme(theme)?;
    Ok(Event::HandsCounted {
        theme: theme.clone(),
        count: Some(count),
    })
}
