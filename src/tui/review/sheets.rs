//! What the review writes on pages of its own: a contribution with all that befell it, when the group was where, a list
//! of contributions, and the list of sessions. A page is read on the screen and copied as Markdown alike.

mod befallen;

use super::items::{Item, Items};
use super::leaf::Room;
use super::names::{Names, day, time};
use super::view::{View, tally_words};
use crate::report::session::StepTime;
use crate::report::table;
use crate::report::table::grid::Grid;
use crate::report::table::page::Page;
use crate::review::catalogue::Entry;
use crate::review::digest::Digest;
use crate::review::opened::{Course, Detail, Key, Opened};
use crate::workshop::entry::VisitEvent;

/// A part of what was opened, whole.
pub(super) fn of_view(view: View, opened: &Opened, items: Option<&Items>, room: &Room<'_>) -> Page {
    match (view, items) {
        (View::Comparison, _) => {
            let comparison = opened.comparison.as_ref();
            let page = |comparison| table::comparison::page(comparison, room.locale);
            comparison.map_or_else(Page::default, page)
        }
        (View::Timeline, _) => timeline(opened, room),
        (View::Contributions, Some(items)) => listed(&room.say(view.title()), items),
        (View::Overview, _) => {
            let mut page = table::parts(&opened.report, room.locale, view.parts());
            for warning in &opened.warnings {
                page.warn(warning);
            }
            page
        }
        _ => table::parts(&opened.report, room.locale, view.parts()),
    }
}

/// A list with a name.
pub(super) fn listed(title: &str, items: &Items) -> Page {
    let mut page = Page::default();
    page.heading("list", title);
    if !items.preface.is_empty() {
        page.say(&items.preface);
    }
    for item in items.shown() {
        put(&mut page, item);
    }
    page
}

fn put(page: &mut Page, item: &Item) {
    if item.tag.is_empty() {
        page.bullet(&item.text);
    } else {
        page.tagged(&item.tag, &item.text);
    }
    for about in &item.about {
        page.under(&item.tag, about);
    }
}

/// Where the people of a session come from, or that it was taken out.
pub(super) fn from(digest: &Digest, room: &Room<'_>) -> String {
    if digest.organisations.is_empty() && digest.organisations_redacted {
        return room.say("review-organisations-redacted");
    }
    digest.organisations.join(", ")
}

/// The sessions as they are listed.
pub(super) fn sessions<'a>(entries: impl Iterator<Item = &'a Entry>, room: &Room<'_>) -> Page {
    let heads = [
        "review-head-title",
        "review-head-date",
        "review-head-organisations",
        "review-head-participants",
        "review-head-contributions",
        "review-head-scenarios",
    ];
    let caption = room.say("report-sessions");
    let heads = heads.map(|key| room.say(key)).to_vec();
    let mut grid = Grid::new("sessions", caption, heads);
    let mut unread = Vec::new();
    for entry in entries {
        match &entry.content {
            Ok(digest) => {
                let cells = vec![
                    digest.title.to_string(),
                    day(digest.opened_at),
                    from(digest, room),
                    digest.participants.to_string(),
                    digest.contributions.to_string(),
                    format!("{}/{}", digest.scenarios_run, digest.scenarios_of),
                ];
                grid.row(&digest.id, cells);
            }
            Err(why) => unread.push(why),
        }
    }
    let mut page = Page::default();
    page.heading("sessions", &room.say("report-sessions"));
    page.grid(grid);
    for why in unread {
        page.warn(why);
    }
    page
}

