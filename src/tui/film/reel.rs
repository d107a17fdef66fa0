//! How a film runs: which record it shows, how long it stands, and what the clock of the workshop says meanwhile. There
//! is no clock in here; whoever shows the film tells how much time passed.

use super::speed::{FASTEST, SLOWEST, Speed};
use super::timetable::later_by;
use crate::moment::Moment;

/// The longest one picture stands while the film runs, in milliseconds: a silence that would take longer is shortened
/// to this, and the clock of the workshop goes faster through it.
pub const LONGEST_WAIT: u64 = 2_000;

/// A film that runs or stands still.
#[derive(Debug, Clone)]
pub(in crate::tui) struct Reel {
    times: Vec<Moment>,
    at: usize,
    /// How long the picture has stood already, in milliseconds of the film.
    stood: u64,
    speed: Speed,
    runs: bool,
}

impl Reel {
    /// A film with records at these times, in their order; it stands at the first one and runs.
    #[must_use]
    pub(in crate::tui) const fn new(times: Vec<Moment>, speed: Speed) -> Self {
        Self {
            times,
            at: 0,
            stood: 0,
            speed,
            runs: true,
        }
    }

    /// The place of the record that is shown last, from 0.
    #[must_use]
    pub(in crate::tui) const fn at(&self) -> usize {
        self.at
    }

    /// How many records there are.
    #[must_use]
    pub(in crate::tui) const fn count(&self) -> usize {
        self.times.len()
    }

    /// Whether it runs.
    #[must_use]
    pub(in crate::tui) const fn runs(&self) -> bool {
        self.runs
    }

    /// Whether nothing follows.
    #[must_use]
    pub(in crate::tui) const fn is_over(&self) -> bool {
        self.at + 1 >= self.times.len()
    }

    /// How many times as fast as the workshop it runs.
    #[must_use]
    pub(in crate::tui) fn speed(&self) -> u32 {
        self.speed.times()
    }

    /// When the record at a place comes; of one that is not there, when the last one does.
    #[must_use]
    pub(in crate::tui) fn time_of(&self, place: usize) -> Moment {
        let found = self.times.get(place).or(self.times.last());
        found.copied().unwrap_or_default()
    }

    /// The place of the last record that had come by then; `None` before the first.
    #[must_use]
    pub(in crate::tui) fn until(&self, time: Moment) -> Option<usize> {
        let come = self.times.partition_point(|known| *known <= time);
        come.checked_sub(1)
    }

    /// What the clock in the workshop says.
    #[must_use]
    pub(in crate::tui) fn clock(&self) -> Moment {
        let here = self.time_of(self.at);
        match self.wait() {
            Some(wait) if wait > 0 => {
                later_by(here, self.silence().saturating_mul(self.stood) / wait)
            }
            _ => here,
        }
    }

    /// How long it was silent in the workshop, in milliseconds, if that is shortened in the film.
    #[must_use]
    pub(in crate::tui) fn shortened(&self) -> Option<u64> {
        let silence = self.silence();
        (silence.div_ceil(u64::from(self.speed())) > LONGEST_WAIT).then_some(silence)
    }

    /// How long until the next record comes, if the film runs and there is one.
    #[must_use]
    pub(in crate::tui) fn due(&self) -> Option<u64> {
        let wait = self.wait().filter(|_| self.runs)?;
        Some(wait.saturating_sub(self.stood))
    }

    /// Lets so many milliseconds pass, at most as many as one picture stands: a program that slept does not show its
    /// film to nobody. At the end the film stands still.
    pub(in crate::tui) fn pass(&mut self, millis: u64) {
        if !self.runs {
            return;
        }
        let mut left = millis.min(LONGEST_WAIT);
        while let Some(wait) = self.wait() {
            let rest = wait.saturating_sub(self.stood);
            if left < rest {
                self.stood = self.stood.saturating_add(left);
                return;
            }
            left = left.saturating_sub(rest);
            self.at = self.at.saturating_add(1);
            self.stood = 0;
        }
        self.runs = false;
    }

    /// Shows this record, or the last one when there is none such; runs on if it ran.
    pub(in crate::tui) fn go(&mut self, place: usize) {
        self.at = place.min(self.times.len().saturating_sub(1));
        self.stood = 0;
        self.runs &= !self.is_over();
    }

    /// Shows the record so many places further on and stands still.
    pub(in crate::tui) fn step(&mut self, by: isize) {
        self.go(self.at.saturating_add_signed(by));
        self.runs = false;
    }

    /// Stands still, or runs on; at the end it begins again.
    pub(in crate::tui) fn toggle(&mut self) {
        if self.is_over() {
            self.at = 0;
            self.stood = 0;
        }
        self.runs = !self.runs && !self.is_over();
    }

    /// Runs twice as fast.
    pub(in crate::tui) fn faster(&mut self) {
        if self.speed() < FASTEST {
            self.turn(self.speed.by(1));
        }
    }

    /// Runs half as fast.
    pub(in crate::tui) fn slower(&mut self) {
        if self.speed() > SLOWEST {
            self.turn(self.speed.by(-1));
        }
    }

    /// Takes another speed from here on; the clock does not jump.
    fn turn(&mut self, speed: Speed) {
        let before = self.wait().unwrap_or_default().max(1);
        self.speed = speed;
        let wait = self.wait().unwrap_or_default();
        self.stood = self.stood.saturating_mul(wait) / before;
    }

    /// Milliseconds in the workshop until the next record.
    fn silence(&self) -> u64 {
        let next = self.at.saturating_add(1);
        self.time_of(next).millis_since(self.time_of(self.at))
    }

