//! The doctor's judgement: can this laptop and this network carry the workshop? Everything here is judged from what
//! somebody else measured: no sockets, no files, no clock.
//!
//! A [`Finding`] says what was looked at, the verdict, what was seen, and what to do about it. The needs it is held
//! against are constants, each with its reason.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod guest;
pub mod load;
pub mod machine;
pub mod network;

use std::fmt;
use std::time::Duration;

use crate::locale::{Locale, Value};
use crate::text::{Lines, clean};

/// What was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The addresses other people can reach.
    Addresses,
    /// The port the room listens on.
    Port,
    /// What may keep others out on this machine.
    Firewall,
    /// Whether devices on the network may speak to each other.
    Isolation,
    /// A page that the network shows before it lets anybody through.
    Portal,
    /// The clock of this machine.
    Clock,
    /// The folder of the sessions and the space in it.
    Disk,
    /// How fast what is said is safe on disk.
    Sync,
    /// How many files and connections may be open.
    Files,
    /// What can be drawn here.
    Terminal,
    /// Simulated people.
    Load,
    /// The name in the link.
    Name,
    /// The way to the host.
    Connection,
    /// The room behind the link.
    Room,
}

impl Subject {
    /// All there are.
    pub const ALL: [Self; 14] = [
        Self::Addresses,
        Self::Port,
        Self::Firewall,
        Self::Isolation,
        Self::Portal,
        Self::Clock,
        Self::Disk,
        Self::Sync,
        Self::Files,
        Self::Terminal,
        Self::Load,
        Self::Name,
        Self::Connection,
        Self::Room,
    ];

    /// The word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Addresses => "addresses",
            Self::Port => "port",
            Self::Firewall => "firewall",
            Self::Isolation => "isolation",
            Self::Portal => "portal",
            Self::Clock => "clock",
            Self::Disk => "disk",
            Self::Sync => "sync",
            Self::Files => "files",
            Self::Terminal => "terminal",
            Self::Load => "load",
            Self::Name => "name",
            Self::Connection => "connection",
            Self::Room => "room",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn say(self, locale: Locale) -> String {
        locale.say(&format!("doctor-subject-{self}"))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What was found of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It carries the workshop.
    Fine,
    /// It may, and somebody should look.
    Beware,
    /// It does not.
    Wrong,
    /// It cannot be seen from here.
    NotKnown,
}

impl Verdict {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Fine, Self::Beware, Self::Wrong, Self::NotKnown];

    /// The word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Beware => "beware",
            Self::Wrong => "wrong",
            Self::NotKnown => "not-known",
        }
    }

    /// The word for people.
    #[must_use]
    pub fn say(self, locale: Locale) -> String {
        locale.say(&format!("doctor-verdict-{self}"))
    }

    /// The sign beside the word.
    #[must_use]
    pub const fn sign(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Fine, false) => "✓",
            (Self::Fine, true) => "+",
            (Self::Beware, _) => "!",
            (Self::Wrong, false) => "✗",
            (Self::Wrong, true) => "x",
            (Self::NotKnown, _) => "?",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A sentence in whatever language: a message and what is filled in. Texts from outside are cleaned on their way in.
#[derive(Debug, Clone, PartialEq)]
pub struct Sentence {
    key: &'static str,
    variables: Vec<(&'static str, Value<'static>)>,
}

impl Sentence {
    /// This message.
    #[must_use]
    pub const fn of(key: &'static str) -> Self {
        Self {
            key,
            variables: Vec::new(),
        }
    }

    /// With a text filled in.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: &str) -> Self {
        self.variables.push((name, clean(text, Lines::One).into()));
        self
    }

    /// With a number filled in.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: u64) -> Self {
        self.variables.push((name, number.into()));
        self
    }

    /// With a time in milliseconds filled in, rounded up: what took no time at all was not looked at.
    #[must_use]
    pub fn millis(self, name: &'static str, time: Duration) -> Self {
        let millis = time.as_micros().div_ceil(1000);
        self.number(name, u64::try_from(millis).unwrap_or(u64::MAX))
    }

    /// The message's key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// The sentence in somebody's language.
    #[must_use]
    pub fn say(&self, locale: Locale) -> String {
        locale.say_with(self.key, &self.variables)
    }
}

