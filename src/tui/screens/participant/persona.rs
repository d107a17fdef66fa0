//! The persona somebody takes, as they read it: who I am, what worries me, what I want. It reads the same in the
//! briefing, beside the writing field and in a popup.

use super::page::Page;
use crate::tui::intent::Intent;
use crate::tui::look::Paint;
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;

/// Who I am, in one line; without a persona, that one speaks for oneself.
pub(super) fn headline(scene: &Scene<'_>) -> String {
    match scene.persona() {
        Some(persona) => scene.say_with("my-role", &[("role", scene.read(&persona.role).into())]),
        None => scene.say("my-role-none"),
    }
}

/// Writes the whole card on a page.
pub(super) fn card(scene: &Scene<'_>, page: &mut Page) {
    page.say(&headline(scene), Paint::Title);
    let Some(persona) = scene.persona() else {
        page.say(&scene.say("my-role-none-long"), Paint::Text);
        return;
    };
    page.say(scene.read(&persona.sector), Paint::Quiet);
    page.gap();
    page.say(scene.read(&persona.experience), Paint::Text);
    page.say(scene.read(&persona.work), Paint::Text);
    page.section(&scene.say("my-worries"), scene.read(&persona.worries));
    page.section(&scene.say("my-wishes"), scene.read(&persona.wishes));
}

/// Writes the scenario under way on a page: the picture, what is the case, and that it is no forecast.
pub(super) fn scenario(scene: &Scene<'_>, page: &mut Page) {
    let Some(scenario) = scene.scenario() else {
        return;
    };
    page.say(scene.read(&scenario.title), Paint::Title);
    page.gap();
    page.say(scene.read(&scenario.summary), Paint::Text);
}

/// Writes what is the case in the scenario, the trend cards in play, and that a scenario is not fixed.
pub(super) fn facts(scene: &Scene<'_>, page: &mut Page) {
    let plan = scene.view.plan();
    if let Some(scenario) = scene.scenario() {
        if !scenario.facts.is_empty() {
            page.gap();
            page.say(&scene.say("my-facts"), Paint::Title);
        }
        for fact in &scenario.facts {
            page.item(scene.read(&fact.text), Paint::Text);
        }
        let played = scene.view.cards_in(&scenario.id);
        if !played.is_empty() {
            page.gap();
            page.say(&scene.say("my-cards"), Paint::Title);
            for card in played.iter().filter_map(|id| plan.card(id)) {
                page.item(scene.read(&card.text), Paint::Text);
            }
            page.say(scene.read(&plan.notices.card_question), Paint::Strong);
        }
    }
    page.gap();
    page.say(scene.read(&plan.notices.warning), Paint::Quiet);
}

/// Persona and scenario to read again, in a popup.
pub(super) fn again(scene: &Scene<'_>) -> Vec<Intent> {
    // The reader wraps by itself; a page this wide only puts the paragraphs in their order.
    let mut page = Page::new(u16::MAX, scene.look);
    card(scene, &mut page);
    page.gap();
    scenario(scene, &mut page);
    facts(scene, &mut page);
    let reader = Reader::of(scene.say("do-my-role"), page.into_text());
    vec![Intent::Open(Box::new(reader))]
}
