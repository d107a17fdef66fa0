//! The journal's form: a header, then one record a line, each with a hash over the one before it. Bytes in, records
//! out and back; no files. What is not whole at the very end was never acknowledged and is cut off; any other damage
//! is named and refused, never skipped.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

use ring::digest;
use serde::{Deserialize, Serialize};

use crate::id::SessionId;
use crate::moment::Moment;
use crate::workshop::{Event, Record, Seq};

/// What the first line says the file is.
const FORMAT: &str = "halte-journal";

/// The version of the form. 1: records as JSON with a SHA-256 chain. 2: the event `step-sealed`, in which an anonymous
/// session keeps what people did in a step that has closed.
pub const VERSION: u32 = 2;

/// Stands between a record and its hash.
const SEAM: &[u8] = b",\"hash\":\"";
/// The end of a line behind the hash.
const END: &[u8] = b"\"}";
/// From this many lines on, two threads read a journal.
const LONG: usize = 1_000;
/// Hexadecimal digits of a hash.
const DIGITS: usize = 64;

/// The first line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Header {
    format: String,
    version: u32,
    session: SessionId,
}

/// The hash of everything written so far: what the next line's hash starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chain([u8; 32]);

impl Chain {
    fn over(previous: &[u8], body: &[u8]) -> Self {
        let mut context = digest::Context::new(&digest::SHA256);
        context.update(previous);
        context.update(body);
        let mut hash = [0; 32];
        hash.copy_from_slice(context.finish().as_ref());
        Self(hash)
    }

    /// The hash as it is written: 64 hexadecimal digits.
    fn digits(self) -> [u8; DIGITS] {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; DIGITS];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
        digits
    }
}

/// Why a journal cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// There is nothing in it: a host was stopped before it began.
    #[error("line 1: this journal is empty")]
    Empty,
    /// The first line is not a journal's.
    #[error("line 1: this is not a journal of halte")]
    NotAJournal,
    /// A later version wrote it.
    #[error(
        "line 1: this journal has version {version}, and version {VERSION} is the newest that is known here"
    )]
    TooNew {
        /// The version it says it has.
        version: u32,
    },
    /// A line is no record.
    #[error("line {line}: this is not a record")]
    NotARecord {
        /// Which line, from 1.
        line: usize,
        /// What is wrong with it.
        #[source]
        cause: serde_json::Error,
    },
    /// A line is not what was written, or does not follow the line before it.
    #[error("line {line}: the hash does not fit, so this line or the one before it was changed")]
    BrokenChain {
        /// Which line, from 1.
        line: usize,
    },
    /// A record is missing or stands twice.
    #[error("line {line}: this is record {found}, and record {expected} should stand here")]
    OutOfOrder {
        /// Which line, from 1.
        line: usize,
        /// The record that should be there.
        expected: Seq,
        /// The record that is there.
        found: Seq,
    },
    /// The first record does not open a workshop.
    #[error("line 2: the first record does not open a workshop")]
    NotOpened,
}

impl JournalError {
    /// The line that is at fault, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        match self {
            Self::Empty | Self::NotAJournal | Self::TooNew { .. } => 1,
            Self::NotOpened => 2,
            Self::NotARecord { line, .. }
            | Self::BrokenChain { line }
            | Self::OutOfOrder { line, .. } => *line,
        }
    }
}

/// A journal that was read.
#[derive(Debug)]
pub struct Journal {
    /// The session it belongs to.
    pub session: SessionId,
    /// Its records, in order; the first one opens the workshop.
    pub records: Vec<Record>,
    /// Where the next record's hash starts from.
    pub chain: Chain,
    /// How many bytes are whole. What lies behind them was torn off in the middle of writing.
    pub intact: usize,
}

impl Journal {
    /// The records up to the first one that is later than this moment.
    ///
    /// In an anonymous session what people did carries the time at which its step began, so that there a record may
    /// stand behind one that is later; nothing that says it is later is ever among them.
    #[must_use]
    pub fn until(&self, at: Moment) -> &[Record] {
        let count = self.records.iter().take_while(|record| record.at <= at);
        self.records.get(..count.count()).unwrap_or_default()
    }

    /// The records up to this one, which is among them; none when there is no such record.
    #[must_use]
    pub fn through(&self, seq: Seq) -> Option<&[Record]> {
        let count = usize::try_from(seq).ok().filter(|count| *count > 0)?;
        self.records.get(..count)
    }
}

/// The header line of a new journal, and where its first record's hash starts from.
#[must_use]
pub fn header(session: &SessionId) -> (Vec<u8>, Chain) {
    let header = Header {
        format: FORMAT.to_owned(),
        version: VERSION,
        session: session.clone(),
    };
    // Serializing three plain fields into memory cannot fail.
    let mut line = serde_json::to_vec(&header).unwrap_or_default();
    let chain = Chain::over(&[], &line);
    line.push(b'\n');
    (line, chain)
}

/// Appends a record's line to `out` and moves the chain on.
///
/// # Errors
/// When the record cannot be written as JSON, which is a bug; nothing is appended then.
pub fn write(
    out: &mut Vec<u8>,
    chain: &mut Chain,
    record: &Record,
) -> Result<(), serde_json::Error> {
    let start = out.len();
    if let Err(error) = serde_json::to_writer(&mut *out, record) {
        out.truncate(start);
        return Err(error);
    }
    out.truncate(out.len().saturating_sub(1));
    *chain = Chain::over(&chain.0, out.get(start..).unwrap_or_default());
    out.extend_from_slice(SEAM);
    out.extend_from_slice(&chain.digits());
    out.extend_from_slice(END);
    out.push(b'\n');
    Ok(())
}

