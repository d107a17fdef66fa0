//! What was asked and not done: what the person is told, and where their words are then.

use super::App;
use crate::seat::NotKept;
use crate::tui::screens;
use crate::workshop::Command;

impl App {
    /// What was typed into a form whose command was not carried out is in that form again, also if it is open.
    pub(super) fn take_back(&mut self, command: &Command) {
        let Some((form, texts)) = screens::typed_in(command) else {
            return;
        };
        self.desk.drafts.take_back(form, &texts);
        for popup in &mut self.popups {
            popup.restore(&self.desk.drafts);
        }
    }

    pub(super) fn not_kept(&self, cause: &NotKept) -> String {
        match cause {
            NotKept::TooLong => self.desk.locale.say("too-long"),
            NotKept::Disk(cause) => {
                let cause = cause.as_str();
                let variables = [("cause", cause.into())];
                self.desk.locale.say_with("not-kept", &variables)
            }
        }
    }
}
