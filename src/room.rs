//! The room: the one owner of a workshop. It writes each record to the journal first, then folds it, then answers,
//! then tells every seat. Everything that changes passes through its inbox, one at a time.

pub mod certificate;
pub mod desk;
pub mod dice;
pub mod keys;
mod ledger;
pub mod news;
mod owner;
mod steady;

pub use ledger::Ledger;
pub use owner::{Clock, Keeper, Room, Summary};

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::{mpsc, oneshot, watch};
use uuid::Uuid;

use crate::language::Language;
use crate::wire::proof::Prover;
use crate::wire::{Farewell, Fault, Hello, Presence, Sign};
use crate::workshop::event::Outcome;
use crate::workshop::sight::Viewer;
use crate::workshop::{Command, Record, Refusal, Seq};
use news::News;

/// How many requests may wait for the room; whoever asks then waits for a place.
pub const INBOX: usize = 1_024;

/// What the room answers to a command, once it is on disk.
pub type Answer = Result<Done, Refusal>;

/// A command that was carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The record that carried it out; the last one there was, if it changed nothing that is recorded.
    pub seq: Seq,
    /// What it made.
    pub result: Outcome,
}

impl Done {
    /// What a record tells whoever asked for it.
    fn by(record: &Record) -> Self {
        Self {
            seq: record.seq,
            result: record.event.outcome(),
        }
    }
}

/// A seat that was taken.
#[derive(Debug)]
pub struct Seated {
    /// Who looks.
    pub viewer: Viewer,
    /// A number for this connection, to give the seat up with.
    pub connection: u64,
    /// The language of the seat's messages.
    pub language: Language,
    /// Where the connection's cursor starts: everything up to here is in the welcome.
    pub cursor: Seq,
    /// The welcome frame's text in pieces, to be sent one after the other as one frame. The largest piece, the plan,
    /// is shared by all seats.
    pub welcome: Vec<Bytes>,
    /// Told when the room has no more use for the connection (closed, replaced).
    pub farewell: watch::Receiver<Option<Farewell>>,
}

/// Whether somebody new may take a seat now. Only the room knows who is new, and it asks about nobody else.
pub struct Permit(Box<dyn FnOnce() -> bool + Send>);

impl Permit {
    /// Given by what this answers, which is asked once at most.
    #[must_use]
    pub fn of(ask: impl FnOnce() -> bool + Send + 'static) -> Self {
        Self(Box::new(ask))
    }

    /// Whether they may.
    #[must_use]
    pub fn is_given(self) -> bool {
        (self.0)()
    }
}

impl std::fmt::Debug for Permit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Permit")
    }
}

/// What somebody asks of the room.
#[derive(Debug)]
pub enum Request {
    /// A seat.
    Sit {
        /// Who they say they are.
        hello: Box<Hello>,
        /// Whether there is time for them now, should they be new.
        permit: Permit,
        /// Where the answer goes.
        answer: oneshot::Sender<Result<Seated, Fault>>,
    },
    /// What is written on the door; no seat.
    Look {
        /// The join code they have.
        code: String,
        /// Where the answer goes.
        answer: oneshot::Sender<Result<Sign, Fault>>,
    },
    /// What shows one client that the host knows the code. What it takes to compute is not the room's to wait for.
    Prover {
        /// Where the answer goes; nothing when this room cannot show it.
        answer: oneshot::Sender<Option<Prover>>,
    },
    /// To know that a connection is lost.
    Rise {
        /// Whose.
        viewer: Viewer,
        /// Which.
        connection: u64,
    },
    /// A command.
    Ask {
        /// Who asks.
        viewer: Viewer,
        /// The command's id.
        id: Uuid,
        /// The command.
        command: Command,
        /// Where the answer goes, once it is on disk.
        answer: oneshot::Sender<Answer>,
    },
    /// To stop, with everything saved.
    Stop,
}

/// A way to reach the room; cheap to clone.
#[derive(Debug, Clone)]
pub struct Handle {
    inbox: mpsc::Sender<Request>,
    news: Arc<News>,
    presence: watch::Receiver<Presence>,
}

/// The room is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the room is closed")]
pub struct Gone;

impl Handle {
    /// A handle on a room that reads this inbox.
    #[must_use]
    pub const fn new(
        inbox: mpsc::Sender<Request>,
        news: Arc<News>,
        presence: watch::Receiver<Presence>,
    ) -> Self {
        Self {
            inbox,
            news,
            presence,
        }
    }

    /// Asks the room to stop; it saves the session and tells everybody.
    pub async fn stop(&self) {
        // A room that is gone has stopped.
        let _ = self.send(Request::Stop).await;
    }

    /// Takes a seat, or the seat that was had before.
    pub async fn sit(&self, hello: Hello) -> Result<Result<Seated, Fault>, Gone> {
        self.sit_by(hello, Permit::of(|| true)).await
    }

    /// The same, but a new seat only by this permit; without it the fault is that it goes too fast.
    pub async fn sit_by(
        &self,
        hello: Hello,
        permit: Permit,
    ) -> Result<Result<Seated, Fault>, Gone> {
        let (answer, answered) = oneshot::channel();
        self.send(Request::Sit {
            hello: Box::new(hello),
            permit,
            answer,
        })
        .await?;
        answered.await.map_err(|_closed| Gone)
    }

    /// Looks at what is written on the door. No seat is taken and nothing is recorded.
    pub async fn look(&self, code: String) -> Result<Result<Sign, Fault>, Gone> {
        let (answer, answered) = oneshot::channel();
        self.send(Request::Look { code, answer }).await?;
        answered.await.map_err(|_closed| Gone)
    }

    /// What shows one client that the host knows the code, if this room can.
    pub async fn prover(&self) -> Result<Option<Prover>, Gone> {
        let (answer, answered) = oneshot::channel();
        self.send(Request::Prover { answer }).await?;
        answered.await.map_err(|_closed| Gone)
    }

    /// Tells that a connection is lost. The seat stays its owner's.
    pub async fn rise(&self, viewer: Viewer, connection: u64) {
        // A room that is gone has no use for it.
        let _ = self.send(Request::Rise { viewer, connection }).await;
    }

    /// Asks for something; answered when that is on disk.
    pub async fn ask(&self, viewer: Viewer, id: Uuid, command: Command) -> Result<Answer, Gone> {
        let (answer, answered) = oneshot::channel();
        self.send(Request::Ask {
            viewer,
            id,
            command,
            answer,
        })
        .await?;
        answered.await.map_err(|_closed| Gone)
    }

    /// What there is to tell.
    #[must_use]
    pub const fn news(&self) -> &Arc<News> {
        &self.news
    }

    /// Who is here; the latest counts.
    #[must_use]
    pub fn presence(&self) -> watch::Receiver<Presence> {
        self.presence.clone()
    }

    async fn send(&self, request: Request) -> Result<(), Gone> {
        self.inbox.send(request).await.map_err(|_closed| Gone)
    }
}
