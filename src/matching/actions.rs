//! The verbs about what a seeker keeps.

use serde_json::json;

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::employers::store as employers;
use crate::error::{Code, Result};
use crate::store::Tx;
use crate::store::journal::Event;
use crate::types::id::{PositionId, SavedSearchId};

use super::model::{DismissReason, Mark, MarkKind, SavedSearch};
use super::{rules, store};

/// Keeps a position for later.
pub fn save_position(tx: &mut Tx, actor: &Actor, id: PositionId) -> Result<()> {
    actor.may(Action::MarkPosition)?;
    if mark(tx, actor, id, MarkKind::Saved, None)? {
        tx.record(Event::PositionSaved, id);
    }
    Ok(())
}

/// Puts a position away: it is not proposed again. The reason is for those who improve the proposals.
pub fn dismiss_position(tx: &mut Tx, actor: &Actor, id: PositionId, reason: DismissReason) -> Result<()> {
    actor.may(Action::MarkPosition)?;
    if mark(tx, actor, id, MarkKind::Dismissed, Some(reason))? {
        tx.record_with(Event::PositionDismissed, id, json!({ "reason": reason }));
    }
    Ok(())
}

/// Gives whether anything changed.
fn mark(tx: &mut Tx, actor: &Actor, id: PositionId, kind: MarkKind, reason: Option<DismissReason>) -> Result<bool> {
    let account = actor.account()?;
    let (position, enterprise) = employers::any_position(tx, id)?;
    // What was never public is not found; what is closed may still be kept.
    if position.published_at.is_none() || !enterprise.is_verified() {
        return Err(Code::NotFound.into());
    }
    let before = store::mark(tx, account, id)?;
    if before.as_ref().is_some_and(|mark| mark.kind == kind && mark.reason == reason) {
        return Ok(false);
    }
    rules::mark(store::mark_count(tx, account, kind)?)?;
    let marked_at = tx.now();
    store::save_mark(tx, &Mark { account_id: account, position_id: id, kind, reason, marked_at })?;
    Ok(true)
}

/// Takes a mark of this kind away; without one nothing happens.
pub fn unmark_position(tx: &mut Tx, actor: &Actor, id: PositionId, kind: MarkKind) -> Result<()> {
    actor.may(Action::MarkPosition)?;
    let account = actor.account()?;
    if store::mark(tx, account, id)?.is_some_and(|mark| mark.kind == kind) {
        store::remove_mark(tx, account, id)?;
        tx.record_with(Event::PositionUnmarked, id, json!({ "kind": kind }));
    }
    Ok(())
}

/// Keeps a search under a name.
pub fn save_search(tx: &mut Tx, actor: &Actor, name: &str, query: &str) -> Result<SavedSearch> {
    actor.may(Action::SaveSearch)?;
    let account = actor.account()?;
    rules::save_search(name, query, store::searches(tx, account)?.len())?;
    let search = SavedSearch {
        id: tx.new_id(),
        account_id: account,
        name: name.trim().to_owned(),
        query: query.to_owned(),
        created_at: tx.now(),
    };
    store::insert_search(tx, &search)?;
    tx.record(Event::SearchSaved, search.id);
    Ok(search)
}

pub fn drop_search(tx: &mut Tx, actor: &Actor, id: SavedSearchId) -> Result<()> {
    actor.may(Action::SaveSearch)?;
    store::remove_search(tx, actor.account()?, id)?;
    tx.record(Event::SearchDropped, id);
    Ok(())
}
