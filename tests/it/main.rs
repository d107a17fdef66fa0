//! The integration tests: one binary, one module per subject.

#[cfg(test)]
mod content;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod sessions;
