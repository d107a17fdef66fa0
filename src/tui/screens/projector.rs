//! What stands before the whole room: the step the group is at, as large as the wall allows. It takes no keys, and
//! nothing moves by itself but the timer.

mod actions;
mod board;
mod closing;
mod figures;
mod grid;
mod lobby;
mod matrix;
mod notes;
mod outcome;
mod poster;
mod scenario;
mod tasks;
mod wall;

use std::cell::OnceCell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::binding::Binding;
use crate::tui::popup::invitation::qr;
use crate::tui::scene::Scene;
use crate::tui::screen::Screen;
use crate::tui::widget::qr::Code;
use crate::vocabulary::StepKind;

/// The projector, at every step.
#[derive(Debug, Default)]
pub(super) struct Projector {
    /// The page that tells how to join as a code for cameras. It stays the same while the program runs, and takes long to make.
    code: OnceCell<Option<Code>>,
}

impl Projector {
    fn code(&self, scene: &Scene<'_>) -> Option<&Code> {
        let code = self.code.get_or_init(|| qr(scene.invitation));
        code.as_ref()
    }
}

impl Screen for Projector {
    const BINDINGS: &'static [Binding<Self>] = &[];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let page = page(area);
        if page.is_empty() {
            return None;
        }
        let kind = scene.view.step_kind();
        if scene.view.closed_at().is_some() {
            closing::draw(scene, page, buf);
        } else if let Some(before_all) = wall::spotlit(scene)
            && kind != StepKind::Converge
        {
            wall::draw_spotlit(scene, before_all, page, buf);
        } else {
            match kind {
                StepKind::Welcome => lobby::draw(scene, self.code(scene), page, buf),
                StepKind::Brief => scenario::draw_brief(scene, page, buf),
                StepKind::Write => scenario::draw_prompts(scene, page, buf),
                StepKind::Share => wall::draw(scene, page, buf),
                StepKind::Sort => tasks::draw_sorting(scene, page, buf),
                StepKind::Converge => board::draw(scene, page, buf),
                StepKind::Recurrence => matrix::draw(scene, page, buf),
                StepKind::Vote => tasks::draw_voting(scene, page, buf),
                StepKind::Reflect => outcome::draw(scene, page, buf),
                StepKind::Act => actions::draw(scene, page, buf),
                StepKind::Close => closing::draw(scene, page, buf),
            }
        }
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }
}

/// What is left of the area inside its margins.
fn page(area: Rect) -> Rect {
    let across = (area.width / 24).max(1);
    let down = u16::from(area.height >= 12) + u16::from(area.height >= 36);
    Rect {
        x: area.x.saturating_add(across),
        y: area.y.saturating_add(down),
        width: area.width.saturating_sub(across.saturating_mul(2)),
        height: area.height.saturating_sub(down.saturating_mul(2)),
    }
}

/// Parts a page in what is above and so many rows below, with a row of air between them where there is room.
fn parted(page: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(page.height);
    let above = page.height - rows;
    let bottom = Rect {
        y: page.y.saturating_add(above),
        height: rows,
        ..page
    };
    let air = u16::from(rows > 0 && above > 2);
    let top = Rect {
        height: above - air,
        ..page
    };
    (top, bottom)
}
