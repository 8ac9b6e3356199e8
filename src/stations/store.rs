//! The SQL of stations.

use diesel::prelude::*;

use crate::error::{Code, Result};
use crate::store::schema::stations;
use crate::store::{Db, Tx, found};
use crate::types::id::StationId;

use super::model::Station;

/// A city has a few hundred at most.
const STATIONS_MAX: i64 = 1_000;

pub fn insert(tx: &mut Tx, station: &Station) -> Result<()> {
    diesel::insert_into(stations::table).values(station).execute(&mut **tx)?;
    Ok(())
}

/// Saves a changed station; `version` is the one the change was based on.
pub fn save(tx: &mut Tx, station: &Station) -> Result<()> {
    let now = tx.now();
    let rows = diesel::update(stations::table.find(station.id).filter(stations::version.eq(station.version)))
        .set((
            stations::kind.eq(station.kind),
            stations::name.eq(station.name.clone()),
            stations::division.eq(station.division),
            stations::address.eq(station.address.clone()),
            stations::phone.eq(station.phone.clone()),
            stations::hours.eq(station.hours.clone()),
            stations::updated_at.eq(now),
            stations::version.eq(station.version + 1),
        ))
        .execute(&mut **tx)?;
    if rows == 1 { Ok(()) } else { Err(Code::VersionMismatch.into()) }
}

pub fn station(db: &mut Db, id: StationId) -> Result<Station> {
    found(stations::table.find(id).select(Station::as_select()).first(db).optional()?)
}

/// All of them, the widest division first.
pub fn stations(db: &mut Db) -> Result<Vec<Station>> {
    Ok(stations::table
        .order((stations::division, stations::kind, stations::id))
        .limit(STATIONS_MAX)
        .select(Station::as_select())
        .load(db)?)
}

pub fn remove(tx: &mut Tx, id: StationId) -> Result<()> {
    let rows = diesel::delete(stations::table.find(id)).execute(&mut **tx)?;
    found((rows == 1).then_some(()))
}
