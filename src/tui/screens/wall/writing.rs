//! Writing down what the wall made somebody think of.

use crate::text::Statement;
use crate::tui::intent::Intent;
use crate::tui::popup::Form;
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::sheet::Field;
use crate::vocabulary::Kind;
use crate::workshop::{Command, Refusal};

/// What the form is kept under.
const NAME: &str = "wall-write";
/// The place of its text.
const TEXT: usize = 1;

/// A form with a kind and a text. What was refused before stands in it again, unless something else does.
pub(super) fn write(scene: &Scene<'_>) -> Vec<Intent> {
    let mut intents = Vec::new();
    let is_empty = scene.drafts.get(&format!("{NAME}/{TEXT}")).is_none();
    let refused = refused(scene).filter(|_| is_empty);
    let (kind, text) = match refused {
        Some((id, kind, text)) => {
            intents.push(Intent::DropRefused(id));
            (kind, text)
        }
        None => (Kind::Need, ""),
    };
    let kinds = Kind::ALL.iter().map(|kind| scene.locale.kind(*kind));
    let at = Kind::ALL.iter().position(|word| *word == kind);
    let prompt = scene.view.prompt_of(scene.you);
    let prompt = prompt.map(|prompt| scene.prompt(prompt, scene.persona()));
    let fields = vec![
        Field::choice(
            scene.say("wall-write-kind"),
            kinds.collect(),
            at.unwrap_or(0),
        ),
        Field::area(scene.say("wall-write-text"))
            .with(text)
            .hint(prompt.unwrap_or_default())
            .limit(Statement::LIMIT),
    ];
    let locale = scene.locale;
    let form = Form::of(
        NAME,
        scene.say("wall-write-title"),
        fields,
        move |answers| {
            let text = Statement::parse(answers.text(TEXT));
            let text = text.map_err(|error| (TEXT, locale.refusal(&Refusal::from(error))))?;
            Ok(vec![Intent::Ask(Command::contribute(
                Kind::ALL.get(answers.chosen(0)).copied(),
                text.as_str(),
            ))])
        },
    );
    intents.push(Intent::Open(Box::new(form.at(TEXT))));
    intents
}

/// The last text that was refused and is still on the person's hands.
fn refused<'a>(scene: &Scene<'a>) -> Option<(uuid::Uuid, Kind, &'a str)> {
    let letters = scene.post.letters();
    let refused = letters.filter_map(|(id, letter)| match (&letter.command, &letter.state) {
        (Command::Contribute { kind, text, .. }, State::Refused(_)) => {
            Some((id, kind.unwrap_or(Kind::Need), text.as_str()))
        }
        _ => None,
    });
    refused.last()
}