/// A contribution, and all that befell it.
pub(super) fn card(key: &Key, opened: &Opened, room: &Room<'_>) -> Page {
    let mut page = Page::default();
    let names = Names::of(&opened.report, room);
    let (Some(quote), Some(detail)) = (opened.quote(key), opened.detail(key)) else {
        page.say(&room.say("review-not-told"));
        return page;
    };
    page.title(&names.tag(&quote.session, quote.contribution));
    page.say(quote.text.as_str());
    page.blank();
    page.say(&names.origin(quote));
    let sessions = &opened.report.sessions;
    let session = sessions.iter().find(|session| session.id == key.0);
    if let Some(session) = session.filter(|_| sessions.len() > 1) {
        let title = format!("{} ({})", session.title, day(session.opened_at));
        page.say(&title);
    }
    if let Some(prompt) = &detail.prompt {
        let persona = match &quote.persona {
            Some(persona) => names.persona(persona),
            None => room.say("report-persona"),
        };
        let prompt = prompt.put_to(Some(&persona), room.locale.language());
        page.say(&room.say_with("review-prompt", &[("prompt", prompt.into())]));
    }
    page.heading("where", &room.say("review-where"));
    page.say(&names.settled(quote));
    if quote.group.is_some() {
        let label = detail.label.as_ref().map_or_else(
            || room.say("report-group-without-label"),
            ToString::to_string,
        );
        page.say(&room.say_with("review-in-group", &[("label", label.into())]));
    }
    sorts(&mut page, detail, &names, room);
    suggestion(&mut page, detail, &names, room);
    page.heading("log", &room.say("review-log"));
    for (index, line) in detail.log.iter().enumerate() {
        let at = line.at.map_or_else(|| (index + 1).to_string(), time);
        page.tagged(&at, &befallen::words(line, &names, room));
    }
    page
}

fn sorts(page: &mut Page, detail: &Detail, names: &Names<'_>, room: &Room<'_>) {
    page.heading("sorts", &room.say("review-sorts"));
    let count: u32 = detail.tally.values().sum();
    if count == 0 {
        page.say(&room.say("review-sorts-none"));
    } else {
        let tally = [
            ("count", count.into()),
            ("tally", tally_words(&detail.tally, names).into()),
        ];
        page.say(&room.say_with("review-sorts-tally", &tally));
    }
}

fn suggestion(page: &mut Page, detail: &Detail, names: &Names<'_>, room: &Room<'_>) {
    let Some(suggestion) = &detail.suggestion else {
        return;
    };
    page.heading("suggestion", &room.say("review-suggestion"));
    for ranked in suggestion.ranking.iter().take(3) {
        let percent = names.percent(ranked.confidence);
        page.bullet(&format!("{} {percent}", names.place(&ranked.place)));
    }
    if let Some(reasons) = befallen::reasons(&suggestion.because, room) {
        page.say(&reasons);
    }
}

/// When the group was where, and how long.
fn timeline(opened: &Opened, room: &Room<'_>) -> Page {
    let mut page = table::parts(&opened.report, room.locale, View::Timeline.parts());
    let names = Names::of(&opened.report, room);
    page.heading("timeline", &room.say("review-timeline"));
    page.say(&room.say("review-timeline-how"));
    for (course, session) in opened.courses.iter().zip(&opened.report.sessions) {
        if opened.courses.len() > 1 {
            page.blank();
            page.say(&format!("{} ({})", session.title, day(session.opened_at)));
        }
        page.grid(visits(course, &session.steps, &names, room));
    }
    page
}

fn visits(course: &Course, steps: &[StepTime], names: &Names<'_>, room: &Room<'_>) -> Grid {
    let heads = [
        "report-step",
        "review-from",
        "report-planned",
        "report-used",
    ];
    let caption = room.say("review-timeline");
    let heads = heads.map(|key| room.say(key)).to_vec();
    let mut grid = Grid::new("visits", caption, heads);
    for (index, visit) in course.visits.iter().enumerate() {
        let step = steps.iter().find(|step| step.id == visit.step);
        let kind = step.map_or_else(
            || visit.step.to_string(),
            |step| room.locale.step(step.kind),
        );
        let scenario = step.and_then(|step| step.scenario.as_ref());
        let name = match scenario {
            Some(scenario) => format!("{kind}, {}", names.scenario(scenario)),
            None => kind,
        };
        if visit.event == VisitEvent::Closed {
            let end = room.say("review-closed");
            let cells = vec![end, time(visit.at), String::new(), String::new()];
            grid.row(&visit.step, cells);
            continue;
        }
        let next = course.visits.get(index + 1);
        let used = next.map(|next| next.at.millis_since(visit.at) / 1_000);
        let clock = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
        let cells = vec![
            name,
            time(visit.at),
            clock(step.map_or(0, |step| step.minutes_planned * 60)),
            used.map_or_else(|| room.say("review-under-way"), clock),
        ];
        grid.row(&visit.step, cells);
    }
    grid
}
