//! A text to read, longer than the screen if need be.

use crossterm::event::{KeyCode, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{centered, framed};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::tui::widget::prose;

/// The widest it gets, so that lines stay readable.
const WIDTH: u16 = 78;
/// Rows that one page turns.
const PAGE: usize = 10;

/// A text to read.
#[derive(Debug)]
pub struct Reader {
    title: String,
    text: String,
    width: u16,
    is_fixed: bool,
    offset: usize,
}

impl Reader {
    /// A text that is wrapped.
    #[must_use]
    pub const fn of(title: String, text: String) -> Self {
        Self {
            title,
            text,
            width: WIDTH,
            is_fixed: false,
            offset: 0,
        }
    }

    /// A text whose lines stand as they are: a table. It takes all the room there is.
    #[must_use]
    pub const fn fixed(title: String, text: String) -> Self {
        Self {
            title,
            text,
            width: u16::MAX,
            is_fixed: true,
            offset: 0,
        }
    }

    fn scroll(&mut self, rows: isize) -> Vec<Intent> {
        // What is drawn stops at the end; this only keeps a held key from piling up rows behind it.
        let most = self.text.lines().count().saturating_mul(8);
        self.offset = self.offset.saturating_add_signed(rows).min(most);
        Vec::new()
    }

    fn lines(&self, width: u16) -> Vec<String> {
        if self.is_fixed {
            return self.text.lines().map(str::to_owned).collect();
        }
        let lines = prose::wrap(&self.text, width).into_iter();
        lines.map(|line| line.to_string()).collect()
    }
}

impl Screen for Reader {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Intent::Close]
        })
        .also(Key::of(KeyCode::Enter))
        .footer(1),
        bind(Key::of(KeyCode::Down), "do-down", |reader: &mut Self, _| {
            reader.scroll(1)
        })
        .also(Key::char('j')),
        bind(Key::of(KeyCode::Up), "do-up", |reader: &mut Self, _| {
            reader.scroll(-1)
        })
        .also(Key::char('k')),
        bind(
            Key::of(KeyCode::PageDown),
            "do-page-down",
            |reader: &mut Self, _| reader.scroll(PAGE.cast_signed()),
        )
        .also(Key::char(' ')),
        bind(
            Key::of(KeyCode::PageUp),
            "do-page-up",
            |reader: &mut Self, _| reader.scroll(-PAGE.cast_signed()),
        ),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &self.title, scene, area, buf);
        let lines = self.lines(inner.width);
        let most = lines.len().saturating_sub(usize::from(inner.height));
        let style = scene.look.style(Paint::Text);
        let shown = lines.iter().skip(self.offset.min(most));
        for (row, line) in (inner.top()..inner.bottom()).zip(shown) {
            buf.set_stringn(inner.x, row, line, usize::from(inner.width), style);
        }
        None
    }

    fn title(&self) -> &'static str {
        "reader-title"
    }

    fn mouse(&mut self, mouse: Mouse, _area: Rect, _scene: &Scene<'_>) -> Vec<Intent> {
        match mouse.kind {
            MouseEventKind::ScrollDown => self.scroll(3),
            MouseEventKind::ScrollUp => self.scroll(-3),
            _ => Vec::new(),
        }
    }

    fn place(&self, _scene: &Scene<'_>, area: Rect) -> Rect {
        let width = area.width.min(self.width);
        let rows = self.lines(width.saturating_sub(4)).len();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        centered(area, width, rows.saturating_add(2))
    }
}
