//! The scenario, to read together, and its prompts while everybody writes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::figures::{Figure, Figures};
use super::parted;
use super::poster::Poster;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;

/// Draws the scenario with its warning and the trend cards in play. The facts are left out where they would keep the
/// rest small: the summary tells the same.
pub(super) fn draw_brief(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let whole = brief(scene, page, true);
    if whole.is_grown(page) {
        whole.draw(page, buf);
    } else {
        brief(scene, page, false).draw(page, buf);
    }
}

fn brief(scene: &Scene<'_>, page: Rect, with_facts: bool) -> Poster {
    let plan = scene.view.plan();
    let look = scene.look;
    let mut poster = Poster::new(look);
    let Some(scenario) = scene.scenario() else {
        return poster;
    };
    poster.big(scene.read(&scenario.title), Paint::Title, page.height / 2);
    poster.say(scene.read(&scenario.summary), Paint::Strong);
    let facts = scenario.facts.iter().filter(|_| with_facts);
    for fact in facts {
        let bullet = look.sign(Sign::Bullet);
        poster.item(bullet, scene.read(&fact.text), Paint::Text);
    }
    let cards = scene.view.cards_in(&scenario.id);
    let mut cards = cards.iter().filter_map(|id| plan.card(id)).peekable();
    if cards.peek().is_some() {
        poster.say(scene.read(&plan.notices.card_question), Paint::Accent);
    }
    for card in cards {
        poster.item(card.id.as_str(), scene.read(&card.text), Paint::Strong);
    }
    poster.say(scene.read(&plan.notices.warning), Paint::Quiet);
    poster
}

/// Draws the prompts of the step, the time, and how far the group is.
pub(super) fn draw_prompts(scene: &Scene<'_>, page: Rect, buf: &mut Buffer) {
    let mut figures: Vec<Figure> = Figure::timer(scene).into_iter().collect();
    let written = scene.presence.contributions;
    figures.push(Figure::count(scene, "projector-written", written));
    figures.extend(Figure::done(scene));
    let figures = Figures(figures);
    let poster = prompts(scene, page);
    let spare = page.height.saturating_sub(poster.least(page.width));
    let most = spare.min(page.height / 3);
    let (top, bottom) = parted(page, figures.height(page.width, most, scene));
    poster.draw(top, buf);
    figures.draw(scene, bottom, buf);
}

fn prompts(scene: &Scene<'_>, page: Rect) -> Poster {
    let mut poster = Poster::new(scene.look);
    if let Some(scenario) = scene.scenario() {
        poster.big(scene.read(&scenario.title), Paint::Title, page.height / 4);
    }
    let prompts = scene.step().map(|step| scene.view.plan().prompts_of(step));
    let prompts = prompts.unwrap_or_default();
    let your_role = format!("[{}]", scene.say("projector-your-role"));
    let texts = prompts
        .iter()
        .map(|prompt| prompt.put_to(Some(&your_role), scene.locale.language()));
    let texts: Vec<String> = texts.collect();
    match texts.as_slice() {
        [only] => poster.big(only, Paint::Strong, page.height),
        texts => {
            let bullet = scene.look.sign(Sign::Bullet);
            for text in texts {
                poster.item(bullet, text, Paint::Text);
            }
        }
    }
    poster
}
