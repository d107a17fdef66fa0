//! The end: thanks, what the group made, what is left on the parking, and what a report of this is not.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::figures::{Figure, Figures};
use super::parted;
use super::poster::Poster;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;

/// Draws it, and says so when the workshop has ended.
pub(super) fn draw(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let figures = made(scene);
    let bare = poster(scene, page, 0);
    let spare = page.height.saturating_sub(bare.least(page.width));
    let most = spare.min(page.height / 3);
    let (top, bottom) = parted(page, figures.height(page.width, most, scene));
    // As many points of the parking as there are rows for.
    let longest = usize::from(top.height);
    let fitting = (1..=longest).rev().map(|count| poster(scene, top, count));
    let mut fitting = fitting.filter(|poster| poster.least(top.width) <= top.height);
    fitting.next().unwrap_or(bare).draw(top, buf);
    figures.draw(scene, bottom, buf);
}

fn made(scene: &Scene<'_>) -> Figures {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let contributions = scene.contributions().filter(|one| one.counts()).count();
    let people = scene.view.participants().len();
    let recommendations = scene.view.recommendations().len();
    Figures(vec![
        Figure::count(scene, "projector-written", count(contributions)),
        Figure::count(scene, "projector-people", count(people)),
        Figure::count(scene, "projector-recommended", count(recommendations)),
    ])
}

/// The words, with so many points of the parking.
fn poster(scene: &Scene<'_>, area: Rect, parked: usize) -> Poster {
    let mut poster = Poster::new(scene.look);
    let thanks = scene.say("projector-thanks");
    poster.big(&thanks, Paint::Title, area.height / 2);
    if scene.view.closed_at().is_some() {
        poster.say(&scene.say("projector-ended"), Paint::Strong);
    }
    let parking = scene.view.parking().values();
    let open: Vec<_> = parking.filter(|entry| !entry.resolved).collect();
    if !open.is_empty() {
        let variables = [("count", open.len().into())];
        let words = scene.say_with("projector-parking", &variables);
        poster.say(&words, Paint::Accent);
    }
    for entry in open.iter().take(parked) {
        let bullet = scene.look.sign(Sign::Bullet);
        poster.item(bullet, entry.text.as_str(), Paint::Text);
    }
    let notice = &scene.view.plan().notices.not_the_study;
    poster.say(scene.read(notice), Paint::Quiet);
    poster
}
