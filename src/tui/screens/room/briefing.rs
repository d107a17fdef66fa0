//! The briefing: the scenario to read aloud, who takes which persona, and the trend cards in play.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::panel::{columns, stack};
use super::people::{DONE, Detail, People, Peopled};
use super::{cast, coverage, scenario};
use crate::tui::binding::{Binding, bind};
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::look::{Paint, Sign};
use crate::tui::scene::Scene;
use crate::tui::screen::{Mouse, Screen};
use crate::workshop::Command;
use crate::workshop::entry::Participant;

/// The screen of a briefing.
#[derive(Debug, Default)]
pub(in crate::tui::screens) struct Briefing {
    people: People,
}

impl Peopled for Briefing {
    fn people(&mut self) -> &mut People {
        &mut self.people
    }
}

impl Screen for Briefing {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(
            Key::of(KeyCode::Enter),
            "do-give-persona",
            |briefing: &mut Self, scene| cast::choose_persona(&briefing.people, scene),
        )
        .footer(10)
        .when(|_, scene| scene.view.present().next().is_some()),
        bind(Key::char('a'), "do-assign-auto", |_, _| {
            vec![Intent::Ask(Command::AssignAuto)]
        })
        .footer(11)
        .when(|_, scene| scene.view.present().any(|person| is_idle(person, scene))),
        bind(Key::char('c'), "do-play-card", |_, scene| {
            cast::choose_card(scene)
        })
        .footer(12),
        bind(Key::char('f'), "do-read-scenario", |_, scene| {
            scenario::read_scenario(scene)
        })
        .footer(13),
        bind(Key::char('s'), "do-read-script", |_, scene| {
            scenario::read_script(scene)
        })
        .footer(82),
        bind(Key::char('m'), "do-read-coverage", |_, scene| {
            coverage::read(scene)
        })
        .footer(83),
        bind(Key::char('e'), "do-add-persona", |_, scene| {
            cast::add_persona(scene)
        })
        .footer(84),
        Self::DOWN,
        Self::UP,
    ];

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let parts = columns(area);
        let width = parts.left.width;
        let mut panels = Vec::new();
        panels.extend(scenario::summary_panel(scene, width));
        panels.push(scenario::cards_panel(scene, width));
        let scripts = |width| scenario::script_panels(scene, width);
        if let Some(middle) = parts.middle {
            let mut beside = scripts(middle.width);
            beside.push(scenario::prompts_panel(scene, middle.width));
            stack(&beside, middle, buf, scene.look);
        } else {
            panels.extend(scripts(width));
        }
        panels.extend(scenario::facts_panel(scene, width));
        stack(&panels, parts.left, buf, scene.look);
        let coverage = coverage::panel(scene, parts.right.width);
        let (people, beneath) = People::above(&coverage, parts.right, scene);
        self.people
            .draw(scene, DONE, people, buf, |person| taken_by(person, scene));
        if let Some(beneath) = beneath {
            stack(&[coverage], beneath, buf, scene.look);
        }
        None
    }

    fn title(&self) -> &'static str {
        "chapter-step"
    }

    fn mouse(&mut self, mouse: Mouse, area: Rect, scene: &Scene<'_>) -> Vec<Intent> {
        let right = columns(area).right;
        let coverage = coverage::panel(scene, right.width);
        let (people, _) = People::above(&coverage, right, scene);
        let again = self.people.mouse(mouse, people, scene);
        if again {
            cast::choose_persona(&self.people, scene)
        } else {
            Vec::new()
        }
    }
}

/// Whether somebody has no persona in the scenario under way.
fn is_idle(person: &Participant, scene: &Scene<'_>) -> bool {
    let here = scene.view.scenario();
    here.is_some_and(|here| scene.view.persona_of(person.id, here).is_none())
}

/// The persona somebody takes in the scenario under way.
pub(super) fn taken_by(person: &Participant, scene: &Scene<'_>) -> Detail {
    let here = scene.view.scenario();
    if let Some(persona) = here.and_then(|here| scene.view.persona_of(person.id, here)) {
        return Detail::of(scene.role_of(persona).to_owned(), Paint::Text);
    }
    if scene.view.is_anonymous() {
        return Detail::of(scene.say("room-persona-secret"), Paint::Quiet);
    }
    let words = scene.say("room-no-persona");
    let words = format!("{} {words}", scene.look.sign(Sign::NoDot));
    Detail::of(words, Paint::Warn)
}
