//! The SQL of the military map's changes.

use diesel::prelude::*;

use crate::error::Result;
use crate::store::schema::speciality_changes::{self as changes, dsl};
use crate::store::{Db, Tx, found};
use crate::types::id::SpecialityChangeId;

use super::model::{Change, ChangeState};

/// Changes that a city may hold in one state: the whole built-in map is 274 families.
const CHANGES_MAX: i64 = 2_000;
/// Changes of one family that are shown.
const HISTORY_MAX: i64 = 100;

pub fn insert(tx: &mut Tx, change: &Change) -> Result<()> {
    diesel::insert_into(changes::table).values(change).execute(&mut **tx)?;
    Ok(())
}

/// Saves what became of a change; what was written stays.
pub fn save(tx: &mut Tx, change: &Change) -> Result<()> {
    let rows = diesel::update(changes::table.find(change.id))
        .set((
            dsl::state.eq(change.state),
            dsl::decided_by.eq(change.decided_by),
            dsl::decided_at.eq(change.decided_at),
            dsl::note.eq(change.note.clone()),
            dsl::number.eq(change.number),
            dsl::ended_by.eq(change.ended_by),
            dsl::ended_at.eq(change.ended_at),
        ))
        .execute(&mut **tx)?;
    found((rows == 1).then_some(()))
}

pub fn change(db: &mut Db, id: SpecialityChangeId) -> Result<Change> {
    found(changes::table.find(id).select(Change::as_select()).first(db).optional()?)
}

/// Everything in force, one row a family, and what was undone.
pub fn in_force_or_undone(db: &mut Db) -> Result<Vec<Change>> {
    Ok(changes::table
        .filter(dsl::state.eq_any([ChangeState::InForce, ChangeState::Undone]))
        .order((dsl::code, dsl::number))
        .limit(CHANGES_MAX)
        .select(Change::as_select())
        .load(db)?)
}

/// Everything in force, one row a family.
pub fn in_force(db: &mut Db) -> Result<Vec<Change>> {
    in_state(db, ChangeState::InForce, 0, CHANGES_MAX)
}

/// The change of a family in this state, of which there is at most one: in force, or waiting.
pub fn one_of(db: &mut Db, code: &str, state: ChangeState) -> Result<Option<Change>> {
    let of_code = changes::table.filter(dsl::code.eq(code.to_owned())).filter(dsl::state.eq(state));
    Ok(of_code.select(Change::as_select()).first(db).optional()?)
}

/// What held before the version in force.
pub fn before(db: &mut Db, code: &str) -> Result<Option<Change>> {
    Ok(changes::table
        .filter(dsl::code.eq(code.to_owned()))
        .filter(dsl::state.eq(ChangeState::Replaced))
        .order(dsl::number.desc())
        .select(Change::as_select())
        .first(db)
        .optional()?)
}

/// The number of the last version that was ever in force; zero before the first.
pub fn last_number(db: &mut Db, code: &str) -> Result<i64> {
    let last: Option<i64> =
        changes::table.filter(dsl::code.eq(code.to_owned())).select(diesel::dsl::max(dsl::number)).first(db)?;
    Ok(last.unwrap_or(0))
}

/// All that was ever proposed of a family, newest first.
pub fn history(db: &mut Db, code: &str) -> Result<Vec<Change>> {
    Ok(changes::table
        .filter(dsl::code.eq(code.to_owned()))
        .order((dsl::written_at.desc(), dsl::id.desc()))
        .limit(HISTORY_MAX)
        .select(Change::as_select())
        .load(db)?)
}

/// Changes in one state, oldest first, from `offset` on.
pub fn in_state(db: &mut Db, state: ChangeState, offset: i64, limit: i64) -> Result<Vec<Change>> {
    Ok(changes::table
        .filter(dsl::state.eq(state))
        .order((dsl::written_at, dsl::id))
        .offset(offset)
        .limit(limit)
        .select(Change::as_select())
        .load(db)?)
}

pub fn count_in_state(db: &mut Db, state: ChangeState) -> Result<i64> {
    Ok(changes::table.filter(dsl::state.eq(state)).count().get_result(db)?)
}

/// Codes of families of which a change waits.
pub fn waiting_codes(db: &mut Db) -> Result<Vec<String>> {
    Ok(changes::table.filter(dsl::state.eq(ChangeState::Waiting)).limit(CHANGES_MAX).select(dsl::code).load(db)?)
}
