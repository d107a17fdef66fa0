//! halte: a group works through scenarios for the future of work, in the terminal.

pub mod chance;
pub mod id;
pub mod language;
pub mod link;
pub mod locale;
pub mod moment;
pub mod nearest;
pub mod plain;
pub mod room;
pub mod seat;
pub mod text;
pub mod vocabulary;
pub mod wire;
pub mod workshop;
