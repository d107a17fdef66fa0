//! The cards of the board in their order: what waits to be settled, and what stands under each theme. Gathered once
//! for each change of the workshop, not for each frame.

use std::borrow::Cow;

use super::offer::next_best;
use crate::id::ContributionId;
use crate::text::fold;
use crate::tui::look::Sign;
use crate::tui::scene::Scene;
use crate::vocabulary::Role;
use crate::workshop::advice::Advice;
use crate::workshop::agreement::{Agreement, alpha};
use crate::workshop::entry::{Contribution, Group, Place, Tally};

/// The cards of the board.
#[derive(Debug)]
pub(in crate::tui::screens) struct Deck {
    /// What is not settled: what the group does not agree on first, least agreed first; then what is least sure first.
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
    /// How many of those that wait are sure enough to be settled without looking at each alone.
    pub(in crate::tui::screens) sure: usize,
    /// How far the group agrees on the whole.
    pub(in crate::tui::screens) alpha: Option<f64>,
}

/// A card that waits.
#[derive(Debug, Clone, Copy)]
pub(in crate::tui::screens) struct Waiting {
    /// Which.
    pub(in crate::tui::screens) id: ContributionId,
    /// How clear it is where it belongs.
    pub(in crate::tui::screens) mark: Mark,
    /// The column Enter would put it in.
    pub(in crate::tui::screens) first: Option<usize>,
    /// The column of the next best place.
    pub(in crate::tui::screens) next: Option<usize>,
}

/// How clear it is where a card belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui::screens) enum Mark {
    /// The group does not agree.
    Contested,
    /// Sure enough to be settled without looking at it alone.
    Sure,
    /// Some place is suggested.
    Probable,
    /// No place is suggested.
    Open,
}

impl Mark {
    /// The sign beside a card.
    pub(in crate::tui::screens) const fn sign(self) -> Sign {
        match self {
            Self::Contested => Sign::Contested,
            Self::Sure => Sign::Sure,
            Self::Probable => Sign::Probable,
            Self::Open => Sign::Open,
        }
    }
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
            sure: 0,
            alpha: None,
        };
        let mut waiting = Vec::new();
        let mut tallies = Vec::new();
        for found in scene.contributions().filter(|found| found.shared) {
            let tally = tally(found, scene);
            let is_found = searched.is_empty() || answers(found, searched);
            deck.all += usize::from(!found.hidden);
            if !deck.put(found, is_found) && !found.hidden {
                let (urgency, card) = deck.waiting(found, &tally, scene);
                deck.contested += usize::from(card.mark == Mark::Contested);
                deck.sure += usize::from(card.mark == Mark::Sure);
                if is_found {
                    waiting.push((urgency, card));
                }
            }
            if found.counts() {
                tallies.push(tally);
            }
        }
        deck.alpha = alpha(tallies.iter().map(Cow::as_ref));
        waiting.sort_unstable_by_key(|(urgency, _)| *urgency);
        deck.queue = waiting.into_iter().map(|(_, card)| card).collect();
        deck
    }

    /// A card that waits, with what is advised for it, which only the facilitator is told; and when its turn is.
    fn waiting(
        &self,
        found: &Contribution,
        tally: &Tally,
        scene: &Scene<'_>,
    ) -> (Urgency, Waiting) {
        let agreement = Agreement::of(tally);
        let leads = scene.role == Role::Facilitator;
        let sure = leads.then(|| Advice::sure(found)).flatten();
        let is_sure = sure.is_some();
        let advice = sure.or_else(|| leads.then(|| Advice::of(found)).flatten());
        let mark = match (&advice, is_sure) {
            _ if agreement.is_contested() => Mark::Contested,
            (_, true) => Mark::Sure,
            (Some(_), false) => Mark::Probable,
            (None, false) => Mark::Open,
        };
        let first = advice.as_ref().map(|advice| &advice.place);
        let next = first.and_then(|first| next_best(found, first, tally));
        let card = Waiting {
            id: found.id,
            mark,
            first: first.and_then(|place| self.column_of(place)),
            next: next.and_then(|(place, _)| self.column_of(place)),
        };
        let sureness = advice.map_or(0, |advice| advice.confidence);
        (urgency(found.id, &agreement, sureness), card)
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

    /// Where in the queue a card waits.
    pub(in crate::tui::screens) fn place_of(&self, id: ContributionId) -> Option<usize> {
        self.queue.iter().position(|waiting| waiting.id == id)
    }

    /// The column of a place.
    pub(in crate::tui::screens) fn column_of(&self, place: &Place) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.place == *place)
    }
}

/// What waits is looked at in this order: what is contested, least agreed first; then what is least sure.
type Urgency = (bool, u64, ContributionId);

fn urgency(id: ContributionId, agreement: &Agreement, sureness: u16) -> Urgency {
    if !agreement.is_contested() {
        return (true, u64::from(sureness), id);
    }
    // The share is in millionths, so that it orders as the fraction does.
    let votes = u64::from(agreement.votes).saturating_mul(1_000_000);
    let share = votes.checked_div(u64::from(agreement.sorted));
    (false, share.unwrap_or(0), id)
}

fn answers(found: &Contribution, searched: &str) -> bool {
    found.id.to_string().contains(searched) || fold(found.text.as_str()).contains(searched)
}
