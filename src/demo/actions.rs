//! The two acts that make a database the demonstration world's: the first before anything is in it, so
//! that a world broken off halfway is never taken for a live one, the second when it is whole.

use serde_json::json;

use crate::access::permissions::{Action, Role};
use crate::access::{Actor, store as access};
use crate::employers::store as employers;
use crate::error::{Code, Error, Result};
use crate::people::store as people;
use crate::store::Tx;
use crate::store::journal::Event;
use crate::types::id::{AccountId, Id, of};

/// Marks an empty database as the demonstration world's.
///
/// # Errors
/// [`Code::Conflict`] when it holds an account, a person or an organisation.
pub fn begin_demo_world(tx: &mut Tx, actor: &Actor) -> Result<()> {
    let scope = actor.may(Action::DecideGrant)?;
    let standing = access::account_count(tx)?
        + people::count(tx, &scope, &people::PeopleFilter::default())?
        + employers::count_organisations(tx, &scope, &employers::OrganisationFilter::default())?;
    if standing > 0 {
        let why = "这个数据库里已有账号、人员或单位；演示数据只放进空的数据库，请换一个";
        return Err(Error::new(Code::Conflict).detail(why));
    }
    access::set_fact(tx, "world", Some("demo"))?;
    tx.record_with(Event::InstanceInitialised, Id::<of::Instance>::only(), json!({ "world": "demo" }));
    Ok(())
}

/// Says who stands for each role when a visitor of the demonstration world signs in with one click.
pub fn found_demo_world(tx: &mut Tx, actor: &Actor, faces: &[(Role, AccountId)]) -> Result<()> {
    actor.may(Action::DecideGrant)?;
    for (role, account) in faces {
        access::set_fact(tx, &format!("demo_{role}"), Some(account.as_str()))?;
    }
    tx.record_with(Event::InstanceInitialised, Id::<of::Instance>::only(), json!({ "roles": faces.len() }));
    Ok(())
}
