//! One's own done light. The room counts them; which one is one's own is known here alone, and it goes out by itself
//! when the group moves on.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::seat::Update;
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::widget::prose;
use crate::workshop::Command;

/// A screen with one's own done light.
pub(in crate::tui::screens) trait Lit: Sized {
    /// The light.
    fn light(&self) -> &Light;

    /// The key that puts it on.
    const LIGHT_ON: Binding<Self> = bind(
        Key::of(KeyCode::F(2)),
        "do-my-light-on",
        |screen: &mut Self, scene| screen.light().toggle(scene),
    )
    .footer(3)
    .when(|screen, scene| !screen.light().is_on(scene));

    /// The same key, which then puts it off.
    const LIGHT_OFF: Binding<Self> = bind(
        Key::of(KeyCode::F(2)),
        "do-my-light-off",
        |screen: &mut Self, scene| screen.light().toggle(scene),
    )
    .footer(3)
    .when(|screen, scene| screen.light().is_on(scene));
}

/// One's own done light.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Light {
    /// At which visit of the agenda it was put on.
    lit: Option<usize>,
}

impl Light {
    /// What to ask when the link is back: the room forgets the lights when it is opened again.
    pub(in crate::tui::screens) fn again(&self, update: &Update, scene: &Scene<'_>) -> Vec<Intent> {
        let is_back = matches!(update, Update::Back(_));
        if is_back && self.lit == Some(scene.view.timeline().len()) {
            return vec![Intent::Ask(Command::Done)];
        }
        Vec::new()
    }

    /// Follows what the room answered.
    pub(in crate::tui::screens) fn hear(&mut self, update: &Update, scene: &Scene<'_>) {
        if let Update::Answered {
            command,
            answer: Ok(_),
            ..
        } = update
        {
            match command {
                Command::Done => self.lit = Some(scene.view.timeline().len()),
                Command::Undone => self.lit = None,
                _ => {}
            }
        }
    }

    /// What was asked last and has no answer yet.
    fn asked(scene: &Scene<'_>) -> Option<bool> {
        let letters = scene.post.letters();
        letters
            .filter(|(_, letter)| !matches!(letter.state, State::Refused(_)))
            .filter_map(|(_, letter)| match letter.command {
                Command::Done => Some(true),
                Command::Undone => Some(false),
                _ => None,
            })
            .last()
    }

    /// Whether it is on, or soon will be.
    pub(in crate::tui::screens) fn is_on(&self, scene: &Scene<'_>) -> bool {
        let lit = self.lit == Some(scene.view.timeline().len());
        Self::asked(scene).unwrap_or(lit)
    }

    /// Puts it on, or off.
    pub(in crate::tui::screens) fn toggle(&self, scene: &Scene<'_>) -> Vec<Intent> {
        vec![Intent::Ask(if self.is_on(scene) {
            Command::Undone
        } else {
            Command::Done
        })]
    }

    /// The light as it stands on the screen: nothing while it is off.
    pub(in crate::tui::screens) fn words(&self, scene: &Scene<'_>) -> String {
        if !self.is_on(scene) {
            return String::new();
        }
        let sign = match Self::asked(scene) {
            Some(_) => Sign::Waiting,
            None => Sign::Done,
        };
        format!("{} {}", scene.look.sign(sign), scene.say("my-light-on"))
    }

    /// Draws it at the far end of a row, and returns the row that is left.
    pub(in crate::tui::screens) fn draw(
        &self,
        scene: &Scene<'_>,
        row: Rect,
        buf: &mut Buffer,
    ) -> Rect {
        let words = self.words(scene);
        if words.is_empty() || row.is_empty() {
            return row;
        }
        let width = prose::width(&words).min(row.width);
        let style = scene.look.style(Paint::Good);
        let x = row.right() - width;
        buf.set_stringn(x, row.y, words, usize::from(width), style);
        Rect {
            width: row.width.saturating_sub(width + 2),
            ..row
        }
    }
}
