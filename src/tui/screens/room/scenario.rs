//! What a scenario step is about: the scenario, its facts and prompts, the trend cards in play, and what to say.

use super::panel::Panel;
use crate::tui::intent::Intent;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;
use crate::workshop::plan::{Card, Prompt, Script};

/// The script of the present step.
fn script<'a>(scene: &Scene<'a>) -> Option<&'a Script> {
    scene.view.plan().script(scene.view.step_kind())
}

/// Minutes the group has been at this step, beside those that were planned.
pub(super) fn minutes(scene: &Scene<'_>) -> String {
    let used = scene.now.millis_since(scene.view.step_entered_at()) / 60_000;
    let planned = scene.step().map_or(0, |step| u64::from(step.minutes));
    let variables = [("used", used.into()), ("planned", planned.into())];
    scene.say_with("room-minutes", &variables)
}

/// What to say aloud, and what people may do.
pub(super) fn script_panels(scene: &Scene<'_>, width: u16) -> Vec<Panel> {
    let Some(script) = script(scene) else {
        return Vec::new();
    };
    let look = scene.look;
    vec![
        Panel::new(scene.say("room-say")).text(scene.read(&script.say), Paint::Text, width, look),
        Panel::new(scene.say("room-may")).text(scene.read(&script.may), Paint::Text, width, look),
    ]
}

/// The whole script, to read at leisure.
pub(super) fn read_script(scene: &Scene<'_>) -> Vec<Intent> {
    let Some(script) = script(scene) else {
        return Vec::new();
    };
    let text = [
        scene.say("room-say"),
        scene.read(&script.say).to_owned(),
        String::new(),
        scene.say("room-may"),
        scene.read(&script.may).to_owned(),
    ];
    let title = scene.read(&script.title).to_owned();
    vec![Intent::Open(Box::new(Reader::of(title, text.join("\n"))))]
}

/// The scenario in a few sentences.
pub(super) fn summary_panel(scene: &Scene<'_>, width: u16) -> Option<Panel> {
    let scenario = scene.scenario()?;
    let title = scene.read(&scenario.title).to_owned();
    let summary = scene.read(&scenario.summary);
    let panel = Panel::new(title).note(minutes(scene));
    Some(panel.text(summary, Paint::Strong, width, scene.look))
}

/// What is the case in the scenario.
pub(super) fn facts_panel(scene: &Scene<'_>, width: u16) -> Option<Panel> {
    let scenario = scene.scenario()?;
    let look = scene.look;
    let mark = look.sign(Sign::Bullet);
    let panel = Panel::new(scene.say("room-facts"));
    let facts = scenario.facts.iter();
    Some(facts.fold(panel, |panel, fact| {
        panel.item(mark, scene.read(&fact.text), Paint::Text, width, look)
    }))
}

/// The questions of the step.
fn prompts<'a>(scene: &Scene<'a>) -> Vec<&'a Prompt> {
    let step = scene.step();
    step.map_or(Vec::new(), |step| scene.view.plan().prompts_of(step))
}

/// The questions people answer in this step, each seat another one first.
pub(super) fn prompts_panel(scene: &Scene<'_>, width: u16) -> Panel {
    let look = scene.look;
    let panel = Panel::new(scene.say("room-prompts"));
    prompts(scene).into_iter().fold(panel, |panel, prompt| {
        let text = scene.prompt(prompt, None);
        panel.item(prompt.id.as_str(), &text, Paint::Text, width, look)
    })
}

/// The trend cards in play in the scenario under way.
pub(super) fn cards<'a>(scene: &Scene<'a>) -> Vec<&'a Card> {
    let played = scene.view.scenario().map(|id| scene.view.cards_in(id));
    let played = played.unwrap_or_default().iter();
    played.filter_map(|id| scene.view.plan().card(id)).collect()
}

/// The trend cards in play.
pub(super) fn cards_panel(scene: &Scene<'_>, width: u16) -> Panel {
    let look = scene.look;
    let panel = Panel::new(scene.say("room-cards"));
    cards(scene).into_iter().fold(panel, |panel, card| {
        panel.item(
            card.id.as_str(),
            scene.read(&card.text),
            Paint::Text,
            width,
            look,
        )
    })
}

/// The scenario with its facts, its questions, the cards in play and the warning that goes with every scenario.
pub(super) fn read_scenario(scene: &Scene<'_>) -> Vec<Intent> {
    let Some(scenario) = scene.scenario() else {
        return Vec::new();
    };
    let mut text = vec![scene.read(&scenario.summary).to_owned()];
    let mut chapter = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push(String::new());
            text.push(scene.say(title));
            text.extend(lines);
        }
    };
    let mark = scene.look.sign(Sign::Bullet);
    let facts = scenario.facts.iter();
    let facts = facts.map(|fact| format!("{mark} {}", scene.read(&fact.text)));
    chapter("room-facts", facts.collect());
    let cards = cards(scene).into_iter();
    let cards = cards.map(|card| format!("{} {}", card.id, scene.read(&card.text)));
    chapter("room-cards", cards.collect());
    let asked = prompts(scene).into_iter();
    let asked = asked.map(|prompt| format!("{} {}", prompt.id, scene.prompt(prompt, None)));
    chapter("room-prompts", asked.collect());
    let warning = scene.read(&scene.view.plan().notices.warning);
    text.extend([String::new(), warning.to_owned()]);
    let title = scene.read(&scenario.title).to_owned();
    vec![Intent::Open(Box::new(Reader::of(title, text.join("\n"))))]
}
