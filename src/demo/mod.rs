//! The demonstration world (演示数据): a city of invented people and employers, for trying things out.
//!
//! It goes through the same actions as a live one, so whatever it shows a live one can hold. It is
//! poured into an empty database only, and that database says ever after that it is the demonstration
//! world's. The same seed on the same day gives the same content. Not here: the sign-in with one click,
//! which is in [`crate::access`] and asks for the mark this module sets.
//!
//! Others may call: [`build`].

mod actions;
mod dice;
mod employers;
mod ingredients;
mod names;
mod numbers;
mod people;
mod places;
mod positions;
mod profiles;
mod service;
mod showcase;
mod specialities;
mod stations;
#[cfg(test)]
mod tests;
mod world;

use chrono::NaiveDate;
use serde::Serialize;

use crate::access::passwords::{Cost, Passwords};
use crate::access::permissions::Role;
use crate::access::{Actor, store as access_store};
use crate::employers::model::{Position, PositionState};
use crate::error::{Error, Result};
use crate::people::model::{Person, PersonKind, Verification};
use crate::store::Store;
use crate::store::sealed::random_token;
use employers::Enterprise;
use world::{CITY, Size, World};

/// What stands at the end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Summary {
    pub seed: u64,
    pub today: NaiveDate,
    /// The centre and the stations.
    pub stations: usize,
    pub townships: usize,
    pub villages: usize,
    pub accounts: i64,
    pub mentors: usize,
    pub enterprises: usize,
    pub enterprises_verified: usize,
    /// Members of the association.
    pub members: usize,
    pub representatives: usize,
    pub positions: usize,
    pub positions_open: usize,
    pub positions_paused: usize,
    pub positions_closed: usize,
    pub positions_draft: usize,
    /// Drafts with a condition that the law forbids.
    pub positions_unlawful: usize,
    pub veterans: usize,
    pub spouses: usize,
    pub people_verified: usize,
    pub people_unverified: usize,
    pub people_hidden: usize,
    pub profiles_empty: usize,
}

/// Fills an empty database. `progress` is told the step, how much of it is done, and of how much.
///
/// # Errors
/// [`crate::error::Code::Conflict`] when the database holds an account, a person or an organisation.
pub fn build(store: &Store, seed: u64, progress: &mut dyn FnMut(&str, u64, u64)) -> Result<Summary> {
    build_of_size(store, seed, CITY, progress)
}

fn build_of_size(store: &Store, seed: u64, size: Size, progress: &mut dyn FnMut(&str, u64, u64)) -> Result<Summary> {
    // One hash for all: nobody ever knows the password, and a hash each would take longer than the rest.
    let password_hash = Passwords::new(Cost::STANDARD, 1)?.hash_now(&random_token()?)?;
    let mut world = World::new(store, seed, size, password_hash, progress);
    world.write(&Actor::system(), |tx| actions::begin_demo_world(tx, &Actor::system()))?;
    let stations = stations::open(&mut world)?;
    let mut staff = world::employ_staff(&mut world)?;
    specialities::keep(&world, &staff)?;
    let enterprises = employers::settle(&mut world, &staff)?;
    let people = people::arrive(&mut world, &mut staff)?;
    let positions = positions::offer(&mut world, &staff, &enterprises)?;
    if let Some(first) = enterprises.iter().find_map(|enterprise| enterprise.representative.as_ref()) {
        staff.faces.push((Role::EmployerRepresentative, first.account()?));
    }
    if let Some(missing) = Role::ALL.iter().find(|role| !staff.faces.iter().any(|(seen, _)| seen == *role)) {
        return Err(Error::internal(format!("nobody stands for the role {missing}")));
    }
    world.write(&Actor::system(), |tx| actions::found_demo_world(tx, &Actor::system(), &staff.faces))?;
    let accounts = store.read_now(access_store::account_count)?;
    Ok(summary(&world, stations, accounts, &enterprises, &people, &positions))
}

fn summary(
    world: &World,
    stations: usize,
    accounts: i64,
    enterprises: &[Enterprise],
    people: &[Person],
    positions: &[Position],
) -> Summary {
    let in_state = |state| positions.iter().filter(|position| position.state == state).count();
    let of_kind = |kind| people.iter().filter(|person| person.kind == kind).count();
    let is_verified = |enterprise: &&Enterprise| enterprise.organisation.verification == Verification::Verified;
    let empty = serde_json::to_string(&crate::people::model::Profile::default()).unwrap_or_default();
    Summary {
        seed: world.seed,
        today: world.today,
        stations,
        townships: world.places.townships.len(),
        villages: world.places.villages.len(),
        accounts,
        mentors: world.size.mentors,
        enterprises: enterprises.len(),
        enterprises_verified: enterprises.iter().filter(is_verified).count(),
        members: world.size.members,
        representatives: enterprises.iter().filter(|enterprise| enterprise.representative.is_some()).count(),
        positions: positions.len(),
        positions_open: in_state(PositionState::Open),
        positions_paused: in_state(PositionState::Paused),
        positions_closed: in_state(PositionState::Closed),
        positions_draft: in_state(PositionState::Draft),
        positions_unlawful: positions.iter().filter(|position| position.findings != "[]").count(),
        veterans: of_kind(PersonKind::Veteran),
        spouses: of_kind(PersonKind::Spouse),
        people_verified: people.iter().filter(|person| person.verification == Verification::Verified).count(),
        people_unverified: people.iter().filter(|person| person.verification == Verification::Unverified).count(),
        people_hidden: people.iter().filter(|person| !person.visible).count(),
        profiles_empty: people.iter().filter(|person| person.profile == empty).count(),
    }
}
