//! The lines a person types, or a script pipes in. A line without an end is not read for ever: what is too long is
//! cut off and told.

use std::io;

use tokio::io::{AsyncBufRead, AsyncBufReadExt};

/// The most bytes in a line; the longest contribution is far shorter.
const LONGEST: usize = 16 * 1024;

/// Reads lines, one at a time.
#[derive(Debug)]
pub(super) struct Typed<I> {
    input: I,
    part: Vec<u8>,
    is_too_long: bool,
}

/// A line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TypedLine {
    /// The whole of it.
    Whole(String),
    /// The beginning of one that is too long.
    Cut(String),
}

impl<I: AsyncBufRead + Unpin> Typed<I> {
    pub(super) const fn new(input: I) -> Self {
        Self {
            input,
            part: Vec::new(),
            is_too_long: false,
        }
    }

    /// The next line; `None` at the end of the input. A last line without an end counts. May be given up at any
    /// point: what was read of a line stays.
    pub(super) async fn next(&mut self) -> io::Result<Option<TypedLine>> {
        loop {
            let buffer = self.input.fill_buf().await?;
            if buffer.is_empty() {
                let is_over = self.part.is_empty() && !self.is_too_long;
                return Ok((!is_over).then(|| self.take()));
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let line = buffer.split(|byte| *byte == b'\n').next().unwrap_or(buffer);
            let room = LONGEST.saturating_sub(self.part.len());
            self.is_too_long |= line.len() > room;
            self.part.extend(line.iter().take(room));
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                return Ok(Some(self.take()));
            }
        }
    }

    fn take(&mut self) -> TypedLine {
        let bytes = std::mem::take(&mut self.part);
        let text = String::from_utf8_lossy(&bytes);
        let text = text.strip_suffix('\r').unwrap_or(&text).to_owned();
        if std::mem::take(&mut self.is_too_long) {
            TypedLine::Cut(text)
        } else {
            TypedLine::Whole(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn lines(input: &[u8]) -> Vec<TypedLine> {
        let mut typed = Typed::new(input);
        let mut lines = Vec::new();
        while let Some(line) = typed.next().await.unwrap() {
            lines.push(line);
        }
        lines
    }

    fn whole(text: &str) -> TypedLine {
        TypedLine::Whole(text.to_owned())
    }

    #[tokio::test]
    async fn the_last_line_counts_without_an_end_and_every_system_ends_its_own_way() {
        assert_eq!(
            lines(b"one\r\n\ntw\xff\nthree").await,
            [whole("one"), whole(""), whole("tw\u{fffd}"), whole("three")]
        );
        assert_eq!(lines(b"").await, []);
        assert_eq!(lines(b"one\n").await, [whole("one")]);
    }

    #[tokio::test]
    async fn a_line_that_is_too_long_is_cut_and_the_next_one_is_whole() {
        let mut input = vec![b'a'; LONGEST + 1];
        input.extend(b"\nnext\n");
        let cut = TypedLine::Cut("a".repeat(LONGEST));
        assert_eq!(lines(&input).await, [cut, whole("next")]);
        assert_eq!(
            lines(&vec![b'a'; LONGEST]).await,
            [whole(&"a".repeat(LONGEST))]
        );
    }
}
