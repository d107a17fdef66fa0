//! What people wrote, in their own words: groups, what fits none of the themes, what was not placed, the parking lot.

use super::matrices::across;
use super::page::{Page, Quotation};
use super::words::Words;
use crate::report::entries::Quote;
use crate::report::recurrence::{Group, Recurrence};

pub(super) fn groups(page: &mut Page, words: &Words<'_>) {
    page.heading("groups", &words.say("report-groups"));
    let groups = &words.report.groups;
    if groups.is_empty() {
        page.say(&words.say("report-groups-none"));
        return;
    }
    page.say(&words.say("report-groups-how"));
    for group in groups {
        page.blank();
        one_group(page, words, group);
    }
}

fn one_group(page: &mut Page, words: &Words<'_>, group: &Group) {
    let tag = words.tag(&group.session, group.id);
    let label = group.label.as_ref().map_or_else(
        || words.say("report-group-without-label"),
        |label| words.own(label.as_str()),
    );
    page.tagged(&tag, &label);
    let count = words.count("report-contributions", group.contributions.len());
    page.under(
        &tag,
        &format!("{count}. {}", recurs(words, &group.recurrence)),
    );
    for quote in &group.contributions {
        let own = words.tag(&quote.session, quote.contribution);
        page.quote_within(&tag, &own, words.quote(quote));
    }
}

/// In how many scenarios, and by how many personas in each.
fn recurs(words: &Words<'_>, recurrence: &Recurrence) -> String {
    let scenarios = recurrence.scenarios.0.iter();
    let found: Vec<String> = scenarios
        .filter(|(_, found)| found.contributions > 0)
        .map(|(scenario, found)| {
            let personas = words.count("report-personas", found.voices);
            format!("{} ({personas})", words.scenario(scenario))
        })
        .collect();
    words.with(
        "report-group-recurs",
        &[
            ("across", across(words, recurrence).into()),
            ("scenarios", found.join(", ").into()),
            ("found", found.len().into()),
        ],
    )
}

pub(super) fn none_of_the_themes(page: &mut Page, words: &Words<'_>) {
    page.heading("none", &words.say("report-none-of-the-themes-heading"));
    listed(
        page,
        words,
        [
            "report-none-of-the-themes-how",
            "report-none-of-the-themes-none",
        ],
        &words.report.none_of_the_themes,
    );
}

pub(super) fn unplaced(page: &mut Page, words: &Words<'_>) {
    page.heading("unplaced", &words.say("report-unplaced-heading"));
    listed(
        page,
        words,
        ["report-unplaced-how", "report-unplaced-none"],
        &words.report.unplaced,
    );
}

/// A list under a sentence, or the sentence that there is nothing.
fn listed(page: &mut Page, words: &Words<'_>, [some, none]: [&str; 2], found: &[Quote]) {
    if found.is_empty() {
        page.say(&words.say(none));
    } else {
        page.say(&words.count(some, found.len()));
        for quote in found {
            let tag = words.tag(&quote.session, quote.contribution);
            page.quote(&tag, words.quote(quote));
        }
    }
}

pub(super) fn parking(page: &mut Page, words: &Words<'_>) {
    page.heading("parking", &words.say("report-parking"));
    let parking = &words.report.parking;
    if parking.is_empty() {
        page.say(&words.say("report-parking-none"));
        return;
    }
    let open = parking.iter().filter(|entry| !entry.resolved).count();
    page.say(&words.with(
        "report-parking-how",
        &[("count", parking.len().into()), ("open", open.into())],
    ));
    for entry in parking {
        let tag = words.tag(&entry.session, entry.id);
        let mut origin = vec![words.say(if entry.resolved {
            "report-parking-resolved"
        } else {
            "report-parking-open"
        })];
        let author = entry.author.as_ref();
        origin.extend(author.map(|author| words.own(author.as_str())));
        page.quote(&tag, Quotation::of(&entry.text, origin));
    }
}
