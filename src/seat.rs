//! A seat: what every front end holds. Commands go out, updates come in, and the workshop as this seat may see it
//! stands beside them. The seat owns that value and folds every record into it; it never touches a socket or a file.
//!
//! A front end has one loop: it takes [`Seat::next`] and, when a person asks for something, [`Orders::give`]. Neither
//! the view nor an order is shared, so nothing is locked; both channels are bounded, so nothing piles up.

use std::collections::VecDeque;

use tokio::sync::mpsc;
use uuid::Uuid;

use crate::id::ParticipantId;
use crate::moment::Moment;
use crate::vocabulary::Role;
use crate::wire::{Farewell, Fault, Presence};
use crate::workshop::event::Outcome;
use crate::workshop::{Command, Record, Seq, Workshop};

/// How many orders may wait for the link; a person types slower, a pipe waits for a place.
const ORDERS: usize = 64;
/// How many messages may wait for the front end; the link then reads no further.
const MESSAGES: usize = 64;

/// What is said of a lost connection when the host was stopped in order: the session can be resumed.
pub const HOST_STOPPED: &str = "host-stopped";

/// Whether a connection is lost, or not made yet, because the host lets somebody in later: the turn of whoever waits comes.
#[must_use]
pub fn waits_its_turn(cause: &str) -> bool {
    cause == Fault::TooFast.as_str() || cause == Fault::TooSlow.as_str()
}

/// One's place in a workshop.
#[derive(Debug)]
pub struct Seat {
    orders: Orders,
    messages: mpsc::Receiver<Told>,
    backlog: VecDeque<Record>,
    view: Option<Box<Workshop>>,
    you: Option<ParticipantId>,
    presence: Presence,
}

/// Something that changed, in the order in which it did.
#[derive(Debug, Clone, PartialEq)]
pub enum Update {
    /// A command from before this program was restarted still waits; it will be answered like any other.
    Recovered {
        /// The command.
        id: Uuid,
        /// What it asks.
        command: Command,
    },
    /// The seat is ours.
    Connected(Connected),
    /// There is no connection, and the link keeps trying.
    Lost {
        /// Why, in the words of whoever noticed, or [`HOST_STOPPED`], or the word of a [`Distrust`] or [`Hitch`], or of a fault
        /// that passes ([`waits_its_turn`]).
        cause: String,
    },
    /// The connection is there again.
    Back(Connected),
    /// The view was replaced by a fresh one.
    View,
    /// This record was folded into the view.
    Record(Box<Record>),
    /// A command is kept: it is on disk and will be sent, whatever happens to this program.
    Kept {
        /// The command.
        id: Uuid,
    },
    /// A command could not be kept and is not sent. It is as if it had never been given.
    NotKept {
        /// The command.
        id: Uuid,
        /// What it asked.
        command: Command,
        /// Why not.
        cause: NotKept,
    },
    /// The host cannot save just now. The command stays kept and is sent again later.
    Held {
        /// The command.
        id: Uuid,
        /// What the host says of it.
        message: String,
    },
    /// A command was answered and is no longer kept.
    Answered {
        /// The command.
        id: Uuid,
        /// What it asked.
        command: Command,
        /// The answer.
        answer: Answer,
    },
    /// Who is here and how far they are.
    Presence(Presence),
    /// The host ended the conversation; nothing follows.
    Goodbye(Farewell),
    /// The link gave up; nothing follows.
    Failed(Failure),
}

/// What is known of a seat on arriving at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Connected {
    /// The seat's number.
    pub you: ParticipantId,
    /// What the seat is for.
    pub role: Role,
    /// The time on the host's clock.
    pub now: Moment,
}

/// What became of a command.
pub type Answer = Result<Done, Refused>;

/// A command that was carried out, and that is on the host's disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The record that carried it out; the last one there was, if it changed nothing that is recorded.
    pub seq: Seq,
    /// What it made.
    pub result: Outcome,
}

