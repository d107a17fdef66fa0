//! A film: a workshop that was, shown again on the observer's screen. The records are folded by the rules they were
//! made by, what is shown is what an observer was shown, and the drawing is that of the room; only the clock is
//! another. Like an [`App`] it takes one thing at a time, with the time handed in.

mod aim;
mod controls;
mod frames;
mod reel;
mod run;
mod speed;
mod timetable;

use ratatui::Frame;

pub(in crate::tui) use controls::Controls;
pub use reel::LONGEST_WAIT;
pub use run::run;
pub use speed::{FASTEST, SLOWEST, Speed};

use super::app::{App, Chapter, Effect, Incoming, Options, Outlook};
use super::intent::{Notice, Weight};
use crate::moment::Moment;
use crate::seat::Update;
use crate::vocabulary::Anonymity;
use crate::workshop::Record;
use frames::Frames;
use reel::Reel;
use timetable::{later_by, timetable};

/// How often the clock moves on the screen while the film runs, in milliseconds.
const BEAT: u64 = 100;
/// What comes within so many milliseconds is one picture: nobody sees more, and cutting a workshop down takes time.
const PICTURE: u64 = 33;
/// How long it stands that the journal is torn, in seconds.
const NOTICE: u32 = 8;

/// A film at a screen.
#[derive(Debug)]
pub struct Film {
    app: App,
    frames: Frames,
    /// Until when time has passed, on this machine's clock.
    seen: Moment,
}

impl Film {
    /// A film of these records; `None` when the first one does not open a workshop. `torn` is how many bytes of
    /// another lie behind them, where the journal breaks off. Without a speed it gets one by how long the workshop took.
    #[must_use]
    pub fn open(
        records: Vec<Record>,
        torn: u64,
        speed: Option<Speed>,
        options: Options,
        now: Moment,
    ) -> Option<Self> {
        let frames = Frames::new(records)?;
        let is_anonymous = frames.view().plan().anonymity == Anonymity::Anonymous;
        let times = timetable(frames.records(), is_anonymous);
        let stops = aim::stops(frames.records());
        let ends = times.last().copied().unwrap_or_default();
        let span = times.first().map_or(0, |begins| ends.millis_since(*begins));
        let speed = speed.unwrap_or_else(|| Speed::usual(span));
        let controls = Controls::new(Reel::new(times, speed), stops, torn > 0);
        let mut app = App::new(options).over_film(controls);
        let until = now.plus_seconds(NOTICE);
        app.notice = (torn > 0).then(|| {
            let words = app.desk.locale.say("film-torn");
            let weight = Weight::Trouble;
            (Notice { words, weight }, until)
        });
        let mut film = Self {
            app,
            frames,
            seen: now,
        };
        film.show(now);
        Some(film)
    }

    /// Takes one thing in.
    pub fn handle(&mut self, incoming: Incoming, now: Moment) -> Vec<Effect> {
        self.pass(now);
        let effects = self.app.handle(incoming, &outlook(&self.frames, now));
        self.follow(now);
        effects
    }

    /// Lets the time pass that went by since something was last taken in.
    fn pass(&mut self, now: Moment) {
        self.app.pass(now.millis_since(self.seen));
        self.seen = now;
        self.follow(now);
    }

    /// Shows the record the film is at.
    fn follow(&mut self, now: Moment) {
        let place = self.app.film().map_or(0, |film| film.reel().at());
        if self.frames.go(place) {
            self.show(now);
        }
        self.app.set_clock(now);
    }

    fn show(&mut self, now: Moment) {
        self.app.set_clock(now);
        // A seat that never asks gets nothing to give.
        drop(self.app.handle(
            Incoming::Update(Box::new(Update::View)),
            &outlook(&self.frames, now),
        ));
    }

    /// Draws everything.
    pub fn draw(&mut self, frame: &mut Frame<'_>, now: Moment) {
        self.app.draw(frame, &outlook(&self.frames, now));
    }

    /// Whether something changed since it was last drawn.
    #[must_use]
    pub const fn is_dirty(&self) -> bool {
        self.app.is_dirty()
    }

    /// When something on the screen changes by itself, on this machine's clock.
    #[must_use]
    pub fn wakes_at(&self, now: Moment) -> Option<Moment> {
        let film = self.app.due().map(|due| due.clamp(PICTURE, BEAT));
        let film = film.map(|due| later_by(now, due));
        let app = self.app.wakes_at(&outlook(&self.frames, now));
        [film, app].into_iter().flatten().min()
    }

    /// The tables that hold now, the first one first.
    #[must_use]
    pub fn chapters(&self, now: Moment) -> Vec<Chapter> {
        self.app.chapters(&outlook(&self.frames, now))
    }
}

fn outlook(frames: &Frames, now: Moment) -> Outlook<'_> {
    Outlook {
        view: Some(frames.view()),
        presence: frames.presence(),
        now,
    }
}
