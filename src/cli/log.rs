//! Where a log is written: each event is one line, whatever stands in it.

use std::io::{self, Write};

use crate::text::harmless;

/// Lets nothing through that a terminal would obey when somebody looks at the log, and no line but its own.
#[derive(Debug)]
pub(super) struct Harmless<W>(pub(super) W);

impl<W: Write> Write for Harmless<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let (line, end) = match text.strip_suffix('\n') {
            Some(line) => (line, "\n"),
            None => (&*text, ""),
        };
        let line = harmless(line).replace('\n', " ");
        self.0.write_all(line.as_bytes())?;
        self.0.write_all(end.as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_that_a_terminal_only_shows() {
        let mut log = Harmless(Vec::new());
        log.write_all("WARN a\u{1B}]0;x\u{7} file\nWARN forged\u{202E}\n".as_bytes())
            .unwrap();
        let text = String::from_utf8(log.0).unwrap();
        assert_eq!(
            text,
            "WARN a\u{FFFD}]0;x\u{FFFD} file WARN forged\u{FFFD}\n"
        );
    }
}
