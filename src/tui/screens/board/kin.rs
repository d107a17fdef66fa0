//! Which cards say the same need as the chosen one, as far as the tool can tell. What it proposes as the same is put
//! together with one key; what is only a question is compared first, and never put together by that key.

use std::collections::BTreeSet;

use super::compare::Compare;
use super::offer::suggests;
use super::{Board, shelf};
use crate::id::{ContributionId, GroupId};
use crate::tui::intent::Intent;
use crate::tui::scene::Scene;
use crate::workshop::Command;
use crate::workshop::entry::Contribution;

/// The cards that may say the same as one card and are not in a group with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Kin {
    /// Those that are proposed as the same.
    pub(super) same: Vec<ContributionId>,
    /// How many come along with them, because they are in a group with one of them already.
    pub(super) along: usize,
    /// Those of which it is a question.
    pub(super) like: Vec<ContributionId>,
}

impl Kin {
    /// The kin of a card.
    pub(super) fn of(card: &Contribution, scene: &Scene<'_>) -> Self {
        if !suggests(scene) {
            return Self::default();
        }
        let is_apart = |id: &ContributionId| {
            shelf::found(*id, scene).is_some_and(|other| {
                let is_together = card.group.is_some() && card.group == other.group;
                other.id != card.id && !other.hidden && !other.withdrawn && !is_together
            })
        };
        let mut kin = Self::default();
        for likeness in scene.view.alike() {
            if !likeness.contributions.contains(&card.id) {
                continue;
            }
            for id in likeness.contributions.iter().filter(|id| is_apart(id)) {
                if kin.same.contains(id) || kin.like.contains(id) {
                    continue;
                }
                let list = if likeness.is_same() {
                    &mut kin.same
                } else {
                    &mut kin.like
                };
                list.push(*id);
            }
        }
        kin.along = kin.count_along(card, scene);
        kin
    }

    fn count_along(&self, card: &Contribution, scene: &Scene<'_>) -> usize {
        let group_of = |id: &ContributionId| shelf::found(*id, scene)?.group;
        let groups: BTreeSet<GroupId> = self.same.iter().filter_map(group_of).collect();
        if groups.is_empty() {
            return 0;
        }
        let comes_along = |other: &&Contribution| {
            let is_in_one = other.group.is_some_and(|group| groups.contains(&group));
            is_in_one && other.id != card.id && !self.same.contains(&other.id)
        };
        scene.contributions().filter(comes_along).count()
    }

    /// Whether there is nothing to say.
    pub(super) const fn is_empty(&self) -> bool {
        self.same.is_empty() && self.like.is_empty()
    }
}

impl Board {
    fn kin(&self, scene: &Scene<'_>) -> Kin {
        let card = self.chosen(scene);
        card.map_or_else(Kin::default, |card| Kin::of(card, scene))
    }

    /// Whether some card may say the same as the chosen one.
    pub(super) fn has_kin(&self, scene: &Scene<'_>) -> bool {
        !self.kin(scene).is_empty()
    }

    /// Puts all that is proposed as the same together with the chosen card.
    pub(super) fn join(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        let kin = Kin::of(card, scene);
        if kin.same.is_empty() {
            return vec![Intent::info(scene.say("board-only-question"))];
        }
        let mut contributions = vec![card.id];
        contributions.extend(&kin.same);
        vec![joining(contributions)]
    }

    /// Opens the texts that may say the same beside the chosen one.
    pub(super) fn compare(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        let kin = Kin::of(card, scene);
        let others: Vec<ContributionId> = kin.same.into_iter().chain(kin.like).collect();
        match Compare::of(card.id, others) {
            Some(compare) => vec![Intent::Open(Box::new(compare))],
            None => Vec::new(),
        }
    }
}

/// Asks that cards are put together, under no name.
pub(super) const fn joining(contributions: Vec<ContributionId>) -> Intent {
    Intent::Ask(Command::Group {
        contributions,
        label: None,
    })
}
