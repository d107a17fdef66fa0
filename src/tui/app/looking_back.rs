//! The app over a film instead of a room: nobody is asked anything, and the clock is the film's.

use super::App;
use crate::moment::Moment;
use crate::tui::film::Controls;
use crate::tui::scene::Standing;

impl App {
    /// The app with a film's keys and its bar.
    #[must_use]
    pub(in crate::tui) fn over_film(mut self, controls: Controls) -> Self {
        self.desk.standing = Standing::Past;
        self.film = Some(controls);
        self
    }

    /// The film's controls, if there is a film.
    pub(in crate::tui) const fn film(&self) -> Option<&Controls> {
        self.film.as_ref()
    }

    /// Lets time pass in the film; it waits while a window is open over it.
    pub(in crate::tui) fn pass(&mut self, millis: u64) {
        if let Some(film) = self.film.as_mut().filter(|film| film.reel().runs())
            && self.popups.is_empty()
        {
            film.reel_mut().pass(millis);
            self.is_dirty = true;
        }
    }

    /// How long until the film goes on by itself.
    pub(in crate::tui) fn due(&self) -> Option<u64> {
        let film = self.film.as_ref().filter(|_| self.popups.is_empty())?;
        film.reel().due()
    }

    /// Shows the film at another record.
    pub(super) fn wind(&mut self, place: usize) {
        if let Some(film) = &mut self.film {
            film.reel_mut().go(place);
        }
    }

    /// From here on the clock on the screen says what that of the workshop said, and the bar whether it goes.
    pub(in crate::tui) fn set_clock(&mut self, now: Moment) {
        if let Some(film) = &mut self.film {
            film.cover(!self.popups.is_empty());
            let (clock, here) = (film.reel().clock().as_millis(), now.as_millis());
            self.desk.ahead = clock.saturating_sub(here);
        }
    }
}
