//! One's own done light. The room counts them; which one is one's own is known here alone, and it goes out by itself
//! when the group moves on.

use crate::seat::Update;
use crate::tui::intent::Intent;
use crate::tui::look::{Paint, Sign};
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::workshop::Command;

/// One's own done light.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Light {
    /// At which visit of the agenda it was put on.
    lit: Option<usize>,
}

impl Light {
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

    /// The light as it stands on the screen.
    pub(in crate::tui::screens) fn words(&self, scene: &Scene<'_>) -> (String, Paint) {
        let (sign, key, paint) = if self.is_on(scene) {
            (Sign::Done, "my-light-on", Paint::Good)
        } else {
            (Sign::Undone, "my-light-off", Paint::Quiet)
        };
        let waits = match Self::asked(scene) {
            Some(_) => scene.look.sign(Sign::Waiting),
            None => "",
        };
        let sign = scene.look.sign(sign);
        (format!("{sign} {}{waits}", scene.say(key)), paint)
    }
}
