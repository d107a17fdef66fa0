//! The plenary settles what is contested, and puts different wordings of one need together.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{ContributionId, GroupId, ThemeId};
use crate::language::Localised;
use crate::text::{Label, Name, Words};
use crate::vocabulary::StepKind;
use crate::workshop::Workshop;
use crate::workshop::advice::Advice;
use crate::workshop::command::Asker;
use crate::workshop::entry::{Contribution, Place, Placement};
use crate::workshop::event::{Event, Members};
use crate::workshop::known::unknown;
use crate::workshop::plan::Theme;
use crate::workshop::refusal::{Refusal, Thing};

/// Where the facilitator settles: from sorting until the tables are read.
const SETTLING: &[StepKind] = &[StepKind::Sort, StepKind::Converge, StepKind::Recurrence];
/// Where contributions are put together: from the moment they are in the open.
const GROUPING: &[StepKind] = &[
    StepKind::Share,
    StepKind::Sort,
    StepKind::Converge,
    StepKind::Recurrence,
];
/// The most themes a workshop holds.
const MAX_THEMES: usize = 12;

/// Shows how the group sorted. The figures are those of this moment; sorting that is opened again shows new ones
/// when the group next comes here.
pub(in crate::workshop) fn reveal(workshop: &mut Workshop) {
    if workshop.viewer.is_some() {
        return;
    }
    for contribution in workshop.contributions.values_mut() {
        if !contribution.sorts.is_empty() || contribution.tally.is_some() {
            contribution.tally = Some(contribution.count_sorts());
        }
    }
}

/// Settles where contributions belong.
pub(in crate::workshop) fn place(
    workshop: &Workshop,
    asker: Asker,
    ids: &[ContributionId],
    primary: Option<&Place>,
    second: Option<&Place>,
) -> Result<Option<Event>, Refusal> {
    workshop.require(SETTLING)?;
    for place in primary.into_iter().chain(second) {
        workshop.known_place(place)?;
    }
    super::check_second(primary, second)?;
    let mut placements = BTreeMap::new();
    for id in ids {
        let found = workshop.known(*id, asker)?;
        let placement = primary.map(|primary| settle(found, asker, primary, second));
        if found.placement != placement {
            placements.insert(*id, placement);
        }
    }
    Ok((!placements.is_empty()).then_some(Event::ContributionsPlaced { placements }))
}

/// A placement, with what was suggested beside it.
fn settle(
    contribution: &Contribution,
    asker: Asker,
    primary: &Place,
    second: Option<&Place>,
) -> Placement {
    let advice = Advice::on_record(contribution);
    Placement {
        primary: primary.clone(),
        second: second.cloned(),
        by: asker.seat,
        confidence: advice.as_ref().map(|advice| advice.confidence),
        advisor: advice.as_ref().map(|advice| advice.advisor),
        suggested: advice.map(|advice| advice.place),
        accepted: false,
    }
}

/// Settles contributions as they are advised: those named, or all that are not settled and sure.
pub(in crate::workshop) fn accept(
    workshop: &Workshop,
    asker: Asker,
    ids: &[ContributionId],
    expected: &BTreeMap<ContributionId, Place>,
) -> Result<Event, Refusal> {
    workshop.require(SETTLING)?;
    let mut placements = BTreeMap::new();
    for id in ids {
        let found = workshop.known(*id, asker)?;
        let advice = Advice::of(found).ok_or(Refusal::NoMajority)?;
        if expected.get(id).is_some_and(|seen| *seen != advice.place) {
            return Err(Refusal::OtherSuggestion { contribution: *id });
        }
        let placement = taken_over(found, asker, &advice);
        if found.placement.as_ref() != Some(&placement) {
            placements.insert(*id, Some(placement));
        }
    }
    if ids.is_empty() {
        let open = workshop
            .contributions
            .values()
            .filter(|found| found.is_open());
        placements.extend(open.filter_map(|found| {
            let advice = Advice::sure(found)?;
            Some((found.id, Some(taken_over(found, asker, &advice))))
        }));
    }
    if placements.is_empty() {
        Err(Refusal::NothingToAccept)
    } else {
        Ok(Event::ContributionsPlaced { placements })
    }
}

