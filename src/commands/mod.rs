//! What the commands of the command line do; `main.rs` reads the words.

pub mod admin;
pub mod answer;
pub mod arguments;
pub mod demo;
pub mod errors;
pub mod eval;
pub mod export;
pub mod import;
pub mod index;
pub mod match_;
pub mod migrate;
pub mod progress;
pub mod serve;
pub mod verify;
pub mod weights;
