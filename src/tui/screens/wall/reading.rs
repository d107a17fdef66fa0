//! One card with everything that may be known of it.

use super::face;
use crate::tui::popup::Reader;
use crate::tui::scene::Scene;
use crate::workshop::entry::Contribution;

/// The whole card, to read.
pub(super) fn reader(card: &Contribution, scene: &Scene<'_>) -> Reader {
    let plan = scene.view.plan();
    let mut text = format!("{}\n", card.text);
    let mut tell = |key: &str, value: String| {
        if !value.is_empty() {
            let heading = scene.say(key);
            text.extend(["\n", &heading, "\n", &value, "\n"]);
        }
    };
    let persona = card.persona.as_ref();
    let role = persona.map_or("", |persona| scene.role_of(persona));
    tell("wall-detail-persona", role.to_owned());
    let scenario = plan.scenario(&card.scenario);
    let title = scenario.map_or("", |scenario| scene.read(&scenario.title));
    tell("wall-detail-scenario", title.to_owned());
    let prompt = card.prompt.as_ref().and_then(|prompt| plan.prompt(prompt));
    let asked = persona.and_then(|persona| plan.persona(persona));
    let prompt = prompt.map_or_else(String::new, |prompt| scene.prompt(prompt, asked));
    tell("wall-detail-prompt", prompt);
    let cards = card.cards.iter().filter_map(|id| plan.card(id));
    let cards: Vec<&str> = cards.map(|card| scene.read(&card.text)).collect();
    tell("wall-detail-cards", cards.join("\n"));
    let groups = face::groups(scene);
    let group = card.group.and_then(|group| groups.get(&group));
    let group = group.map_or_else(String::new, |group| face::group_words(group, scene));
    tell("wall-detail-group", group);
    let writer = card.participant.filter(|_| scene.view.is_named());
    let writer = writer.and_then(|id| scene.view.participants().get(&id)?.name.as_ref());
    let writer = writer.map_or_else(String::new, ToString::to_string);
    tell("wall-detail-writer", writer);
    tell("wall-detail-source", scene.locale.source(card.source));
    if card.hidden {
        text.extend(["\n", &scene.say("wall-hidden")]);
    }
    let title = format!("{} {}", card.id, scene.locale.kind(card.kind));
    Reader::of(title, text.trim_end().to_owned())
}
