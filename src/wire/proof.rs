//! How somebody who has typed nothing but an address and the join code knows that the room's own host answers: the host
//! shows that it knows the code, for this very certificate, before either side says it. Pure; chance is an argument.
//!
//! It is SPAKE2 (Abdalla and Pointcheval, 2005), with the code as the password and the fingerprint of the certificate
//! as the host's name. The client sends its half, the host its own half and a hash under the key that follows from
//! both. Only whoever has the same code and saw the same certificate comes to the same key.
//!
//! A half is a random point whatever the code is: it tells nothing. The hash can be held against the one code with
//! which the other side made its half, and against no other, because any other key is as far away as a discrete
//! logarithm. So whoever does not know the code, on either side, makes one guess for each run and has nothing to try
//! others on at home. And whoever stands in between with a certificate of their own has another key on each side.

use data_encoding::BASE64URL_NOPAD;
use rand_core::{CryptoRng, RngCore};
use ring::digest::SHA256_OUTPUT_LEN;
use ring::hmac;
use serde::{Deserialize, Serialize};
use spake2::{Ed25519Group, Identity, Password, Spake2};

use super::{Fingerprint, canonical};

/// What the client is called in what both sides hash; it also tells this use of a code from every other.
const CLIENT: &[u8] = b"halte.v1 prove client";
/// What the host is called there, before its fingerprint.
const HOST: &str = "halte.v1 prove host ";
/// What the host hashes under the key.
const CONFIRM: &[u8] = b"halte.v1 prove confirm";

/// What makes one proof unlike every other: drawn at random, and used once.
pub struct Seed([u8; SHA256_OUTPUT_LEN]);

impl Seed {
    /// From random bytes.
    #[must_use]
    pub const fn of(bytes: [u8; SHA256_OUTPUT_LEN]) -> Self {
        Self(bytes)
    }
}

/// What the host answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// The host's half.
    pub pake: String,
    /// That it came to the key of both halves.
    pub confirm: String,
}

/// The client's side, waiting for the answer.
pub struct Asker(Spake2<Ed25519Group>);

/// The host's side, for one answer.
pub struct Prover {
    code: String,
    host: Fingerprint,
    seed: Seed,
}

impl std::fmt::Debug for Asker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asker { .. }")
    }
}

impl std::fmt::Debug for Prover {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Prover { .. }")
    }
}

impl Asker {
    /// Begins to ask a host with this certificate, and the half to send it.
    #[must_use]
    pub fn begin(code: &str, host: Fingerprint, seed: Seed) -> (Self, String) {
        let (password, client, host) = parts(code, host);
        let chance = Stretched::from(seed);
        let (spake, half) =
            Spake2::<Ed25519Group>::start_a_with_rng(&password, &client, &host, chance);
        (Self(spake), BASE64URL_NOPAD.encode(&half))
    }

    /// Whether whoever answered this knows the code and has the certificate.
    #[must_use]
    pub fn is_convinced(self, proof: &Proof) -> bool {
        let decode = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).ok();
        let key = decode(&proof.pake).and_then(|half| self.0.finish(&half).ok());
        let (Some(key), Some(confirm)) = (key, decode(&proof.confirm)) else {
            return false;
        };
        hmac::verify(&confirming(&key), CONFIRM, &confirm).is_ok()
    }
}

impl Prover {
    /// The host with this certificate, whose room has this code.
    #[must_use]
    pub fn of(code: &str, host: Fingerprint, seed: Seed) -> Self {
        let code = code.to_owned();
        Self { code, host, seed }
    }

    /// Answers a client's half; nothing when it is none.
    #[must_use]
    pub fn answer(self, half: &str) -> Option<Proof> {
        let half = BASE64URL_NOPAD.decode(half.as_bytes()).ok()?;
        let (password, client, host) = parts(&self.code, self.host);
        let chance = Stretched::from(self.seed);
        let (spake, own) =
            Spake2::<Ed25519Group>::start_b_with_rng(&password, &client, &host, chance);
        let key = spake.finish(&half).ok()?;
        let confirm = hmac::sign(&confirming(&key), CONFIRM);
        Some(Proof {
            pake: BASE64URL_NOPAD.encode(&own),
            confirm: BASE64URL_NOPAD.encode(confirm.as_ref()),
        })
    }
}

/// What both sides put in.
fn parts(code: &str, host: Fingerprint) -> (Password, Identity, Identity) {
    (
        Password::new(canonical(code)),
        Identity::new(CLIENT),
        Identity::new(format!("{HOST}{host}").as_bytes()),
    )
}

fn confirming(key: &[u8]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, key)
}

/// A seed as the library takes chance: as many bytes as it asks for, none of them twice.
struct Stretched {
    key: hmac::Key,
    block: u64,
}

impl From<Seed> for Stretched {
    fn from(Seed(bytes): Seed) -> Self {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &bytes);
        Self { key, block: 0 }
    }
}

impl CryptoRng for Stretched {}

