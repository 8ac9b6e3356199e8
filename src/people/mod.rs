//! People (求职者): veterans and military spouses who look for work, each with their own consent.
//!
//! A person's identity (name, ID number, mobile) is sealed and masked; the profile holds what a
//! match may read and is refused when it names a military unit. A station officer of the district
//! verifies who somebody is. Not here: who may sign in ([`crate::access`]), what fits whom
//! ([`crate::matching`]).
//!
//! Others may call: [`id_of_account`], [`store`]'s queries that take a scope, and the model.

pub mod actions;
pub mod exports;
pub mod imports;
pub mod model;
pub mod routes;
pub mod rules;
pub mod store;

use crate::error::Result;
use crate::store::Db;
use crate::types::id::{AccountId, PersonId};

/// The profile that belongs to an account, when there is one.
pub fn id_of_account(db: &mut Db, account: AccountId) -> Result<Option<PersonId>> {
    store::id_of_account(db, account)
}
