//! Parallel sorting: everyone gets a small slice that overlaps with others', so that nobody tires and disagreement
//! shows.

use std::collections::BTreeMap;

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

/// Deals every contribution to [`OVERLAP`] people, as evenly as it goes: over the shuffled contributions, round and
/// round the shuffled participants. Three in a row are three different people where there are three.
pub(in crate::workshop) fn deal(
    workshop: &Workshop,
    step: &Step,
) -> BTreeMap<ParticipantId, Vec<ContributionId>> {
    let mut people: Vec<ParticipantId> = workshop
        .present()
        .map(|participant| participant.id)
        .collect();
    let mut chance = Chance::of(workshop.plan.seed, step.id.as_str());
    chance.shuffle(&mut people);
    let mut deck = to_sort(workshop, step);
    chance.shuffle(&mut deck);
    let times = OVERLAP.min(people.len());
    let mut slices: BTreeMap<ParticipantId, Vec<ContributionId>> = BTreeMap::new();
    let dealt = deck.iter().flat_map(|id| std::iter::repeat_n(*id, times));
    for (id, participant) in dealt.zip(people.iter().cycle()) {
        slices.entry(*participant).or_default().push(id);
    }
    slices
}

/// A slice for somebody who comes while the others sort: as many as the others have, least looked at first.
pub(in crate::workshop) fn late(
    workshop: &Workshop,
    _newcomer: ParticipantId,
) -> Vec<ContributionId> {
    let Some((_, step)) = workshop.step() else {
        return Vec::new();
    };
    let mut looks: BTreeMap<ContributionId, usize> = BTreeMap::new();
    for id in workshop.slices.values().flatten() {
        let count = looks.entry(*id).or_default();
        *count = count.saturating_add(1);
    }
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