impl RngCore for Stretched {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for piece in bytes.chunks_mut(SHA256_OUTPUT_LEN) {
            let block = hmac::sign(&self.key, &self.block.to_be_bytes());
            self.block += 1;
            for (byte, drawn) in piece.iter_mut().zip(block.as_ref()) {
                *byte = *drawn;
            }
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), rand_core::Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODE: &str = "K7QF-2M10";

    fn host() -> Fingerprint {
        Fingerprint::of(b"a certificate")
    }

    fn asker(code: &str, host: Fingerprint) -> (Asker, String) {
        Asker::begin(code, host, Seed::of([1; 32]))
    }

    fn prover(code: &str, host: Fingerprint) -> Prover {
        Prover::of(code, host, Seed::of([2; 32]))
    }

    #[test]
    fn whoever_has_the_code_and_the_certificate_convinces_however_the_code_is_written() {
        for (said, typed) in [(CODE, CODE), (CODE, "k7qf 2mlo"), ("K7QF2M1O", CODE)] {
            let (asker, half) = asker(typed, host());
            let proof = prover(said, host()).answer(&half).unwrap();
            assert!(asker.is_convinced(&proof), "{said} {typed}");
        }
    }

    #[test]
    fn another_code_or_another_certificate_convinces_nobody() {
        let other = Fingerprint::of(b"another certificate");
        for (code, seen) in [("K7QF-2M11", host()), (CODE, other), ("", host())] {
            let (asker, half) = asker(CODE, host());
            let proof = prover(code, seen).answer(&half).unwrap();
            assert!(!asker.is_convinced(&proof), "{code} {seen}");
        }
    }

    #[test]
    fn a_proof_is_good_for_the_question_it_answers_and_for_no_other() {
        let (_, half) = asker(CODE, host());
        let earlier = prover(CODE, host()).answer(&half).unwrap();
        let (again, _) = Asker::begin(CODE, host(), Seed::of([3; 32]));
        assert!(!again.is_convinced(&earlier));
        // Nor is the question its own answer.
        let (asked, half) = asker(CODE, host());
        let mirrored = Proof {
            pake: half,
            ..earlier
        };
        assert!(!asked.is_convinced(&mirrored));
    }

    #[test]
    fn what_is_bent_or_no_point_at_all_convinces_nobody_and_is_not_answered() {
        let (_, half) = asker(CODE, host());
        let proof = prover(CODE, host()).answer(&half).unwrap();
        let mut bent = proof.confirm.clone().into_bytes();
        bent[0] ^= 1;
        let bent = String::from_utf8(bent).unwrap();
        let nothing = String::new();
        for (pake, confirm) in [
            (&proof.pake, &bent),
            (&proof.pake, &nothing),
            (&proof.confirm, &proof.confirm),
            (&nothing, &proof.confirm),
        ] {
            let (asker, _) = asker(CODE, host());
            let (pake, confirm) = (pake.clone(), confirm.clone());
            assert!(!asker.is_convinced(&Proof { pake, confirm }));
        }
        let long = "A".repeat(16 * 1024);
        for half in ["", "!", "QQ", proof.pake.as_str(), "hello", long.as_str()] {
            assert_eq!(prover(CODE, host()).answer(half), None, "{half}");
        }
    }

    /// What is sent, for seeds that are known: a change here means that other versions are not understood any more.
    #[test]
    fn what_is_sent_follows_from_the_seeds_and_stays_as_it_is() {
        for (code, seeds, expected) in [
            (
                CODE,
                [1, 2],
                [
                    "QZ9CA71HlCpZLoMP7O7-IUQ1gYfo3SVDBFeleR-OS6YB",
                    "QoedVvibOSIIQrYdgMgC3_5yACM9gF8e3iw9yWe3p_9P",
                    "q0MoaNjPAk2GswrHMKibXow9yWqEVAj9rJ9iLEhZm1Q",
                ],
            ),
            (
                "0000-0000",
                [3, 4],
                [
                    "QYNGATJ_f33hK47tDoDtCbF0CmZvGIDjJuuLk0v8IqxU",
                    "Qpni5C8SmEhwjPeTjVszfMdxDPYxn7z5b-fwHoBMjT9q",
                    "6GN4GtNKJbu4O1ntiFGzQtaGBBU_8gqWsDr6URAGjQM",
                ],
            ),
        ] {
            let [client, room] = seeds.map(|seed| Seed::of([seed; 32]));
            let (asker, half) = Asker::begin(code, host(), client);
            let proof = Prover::of(code, host(), room).answer(&half).unwrap();
            assert_eq!([half.as_str(), &proof.pake, &proof.confirm], expected);
            assert!(asker.is_convinced(&proof));
        }
    }

    /// Made with the `spake2` of Python (version 0.9) and its HMAC-SHA-256, for the half that our seed makes.
    #[test]
    fn a_proof_of_a_host_of_another_make_convinces() {
        let (asker, _) = asker(CODE, host());
        assert!(asker.is_convinced(&Proof {
            pake: "Qm4gIF0NxZLVmk8PZw_m0C43aa7wf6n93PnkkGPVkQK7".to_owned(),
            confirm: "-ZGr8onJVk7q7FmEH_-SPtrXGKtMcWa6IKtkAuAPk2w".to_owned(),
        }));
    }
}