/// A command that was not carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Why, as a word.
    pub reason: String,
    /// Why, as a sentence in the language of the seat.
    pub message: String,
}

/// Why a command could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotKept {
    /// It could not be written on this machine: what the system says of it.
    Disk(String),
    /// It is longer than a host takes.
    TooLong,
}

/// Why the link gave up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The host does not take us.
    Fault(Fault),
    /// Somebody who watched is not let in any more: there is another code than the one they came in by.
    NewCode,
    /// Behind the same link is another session now.
    OtherSession,
    /// Nothing may be said to whoever answers.
    Distrust(Distrust),
}

/// Why nothing is said to whoever answers at the address of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distrust {
    /// It is not the host that made the link.
    WrongCertificate,
    /// It is another one than the host that gave the seat on this machine.
    OtherHost,
    /// It did not prove that it knows the code, as the link's host would: it is another host, or the code is wrong.
    Unproven,
    /// The link asks for no encryption, and the host takes encrypted connections only.
    PlainRefused,
}

impl Distrust {
    const ALL: [Self; 4] = [
        Self::WrongCertificate,
        Self::OtherHost,
        Self::Unproven,
        Self::PlainRefused,
    ];

    /// The one that is behind a lost connection, if it is one.
    #[must_use]
    pub fn behind(cause: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == cause)
    }

    /// The sentence that says what it means and what to do.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::WrongCertificate => "distrust-wrong-certificate",
            Self::OtherHost => "distrust-other-host",
            Self::Unproven => "distrust-unproven",
            Self::PlainRefused => "distrust-plain-refused",
        }
    }

    /// It as a word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WrongCertificate => "wrong-certificate",
            Self::OtherHost => "other-host",
            Self::Unproven => "unproven",
            Self::PlainRefused => "plain-refused",
        }
    }
}

/// Why nobody is reached at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hitch {
    /// The host's name is not known here.
    UnknownName,
    /// The machine is there, and nothing listens.
    Refused,
    /// The network leads nowhere near it.
    NoWay,
    /// Nobody answers in time.
    Silent,
}

impl Hitch {
    const ALL: [Self; 4] = [Self::UnknownName, Self::Refused, Self::NoWay, Self::Silent];

    /// The words that say what it is.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::UnknownName => "hitch-unknown-name",
            Self::Refused => "hitch-refused",
            Self::NoWay => "hitch-no-way",
            Self::Silent => "hitch-silent",
        }
    }

    /// It as a word.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::UnknownName => "unknown-name",
            Self::Refused => "refused",
            Self::NoWay => "no-way",
            Self::Silent => "silent",
        }
    }
}

/// The words for why there is no connection; none where it is told in the words of whoever noticed.
#[must_use]
pub fn cause_key(cause: &str) -> Option<&'static str> {
    if cause == HOST_STOPPED {
        return Some("lost-host-stopped");
    }
    let hitch = Hitch::ALL.into_iter().find(|one| one.as_str() == cause);
    hitch
        .map(Hitch::key)
        .or_else(|| Distrust::behind(cause).map(Distrust::key))
}

/// The words of a command that a person would not want to type again.
#[must_use]
pub fn typed_in(command: &Command) -> Option<&str> {
    match command {
        Command::Contribute { text, .. }
        | Command::Edit { text, .. }
        | Command::Say { text }
        | Command::Reflect { text, .. }
        | Command::Recommend { text, .. } => Some(text),
        _ => None,
    }
}

/// The link is gone, or has no place for another order just now; the command is handed back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the link takes no order just now")]
pub struct Busy(pub Box<Command>);

/// The way to ask for something; cheap to clone.
#[derive(Debug, Clone)]
pub struct Orders(mpsc::Sender<Order>);

/// A command on its way to the link.
#[derive(Debug)]
pub(crate) struct Order {
    pub(crate) id: Uuid,
    pub(crate) command: Command,
}

/// What the link has to tell.
#[derive(Debug)]
pub(crate) enum Told {
    View(Box<Workshop>),
    Records(Vec<Record>),
    Update(Update),
}

