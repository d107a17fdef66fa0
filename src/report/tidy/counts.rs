//! The tables of counts: the sessions, what the counts are out of, and the matrices, a cell a line.

use super::{Cell, Sheet, figure, maybe, text, told};
use crate::report::Report;
use crate::report::session::Session;

pub(super) fn sessions(report: &Report) -> Sheet {
    let columns = [
        "session",
        "title",
        "opened_at",
        "closed_at",
        "language",
        "anonymity",
        "participants",
        "small",
        "without_organisation",
        "contributions",
        "scenarios_run",
        "scenarios_of",
        "hidden",
        "withdrawn",
        "facilitator",
    ];
    Sheet::new(&columns, report.sessions.iter().map(session))
}

fn session(session: &Session) -> Vec<Cell> {
    vec![
        text(&session.id),
        text(&session.title),
        text(session.opened_at),
        maybe(session.closed_at),
        text(session.language),
        text(session.anonymity),
        figure(session.participants),
        figure(session.small),
        told(session.without_organisation),
        figure(session.contributions),
        figure(session.scenarios_run.len()),
        figure(session.scenarios_of),
        figure(session.left_out.hidden),
        figure(session.left_out.withdrawn),
        figure(session.left_out.facilitator),
    ]
}

/// A row for each of what a session has several of, the session's id first.
fn within<'a, T: 'a>(
    report: &'a Report,
    all: impl Fn(&'a Session) -> &'a [T],
    row: impl Fn(&'a Session, &'a T) -> Vec<Cell>,
) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for session in &report.sessions {
        for one in all(session) {
            let mut cells = vec![text(&session.id)];
            cells.extend(row(session, one));
            rows.push(cells);
        }
    }
    rows
}

pub(super) fn organisations(report: &Report) -> Sheet {
    let rows = within(
        report,
        |session| &session.organisations,
        |session, one| {
            vec![
                text(&one.name),
                maybe(one.kind),
                told(one.participants),
                figure(session.participants),
            ]
        },
    );
    let columns = ["session", "organisation", "kind", "participants", "of"];
    Sheet::new(&columns, rows)
}

pub(super) fn kinds(report: &Report) -> Sheet {
    let rows = within(
        report,
        |session| &session.kinds.0,
        |session, (kind, count)| vec![text(kind), figure(count), figure(session.contributions)],
    );
    Sheet::new(&["session", "kind", "contributions", "of"], rows)
}

pub(super) fn sources(report: &Report) -> Sheet {
    let rows = within(
        report,
        |session| &session.sources.0,
        |session, (source, count)| vec![text(source), figure(count), figure(session.contributions)],
    );
    Sheet::new(&["session", "source", "contributions", "of"], rows)
}

pub(super) fn steps(report: &Report) -> Sheet {
    let rows = within(
        report,
        |session| &session.steps,
        |_, step| {
            vec![
                text(&step.id),
                text(step.kind),
                maybe(step.scenario.as_ref()),
                figure(step.minutes_planned),
                figure(step.seconds_used),
                figure(step.visits),
                figure(step.under_way),
            ]
        },
    );
    let columns = [
        "session",
        "step",
        "kind",
        "scenario",
        "minutes_planned",
        "seconds_used",
        "visits",
        "under_way",
    ];
    Sheet::new(&columns, rows)
}

pub(super) fn scenarios(report: &Report) -> Sheet {
    let rows = report
        .denominators
        .by_scenario
        .0
        .iter()
        .map(|(scenario, of)| {
            let mut runs = report.sessions.iter();
            vec![
                text(scenario),
                figure(runs.any(|session| session.scenarios_run.contains(scenario))),
                figure(of.contributions),
                figure(of.participants),
                figure(of.minutes_planned),
                figure(of.seconds_used),
            ]
        });
    let columns = [
        "scenario",
        "run",
        "contributions",
        "participants",
        "minutes_planned",
        "seconds_used",
    ];
    Sheet::new(&columns, rows)
}

pub(super) fn theme_by_scenario(report: &Report) -> Sheet {
    let of = &report.denominators.by_scenario.0;
    let rows = report.theme_by_scenario.rows().flat_map(|(row, cells)| {
        cells.iter().zip(of).map(move |(count, (scenario, of))| {
            vec![
                text(row.as_str()),
                text(scenario),
                figure(count),
                figure(of.contributions),
            ]
        })
    });
    Sheet::new(&["theme", "scenario", "contributions", "of"], rows)
}

/// Out of what each persona said.
pub(super) fn theme_by_persona(report: &Report) -> Sheet {
    let said = report.persona_by_scenario.rows();
    let said: Vec<Option<usize>> = said
        .map(|(_, cells)| cells.iter().map(|cell| Some((*cell)?.contributions)).sum())
        .collect();
    let matrix = &report.theme_by_persona;
    let rows = matrix.rows().flat_map(|(row, cells)| {
        let cells = matrix.columns().iter().zip(cells).zip(&said);
        cells.map(move |((persona, count), of)| {
            vec![text(row.as_str()), text(persona), told(*count), told(*of)]
        })
    });
    Sheet::new(&["theme", "persona", "contributions", "of"], rows)
}

/// Out of everybody who took part in the scenario, and of all that was said there.
pub(super) fn persona_by_scenario(report: &Report) -> Sheet {
    let of = &report.denominators.by_scenario.0;
    let rows = report
        .persona_by_scenario
        .rows()
        .flat_map(|(persona, cells)| {
            cells.iter().zip(of).map(move |(cell, (scenario, of))| {
                vec![
                    text(persona),
                    text(scenario),
                    told(cell.map(|cell| cell.people)),
                    figure(of.participants),
                    told(cell.map(|cell| cell.contributions)),
                    figure(of.contributions),
                ]
            })
        });
    let columns = [
        "persona",
        "scenario",
        "people",
        "people_of",
        "contributions",
        "contributions_of",
    ];
    Sheet::new(&columns, rows)
}

pub(super) fn recurrence(report: &Report) -> Sheet {
    let rows = report.recurrence.iter().flat_map(|theme| {
        let recurrence = &theme.recurrence;
        recurrence.scenarios.0.iter().map(move |(scenario, found)| {
            vec![
                text(&theme.theme),
                text(scenario),
                figure(found.voices),
                figure(found.contributions),
                figure(recurrence.across),
                figure(recurrence.of),
                figure(recurrence.systematic),
                figure(theme.workshops_throughout),
                figure(theme.workshops),
            ]
        })
    });
    let columns = [
        "theme",
        "scenario",
        "personas",
        "contributions",
        "across",
        "of",
        "systematic",
        "workshops_throughout",
        "workshops",
    ];
    Sheet::new(&columns, rows)
}
