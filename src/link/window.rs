//! What waits to be answered, in the order in which it was given, and how much of it is under way. Pure: it never
//! sends or writes anything.

use std::collections::VecDeque;

use uuid::Uuid;

use crate::workshop::Command;

/// How many commands may be under way at once; a host that is slow to answer is not flooded.
pub const IN_FLIGHT: usize = 16;

/// Commands without an answer yet.
#[derive(Debug, Default)]
pub struct Window {
    waiting: VecDeque<Waiting>,
    sent: usize,
}

/// One of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// Its id.
    pub id: Uuid,
    /// What it asks.
    pub command: Command,
}

impl Window {
    /// Puts one behind all others.
    pub fn push(&mut self, id: Uuid, command: Command) {
        self.waiting.push_back(Waiting { id, command });
    }

    /// The next one to send, if there is one and not too many are under way; it then counts as sent.
    ///
    /// Of those that say how something is from now on, one is under way at a time. One that changed nothing left no record,
    /// so a host that died and was started again judges it anew: behind the later one that did, it would take that back.
    pub fn send_next(&mut self) -> Option<&Waiting> {
        if self.sent >= IN_FLIGHT {
            return None;
        }
        let next = self.waiting.get(self.sent)?;
        let mut under_way = self.waiting.iter().take(self.sent);
        if !is_addition(&next.command) && !under_way.all(|sent| is_addition(&sent.command)) {
            return None;
        }
        self.sent += 1;
        Some(next)
    }

    /// Takes out the one that was answered; `None` when it is not there, such as for an answer said twice.
    pub fn settle(&mut self, id: Uuid) -> Option<Command> {
        let place = self.place_of(id)?;
        if place < self.sent {
            self.sent -= 1;
        }
        self.waiting.remove(place).map(|waiting| waiting.command)
    }

    /// How many wait, under way or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether every command was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// What a waiting command asks.
    #[must_use]
    pub fn get(&self, id: Uuid) -> Option<&Command> {
        let place = self.place_of(id)?;
        self.waiting.get(place).map(|waiting| &waiting.command)
    }

    /// Nothing is under way any more: everything that has no answer will be sent again, in the same order.
    pub fn rewind(&mut self) {
        self.sent = 0;
    }

    fn place_of(&self, id: Uuid) -> Option<usize> {
        self.waiting.iter().position(|waiting| waiting.id == id)
    }
}

/// What adds something and takes nothing back: it leaves a record whenever it is carried out.
const fn is_addition(command: &Command) -> bool {
    matches!(
        command,
        Command::Contribute { .. } | Command::Say { .. } | Command::Recommend { .. }
    )
}

/// What need not survive the program: it says how things are now, or is about the connection itself.
#[must_use]
pub const fn is_passing(command: &Command) -> bool {
    matches!(
        command,
        Command::Done
            | Command::Undone
            | Command::Announce { .. }
            | Command::CallOff
            | Command::Leave
    )
}

/// What a person gave waits until the host can save again; what a facilitator steers with does not, since nobody
/// wants three steps at once when it can.
#[must_use]
pub const fn is_patient(command: &Command) -> bool {
    matches!(
        command,
        Command::Contribute { .. }
            | Command::Edit { .. }
            | Command::Withdraw { .. }
            | Command::Sort { .. }
            | Command::Vote { .. }
            | Command::Say { .. }
            | Command::Reflect { .. }
            | Command::Recommend { .. }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say() -> Command {
        Command::Say {
            text: "iets".to_owned(),
        }
    }

    fn window(count: u128) -> Window {
        let mut window = Window::default();
        for id in 0..count {
            window.push(Uuid::from_u128(id), say());
        }
        window
    }

    fn sendable(window: &mut Window) -> Vec<u128> {
        std::iter::from_fn(|| window.send_next().map(|next| next.id.as_u128())).collect()
    }

    #[test]
    fn only_so_many_are_under_way_and_an_answer_makes_place_for_one() {
        let mut window = window(20);
        assert_eq!(sendable(&mut window), (0..16).collect::<Vec<_>>());
        assert!(window.settle(Uuid::from_u128(3)).is_some());
        assert!(window.settle(Uuid::from_u128(3)).is_none());
        assert_eq!(sendable(&mut window), [16]);
    }

    #[test]
    fn what_has_no_answer_is_sent_again_in_order_after_a_lost_link() {
        let mut window = window(4);
        sendable(&mut window);
        window.settle(Uuid::from_u128(1));
        window.rewind();
        assert_eq!(sendable(&mut window), [0, 2, 3]);
    }

    #[test]
    fn what_says_how_something_is_waits_for_the_answer_to_what_said_so_before() {
        let vote = |dots| Command::Vote {
            theme: "wellbeing".parse().unwrap(),
            dots,
        };
        let mut window = Window::default();
        for (id, command) in (0..).zip([vote(0), say(), vote(1), say()]) {
            window.push(Uuid::from_u128(id), command);
        }
        assert_eq!(sendable(&mut window), [0, 1]);
        window.settle(Uuid::from_u128(1));
        assert_eq!(sendable(&mut window), [0; 0]);
        window.settle(Uuid::from_u128(0));
        assert_eq!(sendable(&mut window), [2, 3]);
    }
}
