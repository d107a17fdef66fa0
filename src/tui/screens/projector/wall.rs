//! What was shared, in columns under the personas it was written as; and one card before everyone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::notes::{self, Note};
use super::poster::Poster;
use crate::id::PersonaId;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::{after, below, prose};
use crate::workshop::entry::Contribution;

/// The columns between two columns of cards.
const GAP: u16 = 4;
/// The narrowest a column of cards gets where there are several.
const NARROWEST: u16 = 34;

/// The card before everyone, if there is one.
pub(super) fn spotlit<'a>(scene: &Scene<'a>) -> Option<&'a Contribution> {
    let id = scene.view.spotlight()?;
    scene.view.contributions().get(&id)
}

/// Where a card comes from: its kind, its persona and its scenario.
pub(super) fn origin(scene: &Scene<'_>, contribution: &Contribution) -> String {
    let plan = scene.view.plan();
    let persona = contribution.persona.as_ref().map(|id| {
        let found = plan.persona(id);
        found.map_or(id.as_str(), |found| found.role.get(scene.locale.language()))
    });
    let scenario = plan.scenario(&contribution.scenario);
    let scenario = scenario.map(|found| found.title.get(scene.locale.language()));
    let kind = scene.locale.kind(contribution.kind);
    let parts = [Some(kind.as_str()), persona, scenario];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(&format!(" {} ", scene.look.sign(Sign::Between)))
}

/// Draws one card before everyone.
pub(super) fn draw_spotlit(
    scene: &Scene<'_>,
    contribution: &Contribution,
    page: Rect,
    buf: &mut Buffer,
) {
    let mut poster = Poster::new(scene.look);
    let sign = scene.look.sign(Sign::Spotlight);
    poster.say(sign, Paint::Accent);
    poster.big(contribution.text.as_str(), Paint::Strong, page.height);
    poster.say(&origin(scene, contribution), Paint::Text);
    poster.draw(page, buf);
}

/// A line of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    /// The heading of a persona, by its place among those of the cards.
    Head(usize),
    /// A card, by its place among those that may be shown.
    Card(usize),
}

/// Where a block stands.
struct Stand {
    column: u16,
    row: u16,
    block: Block,
}

/// The cards that may be shown, each with its height and the persona it belongs under.
struct Wall {
    notes: Vec<Note>,
    heights: Vec<u16>,
    personas: Vec<usize>,
    heads: Vec<String>,
    rows: u16,
    columns: u16,
    width: u16,
}

/// Draws what was shared in this step.
pub(super) fn draw(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let scenario = scene.view.scenario();
    let shown = scene
        .contributions()
        .filter(|one| scenario.is_none_or(|id| one.scenario == *id));
    let shown: Vec<&Contribution> = shown.collect();
    if shown.is_empty() {
        let mut poster = Poster::new(scene.look);
        let words = scene.say("projector-wall-empty");
        poster.big(&words, Paint::Quiet, page.height / 2);
        return poster.draw(page, buf);
    }
    let wall = Wall::of(scene, &shown, page);
    let stands = wall.latest();
    let cards = stands
        .iter()
        .filter(|stand| matches!(stand.block, Block::Card(_)));
    let left_out = shown.len() - cards.count();
    let mut area = page;
    if left_out > 0 {
        notes::draw_more(scene, left_out, page, buf);
        area = below(page, 1);
    }
    for stand in &stands {
        let left = stand.column.saturating_mul(wall.width.saturating_add(GAP));
        let corner = after(below(area, stand.row), left);
        let place = Rect {
            width: wall.width.min(corner.width),
            ..corner
        };
        wall.draw_block(scene, stand.block, place, buf);
    }
}

