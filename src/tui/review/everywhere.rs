//! What can be done on every page of the review. Not drawn; a table only.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::leaf::{Ask, Bind, Leaf, Room, bind};
use super::picker::Picker;
use crate::language::Language;
use crate::tui::key::Key;
use crate::tui::look::Tone;
use crate::tui::popup::Choice;

/// What can be done everywhere.
#[derive(Debug)]
pub(super) struct Everywhere;

impl Leaf for Everywhere {
    const BINDINGS: &'static [Bind<Self>] = &[
        bind(Key::char('?'), "do-help", |_, _| vec![Ask::Help])
            .also(Key::of(KeyCode::F(1)))
            .footer(90),
        bind(Key::char(':'), "do-palette", |_, _| vec![Ask::Palette])
            .also(Key::ctrl('p'))
            .footer(91),
        bind(Key::char('L'), "do-language", |_, room| languages(room)).also(Key::alt('l')),
        bind(Key::char('K'), "do-tone", |_, room| tones(room)).also(Key::alt('k')),
        bind(Key::ctrl('l'), "do-redraw", |_, _| vec![Ask::Redraw]),
        bind(Key::ctrl('z'), "do-suspend", |_, _| vec![Ask::Suspend]),
        bind(Key::char('q'), "do-quit", |_, _| vec![Ask::Quit])
            .also(Key::ctrl('c'))
            .footer(92),
    ];

    fn title(&self) -> &'static str {
        "chapter-common"
    }

    fn headline(&self, _: &Room<'_>) -> String {
        String::new()
    }

    fn draw(&self, _: &Room<'_>, _: Rect, _: &mut Buffer) -> Option<Position> {
        None
    }
}

fn languages(room: &Room<'_>) -> Vec<Ask> {
    let choices = Choice::languages(room.locale);
    let picker = Picker::of(room.say("do-language"), choices, |index| {
        let language = Language::ALL.get(index).copied();
        language.map(Ask::Speak).into_iter().collect()
    });
    vec![Ask::Open(Box::new(picker))]
}

fn tones(room: &Room<'_>) -> Vec<Ask> {
    let choices = Choice::tones(room.locale);
    let picker = Picker::of(room.say("do-tone"), choices, |index| {
        let tone = Tone::ALL.get(index).copied();
        tone.map(Ask::Tone).into_iter().collect()
    });
    vec![Ask::Open(Box::new(picker))]
}
