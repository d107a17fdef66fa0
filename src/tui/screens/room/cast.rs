//! Who plays whom and what changes the scenario: choosing a persona for somebody, adding one of the group's own, and
//! playing trend cards.

use super::people::{People, called};
use crate::id::PersonaId;
use crate::tui::intent::Intent;
use crate::tui::look::Sign;
use crate::tui::naming::free_id;
use crate::tui::popup::{Choice, Form, Picker};
use crate::tui::scene::Scene;
use crate::tui::sheet::Field;
use crate::workshop::Command;
use crate::workshop::entry::Participant;
use crate::workshop::plan::{Card, Persona, Plan};

/// The most letters of an id that is made from a role, so that a number still fits behind it.
const LONGEST: usize = 40;

/// The personas, to give one of them to who is chosen. At the far end: how many take it in this scenario.
pub(super) fn choose_persona(people: &People, scene: &Scene<'_>) -> Vec<Intent> {
    let (Some(person), Some(scenario)) = (people.chosen(scene), scene.view.scenario()) else {
        return Vec::new();
    };
    let plan = scene.view.plan();
    let taken = scene.view.assignments().get(scenario);
    let choice = |persona: &Persona| {
        let count = taken.map_or(0, |taken| {
            taken.values().filter(|id| **id == persona.id).count()
        });
        let mut words = scene.read(&persona.role).to_owned();
        if let Some(remark) = remark(person, persona, scene) {
            words = format!("{words} {} {remark}", scene.look.sign(Sign::Between));
        }
        Choice::new(words)
            .known_as(persona.id.as_str())
            .on(count.to_string())
    };
    let now = scene.view.persona_of(person.id, scenario);
    let at = plan
        .personas
        .iter()
        .position(|persona| Some(&persona.id) == now);
    let ids: Vec<PersonaId> = plan.personas.iter().map(|found| found.id.clone()).collect();
    let participant = person.id;
    let name = called(person);
    let title = scene.say_with("room-who-plays", &[("name", name.into())]);
    let picker = Picker::of(
        title,
        plan.personas.iter().map(choice).collect(),
        move |index| {
            let persona = ids.get(index).cloned();
            let assign = persona.map(|persona| Command::Assign {
                participant,
                persona,
                scenario: None,
            });
            assign.map(Intent::Ask).into_iter().collect()
        },
    );
    vec![Intent::Open(Box::new(picker.at(at.unwrap_or(0))))]
}

/// What to think of before giving somebody this persona.
fn remark(person: &Participant, persona: &Persona, scene: &Scene<'_>) -> Option<String> {
    if person.real_role.as_ref() == Some(&persona.id) {
        return Some(scene.say("room-own-work"));
    }
    let here = scene.view.scenario();
    let mut elsewhere = scene.view.assignments().iter();
    let had = elsewhere.any(|(scenario, taken)| {
        Some(scenario) != here && taken.get(&person.id) == Some(&persona.id)
    });
    had.then(|| scene.say("room-had-before"))
}

/// The form for a persona of the group's own.
const PERSONA: &str = "room-persona";

/// What was typed to ask for a persona, by the fields of the form.
pub(in crate::tui::screens) fn typed_in(command: &Command) -> Option<(&'static str, Vec<&str>)> {
    match command {
        Command::AddPersona {
            role,
            work,
            worries,
            wishes,
            ..
        } => Some((PERSONA, vec![role, work, worries, wishes])),
        _ => None,
    }
}

/// A persona of the group's own.
pub(super) fn add_persona(scene: &Scene<'_>) -> Vec<Intent> {
    let field = |key: &str| scene.say(key);
    let fields = vec![
        Field::line(field("room-persona-role")),
        Field::line(field("room-persona-work")),
        Field::line(field("room-persona-worries")),
        Field::line(field("room-persona-wishes")),
    ];
    let missing = scene.say("room-persona-missing");
    let taken: Vec<String> = taken_ids(scene.view.plan());
    let form = Form::of(
        PERSONA,
        scene.say("do-add-persona"),
        fields,
        move |answers| {
            let role = answers.text(0).to_owned();
            if role.is_empty() {
                return Err((0, missing.clone()));
            }
            let id = persona_id(&role, &taken).ok_or_else(|| (0, missing.clone()))?;
            Ok(vec![Intent::Ask(Command::AddPersona {
                id,
                role,
                work: answers.text(1).to_owned(),
                worries: answers.text(2).to_owned(),
                wishes: answers.text(3).to_owned(),
            })])
        },
    );
    vec![Intent::Open(Box::new(form))]
}

fn taken_ids(plan: &Plan) -> Vec<String> {
    let ids = plan.personas.iter().map(|persona| persona.id.to_string());
    ids.collect()
}

/// An id that says what the role is called, and that no other persona has.
fn persona_id(role: &str, taken: &[String]) -> Option<PersonaId> {
    let free = |words: &str| free_id(words, LONGEST, |id| taken.iter().any(|known| known == id));
    // A role may be written in letters that an id cannot hold.
    free(role).or_else(|| free("persona"))?.parse().ok()
}

/// The trend cards by driving force, those in play marked; choosing one plays it or takes it out of play.
pub(super) fn choose_card(scene: &Scene<'_>) -> Vec<Intent> {
    let plan = scene.view.plan();
    let played = scene.view.scenario().map(|id| scene.view.cards_in(id));
    let played = played.unwrap_or_default();
    let by_force = |card: &&Card| plan.forces.iter().position(|force| force.id == card.force);
    let mut deck: Vec<&Card> = plan.cards.iter().collect();
    deck.sort_by_key(by_force);
    let choice = |card: &&Card| {
        let is_played = played.contains(&card.id);
        let sign = if is_played {
            Sign::Marked
        } else {
            Sign::Unmarked
        };
        let force = plan.forces.iter().find(|force| force.id == card.force);
        let force = force.map_or("", |force| scene.read(&force.title));
        let text = scene.read(&card.text);
        Choice::new(format!("{} {text}", scene.look.sign(sign)))
            .known_as(force)
            .known_as(card.id.as_str())
            .on(format!(" {}", card.id))
    };
    let ids: Vec<_> = deck.iter().map(|card| card.id.clone()).collect();
    let picker = Picker::of(
        scene.say("room-cards-title"),
        deck.iter().map(choice).collect(),
        move |index| {
            let card = ids.get(index).cloned();
            let play = card.map(|card| Intent::Ask(Command::Card { card }));
            play.into_iter().collect()
        },
    );
    vec![Intent::Open(Box::new(picker))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_made_from_the_role_and_is_nobody_elses() {
        let id = |role: &str| {
            let taken = ["koerier", "koerier-2", "persona"].map(str::to_owned);
            persona_id(role, &taken).map(|id| id.to_string())
        };
        assert_eq!(
            id("Chef d’équipe (nuit)").as_deref(),
            Some("chef-d-equipe-nuit")
        );
        assert_eq!(id("Koerier").as_deref(), Some("koerier-3"));
        assert_eq!(id("ابراهيم").as_deref(), Some("persona-2"));
        let long = "Verantwoordelijke voor arbeidsongeschiktheidsverzekeringen";
        let long = id(long).expect("an id");
        assert!(long.len() <= LONGEST && !long.ends_with('-'), "{long}");
    }
}
