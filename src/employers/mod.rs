//! Employers (用人单位): enterprises, the pro-military associations whose members they are, their
//! representatives, and the positions they offer.
//!
//! Nothing of an enterprise is public before a station officer has verified it. A position with an
//! unlawful condition cannot be published. Not here: what fits whom ([`crate::matching`]), or what
//! became of it.
//!
//! Others may call: [`store`]'s queries and the model; `actions::take_place` counts a hire.

pub mod actions;
pub mod duplicates;
pub mod exports;
pub mod imports;
pub mod model;
pub mod postings;
pub mod routes;
pub mod rules;
pub mod screen;
pub mod store;
