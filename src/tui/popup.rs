//! Popups: a small stack above the screen. Each asks one thing and goes away; what was typed in one is kept under its
//! name when it goes away unfinished.

mod confirm;
mod form;
mod help;
pub mod invitation;
mod narrowing;
mod palette;
mod picker;
mod reader;

use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget as _};

pub use confirm::Confirm;
pub use form::Form;
pub use help::help;
pub(super) use help::help_text;
pub use invitation::{INVITATION, Invite};
pub(super) use narrowing::Narrowing;
pub use palette::palette;
pub use picker::{Choice, Picker};
pub use reader::Reader;

use super::intent::Intent;
use super::look::{Look, Paint};
use super::scene::Scene;
use super::screen::Screen;
use super::widget::prose;

/// What follows from an answer.
struct Then<A>(Box<dyn Fn(A) -> Vec<Intent> + Send>);

impl<A> fmt::Debug for Then<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Then")
    }
}

/// A place in the middle, as large as wanted and as there is room for.
pub(super) fn centered(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

/// Draws a frame with a title and, below, what the keys do here; returns what is inside, a cell of air to both sides.
pub(super) fn framed<P: Screen>(
    popup: &P,
    title: &str,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let look = scene.look;
    let block = Block::bordered()
        .border_set(look.border())
        .border_style(look.style(Paint::FrameFocus))
        .title(Line::styled(format!(" {title} "), look.style(Paint::Title)))
        .title_bottom(
            Line::styled(
                keys(popup, inside(area).width.saturating_add(2), scene, look),
                look.style(Paint::Quiet),
            )
            .right_aligned(),
        );
    block.render(area, buf);
    inside(area)
}

/// What is inside a popup's frame, with a cell of air to both sides.
pub(super) fn inside(area: Rect) -> Rect {
    let inner = Block::bordered().inner(area);
    Rect {
        x: inner.x.saturating_add(1).min(inner.right()),
        width: inner.width.saturating_sub(2),
        ..inner
    }
}

/// The keys of a popup, on its lower edge: as many as fit, those that matter most before others.
fn keys<P: Screen>(popup: &P, width: u16, scene: &Scene<'_>, look: Look) -> String {
    let bindings = P::BINDINGS.iter();
    let mut shown: Vec<_> = bindings
        .filter(|binding| binding.rank != super::binding::HELP && (binding.when)(popup, scene))
        .map(|binding| {
            let words = format!("{} {}", look.key(binding.key), scene.say(binding.name));
            (binding.rank, words)
        })
        .collect();
    loop {
        let words: Vec<&str> = shown.iter().map(|(_, words)| words.as_str()).collect();
        let line = format!(" {} ", words.join("  "));
        let last = shown.iter().enumerate().max_by_key(|(_, (rank, _))| *rank);
        match last.map(|(at, _)| at) {
            Some(last) if shown.len() > 1 && prose::width(&line) > width => shown.remove(last),
            _ => return line,
        };
    }
}
