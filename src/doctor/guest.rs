//! The same from the other side: whether a second device reaches the room behind a link, and what it means when not.

use std::time::Duration;

use super::machine::apart;
use super::{Finding, Sentence, Subject};
use crate::moment::Moment;
use crate::seat::Distrust;
use crate::wire::Fault;

/// What people feel as at once. Connecting is one round trip; what somebody gives takes one as well.
const AT_ONCE: Duration = Duration::from_millis(250);
/// How far a guest's clock may be off before it is told. Timers go by the host's clock, so it harms little.
const OFF: Duration = Duration::from_mins(5);

/// Whether the name in the link is known here.
#[must_use]
pub fn name(host: &str, is_known: bool) -> Finding {
    let say = |key| Sentence::of(key).text("host", host);
    if is_known {
        Finding::fine(Subject::Name, say("doctor-name-known"))
    } else {
        Finding::wrong(Subject::Name, say("doctor-name-unknown"))
            .advise(Sentence::of("doctor-name-number"))
    }
}

/// What became of connecting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Connection {
    /// It took so long, each time.
    Made(Vec<Duration>),
    /// The machine is there and says no.
    Refused,
    /// Nobody answers in this time.
    Silent(Duration),
    /// There is no way there, in the words of the system.
    NoWay(String),
}

/// Whether there is a way to the host.
#[must_use]
pub fn connection(authority: &str, connection: &Connection) -> Finding {
    let subject = Subject::Connection;
    let say = |key| Sentence::of(key).text("address", authority);
    match connection {
        Connection::Made(times) => {
            let mut times = times.clone();
            times.sort_unstable();
            let median = times.get(times.len() / 2).copied().unwrap_or_default();
            let slowest = times.last().copied().unwrap_or_default();
            let say = |key| say(key).millis("median", median).millis("slowest", slowest);
            if median > AT_ONCE {
                Finding::beware(subject, say("doctor-connection-slow"))
                    .advise(Sentence::of("doctor-connection-nearer"))
            } else {
                Finding::fine(subject, say("doctor-connection-made"))
            }
        }
        Connection::Refused => Finding::wrong(subject, say("doctor-connection-refused"))
            .advise(Sentence::of("doctor-connection-is-it-open")),
        Connection::Silent(patience) => {
            let seen = say("doctor-connection-silent").number("seconds", patience.as_secs());
            Finding::wrong(subject, seen).advise(Sentence::of("doctor-connection-same-network"))
        }
        Connection::NoWay(cause) => {
            let seen = say("doctor-connection-no-way").text("cause", cause);
            Finding::wrong(subject, seen).advise(Sentence::of("doctor-connection-same-network"))
        }
    }
}

/// What stands behind the link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Room {
    /// A room, and how long it took to read what is on its door.
    Open {
        /// What the workshop is called.
        title: String,
        /// How long it took.
        took: Duration,
    },
    /// A room in which the workshop has ended.
    Closed(String),
    /// A room that finds fault with us.
    Fault(Fault),
    /// A halte of this version that does not show a sign, and why.
    Mute {
        /// Which version.
        version: String,
        /// In the words of whoever noticed.
        cause: String,
    },
    /// Somebody who is not to be trusted with the code.
    Distrusted(Distrust),
    /// Another program.
    Stranger,
}

/// Whether the room behind the link is the one that is meant.
#[must_use]
pub fn room(room: &Room) -> Finding {
    let subject = Subject::Room;
    match room {
        Room::Open { title, took } => {
            let say = |key| Sentence::of(key).text("title", title).millis("took", *took);
            // Three round trips: the connection, the switch to a websocket, the question.
            if *took > 3 * AT_ONCE {
                Finding::beware(subject, say("doctor-room-slow"))
                    .advise(Sentence::of("doctor-connection-nearer"))
            } else {
                Finding::fine(subject, say("doctor-room-open"))
            }
        }
        Room::Closed(title) => {
            let seen = Sentence::of("doctor-room-closed").text("title", title);
            Finding::wrong(subject, seen).advise(Sentence::of("doctor-room-ask-link"))
        }
        Room::Fault(Fault::WrongCode) => {
            Finding::wrong(subject, Sentence::of("doctor-room-wrong-code"))
                .advise(Sentence::of("doctor-room-ask-link"))
        }
        Room::Fault(Fault::Full) => Finding::wrong(subject, Sentence::of("doctor-room-full"))
            .advise(Sentence::of("doctor-room-make-place")),
        Room::Fault(Fault::Locked) => Finding::wrong(subject, Sentence::of("doctor-room-locked"))
            .advise(Sentence::of("doctor-room-let-in")),
        Room::Fault(fault) => {
            let seen = Sentence::of("doctor-room-fault").text("reason", fault.as_str());
            Finding::wrong(subject, seen).advise(Sentence::of("doctor-room-same-version"))
        }
        Room::Mute { version, cause } => {
            let seen = Sentence::of("doctor-room-mute")
                .text("version", version)
                .text("cause", cause);
            Finding::wrong(subject, seen).advise(Sentence::of("doctor-room-same-version"))
        }
        Room::Distrusted(Distrust::PlainRefused) => {
            Finding::wrong(subject, Sentence::of("doctor-room-encrypted"))
                .advise(Sentence::of("doctor-room-without-plain"))
        }
        Room::Distrusted(Distrust::WrongCertificate | Distrust::OtherHost) => {
            Finding::wrong(subject, Sentence::of("doctor-room-other-host"))
                .advise(Sentence::of("doctor-room-ask-link"))
        }
        Room::Distrusted(Distrust::Unproven) => {
            Finding::wrong(subject, Sentence::of("doctor-room-unproven"))
                .advise(Sentence::of("doctor-room-ask-link"))
        }
        Room::Stranger => Finding::wrong(subject, Sentence::of("doctor-room-stranger"))
            .advise(Sentence::of("doctor-room-ask-link")),
    }
}

