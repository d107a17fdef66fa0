//! Two texts side by side that may say the same need. Enter puts these two together, Escape leaves them apart.

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::face::{kind, origin};
use super::ground::{right_of, top, under};
use super::kin::joining;
use super::offer::{named, suggests};
use super::shelf::{clipped, found, line};
use crate::id::ContributionId;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::popup::{centered, framed};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::prose;
use crate::workshop::entry::Contribution;

/// The widest it gets.
const WIDTH: u16 = 96;
/// Rows of a card beside its text: what it is, where it comes from, where it stands.
const AROUND: u16 = 3;
/// Cells between two texts.
const GAP: u16 = 3;

/// Two texts to compare.
#[derive(Debug)]
pub(super) struct Compare {
    chosen: ContributionId,
    /// What it is compared with, one after the other; at least one.
    others: Vec<ContributionId>,
    at: usize,
}

impl Compare {
    /// Compares a card with these; nothing where there are none.
    pub(super) fn of(chosen: ContributionId, others: Vec<ContributionId>) -> Option<Self> {
        (!others.is_empty()).then_some(Self {
            chosen,
            others,
            at: 0,
        })
    }

    fn step(&mut self, by: isize) -> Vec<Intent> {
        let last = self.others.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        Vec::new()
    }

    fn join(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let mut intents = vec![Intent::Close];
        let two: Vec<ContributionId> = self.both().collect();
        if suggests(scene) && two.iter().all(|id| there(*id, scene).is_some()) {
            intents.push(joining(two));
        }
        intents
    }

    /// The chosen card, and the one it is compared with now.
    fn both(&self) -> impl Iterator<Item = ContributionId> {
        let both = [Some(self.chosen), self.others.get(self.at).copied()];
        both.into_iter().flatten()
    }

    /// The rows the longer text takes in so many cells.
    fn text_rows(&self, width: u16, scene: &Scene<'_>) -> u16 {
        let texts = self.both().filter_map(|id| there(id, scene));
        let rows = texts.map(|card| prose::height(card.text.as_str(), width));
        rows.max().unwrap_or(1)
    }
}

/// A card, unless it was taken away meanwhile.
fn there<'a>(id: ContributionId, scene: &Scene<'a>) -> Option<&'a Contribution> {
    found(id, scene).filter(|card| !card.hidden && !card.withdrawn)
}

/// The cells one text has in a popup of this width.
const fn text_width(inner: u16) -> u16 {
    inner.saturating_sub(GAP) / 2
}

impl Screen for Compare {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-board-same",
            |compare: &mut Self, scene| compare.join(scene),
        )
        .also(Key::char('m'))
        .footer(1),
        bind(Key::of(KeyCode::Esc), "do-board-apart", |_, _| {
            vec![Intent::Close]
        })
        .footer(2),
        bind(
            Key::of(KeyCode::Right),
            "do-board-next-text",
            |compare: &mut Self, _| compare.step(1),
        )
        .also(Key::of(KeyCode::Down))
        .footer(3)
        .when(|compare, _| compare.at + 1 < compare.others.len()),
        bind(
            Key::of(KeyCode::Left),
            "do-board-text-before",
            |compare: &mut Self, _| compare.step(-1),
        )
        .also(Key::of(KeyCode::Up))
        .footer(4)
        .when(|compare, _| compare.at > 0),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &scene.say(Screen::title(self)), scene, area, buf);
        if !suggests(scene) {
            let words = prose::cut(
                &scene.say("board-suggestions-over"),
                inner.width,
                scene.look,
            )
            .into_owned();
            line(buf, inner, &words, scene.look.style(Paint::Quiet));
            return None;
        }
        let width = text_width(inner.width);
        let right = right_of(inner, width.saturating_add(GAP));
        for (id, place) in self.both().zip([inner, right]) {
            draw_card(id, Rect { width, ..place }, scene, buf);
        }
        None
    }

    fn title(&self) -> &'static str {
        "board-compare-title"
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, _scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1),
            MouseEventKind::ScrollUp => self.step(-1),
            _ => Vec::new(),
        }
    }

    fn place(&self, scene: &Scene<'_>, area: Rect) -> Rect {
        let width = area.width.min(WIDTH);
        let text = text_width(width.saturating_sub(4));
        let rows = self.text_rows(text, scene).saturating_add(AROUND + 2);
        centered(area, width, rows)
    }
}

/// One of the texts, as much of it as fits.
fn draw_card(id: ContributionId, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
    let look = scene.look;
    let Some(card) = there(id, scene) else {
        let words = scene.say_with("board-card-gone", &[("id", id.to_string().into())]);
        return line(buf, place, &words, look.style(Paint::Quiet));
    };
    let head = format!("{}  {}", card.id, kind(card, scene));
    line(buf, top(place, 1), &head, look.style(Paint::Title));
    let mut rest = under(place, 1);
    let most = place.height.saturating_sub(AROUND).max(1);
    for words in clipped(card.text.as_str(), most, place.width, scene) {
        line(buf, top(rest, 1), &words, look.style(Paint::Strong));
        rest = under(rest, 1);
    }
    let placed = card.placement.as_ref();
    let placed = placed.map_or_else(
        || scene.say("board-waits"),
        |put| named(&put.primary, scene),
    );
    for words in [origin(card, scene), placed] {
        let words = prose::cut(&words, place.width, look);
        line(buf, top(rest, 1), &words, look.style(Paint::Quiet));
        rest = under(rest, 1);
    }
}