    /// Milliseconds in the film until the next record; `None` behind the last one.
    fn wait(&self) -> Option<u64> {
        let wait = self.silence().div_ceil(u64::from(self.speed()));
        (!self.is_over()).then_some(wait.min(LONGEST_WAIT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A film of records at these seconds.
    fn reel(seconds: &[i64], speed: u32) -> Reel {
        let times = seconds.iter().map(|second| moment(*second)).collect();
        Reel::new(times, Speed::of(speed))
    }

    fn moment(second: i64) -> Moment {
        Moment::from_millis(second * 1_000)
    }

    #[test]
    fn a_record_comes_when_its_time_has_come_in_the_film() {
        let mut reel = reel(&[0, 60, 90], 60);
        assert_eq!(reel.due(), Some(1_000));
        reel.pass(999);
        assert_eq!((reel.at(), reel.clock()), (0, Moment::from_millis(59_940)));
        reel.pass(1);
        assert_eq!((reel.at(), reel.clock()), (1, moment(60)));
        assert_eq!(reel.due(), Some(500));
    }

    #[test]
    fn what_is_left_of_the_time_goes_to_the_records_behind() {
        let mut reel = reel(&[0, 6, 6, 12, 60], 60);
        reel.pass(250);
        assert_eq!((reel.at(), reel.clock()), (3, moment(15)));
    }

    #[test]
    fn a_long_silence_is_shortened_and_the_clock_goes_through_all_of_it() {
        let mut reel = reel(&[0, 3_600, 3_601], 60);
        assert_eq!(reel.due(), Some(LONGEST_WAIT));
        assert_eq!(reel.shortened(), Some(3_600_000));
        reel.pass(LONGEST_WAIT / 2);
        assert_eq!(reel.clock(), moment(1_800));
        reel.pass(LONGEST_WAIT / 2);
        assert_eq!((reel.at(), reel.shortened()), (1, None));
        // Exactly as long as a picture may stand is no shortening.
        assert_eq!(super::tests::reel(&[0, 120], 60).shortened(), None);
    }

    #[test]
    fn the_last_picture_stays_and_from_there_it_begins_again() {
        let mut reel = reel(&[0, 1, 2], 60);
        reel.pass(1_000);
        assert_eq!((reel.at(), reel.runs(), reel.due()), (2, false, None));
        assert_eq!(reel.clock(), moment(2));
        reel.pass(1_000);
        reel.toggle();
        assert_eq!((reel.at(), reel.runs()), (0, true));
    }

    #[test]
    fn a_film_of_one_record_stands_still() {
        let mut reel = reel(&[5], 60);
        reel.pass(10);
        reel.toggle();
        reel.step(-1);
        reel.go(9);
        assert_eq!(
            (reel.at(), reel.runs(), reel.clock()),
            (0, false, moment(5))
        );
    }

    #[test]
    fn a_program_that_slept_shows_one_picture_more_and_not_the_rest() {
        let mut reel = reel(&[0, 120, 240, 360], 60);
        reel.pass(3_600_000);
        assert_eq!(reel.at(), 1);
    }

    #[test]
    fn a_paused_film_stands_still_whatever_time_passes() {
        let mut reel = reel(&[0, 60], 60);
        reel.pass(500);
        reel.toggle();
        reel.pass(5_000);
        assert_eq!((reel.clock(), reel.due()), (moment(30), None));
        reel.toggle();
        assert_eq!(reel.due(), Some(500));
    }

    #[test]
    fn stepping_pauses_and_jumping_does_not() {
        let mut reel = reel(&[0, 60, 120, 180], 60);
        reel.go(2);
        assert_eq!((reel.at(), reel.runs()), (2, true));
        reel.step(-1);
        assert_eq!((reel.at(), reel.runs()), (1, false));
        reel.step(-5);
        assert_eq!(reel.at(), 0);
        reel.toggle();
        reel.go(99);
        assert_eq!((reel.at(), reel.runs()), (3, false));
    }

    #[test]
    fn speed_doubles_and_halves_within_bounds_and_comes_back_to_where_it_was() {
        let mut reel = reel(&[0, 60], 60);
        let speeds = |reel: &mut Reel, turn: fn(&mut Reel)| -> Vec<u32> {
            let mut seen = Vec::new();
            for _ in 0..8 {
                turn(reel);
                seen.push(reel.speed());
            }
            seen
        };
        let faster = speeds(&mut reel, Reel::faster);
        assert_eq!(faster, [120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
        let slower = speeds(&mut reel, Reel::slower);
        assert_eq!(slower, [1_920, 960, 480, 240, 120, 60, 30, 15]);
        let slower = speeds(&mut reel, Reel::slower);
        assert_eq!(slower, [7, 3, 1, 1, 1, 1, 1, 1]);
        assert_eq!(speeds(&mut reel, Reel::faster)[..3], [3, 7, 15]);
        assert_eq!(Speed::of(0).times(), SLOWEST);
        assert_eq!(Speed::of(u32::MAX).times(), FASTEST);
    }

    #[test]
    fn the_clock_does_not_jump_when_the_speed_changes() {
        let mut reel = reel(&[0, 60], 60);
        reel.pass(250);
        let before = reel.clock();
        reel.faster();
        assert_eq!((reel.clock(), reel.due()), (before, Some(375)));
        reel.slower();
        reel.slower();
        assert_eq!(reel.clock(), before);
    }

    #[test]
    fn a_time_is_found_at_the_last_record_that_had_come_by_then() {
        let reel = reel(&[10, 20, 20, 30], 60);
        assert_eq!(reel.until(moment(9)), None);
        assert_eq!(reel.until(moment(10)), Some(0));
        assert_eq!(reel.until(moment(29)), Some(2));
        assert_eq!(reel.until(moment(99)), Some(3));
    }
}
