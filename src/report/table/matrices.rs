//! The grids of counts: themes by scenario and by persona, what recurs, and who looked at what. Every zero stands.

use std::collections::BTreeSet;

use super::charts;
use super::grid::Grid;
use super::page::Page;
use super::words::{Words, minutes};
use crate::report::By;
use crate::report::counts::{Coverage, Denominator};
use crate::report::recurrence::{Found, Recurrence};

/// Two figures in one cell: people or personas, and contributions.
fn pair(people: usize, contributions: usize) -> String {
    format!("{people} / {contributions}")
}

pub(super) fn by_scenario(page: &mut Page, words: &Words<'_>) {
    page.heading("theme-by-scenario", &words.say("report-themes-by-scenario"));
    let report = words.report;
    page.say(&words.say("report-themes-by-scenario-how"));
    let matrix = &report.theme_by_scenario;
    let mut heads = vec![words.say("report-theme")];
    heads.extend(matrix.columns().iter().map(|id| words.scenario_head(id)));
    heads.push(words.say("report-total"));
    let caption = words.say("report-themes-by-scenario");
    let mut grid = Grid::new("theme-by-scenario", caption, heads);
    for (row, counts) in matrix.rows() {
        let total: usize = counts.iter().sum();
        let counts = counts.iter().chain([&total]).map(ToString::to_string);
        let name = [words.row(row)].into_iter();
        grid.row(row.as_str(), name.chain(counts).collect());
    }
    let mut out_of = |key: &str, each: fn(&Denominator) -> String, total: String| {
        let scenarios = report.denominators.by_scenario.0.iter();
        let cells = scenarios.map(|(_, denominator)| each(denominator));
        let name = [words.say(key)];
        grid.sum(key, name.into_iter().chain(cells).chain([total]).collect());
    };
    let scenarios = || report.denominators.by_scenario.0.iter().map(|(_, one)| one);
    out_of(
        "report-all-contributions",
        |one| one.contributions.to_string(),
        report.denominators.contributions.to_string(),
    );
    out_of(
        "report-all-participants",
        |one| one.participants.to_string(),
        report.denominators.participants.to_string(),
    );
    out_of(
        "report-all-planned",
        |one| minutes(one.minutes_planned * 60),
        minutes(scenarios().map(|one| one.minutes_planned * 60).sum()),
    );
    out_of(
        "report-all-used",
        |one| minutes(one.seconds_used),
        minutes(scenarios().map(|one| one.seconds_used).sum()),
    );
    page.chart(charts::heat(words));
    page.grid(grid);
    if report.by == By::Any {
        page.say(&words.say("report-by-any-sum"));
    }
}

/// Personas are the rows: there are up to sixteen of them and more, and a terminal is taller than it is wide.
pub(super) fn by_persona(page: &mut Page, words: &Words<'_>) {
    page.heading("theme-by-persona", &words.say("report-themes-by-persona"));
    let report = words.report;
    page.say(&words.say("report-themes-by-persona-how"));
    let matrix = &report.theme_by_persona;
    let mut heads = vec![words.say("report-persona")];
    heads.extend(matrix.rows().map(|(row, _)| words.row(row)));
    heads.push(words.say("report-total"));
    let caption = words.say("report-themes-by-persona");
    let mut grid = Grid::new("theme-by-persona", caption, heads);
    for (index, persona) in matrix.columns().iter().enumerate() {
        let counts: Vec<Option<usize>> = matrix
            .rows()
            .filter_map(|(_, counts)| counts.get(index).copied())
            .collect();
        let total = counts.iter().copied().sum();
        let counts = counts.into_iter().chain([total]);
        let counts = counts.map(|count| words.told(count));
        let name = [words.persona(persona)];
        grid.row(persona, name.into_iter().chain(counts).collect());
    }
    page.grid(grid);
    withheld(page, words, &report.withheld.personas);
    if report.denominators.without_persona > 0 {
        let count = report.denominators.without_persona;
        page.say(&words.count("report-not-in-persona-tables", count));
    }
}

