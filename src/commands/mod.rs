//! What the commands of the command line do; `main.rs` reads the words.

pub mod serve;
