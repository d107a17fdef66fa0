//! What can be done by key at the wall. What belongs to one role is not there for the other.

use crossterm::event::KeyCode;

use super::{Wall, leads, writing};
use crate::tui::binding::{Binding, bind};
use crate::tui::key::Key;
use crate::tui::scene::Scene;
use crate::tui::screens::participant::{Lit, park};
use crate::vocabulary::Role;

/// Whether keys are keys, and not letters of what is looked for.
const fn is_free(wall: &Wall, _: &Scene<'_>) -> bool {
    !wall.search.is_typing
}

fn facilitator(wall: &Wall, scene: &Scene<'_>) -> bool {
    is_free(wall, scene) && leads(scene)
}

fn participant(wall: &Wall, scene: &Scene<'_>) -> bool {
    is_free(wall, scene) && scene.role == Role::Participant
}

pub(super) const BINDINGS: &[Binding<Wall>] = &[
    bind(
        Key::of(KeyCode::Enter),
        "do-wall-found",
        |wall: &mut Wall, _| {
            wall.search.is_typing = false;
            Vec::new()
        },
    )
    .footer(1)
    .when(|wall, _| wall.search.is_typing),
    bind(
        Key::of(KeyCode::Esc),
        "do-wall-widen",
        |wall: &mut Wall, scene| wall.widen(scene),
    )
    .footer(1)
    .when(|wall, scene| wall.is_narrowed() && scene.moving().is_none()),
    bind(Key::char('w'), "do-wall-write", |_: &mut Wall, scene| {
        writing::write(scene)
    })
    .footer(1)
    .when(participant),
    bind(
        Key::of(KeyCode::Enter),
        "do-wall-read",
        |wall: &mut Wall, scene| wall.read(scene),
    )
    .footer(2)
    .when(is_free),
    bind(Key::char('/'), "do-wall-search", |wall: &mut Wall, _| {
        wall.look()
    })
    .footer(3)
    .when(is_free),
    bind(
        Key::char('s'),
        "do-wall-spotlight",
        |wall: &mut Wall, scene| wall.spotlight(scene),
    )
    .footer(2)
    .when(facilitator),
    bind(Key::char('h'), "do-wall-hide", |wall: &mut Wall, scene| {
        wall.hide(scene)
    })
    .footer(4)
    .when(|wall, scene| facilitator(wall, scene) && !wall.is_on_hidden(scene)),
    bind(Key::char('h'), "do-wall-show", |wall: &mut Wall, scene| {
        wall.hide(scene)
    })
    .footer(4)
    .when(|wall, scene| facilitator(wall, scene) && wall.is_on_hidden(scene)),
    bind(Key::char(' '), "do-wall-mark", |wall: &mut Wall, scene| {
        wall.mark(scene)
    })
    .footer(5)
    .when(facilitator),
    bind(Key::char('m'), "do-wall-group", |wall: &mut Wall, scene| {
        wall.group(scene)
    })
    .footer(6)
    .when(facilitator),
    bind(
        Key::char('M'),
        "do-wall-ungroup",
        |wall: &mut Wall, scene| wall.ungroup(scene),
    )
    .footer(7)
    .when(|wall, scene| {
        facilitator(wall, scene) && wall.chosen(scene).is_some_and(|card| card.group.is_some())
    }),
    bind(Key::char('v'), "do-wall-arrange", |wall: &mut Wall, _| {
        wall.arrangement = wall.arrangement.next();
        Vec::new()
    })
    .footer(8)
    .when(is_free),
    bind(Key::char('a'), "do-wall-whole", |wall: &mut Wall, _| {
        wall.is_whole = true;
        Vec::new()
    })
    .footer(9)
    .when(|wall, scene| is_free(wall, scene) && !wall.is_whole),
    bind(Key::char('a'), "do-wall-part", |wall: &mut Wall, _| {
        wall.is_whole = false;
        Vec::new()
    })
    .footer(9)
    .when(|wall, scene| is_free(wall, scene) && wall.is_whole),
    Wall::LIGHT_ON
        .also(Key::char('d'))
        .when(|wall, scene| participant(wall, scene) && !wall.light.is_on(scene)),
    Wall::LIGHT_OFF
        .also(Key::char('d'))
        .when(|wall, scene| participant(wall, scene) && wall.light.is_on(scene)),
    bind(
        Key::of(KeyCode::F(4)),
        "do-my-park",
        |_: &mut Wall, scene| park(scene),
    )
    .also(Key::char('p'))
    .footer(7)
    .when(participant),
    bind(
        Key::of(KeyCode::Down),
        "do-down",
        |wall: &mut Wall, scene| wall.rows(scene, 1),
    )
    .also(Key::char('j')),
    bind(Key::of(KeyCode::Up), "do-up", |wall: &mut Wall, scene| {
        wall.rows(scene, -1)
    })
    .also(Key::char('k')),
    bind(
        Key::of(KeyCode::Right),
        "do-wall-next",
        |wall: &mut Wall, scene| wall.cards(scene, 1),
    ),
    bind(
        Key::of(KeyCode::Left),
        "do-wall-previous",
        |wall: &mut Wall, scene| wall.cards(scene, -1),
    ),
    bind(
        Key::of(KeyCode::PageDown),
        "do-page-down",
        |wall: &mut Wall, scene| wall.rows(scene, super::PAGE),
    ),
    bind(
        Key::of(KeyCode::PageUp),
        "do-page-up",
        |wall: &mut Wall, scene| wall.rows(scene, -super::PAGE),
    ),
    bind(
        Key::of(KeyCode::Home),
        "do-wall-first",
        |wall: &mut Wall, scene| wall.go(scene, |_, _| 0),
    ),
    bind(
        Key::of(KeyCode::End),
        "do-wall-last",
        |wall: &mut Wall, scene| wall.go(scene, |_, _| usize::MAX),
    ),
];
