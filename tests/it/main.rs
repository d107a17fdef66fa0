//! The integration tests, in one binary.
// Tells clippy that the helpers are tests as well, where a failed `unwrap` is a failed test.
#![cfg(test)]

mod architecture;
mod cli;
mod content;
mod desk;
mod fake_host;
mod harmless;
mod hostile;
mod journal;
mod laws;
mod link;
mod locale;
mod plain;
mod plans;
mod processes;
mod readme;
mod rehearsal;
mod report;
mod review;
mod room;
mod schema;
mod security;
mod sessions;
mod simulation;
mod sockets;
mod suggester;
mod terminal;
mod typing;
mod workshops;
