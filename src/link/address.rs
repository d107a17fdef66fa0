//! The address of a room, as a person gives it: the link a host prints, or a host name with the join code beside it.
//! Parsing only; it never looks a name up.

use std::fmt;
use std::net::Ipv6Addr;

use crate::locale::Locale;
use crate::wire::{DEFAULT_PORT, Fingerprint, NoFingerprint, canonical};

/// How many characters of a code stand together.
const GROUP: usize = 4;
/// Letters and digits of a code.
const CODE: usize = 8;
/// What stands behind `#` where the host takes unencrypted connections.
const PLAIN: &str = "plain";

/// Where a room is and the code that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    host: String,
    port: u16,
    code: String,
    security: Security,
}

/// What a link says of the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// It is encrypted, with the one host whose certificate has this fingerprint.
    Pinned(Fingerprint),
    /// It is not encrypted, and the host says so.
    Plain,
    /// Nothing: elsewhere than on this machine, the host has to prove that it knows the code.
    Unsaid,
}

/// Why something is not the address of a room.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// There is no name or number of a machine in it.
    #[error("\"{0}\" names no host")]
    Host(String),
    /// The port is not a number from 1 to 65535.
    #[error("\"{0}\" is no port")]
    Port(String),
    /// There is no code, neither in the link nor beside it.
    #[error("the join code is missing")]
    NoCode,
    /// The code has another length than codes have, or characters that are in no code.
    #[error("\"{0}\" is no join code")]
    Code(String),
    /// The link has a code and another was given beside it.
    #[error("the link has the code {link}, but {given} was given")]
    TwoCodes {
        /// The one in the link.
        link: String,
        /// The one beside it.
        given: String,
    },
    /// What stands behind `#` is neither a certificate's fingerprint nor `plain`.
    #[error("\"{0}\" is no certificate fingerprint")]
    Fingerprint(String),
    /// It starts like a link of another kind.
    #[error("\"{0}\" is no link to a room")]
    Scheme(String),
}

impl AddressError {
    /// What is wrong and what to do, in somebody's language.
    #[must_use]
    pub fn say(&self, locale: Locale) -> String {
        let with = |key: &str, text: &str| {
            locale.say_with(
                key,
                &[(
                    "text",
                    crate::text::clean(text, crate::text::Lines::One).into(),
                )],
            )
        };
        match self {
            Self::Host(text) => with("address-host", text),
            Self::Port(text) => with("address-port", text),
            Self::NoCode => locale.say("address-no-code"),
            Self::Code(text) => with("address-code", text),
            Self::TwoCodes { link, given } => locale.say_with(
                "address-two-codes",
                &[
                    ("link", link.as_str().into()),
                    ("given", given.as_str().into()),
                ],
            ),
            Self::Fingerprint(text) => with("address-fingerprint", text),
            Self::Scheme(text) => with("address-scheme", text),
        }
    }
}

