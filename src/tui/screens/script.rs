//! What a step is for: what to say and what people may do, for whoever leads; what is expected, for everybody else.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::binding::Binding;
use crate::tui::intent::Intent;
use crate::tui::look::Paint;
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;
use crate::tui::screen::Screen;
use crate::tui::widget::prose;
use crate::vocabulary::Role;

/// What to say aloud at this step and what people may do, to read and put away again.
pub(super) fn aloud(scene: &Scene<'_>) -> Vec<Intent> {
    let Some(script) = scene.view.plan().script(scene.view.step_kind()) else {
        return Vec::new();
    };
    let text = format!("{}\n\n{}", scene.read(&script.say), scene.read(&script.may));
    let reader = Reader::of(scene.read(&script.title).to_owned(), text);
    vec![Intent::Open(Box::new(reader))]
}

/// The script of a step.
#[derive(Debug, Default)]
pub(super) struct Script;

impl Screen for Script {
    const BINDINGS: &'static [Binding<Self>] = &[];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let script = scene.view.plan().script(scene.view.step_kind())?;
        let texts = match scene.role {
            Role::Facilitator => vec![scene.read(&script.say), scene.read(&script.may)],
            Role::Participant | Role::Observer => vec![scene.read(&script.expect)],
        };
        let width = area.width.saturating_sub(2);
        let lines = texts.iter().flat_map(|text| {
            let mut lines = prose::wrap(text, width);
            lines.push("".into());
            lines
        });
        for (row, line) in (area.top().saturating_add(1)..area.bottom()).zip(lines) {
            buf.set_stringn(
                area.x + 1,
                row,
                line,
                usize::from(width),
                scene.look.style(Paint::Text),
            );
        }
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }
}
