//! Matching (人岗匹配): people ⇄ positions: public search, ranked matches both ways, and why.
//!
//! The index proposes, the database decides: what the index finds is loaded again and checked against
//! the current rows before anyone sees it, and the score with its explanation is made from those rows
//! by one function, [`search_index::explain`]. What a seeker saves or puts away stands here, too. Not here: a
//! referral and what became of it.
//!
//! Others may call: [`matches`] for ranked pairs, [`counterfactuals`] for what is missed by one thing, [`feed`] to
//! bring the index up to date, [`learning`] to forget what is too old.

pub mod actions;
pub mod counterfactuals;
pub mod feed;
pub mod learning;
pub mod matches;
pub mod model;
pub mod routes;
pub mod rules;
pub mod store;
pub mod words;
