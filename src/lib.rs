//! halte: a group works through scenarios for the future of work, in the terminal.

pub mod chance;
pub mod id;
pub mod language;
pub mod moment;
pub mod nearest;
pub mod text;
pub mod vocabulary;
pub mod workshop;
