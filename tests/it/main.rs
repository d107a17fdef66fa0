//! The one integration binary.

mod rehearsal;
