//! What can be done by key while something is read.

use crossterm::event::KeyCode;

use super::Reading;
use super::shown::What;
use crate::tui::key::Key;
use crate::tui::popup::Choice;
use crate::tui::review::leaf::{Ask, Bind, Room, bind};
use crate::tui::review::notes;
use crate::tui::review::picker::Picker;
use crate::tui::review::view::View;

/// The part with this number.
const fn part(key: char, number: u8, act: super::super::leaf::Act<Reading>) -> Bind<Reading> {
    bind(Key::char(key), "do-review-part", act)
        .number(number, "do-review-parts")
        .when(|reading, _| reading.has_parts())
}

pub(super) const BINDINGS: &[Bind<Reading>] = &[
    bind(
        Key::of(KeyCode::Enter),
        "do-review-behind",
        |reading: &mut Reading, room| reading.enter(room),
    )
    .footer(2)
    .when(|reading, _| reading.is_table() || reading.is_behind()),
    bind(
        Key::of(KeyCode::Tab),
        "do-review-next-part",
        |reading: &mut Reading, room| reading.turn_by(1, room),
    )
    .footer(1)
    .when(|reading, _| reading.has_parts()),
    bind(
        Key::of(KeyCode::Tab).shifted(),
        "do-review-part-before",
        |reading: &mut Reading, room| reading.turn_by(-1, room),
    )
    .when(|reading, _| reading.has_parts()),
    bind(
        Key::char('v'),
        "do-review-choose-part",
        |reading: &mut Reading, room| choose(reading, room),
    )
    .footer(3)
    .when(|reading, _| reading.has_parts()),
    bind(
        Key::of(KeyCode::Right),
        "do-review-next-one",
        |reading: &mut Reading, room| reading.turn_by(1, room),
    )
    .footer(1)
    .when(|reading, _| reading.is_card()),
    bind(
        Key::of(KeyCode::Left),
        "do-review-one-before",
        |reading: &mut Reading, room| reading.turn_by(-1, room),
    )
    .when(|reading, _| reading.is_card()),
    bind(Key::of(KeyCode::Esc), "do-review-back", |_, _| {
        vec![Ask::Close]
    })
    .footer(4),
    bind(
        Key::char('/'),
        "do-review-search",
        |reading: &mut Reading, room| reading.search(room),
    )
    .footer(5)
    .when(|reading, _| !reading.is_card()),
    bind(
        Key::char('f'),
        "do-review-hits",
        |reading: &mut Reading, room| reading.hits(room),
    )
    .footer(6)
    .when(|reading, room| reading.has_parts() && !room.catalogue.needle().is_empty()),
    bind(
        Key::char('y'),
        "do-review-copy",
        |reading: &mut Reading, room| vec![Ask::Copy(reading.markdown(room))],
    )
    .footer(7),
    bind(
        Key::char('x'),
        "do-review-export",
        |reading: &mut Reading, room| reading.export(room),
    )
    .footer(8),
    bind(
        Key::char('n'),
        "do-review-notes",
        |reading: &mut Reading, room| {
            let session = reading.noted();
            session.map_or_else(Vec::new, |session| notes::open(session, room))
        },
    )
    .footer(9)
    .when(|reading, _| reading.has_parts() && reading.noted().is_some()),
    bind(
        Key::char('r'),
        "do-review-reread",
        |reading: &mut Reading, _| reading.reread(),
    )
    .footer(10)
    .when(|reading, room| reading.has_parts() && reading.is_stale(room)),
    part('1', 1, |reading: &mut Reading, room| reading.turn(0, room)),
    part('2', 2, |reading: &mut Reading, room| reading.turn(1, room)),
    part('3', 3, |reading: &mut Reading, room| reading.turn(2, room)),
    part('4', 4, |reading: &mut Reading, room| reading.turn(3, room)),
    part('5', 5, |reading: &mut Reading, room| reading.turn(4, room)),
    part('6', 6, |reading: &mut Reading, room| reading.turn(5, room)),
    part('7', 7, |reading: &mut Reading, room| reading.turn(6, room)),
    part('8', 8, |reading: &mut Reading, room| reading.turn(7, room)),
    part('9', 9, |reading: &mut Reading, room| reading.turn(8, room)),
    bind(
        Key::of(KeyCode::Down),
        "do-down",
        |reading: &mut Reading, room| reading.step(1, 0, room),
    )
    .also(Key::char('j')),
    bind(
        Key::of(KeyCode::Up),
        "do-up",
        |reading: &mut Reading, room| reading.step(-1, 0, room),
    )
    .also(Key::char('k')),
    bind(
        Key::of(KeyCode::Right),
        "do-board-right",
        |reading: &mut Reading, room| reading.step(0, 1, room),
    )
    .when(|reading, _| reading.is_table()),
    bind(
        Key::of(KeyCode::Left),
        "do-board-left",
        |reading: &mut Reading, room| reading.step(0, -1, room),
    )
    .when(|reading, _| reading.is_table()),
    bind(
        Key::of(KeyCode::PageDown),
        "do-page-down",
        |reading: &mut Reading, room| reading.step(page(room), 0, room),
    )
    .also(Key::char(' ')),
    bind(
        Key::of(KeyCode::PageUp),
        "do-page-up",
        |reading: &mut Reading, room| reading.step(-page(room), 0, room),
    ),
    bind(
        Key::of(KeyCode::Home),
        "do-review-first",
        |reading: &mut Reading, room| reading.step(isize::MIN, 0, room),
    ),
    bind(
        Key::of(KeyCode::End),
        "do-review-last",
        |reading: &mut Reading, room| reading.step(isize::MAX, 0, room),
    ),
];

/// Rows that one page turns.
fn page(room: &Room<'_>) -> isize {
    isize::try_from(room.area.height.saturating_sub(4).max(1)).unwrap_or(1)
}

fn choose(reading: &Reading, room: &Room<'_>) -> Vec<Ask> {
    let views = View::all(&reading.opened);
    let choices = views.iter().map(|view| Choice::new(room.say(view.title())));
    let at = match reading.what {
        What::Parts(at) => at,
        _ => 0,
    };
    let title = room.say("do-review-choose-part");
    let picker = Picker::of(title, choices.collect(), |to| vec![Ask::Turn(to)]).at(at);
    vec![Ask::Open(Box::new(picker))]
}
