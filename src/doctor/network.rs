//! The network around the laptop: which address others reach it at, whether the port is free, and what may stand
//! between two devices.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use super::{Finding, Sentence, Subject};

/// What an interface goes by when it leads into a private network of somebody's own rather than into the room.
const VPN: [&str; 11] = [
    "tun",
    "tap",
    "utun",
    "wg",
    "ppp",
    "ipsec",
    "tailscale",
    "zt",
    "nordlynx",
    "proton",
    "vpn",
];
/// What an interface goes by when it leads to programs on this same machine only.
const VIRTUAL: [&str; 9] = [
    "docker",
    "br-",
    "veth",
    "virbr",
    "vmnet",
    "vboxnet",
    "lxc",
    "podman",
    "vethernet",
];

/// An address of this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interface {
    /// What the system calls the way out.
    pub name: String,
    /// The address there.
    pub address: IpAddr,
}

/// Where an address leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// To other devices on the same network.
    Room,
    /// Into a private network.
    Vpn,
    /// No further than this machine.
    Here,
}

impl Interface {
    fn reach(&self) -> Reach {
        let name = self.name.to_lowercase();
        let is_link_local = match self.address {
            IpAddr::V4(address) => address.is_link_local(),
            IpAddr::V6(address) => address.is_unicast_link_local(),
        };
        let begins = |known: &[&str]| known.iter().any(|start| name.starts_with(start));
        if self.address.is_loopback() || is_link_local || begins(&VIRTUAL) {
            Reach::Here
        } else if begins(&VPN) || name.contains("vpn") {
            Reach::Vpn
        } else {
            Reach::Room
        }
    }

    fn say(&self) -> String {
        format!("{} ({})", self.address, self.name)
    }
}

fn listed<'a>(interfaces: impl IntoIterator<Item = &'a Interface>) -> String {
    let said: Vec<String> = interfaces.into_iter().map(Interface::say).collect();
    said.join(", ")
}

/// Whether others can reach an address of this machine. `carried` is the one the link will carry.
#[must_use]
pub fn addresses(all: &[Interface], listen: SocketAddr, carried: IpAddr) -> Finding {
    let subject = Subject::Addresses;
    let speaks = |one: &&Interface| listen.is_ipv6() || one.address.is_ipv4();
    let in_room: Vec<&Interface> = all
        .iter()
        .filter(speaks)
        .filter(|one| one.reach() == Reach::Room)
        .collect();
    let others = || listed(in_room.iter().copied().filter(|one| one.address != carried));
    let choose = |finding: Finding| match others() {
        others if others.is_empty() => finding.advise(Sentence::of("doctor-addresses-join")),
        others => finding.advise(
            Sentence::of("doctor-addresses-choose")
                .text("others", &others)
                .text("example", &example(&in_room, carried, listen)),
        ),
    };
    let Some(chosen) = all.iter().find(|one| one.address == carried) else {
        let seen = if listen.ip().is_unspecified() {
            Sentence::of("doctor-addresses-none")
        } else {
            Sentence::of("doctor-addresses-not-here").text("address", &listen.ip().to_string())
        };
        return choose(Finding::wrong(subject, seen));
    };
    match chosen.reach() {
        Reach::Here if listen.ip().is_unspecified() && in_room.is_empty() => {
            let seen = Sentence::of("doctor-addresses-none");
            Finding::wrong(subject, seen).advise(Sentence::of("doctor-addresses-join"))
        }
        Reach::Here => {
            let seen = Sentence::of("doctor-addresses-here").text("address", &chosen.say());
            choose(Finding::wrong(subject, seen))
        }
        Reach::Vpn => {
            let seen = Sentence::of("doctor-addresses-vpn").text("address", &chosen.say());
            let finding = Finding::beware(subject, seen);
            if in_room.is_empty() {
                finding.advise(Sentence::of("doctor-addresses-vpn-off"))
            } else {
                choose(finding)
            }
        }
        Reach::Room if in_room.len() > 1 && listen.ip().is_unspecified() => {
            let seen = Sentence::of("doctor-addresses-several").text("address", &chosen.say());
            choose(Finding::beware(subject, seen))
        }
        Reach::Room => {
            let seen = Sentence::of("doctor-addresses-fine").text("address", &chosen.say());
            Finding::fine(subject, seen)
        }
    }
}

