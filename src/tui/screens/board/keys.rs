//! What can be done by key on the board. Nothing is typed here but a search, so a digit is a theme.

use crossterm::event::KeyCode;

use super::{Board, PAGE, Pane, settling, teaching};
use crate::text::Lines;
use crate::tui::binding::{Binding, bind};
use crate::tui::field::TextField;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::scene::Scene;

macro_rules! digit {
    ($letter:literal, $digit:literal) => {
        bind(
            Key::char($letter),
            "do-board-place",
            |board: &mut Board, scene| board.digit($digit, scene),
        )
        .number($digit, "do-board-places")
        .footer(2)
        .when(|_, scene| Board::has_theme($digit, scene))
    };
}

/// A binding that goes through the cards.
const fn moving(
    key: KeyCode,
    name: &'static str,
    act: fn(&mut Board, &Scene<'_>) -> Vec<Intent>,
) -> Binding<Board> {
    bind(Key::of(key), name, act)
}

pub(super) const BINDINGS: &[Binding<Board>] = &[
    bind(Key::of(KeyCode::Enter), "do-board-accept", Board::accept)
        .footer(1)
        .when(|board, _| board.pane == Pane::Queue),
    bind(Key::char('v'), "do-board-next-best", Board::put_next_best)
        .footer(3)
        .when(|board, _| board.pane == Pane::Queue),
    digit!('1', 1),
    digit!('2', 2),
    digit!('3', 3),
    digit!('4', 4),
    digit!('5', 5),
    digit!('6', 6),
    digit!('7', 7),
    digit!('8', 8),
    digit!('9', 9),
    bind(
        Key::char('0'),
        "do-board-none",
        |board: &mut Board, scene| board.digit(0, scene),
    )
    .footer(4),
    bind(Key::char('s'), "do-board-second", Board::begin_second)
        .footer(5)
        .when(|board, _| board.pane != Pane::Queue),
    // What waits has no first theme yet, so there it is for whoever asks only.
    bind(Key::char('s'), "do-board-second", Board::begin_second)
        .when(|board, _| board.pane == Pane::Queue),
    bind(Key::char('A'), "do-board-accept-all", Board::accept_all).footer(6),
    bind(Key::char(' '), "do-board-mark", Board::mark).footer(7),
    bind(Key::char('e'), "do-board-join", Board::join).when(Board::has_kin),
    bind(Key::char('c'), "do-board-compare", Board::compare).when(Board::has_kin),
    bind(Key::char('W'), "do-board-teach", Board::teach),
    bind(Key::char('D'), "do-board-unteach", |_, scene| {
        teaching::unteach(scene)
    })
    .when(Board::has_taught),
    bind(Key::char('x'), "do-board-take-away", Board::take_away).when(Board::is_placed),
    bind(Key::char('w'), "do-board-where", Board::choose_place),
    bind(Key::char('d'), "do-board-themes", |_, scene| {
        settling::definitions(scene)
    })
    .footer(8),
    bind(Key::of(KeyCode::Tab), "do-board-switch", Board::switch).footer(9),
    bind(Key::char('r'), "do-board-read", Board::read),
    bind(Key::of(KeyCode::Enter), "do-board-read", Board::read)
        .when(|board, _| board.pane != Pane::Queue),
    bind(Key::char('f'), "do-board-spotlight", Board::spotlight),
    bind(Key::char('/'), "do-board-search", |board: &mut Board, _| {
        board
            .search
            .get_or_insert_with(|| TextField::new(Lines::One));
        board.is_searching = true;
        Vec::new()
    }),
    bind(Key::char('m'), "do-board-group", Board::group),
    bind(Key::char('M'), "do-board-ungroup", Board::ungroup),
    bind(Key::char('N'), "do-board-propose", |_, scene| {
        settling::propose(scene)
    }),
    bind(
        Key::of(KeyCode::Esc),
        "do-board-back",
        |board: &mut Board, _| board.take_back(),
    )
    .footer(0)
    .when(Board::has_begun),
    moving(KeyCode::Down, "do-board-down", |board, scene| {
        board.step(1, scene)
    }),
    moving(KeyCode::Up, "do-board-up", |board, scene| {
        board.step(-1, scene)
    }),
    moving(KeyCode::Right, "do-board-right", |board, scene| {
        board.turn(1, scene)
    }),
    moving(KeyCode::Left, "do-board-left", |board, scene| {
        board.turn(-1, scene)
    }),
    moving(KeyCode::PageDown, "do-page-down", |board, scene| {
        board.step(PAGE, scene)
    }),
    moving(KeyCode::PageUp, "do-page-up", |board, scene| {
        board.step(-PAGE, scene)
    }),
    moving(KeyCode::Home, "do-board-first", |board, scene| {
        board.step(isize::MIN, scene)
    }),
    moving(KeyCode::End, "do-board-last", |board, scene| {
        board.step(isize::MAX, scene)
    }),
];
