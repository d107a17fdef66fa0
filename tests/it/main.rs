//! The integration tests, as one program.

mod fake_host;
mod link;
mod plain;
