//! The military map (军事专业对照) as the city keeps it: which posts of service lead to which civilian
//! occupations and skills.
//!
//! The built-in map is data of `search-index`. A city adds a family, corrects one or sets one aside; each
//! change says what it rests on, is accepted by somebody else than its author, and leaves the version before
//! in place to go back to. Nothing counts before it is accepted, and then it counts at once and on every node:
//! whoever compares people and positions reads the map with the rows, and the index follows the journal.
//! Not here: which words a text means, that is `search-index`'s.
//!
//! Others may call: [`dictionary`]; [`store::change`], for the index.

pub mod actions;
mod map;
pub mod model;
pub mod routes;
pub mod rules;
pub mod store;

pub use map::dictionary;
