//! When the workshop has ended: where it was saved and how to get its report, or what becomes of what one wrote.

use super::{leads, made, own};
use crate::report::{self, Report, table};
use crate::tui::intent::Intent;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;
use crate::tui::widget::column::Column;
use crate::workshop::entry::Contribution;

/// The cells a line of the report takes: what the smallest terminal of a facilitator has.
const REPORT: usize = 76;

/// Writes it down.
pub(super) fn write(column: &mut Column, scene: &Scene<'_>) {
    column.heading(&scene.say("ended-title"));
    if leads(scene) {
        column.blank();
        write_saved(column, scene);
        made::write(column, scene);
    } else {
        column.say(&scene.say("ended-what-now"), Paint::Text);
    }
    column.blank();
    let notice = &scene.view.plan().notices.not_the_study;
    column.say(scene.read(notice), Paint::Quiet);
}

fn write_saved(column: &mut Column, scene: &Scene<'_>) {
    match &scene.invitation.saved {
        Some(saved) => {
            column.say(&scene.say("ended-saved"), Paint::Quiet);
            column.say(&format!("  {saved}"), Paint::Strong);
            column.blank();
            column.say(&scene.say("ended-report"), Paint::Quiet);
            column.say(&format!("  halte report {}", quoted(saved)), Paint::Strong);
        }
        None => column.say(&scene.say("ended-saved-elsewhere"), Paint::Text),
    }
    column.blank();
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/\\.:-_+".contains(letter);
    if path.chars().all(is_plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

/// What stands above one's own texts.
pub(super) fn write_head(column: &mut Column, scene: &Scene<'_>) {
    let count = own(scene).len();
    column.heading(&scene.say_with("ended-own", &[("count", count.into())]));
}

/// One of one's own texts.
pub(super) fn block(scene: &Scene<'_>, own: &Contribution, width: u16) -> Column {
    let look = scene.look;
    let mut column = Column::new(width, look);
    let bullet = look.sign(Sign::Bullet);
    column.item(
        bullet,
        Paint::Kind(own.kind),
        own.text.as_str(),
        Paint::Text,
    );
    let scenario = scene.view.plan().scenario(&own.scenario);
    let scenario = scenario.map_or(own.scenario.as_str(), |found| scene.read(&found.title));
    let between = look.sign(Sign::Between);
    let from = format!("{} {between} {scenario}", scene.locale.kind(own.kind));
    column.item(" ", Paint::Quiet, &from, Paint::Quiet);
    column
}

/// The report, to read right here.
pub(super) fn report(scene: &Scene<'_>) -> Vec<Intent> {
    let report = Report::of(&[scene.view], report::Options::default());
    let look = table::Look {
        ascii: scene.look.ascii,
        color: false,
        width: REPORT,
    };
    let text = table::render(&report, scene.locale, look);
    let reader = Reader::fixed(scene.say("ended-report-title"), text);
    vec![Intent::Open(Box::new(reader))]
}

/// Copies where it was saved.
pub(super) fn copy(scene: &Scene<'_>) -> Vec<Intent> {
    let Some(saved) = &scene.invitation.saved else {
        return Vec::new();
    };
    vec![
        Intent::Copy(saved.clone()),
        Intent::info(scene.say("ended-copied")),
    ]
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_path_with_spaces_is_quoted_for_the_shell() {
        assert_eq!(quoted("sessions/a-b.yaml"), "sessions/a-b.yaml");
        assert_eq!(quoted("mijn map/l'été.yaml"), r"'mijn map/l'\''été.yaml'");
    }
}
