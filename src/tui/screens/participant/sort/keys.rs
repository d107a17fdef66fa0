//! What can be done by key while sorting. Nothing is typed here, so a digit is a theme.

use crossterm::event::KeyCode;

use super::{Sort, deck, definitions, park};
use crate::tui::binding::{Binding, bind};
use crate::tui::key::Key;
use crate::tui::screens::participant::Lit;

macro_rules! digit {
    ($letter:literal, $digit:literal) => {
        bind(
            Key::char($letter),
            "do-my-theme",
            |sort: &mut Sort, scene| sort.put($digit, scene),
        )
        .number($digit, "do-my-themes")
        .footer(1)
        .when(|_, scene| Sort::has_theme($digit, scene))
    };
}

pub(super) const BINDINGS: &[Binding<Sort>] = &[
    digit!('1', 1),
    digit!('2', 2),
    digit!('3', 3),
    digit!('4', 4),
    digit!('5', 5),
    digit!('6', 6),
    digit!('7', 7),
    digit!('8', 8),
    digit!('9', 9),
    bind(Key::char('0'), "do-my-none", |sort: &mut Sort, scene| {
        sort.put(0, scene)
    })
    .footer(2)
    .when(|_, scene| Sort::has_theme(0, scene)),
    bind(
        Key::of(KeyCode::Right),
        "do-my-next",
        |sort: &mut Sort, scene| sort.step(1, scene),
    )
    .also(Key::of(KeyCode::Down))
    .footer(5)
    .when(|_, scene| deck(scene).len() > 1),
    bind(
        Key::of(KeyCode::Left),
        "do-my-previous",
        |sort: &mut Sort, scene| sort.step(-1, scene),
    )
    .also(Key::of(KeyCode::Up))
    .footer(6)
    .when(|_, scene| deck(scene).len() > 1),
    bind(Key::char('s'), "do-my-second", |sort: &mut Sort, _| {
        sort.is_double = true;
        Vec::new()
    })
    .footer(7)
    .when(|sort, scene| !sort.is_double && !deck(scene).is_empty()),
    bind(
        Key::of(KeyCode::Esc),
        "do-my-single",
        |sort: &mut Sort, _| {
            sort.is_double = false;
            Vec::new()
        },
    )
    .footer(0)
    .when(|sort, _| sort.is_double),
    bind(
        Key::char('u'),
        "do-my-take-back",
        |sort: &mut Sort, scene| sort.take_back(scene),
    )
    .footer(4)
    .when(|_, scene| !deck(scene).is_empty()),
    bind(
        Key::of(KeyCode::Enter),
        "do-my-card-read",
        |sort: &mut Sort, scene| sort.read_card(scene),
    )
    .also(Key::char(' '))
    .footer(3)
    .when(Sort::is_cut),
    bind(Key::char('i'), "do-my-themes-read", |_, scene| {
        definitions(scene)
    })
    .footer(8),
    Sort::LIGHT_ON.also(Key::char('d')),
    Sort::LIGHT_OFF.also(Key::char('d')),
    bind(Key::of(KeyCode::F(4)), "do-my-park", |_, scene| park(scene))
        .also(Key::char('p'))
        .footer(9),
];
