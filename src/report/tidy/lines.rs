//! Every contribution of the sessions, one a line, also those that are in none of the figures.

use super::{Cell, Sheet, figure, maybe, nothing, text};
use crate::id::PersonaId;
use crate::report::Report;
use crate::report::agreement::advisor;
use crate::workshop::Workshop;
use crate::workshop::agreement::Agreement;
use crate::workshop::entry::{Advisor, Contribution};

/// The first thirteen are promised; more may follow behind.
const COLUMNS: [&str; 21] = [
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
    "persona_withheld",
];

pub(super) fn contributions(report: &Report, workshops: &[&Workshop]) -> Sheet {
    let rows = workshops.iter().flat_map(|workshop| {
        let all = workshop.contributions().values();
        all.map(|one| {
            let persona = one.persona.as_ref();
            let is_withheld = |persona: &PersonaId| report.withheld.hides(workshop, persona);
            let told = persona.filter(|persona| !is_withheld(persona));
            let mut row = written(workshop, one, told);
            row.extend(settled(one));
            row.push(figure(persona != told));
            row
        })
    });
    Sheet::new(&COLUMNS, rows)
}

/// What it says, where it was written and where it was put.
fn written(workshop: &Workshop, one: &Contribution, persona: Option<&PersonaId>) -> Vec<Cell> {
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
        maybe(persona),
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
