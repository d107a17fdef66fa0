//! What is told in a line that goes away by itself.

use super::{App, Outlook};
use crate::moment::Moment;
use crate::tui::intent::{Notice, Weight};

/// How long a notice stands, in seconds.
const NOTICE: u32 = 8;

impl App {
    pub(super) fn tick(&mut self, outlook: &Outlook<'_>) {
        let is_stale = |(_, until): &(Notice, Moment)| *until <= outlook.now;
        if self.notice.as_ref().is_some_and(is_stale) {
            self.notice = None;
        }
    }

    pub(super) fn tell(&mut self, notice: Notice, outlook: &Outlook<'_>) {
        let until = outlook.now.plus_seconds(NOTICE);
        // What went wrong is not covered by what went well.
        let stands = |(shown, until): &(Notice, Moment)| {
            shown.weight == Weight::Trouble && *until > outlook.now
        };
        if notice.weight == Weight::Trouble || !self.notice.as_ref().is_some_and(stands) {
            self.notice = Some((notice, until));
        }
    }
}
