//! The door, at which somebody says who they are before they take a seat.

use halte::language::Language;
use halte::locale::Locale;
use halte::tui::dialog::Dialog as _;
use halte::tui::door::{Door, Entry};
use halte::tui::key::Key;
use halte::tui::look::Look;
use halte::vocabulary::Anonymity;
use halte::wire::{PersonaName, Sign};
use insta::assert_snapshot;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::stage::{rehearsed, words};

const SIZES: [(u16, u16); 3] = [(44, 14), (80, 24), (120, 40)];

fn door(language: Language, anonymity: Anonymity) -> Door {
    let plan = halte::workshop::Workshop::opened_by(&rehearsed()[0]).expect("a workshop");
    let plan = plan.plan();
    let personas = plan.personas.iter().map(|persona| PersonaName {
        id: persona.id.clone(),
        role: persona.role.clone(),
    });
    let sign = Sign {
        title: plan.title.clone(),
        language: plan.language,
        anonymity,
        organisations: plan.organisations.clone(),
        personas: personas.collect(),
        closed: false,
    };
    Door::new(
        sign,
        Locale::new(language),
        Look::default(),
        &Entry::default(),
    )
}

fn drawn(door: &Door, (width, height): (u16, u16)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    door.draw(area, &mut buf);
    words(&buf)
}

/// The words of a screen in one line, whatever its rows are.
fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_recorded_and_what_the_keys_do_are_said_whole_in_every_terminal() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (anonymity, recorded) in [
            (Anonymity::Named, "door-records-named"),
            (Anonymity::Pseudonymous, "door-records-pseudonymous"),
            (Anonymity::Anonymous, "door-records-anonymous"),
        ] {
            for size in SIZES {
                let mut door = door(language, anonymity);
                for at in 0..5 {
                    let shown = drawn(&door, size);
                    for key in [recorded, "door-keys"] {
                        let said = flat(&locale.say(key));
                        assert!(flat(&shown).contains(&said), "{key} {at}\n{shown}");
                    }
                    // There is always a field in sight, the one with the cursor.
                    assert!(shown.contains('▸'), "{at}\n{shown}");
                    door.press(Key::parse_all("<tab>").expect("a key")[0]);
                }
            }
        }
    }
}

#[test]
fn the_door_fits_in_the_smallest_terminal() {
    let mut door = door(Language::Nl, Anonymity::Named);
    assert_snapshot!("door-44", drawn(&door, (44, 14)));
    door.press(Key::parse_all("<down>").expect("a key")[0]);
    assert_snapshot!("door-80", drawn(&door, (80, 24)));
}
