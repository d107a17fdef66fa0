//! The shares over several sessions: with every contribution counting the same, and with every workshop.

use super::grid::Grid;
use super::matrices::{across, withheld};
use super::page::Page;
use super::words::Words;
use crate::report::weights::Weighed;

/// Of one session there is nothing to weigh.
pub(super) fn write(page: &mut Page, words: &Words<'_>) {
    if !words.is_of_several() {
        return;
    }
    page.heading("weights", &words.say("report-weights"));
    page.say(&words.say("report-weights-how"));
    themes(page, words);
    page.blank();
    page.say(&words.say("report-weights-scenarios-how"));
    scenarios(page, words);
    page.blank();
    page.say(&words.say("report-weights-personas-how"));
    personas(page, words);
}

fn themes(page: &mut Page, words: &Words<'_>) {
    let heads = [
        "report-theme",
        "report-all-contributions",
        "report-weights-by-contribution",
        "report-weights-workshops",
        "report-weights-by-workshop",
    ];
    let heads = heads.map(|key| words.say(key)).to_vec();
    let mut grid = Grid::new("weights", words.say("report-weights"), heads);
    for theme in &words.report.by_workshop.themes {
        let weighed = &theme.by_workshop;
        grid.row(
            theme.theme.as_str(),
            vec![
                words.row(&theme.theme),
                words.of(theme.contributions, theme.of),
                words.percent(theme.by_contribution),
                words.of(weighed.workshops, weighed.of),
                words.percent(weighed.share),
            ],
        );
    }
    page.grid(grid);
}

fn scenarios(page: &mut Page, words: &Words<'_>) {
    let matrix = &words.report.by_workshop.theme_by_scenario;
    let mut heads = vec![words.say("report-theme")];
    heads.extend(matrix.columns().iter().map(|id| words.scenario_head(id)));
    let caption = words.say("report-weights-scenarios");
    let mut grid = Grid::new("weights-by-scenario", caption, heads);
    for (row, cells) in matrix.rows() {
        let cells = cells.iter().map(|cell| pair(words, cell));
        let name = [words.row(row)].into_iter();
        grid.row(row.as_str(), name.chain(cells).collect());
    }
    let first = matrix.rows().next();
    let of = first.into_iter().flat_map(|(_, cells)| cells);
    let name = words.say("report-weights-of");
    grid.sum(
        "of",
        [name]
            .into_iter()
            .chain(of.map(|cell| cell.of.to_string()))
            .collect(),
    );
    page.grid(grid);
}

/// A list, since shares are wider than counts and there may be many themes.
fn personas(page: &mut Page, words: &Words<'_>) {
    let matrix = &words.report.by_workshop.theme_by_persona;
    for (index, persona) in matrix.columns().iter().enumerate() {
        let column = || {
            matrix
                .rows()
                .filter_map(|(row, cells)| Some((row, *cells.get(index)?)))
        };
        let of = column().next().map(|(_, cell)| Some(cell?.of));
        let shares = column().map(|(row, cell)| {
            let cell = cell.map(|cell| pair(words, &cell));
            format!("{} {}", words.row(row), words.told(cell))
        });
        // Of what nobody said, and of what is not told, there are no shares to list.
        let shares = shares.filter(|_| of.flatten().is_some_and(|of| of > 0));
        let of = words.told(of.flatten());
        let of = format!("{} {of}", words.say("report-weights-of"));
        let told: Vec<String> = [of].into_iter().chain(shares).collect();
        page.bullet(&words.said(&words.persona(persona), &told.join(", ")));
    }
    withheld(page, words, &words.report.withheld.personas);
}

/// The mean share, and in how many workshops there is any.
fn pair(words: &Words<'_>, cell: &Weighed) -> String {
    format!("{} / {}", words.percent(cell.share), cell.workshops)
}

/// Needs that go by one name in the workshops, and whether some need was found everywhere.
pub(super) fn needs(page: &mut Page, words: &Words<'_>) {
    if !words.is_of_several() {
        return;
    }
    let weights = &words.report.by_workshop;
    page.heading("needs", &words.say("report-needs"));
    page.say(&words.with(
        "report-needs-throughout",
        &[
            ("k", weights.workshops_with_a_need_throughout.into()),
            ("of", weights.workshops.into()),
        ],
    ));
    if weights.needs.is_empty() {
        page.say(&words.say("report-needs-none"));
        return;
    }
    page.say(&words.say("report-needs-how"));
    let heads = [
        "report-need",
        "report-weights-workshops",
        "report-throughout",
        "report-across",
    ];
    let heads = heads.map(|key| words.say(key)).to_vec();
    let mut grid = Grid::new("needs", words.say("report-needs"), heads);
    for need in &weights.needs {
        grid.row(
            &need.label,
            vec![
                words.own(need.label.as_str()),
                words.of(need.workshops, need.workshops_of),
                words.of(need.workshops_throughout, need.workshops_of),
                across(words, &need.recurrence),
            ],
        );
    }
    page.grid(grid);
}
