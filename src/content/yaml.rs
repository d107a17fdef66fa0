//! YAML text to a tree that knows where everything stands. It takes the part of YAML people write by hand: maps,
//! lists and texts, in block or flow style. Anchors, aliases, tags, merge keys, directives and further documents are
//! refused where they stand, so that nothing in a file can grow when it is read, and every value stays the text it
//! was written as: what it means is decided by whoever reads it.

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span, StrInput};

use super::fault::{At, FileError, Problem};
use super::node::{Key, Node, Value};

/// The most a file may have; a session of a full day has five.
const MAX_MEBIBYTES: usize = 32;
/// How deep lists and maps may lie inside each other; a session needs seven.
const MAX_DEPTH: usize = 32;
/// The most values; twenty thousand contributions with everything about them have less than half.
const MAX_VALUES: usize = 2_000_000;
/// In maps of so many fields each is held against all before it.
const FEW: usize = 16;

/// Reads the one document of a file.
pub(crate) fn parse(bytes: &[u8]) -> Result<Node<'_>, FileError> {
    let text = text_of(bytes)?;
    let options = serde_yaml::granit_parser::options! {
        disallow_directives: true,
        emit_anchor_events: true,
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut tree = Tree::default();
    while let Some(event) = parser.next_event() {
        let (event, span) = event.map_err(|error| scan_error(&error, text))?;
        tree.take(event, span, &mut parser)?;
    }
    let root = tree.root.filter(|root| !root.is_nothing());
    root.ok_or_else(|| At::START.says(Problem::Empty))
}

/// The text of a file, if it is one. Looks at the size first, so that nothing large is ever read.
fn text_of(bytes: &[u8]) -> Result<&str, FileError> {
    if bytes.len() > MAX_MEBIBYTES * 1024 * 1024 {
        let limit = MAX_MEBIBYTES;
        return Err(At::START.says(Problem::TooLarge { limit }));
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let (good, _) = bytes
            .split_at_checked(error.valid_up_to())
            .unwrap_or_default();
        at_end_of(&String::from_utf8_lossy(good)).says(Problem::NotUtf8)
    })?;
    if let Some((before, _)) = text.split_once('\0') {
        return Err(at_end_of(before).says(Problem::Binary));
    }
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// The place just behind a text.
fn at_end_of(text: &str) -> At {
    let last = text.rsplit('\n').next().unwrap_or_default();
    place(text.matches('\n').count() + 1, last.chars().count())
}

/// A place from a line that counts from one and a column that counts from zero.
fn place(line: usize, column: usize) -> At {
    let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    At {
        line: short(line),
        column: short(column).saturating_add(1),
    }
}

/// The tree while it grows.
#[derive(Default)]
struct Tree<'a> {
    root: Option<Node<'a>>,
    open: Vec<Open<'a>>,
    values: usize,
    documents: usize,
}

/// A list or map that has begun.
struct Open<'a> {
    at: At,
    key: Option<Key<'a>>,
    inside: Value<'a>,
}

impl<'a> Tree<'a> {
    fn take(
        &mut self,
        event: Event<'a>,
        span: Span,
        parser: &mut Parser<'a, StrInput<'a>>,
    ) -> Result<(), FileError> {
        let at = place(span.start.line(), span.start.col());
        if event.tag().is_some() {
            let start = span.tag_start().unwrap_or(span.start);
            return Err(place(start.line(), start.col()).says(Problem::Tag));
        }
        if event.is_alias() || matches!(event, Event::UnresolvedAlias(_)) {
            return Err(at.says(Problem::Alias));
        }
        if event.anchor_id().is_some_and(|id| id != 0) {
            // The name of the anchor comes right behind the value that has it.
            let named = match parser.next_event() {
                Some(Ok((_, span))) => place(span.start.line(), span.start.col()),
                Some(Err(_)) | None => at,
            };
            return Err(named.says(Problem::Anchor));
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return Err(at.says(Problem::TwoDocuments));
                }
                Ok(())
            }
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                self.put(at, Value::Text { text, plain })
            }
            Event::SequenceStart(..) => self.begin(at, Value::List(Vec::new())),
            Event::MappingStart(..) => self.begin(at, Value::Map(Vec::new())),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            _ => Ok(()),
        }
    }

    fn begin(&mut self, at: At, inside: Value<'a>) -> Result<(), FileError> {
        if self.open.len() >= MAX_DEPTH {
            let limit = MAX_DEPTH;
            return Err(at.says(Problem::TooDeep { limit }));
        }
        let awaits_key = self.open.last().is_some_and(Open::awaits_key);
        if awaits_key {
            return Err(at.says(Problem::KeyNotText));
        }
        let key = None;
        self.open.push(Open { at, key, inside });
        Ok(())
    }

    fn end(&mut self) -> Result<(), FileError> {
        let Some(Open { at, inside, .. }) = self.open.pop() else {
            return Ok(());
        };
        if let Value::Map(entries) = &inside {
            each_key_once(entries)?;
        }
        self.put(at, inside)
    }

    fn put(&mut self, at: At, value: Value<'a>) -> Result<(), FileError> {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(Node { at, value });
            return Ok(());
        };
        if open.awaits_key() {
            open.key = Some(key_of(at, value)?);
            return Ok(());
        }
        self.values += 1;
        if self.values > MAX_VALUES {
            let limit = MAX_VALUES;
            return Err(at.says(Problem::TooMany { limit }));
        }
        let node = Node { at, value };
        match (&mut open.inside, open.key.take()) {
            (Value::Map(entries), Some(key)) => entries.push((key, node)),
            (Value::List(items), _) => items.push(node),
            (Value::Map(_) | Value::Text { .. }, _) => {}
        }
        Ok(())
    }
}

