//! The link's vocabulary: what a client and the server say to each other, as JSON text frames. Encoding and
//! decoding only; no sockets. Unknown fields are ignored, unknown types are refused.

mod code;
mod fingerprint;
pub mod proof;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::{ParticipantId, PersonaId, StepId};
use crate::language::{Language, Localised};
use crate::moment::Moment;
use crate::text::Title;
use crate::vocabulary::{Anonymity, OrganisationKind, Role};
use crate::workshop::event::Outcome;
use crate::workshop::plan::Organisation;
use crate::workshop::{Command, Record, Seq, Workshop};

pub use code::canonical;
pub use fingerprint::{Fingerprint, NoFingerprint};
use proof::Proof;

/// The websocket subprotocol; its number changes when a client of before would misunderstand.
pub const SUBPROTOCOL: &str = "halte.v1";
/// What a plain client is told to change to, in the `Upgrade` of the answer, where the link has to be encrypted.
pub const TLS_UPGRADE: &str = "TLS/1.3";
/// The path of the websocket.
pub const PATH: &str = "/ws";
/// The most bytes in a frame from a client.
pub const MAX_CLIENT_FRAME: usize = 16 * 1024;
/// The port a host listens on unless told otherwise.
pub const DEFAULT_PORT: u16 = 7420;

/// What a client says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ClientMessage {
    /// The first thing, within ten seconds.
    Hello(Box<Hello>),
    /// In place of a hello: what is written on the door, before sitting down. The server answers and closes.
    Look {
        /// The join code of the room.
        code: String,
    },
    /// Before a hello or a look, over TLS: that the host should show first that it knows the code, for who has no
    /// fingerprint to know it by. See [`proof`].
    Prove {
        /// The client's half.
        pake: String,
    },
    /// Something that is asked for.
    Command {
        /// Made by the client; the same id is carried out once.
        id: Uuid,
        /// What is asked.
        command: Command,
    },
}

/// Who a client is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hello {
    /// The join code of the room.
    #[serde(default)]
    pub code: String,
    /// What the seat is for.
    pub role: Role,
    /// The facilitator's token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// A name; recorded in named sessions only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// An organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<OrganisationKind>,
    /// The persona nearest to one's own work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub real_role: Option<PersonaId>,
    /// The table one sits at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u8>,
    /// The language one reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Language>,
    /// The secret of an earlier welcome, to have the same seat again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat: Option<String>,
    /// The last record that was received on that seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Seq>,
    /// The `begun` of the welcome that record was received under: in another journal its number means another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<Moment>,
    /// Made by the client once for a new seat: a hello that is said again after a lost answer takes the same seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
}

/// What the server says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ServerMessage {
    /// The answer to a hello.
    Welcome(Box<Welcome>),
    /// The answer to a look.
    Sign(Box<Sign>),
    /// The answer to a client that wants to know the host first.
    Proof(Proof),
    /// A command was carried out, and that is on disk.
    Ack {
        /// The command.
        id: Uuid,
        /// The record that carried it out; the last one there was, if it changed nothing that is recorded.
        seq: Seq,
        /// What it made.
        result: Outcome,
    },
    /// A command was not carried out.
    Refused {
        /// The command.
        id: Uuid,
        /// Why, as a word.
        reason: String,
        /// Why, as a sentence in the language of the seat.
        message: String,
    },
    /// What changed.
    Records {
        /// Everything up to here has been said, or is not for this seat.
        through: Seq,
        /// The changes, in order.
        records: Vec<Record>,
    },
    /// Who is here and how far they are; the latest one counts.
    Presence(Presence),
    /// The end.
    Goodbye {
        /// Why.
        reason: Farewell,
    },
    /// Something is wrong with what the client said; the connection closes.
    Error {
        /// What, as a word.
        reason: Fault,
        /// What, as a sentence.
        message: String,
    },
}

/// What somebody who has the code may know before sitting down, such as whether their name will be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// What the workshop is called.
    pub title: Title,
    /// The language the room speaks.
    pub language: Language,
    /// How much is recorded about who people are.
    pub anonymity: Anonymity,
    /// Organisations that were invited, so that people can choose instead of typing.
    pub organisations: Vec<Organisation>,
    /// The roles there are, for whoever says which is nearest to their own work.
    pub personas: Vec<PersonaName>,
    /// The workshop has ended.
    pub closed: bool,
}

/// A persona by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonaName {
    /// Its id.
    pub id: PersonaId,
    /// What the role is called.
    pub role: Localised,
}

