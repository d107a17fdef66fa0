//! What can be wrong with a file somebody wrote, as data: where, and which of a closed list of problems. The
//! sentences stand in the words of each language (`session::sentence`); nothing in here is shown to anybody.

use crate::nearest::nearest;
use crate::vocabulary::StepKind;

/// A file that cannot be used, and the place in it where that shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The field whose value it is about, where that helps.
    pub field: Option<String>,
    /// What is wrong.
    pub problem: Box<Problem>,
}

/// A place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) line: u32,
    pub(crate) column: u32,
}

impl At {
    /// The first character; where a problem of the whole file is said to be.
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    pub(crate) fn says(self, problem: Problem) -> FileError {
        FileError {
            line: self.line,
            column: self.column,
            field: None,
            problem: Box::new(problem),
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is larger than any plan or session.
    TooLarge {
        /// The most it may have, in mebibytes.
        limit: usize,
    },
    /// The file is not text in UTF-8.
    NotUtf8,
    /// The file holds a NUL: it is no text at all.
    Binary,
    /// There is nothing in the file, or only comments.
    Empty,
    /// A saved session that was cut off.
    CutOff {
        /// What its last line should be.
        end: &'static str,
    },

    /// A tab where only spaces may indent.
    Tab,
    /// A quote that is never closed.
    UnclosedQuote,
    /// A bracket that is never closed.
    UnclosedBracket {
        /// The bracket.
        open: char,
    },
    /// A bracket closed by another kind, or one too many.
    WrongBracket,
    /// A line that does not fit the lines around it.
    Indentation,
    /// A colon in a text without quotes.
    ColonInText,
    /// A name of a field without its colon.
    MissingColon,
    /// A character that cannot start a text without quotes.
    NeedsQuotes {
        /// The character.
        character: char,
    },
    /// A backslash that means nothing.
    BadEscape,
    /// A character that shows nothing: a control character, or a byte order mark that is not at the beginning.
    Invisible {
        /// The character.
        character: char,
    },
    /// Not YAML in another way.
    Syntax,

    /// An anchor (`&name`).
    Anchor,
    /// An alias (`*name`).
    Alias,
    /// A tag (`!name`).
    Tag,
    /// A merge key (`<<`).
    MergeKey,
    /// A directive (`%YAML`).
    Directive,
    /// A second document.
    TwoDocuments,
    /// Lists and maps inside each other, too deep.
    TooDeep {
        /// How deep they may go.
        limit: usize,
    },
    /// More values than any session has.
    TooMany {
        /// How many there may be.
        limit: usize,
    },
    /// A list or map where the name of a field belongs.
    KeyNotText,
    /// The same field twice.
    DuplicateKey {
        /// Its name.
        key: String,
    },

    /// No `schema`.
    NoSchema {
        /// What to write.
        schema: &'static str,
    },
    /// A `schema` that halte never had.
    NotASchema {
        /// What was written.
        found: String,
        /// What to write.
        schema: &'static str,
    },
    /// A file of a newer halte.
    NewerSchema {
        /// What was written.
        found: String,
        /// The newest one that can be read.
        schema: &'static str,
    },
    /// A plan where a session is needed: nothing has happened in it.
    NotASession,

    /// A field that does not exist.
    UnknownField {
        /// Its name.
        field: String,
        /// The nearest one that does.
        nearest: Option<String>,
        /// All that do.
        known: Vec<String>,
    },
    /// A field that is needed.
    MissingField {
        /// Its name.
        field: String,
    },
    /// Another kind of value.
    Expected {
        /// What belongs here.
        wanted: Wanted,
        /// What stands here.
        found: Found,
    },
    /// A word that is not on its list.
    UnknownWord {
        /// The word.
        word: String,
        /// The nearest one that is.
        nearest: Option<String>,
        /// The list.
        known: Vec<String>,
    },
    /// A text that says nothing.
    EmptyText,
    /// A text that does not fit.
    TextTooLong {
        /// The most characters.
        limit: u64,
        /// How many it has.
        length: u64,
    },
    /// A value that a type refuses for a reason of its own.
    Refused {
        /// The reason.
        reason: String,
    },

    /// An id that nothing has.
    Unknown {
        /// What kind of thing is meant.
        what: Thing,
        /// The id.
        id: String,
        /// The nearest one there is.
        nearest: Option<String>,
        /// All there are, unless they are many.
        known: Vec<String>,
    },
    /// An id that two things have.
    Duplicate {
        /// What kind of things they are.
        what: Thing,
        /// The id.
        id: String,
    },
    /// A word that speaks for a theme, not written the way such words are.
    NotAPattern {
        /// What was written.
        found: String,
    },
    /// An id that stands for something else.
    Reserved {
        /// The id.
        id: String,
    },
    /// A list with nothing in it where something is needed.
    NoneOf {
        /// What is needed.
        what: Thing,
    },
    /// More than four scenarios.
    TooManyScenarios {
        /// How many there may be.
        limit: usize,
    },
    /// A step that is about a scenario and names none.
    NeedsScenario {
        /// The kind of step.
        kind: StepKind,
    },
    /// A contribution says it is in a group, and the group does not list it; or the other way round.
    GroupDisagrees {
        /// The contribution.
        contribution: String,
        /// The group.
        group: String,
    },
}

impl Problem {
    /// Nothing has this id; something may have one like it.
    #[must_use]
    pub fn unknown(what: Thing, id: &str, known: &[&str]) -> Self {
        const MANY: usize = 16;
        let list = if known.len() > MANY { &[] } else { known };
        Self::Unknown {
            what,
            id: id.to_owned(),
            nearest: nearest(id, known.iter().copied()).map(str::to_owned),
            known: list.iter().map(|id| (*id).to_owned()).collect(),
        }
    }
}

/// What belongs in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A text.
    Text,
    /// A whole number.
    Number {
        /// The lowest.
        low: i128,
        /// The highest.
        high: i128,
    },
    /// A number from 0 to 1.
    Fraction,
    /// `true` or `false`.
    YesNo,
    /// A list.
    List,
    /// A map.
    Map,
    /// A text per language.
    Texts,
    /// An id its author chooses.
    Id,
    /// A numbered id.
    Numbered {
        /// What such an id looks like.
        example: String,
    },
    /// A time.
    Time,
    /// One of a list of words.
    Word,
}

/// What stands in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A text, or a number, or a word.
    Text(String),
    /// A list.
    List,
    /// A map.
    Map,
    /// Nothing.
    Nothing,
}

