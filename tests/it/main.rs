//! Everything that is tested from outside the crate, as one program.
#![cfg(test)]

mod rehearsal;
