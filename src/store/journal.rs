//! The journal: what happened, in the order of commits, for ever.
//!
//! Three readers follow it: the audit pages, the search index and the notifications. Rows hold ids and
//! codes, never names or other personal data. Each row's MAC covers the row and the MAC before it, so
//! an edit, a removal or an insertion shows.

use diesel::prelude::*;
use serde_json::Value;

use super::schema::journal;
use super::sealed::{Keys, Purpose};
use super::{Db, DbBackend};
use crate::coded;
use crate::error::{Error, Result};
use crate::types::id::AccountId;
use crate::types::time::Moment;

coded! {
    /// Everything that can happen. Followers match on it, so a new event is looked at by each.
    pub enum Event {
        AccountOpened = "account_opened",
        AccountDisabled = "account_disabled",
        AccountEnabled = "account_enabled",
        PasswordChanged = "password_changed",
        SessionOpened = "session_opened",
        SessionClosed = "session_closed",
        SessionStolen = "session_stolen",
        SignInBlocked = "sign_in_blocked",
        TokenIssued = "token_issued",
        TokenRevoked = "token_revoked",
        CodeIssued = "code_issued",
        GrantAsked = "grant_asked",
        GrantApproved = "grant_approved",
        GrantRefused = "grant_refused",
        GrantRevoked = "grant_revoked",
        PersonEntered = "person_entered",
        PersonChanged = "person_changed",
        PersonLinked = "person_linked",
        PersonUnlinked = "person_unlinked",
        PersonVerified = "person_verified",
        PersonRefused = "person_refused",
        PersonRevealed = "person_revealed",
        PersonRemoved = "person_removed",
        ConsentGiven = "consent_given",
        ConsentWithdrawn = "consent_withdrawn",
        StationOpened = "station_opened",
        StationChanged = "station_changed",
        StationClosed = "station_closed",
        SpecialityProposed = "speciality_proposed",
        SpecialityAccepted = "speciality_accepted",
        SpecialityRefused = "speciality_refused",
        SpecialityWithdrawn = "speciality_withdrawn",
        SpecialityUndone = "speciality_undone",
        OrganisationRegistered = "organisation_registered",
        OrganisationChanged = "organisation_changed",
        OrganisationVerified = "organisation_verified",
        OrganisationRefused = "organisation_refused",
        MembershipBegun = "membership_begun",
        MembershipEnded = "membership_ended",
        PositionDrafted = "position_drafted",
        PositionChanged = "position_changed",
        PositionPublished = "position_published",
        PositionPaused = "position_paused",
        PositionRenewed = "position_renewed",
        PositionClosed = "position_closed",
        PositionRemoved = "position_removed",
        PositionSaved = "position_saved",
        PositionDismissed = "position_dismissed",
        PositionUnmarked = "position_unmarked",
        ViewSaved = "view_saved",
        ViewDropped = "view_dropped",
        SearchSaved = "search_saved",
        SearchDropped = "search_dropped",
        ImportCommitted = "import_committed",
        ImportUndone = "import_undone",
        WeightsProposed = "weights_proposed",
        WeightsAccepted = "weights_accepted",
        JobRetried = "job_retried",
        InstanceInitialised = "instance_initialised",
    }
}

/// Who is behind a write: an account, or the system itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Author(pub Option<AccountId>);

impl Author {
    pub const SYSTEM: Author = Author(None);
}

/// What a write noted.
#[derive(Clone, Debug)]
pub struct Record {
    pub event: Event,
    pub subject: String,
    pub details: Value,
}

/// One row of the journal.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = journal)]
pub struct Row {
    /// Gapless, from 1, in the order of commits.
    pub seq: i64,
    pub at: Moment,
    pub account_id: Option<AccountId>,
    pub event: Event,
    pub subject: String,
    pub details: String,
    pub mac: Vec<u8>,
}

impl Row {
    /// The details as they were noted; nothing when there were none.
    pub fn details_json(&self) -> serde_json::Result<Value> {
        if self.details.is_empty() { Ok(Value::Null) } else { serde_json::from_str(&self.details) }
    }
}

/// Appends the records of one write; the caller holds the turn to write.
pub(super) fn append(db: &mut Db, keys: &Keys, now: Moment, author: Author, records: &[Record]) -> Result<()> {
    if records.is_empty() {
        return Ok(());
    }
    let (mut seq, mut previous) = head(db)?;
    for record in records {
        seq += 1;
        let details = if record.details.is_null() { String::new() } else { record.details.to_string() };
        let mut row = Row {
            seq,
            at: now,
            account_id: author.0,
            event: record.event,
            subject: record.subject.clone(),
            details,
            mac: Vec::new(),
        };
        row.mac = mac(keys, &row, &previous);
        previous = row.mac.clone();
        diesel::insert_into(journal::table).values(&row).execute(db)?;
    }
    Ok(())
}

