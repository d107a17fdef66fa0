//! The integration tests, in one binary.

// The attribute tells clippy that their helpers are tests as well, where a failed `unwrap` is a failed test.
#[cfg(test)]
mod content;
#[cfg(test)]
mod fake_host;
#[cfg(test)]
mod link;
#[cfg(test)]
mod plain;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod rehearsal;
#[cfg(test)]
mod report;
#[cfg(test)]
mod room;
#[cfg(test)]
mod sessions;
#[cfg(test)]
mod sockets;
