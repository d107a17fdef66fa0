//! The integration tests, in one binary.
// Tells clippy that the helpers are tests as well, where a failed `unwrap` is a failed test.
#![cfg(test)]

mod architecture;
mod content;
mod fake_host;
mod laws;
mod link;
mod plain;
mod plans;
mod processes;
mod rehearsal;
mod report;
mod room;
mod sessions;
mod sockets;
mod workshops;
