//! halte: a group works through scenarios for the future of work, in the terminal.

pub mod cause;
pub mod chance;
pub mod cli;
pub mod content;
pub mod id;
pub mod journal;
pub mod language;
pub mod link;
pub mod locale;
pub mod moment;
pub mod nearest;
pub mod plain;
pub mod privacy;
pub mod rehearsal;
pub mod report;
pub mod room;
pub mod seat;
pub mod server;
pub mod session;
pub mod store;
pub mod suggester;
pub mod text;
pub mod tui;
pub mod vocabulary;
pub mod wire;
pub mod workshop;
