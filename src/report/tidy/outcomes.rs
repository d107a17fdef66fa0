//! The vote, how far people agree, and what became of suggestions.

use super::{Cell, Sheet, figure, maybe, nothing, text};
use crate::report::Report;
use crate::report::agreement::Outcome;

pub(super) fn votes(report: &Report) -> Sheet {
    let votes = &report.votes;
    let weighed = &report.by_workshop.votes;
    let rows = votes.themes.iter().zip(weighed).map(|(theme, share)| {
        vec![
            text(&theme.theme),
            figure(theme.rank),
            figure(theme.tied),
            figure(theme.dots),
            figure(votes.dots),
            figure(theme.hands),
            figure(votes.hands),
            figure(votes.ballots),
            figure(votes.sessions),
            share.by_dot.map_or_else(nothing, figure),
            share.by_workshop.share.map_or_else(nothing, figure),
        ]
    });
    let columns = [
        "theme",
        "rank",
        "tied",
        "dots",
        "dots_of",
        "hands",
        "hands_of",
        "ballots",
        "sessions",
        "share_by_dot",
        "share_by_workshop",
    ];
    Sheet::new(&columns, rows)
}

pub(super) fn agreement(report: &Report) -> Sheet {
    let agreement = &report.agreement;
    let row = vec![
        agreement.alpha.map_or_else(nothing, figure),
        figure(agreement.sorted),
        figure(agreement.compared),
        figure(agreement.contested.len()),
        figure(report.denominators.contributions),
    ];
    let columns = ["alpha", "sorted", "compared", "contested", "of"];
    Sheet::new(&columns, [row])
}

pub(super) fn contested(report: &Report) -> Sheet {
    let rows = report.agreement.contested.iter().flat_map(|one| {
        let of: u32 = one.tally.values().sum();
        one.tally.iter().map(move |(place, people)| {
            vec![
                text(&one.contribution.session),
                text(one.contribution.contribution),
                text(place),
                figure(people),
                figure(of),
                maybe(one.contribution.primary.as_ref()),
            ]
        })
    });
    let columns = [
        "session",
        "contribution",
        "place",
        "people",
        "of",
        "primary",
    ];
    Sheet::new(&columns, rows)
}

/// The names of what [`became`] writes.
const BECAME: [&str; 6] = [
    "suggested",
    "kept",
    "accepted",
    "chosen_same",
    "unclear",
    "changed",
];

fn became(outcome: &Outcome) -> [Cell; 6] {
    [
        outcome.suggested,
        outcome.kept,
        outcome.accepted,
        outcome.chosen_same,
        outcome.unclear,
        outcome.changed,
    ]
    .map(figure)
}

/// By who suggested, and the tool's by how far they could be trusted too; those are among its own.
pub(super) fn placements(report: &Report) -> Sheet {
    let placements = &report.placements;
    let (advisor, trust) = (&placements.by_advisor, &placements.tool_by_trust);
    let rows = [
        ("group", "", &advisor.group),
        ("tool", "", &advisor.tool),
        ("tool", "sure", &trust.sure),
        ("tool", "probable", &trust.probable),
        ("tool", "open", &trust.open),
    ];
    let rows = rows.map(|(advisor, trust, outcome)| {
        let mut cells = vec![text(advisor), text(trust)];
        cells.extend(became(outcome));
        cells.push(figure(placements.settled));
        cells
    });
    let columns = [&["advisor", "trust"], &BECAME[..], &["settled"]].concat();
    Sheet::new(&columns, rows)
}

pub(super) fn settlers(report: &Report) -> Sheet {
    let rows = report.placements.by_whom.iter().map(|settler| {
        let mut cells = vec![
            text(&settler.session),
            text(settler.participant),
            figure(settler.settled),
        ];
        cells.extend(became(&settler.outcome));
        cells
    });
    let columns = [&["session", "participant", "settled"], &BECAME[..]].concat();
    Sheet::new(&columns, rows)
}

pub(super) fn grouping(report: &Report) -> Sheet {
    let grouping = report.grouping;
    let row = [
        grouping.groups,
        grouping.proposals,
        grouping.compared,
        grouping.as_proposed,
    ];
    let columns = ["groups", "proposals", "compared", "as_proposed"];
    Sheet::new(&columns, [row.map(figure).into()])
}
