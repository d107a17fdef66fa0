//! What is advised for a contribution: as the group sorted it or, where it did not agree, as the tool suggests. And
//! the two ways the tool's suggestions change: the room takes new ones in, and the facilitator ties a word to a place.

use std::collections::BTreeMap;

use super::Workshop;
use super::agreement::Agreement;
use super::entry::{Advisor, Contribution, Place};
use super::event::Event;
use super::refusal::Refusal;
use super::suggestion::{Suggestion, Suggestions, Trust};
use crate::id::ContributionId;
use crate::text::{Label, fold};
use crate::vocabulary::StepKind;

/// Where suggestions are made and shown.
pub const SUGGESTING: &[StepKind] = &[StepKind::Sort, StepKind::Converge];
/// Where words are taught: as long as the facilitator settles.
const TEACHING: &[StepKind] = &[StepKind::Sort, StepKind::Converge, StepKind::Recurrence];
/// So many people who agree are more than one person's choice.
const SEVERAL: usize = 2;
/// Everybody, in thousandths.
const ALL: u16 = 1_000;
/// The most words that can be tied to a place.
pub const MAX_TAUGHT: usize = 500;

/// Where accepting would put a contribution, and on whose word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Where it would belong first.
    pub place: Place,
    /// Where it would belong too; only the group says so.
    pub second: Option<Place>,
    /// The share of those who sorted it there, or how likely the tool finds it; in thousandths.
    pub confidence: u16,
    /// Who says so.
    pub advisor: Advisor,
}

impl Advice {
    /// What is advised: what most people chose, where they agree; else what the tool suggests. None where neither says
    /// anything.
    #[must_use]
    pub fn of(contribution: &Contribution) -> Option<Self> {
        let agreement = Agreement::of(&contribution.count_sorts());
        let of_group = (!agreement.is_contested())
            .then(|| Self::of_group(contribution, &agreement))
            .flatten();
        of_group.or_else(|| Self::of_tool(contribution))
    }

    /// What is sure enough to be accepted without looking at it alone: what several people agree on, unless the tool is
    /// sure of another place than their majority, and, where nobody sorted, what the tool is sure of.
    #[must_use]
    pub fn sure(contribution: &Contribution) -> Option<Self> {
        let advice = Self::of(contribution)?;
        let is_sure = match advice.advisor {
            Advisor::Group => {
                let differs = Self::of_tool(contribution).is_some_and(|tool| {
                    tool.place != advice.place && Trust::of(tool.confidence) == Trust::Sure
                });
                contribution.sorts.len() >= SEVERAL && (advice.confidence == ALL || !differs)
            }
            Advisor::Tool => {
                contribution.sorts.is_empty() && Trust::of(advice.confidence) == Trust::Sure
            }
        };
        is_sure.then_some(advice)
    }

    /// What was advised at the moment a contribution is settled, also where the group was of two minds.
    pub(super) fn on_record(contribution: &Contribution) -> Option<Self> {
        Self::of(contribution).or_else(|| {
            let agreement = Agreement::of(&contribution.count_sorts());
            Self::of_group(contribution, &agreement)
        })
    }

    fn of_group(contribution: &Contribution, agreement: &Agreement) -> Option<Self> {
        let place = agreement.modal.clone()?;
        let share = agreement
            .votes
            .saturating_mul(1_000)
            .checked_div(agreement.sorted)?;
        Some(Self {
            second: modal_second(contribution, &place),
            place,
            confidence: u16::try_from(share).ok()?,
            advisor: Advisor::Group,
        })
    }

    fn of_tool(contribution: &Contribution) -> Option<Self> {
        let offered = contribution.suggestion.as_ref()?.offered()?;
        Some(Self {
            place: offered.place.clone(),
            second: None,
            confidence: offered.confidence,
            advisor: Advisor::Tool,
        })
    }
}

/// The second theme that more than half of those who chose this primary place named.
fn modal_second(contribution: &Contribution, primary: &Place) -> Option<Place> {
    let mut counts: BTreeMap<&Place, usize> = BTreeMap::new();
    let mut chose: usize = 0;
    for sort in contribution
        .sorts
        .iter()
        .filter(|sort| sort.primary == *primary)
    {
        chose = chose.saturating_add(1);
        if let Some(second) = &sort.second {
            let count = counts.entry(second).or_default();
            *count = count.saturating_add(1);
        }
    }
    let (second, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count.saturating_mul(2) > chose).then(|| second.clone())
}

impl Contribution {
    /// Whether the tool may say where it belongs: it is in the open, and nobody placed it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.shared && !self.hidden && !self.withdrawn && self.placement.is_none()
    }
}

