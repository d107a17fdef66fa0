//! The way to a room, measured from the device of somebody who wants to join.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::{Duration, Instant};

use tokio::net::TcpStream;

use super::{Notes, http, machine};
use crate::cli::failure::Failure;
use crate::cli::opening;
use crate::doctor::guest::{Connection, Room, clock, connection, name, room};
use crate::doctor::machine::terminal;
use crate::link::{self, Address, LookError};
use crate::wire::Fault;

/// How long each question may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many connections are made, to see more than one lucky or unlucky one.
const TIMES: usize = 5;

/// Looks at everything between this device and the room, as far as it goes.
pub(super) async fn examine(address: &Address, notes: &mut Notes<'_>) -> Result<(), Failure> {
    notes.take(terminal(machine::terminal(notes.caller)))?;
    if address.host().parse::<IpAddr>().is_err() {
        let is_known = resolve(address).await.is_some();
        notes.take(name(address.host(), is_known))?;
        if !is_known {
            return Ok(());
        }
    }
    let connected = connect(address).await;
    let is_reached = matches!(connected, Connection::Made(_));
    notes.take(connection(&address.authority(), &connected))?;
    if !is_reached {
        return Ok(());
    }
    let health = http::get(address.host(), address.port(), "/health", PATIENCE).await;
    let now = opening::now();
    let health = health.ok().flatten();
    let version = health.as_ref().and_then(http::version);
    let is_halte = version.is_some();
    notes.take(room(&look(address, version).await))?;
    // Another program's clock is nobody's business.
    match health.filter(|_| is_halte) {
        Some(reply) => notes.take(clock(now, reply.date)),
        None => Ok(()),
    }
}

async fn resolve(address: &Address) -> Option<SocketAddr> {
    let found = tokio::net::lookup_host((address.host(), address.port()));
    let found = tokio::time::timeout(PATIENCE, found).await;
    found.ok()?.ok()?.next()
}

async fn connect(address: &Address) -> Connection {
    let mut times = Vec::with_capacity(TIMES);
    while times.len() < TIMES {
        let since = Instant::now();
        let made = TcpStream::connect((address.host(), address.port()));
        match tokio::time::timeout(PATIENCE, made).await {
            Ok(Ok(_)) => times.push(since.elapsed()),
            Ok(Err(error)) if error.kind() == io::ErrorKind::ConnectionRefused => {
                return Connection::Refused;
            }
            Ok(Err(error)) if error.kind() == io::ErrorKind::TimedOut => {
                return Connection::Silent(PATIENCE);
            }
            Ok(Err(error)) => return Connection::NoWay(error.to_string()),
            Err(_) => return Connection::Silent(PATIENCE),
        }
    }
    Connection::Made(times)
}

/// Reads what is on the door; when there is nothing to read, whoever told their health says what is there instead.
async fn look(address: &Address, version: Option<String>) -> Room {
    let since = Instant::now();
    match link::look(address, PATIENCE).await {
        Ok((sign, _)) if sign.closed => Room::Closed(sign.title.as_str().to_owned()),
        Ok((sign, _)) => Room::Open {
            title: sign.title.as_str().to_owned(),
            took: since.elapsed(),
        },
        Err(LookError::Fault(fault)) => Room::Fault(fault),
        Err(LookError::Locked(_)) => Room::Fault(Fault::Locked),
        Err(LookError::Distrust(distrust)) => Room::Distrusted(distrust),
        Err(LookError::Unreachable { cause }) => match version {
            Some(version) => Room::Mute { version, cause },
            None => Room::Stranger,
        },
    }
}
