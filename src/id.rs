//! Names for things: numbered ids minted by the workshop (`p03`, `n0012`) and slugs chosen by the author of a
//! plan (`status-quo`, `stitcher`). Pure values; this module never mints an id by chance.

use std::cell::RefCell;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Says why a piece of text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text is not a number behind the expected letter.
    #[error("expected an id such as \"{example}\"")]
    NotNumbered {
        /// What such an id looks like.
        example: String,
    },
    /// The text is not lower-case letters, digits and dashes.
    #[error("an id holds 1 to 48 letters, digits, dashes or underscores")]
    NotASlug,
}

macro_rules! numbered {
    ($(#[$doc:meta])* $name:ident, $letter:literal, $width:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{:0", $width, "}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                text.strip_prefix($letter)
                    .filter(|digits| !digits.is_empty() && digits.len() <= 9)
                    .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
                    .and_then(|digits| digits.parse().ok())
                    .map(Self)
                    .ok_or_else(|| IdError::NotNumbered { example: Self(1).to_string() })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        write!(f, "an id such as \"{}\"", $name(1))
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(|_cause: IdError| E::invalid_value(de::Unexpected::Str(text), &self))
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}

numbered!(
    /// A person's seat in the workshop; `p00` is the facilitator.
    ParticipantId, "p", 2
);
numbered!(
    /// One contribution.
    ContributionId, "n", 4
);
numbered!(
    /// A group of contributions that say the same need.
    GroupId, "g", 2
);
numbered!(
    /// One ballot; a voter who votes again replaces the ballot of the same number.
    BallotId, "b", 2
);
numbered!(
    /// One entry of the parking lot.
    ParkingId, "k", 2
);
numbered!(
    /// One recommendation.
    RecommendationId, "r", 2
);
numbered!(
    /// One reflection on a challenge.
    ReflectionId, "f", 2
);

impl ParticipantId {
    /// The facilitator's seat.
    pub const FACILITATOR: Self = Self(0);
}

macro_rules! slug {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Reads the id.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                if is_slug(text) { Ok(Self(shared(text))) } else { Err(IdError::NotASlug) }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl Visitor<'_> for Text {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an id of 1 to 48 letters, digits, dashes or underscores")
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(|_cause: IdError| E::invalid_value(de::Unexpected::Str(text), &self))
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}

slug!(
    /// A step of the agenda, as the plan names it.
    StepId
);
slug!(
    /// A scenario for work in 2035.
    ScenarioId
);
slug!(
    /// A typical role on the shop floor.
    PersonaId
);
slug!(
    /// A future need: one of the five, or one the group proposed.
    ThemeId
);
slug!(
    /// A question shown while people write.
    PromptId
);
slug!(
    /// A trend card.
    CardId
);
slug!(
    /// A driving force behind the trends.
    ForceId
);
slug!(
    /// A case: research on the shop floor.
    CaseId
);
slug!(
    /// One of the challenges the white paper calls very likely.
    ChallengeId
);
slug!(
    /// A whole session: also the stem of its file name, so it is always safe as one.
    SessionId
);

/// How many ids a thread remembers; a workshop has some two hundred, and most of what is read names a few of them.
const REMEMBERED: usize = 256;

thread_local! {
    /// The ids this thread read last, each where its letters say.
    static READ: RefCell<Vec<Option<Arc<str>>>> = RefCell::new(vec![None; REMEMBERED]);
}

/// The text of an id, in one place for all who name it: a saved session repeats the same few thousands of times. What
/// is remembered is the text itself, so it can be forgotten at any time and never be wrong.
fn shared(text: &str) -> Arc<str> {
    let hash = text.bytes().fold(text.len(), |hash, byte| {
        hash.wrapping_mul(31).wrapping_add(usize::from(byte))
    });
    READ.with_borrow_mut(|read| match read.get_mut(hash % REMEMBERED) {
        Some(Some(known)) if **known == *text => Arc::clone(known),
        Some(place) => Arc::clone(place.insert(Arc::from(text))),
        None => Arc::from(text),
    })
}

/// Answers whether a text may serve as an id: 1 to 48 ASCII letters, digits, dashes or underscores, starting
/// with a letter or digit, and not what Windows calls a device.
/// Long enough for a session id of date, title and suffix.
fn is_slug(text: &str) -> bool {
    (1..=48).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        && text
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
        && !is_device(text)
}

/// Whether Windows takes a file of this name for one of its devices, whatever its ending.
fn is_device(text: &str) -> bool {
    let numbered = |name: &str| {
        let digit = text
            .get(..3)
            .filter(|start| start.eq_ignore_ascii_case(name))
            .and_then(|_| text.get(3..));
        digit.is_some_and(|digit| {
            digit.len() == 1 && digit.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    ["con", "prn", "aux", "nul"]
        .iter()
        .any(|device| text.eq_ignore_ascii_case(device))
        || numbered("com")
        || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_ids_print_padded_and_read_back() {
        assert_eq!(ContributionId(12).to_string(), "n0012");
        assert_eq!("n0012".parse(), Ok(ContributionId(12)));
        assert_eq!("n12345".parse(), Ok(ContributionId(12_345)));
        assert_eq!(ParticipantId(3).to_string(), "p03");
    }

    #[test]
    fn text_that_is_no_number_behind_the_letter_is_refused() {
        for wrong in [
            "",
            "n",
            "p03",
            "n-1",
            "n+1",
            "n0x",
            "n99999999999",
            "N0001",
            "n１",
        ] {
            assert!(wrong.parse::<ContributionId>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_slug_is_never_a_path() {
        for wrong in [
            "",
            "..",
            "a/b",
            "a\\b",
            "-x",
            "é",
            "a b",
            "a.yaml",
            "a\0b",
            "con",
            "NUL",
            "Com1",
            "lpt9",
            &"x".repeat(49),
        ] {
            assert!(wrong.parse::<SessionId>().is_err(), "{wrong}");
        }
        assert!("status-quo".parse::<ScenarioId>().is_ok());
    }
}