/// Takes in what the tool suggests, as far as it is new. What a person placed is left alone.
pub(super) fn suggest(
    workshop: &Workshop,
    suggestions: &Suggestions,
) -> Result<Option<Event>, Refusal> {
    workshop.require(SUGGESTING)?;
    let is_new = |id: &ContributionId, suggestion: &Suggestion| {
        workshop
            .contributions
            .get(id)
            .is_some_and(|found| found.is_open() && found.suggestion.as_deref() != Some(suggestion))
    };
    let places: BTreeMap<ContributionId, Suggestion> = suggestions
        .places
        .iter()
        .filter(|(id, suggestion)| is_new(id, suggestion))
        .map(|(id, suggestion)| (*id, suggestion.clone()))
        .collect();
    let is_known = |id: &ContributionId| workshop.contributions.contains_key(id);
    let mut alike = suggestions.alike.clone();
    alike.retain(|likeness| likeness.contributions.iter().all(is_known));
    let alike = Some(alike).filter(|alike| *alike != workshop.alike);
    let changes = !places.is_empty() || alike.is_some();
    Ok(changes.then_some(Event::SuggestionsMade { places, alike }))
}

/// Ties a word to a place, or takes that back.
pub(super) fn teach(
    workshop: &Workshop,
    word: &str,
    place: Option<&Place>,
) -> Result<Option<Event>, Refusal> {
    workshop.require(TEACHING)?;
    let word = Label::parse(word)?;
    let word = Label::parse(&fold(word.as_str()))?;
    if let Some(place) = place {
        workshop.known_place(place)?;
    }
    if workshop.taught.get(&word) == place {
        return Ok(None);
    }
    if !workshop.taught.contains_key(&word) && workshop.taught.len() >= MAX_TAUGHT {
        return Err(Refusal::Full { limit: MAX_TAUGHT });
    }
    Ok(Some(Event::WordTaught {
        word,
        place: place.cloned(),
    }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::language::Language;
    use crate::workshop::Command;
    use crate::workshop::command::Asker;
    use crate::workshop::given::{Given, entered, given, joined, p, wrote};
    use crate::workshop::suggestion::{Likeness, Ranked};

    fn suggestion(place: &str, confidence: u16) -> Suggestion {
        let ranked = |place: &str, confidence| Ranked {
            place: place.parse().unwrap(),
            confidence,
        };
        Suggestion {
            ranking: vec![
                ranked(place, confidence),
                ranked("none", 1_000_u16.saturating_sub(confidence)),
            ],
            language: Language::Nl,
            because: Vec::new(),
            nearest: None,
        }
    }

    fn made(suggestions: &[(u32, Suggestion)]) -> Event {
        Event::SuggestionsMade {
            places: suggestions
                .iter()
                .map(|(id, suggestion)| (ContributionId(*id), suggestion.clone()))
                .collect(),
            alike: None,
        }
    }

    fn asked(suggestions: &[(u32, Suggestion)]) -> Command {
        let places = suggestions
            .iter()
            .map(|(id, suggestion)| (ContributionId(*id), suggestion.clone()))
            .collect();
        Command::Suggest(Suggestions {
            places,
            alike: Vec::new(),
        })
    }

    /// Three cards: the tool is sure of the first, finds the second probable and the third open.
    fn suggested() -> Given {
        given([joined(1), joined(2), wrote(1, 1), wrote(2, 2), wrote(3, 1)])
            .then_happens(entered("sort"))
            .then_happens(made(&[
                (1, suggestion("wellbeing", 900)),
                (2, suggestion("ai-support", 600)),
                (3, suggestion("wellbeing", 400)),
            ]))
    }

    fn place_of(given: &Given, number: u32) -> Option<&str> {
        let placement = given.contribution(number).placement.as_ref()?;
        Some(placement.primary.as_str())
    }

    #[test]
    fn accepting_all_takes_what_is_sure_and_leaves_the_rest() {
        let group = suggested().led(json!({"type": "accept"}));
        let placement = group.contribution(1).placement.clone().unwrap();
        assert_eq!(placement.primary.as_str(), "wellbeing");
        assert_eq!(placement.advisor, Some(Advisor::Tool));
        assert_eq!(placement.confidence, Some(900));
        assert!(placement.accepted);
        assert_eq!([2, 3].map(|number| place_of(&group, number)), [None, None]);
    }

    #[test]
    fn accepting_one_takes_what_is_probable_and_refuses_what_is_open() {
        let group = suggested();
        let accept = |id: &str| json!({"type": "accept", "contributions": [id]});
        let accepted = group.clone().led(accept("n0002"));
        assert_eq!(place_of(&accepted, 2), Some("ai-support"));
        group.when_led(accept("n0003")).refused(Refusal::NoMajority);
    }

    #[test]
    fn the_group_comes_before_the_tool() {
        let sort = |place: &str| json!({"type": "sort", "contribution": "n0001", "primary": place});
        let group = suggested().having(p(1), sort("none"));
        // One person is not the group: what they chose is looked at alone.
        group
            .when_led(json!({"type": "accept"}))
            .refused(Refusal::NothingToAccept);
        let one = group
            .clone()
            .led(json!({"type": "accept", "contributions": ["n0001"]}));
        assert_eq!(place_of(&one, 1), Some("none"));
        let agreed = group.clone().having(p(2), sort("none"));
        let all = agreed.led(json!({"type": "accept"}));
        let placement = all.contribution(1).placement.clone().unwrap();
        assert_eq!(placement.primary, Place::None);
        assert_eq!(placement.advisor, Some(Advisor::Group));
        // Divided: looked at one by one, with the tool's word for it.
        let divided = group.having(p(2), sort("ai-support"));
        divided
            .when_led(json!({"type": "accept"}))
            .refused(Refusal::NothingToAccept);
        let one = divided.led(json!({"type": "accept", "contributions": ["n0001"]}));
        assert_eq!(place_of(&one, 1), Some("wellbeing"));
    }

    #[test]
    fn a_majority_that_the_tool_surely_contradicts_is_looked_at_alone() {
        let card = |chosen: &[&str]| {
            let mut card = crate::workshop::given::written(1, 1);
            card.sorts = (1..)
                .zip(chosen)
                .map(|(number, place)| crate::workshop::entry::Sort {
                    number,
                    by: None,
                    primary: place.parse().unwrap(),
                    second: None,
                })
                .collect();
            card.suggestion = Some(Box::new(suggestion("wellbeing", 900)));
            Advice::sure(&card).map(|advice| advice.place.to_string())
        };
        assert_eq!(card(&["ai-support", "ai-support", "none"]), None);
        assert_eq!(
            card(&["ai-support", "ai-support", "ai-support"]).as_deref(),
            Some("ai-support")
        );
        assert_eq!(
            card(&["wellbeing", "wellbeing", "none"]).as_deref(),
            Some("wellbeing")
        );
    }

    #[test]
    fn a_suggestion_that_changed_meanwhile_is_not_accepted_unseen() {
        let accept = json!({"type": "accept", "contributions": ["n0001"], "expected": {"n0001": "wellbeing"}});
        let group = suggested();
        let changed = group
            .clone()
            .then_happens(made(&[(1, suggestion("ai-support", 900))]));
        let contribution = ContributionId(1);
        changed
            .when_led(accept.clone())
            .refused(Refusal::OtherSuggestion { contribution });
        assert_eq!(place_of(&group.led(accept), 1), Some("wellbeing"));
    }

    #[test]
    fn what_a_person_placed_is_never_suggested_again() {
        let place = json!({"type": "place", "contributions": ["n0001"], "primary": "none"});
        let group = suggested().led(place);
        let news = [
            (1, suggestion("ai-support", 990)),
            (2, suggestion("ai-support", 700)),
        ];
        let asker = Asker::FACILITATOR;
        group
            .when_asked(asker, &asked(&news))
            .then(made(&news[1..]));
        let known = [(2, suggestion("ai-support", 600))];
        group.when_asked(asker, &asked(&known)).then_nothing();
    }

    #[test]
    fn what_is_alike_is_told_again_only_when_it_changes() {
        let alike = vec![Likeness {
            contributions: vec![ContributionId(1), ContributionId(3)],
            likeness: 650,
        }];
        let command = Command::Suggest(Suggestions {
            alike: alike.clone(),
            ..Suggestions::default()
        });
        let event = Event::SuggestionsMade {
            places: BTreeMap::new(),
            alike: Some(alike),
        };
        let group = suggested();
        let asker = Asker::FACILITATOR;
        group.when_asked(asker, &command).then(event.clone());
        group
            .then_happens(event)
            .when_asked(asker, &command)
            .then_nothing();
    }

    #[test]
    fn a_word_is_taught_folded_and_can_be_taken_back() {
        let teach = |place: serde_json::Value| json!({"type": "teach", "word": " Wérkdruk! ", "place": place});
        let taught = suggested().led(teach(json!("wellbeing")));
        let word: Label = "werkdruk".parse().unwrap();
        assert_eq!(
            taught.0.taught().get(&word).map(Place::as_str),
            Some("wellbeing")
        );
        taught.when_led(teach(json!("wellbeing"))).then_nothing();
        assert!(
            taught
                .clone()
                .led(json!({"type": "undo"}))
                .0
                .taught()
                .is_empty()
        );
        let other = taught.led(teach(json!("none")));
        let undone = other.clone().led(json!({"type": "undo"}));
        assert_eq!(
            undone.0.taught().get(&word).map(Place::as_str),
            Some("wellbeing")
        );
        assert!(other.led(teach(json!(null))).0.taught().is_empty());
    }
}
