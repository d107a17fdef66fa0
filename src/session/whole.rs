//! Whether a saved session is all there. It says at its head how it ends, so that one that was cut off between two items,
//! such as by a copy that was broken off, is not taken for a shorter one. A file without that head was written by
//! somebody else, who need not end it so.

use crate::content::{At, FileError, Problem};

/// The first line: a comment, which other readers pass over.
const HEAD: &str = "# A saved session of halte. It ends with a line of three dots; without that line, it was cut off.";
/// The last line, where a document of YAML ends.
const END: &str = "...";

/// A session between its first line and its last.
pub(super) fn enclosed(session: &str) -> String {
    format!("{HEAD}\n{session}{END}\n")
}

/// Whether this is the line that a saved session begins with.
#[must_use]
pub fn is_head(line: &[u8]) -> bool {
    line.trim_ascii_end() == HEAD.as_bytes()
}

/// Whether the file ends where it says that it does, if it says so.
///
/// # Errors
/// Where it was cut off.
pub(super) fn check(file: &[u8]) -> Result<(), FileError> {
    let mut lines = file.split(|byte| *byte == b'\n');
    if !lines.next().is_some_and(is_head) {
        return Ok(());
    }
    let last = file.trim_ascii_end().rsplit(|byte| *byte == b'\n').next();
    if last == Some(END.as_bytes()) {
        return Ok(());
    }
    let line = file.split(|byte| *byte == b'\n').count();
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    Err(At { line, column: 1 }.says(Problem::CutOff { end: END }))
}
