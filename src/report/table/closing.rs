//! What the group concluded: the vote, how far it agrees, what it recommends and how it answers the challenges.

use super::charts;
use super::grid::Grid;
use super::page::{Page, Quotation};
use super::words::Words;
use crate::report::agreement::{Agreement, Contested};
use crate::report::entries::{Answer, Recommendation};
use crate::report::votes::{RankedBy, ThemeVotes, Votes};
use crate::vocabulary::Stance;

pub(super) fn votes(page: &mut Page, words: &Words<'_>) {
    page.heading("votes", &words.say("report-votes"));
    let votes = &words.report.votes;
    if !votes.held {
        page.say(&words.say("report-votes-none"));
        return;
    }
    if words.is_of_several() {
        page.say(&words.count("report-votes-sessions", votes.sessions));
    }
    let cast = [
        words.with("report-ballots", &[("count", votes.ballots.into())]),
        words.with("report-dots", &[("count", votes.dots.into())]),
    ];
    page.say(&format!("{}, {}.", cast[0], cast[1]));
    if votes.hands > 0 {
        page.say(&words.with("report-hands-how", &[("count", votes.hands.into())]));
    }
    page.say(&words.say("report-rank-how"));
    ranking(page, words, votes);
    if let Some(claim) = &votes.claim {
        page.blank();
        page.say(words.text(claim));
    }
}

fn ranking(page: &mut Page, words: &Words<'_>, votes: &Votes) {
    let mut heads = vec![words.say("report-theme"), words.say("report-rank")];
    heads.extend(["report-dots-head", "report-share-head"].map(|key| words.say(key)));
    if words.is_of_several() {
        heads.push(words.say("report-weights-by-workshop"));
    }
    if votes.hands > 0 {
        heads.push(words.say("report-hands-head"));
    }
    let mut grid = Grid::new("votes", words.say("report-votes"), heads);
    let weighed = &words.report.by_workshop.votes;
    for (theme, share) in votes.themes.iter().zip(weighed) {
        let mut cells = vec![
            words.theme(&theme.theme),
            rank(theme),
            theme.dots.to_string(),
        ];
        cells.push(words.share(theme.dots, votes.dots));
        if words.is_of_several() {
            let share = share.by_workshop.share;
            cells.push(words.percent(share));
        }
        if votes.hands > 0 {
            cells.push(theme.hands.to_string());
        }
        grid.row(&theme.theme, cells);
    }
    page.chart(charts::dots(words, votes));
    page.grid(grid);
    if votes.ranked_by == RankedBy::Hands {
        page.say(&words.say("report-ranked-by-hands"));
    }
}

pub(super) fn rank(theme: &ThemeVotes) -> String {
    let tie = if theme.tied { "=" } else { "" };
    format!("{tie}{}", theme.rank)
}

pub(super) fn agreement(page: &mut Page, words: &Words<'_>) {
    page.heading("agreement", &words.say("report-agreement"));
    let agreement = &words.report.agreement;
    match agreement.alpha {
        Some(alpha) => {
            let alpha = words.fraction(alpha);
            page.say(&words.with("report-alpha", &[("alpha", alpha.into())]));
        }
        None => page.say(&words.say("report-alpha-none")),
    }
    page.blank();
    sorting(page, words, agreement);
    if !agreement.contested.is_empty() {
        page.blank();
        page.say(&words.count("report-contested", agreement.contested.len()));
        for contested in &agreement.contested {
            one_contested(page, words, contested);
        }
    }
}

/// How many contributions were sorted by somebody, by two people or more, and without a majority; out of all.
fn sorting(page: &mut Page, words: &Words<'_>, agreement: &Agreement) {
    let all = words.report.denominators.contributions;
    let caption = words.say("report-sorting");
    let heads = ["report-sorting", "report-count", "report-share-head"];
    let heads = heads.map(|key| words.say(key)).to_vec();
    let mut grid = Grid::new("agreement", caption, heads);
    let cells = |key: &str, count: usize| {
        let share = words.share(count as u64, all as u64);
        vec![words.say(key), count.to_string(), share]
    };
    for (key, count) in sorted(agreement) {
        grid.row(key, cells(key, count));
    }
    grid.sum("all", cells("report-all-contributions", all));
    page.chart(charts::sorting(words, agreement));
    page.grid(grid);
}

