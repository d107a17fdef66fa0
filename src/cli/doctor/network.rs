//! What can be measured of the network from one device.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;

use tokio::net::TcpListener;

use super::http;
use crate::cli::files;
use crate::doctor::network::{Firewall, Interface, Port, Portal};
use crate::moment::Moment;

/// How long somebody on this machine may take to answer.
const NEAR: Duration = Duration::from_secs(2);
/// How long somebody on the internet may.
const FAR: Duration = Duration::from_secs(3);
/// The page that browsers ask for to find out whether they are let through: what it says is known, so that another
/// answer is somebody else's. Nothing is sent but the request.
const CHECK: (&str, &str) = ("detectportal.firefox.com", "/success.txt");
const CHECK_SAYS: &str = "success";

/// The addresses of this machine.
pub(super) fn interfaces() -> Vec<Interface> {
    let found = if_addrs::get_if_addrs().unwrap_or_else(|error| {
        tracing::warn!(%error, "the system does not say which addresses it has");
        Vec::new()
    });
    let taken = found.into_iter().map(|one| Interface {
        address: one.ip(),
        name: one.name,
    });
    taken.collect()
}

/// Tries to listen, and looks who does when it cannot be.
pub(super) async fn port(listen: SocketAddr) -> Port {
    let Err(error) = TcpListener::bind(listen).await else {
        return Port::Free;
    };
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            let here = match listen.ip() {
                IpAddr::V4(address) if address.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
                IpAddr::V6(address) if address.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
                address => address,
            };
            let asked = http::get(&here.to_string(), listen.port(), "/health", NEAR).await;
            let version = asked.ok().flatten().as_ref().and_then(http::version);
            version.map_or(Port::Taken, Port::Halte)
        }
        io::ErrorKind::PermissionDenied => Port::NotAllowed,
        io::ErrorKind::AddrNotAvailable => Port::NotHere,
        _unforeseen => Port::Failed(error.to_string()),
    }
}

/// A firewall that is seen to be on without any rights.
pub(super) async fn firewall() -> Option<Firewall> {
    if cfg!(windows) {
        return Some(Firewall::Windows);
    }
    if cfg!(target_os = "macos") {
        return mac_is_guarded().await.then_some(Firewall::Mac);
    }
    let ufw = crate::store::read(Path::new("/etc/ufw/ufw.conf"), 64 * 1024);
    if ufw.is_ok_and(|bytes| turns_ufw_on(&String::from_utf8_lossy(&bytes))) {
        return Some(Firewall::Ufw);
    }
    let is_running = files::exists(Path::new("/run/firewalld"));
    is_running.then_some(Firewall::Firewalld)
}

fn turns_ufw_on(settings: &str) -> bool {
    let mut lines = settings.lines().map(str::trim);
    lines.any(|line| line.eq_ignore_ascii_case("ENABLED=yes"))
}

/// The system's own command says so, in English whatever the language.
async fn mac_is_guarded() -> bool {
    let command = "/usr/libexec/ApplicationFirewall/socketfilterfw";
    let asked = tokio::task::spawn_blocking(move || {
        let mut command = std::process::Command::new(command);
        command.arg("--getglobalstate").output()
    });
    match tokio::time::timeout(NEAR, asked).await {
        Ok(Ok(Ok(output))) => String::from_utf8_lossy(&output.stdout).contains("enabled"),
        _no_answer => false,
    }
}

/// Asks for the well-known page: who answers, and what time it is there.
pub(super) async fn portal() -> (Portal, Option<Moment>) {
    let (host, path) = CHECK;
    match http::get(host, 80, path, FAR).await {
        Ok(Some(reply)) if reply.status == 200 && reply.body.trim() == CHECK_SAYS => {
            (Portal::Open, reply.date)
        }
        Ok(_) => (Portal::Other, None),
        Err(error) => {
            tracing::debug!(%error, "the internet does not answer");
            (Portal::Silent, None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ufw_is_on_when_its_settings_say_so() {
        assert!(turns_ufw_on("# set to yes\nENABLED=yes\nLOGLEVEL=low\n"));
        assert!(!turns_ufw_on("# ENABLED=yes\nENABLED=no\n"));
    }
}