impl Address {
    /// Reads a link (`halte://HOST:PORT/CODE#sha256=…` or `…#plain`, the scheme may be left out) or `HOST[:PORT]`, with
    /// the code given beside it if it is not in the link.
    ///
    /// # Errors
    /// When it is not the address of a room, and why.
    pub fn parse(text: &str, code: Option<&str>) -> Result<Self, AddressError> {
        let text = text.trim();
        let rest = match text.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("halte") => rest,
            Some(_) => return Err(AddressError::Scheme(text.to_owned())),
            None => text,
        };
        let (rest, security) = match rest.split_once('#') {
            Some((rest, fragment)) => (rest, security(fragment)?),
            None => (rest, Security::Unsaid),
        };
        let (place, in_link) = match rest.split_once('/') {
            Some((place, path)) => (place.trim_end(), Some(path.trim_end_matches('/'))),
            // A space is soon typed in place of the stroke.
            None if code.is_none() => rest
                .split_once(char::is_whitespace)
                .map_or((rest, None), |(place, code)| (place, Some(code))),
            None => (rest, None),
        };
        let in_link = in_link
            .filter(|path| !path.trim().is_empty())
            .map(grouped)
            .transpose()?;
        let given = code
            .filter(|code| !code.trim().is_empty())
            .map(grouped)
            .transpose()?;
        let code = match (in_link, given) {
            (Some(link), Some(given)) if link != given => {
                return Err(AddressError::TwoCodes { link, given });
            }
            (Some(code), _) | (None, Some(code)) => code,
            (None, None) => return Err(AddressError::NoCode),
        };
        let (host, port) = host_and_port(place)?;
        Ok(Self {
            host,
            port,
            code,
            security,
        })
    }

    /// The machine's name or number; an IPv6 number without its brackets.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The join code: capitals and digits, in fours.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What the link says of the connection.
    #[must_use]
    pub const fn security(&self) -> Security {
        self.security
    }

    /// What the host's certificate is known by, where that is known.
    #[must_use]
    pub const fn fingerprint(&self) -> Option<Fingerprint> {
        match self.security {
            Security::Pinned(fingerprint) => Some(fingerprint),
            Security::Plain | Security::Unsaid => None,
        }
    }

    /// The same room, at the host with this certificate, unless the link says something else of the connection.
    #[must_use]
    pub fn known_by(mut self, host: Option<Fingerprint>) -> Self {
        if let (Security::Unsaid, Some(fingerprint)) = (self.security, host) {
            self.security = Security::Pinned(fingerprint);
        }
        self
    }

    /// Host and port as they stand in a link.
    #[must_use]
    pub fn authority(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }

    /// The least that somebody has to type to come to this room: no fingerprint, which the code makes up for, and no
    /// port where it is the usual one.
    #[must_use]
    pub fn typed(&self) -> String {
        format!("{}/{}", self.place(), self.key())
    }

    /// Where the room is, as it is typed.
    #[must_use]
    pub fn place(&self) -> String {
        if self.port == DEFAULT_PORT {
            self.host.clone()
        } else {
            self.authority()
        }
    }

    /// What tells this room from others as long as its host's certificate is not known, to find one's seat back by. The
    /// code alone: a host that is resumed on another machine or network has another name, and is the same room. Seats of an
    /// unencrypted link have a key of their own, so that the secret of none that was encrypted is said on one.
    #[must_use]
    pub fn key(&self) -> String {
        match self.security {
            Security::Plain => format!("{}{}", self.code, self.security),
            Security::Unsaid | Security::Pinned(_) => self.code.clone(),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (place, code, security) = (self.authority(), &self.code, self.security);
        write!(f, "halte://{place}/{code}{security}")
    }
}

impl fmt::Display for Security {
    /// As it stands at the end of a link.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pinned(fingerprint) => write!(f, "#{fingerprint}"),
            Self::Plain => write!(f, "#{PLAIN}"),
            Self::Unsaid => Ok(()),
        }
    }
}

/// A code in one spelling, however it was typed, in groups to be read.
fn grouped(code: &str) -> Result<String, AddressError> {
    let letters: Vec<char> = canonical(code).chars().collect();
    let is_code = letters.len() == CODE
        && letters
            .iter()
            .all(|letter| letter.is_ascii_alphanumeric() && *letter != 'U');
    if !is_code {
        return Err(AddressError::Code(code.to_owned()));
    }
    let groups: Vec<String> = letters
        .chunks(GROUP)
        .map(|group| group.iter().collect())
        .collect();
    Ok(groups.join("-"))
}

fn security(fragment: &str) -> Result<Security, AddressError> {
    let fragment = fragment.trim_end();
    if fragment.eq_ignore_ascii_case(PLAIN) {
        return Ok(Security::Plain);
    }
    let fingerprint = fragment.parse().map(Security::Pinned);
    fingerprint.map_err(|NoFingerprint| AddressError::Fingerprint(fragment.to_owned()))
}

