//! The program itself, as people run it: one process for the host and one for each person, real input and output,
//! real files, real signals.

mod agenda;
#[cfg(unix)]
mod descriptors;
mod disk;
mod door;
mod encrypted;
mod killed;
mod logs;
mod long;
pub(crate) mod moments;
mod piping;
#[cfg(unix)]
mod private;
pub(crate) mod program;
mod recount;
mod refusals;
mod rehearsing;
pub(crate) mod stage;
mod stopping;
mod thousand;
mod weather;
