//! Runs jobs and the journal's followers, beside the server in the same process.
//!
//! Every node follows the journal for its own index; jobs are leased, so any node may run them.

use std::time::Duration;

use crate::access::Actor;
use crate::employers::actions as employers;
use crate::error::Result;
use crate::matching::{feed, learning};
use crate::server::App;
use crate::store::journal::Author;
use crate::store::queue::{self, Job, JobKind};
use crate::store::{Store, idempotency};

/// How long a node may lag behind what another node wrote.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Idempotency keys are kept for 30 days.
const KEYS_KEPT_DAYS: i64 = 30;
/// Used-up and expired one-time codes are kept for 180 days, as sessions are.
const CODES_KEPT_DAYS: i64 = 180;

/// Goes on until the process ends.
pub async fn run(app: App) {
    loop {
        // The future is made first: a commit between the look and the wait then wakes it.
        let changed = app.store.changed();
        let inner = app.clone();
        let looked = actix_web::web::block(move || look(&inner)).await;
        if let Ok(Err(error)) = looked {
            tracing::error!(%error, "worker_failed");
            tokio::time::sleep(LOOK_EVERY).await;
        }
        let _ = tokio::time::timeout(LOOK_EVERY, changed).await;
    }
}

fn look(app: &App) -> Result<()> {
    // The jobs are everybody's, the index is this node's own: its trouble must not stop them.
    let followed = feed::follow_or_rebuild(&app.store, &app.index);
    while run_one_job(&app.store)? {}
    followed.map(drop)
}

/// Promises the jobs that repeat, unless they are promised already.
pub fn plan(store: &Store) -> Result<()> {
    store.write_now(Author::SYSTEM, |tx| {
        let now = tx.now();
        queue::enqueue_once(tx, JobKind::CloseExpiredPositions, now)?;
        queue::enqueue_once(tx, JobKind::RemoveExpired, now)
    })
}

/// Takes one due job and runs it; gives whether there was one.
pub fn run_one_job(store: &Store) -> Result<bool> {
    let now = store.clock.now();
    if !store.read_now(|db| queue::is_due(db, now))? {
        return Ok(false);
    }
    let Some(job) = store.write_now(Author::SYSTEM, queue::lease)? else { return Ok(false) };
    let done = run_job(store, &job);
    store.write_now(Author::SYSTEM, |tx| match &done {
        Ok(()) => queue::finish(tx, job.id),
        Err(error) => {
            tracing::warn!(kind = %job.kind, attempts = job.attempts, code = error.code().code(), "job_failed");
            queue::fail(tx, job.id, error)
        }
    })?;
    Ok(true)
}

fn run_job(store: &Store, job: &Job) -> Result<()> {
    let actor = Actor::system();
    match job.kind {
        JobKind::CloseExpiredPositions => {
            store.write_now(Author::SYSTEM, |tx| employers::close_expired(tx, &actor)).map(drop)
        }
        JobKind::RemoveExpired => store.write_now(Author::SYSTEM, |tx| {
            let now = tx.now();
            crate::access::store::remove_sessions(tx, now.plus(-chrono::Duration::days(180)))?;
            crate::access::store::remove_old_attempts(tx, now.plus(-chrono::Duration::days(2)))?;
            crate::access::store::remove_codes(tx, now.plus(-chrono::Duration::days(CODES_KEPT_DAYS)))?;
            idempotency::remove_old(tx, now.plus(-chrono::Duration::days(KEYS_KEPT_DAYS)))?;
            learning::events::forget(tx)?;
            queue::remove_done(tx, now.plus(-chrono::Duration::days(KEYS_KEPT_DAYS)))?;
            queue::enqueue_once(tx, JobKind::RemoveExpired, now.plus(chrono::Duration::days(1)))
        }),
    }
}