impl Open<'_> {
    const fn awaits_key(&self) -> bool {
        matches!(self.inside, Value::Map(_)) && self.key.is_none()
    }
}

fn key_of(at: At, value: Value<'_>) -> Result<Key<'_>, FileError> {
    match value {
        Value::Text { text, plain: true } if &*text == "<<" => Err(at.says(Problem::MergeKey)),
        Value::Text { text, .. } => Ok(Key { at, text }),
        Value::List(_) | Value::Map(_) => Err(at.says(Problem::KeyNotText)),
    }
}

/// Refuses the first field that was there before.
fn each_key_once(entries: &[(Key<'_>, Node<'_>)]) -> Result<(), FileError> {
    if entries.len() <= FEW {
        return few_once(entries);
    }
    let mut keys: Vec<(&str, usize)> = entries
        .iter()
        .enumerate()
        .map(|(index, (key, _))| (&*key.text, index))
        .collect();
    keys.sort_unstable();
    let again = keys
        .array_windows()
        .filter(|[(one, _), (other, _)]| one == other)
        .map(|[_, (_, index)]| *index)
        .min();
    match again.and_then(|index| entries.get(index)) {
        Some((key, _)) => Err(key.at.says(Problem::DuplicateKey {
            key: key.text.to_string(),
        })),
        None => Ok(()),
    }
}

/// The same without sorting, which does not pay for a few.
fn few_once(entries: &[(Key<'_>, Node<'_>)]) -> Result<(), FileError> {
    for (index, (key, _)) in entries.iter().enumerate() {
        let mut before = entries.iter().take(index);
        if before.any(|(earlier, _)| earlier.text == key.text) {
            return Err(key.at.says(Problem::DuplicateKey {
                key: key.text.to_string(),
            }));
        }
    }
    Ok(())
}

fn scan_error(error: &ScanError, text: &str) -> FileError {
    let problem = match error.kind() {
        ErrorKind::UnknownAnchor => Problem::Alias,
        ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::MissingTagUri
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::InvalidGlobalTagCharacter
        | ErrorKind::ExpectedTagBang => Problem::Tag,
        ErrorKind::DirectiveDisallowed => Problem::Directive,
        ErrorKind::BomInsideDocument => Problem::Invisible {
            character: '\u{FEFF}',
        },
        ErrorKind::RecursionLimitExceeded => Problem::TooDeep { limit: MAX_DEPTH },
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => Problem::Tab,
        ErrorKind::UnclosedQuotedScalar
        | ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent => Problem::UnclosedQuote,
        ErrorKind::UnclosedFlowCollection { open } => Problem::UnclosedBracket { open: *open },
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidColonPlacement => Problem::UnclosedBracket { open: '[' },
        ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator => Problem::UnclosedBracket { open: '{' },
        ErrorKind::MismatchedFlowCollectionEnd { .. } | ErrorKind::MisplacedFlowCollectionEnd => {
            Problem::WrongBracket
        }
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::MappingKeyNotAllowed => Problem::Indentation,
        ErrorKind::MappingValueNotAllowed => Problem::ColonInText,
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => Problem::MissingColon,
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            Problem::Invisible {
                character: *character,
            }
        }
        ErrorKind::UnexpectedCharacter { character } => Problem::NeedsQuotes {
            character: *character,
        },
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate => Problem::BadEscape,
        _ => Problem::Syntax,
    };
    let marker = error.marker();
    let at = match problem {
        Problem::Tab => indenting_tab(text, marker.line()),
        _ => None,
    };
    at.unwrap_or_else(|| place(marker.line(), marker.col()))
        .says(problem)
}

/// The first tab that indents a line, from this line on: the parser may stop before it or behind it.
fn indenting_tab(text: &str, from: usize) -> Option<At> {
    let mut lines = text.lines().enumerate().skip(from.saturating_sub(1));
    lines.find_map(|(index, line)| {
        let blank = line.chars().take_while(|letter| *letter == ' ').count();
        (line.chars().nth(blank) == Some('\t')).then(|| place(index + 1, blank))
    })
}
