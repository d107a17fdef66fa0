//! The shares over several sessions, by contribution and by workshop, and the needs by name.

use super::{Cell, Sheet, figure, nothing, text};
use crate::report::Report;
use crate::report::weights::Weighed;

pub(super) fn themes(report: &Report) -> Sheet {
    let rows = report.by_workshop.themes.iter().map(|theme| {
        let mut cells = vec![
            text(theme.theme.as_str()),
            figure(theme.contributions),
            figure(theme.of),
            theme.by_contribution.map_or_else(nothing, figure),
        ];
        cells.extend(weighed(&theme.by_workshop));
        cells
    });
    let columns = [
        "theme",
        "contributions",
        "of",
        "share_by_contribution",
        "workshops",
        "workshops_of",
        "share_by_workshop",
    ];
    Sheet::new(&columns, rows)
}

fn weighed(cell: &Weighed) -> [Cell; 3] {
    [
        figure(cell.workshops),
        figure(cell.of),
        cell.share.map_or_else(nothing, figure),
    ]
}

pub(super) fn scenarios(report: &Report) -> Sheet {
    let matrix = &report.by_workshop.theme_by_scenario;
    let rows = matrix.rows().flat_map(|(row, cells)| {
        matrix
            .columns()
            .iter()
            .zip(cells)
            .map(move |(scenario, cell)| {
                let mut line = vec![text(row.as_str()), text(scenario)];
                line.extend(weighed(cell));
                line
            })
    });
    let columns = ["theme", "scenario", "workshops", "of", "share"];
    Sheet::new(&columns, rows)
}

pub(super) fn personas(report: &Report) -> Sheet {
    let matrix = &report.by_workshop.theme_by_persona;
    let rows = matrix.rows().flat_map(|(row, cells)| {
        matrix
            .columns()
            .iter()
            .zip(cells)
            .map(move |(persona, cell)| {
                let mut line = vec![text(row.as_str()), text(persona)];
                line.extend(
                    cell.as_ref()
                        .map_or_else(|| [nothing(), nothing(), nothing()], weighed),
                );
                line
            })
    });
    let columns = ["theme", "persona", "workshops", "of", "share"];
    Sheet::new(&columns, rows)
}

pub(super) fn needs(report: &Report) -> Sheet {
    let rows = report.by_workshop.needs.iter().map(|need| {
        vec![
            text(&need.label),
            figure(need.workshops),
            figure(need.workshops_throughout),
            figure(need.workshops_of),
            figure(need.recurrence.across),
            figure(need.recurrence.of),
            figure(need.recurrence.systematic),
        ]
    });
    let columns = [
        "need",
        "workshops",
        "workshops_throughout",
        "workshops_of",
        "across",
        "of",
        "systematic",
    ];
    Sheet::new(&columns, rows)
}
