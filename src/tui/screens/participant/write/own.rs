//! One's own list: what one wrote here, and how far each text is. What is on its way, what was refused and what is on
//! the facilitator's disk come together in one list, the newest first.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use uuid::Uuid;

use crate::id::ContributionId;
use crate::tui::look::{Paint, Sign};
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::widget::{list, prose};
use crate::vocabulary::Kind;
use crate::workshop::Command;

/// The most rows the text of the chosen item takes.
const ROWS: usize = 4;

/// Which item, also when others come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// A contribution the host has.
    Saved(ContributionId),
    /// A command that is on its way, or was refused.
    Letter(Uuid),
}

/// How far an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand<'a> {
    /// It is on the facilitator's disk, and still one's own to change.
    Saved,
    /// The room can see it, so it stays as it is.
    Shared,
    /// It, or a change to it, is on its way.
    Waiting,
    /// It is being taken back.
    Leaving,
    /// It was not taken, and why.
    Refused(&'a str),
}

/// One item of the list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item<'a> {
    pub(super) which: Which,
    pub(super) kind: Option<Kind>,
    pub(super) text: &'a str,
    pub(super) stand: Stand<'a>,
}

/// One's own texts in the scenario under way, the newest first, and above them whatever needs attention.
pub(super) fn items<'a>(scene: &Scene<'a>) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    let mut edits = BTreeMap::new();
    let mut leaving = BTreeSet::new();
    for (id, letter) in scene.post.letters() {
        let refused = match &letter.state {
            State::Refused(why) => Some(why.as_str()),
            State::Given | State::Kept => None,
        };
        let (kind, text) = match (&letter.command, refused) {
            (Command::Contribute { kind, text, .. }, _)
            | (Command::Edit { kind, text, .. }, Some(_)) => (*kind, text),
            (Command::Say { text }, Some(_)) => (None, text),
            (
                Command::Edit {
                    contribution,
                    kind,
                    text,
                },
                None,
            ) => {
                edits.insert(*contribution, (*kind, text.as_str()));
                continue;
            }
            (Command::Withdraw { contribution }, None) => {
                leaving.insert(*contribution);
                continue;
            }
            _ => continue,
        };
        items.push(Item {
            which: Which::Letter(id),
            kind,
            text,
            stand: refused.map_or(Stand::Waiting, Stand::Refused),
        });
    }
    items.reverse();
    let contributions = scene.view.contributions().values().rev();
    let own = contributions.filter(|found| {
        let is_here = scene.view.scenario().is_none_or(|id| *id == found.scenario);
        found.participant == Some(scene.you) && !found.withdrawn && is_here
    });
    for found in own {
        let edit = edits.get(&found.id);
        let stand = if leaving.contains(&found.id) {
            Stand::Leaving
        } else if edit.is_some() {
            Stand::Waiting
        } else if found.shared {
            Stand::Shared
        } else {
            Stand::Saved
        };
        let (kind, text) = edit.copied().unwrap_or((None, found.text.as_str()));
        items.push(Item {
            which: Which::Saved(found.id),
            kind: kind.or(Some(found.kind)),
            text,
            stand,
        });
    }
    items
}

