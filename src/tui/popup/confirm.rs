//! Asks whether somebody is sure. Enter says yes, Esc says no, and nothing else says anything.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{centered, framed};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::scene::Scene;
use crate::tui::screen::Screen;
use crate::tui::widget::prose;

/// The widest it gets.
const WIDTH: u16 = 60;

/// A question with two answers.
#[derive(Debug)]
pub struct Confirm {
    words: String,
    then: Vec<Intent>,
}

impl Confirm {
    /// Asks this, and does that when the answer is yes.
    #[must_use]
    pub const fn of(words: String, then: Vec<Intent>) -> Self {
        Self { words, then }
    }
}

impl Screen for Confirm {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-yes",
            |confirm: &mut Self, _| {
                let mut intents = vec![Intent::Close];
                intents.append(&mut confirm.then);
                intents
            },
        )
        .footer(1),
        bind(Key::of(KeyCode::Esc), "do-no", |_, _| vec![Intent::Close]).footer(2),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &scene.say("confirm-title"), scene, area, buf);
        let style = scene.look.style(Paint::Text);
        for (row, line) in (inner.top()..inner.bottom()).zip(prose::wrap(&self.words, inner.width))
        {
            buf.set_stringn(inner.x, row, line, usize::from(inner.width), style);
        }
        None
    }

    fn title(&self) -> &'static str {
        "confirm-title"
    }

    fn place(&self, _scene: &Scene<'_>, area: Rect) -> Rect {
        let width = area.width.min(WIDTH);
        let rows = prose::wrap(&self.words, width.saturating_sub(4)).len();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        centered(area, width, rows.saturating_add(2))
    }
}
