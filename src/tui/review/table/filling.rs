//! What stands in the cells of each table, and what that is out of.

use super::{Kind, Line, Table};
use crate::report::Report;
use crate::report::counts::Denominator;
use crate::report::matrix::Row;
use crate::tui::look::Sign;
use crate::tui::review::leaf::Room;
use crate::tui::review::names::Names;

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What the counts of every scenario are out of.
fn bases(report: &Report, room: &Room<'_>) -> Vec<(String, Vec<String>)> {
    let base = |key: &str, each: fn(&Denominator) -> String| {
        let scenarios = report.denominators.by_scenario.0.iter();
        (room.say(key), scenarios.map(|(_, one)| each(one)).collect())
    };
    vec![
        base("report-all-contributions", |one| {
            one.contributions.to_string()
        }),
        base("report-all-participants", |one| {
            one.participants.to_string()
        }),
        base("report-all-planned", |one| {
            minutes(one.minutes_planned * 60)
        }),
        base("report-all-used", |one| minutes(one.seconds_used)),
    ]
}

fn scenario_heads(report: &Report, names: &Names<'_>) -> Vec<String> {
    let scenarios = report.scenarios.iter();
    scenarios
        .map(|named| names.scenario_head(&named.id))
        .collect()
}

/// The last words of the scenarios, which tell those apart whose names begin alike.
fn scenario_shorts(report: &Report, names: &Names<'_>) -> Vec<String> {
    let scenarios = report.scenarios.iter();
    let names = scenarios.map(|named| names.scenario(&named.id));
    names
        .map(|name| name.split(' ').next_back().unwrap_or_default().to_owned())
        .collect()
}

pub(super) fn by_scenario(report: &Report, names: &Names<'_>, room: &Room<'_>) -> Table {
    let rows = report.theme_by_scenario.rows().map(|(row, counts)| Line {
        head: names.row(row),
        counts: counts.iter().map(|count| small(*count)).collect(),
        texts: counts.iter().map(ToString::to_string).collect(),
    });
    Table {
        kind: Kind::ThemeByScenario,
        columns: scenario_heads(report, names),
        shorts: scenario_shorts(report, names),
        rows: rows.collect(),
        bases: bases(report, room),
        total: Some(room.say("report-total")),
        at: (0, 0),
    }
}

/// The personas below each other, because there are more of them than themes.
pub(super) fn by_persona(report: &Report, names: &Names<'_>, room: &Room<'_>) -> Table {
    let themes = || report.theme_by_persona.rows();
    let personas = report.personas.iter().enumerate();
    let rows = personas.map(|(at, persona)| {
        let counts = themes().map(|(_, counts)| counts.get(at).copied().flatten());
        let counts: Vec<Option<usize>> = counts.collect();
        Line {
            head: names.persona(&persona.id),
            counts: counts
                .iter()
                .map(|count| small(count.unwrap_or(0)))
                .collect(),
            texts: counts.iter().map(|count| told(*count, room)).collect(),
        }
    });
    let rows: Vec<Line> = rows.collect();
    let of_theme = |row: &Row| {
        let counts = report
            .theme_by_scenario
            .rows()
            .find(|(known, _)| *known == row);
        let sum: usize = counts.map_or(0, |(_, counts)| counts.iter().sum());
        sum.to_string()
    };
    let all = themes().map(|(row, _)| of_theme(row)).collect();
    Table {
        kind: Kind::ThemeByPersona,
        columns: themes().map(|(row, _)| names.row(row)).collect(),
        shorts: Vec::new(),
        bases: vec![(room.say("report-all-contributions"), all)],
        total: report
            .withheld
            .personas
            .is_empty()
            .then(|| room.say("report-total")),
        rows,
        at: (0, 0),
    }
}

/// A figure, or the sign that it is not told.
fn told(count: Option<usize>, room: &Room<'_>) -> String {
    count.map_or_else(|| room.say("report-withheld"), |count| count.to_string())
}

pub(super) fn coverage(report: &Report, names: &Names<'_>, room: &Room<'_>) -> Table {
    let rows = report.persona_by_scenario.rows().map(|(persona, cells)| {
        let text = |cell: &Option<crate::report::counts::Coverage>| match cell {
            None => room.say("report-withheld"),
            Some(cell) if cell.is_empty() => room.say("report-empty-cell"),
            Some(cell) => format!("{} / {}", cell.people, cell.contributions),
        };
        Line {
            head: names.persona(persona),
            counts: cells
                .iter()
                .map(|cell| small(cell.map_or(0, |cell| cell.contributions)))
                .collect(),
            texts: cells.iter().map(text).collect(),
        }
    });
    Table {
        kind: Kind::Coverage,
        columns: scenario_heads(report, names),
        shorts: scenario_shorts(report, names),
        rows: rows.collect(),
        bases: bases(report, room),
        total: None,
        at: (0, 0),
    }
}

/// As how many personas, and in how many contributions; behind that in how many scenarios.
pub(super) fn recurrence(report: &Report, names: &Names<'_>, room: &Room<'_>) -> Table {
    let rows = report.recurrence.iter().map(|theme| {
        let found = || theme.recurrence.scenarios.0.iter().map(|(_, found)| found);
        let recurrence = &theme.recurrence;
        let check = if recurrence.systematic {
            format!(" {}", room.look.sign(Sign::Check))
        } else {
            String::new()
        };
        let across = format!("{}/{}{check}", recurrence.across, recurrence.of);
        let texts = found().map(|one| format!("{} / {}", one.voices, one.contributions));
        Line {
            head: names.row(&Row::Theme(theme.theme.clone())),
            counts: found().map(|one| small(one.voices)).chain([0]).collect(),
            texts: texts.chain([across]).collect(),
        }
    });
    let mut columns = scenario_heads(report, names);
    columns.push(room.say("report-across"));
    Table {
        kind: Kind::Recurrence,
        columns,
        shorts: scenario_shorts(report, names),
        rows: rows.collect(),
        bases: bases(report, room),
        total: None,
        at: (0, 0),
    }
}
