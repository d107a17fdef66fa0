//! The head of the page (who met, when, how long it took) and its foot (what is left out, the standing warning).

use super::charts;
use super::grid::Grid;
use super::page::Page;
use super::words::{Words, day_and_time, minutes};
use crate::locale::Locale;
use crate::report::session::{Organisation, Session, StepTime};
use crate::report::{By, Unreadable};
use crate::text::{Lines, clean};
use crate::workshop::SMALL;

pub(super) fn write(page: &mut Page, words: &Words<'_>) {
    let report = words.report;
    let sessions = report.sessions.len();
    if let [session] = report.sessions.as_slice() {
        let title = words.own(session.title.as_str());
        page.title(&words.with("report-title", &[("title", title.into())]));
        page.say(words.text(&report.not_the_study));
        page.blank();
        one(page, words, session);
    } else {
        page.title(&words.count("report-title-several", sessions));
        page.say(&words.count("report-several-not-the-study", sessions));
        several(page, words);
    }
    page.blank();
    page.say(&words.say(match report.by {
        By::Primary => "report-by-primary",
        By::Any => "report-by-any",
    }));
}

/// The time each step of a single session took, or each scenario of several.
pub(super) fn times(page: &mut Page, words: &Words<'_>) {
    match words.report.sessions.as_slice() {
        [] => {}
        [session] => steps(page, words, session),
        _ => times_of_scenarios(page, words),
    }
}

fn one(page: &mut Page, words: &Words<'_>, session: &Session) {
    page.say(&words.with("report-session", &[("session", session.id.as_str().into())]));
    page.say(&date(words, session));
    page.say(&words.with(
        "report-language",
        &[("language", words.language(session.language).into())],
    ));
    page.say(&words.with(
        "report-anonymity",
        &[(
            "anonymity",
            words.locale.anonymity(session.anonymity).into(),
        )],
    ));
    page.say(&words.count("report-head-participants", session.participants));
    if let Some(small) = small(words, session) {
        page.warn(&small);
    }
    page.say(&words.say("report-organisations"));
    for organisation in &session.organisations {
        page.bullet(&came_from(words, organisation));
    }
    if session.without_organisation != Some(0) || session.organisations.is_empty() {
        let count = without_organisation(words, session);
        page.bullet(&count);
    }
    organisations_withheld(page, words);
    page.say(&words.count("report-head-contributions", session.contributions));
    let kinds = session.kinds.0.iter();
    let kinds = kinds.map(|(kind, count)| format!("{} {count}", words.locale.kind(*kind)));
    page.bullet(&kinds.collect::<Vec<_>>().join(", "));
    let sources = session.sources.0.iter().filter(|(_, count)| *count > 0);
    let sources =
        sources.map(|(source, count)| format!("{} {count}", words.locale.source(*source)));
    let sources: Vec<String> = sources.collect();
    if !sources.is_empty() {
        page.bullet(&sources.join(", "));
    }
    page.say(&scenarios_run(words, session));
}

fn several(page: &mut Page, words: &Words<'_>) {
    page.heading("sessions", &words.say("report-sessions"));
    for (index, session) in words.report.sessions.iter().enumerate() {
        let tag = (index + 1).to_string();
        let title = words.own(session.title.as_str());
        page.tagged(&tag, &format!("{title} ({})", session.id));
        page.under(&tag, &date(words, session));
        let figures = [
            words.count("report-participants", session.participants),
            words.count("report-contributions", session.contributions),
            words.locale.anonymity(session.anonymity),
        ];
        page.under(&tag, &figures.join(", "));
        page.under(&tag, &scenarios_run(words, session));
        if let Some(small) = small(words, session) {
            page.warn_under(&tag, &small);
        }
        for organisation in &session.organisations {
            page.under(&tag, &came_from(words, organisation));
        }
        if session.without_organisation != Some(0) {
            let count = without_organisation(words, session);
            page.under(&tag, &count);
        }
    }
    organisations_withheld(page, words);
}

/// How many came from nowhere that is known. Where names were taken out, nobody can tell any more who had said none. What
/// is not told stands here too: of those people, or of all organisations.
fn without_organisation(words: &Words<'_>, session: &Session) -> String {
    let Some(count) = session.without_organisation else {
        return words.say(if session.organisations.is_empty() {
            "report-withheld-organisations"
        } else {
            "report-withheld-without-organisation"
        });
    };
    let key = if session.organisations_redacted {
        "report-redacted-organisation"
    } else {
        "report-without-organisation"
    };
    words.count(key, count)
}

/// Says what stands for the figures of organisations that are not told, where any are not.
fn organisations_withheld(page: &mut Page, words: &Words<'_>) {
    let withheld = &words.report.withheld;
    if withheld.organisations > 0 {
        page.say(&words.count("report-withheld-how", withheld.below));
    }
}

