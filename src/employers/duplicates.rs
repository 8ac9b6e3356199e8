//! Positions posted several times (重复岗位): the same enterprise offers the same work at the same place in nearly
//! the same words. They are shown as one, never merged: each stays its enterprise's to change, close or fill.
//!
//! A position is placed when it is written: its fingerprint finds near ones of the same enterprise, [`rules::is_same`]
//! decides, and those that are the same carry one group. Different enterprises are never shown as one, whatever their
//! words: who employs is part of the offer. Equal words under two names are shown to an officer instead.
//!
//! Others may call: [`actions::place`] where a position is written, [`store`]'s queries to show a group.

pub mod actions;
pub mod rules;
pub mod store;