/// The figures of agreement, from many to few.
pub(super) const fn sorted(agreement: &Agreement) -> [(&'static str, usize); 3] {
    [
        ("report-sorting-sorted", agreement.sorted),
        ("report-sorting-compared", agreement.compared),
        ("report-sorting-contested", agreement.contested.len()),
    ]
}

fn one_contested(page: &mut Page, words: &Words<'_>, contested: &Contested) {
    let quote = &contested.contribution;
    let tag = words.tag(&quote.session, quote.contribution);
    page.quote(&tag, words.quote(quote));
    let mut tally: Vec<_> = contested.tally.iter().collect();
    tally.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    let chosen = tally
        .into_iter()
        .map(|(place, count)| format!("{} {count}", words.place(place)));
    let outcome = match &quote.primary {
        Some(place) => words.with(
            "report-contested-settled",
            &[("place", words.place(place).into())],
        ),
        None => words.say("report-contested-open"),
    };
    let chosen = chosen.collect::<Vec<_>>().join(", ");
    page.under(&tag, &format!("{chosen}. {outcome}"));
}

pub(super) fn recommendations(page: &mut Page, words: &Words<'_>) {
    page.heading("recommendations", &words.say("report-recommendations"));
    let all = &words.report.recommendations;
    if all.is_empty() {
        page.say(&words.say("report-recommendations-none"));
    }
    for (index, recommendation) in all.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| all.get(before));
        if before.map(|before| &before.theme) != Some(&recommendation.theme) {
            if before.is_some() {
                page.blank();
            }
            let theme = words.place(&recommendation.theme);
            page.say(&words.with("report-label", &[("label", theme.into())]));
        }
        one_recommendation(page, words, recommendation);
    }
}

fn one_recommendation(page: &mut Page, words: &Words<'_>, one: &Recommendation) {
    let tag = words.tag(&one.session, one.id);
    let when = words.locale.horizon(one.horizon);
    let who = words.locale.actor(one.who);
    page.quote(&tag, Quotation::of(&one.text, vec![when, who]));
    if one.carried {
        let carriers = one.contributions.iter();
        let carriers: Vec<String> = carriers.map(|id| words.tag(&one.session, id)).collect();
        page.under(
            &tag,
            &words.with(
                "report-carried",
                &[("contributions", carriers.join(", ").into())],
            ),
        );
    } else {
        page.warn_under(&tag, &words.say("report-carried-by-none"));
    }
}

pub(super) fn reflections(page: &mut Page, words: &Words<'_>) {
    page.heading("reflections", &words.say("report-reflections"));
    for (index, challenge) in words.report.reflections.iter().enumerate() {
        if index > 0 {
            page.blank();
        }
        page.say(words.text(&challenge.title));
        page.say(words.text(&challenge.claim));
        page.say(&words.with(
            "report-stances",
            &[
                ("agree", challenge.agree.into()),
                ("differ", challenge.differ.into()),
            ],
        ));
        // Those who agree first: over several sessions there are many.
        let agree = |answer: &&Answer| answer.stance == Stance::Agree;
        let (agreeing, others): (Vec<_>, Vec<_>) = challenge.answers.iter().partition(agree);
        for answer in agreeing.into_iter().chain(others) {
            let mut stance = words.locale.stance(answer.stance);
            if let Some(author) = &answer.author {
                stance = format!("{stance}, {}", words.own(author.as_str()));
            }
            let said = words.said(&stance, answer.text.as_str());
            match words.number(&answer.session) {
                Some(number) => page.tagged(&number, &said),
                None => page.bullet(&said),
            }
        }
    }
}
