//! Parallel sorting: everyone gets a small slice that overlaps with others', so that nobody tires and disagreement
//! shows.

use std::collections::{BTreeMap, BTreeSet};

use crate::chance::Chance;
use crate::id::{ContributionId, ParticipantId};
use crate::vocabulary::StepKind;
use crate::workshop::Workshop;
use crate::workshop::command::Asker;
use crate::workshop::entry::{Contribution, Place, Sort};
use crate::workshop::event::Event;
use crate::workshop::plan::Step;
use crate::workshop::refusal::Refusal;

/// How many people should look at each contribution, where there are that many.
pub(in crate::workshop) const OVERLAP: usize = 3;

/// Deals every contribution to [`OVERLAP`] people where there are that many, each time to somebody who has least to
/// do. When the group comes back to the same sorting, everybody keeps what they had, and only what is new is dealt.
pub(in crate::workshop) fn deal(
    workshop: &Workshop,
    step: &Step,
) -> BTreeMap<ParticipantId, Vec<ContributionId>> {
    let mut people: Vec<ParticipantId> = workshop.present().map(|found| found.id).collect();
    let mut chance = Chance::of(workshop.deal_seed(), step.id.as_str());
    chance.shuffle(&mut people);
    let mut deck = to_sort(workshop, step);
    let kept = kept(workshop, step, &deck);
    chance.shuffle(&mut deck);
    let mut slices: Vec<(ParticipantId, Vec<ContributionId>)> = people
        .iter()
        .map(|id| (*id, kept.get(id).cloned().unwrap_or_default()))
        .collect();
    let mut looks = looks(slices.iter().flat_map(|(_, slice)| slice));
    let mut least_to_do: BTreeSet<(usize, usize)> = slices
        .iter()
        .enumerate()
        .map(|(place, (_, slice))| (slice.len(), place))
        .collect();
    for id in deck {
        let missing = OVERLAP
            .min(people.len())
            .saturating_sub(looks.remove(&id).unwrap_or(0));
        let takers: Vec<(usize, usize)> = least_to_do
            .iter()
            .filter(|(_, place)| {
                slices
                    .get(*place)
                    .is_some_and(|(_, slice)| !slice.contains(&id))
            })
            .take(missing)
            .copied()
            .collect();
        for (length, place) in takers {
            if let Some((_, slice)) = slices.get_mut(place) {
                slice.push(id);
                least_to_do.remove(&(length, place));
                least_to_do.insert((slice.len(), place));
            }
        }
    }
    slices.retain(|(_, slice)| !slice.is_empty());
    slices.into_iter().collect()
}

/// What people had when the group was last at this sorting, as far as it is still to be sorted.
fn kept(
    workshop: &Workshop,
    step: &Step,
    deck: &[ContributionId],
) -> BTreeMap<ParticipantId, Vec<ContributionId>> {
    let last_sorting = workshop.timeline.iter().rev().find(|visit| {
        let visited = workshop.plan.step(&visit.step);
        visited.is_some_and(|(_, step)| step.kind == StepKind::Sort)
    });
    if last_sorting.is_none_or(|visit| visit.step != step.id) {
        return BTreeMap::new();
    }
    let deck: BTreeSet<&ContributionId> = deck.iter().collect();
    let mut slices = workshop.slices.clone();
    for slice in slices.values_mut() {
        slice.retain(|id| deck.contains(id));
    }
    slices
}

/// How many people have each contribution in their slice.
fn looks<'a>(dealt: impl Iterator<Item = &'a ContributionId>) -> BTreeMap<ContributionId, usize> {
    let mut looks: BTreeMap<ContributionId, usize> = BTreeMap::new();
    for id in dealt {
        let count = looks.entry(*id).or_default();
        *count = count.saturating_add(1);
    }
    looks
}

/// A slice for somebody who comes while the others sort: as many as the others have, least looked at first.
pub(in crate::workshop) fn late(workshop: &Workshop) -> Vec<ContributionId> {
    let Some((_, step)) = workshop.step() else {
        return Vec::new();
    };
    let looks = looks(workshop.slices.values().flatten());
    let mut deck = to_sort(workshop, step);
    deck.sort_by_key(|id| (looks.get(id).copied().unwrap_or(0), *id));
    let size = workshop
        .slices
        .values()
        .map(Vec::len)
        .max()
        .unwrap_or(deck.len());
    deck.truncate(size);
    deck
}

fn to_sort(workshop: &Workshop, step: &Step) -> Vec<ContributionId> {
    workshop
        .contributions
        .values()
        .filter(|contribution| !contribution.hidden && !contribution.withdrawn)
        .filter(|contribution| {
            step.scenario
                .as_ref()
                .is_none_or(|scenario| contribution.scenario == *scenario)
        })
        .map(|contribution| contribution.id)
        .collect()
}

