//! The database: reading, writing, and what every write leaves behind.
//!
//! [`Store::read`] and [`Store::write`] run a whole closure on a blocking thread, in one transaction.
//! The outside world is never called inside. Writes take turns, on one node by SQLite's single
//! writer and on many by a lock in PostgreSQL, so "load, check, save" is correct as written.
//!
//! Not here: the SQL of a capability's tables; that is in its own `store.rs`.

mod connection;
pub mod idempotency;
pub mod journal;
pub mod queue;
pub mod schema;
pub mod sealed;

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use uuid::Uuid;

use crate::clock::Clock;
use crate::error::{Code, Error, Result};
use crate::types::id::Id;
use crate::types::time::Moment;
pub use connection::{DatabaseUrl, Db, MultiBackend as DbBackend};
use connection::{Pooled, Pools};
use journal::{Author, Event, Record};
use sealed::Keys;

/// A write is tried at most this often when PostgreSQL refuses to serialise it.
const ATTEMPTS_MAX: u32 = 10;

/// The database, the keys and the clock: what every action works with. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pools: Pools,
    pub keys: Keys,
    pub clock: Clock,
    ids: Ids,
    /// Told after each commit, so that followers need not wait for their next look.
    wake: Arc<tokio::sync::Notify>,
}

/// Where new identifiers come from: time and chance, or a counter in tests.
#[derive(Clone, Debug)]
pub enum Ids {
    Random,
    Counted(Arc<AtomicU64>),
}

impl Store {
    /// Opens, migrates and checks the database.
    pub fn open(url: &DatabaseUrl, readers: u32, keys: Keys, clock: Clock, ids: Ids) -> Result<Store> {
        let pools = Pools::open(url, readers, 4)?;
        connection::check_settings(&mut *pools.writer()?)?;
        Ok(Store { pools, keys, clock, ids, wake: Arc::default() })
    }

    /// Runs `work` on one snapshot of the database, on a blocking thread. It cannot write.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T> + Send + 'static,
    {
        let store = self.clone();
        blocking(move || store.read_now(work)).await
    }

    /// Runs `work` in one transaction on a blocking thread: all of it stands, or none.
    pub async fn write<T, F>(&self, author: Author, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx) -> Result<T> + Send + 'static,
    {
        let store = self.clone();
        blocking(move || store.write_now(author, work)).await
    }

    /// [`Store::read`] for threads that may block.
    pub fn read_now<T>(&self, work: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        let db = self.pools.reader()?;
        let begin = match *db {
            Db::Sqlite(_) => "BEGIN DEFERRED",
            Db::Postgres(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        };
        let mut open = Open::begin(db, begin)?;
        let answer = work(&mut open.db)?;
        open.finish("COMMIT")?;
        Ok(answer)
    }

    /// [`Store::write`] for threads that may block.
    pub fn write_now<T>(&self, author: Author, mut work: impl FnMut(&mut Tx) -> Result<T>) -> Result<T> {
        for attempt in 1..=ATTEMPTS_MAX {
            match self.attempt(author, &mut work) {
                Err(error) if is_serialization_failure(&error) => {
                    tracing::debug!(attempt, "write_retried");
                    std::thread::sleep(Duration::from_millis(u64::from(attempt * attempt)));
                }
                Err(error) if is_busy(&error) => return Err(Error::new(Code::Busy).retry_after_s(1)),
                answer => return answer,
            }
        }
        Err(Error::new(Code::Busy).retry_after_s(1))
    }

    fn attempt<T>(&self, author: Author, work: &mut impl FnMut(&mut Tx) -> Result<T>) -> Result<T> {
        let mut open = match self.pools.writer()? {
            db if matches!(*db, Db::Sqlite(_)) => Open::begin(db, "BEGIN IMMEDIATE")?,
            db => {
                // The lock comes before the first query fixes the snapshot: the journal's chain needs to
                // see its own tail, which a snapshot taken before waiting would miss.
                Open::begin(db, "BEGIN ISOLATION LEVEL SERIALIZABLE; LOCK TABLE write_turn IN EXCLUSIVE MODE")?
            }
        };
        let mut tx = Tx { db: &mut open.db, store: self, now: self.clock.now(), author, records: Vec::new() };
        let answer = work(&mut tx)?;
        let Tx { records, now, .. } = tx;
        journal::append(&mut open.db, &self.keys, now, author, &records)?;
        open.finish("COMMIT")?;
        if !records.is_empty() {
            self.wake.notify_waiters();
        }
        Ok(answer)
    }

    /// Resolves after the next commit of this node.
    pub fn changed(&self) -> impl Future<Output = ()> {
        // Made by the caller, not by the first poll: a commit between the two is not missed.
        self.wake.clone().notified_owned()
    }
}

impl Ids {
    pub fn counted() -> Ids {
        Ids::Counted(Arc::default())
    }