/// The answer to a hello.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Welcome {
    /// The seat's number.
    pub you: ParticipantId,
    /// The secret that gives this seat again.
    pub seat: String,
    /// What the seat is for.
    pub role: Role,
    /// The last record in this answer.
    pub seq: Seq,
    /// The time on the host's clock.
    pub now: Moment,
    /// When the journal was begun that numbers the records. A session that goes on from its saved file alone has a
    /// new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<Moment>,
    /// The workshop as this seat may see it: the fields of a saved session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<serde_json::Value>,
    /// The records since the one named in the hello, in place of the view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<Vec<Record>>,
}

/// Who is here and how far they are. Never journalled.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Presence {
    /// How many times the group had come to a step when this was counted (the length of the timeline): done lights
    /// of an earlier step say nothing about this one.
    #[serde(default)]
    pub visit: u32,
    /// Participants with the done light on.
    pub done: u32,
    /// Participants connected now.
    pub connected: u32,
    /// Participants with a seat.
    pub participants: u32,
    /// Contributions in the scenario under way, also private ones.
    pub contributions: u32,
    /// Ballots cast.
    pub ballots: u32,
    /// Sorts made.
    pub sorts: u32,
    /// Where the group goes shortly, if that was announced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moving: Option<Moving>,
    /// The done lights that are on; only for the facilitator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lights: Vec<ParticipantId>,
    /// Participants whose connection is lost; only for the facilitator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<ParticipantId>,
    /// The record cannot be written just now.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub read_only: bool,
    /// Nobody new is let in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// The host takes unencrypted connections from elsewhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unencrypted: bool,
    /// The join code there is now; only for the facilitator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Presence {
    /// The join code, if it was told and is one: nothing but letters, digits and dashes, and short.
    #[must_use]
    pub fn join_code(&self) -> Option<&str> {
        let is_of_code = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        let code = self.code.as_deref();
        code.filter(|code| (1..=32).contains(&code.len()) && code.chars().all(is_of_code))
    }

    /// What the record alone tells of it: how many have a seat, and how much is given. Who is connected and done is on
    /// no record, and whoever knows it fills it in.
    #[must_use]
    pub fn of(workshop: &Workshop) -> Self {
        let scenario = workshop.scenario();
        let contributions = || workshop.contributions().values();
        let given = contributions().filter(|given| {
            !given.withdrawn && scenario.is_none_or(|scenario| given.scenario == *scenario)
        });
        Self {
            visit: count(workshop.timeline().len()),
            participants: count(workshop.present().count()),
            contributions: count(given.count()),
            ballots: count(workshop.ballots().len()),
            sorts: count(contributions().map(|given| given.sorts.len()).sum()),
            ..Self::default()
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A step that was announced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moving {
    /// The step.
    pub to: StepId,
    /// When the group goes there, on the host's clock.
    pub at: Moment,
}

/// Why the server says goodbye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Farewell {
    /// The workshop has ended.
    SessionClosed,
    /// The host stops; the session can be resumed.
    HostStopped,
    /// The same seat was taken from another connection.
    Replaced,
    /// The participant left.
    Left,
    /// The facilitator took the seat away.
    Removed,
}

/// What is wrong with what a client said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The join code, token or seat secret is not the room's.
    WrongCode,
    /// It could not be understood.
    BadMessage,
    /// It was too long.
    TooLarge,
    /// It came too fast, or not in time.
    TooFast,
    /// There is no room.
    Full,
    /// This server does not do that.
    Unsupported,
    /// The hello did not come in time.
    TooSlow,
    /// Nobody new is let in.
    Locked,
    /// The facilitator took this seat away.
    Removed,
}

impl Fault {
    /// The websocket close code of the fault (4000-4999 is for applications, RFC 6455 section 7.4.2).
    #[must_use]
    pub const fn close_code(self) -> u16 {
        match self {
            Self::BadMessage => 4400,
            Self::WrongCode => 4401,
            Self::Removed => 4403,
            Self::TooSlow => 4408,
            Self::TooLarge => 4413,
            Self::Locked => 4423,
            Self::TooFast => 4429,
            Self::Unsupported => 4501,
            Self::Full => 4503,
        }
    }

    /// The word as it is written.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WrongCode => "wrong-code",
            Self::BadMessage => "bad-message",
            Self::TooLarge => "too-large",
            Self::TooFast => "too-fast",
            Self::Full => "full",
            Self::Unsupported => "unsupported",
            Self::TooSlow => "too-slow",
            Self::Locked => "locked",
            Self::Removed => "removed",
        }
    }
}
