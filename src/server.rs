//! The server: one port for websockets and plain HTTP. It brings what clients say to the room and what there is to
//! tell to every seat; it never decides anything about the workshop, and no peer can make it wait or grow.
//!
//! A connection is one task from its first byte to its last: `door` answers HTTP, `connection` holds the
//! conversation with `talk`, `inlet` reads. Writing is done by whoever has something for the seat, through its
//! `outlet`: the connection's own task, or the `hub`, which tells all seats at once.

mod batch;
mod connection;
mod door;
mod frame;
mod hub;
mod inlet;
mod outlet;
mod page;
mod talk;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::{JoinError, JoinSet};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;
use tracing::Instrument;

use crate::language::Language;
use crate::room;
use hub::Hub;

/// What the first byte of a TLS connection is; no HTTP request begins with it.
const TLS_HANDSHAKE: u8 = 0x16;
/// A fatal TLS alert, "handshake failure", so that the client says at once that there is no TLS here.
const TLS_ALERT: &[u8] = &[0x15, 3, 1, 0, 2, 2, 40];
/// What a client is told when there are too many.
const FULL: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
/// How long nobody is let in after the system could not take a connection, for want of file descriptors mostly.
const SHORT_OF_BREATH: Duration = Duration::from_millis(100);

/// How patient the server is, and with how many.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The most connections at a time, with or without a seat.
    pub connections: usize,
    /// How long a client may take over its request, and then again over its hello.
    pub hello: Duration,
    /// How often a silent client is asked whether it is there; after three times without a sign it is lost.
    pub ping_every: Duration,
    /// How long a client may take over the last it is told.
    pub linger: Duration,
    /// The language for a client that did not say one.
    pub language: Language,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connections: 2_000,
            hello: Duration::from_secs(10),
            ping_every: Duration::from_secs(20),
            linger: Duration::from_secs(2),
            language: Language::default(),
        }
    }
}

/// What the server did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Connections that were let in.
    pub connections: u64,
    /// Those that ended by a bug in halte; the log says more.
    pub panics: u64,
}

/// What all connections share.
#[derive(Debug)]
struct House {
    room: room::Handle,
    hub: Arc<Hub>,
    settings: Settings,
    closing: CancellationToken,
}

/// Lets clients in until the shutdown, then says goodbye to all of them and returns when they have left, or have
/// had the time for it.
pub async fn serve(
    listener: TcpListener,
    room: room::Handle,
    settings: Settings,
    shutdown: impl Future<Output = ()>,
) -> Summary {
    let presence = room.presence();
    let hub = Arc::new(Hub::new(Arc::clone(room.news()), &presence.borrow()));
    let telling = AbortOnDropHandle::new(tokio::spawn(Arc::clone(&hub).run(presence)));
    let house = Arc::new(House {
        room,
        hub,
        settings,
        closing: CancellationToken::new(),
    });
    let mut reception = Reception {
        places: Arc::new(Semaphore::new(house.settings.connections)),
        guests: JoinSet::new(),
        summary: Summary::default(),
        house,
    };
    tokio::select! {
        () = reception.receive(&listener) => {}
        () = shutdown => {}
        // Seats that are told nothing any more are better sent away, to come back later.
        told = telling => reception.count(told),
    }
    drop(listener);
    reception.close().await
}

/// Lets clients in and keeps account of them.
struct Reception {
    places: Arc<Semaphore>,
    guests: JoinSet<()>,
    summary: Summary,
    house: Arc<House>,
}

impl Reception {
    /// Lets clients in, for ever.
    async fn receive(&mut self, listener: &TcpListener) {
        loop {
            tokio::select! {
                accepted = listener.accept() => match accepted {
                    Ok((stream, peer)) => self.let_in(stream, peer),
                    Err(error) => {
                        tracing::warn!(%error, "cannot take a connection");
                        tokio::time::sleep(SHORT_OF_BREATH).await;
                    }
                },
                Some(left) = self.guests.join_next() => self.count(left),
            }
        }
    }

    fn let_in(&mut self, stream: TcpStream, peer: SocketAddr) {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            tracing::warn!(%peer, "there are too many connections");
            // Whether this one still hears it is no matter.
            let _ = stream.try_write(FULL);
            return;
        };
        self.summary.connections += 1;
        let span = tracing::debug_span!("connection", %peer);
        let guest = receive(stream, Arc::clone(&self.house), place).instrument(span);
        self.guests.spawn(guest);
    }

    fn count(&mut self, left: Result<(), JoinError>) {
        if let Err(error) = left
            && error.is_panic()
        {
            tracing::error!(%error, "a connection ended by a bug");
            self.summary.panics += 1;
        }
    }

    /// Says goodbye to all, and waits for them as long as they may linger.
    async fn close(mut self) -> Summary {
        self.house.closing.cancel();
        let patience = self.house.settings.linger;
        let all_left = async {
            while let Some(left) = self.guests.join_next().await {
                self.count(left);
            }
        };
        if timeout(patience, all_left).await.is_err() {
            tracing::warn!(left = self.guests.len(), "not everybody left in time");
        }
        self.summary
    }
}

/// One connection, from its first byte to its last.
async fn receive(stream: TcpStream, house: Arc<House>, _place: OwnedSemaphorePermit) {
    let upgraded = tokio::select! {
        upgraded = answer(stream, house.settings.hello) => upgraded,
        () = house.closing.cancelled() => None,
    };
    if let Some((stream, read_already)) = upgraded {
        connection::attend(stream, read_already, house).await;
    }
}

/// Tells TLS from plain HTTP by the first byte, and lets the door answer what is plain. This is where TLS would
/// begin: what follows the upgrade needs a way in and a way out that do not wait for each other.
async fn answer(stream: TcpStream, patience: Duration) -> Option<(TcpStream, Bytes)> {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "cannot send small frames at once");
    }
    let mut first = [0];
    match timeout(patience, stream.peek(&mut first)).await {
        Ok(Ok(1)) if first == [TLS_HANDSHAKE] => {
            tracing::debug!("asks for TLS, which is not spoken here");
            // Whether it hears why or not, it is sent away.
            let _ = stream.try_write(TLS_ALERT);
            None
        }
        Ok(Ok(1)) => door::answer(stream, patience).await,
        Ok(_) | Err(_) => {
            tracing::debug!("says nothing");
            None
        }
    }
}
