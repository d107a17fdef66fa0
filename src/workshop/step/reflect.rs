//! The findings are held against the three challenges: agree or differ, and why.

use crate::id::{ChallengeId, ReflectionId};
use crate::text::Note;
use crate::vocabulary::{Stance, StepKind};
use crate::workshop::command::Asker;
use crate::workshop::decide::unknown;
use crate::workshop::entry::Reflection;
use crate::workshop::event::Event;
use crate::workshop::refusal::{Refusal, Thing};
use crate::workshop::{MAX_ENTRIES, Workshop};

/// Somebody answers to a challenge; a second answer to the same one replaces the first.
pub(in crate::workshop) fn reflect(
    workshop: &Workshop,
    asker: Asker,
    challenge: &ChallengeId,
    stance: Stance,
    text: &str,
) -> Result<Event, Refusal> {
    workshop.require(&[StepKind::Reflect])?;
    let known = workshop
        .plan
        .challenges
        .iter()
        .map(|challenge| challenge.id.as_str());
    workshop
        .plan
        .challenge(challenge)
        .ok_or_else(|| unknown(Thing::Challenge, challenge.as_str(), known))?;
    let text = Note::parse(text)?;
    let own = workshop.reflections.values().find(|reflection| {
        reflection.participant == Some(asker.seat) && reflection.challenge == *challenge
    });
    if own.is_none() && workshop.reflections.len() >= MAX_ENTRIES {
        return Err(Refusal::Full { limit: MAX_ENTRIES });
    }
    let id = own.map_or_else(|| next_id(workshop), |reflection| reflection.id);
    let reflection = Reflection {
        id,
        participant: Some(asker.seat),
        challenge: challenge.clone(),
        stance,
        text,
    };
    Ok(Event::Reflected { reflection })
}

fn next_id(workshop: &Workshop) -> ReflectionId {
    let last = workshop.reflections.keys().next_back().map_or(0, |id| id.0);
    ReflectionId(last.saturating_add(1))
}
