//! The verbs about what a seeker keeps, and about a pair that is looked into.

use serde_json::json;

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::employers::model::{Organisation, Position};
use crate::employers::store as employers;
use crate::error::{Code, Result};
use crate::people::model::{Person, Profile, Purpose};
use crate::people::store as people;
use crate::store::Tx;
use crate::store::journal::Event;
use crate::types::id::{PersonId, PositionId, SavedSearchId};

use super::model::{DismissReason, Mark, MarkKind, SavedSearch};
use super::{learning, matches, rules, store};

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
    if let Some(person) = people::id_of_account(tx, account)? {
        learning::events::note_mark(tx, person, id, reason)?;
    }
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

/// One pair as it stands, for whoever looks into it.
#[derive(Clone)]
pub struct Examined {
    pub person: Person,
    pub profile: Profile,
    pub position: Position,
    pub enterprise: Organisation,
}

/// Opens one pair to whoever answers for the engine: with the person's consent to be matched, and for a
/// position that was public once. The person's file tells of the look.
pub fn examine(tx: &mut Tx, actor: &Actor, person: PersonId, position: PositionId) -> Result<Examined> {
    let scope = actor.may(Action::ExamineMatch)?;
    let person = people::person(tx, &scope, person)?;
    let (position, enterprise) = employers::any_position(tx, position)?;
    if position.published_at.is_none() {
        return Err(Code::NotFound.into());
    }
    if !people::agrees(tx, person.id, Purpose::Matching)? {
        return Err(Code::ConsentMissing.into());
    }
    let profile = matches::profile_of(tx, &person)?;
    let details = json!({ "field": "match", "why": "examination", "position": position.id });
    tx.record_with(Event::PersonRevealed, person.id, details);
    Ok(Examined { person, profile, position, enterprise })
}
