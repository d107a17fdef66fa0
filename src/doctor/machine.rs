//! The laptop itself: its clock, its disk and its terminal.

use std::time::Duration;

use super::{Finding, Sentence, Subject};
use crate::moment::Moment;

/// No clock that is right shows a time before this one: halte did not exist yet (1 November 2026, in milliseconds since 1970).
const FIRST_DAY: i64 = 1_793_491_200_000;
/// How far the clock may be off before the times in a session mislead whoever reads them later.
const OFF: Duration = Duration::from_mins(5);
/// How far it may be off before they are plainly false.
const FALSE: Duration = Duration::from_hours(24);

/// What a session may take on disk for each person: several hundred records of a kilobyte, in the journal and in the
/// saved session, which is written anew beside the old one.
const PER_PERSON: u64 = 1024 * 1024;
/// What it may take besides: the plan, its texts and the log.
const BESIDES: u64 = 16 * 1024 * 1024;
/// Below this a laptop's other programs may fill the disk while the workshop runs.
const ROOMY: u64 = 1024 * 1024 * 1024;

/// What people feel as at once is a quarter of a second. A text waits for the write that is under way and then for its
/// own, so one write may take some two fifths of that. How many people there are does not matter: everything that
/// gathered in between goes in one write.
const QUICK: Duration = Duration::from_millis(100);
/// Two of these, and everybody waits a second for every sentence.
const SLOW: Duration = Duration::from_millis(500);

/// The screen of a facilitator.
const WANTED: (u16, u16) = (80, 24);
/// What it can still be drawn on.
const SMALLEST: (u16, u16) = (60, 16);

/// The clock of this machine, held against one on the internet if that told its time.
#[must_use]
pub fn clock(now: Moment, elsewhere: Option<Moment>) -> Finding {
    let subject = Subject::Clock;
    let advice = || Sentence::of("doctor-clock-set");
    if now.as_millis() < FIRST_DAY {
        let seen = Sentence::of("doctor-clock-early").text("now", &now.to_string());
        return Finding::wrong(subject, seen).advise(advice());
    }
    let Some(elsewhere) = elsewhere else {
        let seen = Sentence::of("doctor-clock-alone").text("now", &now.to_string());
        return Finding::fine(subject, seen);
    };
    let off = apart(now, elsewhere);
    let say = |key| {
        Sentence::of(key)
            .number("seconds", off.as_secs())
            .number("minutes", off.as_secs() / 60)
    };
    if off <= OFF {
        Finding::fine(subject, say("doctor-clock-fine"))
    } else if off <= FALSE {
        Finding::beware(subject, say("doctor-clock-off")).advise(advice())
    } else {
        Finding::wrong(subject, say("doctor-clock-off")).advise(advice())
    }
}

/// How far two times lie apart.
pub(super) fn apart(one: Moment, other: Moment) -> Duration {
    Duration::from_millis(one.millis_since(other).max(other.millis_since(one)))
}

/// What is known of the folder of the sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Disk {
    /// It can be written in; the bytes that are free, where the system says so.
    Writable(Option<u64>),
    /// It cannot, in the words of the system.
    Refused(String),
}

/// Whether there is room for the session.
#[must_use]
pub fn disk(folder: &str, disk: &Disk, people: u16) -> Finding {
    let subject = Subject::Disk;
    let say = |key| Sentence::of(key).text("folder", folder);
    let free = match disk {
        Disk::Refused(cause) => {
            let seen = say("doctor-disk-not-writable").text("cause", cause);
            return Finding::wrong(subject, seen).advise(Sentence::of("doctor-disk-elsewhere"));
        }
        Disk::Writable(None) => return Finding::fine(subject, say("doctor-disk-writable")),
        Disk::Writable(Some(free)) => *free,
    };
    let needed = BESIDES + PER_PERSON * u64::from(people);
    let mebibytes = |bytes: u64| bytes / (1024 * 1024);
    let seen = say("doctor-disk-free")
        .number("free", mebibytes(free))
        .number("needed", mebibytes(needed));
    let advice = || Sentence::of("doctor-disk-make-room");
    if free < needed {
        Finding::wrong(subject, seen).advise(advice())
    } else if free < ROOMY.max(2 * needed) {
        Finding::beware(subject, seen).advise(advice())
    } else {
        Finding::fine(subject, seen)
    }
}

