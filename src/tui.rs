//! The screens: facilitator, participant and observer. One app value takes one thing at a time and is drawn from
//! there; nothing in here reaches for the process, a clock, a file or a socket.
//!
//! ```text
//! key, click, paste ─┐                  ┌─ Give ──> seat ──> link
//! what the seat says ┼─> App::handle ───┼─ Keep ──> drafts on disk
//! time that passed ──┘   (Screen, popup)└─ Copy, Suspend, End
//!                              │
//!                         App::draw
//! ```
//!
//! A [`screen::Screen`] has one table of bindings, and dispatch, footer, help and palette read it. Only `tty` knows a
//! real terminal.

pub mod app;
pub mod binding;
pub mod dialog;
pub mod door;
pub mod drafts;
pub mod everywhere;
pub mod field;
pub mod film;
pub mod harmless;
pub mod intent;
pub mod key;
pub mod knock;
pub mod look;
mod naming;
pub mod popup;
pub mod post;
pub mod review;
pub mod run;
pub mod scene;
pub mod screen;
mod screens;
pub mod sheet;
mod shell;
pub mod start;
pub mod tty;
pub mod widget;

pub use app::{App, Effect, Ending, Incoming, Options, Outlook};
pub use run::{Input, Surface, Ties, TuiError, run};
