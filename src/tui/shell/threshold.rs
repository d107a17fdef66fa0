//! What stands there when a screen cannot: a terminal that is too small, a host that is not reached yet, a link that
//! has ended.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{FACILITATOR, PARTICIPANT};
use crate::locale::Locale;
use crate::seat::{Failure, cause_key};
use crate::tui::app::{App, Ending};
use crate::tui::look::{Look, Paint};
use crate::tui::scene::Standing;
use crate::tui::widget::prose;
use crate::vocabulary::Role;

/// The smallest terminal a role's screens fit in: columns and rows.
pub(super) const fn smallest(role: Role) -> (u16, u16) {
    match role {
        Role::Facilitator => FACILITATOR,
        Role::Participant | Role::Observer => PARTICIPANT,
    }
}

pub(super) fn is_too_small(role: Role, area: Rect) -> bool {
    let (width, height) = smallest(role);
    area.width < width || area.height < height
}

/// Says how large it has to be.
pub(super) fn too_small(app: &App, area: Rect, buf: &mut Buffer) {
    let (width, height) = smallest(app.desk.role);
    let words = app.desk.locale.say_with(
        "too-small",
        &[
            ("width", width.into()),
            ("height", height.into()),
            ("has-width", area.width.into()),
            ("has-height", area.height.into()),
        ],
    );
    middle(&words, app.desk.look, area, buf);
}

/// Says that the host is not reached yet, or not any more.
pub(super) fn outside(app: &App, area: Rect, buf: &mut Buffer) {
    let locale = app.desk.locale;
    let words = match (&app.over, &app.desk.standing) {
        (Some(ending), _) => ending_words(locale, ending),
        (None, Standing::Lost { cause }) => {
            let cause = cause_key(cause).map_or_else(|| cause.clone(), |key| locale.say(key));
            let cause = cause.trim_end_matches('.');
            locale.say_with("outside-lost", &[("cause", cause.into())])
        }
        (None, Standing::Unmet | Standing::There | Standing::Past) => locale.say("outside-unmet"),
    };
    let words = format!("{words}\n\n{}", locale.say("outside-quit"));
    middle(&words, app.desk.look, area, buf);
}

/// How it ended, as a sentence.
pub(super) fn ending_words(locale: Locale, ending: &Ending) -> String {
    match ending {
        Ending::Left { .. } => locale.say("over-left"),
        Ending::Closed => locale.say("over-closed"),
        Ending::Replaced => locale.say("replaced"),
        Ending::Removed => locale.say("fault-removed"),
        Ending::Failed(Failure::OtherSession) => locale.say("failed-other-session"),
        Ending::Failed(Failure::Distrust(distrust)) => locale.say(distrust.key()),
        Ending::Failed(Failure::Fault(fault)) => locale.say(&format!("fault-{}", fault.as_str())),
    }
}

/// Sentences in the middle of the area.
fn middle(words: &str, look: Look, area: Rect, buf: &mut Buffer) {
    let width = area.width.saturating_sub(2).min(60);
    let lines = prose::wrap(words, width);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let top = area.y + area.height.saturating_sub(height) / 2;
    let left = area.x + area.width.saturating_sub(width) / 2;
    for (row, text) in (top..area.bottom()).zip(&lines) {
        buf.set_stringn(left, row, text, usize::from(width), look.style(Paint::Text));
    }
}
