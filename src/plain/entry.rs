//! How each thing in a workshop reads as a line. Pure, and the same for every seat that may see it.

use super::line::Line;
use crate::id::{ContributionId, GroupId, PersonaId};
use crate::moment::Moment;
use crate::text::Label;
use crate::workshop::Workshop;
use crate::workshop::entry::{Contribution, Parked, Participant, Placement, VoteResult};
use crate::workshop::event::Members;
use crate::workshop::plan::Step;
use crate::workshop::suggestion::{Likeness, Ranked, Suggestion, Trust};

/// Seconds as minutes and seconds.
pub(super) fn clock(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A contribution as everybody who sees it may read it.
pub(super) fn contribution_line(word: &str, contribution: &Contribution) -> Line {
    Line::new(word)
        .with(contribution.id)
        .with(contribution.kind)
        .with(contribution.persona.as_ref().map_or("-", PersonaId::as_str))
        .text(contribution.text.as_str())
}

/// A contribution this seat should sort.
pub(super) fn slice_line(view: &Workshop, id: ContributionId) -> Option<Line> {
    let found = view.contributions().get(&id)?;
    Some(Line::new("slice").with(id).text(found.text.as_str()))
}

/// What somebody says of themselves, as far as it is known.
pub(super) fn about(participant: &Participant) -> String {
    let name = participant.name.iter().chain(&participant.organisation);
    let parts: Vec<&str> = name.map(crate::text::Name::as_str).collect();
    parts.join(", ")
}

/// An entry of the parking lot.
pub(super) fn parked(entry: &Parked) -> Line {
    let word = if entry.resolved { "resolved" } else { "parked" };
    Line::new(word).with(entry.id).text(entry.text.as_str())
}

/// How long a timer runs, seen from a moment.
pub(super) fn timer(ends_at: Moment, from: Moment) -> Line {
    let seconds = ends_at.millis_since(from).div_ceil(1_000);
    Line::new("timer").with(clock(seconds))
}

/// A step that the group comes to shortly. The clocks of two computers are never quite the same, so the seconds are
/// rounded.
pub(super) fn announced(step: &Step, at: Moment, now: Moment) -> Line {
    Line::new("moving")
        .with(step.kind)
        .with_some(step.scenario.as_ref())
        .with((at.millis_since(now) + 500) / 1_000)
}

/// The contribution before everyone, if there is one.
pub(super) fn spotlight(view: &Workshop, id: Option<ContributionId>) -> Line {
    let found = id.and_then(|id| view.contributions().get(&id));
    match found {
        Some(found) => Line::new("spotlight")
            .with(found.id)
            .text(found.text.as_str()),
        None => Line::new("spotlight").with("off"),
    }
}

/// Where a contribution belongs.
pub(super) fn placed(id: ContributionId, placement: Option<&Placement>) -> Line {
    match placement {
        Some(placement) => Line::new("placed")
            .with(id)
            .with(&placement.primary)
            .with_some(placement.second.as_ref()),
        None => Line::new("unplaced").with(id),
    }
}

/// Where a contribution might belong: the likeliest place, or the first two where none is likely enough.
pub(super) fn suggested(id: ContributionId, suggestion: &Suggestion) -> Line {
    let line = Line::new("suggested").with(id);
    let [first, second] = [0, 1].map(|at| suggestion.ranking.get(at).map(ranked));
    match suggestion.trust() {
        Trust::Sure | Trust::Probable => line.with_some(first).text(&reasons(suggestion)),
        Trust::Open => line.with("open").with_some(first).with_some(second),
    }
}

fn ranked(ranked: &Ranked) -> String {
    format!(
        "{}={:.2}",
        ranked.place,
        f64::from(ranked.confidence) / 1_000.0
    )
}

fn reasons(suggestion: &Suggestion) -> String {
    let words: Vec<&str> = suggestion.because.iter().map(Label::as_str).collect();
    words.join(", ")
}

/// Contributions that seem to say the same need.
pub(super) fn alike_line(likeness: &Likeness) -> Line {
    let word = if likeness.is_same() { "same" } else { "alike" };
    Line::new(word).with_some(carriers(&likeness.contributions))
}

/// Contributions that say the same need.
pub(super) fn grouped(id: GroupId, members: Option<&Members>) -> Line {
    let Some(members) = members else {
        return Line::new("ungrouped").with(id);
    };
    let label = members.label.as_ref().map_or("", |label| label.as_str());
    Line::new("grouped")
        .with(id)
        .with_some(carriers(&members.contributions))
        .text(label)
}

/// The outcome of the vote, theme by theme.
pub(super) fn vote_result(votes: &VoteResult) -> impl Iterator<Item = Line> {
    votes.dots.iter().map(|(theme, dots)| {
        let hands = votes.hands.get(theme);
        Line::new("votes")
            .with(theme)
            .with(dots)
            .with_some(hands.map(|hands| format!("hands={hands}")))
    })
}

/// Contributions as a list of ids; nothing when there are none.
pub(super) fn carriers(contributions: &[ContributionId]) -> Option<String> {
    let ids: Vec<String> = contributions.iter().map(ToString::to_string).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