/// A participant sorts a contribution, in or outside their slice, or takes their sort back.
pub(in crate::workshop) fn sort(
    workshop: &Workshop,
    asker: Asker,
    id: ContributionId,
    primary: Option<&Place>,
    second: Option<&Place>,
) -> Result<Option<Event>, Refusal> {
    workshop.require(&[StepKind::Sort])?;
    let found = workshop.known(id, asker)?;
    for place in primary.into_iter().chain(second) {
        workshop.known_place(place)?;
    }
    super::check_second(primary, second)?;
    let own = found.sorts.iter().find(|sort| sort.by == Some(asker.seat));
    let number = own.map_or_else(|| next_number(found), |sort| sort.number);
    let sort = primary.map(|primary| Sort {
        number,
        by: Some(asker.seat),
        primary: primary.clone(),
        second: second.cloned(),
    });
    let changes = own != sort.as_ref();
    Ok(changes.then_some(Event::ContributionSorted {
        contribution: id,
        number,
        sort,
    }))
}

fn next_number(contribution: &Contribution) -> u32 {
    contribution
        .sorts
        .last()
        .map_or(1, |sort| sort.number.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::vocabulary::Anonymity;
    use crate::workshop::given::{Given, entered, given, given_plan, joined, p, plan, wrote};

    fn sorting() -> Given {
        given([joined(1), joined(2), wrote(1, 1), entered("sort")])
    }

    fn asked(primary: &str, second: Option<&str>) -> serde_json::Value {
        json!({"type": "sort", "contribution": "n0001", "primary": primary, "second": second})
    }

    fn sorted(number: u32, by: u32, places: Option<(&str, Option<&str>)>) -> Event {
        Event::ContributionSorted {
            contribution: ContributionId(1),
            number,
            sort: places.map(|(primary, second)| Sort {
                number,
                by: Some(ParticipantId(by)),
                primary: primary.parse().unwrap(),
                second: second.map(|second| second.parse().unwrap()),
            }),
        }
    }

    #[test]
    fn a_card_goes_under_one_theme_two_or_none() {
        for (primary, second) in [
            ("wellbeing", None),
            ("wellbeing", Some("ai-support")),
            ("none", None),
        ] {
            sorting().when(p(2), asked(primary, second)).then(sorted(
                1,
                2,
                Some((primary, second)),
            ));
        }
    }

    #[test]
    fn a_second_place_is_another_theme_beside_a_theme() {
        for (primary, second) in [
            ("wellbeing", "wellbeing"),
            ("wellbeing", "none"),
            ("none", "wellbeing"),
            ("none", "none"),
        ] {
            sorting()
                .when(p(1), asked(primary, Some(second)))
                .refused(Refusal::SecondPlace);
        }
        sorting()
            .when(p(1), asked("wellbieng", None))
            .refused(Refusal::Unknown {
                what: crate::workshop::refusal::Thing::Theme,
                id: "wellbieng".to_owned(),
                nearest: Some("wellbeing".to_owned()),
            });
    }

    #[test]
    fn sorting_again_replaces_ones_own_sort_and_nobody_elses() {
        let twice = sorting()
            .having(p(1), asked("wellbeing", None))
            .having(p(2), asked("ai-support", None));
        twice.when(p(1), asked("wellbeing", None)).then_nothing();
        twice
            .when(p(1), asked("none", None))
            .then(sorted(1, 1, Some(("none", None))));
        let back = json!({"type": "sort", "contribution": "n0001", "primary": null});
        twice.when(p(2), back.clone()).then(sorted(2, 2, None));
        let without = twice.having(p(2), back.clone());
        without.when(p(2), back).then_nothing();
        assert_eq!(without.contribution(1).sorts.len(), 1);
    }

    #[test]
    fn who_sorts_again_after_an_anonymous_sorting_closed_adds_a_sort() {
        let mut plan = plan();
        plan.anonymity = Anonymity::Anonymous;
        let events = [joined(1), joined(2), wrote(1, 1), entered("sort")];
        let back = given_plan(plan, events)
            .having(p(1), asked("wellbeing", None))
            .led(json!({"type": "next"}))
            .led(json!({"type": "back"}));
        let again = back.having(p(1), asked("ai-support", None));
        let sorts = &again.contribution(1).sorts;
        let told: Vec<_> = sorts
            .iter()
            .map(|sort| (sort.by, sort.primary.as_str()))
            .collect();
        let own = Some(ParticipantId(1));
        assert_eq!(told, [(None, "wellbeing"), (own, "ai-support")]);
    }

    #[test]
    fn what_was_withdrawn_is_neither_dealt_nor_sorted() {
        let withdrawn = given([joined(1), entered("write"), wrote(1, 1)])
            .having(p(1), json!({"type": "withdraw", "contribution": "n0001"}))
            .led(json!({"type": "goto", "step": "sort"}));
        assert!(withdrawn.0.slices().is_empty());
        withdrawn
            .when(p(1), asked("none", None))
            .refused_as("unknown-contribution");
    }

    #[test]
    fn another_sorting_deals_afresh_and_leaves_nobody_an_old_slice() {
        let dealt = sorting()
            .led(json!({"type": "goto", "step": "close"}))
            .led(json!({"type": "goto", "step": "sort"}));
        assert_eq!(dealt.0.slice_of(ParticipantId(1)), [ContributionId(1)]);
        let emptied = dealt
            .led(json!({"type": "hide", "contribution": "n0001"}))
            .led(json!({"type": "goto", "step": "close"}))
            .led(json!({"type": "goto", "step": "sort"}));
        assert!(emptied.0.slices().is_empty());
    }
}
