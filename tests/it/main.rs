//! The integration tests: one binary, one module per subject.

mod content;
mod plans;
mod sessions;
