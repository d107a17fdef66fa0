//! What a simulated participant does in the closing steps: dots for what it holds important, answers to challenges.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Player;
use crate::id::ThemeId;
use crate::vocabulary::Stance;
use crate::workshop::{Command, Workshop};

/// How often, in a hundred, a dot goes where one leans to.
const LEANS: usize = 45;
/// How often a challenge is recognised.
const AGREES: usize = 68;
/// How often a second challenge is answered.
const ANSWERS_TWICE: usize = 40;

impl Player {
    /// Gives all dots.
    pub(super) fn vote(&mut self, view: &Workshop) {
        let mut dots: BTreeMap<ThemeId, u8> = BTreeMap::new();
        for _ in 0..view.plan().dots {
            let leaning = self.leaning.clone().filter(|_| self.chance.percent(LEANS));
            let theme = leaning.or_else(|| {
                let theme = self.chance.pick(&view.plan().themes)?;
                Some(theme.id.clone())
            });
            if let Some(theme) = theme {
                *dots.entry(theme).or_default() += 1;
            }
        }
        for (theme, dots) in dots {
            self.ask(Command::Vote { theme, dots });
        }
    }

    /// Answers one challenge or two, where possible in words that nobody used yet.
    pub(super) fn reflect(&mut self, view: &Workshop) {
        let repertoire = Arc::clone(&self.repertoire);
        let mut challenges: Vec<_> = view.plan().challenges.iter().collect();
        self.chance.shuffle(&mut challenges);
        challenges.truncate(if self.chance.percent(ANSWERS_TWICE) {
            2
        } else {
            1
        });
        for challenge in challenges {
            let stance = if self.chance.percent(AGREES) {
                Stance::Agree
            } else {
                Stance::Differ
            };
            let answers = repertoire.answers(&challenge.id, stance, self.language);
            let used = |text: &str| {
                view.reflections()
                    .values()
                    .any(|reflection| reflection.text.as_str() == text)
            };
            let fresh: Vec<_> = answers
                .iter()
                .filter(|answer| !used(answer.as_str()))
                .collect();
            let answer = self
                .chance
                .pick(&fresh)
                .copied()
                .or_else(|| self.chance.pick(answers));
            if let Some(answer) = answer {
                self.ask(Command::Reflect {
                    challenge: challenge.id.clone(),
                    stance,
                    text: answer.to_string(),
                });
            }
        }
    }
}
