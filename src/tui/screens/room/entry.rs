//! Entering what somebody says aloud: the facilitator's own, or as a scribe for a table.

use crate::tui::intent::Intent;
use crate::tui::popup::Form;
use crate::tui::scene::Scene;
use crate::tui::sheet::{Answers, Field};
use crate::vocabulary::{Kind, Source};
use crate::workshop::Command;

/// What an entry can come from, as the form offers it.
const SOURCES: [Source; 2] = [Source::Facilitator, Source::Scribe];

/// The form for one contribution.
pub(super) fn open(scene: &Scene<'_>) -> Vec<Intent> {
    let plan = scene.view.plan();
    let personas: Vec<_> = plan.personas.iter().map(|found| found.id.clone()).collect();
    let kinds = Kind::ALL
        .iter()
        .map(|kind| scene.say(&format!("kind-{kind}")));
    let roles = plan.personas.iter();
    let roles = roles.map(|persona| scene.read(&persona.role).to_owned());
    let roles = std::iter::once(scene.say("room-entry-no-persona")).chain(roles);
    let sources = SOURCES.map(|source| scene.say(&format!("source-{source}")));
    let fields = vec![
        Field::area(scene.say("room-entry-text")).hint(scene.say("room-entry-hint")),
        Field::choice(scene.say("room-entry-kind"), kinds.collect(), 0),
        Field::choice(scene.say("room-entry-persona"), roles.collect(), 0),
        Field::choice(scene.say("room-entry-source"), sources.into(), 0),
        Field::line(scene.say("room-entry-table")),
    ];
    let missing = scene.say("room-entry-missing");
    let no_table = scene.say("room-entry-no-table");
    let hand_in = move |answers: &Answers| {
        let text = answers.text(0).to_owned();
        if text.is_empty() {
            return Err((0, missing.clone()));
        }
        let table = match answers.text(4) {
            "" => None,
            table => Some(table.parse().ok().ok_or((4, no_table.clone()))?),
        };
        let persona = answers.chosen(2).checked_sub(1);
        Ok(vec![Intent::Ask(Command::Contribute {
            kind: Kind::ALL.get(answers.chosen(1)).copied(),
            text,
            prompt: None,
            source: SOURCES.get(answers.chosen(3)).copied(),
            persona: persona.and_then(|index| personas.get(index).cloned()),
            scenario: None,
            table,
            language: None,
        })])
    };
    let title = scene.say("do-enter");
    let form = Form::of("room-entry", title, fields, hand_in);
    vec![Intent::Open(Box::new(form))]
}
