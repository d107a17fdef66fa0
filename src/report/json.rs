//! The report for machines: one JSON document that says what [`Report`](super::Report) holds and no more. A comparison
//! is written alike.

use serde::Serialize;

/// Writes it indented, with a newline at the end. Two renderings of one report are equal to the byte.
#[must_use]
pub fn render(report: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(report).unwrap_or_else(|error| {
        debug_assert!(false, "a report has string keys only: {error}");
        String::new()
    });
    text.push('\n');
    text
}
