//! The pieces screens are made of. Each draws what it is given into an area and decides nothing.

pub mod card;
pub mod chips;
pub mod column;
pub mod list;
pub mod prose;
pub mod rail;
pub mod tabs;
