//! The board as the group fills it: every theme with its cards, and the card before everyone on top.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::grid::{self, Cell};
use super::notes::Note;
use super::wall;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::{after, below, prose};
use crate::workshop::entry::Contribution;

/// Draws it.
pub(super) fn draw(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let mut rest = page;
    if let Some(before_all) = wall::spotlit(scene) {
        rest = draw_spotlit(scene, before_all, page, buf);
    }
    let none = scene.say("projector-none");
    let places = grid::places(scene, &none);
    let mut placed: Vec<Vec<&Contribution>> = vec![Vec::new(); places.len()];
    let mut unplaced = 0_usize;
    for contribution in scene.contributions() {
        let place = contribution.placement.as_ref().map(|found| &found.primary);
        match place {
            None => unplaced += 1,
            Some(place) => {
                let at = places.iter().position(|(known, _)| known == place);
                if let Some(under) = at.and_then(|at| placed.get_mut(at)) {
                    under.push(contribution);
                }
            }
        }
    }
    if unplaced > 0 && rest.height > 2 {
        let words = scene.say_with("projector-unplaced", &[("count", unplaced.into())]);
        let words = prose::cut(&words, rest.width, scene.look);
        prose::put(buf, rest, &words, scene.look.style(Paint::Accent));
        rest = below(rest, 2);
    }
    let cells: Vec<Cell<'_>> = places
        .iter()
        .zip(&placed)
        .enumerate()
        .map(|(index, ((_, title), under))| Cell {
            index,
            title,
            line: None,
            count: under.len(),
        })
        .collect();
    let note = |cell: usize, at: usize| {
        let found = placed.get(cell).and_then(|under| under.get(at));
        found.map(|found| Note::of(scene, found))
    };
    grid::draw(scene, &cells, note, rest, buf);
}

/// Draws the card before everyone above the board, and answers what is left below.
fn draw_spotlit(
    scene: &Scene<'_>,
    contribution: &Contribution,
    page: Rect,
    buf: &mut Buffer,
) -> Rect {
    let look = scene.look;
    let sign = format!("{} ", look.sign(Sign::Spotlight));
    let used = prose::put(buf, page, &sign, look.style(Paint::Accent));
    let lines = after(page, used);
    let lines = Rect {
        height: page.height / 3,
        ..lines
    };
    let text = look.style(Paint::Strong);
    let rows = prose::flow(buf, lines, contribution.text.as_str(), text);
    let from = wall::origin(scene, contribution);
    let from = prose::cut(&from, lines.width, look);
    let line = below(after(page, used), rows);
    prose::put(buf, line, &from, look.style(Paint::Quiet));
    below(page, rows.saturating_add(2))
}