impl Wall {
    fn of(scene: &Scene<'_>, shown: &[&Contribution], page: Rect) -> Self {
        let columns = (page.width.saturating_add(GAP) / (NARROWEST + GAP)).max(1);
        let width = (page.width.saturating_add(GAP) / columns).saturating_sub(GAP);
        // A row is kept for saying that there are more. No more cards can be shown than there are rows.
        let rows = page.height.saturating_sub(1).max(1);
        let most = usize::from(columns).saturating_mul(usize::from(rows));
        let latest = shown.get(shown.len().saturating_sub(most)..);
        let latest = latest.unwrap_or_default();
        let (personas, heads) = by_persona(scene, latest);
        let notes: Vec<Note> = latest.iter().map(|one| Note::of(scene, one)).collect();
        let heights = notes
            .iter()
            .map(|note| note.height(width).min(rows.saturating_sub(1).max(1)));
        Self {
            heights: heights.collect(),
            notes,
            personas,
            heads,
            rows,
            columns,
            width,
        }
    }

    /// Where the latest cards stand: as many as fit, and one at the least.
    fn latest(&self) -> Vec<Stand> {
        if let Some(all) = self.flow(self.notes.len(), 1) {
            return all;
        }
        let (mut fits, mut too_many) = (0, self.notes.len() + 1);
        let mut best = Vec::new();
        while fits + 1 < too_many {
            let middle = usize::midpoint(fits, too_many);
            match self.flow(middle, 0) {
                Some(stands) => {
                    fits = middle;
                    best = stands;
                }
                None => too_many = middle,
            }
        }
        best
    }

    /// Lets the latest so many cards flow through the columns, under the headings of their personas, with so many rows
    /// of air between them.
    fn flow(&self, count: usize, air: u16) -> Option<Vec<Stand>> {
        let first = self.notes.len().saturating_sub(count);
        let mut stands = Vec::new();
        let (mut column, mut row) = (0_u16, 0_u16);
        for head in 0..self.heads.len() {
            let cards = self.personas.iter().enumerate().skip(first);
            let cards = cards.filter(|(_, persona)| **persona == head);
            let mut is_headed = false;
            for (card, _) in cards {
                let height = self.heights.get(card).copied().unwrap_or(1);
                let with_head = height.saturating_add(u16::from(!is_headed));
                if row > 0 && row.saturating_add(with_head) > self.rows {
                    column += 1;
                    row = 0;
                    is_headed = false;
                }
                if column >= self.columns {
                    return None;
                }
                if !is_headed {
                    stands.push(Stand {
                        column,
                        row,
                        block: Block::Head(head),
                    });
                    row = row.saturating_add(1);
                    is_headed = true;
                }
                stands.push(Stand {
                    column,
                    row,
                    block: Block::Card(card),
                });
                row = row.saturating_add(height).saturating_add(air);
            }
            // A row of air before the next persona.
            row = row.saturating_add(u16::from(is_headed && air == 0));
        }
        Some(stands)
    }

    fn draw_block(&self, scene: &Scene<'_>, block: Block, place: Rect, buf: &mut Buffer) {
        match block {
            Block::Head(head) => {
                let words = self.heads.get(head).map_or("", String::as_str);
                let words = prose::cut(words, place.width, scene.look);
                prose::put(buf, place, &words, scene.look.style(Paint::Title));
            }
            Block::Card(card) => {
                let height = self.heights.get(card).copied().unwrap_or(1);
                let place = Rect {
                    height: place.height.min(height),
                    ..place
                };
                if let Some(note) = self.notes.get(card) {
                    note.draw(scene, place, buf);
                }
            }
        }
    }
}

/// Under which heading each card belongs, and the headings in the order of the plan.
fn by_persona(scene: &Scene<'_>, cards: &[&Contribution]) -> (Vec<usize>, Vec<String>) {
    let plan = scene.view.plan();
    let mut known: Vec<Option<&PersonaId>> = plan
        .personas
        .iter()
        .map(|persona| Some(&persona.id))
        .collect();
    let mut personas = Vec::with_capacity(cards.len());
    for card in cards {
        let persona = card.persona.as_ref();
        let at = known.iter().position(|one| *one == persona);
        personas.push(at.unwrap_or_else(|| {
            known.push(persona);
            known.len() - 1
        }));
    }
    let heads = known.iter().map(|persona| match persona {
        Some(id) => {
            let found = plan.persona(id);
            let role = found.map(|found| found.role.get(scene.locale.language()));
            role.unwrap_or(id.as_str()).to_owned()
        }
        None => scene.say("projector-no-persona"),
    });
    let heads = heads.collect();
    (personas, heads)
}
