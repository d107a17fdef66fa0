//! What holds for the screen of every role at every step: no key means two things, every binding has its words, the
//! main action is at the foot of the screen, and everything is drawn at any size, twice the same.

use std::collections::BTreeMap;

use halte::language::Language;
use halte::locale::Locale;
use halte::tui::app::{Chapter, Layer};
use halte::tui::binding::{HELP, Hint};
use halte::tui::look::{Depth, Look, Tone};
use halte::tui::{App, Outlook};
use halte::vocabulary::{Role, StepKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::stage::{Stage, When};

const ROLES: [Role; 3] = [Role::Facilitator, Role::Participant, Role::Observer];
const MOMENTS: [When; 2] = [When::Arriving, When::Leaving];
/// What opens a popup, for those who can.
const OPENERS: [&str; 9] = ["?", ":", "L", "K", "q", "g", "t", "p", "P"];
/// Bindings of a step's screen that take a key from a table beneath on purpose: the message of the one above, that of
/// the one beneath, and why.
const ON_PURPOSE: &[(&str, &str, &str)] = &[];

/// Every role at every step, on arriving there and before leaving.
fn everywhere() -> impl Iterator<Item = (Role, StepKind, When)> {
    ROLES.into_iter().flat_map(|role| {
        let kinds = StepKind::ALL.iter().copied();
        kinds.flat_map(move |kind| MOMENTS.map(|when| (role, kind, when)))
    })
}

fn outlook(stage: &Stage) -> Outlook<'_> {
    Outlook {
        view: Some(&stage.view),
        presence: &stage.presence,
        now: stage.now,
    }
}

fn chapters(stage: &Stage) -> Vec<Chapter> {
    stage.app.chapters(&outlook(stage))
}

/// The keys that mean two things now, as the messages of both.
fn twice(chapters: &[Chapter]) -> Vec<String> {
    let mut taken: BTreeMap<String, &Hint> = BTreeMap::new();
    let mut twice = Vec::new();
    let hints = chapters.iter().flat_map(|chapter| &chapter.hints);
    for hint in hints.filter(|hint| hint.is_available) {
        for key in std::iter::once(hint.key).chain(hint.also) {
            let Some(above) = taken.insert(key.to_string(), hint) else {
                continue;
            };
            let is_meant = |(first, second, _): &&(&str, &str, &str)| {
                *first == above.name && *second == hint.name
            };
            if !ON_PURPOSE.iter().any(|meant| is_meant(&meant)) {
                twice.push(format!("{key}: {} and {}", above.name, hint.name));
            }
        }
    }
    twice
}

#[test]
fn no_key_means_two_things_at_once() {
    for (role, kind, when) in everywhere() {
        let mut stage = Stage::at(role, kind, when);
        let found = twice(&chapters(&stage));
        assert!(found.is_empty(), "{role} {kind} {when:?}: {found:?}");
        for opener in OPENERS {
            stage.press(opener);
            let found = twice(&chapters(&stage));
            assert!(
                found.is_empty(),
                "{role} {kind} {when:?} {opener}: {found:?}"
            );
            stage.press("<esc>");
        }
    }
}

#[test]
fn a_table_with_a_key_twice_is_found() {
    let stage = Stage::at(Role::Facilitator, StepKind::Brief, When::Arriving);
    let mut chapters = chapters(&stage);
    assert!(twice(&chapters).is_empty());
    let again = chapters.last().expect("a table").clone();
    chapters.push(again);
    assert!(!twice(&chapters).is_empty());
}

#[test]
fn every_binding_has_its_words_in_every_language() {
    for (role, kind, when) in everywhere() {
        let stage = Stage::at(role, kind, when);
        for chapter in chapters(&stage) {
            let names = chapter.hints.iter().flat_map(|hint| {
                let all = hint.number.map(|(_, all)| all);
                std::iter::once(hint.name).chain(all)
            });
            for name in names.chain([chapter.title]) {
                for language in Language::ALL {
                    let knows = Locale::new(language).knows(name);
                    assert!(knows, "{role} {kind}: no {name:?} in {language}");
                }
            }
        }
    }
}

