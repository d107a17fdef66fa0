//! The report for machines: one JSON document, as CONTRACT names it, that says what [`Report`] holds and no more.

use super::Report;

/// Writes the report, indented, with a newline at the end. Two renderings of one report are equal to the byte.
#[must_use]
pub fn render(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report).unwrap_or_else(|error| {
        debug_assert!(false, "a report has string keys only: {error}");
        String::new()
    });
    text.push('\n');
    text
}
