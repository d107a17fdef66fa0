//! The screens, driven by key strings over a room in memory and looked at as text. A program of its own beside
//! `tests/it`: it is small, so that a change to a screen is seen within seconds.

mod room;
mod shell;
mod stage;
