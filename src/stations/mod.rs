//! Stations (退役军人服务中心、服务站): where somebody can go and whom they can call.
//!
//! Not here: what an officer may do; that is a role over a division ([`crate::access`]), whichever station
//! they sit in. Others may call: nothing yet.

pub mod actions;
pub mod model;
pub mod routes;
pub mod rules;
pub mod store;
