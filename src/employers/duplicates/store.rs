//! The SQL of positions that are shown as one.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::access::Scope;
use crate::employers::model::{Organisation, Position, PositionState};
use crate::employers::store::{PositionFilter, positions_within};
use crate::error::Result;
use crate::people::model::Verification;
use crate::store::schema::{organisations, positions};
use crate::store::{Db, Tx};
use crate::types::id::{DuplicateGroupId, OrganisationId, PositionId};
use crate::types::region::Division;

/// Positions of one enterprise that a new one is compared with, newest first; an agency with more has old ones
/// unseen.
const STANDING_MAX: i64 = 1_000;
/// Positions of a district among which copies are looked for, newest first.
const PRINTS_MAX: i64 = 20_000;
/// Parameters of one query; both databases bound them.
const CHUNK: usize = 500;

/// What of a position is read before its text.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Standing {
    pub id: PositionId,
    pub division: Division,
    pub fingerprint: Option<i64>,
    pub group: Option<DuplicateGroupId>,
}

/// The positions of an enterprise that are not closed, newest first.
pub fn standing(db: &mut Db, enterprise: OrganisationId) -> Result<Vec<Standing>> {
    let columns = (positions::id, positions::division, positions::fingerprint, positions::duplicate_group);
    Ok(positions::table
        .filter(positions::enterprise_id.eq(enterprise))
        .filter(positions::state.ne(PositionState::Closed))
        .order((positions::created_at.desc(), positions::id.desc()))
        .limit(STANDING_MAX)
        .select(columns)
        .load(db)?)
}

/// Puts a position into a group. What it says stays as it was, so its version does, too.
pub fn begin_group(tx: &mut Tx, position: PositionId, group: DuplicateGroupId) -> Result<()> {
    let position = diesel::update(positions::table.find(position));
    position.set(positions::duplicate_group.eq(Some(group))).execute(&mut **tx)?;
    Ok(())
}

/// Of each group, the members that the public may see on `today`, newest first.
pub fn public_members(
    db: &mut Db,
    groups: &[DuplicateGroupId],
    today: NaiveDate,
) -> Result<HashMap<DuplicateGroupId, Vec<PositionId>>> {
    let mut members: HashMap<DuplicateGroupId, Vec<PositionId>> = HashMap::new();
    for chunk in groups.chunks(CHUNK) {
        let chunk: Vec<Option<DuplicateGroupId>> = chunk.iter().copied().map(Some).collect();
        let rows: Vec<(Option<DuplicateGroupId>, PositionId)> = positions::table
            .inner_join(organisations::table)
            .filter(positions::duplicate_group.eq_any(chunk))
            .filter(positions::state.eq(PositionState::Open))
            .filter(positions::valid_until.ge(today))
            .filter(positions::hired.lt(positions::headcount))
            .filter(organisations::verification.eq(Verification::Verified))
            .order((positions::published_at.desc(), positions::id.desc()))
            .select((positions::duplicate_group, positions::id))
            .load(db)?;
        for (group, id) in rows {
            if let Some(group) = group {
                members.entry(group).or_default().push(id);
            }
        }
    }
    Ok(members)
}

/// The groups that these positions belong to.
pub fn groups_of(db: &mut Db, ids: &[PositionId]) -> Result<HashSet<DuplicateGroupId>> {
    let mut groups = HashSet::new();
    for chunk in ids.chunks(CHUNK) {
        let found: Vec<Option<DuplicateGroupId>> = positions::table
            .filter(positions::id.eq_any(chunk.to_vec()))
            .filter(positions::duplicate_group.is_not_null())
            .select(positions::duplicate_group)
            .load(db)?;
        groups.extend(found.into_iter().flatten());
    }
    Ok(groups)
}

/// All members of the groups that these positions belong to: what the index has to look at again.
pub fn mates_of(db: &mut Db, ids: &[PositionId]) -> Result<Vec<PositionId>> {
    let groups: Vec<DuplicateGroupId> = groups_of(db, ids)?.into_iter().collect();
    let mut mates = Vec::new();
    for chunk in groups.chunks(CHUNK) {
        let chunk: Vec<Option<DuplicateGroupId>> = chunk.iter().copied().map(Some).collect();
        let found = positions::table.filter(positions::duplicate_group.eq_any(chunk)).select(positions::id);
        mates.extend(found.load::<PositionId>(db)?);
    }
    Ok(mates)
}

/// The newest open positions within `scope` that have a fingerprint, with their enterprises.
pub fn prints_within(db: &mut Db, scope: &Scope) -> Result<Vec<(PositionId, OrganisationId, u64)>> {
    let filter = PositionFilter { state: Some(PositionState::Open), ..PositionFilter::default() };
    let rows: Vec<(PositionId, OrganisationId, Option<i64>)> = positions_within(scope, &filter)
        .filter(positions::fingerprint.is_not_null())
        .order((positions::published_at.desc(), positions::id.desc()))
        .limit(PRINTS_MAX)
        .select((positions::id, positions::enterprise_id, positions::fingerprint))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, enterprise, print)| Some((id, enterprise, print? as u64))).collect())
}

/// Positions with their enterprises, in the order of `ids`.
pub fn in_order(db: &mut Db, ids: &[PositionId]) -> Result<Vec<(Position, Organisation)>> {
    let mut rows = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let found = crate::employers::store::positions_by_ids(db, chunk)?;
        rows.extend(found.into_iter().map(|row| (row.0.id, row)));
    }
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}
