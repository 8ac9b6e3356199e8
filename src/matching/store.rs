//! The SQL of marks and saved searches.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::error::{Code, Result};
use crate::store::schema::{position_marks, saved_searches};
use crate::store::{Db, Tx, found, unique};
use crate::types::id::{AccountId, PositionId, SavedSearchId};

use super::model::{Mark, MarkKind, SavedSearch};

/// Keeps a mark in the place of the one before.
pub fn save_mark(tx: &mut Tx, mark: &Mark) -> Result<()> {
    remove_mark(tx, mark.account_id, mark.position_id)?;
    diesel::insert_into(position_marks::table).values(mark).execute(&mut **tx)?;
    Ok(())
}

pub fn mark(db: &mut Db, account: AccountId, position: PositionId) -> Result<Option<Mark>> {
    Ok(position_marks::table.find((account, position)).select(Mark::as_select()).first(db).optional()?)
}

pub fn remove_mark(tx: &mut Tx, account: AccountId, position: PositionId) -> Result<usize> {
    Ok(diesel::delete(position_marks::table.find((account, position))).execute(&mut **tx)?)
}

/// Marks of one kind, newest first, at most `limit`.
pub fn marks(db: &mut Db, account: AccountId, kind: MarkKind, limit: i64) -> Result<Vec<Mark>> {
    Ok(position_marks::table
        .filter(position_marks::account_id.eq(account))
        .filter(position_marks::kind.eq(kind))
        .order((position_marks::marked_at.desc(), position_marks::position_id))
        .limit(limit)
        .select(Mark::as_select())
        .load(db)?)
}

pub fn mark_count(db: &mut Db, account: AccountId, kind: MarkKind) -> Result<i64> {
    let marks = position_marks::table.filter(position_marks::account_id.eq(account));
    Ok(marks.filter(position_marks::kind.eq(kind)).count().get_result(db)?)
}

/// What the account has put away.
pub fn dismissed(db: &mut Db, account: AccountId) -> Result<HashSet<PositionId>> {
    Ok(position_marks::table
        .filter(position_marks::account_id.eq(account))
        .filter(position_marks::kind.eq(MarkKind::Dismissed))
        .select(position_marks::position_id)
        .load(db)?
        .into_iter()
        .collect())
}

pub fn insert_search(tx: &mut Tx, search: &SavedSearch) -> Result<()> {
    let inserted = diesel::insert_into(saved_searches::table).values(search).execute(&mut **tx);
    unique(inserted, "saved_searches", &[("name", Code::Conflict)]).map(drop)
}

/// The account's own, oldest first.
pub fn searches(db: &mut Db, account: AccountId) -> Result<Vec<SavedSearch>> {
    Ok(saved_searches::table
        .filter(saved_searches::account_id.eq(account))
        .order((saved_searches::created_at, saved_searches::id))
        .select(SavedSearch::as_select())
        .load(db)?)
}

/// Removes one of the account's own; another account's is not found.
pub fn remove_search(tx: &mut Tx, account: AccountId, id: SavedSearchId) -> Result<()> {
    let own = saved_searches::table.find(id).filter(saved_searches::account_id.eq(account));
    let rows = diesel::delete(own).execute(&mut **tx)?;
    found((rows == 1).then_some(()))
}