/// The action that matters most: the first one of the tables together that has a place at the foot.
fn main_action(chapters: &[Chapter]) -> Option<&Hint> {
    let shown = chapters
        .iter()
        .filter(|chapter| chapter.layer != Layer::Popup);
    let hints = shown.flat_map(|chapter| &chapter.hints);
    hints
        .filter(|hint| hint.is_available && hint.rank != HELP)
        .min_by_key(|hint| hint.rank)
}

#[test]
fn the_main_action_is_at_the_foot_of_the_smallest_screen() {
    for (role, kind, when) in everywhere() {
        if role == Role::Observer {
            continue;
        }
        for language in Language::ALL {
            let mut stage = Stage::drawn(role, kind, when, Look::default(), language);
            let chapters = chapters(&stage);
            let Some(main) = main_action(&chapters) else {
                panic!("{role} {kind}: nothing to do");
            };
            let words = match main.number {
                Some((_, all)) => Locale::new(language).say(all),
                None => main.words.clone(),
            };
            let smallest = if role == Role::Facilitator {
                (80, 24)
            } else {
                (44, 14)
            };
            for (width, height) in [smallest, (80, 24)] {
                let screen = stage.screen(width, height);
                let foot = screen.lines().last().unwrap_or_default();
                assert!(
                    foot.contains(&words),
                    "{role} {kind} {language}: {words:?} in {foot:?}"
                );
            }
        }
    }
}

fn painted(app: &App, width: u16, height: u16, outlook: &Outlook<'_>) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    app.paint(area, &mut buf, outlook);
    buf
}

/// Ways to draw, so that each tone, depth and alphabet is seen with each language over all steps.
fn looks() -> Vec<(Look, Language)> {
    let depths = [Depth::Full, Depth::Sixteen, Depth::Mono];
    let tones = Tone::ALL.into_iter().enumerate();
    let looks = tones.flat_map(|(at, tone)| {
        [false, true].map(|ascii| Look {
            tone,
            depth: depths[at % depths.len()],
            ascii,
            large: at % 2 == 1,
        })
    });
    let languages = Language::ALL.into_iter().cycle();
    looks.zip(languages).collect()
}

#[test]
fn everything_is_drawn_at_any_size_and_twice_the_same() {
    let looks = looks();
    for (role, kind, when) in everywhere() {
        for (at, (look, language)) in looks.iter().enumerate() {
            let stage = Stage::drawn(role, kind, when, *look, *language);
            let outlook = outlook(&stage);
            let sizes = (0..=50).flat_map(|width| (0..=18).map(move |height| (width, height)));
            let turn = |(width, height): &(u16, u16)| usize::from(width + height) % looks.len();
            let small = sizes.filter(|size| turn(size) == at);
            let others = [
                (44, 14),
                (50, 18),
                (80, 24),
                (81, 25),
                (110, 24),
                (121, 41),
                (200, 60),
            ];
            for (width, height) in small.chain(others) {
                let buf = painted(&stage.app, width, height, &outlook);
                let again = painted(&stage.app, width, height, &outlook);
                assert_eq!(buf, again, "{role} {kind} {width}x{height}");
            }
        }
    }
}

#[test]
fn what_we_draw_ourselves_is_ascii_where_that_is_asked() {
    let look = Look {
        ascii: true,
        ..Look::default()
    };
    for (role, kind, when) in everywhere() {
        let stage = Stage::drawn(role, kind, when, look, Language::En);
        for (width, height) in [(80, 24), (120, 40)] {
            let buf = painted(&stage.app, width, height, &outlook(&stage));
            let drawn = buf.content.iter().map(ratatui::buffer::Cell::symbol);
            let mut signs = drawn.filter(|symbol| symbol.chars().any(is_sign));
            assert_eq!(signs.next(), None, "{role} {kind} {when:?}");
        }
    }
}

/// Box drawing, blocks, shapes, arrows and marks: what no person types into a text.
fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{2200}'..='\u{22ff}' | '\u{2500}'..='\u{27bf}')
}
