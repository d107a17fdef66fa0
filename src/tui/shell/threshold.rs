//! What stands there when a screen cannot: a terminal that is too small, a host that is not reached yet, a link that
//! has ended.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{FACILITATOR, PARTICIPANT};
use crate::locale::Locale;
use crate::seat::{Failure, cause_key, waits_its_turn};
use crate::tui::app::{App, Ending};
use crate::tui::knock;
use crate::tui::look::{Look, Paint, Sign};
use crate::tui::scene::Standing;
use crate::tui::widget::prose;
use crate::vocabulary::Role;

/// The widest a sentence gets, so that it stays readable.
const WIDTH: u16 = 60;

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
        (Some(ending), _) => knock::with_keys(&ending_words(locale, ending), false, locale),
        (None, Standing::Lost { cause }) if waits_its_turn(cause) => {
            knock::with_keys(&locale.say("waits-its-turn"), false, locale)
        }
        (None, Standing::Lost { cause }) => {
            let cause = cause_key(cause).map_or_else(|| cause.clone(), |key| locale.say(key));
            let cause = cause.trim_end_matches('.');
            let place = app.desk.invitation.place();
            let key = if place.is_empty() {
                "outside-lost"
            } else {
                "outside-lost-at"
            };
            let words = locale.say_with(key, &[("cause", cause.into()), ("place", place.into())]);
            knock::with_keys(&words, app.takes_long(), locale)
        }
        (None, Standing::Unmet | Standing::There | Standing::Past) => {
            knock::connecting(app.desk.invitation.place(), app.takes_long(), locale)
        }
    };
    middle(&words, app.desk.look, area, buf);
}

/// The last words: how it ended and what can be done now, whole and with nothing to type into; below, what was typed
/// here and never left.
pub(super) fn ended(app: &App, ending: &Ending, area: Rect, buf: &mut Buffer) {
    let (locale, look) = (app.desk.locale, app.desk.look);
    let width = area.width.saturating_sub(2).min(WIDTH);
    let words = ending_words(locale, ending);
    let mut lines: Vec<(String, Paint)> = wrapped(&words, width, Paint::Strong);
    if let (Ending::Failed(_), Some(room)) = (ending, &app.desk.invitation.typed) {
        let words = locale.say_with("over-at", &[("room", room.as_str().into())]);
        lines.extend(wrapped(&words, width, Paint::Text));
    }
    let texts = app.unsent();
    let keys = if texts.is_empty() {
        locale.say("outside-quit")
    } else {
        lines.push((String::new(), Paint::Text));
        lines.extend(wrapped(&locale.say("over-unsent"), width, Paint::Text));
        let room = usize::from(area.height).saturating_sub(lines.len() + 2);
        lines.extend(unsent(&texts, width, room, look));
        locale.say("over-keys")
    };
    let (last, paint) = match &app.notice {
        Some((notice, _)) => (notice.words.clone(), Paint::Good),
        None => (keys, Paint::Quiet),
    };
    lines.push((String::new(), Paint::Text));
    lines.push((last, paint));
    rows(&lines, width, look, area, buf);
}

/// Texts as far as there is room for them; what is left out is on disk like the rest.
fn unsent(texts: &[&str], width: u16, room: usize, look: Look) -> Vec<(String, Paint)> {
    let texts = texts.iter();
    let mut lines: Vec<_> = texts
        .flat_map(|text| wrapped(text, width, Paint::Accent))
        .collect();
    if lines.len() > room {
        lines.truncate(room);
        if let Some((last, _)) = lines.last_mut() {
            let more = format!("{last} {}", look.sign(Sign::Ellipsis));
            *last = prose::cut(&more, width, look).into_owned();
        }
    }
    lines
}

fn wrapped(text: &str, width: u16, paint: Paint) -> Vec<(String, Paint)> {
    let lines = prose::wrap(text, width).into_iter();
    lines.map(|line| (line.into_owned(), paint)).collect()
}

/// How it ended, as a sentence.
fn ending_words(locale: Locale, ending: &Ending) -> String {
    match ending {
        Ending::Left { .. } => locale.say("over-left"),
        Ending::Closed => locale.say("over-closed"),
        Ending::Replaced => locale.say("replaced"),
        Ending::Removed => locale.say("fault-removed"),
        Ending::Failed(Failure::NewCode) => locale.say("failed-new-code"),
        Ending::Failed(Failure::OtherSession) => locale.say("failed-other-session"),
        Ending::Failed(Failure::Distrust(distrust)) => locale.say(distrust.key()),
        Ending::Failed(Failure::Fault(fault)) => locale.say(&format!("fault-{}", fault.as_str())),
    }
}

/// Sentences in the middle of the area.
pub(in crate::tui) fn middle(words: &str, look: Look, area: Rect, buf: &mut Buffer) {
    let width = area.width.saturating_sub(2).min(WIDTH);
    let lines = wrapped(words, width, Paint::Text);
    rows(&lines, width, look, area, buf);
}

fn rows(lines: &[(String, Paint)], width: u16, look: Look, area: Rect, buf: &mut Buffer) {
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let top = area.y + area.height.saturating_sub(height) / 2;
    let left = area.x + area.width.saturating_sub(width) / 2;
    for (row, (text, paint)) in (top..area.bottom()).zip(lines) {
        let place = Rect::new(left, row, width, 1);
        prose::put(buf, place, text, look.style(*paint));
    }
}
