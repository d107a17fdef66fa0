//! The outcome of the vote: dots as bars, hands beside them, ties as ties, out of how many; and only below that what the
//! paper claims, as the paper's claim.

use ratatui::text::{Line, Span};

use crate::report::votes::{RankedBy, ThemeVotes, Votes};
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::column::{self, Column};
use crate::tui::widget::prose;
use crate::workshop::plan::Theme;

/// From this width on, a theme and its bar share a line.
const ONE_LINE: u16 = 64;
/// The cells of a theme's name beside its bar, with the air behind it.
const NAME: u16 = 37;
/// The cells of a figure, with the air before it.
const FIGURE: u16 = 8;
/// The cells of a rank, with the air behind it.
const RANK: u16 = 4;

/// Writes the outcome.
pub(in crate::tui::screens) fn write(column: &mut Column, scene: &Scene<'_>) {
    let votes = Votes::of_one(scene.view);
    if !votes.held {
        column.say(&scene.say("vote-none-held"), Paint::Text);
        return;
    }
    let with_hands = votes.hands > 0;
    head(column, scene, &votes, with_hands);
    let most = votes.themes.iter().map(|theme| score(theme, &votes)).max();
    for theme in &votes.themes {
        let found = scene.view.plan().theme(&theme.theme);
        let row = Row {
            theme: found,
            votes: theme,
            of: &votes,
            most: most.unwrap_or(0),
            with_hands,
        };
        row.write(column, scene);
    }
    column.blank();
    if with_hands {
        let variables = [("count", votes.hands.into())];
        column.say(
            &scene.say_with("vote-hands-counted", &variables),
            Paint::Quiet,
        );
    }
    if votes.ranked_by == RankedBy::Hands {
        column.say(&scene.say("vote-ranked-by-hands"), Paint::Quiet);
    }
    if let Some(claim) = &votes.claim {
        let claim = claim.get(scene.locale.language());
        let mark = scene.look.sign(Sign::Upright);
        column.item(mark, Paint::Accent, claim, Paint::Text);
    }
}

/// Out of how many, and what the figures are.
fn head(column: &mut Column, scene: &Scene<'_>, votes: &Votes, with_hands: bool) {
    let variables = [
        ("dots", votes.dots.into()),
        ("ballots", votes.ballots.into()),
        ("people", scene.view.participants().len().into()),
        ("limit", scene.view.plan().dots.into()),
    ];
    column.say(&scene.say_with("vote-out-of", &variables), Paint::Quiet);
    column.blank();
    let dots = figure(&scene.say("vote-dots-head"), scene);
    let hands = if with_hands {
        figure(&scene.say("vote-hands-head"), scene)
    } else {
        String::new()
    };
    column.entry("", &format!("{dots}{hands}"), Paint::Quiet);
}

/// A text to the right of the cells of a figure.
fn figure(text: &str, scene: &Scene<'_>) -> String {
    let text = prose::cut(text, FIGURE - 1, scene.look);
    let air = FIGURE.saturating_sub(prose::width(&text));
    format!("{}{text}", " ".repeat(usize::from(air)))
}

const fn score(theme: &ThemeVotes, votes: &Votes) -> u64 {
    match votes.ranked_by {
        RankedBy::Dots => theme.dots,
        RankedBy::Hands => theme.hands,
    }
}

/// One theme with its votes.
struct Row<'a> {
    theme: Option<&'a Theme>,
    votes: &'a ThemeVotes,
    of: &'a Votes,
    most: u64,
    with_hands: bool,
}

impl Row<'_> {
    fn write(&self, column: &mut Column, scene: &Scene<'_>) {
        let look = scene.look;
        let tied = if self.votes.tied { "=" } else { " " };
        let rank = format!("{:>2}{tied} ", self.votes.rank);
        let name = match self.theme {
            Some(theme) => theme.title.get(scene.locale.language()),
            None => self.votes.theme.as_str(),
        };
        let mut figures = figure(&self.votes.dots.to_string(), scene);
        if self.with_hands {
            figures.push_str(&figure(&self.votes.hands.to_string(), scene));
        }
        let room = column.width().saturating_sub(RANK);
        let left = room.saturating_sub(prose::width(&figures));
        let bar = |cells: u16| column::bar(score(self.votes, self.of), self.most, cells, look).0;
        let paint = look.style(Paint::Accent);
        let strong = look.style(Paint::Strong);
        let fitted = |text: &str, cells: u16| {
            let text = prose::cut(text, cells, look);
            let air = usize::from(cells.saturating_sub(prose::width(&text)));
            format!("{text}{}", " ".repeat(air))
        };
        if column.width() >= ONE_LINE {
            let name = format!("{} ", fitted(name, (NAME - 1).min(left)));
            let bar = fitted(&bar(left.saturating_sub(NAME)), left.saturating_sub(NAME));
            column.line(Line::from(vec![
                Span::styled(rank, strong),
                Span::styled(name, look.style(Paint::Text)),
                Span::styled(bar, paint),
                Span::styled(figures, strong),
            ]));
        } else {
            column.line(Line::from(vec![
                Span::styled(rank, strong),
                Span::styled(fitted(name, left), look.style(Paint::Text)),
                Span::styled(figures, strong),
            ]));
            let indent = " ".repeat(usize::from(RANK));
            column.line(Line::styled(format!("{indent}{}", bar(left)), paint));
        }
    }
}
