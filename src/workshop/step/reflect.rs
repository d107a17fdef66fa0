//! The findings are held against the three challenges: agree or differ, and why.

use crate::id::{ChallengeId, ReflectionId};
use crate::text::Note;
use crate::vocabulary::{Stance, StepKind};
use crate::workshop::command::Asker;
use crate::workshop::entry::Reflection;
use crate::workshop::event::Event;
use crate::workshop::known::unknown;
use crate::workshop::lot;
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
    ReflectionId(lot::number(
        workshop,
        "reflection",
        2,
        last.saturating_add(1),
        |number| {
            let taken = &workshop.reflections;
            taken.contains_key(&ReflectionId(number))
        },
        workshop.reflections.len(),
    ))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::ParticipantId;
    use crate::workshop::given::{entered, given, joined, p};

    fn reflected(id: u32, seat: u32, stance: Stance, text: &str) -> Event {
        Event::Reflected {
            reflection: Reflection {
                id: ReflectionId(id),
                participant: Some(ParticipantId(seat)),
                challenge: "shortage".parse().unwrap(),
                stance,
                text: text.parse().unwrap(),
            },
        }
    }

    #[test]
    fn a_second_answer_to_a_challenge_replaces_ones_first() {
        let ask = |stance: &str, text: &str| json!({"type": "reflect", "challenge": "shortage", "stance": stance, "text": text});
        let group = given([joined(1), joined(2), entered("reflect")]);
        group
            .when(p(1), ask("agree", "so it is"))
            .then(reflected(1, 1, Stance::Agree, "so it is"));
        let group = group.having(p(1), ask("agree", "so it is"));
        group
            .when(p(1), ask("differ", "or not"))
            .then(reflected(1, 1, Stance::Differ, "or not"));
        group
            .when(p(2), ask("differ", "no"))
            .then(reflected(2, 2, Stance::Differ, "no"));
        group
            .when(p(2), ask("agree", ""))
            .refused(Refusal::EmptyText);
        let unknown =
            json!({"type": "reflect", "challenge": "shortages", "stance": "agree", "text": "x"});
        group.when(p(2), unknown).refused(Refusal::Unknown {
            what: Thing::Challenge,
            id: "shortages".to_owned(),
            nearest: Some("shortage".to_owned()),
        });
    }
}
