//! Errors in one line: what failed, and because of what.

use std::error::Error;

/// The error and its causes, the outermost first.
#[must_use]
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the plan cannot be read")]
    struct Outer(#[source] Inner);

    #[derive(Debug, thiserror::Error)]
    #[error("no such file")]
    struct Inner;

    #[test]
    fn every_cause_is_named_once() {
        assert_eq!(
            chain(&Outer(Inner)),
            "the plan cannot be read: no such file"
        );
    }
}
