//! A problem while serde is at work: what serde and our own types say is wrong, as one of our problems, on its way to
//! the place it is to be blamed on.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

use crate::content::fault::{At, FileError, Found, Problem, Wanted};
use crate::content::node::Key;
use crate::nearest::nearest;

/// A problem on its way out of serde, which gets its place from the first value it passes.
#[derive(Debug)]
pub(super) struct Blame {
    at: Option<At>,
    field: Option<String>,
    problem: Box<Problem>,
}

impl Blame {
    pub(super) fn new(problem: Problem) -> Self {
        Self {
            at: None,
            field: None,
            problem: Box::new(problem),
        }
    }

    pub(super) fn at(mut self, at: At) -> Self {
        self.at.get_or_insert(at);
        self
    }

    /// Names the field a value stands in, if that says more than the problem itself.
    pub(super) fn of_field(mut self, key: &Key<'_>) -> Self {
        let about_a_value = matches!(
            *self.problem,
            Problem::Expected { .. }
                | Problem::UnknownWord { .. }
                | Problem::EmptyText
                | Problem::TextTooLong { .. }
                | Problem::Refused { .. }
        );
        if about_a_value && self.field.is_none() {
            self.field = Some(key.text.to_string());
        }
        self
    }

    pub(super) fn settle(self, outermost: At) -> FileError {
        let At { line, column } = self.at.unwrap_or(outermost);
        FileError {
            line,
            column,
            field: self.field,
            problem: self.problem,
        }
    }
}

impl fmt::Display for Blame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.problem)
    }
}

impl std::error::Error for Blame {}

impl de::Error for Blame {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self::new(said_by_a_type(&reason.to_string()))
    }

    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::invalid_value(found, wanted)
    }

    fn invalid_value(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Str(text) => Found::Text(text.to_owned()),
            Unexpected::Seq => Found::List,
            Unexpected::Map => Found::Map,
            Unexpected::Unit | Unexpected::Option => Found::Nothing,
            other => Found::Text(other.to_string()),
        };
        let wanted = wanted_by(&wanted.to_string());
        Self::new(Problem::Expected { wanted, found })
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(Problem::UnknownWord {
            word: word.to_owned(),
            nearest: nearest(word, known.iter().copied()).map(str::to_owned),
            known: known.iter().map(|word| (*word).to_owned()).collect(),
        })
    }

    fn missing_field(field: &'static str) -> Self {
        let field = field.to_owned();
        Self::new(Problem::MissingField { field })
    }
}

/// What a type of our own says is wrong with a text; serde hands over nothing but its words.
fn said_by_a_type(reason: &str) -> Problem {
    use crate::text::TextError;
    if reason == TextError::Empty.to_string() {
        return Problem::EmptyText;
    }
    let mut numbers = reason
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse::<u64>().ok());
    if let (Some(length), Some(limit)) = (numbers.next(), numbers.next())
        && limit < length
    {
        return Problem::TextTooLong { limit, length };
    }
    Problem::Refused {
        reason: reason.to_owned(),
    }
}

/// What a visitor of our own says it wants.
pub(super) fn wanted_by(visitor: &str) -> Wanted {
    let quoted = visitor.split('"').nth(1);
    match quoted {
        Some(example) if visitor.starts_with("an id such as") => Wanted::Numbered {
            example: example.to_owned(),
        },
        Some(_) if visitor.starts_with("a time such as") => Wanted::Time,
        _ if visitor.starts_with("an id") => Wanted::Id,
        _ if visitor.starts_with("a map with nl") => Wanted::Texts,
        _ => Wanted::Map,
    }
}
