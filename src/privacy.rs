//! Keeping what was said without keeping who said it: taking names and texts out of a record, and finding what a file
//! still tells about people. Pure: it is handed records and hands them back, and opens no file.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod anonymity;
pub mod audit;
pub mod known;
pub mod look;
pub mod redactor;

pub use known::Known;
pub use redactor::{RedactError, Redactor, Wanted};
