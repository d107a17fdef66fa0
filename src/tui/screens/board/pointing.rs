//! What the mouse does on the board: a click chooses, a card dragged to a column is put there, the wheel turns the
//! list under it.

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect};

use super::ground::{HEAD, Part, rows, under};
use super::shelf::Shelf;
use super::{Board, Pane};
use crate::id::ContributionId;
use crate::tui::intent::Intent;
use crate::tui::scene::Scene;
use crate::tui::screen::Mouse;

/// Cards that one notch of the wheel turns.
const NOTCH: isize = 2;

/// A card that is dragged.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drag {
    /// The card, which may be gone before it is let go of.
    card: ContributionId,
    /// The column it is over, when that is another one than it came from.
    pub(super) over: Option<usize>,
}

/// What is at a place.
struct Hit {
    pane: Pane,
    card: Option<ContributionId>,
}

impl Board {
    pub(super) fn point(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let hit = self.hit(mouse.at, area, scene);
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                self.drag = None;
                self.look_elsewhere();
                if let Some(hit) = hit {
                    self.pane = hit.pane;
                    if let Some(card) = hit.card {
                        self.at.insert(self.pane.clone(), card);
                        self.drag = Some(Drag { card, over: None });
                    }
                }
            }
            MouseEventKind::Drag(MouseButton::Left) => {
                let pane = hit.map(|hit| hit.pane).filter(|pane| *pane != self.pane);
                let deck = self.deck(scene);
                let over = match &pane {
                    Some(Pane::Under(place)) => deck.column_of(place),
                    _ => None,
                };
                if let Some(drag) = &mut self.drag {
                    drag.over = over;
                }
            }
            MouseEventKind::Up(MouseButton::Left) => {
                return self.drop(scene);
            }
            MouseEventKind::ScrollDown | MouseEventKind::ScrollUp => {
                let by = match mouse.kind {
                    MouseEventKind::ScrollDown => NOTCH,
                    _ => -NOTCH,
                };
                if let Some(hit) = hit {
                    self.scroll(&hit.pane, by, scene);
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Lets go of a card; it is put in the column it is over.
    fn drop(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        let Some(drag) = self.drag.take() else {
            return Vec::new();
        };
        let column = drag
            .over
            .and_then(|over| self.deck(scene).columns.get(over));
        let Some(place) = column.map(|column| column.place.clone()) else {
            return Vec::new();
        };
        let is_held = self.chosen(scene).is_some_and(|card| card.id == drag.card);
        if is_held {
            self.put(&place, scene)
        } else {
            vec![Intent::trouble(scene.say("board-look-again"))]
        }
    }

    fn hit(&self, at: Position, area: Rect, scene: &Scene<'_>) -> Option<Hit> {
        let ground = self.ground(scene, area);
        let deck = self.deck(scene);
        if ground.queue.contains(at) {
            let shown = rows(
                &deck.queue,
                Part::Around(self.at_in_queue(deck)),
                ground.queue,
                |_| 1,
            );
            let card = shown.iter().find(|(_, _, row)| row.contains(at));
            return Some(Hit {
                pane: Pane::Queue,
                card: card.map(|(_, waiting, _)| waiting.id),
            });
        }
        let mut places = ground.columns.places();
        let (index, place) = places.find(|(_, place)| place.contains(at))?;
        let column = deck.columns.get(index)?;
        let shelf = Shelf {
            deck,
            columns: ground.columns,
            focus: self.focus(deck),
            target: None,
            marked: &self.marked,
        };
        let part = Part::Around(self.at_in_column(index, deck));
        let shown = shelf.in_column(column, part, under(place, HEAD), scene);
        let card = shown.iter().find(|(_, _, row)| row.contains(at));
        Some(Hit {
            pane: Pane::Under(column.place.clone()),
            card: card.map(|(_, id, _)| **id),
        })
    }
}