/// What to type after --listen for the first address that is not the one carried.
fn example(in_room: &[&Interface], carried: IpAddr, listen: SocketAddr) -> String {
    let other = in_room.iter().find(|one| one.address != carried);
    other.map_or_else(String::new, |other| {
        SocketAddr::new(other.address, listen.port()).to_string()
    })
}

/// What became of listening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Port {
    /// It can be listened on.
    Free,
    /// A halte of this version listens there.
    Halte(String),
    /// Another program listens there.
    Taken,
    /// The system does not let this person.
    NotAllowed,
    /// The address is none of this machine.
    NotHere,
    /// Something else, in the words of the system.
    Failed(String),
}

/// Whether the room can have its port.
#[must_use]
pub fn port(listen: SocketAddr, port: &Port) -> Finding {
    let subject = Subject::Port;
    let say = |key| Sentence::of(key).text("address", &listen.to_string());
    let elsewhere = || Sentence::of("doctor-port-elsewhere");
    match port {
        Port::Free => Finding::fine(subject, say("doctor-port-free")),
        Port::Halte(version) => {
            let seen = say("doctor-port-halte").text("version", version);
            Finding::beware(subject, seen).advise(Sentence::of("doctor-port-is-it-yours"))
        }
        Port::Taken => Finding::wrong(subject, say("doctor-port-taken")).advise(elsewhere()),
        Port::NotAllowed => {
            Finding::wrong(subject, say("doctor-port-not-allowed")).advise(elsewhere())
        }
        Port::NotHere => Finding::wrong(subject, say("doctor-port-not-here"))
            .advise(Sentence::of("doctor-port-leave-out")),
        Port::Failed(cause) => {
            let seen = say("doctor-port-failed").text("cause", cause);
            Finding::wrong(subject, seen).advise(elsewhere())
        }
    }
}

/// A firewall that halte knows how to notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firewall {
    /// The one of Ubuntu and Debian.
    Ufw,
    /// The one of Fedora, Red Hat and SUSE.
    Firewalld,
    /// The one of macOS.
    Mac,
    /// The one of Windows, which is on unless somebody turned it off.
    Windows,
}

/// A hint about what may keep others out; never that nothing does.
#[must_use]
pub fn firewall(found: Option<Firewall>, port: u16) -> Finding {
    let subject = Subject::Firewall;
    let on = |name: &str| {
        Finding::beware(
            subject,
            Sentence::of("doctor-firewall-on").text("name", name),
        )
    };
    let command =
        |command: String| Sentence::of("doctor-firewall-command").text("command", &command);
    match found {
        Some(Firewall::Ufw) => on("ufw").advise(command(format!("sudo ufw allow {port}/tcp"))),
        Some(Firewall::Firewalld) => {
            on("firewalld").advise(command(format!("sudo firewall-cmd --add-port={port}/tcp")))
        }
        Some(Firewall::Mac) => on("macOS").advise(Sentence::of("doctor-firewall-ask-mac")),
        Some(Firewall::Windows) => {
            Finding::not_known(subject, Sentence::of("doctor-firewall-windows"))
                .advise(Sentence::of("doctor-firewall-ask-windows"))
        }
        None => Finding::not_known(subject, Sentence::of("doctor-firewall-none")),
    }
}

/// What is known of two devices on this network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Isolation {
    /// Nobody waited for a second device.
    NotTried,
    /// A halte listens already, whose link says where.
    RoomIsOpen,
    /// A second device came by.
    Visited(IpAddr),
    /// Nobody came in this time.
    NobodyCame(Duration),
}

