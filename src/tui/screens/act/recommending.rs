//! Making a recommendation: a form for what should be done, when and by whom, and then a list to choose the contributions
//! that carry it from, one after the other. Its text is kept until it is given.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{FIRST_WORDS, name, places_of};
use crate::id::ContributionId;
use crate::tui::intent::Intent;
use crate::tui::look::{Paint, Sign};
use crate::tui::popup::{Choice, Form, Picker};
use crate::tui::scene::Scene;
use crate::tui::screens::letters;
use crate::tui::sheet::Field;
use crate::tui::widget::column::Column;
use crate::tui::widget::prose;
use crate::vocabulary::{Actor, Horizon};
use crate::workshop::Command;
use crate::workshop::entry::{Contribution, Place};

/// What its text is kept under.
const FORM: &str = "recommend";

/// A recommendation that is being made, with the contributions it can be linked to.
#[derive(Debug, Clone)]
struct Draft {
    theme: Place,
    horizon: Horizon,
    who: Actor,
    text: String,
    linked: BTreeSet<ContributionId>,
    /// The refused one it is made from, if it is.
    again: Option<Uuid>,
}

/// What the list says, in the reader's language.
#[derive(Debug, Clone)]
struct Words {
    title: String,
    done: String,
    marked: &'static str,
    unmarked: &'static str,
    /// The contributions by theme, so that the list needs no workshop to be made anew.
    carriers: Vec<Carrier>,
}

/// A contribution that can carry it.
#[derive(Debug, Clone)]
struct Carrier {
    id: ContributionId,
    words: String,
    places: Vec<Place>,
}

const fn recommends(command: &Command) -> Option<&Command> {
    match command {
        Command::Recommend { .. } => Some(command),
        _ => None,
    }
}

/// Writes down what is on its way, and what was refused and why.
pub(super) fn write_on_their_way(column: &mut Column, scene: &Scene<'_>) {
    for (_, command, state) in letters::on_their_way(scene, recommends) {
        if let Command::Recommend { text, .. } = command {
            column.say(text, Paint::Text);
            letters::state_words(column, scene, state);
            column.blank();
        }
    }
}

/// Asks what should be done; a recommendation that was refused may be given again.
pub(super) fn ask(scene: &Scene<'_>, open: &Place) -> Vec<Intent> {
    let again = letters::refused(scene, recommends);
    let text = match again {
        Some((_, Command::Recommend { text, .. })) => text.as_str(),
        _ => "",
    };
    let again = again.map(|(id, _)| id);
    let places = places_of(scene);
    let at = places.iter().position(|place| place == open).unwrap_or(0);
    let names = places.iter().map(|place| name(scene, place)).collect();
    let horizons = Horizon::ALL
        .iter()
        .map(|horizon| scene.locale.horizon(*horizon));
    let actors = Actor::ALL.iter().map(|actor| scene.locale.actor(*actor));
    let fields = vec![
        Field::area(scene.say("act-what")).with(text),
        Field::choice(scene.say("act-when"), horizons.collect(), 0),
        Field::choice(scene.say("act-who"), actors.collect(), 0),
        Field::choice(scene.say("act-theme"), names, at),
    ];
    let missing = scene.say("act-what-missing");
    let words = Words::of(scene);
    let title = scene.say("do-act-recommend");
    let form = Form::of(FORM, title, fields, move |answers| {
        let text = answers.text(0).to_owned();
        let chosen = (
            Horizon::ALL.get(answers.chosen(1)),
            Actor::ALL.get(answers.chosen(2)),
            places.get(answers.chosen(3)),
        );
        let (false, (Some(horizon), Some(who), Some(theme))) = (text.is_empty(), chosen) else {
            return Err((0, missing.clone()));
        };
        let draft = Draft {
            theme: theme.clone(),
            horizon: *horizon,
            who: *who,
            text,
            linked: BTreeSet::new(),
            again,
        };
        Ok(draft.link(words.clone(), 0))
    });
    vec![Intent::Open(Box::new(form.lasting()))]
}

impl Words {
    fn of(scene: &Scene<'_>) -> Self {
        let carrier = |contribution: &Contribution| {
            let placement = contribution.placement.as_ref();
            let second = placement.and_then(|placement| placement.second.clone());
            let first = placement.map(|placement| placement.primary.clone());
            let text = contribution.text.as_str().replace('\n', " ");
            let persona = contribution.persona.as_ref();
            let persona = persona.map_or("", |persona| scene.role_of(persona));
            let text = prose::cut(&text, FIRST_WORDS * 2, scene.look);
            Carrier {
                id: contribution.id,
                words: format!("{} {text} {persona}", contribution.id),
                places: first.into_iter().chain(second).collect(),
            }
        };
        let shown = scene.contributions().filter(|found| !found.hidden);
        Self {
            title: scene.say("act-link"),
            done: scene.say("act-link-done"),
            marked: scene.look.sign(Sign::Marked),
            unmarked: scene.look.sign(Sign::Unmarked),
            carriers: shown.map(carrier).collect(),
        }
    }
}

impl Draft {
    /// The list to choose from: that it is ready, then the contributions under its theme, then all others.
    fn link(&self, words: Words, at: usize) -> Vec<Intent> {
        let belongs = |carrier: &&Carrier| carrier.places.contains(&self.theme);
        let (own, others): (Vec<&Carrier>, Vec<&Carrier>) =
            words.carriers.iter().partition(belongs);
        let listed: Vec<&Carrier> = own.into_iter().chain(others).collect();
        let choice = |carrier: &&Carrier| {
            let is_linked = self.linked.contains(&carrier.id);
            let mark = if is_linked {
                words.marked
            } else {
                words.unmarked
            };
            Choice::new(format!("{mark} {}", carrier.words))
        };
        let done = Choice::new(format!("{} ({})", words.done, self.linked.len()));
        let choices = std::iter::once(done)
            .chain(listed.iter().map(choice))
            .collect();
        let ids: Vec<ContributionId> = listed.iter().map(|carrier| carrier.id).collect();
        let draft = self.clone();
        let title = words.title.clone();
        let picker = Picker::of(title, choices, move |index| {
            let chosen = index.checked_sub(1).and_then(|index| ids.get(index));
            let Some(chosen) = chosen else {
                return draft.give();
            };
            let mut draft = draft.clone();
            if !draft.linked.remove(chosen) {
                draft.linked.insert(*chosen);
            }
            draft.link(words.clone(), index)
        });
        vec![Intent::Open(Box::new(picker.at(at)))]
    }

    fn give(&self) -> Vec<Intent> {
        let mut intents = vec![
            Intent::Ask(Command::Recommend {
                theme: self.theme.clone(),
                horizon: self.horizon,
                who: self.who,
                text: self.text.clone(),
                contributions: self.linked.iter().copied().collect(),
            }),
            Intent::Discard(format!("{FORM}/")),
        ];
        intents.extend(self.again.map(Intent::DropRefused));
        intents
    }
}
