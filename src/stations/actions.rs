//! The verbs about stations.

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::error::Result;
use crate::store::journal::Event;
use crate::store::{Tx, same_version};
use crate::types::id::StationId;

use super::model::{Station, StationInput};
use super::{rules, store};

pub fn open(tx: &mut Tx, actor: &Actor, input: &StationInput) -> Result<Station> {
    actor.may(Action::EditStation)?;
    rules::check(input)?;
    let now = tx.now();
    let mut station = Station {
        id: tx.new_id(),
        kind: input.kind,
        name: String::new(),
        division: input.division,
        address: String::new(),
        phone: String::new(),
        hours: String::new(),
        created_at: now,
        updated_at: now,
        version: 1,
    };
    fill(&mut station, input);
    store::insert(tx, &station)?;
    tx.record(Event::StationOpened, station.id);
    Ok(station)
}

pub fn change(tx: &mut Tx, actor: &Actor, id: StationId, version: i64, input: &StationInput) -> Result<Station> {
    actor.may(Action::EditStation)?;
    let mut station = store::station(tx, id)?;
    same_version(station.version, version)?;
    rules::check(input)?;
    fill(&mut station, input);
    store::save(tx, &station)?;
    station.version += 1;
    tx.record(Event::StationChanged, id);
    Ok(station)
}

fn fill(station: &mut Station, input: &StationInput) {
    station.kind = input.kind;
    station.name = input.name.trim().to_owned();
    station.division = input.division;
    station.address = input.address.trim().to_owned();
    station.phone = input.phone.trim().to_owned();
    station.hours = input.hours.trim().to_owned();
}

/// Takes a station off the list.
pub fn close(tx: &mut Tx, actor: &Actor, id: StationId) -> Result<()> {
    actor.may(Action::EditStation)?;
    store::remove(tx, id)?;
    tx.record(Event::StationClosed, id);
    Ok(())
}
