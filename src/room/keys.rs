//! What lets people in: the join code, the facilitator's token, the certificate the room is known by, and the secret
//! from which every seat's own secret follows, so that no list of them has to be kept; and what keeps people out, the
//! lock and the seats that were taken away.
//!
//! All of it is kept together, beside the session and not in its journal: it has to hold as soon as it is said and
//! after a restart, but it is about the door of this room. The journal is about the workshop, is given to others, and
//! says of nobody that they were sent away. Whoever has the journal alone makes a room with other keys, in which no
//! seat of before can be opened at all.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Serialize};

use super::certificate::Certificate;
use crate::id::ParticipantId;
use crate::wire::canonical;
use crate::wire::proof::{Prover, Seed};

/// Crockford's base 32: no I, L, O and U, so that a code can be read aloud (D. Crockford, "Base 32").
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a join code: 40 bits.
const CODE: usize = 8;
/// Characters of the facilitator's token: 160 bits.
const TOKEN: usize = 32;

/// What the secret of an observer begins with.
const OBSERVER: &str = "observer";

/// The keys of one room.
#[derive(Clone, Serialize, Deserialize)]
pub struct Keys {
    code: String,
    token: String,
    secret: [u8; 32],
    /// None in the keys of a room from before rooms had one.
    #[serde(default)]
    certificate: Option<Certificate>,
    /// Whether nobody new is let in.
    #[serde(default)]
    locked: bool,
    /// The seats that were taken away.
    #[serde(default)]
    removed: BTreeSet<ParticipantId>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys { .. }")
    }
}

/// Keys could not be made.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The system has no randomness to give.
    #[error("the system gives no random numbers")]
    NoRandomness,
    /// There is no certificate.
    #[error("no certificate could be made")]
    Certificate(#[from] rcgen::Error),
}

impl Keys {
    /// Makes new keys.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn generate() -> Result<Self, KeysError> {
        Ok(Self {
            code: word(CODE)?,
            token: word(TOKEN)?,
            secret: random()?,
            certificate: Some(Certificate::generate()?),
            locked: false,
            removed: BTreeSet::new(),
        })
    }

    /// Whether nobody new is let in.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        self.locked
    }

    /// Lets nobody new in, or people again.
    pub const fn lock(&mut self, locked: bool) {
        self.locked = locked;
    }

    /// Whether this seat was taken away.
    #[must_use]
    pub fn is_removed(&self, seat: ParticipantId) -> bool {
        self.removed.contains(&seat)
    }

    /// Takes a seat away: its secret opens nothing any more.
    pub fn remove(&mut self, seat: ParticipantId) {
        self.removed.insert(seat);
    }

    /// Makes another join code. Tokens and the secrets of seats stay what they are.
    ///
    /// # Errors
    /// When the system has no randomness to give; the code is then the one there was.
    pub fn new_code(&mut self) -> Result<(), KeysError> {
        self.code = word(CODE)?;
        Ok(())
    }

    /// The certificate of the room, if it has one.
    #[must_use]
    pub const fn certificate(&self) -> Option<&Certificate> {
        self.certificate.as_ref()
    }

    /// Gives a room that has none a certificate.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn certify(&mut self) -> Result<(), KeysError> {
        if self.certificate.is_none() {
            self.certificate = Some(Certificate::generate()?);
        }
        Ok(())
    }

    /// The join code as it is shown: in two halves.
    #[must_use]
    pub fn code(&self) -> String {
        let (left, right) = self
            .code
            .split_at_checked(CODE / 2)
            .unwrap_or((&self.code, ""));
        format!("{left}-{right}")
    }

    /// The facilitator's token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Whether this is the join code, in any case and with any dashes, and look-alikes read as what they look like.
    #[must_use]
    pub fn admits(&self, code: &str) -> bool {
        self.same(&self.code, &canonical(code))
    }

    /// What shows a client once that this host knows the code; nothing for a room without a certificate.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn prover(&self) -> Result<Option<Prover>, KeysError> {
        let Some(certificate) = &self.certificate else {
            return Ok(None);
        };
        let seed = Seed::of(random()?);
        Ok(Some(Prover::of(
            &self.code,
            certificate.fingerprint(),
            seed,
        )))
    }

    /// Whether this is the facilitator's token.
    #[must_use]
    pub fn is_token(&self, token: &str) -> bool {
        self.same(&self.token, &canonical(token))
    }

    /// The secret of a seat: its number and a proof that the room gave it.
    #[must_use]
    pub fn seat_secret(&self, seat: ParticipantId) -> String {
        format!("{seat}.{}", self.proof(&message(seat)))
    }

    /// Proof that the room said this.
    fn proof(&self, message: &[u8]) -> String {
        let tag = hmac::sign(&self.key(), message);
        tag.as_ref().iter().fold(String::new(), |mut proof, byte| {
            // Writing to a string cannot fail.
            let _ = write!(proof, "{byte:02x}");
            proof
        })
    }

    /// The secret of whoever was once let in to watch, for as long as the code is the one they came in by: nothing else
    /// tells one observer from another, so another code keeps all of them out.
    #[must_use]
    pub fn observer_secret(&self) -> String {
        let message = format!("{OBSERVER} {}", self.code);
        format!("{OBSERVER}.{}", self.proof(message.as_bytes()))
    }

    /// Whether this is the secret of somebody who was let in to watch.
    #[must_use]
    pub fn is_observer_secret(&self, secret: &str) -> bool {
        self.same(&self.observer_secret(), secret)
    }

    /// The seat this is the secret of, also if it was taken away.
    #[must_use]
    pub fn seat_of(&self, secret: &str) -> Option<ParticipantId> {
        let (seat, _proof) = secret.split_once('.')?;
        let seat: ParticipantId = seat.parse().ok()?;
        self.same(&self.seat_secret(seat), secret).then_some(seat)
    }

    /// Compares without telling by the time it takes how much was right: what is compared are keyed hashes.
    fn same(&self, expected: &str, given: &str) -> bool {
        let expected = hmac::sign(&self.key(), expected.as_bytes());
        hmac::verify(&self.key(), given.as_bytes(), expected.as_ref()).is_ok()
    }

    fn key(&self) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, &self.secret)
    }
}

