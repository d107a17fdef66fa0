//! The `halte` program.

fn main() {}