/// Reads a journal.
///
/// # Errors
/// The first line that is damaged, unless it is the torn end.
pub fn read(bytes: &[u8]) -> Result<Journal, JournalError> {
    let mut lines = whole_lines(bytes);
    if bytes.is_empty() {
        return Err(JournalError::Empty);
    }
    let first = lines.next().ok_or(JournalError::NotAJournal)?;
    let header: Header =
        serde_json::from_slice(first).map_err(|_no_header| JournalError::NotAJournal)?;
    if header.format != FORMAT {
        return Err(JournalError::NotAJournal);
    }
    if header.version > VERSION {
        return Err(JournalError::TooNew {
            version: header.version,
        });
    }
    let lines: Vec<&[u8]> = lines.collect();
    let (chain, records) = read_lines(&lines, Chain::over(&[], first))?;
    let whole = lines
        .iter()
        .fold(first.len() + 1, |sum, line| sum + line.len() + 1);
    for (line, (expected, record)) in (2..).zip((1..).zip(&records)) {
        if record.seq != expected {
            let found = record.seq;
            return Err(JournalError::OutOfOrder {
                line,
                expected,
                found,
            });
        }
    }
    if records
        .first()
        .is_some_and(|first| !matches!(first.event, Event::WorkshopOpened { .. }))
    {
        return Err(JournalError::NotOpened);
    }
    Ok(Journal {
        session: header.session,
        records,
        chain,
        intact: whole,
    })
}

/// The number of the last record, told from the end of a journal: however much of it is given, the last whole line has
/// to be there with the end of the one before. It is taken at its word; only [`read`] finds out whether it fits.
#[must_use]
pub fn last(end: &[u8]) -> Option<Seq> {
    #[derive(Deserialize)]
    struct Numbered {
        seq: Seq,
        #[serde(rename = "hash")]
        _hash: serde::de::IgnoredAny,
    }
    let whole = end.iter().rposition(|byte| *byte == b'\n')?;
    let (before, _torn) = end.split_at_checked(whole)?;
    let start = before.iter().rposition(|byte| *byte == b'\n')?;
    let (_, line) = before.split_at_checked(start)?;
    serde_json::from_slice(line)
        .ok()
        .map(|Numbered { seq, .. }| seq)
}

/// Checks the chain over all lines and reads their records. In a long journal another thread reads the second half
/// meanwhile: that is most of the work, and a facilitator waits for it in front of a room.
fn read_lines(lines: &[&[u8]], start: Chain) -> Result<(Chain, Vec<Record>), JournalError> {
    // This thread checks the chain as well, so it has fewer lines to read.
    let (front, back) = lines.split_at(lines.len() * 2 / 5);
    let behind = front.len() + 2;
    let (chain, front, back) = std::thread::scope(|scope| {
        let helper = (lines.len() >= LONG).then(|| scope.spawn(|| parse(back, behind)));
        let chain = verify(lines, start);
        let front = parse(front, 2);
        let back = match helper.map(std::thread::ScopedJoinHandle::join) {
            Some(Ok(back)) => back,
            Some(Err(panicked)) => std::panic::resume_unwind(panicked),
            None => parse(back, behind),
        };
        (chain, front, back)
    });
    let records = front.and_then(|mut records| {
        records.append(&mut back?);
        Ok(records)
    });
    match (chain, records) {
        (Ok(chain), Ok(records)) => Ok((chain, records)),
        (Err(broken), Err(unread)) if unread.line() < broken.line() => Err(unread),
        (Err(broken), _) => Err(broken),
        (Ok(_), Err(unread)) => Err(unread),
    }
}

/// Where the chain ends, if every line follows from the one before it.
fn verify(lines: &[&[u8]], start: Chain) -> Result<Chain, JournalError> {
    let mut chain = start;
    for (line, text) in (2..).zip(lines) {
        let broken = || JournalError::BrokenChain { line };
        let body = text.len().checked_sub(SEAM.len() + DIGITS + END.len());
        let (body, tail) = body
            .and_then(|length| text.split_at_checked(length))
            .ok_or_else(broken)?;
        chain = Chain::over(&chain.0, body);
        let written = tail
            .strip_prefix(SEAM)
            .and_then(|rest| rest.strip_suffix(END));
        if written != Some(&chain.digits()) {
            return Err(broken());
        }
    }
    Ok(chain)
}

/// The records on these lines, the first of which has this number.
fn parse(lines: &[&[u8]], first: usize) -> Result<Vec<Record>, JournalError> {
    let numbered = (first..).zip(lines);
    numbered
        .map(|(line, text)| {
            serde_json::from_slice(text).map_err(|cause| JournalError::NotARecord { line, cause })
        })
        .collect()
}

/// The lines that end in a newline; what follows the last one is not whole.
fn whole_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let end = bytes.iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
    let whole = bytes.get(..end).filter(|whole| !whole.is_empty());
    whole
        .into_iter()
        .flat_map(|whole| whole.split(|byte| *byte == b'\n'))
}
