//! What can be done by key while writing. The field has the letters, so these are Control and function keys, the same
//! ones as at the participant's other steps.

use crossterm::event::KeyCode;

use super::{Write, park, persona};
use crate::tui::binding::{Binding, bind};
use crate::tui::key::Key;
use crate::tui::screens::participant::Lit;

pub(super) const BINDINGS: &[Binding<Write>] = &[
    bind(
        Key::of(KeyCode::Enter),
        "do-my-send",
        |write: &mut Write, scene| write.send(scene),
    )
    .footer(1)
    .when(Write::is_writing),
    bind(
        Key::of(KeyCode::Enter),
        "do-my-open",
        |write: &mut Write, scene| write.open(scene),
    )
    .footer(1)
    .when(|write, scene| !write.is_writing(scene)),
    bind(
        Key::of(KeyCode::Esc),
        "do-my-give-back",
        |write: &mut Write, _| write.give_back(),
    )
    .footer(2)
    .when(|write, scene| {
        write.is_writing(scene) && (write.editing.is_some() || write.aside.is_some())
    }),
    bind(
        Key::of(KeyCode::Esc),
        "do-my-field",
        |write: &mut Write, _| {
            write.chosen = None;
            Vec::new()
        },
    )
    .footer(2)
    .when(|write, scene| !write.is_writing(scene)),
    bind(
        Key::of(KeyCode::Tab),
        "do-my-kind",
        |write: &mut Write, _| write.next_kind(1),
    )
    .footer(2)
    .when(Write::is_writing),
    bind(
        Key::of(KeyCode::Tab).shifted(),
        "do-my-kind-back",
        |write: &mut Write, _| write.next_kind(3),
    )
    .when(Write::is_writing),
    bind(
        Key::of(KeyCode::Delete),
        "do-my-withdraw",
        |write: &mut Write, scene| write.withdraw(scene),
    )
    .also(Key::of(KeyCode::Backspace))
    .footer(2)
    .when(|write, scene| !write.is_writing(scene)),
    bind(
        Key::of(KeyCode::Down),
        "do-my-list",
        |write: &mut Write, scene| write.step(1, scene),
    )
    .also(Key::of(KeyCode::Up))
    .footer(5)
    .when(|write, scene| write.is_writing(scene) && !super::items(scene).is_empty()),
    bind(
        Key::of(KeyCode::Down),
        "do-down",
        |write: &mut Write, scene| write.step(1, scene),
    )
    .when(|write, scene| !write.is_writing(scene)),
    bind(Key::of(KeyCode::Up), "do-up", |write: &mut Write, scene| {
        write.step(-1, scene)
    })
    .when(|write, scene| !write.is_writing(scene)),
    bind(
        Key {
            alt: true,
            ..Key::of(KeyCode::Enter)
        },
        "do-my-new-line",
        |write: &mut Write, _| {
            write.field.press(Key::ctrl('j'));
            Vec::new()
        },
    )
    .also(Key::ctrl('j')),
    Write::LIGHT_ON.also(Key::ctrl('d')),
    Write::LIGHT_OFF.also(Key::ctrl('d')),
    bind(Key::of(KeyCode::F(3)), "do-my-role", |_, scene| {
        persona::again(scene)
    })
    .also(Key::ctrl('r'))
    .footer(4),
    bind(Key::of(KeyCode::F(4)), "do-my-park", |_, scene| park(scene))
        .also(Key::ctrl('o'))
        .footer(7),
    bind(
        Key::of(KeyCode::F(5)),
        "do-my-prompt",
        |write: &mut Write, scene| write.next_prompt(scene),
    )
    .also(Key::ctrl('t'))
    .footer(6)
    .when(|_, scene| Write::has_prompts(scene)),
];