/// This machine's clock beside the host's.
#[must_use]
pub fn clock(now: Moment, host: Option<Moment>) -> Finding {
    let subject = Subject::Clock;
    let Some(host) = host else {
        return Finding::not_known(subject, Sentence::of("doctor-clock-host-silent"));
    };
    let off = apart(now, host);
    let say = |key| {
        Sentence::of(key)
            .number("seconds", off.as_secs())
            .number("minutes", off.as_secs() / 60)
    };
    if off <= OFF {
        Finding::fine(subject, say("doctor-clock-host-fine"))
    } else {
        Finding::beware(subject, say("doctor-clock-host-off"))
            .advise(Sentence::of("doctor-clock-set"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn every_way_not_to_get_there_is_wrong_and_says_what_to_do() {
        let cause = || "no route".to_owned();
        let wrong = [
            name("host.local", false),
            connection("h:1", &Connection::Refused),
            connection("h:1", &Connection::Silent(Duration::from_secs(5))),
            connection("h:1", &Connection::NoWay(cause())),
            room(&Room::Closed("Ended".to_owned())),
            room(&Room::Fault(Fault::WrongCode)),
            room(&Room::Fault(Fault::Full)),
            room(&Room::Fault(Fault::Locked)),
            room(&Room::Distrusted(Distrust::PlainRefused)),
            room(&Room::Fault(Fault::Unsupported)),
            room(&Room::Mute {
                version: "9".to_owned(),
                cause: cause(),
            }),
            room(&Room::Distrusted(Distrust::WrongCertificate)),
            room(&Room::Distrusted(Distrust::Unproven)),
            room(&Room::Stranger),
        ];
        for found in wrong {
            assert_eq!(found.verdict, Verdict::Wrong, "{found:?}");
            assert!(found.advice.is_some(), "{found:?}");
        }
    }

    #[test]
    fn a_guest_is_not_told_what_only_the_facilitator_can_do() {
        let patience = Duration::from_secs(5);
        for way in [
            Connection::Silent(patience),
            Connection::NoWay(String::new()),
        ] {
            let advice = connection("h:1", &way).advice.unwrap();
            for language in crate::language::Language::ALL {
                let said = advice.say(crate::locale::Locale::new(language));
                assert!(!said.contains("hotspot"), "{said}");
            }
        }
    }

    #[test]
    fn a_way_that_is_there_is_judged_by_how_long_it_takes() {
        let made = |millis: [u64; 3]| {
            let times = millis.map(Duration::from_millis).to_vec();
            connection("h:1", &Connection::Made(times)).verdict
        };
        assert_eq!(made([250, 2_000, 3]), Verdict::Fine);
        assert_eq!(made([251, 251, 3]), Verdict::Beware);
        let open = |took| {
            let (title, took) = ("Ours".to_owned(), Duration::from_millis(took));
            room(&Room::Open { title, took }).verdict
        };
        assert_eq!(open(750), Verdict::Fine);
        assert_eq!(open(751), Verdict::Beware);
    }

    #[test]
    fn a_guests_clock_harms_nobody_and_is_told() {
        let now: Moment = "2026-11-21T09:00:00.000Z".parse().unwrap();
        assert_eq!(clock(now, None).verdict, Verdict::NotKnown);
        assert_eq!(
            clock(now, Some(now.plus_seconds(300))).verdict,
            Verdict::Fine
        );
        assert_eq!(
            clock(now.plus_seconds(90_000), Some(now)).verdict,
            Verdict::Beware
        );
    }
}
