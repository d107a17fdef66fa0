//! What the group made, in figures.

use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::widget::column::Column;

/// Writes it down: one line, in words that go with the figures.
pub(super) fn write(column: &mut Column, scene: &Scene<'_>) {
    let view = scene.view;
    let contributions = scene.contributions().filter(|one| one.counts()).count();
    let recommendations = view.recommendations().values();
    let alone = recommendations.filter(|one| one.contributions.is_empty());
    let ballots = view.votes().map_or(0, |votes| votes.ballots);
    let count = |key: &str, count: usize| scene.say_with(key, &[("count", count.into())]);
    let mut parts = vec![
        count("made-contributions", contributions),
        count("made-people", view.participants().len()),
        count("made-scenarios", view.scenarios_run().len()),
        scene.say_with("made-ballots", &[("count", ballots.into())]),
        count("made-answers", view.reflections().len()),
        count("made-recommendations", view.recommendations().len()),
    ];
    let alone = alone.count();
    if alone > 0 {
        parts.push(count("made-alone", alone));
    }
    column.heading(&scene.say("made-title"));
    let between = format!(" {} ", scene.look.sign(Sign::Between));
    column.say(&parts.join(&between), Paint::Text);
}
