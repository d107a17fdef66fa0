//! Leaving: what was given just before still gets its answer, while there is a host to give it.

use super::{App, Effect, Outlook};
use crate::tui::intent::{Notice, Weight};
use crate::tui::scene::Standing;

/// How long somebody who leaves is kept for the answers under way, in seconds.
const PATIENCE: u32 = 3;

impl App {
    /// Somebody wants to leave: at once, or when what they gave has its answer. Whoever asks again leaves at once.
    pub(super) fn leave(&mut self, outlook: &Outlook<'_>) -> Option<Effect> {
        let waits = self.leaving.is_none() && self.is_owed_answers();
        if !waits {
            return Some(Effect::End(self.ending(outlook)));
        }
        self.leaving = Some(outlook.now.plus_seconds(PATIENCE));
        let notice = Notice {
            words: self.desk.locale.say("tui-leaving"),
            weight: Weight::Info,
        };
        self.tell(notice, outlook);
        None
    }

    /// The end for whoever waited to leave and need not any more.
    pub(super) fn left(&self, outlook: &Outlook<'_>) -> Option<Effect> {
        let until = self.leaving?;
        let is_over = !self.is_owed_answers() || until <= outlook.now;
        is_over.then(|| Effect::End(self.ending(outlook)))
    }

    fn is_owed_answers(&self) -> bool {
        self.over.is_none() && self.desk.standing == Standing::There && self.desk.post.waiting() > 0
    }
}
