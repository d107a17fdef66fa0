//! The facilitator's board: what waits to be settled with the chosen card in large, and below it a column for each
//! theme and one for none of them. The keys are in `board/keys.rs`; what they do is in `board/settling.rs` where the
//! person decides, in `board/accepting.rs` where they take over what is suggested.

mod accepting;
mod all_sure;
pub(super) mod audience;
mod compare;
mod counsel;
pub(super) mod deck;
mod face;
pub(super) mod ground;
mod keys;
mod kin;
mod news;
pub(super) mod offer;
mod pointing;
mod settling;
pub(super) mod shelf;
mod teaching;

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::id::ContributionId;
use crate::seat::Update;
use crate::text::fold;
use crate::tui::binding::Binding;
use crate::tui::field::TextField;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::workshop::entry::{Contribution, Place};
use deck::Deck;
use ground::Ground;
use news::Before;
use offer::Offers;
use pointing::Drag;
pub(super) use settling::{definitions, typed_in};
use shelf::Marked;

/// Cards that one page turns.
const PAGE: isize = 8;

/// The board of the facilitator.
#[derive(Debug, Default)]
pub(super) struct Board {
    pane: Pane,
    /// The card each list stands at. By number, so that what others do does not move it.
    at: BTreeMap<Pane, ContributionId>,
    marked: Marked,
    /// The next digit is the second theme.
    awaits_second: bool,
    search: Option<TextField>,
    /// Letters go to the search.
    is_searching: bool,
    drag: Option<Drag>,
    before: Before,
    /// Gathered when it is first asked for, and again after anything changed.
    deck: OnceCell<Deck>,
}

/// A list of cards.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Pane {
    /// What waits.
    #[default]
    Queue,
    /// What is under a theme.
    Under(Place),
}

impl Board {
    fn deck(&self, scene: &Scene<'_>) -> &Deck {
        self.deck.get_or_init(|| {
            let searched = self.search.as_ref().map(TextField::text);
            let searched = searched.filter(|text| !text.trim().is_empty());
            Deck::gather(
                scene,
                &searched.map_or_else(String::new, |text| fold(&text)),
            )
        })
    }

    /// The cards of a list.
    fn list(&self, pane: &Pane, scene: &Scene<'_>) -> Vec<ContributionId> {
        let deck = self.deck(scene);
        match pane {
            Pane::Queue => deck.queue.iter().map(|waiting| waiting.id).collect(),
            Pane::Under(place) => {
                let column = deck.column_of(place).and_then(|at| deck.columns.get(at));
                column.map_or_else(Vec::new, |column| column.cards.clone())
            }
        }
    }

    /// Where in its cards a list stands.
    fn place_in(&self, pane: &Pane, scene: &Scene<'_>) -> usize {
        let deck = self.deck(scene);
        match pane {
            Pane::Queue => self.at_in_queue(deck),
            Pane::Under(place) => deck
                .column_of(place)
                .map_or(0, |column| self.at_in_column(column, deck)),
        }
    }

    /// Where the queue stands.
    fn at_in_queue(&self, deck: &Deck) -> usize {
        let at = self.at.get(&Pane::Queue).copied();
        let place = at.and_then(|id| deck.place_of(id).or_else(|| self.before.beside(id, deck)));
        place.unwrap_or(0)
    }

    /// Where a column stands.
    fn at_in_column(&self, column: usize, deck: &Deck) -> usize {
        let Some(column) = deck.columns.get(column) else {
            return 0;
        };
        let at = self.at.get(&Pane::Under(column.place.clone()));
        let place = at.and_then(|at| column.cards.iter().position(|id| id == at));
        place.unwrap_or(0)
    }

    /// The column that takes the keys.
    fn focus(&self, deck: &Deck) -> Option<usize> {
        match &self.pane {
            Pane::Queue => None,
            Pane::Under(place) => deck.column_of(place),
        }
    }

