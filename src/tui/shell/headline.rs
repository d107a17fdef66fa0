//! The line above every screen: the step, the scenario, where in the agenda that is, the time and who is done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget as _;

use crate::tui::look::{Paint, Sign};
use crate::tui::scene::{Scene, Standing};
use crate::tui::widget::prose;
use crate::tui::widget::rail::{Entry, Stand};
use crate::vocabulary::Role;
use crate::workshop::entry::VisitEvent;
use crate::workshop::plan::Step;

/// What a step is called: its kind, and its scenario if it has one.
#[must_use]
pub(in crate::tui) fn step_words(scene: &Scene<'_>, step: &Step) -> String {
    let script = scene.view.plan().script(step.kind);
    let title = script.map(|script| scene.read(&script.title));
    let title = match title.filter(|title| !title.is_empty()) {
        Some(title) => title.to_owned(),
        None => scene.say(&format!("step-{}", step.kind)),
    };
    let scenario = step.scenario.as_ref();
    match scenario.and_then(|id| scene.view.plan().scenario(id)) {
        Some(scenario) => format!("{title} · {}", scene.read(&scenario.title)),
        None => title,
    }
}

/// Minutes and seconds.
#[must_use]
pub(in crate::tui) fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Draws the line. What matters least is left out first: the title, then how many are done.
pub(super) fn draw(scene: &Scene<'_>, place: Rect, buf: &mut Buffer) {
    let look = scene.look;
    buf.set_style(place, look.style(Paint::Title));
    let right = right(scene);
    let right_width = u16::try_from(right.width()).unwrap_or(u16::MAX);
    let left_width = place.width.saturating_sub(right_width);
    let left = left(scene);
    let left = prose::cut(&left, left_width, look);
    buf.set_stringn(
        place.x,
        place.y,
        left,
        usize::from(left_width),
        look.style(Paint::Title),
    );
    let at = Rect {
        x: place.x + left_width,
        width: right_width.min(place.width),
        ..place
    };
    right.render(at, buf);
}

fn left(scene: &Scene<'_>) -> String {
    let Some((here, step)) = scene.view.step() else {
        return String::new();
    };
    let agenda = scene.view.plan().agenda.len();
    format!(" {}/{agenda} {} ", here + 1, step_words(scene, step))
}

fn right(scene: &Scene<'_>) -> Line<'static> {
    let look = scene.look;
    let mut spans = Vec::new();
    let is_open = scene.view.closed_at().is_none();
    let marks = [
        (scene.presence.unencrypted, "headline-plain"),
        (scene.presence.locked && is_open, "headline-locked"),
    ];
    let marks = marks.iter().filter(|(holds, _)| *holds);
    for (_, key) in marks.filter(|_| scene.role == Role::Facilitator) {
        let text = format!(" {} ", scene.say(key));
        spans.push(Span::styled(text, look.style(Paint::Warn)));
    }
    if let Some(seconds) = scene.seconds_left() {
        let paint = if seconds <= 60 {
            Paint::Warn
        } else {
            Paint::Title
        };
        let text = format!("{} {} ", look.sign(Sign::Timer), clock(seconds));
        spans.push(Span::styled(text, look.style(paint)));
    }
    if scene.role != Role::Observer && is_open {
        let presence = scene.presence;
        let text = format!(
            "{} {}/{} ",
            look.sign(Sign::Done),
            presence.done,
            presence.connected
        );
        spans.push(Span::styled(text, look.style(Paint::Title)));
    }
    let (sign, paint) = match scene.standing {
        Standing::Past => return Line::from(spans),
        Standing::There => (Sign::Connected, Paint::Title),
        Standing::Lost { .. } | Standing::Unmet => (Sign::Lost, Paint::Warn),
    };
    spans.push(Span::styled(
        format!("{} ", look.sign(sign)),
        look.style(paint),
    ));
    Line::from(spans)
}

/// The agenda as a rail: every step, what was planned for it and what it took.
pub(super) fn agenda(scene: &Scene<'_>) -> Vec<Entry> {
    let here = scene.view.step().map_or(0, |(here, _)| here);
    let steps = scene.view.plan().agenda.iter().enumerate();
    let mut entries = Vec::new();
    let mut scenario = None;
    for (index, step) in steps {
        if step.scenario.is_some() && step.scenario != scenario {
            let id = step.scenario.as_ref();
            let found = id.and_then(|id| scene.view.plan().scenario(id));
            if let Some(found) = found {
                entries.push(Entry::head(scene.read(&found.title).to_owned()));
            }
        }
        scenario.clone_from(&step.scenario);
        let stand = match index.cmp(&here) {
            std::cmp::Ordering::Less => Stand::Past,
            std::cmp::Ordering::Equal => Stand::Now,
            std::cmp::Ordering::Greater => Stand::Next,
        };
        let label = scene.say(&format!("step-{}", step.kind));
        entries.push(Entry::step(
            label,
            step.minutes,
            minutes_used(scene, step),
            stand,
        ));
    }
    entries
}

/// The minutes the group has been at a step, over all its visits; `None` when it was never there.
fn minutes_used(scene: &Scene<'_>, step: &Step) -> Option<u64> {
    let timeline = scene.view.timeline();
    let mut used = None;
    for (index, visit) in timeline.iter().enumerate() {
        if visit.step != step.id || visit.event != VisitEvent::Entered {
            continue;
        }
        let until = timeline.get(index + 1).map_or(scene.now, |next| next.at);
        used = Some(used.unwrap_or(0) + until.millis_since(visit.at) / 60_000);
    }
    used
}
