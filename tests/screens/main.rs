//! The screens, driven by key strings over a room in memory and looked at as text. A program of its own beside
//! `tests/it`: it is small, so that a change to a screen is seen within seconds.
// Tells clippy that the helpers are tests as well, where a failed `unwrap` is a failed test.
#![cfg(test)]

mod board;
mod closing;
mod door;
mod film;
mod knock;
mod lastwords;
mod participant;
mod projector;
mod review;
mod room;
mod shell;
mod stage;
mod suggested;
mod tables;
mod unsent;
mod wall;
