//! The vote, over all sessions that held one: dots and hands apart, ties as ties.

use serde::Serialize;

use super::axes::Axes;
use crate::id::ThemeId;
use crate::language::Localised;
use crate::workshop::Workshop;
use crate::workshop::entry::VoteResult;

/// What people voted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Votes {
    /// Whether anybody voted, and the outcome was shown to the group.
    pub held: bool,
    /// How many sessions voted.
    pub sessions: usize,
    /// Ballots cast.
    pub ballots: u64,
    /// Dots given.
    pub dots: u64,
    /// Hands counted in the room, by the facilitator.
    pub hands: u64,
    /// What the ranks go by.
    pub ranked_by: RankedBy,
    /// Each theme that could be voted for, most important first.
    pub themes: Vec<ThemeVotes>,
    /// What the paper claims about lifelong learning; only after a vote, so that it sways nobody.
    pub claim: Option<Localised>,
}

/// What ranks go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RankedBy {
    /// Dots on ballots.
    Dots,
    /// Hands, where nobody gave a dot.
    Hands,
}

/// The votes for one theme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThemeVotes {
    /// The theme.
    pub theme: ThemeId,
    /// Dots on ballots.
    pub dots: u64,
    /// Hands counted in the room.
    pub hands: u64,
    /// Its rank; 1 is the most important.
    pub rank: usize,
    /// Whether others share the rank.
    pub tied: bool,
}

impl Votes {
    /// The vote of one workshop.
    #[must_use]
    pub fn of_one(workshop: &Workshop) -> Self {
        let workshops = [workshop];
        Self::of(&workshops, &Axes::of(&workshops))
    }

    pub(super) fn of(workshops: &[&Workshop], axes: &Axes) -> Self {
        let results: Vec<(&Workshop, &VoteResult)> = workshops
            .iter()
            .filter_map(|workshop| Some((*workshop, workshop.votes()?)))
            .filter(|(_, result)| was_held(result))
            .collect();
        let mut themes = themes(&results, axes);
        let dots = themes.iter().map(|theme| theme.dots).sum();
        let ranked_by = if dots > 0 {
            RankedBy::Dots
        } else {
            RankedBy::Hands
        };
        rank(&mut themes, ranked_by);
        Self {
            held: !results.is_empty(),
            sessions: results.len(),
            ballots: results.iter().map(|(_, one)| u64::from(one.ballots)).sum(),
            dots,
            hands: themes.iter().map(|theme| theme.hands).sum(),
            ranked_by,
            themes,
            claim: results
                .iter()
                .map(|(workshop, _)| &workshop.plan().notices.learning_claim)
                .find(|claim| !claim.is_empty())
                .cloned(),
        }
    }
}

/// Going past the vote without a dot or a hand is not a vote.
fn was_held(result: &VoteResult) -> bool {
    let mut counts = result.dots.values().chain(result.hands.values());
    counts.any(|count| *count > 0)
}

fn themes(results: &[(&Workshop, &VoteResult)], axes: &Axes) -> Vec<ThemeVotes> {
    let sum = |count: fn(&VoteResult, &ThemeId) -> Option<u32>, theme: &ThemeId| {
        results
            .iter()
            .filter_map(|(_, result)| count(result, theme))
            .map(u64::from)
            .sum()
    };
    axes.themes
        .iter()
        .filter(|theme| {
            results.iter().any(|(_, result)| {
                result.dots.contains_key(&theme.id) || result.hands.contains_key(&theme.id)
            })
        })
        .map(|theme| ThemeVotes {
            theme: theme.id.clone(),
            dots: sum(|result, theme| result.dots.get(theme).copied(), &theme.id),
            hands: sum(|result, theme| result.hands.get(theme).copied(), &theme.id),
            rank: 0,
            tied: false,
        })
        .collect()
}

/// Equal votes share a rank, and the rank after them counts them all: 1, 2, 2, 4.
fn rank(themes: &mut [ThemeVotes], by: RankedBy) {
    let score = |theme: &ThemeVotes| match by {
        RankedBy::Dots => theme.dots,
        RankedBy::Hands => theme.hands,
    };
    let scores: Vec<u64> = themes.iter().map(score).collect();
    for theme in themes.iter_mut() {
        let own = score(theme);
        theme.rank = scores.iter().filter(|other| **other > own).count() + 1;
        theme.tied = scores.iter().filter(|other| **other == own).count() > 1;
    }
    themes.sort_by_key(|theme| theme.rank);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn votes(counts: &[(&str, u64)]) -> Vec<ThemeVotes> {
        counts
            .iter()
            .map(|(theme, dots)| ThemeVotes {
                theme: theme.parse().expect("theme"),
                dots: *dots,
                hands: 0,
                rank: 0,
                tied: false,
            })
            .collect()
    }

    #[test]
    fn equal_votes_share_a_rank_and_keep_the_order_of_the_plan() {
        let mut themes = votes(&[("a", 2), ("b", 5), ("c", 2), ("d", 0)]);
        rank(&mut themes, RankedBy::Dots);
        let ranks: Vec<_> = themes
            .iter()
            .map(|theme| (theme.theme.as_str(), theme.rank, theme.tied))
            .collect();
        assert_eq!(
            ranks,
            [
                ("b", 1, false),
                ("a", 2, true),
                ("c", 2, true),
                ("d", 4, false)
            ]
        );
    }
}
