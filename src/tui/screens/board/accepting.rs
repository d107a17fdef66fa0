//! Taking over what is offered: for the chosen card, for marked ones, or for all that is sure. What is asked of the
//! room always carries the place that was shown, so that a suggestion that changed meanwhile is refused.

use std::collections::BTreeMap;

use super::Board;
use super::all_sure::AllSure;
use super::deck::Mark;
use super::offer::{Offers, doubted, named};
use super::shelf::{Marked, found};
use crate::id::ContributionId;
use crate::tui::intent::Intent;
use crate::tui::scene::Scene;
use crate::workshop::Command;
use crate::workshop::agreement::Agreement;
use crate::workshop::entry::{Contribution, Place};

impl Board {
    /// Takes over what is offered for the cards that are meant.
    pub(super) fn accept(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if !self.marked.is_empty() {
            return self.accept_marked(scene);
        }
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        let Some(offer) = Offers::of(card).first else {
            return vec![Intent::trouble(why_not(card, scene))];
        };
        self.go_past(&[card.id], scene);
        vec![accepting(BTreeMap::from([(card.id, offer.place)]))]
    }

    /// Marked cards each go where they were shown to go when they were marked. What was not shown then stays marked,
    /// with what is offered by now, so that the same key takes it the next time.
    fn accept_marked(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let mut taken = BTreeMap::new();
        let mut left = Marked::new();
        for (id, shown) in std::mem::take(&mut self.marked) {
            let card = found(id, scene).filter(|card| card.is_open());
            let offered = card.and_then(|card| Offers::of(card).first);
            match offered.map(|offer| offer.place) {
                Some(place) if Some(&place) == shown.as_ref() => {
                    taken.insert(id, place);
                }
                offered => {
                    left.insert(id, offered);
                }
            }
        }
        let mut intents = Vec::new();
        if !left.is_empty() {
            let words = scene.say_with("board-left-marked", &[("count", left.len().into())]);
            intents.push(Intent::trouble(words));
        }
        self.marked = left;
        if !taken.is_empty() {
            let ids: Vec<ContributionId> = taken.keys().copied().collect();
            self.go_past(&ids, scene);
            intents.push(accepting(taken));
        }
        intents
    }

    /// Puts the chosen card at the next best place.
    pub(super) fn put_next_best(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if !self.marked.is_empty() {
            return vec![Intent::trouble(scene.say("board-one-card"))];
        }
        let Some(card) = self.chosen(scene) else {
            return Vec::new();
        };
        let offers = Offers::of(card);
        let Some(next) = offers.next else {
            let words = match offers.first {
                Some(_) => scene.say("board-no-next"),
                None => why_not(card, scene),
            };
            return vec![Intent::trouble(words)];
        };
        self.put(&next.place, scene)
    }

    /// Shows all that is sure, to be taken over at once.
    pub(super) fn accept_all(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let queue = self.deck(scene).queue.iter();
        let sure = queue.filter(|waiting| waiting.mark == Mark::Sure);
        match AllSure::of(sure.map(|waiting| waiting.id), scene) {
            Some(all) => vec![Intent::Open(Box::new(all))],
            None => vec![Intent::info(scene.say("board-none-sure"))],
        }
    }
}

/// Asks that these go where they were shown to go.
pub(super) fn accepting(expected: BTreeMap<ContributionId, Place>) -> Intent {
    Intent::Ask(Command::Accept {
        contributions: expected.keys().copied().collect(),
        expected,
    })
}

/// Why nothing is offered for a card, and what to do.
fn why_not(card: &Contribution, scene: &Scene<'_>) -> String {
    let doubted: Vec<String> = doubted(card)
        .map(|ranked| named(&ranked.place, scene))
        .collect();
    if let [first, second] = doubted.as_slice() {
        let variables = [
            ("first", first.as_str().into()),
            ("second", second.as_str().into()),
        ];
        return scene.say_with("board-why-doubt", &variables);
    }
    if Agreement::of(&card.count_sorts()).sorted > 0 {
        scene.say("board-why-divided")
    } else {
        scene.say("board-why-nobody")
    }
}
