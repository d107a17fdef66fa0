//! What was written and not sent when the group went on: it is told until it was looked at, and can be looked at as long
//! as it is there.

use super::{App, Outlook};
use crate::tui::scene::Scene;
use crate::tui::screens::Unsent;
use crate::vocabulary::StepKind;

impl App {
    /// Whether there is something left behind that was not looked at.
    pub(in crate::tui) fn is_left_behind(&self, scene: &Scene<'_>) -> bool {
        let text = Unsent::left_behind(scene);
        !text.is_empty() && text != self.unsent_seen
    }

    /// Once nothing is left behind any more, whatever is left behind next is told, also the same words again.
    pub(super) fn look_for_unsent(&mut self, outlook: &Outlook<'_>) {
        let scene = self.desk.scene(outlook);
        if scene.is_some_and(|scene| Unsent::left_behind(&scene).is_empty()) {
            self.unsent_seen.clear();
        }
    }

    /// Shows it, above whatever there is.
    pub(super) fn show_unsent(&mut self, outlook: &Outlook<'_>) {
        let Some(scene) = self.desk.scene(outlook) else {
            return;
        };
        let is_open = |title| title == Unsent::TITLE;
        if self.popups.iter().any(|popup| is_open(popup.title())) {
            return;
        }
        self.unsent_seen = Unsent::left_behind(&scene);
        self.popups.push(Box::new(Unsent::default()));
    }

    /// Takes it off the person's hands. The writing screen begins anew when the group writes again.
    pub(super) fn lay_down(&mut self) {
        self.screens.remove(&StepKind::Write);
        self.desk.drafts.discard("write");
    }
}
