//! What should be done: recommendations, linked to the contributions that carry them.

use crate::id::RecommendationId;
use crate::text::Note;
use crate::vocabulary::StepKind;
use crate::workshop::command::{Asker, Command};
use crate::workshop::entry::Recommendation;
use crate::workshop::event::Event;
use crate::workshop::refusal::Refusal;
use crate::workshop::{MAX_ENTRIES, Workshop};

/// Where recommendations are made.
const RECOMMENDING: &[StepKind] = &[StepKind::Reflect, StepKind::Act, StepKind::Close];

/// Makes a recommendation. One that no contribution carries is allowed, and flagged in the report.
pub(in crate::workshop) fn recommend(
    workshop: &Workshop,
    command: &Command,
) -> Result<Event, Refusal> {
    let Command::Recommend {
        theme,
        horizon,
        who,
        text,
        contributions,
    } = command
    else {
        return Err(Refusal::EmptyText);
    };
    workshop.require(RECOMMENDING)?;
    workshop.known_place(theme)?;
    for id in contributions {
        workshop.known(*id, Asker::FACILITATOR)?;
    }
    if workshop.recommendations.len() >= MAX_ENTRIES {
        return Err(Refusal::Full { limit: MAX_ENTRIES });
    }
    let id = next_id(workshop);
    let mut carriers = contributions.clone();
    carriers.sort_unstable();
    carriers.dedup();
    let recommendation = Recommendation {
        id,
        theme: theme.clone(),
        horizon: *horizon,
        who: *who,
        text: Note::parse(text)?,
        contributions: carriers,
    };
    Ok(Event::RecommendationChanged {
        id,
        recommendation: Some(recommendation),
    })
}

fn next_id(workshop: &Workshop) -> RecommendationId {
    let last = workshop
        .recommendations
        .keys()
        .next_back()
        .map_or(0, |id| id.0);
    RecommendationId(last.saturating_add(1))
}
