//! Texts on their way: what was given and waits for the host, and what was refused and is still on the person's hands.

use uuid::Uuid;

use crate::tui::intent::Intent;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::Form;
use crate::tui::post::State;
use crate::tui::scene::Scene;
use crate::tui::sheet::Field;
use crate::tui::widget::column::Column;
use crate::workshop::Command;

/// Reads what is looked for out of a command; `None` for every other one.
type Pick<T> = fn(&Command) -> Option<&T>;

/// The text of something put in the parking lot.
pub(super) const fn said(command: &Command) -> Option<&String> {
    match command {
        Command::Say { text } => Some(text),
        _ => None,
    }
}

/// A text that was put in the parking lot or recommended.
pub(super) const fn any(command: &Command) -> Option<&String> {
    match command {
        Command::Say { text } | Command::Recommend { text, .. } => Some(text),
        _ => None,
    }
}

/// What is on its way and has such a text, in the order in which it was given.
pub(super) fn on_their_way<'a, T: 'a>(
    scene: &Scene<'a>,
    pick: Pick<T>,
) -> impl Iterator<Item = (Uuid, &'a T, &'a State)> + use<'a, T> {
    let letters = scene.post.letters();
    letters.filter_map(move |(id, letter)| Some((id, pick(&letter.command)?, &letter.state)))
}

/// The first one that was refused.
pub(super) fn refused<'a, T: 'a>(scene: &Scene<'a>, pick: Pick<T>) -> Option<(Uuid, &'a T)> {
    on_their_way(scene, pick)
        .find(|(_, _, state)| matches!(state, State::Refused(_)))
        .map(|(id, text, _)| (id, text))
}

/// Says how far something is: it waits, or it was refused and why.
pub(super) fn state_words(column: &mut Column, scene: &Scene<'_>, state: &State) {
    let look = scene.look;
    match state {
        State::Given | State::Kept => {
            let words = scene.say("letter-waiting");
            column.item(look.sign(Sign::Waiting), Paint::Quiet, &words, Paint::Quiet);
        }
        State::Refused(why) => {
            column.item(look.sign(Sign::Refused), Paint::Bad, why, Paint::Bad);
        }
    }
}

/// Writes such texts down, each with how far it is.
pub(super) fn write(column: &mut Column, scene: &Scene<'_>, pick: Pick<String>) {
    for (_, text, state) in on_their_way(scene, pick) {
        column.say(text, Paint::Text);
        state_words(column, scene, state);
        column.blank();
    }
}

/// Takes the first refused one off the person's hands.
pub(super) fn drop_refused<T>(scene: &Scene<'_>, pick: Pick<T>) -> Vec<Intent> {
    let found = refused(scene, pick).map(|(id, _)| Intent::DropRefused(id));
    found.into_iter().collect()
}

/// Puts something in the parking lot; a text that was refused may be given again.
pub(super) fn park(scene: &Scene<'_>) -> Vec<Intent> {
    let again = refused(scene, said);
    let text = again.map_or("", |(_, text)| text);
    let field = Field::area(scene.say("park-field")).with(text);
    let again = again.map(|(id, _)| id);
    let missing = scene.say("park-missing");
    let form = Form::of("park", scene.say("do-park"), vec![field], move |answers| {
        let text = answers.text(0).to_owned();
        if text.is_empty() {
            return Err((0, missing.clone()));
        }
        let mut intents = vec![Intent::Ask(Command::Say { text })];
        intents.extend(again.map(Intent::DropRefused));
        Ok(intents)
    });
    vec![Intent::Open(Box::new(form))]
}
