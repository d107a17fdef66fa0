//! The fingerprint of a host's certificate, as it stands in a link: SHA-256 in the 43 letters of base64url. Whoever
//! has the link knows by it that the host is the one that made the link.

use std::fmt;
use std::str::FromStr;

use data_encoding::BASE64URL_NOPAD;
use ring::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};

/// What stands before the letters.
const PREFIX: &str = "sha256=";

/// A fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Fingerprint([u8; 32]);

/// Something that is no fingerprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no certificate fingerprint")]
pub struct NoFingerprint;

impl Fingerprint {
    /// The fingerprint of a certificate, which is given as its DER bytes.
    #[must_use]
    pub fn of(certificate: &[u8]) -> Self {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(digest(&SHA256, certificate).as_ref());
        Self(bytes)
    }

    /// Whether this is the fingerprint of that certificate. The time it takes does not tell how much was right.
    #[must_use]
    pub fn fits(&self, certificate: &[u8]) -> bool {
        let other = Self::of(certificate);
        let pairs = self.0.iter().zip(other.0);
        pairs.fold(0, |differs, (one, other)| differs | (one ^ other)) == 0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}", BASE64URL_NOPAD.encode(&self.0))
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = NoFingerprint;

    fn try_from(text: String) -> Result<Self, NoFingerprint> {
        text.parse()
    }
}

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let letters = text.strip_prefix(PREFIX).ok_or(NoFingerprint)?;
        let bytes = BASE64URL_NOPAD.decode(letters.as_bytes());
        let bytes = bytes.ok().and_then(|bytes| bytes.try_into().ok());
        bytes.map(Self).ok_or(NoFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_it_was_written() {
        // The digest of "abc" in FIPS 180-2, appendix B.1.
        let link = "sha256=ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";
        let fingerprint = Fingerprint::of(b"abc");
        assert_eq!(fingerprint.to_string(), link);
        assert_eq!(link.parse(), Ok(fingerprint));
    }

    #[test]
    fn what_is_cut_short_or_written_otherwise_is_no_fingerprint() {
        let whole = Fingerprint::of(b"abc").to_string();
        let (short, _) = whole.split_at(whole.len() - 1);
        let hex = format!("sha256={}", "ab".repeat(32));
        for text in ["", "sha256=", "sha256=ab12", "sha1=ab12", short, &hex] {
            assert_eq!(text.parse::<Fingerprint>(), Err(NoFingerprint), "{text}");
        }
        assert_eq!(
            format!("{whole}=").parse::<Fingerprint>(),
            Err(NoFingerprint)
        );
    }

    #[test]
    fn a_fingerprint_fits_its_own_certificate_only() {
        let fingerprint = Fingerprint::of(b"abc");
        assert!(fingerprint.fits(b"abc"));
        assert!(!fingerprint.fits(b"abd"));
    }
}
