//! The bytes of a connection, plain or over TLS, as a way in and a way out that do not wait for each other: whoever
//! has something for a seat writes it directly, while the connection's own task reads. Both halves of a TLS connection
//! share its session, under a lock that is held for as long as it takes to encrypt or decrypt what is there.

use std::io::{self, ErrorKind, IoSlice, Read, Write};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, ReadBuf};
use tokio::net::TcpStream;
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};

use super::tls::Session;
use crate::wire::MAX_CLIENT_FRAME;

/// The TLS session of a connection that has one, for both halves.
type Shared = Option<Arc<Mutex<Session>>>;

/// The most bytes that are read of a client before it has a seat: a hello in a frame of the longest, and as much again.
const BEFORE_SEAT: usize = 2 * MAX_CLIENT_FRAME;

/// A connection that has switched to websockets.
#[derive(Debug)]
pub(super) struct Line {
    socket: TcpStream,
    session: Option<Session>,
}

/// The way in.
#[derive(Debug)]
pub(super) struct Reader {
    socket: OwnedReadHalf,
    session: Shared,
    /// What may still be read, where that is limited.
    left: Option<usize>,
}

/// The way out. Dropping it tells the client that nothing follows.
#[derive(Debug)]
pub(super) struct Writer {
    socket: OwnedWriteHalf,
    session: Shared,
}

impl Line {
    /// A connection without encryption.
    pub(super) const fn plain(socket: TcpStream) -> Self {
        Self {
            socket,
            session: None,
        }
    }

    /// A connection over TLS.
    pub(super) const fn secured(socket: TcpStream, session: Session) -> Self {
        Self {
            socket,
            session: Some(session),
        }
    }

    /// Both ways.
    pub(super) fn split(self) -> (Reader, Writer) {
        let (reader, writer) = self.socket.into_split();
        let session = self.session.map(|session| Arc::new(Mutex::new(session)));
        (
            Reader {
                socket: reader,
                session: session.clone(),
                left: Some(BEFORE_SEAT),
            },
            Writer {
                socket: writer,
                session,
            },
        )
    }
}

fn lock(session: &Mutex<Session>) -> MutexGuard<'_, Session> {
    session.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Reader {
    /// Whatever comes is read from now on.
    pub(super) const fn lift_limit(&mut self) {
        self.left = None;
    }

    fn read(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let Some(session) = &self.session else {
            return Pin::new(&mut self.socket).poll_read(cx, buf);
        };
        let mut session = lock(session);
        loop {
            match session.reader().read(buf.initialize_unfilled()) {
                Ok(read) => {
                    buf.advance(read);
                    return Poll::Ready(Ok(()));
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Poll::Ready(Err(error)),
            }
            ready!(take_in(&mut session, &mut self.socket, cx))?;
        }
    }
}

impl AsyncRead for Reader {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let reader = self.get_mut();
        if reader.left == Some(0) {
            return Poll::Ready(Err(ErrorKind::QuotaExceeded.into()));
        }
        let before = buf.filled().len();
        ready!(reader.read(cx, buf))?;
        let read = buf.filled().len() - before;
        reader.left = reader.left.map(|left| left.saturating_sub(read));
        Poll::Ready(Ok(()))
    }
}

/// Takes in what the socket has and decrypts it.
fn take_in(
    session: &mut Session,
    socket: &mut OwnedReadHalf,
    cx: &mut Context<'_>,
) -> Poll<io::Result<()>> {
    match session.read_tls(&mut Source { socket, cx }) {
        Ok(_read) => {}
        Err(error) if error.kind() == ErrorKind::WouldBlock => return Poll::Pending,
        Err(error) => return Poll::Ready(Err(error)),
    }
    // What the session has to say of a fault leaves with the last of what is written.
    let taken = session.process_new_packets();
    Poll::Ready(match taken {
        Ok(_state) => Ok(()),
        Err(error) => Err(io::Error::new(ErrorKind::InvalidData, error)),
    })
}

/// A socket in whose place nobody waits: where there is nothing to read, the task is woken later.
struct Source<'a, 'b> {
    socket: &'a mut OwnedReadHalf,
    cx: &'a mut Context<'b>,
}

impl Read for Source<'_, '_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let mut buf = ReadBuf::new(bytes);
        match Pin::new(&mut *self.socket).poll_read(self.cx, &mut buf) {
            Poll::Ready(Ok(())) => Ok(buf.filled().len()),
            Poll::Ready(Err(error)) => Err(error),
            Poll::Pending => Err(ErrorKind::WouldBlock.into()),
        }
    }
}

/// A socket that takes what it can at once.
struct Sink<'a>(&'a OwnedWriteHalf);

impl Write for Sink<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.try_write(bytes)
    }

    fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        self.0.try_write_vectored(slices)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Writer {
    /// Takes as much of the pieces as it can at once, and says how much that was. Over TLS, some of what was taken may
    /// still wait for the socket, encrypted; nothing more is taken until that has gone.
    pub(super) fn try_write(&self, pieces: &[IoSlice<'_>]) -> io::Result<usize> {
        let Some(session) = &self.session else {
            return self.socket.try_write_vectored(pieces);
        };
        let mut session = lock(session);
        if !self.send(&mut session)? {
            return Err(ErrorKind::WouldBlock.into());
        }
        let taken = session.writer().write_vectored(pieces)?;
        self.send(&mut session)?;
        Ok(taken)
    }

    /// Hands what was taken to the system; whether all of it went.
    pub(super) fn try_flush(&self) -> io::Result<bool> {
        match &self.session {
            Some(session) => self.send(&mut lock(session)),
            None => Ok(true),
        }
    }

    /// Waits until the socket may take more.
    pub(super) async fn writable(&self) -> io::Result<()> {
        self.socket.writable().await
    }

    /// Writes all of it, however long that takes.
    pub(super) async fn write_all(&self, mut bytes: &[u8]) -> io::Result<()> {
        loop {
            if bytes.is_empty() && self.try_flush()? {
                return Ok(());
            }
            match self.try_write(&[IoSlice::new(bytes)]) {
                Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.writable().await?,
                Err(error) => return Err(error),
            }
        }
    }

    /// Hands what is encrypted to the system; whether all of it went.
    fn send(&self, session: &mut Session) -> io::Result<bool> {
        while session.wants_write() {
            match session.write_tls(&mut Sink(&self.socket)) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(_written) => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(false),
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            let mut session = lock(session);
            session.send_close_notify();
            // A client that takes nothing any more does not hear this either.
            let _ = self.send(&mut session);
        }
    }
}
