//! The board as participants see it: the card that is discussed, what stands under each theme, and what they chose
//! themselves. There is nothing to do here but read.

use std::cell::OnceCell;

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget as _;

use super::deck::Deck;
use super::face::{bar, kind, origin, progress, said};
use super::ground::{Columns, Part, airy, right_of, rows, top, under};
use super::shelf::{Marked, Shelf, clipped, found, key_of, line, name_of, own_choice, paint_of};
use crate::id::ContributionId;
use crate::seat::Update;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::prose;
use crate::workshop::entry::Contribution;

/// From this width on the themes stand beside each other; below it, cards would be too narrow to read.
const WIDE: u16 = 100;
/// Rows of the card that is discussed, without its text.
const AROUND: u16 = 4;
/// Rows of text of a card in the list.
const ROWS: u16 = 3;
/// Items that one page turns.
const PAGE: isize = 5;

/// The board of a participant.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Audience {
    /// The first item that is shown.
    first: usize,
    deck: OnceCell<Deck>,
}

/// Something in the list of a narrow screen.
enum Item {
    Head(usize),
    Card(ContributionId),
}

impl Audience {
    fn deck(&self, scene: &Scene<'_>) -> &Deck {
        self.deck.get_or_init(|| Deck::gather(scene, ""))
    }

    fn scroll(&mut self, by: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let columns = &self.deck(scene).columns;
        let most: usize = columns.iter().map(|column| column.cards.len() + 1).sum();
        self.first = self.first.saturating_add_signed(by).min(most);
        Vec::new()
    }

    /// The themes one below the other.
    fn list(&self, deck: &Deck, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let columns = deck.columns.iter().enumerate();
        let items: Vec<Item> = columns
            .flat_map(|(index, column)| {
                let cards = column.cards.iter().copied().map(Item::Card);
                std::iter::once(Item::Head(index)).chain(cards)
            })
            .collect();
        let height = |item: &Item| match item {
            Item::Head(_) => 2,
            Item::Card(id) => found(*id, scene).map_or(0, |card| {
                let width = place.width.saturating_sub(2);
                prose::height(card.text.as_str(), width).min(ROWS) + 2
            }),
        };
        for (_, item, row) in rows(&items, Part::From(self.first), place, height) {
            match item {
                Item::Head(index) => head(*index, deck, row, scene, buf),
                Item::Card(id) => {
                    if let Some(card) = found(*id, scene) {
                        entry(card, deck, row, scene, buf);
                    }
                }
            }
        }
    }

    fn shelves(&self, deck: &Deck, place: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
        let shelf = Shelf {
            deck,
            columns: Columns::of(place, deck.columns.len(), 0),
            focus: None,
            target: None,
            marked: &Marked::new(),
        };
        shelf.draw(|_| Part::From(self.first), scene, buf);
    }
}

/// The name of a theme, with how many cards stand under it.
fn head(index: usize, deck: &Deck, row: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
    let Some(column) = deck.columns.get(index) else {
        return;
    };
    let count = deck.columns.len();
    let look = scene.look;
    let style = look.style(paint_of(index, count));
    let words = format!(
        "{}  {}",
        key_of(index, count),
        name_of(&column.place, scene)
    );
    let number = column.count.to_string();
    let used = prose::width(&number);
    let room = row.width.saturating_sub(used.saturating_add(2));
    let words = prose::cut(&words, room, look);
    line(
        buf,
        top(row, 1),
        &words,
        look.style(Paint::Strong).patch(style),
    );
    let right = right_of(top(row, 1), row.width.saturating_sub(used));
    line(buf, right, &number, look.style(Paint::Strong));
    let rule = look.sign(Sign::Rule).repeat(usize::from(row.width));
    line(buf, top(under(row, 1), 1), &rule, style);
}

