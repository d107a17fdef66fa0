//! The outcome of the vote, with ties as ties and the paper's claim as the paper's; and what the group holds against the
//! three challenges.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::poster::Poster;
use crate::report::votes::{RankedBy, ThemeVotes, Votes};
use crate::tui::look::Paint;
use crate::tui::scene::Scene;
use crate::tui::widget::bar::Bar;
use crate::tui::widget::{after, below, prose};
use crate::vocabulary::Stance;

/// From this width on, the challenges stand beside the vote.
const BESIDE: u16 = 110;
/// The columns between the two.
const GAP: u16 = 6;
/// The most columns of a theme's name.
const NAME: u16 = 36;

/// Draws it.
pub(super) fn draw(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let challenges = challenges(scene, page);
    let votes = Votes::of_one(scene.view);
    if !votes.held {
        return challenges.draw(page, buf);
    }
    if page.width < BESIDE {
        let least = challenges.least(page.width);
        let most = page.height.saturating_sub(least.saturating_add(1));
        let most = most.max(page.height / 2);
        let top = Rect {
            height: most,
            ..page
        };
        let used = draw_votes(scene, &votes, top, buf);
        challenges.draw(below(page, used.saturating_add(1)), buf);
        return;
    }
    let left = Rect {
        width: (page.width - GAP) / 2,
        ..page
    };
    draw_votes(scene, &votes, left, buf);
    challenges.draw(after(page, left.width + GAP), buf);
}

/// Draws a bar for each theme, and what goes with them; answers how many rows it took.
fn draw_votes(scene: &Scene<'_>, votes: &Votes, area: Rect, buf: &mut Buffer) -> u16 {
    let look = scene.look;
    let mut words = Poster::new(look);
    if votes.ranked_by == RankedBy::Hands {
        words.say(&scene.say("projector-hands-alone"), Paint::Quiet);
    } else if votes.hands > 0 {
        let count = ("count", votes.hands.into());
        words.say(
            &scene.say_with("projector-hands-too", &[count]),
            Paint::Quiet,
        );
    }
    if let Some(claim) = &votes.claim {
        words.say(claim.get(scene.locale.language()), Paint::Text);
    }
    let variables = [
        ("dots", votes.dots.into()),
        ("ballots", votes.ballots.into()),
    ];
    let head = scene.say_with("projector-votes", &variables);
    let head = prose::cut(&head, area.width, look);
    prose::put(buf, area, &head, look.style(Paint::Title));
    let count = u16::try_from(votes.themes.len()).unwrap_or(u16::MAX).max(1);
    let least = words.least(area.width).saturating_add(2);
    let spare = area.height.saturating_sub(least.saturating_add(1));
    let line = (spare / count).clamp(1, 4);
    let rows: Vec<String> = votes.themes.iter().map(|one| label(scene, one)).collect();
    let label_width = rows.iter().map(|label| prose::width(label)).max();
    let label_width = label_width.unwrap_or(0).min(NAME);
    let score = |theme: &ThemeVotes| match votes.ranked_by {
        RankedBy::Dots => theme.dots,
        RankedBy::Hands => theme.hands,
    };
    let most = votes.themes.iter().map(score).max().unwrap_or(0);
    let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    let mut rest = below(area, 2);
    for (label, theme) in rows.iter().zip(&votes.themes) {
        let bar = Bar {
            label,
            label_width,
            value: small(score(theme)),
            most: small(most),
            number: &score(theme).to_string(),
            style: look.style(Paint::Accent),
        };
        bar.draw(buf, rest, look);
        rest = below(rest, line);
    }
    let rest = below(rest, u16::from(line == 1));
    let height = words.least(area.width).saturating_add(1).min(rest.height);
    words.draw(Rect { height, ..rest }, buf);
    (rest.y - area.y).saturating_add(height)
}

/// The rank of a theme and its name; others that share the rank show.
fn label(scene: &Scene<'_>, votes: &ThemeVotes) -> String {
    let theme = scene.view.plan().theme(&votes.theme);
    let title = theme.map_or(votes.theme.as_str(), |theme| scene.read(&theme.title));
    let tied = if votes.tied { '=' } else { ' ' };
    format!("{}{tied} {title}", votes.rank)
}

/// The challenges, each with how many agree and how many see it otherwise.
fn challenges(scene: &Scene<'_>, page: Rect) -> Poster {
    let mut poster = Poster::new(scene.look);
    let challenges = &scene.view.plan().challenges;
    if page.width >= BESIDE {
        let title = scene.say("projector-challenges");
        poster.big(&title, Paint::Title, page.height / 4);
    }
    for challenge in challenges {
        let count = |stance: Stance| {
            let all = scene.view.reflections().values();
            let found = all.filter(|one| one.challenge == challenge.id && one.stance == stance);
            format!("{} {}", found.count(), scene.locale.stance(stance))
        };
        let title = scene.read(&challenge.title);
        let counts: Vec<String> = Stance::ALL.iter().map(|one| count(*one)).collect();
        let head = format!("{title}: {}", counts.join(", "));
        poster.say(&head, Paint::Strong);
        poster.under(scene.read(&challenge.text), Paint::Text);
    }
    poster
}
