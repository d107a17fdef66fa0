//! The tables of the report as grids: only words and order, no counting.

use std::collections::BTreeSet;

use super::Table;
use super::grid::{Cell, Grid, Head, Row};
use crate::id::PersonaId;
use crate::language::Localised;
use crate::report::Report;
use crate::report::counts::Coverage;
use crate::report::matrix::Row as Outcome;
use crate::report::recurrence::Recurrence;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::prose;
use crate::vocabulary::Role;

/// Seconds in a minute.
const MINUTE: u64 = 60;

/// Whether this seat may see who took which persona, so that people can be counted.
pub(super) fn knows_people(scene: &Scene<'_>) -> bool {
    scene.role == Role::Facilitator || scene.view.is_named()
}

/// In how many scenarios something comes back.
fn across(recurrence: &Recurrence, scene: &Scene<'_>) -> String {
    let key = if recurrence.systematic {
        "report-of-systematic"
    } else {
        "report-of"
    };
    let variables = [
        ("k", recurrence.across.into()),
        ("of", recurrence.of.into()),
    ];
    scene.say_with(key, &variables)
}

/// The same in full, and in a few signs.
fn behind(recurrence: &Recurrence, scene: &Scene<'_>) -> [String; 2] {
    let check = if recurrence.systematic {
        format!(" {}", scene.look.sign(Sign::Check))
    } else {
        String::new()
    };
    let short = format!("{}/{}{check}", recurrence.across, recurrence.of);
    [across(recurrence, scene), short]
}

/// How often a need that was said in several wordings comes back.
pub(super) fn group_words(recurrence: &Recurrence, scene: &Scene<'_>) -> String {
    let found = recurrence.scenarios.0.iter();
    let personas: BTreeSet<&PersonaId> = found.flat_map(|(_, found)| &found.personas).collect();
    let variables = [
        ("k", recurrence.across.into()),
        ("of", recurrence.of.into()),
        ("personas", personas.len().into()),
    ];
    scene.say_with("recurrence-group", &variables)
}

/// What the figures are about; what matters least is left out where there is no room.
pub(super) fn run_words(report: &Report, width: u16, scene: &Scene<'_>) -> String {
    let run = report.sessions.first().map_or((0, 0), |session| {
        (session.scenarios_run.len(), session.scenarios_of)
    });
    let counted = |key: &str, count: usize| scene.say_with(key, &[("count", count.into())]);
    let parts = [
        scene.say_with(
            "recurrence-run",
            &[("k", run.0.into()), ("of", run.1.into())],
        ),
        counted(
            "recurrence-contributions",
            report.denominators.contributions,
        ),
        counted("recurrence-participants", report.denominators.participants),
        counted("recurrence-left-out", report.left_out.total()),
    ];
    // What is left out is told only where something is.
    let told = if report.left_out.total() > 0 { 4 } else { 3 };
    let between = format!(" {} ", scene.look.sign(Sign::Between));
    let mut words = String::new();
    for part in parts.into_iter().take(told) {
        let air = if words.is_empty() { "" } else { &between };
        let longer = format!("{words}{air}{part}");
        if !words.is_empty() && prose::width(&longer) > width {
            break;
        }
        words = longer;
    }
    words
}

/// The table as a grid; the groups are no table.
pub(super) fn grid(
    table: Table,
    is_by_persona: bool,
    report: &Report,
    scene: &Scene<'_>,
) -> Option<Grid> {
    match table {
        Table::ByScenario if is_by_persona => Some(personas_by_scenario(report, scene)),
        Table::ByScenario => Some(by_scenario(report, scene)),
        Table::ByPersona => Some(by_persona(report, scene)),
        Table::Coverage => Some(coverage(report, scene)),
        Table::Groups => None,
    }
}

fn own_words(text: &Localised, scene: &Scene<'_>) -> String {
    text.get(scene.locale.language()).to_owned()
}

/// The scenarios as columns; those the group did not come to say so.
fn scenarios(report: &Report, scene: &Scene<'_>) -> Vec<Head> {
    let run = scene.view.scenarios_run();
    let heads = report.scenarios.iter().map(|scenario| {
        let name = own_words(&scenario.name, scene);
        let name = if run.contains(&&scenario.id) {
            name
        } else {
            scene.say_with("report-not-run", &[("scenario", name.into())])
        };
        // The last word tells scenarios apart whose names begin alike.
        let short = scenario.name.get(scene.locale.language());
        let short = short.split(' ').next_back().unwrap_or_default();
        Head {
            short: short.to_owned(),
            name,
        }
    });
    heads.collect()
}

/// What an outcome is called: the key of its column on the board, and its name.
fn outcome(row: &Outcome, report: &Report, scene: &Scene<'_>) -> (String, String, Paint) {
    let themes = &report.themes;
    match row {
        Outcome::Theme(id) => {
            let at = themes.iter().position(|theme| theme.id == *id);
            let at = at.unwrap_or(0);
            let name = themes
                .get(at)
                .map_or_else(String::new, |theme| own_words(&theme.name, scene));
            ((at + 1).to_string(), name, Paint::Theme(at))
        }
        Outcome::None => {
            let name = scene.say("report-none-of-the-themes");
            ("0".to_owned(), name, Paint::Text)
        }
        Outcome::Unplaced => {
            let sign = scene.look.sign(Sign::Between).to_owned();
            (sign, scene.say("report-unplaced"), Paint::Quiet)
        }
    }
}