/// The placement that an advice makes when it is accepted.
fn taken_over(contribution: &Contribution, asker: Asker, advice: &Advice) -> Placement {
    Placement {
        accepted: true,
        ..settle(contribution, asker, &advice.place, advice.second.as_ref())
    }
}

/// Puts contributions together. A contribution that is in a group already brings its whole group with it.
pub(in crate::workshop) fn group(
    workshop: &Workshop,
    ids: &[ContributionId],
    label: Option<&Label>,
) -> Result<Option<Event>, Refusal> {
    workshop.require(GROUPING)?;
    let mut members: BTreeSet<ContributionId> = BTreeSet::new();
    let mut merged: BTreeSet<GroupId> = BTreeSet::new();
    for id in ids {
        let found = workshop.known(*id, Asker::FACILITATOR)?;
        members.insert(*id);
        merged.extend(found.group);
    }
    for contribution in workshop.contributions.values() {
        if contribution
            .group
            .is_some_and(|group| merged.contains(&group))
        {
            members.insert(contribution.id);
        }
    }
    if members.len() < 2 {
        return Err(Refusal::GroupOfOne);
    }
    let in_group = |id: &ContributionId| workshop.contributions.get(id)?.group;
    let known_label = |group: &GroupId| workshop.groups.get(group).cloned().flatten();
    let target = merged.first().copied().unwrap_or_else(|| next_id(workshop));
    // A label comes in as one that is read, and of those the bytes are not counted.
    let label = label
        .map(|label| Label::parse(label.as_str()))
        .transpose()?;
    let label = label.or_else(|| merged.iter().find_map(known_label));
    let is_as_it_was = merged.len() == 1
        && label == known_label(&target)
        && members.iter().all(|id| in_group(id) == Some(target));
    let mut groups: BTreeMap<GroupId, Option<Members>> =
        merged.iter().map(|group| (*group, None)).collect();
    let members = Members {
        label,
        contributions: members.into_iter().collect(),
    };
    groups.insert(target, Some(members));
    Ok((!is_as_it_was).then_some(Event::GroupsChanged { groups }))
}

fn next_id(workshop: &Workshop) -> GroupId {
    let last = workshop.groups.keys().next_back().map_or(0, |id| id.0);
    GroupId(last.saturating_add(1))
}

/// Dissolves a group; every contribution in it stands on its own again.
pub(in crate::workshop) fn ungroup(workshop: &Workshop, id: GroupId) -> Result<Event, Refusal> {
    workshop.require(GROUPING)?;
    if !workshop.groups.contains_key(&id) {
        return Err(unknown(Thing::Group, &id.to_string(), []));
    }
    Ok(Event::GroupsChanged {
        groups: BTreeMap::from([(id, None)]),
    })
}

