//! Writing down what people do with what is shown to them, and forgetting it.
//!
//! These are no verbs of anybody: they come along with a look or a mark, leave no row in the journal, and a look
//! that cannot be written down is answered all the same.

use search_index::PartShare;

use super::model::{MatchEvent, MatchEventKind, judged_text};
use super::{rules, store};
use crate::error::Result;
use crate::matching::model::DismissReason;
use crate::people::model::Purpose;
use crate::people::store as people;
use crate::store::journal::Author;
use crate::store::{Store, Tx};
use crate::types::id::{PersonId, PositionId};

/// People looked at in one go.
const BATCH: i64 = 500;

/// A position as it was shown.
#[derive(Clone, Debug)]
pub struct Seen {
    pub position: PositionId,
    /// Place in the list, from 1; absent where it stood by itself.
    pub place: Option<usize>,
    pub judged: Vec<PartShare>,
    pub weights_version: u32,
}

/// Notes what was shown to somebody, in a list or by itself.
pub fn note_seen(store: &Store, person: PersonId, kind: MatchEventKind, seen: &[Seen]) {
    let on_day = store.clock.now().day();
    let event = |one: &Seen| MatchEvent {
        person_id: person,
        position_id: one.position,
        kind,
        on_day,
        reason: None,
        place: one.place.and_then(|place| i32::try_from(place).ok()),
        weights_version: one.weights_version as i32,
        judged: judged_text(&one.judged),
    };
    let events: Vec<MatchEvent> = seen.iter().map(event).collect();
    if let Err(error) = store.write_now(Author::SYSTEM, |tx| store::insert_events(tx, &events)) {
        tracing::warn!(%error, "seen_matches_not_noted");
    }
}

/// Notes a mark on what was shown before, judged as it was then. What was never shown with its match, as in a
/// public search, says nothing about weights.
pub fn note_mark(tx: &mut Tx, person: PersonId, position: PositionId, reason: Option<DismissReason>) -> Result<()> {
    let Some(seen) = store::last_seen(tx, person, position)? else { return Ok(()) };
    let kind = if reason.is_some() { MatchEventKind::Dismissed } else { MatchEventKind::Saved };
    let event = MatchEvent { kind, reason, on_day: tx.now().day(), place: None, ..seen };
    store::insert_events(tx, &[event])
}

/// Removes what is too old, and what is known of people who are no longer matched.
pub fn forget(tx: &mut Tx) -> Result<()> {
    let first = tx.now().plus(-chrono::Duration::days(rules::KEPT_DAYS)).day();
    store::remove_before(tx, first)?;
    let mut after = None;
    loop {
        let mut ids = store::people_since(tx, first, after, BATCH)?;
        let Some(&last) = ids.last() else { return Ok(()) };
        after = Some(last);
        let agreed = people::agreeing(tx, &ids, Purpose::Matching)?;
        ids.retain(|id| !agreed.contains(id));
        store::remove_of(tx, &ids)?;
    }
}
