//! What a person is told of the connection, and how long they wait for it.

use tokio::time::Instant;
use uuid::Uuid;

use super::{Sitting, Stage, Standing};
use crate::plain::line::Line;
use crate::plain::{Ending, reading};
use crate::seat::{Connected, Distrust, HOST_STOPPED, cause_key, typed_in, waits_its_turn};
use crate::text::{Lines, clean};
use crate::wire::Farewell;
use crate::workshop::Command;

impl Sitting {
    /// Whether the input has ended and nobody answers.
    pub(in crate::plain) fn is_stranded(&self) -> bool {
        self.stage != Stage::Reading && self.standing != Standing::There
    }

    /// The link has ended, or is not waited for any longer.
    pub(in crate::plain) fn ended(&mut self) {
        let is_leave = |command: &&Command| **command == Command::Leave;
        let others = self.given.len() - self.given.values().filter(is_leave).count();
        let ending = if others == 0 && self.stage == Stage::Leaving {
            Ending::Left
        } else {
            Ending::Waiting(others)
        };
        self.ending.get_or_insert(ending);
    }

    /// Until when a stranded person waits.
    pub(in crate::plain) fn deadline(&self) -> Instant {
        self.waits_since + self.patience
    }

    pub(super) fn connected(&mut self, connected: Connected) {
        self.standing = Standing::There;
        self.told_to_wait.clear();
        self.met = Instant::now();
        self.teller.connected(connected);
    }

    /// Says that a command waits, once for each time the connection is lost.
    pub(super) fn waiting(&mut self, id: Uuid) {
        let line = self
            .given
            .get(&id)
            .and_then(typed_in)
            .map(|text| Line::new("waiting").text(text));
        if let Some(line) = line.filter(|_| self.told_to_wait.insert(id)) {
            self.tell(line);
        }
    }

    /// Says of everything that is kept that it waits.
    fn waiting_still(&mut self) {
        for id in self.kept.clone() {
            self.waiting(id);
        }
    }

    pub(super) fn lost(&mut self, cause: &str) {
        let was = std::mem::replace(&mut self.standing, Standing::Lost);
        self.waits_since = Instant::now();
        let locale = self.teller.locale;
        let line = Line::new("lost");
        if waits_its_turn(cause) {
            let sentence = locale.say("waits-its-turn");
            self.tell(line.with(cause).text(&sentence));
            self.notices.push(sentence);
            return self.waiting_still();
        }
        self.tell(if cause == HOST_STOPPED {
            let sentence = locale.say("lost-host-stopped");
            line.with(HOST_STOPPED).text(&sentence)
        } else {
            line.with_some(Distrust::behind(cause).map(Distrust::as_str))
        });
        // The notice goes on behind it.
        let words = cause_key(cause).map(|key| locale.say(key));
        let words = words.unwrap_or_else(|| clean(cause, Lines::One));
        let words = words.trim_end_matches('.');
        self.waiting_still();
        // What was never there is not lost.
        if was == Standing::Unmet && cause != HOST_STOPPED {
            let room = self.room.as_str();
            let variables = [("cause", words.into()), ("room", room.into())];
            let unreached = locale.say_with("host-unreached", &variables);
            let goes_on = locale.say("goes-on-trying");
            return self.notices.push(format!("{unreached} {goes_on}"));
        }
        let waiting = self.given.len();
        let variables = [("count", waiting.into()), ("cause", words.into())];
        self.notices.push(locale.say_with("lost", &variables));
    }

    pub(super) fn goodbye(&mut self, farewell: Farewell) {
        self.ending = Some(match farewell {
            Farewell::Left => Ending::Left,
            Farewell::Replaced => {
                let sentence = self.teller.locale.say("replaced");
                self.tell(Line::new("replaced").text(&sentence));
                Ending::Replaced
            }
            Farewell::Removed => {
                let sentence = self.teller.locale.say("fault-removed");
                self.tell(Line::new("removed").text(&sentence));
                Ending::Removed
            }
            Farewell::SessionClosed | Farewell::HostStopped => {
                self.lines
                    .extend(self.given.values().filter_map(reading::unsaved));
                self.teller.closed(&mut self.lines);
                Ending::Closed
            }
        });
    }
}
