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
    let chart = Chart::of(scene, &votes);
    if page.width < BESIDE {
        let least = challenges.least(page.width);
        let room = page.height.saturating_sub(least.saturating_add(1));
        let height = chart.height(page.width, room.max(page.height / 2));
        chart.draw(scene, Rect { height, ..page }, buf);
        return challenges.draw(below(page, height.saturating_add(1)), buf);
    }
    let width = (page.width - GAP) / 2;
    let height = chart.height(width, page.height);
    let top = below(page, (page.height - height) / 2);
    chart.draw(
        scene,
        Rect {
            width,
            height,
            ..top
        },
        buf,
    );
    challenges.draw(after(page, width + GAP), buf);
}

/// A bar for each theme, and the words that go with them.
struct Chart {
    head: String,
    bars: Vec<(String, u64)>,
    words: Poster,
}

impl Chart {
    fn of(scene: &Scene<'_>, votes: &Votes) -> Self {
        let mut words = Poster::new(scene.look);
        if votes.ranked_by == RankedBy::Hands {
            words.say(&scene.say("projector-hands-alone"), Paint::Quiet);
        } else if votes.hands > 0 {
            let count = ("count", votes.hands.into());
            let hands = scene.say_with("projector-hands-too", &[count]);
            words.say(&hands, Paint::Quiet);
        }
        if let Some(claim) = &votes.claim {
            words.say(claim.get(scene.locale.language()), Paint::Text);
        }
        let variables = [
            ("dots", votes.dots.into()),
            ("ballots", votes.ballots.into()),
        ];
        let score = |theme: &ThemeVotes| match votes.ranked_by {
            RankedBy::Dots => theme.dots,
            RankedBy::Hands => theme.hands,
        };
        let bars = votes.themes.iter();
        let bars = bars.map(|theme| (label(scene, theme), score(theme)));
        Self {
            head: scene.say_with("projector-votes", &variables),
            bars: bars.collect(),
            words,
        }
    }

    /// The rows of everything but the bars: the head, air, and the words.
    fn around(&self, width: u16) -> u16 {
        self.words.least(width).saturating_add(4)
    }

    /// The rows of a bar: one with its name beside it, or more with its name above it.
    fn line(&self, width: u16, most: u16) -> u16 {
        let count = u16::try_from(self.bars.len()).unwrap_or(u16::MAX).max(1);
        match most.saturating_sub(self.around(width)) / count {
            0 | 1 => 1,
            2 => 2,
            _ => 3,
        }
    }

    /// The rows it takes of at most so many.
    fn height(&self, width: u16, most: u16) -> u16 {
        let count = u16::try_from(self.bars.len()).unwrap_or(u16::MAX);
        let bars = count.saturating_mul(self.line(width, most));
        bars.saturating_add(self.around(width)).min(most)
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let look = scene.look;
        let head = prose::cut(&self.head, area.width, look);
        prose::put(buf, area, &head, look.style(Paint::Title));
        let line = self.line(area.width, area.height);
        let is_above = line > 2;
        let labels = self.bars.iter().map(|(label, _)| prose::width(label));
        let label_width = labels.max().unwrap_or(0).min(NAME);
        let most = self.bars.iter().map(|(_, score)| *score).max();
        let small = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        let mut rest = below(area, 2);
        for (label, score) in &self.bars {
            if is_above {
                let label = prose::cut(label, rest.width, look);
                prose::put(buf, rest, &label, look.style(Paint::Strong));
            }
            let bar = Bar {
                label: if is_above { "" } else { label },
                label_width: if is_above { 0 } else { label_width },
                value: small(*score),
                most: small(most.unwrap_or(0)),
                number: &score.to_string(),
                style: look.style(Paint::Accent),
            };
            bar.draw(buf, below(rest, u16::from(is_above)), look);
            rest = below(rest, line);
        }
        self.words.draw(below(rest, u16::from(line == 1)), buf);
    }
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
