//! How the facilitator's board looks: how far the group is, what waits, the chosen card in large, and the columns.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use super::counsel;
use super::deck::{Deck, Mark, tally};
use super::ground::{Part, right_of, rows, top, under};
use super::shelf::{Shelf, clipped, found, key_of, line, name_of, paint_of};
use super::{Board, Pane};
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::{highlight, list, prose};
use crate::vocabulary::Source;
use crate::workshop::agreement::Agreement;
use crate::workshop::entry::{Contribution, Group};

/// Rows of its text a card keeps, however much there is to say below it.
const TEXT: u16 = 2;
/// The most blocks of the bar that stand for one person each.
const BLOCKS: u32 = 24;

impl Board {
    pub(super) fn paint(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let deck = self.deck(scene);
        let ground = self.ground(scene, area);
        let cursor = self.top_line(deck, ground.progress, scene, buf);
        self.queue(deck, ground.queue, scene, buf);
        if let Some(chosen) = self.chosen(scene) {
            card(chosen, deck, self.marked.len(), ground.card, scene, buf);
        } else {
            self.nothing(deck, ground.card, scene, buf);
        }
        let shelf = Shelf {
            deck,
            columns: ground.columns,
            focus: self.focus(deck),
            target: self.drag.and_then(|drag| drag.over),
            marked: &self.marked,
        };
        let part = |column| Part::Around(self.at_in_column(column, deck));
        shelf.draw(part, scene, buf);
        cursor
    }

    /// Says why there is no card.
    fn nothing(&self, deck: &Deck, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let words = if self.pane == Pane::Queue && deck.settled == deck.all {
            scene.say("board-all-settled")
        } else {
            scene.say("board-nothing-here")
        };
        for (row, words) in (0..place.height).zip(prose::wrap(&words, place.width)) {
            let place = top(under(place, row), 1);
            line(buf, place, &words, scene.look.style(Paint::Quiet));
        }
    }

    /// How far the group is; or what is asked for just now.
    fn top_line(
        &self,
        deck: &Deck,
        place: Rect,
        scene: &Scene<'_>,
        buf: &mut Buffer,
    ) -> Option<Position> {
        if let Some(field) = &self.search {
            let label = format!("{}: ", scene.say("do-board-search"));
            line(buf, place, &label, scene.look.style(Paint::Key));
            let used = prose::width(&label).min(place.width);
            let room = Rect {
                x: place.x + used,
                width: (place.width - used).min(40),
                ..place
            };
            let cursor = field.draw(room, buf, scene.look);
            return cursor.filter(|_| self.is_searching);
        }
        let look = scene.look;
        if self.awaits_second {
            let words = scene.say("board-second-digit");
            line(buf, place, &words, look.style(Paint::Warn));
            return None;
        }
        progress(deck, self.marked.len(), place, scene, buf);
        None
    }

    fn queue(&self, deck: &Deck, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let look = scene.look;
        if deck.queue.is_empty() {
            let words = scene.say("board-queue-empty");
            let words = prose::cut(&words, place.width, look);
            line(buf, place, &words, look.style(Paint::Quiet));
            return;
        }
        let at = self.at_in_queue(deck);
        let shown = rows(&deck.queue, Part::Around(at), place, |_| 1);
        let first = shown.first().map_or(0, |(index, _, _)| *index);
        let count = shown.len();
        for (index, waiting, row) in shown {
            let Some(found) = found(waiting.id, scene) else {
                continue;
            };
            let is_at = index == at;
            let style = match (is_at, &self.pane) {
                (true, Pane::Queue) => look.style(Paint::Selected),
                (true, Pane::Under(_)) => look.style(Paint::Strong),
                (false, _) => look.style(Paint::Text),
            };
            let shown = |is_so, sign| if is_so { look.sign(sign) } else { " " };
            let chosen = shown(is_at, Sign::Selected);
            let marked = shown(self.marked.contains_key(&waiting.id), Sign::Check);
            let head = format!("{chosen}{marked}");
            line(buf, row, &head, look.style(Paint::Strong));
            let clear = if waiting.mark == Mark::Contested {
                Paint::Warn
            } else {
                Paint::Quiet
            };
            let sign = look.sign(waiting.mark.sign());
            line(buf, right_of(row, 2), sign, look.style(clear));
            let text = found.text.as_str().lines().next().unwrap_or_default();
            // The last cell is for the scroll bar, the one before it for air.
            let room = right_of(row, 4);
            let room = Rect {
                width: room.width.saturating_sub(2),
                ..room
            };
            line(buf, room, &prose::cut(text, room.width, look), style);
        }
        list::scrollbar(first, count, deck.queue.len(), place, buf, look);
    }
}

