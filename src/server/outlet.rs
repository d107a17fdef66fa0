//! The writing half of a seat's connection, and what it could not take yet. Whoever has a frame for the seat writes
//! it directly; what the socket does not take is kept, and only then is the connection's task woken to write the
//! rest and to read on from the seat's cursor. It never waits for a slow reader and never keeps more than the rest
//! of one frame, the answers to what the seat itself asked, and one presence.
//!
//! Records go out in order. An answer goes out when it is there, so it may be before or after the record it is
//! about: whoever waits for both looks at the sequence number.

use std::collections::VecDeque;
use std::io::{ErrorKind, IoSlice, Result};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::{Buf, Bytes};
use tokio::sync::Notify;

use super::batch::{self, Batch};
use super::line::Writer;
use crate::room::news::News;
use crate::vocabulary::Role;
use crate::workshop::Seq;
use crate::workshop::sight::Viewer;

/// From this many unsent pieces on, nothing more is read from the seat: it has to take its answers first.
const BACKED_UP: usize = 32;
/// As many unsent pieces there can be; a seat that comes here is cut off.
const FULL: usize = 256;
/// How many pieces are handed to the system at once.
const SLICES: usize = 16;

/// One seat's way out.
#[derive(Debug)]
pub(super) struct Outlet {
    viewer: Viewer,
    news: Arc<News>,
    socket: Writer,
    unsent: Mutex<Unsent>,
    /// Told when something could not be written, or is to be read from the cursor.
    stuck: Notify,
}

/// What the socket has not taken yet.
#[derive(Debug)]
struct Unsent {
    /// Frames that were begun or promised, in order.
    pieces: VecDeque<Bytes>,
    /// Everything up to here has been written, or is among the pieces.
    cursor: Seq,
    /// The latest presence, if it was not written yet.
    presence: Option<Bytes>,
    /// How many bytes of what was unsent were taken since that was last asked.
    taken: usize,
    /// It could not take what others were told, and has not caught up yet.
    is_behind: bool,
    /// The last frame is among the pieces, or written: nothing follows.
    is_closed: bool,
    /// Nobody reads any more, or does not read what they asked for.
    is_lost: bool,
}

/// How far writing came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// There is nothing left to write.
    Settled,
    /// The socket takes no more just now.
    Blocked,
    /// A frame was written and there may be another.
    More,
}

impl Outlet {
    /// A way out that begins with the welcome: everything up to the cursor is in it.
    pub(super) fn new(
        socket: Writer,
        viewer: Viewer,
        news: Arc<News>,
        cursor: Seq,
        welcome: impl IntoIterator<Item = Bytes>,
    ) -> Self {
        Self {
            viewer,
            news,
            socket,
            unsent: Mutex::new(Unsent {
                pieces: welcome.into_iter().collect(),
                cursor,
                presence: None,
                taken: 0,
                is_behind: false,
                is_closed: false,
                is_lost: false,
            }),
            stuck: Notify::new(),
        }
    }

    /// Writes what a batch has for this seat, if the seat is up to date; otherwise the seat reads it later, from
    /// its cursor.
    pub(super) fn offer(&self, batch: &Batch) {
        let mut unsent = self.unsent();
        if unsent.is_closed || unsent.is_lost {
            return;
        }
        if unsent.pieces.is_empty() && unsent.cursor == batch.base {
            unsent.cursor = batch.through;
            if batch.presence.is_some() {
                unsent.presence = None;
            }
            let bytes = batch.bytes(self.viewer);
            if !bytes.is_empty() {
                self.put(&mut unsent, bytes);
            }
        } else {
            unsent.is_behind |= !unsent.pieces.is_empty() || unsent.cursor < batch.base;
            if let Some(presence) = &batch.presence {
                unsent.presence = Some(presence.of(self.viewer).clone());
            }
            self.stuck.notify_one();
        }
    }

    /// Writes a presence as soon as the seat is up to date; it takes the place of an earlier one.
    pub(super) fn tell_presence(&self, presence: Bytes) {
        self.unsent().presence = Some(presence);
        self.stuck.notify_one();
    }

    /// Writes a frame that is for this seat alone.
    pub(super) fn say(&self, frame: &Bytes) {
        let mut unsent = self.unsent();
        if !unsent.is_closed && !unsent.is_lost {
            self.put(&mut unsent, frame);
        }
    }

    /// Writes the last frames. What was begun before them is finished first, and nothing follows.
    pub(super) fn close(&self, frames: impl IntoIterator<Item = Bytes>) {
        let mut unsent = self.unsent();
        if !unsent.is_closed && !unsent.is_lost {
            unsent.is_closed = true;
            unsent.pieces.extend(frames);
        }
    }

    /// Whether so much is unsent that the seat should be listened to only when it has taken some of it.
    pub(super) fn is_backed_up(&self) -> bool {
        self.unsent().pieces.len() >= BACKED_UP
    }

