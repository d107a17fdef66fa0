//! The server: one port for websockets and HTTP, over TLS and plain. It brings what clients say to the room and what there is to
//! tell to every seat; it never decides anything about the workshop, and no peer can make it wait or grow.
//!
//! A connection is one task from its first byte to its last: its first byte tells TLS from plain, `door` answers HTTP,
//! `connection` holds the conversation with `talk`, `inlet` reads from the `line`. Writing is done by whoever has something for the seat, through its
//! `outlet`: the connection's own task, or the `hub`, which tells all seats at once.

mod accounts;
mod batch;
mod connection;
mod door;
#[cfg(test)]
mod echo;
mod frame;
mod gate;
mod guests;
mod hub;
mod inlet;
mod line;
mod newcomers;
mod outlet;
mod page;
mod rate;
mod source;
mod talk;
mod tempo;
mod throttle;
mod tls;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinError, JoinSet};
use tokio::time::{Instant, timeout, timeout_at};
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;
use tracing::Instrument;

use crate::language::Language;
use crate::room;
use door::Passage;
use gate::Gate;
pub use guests::BEYOND;
use guests::{Entrance, Guest, Guests, Regret};
use hub::Hub;
use line::Line;
pub use newcomers::NewSeats;
use newcomers::Newcomers;
pub use rate::Rate;
use source::Source;
use tempo::Tempo;
pub use throttle::Guesses;
pub use tls::{Tls, TlsError};

/// How long somebody may take to hear that there is no place.
const REGRET: Duration = Duration::from_secs(2);
/// How long nobody is let in after the system could not take a connection, for want of file descriptors mostly.
const SHORT_OF_BREATH: Duration = Duration::from_millis(100);

/// How patient the server is, and with how many.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The most connections at a time, with or without a seat; half of them from one source, and half without a seat.
    pub connections: usize,
    /// How long a client may take over its request and its hello, TLS and all.
    pub hello: Duration,
    /// How often the join code may be got wrong before attempts have to take turns.
    pub guesses: Guesses,
    /// How often somebody new may take a seat before they have to wait.
    pub new_seats: NewSeats,
    /// Whether this machine is counted by address like any other, where it is one source with limits of its own otherwise.
    pub counts_this_machine: bool,
    /// How fast a participant may speak before the server reads later. The facilitator may be four times as fast.
    pub commands: Rate,
    /// How often a silent client is asked whether it is there; after three times without a sign it is lost.
    pub ping_every: Duration,
    /// How long a client may take over the last it is told.
    pub linger: Duration,
    /// The language for a client that did not say one.
    pub language: Language,
    /// TLS, for who asks for it.
    pub tls: Option<Tls>,
    /// Whether seats are given over unencrypted connections from elsewhere than this machine.
    pub plain_ws: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            connections: 2_000,
            hello: Duration::from_secs(10),
            guesses: Guesses::default(),
            new_seats: NewSeats::default(),
            counts_this_machine: false,
            commands: Rate {
                burst: 400,
                every: Duration::from_millis(125),
            },
            ping_every: Duration::from_secs(20),
            linger: Duration::from_secs(2),
            language: Language::default(),
            tls: None,
            plain_ws: false,
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
    gate: Gate,
    newcomers: Arc<Newcomers>,
    tempo: Tempo,
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
        gate: Gate::new(settings.guesses),
        newcomers: Arc::new(Newcomers::new(settings.new_seats)),
        tempo: Tempo::new(settings.commands),
        settings,
        closing: CancellationToken::new(),
    });
    let mut reception = Reception {
        guests: Guests::new(house.settings.connections),
        at_work: JoinSet::new(),
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
    guests: Arc<Guests>,
    at_work: JoinSet<()>,
    summary: Summary,
    house: Arc<House>,
}

impl Reception {
    /// Lets clients in, for ever.
    async fn receive(&mut self, listener: &TcpListener) {
        loop {
            tokio::select! {
                accepted = accept(&self.guests, listener) => match accepted {
                    Ok((stream, peer)) => self.let_in(stream, peer),
                    Err(error) => {
                        tracing::warn!(%error, "cannot take a connection");
                        tokio::time::sleep(SHORT_OF_BREATH).await;
                    }
                },
                Some(left) = self.at_work.join_next() => self.count(left),
            }
        }
    }