/// Proposes a theme beside the five; it stands in every language as it was written.
pub(in crate::workshop) fn propose_theme(
    workshop: &Workshop,
    id: &ThemeId,
    title: &str,
    definition: &str,
) -> Result<Event, Refusal> {
    workshop.require(SETTLING)?;
    if id.as_str() == Place::NONE || id.as_str() == "unplaced" || workshop.plan.theme(id).is_some()
    {
        return Err(Refusal::Taken { id: id.to_string() });
    }
    if workshop.plan.themes.len() >= MAX_THEMES {
        return Err(Refusal::Full { limit: MAX_THEMES });
    }
    let title = Name::parse(title)?;
    let title = Localised::same(&Words::parse(title.as_str())?);
    let definition = Localised::same(&Words::parse(definition)?);
    let theme = Theme {
        id: id.clone(),
        heading: title.clone(),
        title,
        definition,
        tie_break: Localised::default(),
    };
    Ok(Event::ThemeProposed {
        theme: Box::new(theme),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::id::ParticipantId;
    use crate::workshop::entry::Advisor;
    use crate::workshop::given::{Given, entered, given, joined, p, wrote};

    /// Four people sorted n0001 as told; n0002 nobody did.
    fn sorted(places: [&str; 4]) -> Given {
        let people = [joined(1), joined(2), joined(3), joined(4)];
        let cards = [wrote(1, 1), wrote(2, 2), wrote(3, 3), entered("sort")];
        let mut group = given(people.into_iter().chain(cards));
        for (seat, place) in (1..).zip(places) {
            let mut sort = json!({"type": "sort", "contribution": "n0001", "primary": place});
            if let Some((primary, second)) = place.split_once('+') {
                sort["primary"] = json!(primary);
                sort["second"] = json!(second);
            }
            group = group.having(p(seat), sort);
        }
        group.then_happens(entered("converge"))
    }

    fn placement(primary: &str, second: Option<&str>, suggested: Option<(&str, u16)>) -> Placement {
        Placement {
            primary: primary.parse().unwrap(),
            second: second.map(|second| second.parse().unwrap()),
            by: ParticipantId::FACILITATOR,
            suggested: suggested.map(|(place, _)| place.parse().unwrap()),
            confidence: suggested.map(|(_, share)| share),
            advisor: suggested.map(|_| Advisor::Group),
            accepted: false,
        }
    }

    /// What accepting makes of the same.
    fn taken(placement: Placement) -> Placement {
        Placement {
            accepted: true,
            ..placement
        }
    }

    fn placed(id: u32, placement: Option<Placement>) -> Event {
        Event::ContributionsPlaced {
            placements: BTreeMap::from([(ContributionId(id), placement)]),
        }
    }

    /// The label and the members of a group, or that it is dissolved.
    type Group<'a> = Option<(&'a str, &'a [u32])>;

    fn grouped(groups: &[(u32, Group<'_>)]) -> Event {
        let members = |(label, ids): (&str, &[u32])| Members {
            label: Some(label)
                .filter(|label| !label.is_empty())
                .map(|label| label.parse().unwrap()),
            contributions: ids.iter().map(|id| ContributionId(*id)).collect(),
        };
        Event::GroupsChanged {
            groups: groups
                .iter()
                .map(|(id, found)| (GroupId(*id), found.map(members)))
                .collect(),
        }
    }

    #[test]
    fn the_facilitator_settles_against_the_group_and_both_are_kept() {
        let group = sorted(["wellbeing", "wellbeing", "wellbeing", "none"]);
        let place = json!({"type": "place", "contributions": ["n0001"], "primary": "ai-support", "second": "wellbeing"});
        let settled = placement("ai-support", Some("wellbeing"), Some(("wellbeing", 750)));
        group.when_led(place.clone()).then(placed(1, Some(settled)));
        let group = group.led(place.clone());
        group.when_led(place).then_nothing();
        assert_eq!(group.contribution(1).sorts.len(), 4);
        let nowhere = json!({"type": "place", "contributions": ["n0001"], "primary": null});
        group.when_led(nowhere).then(placed(1, None));
    }

    #[test]
    fn none_of_the_five_is_a_settled_place_too() {
        let group = sorted(["wellbeing", "wellbeing", "none", "none"]);
        group
            .when_led(json!({"type": "place", "contributions": ["n0001"], "primary": "none"}))
            .then(placed(1, Some(placement("none", None, None))));
        group
            .when_led(json!({"type": "place", "contributions": ["n0001"], "primary": "none", "second": "wellbeing"}))
            .refused(Refusal::SecondPlace);
    }

    #[test]
    fn accepting_takes_what_more_than_half_chose_with_their_second_theme() {
        let group = sorted([
            "wellbeing+ai-support",
            "wellbeing+ai-support",
            "wellbeing",
            "none",
        ]);
        let settled = taken(placement(
            "wellbeing",
            Some("ai-support"),
            Some(("wellbeing", 750)),
        ));
        let all = json!({"type": "accept"});
        group
            .when_led(all.clone())
            .then(placed(1, Some(settled.clone())));
        let one = json!({"type": "accept", "contributions": ["n0001"]});
        group.when_led(one.clone()).then(placed(1, Some(settled)));
        let group = group.led(all.clone());
        group.when_led(all).refused(Refusal::NothingToAccept);
        group.when_led(one).refused(Refusal::NothingToAccept);
    }

    #[test]
    fn what_is_contested_is_not_accepted() {
        for places in [
            ["wellbeing", "wellbeing", "none", "none"],
            // The most named, but not by more than half.
            ["wellbeing", "wellbeing", "none", "ai-support"],
        ] {
            let group = sorted(places);
            let one = json!({"type": "accept", "contributions": ["n0001"]});
            group.when_led(one).refused(Refusal::NoMajority);
            group
                .when_led(json!({"type": "accept"}))
                .refused(Refusal::NothingToAccept);
        }
    }

    #[test]
    fn how_the_group_sorted_shows_when_it_comes_together() {
        let group = sorted(["wellbeing", "wellbeing", "none", "none"]);
        let tally = group.contribution(1).tally.clone().unwrap();
        assert_eq!(tally.values().copied().collect::<Vec<_>>(), [2, 2]);
        let unsort = json!({"type": "sort", "contribution": "n0001", "primary": null});
        let mut again = group.then_happens(entered("sort"));
        for seat in 1..=4 {
            again = again.having(p(seat), unsort.clone());
        }
        let again = again.then_happens(entered("converge"));
        assert_eq!(again.contribution(1).tally, Some(BTreeMap::new()));
    }

    #[test]
    fn groups_merge_keep_every_text_and_come_apart_again() {
        let ask = |ids: [&str; 2], label: Option<&str>| json!({"type": "group", "contributions": ids, "label": label});
        let group = given([
            wrote(1, 1),
            wrote(2, 2),
            wrote(3, 3),
            wrote(4, 4),
            entered("converge"),
        ]);
        group
            .when_led(ask(["n0001", "n0002"], Some("Time")))
            .then(grouped(&[(1, Some(("Time", &[1, 2])))]));
        let two = group
            .led(ask(["n0001", "n0002"], Some("Time")))
            .led(ask(["n0003", "n0004"], None));
        two.when_led(ask(["n0001", "n0002"], None)).then_nothing();
        two.when_led(ask(["n0001", "n0002"], Some("More time")))
            .then(grouped(&[(1, Some(("More time", &[1, 2])))]));
        let merge = ask(["n0002", "n0003"], None);
        let merged = grouped(&[(1, Some(("Time", &[1, 2, 3, 4]))), (2, None)]);
        two.when_led(merge.clone()).then(merged.clone());
        assert_eq!(merged.outcome().group, Some(GroupId(1)));

        let one = two.clone().led(merge);
        assert_eq!(one.contribution(3).text.as_str(), "need 3");
        assert_eq!(
            one.clone().led(json!({"type": "undo"})).0.groups(),
            two.0.groups()
        );
        one.when_led(json!({"type": "ungroup", "group": "g01"}))
            .then(grouped(&[(1, None)]));
        let apart = one.led(json!({"type": "ungroup", "group": "g01"}));
        assert!(apart.0.groups().is_empty());
        assert_eq!(apart.contribution(3).group, None);
        apart
            .when_led(json!({"type": "ungroup", "group": "g01"}))
            .refused_as("unknown-group");
    }

    #[test]
    fn a_group_takes_two_that_are_in_the_open() {
        let group = given([wrote(1, 1), entered("share"), wrote(2, 2)]);
        group
            .when_led(json!({"type": "group", "contributions": ["n0001", "n0001"]}))
            .refused(Refusal::GroupOfOne);
        group
            .when_led(json!({"type": "group", "contributions": ["n0001", "n0002"]}))
            .refused_as("unknown-contribution");
    }

    #[test]
    fn a_label_is_as_short_in_bytes_as_any_other_text() {
        let asked = |label: String| json!({"type": "group", "contributions": ["n0001", "n0002"], "label": label});
        let group = given([wrote(1, 1), wrote(2, 2), entered("share")]);
        group.when_led(asked("工".repeat(80))).event();
        group
            .when_led(asked("👨‍👩‍👧‍👦".repeat(80)))
            .refused_as("text-too-long");
    }

    #[test]
    fn a_sixth_theme_may_be_proposed_under_an_id_that_is_free() {
        let group = given([entered("converge")]);
        for id in ["none", "unplaced", "wellbeing"] {
            group
                .when_led(json!({"type": "propose-theme", "id": id, "title": "x"}))
                .refused(Refusal::Taken { id: id.to_owned() });
        }
        let six = group.led(json!({"type": "propose-theme", "id": "a-sixth", "title": "Geld"}));
        let theme = six.0.plan().theme(&"a-sixth".parse().unwrap()).unwrap();
        assert_eq!(theme.title.get(crate::language::Language::Fr), "Geld");
    }
}
