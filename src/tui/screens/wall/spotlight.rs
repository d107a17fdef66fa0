//! The card before everyone, large on top of the wall.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget as _};

use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::{after, below, prose};
use crate::workshop::entry::Contribution;

/// Rows from which on there is air around the card before everyone.
const AIRY: u16 = 20;

/// The card before everyone, if there is one.
pub(super) fn card<'a>(scene: &Scene<'a>) -> Option<&'a Contribution> {
    scene.view.contributions().get(&scene.view.spotlight()?)
}

/// The rows of air there is room for in an area.
pub(super) fn air(inner: Rect) -> u16 {
    u16::from(inner.height >= AIRY)
}

/// The rows it takes in an area: half of it at most.
pub(super) fn rows(card: &Contribution, inner: Rect) -> u16 {
    let width = inner.width.saturating_sub(6);
    let text = prose::height(card.text.as_str(), width);
    let rows = text.saturating_add(3).saturating_add(air(inner) * 2);
    rows.min(inner.height / 2)
}

/// Draws it, large.
pub(super) fn draw(card: &Contribution, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let look = scene.look;
    // One row of air below it.
    let area = Rect {
        height: area.height.saturating_sub(1),
        ..area
    };
    let between = look.sign(Sign::Between);
    let persona = card.persona.as_ref().map(|id| scene.role_of(id));
    let persona = persona.map(|role| format!(" {between} {role}"));
    let title = format!(
        " {} {} {between} {}{} ",
        look.sign(Sign::Spotlight),
        card.id,
        scene.locale.kind(card.kind),
        persona.unwrap_or_default()
    );
    let title = prose::cut(&title, area.width.saturating_sub(2), look);
    let block = Block::bordered()
        .border_set(look.border())
        .border_style(look.style(Paint::FrameFocus))
        .title(Line::styled(title, look.style(Paint::Title)));
    let inside = block.inner(area);
    block.render(area, buf);
    let rows = prose::height(card.text.as_str(), inside.width.saturating_sub(4));
    let spare = inside.height.saturating_sub(rows) / 2;
    let text = after(below(inside, spare), 2);
    let text = Rect {
        width: text.width.saturating_sub(2),
        ..text
    };
    let style = look.style(Paint::Strong);
    prose::flow(buf, text, card.text.as_str(), style);
    if rows > text.height {
        let last = below(text, text.height.saturating_sub(1));
        let mark = look.sign(Sign::Ellipsis);
        prose::put_right(buf, last, mark, look.style(Paint::Quiet));
    }
}
