//! The certificate by which a room is known: self-signed, made once for a session and kept with its keys. Nobody
//! vouches for it but the link, which carries its fingerprint.

use rcgen::{CertificateParams, DnType, KeyPair};
use serde::{Deserialize, Serialize};

use crate::wire::Fingerprint;

/// What the certificate is for. Nobody looks at it: people have the link, not the name.
const NAME: &str = "halte";

/// A certificate and its private key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    certificate: Vec<u8>,
    key: Vec<u8>,
}

impl std::fmt::Debug for Certificate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Certificate { .. }")
    }
}

impl Certificate {
    /// Makes a new one.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn generate() -> Result<Self, rcgen::Error> {
        let key = KeyPair::generate()?;
        let mut params = CertificateParams::new([NAME.to_owned()])?;
        params.distinguished_name.push(DnType::CommonName, NAME);
        Ok(Self {
            certificate: params.self_signed(&key)?.der().to_vec(),
            key: key.serialize_der(),
        })
    }

    /// The certificate in DER.
    #[must_use]
    pub fn der(&self) -> &[u8] {
        &self.certificate
    }

    /// Its private key, as PKCS #8 in DER.
    #[must_use]
    pub fn key(&self) -> &[u8] {
        &self.key
    }

    /// What people know it by.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.certificate)
    }
}
