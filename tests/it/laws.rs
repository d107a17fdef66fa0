//! Laws: what holds for every workshop, whatever people ask for and in whatever order.

mod anonymity;
mod assignment;
mod counts;
mod forms;
mod permissions;
mod replay;
mod sight;
mod undo;