/// Things that have an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A scenario.
    Scenario,
    /// A persona.
    Persona,
    /// A set of personas.
    PersonaSet,
    /// A theme.
    Theme,
    /// A driving force.
    Force,
    /// A trend card.
    Card,
    /// A case.
    Case,
    /// A challenge.
    Challenge,
    /// A prompt.
    Prompt,
    /// A script, by its kind of step.
    Script,
    /// A step.
    Step,
    /// A preset.
    Preset,
    /// A participant.
    Participant,
    /// An assignment.
    Assignment,
    /// A contribution.
    Contribution,
    /// One person's place for a contribution, by its number.
    Sort,
    /// A group.
    Group,
    /// A ballot's theme.
    Vote,
    /// A parking entry.
    Parking,
    /// A recommendation.
    Recommendation,
    /// A reflection.
    Reflection,
}

impl Thing {
    /// The word the sentences choose by.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Persona => "persona",
            Self::PersonaSet => "persona-set",
            Self::Theme => "theme",
            Self::Force => "force",
            Self::Card => "card",
            Self::Case => "case",
            Self::Challenge => "challenge",
            Self::Prompt => "prompt",
            Self::Script => "script",
            Self::Step => "step",
            Self::Preset => "preset",
            Self::Participant => "participant",
            Self::Assignment => "assignment",
            Self::Contribution => "contribution",
            Self::Sort => "sort",
            Self::Group => "group",
            Self::Vote => "vote",
            Self::Parking => "parking",
            Self::Recommendation => "recommendation",
            Self::Reflection => "reflection",
        }
    }
}
