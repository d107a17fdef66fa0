//! Before the door: the host is being looked for, which may take long or for ever. It says so at once, what to check
//! when it takes long, and how to leave; a key is never left unheard.

use std::io;

use crossterm::event::KeyCode;
use futures_util::Stream;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::dialog::{Dialog, converse};
use super::key::Key;
use super::look::{Look, Paint};
use super::run::{Input, Surface, TuiError};
use super::screen::Mouse;
use super::shell;
use crate::locale::Locale;

/// After how many seconds it says what to check.
pub const LONG: u32 = 4;

/// Who looks for a host.
#[derive(Debug)]
pub struct Knock {
    place: String,
    locale: Locale,
    look: Look,
    is_late: bool,
}

impl Knock {
    /// At this place, as it was typed.
    #[must_use]
    pub const fn at(place: String, locale: Locale, look: Look) -> Self {
        Self {
            place,
            locale,
            look,
            is_late: false,
        }
    }
}

impl Dialog for Knock {
    type Answer = ();

    fn press(&mut self, key: Key) -> Option<()> {
        (key == Key::char('q') || key == Key::of(KeyCode::Esc)).then_some(())
    }

    fn paste(&mut self, _text: &str) {}

    fn mouse(&mut self, _mouse: Mouse, _area: Rect) -> Option<()> {
        None
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        buf.set_style(area, self.look.style(Paint::Text));
        let words = connecting(&self.place, self.is_late, self.locale);
        shell::in_the_middle(&words, self.look, area, buf);
        None
    }
}

/// That a host is being looked for, and what can be done meanwhile.
pub(super) fn connecting(place: &str, is_late: bool, locale: Locale) -> String {
    let words = if place.is_empty() {
        locale.say("outside-unmet")
    } else {
        locale.say_with("outside-unmet-at", &[("place", place.into())])
    };
    with_keys(&words, is_late, locale)
}

/// What is said while there is no host, with what to check when it takes long, and how to leave.
pub(super) fn with_keys(words: &str, is_late: bool, locale: Locale) -> String {
    let advice = is_late.then(|| locale.say("outside-slow"));
    let parts = [
        Some(words.to_owned()),
        advice,
        Some(locale.say("outside-quit")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("\n\n")
}

/// Shows that the host is being looked for until `search` ends; `None` when the person leaves, or the program is asked
/// to end. `long` is when it has taken long.
///
/// # Errors
/// When the terminal cannot be read or written.
pub async fn until_answered<T>(
    knock: &mut Knock,
    surface: &mut impl Surface,
    events: &mut (impl Stream<Item = io::Result<Input>> + Unpin),
    search: impl Future<Output = T>,
    long: impl Future<Output = ()>,
    stop: impl Future<Output = ()>,
) -> Result<Option<T>, TuiError> {
    let mut search = std::pin::pin!(search);
    let mut long = std::pin::pin!(long);
    let mut stop = std::pin::pin!(stop);
    loop {
        let (is_late, mut takes_long, mut answer) = (knock.is_late, false, None);
        let end = async {
            tokio::select! {
                biased;
                () = &mut stop => {}
                found = &mut search => answer = Some(found),
                () = &mut long, if !is_late => takes_long = true,
            }
        };
        converse(knock, surface, events, end).await?;
        if !takes_long {
            return Ok(answer);
        }
        knock.is_late = true;
    }
}
