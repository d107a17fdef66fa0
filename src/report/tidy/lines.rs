//! Every contribution of the sessions, one a line, also those that are in none of the figures.

use super::{Cell, Sheet, figure, maybe, nothing, text};
use crate::report::agreement::advisor;
use crate::workshop::Workshop;
use crate::workshop::agreement::Agreement;
use crate::workshop::entry::{Advisor, Contribution};

/// The first thirteen are promised; more may follow behind.
const COLUMNS: [&str; 20] = [
    "session",
    "contribution",
    "kind",
    "scenario",
    "persona",
    "primary",
    "second",
    "group",
    "source",
    "hidden",
    "withdrawn",
    "language",
    "text",
    "counted",
    "suggested",
    "advisor",
    "confidence",
    "accepted",
    "sorted",
    "agreeing",
];

pub(super) fn contributions(workshops: &[&Workshop]) -> Sheet {
    let rows = workshops.iter().flat_map(|workshop| {
        let all = workshop.contributions().values();
        all.map(|one| {
            let mut row = written(workshop, one);
            row.extend(settled(one));
            row
        })
    });
    Sheet::new(&COLUMNS, rows)
}

/// What it says, where it was written and where it was put.
fn written(workshop: &Workshop, one: &Contribution) -> Vec<Cell> {
    let placement = one.placement.as_ref();
    // Nobody reads in a report what was taken back, or what the facilitator hid.
    let words = if one.hidden || one.withdrawn {
        nothing()
    } else {
        text(&one.text)
    };
    vec![
        text(&workshop.plan().id),
        text(one.id),
        text(one.kind),
        text(&one.scenario),
        maybe(one.persona.as_ref()),
        maybe(placement.map(|settled| &settled.primary)),
        maybe(placement.and_then(|settled| settled.second.as_ref())),
        maybe(one.group),
        text(one.source),
        figure(one.hidden),
        figure(one.withdrawn),
        text(one.language),
        words,
    ]
}

/// Whether it counts, what was suggested when it was settled, and how far those who sorted it agree.
fn settled(one: &Contribution) -> Vec<Cell> {
    let placement = one.placement.as_ref();
    let placement = placement.filter(|settled| settled.suggested.is_some());
    let confidence = placement.and_then(|settled| settled.confidence);
    let agreement = Agreement::of(&one.count_sorts());
    vec![
        figure(one.counts()),
        maybe(placement.and_then(|settled| settled.suggested.as_ref())),
        maybe(placement.map(|settled| match advisor(settled) {
            Advisor::Group => "group",
            Advisor::Tool => "tool",
        })),
        confidence.map_or_else(nothing, |thousandths| {
            figure(f64::from(thousandths) / 1_000.0)
        }),
        placement.map_or_else(nothing, |settled| figure(settled.accepted)),
        figure(agreement.sorted),
        figure(agreement.votes),
    ]
}
