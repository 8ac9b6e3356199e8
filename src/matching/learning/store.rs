//! The SQL of weights and of what they are learnt from.

use std::collections::HashSet;

use chrono::NaiveDate;
use diesel::prelude::*;

use super::model::{MatchEvent, MatchEventKind, WeightSet, WeightsState};
use crate::error::Result;
use crate::store::schema::{match_events, weight_sets};
use crate::store::{Db, Tx, found};
use crate::types::id::{PersonId, PositionId};

/// The set that was accepted last.
pub fn accepted(db: &mut Db) -> Result<Option<WeightSet>> {
    Ok(weight_sets::table
        .filter(weight_sets::state.eq(WeightsState::Accepted))
        .order((weight_sets::decided_at.desc(), weight_sets::version.desc()))
        .select(WeightSet::as_select())
        .first(db)
        .optional()?)
}

pub fn set(db: &mut Db, version: i32) -> Result<WeightSet> {
    found(weight_sets::table.find(version).select(WeightSet::as_select()).first(db).optional()?)
}

/// All of them, newest first.
pub fn sets(db: &mut Db) -> Result<Vec<WeightSet>> {
    Ok(weight_sets::table.order(weight_sets::version.desc()).select(WeightSet::as_select()).load(db)?)
}

pub fn insert_set(tx: &mut Tx, set: &WeightSet) -> Result<()> {
    diesel::insert_into(weight_sets::table).values(set).execute(&mut **tx)?;
    Ok(())
}

pub fn save_decision(tx: &mut Tx, set: &WeightSet) -> Result<()> {
    let columns = (
        weight_sets::state.eq(set.state),
        weight_sets::decided_at.eq(set.decided_at),
        weight_sets::decided_by.eq(set.decided_by),
    );
    let rows = diesel::update(weight_sets::table.find(set.version)).set(columns).execute(&mut **tx)?;
    found((rows == 1).then_some(()))
}

/// Writes down what is not there yet for its day; all are one person's, of one kind and one day.
pub fn insert_events(tx: &mut Tx, events: &[MatchEvent]) -> Result<()> {
    let Some(first) = events.first() else { return Ok(()) };
    let positions: Vec<PositionId> = events.iter().map(|event| event.position_id).collect();
    let known: HashSet<PositionId> = match_events::table
        .filter(match_events::person_id.eq(first.person_id))
        .filter(match_events::kind.eq(first.kind))
        .filter(match_events::on_day.eq(first.on_day))
        .filter(match_events::position_id.eq_any(positions))
        .select(match_events::position_id)
        .load(&mut **tx)?
        .into_iter()
        .collect();
    for event in events.iter().filter(|event| !known.contains(&event.position_id)) {
        diesel::insert_into(match_events::table).values(event).execute(&mut **tx)?;
    }
    Ok(())
}

/// When the pair was last seen with its match, in a list or by itself.
pub fn last_seen(db: &mut Db, person: PersonId, position: PositionId) -> Result<Option<MatchEvent>> {
    Ok(match_events::table
        .filter(match_events::person_id.eq(person))
        .filter(match_events::position_id.eq(position))
        .filter(match_events::kind.eq_any([MatchEventKind::Shown, MatchEventKind::Opened]))
        .order((match_events::on_day.desc(), match_events::kind))
        .select(MatchEvent::as_select())
        .first(db)
        .optional()?)
}

/// People of whom there is something since a day, by id, at most `limit` after one of them.
pub fn people_since(db: &mut Db, since: NaiveDate, after: Option<PersonId>, limit: i64) -> Result<Vec<PersonId>> {
    let mut query = match_events::table
        .filter(match_events::on_day.ge(since))
        .select(match_events::person_id)
        .distinct()
        .order(match_events::person_id)
        .limit(limit)
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(match_events::person_id.gt(after));
    }
    Ok(query.load(db)?)
}

/// What these people did since a day, each person's together, in the order of days and places.
pub fn events_of(db: &mut Db, people: &[PersonId], since: NaiveDate) -> Result<Vec<MatchEvent>> {
    Ok(match_events::table
        .filter(match_events::person_id.eq_any(people.to_vec()))
        .filter(match_events::on_day.ge(since))
        .order((match_events::person_id, match_events::on_day, match_events::place, match_events::position_id))
        .select(MatchEvent::as_select())
        .load(db)?)
}

pub fn remove_before(tx: &mut Tx, day: NaiveDate) -> Result<usize> {
    Ok(diesel::delete(match_events::table.filter(match_events::on_day.lt(day))).execute(&mut **tx)?)
}

pub fn remove_of(tx: &mut Tx, people: &[PersonId]) -> Result<usize> {
    let theirs = match_events::table.filter(match_events::person_id.eq_any(people.to_vec()));
    Ok(diesel::delete(theirs).execute(&mut **tx)?)
}