/// Whether what is said is soon safe: how long small writes took, each with its sync.
#[must_use]
pub fn sync(times: &[Duration]) -> Option<Finding> {
    let subject = Subject::Sync;
    let mut times = times.to_vec();
    times.sort_unstable();
    let (median, slowest) = (*times.get(times.len() / 2)?, *times.last()?);
    let say = |key| {
        Sentence::of(key)
            .millis("median", median)
            .millis("slowest", slowest)
    };
    let advice = || Sentence::of("doctor-sync-elsewhere");
    Some(if median > SLOW {
        Finding::wrong(subject, say("doctor-sync-slow")).advise(advice())
    } else if median > QUICK || slowest > SLOW {
        Finding::beware(subject, say("doctor-sync-slow")).advise(advice())
    } else {
        Finding::fine(subject, say("doctor-sync-fine"))
    })
}

/// Whether so many people fit in what may be open at a time, beside what the host itself has open.
#[must_use]
pub fn files(open: usize, besides: usize, people: u16) -> Finding {
    let needed = besides + usize::from(people);
    let number = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let seen = Sentence::of("doctor-files-open")
        .number("open", number(open))
        .number("needed", number(needed));
    if open < needed {
        let advice = Sentence::of("doctor-files-more").number("needed", number(needed));
        Finding::wrong(Subject::Files, seen).advise(advice)
    } else {
        Finding::fine(Subject::Files, seen)
    }
}

/// What is known of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Columns and rows, if there is a terminal.
    pub size: Option<(u16, u16)>,
    /// It says of itself that it can only write lines.
    pub is_dumb: bool,
    /// The surroundings say that letters are UTF-8.
    pub is_utf8: bool,
    /// Colors are wanted and there.
    pub has_color: bool,
}

