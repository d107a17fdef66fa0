//! The sentence for each problem, in the reader's language: what is wrong, where, and what to do about it. Always one
//! line, whatever the file holds: what is quoted from it is cleaned and shortened.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation;

use crate::content::{ContentError, FileError, Found, Problem, Thing, Wanted};
use crate::language::Language;
use crate::locale::{Locale, Value};
use crate::text::{Lines, clean};

/// The most characters of a file that are quoted in a sentence.
const QUOTED: usize = 40;
/// The most words that are listed as possible.
const LISTED: usize = 12;

impl FileError {
    /// The whole message, with the path of the file: `sessions/plan.yaml:14:7: …`.
    #[must_use]
    pub fn render(&self, locale: Locale, path: &str) -> String {
        let sentence = self.sentence(locale);
        format!("{path}:{}:{}: {sentence}", self.line, self.column)
    }

    /// The sentence alone.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        let sentence = self.problem.sentence(locale);
        match &self.field {
            Some(field) => locale.say_with(
                "session-in-field",
                &[("field", quoted(field)), ("sentence", sentence.into())],
            ),
            None => sentence,
        }
    }
}

impl ContentError {
    /// The whole message: `personas/stitcher.yaml:14:7: …`.
    #[must_use]
    pub fn render(&self, locale: Locale) -> String {
        self.error.render(locale, &self.path)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = self.sentence(Locale::new(Language::En));
        write!(f, "{}:{}: {sentence}", self.line, self.column)
    }
}

impl std::error::Error for FileError {}

impl Problem {
    /// The sentence, for a problem that stands in no file, such as an id on the command line.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        let key = self.key();
        let with = |variables: &[(&str, Value<'_>)]| locale.say_with(key, variables);
        match self {
            Self::TooLarge { limit } | Self::TooDeep { limit } | Self::TooMany { limit } => {
                with(&[("limit", number(limit))])
            }
            Self::TooManyScenarios { limit } => with(&[("limit", number(limit))]),
            Self::UnclosedBracket { open } => {
                let close = if *open == '[' { "]" } else { "}" };
                let open = Value::from(open.to_string());
                with(&[("open", open), ("close", close.into())])
            }
            Self::Invisible { character } => {
                let code = format!("U+{:04X}", u32::from(*character));
                with(&[("code", code.into())])
            }
            Self::NeedsQuotes { character } => {
                with(&[("character", quoted(&character.to_string()))])
            }
            Self::DuplicateKey { key: field } | Self::MissingField { field } => {
                with(&[("field", quoted(field))])
            }
            Self::NoSchema { schema } => with(&[("schema", (*schema).into())]),
            Self::NotASchema { found, schema } | Self::NewerSchema { found, schema } => {
                with(&[("found", quoted(found)), ("schema", (*schema).into())])
            }
            Self::UnknownField {
                field,
                nearest,
                known,
            } => {
                let said = with(&[("field", quoted(field))]);
                with_hint(locale, &said, nearest.as_deref(), known)
            }
            Self::UnknownWord {
                word,
                nearest,
                known,
            } => {
                let said = with(&[("word", quoted(word))]);
                with_hint(locale, &said, nearest.as_deref(), known)
            }
            Self::Unknown {
                what,
                id,
                nearest,
                known,
            } => {
                let said = with(&[("what", thing(*what)), ("id", quoted(id))]);
                with_hint(locale, &said, nearest.as_deref(), known)
            }
            Self::Expected { wanted, found } => with(&[
                ("wanted", wanted.words(locale).into()),
                ("found", found.words(locale).into()),
            ]),
            Self::TextTooLong { limit, length } => {
                with(&[("limit", number(limit)), ("length", number(length))])
            }
            Self::Refused { reason } => with(&[("reason", quoted(reason))]),
            Self::Duplicate { what, id } => with(&[("what", thing(*what)), ("id", quoted(id))]),
            Self::CutOff { end } => with(&[("end", (*end).into())]),
            Self::NotAPattern { found } => with(&[("found", quoted(found))]),
            Self::Reserved { id } => with(&[("id", quoted(id))]),
            Self::NoneOf { what } => with(&[("what", thing(*what))]),
            Self::NeedsScenario { kind } => with(&[("kind", kind.as_str().into())]),
            Self::GroupDisagrees {
                contribution,
                group,
            } => with(&[
                ("contribution", quoted(contribution)),
                ("group", quoted(group)),
            ]),
            Self::NotUtf8
            | Self::Binary
            | Self::Empty
            | Self::Tab
            | Self::UnclosedQuote
            | Self::WrongBracket
            | Self::Indentation
            | Self::ColonInText
            | Self::MissingColon
            | Self::BadEscape
            | Self::Syntax
            | Self::Anchor
            | Self::Alias
            | Self::Tag
            | Self::MergeKey
            | Self::Directive
            | Self::TwoDocuments
            | Self::KeyNotText
            | Self::NotASession
            | Self::EmptyText => locale.say(key),
        }
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "session-too-large",
            Self::NotUtf8 => "session-not-utf8",
            Self::Binary => "session-binary",
            Self::Empty => "session-empty",
            Self::CutOff { .. } => "session-cut-off",
            Self::Tab => "session-tab",
            Self::UnclosedQuote => "session-unclosed-quote",
            Self::UnclosedBracket { .. } => "session-unclosed-bracket",
            Self::WrongBracket => "session-wrong-bracket",
            Self::Indentation => "session-indentation",
            Self::ColonInText => "session-colon-in-text",
            Self::MissingColon => "session-missing-colon",
            Self::NeedsQuotes { .. } => "session-needs-quotes",
            Self::BadEscape => "session-bad-escape",
            Self::Invisible { .. } => "session-invisible",
            Self::Syntax => "session-syntax",
            Self::Anchor => "session-anchor",
            Self::Alias => "session-alias",
            Self::Tag => "session-tag",
            Self::MergeKey => "session-merge-key",
            Self::Directive => "session-directive",
            Self::TwoDocuments => "session-two-documents",
            Self::TooDeep { .. } => "session-too-deep",
            Self::TooMany { .. } => "session-too-many",
            Self::KeyNotText => "session-key-not-text",
            Self::DuplicateKey { .. } => "session-duplicate-key",
            Self::NoSchema { .. } => "session-no-schema",
            Self::NotASchema { .. } => "session-not-a-schema",
            Self::NewerSchema { .. } => "session-newer-schema",
            Self::NotASession => "session-not-a-session",
            Self::UnknownField { .. } => "session-unknown-field",
            Self::MissingField { .. } => "session-missing-field",
            Self::Expected { .. } => "session-expected",
            Self::UnknownWord { .. } => "session-unknown-word",
            Self::EmptyText => "session-empty-text",
            Self::TextTooLong { .. } => "session-text-too-long",
            Self::Refused { .. } => "session-refused",
            Self::Unknown { .. } => "session-unknown",
            Self::Duplicate { .. } => "session-duplicate",
            Self::NotAPattern { .. } => "session-not-a-pattern",
            Self::Reserved { .. } => "session-reserved",
            Self::NoneOf { .. } => "session-none-of",
            Self::TooManyScenarios { .. } => "session-too-many-scenarios",
            Self::NeedsScenario { .. } => "session-needs-scenario",
            Self::GroupDisagrees { .. } => "session-group-disagrees",
        }
    }
}

