//! `halte join`: takes a seat at this terminal.
use super::Caller;
use super::args::Join;
use super::failure::Failure;
use crate::vocabulary::Role;
pub(super) struct Seat {
    pub(super) link: String,
    pub(super) role: Role,
    pub(super) token: Option<String>,
}
impl Default for Seat {
    fn default() -> Self {
        Self {
            link: String::new(),
            role: Role::Participant,
            token: None,
        }
    }
}
pub(super) fn run(_: &Caller, _: Join) -> Result<(), Failure> {
    Err(Failure::told())
}
pub(super) async fn sit(_: &Caller, _: Seat) -> Result<(), Failure> {
    Err(Failure::told())
}