    /// Whether nothing of what is unsent was taken since this was last asked.
    pub(super) fn stands_still(&self) -> bool {
        let mut unsent = self.unsent();
        std::mem::take(&mut unsent.taken) == 0 && !unsent.pieces.is_empty()
    }

    /// Waits until something got stuck, and then until all of it is written. May be dropped at any point.
    pub(super) async fn tend(&self) -> Result<()> {
        let mut was_stuck = false;
        loop {
            match self.advance()? {
                Progress::Settled if was_stuck => return Ok(()),
                Progress::Settled => self.stuck.notified().await,
                Progress::Blocked => {
                    was_stuck = true;
                    self.socket.writable().await?;
                }
                Progress::More => tokio::task::yield_now().await,
            }
        }
    }

    /// Writes until the seat is up to date.
    pub(super) async fn flush(&self) -> Result<()> {
        loop {
            match self.advance()? {
                Progress::Settled => return Ok(()),
                Progress::Blocked => self.socket.writable().await?,
                Progress::More => tokio::task::yield_now().await,
            }
        }
    }

    /// Writes what is unsent, and then takes the next frame for this seat, if there is one.
    fn advance(&self) -> Result<Progress> {
        let mut unsent = self.unsent();
        if unsent.is_lost {
            return Err(ErrorKind::BrokenPipe.into());
        }
        if !self.write(&mut unsent)? {
            return Ok(Progress::Blocked);
        }
        if self.is_veiled(&unsent) {
            // They come back to a fresh view, which has no more than they may see.
            unsent.is_lost = true;
            return Err(ErrorKind::ConnectionAborted.into());
        }
        let Some(frame) = self.next(&mut unsent) else {
            unsent.is_behind = false;
            return Ok(Progress::Settled);
        };
        unsent.pieces.push_back(frame);
        Ok(if self.write(&mut unsent)? {
            Progress::More
        } else {
            Progress::Blocked
        })
    }

    /// Whether a seat that fell behind would read something that was hidden meanwhile; whoever leads sees it anyway.
    fn is_veiled(&self, unsent: &Unsent) -> bool {
        self.viewer.role != Role::Facilitator
            && unsent.is_behind
            && !unsent.is_closed
            && self.news.is_veiled(unsent.cursor)
    }

    /// The next frame from the cursor, and when there is none the presence.
    fn next(&self, unsent: &mut Unsent) -> Option<Bytes> {
        if unsent.is_closed {
            return None;
        }
        while let Some((through, frame)) = batch::next(&self.news, unsent.cursor, self.viewer) {
            unsent.cursor = through;
            if frame.is_some() {
                return frame;
            }
        }
        unsent.presence.take()
    }

    /// Writes the unsent pieces; false when the socket takes no more.
    fn write(&self, unsent: &mut Unsent) -> Result<bool> {
        while !unsent.pieces.is_empty() {
            let written = {
                let slices: Vec<IoSlice<'_>> = unsent
                    .pieces
                    .iter()
                    .take(SLICES)
                    .map(|piece| IoSlice::new(piece))
                    .collect();
                self.socket.try_write(&slices)
            };
            match written {
                Ok(written) => unsent.take(written),
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) => {
                    unsent.is_lost = true;
                    return Err(error);
                }
            }
        }
        self.flushed(unsent)
    }

    /// Whether what was taken has gone to the system as well.
    fn flushed(&self, unsent: &mut Unsent) -> Result<bool> {
        let flushed = self.socket.try_flush();
        unsent.is_lost |= flushed.is_err();
        flushed
    }

    /// Writes a frame behind what is unsent, and keeps what the socket does not take.
    fn put(&self, unsent: &mut Unsent, frame: &Bytes) {
        let written = if unsent.pieces.is_empty() {
            self.socket.try_write(&[IoSlice::new(frame)])
        } else {
            Ok(0)
        };
        match written {
            Ok(written) if written == frame.len() => {
                // What is wrong with the socket is found out by whoever tends to it.
                if self.flushed(unsent).unwrap_or(false) {
                    return;
                }
            }
            Ok(written) => unsent.pieces.push_back(frame.slice(written..)),
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                unsent.pieces.push_back(frame.clone());
            }
            Err(_broken) => unsent.is_lost = true,
        }
        unsent.is_lost |= unsent.pieces.len() > FULL;
        self.stuck.notify_one();
    }

    fn unsent(&self) -> MutexGuard<'_, Unsent> {
        self.unsent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Unsent {
    /// Forgets what was written.
    fn take(&mut self, mut written: usize) {
        self.taken += written;
        while let Some(piece) = self.pieces.front_mut() {
            if written < piece.len() {
                piece.advance(written);
                return;
            }
            written -= piece.len();
            self.pieces.pop_front();
        }
    }
}
