//! What people said beside their contributions: groups, recommendations, the parking lot, reflections, words.

use super::{Sheet, figure, maybe, text};
use crate::report::Report;

/// Which contributions are in a group is told where the contributions are.
pub(super) fn groups(report: &Report) -> Sheet {
    let rows = report.groups.iter().map(|group| {
        vec![
            text(&group.session),
            text(group.id),
            maybe(group.label.as_ref()),
            figure(group.contributions.len()),
            figure(group.recurrence.across),
            figure(group.recurrence.of),
            figure(group.recurrence.systematic),
            figure(group.throughout),
        ]
    });
    let columns = [
        "session",
        "group",
        "label",
        "contributions",
        "across",
        "of",
        "systematic",
        "throughout",
    ];
    Sheet::new(&columns, rows)
}

pub(super) fn taught(report: &Report) -> Sheet {
    let each = report.taught.iter();
    let rows = each.map(|one| vec![text(&one.session), text(&one.word), text(&one.theme)]);
    Sheet::new(&["session", "word", "theme"], rows)
}

/// The contributions that carry one are in a single cell, with spaces between.
pub(super) fn recommendations(report: &Report) -> Sheet {
    let rows = report.recommendations.iter().map(|one| {
        let carriers = one.contributions.iter().map(ToString::to_string);
        vec![
            text(&one.session),
            text(one.id),
            text(&one.theme),
            text(one.horizon),
            text(one.who),
            figure(one.carried),
            text(carriers.collect::<Vec<_>>().join(" ")),
            text(&one.text),
        ]
    });
    let columns = [
        "session",
        "recommendation",
        "theme",
        "horizon",
        "who",
        "carried",
        "contributions",
        "text",
    ];
    Sheet::new(&columns, rows)
}

pub(super) fn parking(report: &Report) -> Sheet {
    let rows = report.parking.iter().map(|entry| {
        vec![
            text(&entry.session),
            text(entry.id),
            figure(entry.resolved),
            maybe(entry.author.as_ref()),
            text(&entry.text),
        ]
    });
    let columns = ["session", "parking", "resolved", "author", "text"];
    Sheet::new(&columns, rows)
}

pub(super) fn challenges(report: &Report) -> Sheet {
    let rows = report.reflections.iter().map(|challenge| {
        vec![
            text(&challenge.challenge),
            figure(challenge.agree),
            figure(challenge.differ),
            figure(challenge.answers.len()),
        ]
    });
    Sheet::new(&["challenge", "agree", "differ", "of"], rows)
}

pub(super) fn reflections(report: &Report) -> Sheet {
    let rows = report.reflections.iter().flat_map(|challenge| {
        challenge.answers.iter().map(|answer| {
            vec![
                text(&answer.session),
                text(&challenge.challenge),
                text(answer.stance),
                maybe(answer.author.as_ref()),
                text(&answer.text),
            ]
        })
    });
    let columns = ["session", "challenge", "stance", "author", "text"];
    Sheet::new(&columns, rows)
}
