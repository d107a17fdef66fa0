//! A text to read, above or in place of a page: the help, or why a file cannot be read.

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget as _};

use super::leaf::{Ask, Bind, Leaf, Room, bind};
use crate::tui::key::Key;
use crate::tui::look::{Look, Paint};
use crate::tui::popup::{centered, inside};
use crate::tui::screen::Mouse;
use crate::tui::widget::{below, list, prose};

/// The widest it gets, so that lines stay readable.
const WIDTH: u16 = 78;

/// A text to read.
#[derive(Debug)]
pub(super) struct Text {
    /// What it is called: the key of a message.
    title: &'static str,
    words: String,
    top: usize,
}

impl Text {
    /// The help.
    pub(super) const fn help(words: String) -> Self {
        Self {
            title: "chapter-title",
            words,
            top: 0,
        }
    }

    /// Why a file cannot be read.
    pub(super) const fn reason(words: String) -> Self {
        Self {
            title: "review-unreadable",
            words,
            top: 0,
        }
    }

    fn scroll(&mut self, by: isize, room: &Room<'_>) -> Vec<Ask> {
        let place = inside(self.place(room, room.area));
        let rows = usize::from(prose::height(&self.words, place.width));
        let most = rows.saturating_sub(usize::from(place.height));
        self.top = self.top.saturating_add_signed(by).min(most);
        Vec::new()
    }

    fn page(room: &Room<'_>) -> isize {
        isize::try_from(room.area.height.saturating_sub(4).max(1)).unwrap_or(1)
    }
}

impl Leaf for Text {
    const BINDINGS: &'static [Bind<Self>] = &[
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Ask::Close]
        })
        .also(Key::of(KeyCode::Enter))
        .footer(1),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |text: &mut Self, room| text.scroll(1, room),
        )
        .also(Key::char('j'))
        .footer(2),
        bind(Key::of(KeyCode::Up), "do-up", |text: &mut Self, room| {
            text.scroll(-1, room)
        })
        .also(Key::char('k')),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |text: &mut Self, room| text.scroll(Self::page(room), room),
        )
        .also(Key::char(' ')),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |text: &mut Self, room| text.scroll(-Self::page(room), room),
        ),
    ];

    fn title(&self) -> &'static str {
        "reader-title"
    }

    fn headline(&self, room: &Room<'_>) -> String {
        room.say(self.title)
    }

    fn draw(&self, room: &Room<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        framed(&room.say(self.title), room.look, area, buf);
        let inner = inside(area);
        let lines = prose::wrap(&self.words, inner.width);
        let most = lines.len().saturating_sub(usize::from(inner.height));
        let top = self.top.min(most);
        for (row, line) in (0..inner.height).zip(lines.iter().skip(top)) {
            prose::put(buf, below(inner, row), line, room.look.style(Paint::Text));
        }
        let edge = Rect {
            width: inner.width.saturating_add(1),
            ..inner
        };
        let shown = usize::from(inner.height);
        list::scrollbar(top, shown, lines.len(), edge, buf, room.look);
        None
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, room: &Room<'_>) -> Vec<Ask> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(3, room),
            MouseEventKind::ScrollUp => self.scroll(-3, room),
            _ => Vec::new(),
        }
    }

    fn place(&self, _room: &Room<'_>, area: Rect) -> Rect {
        let width = area.width.min(WIDTH);
        let rows = prose::height(&self.words, width.saturating_sub(4));
        centered(area, width, rows.saturating_add(2))
    }
}

/// Draws a frame with a title.
pub(super) fn framed(title: &str, look: Look, area: Rect, buf: &mut Buffer) {
    let title = prose::cut(title, area.width.saturating_sub(4), look);
    Block::bordered()
        .border_set(look.border())
        .border_style(look.style(Paint::FrameFocus))
        .title(Line::styled(format!(" {title} "), look.style(Paint::Title)))
        .render(area, buf);
}
