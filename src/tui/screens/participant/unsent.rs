//! What somebody was in the middle of when the group went on, or what came too late: it was not sent, and is theirs to send
//! after all, to park or to copy. It stands there again when the group writes again.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::write::unsent;
use crate::text::{Note, Statement, TextError};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::Paint;
use crate::tui::popup::{centered, framed, inside};
use crate::tui::scene::Scene;
use crate::tui::screen::Screen;
use crate::tui::screens::shown;
use crate::tui::widget::column::Column;
use crate::vocabulary::{Role, StepKind};
use crate::workshop::{Command, Refusal};

/// The widest it gets.
const WIDTH: u16 = 70;
/// The rows around a screen: the line above it and the footer.
const AROUND: u16 = 2;

/// Shows what was not sent, and what can be done with it.
#[derive(Debug, Default)]
pub(in crate::tui) struct Unsent {
    /// The rows of it that are above what is in sight.
    offset: usize,
}

impl Unsent {
    /// The heading of its part of the help, by which it is known.
    pub(in crate::tui) const TITLE: &str = "my-unsent-title";

    /// What was not sent, in one text; empty when nothing was left behind. While the group writes it stands in the field.
    pub(in crate::tui) fn left_behind(scene: &Scene<'_>) -> String {
        if scene.role != Role::Participant || shown(scene.view) == StepKind::Write {
            return String::new();
        }
        joined(scene)
    }

    /// Whether it can be sent as it is: while the group shares, like anything that the wall makes somebody think of.
    fn may_send(scene: &Scene<'_>) -> bool {
        shown(scene.view) == StepKind::Share && !unsent(scene).is_empty()
    }

    fn may_park(scene: &Scene<'_>) -> bool {
        scene.view.closed_at().is_none() && !Self::left_behind(scene).is_empty()
    }

    fn send(scene: &Scene<'_>) -> Vec<Intent> {
        let texts = unsent(scene).into_iter();
        let commands = texts.map(|left| {
            Ok(Command::Contribute {
                kind: Some(left.kind),
                text: Statement::parse(left.text)?.as_str().to_owned(),
                prompt: left.prompt,
                source: None,
                persona: None,
                scenario: None,
                table: None,
                language: None,
            })
        });
        give(commands.collect(), scene)
    }

    fn park(scene: &Scene<'_>) -> Vec<Intent> {
        let texts = unsent(scene).into_iter();
        let commands = texts.map(|left| {
            let text = Note::parse(left.text)?.as_str().to_owned();
            Ok(Command::Say { text })
        });
        let mut intents = give(commands.collect(), scene);
        if intents.len() > 1 {
            intents.push(Intent::info(scene.say("my-parked")));
        }
        intents
    }

    fn scroll(&mut self, rows: isize, scene: &Scene<'_>) -> Vec<Intent> {
        let shown = inside(self.place(scene, main_area(scene)));
        let most = Self::page(scene, shown.width)
            .height()
            .saturating_sub(shown.height);
        self.offset = self.offset.saturating_add_signed(rows).min(most.into());
        Vec::new()
    }

    fn page(scene: &Scene<'_>, width: u16) -> Column {
        // The bar of what is longer than the window stands behind the text.
        let mut column = Column::new(width.saturating_sub(1), scene.look);
        for left in unsent(scene) {
            column.say(left.text, Paint::Strong);
            column.blank();
        }
        let why = if scene.view.closed_at().is_some() {
            "my-unsent-over"
        } else if Self::may_send(scene) {
            "my-unsent-sharing"
        } else {
            "my-unsent-why"
        };
        column.say(&scene.say(why), Paint::Text);
        column
    }
}

/// What a screen has of the terminal: the rows above and below it are taken.
fn main_area(scene: &Scene<'_>) -> Rect {
    Rect {
        height: scene.area.height.saturating_sub(AROUND),
        ..scene.area
    }
}

fn joined(scene: &Scene<'_>) -> String {
    let texts: Vec<&str> = unsent(scene).iter().map(|left| left.text).collect();
    texts.join("\n")
}

/// Gives the texts and lays them down, unless one cannot be taken: then all stay, and why is told.
fn give(commands: Result<Vec<Command>, TextError>, scene: &Scene<'_>) -> Vec<Intent> {
    match commands {
        Ok(commands) => {
            let letters = unsent(scene).into_iter().filter_map(|left| left.letter);
            let asked = commands.into_iter().map(Intent::Ask);
            let laid_down = [Intent::LayDown, Intent::Close].into_iter();
            let laid_down = laid_down.chain(letters.map(Intent::DropRefused));
            asked.chain(laid_down).collect()
        }
        Err(error) => vec![Intent::trouble(scene.locale.refusal(&Refusal::from(error)))],
    }
}

impl Screen for Unsent {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::of(KeyCode::Enter), "do-my-send", |_, scene| {
            Self::send(scene)
        })
        .footer(1)
        .when(|_, scene| Self::may_send(scene)),
        bind(Key::of(KeyCode::F(4)), "do-my-park", |_, scene| {
            Self::park(scene)
        })
        .also(Key::char('p'))
        .footer(2)
        .when(|_, scene| Self::may_park(scene)),
        bind(Key::of(KeyCode::Esc), "do-close-popup", |_, _| {
            vec![Intent::Close]
        })
        .footer(3),
        bind(Key::char('y'), "do-my-copy", |_, scene| {
            let copied = Intent::info(scene.say("over-copied"));
            vec![Intent::Copy(joined(scene)), copied]
        })
        .footer(4),
        bind(
            Key::of(KeyCode::Down),
            "do-down",
            |unsent: &mut Self, scene| unsent.scroll(1, scene),
        )
        .also(Key::char('j')),
        bind(Key::of(KeyCode::Up), "do-up", |unsent: &mut Self, scene| {
            unsent.scroll(-1, scene)
        })
        .also(Key::char('k')),
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let inner = framed(self, &scene.say(Self::TITLE), scene, area, buf);
        Self::page(scene, inner.width).draw(self.offset, inner, buf);
        None
    }

    fn title(&self) -> &'static str {
        Self::TITLE
    }

    fn place(&self, scene: &Scene<'_>, area: Rect) -> Rect {
        let width = area.width.min(WIDTH);
        let height = Self::page(scene, width.saturating_sub(4)).height();
        centered(area, width, height.saturating_add(2))
    }
}
