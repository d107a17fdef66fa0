//! Steps at which everybody is at work at their own screen: what there is to do, among which themes, and how far the
//! group is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::figures::{Figure, Figures};
use super::parted;
use super::poster::Poster;
use crate::tui::look::Paint;
use crate::tui::scene::Scene;
use crate::tui::widget::bar::theme_key;
use crate::vocabulary::StepKind;

/// Draws how far the sorting is.
pub(super) fn draw_sorting(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let sorted = Figure::count(scene, "projector-sorted", scene.presence.sorts);
    let mut poster = task(scene, StepKind::Sort, page);
    let none = theme_key(scene.view.plan().themes.len());
    poster.item(
        &none.to_string(),
        &scene.say("projector-none"),
        Paint::Strong,
    );
    let counts = [sorted].into_iter().chain(Figure::done(scene)).collect();
    draw(scene, &poster, counts, page, buf);
}

/// Draws how many have voted; what they voted shows only when the group leaves the vote.
pub(super) fn draw_voting(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let presence = scene.presence;
    let (ballots, of) = (presence.ballots, presence.connected);
    let ballots = Figure::part(scene, "projector-ballots", ballots, of);
    let poster = task(scene, StepKind::Vote, page);
    draw(scene, &poster, vec![ballots], page, buf);
}

fn draw(scene: &Scene<'_>, poster: &Poster, counts: Vec<Figure>, page: Rect, buf: &mut Buffer) {
    let figures = Figures(Figure::timer(scene).into_iter().chain(counts).collect());
    let spare = page.height.saturating_sub(poster.least(page.width));
    let most = spare.min(page.height / 3);
    let (top, bottom) = parted(page, figures.height(page.width, most, scene));
    poster.draw(top, buf);
    figures.draw(scene, bottom, buf);
}

fn task(scene: &Scene<'_>, kind: StepKind, page: Rect) -> Poster {
    let plan = scene.view.plan();
    let mut poster = Poster::new(scene.look);
    if let Some(script) = plan.script(kind) {
        poster.big(scene.read(&script.title), Paint::Title, page.height / 3);
        poster.say(scene.read(&script.expect), Paint::Strong);
    }
    for (index, theme) in plan.themes.iter().enumerate() {
        let key = theme_key(index).to_string();
        poster.item(&key, scene.read(&theme.title), Paint::Strong);
    }
    poster
}
