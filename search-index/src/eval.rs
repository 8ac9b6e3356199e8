//! Measures the engine against human judgements: titles, occupation codes, whole pairs.
//!
//! It calls the same functions as the product, never a copy, and takes its answer keys as text, so
//! none of them is part of the program. The conventions are those of `trec_eval`: every judged
//! document counts, unjudged ones are wrong, and a query that is also a document is treated like any
//! other document.

mod extract;
mod measures;
mod occupations;
mod pairs;
mod titles;

pub use occupations::{OccupationsReport, occupations};
pub use pairs::{DirectionReport, PairsReport, pairs};
pub use titles::{TitlesReport, titles};