/// The chosen card: what was said, by whom, what the group made of it, and what the keys would do with it.
fn card(
    card: &Contribution,
    deck: &Deck,
    marked: usize,
    place: Rect,
    scene: &Scene<'_>,
    buf: &mut Buffer,
) {
    if place.is_empty() {
        return;
    }
    let look = scene.look;
    head(card, deck, scene).render(top(place, 1), buf);
    let rest = under(place, 1);
    let text = prose::height(card.text.as_str(), place.width);
    let room = rest.height.saturating_sub(text.min(TEXT));
    let rows = counsel::fitting(card, deck, marked, (place.width, room), scene);
    let below = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let most = rest.height.saturating_sub(below).max(1);
    let lines = clipped(card.text.as_str(), most, place.width, scene);
    let taken = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let text = top(rest, taken);
    for (row, words) in text.rows().zip(&lines) {
        line(buf, row, words, look.style(Paint::Strong));
    }
    highlight::underline(&counsel::spoke(card), text, buf);
    for (row, words) in under(rest, taken).rows().zip(rows) {
        words.render(row, buf);
    }
}

fn head(card: &Contribution, deck: &Deck, scene: &Scene<'_>) -> Line<'static> {
    let look = scene.look;
    let mut spans = vec![
        Span::styled(card.id.to_string(), look.style(Paint::Title)),
        Span::raw("  "),
        Span::styled(kind(card, scene), look.style(Paint::Kind(card.kind))),
    ];
    let mut also = |sign: Sign, words: String, paint: Paint| {
        let words = format!("  {} {words}", look.sign(sign));
        spans.push(Span::styled(words, look.style(paint)));
    };
    if let Some(placement) = &card.placement {
        let count = deck.columns.len();
        let column = deck.column_of(&placement.primary);
        let name = name_of(&placement.primary, scene);
        let key = column.map_or_else(String::new, |column| key_of(column, count));
        let paint = column.map_or(Paint::Quiet, |column| paint_of(column, count));
        also(Sign::Check, format!("{key} {name}"), paint);
    } else if let Some(waiting) = deck.place_of(card.id).and_then(|at| deck.queue.get(at)) {
        let (key, paint) = match waiting.mark {
            Mark::Contested => ("board-contested", Paint::Warn),
            Mark::Sure => ("board-sure", Paint::Good),
            Mark::Probable => ("board-probable", Paint::Text),
            Mark::Open => ("board-open", Paint::Quiet),
        };
        also(waiting.mark.sign(), scene.say(key), paint);
    }
    if card.hidden {
        also(Sign::Hidden, scene.say("board-hidden"), Paint::Quiet);
    }
    if scene.view.spotlight() == Some(card.id) {
        also(Sign::Spotlight, scene.say("board-spotlit"), Paint::Accent);
    }
    Line::from(spans)
}

pub(super) fn kind(card: &Contribution, scene: &Scene<'_>) -> String {
    scene.say(&format!("kind-{}", card.kind))
}

/// Where a card comes from: the persona, the scenario, and how it came in where that matters.
pub(super) fn origin(card: &Contribution, scene: &Scene<'_>) -> String {
    let persona = card.persona.as_ref();
    let persona = persona.map(|id| {
        scene
            .view
            .plan()
            .persona(id)
            .map_or(id.as_str(), |persona| scene.read(&persona.role))
    });
    let scenario = scene.view.plan().scenario(&card.scenario);
    let scenario = scenario.map(|scenario| scene.read(&scenario.title));
    let source = (card.source == Source::Facilitator).then(|| scene.say("board-own"));
    let parts = [persona, scenario, source.as_deref()];
    let between = format!(" {} ", scene.look.sign(Sign::Between));
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(&between)
}

pub(super) fn group_words(group: &Group, scene: &Scene<'_>) -> String {
    let count = group.contributions.len();
    let words = scene.say_with("board-wordings", &[("count", count.into())]);
    let sign = scene.look.sign(Sign::Group);
    match &group.label {
        Some(label) => format!("{sign} {label}: {words}"),
        None => format!("{sign} {words}"),
    }
}

/// How the group sorted a card: for each theme its digit and a block for each person.
pub(super) fn bar(card: &Contribution, deck: &Deck, scene: &Scene<'_>) -> Line<'static> {
    let look = scene.look;
    let tally = tally(card, scene);
    let all: u32 = tally.values().fold(0, |sum, one| sum.saturating_add(*one));
    let count = deck.columns.len();
    let block = look.sign(Sign::Full);
    let parts = deck
        .columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| {
            let votes = *tally.get(&column.place)?;
            // Many people share the room there is; nobody's choice is left out.
            let blocks = if all > BLOCKS {
                (votes.saturating_mul(BLOCKS) / all).max(1)
            } else {
                votes
            };
            let blocks = block.repeat(usize::try_from(blocks).unwrap_or_default());
            let style: Style = look.style(paint_of(index, count));
            Some(Span::styled(
                format!("{}{blocks} ", key_of(index, count)),
                style,
            ))
        });
    parts.collect()
}

/// What the group made of a card, in words.
pub(super) fn said(card: &Contribution, scene: &Scene<'_>) -> String {
    let agreement = Agreement::of(&tally(card, scene));
    let sorted = agreement.sorted;
    match &agreement.modal {
        _ if sorted == 0 => scene.say("board-not-sorted"),
        Some(place) if !agreement.is_contested() => {
            let theme = name_of(place, scene);
            scene.say_with(
                "board-said",
                &[
                    ("votes", agreement.votes.into()),
                    ("sorted", sorted.into()),
                    ("theme", theme.into()),
                ],
            )
        }
        _ => scene.say_with("board-divided", &[("sorted", sorted.into())]),
    }
}

/// How far the group is. What matters least is left out first.
pub(super) fn progress(
    deck: &Deck,
    marked: usize,
    place: Rect,
    scene: &Scene<'_>,
    buf: &mut Buffer,
) {
    let look = scene.look;
    let settled = [("settled", deck.settled.into()), ("all", deck.all.into())];
    let none = deck.columns.last().map_or(0, |column| column.count);
    let counted = |key: &str, count: usize| scene.say_with(key, &[("count", count.into())]);
    let mut parts = vec![(scene.say_with("board-settled", &settled), Paint::Strong)];
    if marked > 0 {
        parts.push((counted("board-marked", marked), Paint::Accent));
    }
    if deck.contested > 0 {
        let words = counted("board-contested-left", deck.contested);
        let sign = look.sign(Sign::Contested);
        parts.push((format!("{sign} {words}"), Paint::Warn));
    }
    if deck.sure > 0 {
        let words = counted("board-sure-left", deck.sure);
        let sign = look.sign(Sign::Sure);
        parts.push((format!("{sign} {words}"), Paint::Text));
    }
    parts.push((counted("board-none-count", none), Paint::Quiet));
    if let Some(alpha) = deck.alpha {
        let alpha = scene.locale.fraction(alpha);
        let words = scene.say_with("board-alpha", &[("alpha", alpha.into())]);
        parts.push((words, Paint::Quiet));
    }
    let mut room = place;
    for (words, paint) in parts {
        let width = prose::width(&words);
        if width > room.width {
            break;
        }
        line(buf, room, &words, look.style(paint));
        room = right_of(room, width.saturating_add(4));
    }
}