impl Item<'_> {
    /// How far it is, as a sign, in words, and in paint.
    fn told(&self, scene: &Scene<'_>) -> (Sign, String, Paint) {
        match self.stand {
            Stand::Saved => (Sign::Saved, scene.say("my-saved"), Paint::Good),
            Stand::Shared => (Sign::Saved, scene.say("my-shared"), Paint::Good),
            Stand::Waiting => (Sign::Waiting, scene.say("my-waiting"), Paint::Warn),
            Stand::Leaving => (Sign::Waiting, scene.say("my-leaving"), Paint::Warn),
            Stand::Refused(why) => (Sign::Refused, why.to_owned(), Paint::Bad),
        }
    }

    /// The rows it takes: one, or its whole text and how far it is for the chosen one; why, for a refused one.
    fn rows(&self, is_chosen: bool, scene: &Scene<'_>, width: u16) -> u16 {
        let inner = width.saturating_sub(3);
        let text = prose::wrap(self.text, inner).len().min(ROWS);
        let rows = match (is_chosen, self.stand) {
            (true, _) => {
                let (_, told, _) = self.told(scene);
                text + 1 + prose::wrap(&told, inner).len()
            }
            (false, Stand::Refused(why)) => 1 + prose::wrap(why, inner).len(),
            (false, _) => 1,
        };
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    fn draw(&self, is_chosen: bool, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let look = scene.look;
        let (sign, told, paint) = self.told(scene);
        let head = Rect { height: 1, ..area };
        if is_chosen {
            buf.set_style(head, look.style(Paint::Selected));
        }
        let on = |paint| look.style(if is_chosen { Paint::Selected } else { paint });
        let mut x = head.x;
        let mut put = |text: &str, paint: Paint, buf: &mut Buffer| {
            let room = usize::from(head.right().saturating_sub(x));
            (x, _) = buf.set_stringn(x, head.y, text, room, on(paint));
            x
        };
        put(look.sign(sign), paint, buf);
        put("  ", paint, buf);
        let mut at = head.x + 3;
        if let Some(kind) = self.kind {
            let word = format!("{}  ", scene.locale.kind(kind));
            at = put(&word, Paint::Kind(kind), buf);
        }
        let inner = area.width.saturating_sub(3);
        let mut below: Vec<(String, Paint)> = Vec::new();
        if is_chosen {
            if let Which::Saved(id) = self.which {
                put(&id.to_string(), Paint::Quiet, buf);
            }
            let lines = prose::wrap(self.text, inner);
            let lines = lines.into_iter().take(ROWS);
            below.extend(lines.map(|line| (line.into_owned(), Paint::Text)));
        } else {
            let line = self.text.lines().next().unwrap_or_default();
            let room = head.right().saturating_sub(at);
            put(&prose::cut(line, room, look), Paint::Text, buf);
        }
        if is_chosen || matches!(self.stand, Stand::Refused(_)) {
            let lines = prose::wrap(&told, inner).into_iter();
            below.extend(lines.map(|line| (line.into_owned(), paint)));
        }
        for (row, (line, paint)) in (area.y + 1..area.bottom()).zip(below) {
            buf.set_stringn(area.x + 3, row, line, usize::from(inner), look.style(paint));
        }
    }
}

/// Draws the list, with the chosen item in sight.
pub(super) fn draw(
    items: &[Item<'_>],
    chosen: Option<usize>,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    for (index, place) in places(items, chosen, scene, area) {
        if let Some(item) = items.get(index) {
            item.draw(chosen == Some(index), scene, place, buf);
        }
    }
    let (first, shown) = window(items, chosen, scene, area);
    let bar = Rect {
        width: area.width.saturating_add(1),
        ..area
    };
    let bar = bar.intersection(buf.area);
    list::scrollbar(first, shown, items.len(), bar, buf, scene.look);
}

fn window(
    items: &[Item<'_>],
    chosen: Option<usize>,
    scene: &Scene<'_>,
    area: Rect,
) -> (usize, usize) {
    let rows = |index: usize| {
        let item = items.get(index);
        item.map_or(1, |item| {
            item.rows(chosen == Some(index), scene, area.width)
        })
    };
    list::window(chosen.unwrap_or(0), items.len(), area.height, rows)
}

/// Where the items in sight are drawn.
pub(super) fn places(
    items: &[Item<'_>],
    chosen: Option<usize>,
    scene: &Scene<'_>,
    area: Rect,
) -> Vec<(usize, Rect)> {
    let (first, shown) = window(items, chosen, scene, area);
    let mut top = area.top();
    let mut places = Vec::new();
    for (index, item) in items.iter().enumerate().skip(first).take(shown) {
        let rows = item.rows(chosen == Some(index), scene, area.width);
        let height = rows.min(area.bottom().saturating_sub(top));
        if height > 0 {
            places.push((
                index,
                Rect {
                    y: top,
                    height,
                    ..area
                },
            ));
        }
        top = top.saturating_add(height);
    }
    places
}