    fn next(&self, ordered: bool) -> Uuid {
        match self {
            Ids::Random if ordered => Uuid::now_v7(),
            Ids::Random => Uuid::new_v4(),
            Ids::Counted(count) => Uuid::from_u128(u128::from(count.fetch_add(1, Ordering::Relaxed) + 1)),
        }
    }
}

/// One write in progress.
pub struct Tx<'a> {
    db: &'a mut Db,
    store: &'a Store,
    now: Moment,
    pub author: Author,
    records: Vec<Record>,
}

impl Tx<'_> {
    /// The moment of this write; the same for all of it.
    pub fn now(&self) -> Moment {
        self.now
    }

    pub fn keys(&self) -> &Keys {
        &self.store.keys
    }

    /// A new identifier that sorts by time.
    pub fn new_id<T>(&self) -> Id<T> {
        Id::from_uuid(self.store.ids.next(true))
    }

    /// A new identifier that says nothing about when it was made: for people.
    pub fn new_random_id<T>(&self) -> Id<T> {
        Id::from_uuid(self.store.ids.next(false))
    }

    /// Notes what happened to `subject`; the journal gets it as the last step of this write.
    pub fn record<T>(&mut self, event: Event, subject: Id<T>) {
        self.record_with(event, subject, serde_json::Value::Null);
    }

    /// [`Tx::record`] with details: ids, codes and counts, never personal data.
    pub fn record_with<T>(&mut self, event: Event, subject: Id<T>, details: serde_json::Value) {
        self.records.push(Record { event, subject: subject.to_string(), details });
    }
}

impl Deref for Tx<'_> {
    type Target = Db;
    fn deref(&self) -> &Db {
        self.db
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Db {
        self.db
    }
}

/// An open transaction; dropped before `finish`, also by a panic, it rolls back.
struct Open {
    db: Pooled,
    finished: bool,
}

impl Open {
    fn begin(mut db: Pooled, begin: &str) -> Result<Open> {
        db.batch_execute(begin)?;
        Ok(Open { db, finished: false })
    }

    fn finish(&mut self, end: &str) -> Result<()> {
        self.db.batch_execute(end)?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if !self.finished
            && let Err(error) = self.db.batch_execute("ROLLBACK")
        {
            // SQLite rolls back by itself on some errors; a second ROLLBACK then fails harmlessly.
            tracing::debug!(%error, "rollback_failed");
        }
    }
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    actix_web::web::block(work).await.map_err(Error::internal)?
}

fn is_serialization_failure(error: &Error) -> bool {
    match error.database() {
        Some(DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
        Some(DieselError::DatabaseError(_, info)) => info.message().contains("deadlock detected"),
        _ => false,
    }
}

fn is_busy(error: &Error) -> bool {
    match error.database() {
        Some(DieselError::DatabaseError(_, info)) => {
            info.message().contains("database is locked") || info.message().contains("lock timeout")
        }
        _ => false,
    }
}

/// Turns the breach of a unique constraint into the code that stands beside its column. SQLite names
/// the columns, PostgreSQL the constraint, which we name `TABLE_COLUMN_key` throughout.
pub fn unique<T>(result: diesel::QueryResult<T>, table: &str, columns: &[(&str, Code)]) -> Result<T> {
    if let Err(DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, info)) = &result {
        for (column, code) in columns {
            if info.message().contains(&format!("{table}.{column}"))
                || info.constraint_name() == Some(&format!("{table}_{column}_key"))
            {
                return Err((*code).into());
            }
        }
    }
    Ok(result?)
}

/// Refuses a change based on another version than the one that stands.
///
/// # Errors
/// [`Code::VersionMismatch`] with the version that stands.
pub fn same_version(standing: i64, based_on: i64) -> Result<()> {
    if standing == based_on {
        return Ok(());
    }
    Err(Error::new(Code::VersionMismatch).current(serde_json::json!({ "version": standing })))
}

/// Turns "no row" into [`Code::NotFound`].
pub fn found<T>(row: Option<T>) -> Result<T> {
    row.ok_or_else(|| Code::NotFound.into())
}
