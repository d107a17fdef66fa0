//! Where the parts of the writing screen stand: the field first, then what is asked, then as much of the rest as there
//! is room for. Drawing and the mouse share it.

use ratatui::layout::Rect;

use super::Write;
use crate::tui::scene::Scene;
use crate::tui::widget::{self, prose};
use crate::vocabulary::Kind;

/// From this height on, there is room for air, a frame and headings.
const ROOMY: u16 = 18;
/// From this width on, the whole persona stands beside the field.
const WIDE: u16 = 100;
/// The width of the persona beside the field.
const BESIDE: u16 = 36;
/// The widest everything together gets.
const WIDEST: u16 = 126;

/// Where everything stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Places {
    /// Who I am, and the done light.
    pub(super) role: Rect,
    /// The time that is left, where large type is asked for and there is room.
    pub(super) time: Rect,
    /// The prompt.
    pub(super) ask: Rect,
    /// What is expected of me; the field says it while it is empty where there is no room.
    pub(super) expect: Rect,
    /// What is in the field.
    pub(super) label: Rect,
    /// The frame around the field, where there is one.
    pub(super) frame: Option<Rect>,
    /// The field.
    pub(super) field: Rect,
    /// The kinds, and the counter.
    pub(super) kinds: Rect,
    /// The heading of one's own list.
    pub(super) heading: Rect,
    /// One's own list.
    pub(super) list: Rect,
    /// The whole persona.
    pub(super) beside: Option<Rect>,
}

impl Places {
    pub(super) fn of(write: &Write, scene: &Scene<'_>, area: Rect) -> Self {
        let is_roomy = area.height >= ROOMY;
        let width = area.width.saturating_sub(2).min(WIDEST);
        let mut rest = Rect {
            x: area.x + (area.width - width) / 2,
            width,
            ..area
        };
        let has_beside = is_roomy && area.width >= WIDE;
        let beside = has_beside.then(|| {
            let beside = Rect {
                x: rest.right().saturating_sub(BESIDE),
                width: BESIDE,
                ..rest
            };
            rest.width = rest.width.saturating_sub(BESIDE + 4);
            beside
        });
        let (prompt, expect) = write.asked(scene);
        let width = rest.width;
        let air = u16::from(is_roomy);
        let mut take = |rows: u16| widget::take(&mut rest, rows);
        let role = take(if is_roomy && !has_beside { 3 } else { 1 });
        take(air * u16::from(!has_beside));
        let large = u16::from(is_roomy && scene.look.large);
        let time = take(large);
        take(large);
        let ask = take(prose::height(&prompt, width).min((area.height / 3).max(1)));
        take(large);
        let expect = take(air * prose::height(&expect, width).min(2));
        take(air);
        let frame = is_roomy.then(|| take((area.height / 5).clamp(3, 8) + 2));
        let (label, field) = match frame {
            Some(frame) => within(frame),
            None => (take(1), take(3)),
        };
        let kinds = take(1);
        take(air);
        let heading = take(air);
        Self {
            role,
            time,
            ask,
            expect,
            label,
            frame,
            field,
            kinds,
            heading,
            list: rest,
            beside,
        }
    }
}

/// The label on a frame, and the field inside it.
fn within(frame: Rect) -> (Rect, Rect) {
    let label = Rect {
        x: frame.x.saturating_add(2),
        width: frame.width.saturating_sub(4),
        height: frame.height.min(1),
        ..frame
    };
    let field = Rect {
        y: frame.y.saturating_add(1),
        height: frame.height.saturating_sub(2),
        ..label
    };
    (label, field)
}

/// Where each kind stands on the row of kinds.
pub(super) fn kinds(scene: &Scene<'_>, row: Rect) -> Vec<(Kind, Rect)> {
    let mut x = row.x;
    let mut places = Vec::new();
    for kind in Kind::ALL.iter().copied() {
        let width = prose::width(&scene.locale.kind(kind)).saturating_add(2);
        let at = Rect { x, width, ..row };
        places.push((kind, at.intersection(row)));
        x = x.saturating_add(width);
    }
    places
}
