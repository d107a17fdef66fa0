//! How contributions were placed: what was suggested and by whom, what became of it, and what the tool was told.

use super::grid::Grid;
use super::page::Page;
use super::words::Words;
use crate::id::ParticipantId;
use crate::report::agreement::{Outcome, Placements, Settler};
use crate::report::entries::Taught;
use crate::workshop::suggestion::{PROBABLE, SURE};

pub(super) fn write(page: &mut Page, words: &Words<'_>) {
    page.heading("placements", &words.say("report-placements-heading"));
    let placements = &words.report.placements;
    page.say(&words.with(
        "report-placements",
        &[
            ("settled", placements.settled.into()),
            ("suggested", placements.as_suggested.into()),
            ("changed", placements.changed.into()),
            ("without", placements.without_suggestion.into()),
        ],
    ));
    let shown = words
        .report
        .sessions
        .iter()
        .filter(|session| session.suggestions_shown);
    let shown = shown.count();
    if shown > 0 {
        page.say(&words.count("report-suggestions-shown", shown));
    }
    if placements.settled > 0 {
        outcomes(page, words, placements);
        page.blank();
        settlers(page, words, placements);
        page.blank();
    }
    grouping(page, words);
    taught(page, words);
}

/// A column that only older records need.
fn has_unclear(placements: &Placements) -> bool {
    let group = placements.by_advisor.group.unclear;
    group + placements.by_advisor.tool.unclear > 0
}

fn outcomes(page: &mut Page, words: &Words<'_>, placements: &Placements) {
    page.say(&words.say("report-outcomes-how"));
    let [sure, probable] = [SURE, PROBABLE].map(|from| words.share(from.into(), 1_000));
    page.say(&words.with(
        "report-trust-how",
        &[("sure", sure.into()), ("probable", probable.into())],
    ));
    let has_unclear = has_unclear(placements);
    let mut heads = vec![words.say("report-advisor"), words.say("report-suggested")];
    heads.extend(ways(words, has_unclear));
    heads.push(words.say("report-kept"));
    let mut grid = Grid::new("outcomes", words.say("report-outcomes"), heads);
    let (advisor, trust) = (&placements.by_advisor, &placements.tool_by_trust);
    let mut rows = vec![
        ("report-advisor-group", &advisor.group),
        ("report-advisor-tool", &advisor.tool),
        ("report-trust-sure", &trust.sure),
        ("report-trust-probable", &trust.probable),
    ];
    if trust.open.suggested > 0 {
        rows.push(("report-trust-open", &trust.open));
    }
    for (key, outcome) in rows {
        let mut cells = vec![words.say(key), outcome.suggested.to_string()];
        cells.extend(figures(outcome, has_unclear));
        cells.push(kept(words, outcome));
        grid.row(key, cells);
    }
    page.grid(grid);
}

/// The heads of what can become of a suggestion.
fn ways(words: &Words<'_>, has_unclear: bool) -> Vec<String> {
    let unclear = has_unclear.then_some("report-unclear");
    ["report-accepted", "report-chosen-same"]
        .into_iter()
        .chain(unclear)
        .chain(["report-changed"])
        .map(|key| words.say(key))
        .collect()
}

/// What stands under them.
fn figures(outcome: &Outcome, has_unclear: bool) -> Vec<String> {
    let unclear = has_unclear.then_some(outcome.unclear);
    [outcome.accepted, outcome.chosen_same]
        .into_iter()
        .chain(unclear)
        .chain([outcome.changed])
        .map(|count| count.to_string())
        .collect()
}

/// The share of suggestions that was kept; of none there is no share.
fn kept(words: &Words<'_>, outcome: &Outcome) -> String {
    if outcome.suggested == 0 {
        return "-".to_owned();
    }
    words.share(outcome.kept as u64, outcome.suggested as u64)
}

fn settlers(page: &mut Page, words: &Words<'_>, placements: &Placements) {
    let has_unclear = has_unclear(placements);
    let mut heads = vec![words.say("report-settler"), words.say("report-settled")];
    heads.extend(ways(words, has_unclear));
    heads.push(words.say("report-without-suggestion"));
    let mut grid = Grid::new("settlers", words.say("report-settlers"), heads);
    for settler in &placements.by_whom {
        let name = name(words, settler);
        let mut cells = vec![name.clone(), settler.settled.to_string()];
        cells.extend(figures(&settler.outcome, has_unclear));
        let without = settler.settled - settler.outcome.suggested;
        cells.push(without.to_string());
        grid.row(&name, cells);
    }
    page.grid(grid);
}

/// A number, and that it is the facilitator's.
fn name(words: &Words<'_>, settler: &Settler) -> String {
    let id = words.tag(&settler.session, settler.participant);
    if settler.participant == ParticipantId::FACILITATOR {
        words.with("report-settler-facilitator", &[("id", id.into())])
    } else {
        id
    }
}

fn grouping(page: &mut Page, words: &Words<'_>) {
    let grouping = words.report.grouping;
    page.say(&words.with(
        "report-grouping",
        &[
            ("proposals", grouping.proposals.into()),
            ("made", grouping.as_proposed.into()),
            ("compared", grouping.compared.into()),
        ],
    ));
    let unknown = grouping.groups - grouping.compared;
    if grouping.proposals > 0 && unknown > 0 {
        page.say(&words.count("report-grouping-unknown", unknown));
    }
}

fn taught(page: &mut Page, words: &Words<'_>) {
    let taught = &words.report.taught;
    if taught.is_empty() {
        page.say(&words.say("report-taught-none"));
        return;
    }
    page.say(&words.say("report-taught"));
    for of_theme in taught.chunk_by(|one, next| one.theme == next.theme) {
        if let Some(first) = of_theme.first() {
            let tag = |one: &Taught| words.tag(&one.session, words.own(one.word.as_str()));
            let said: Vec<String> = of_theme.iter().map(tag).collect();
            let theme = words.place(&first.theme);
            page.bullet(&words.said(&theme, &said.join(", ")));
        }
    }
}