fn date(words: &Words<'_>, session: &Session) -> String {
    let (day, from) = day_and_time(session.opened_at);
    let Some(closed_at) = session.closed_at else {
        return words.with(
            "report-date-under-way",
            &[("day", day.into()), ("from", from.into())],
        );
    };
    let (last_day, to) = day_and_time(closed_at);
    let to = if last_day == day {
        to
    } else {
        format!("{last_day} {to}")
    };
    words.with(
        "report-date",
        &[
            ("day", day.into()),
            ("from", from.into()),
            ("to", to.into()),
        ],
    )
}

fn small(words: &Words<'_>, session: &Session) -> Option<String> {
    let warning = || words.count("report-small", SMALL);
    session.small.then(warning)
}

fn came_from(words: &Words<'_>, organisation: &Organisation) -> String {
    let people = match organisation.participants {
        Some(count) => words.count("report-participants", count),
        None => words.say("report-withheld-participants"),
    };
    let kind = organisation.kind.map_or_else(
        || words.say("report-kind-not-said"),
        |kind| words.locale.organisation_kind(kind),
    );
    let name = words.own(organisation.name.as_str());
    words.said(&format!("{name} ({kind})"), &people)
}

fn scenarios_run(words: &Words<'_>, session: &Session) -> String {
    let run = session.scenarios_run.iter();
    let names: Vec<String> = run.map(|id| words.scenario(id)).collect();
    words.with(
        "report-scenarios-run",
        &[
            ("run", names.len().into()),
            ("of", session.scenarios_of.into()),
            ("names", names.join(", ").into()),
        ],
    )
}

/// The time of each step of one session.
fn steps(page: &mut Page, words: &Words<'_>, session: &Session) {
    let heading = words.say("report-steps");
    page.heading("steps", &heading);
    page.say(&words.say("report-steps-how"));
    let heads = ["report-step", "report-planned", "report-used"];
    let mut grid = Grid::new("steps", heading, heads.map(|key| words.say(key)).to_vec());
    for step in &session.steps {
        grid.row(
            &step.id,
            vec![
                name_of(words, step),
                minutes(step.minutes_planned * 60),
                used(words, step),
            ],
        );
    }
    page.chart(charts::steps(words, session));
    page.grid(with_total(words, grid));
}

/// The time of each scenario, over several sessions.
fn times_of_scenarios(page: &mut Page, words: &Words<'_>) {
    let heading = words.say("report-times");
    page.heading("steps", &heading);
    page.say(&words.say("report-times-how"));
    let heads = ["report-scenario", "report-planned", "report-used"];
    let mut grid = Grid::new("steps", heading, heads.map(|key| words.say(key)).to_vec());
    for (scenario, one) in &words.report.denominators.by_scenario.0 {
        grid.row(
            scenario,
            vec![
                words.scenario(scenario),
                minutes(one.minutes_planned * 60),
                minutes(one.seconds_used),
            ],
        );
    }
    page.chart(charts::times(words));
    page.grid(with_total(words, grid));
}

/// The time of all steps, of those outside scenarios too.
fn with_total(words: &Words<'_>, mut grid: Grid) -> Grid {
    let all = &words.report.denominators;
    grid.sum(
        "total",
        vec![
            words.say("report-total"),
            minutes(all.minutes_planned * 60),
            minutes(all.seconds_used),
        ],
    );
    grid
}

/// What a step is called.
pub(super) fn name_of(words: &Words<'_>, step: &StepTime) -> String {
    let kind = words.locale.step(step.kind);
    match &step.scenario {
        Some(scenario) => format!("{kind}, {}", words.scenario(scenario)),
        None => kind,
    }
}

fn used(words: &Words<'_>, step: &StepTime) -> String {
    if step.visits == 0 {
        return words.say("report-step-not-done");
    }
    let used = minutes(step.seconds_used);
    if step.under_way {
        words.with("report-step-under-way", &[("used", used.into())])
    } else {
        used
    }
}

pub(super) fn left_out(page: &mut Page, words: &Words<'_>) {
    let left_out = words.report.left_out;
    page.heading("left-out", &words.say("report-left-out"));
    if left_out.total() == 0 {
        page.say(&words.say("report-left-out-nothing"));
        return;
    }
    page.say(&words.say("report-left-out-how"));
    for (key, count) in [
        ("report-left-out-hidden", left_out.hidden),
        ("report-left-out-withdrawn", left_out.withdrawn),
        ("report-left-out-facilitator", left_out.facilitator),
    ] {
        page.bullet(&words.count(key, count));
    }
}

/// The files that could not be read, where there are any: without them less is told than was asked for.
pub(super) fn unreadable(page: &mut Page, locale: Locale, unreadable: &[Unreadable]) {
    if unreadable.is_empty() {
        return;
    }
    page.heading("unreadable", &locale.say("report-unreadable"));
    let count = unreadable.len().into();
    page.warn(&locale.say_with("report-unreadable-how", &[("count", count)]));
    for one in unreadable {
        page.bullet(&clean(&one.reason, Lines::One));
    }
}

pub(super) fn warning(page: &mut Page, words: &Words<'_>) {
    page.heading("note", &words.say("report-warning"));
    page.warn(words.text(&words.report.warning));
}
