//! What can be done at every step: by everybody, and by the facilitator. Neither is drawn; they are tables only.

mod leading;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub use leading::Leading;

use super::binding::{Binding, bind};
use super::intent::Intent;
use super::key::Key;
use super::look::Tone;
use super::popup::{Choice, Confirm, Picker};
use super::scene::Scene;
use super::screen::Screen;
use super::screens::Unsent;
use crate::language::Language;
use crate::vocabulary::Role;

/// What everybody can do everywhere.
#[derive(Debug)]
pub struct Common;

impl Screen for Common {
    const BINDINGS: &'static [Binding<Self>] = &[
        bind(Key::char('?'), "do-help", |_, _| vec![Intent::Help])
            .also(Key::of(KeyCode::F(1)))
            .footer(90),
        bind(Key::char(':'), "do-palette", |_, _| vec![Intent::Palette])
            .also(Key::ctrl('p'))
            .footer(91),
        bind(Key::char('L'), "do-language", |_, scene| languages(scene)).also(Key::alt('l')),
        bind(Key::char('K'), "do-tone", |_, scene| tones(scene)).also(Key::alt('k')),
        bind(Key::char('G'), "do-large", |_, scene| {
            vec![Intent::Large(!scene.look.large)]
        })
        .also(Key::alt('g')),
        bind(Key::of(KeyCode::F(6)), "do-my-unsent", |_, _| {
            vec![Intent::Unsent]
        })
        .also(Key::alt('u'))
        .when(|_, scene| !Unsent::left_behind(scene).is_empty()),
        bind(Key::ctrl('l'), "do-redraw", |_, _| vec![Intent::Redraw]),
        bind(Key::ctrl('z'), "do-suspend", |_, _| vec![Intent::Suspend]),
        bind(Key::char('q'), "do-quit", |_, scene| quit(scene)).also(Key::ctrl('c')),
    ];

    fn draw(&self, _: &Scene<'_>, _: Rect, _: &mut Buffer) -> Option<Position> {
        None
    }

    fn title(&self) -> &'static str {
        "chapter-common"
    }
}

fn languages(scene: &Scene<'_>) -> Vec<Intent> {
    let choices = Choice::languages(scene.locale);
    let picker = Picker::of(scene.say("do-language"), choices, |index| {
        let language = Language::ALL.get(index).copied();
        language.map(Intent::Speak).into_iter().collect()
    });
    vec![Intent::Open(Box::new(picker))]
}

fn tones(scene: &Scene<'_>) -> Vec<Intent> {
    let choices = Choice::tones(scene.locale);
    let picker = Picker::of(scene.say("do-tone"), choices, |index| {
        let tone = Tone::ALL.get(index).copied();
        tone.map(Intent::Tone).into_iter().collect()
    });
    vec![Intent::Open(Box::new(picker))]
}

/// Leaving a workshop that goes on is asked twice.
fn quit(scene: &Scene<'_>) -> Vec<Intent> {
    if scene.view.closed_at().is_some() || scene.role == Role::Observer {
        return vec![Intent::Quit];
    }
    let hosts = scene.invitation.saved.is_some();
    let key = match scene.role {
        Role::Facilitator if hosts => "sure-quit-host",
        Role::Facilitator => "sure-quit-facilitator",
        Role::Participant | Role::Observer => "sure-quit-participant",
    };
    let sure = Confirm::of(scene.say(key), vec![Intent::Quit]);
    vec![Intent::Open(Box::new(sure))]
}
