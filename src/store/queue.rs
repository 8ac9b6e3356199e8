//! The queue: work for later, promised in the same transaction as its cause.
//!
//! A job is leased, so any node may run it and a dead node's job comes back. It is retried with
//! growing pauses and, when that is no use, laid aside as dead where a person sees it.

use chrono::Duration;
use diesel::prelude::*;
use serde::Serialize;

use super::schema::jobs;
use super::{Db, Tx};
use crate::coded;
use crate::error::{Code, Error, Result};
use crate::types::id::JobId;
use crate::types::time::Moment;

/// Tries before a job is laid aside.
const ATTEMPTS_MAX: i32 = 8;
/// How long one try may take before another node may take over.
const LEASE_MINUTES: i64 = 5;

coded! {
    /// What a job does; `worker.rs` runs each kind.
    pub enum JobKind {
        /// Closes positions whose day has come, and plans itself for the next day.
        CloseExpiredPositions = "close_expired_positions",
        /// Removes sessions, attempts and idempotency keys that are past their keeping.
        RemoveExpired = "remove_expired",
    }
}

coded! {
    pub enum JobState {
        Waiting = "waiting",
        Leased = "leased",
        Done = "done",
        /// Gave up; a person has to look.
        Dead = "dead",
    }
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, utoipa::ToSchema)]
#[diesel(table_name = jobs)]
pub struct Job {
    pub id: JobId,
    pub kind: JobKind,
    pub payload: String,
    pub state: JobState,
    pub run_at: Moment,
    pub attempts: i32,
    pub lease_until: Option<Moment>,
    /// Code of the last failure.
    pub last_error: Option<String>,
    pub created_at: Moment,
}

/// Promises a job; it exists if and only if the write commits.
pub fn enqueue(tx: &mut Tx, kind: JobKind, payload: &str, run_at: Moment) -> Result<JobId> {
    let job = Job {
        id: tx.new_id(),
        kind,
        payload: payload.to_owned(),
        state: JobState::Waiting,
        run_at,
        attempts: 0,
        lease_until: None,
        last_error: None,
        created_at: tx.now(),
    };
    diesel::insert_into(jobs::table).values(&job).execute(&mut **tx)?;
    Ok(job.id)
}

/// Promises `kind` unless one is waiting already: for work that repeats. The one that runs now does not
/// count, so it may promise its own successor, and running it twice still leaves one.
pub fn enqueue_once(tx: &mut Tx, kind: JobKind, run_at: Moment) -> Result<()> {
    let open = jobs::table.filter(jobs::kind.eq(kind)).filter(jobs::state.eq(JobState::Waiting));
    if open.count().get_result::<i64>(&mut **tx)? == 0 {
        enqueue(tx, kind, "", run_at)?;
    }
    Ok(())
}

/// Waiting and its time has come, or leased by a node that did not come back. A macro, because the type of
/// a condition over two databases is longer than the condition.
macro_rules! due_at {
    ($now:expr) => {
        jobs::state
            .eq(JobState::Waiting)
            .and(jobs::run_at.le($now))
            .or(jobs::state.eq(JobState::Leased).and(jobs::lease_until.le($now)))
    };
}

/// Whether a job is due: a look that does not take the turn to write.
pub fn is_due(db: &mut Db, now: Moment) -> Result<bool> {
    let due = jobs::table.filter(due_at!(now)).select(jobs::id).first::<JobId>(db).optional()?;
    Ok(due.is_some())
}

/// Takes the job that has waited longest, for [`LEASE_MINUTES`].
pub fn lease(tx: &mut Tx) -> Result<Option<Job>> {
    let now = tx.now();
    let due =
        jobs::table.filter(due_at!(now)).order(jobs::run_at).select(Job::as_select()).first(&mut **tx).optional()?;
    let Some(mut job) = due else { return Ok(None) };
    job.state = JobState::Leased;
    job.attempts += 1;
    job.lease_until = Some(now.plus(Duration::minutes(LEASE_MINUTES)));
    save(tx, &job)?;
    Ok(Some(job))
}

pub fn finish(tx: &mut Tx, id: JobId) -> Result<()> {
    let mut job = load(tx, id)?;
    job.state = JobState::Done;
    job.lease_until = None;
    save(tx, &job)
}

/// Notes a failed try: again later, or dead.
pub fn fail(tx: &mut Tx, id: JobId, error: &Error) -> Result<()> {
    let mut job = load(tx, id)?;
    job.last_error = Some(error.code().code().to_owned());
    job.lease_until = None;
    if job.attempts >= ATTEMPTS_MAX {
        job.state = JobState::Dead;
    } else {
        job.state = JobState::Waiting;
        job.run_at = tx.now().plus(backoff(job.attempts));
    }
    save(tx, &job)
}

/// Gives a dead job a new life, at once.
pub fn retry(tx: &mut Tx, id: JobId) -> Result<Job> {
    let mut job = load(tx, id)?;
    if job.state != JobState::Dead {
        return Err(Code::WrongState.into());
    }
    job.state = JobState::Waiting;
    job.attempts = 0;
    job.run_at = tx.now();
    save(tx, &job)?;
    Ok(job)
}

/// Jobs in one state, newest first.
pub fn list(db: &mut Db, state: JobState, limit: i64) -> Result<Vec<Job>> {
    Ok(jobs::table
        .filter(jobs::state.eq(state))
        .order(jobs::created_at.desc())
        .limit(limit)
        .select(Job::as_select())
        .load(db)?)
}

/// Removes what was done before `before`.
pub fn remove_done(tx: &mut Tx, before: Moment) -> Result<usize> {
    let done = jobs::table.filter(jobs::state.eq(JobState::Done)).filter(jobs::created_at.lt(before));
    Ok(diesel::delete(done).execute(&mut **tx)?)
}

/// 1, 4, 16 … minutes, at most six hours.
fn backoff(attempts: i32) -> Duration {
    let minutes = 4_i64.saturating_pow(attempts.saturating_sub(1).unsigned_abs());
    Duration::minutes(minutes.min(360))
}

fn load(tx: &mut Tx, id: JobId) -> Result<Job> {
    super::found(jobs::table.find(id).select(Job::as_select()).first(&mut **tx).optional()?)
}

fn save(tx: &mut Tx, job: &Job) -> Result<()> {
    diesel::update(jobs::table.find(job.id))
        .set((
            jobs::state.eq(job.state),
            jobs::run_at.eq(job.run_at),
            jobs::attempts.eq(job.attempts),
            jobs::lease_until.eq(job.lease_until),
            jobs::last_error.eq(job.last_error.clone()),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
