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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::ContributionId;
    use crate::vocabulary::{Actor, Horizon};
    use crate::workshop::given::{entered, given, wrote};

    #[test]
    fn a_recommendation_is_linked_to_what_carries_it_and_may_stand_alone() {
        let ask = |ids: &[&str]| {
            json!({"type": "recommend", "theme": "wellbeing", "horizon": "later", "who": "sector",
            "text": "do it", "contributions": ids})
        };
        let made = |id: u32, carriers: &[u32]| Event::RecommendationChanged {
            id: RecommendationId(id),
            recommendation: Some(Recommendation {
                id: RecommendationId(id),
                theme: "wellbeing".parse().unwrap(),
                horizon: Horizon::Later,
                who: Actor::Sector,
                text: "do it".parse().unwrap(),
                contributions: carriers.iter().map(|id| ContributionId(*id)).collect(),
            }),
        };
        let group = given([wrote(1, 1), wrote(2, 2), entered("act")]);
        group.when_led(ask(&[])).then(made(1, &[]));
        group
            .when_led(ask(&["n0002", "n0001", "n0002"]))
            .then(made(1, &[1, 2]));
        group
            .when_led(ask(&["n0009"]))
            .refused_as("unknown-contribution");
        let group = group.led(ask(&[]));
        group.when_led(ask(&[])).then(made(2, &[]));
        group
            .when_led(json!({"type": "undo"}))
            .then(Event::RecommendationChanged {
                id: RecommendationId(1),
                recommendation: None,
            });
    }
}
