//! The program itself, as people run it: one process for the host and one for each person, real input and output,
//! real files, real signals.

mod agenda;
mod disk;
mod encrypted;
mod killed;
mod long;
mod moments;
mod piping;
mod program;
mod recount;
mod refusals;
mod rehearsing;
mod stage;
mod stopping;
mod thousand;
mod weather;