/// What was looked at, what was found of it, and what to do about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What was looked at.
    pub subject: Subject,
    /// What was found of it.
    pub verdict: Verdict,
    /// What was seen.
    pub seen: Sentence,
    /// What to do.
    pub advice: Option<Sentence>,
}

impl Finding {
    fn new(subject: Subject, verdict: Verdict, seen: Sentence) -> Self {
        Self {
            subject,
            verdict,
            seen,
            advice: None,
        }
    }

    fn fine(subject: Subject, seen: Sentence) -> Self {
        Self::new(subject, Verdict::Fine, seen)
    }

    fn beware(subject: Subject, seen: Sentence) -> Self {
        Self::new(subject, Verdict::Beware, seen)
    }

    fn wrong(subject: Subject, seen: Sentence) -> Self {
        Self::new(subject, Verdict::Wrong, seen)
    }

    fn not_known(subject: Subject, seen: Sentence) -> Self {
        Self::new(subject, Verdict::NotKnown, seen)
    }

    fn advise(mut self, advice: Sentence) -> Self {
        self.advice = Some(advice);
        self
    }
}

/// What it all comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Conclusion {
    /// Wrong when anything was; otherwise it can be done, and `Beware` when something is to be looked at first.
    pub verdict: Verdict,
    /// What to begin with.
    pub first: Option<Finding>,
}

/// What it all comes to: what is wrong comes first, then what to beware of, then what nobody knows yet, each in the
/// order in which it was looked at. What nobody knows counts as long as somebody can find out.
#[must_use]
pub fn conclude(findings: &[Finding]) -> Conclusion {
    // What nobody knows and nobody can do anything about is no place to begin.
    let is_of = |found: &&Finding, verdict| {
        found.verdict == verdict && (verdict != Verdict::NotKnown || found.advice.is_some())
    };
    let first = |verdict| findings.iter().find(|found| is_of(found, verdict));
    for verdict in [Verdict::Wrong, Verdict::Beware, Verdict::NotKnown] {
        if let Some(finding) = first(verdict) {
            let first = Some(finding.clone());
            return Conclusion { verdict, first };
        }
    }
    Conclusion {
        verdict: Verdict::Fine,
        first: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    #[test]
    fn what_is_wrong_comes_before_what_is_only_odd_and_both_before_what_nobody_knows() {
        let plain =
            |verdict| Finding::new(Subject::Port, verdict, Sentence::of("doctor-port-taken"));
        let of = |verdict| plain(verdict).advise(Sentence::of("doctor-port-elsewhere"));
        let all = [
            Verdict::NotKnown,
            Verdict::Fine,
            Verdict::Beware,
            Verdict::Wrong,
        ]
        .map(of);
        for (count, expected) in [
            (0, Verdict::Fine),
            (1, Verdict::NotKnown),
            (2, Verdict::NotKnown),
            (3, Verdict::Beware),
            (4, Verdict::Wrong),
        ] {
            let conclusion = conclude(&all[..count]);
            assert_eq!(conclusion.verdict, expected);
            let first = conclusion.first.map(|finding| finding.verdict);
            assert_eq!(first.unwrap_or(Verdict::Fine), expected);
        }
        let unknown = conclude(&[plain(Verdict::NotKnown)]);
        assert_eq!((unknown.verdict, unknown.first), (Verdict::Fine, None));
    }

    #[test]
    fn what_comes_from_outside_is_clean_before_it_is_said() {
        let sentence = Sentence::of("doctor-disk-not-writable").text("cause", "no\u{1b}[31m\nway");
        let said = sentence
            .text("folder", "a\u{202e}b")
            .say(Locale::new(Language::En));
        assert!(
            said.contains("no way") && !said.contains('\u{202e}'),
            "{said:?}"
        );
    }

    #[test]
    fn a_time_is_rounded_up_to_whole_milliseconds() {
        for (micros, millis) in [(0_u64, 0_u64), (1, 1), (1000, 1), (1001, 2)] {
            let sentence =
                Sentence::of("doctor-sync-fine").millis("m", Duration::from_micros(micros));
            assert_eq!(
                sentence,
                Sentence::of("doctor-sync-fine").number("m", millis)
            );
        }
    }
}