/// The number and MAC of the last row; zero and nothing before the first.
pub fn head(db: &mut Db) -> Result<(i64, Vec<u8>)> {
    let row = journal::table.order(journal::seq.desc()).select((journal::seq, journal::mac)).first(db).optional()?;
    Ok(row.unwrap_or_default())
}

/// Up to `limit` rows after number `seq`, in order.
pub fn read_after(db: &mut Db, seq: i64, limit: i64) -> Result<Vec<Row>> {
    Ok(journal::table
        .filter(journal::seq.gt(seq))
        .order(journal::seq)
        .limit(limit)
        .select(Row::as_select())
        .load(db)?)
}

/// What a list of rows is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub subject: Option<String>,
    pub event: Option<Event>,
    pub account: Option<AccountId>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub to: Option<Moment>,
}

/// Up to `limit` rows before number `seq` (all, when absent), newest first.
pub fn read_before(db: &mut Db, seq: Option<i64>, filter: &Filter, limit: i64) -> Result<Vec<Row>> {
    let mut query = filtered(filter);
    if let Some(seq) = seq {
        query = query.filter(journal::seq.lt(seq));
    }
    Ok(query.order(journal::seq.desc()).limit(limit).select(Row::as_select()).load(db)?)
}

pub fn count(db: &mut Db, filter: &Filter) -> Result<i64> {
    Ok(filtered(filter).count().get_result(db)?)
}

fn filtered(filter: &Filter) -> journal::BoxedQuery<'static, DbBackend> {
    let mut query = journal::table.into_boxed();
    if let Some(subject) = filter.subject.clone() {
        query = query.filter(journal::subject.eq(subject));
    }
    if let Some(event) = filter.event {
        query = query.filter(journal::event.eq(event));
    }
    if let Some(account) = filter.account {
        query = query.filter(journal::account_id.eq(Some(account)));
    }
    if let Some(from) = filter.from {
        query = query.filter(journal::at.ge(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(journal::at.lt(to));
    }
    query
}

/// Checks the whole chain; gives the number of rows, or the number of the first row that does not fit.
pub fn verify(db: &mut Db, keys: &Keys, mut progress: impl FnMut(i64)) -> Result<i64> {
    let (mut seq, mut previous) = (0, Vec::new());
    loop {
        let rows = read_after(db, seq, 10_000)?;
        if rows.is_empty() {
            return Ok(seq);
        }
        for row in rows {
            if row.seq != seq + 1 || row.mac != mac(keys, &row, &previous) {
                return Err(Error::internal(format!("the journal is broken at row {}", seq + 1)));
            }
            seq = row.seq;
            previous = row.mac;
        }
        progress(seq);
    }
}

/// HMAC-SHA-256 over the canonical bytes: each part prefixed by its length, so no two rows share them.
fn mac(keys: &Keys, row: &Row, previous: &[u8]) -> Vec<u8> {
    let account = row.account_id.map(|id| id.to_string()).unwrap_or_default();
    let mut bytes = Vec::with_capacity(256);
    bytes.extend(row.seq.to_be_bytes());
    for part in [
        row.at.to_string().as_bytes(),
        account.as_bytes(),
        row.event.code().as_bytes(),
        row.subject.as_bytes(),
        row.details.as_bytes(),
        previous,
    ] {
        bytes.extend((part.len() as u32).to_be_bytes());
        bytes.extend(part);
    }
    keys.mac(Purpose::Journal, &bytes).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sealed::to_hex;

    /// Golden vectors, computed by another program from the description above: a change of the canonical bytes would break every journal already written.
    #[test]
    fn the_chain_has_the_bytes_it_always_had() {
        let keys = Keys::parse(&format!("1:{}", "07".repeat(32))).expect("a key");
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-23T08:00:00.125Z").expect("a time").to_utc().into();
        let first = Row {
            seq: 1,
            at,
            account_id: None,
            event: Event::AccountOpened,
            subject: "00000000-0000-0000-0000-000000000001".to_owned(),
            details: String::new(),
            mac: Vec::new(),
        };
        let one = mac(&keys, &first, &[]);
        let second = Row {
            seq: 2,
            account_id: "00000000-0000-0000-0000-000000000001".parse().ok(),
            event: Event::GrantAsked,
            details: r#"{"role":"veteran"}"#.to_owned(),
            ..first
        };
        let two = mac(&keys, &second, &one);
        assert_eq!(to_hex(&one), "c97a6aa5b49e26bd37314f9162de6cd4381a0d540a1c53e62a71b285c095f3e8");
        assert_eq!(to_hex(&two), "cb7d4622ab3427e5da2f3347ad850f77a252a383c1284f9130874361b0b07d57");
    }
}
