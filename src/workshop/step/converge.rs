//! The plenary settles what is contested, and puts different wordings of one need together.

use std::collections::{BTreeMap, BTreeSet};

use crate::id::{ContributionId, GroupId, ThemeId};
use crate::language::Localised;
use crate::text::{Label, Name, Words};
use crate::vocabulary::StepKind;
use crate::workshop::Workshop;
use crate::workshop::agreement::Agreement;
use crate::workshop::command::Asker;
use crate::workshop::decide::unknown;
use crate::workshop::entry::{Contribution, Place, Placement};
use crate::workshop::event::{Event, Members};
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
        if !contribution.sorts.is_empty() {
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

/// A placement, with what the group suggested beside it.
fn settle(
    contribution: &Contribution,
    asker: Asker,
    primary: &Place,
    second: Option<&Place>,
) -> Placement {
    let agreement = Agreement::of(&contribution.count_sorts());
    let share = agreement.modal.as_ref().and_then(|_| {
        agreement
            .votes
            .saturating_mul(1_000)
            .checked_div(agreement.sorted)
            .and_then(|share| u16::try_from(share).ok())
    });
    Placement {
        primary: primary.clone(),
        second: second.cloned(),
        by: asker.seat,
        suggested: agreement.modal,
        confidence: share,
    }
}

/// Settles contributions as the group sorted them: those named, or all that are not settled and not contested.
pub(in crate::workshop) fn accept(
    workshop: &Workshop,
    asker: Asker,
    ids: &[ContributionId],
) -> Result<Event, Refusal> {
    workshop.require(SETTLING)?;
    let mut placements = BTreeMap::new();
    for id in ids {
        let found = workshop.known(*id, asker)?;
        let modal = Agreement::of(&found.count_sorts())
            .modal
            .ok_or(Refusal::NoMajority)?;
        placements.insert(
            *id,
            Some(settle(
                found,
                asker,
                &modal,
                modal_second(found, &modal).as_ref(),
            )),
        );
    }
    if ids.is_empty() {
        for found in workshop.contributions.values().filter(|found| {
            found.shared && !found.hidden && !found.withdrawn && found.placement.is_none()
        }) {
            let agreement = Agreement::of(&found.count_sorts());
            if let Some(modal) = agreement
                .modal
                .as_ref()
                .filter(|_| !agreement.is_contested())
            {
                let second = modal_second(found, modal);
                placements.insert(found.id, Some(settle(found, asker, modal, second.as_ref())));
            }
        }
    }
    if placements.is_empty() {
        Err(Refusal::NothingToAccept)
    } else {
        Ok(Event::ContributionsPlaced { placements })
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

/// Puts contributions together. A contribution that is in a group already brings its whole group with it.
pub(in crate::workshop) fn group(
    workshop: &Workshop,
    ids: &[ContributionId],
    label: Option<&Label>,
) -> Result<Event, Refusal> {
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
    let target = merged.first().copied().unwrap_or_else(|| next_id(workshop));
    let earlier = merged
        .iter()
        .find_map(|group| workshop.groups.get(group).cloned().flatten());
    let mut groups: BTreeMap<GroupId, Option<Members>> =
        merged.iter().map(|group| (*group, None)).collect();
    let members = Members {
        label: label.cloned().or(earlier),
        contributions: members.into_iter().collect(),
    };
    groups.insert(target, Some(members));
    Ok(Event::GroupsChanged { groups })
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