    /// The card that is chosen.
    fn chosen<'a>(&self, scene: &Scene<'a>) -> Option<&'a Contribution> {
        let deck = self.deck(scene);
        let id = match self.focus(deck) {
            Some(index) => {
                let column = deck.columns.get(index)?;
                *column.cards.get(self.at_in_column(index, deck))?
            }
            None => deck.queue.get(self.at_in_queue(deck))?.id,
        };
        shelf::found(id, scene)
    }

    /// The cards a key is about: those that are marked, or else the one that is chosen.
    fn meant(&self, scene: &Scene<'_>) -> Vec<ContributionId> {
        let there = |id: &ContributionId| shelf::found(*id, scene).is_some();
        let marked: Vec<ContributionId> = self.marked.keys().copied().filter(there).collect();
        if marked.is_empty() {
            self.chosen(scene)
                .map(|found| found.id)
                .into_iter()
                .collect()
        } else {
            marked
        }
    }

    fn ground(&self, scene: &Scene<'_>, area: Rect) -> Ground {
        let deck = self.deck(scene);
        Ground::of(area, deck.columns.len(), self.focus(deck).unwrap_or(0))
    }

    fn step(&mut self, by: isize, scene: &Scene<'_>) -> Vec<Intent> {
        self.scroll(&self.pane.clone(), by, scene);
        Vec::new()
    }

    fn scroll(&mut self, pane: &Pane, by: isize, scene: &Scene<'_>) {
        let cards = self.list(pane, scene);
        let to = self.place_in(pane, scene).saturating_add_signed(by);
        if let Some(id) = cards.get(to.min(cards.len().saturating_sub(1))) {
            self.at.insert(pane.clone(), *id);
        }
    }

    /// Goes to another column, round and round; from the queue to the first or the last one.
    fn turn(&mut self, by: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let deck = self.deck(scene);
        let count = deck.columns.len().cast_signed();
        let to = match self.focus(deck) {
            Some(at) => at.cast_signed() + by,
            None if by > 0 => 0,
            None => -1,
        };
        let to = to.checked_rem_euclid(count).unwrap_or(0).unsigned_abs();
        if let Some(column) = deck.columns.get(to) {
            self.pane = Pane::Under(column.place.clone());
        }
        Vec::new()
    }

    fn switch(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if self.pane != Pane::Queue {
            self.pane = Pane::Queue;
            return Vec::new();
        }
        // To where the last card went, or else to the first column with cards.
        let columns = &self.deck(scene).columns;
        let filled = columns.iter().find(|column| !column.cards.is_empty());
        if let Some(column) = filled.or(columns.first()) {
            self.pane = Pane::Under(column.place.clone());
        }
        Vec::new()
    }

    fn mark(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if let Some(found) = self.chosen(scene) {
            if self.marked.remove(&found.id).is_none() {
                let offered = Offers::of(found).first.map(|offer| offer.place);
                self.marked.insert(found.id, offered);
            }
            self.step(1, scene);
        }
        Vec::new()
    }

    /// Whether there is something Escape takes back before it means to stay at this step.
    fn has_begun(&self, scene: &Scene<'_>) -> bool {
        let begun = self.awaits_second || !self.marked.is_empty() || self.search.is_some();
        begun && scene.moving().is_none()
    }

    /// Takes back what was begun last: a second theme, then marks, then a search.
    fn take_back(&mut self) -> Vec<Intent> {
        if self.awaits_second {
            self.awaits_second = false;
        } else if self.marked.is_empty() {
            self.end_search();
        } else {
            self.marked.clear();
        }
        Vec::new()
    }

    fn end_search(&mut self) {
        self.search = None;
        self.is_searching = false;
        self.forget_deck();
    }

    fn forget_deck(&mut self) {
        self.deck = OnceCell::new();
    }
}

impl Screen for Board {
    const BINDINGS: &'static [Binding<Self>] = keys::BINDINGS;

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.paint(scene, area, buf)
    }

    fn title(&self) -> &'static str {
        "board-title"
    }

    fn typed(&mut self, key: Key, scene: &Scene<'_>) -> Option<Vec<Intent>> {
        if let Some(intents) = self.startled(key, scene) {
            return Some(intents);
        }
        if !self.is_searching || scene.moving().is_some() && key.code == KeyCode::Esc {
            return None;
        }
        let field = self.search.as_mut()?;
        match key.code {
            KeyCode::Enter => self.is_searching = false,
            KeyCode::Esc => self.end_search(),
            _ if field.press(key) => self.forget_deck(),
            _ => return None,
        }
        if self.search.as_ref().is_some_and(TextField::is_blank) && !self.is_searching {
            self.end_search();
        }
        Some(Vec::new())
    }

    fn pasted(&mut self, text: &str, _scene: &Scene<'_>) -> Vec<Intent> {
        if let Some(field) = self.search.as_mut().filter(|_| self.is_searching) {
            field.paste(text);
            self.forget_deck();
        }
        Vec::new()
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        self.point(mouse, area, scene)
    }

    fn heard(&mut self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        self.hear(update, scene);
        Self::answered(update, scene).into_iter().collect()
    }
}