impl Wanted {
    fn words(&self, locale: Locale) -> String {
        match self {
            Self::Number { low, high } => locale.say_with(
                "session-wanted-number",
                &[("low", number(low)), ("high", number(high))],
            ),
            Self::Numbered { example } => {
                locale.say_with("session-wanted-numbered", &[("example", quoted(example))])
            }
            Self::Text => locale.say("session-wanted-text"),
            Self::Fraction => locale.say("session-wanted-fraction"),
            Self::YesNo => locale.say("session-wanted-yes-no"),
            Self::List => locale.say("session-wanted-list"),
            Self::Map => locale.say("session-wanted-map"),
            Self::Texts => locale.say("session-wanted-texts"),
            Self::Id => locale.say("session-wanted-id"),
            Self::Time => locale.say("session-wanted-time"),
            Self::Word => locale.say("session-wanted-word"),
        }
    }
}

impl Found {
    fn words(&self, locale: Locale) -> String {
        match self {
            Self::Text(text) => locale.say_with("session-found-text", &[("text", quoted(text))]),
            Self::List => locale.say("session-found-list"),
            Self::Map => locale.say("session-found-map"),
            Self::Nothing => locale.say("session-found-nothing"),
        }
    }
}

/// Adds what was probably meant, or else what there is to choose from.
fn with_hint(locale: Locale, said: &str, nearest: Option<&str>, known: &[String]) -> String {
    let hint = match nearest {
        Some(word) => locale.say_with("session-hint-nearest", &[("word", quoted(word))]),
        None if known.is_empty() || known.len() > LISTED => return said.to_owned(),
        None => locale.say_with("session-hint-known", &[("known", known.join(", ").into())]),
    };
    format!("{said}; {hint}")
}

fn thing(thing: Thing) -> Value<'static> {
    thing.as_str().into()
}

/// A number as its digits: figures in a file have no thousands separators.
fn number(number: &impl ToString) -> Value<'static> {
    number.to_string().into()
}

/// Words of the file, safe to show and not too many of them.
fn quoted(text: &str) -> Value<'static> {
    let text = clean(text, Lines::One);
    match text.grapheme_indices(true).nth(QUOTED) {
        Some((end, _)) => {
            let (shown, _) = text.split_at_checked(end).unwrap_or_default();
            format!("{shown}…").into()
        }
        None => text.into(),
    }
}
