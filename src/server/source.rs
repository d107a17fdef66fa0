//! Where a connection comes from, as far as limits go: an IPv4 address, or the network an IPv6 address is in, since whoever
//! has one address there has all of it. On a link everybody has the same network, and there it is the whole address.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Where a connection comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Source {
    /// This machine: whoever is there has it already, and it may hold a whole rehearsal.
    Here,
    /// One address.
    V4(Ipv4Addr),
    /// The first 64 bits of an address.
    V6([u16; 4]),
    /// One address on the link itself.
    OnLink(Ipv6Addr),
}

impl Source {
    /// The source this address belongs to; this machine too may be counted by address.
    pub(super) fn of(peer: IpAddr, counts_this_machine: bool) -> Self {
        match peer.to_canonical() {
            peer if peer.is_loopback() && !counts_this_machine => Self::Here,
            IpAddr::V4(peer) => Self::V4(peer),
            IpAddr::V6(peer) if peer.is_unicast_link_local() => Self::OnLink(peer),
            IpAddr::V6(peer) => {
                let [a, b, c, d, ..] = peer.segments();
                Self::V6([a, b, c, d])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_an_address_a_network_or_this_machine() {
        let of = |peer: &str| Source::of(peer.parse().unwrap(), false);
        for here in ["127.0.0.1", "127.8.0.1", "::1", "::ffff:127.0.0.1"] {
            assert_eq!(of(here), Source::Here, "{here}");
        }
        assert_eq!(of("192.0.2.1"), of("::ffff:192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
        assert_eq!(of("2001:db8:1:2::1"), of("2001:db8:1:2:ffff::9"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    }

    #[test]
    fn everybody_on_the_link_is_a_source_of_their_own() {
        let of = |peer: &str| Source::of(peer.parse().unwrap(), false);
        for (one, other) in [("fe80::1", "fe80::2"), ("febf::1:1", "febf::1:2")] {
            assert_ne!(of(one), of(other), "{one} {other}");
            assert_eq!(of(one), of(one));
        }
        // Just outside it is a network again.
        assert_eq!(of("fec0::1"), of("fec0::2"));
    }

    #[test]
    fn this_machine_is_counted_by_address_where_that_is_asked_for() {
        let of = |peer: &str| Source::of(peer.parse().unwrap(), true);
        assert_ne!(of("127.0.0.1"), of("127.0.0.2"));
        assert_eq!(of("127.0.0.2"), Source::V4(Ipv4Addr::new(127, 0, 0, 2)));
    }
}
