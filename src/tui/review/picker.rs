//! A list to choose from, above a page. Typing narrows it down. Everything that can be done is such a list too.

use crossterm::event::{KeyCode, MouseButton, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::leaf::{Ask, Bind, Layer, Leaf, Room, bind};
use super::text::framed;
use crate::locale::Locale;
use crate::tui::binding::Hint;
use crate::tui::key::Key;
use crate::tui::look::{Look, Paint, Sign};
use crate::tui::popup::{Choice, Narrowing, centered, inside};
use crate::tui::screen::Mouse;
use crate::tui::widget::{after, below, list, prose};

/// The widest it gets.
const WIDTH: u16 = 70;
/// Rows that one page turns.
const PAGE: isize = 10;

type Then = Box<dyn Fn(usize) -> Vec<Ask>>;

/// A list to choose from.
pub(super) struct Picker {
    title: String,
    list: Narrowing,
    then: Then,
}

impl std::fmt::Debug for Picker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Picker").finish_non_exhaustive()
    }
}

/// A list of what can be done now; choosing does it.
pub(super) fn palette(
    locale: Locale,
    look: Look,
    chapters: Vec<(Layer, &'static str, Vec<Hint>)>,
) -> Picker {
    let mut choices = Vec::new();
    let mut places = Vec::new();
    for (layer, _, hints) in chapters {
        for hint in hints.into_iter().filter(|hint| hint.is_available) {
            let name = hint.name.trim_start_matches("do-");
            choices.push(
                Choice::new(hint.words)
                    .known_as(name)
                    .on(look.key(hint.key)),
            );
            places.push((layer, hint.index));
        }
    }
    Picker::of(locale.say("palette-title"), choices, move |chosen| {
        let place = places.get(chosen).copied();
        let perform = place.map(|(layer, index)| Ask::Perform(layer, index));
        perform.into_iter().collect()
    })
}

impl Picker {
    /// A list; what is chosen is told by its place in it.
    pub(super) fn of(
        title: String,
        choices: Vec<Choice>,
        then: impl Fn(usize) -> Vec<Ask> + 'static,
    ) -> Self {
        Self {
            title,
            list: Narrowing::of(choices),
            then: Box::new(then),
        }
    }

    /// With the marker at this place.
    pub(super) fn at(mut self, place: usize) -> Self {
        self.list = self.list.at(place);
        self
    }

    fn step(&mut self, rows: isize) -> Vec<Ask> {
        self.list.step(rows);
        Vec::new()
    }

    fn choose(&self, place: usize) -> Vec<Ask> {
        let Some(index) = self.list.choice(place) else {
            return Vec::new();
        };
        let mut asks = vec![Ask::Close];
        asks.extend((self.then)(index));
        asks
    }

    fn window(&self, rows: u16) -> (usize, usize) {
        list::window(self.list.place(), self.list.count(), rows, |_| 1)
    }
}

impl Leaf for Picker {
    const BINDINGS: &'static [Bind<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-choose",
            |picker: &mut Self, _| picker.choose(picker.list.place()),
        )
        .footer(1),
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Ask::Close]
        })
        .footer(2),
        bind(Key::of(KeyCode::Down), "do-down", |picker: &mut Self, _| {
            picker.step(1)
        })
        .also(Key::of(KeyCode::Tab)),
        bind(Key::of(KeyCode::Up), "do-up", |picker: &mut Self, _| {
            picker.step(-1)
        })
        .also(Key::of(KeyCode::Tab).shifted()),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |picker: &mut Self, _| picker.step(PAGE),
        ),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |picker: &mut Self, _| picker.step(-PAGE),
        ),
    ];

    fn title(&self) -> &'static str {
        "palette-title"
    }

    fn headline(&self, _: &Room<'_>) -> String {
        self.title.clone()
    }

    fn typed(&mut self, key: Key, _room: &Room<'_>) -> Option<Vec<Ask>> {
        self.list.press(key).then(Vec::new)
    }

    fn takes_letters(&self) -> bool {
        true
    }

    fn pasted(&mut self, text: &str, _room: &Room<'_>) -> Vec<Ask> {
        self.list.paste(text);
        Vec::new()
    }

    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let look = room.look;
        framed(&self.title, look, area, buf);
        let inner = inside(area);
        let field = Rect {
            height: inner.height.min(1),
            ..inner
        };
        let cursor = self.list.field().draw(field, buf, look);
        let rows = below(inner, 1);
        let (first, count) = self.window(rows.height);
        let shown = self.list.shown().skip(first).take(count);
        for (row, (place, choice)) in (0..rows.height).zip(shown) {
            let line = Rect {
                height: 1,
                // A bar scrolls beside them.
                width: rows.width.saturating_sub(2),
                ..below(rows, row)
            };
            let (sign, paint) = if place == self.list.place() {
                (look.sign(Sign::Selected), Paint::Selected)
            } else {
                (" ", Paint::Text)
            };
            let style = look.style(paint);
            buf.set_style(line, style);
            let used = prose::put_right(buf, line, choice.key(), style);
            let words = format!("{sign} {}", choice.words());
            let words = prose::cut(&words, line.width.saturating_sub(used + 1), look);
            prose::put(buf, line, &words, style);
        }
        let bar = after(rows, rows.width.saturating_sub(1));
        list::scrollbar(first, count, self.list.count(), bar, buf, look);
        cursor
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, _room: &Room<'_>) -> Vec<Ask> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.step(1),
            MouseEventKind::ScrollUp => self.step(-1),
            MouseEventKind::Down(MouseButton::Left) => {
                let rows = below(inside(area), 1);
                if !rows.contains(mouse.at) {
                    return Vec::new();
                }
                let (first, _) = self.window(rows.height);
                self.choose(first + usize::from(mouse.at.y - rows.y))
            }
            _ => Vec::new(),
        }
    }

    fn place(&self, _room: &Room<'_>, area: Rect) -> Rect {
        let rows = u16::try_from(self.list.choices().len()).unwrap_or(u16::MAX);
        centered(area, area.width.min(WIDTH), rows.saturating_add(3))
    }
}