/// Whether devices on this network reach each other, which takes two of them to see.
#[must_use]
pub fn isolation(isolation: &Isolation) -> Finding {
    let subject = Subject::Isolation;
    let one = || Finding::not_known(subject, Sentence::of("doctor-isolation-one-device"));
    match isolation {
        Isolation::NotTried => one().advise(Sentence::of("doctor-isolation-wait")),
        Isolation::RoomIsOpen => one().advise(Sentence::of("doctor-isolation-link")),
        Isolation::Visited(from) => {
            let seen = Sentence::of("doctor-isolation-visited").text("from", &from.to_string());
            Finding::fine(subject, seen)
        }
        Isolation::NobodyCame(waited) => {
            let seen = Sentence::of("doctor-isolation-nobody").number("seconds", waited.as_secs());
            Finding::wrong(subject, seen).advise(Sentence::of("doctor-isolation-why"))
        }
    }
}

/// What answered a plain request to a well-known page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portal {
    /// It was not asked.
    NotAsked,
    /// Nobody answered.
    Silent,
    /// The page itself.
    Open,
    /// Somebody else.
    Other,
}

/// Whether the network shows a page of its own before it lets anybody through.
#[must_use]
pub fn portal(portal: Portal) -> Finding {
    let subject = Subject::Portal;
    match portal {
        Portal::NotAsked => Finding::not_known(subject, Sentence::of("doctor-portal-not-asked")),
        // Nothing in a workshop goes beyond the room.
        Portal::Silent => Finding::fine(subject, Sentence::of("doctor-portal-silent")),
        Portal::Open => Finding::fine(subject, Sentence::of("doctor-portal-open")),
        Portal::Other => Finding::beware(subject, Sentence::of("doctor-portal-other"))
            .advise(Sentence::of("doctor-portal-accept")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    fn interfaces(all: &[(&str, &str)]) -> Vec<Interface> {
        let one = |(name, address): &(&str, &str)| Interface {
            name: (*name).to_owned(),
            address: address.parse().unwrap(),
        };
        all.iter().map(one).collect()
    }

    const LO: (&str, &str) = ("lo", "127.0.0.1");
    const WIFI: (&str, &str) = ("wlan0", "192.168.1.20");
    const CABLE: (&str, &str) = ("eth0", "10.0.0.4");
    const VPN_ONE: (&str, &str) = ("tun0", "10.8.0.2");
    const DOCKER: (&str, &str) = ("docker0", "172.17.0.1");
    const ALONE: (&str, &str) = ("wlan0", "169.254.3.4");

    /// What is said of these interfaces, in short: the verdict, what was seen, the advice.
    fn judged(all: &[(&str, &str)], listen: &str, carried: &str) -> String {
        let listen = SocketAddr::new(listen.parse().unwrap(), 7420);
        let found = addresses(&interfaces(all), listen, carried.parse().unwrap());
        let keys = [Some(found.seen), found.advice].into_iter().flatten();
        let words = keys.map(|said| said.key().replace("doctor-addresses-", ""));
        let words: Vec<String> = [found.verdict.to_string()]
            .into_iter()
            .chain(words)
            .collect();
        words.join(" ")
    }

    #[test]
    fn where_every_address_is_listened_on_the_one_in_the_link_counts() {
        let judged = |all: &[_], carried: (&str, &str)| judged(all, "0.0.0.0", carried.1);
        assert_eq!(judged(&[LO, WIFI], WIFI), "fine fine");
        assert_eq!(judged(&[LO, WIFI, DOCKER], WIFI), "fine fine");
        assert_eq!(judged(&[LO], LO), "wrong none join");
        assert_eq!(judged(&[LO, DOCKER], DOCKER), "wrong none join");
        assert_eq!(judged(&[LO, ALONE], ALONE), "wrong none join");
        assert_eq!(judged(&[LO, WIFI, DOCKER], DOCKER), "wrong here choose");
        assert_eq!(judged(&[LO, WIFI, CABLE], CABLE), "beware several choose");
        assert_eq!(judged(&[LO, WIFI, VPN_ONE], VPN_ONE), "beware vpn choose");
        assert_eq!(judged(&[LO, VPN_ONE], VPN_ONE), "beware vpn vpn-off");
    }

    #[test]
    fn an_address_that_was_chosen_is_judged_by_where_it_leads() {
        let judged = |all: &[_], listen: &str| judged(all, listen, listen);
        assert_eq!(judged(&[LO, WIFI, CABLE], CABLE.1), "fine fine");
        assert_eq!(judged(&[LO, WIFI], LO.1), "wrong here choose");
        assert_eq!(judged(&[LO], LO.1), "wrong here join");
        assert_eq!(judged(&[LO, WIFI], "192.168.9.9"), "wrong not-here choose");
    }

    #[test]
    fn a_room_that_speaks_the_old_protocol_only_is_not_reached_by_the_new_one() {
        let all = interfaces(&[("wlan0", "192.168.1.20"), ("wlan0", "2001:db8::7")]);
        let carried = "192.168.1.20".parse().unwrap();
        let judge = |listen: &str| addresses(&all, listen.parse().unwrap(), carried).verdict;
        assert_eq!(judge("0.0.0.0:7420"), Verdict::Fine);
        assert_eq!(judge("[::]:7420"), Verdict::Beware);
    }

    #[test]
    fn a_port_that_another_has_is_wrong_and_one_that_halte_has_may_be_our_own() {
        let listen = "0.0.0.0:7420".parse().unwrap();
        for (became, verdict) in [
            (Port::Free, Verdict::Fine),
            (Port::Halte("0.1.0".to_owned()), Verdict::Beware),
            (Port::Taken, Verdict::Wrong),
            (Port::NotAllowed, Verdict::Wrong),
            (Port::NotHere, Verdict::Wrong),
            (Port::Failed("no".to_owned()), Verdict::Wrong),
        ] {
            let found = port(listen, &became);
            assert_eq!(found.verdict, verdict);
            assert_eq!(found.advice.is_some(), verdict != Verdict::Fine);
        }
    }

    #[test]
    fn no_firewall_that_is_seen_is_no_promise_that_the_port_is_open() {
        assert_eq!(firewall(None, 7420).verdict, Verdict::NotKnown);
        let found = firewall(Some(Firewall::Ufw), 7421);
        assert_eq!(found.verdict, Verdict::Beware);
        let command = Sentence::of("doctor-firewall-command");
        let command = command.text("command", "sudo ufw allow 7421/tcp");
        assert_eq!(found.advice, Some(command));
    }

    #[test]
    fn isolation_is_known_only_once_somebody_waited_for_a_second_device() {
        let visitor = IpAddr::from([192, 168, 1, 30]);
        for (tried, verdict) in [
            (Isolation::NotTried, Verdict::NotKnown),
            (Isolation::RoomIsOpen, Verdict::NotKnown),
            (Isolation::Visited(visitor), Verdict::Fine),
            (
                Isolation::NobodyCame(Duration::from_secs(9)),
                Verdict::Wrong,
            ),
        ] {
            assert_eq!(isolation(&tried).verdict, verdict);
        }
    }

    #[test]
    fn no_internet_is_fine_and_a_page_in_between_is_not() {
        for (answered, verdict) in [
            (Portal::NotAsked, Verdict::NotKnown),
            (Portal::Silent, Verdict::Fine),
            (Portal::Open, Verdict::Fine),
            (Portal::Other, Verdict::Beware),
        ] {
            assert_eq!(portal(answered).verdict, verdict);
        }
    }
}