/// Says what stands for what is not told, where anything is not.
pub(super) fn withheld<T>(page: &mut Page, words: &Words<'_>, personas: &BTreeSet<T>) {
    if !personas.is_empty() {
        page.say(&words.count("report-withheld-how", words.report.withheld.below));
    }
}

pub(super) fn recurrence(page: &mut Page, words: &Words<'_>) {
    page.heading("recurrence", &words.say("report-recurrence"));
    page.say(&words.say("report-recurrence-how"));
    let report = words.report;
    let mut heads = vec![words.say("report-theme")];
    let scenarios = report.scenarios.iter();
    heads.extend(scenarios.map(|scenario| words.scenario_head(&scenario.id)));
    heads.push(words.say("report-across"));
    if words.is_of_several() {
        heads.push(words.say("report-throughout"));
    }
    let mut grid = Grid::new("recurrence", words.say("report-recurrence"), heads);
    for theme in &report.recurrence {
        let mut cells = vec![words.theme(&theme.theme)];
        let scenarios = theme.recurrence.scenarios.0.iter();
        cells.extend(scenarios.map(|(_, found)| found_in(found)));
        cells.push(across(words, &theme.recurrence));
        if words.is_of_several() {
            cells.push(words.of(theme.workshops_throughout, theme.workshops));
        }
        grid.row(&theme.theme, cells);
    }
    page.chart(charts::found(words));
    page.grid(grid);
}

fn found_in(found: &Found) -> String {
    pair(found.voices, found.contributions)
}

/// "3 of 4", and the word for it when that is all of them.
pub(super) fn across(words: &Words<'_>, recurrence: &Recurrence) -> String {
    let key = if recurrence.systematic {
        "report-of-systematic"
    } else {
        "report-of"
    };
    words.with(
        key,
        &[
            ("k", recurrence.across.into()),
            ("of", recurrence.of.into()),
        ],
    )
}

pub(super) fn coverage(page: &mut Page, words: &Words<'_>) {
    page.heading("persona-by-scenario", &words.say("report-coverage"));
    page.say(&words.say("report-coverage-how"));
    let matrix = &words.report.persona_by_scenario;
    let mut heads = vec![words.say("report-persona")];
    heads.extend(matrix.columns().iter().map(|id| words.scenario_head(id)));
    heads.push(words.say("report-total"));
    let mut grid = Grid::new("persona-by-scenario", words.say("report-coverage"), heads);
    let mut empty = 0;
    for (persona, cells) in matrix.rows() {
        let mut row = vec![words.persona(persona)];
        row.extend(cells.iter().map(|cell| looked(words, *cell)));
        let people: Option<usize> = cells.iter().map(|cell| Some((*cell)?.people)).sum();
        let said: Option<usize> = cells.iter().map(|cell| Some((*cell)?.contributions)).sum();
        row.push(words.told(people.zip(said).map(|(people, said)| pair(people, said))));
        grid.row(persona, row);
        let run = cells.iter().zip(matrix.columns());
        empty += run
            .filter(|(cell, scenario)| {
                cell.is_some_and(Coverage::is_empty) && words.is_run(scenario)
            })
            .count();
    }
    page.grid(grid);
    let left = &words.report.withheld.personas_by_scenario;
    withheld(page, words, left);
    let mut scenarios = matrix.columns().iter();
    let is_any_run = scenarios.any(|scenario| words.is_run(scenario));
    // That nothing is empty cannot be said of what is not told.
    if is_any_run && (empty > 0 || left.is_empty()) {
        page.say(&words.count("report-coverage-empty", empty));
    }
}

fn looked(words: &Words<'_>, cell: Option<Coverage>) -> String {
    let Some(cell) = cell else {
        return words.say("report-withheld");
    };
    if cell.is_empty() {
        words.say("report-empty-cell")
    } else {
        pair(cell.people, cell.contributions)
    }
}