fn message(seat: ParticipantId) -> Vec<u8> {
    format!("seat {seat}").into_bytes()
}

fn random() -> Result<[u8; 32], KeysError> {
    let mut bytes = [0; 32];
    fill(&mut bytes)?;
    Ok(bytes)
}

fn fill(bytes: &mut [u8]) -> Result<(), KeysError> {
    SystemRandom::new()
        .fill(bytes)
        .map_err(|_unspecified| KeysError::NoRandomness)
}

/// Random characters of the alphabet; 256 is a multiple of 32, so each is as likely.
fn word(length: usize) -> Result<String, KeysError> {
    let mut bytes = vec![0; length];
    fill(&mut bytes)?;
    Ok(bytes
        .into_iter()
        .map(|byte| char::from(ALPHABET[usize::from(byte & 31)]))
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_typed_in_any_case_and_with_any_dashes() {
        let keys = Keys {
            code: "K7QF2M10".to_owned(),
            token: String::new(),
            secret: [7; 32],
            certificate: None,
            locked: false,
            removed: BTreeSet::new(),
        };
        for typed in ["K7QF-2M10", "k7qf 2mio", "K7Q-F2M-lO", " k7qf—2m10 "] {
            assert!(keys.admits(typed), "{typed}");
        }
        for typed in ["", "K7QF-2M1", "K7QF-2M100", "A7QF-2M10"] {
            assert!(!keys.admits(typed), "{typed}");
        }
    }

    #[test]
    fn a_seat_secret_opens_its_own_seat_only() {
        let keys = Keys::generate().expect("randomness");
        let secret = keys.seat_secret(ParticipantId(3));
        assert_eq!(keys.seat_of(&secret), Some(ParticipantId(3)));
        assert_eq!(keys.seat_of(&secret.replace("p03", "p04")), None);
        assert_eq!(keys.seat_of("p03."), None);
        let other = Keys::generate().expect("randomness");
        assert_eq!(other.seat_of(&secret), None);
    }

    #[test]
    fn another_code_leaves_seats_and_the_token_what_they_are_and_keeps_observers_out() {
        let mut keys = Keys::generate().expect("randomness");
        let before = keys.clone();
        keys.new_code().expect("randomness");
        keys.lock(true);
        keys.remove(ParticipantId(3));
        let kept = serde_json::to_value(&keys).expect("JSON");
        let keys: Keys = serde_json::from_value(kept).expect("keys");
        assert!(!keys.admits(&before.code()) && keys.admits(&keys.code()));
        assert_eq!(keys.token(), before.token());
        let secret = before.seat_secret(ParticipantId(4));
        assert_eq!(keys.seat_of(&secret), Some(ParticipantId(4)));
        assert!(!keys.is_observer_secret(&before.observer_secret()));
        assert!(!keys.is_observer_secret("") && !keys.is_observer_secret(&secret));
        assert!(keys.is_locked() && keys.is_removed(ParticipantId(3)));
        assert!(!keys.is_removed(ParticipantId(4)));
        // Keys of before rooms could be locked are those of an open room.
        let mut older = serde_json::to_value(&before).expect("JSON");
        let fields = older.as_object_mut().expect("an object");
        fields.remove("locked");
        fields.remove("removed");
        let older: Keys = serde_json::from_value(older).expect("keys");
        assert!(!older.is_locked() && !older.is_removed(ParticipantId(3)));
    }

    #[test]
    fn keys_that_were_kept_are_the_same_keys_and_older_ones_get_a_certificate_of_their_own() {
        let keys = Keys::generate().expect("randomness");
        let kept = serde_json::to_value(&keys).expect("JSON");
        let again: Keys = serde_json::from_value(kept.clone()).expect("keys");
        assert_eq!(again.certificate(), keys.certificate());

        let mut older = kept;
        older
            .as_object_mut()
            .expect("an object")
            .remove("certificate");
        let mut older: Keys = serde_json::from_value(older).expect("keys");
        assert_eq!((older.code(), older.certificate()), (keys.code(), None));
        older.certify().expect("randomness");
        let certified = older.clone();
        older.certify().expect("randomness");
        assert_eq!(older.certificate(), certified.certificate());
        assert!(
            older
                .certificate()
                .is_some_and(|own| Some(own) != keys.certificate())
        );
    }

    #[test]
    fn codes_have_forty_bits_and_tokens_more_than_a_hundred_and_twenty_eight() {
        let keys = Keys::generate().expect("randomness");
        assert_eq!(keys.code.len() * 5, 40);
        assert_eq!(keys.token.len() * 5, 160);
        assert!(
            keys.code()
                .bytes()
                .all(|byte| byte == b'-' || ALPHABET.contains(&byte))
        );
    }
}