    fn let_in(&mut self, stream: TcpStream, peer: SocketAddr) {
        let span = tracing::debug_span!("connection", %peer);
        let house = Arc::clone(&self.house);
        let source = Source::of(peer.ip(), house.settings.counts_this_machine);
        match self.guests.receive(source, Instant::now()) {
            Entrance::Guest(guest) => {
                self.summary.connections += 1;
                let guest = receive(stream, peer, house, guest);
                self.at_work.spawn(guest.instrument(span));
            }
            Entrance::Full(regret) => {
                tracing::warn!(%peer, "there are too many connections");
                let regret = send_away(stream, Passage::Full, house, regret);
                self.at_work.spawn(regret.instrument(span));
            }
            Entrance::Hasty(regret) => {
                tracing::warn!(%peer, "comes too often");
                let regret = send_away(stream, Passage::Hasty, house, regret);
                self.at_work.spawn(regret.instrument(span));
            }
            Entrance::LeftStanding => tracing::debug!(%peer, "is left standing"),
        }
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
            while let Some(left) = self.at_work.join_next().await {
                self.count(left);
            }
        };
        if timeout(patience, all_left).await.is_err() {
            tracing::warn!(left = self.at_work.len(), "not everybody left in time");
        }
        self.summary
    }
}

/// Takes the next connection, when there is room for one. May be dropped while it waits.
async fn accept(guests: &Guests, listener: &TcpListener) -> io::Result<(TcpStream, SocketAddr)> {
    guests.let_others_out().await;
    listener.accept().await
}

/// One connection, from its first byte to its last.
async fn receive(stream: TcpStream, peer: SocketAddr, house: Arc<House>, guest: Guest) {
    let deadline = Instant::now() + house.settings.hello;
    let passage = passage(peer.ip(), house.settings.plain_ws);
    // On the heap, because the task that waits here lives as long as the seat, and this is needed for a moment.
    let answer = Box::pin(answer(stream, passage, &house.settings));
    let switched = tokio::select! {
        switched = timeout_at(deadline, answer) => match switched {
            Ok(switched) => switched,
            Err(elapsed) => {
                tracing::debug!(%elapsed, "no request");
                None
            }
        },
        () = guest.makes_way() => {
            tracing::debug!("makes way for others");
            None
        }
        () = house.closing.cancelled() => None,
    };
    if let Some((line, read_already)) = switched {
        connection::attend(line, read_already, (guest, deadline), house).await;
    }
}

/// Tells somebody why there is no place for them, over TLS too.
async fn send_away(stream: TcpStream, why: Passage, house: Arc<House>, _regret: Regret) {
    let patience = REGRET.min(house.settings.hello);
    let answer = Box::pin(answer(stream, why, &house.settings));
    tokio::select! {
        // Whether it is still heard is no matter.
        _ = timeout(patience, answer) => {}
        () = house.closing.cancelled() => {}
    }
}

/// Tells TLS from plain HTTP by the first byte, and lets the door answer. A client that switched to websockets comes
/// back, with what was read of it already.
async fn answer(stream: TcpStream, passage: Passage, settings: &Settings) -> Option<(Line, Bytes)> {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "cannot send small frames at once");
    }
    let mut first = [0];
    if !matches!(stream.peek(&mut first).await, Ok(1)) {
        tracing::debug!("says nothing");
        return None;
    }
    if first != [tls::HANDSHAKE] {
        let (stream, read_already) = door::answer(stream, passage, settings.hello).await?;
        return Some((Line::plain(stream), read_already));
    }
    let Some(tls) = &settings.tls else {
        tracing::debug!("asks for TLS, which is not spoken here");
        // Whether it hears why or not, it is sent away.
        let _ = stream.try_write(tls::ALERT);
        return None;
    };
    let stream = match tls.accept(stream).await {
        Ok(stream) => stream,
        Err(error) => {
            tracing::debug!(%error, "no TLS");
            return None;
        }
    };
    let (stream, read_already) = door::answer(stream, passage.encrypted(), settings.hello).await?;
    let (stream, session) = stream.into_inner();
    Some((Line::secured(stream, session), read_already))
}

/// Whether an unencrypted connection may take a seat: what stays on this machine cannot be overheard on the network.
fn passage(peer: IpAddr, plain_ws: bool) -> Passage {
    if plain_ws || peer.to_canonical().is_loopback() {
        Passage::Plain
    } else {
        Passage::Shut
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unencrypted_connections_from_elsewhere_take_a_seat_only_where_that_was_asked_for() {
        let here = ["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"];
        let elsewhere = [
            "192.168.1.20",
            "0.0.0.0",
            "::ffff:10.0.0.1",
            "fe80::1",
            "128.0.0.1",
        ];
        let passage = |peer: &str, plain_ws| passage(peer.parse().unwrap(), plain_ws);
        for peer in here {
            assert_eq!(passage(peer, false), Passage::Plain, "{peer}");
        }
        for peer in elsewhere {
            assert_eq!(passage(peer, false), Passage::Shut, "{peer}");
            assert_eq!(passage(peer, true), Passage::Plain, "{peer}");
        }
    }
}
