//! Access (账号与权限): accounts, sessions, and who may do what.
//!
//! Every request passes [`gate`], which finds out who asks and refuses what
//! [`permissions::table`] does not allow; every write action asks [`Actor::may`] again and gets the
//! scope its queries start from. Not here: what a person or an employer is; an account only holds
//! roles over them.
//!
//! Others may call: [`Actor`], [`Scope`], [`permissions`], and from [`actions`] the giving of a grant
//! that belongs to their own act (a representative with a company).

pub mod actions;
pub mod actor;
mod exports;
pub mod gate;
pub mod model;
pub mod passwords;
pub mod permissions;
pub mod routes;
pub mod rules;
pub mod store;
pub mod tokens;

pub use actor::{Actor, Scope};
