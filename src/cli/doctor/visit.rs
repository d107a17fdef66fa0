//! Waits until a second device comes by: the only way to see that devices on this network reach each other. Whoever
//! comes finds a real room, on the port and at the address of the workshop.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use futures_util::future::Shared;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::passing;
use crate::cli::failure::Failure;
use crate::cli::{Caller, opening, screen};
use crate::doctor::network::{Interface, Isolation};

/// How long a person may take to walk to another device.
const PATIENCE: Duration = Duration::from_mins(5);
/// How long the room stays for a device that came: it asks more than once.
const LINGER: Duration = Duration::from_secs(8);

/// Opens the room of a trial and waits for a second device, for the person to give up, or for the time to be up.
pub(super) async fn wait(
    caller: &Caller,
    listen: SocketAddr,
    own: &[Interface],
    stopped: &Shared<impl Future<Output = ()> + Send + 'static>,
) -> Result<Isolation, Failure> {
    let door = opening::listen(caller, listen).await?;
    let address = door.local_addr().map_err(|error| Failure::of(&error))?;
    let plan = passing::plan(caller)?;
    let inside = opening::listen(caller, SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
    let (mut opened, _traces) = passing::open(caller, &plan, &std::env::temp_dir(), inside)?;
    let room = std::mem::replace(&mut opened.address, address);
    let variables = [
        ("link", opening::typed(caller, &opened.link())?.into()),
        (
            "page",
            format!("http://{}/", opening::reachable(address)).into(),
        ),
        ("minutes", (PATIENCE.as_secs() / 60).into()),
    ];
    super::super::tell(&caller.locale.say_with("doctor-waiting", &variables));
    if screen::is_there() {
        super::super::tell(&caller.locale.say("doctor-give-up"));
    }
    let since = Instant::now();
    let visitor = tokio::select! {
        biased;
        () = stopped.clone() => Err(Failure::interrupted()),
        visitor = receive(&door, room, own) => Ok(visitor),
        () = given_up() => Ok(None),
    };
    drop(door);
    opened.finish(std::future::ready(())).await?;
    Ok(match visitor? {
        Some(visitor) => Isolation::Visited(visitor),
        None => Isolation::NobodyCame(since.elapsed()),
    })
}

/// Lets everybody through to the room, and says who came from another device; nobody when the time is up.
async fn receive(door: &TcpListener, room: SocketAddr, own: &[Interface]) -> Option<IpAddr> {
    let mut deadline = Instant::now() + PATIENCE;
    let mut visitor = None;
    let mut passing = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            () = tokio::time::sleep_until(deadline) => return visitor,
            Some(_) = passing.join_next() => continue,
            accepted = door.accept() => accepted,
        };
        let (mut outside, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "cannot take a connection");
                return visitor;
            }
        };
        let peer = peer.ip().to_canonical();
        if visitor.is_none() && is_elsewhere(peer, own) {
            visitor = Some(peer);
            deadline = Instant::now() + LINGER;
        }
        passing.spawn(async move {
            let mut inside = TcpStream::connect(room).await?;
            tokio::io::copy_bidirectional(&mut outside, &mut inside).await
        });
    }
}

/// Whether somebody is on another device than this one.
fn is_elsewhere(peer: IpAddr, own: &[Interface]) -> bool {
    !peer.is_loopback() && own.iter().all(|one| one.address != peer)
}

/// Waits for Enter, where there is a keyboard.
async fn given_up() {
    if screen::is_there() {
        let mut line = String::new();
        let mut keyboard = BufReader::new(tokio::io::stdin());
        if keyboard.read_line(&mut line).await.is_ok() {
            return;
        }
    }
    std::future::pending::<()>().await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_another_device_counts_as_a_second_one() {
        let own = [Interface {
            name: "wlan0".to_owned(),
            address: IpAddr::from([192, 168, 1, 20]),
        }];
        for (peer, elsewhere) in [
            ([192, 168, 1, 21], true),
            ([192, 168, 1, 20], false),
            ([127, 0, 0, 1], false),
        ] {
            assert_eq!(is_elsewhere(IpAddr::from(peer), &own), elsewhere);
        }
    }
}
