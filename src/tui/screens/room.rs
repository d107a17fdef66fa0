//! The facilitator's room: the screens of the lobby, the briefing, the writing and the sorting. Each is made of the
//! same panels: what to say, where the group is, who is here and how far they are.

mod briefing;
mod cast;
mod coverage;
mod entry;
mod lobby;
mod panel;
mod people;
mod scenario;
mod sorting;
mod writing;

pub(super) use briefing::Briefing;
pub(super) use cast::typed_in;
pub(super) use lobby::Lobby;
pub(super) use sorting::Sorting;
pub(super) use writing::Writing;