/// The link's end of a seat.
#[derive(Debug)]
pub(crate) struct Post {
    pub(crate) orders: mpsc::Receiver<Order>,
    pub(crate) messages: mpsc::Sender<Told>,
}

impl Seat {
    /// A seat and the link's end of it.
    pub(crate) fn pair() -> (Self, Post) {
        let (give, orders) = mpsc::channel(ORDERS);
        let (tell, messages) = mpsc::channel(MESSAGES);
        let seat = Self {
            orders: Orders(give),
            messages,
            backlog: VecDeque::new(),
            view: None,
            you: None,
            presence: Presence::default(),
        };
        let post = Post {
            orders,
            messages: tell,
        };
        (seat, post)
    }

    /// The way to ask for something.
    #[must_use]
    pub fn orders(&self) -> Orders {
        self.orders.clone()
    }

    /// Waits for what changes next; `None` when the link has ended. Records are folded one at a time, so that the
    /// view is always as the update left it. May be given up at any point without losing one.
    pub async fn next(&mut self) -> Option<Update> {
        loop {
            if let Some(record) = self.backlog.pop_front() {
                if let Some(view) = &mut self.view {
                    view.apply(&record);
                }
                return Some(Update::Record(Box::new(record)));
            }
            match self.messages.recv().await? {
                Told::Records(records) => self.backlog.extend(records),
                Told::View(view) => {
                    self.view = Some(view);
                    return Some(Update::View);
                }
                Told::Update(update) => {
                    self.note(&update);
                    return Some(update);
                }
            }
        }
    }

    fn note(&mut self, update: &Update) {
        match update {
            Update::Connected(connected) | Update::Back(connected) => {
                self.you = Some(connected.you);
            }
            Update::Presence(presence) => self.presence = presence.clone(),
            _ => {}
        }
    }

    /// The workshop as this seat may see it; `None` until the first view came.
    #[must_use]
    pub fn view(&self) -> Option<&Workshop> {
        self.view.as_deref()
    }

    /// The seat's number; `None` until the first welcome.
    #[must_use]
    pub const fn you(&self) -> Option<ParticipantId> {
        self.you
    }

    /// Who is here and how far they are, as last told.
    #[must_use]
    pub const fn presence(&self) -> &Presence {
        &self.presence
    }
}

impl Orders {
    /// Hands a command to the link. What becomes of it comes as an update of this id: [`Update::Kept`] or
    /// [`Update::NotKept`], and at last [`Update::Answered`].
    ///
    /// # Errors
    /// When the link has no place just now, or is gone.
    pub fn give(&self, command: Command) -> Result<Uuid, Busy> {
        match self.0.try_reserve() {
            Ok(place) => {
                let id = Uuid::now_v7();
                place.send(Order { id, command });
                Ok(id)
            }
            Err(_) => Err(Busy(Box::new(command))),
        }
    }

    /// Waits until there is a place for an order, or the link is gone. Whoever waits here has to go on taking
    /// updates meanwhile: the link may itself be waiting to hand one over.
    pub async fn ready(&self) {
        // Either way there is nothing more to wait for; `give` tells which it was.
        drop(self.0.reserve().await);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_order_finds_no_place_when_the_link_is_gone_and_is_handed_back() {
        let (seat, post) = Seat::pair();
        let orders = seat.orders();
        assert!(orders.give(Command::Done).is_ok());
        drop(post);
        orders.ready().await;
        assert_eq!(
            orders.give(Command::Next),
            Err(Busy(Box::new(Command::Next)))
        );
    }

    #[tokio::test]
    async fn a_full_link_hands_an_order_back_instead_of_piling_them_up() {
        let (seat, _post) = Seat::pair();
        for _ in 0..ORDERS {
            assert!(seat.orders().give(Command::Done).is_ok());
        }
        assert!(seat.orders().give(Command::Done).is_err());
    }
}
