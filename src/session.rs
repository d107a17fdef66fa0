//! Plans, saved sessions and persona files: YAML text to checked values and back, with the line and column of
//! whatever is wrong. A plan is a session that has not started. This module is handed texts and never opens a file;
//! what has to be new when a room opens (a date, a number by chance) is handed over too.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod draft;
mod plan;
mod record;
mod schema;
mod sentence;
mod whole;
mod write;

pub use draft::{Draft, Fresh};
pub use whole::is_head;
pub use write::{Outline, WriteError, write, write_plan};

use crate::content::{
    At, Content, ContentError, FileError, Key, Node, Problem, Value, decode, first_unknown, parse,
};
use crate::vocabulary::PresetName;
use crate::workshop::Workshop;
use crate::workshop::plan::{Persona, Plan};
use crate::workshop::proceedings::Proceedings;

/// What a file turned out to be. Whatever is handed out has been checked: every id it uses, it defines.
#[derive(Debug, Clone, PartialEq)]
pub enum File {
    /// A plan: nothing has happened yet.
    Plan(Box<Draft>),
    /// A saved session.
    Session(Box<Session>),
    /// One persona.
    Persona(Box<Persona>),
}

/// A saved session: complete on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// What was fixed before people arrived, and what the group added.
    pub plan: Plan,
    /// What happened.
    pub proceedings: Proceedings,
}

impl Session {
    /// The session as it stands in a workshop.
    #[must_use]
    pub fn of(workshop: &Workshop) -> Self {
        Self {
            plan: workshop.plan().clone(),
            proceedings: Proceedings::of(workshop),
        }
    }

    /// The workshop it was saved from, without what undo could take back.
    #[must_use]
    pub fn into_workshop(self) -> Workshop {
        self.proceedings.into_workshop(self.plan, None)
    }
}

/// Reads a plan, a saved session or a persona; which of them, its fields tell.
pub fn read(bytes: &[u8], content: &Content) -> Result<File, FileError> {
    whole::check(bytes)?;
    let (at, fields) = fields_of(parse(bytes)?)?;
    let has = |field: &str| fields.iter().any(|(key, _)| *key.text == *field);
    if !has("schema") && has("role") {
        let persona = decode(&map(at, fields))?;
        return Ok(File::Persona(Box::new(persona)));
    }
    let fields = schema::current(at, fields)?;
    if fields.iter().any(|(key, _)| is_record(key)) {
        let session = session(at, fields)?;
        return Ok(File::Session(Box::new(session)));
    }
    let draft = draft::read(at, fields, content)?;
    Ok(File::Plan(Box::new(draft)))
}

/// Reads a saved session, which needs no library: it is complete on its own.
pub fn read_session(bytes: &[u8]) -> Result<Session, FileError> {
    whole::check(bytes)?;
    let (at, fields) = fields_of(parse(bytes)?)?;
    let fields = schema::current(at, fields)?;
    if fields.iter().any(|(key, _)| is_record(key)) {
        session(at, fields)
    } else {
        Err(at.says(Problem::NotASession))
    }
}

/// A plan that halte ships: what a room opens with when nobody names another.
pub fn shipped(preset: PresetName, content: &Content) -> Result<Draft, ContentError> {
    let (path, text) = match preset {
        PresetName::Full => ("sessions/full.yaml", include_str!("../sessions/full.yaml")),
        PresetName::Short => (
            "sessions/short.yaml",
            include_str!("../sessions/short.yaml"),
        ),
    };
    let read = || {
        let (at, fields) = fields_of(parse(text.as_bytes())?)?;
        draft::read(at, schema::current(at, fields)?, content)
    };
    read().map_err(|error| {
        let path = path.to_owned();
        ContentError { path, error }
    })
}

/// The fields of a plan, in their order.
const PLAN: [&str; 19] = [
    "id",
    "title",
    "language",
    "anonymity",
    "dots",
    "seed",
    "tags",
    "organisations",
    "agenda",
    "scenarios",
    "personas",
    "themes",
    "forces",
    "cards",
    "cases",
    "challenges",
    "prompts",
    "scripts",
    "suggestions",
];
/// The last field of a plan.
const NOTICES: &str = "notices";
/// What was taken out of a record, told beside the plan; a plan has no record yet and may not say it.
const REDACTED: &str = "redacted";
/// What may stand in place of an agenda.
const PRESET: &str = "preset";

/// The fields of the record, in their order.
const RECORD: [&str; 20] = [
    "seq",
    "opened_at",
    "closed_at",
    "timer",
    "participants",
    "assignments",
    "cards_played",
    "contributions",
    "groups",
    "slices",
    "spotlight",
    "votes",
    "hands",
    "vote_result",
    "parking",
    "recommendations",
    "reflections",
    "alike",
    "taught",
    "timeline",
];

type Fields<'a> = Vec<(Key<'a>, Node<'a>)>;

fn is_record(key: &Key<'_>) -> bool {
    RECORD.contains(&&*key.text)
}

fn fields_of(tree: Node<'_>) -> Result<(At, Fields<'_>), FileError> {
    let at = tree.at;
    crate::content::entries(tree).map(|fields| (at, fields))
}

const fn map(at: At, fields: Fields<'_>) -> Node<'_> {
    let value = Value::Map(fields);
    Node { at, value }
}

fn session(at: At, fields: Fields<'_>) -> Result<Session, FileError> {
    let known: Vec<&str> = PLAN
        .into_iter()
        .chain([NOTICES, REDACTED])
        .chain(RECORD)
        .collect();
    first_unknown(&fields, &known)?;
    let (record, plan): (Fields<'_>, Fields<'_>) =
        fields.into_iter().partition(|(key, _)| is_record(key));
    let (plan_tree, record_tree) = (map(at, plan), map(at, record));
    let plan: Plan = decode(&plan_tree)?;
    plan::check(&plan, &plan_tree)?;
    let proceedings: Proceedings = decode(&record_tree)?;
    record::check(&plan, &proceedings, &record_tree)?;
    Ok(Session { plan, proceedings })
}
