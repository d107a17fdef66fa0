//! Everything that is sure, to be looked through before it is taken over at once: every card with the place it would
//! get and who says so. Single ones are taken out with the space bar; Escape leaves everything as it was.

use std::collections::BTreeMap;

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::accepting::accepting;
use super::ground::{Part, right_of, rows, top, under};
use super::offer::{Offer, Offers, Voice, digit_of, named, suggests};
use super::shelf::{clipped, found, line};
use crate::id::ContributionId;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::{centered, framed, inside};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::{list, prose};
use crate::workshop::advice::Advice;
use crate::workshop::entry::Place;

/// The widest it gets.
const WIDTH: u16 = 96;
/// Rows that say what it is about.
const HEAD: u16 = 2;
/// Rows for the whole text of the card it stands at.
const TEXT: u16 = 3;
/// Cards that one page turns.
const PAGE: isize = 8;
/// The most cards one command takes over: more would not fit in what a seat may send at once.
const MOST: usize = 250;

/// A card that is sure.
#[derive(Debug)]
struct Entry {
    id: ContributionId,
    offer: Offer,
    /// Somebody took it out.
    is_out: bool,
}

/// A row of the list.
#[derive(Clone, Copy)]
enum Item {
    /// The place the entries from this one on would get, and how many they are.
    Head(usize, usize),
    /// An entry.
    Card(usize),
}

/// Everything that is sure.
#[derive(Debug)]
pub(super) struct AllSure {
    /// By place, as the board has them.
    entries: Vec<Entry>,
    at: usize,
}

impl AllSure {
    /// These cards, each with what is offered for it now; nothing where there are none.
    pub(super) fn of(
        cards: impl Iterator<Item = ContributionId>,
        scene: &Scene<'_>,
    ) -> Option<Self> {
        let entry = |id| {
            Some(Entry {
                id,
                offer: Offers::of(found(id, scene)?).first?,
                is_out: false,
            })
        };
        let mut entries: Vec<Entry> = cards.filter_map(entry).collect();
        let themes = &scene.view.plan().themes;
        let column = |place: &Place| {
            let at = themes
                .iter()
                .position(|theme| Some(&theme.id) == place.theme());
            at.unwrap_or(themes.len())
        };
        entries.sort_by_cached_key(|entry| (column(&entry.offer.place), entry.id));
        (!entries.is_empty()).then_some(Self { entries, at: 0 })
    }

    /// Whether what was shown for an entry still holds.
    fn holds(entry: &Entry, scene: &Scene<'_>) -> bool {
        let card = found(entry.id, scene).filter(|card| card.is_open());
        let advice = card.and_then(Advice::sure);
        advice.is_some_and(|advice| advice.place == entry.offer.place)
    }

    /// The entries that would be taken over.
    fn taken<'a>(&'a self, scene: &'a Scene<'_>) -> impl Iterator<Item = &'a Entry> {
        let entries = self.entries.iter();
        entries.filter(move |entry| !entry.is_out && suggests(scene) && Self::holds(entry, scene))
    }

    fn accept(&self, scene: &Scene<'_>) -> Vec<Intent> {
        let taken: Vec<(ContributionId, Place)> = self
            .taken(scene)
            .map(|entry| (entry.id, entry.offer.place.clone()))
            .collect();
        let mut intents = vec![Intent::Close];
        if taken.is_empty() {
            intents.push(Intent::info(scene.say("board-none-taken")));
        }
        intents.extend(taken.chunks(MOST).map(|some| {
            let expected: BTreeMap<ContributionId, Place> = some.iter().cloned().collect();
            accepting(expected)
        }));
        intents
    }

    fn toggle(&mut self, scene: &Scene<'_>) -> Vec<Intent> {
        if let Some(entry) = self.entries.get_mut(self.at)
            && Self::holds(entry, scene)
        {
            entry.is_out = !entry.is_out;
        }
        self.step(1)
    }

    fn step(&mut self, by: isize) -> Vec<Intent> {
        let last = self.entries.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
        Vec::new()
    }

    /// The rows of the list: the entries, and the places above them.
    fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        let mut at = 0;
        for together in self
            .entries
            .chunk_by(|one, other| one.offer.place == other.offer.place)
        {
            items.push(Item::Head(at, together.len()));
            items.extend((at..at + together.len()).map(Item::Card));
            at += together.len();
        }
        items
    }

    /// The list, and the text below it.
    fn parts(inner: Rect) -> (Rect, Rect) {
        let rest = under(inner, HEAD);
        let below = if rest.height > TEXT + 4 { TEXT } else { 0 };
        let list = top(rest, rest.height - below);
        (list, under(rest, list.height))
    }

    /// The rows of the list that are shown, and where.
    fn shown(items: &[Item], at: usize, list: Rect) -> Vec<(usize, &Item, Rect)> {
        let at = items
            .iter()
            .position(|item| matches!(item, Item::Card(card) if *card == at));
        rows(items, Part::Around(at.unwrap_or(0)), list, |_| 1)
    }

    fn draw_head(&self, inner: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let (mut group, mut tool) = (0_usize, 0_usize);
        for entry in self.taken(scene) {
            match entry.offer.voice {
                Voice::Group { .. } => group += 1,
                Voice::Tool(_) => tool += 1,
            }
        }
        let key = if suggests(scene) {
            "board-all-sure"
        } else {
            "board-suggestions-over"
        };
        let variables = [
            ("count", (group + tool).into()),
            ("group", group.into()),
            ("tool", tool.into()),
        ];
        let words = scene.say_with(key, &variables);
        let style = scene.look.style(Paint::Text);
        for (row, words) in top(inner, HEAD)
            .rows()
            .zip(prose::wrap(&words, inner.width))
        {
            line(buf, row, &words, style);
        }
    }

    fn draw_entry(&self, index: usize, row: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let look = scene.look;
        let Some(entry) = self.entries.get(index) else {
            return;
        };
        let (sign, paint) = if index == self.at {
            (look.sign(Sign::Selected), Paint::Selected)
        } else {
            (" ", Paint::Text)
        };
        let style = look.style(paint);
        buf.set_style(row, style);
        let holds = Self::holds(entry, scene);
        let is_taken = holds && !entry.is_out;
        let marked = look.sign(if is_taken {
            Sign::Marked
        } else {
            Sign::Unmarked
        });
        let voice = if holds {
            entry.offer.voice.words(scene)
        } else {
            scene.say("board-changed")
        };
        let used = prose::width(&voice).saturating_add(2).min(row.width);
        let room = row.width - used;
        let text = found(entry.id, scene).map_or("", |card| card.text.as_str());
        let second = entry.offer.second.as_ref();
        let second = second.map_or_else(String::new, |second| {
            format!(" {}{}", look.sign(Sign::Second), digit_of(second, scene))
        });
        let words = format!("{sign}{marked} {}{second}  {text}", entry.id).replace('\n', " ");
        let words = prose::cut(&words, room, look);
        line(buf, Rect { width: room, ..row }, &words, style);
        line(buf, right_of(row, room + 1), &voice, style);
    }

    fn draw_place(
        &self,
        from: usize,
        count: usize,
        row: Rect,
        scene: &Scene<'_>,
        buf: &mut Buffer,
    ) {
        let Some(entry) = self.entries.get(from) else {
            return;
        };
        let place = named(&entry.offer.place, scene);
        let between = scene.look.sign(Sign::Between);
        let words = format!("{place} {between} {count}");
        let words = prose::cut(&words, row.width, scene.look);
        line(buf, row, &words, scene.look.style(Paint::Title));
    }
}

