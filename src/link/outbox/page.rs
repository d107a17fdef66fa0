//! What a seat's file says, line by line. Pure: bytes in, contents out, and the other way round.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::OutboxError;
use crate::id::{ParticipantId, SessionId};
use crate::language::Language;
use crate::vocabulary::Role;
use crate::wire::Fingerprint;
use crate::workshop::Command;

/// The format of the file. 1: as described on the kinds of line.
const FORMAT: u32 = 1;
/// More than anybody gives between two writings of a draft.
const RECENT: usize = 8;

/// Whose seat a file is for: what a restarted program finds it back by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// The room, as [`Address::key`](crate::link::Address::key) tells it.
    pub key: String,
    /// The certificate of the room's host, where it is known: what tells the room also when its code has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Fingerprint>,
    /// The name that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What the seat is for.
    pub role: Role,
}

/// What a welcome gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The secret that gives the same seat again.
    pub secret: String,
    /// The seat's number.
    pub you: ParticipantId,
    /// The session it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// The certificate of the host that gave it, where the connection had one: who joins again with a link that does
    /// not say it speaks to the same host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<Fingerprint>,
    /// The room's key it was given for (`Address::key`), which may be another one than the seat was begun with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The language that is read on this seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

/// By what a seat is somebody's who comes back; what tells more is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::link) enum Bond {
    /// By a code it was entered with.
    Code,
    /// By the certificate of the host, whatever the code is now.
    Host,
}

/// One line of the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum Line {
    /// Always and only the first.
    Seat {
        format: u32,
        owner: Owner,
        hello: Uuid,
    },
    /// A welcome came.
    Given { given: Given },
    /// A command was given and waits for its answer.
    Kept { id: Uuid, command: Command },
    /// It was answered.
    Settled { id: Uuid },
    /// The seat was given up in good order.
    Left,
    /// The facilitator took the seat away.
    Removed,
}

/// Everything a file says.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::link) struct Contents {
    pub(in crate::link) owner: Owner,
    pub(super) hello: Uuid,
    pub(super) given: Option<Given>,
    pub(super) left: bool,
    removed: bool,
    pub(super) pending: Vec<(Uuid, Command)>,
    /// The last that were given, answered or not, as far as the file has them still.
    pub(super) recent: Vec<(Uuid, Command)>,
}

impl Contents {
    pub(in crate::link) const fn new(owner: Owner, hello: Uuid) -> Self {
        Self {
            owner,
            hello,
            given: None,
            left: false,
            removed: false,
            pending: Vec::new(),
            recent: Vec::new(),
        }
    }

    /// Whether nobody will want this seat back: it was given up, has no name, and nothing waits in it.
    pub(in crate::link) fn is_spent(&self) -> bool {
        self.left && self.owner.name.is_none() && self.pending.is_empty()
    }

    /// Whether the host ever gave this seat.
    pub(in crate::link) const fn is_given(&self) -> bool {
        self.given.is_some()
    }

    /// Whether this is the seat of somebody who comes back as `who`, and by what. One that was left in good order is
    /// given only to the same name; one whose program died also to somebody who gives none. One that was taken away
    /// goes with the code it was entered by: whoever was told another one begins anew.
    pub(in crate::link) fn bond(&self, who: &Owner) -> Option<Bond> {
        let same_name = who.name.is_some() && who.name == self.owner.name;
        let is_theirs = same_name || (who.name.is_none() && !self.left);
        if self.owner.role != who.role || !is_theirs {
            return None;
        }
        let given = self.given.as_ref();
        let code = given.and_then(|given| given.code.as_ref());
        let is_code = self.owner.key == who.key || code == Some(&who.key);
        let host = given.and_then(|given| given.host).or(self.owner.host);
        match (host, who.host) {
            (Some(host), Some(theirs)) if host != theirs => None,
            (Some(_), Some(_)) => (is_code || !self.removed).then_some(Bond::Host),
            (Some(_), None) | (None, _) => is_code.then_some(Bond::Code),
        }
    }

    pub(super) fn take(&mut self, line: Line) {
        match line {
            Line::Seat { .. } => {}
            Line::Given { given } => {
                self.given = Some(given);
                self.left = false;
            }
            Line::Kept { id, command } => {
                self.pending.push((id, command.clone()));
                if self.recent.len() == RECENT {
                    self.recent.remove(0);
                }
                self.recent.push((id, command));
            }
            Line::Settled { id } => self.pending.retain(|(kept, _)| *kept != id),
            Line::Left => self.left = true,
            Line::Removed => self.removed = true,
        }
    }

    /// The fewest lines that say the same.
    pub(super) fn lines(&self) -> Vec<Line> {
        let head = Line::Seat {
            format: FORMAT,
            owner: self.owner.clone(),
            hello: self.hello,
        };
        let given = self.given.clone().map(|given| Line::Given { given });
        let left = self.left.then_some(Line::Left);
        let removed = self.removed.then_some(Line::Removed);
        let pending = self.pending.iter().map(|(id, command)| Line::Kept {
            id: *id,
            command: command.clone(),
        });
        std::iter::once(head)
            .chain(given)
            .chain(left)
            .chain(removed)
            .chain(pending)
            .collect()
    }
}

/// Reads the whole lines of a file: what they say and how many bytes they are. `None` when there is not even a
/// first one.
pub(in crate::link) fn read(
    path: &Path,
    bytes: &[u8],
) -> Result<Option<(Contents, u64)>, OutboxError> {
    let mut contents: Option<Contents> = None;
    let mut length = 0;
    let whole = bytes
        .split_inclusive(|byte| *byte == b'\n')
        .filter(|line| line.ends_with(b"\n"));
    for (number, text) in whole.enumerate() {
        let line = serde_json::from_slice(text).map_err(|source| OutboxError::Damaged {
            path: path.to_owned(),
            line: number + 1,
            source,
        })?;
        match (&mut contents, line) {
            (
                None,
                Line::Seat {
                    format: FORMAT,
                    owner,
                    hello,
                },
            ) => contents = Some(Contents::new(owner, hello)),
            (None, _) => {
                return Err(OutboxError::Foreign {
                    path: path.to_owned(),
                });
            }
            (Some(contents), line) => contents.take(line),
        }
        length += text.len() as u64;
    }
    Ok(contents.map(|contents| (contents, length)))
}

/// Lines as they stand in the file.
pub(super) fn encode(lines: &[Line]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for line in lines {
        serde_json::to_writer(&mut bytes, line)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}