/// Nothing that is not put anywhere is the usual, and then needs no row.
fn is_told<C: Copy + Into<Option<usize>>>((row, cells): &(&Outcome, &[C])) -> bool {
    let count = |cell: &C| (*cell).into().unwrap_or(0);
    **row != Outcome::Unplaced || cells.iter().any(|cell| count(cell) > 0)
}

fn by_scenario(report: &Report, scene: &Scene<'_>) -> Grid {
    let shown = report.theme_by_scenario.rows();
    let rows = shown.filter(is_told).map(|(row, cells)| {
        let (key, name, paint) = outcome(row, report, scene);
        let recurs = report
            .recurrence
            .iter()
            .find(|theme| matches!(row, Outcome::Theme(id) if *id == theme.theme));
        Row {
            head: format!("{key} {name}"),
            paint,
            cells: cells.iter().map(|count| Cell::of(*count)).collect(),
            behind: recurs.map_or_else(Default::default, |theme| behind(&theme.recurrence, scene)),
        }
    });
    Grid {
        columns: scenarios(report, scene),
        rows: rows.collect(),
        bases: bases(report, scene),
        behind: scene.say("recurrence-across"),
    }
}

/// What the counts of each scenario are out of.
fn bases(report: &Report, scene: &Scene<'_>) -> Vec<Row> {
    let by_scenario = &report.denominators.by_scenario.0;
    let base = |key: &str, texts: Vec<String>| Row {
        head: scene.say(key),
        paint: Paint::Quiet,
        cells: texts
            .into_iter()
            .map(|text| Cell { text, count: 0 })
            .collect(),
        behind: Default::default(),
    };
    let counts = |count: fn(&crate::report::counts::Denominator) -> String| {
        by_scenario.iter().map(|(_, one)| count(one)).collect()
    };
    let mut bases = vec![base(
        "report-all-contributions",
        counts(|one| one.contributions.to_string()),
    )];
    if knows_people(scene) {
        bases.push(base(
            "report-all-participants",
            counts(|one| one.participants.to_string()),
        ));
    }
    bases.push(base(
        "recurrence-minutes",
        counts(|one| (one.seconds_used / MINUTE).to_string()),
    ));
    bases
}

/// In each scenario, as how many different personas a theme was found.
fn personas_by_scenario(report: &Report, scene: &Scene<'_>) -> Grid {
    let rows = report.recurrence.iter().map(|theme| {
        let row = Outcome::Theme(theme.theme.clone());
        let (key, name, paint) = outcome(&row, report, scene);
        let found = theme.recurrence.scenarios.0.iter();
        Row {
            head: format!("{key} {name}"),
            paint,
            cells: found
                .map(|(_, found)| Cell::of(found.personas.len()))
                .collect(),
            behind: behind(&theme.recurrence, scene),
        }
    });
    Grid {
        columns: scenarios(report, scene),
        rows: rows.collect(),
        bases: Vec::new(),
        behind: scene.say("recurrence-across"),
    }
}

/// The personas below each other, because there are more of them than themes.
fn by_persona(report: &Report, scene: &Scene<'_>) -> Grid {
    let outcomes: Vec<(&Outcome, &[Option<usize>])> =
        report.theme_by_persona.rows().filter(is_told).collect();
    let columns = outcomes.iter().map(|(row, _)| {
        let (key, name, _) = outcome(row, report, scene);
        Head {
            name: format!("{key} {name}"),
            short: key,
        }
    });
    let rows = report.personas.iter().enumerate().map(|(at, persona)| {
        let cells = outcomes.iter().map(|(_, counts)| counts.get(at));
        Row {
            head: own_words(&persona.name, scene),
            paint: Paint::Text,
            cells: cells
                .map(|count| Cell::of(count.copied().flatten().unwrap_or(0)))
                .collect(),
            behind: Default::default(),
        }
    });
    Grid {
        columns: columns.collect(),
        rows: rows.collect(),
        ..Grid::default()
    }
}

/// Who looked at which scenario: people and contributions, or contributions alone where people are not known.
fn coverage(report: &Report, scene: &Scene<'_>) -> Grid {
    let has_people = knows_people(scene);
    let shown = |coverage: Coverage| Cell {
        text: if coverage.is_empty() && has_people {
            scene.say("report-empty-cell")
        } else if has_people {
            format!("{}/{}", coverage.people, coverage.contributions)
        } else {
            coverage.contributions.to_string()
        },
        count: coverage.contributions,
    };
    let names = &report.personas;
    let rows = report.persona_by_scenario.rows().map(|(persona, cells)| {
        let name = names.iter().find(|named| named.id == *persona);
        Row {
            head: name.map_or_else(String::new, |named| own_words(&named.name, scene)),
            paint: Paint::Text,
            cells: cells
                .iter()
                .map(|cell| shown(cell.unwrap_or_default()))
                .collect(),
            behind: Default::default(),
        }
    });
    Grid {
        columns: scenarios(report, scene),
        rows: rows.collect(),
        ..Grid::default()
    }
}