/// Whether the screens can be drawn here.
#[must_use]
pub fn terminal(terminal: Terminal) -> Finding {
    let subject = Subject::Terminal;
    let Some((columns, rows)) = terminal.size else {
        return Finding::not_known(subject, Sentence::of("doctor-terminal-none"))
            .advise(Sentence::of("doctor-terminal-try-there"));
    };
    if terminal.is_dumb {
        return Finding::beware(subject, Sentence::of("doctor-terminal-dumb"))
            .advise(Sentence::of("doctor-terminal-plain"));
    }
    let say = |key| {
        Sentence::of(key)
            .number("columns", columns.into())
            .number("rows", rows.into())
            .text("color", if terminal.has_color { "yes" } else { "no" })
    };
    let fits = |(width, height): (u16, u16)| columns >= width && rows >= height;
    let larger = || {
        Sentence::of("doctor-terminal-larger")
            .number("columns", WANTED.0.into())
            .number("rows", WANTED.1.into())
    };
    if !fits(SMALLEST) {
        Finding::wrong(subject, say("doctor-terminal-small")).advise(larger())
    } else if !fits(WANTED) {
        Finding::beware(subject, say("doctor-terminal-small")).advise(larger())
    } else if !terminal.is_utf8 {
        Finding::beware(subject, say("doctor-terminal-ascii"))
            .advise(Sentence::of("doctor-terminal-use-ascii"))
    } else {
        Finding::fine(subject, say("doctor-terminal-fine"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;
    use crate::language::Language;
    use crate::locale::Locale;

    #[test]
    fn everybody_who_comes_is_a_file_that_is_open() {
        assert_eq!(files(84, 64, 20).verdict, Verdict::Fine);
        let few = files(83, 64, 20);
        assert_eq!(few.verdict, Verdict::Wrong);
        let advice = few
            .advice
            .map(|advice| advice.say(Locale::new(Language::Nl)));
        assert!(advice.is_some_and(|advice| advice.contains("ulimit -n 84")));
    }

    #[test]
    fn a_clock_is_held_against_another_or_at_least_against_the_first_day() {
        let now: Moment = "2026-11-21T09:00:00.000Z".parse().unwrap();
        let later = |seconds| Some(now.plus_seconds(seconds));
        let early: Moment = "2026-10-31T23:59:59.999Z".parse().unwrap();
        for (shown, elsewhere, verdict) in [
            (early, None, Verdict::Wrong),
            (early, Some(early), Verdict::Wrong),
            (Moment::from_millis(FIRST_DAY), None, Verdict::Fine),
            (now, None, Verdict::Fine),
            (now, later(300), Verdict::Fine),
            (now, later(301), Verdict::Beware),
            (now.plus_seconds(301), Some(now), Verdict::Beware),
            (now, later(86_401), Verdict::Wrong),
        ] {
            assert_eq!(
                clock(shown, elsewhere).verdict,
                verdict,
                "{shown} {elsewhere:?}"
            );
        }
        assert_eq!(
            Moment::from_millis(FIRST_DAY).to_string(),
            "2026-11-01T00:00:00.000Z"
        );
    }

    #[test]
    fn a_disk_needs_room_for_the_people_who_come() {
        const MIB: u64 = 1024 * 1024;
        for (free, people, verdict) in [
            (Some(28 * MIB - 1), 12, Verdict::Wrong),
            (Some(28 * MIB), 12, Verdict::Beware),
            (Some(1024 * MIB), 12, Verdict::Fine),
            (Some(1024 * MIB), 1000, Verdict::Beware),
            (Some(1015 * MIB), 1000, Verdict::Wrong),
            (None, 12, Verdict::Fine),
        ] {
            let found = disk("sessions", &Disk::Writable(free), people);
            assert_eq!(found.verdict, verdict, "{free:?} {people}");
        }
        let refused = Disk::Refused("read-only".to_owned());
        assert_eq!(disk("sessions", &refused, 12).verdict, Verdict::Wrong);
    }

    #[test]
    fn writes_that_keep_people_waiting_are_told() {
        let of = |millis: &[u64]| {
            let times: Vec<Duration> = millis.iter().copied().map(Duration::from_millis).collect();
            sync(&times).map(|found| found.verdict)
        };
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[3, 500, 100]), Some(Verdict::Fine));
        assert_eq!(of(&[3, 501, 4]), Some(Verdict::Beware));
        assert_eq!(of(&[101, 101, 101]), Some(Verdict::Beware));
        assert_eq!(of(&[501, 501, 501]), Some(Verdict::Wrong));
    }

    #[test]
    fn a_terminal_is_judged_by_what_the_screens_need() {
        let good = Terminal {
            size: Some((80, 24)),
            is_dumb: false,
            is_utf8: true,
            has_color: false,
        };
        let sized = |columns, rows| Terminal {
            size: Some((columns, rows)),
            ..good
        };
        for (seen, verdict) in [
            (good, Verdict::Fine),
            (sized(79, 24), Verdict::Beware),
            (sized(80, 23), Verdict::Beware),
            (sized(60, 16), Verdict::Beware),
            (sized(59, 16), Verdict::Wrong),
            (sized(200, 15), Verdict::Wrong),
            (
                Terminal {
                    is_utf8: false,
                    ..good
                },
                Verdict::Beware,
            ),
            (
                Terminal {
                    is_dumb: true,
                    ..good
                },
                Verdict::Beware,
            ),
            (Terminal { size: None, ..good }, Verdict::NotKnown),
        ] {
            assert_eq!(terminal(seen).verdict, verdict, "{seen:?}");
        }
    }
}
