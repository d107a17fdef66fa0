//! The charts of the report: what each shows, and the sentence that says so to whoever does not see it.

use super::chart::{Bar, Bars, Chart, Map, Mark, Shape};
use super::closing::{rank, sorted};
use super::head::name_of;
use super::matrices::across;
use super::words::{Words, minutes};
use crate::report::agreement::Agreement;
use crate::report::session::Session;
use crate::report::votes::Votes;

/// Themes by scenario, and in words where it is hottest.
pub(super) fn heat(words: &Words<'_>) -> Chart {
    let matrix = &words.report.theme_by_scenario;
    let most = matrix.rows().flat_map(|(row, counts)| {
        let cells = counts.iter().zip(matrix.columns());
        cells.map(move |(count, scenario)| (*count, row, scenario))
    });
    // The first of those that are equal.
    let most = most.min_by_key(|(count, ..)| std::cmp::Reverse(*count));
    let (count, theme, scenario) = most.map_or_else(Default::default, |(count, row, scenario)| {
        (count, words.row(row), words.scenario(scenario))
    });
    let alternative = words.with(
        "report-heat-alternative",
        &[
            ("count", count.into()),
            ("theme", theme.into()),
            ("scenario", scenario.into()),
            ("of", words.report.denominators.contributions.into()),
        ],
    );
    let words = words.plain();
    let heads = matrix.columns().iter().map(|id| words.scenario(id));
    let rows = matrix
        .rows()
        .map(|(row, counts)| (words.row(row), counts.to_vec()));
    map(alternative, heads.collect(), rows.collect(), Mark::Heat)
}

/// In which scenarios each theme was found.
pub(super) fn found(words: &Words<'_>) -> Chart {
    let report = words.report;
    let systematic = report.recurrence.iter();
    let systematic = systematic.filter(|theme| theme.recurrence.systematic);
    let alternative = words.with(
        "report-recurrence-alternative",
        &[
            ("count", systematic.count().into()),
            ("of", report.recurrence.len().into()),
        ],
    );
    let words = words.plain();
    let heads = report.scenarios.iter();
    let heads = heads.map(|scenario| words.scenario(&scenario.id));
    let rows = report.recurrence.iter().map(|theme| {
        let across = across(&words, &theme.recurrence);
        let name = format!("{} ({across})", words.theme(&theme.theme));
        let scenarios = theme.recurrence.scenarios.0.iter();
        let counts = scenarios.map(|(_, found)| found.contributions);
        (name, counts.collect())
    });
    map(alternative, heads.collect(), rows.collect(), Mark::Found)
}

fn map(
    alternative: String,
    heads: Vec<String>,
    rows: Vec<(String, Vec<usize>)>,
    mark: Mark,
) -> Chart {
    let shape = Shape::Map(Map { heads, rows, mark });
    Chart { alternative, shape }
}

/// The dots of each theme, and the hands where hands were counted.
pub(super) fn dots(words: &Words<'_>, votes: &Votes) -> Chart {
    let first = votes.themes.iter().filter(|theme| theme.rank == 1);
    let first: Vec<String> = first.map(|theme| words.theme(&theme.theme)).collect();
    let first = [("first", first.join(", ").into())];
    let alternative = words.with("report-votes-alternative", &first);
    let words = words.plain();
    let each = votes.themes.iter().map(|theme| {
        let dots = words.with("report-dots", &[("count", theme.dots.into())]);
        let share = words.share(theme.dots, votes.dots);
        let mut bar = Bar {
            name: format!("{}. {}", rank(theme), words.theme(&theme.theme)),
            lengths: vec![theme.dots],
            figures: format!("{dots} ({share})"),
        };
        if votes.hands > 0 {
            let hands = words.with("report-hands", &[("count", theme.hands.into())]);
            bar.lengths.push(theme.hands);
            bar.figures = format!("{}, {hands}", bar.figures);
        }
        bar
    });
    bars(alternative, each.collect(), 0)
}

/// How many contributions were sorted by how many people.
pub(super) fn sorting(words: &Words<'_>, agreement: &Agreement) -> Chart {
    let all = words.report.denominators.contributions;
    let alternative = words.with(
        "report-sorted",
        &[
            ("sorted", agreement.sorted.into()),
            ("of", all.into()),
            ("compared", agreement.compared.into()),
        ],
    );
    let each = sorted(agreement).map(|(key, count)| {
        let share = words.share(count as u64, all as u64);
        Bar {
            name: words.say(key),
            lengths: vec![count as u64],
            figures: format!("{} ({share})", words.of(count, all)),
        }
    });
    bars(alternative, each.into(), all as u64)
}

/// The time of each step, used and planned.
pub(super) fn steps(words: &Words<'_>, session: &Session) -> Chart {
    let plain = words.plain();
    let each = session.steps.iter().map(|step| {
        let name = name_of(&plain, step);
        took(&plain, name, [step.minutes_planned * 60, step.seconds_used])
    });
    taken(words, each.collect())
}

/// The time of each scenario, used and planned.
pub(super) fn times(words: &Words<'_>) -> Chart {
    let plain = words.plain();
    let scenarios = words.report.denominators.by_scenario.0.iter();
    let each = scenarios.map(|(scenario, one)| {
        let name = plain.scenario(scenario);
        took(&plain, name, [one.minutes_planned * 60, one.seconds_used])
    });
    taken(words, each.collect())
}

fn took(words: &Words<'_>, name: String, [planned, used]: [u64; 2]) -> Bar {
    let figure = |key: &str, seconds: u64| format!("{} {}", words.say(key), minutes(seconds));
    let figures = [
        figure("report-used", used),
        figure("report-planned", planned),
    ];
    Bar {
        name,
        lengths: vec![used, planned],
        figures: figures.join(", "),
    }
}

fn taken(words: &Words<'_>, each: Vec<Bar>) -> Chart {
    let all = &words.report.denominators;
    let alternative = words.with(
        "report-times-alternative",
        &[
            ("used", minutes(all.seconds_used).into()),
            ("planned", minutes(all.minutes_planned * 60).into()),
        ],
    );
    bars(alternative, each, 0)
}

fn bars(alternative: String, bars: Vec<Bar>, whole: u64) -> Chart {
    let shape = Shape::Bars(Bars { bars, whole });
    Chart { alternative, shape }
}
