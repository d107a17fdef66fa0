//! Before there is a room: that it is looked for shows at once, what to check when it takes long, and keys leave.

use std::future::{pending, ready};
use std::io;

use crossterm::event::{Event, KeyEvent, KeyModifiers};
use futures_util::StreamExt as _;
use futures_util::stream;
use halte::language::Language;
use halte::locale::Locale;
use halte::moment::Moment;
use halte::seat::Update;
use halte::tui::drafts::Drafts;
use halte::tui::key::Key;
use halte::tui::knock::{Knock, LONG, until_answered};
use halte::tui::look::Look;
use halte::tui::scene::Invitation;
use halte::tui::{App, Effect, Ending, Incoming, Input, Options, Outlook, Surface};
use halte::vocabulary::Role;
use halte::wire::Presence;
use ratatui::backend::TestBackend;
use ratatui::{Frame, Terminal};

use crate::stage::{TYPED, words};

const SIZES: [(u16, u16); 3] = [(44, 14), (80, 24), (120, 40)];
const LEAVING: [&str; 3] = ["q", "<esc>", "<ctrl-c>"];

/// A terminal that keeps every frame.
struct Roll {
    terminal: Terminal<TestBackend>,
    frames: Vec<String>,
}

impl Roll {
    fn of(width: u16, height: u16) -> Self {
        Self {
            terminal: Terminal::new(TestBackend::new(width, height)).expect("a terminal"),
            frames: Vec::new(),
        }
    }
}

impl Surface for Roll {
    fn draw(&mut self, render: &mut dyn FnMut(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(render).expect("a frame");
        self.frames.push(words(self.terminal.backend().buffer()));
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn copy(&mut self, _: &str) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn wake(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The keyboard: these keys, and then nobody presses anything.
fn keyboard(keys: &str) -> impl futures_util::Stream<Item = io::Result<Input>> + Unpin {
    let keys = Key::parse_all(keys).expect("keys");
    let inputs = keys.into_iter().map(|key| {
        let modifiers = if key.ctrl {
            KeyModifiers::CONTROL
        } else {
            KeyModifiers::NONE
        };
        let event = KeyEvent::new(key.code, modifiers);
        Ok(Input::Terminal(Event::Key(event)))
    });
    stream::iter(inputs.collect::<Vec<_>>()).chain(stream::pending())
}

fn knock(language: Language) -> Knock {
    let (locale, look) = (Locale::new(language), Look::default());
    Knock::at("192.168.1.20".to_owned(), locale, look)
}

/// The words of a screen in one line, whatever its rows are.
fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn whom_it_looks_for_shows_at_once_and_what_to_check_when_it_takes_long() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for (width, height) in SIZES {
            let mut roll = Roll::of(width, height);
            let (mut knock, mut keys) = (knock(language), keyboard("<esc>"));
            let search = pending::<()>();
            let left = until_answered(
                &mut knock,
                &mut roll,
                &mut keys,
                search,
                ready(()),
                pending(),
            );
            assert_eq!(left.await.expect("a terminal"), None);
            let [first, later] = &roll.frames[..] else {
                panic!("{:?}", roll.frames);
            };
            let place = [("place", "192.168.1.20".into())];
            let looking = flat(&locale.say_with("outside-unmet-at", &place));
            let (slow, quit) = (locale.say("outside-slow"), locale.say("outside-quit"));
            assert!(
                flat(first).contains(&format!("{looking} {quit}")),
                "{first}"
            );
            let advised = format!("{looking} {} {quit}", flat(&slow));
            assert!(flat(later).contains(&advised), "{later}");
            if language == Language::Nl && width == 80 {
                insta::assert_snapshot!("knock-80", later);
            }
            if language == Language::Fr && width == 44 {
                insta::assert_snapshot!("knock-44", later);
            }
        }
    }
}

#[tokio::test]
async fn every_key_that_leaves_leaves_while_nobody_answers() {
    for key in LEAVING {
        let mut roll = Roll::of(80, 24);
        let (mut knock, mut keys) = (knock(Language::Nl), keyboard(key));
        let search = pending::<()>();
        let left = until_answered(
            &mut knock,
            &mut roll,
            &mut keys,
            search,
            pending(),
            pending(),
        );
        assert_eq!(left.await.expect("a terminal"), None, "{key}");
        assert_eq!(roll.frames.len(), 1, "{key}");
    }
}

#[tokio::test]
async fn an_answer_ends_it_and_so_does_the_end_of_the_program() {
    let mut roll = Roll::of(80, 24);
    let (mut knock, mut keys) = (knock(Language::Nl), keyboard("x<enter>"));
    let found = until_answered(
        &mut knock,
        &mut roll,
        &mut keys,
        ready(7),
        pending(),
        pending(),
    );
    assert_eq!(found.await.expect("a terminal"), Some(7));
    let search = pending::<()>();
    let ended = until_answered(
        &mut knock,
        &mut roll,
        &mut keys,
        search,
        pending(),
        ready(()),
    );
    assert_eq!(ended.await.expect("a terminal"), None);
}

/// A seat that has not been reached yet.
fn unmet() -> App {
    App::new(Options {
        locale: Locale::new(Language::Nl),
        role: Role::Observer,
        look: Look::default(),
        invitation: Invitation {
            typed: Some(TYPED.to_owned()),
            ..Invitation::default()
        },
        drafts: Drafts::default(),
    })
}

#[test]
fn a_seat_that_is_looked_for_says_the_same_by_the_clock() {
    let presence = Presence::default();
    let at = |seconds: u32| Outlook {
        view: None,
        presence: &presence,
        now: Moment::from_millis(1_795_251_600_000).plus_seconds(seconds),
    };
    let shown = |app: &mut App, seconds: u32| {
        let mut terminal = Terminal::new(TestBackend::new(44, 14)).expect("a terminal");
        terminal
            .draw(|frame| app.draw(frame, &at(seconds)))
            .expect("a frame");
        flat(&words(terminal.backend().buffer()))
    };
    let mut app = unmet();
    let first = shown(&mut app, 0);
    assert!(first.contains("Verbinden met 192.168.1.20 …"), "{first}");
    assert!(!first.contains("Dit duurt lang"), "{first}");
    assert_eq!(app.wakes_at(&at(0)), Some(at(LONG).now));
    app.handle(Incoming::Tick, &at(LONG));
    let later = shown(&mut app, LONG);
    assert!(later.contains("Dit duurt lang"), "{later}");
    assert_eq!(app.wakes_at(&at(LONG)), None);
    let cause = "no route to host".to_owned();
    let lost = Incoming::Update(Box::new(Update::Lost { cause }));
    app.handle(lost, &at(LONG));
    let lost = shown(&mut app, LONG);
    for words in ["192.168.1.20", "no route to host", "op hetzelfde netwerk"] {
        assert!(lost.contains(words), "{words}: {lost}");
    }
    for key in LEAVING {
        let key = Key::parse_all(key).expect("a key")[0];
        let effects = app.handle(Incoming::Key(key), &at(LONG));
        let left = Effect::End(Ending::Left { waiting: 0 });
        assert_eq!(effects, [left]);
    }
}
