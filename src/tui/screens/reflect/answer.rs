//! One's own answer to a challenge: asked, on its way, saved, or refused and why.

use uuid::Uuid;

use super::sign;
use crate::tui::intent::Intent;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::Form;
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::screens::letters;
use crate::tui::sheet::Field;
use crate::tui::widget::column::Column;
use crate::vocabulary::Stance;
use crate::workshop::Command;
use crate::workshop::entry::Reflection;
use crate::workshop::plan::Challenge;

const STANCES: [Stance; 2] = [Stance::Agree, Stance::Differ];

/// An answer on its way.
struct Letter<'a> {
    id: Uuid,
    stance: Stance,
    text: &'a str,
    state: &'a State,
}

const fn reflects(command: &Command) -> Option<&Command> {
    match command {
        Command::Reflect { .. } => Some(command),
        _ => None,
    }
}

/// What was last given to this challenge and has no answer from the host yet, or a bad one.
fn letter<'a>(scene: &Scene<'a>, challenge: &Challenge) -> Option<Letter<'a>> {
    let letters = letters::on_their_way(scene, reflects);
    let own = letters.filter_map(|(id, command, state)| match command {
        Command::Reflect {
            challenge: of,
            stance,
            text,
        } if *of == challenge.id => Some(Letter {
            id,
            stance: *stance,
            text,
            state,
        }),
        _ => None,
    });
    own.last()
}

fn saved<'a>(scene: &Scene<'a>, challenge: &Challenge) -> Option<&'a Reflection> {
    let mut all = scene.view.reflections().values();
    all.find(|own| own.challenge == challenge.id && own.participant == Some(scene.you))
}

/// Whether one's answer was refused and is still on one's hands.
pub(super) fn is_refused(scene: &Scene<'_>, challenge: &Challenge) -> bool {
    letter(scene, challenge).is_some_and(|letter| matches!(letter.state, State::Refused(_)))
}

/// Takes a refused answer off one's hands.
pub(super) fn drop_refused(scene: &Scene<'_>, challenge: &Challenge) -> Vec<Intent> {
    let letter = letter(scene, challenge).map(|letter| Intent::DropRefused(letter.id));
    letter.into_iter().collect()
}

/// Writes down one's own answer and how far it is.
pub(super) fn write(column: &mut Column, scene: &Scene<'_>, challenge: &Challenge) {
    let look = scene.look;
    let saved = saved(scene, challenge);
    let own = |column: &mut Column, stance: Stance, text: &str| {
        let (sign, paint) = sign(stance);
        let words = scene.say_with(
            "reflect-own",
            &[("stance", scene.locale.stance(stance).into())],
        );
        column.item(look.sign(sign), paint, &words, Paint::Strong);
        column.item(" ", Paint::Text, text, Paint::Text);
    };
    match (letter(scene, challenge), saved) {
        (Some(letter), _) => {
            own(column, letter.stance, letter.text);
            letters::state_words(column, scene, letter.state);
        }
        (None, Some(saved)) => {
            own(column, saved.stance, saved.text.as_str());
            let mark = look.sign(Sign::Saved);
            column.item(mark, Paint::Good, &scene.say("letter-saved"), Paint::Quiet);
        }
        (None, None) => column.say(&scene.say("reflect-not-yet"), Paint::Accent),
    }
}

/// Asks whether one agrees, and why; what was answered before stands in it.
pub(super) fn ask(scene: &Scene<'_>, challenge: &Challenge) -> Vec<Intent> {
    let letter = letter(scene, challenge);
    let saved = saved(scene, challenge);
    let before = letter.as_ref().map(|letter| (letter.stance, letter.text));
    let before = before.or_else(|| saved.map(|own| (own.stance, own.text.as_str())));
    let at = before.and_then(|(own, _)| STANCES.iter().position(|stance| *stance == own));
    let refused = letter.filter(|letter| matches!(letter.state, State::Refused(_)));
    let refused = refused.map(|letter| letter.id);
    // Nothing is chosen beforehand: a word that stands there already is what tired people answer.
    let stances = STANCES.map(|stance| scene.locale.stance(stance));
    let stances = std::iter::once(scene.say("reflect-choose")).chain(stances);
    let at = at.map_or(0, |at| at + 1);
    let fields = vec![
        Field::choice(scene.say("reflect-stance"), stances.collect(), at),
        Field::area(scene.say("reflect-why")).with(before.map_or("", |(_, text)| text)),
    ];
    let id = challenge.id.clone();
    let name = format!("reflect-{id}");
    let title = challenge.title.get(scene.locale.language()).to_owned();
    let missing = scene.say("reflect-why-missing");
    let not_chosen = scene.say("reflect-stance-missing");
    let form = Form::of(&name, title, fields, move |answers| {
        let chosen = answers.chosen(0).checked_sub(1);
        let Some(stance) = chosen.and_then(|at| STANCES.get(at)) else {
            return Err((0, not_chosen.clone()));
        };
        let text = answers.text(1).to_owned();
        if text.is_empty() {
            return Err((1, missing.clone()));
        }
        let mut intents = vec![Intent::Ask(Command::Reflect {
            challenge: id.clone(),
            stance: *stance,
            text,
        })];
        intents.extend(refused.map(Intent::DropRefused));
        Ok(intents)
    });
    vec![Intent::Open(Box::new(form))]
}
