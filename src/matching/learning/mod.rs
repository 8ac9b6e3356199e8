//! Learning from use (学习权重): what people did with what was shown to them, better weights fitted from it, and
//! the weights that somebody accepted.
//!
//! Nothing takes effect by itself: a command proposes, with a report, and a second administrator accepts. What is
//! kept of people is the day, the pair and how its parts were judged; no text. Not here: the score itself, which
//! is the engine's.

pub mod actions;
pub mod events;
pub mod evidence;
pub mod fit;
pub mod model;
pub mod report;
pub mod rules;
pub mod store;

use search_index::{Lexicon, Weights};

use crate::error::Result;
use crate::store::Db;

/// The weights that matches are made with now: the set that was accepted last, else the build's.
///
/// A set that lacks a part of this build was accepted for another; it is passed over, and the log says so.
pub fn in_use(db: &mut Db) -> Result<Weights> {
    let Some(set) = store::accepted(db)? else { return Ok(Lexicon::get().weights()) };
    Ok(set.weights().unwrap_or_else(|why| {
        tracing::warn!(version = set.version, why, "accepted_weights_do_not_fit_this_build");
        Lexicon::get().weights()
    }))
}
