//! What the keys of a film do.

use std::collections::BTreeSet;

use halte::language::Language;
use halte::tui::app::Layer;
use halte::tui::look::Look;
use halte::tui::{Effect, Incoming};
use halte::vocabulary::StepKind;
use halte::workshop::Event;

use super::{Cinema, first};
use crate::stage::rehearsed;

#[test]
fn the_keys_pause_step_speed_up_and_slow_down() {
    let mut cinema = Cinema::of(rehearsed(), Look::default(), Language::Nl);
    assert!(cinema.bar().contains(" ▸ regel 1/"), "{}", cinema.bar());
    cinema.press(" ");
    assert!(cinema.bar().contains(" ‖ regel 1/"), "{}", cinema.bar());
    assert_eq!(cinema.press("..<right>").record(), 4);
    assert_eq!(cinema.press(",<left>").record(), 2);
    assert_eq!(cinema.press(",,,,").record(), 1);
    assert!(cinema.press("++").bar().contains("· 240×"));
    assert!(cinema.press("---").bar().contains("· 30×"));
    assert!(cinema.press("----------").bar().contains("· 1×"));
    assert_eq!(cinema.pass(10_000).record(), 1);
    assert!(cinema.effects.is_empty(), "{:?}", cinema.effects);
}

#[test]
fn home_and_end_and_pages_go_along_the_steps() {
    let mut cinema = Cinema::whole();
    let entered: Vec<usize> = (1..)
        .zip(rehearsed())
        .filter(|(_, record)| matches!(record.event, Event::StepEntered { .. }))
        .map(|(number, _)| number)
        .collect();
    assert_eq!(cinema.press("<pagedown>").record(), entered[0]);
    assert_eq!(cinema.press("<pagedown>").record(), entered[1]);
    // Within a step, back is to its own beginning; from there to the one before.
    assert_eq!(cinema.press(".<pageup>").record(), entered[1]);
    assert_eq!(cinema.press("<pageup>").record(), entered[0]);
    assert_eq!(cinema.press("<pageup><pageup>").record(), 1);
    assert_eq!(cinema.press("<end>").record(), rehearsed().len());
    assert_eq!(cinema.press("<pagedown>").record(), rehearsed().len());
    assert_eq!(cinema.press("<home>").record(), 1);
}

#[test]
fn a_step_is_chosen_from_the_list_and_found_by_typing() {
    let mut cinema = Cinema::whole();
    cinema.press("gstem");
    let list = cinema.screen(80, 24);
    assert!(list.contains("Stemmen"), "{list}");
    assert_eq!(cinema.press("<enter>").record(), first(StepKind::Vote));
    // The list opens at the step the film is at.
    assert_eq!(cinema.press("g<enter>").record(), first(StepKind::Vote));
}

#[test]
fn a_time_or_a_record_that_is_not_there_is_told_in_the_window() {
    let mut cinema = Cinema::whole();
    let all = rehearsed().len();
    for (typed, told) in [
        ("straks", "Typ een tijd zoals 9:40"),
        ("99999", &format!("Kies er een van 1 tot {all}")),
        ("23:59", "De film loopt van"),
    ] {
        cinema.press(&format!("t{typed}<enter>"));
        let screen = cinema.screen(80, 24);
        assert!(screen.contains(told), "{typed}: {screen}");
        assert_eq!(cinema.press("<esc>").record(), 1);
    }
    let at = rehearsed()[all / 2].at;
    let come = rehearsed()
        .iter()
        .take_while(|record| record.at <= at)
        .count();
    assert_eq!(cinema.press(&format!("t{at}<enter>")).record(), come);
}

#[test]
fn the_film_waits_while_a_window_is_open() {
    let mut cinema = Cinema::of(rehearsed(), Look::default(), Language::Nl);
    cinema.press("?").pass(60_000);
    assert!(cinema.bar().contains(" ‖ regel 1/"), "{}", cinema.bar());
    cinema.press("<esc>");
    assert!(cinema.bar().contains(" ▸ regel 1/"), "{}", cinema.bar());
    assert!(cinema.pass(5_000).record() > 1);
}

#[test]
fn no_key_of_the_film_means_two_things_and_none_asks_anything_of_a_room() {
    let mut cinema = Cinema::whole();
    for number in [1, first(StepKind::Write), rehearsed().len()] {
        cinema.press(&format!("t{number}<enter>"));
        for chapter in cinema.film.chapters(cinema.now) {
            assert_ne!(chapter.layer, Layer::Leading);
        }
        let chapters = cinema.film.chapters(cinema.now);
        let hints = chapters.iter().flat_map(|chapter| &chapter.hints);
        let hints = hints.filter(|hint| hint.is_available);
        let keys = hints.flat_map(|hint| std::iter::once(hint.key).chain(hint.also));
        let keys: Vec<String> = keys.map(|key| key.to_string()).collect();
        let once: BTreeSet<&String> = keys.iter().collect();
        assert_eq!(once.len(), keys.len(), "{keys:?}");
        cinema.press("nbTpPuiojkAW12340<enter><esc><tab><up><down>");
        cinema.press("<ctrl-r><ctrl-s><ctrl-x>");
        assert_eq!(cinema.record(), number);
    }
    assert!(cinema.effects.is_empty(), "{:?}", cinema.effects);
    cinema.press("q");
    assert!(
        matches!(cinema.effects[..], [Effect::End(_)]),
        "{:?}",
        cinema.effects
    );
}

#[test]
fn a_key_at_the_foot_does_the_same_by_the_mouse() {
    use crossterm::event::{MouseButton, MouseEventKind};
    let mut cinema = Cinema::whole();
    let foot = cinema.screen(80, 24);
    let foot = foot.lines().nth(23).expect("the foot");
    let column = foot
        .split("regel verder")
        .next()
        .expect("a key")
        .chars()
        .count();
    let at = ratatui::layout::Position::new(u16::try_from(column).expect("a column"), 23);
    let kind = MouseEventKind::Down(MouseButton::Left);
    cinema.take(Incoming::Mouse(halte::tui::screen::Mouse { kind, at }));
    assert_eq!(cinema.record(), 2);
}