/// A card under its theme, with what this participant chose.
fn entry(card: &Contribution, deck: &Deck, row: Rect, scene: &Scene<'_>, buf: &mut Buffer) {
    let look = scene.look;
    let mut rest = right_of(row, 2);
    for words in clipped(card.text.as_str(), ROWS, rest.width, scene) {
        line(buf, top(rest, 1), &words, look.style(Paint::Text));
        rest = under(rest, 1);
    }
    let own = own_choice(card, deck, scene);
    let between = format!(" {} ", look.sign(Sign::Between));
    let parts = [own, Some(origin(card, scene))].into_iter().flatten();
    let below = parts.collect::<Vec<_>>().join(&between);
    let below = prose::cut(&below, rest.width, look);
    line(buf, top(rest, 1), &below, look.style(Paint::Quiet));
}

/// The card that is discussed; returns the rows it takes.
fn spotlight(
    card: &Contribution,
    deck: &Deck,
    place: Rect,
    scene: &Scene<'_>,
    buf: &mut Buffer,
) -> u16 {
    let look = scene.look;
    // What is discussed is read first: it has two thirds of the room if it needs them.
    let most = (place.height / 3 * 2).saturating_sub(AROUND - 1).max(1);
    let title = format!(
        "{} {}  {} {}",
        look.sign(Sign::Spotlight),
        scene.say("board-spotlit"),
        card.id,
        kind(card, scene)
    );
    line(buf, top(place, 1), &title, look.style(Paint::Accent));
    let mut rest = under(place, 1);
    let lines = clipped(card.text.as_str(), most, place.width, scene);
    let taken = u16::try_from(lines.len()).unwrap_or(most);
    for words in lines {
        line(buf, top(rest, 1), &words, look.style(Paint::Strong));
        rest = under(rest, 1);
    }
    bar(card, deck, scene).render(top(rest, 1), buf);
    let words = [Some(said(card, scene)), own_choice(card, deck, scene)];
    let between = format!(" {} ", look.sign(Sign::Between));
    let words = words
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(&between);
    let words = prose::cut(&words, place.width, look);
    line(buf, top(under(rest, 1), 1), &words, look.style(Paint::Text));
    taken.saturating_add(AROUND)
}

impl Screen for Audience {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Down),
            "do-board-down",
            |board: &mut Self, scene| board.scroll(1, scene),
        )
        .footer(1),
        bind(
            Key::of(KeyCode::Up),
            "do-board-up",
            |board: &mut Self, scene| board.scroll(-1, scene),
        )
        .footer(2),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |board: &mut Self, scene| board.scroll(PAGE, scene),
        )
        .also(Key::char(' ')),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |board: &mut Self, scene| board.scroll(-PAGE, scene),
        ),
        bind(
            Key::of(KeyCode::Home),
            "do-board-first",
            |board: &mut Self, scene| board.scroll(isize::MIN, scene),
        ),
        bind(Key::char('d'), "do-board-themes", |_, scene| {
            super::settling::definitions(scene)
        })
        .footer(3),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let deck = self.deck(scene);
        let area = airy(area);
        progress(deck, 0, top(area, 1), scene, buf);
        let mut rest = under(area, 2);
        let lit = scene.view.spotlight().and_then(|id| found(id, scene));
        if let Some(card) = lit {
            let taken = spotlight(card, deck, rest, scene, buf);
            rest = under(rest, taken);
        }
        if area.width >= WIDE {
            self.shelves(deck, rest, scene, buf);
        } else {
            self.list(deck, rest, scene, buf);
        }
        None
    }

    fn title(&self) -> &'static str {
        "board-title"
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(1, scene),
            MouseEventKind::ScrollUp => self.scroll(-1, scene),
            _ => Vec::new(),
        }
    }

    fn heard(&mut self, update: &Update, _scene: &Scene<'_>) -> Vec<Intent> {
        if !matches!(update, Update::Presence(_)) {
            self.deck = OnceCell::new();
        }
        Vec::new()
    }
}