impl Screen for AllSure {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-board-accept",
            |all: &mut Self, scene| all.accept(scene),
        )
        .footer(1),
        bind(
            Key::char(' '),
            "do-board-take-out",
            |all: &mut Self, scene| all.toggle(scene),
        )
        .footer(2),
        bind(Key::of(KeyCode::Esc), "do-board-back", |_, _| {
            vec![Intent::Close]
        })
        .footer(3),
        bind(Key::of(KeyCode::Down), "do-down", |all: &mut Self, _| {
            all.step(1)
        })
        .also(Key::char('j')),
        bind(Key::of(KeyCode::Up), "do-up", |all: &mut Self, _| {
            all.step(-1)
        })
        .also(Key::char('k')),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |all: &mut Self, _| all.step(PAGE),
        ),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |all: &mut Self, _| all.step(-PAGE),
        ),
        bind(
            Key::of(KeyCode::Home),
            "do-board-first",
            |all: &mut Self, _| all.step(isize::MIN),
        ),
        bind(
            Key::of(KeyCode::End),
            "do-board-last",
            |all: &mut Self, _| all.step(isize::MAX),
        ),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &scene.say(Screen::title(self)), scene, area, buf);
        self.draw_head(inner, scene, buf);
        if !suggests(scene) {
            return None;
        }
        let (list, text) = Self::parts(inner);
        let items = self.items();
        let shown = Self::shown(&items, self.at, list);
        let first = shown.first().map_or(0, |(index, _, _)| *index);
        let count = shown.len();
        let entries = Rect {
            width: list.width.saturating_sub(1),
            ..list
        };
        for (_, item, row) in shown {
            let row = row.intersection(entries);
            match *item {
                Item::Head(from, count) => self.draw_place(from, count, row, scene, buf),
                Item::Card(index) => self.draw_entry(index, row, scene, buf),
            }
        }
        list::scrollbar(first, count, items.len(), list, buf, scene.look);
        let card = self.entries.get(self.at);
        if let Some(card) = card.and_then(|entry| found(entry.id, scene)) {
            let text = under(text, 1);
            let lines = clipped(card.text.as_str(), TEXT - 1, text.width, scene);
            for (row, words) in text.rows().zip(&lines) {
                line(buf, row, words, scene.look.style(Paint::Strong));
            }
        }
        None
    }

    fn title(&self) -> &'static str {
        "board-all-title"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1),
            MouseEventKind::ScrollUp => self.step(-1),
            MouseEventKind::Down(MouseButton::Left) => {
                let (list, _) = Self::parts(inside(area));
                let items = self.items();
                let shown = Self::shown(&items, self.at, list);
                let hit = shown.iter().find(|(_, _, row)| row.contains(mouse.at));
                if let Some(Item::Card(index)) = hit.map(|(_, item, _)| **item) {
                    self.at = index;
                    self.toggle(scene);
                    self.at = index;
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn place(&self, _scene: &Scene<'_>, area: Rect) -> Rect {
        let rows = u16::try_from(self.items().len()).unwrap_or(u16::MAX);
        let rows = rows.saturating_add(HEAD + TEXT + 2);
        centered(area, WIDTH, rows)
    }
}