fn host_and_port(place: &str) -> Result<(String, u16), AddressError> {
    let wrong = || AddressError::Host(place.to_owned());
    if let Some(rest) = place.strip_prefix('[') {
        let (host, port) = rest.split_once(']').ok_or_else(wrong)?;
        return match port.strip_prefix(':') {
            _ if !is_ipv6(host) => Err(wrong()),
            Some(port) => Ok((host.to_owned(), number(port)?)),
            None if port.is_empty() => Ok((host.to_owned(), DEFAULT_PORT)),
            None => Err(wrong()),
        };
    }
    if is_ipv6(place) {
        return Ok((place.to_owned(), DEFAULT_PORT));
    }
    let (host, port) = match place.split_once(':') {
        Some((host, port)) => (host, number(port)?),
        None => (place, DEFAULT_PORT),
    };
    let is_name = !host.is_empty()
        && host
            .chars()
            .all(|letter| letter.is_alphanumeric() || ".-_".contains(letter));
    if is_name {
        Ok((host.to_lowercase(), port))
    } else {
        Err(wrong())
    }
}

/// Whether it is an IPv6 number, perhaps with the interface it is reached through (`fe80::1%eth0`).
fn is_ipv6(host: &str) -> bool {
    let number = host.split_once('%').map_or(host, |(number, _)| number);
    number.parse::<Ipv6Addr>().is_ok()
}

