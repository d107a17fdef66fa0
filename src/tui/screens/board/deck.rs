//! The cards of the board in their order: what waits to be settled, and what stands under each theme. Gathered once
//! for each change of the workshop, not for each frame.

use std::borrow::Cow;

use crate::id::ContributionId;
use crate::text::fold;
use crate::tui::scene::Scene;
use crate::vocabulary::Role;
use crate::workshop::agreement::{Agreement, alpha};
use crate::workshop::entry::{Contribution, Group, Place, Tally};

/// The cards of the board.
#[derive(Debug)]
pub(in crate::tui::screens) struct Deck {
    /// What is not settled: what the group does not agree on first, then from least to most agreed.
    pub(in crate::tui::screens) queue: Vec<Waiting>,
    /// The themes of the plan, and at the end what belongs to none of them.
    pub(in crate::tui::screens) columns: Vec<Column>,
    /// The needs that were said in several wordings.
    pub(in crate::tui::screens) groups: Vec<Group>,
    /// How many are settled, whatever was searched for.
    pub(in crate::tui::screens) settled: usize,
    /// Out of how many.
    pub(in crate::tui::screens) all: usize,
    /// How many of those that wait the group does not agree on.
    pub(in crate::tui::screens) contested: usize,
    /// How many of those that wait can be settled as the group sorted them.
    pub(in crate::tui::screens) agreed: usize,
    /// How far the group agrees on the whole.
    pub(in crate::tui::screens) alpha: Option<f64>,
}

/// A card that waits.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui::screens) struct Waiting {
    /// Which.
    pub(in crate::tui::screens) id: ContributionId,
    /// Whether the group does not agree on it.
    pub(in crate::tui::screens) is_contested: bool,
}

/// What stands under one theme.
#[derive(Debug)]
pub(in crate::tui::screens) struct Column {
    /// The theme.
    pub(in crate::tui::screens) place: Place,
    /// The cards that belong there first.
    pub(in crate::tui::screens) cards: Vec<ContributionId>,
    /// How many of these count in the tables.
    pub(in crate::tui::screens) count: usize,
    /// How many cards belong there second.
    pub(in crate::tui::screens) seconds: usize,
}

/// How the group sorted a card, as far as this seat may know.
pub(in crate::tui::screens) fn tally<'a>(
    contribution: &'a Contribution,
    scene: &Scene<'_>,
) -> Cow<'a, Tally> {
    match (&contribution.tally, scene.role) {
        (_, Role::Facilitator) => Cow::Owned(contribution.count_sorts()),
        (Some(shown), _) => Cow::Borrowed(shown),
        (None, _) => Cow::Owned(Tally::new()),
    }
}

impl Deck {
    /// Gathers the cards that answer to what was searched for, already folded.
    pub(in crate::tui::screens) fn gather(scene: &Scene<'_>, searched: &str) -> Self {
        let themes = scene.view.plan().themes.iter();
        let places = themes.map(|theme| Place::Theme(theme.id.clone()));
        let column = |place| Column {
            place,
            cards: Vec::new(),
            count: 0,
            seconds: 0,
        };
        let mut deck = Self {
            queue: Vec::new(),
            columns: places.chain([Place::None]).map(column).collect(),
            groups: scene.view.groups(),
            settled: 0,
            all: 0,
            contested: 0,
            agreed: 0,
            alpha: None,
        };
        let mut waiting = Vec::new();
        let mut tallies = Vec::new();
        for found in scene.contributions().filter(|found| found.shared) {
            let tally = tally(found, scene);
            let agreement = Agreement::of(&tally);
            if found.counts() {
                tallies.push(tally);
            }
            let is_found = searched.is_empty() || answers(found, searched);
            deck.all += usize::from(!found.hidden);
            if deck.put(found, is_found) || found.hidden {
                continue;
            }
            let is_contested = agreement.is_contested();
            deck.contested += usize::from(is_contested);
            deck.agreed += usize::from(!is_contested && agreement.modal.is_some());
            if is_found {
                waiting.push((found.id, agreement));
            }
        }
        deck.alpha = alpha(tallies.iter().map(Cow::as_ref));
        waiting.sort_by_cached_key(|(id, agreement)| urgency(*id, agreement));
        deck.queue = waiting
            .into_iter()
            .map(|(id, agreement)| Waiting {
                id,
                is_contested: agreement.is_contested(),
            })
            .collect();
        deck
    }

    /// Puts a card in its column; says whether it has one.
    fn put(&mut self, found: &Contribution, is_found: bool) -> bool {
        let Some(placement) = &found.placement else {
            return false;
        };
        self.settled += usize::from(!found.hidden);
        for column in &mut self.columns {
            if column.place == placement.primary {
                column.count += usize::from(found.counts());
                if is_found {
                    column.cards.push(found.id);
                }
            } else if Some(&column.place) == placement.second.as_ref() {
                column.seconds += usize::from(found.counts());
            }
        }
        true
    }

    /// The other wordings of the need a card says.
    pub(in crate::tui::screens) fn group_of(&self, found: &Contribution) -> Option<&Group> {
        let id = found.group?;
        self.groups.iter().find(|group| group.id == id)
    }

    /// The column of a place.
    pub(in crate::tui::screens) fn column_of(&self, place: &Place) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.place == *place)
    }
}

/// What waits is discussed in this order. The share is in millionths, so that it orders as the fraction does.
fn urgency(id: ContributionId, agreement: &Agreement) -> (u8, u64, ContributionId) {
    let class = match (agreement.is_contested(), agreement.sorted) {
        (true, _) => 0,
        (false, 1..) => 1,
        (false, 0) => 2,
    };
    let votes = u64::from(agreement.votes).saturating_mul(1_000_000);
    let share = votes.checked_div(u64::from(agreement.sorted));
    (class, share.unwrap_or(0), id)
}

fn answers(found: &Contribution, searched: &str) -> bool {
    found.id.to_string().contains(searched) || fold(found.text.as_str()).contains(searched)
}