fn number(port: &str) -> Result<u16, AddressError> {
    match port.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(AddressError::Port(port.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn read(text: &str) -> (String, u16, String) {
        let address = Address::parse(text, None).unwrap();
        (address.host, address.port, address.code)
    }

    #[test]
    fn a_printed_link_is_read_whole_and_printed_the_same() {
        let fingerprint = Fingerprint::of(b"a certificate");
        let bare = "halte://127.0.0.1:7420/K7QF-2M9X";
        for (link, security) in [
            (
                format!("{bare}#{fingerprint}"),
                Security::Pinned(fingerprint),
            ),
            (format!("{bare}#plain"), Security::Plain),
            (bare.to_owned(), Security::Unsaid),
        ] {
            let address = Address::parse(&link, None).unwrap();
            assert_eq!(address.to_string(), link);
            assert_eq!(address.security(), security);
            // No seat that was encrypted is found by an unencrypted link.
            let plain = if security == Security::Plain {
                "#plain"
            } else {
                ""
            };
            assert_eq!(address.key(), format!("K7QF-2M9X{plain}"));
        }
    }

    #[test]
    fn what_people_type_means_the_same_room() {
        let room = ("host.local".to_owned(), 7420, "K7QF-2M9X".to_owned());
        for text in [
            "halte://host.local:7420/K7QF-2M9X",
            "HALTE://Host.Local/k7qf2m9x",
            "  host.local/k7qf 2m9x/ ",
            "host.local:7420/K7-QF-2M-9X",
            "host.local K7QF-2M9X",
            "host.local:7420  k7qf 2m9x",
        ] {
            assert_eq!(read(text), room, "{text}");
        }
        let beside = Address::parse("host.local", Some(" k7qf–2m9x ")).unwrap();
        assert_eq!((beside.host, beside.port, beside.code), room);
    }

    #[test]
    fn what_people_have_to_type_is_short_and_means_the_same_room() {
        for (link, typed) in [
            (
                "halte://192.168.1.20:7420/K7QF-2M9X",
                "192.168.1.20/K7QF-2M9X",
            ),
            (
                "halte://192.168.1.20:7421/K7QF-2M9X",
                "192.168.1.20:7421/K7QF-2M9X",
            ),
            ("halte://[fe80::1]:7420/K7QF-2M9X", "fe80::1/K7QF-2M9X"),
            (
                "halte://[fe80::1]:7421/K7QF-2M9X",
                "[fe80::1]:7421/K7QF-2M9X",
            ),
        ] {
            let address = Address::parse(link, None).unwrap();
            assert_eq!(address.typed(), typed);
            assert_eq!(Address::parse(typed, None), Ok(address.clone()));
            let host = Some(Fingerprint::of(b"a certificate"));
            assert_eq!(address.known_by(host).typed(), typed);
        }
        let plain = Address::parse("192.168.1.20/K7QF-2M9X#plain", None).unwrap();
        assert_eq!(plain.typed(), "192.168.1.20/K7QF-2M9X#plain");
    }

    #[test]
    fn a_host_that_is_known_is_spoken_to_unless_the_link_says_otherwise() {
        let (known, other) = (Fingerprint::of(b"one"), Fingerprint::of(b"another"));
        for (link, expected) in [
            ("h/K7QF-2M9X".to_owned(), Security::Pinned(known)),
            ("h/K7QF-2M9X#plain".to_owned(), Security::Plain),
            (format!("h/K7QF-2M9X#{other}"), Security::Pinned(other)),
        ] {
            let address = Address::parse(&link, None).unwrap();
            assert_eq!(address.known_by(Some(known)).security(), expected, "{link}");
        }
    }

    #[test]
    fn ipv6_numbers_are_understood_with_and_without_brackets() {
        let code = "K7QF-2M9X".to_owned();
        assert_eq!(read("[::1]:80/K7QF2M9X"), ("::1".into(), 80, code.clone()));
        assert_eq!(read("::1/K7QF2M9X"), ("::1".into(), 7420, code.clone()));
        assert_eq!(
            read("halte://[fe80::1%eth0]/K7QF2M9X"),
            ("fe80::1%eth0".into(), 7420, code)
        );
        let address = Address::parse("[::1]:80", Some("K7QF2M9X")).unwrap();
        assert_eq!(address.authority(), "[::1]:80");
    }

    #[test]
    fn what_is_wrong_is_named_in_every_language() {
        let two = AddressError::TwoCodes {
            link: "AAAA-AAAA".into(),
            given: "BBBB-BBBB".into(),
        };
        for (text, code, error) in [
            ("", Some("AAAAAAAA"), AddressError::Host(String::new())),
            ("a b", Some("AAAAAAAA"), AddressError::Host("a b".into())),
            ("[::1", Some("AAAAAAAA"), AddressError::Host("[::1".into())),
            ("h:0/AAAAAAAA", None, AddressError::Port("0".into())),
            ("h:70000/AAAAAAAA", None, AddressError::Port("70000".into())),
            ("host", None, AddressError::NoCode),
            ("host/", Some(" "), AddressError::NoCode),
            ("host/a", None, AddressError::Code("a".into())),
            ("host/k7qf2m9", None, AddressError::Code("k7qf2m9".into())),
            (
                "host/k7qf2m9xa",
                None,
                AddressError::Code("k7qf2m9xa".into()),
            ),
            ("host/k7qf!m9x", None, AddressError::Code("k7qf!m9x".into())),
            // No code has a U.
            ("host k7qfum9x", None, AddressError::Code("k7qfum9x".into())),
            ("host/aaaaaaaa", Some("bbbbbbbb"), two),
            (
                "h/aaaaaaaa#sha256=ungWv48Bz",
                None,
                AddressError::Fingerprint("sha256=ungWv48Bz".into()),
            ),
            (
                "h/aaaaaaaa#",
                None,
                AddressError::Fingerprint(String::new()),
            ),
            (
                "http://h/aaaaaaaa",
                None,
                AddressError::Scheme("http://h/aaaaaaaa".into()),
            ),
        ] {
            assert_eq!(Address::parse(text, code), Err(error.clone()), "{text}");
            for language in Language::ALL {
                assert!(error.say(Locale::new(language)).ends_with('.'), "{error:?}");
            }
        }
    }
}
