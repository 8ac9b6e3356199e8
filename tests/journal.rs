//! The journal, the queue, the sealed fields: what every write leaves behind.

use diesel::connection::SimpleConnection;
use muster::error::{Code, Error};
use muster::store::journal::{self, Author, Event};
use muster::store::queue::{self, JobKind, JobState};
use muster::types::id::AccountId;

use crate::support::samples::{DISTRICT_A, ID_NUMBERS};
use crate::support::world::World;
use crate::support::{TestApp, database, keys};

fn some() -> AccountId {
    "00000000-0000-0000-0000-0000000000aa".parse().expect("an id")
}

#[actix_web::test]
async fn rows_are_numbered_without_gaps_in_the_order_of_commits() {
    let app = TestApp::new().await;
    let store = app.store().clone();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..25 {
                    store
                        .write_now(Author::SYSTEM, |tx| {
                            tx.record(Event::AccountOpened, some());
                            Ok(())
                        })
                        .expect("written");
                }
            });
        }
    });
    let rows = app.store().read_now(|db| journal::read_after(db, 0, 1000)).expect("rows");
    assert_eq!(rows.iter().map(|row| row.seq).collect::<Vec<_>>(), (1..=200).collect::<Vec<_>>());
    let count = app.store().read_now(|db| journal::verify(db, &keys(), |_| {})).expect("the chain holds");
    assert_eq!(count, 200);
}

#[actix_web::test]
async fn a_failed_write_leaves_nothing() {
    let app = TestApp::new().await;
    let failed = app.store().write_now(Author::SYSTEM, |tx| {
        queue::enqueue(tx, JobKind::RemoveExpired, "", tx.now())?;
        tx.record(Event::AccountOpened, some());
        Err::<(), _>(Error::from(Code::Conflict))
    });
    assert_eq!(failed.expect_err("refused").code(), Code::Conflict);
    let (head, jobs) = app
        .store()
        .read_now(|db| Ok((journal::head(db)?.0, queue::list(db, JobState::Waiting, 10)?.len())))
        .expect("read");
    assert_eq!((head, jobs), (0, 0));
}

#[actix_web::test]
async fn a_panic_in_a_write_rolls_back_and_the_store_goes_on() {
    let app = TestApp::new().await;
    let store = app.store().clone();
    let panicked = std::thread::spawn(move || {
        let _ = store.write_now(Author::SYSTEM, |tx| -> muster::error::Result<()> {
            queue::enqueue(tx, JobKind::RemoveExpired, "", tx.now())?;
            panic!("planted");
        });
    });
    assert!(panicked.join().is_err());
    let jobs = app.store().read_now(|db| queue::list(db, JobState::Waiting, 10)).expect("read");
    assert!(jobs.is_empty());
    app.store()
        .write_now(Author::SYSTEM, |tx| queue::enqueue(tx, JobKind::RemoveExpired, "", tx.now()))
        .expect("goes on");
}

#[actix_web::test]
async fn every_tampering_shows() {
    let app = TestApp::new().await;
    for _ in 0..20 {
        let write = app.store().write_now(Author(Some(some())), |tx| {
            tx.record(Event::AccountOpened, some());
            Ok(())
        });
        write.expect("written");
    }
    let verify = || app.store().read_now(|db| journal::verify(db, &keys(), |_| {}));
    assert_eq!(verify().expect("whole"), 20);
    for tampering in [
        "UPDATE journal SET event = 'account_disabled' WHERE seq = 7",
        "UPDATE journal SET subject = 'x' WHERE seq = 7",
        "UPDATE journal SET details = '{}' WHERE seq = 20",
        "UPDATE journal SET account_id = NULL WHERE seq = 1",
        "UPDATE journal SET at = '2020-01-01 00:00:00' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 10",
        "DELETE FROM journal WHERE seq = 1",
        "UPDATE journal SET seq = 99 WHERE seq = 20",
    ] {
        let refused = app.store().write_now(Author::SYSTEM, |tx| Ok(tx.batch_execute(tampering)?));
        assert!(refused.is_err(), "{tampering}: the table is append-only");
        tamper(&app, tampering);
        assert!(verify().is_err(), "{tampering} does not show");
        restore(&app);
    }
}

/// Changes a row behind the trigger's back, as somebody with the file in hand could.
fn tamper(app: &TestApp, statement: &str) {
    let (off, on) = if database::Database::is_postgres() {
        (
            "ALTER TABLE journal DISABLE TRIGGER journal_no_update;",
            "ALTER TABLE journal ENABLE TRIGGER journal_no_update;",
        )
    } else {
        (
            "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;",
            "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'x'); END; \
             CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'x'); END;",
        )
    };
    let keep = "CREATE TABLE kept AS SELECT * FROM journal;";
    let all = format!("{keep} {off} {statement}; {on}");
    app.store().write_now(Author::SYSTEM, |tx| Ok(tx.batch_execute(&all)?)).expect("tampered");
}

fn restore(app: &TestApp) {
    let (off, on) = if database::Database::is_postgres() {
        (
            "ALTER TABLE journal DISABLE TRIGGER journal_no_update;",
            "ALTER TABLE journal ENABLE TRIGGER journal_no_update;",
        )
    } else {
        (
            "DROP TRIGGER journal_no_update; DROP TRIGGER journal_no_delete;",
            "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'x'); END; \
             CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'x'); END;",
        )
    };
    let all = format!("{off} DELETE FROM journal; INSERT INTO journal SELECT * FROM kept; DROP TABLE kept; {on}");
    app.store().write_now(Author::SYSTEM, |tx| Ok(tx.batch_execute(&all)?)).expect("restored");
}

#[actix_web::test]
async fn a_job_is_leased_retried_with_growing_pauses_and_dies_in_sight() {
    let app = TestApp::new().await;
    let store = app.store();
    store.write_now(Author::SYSTEM, |tx| queue::enqueue(tx, JobKind::RemoveExpired, "", tx.now())).expect("promised");
    let lease = || store.write_now(Author::SYSTEM, queue::lease).expect("a look");
    let mut pauses = Vec::new();
    for attempt in 1..=8 {
        let job = lease().expect("it is due");
        assert_eq!(job.attempts, attempt);
        assert!(lease().is_none(), "a leased job is nobody else's");
        store.write_now(Author::SYSTEM, |tx| queue::fail(tx, job.id, &Error::from(Code::Busy))).expect("noted");
        let mut minutes = 0;
        while attempt < 8 && lease_peek(&app).is_none() {
            app.advance(chrono::Duration::minutes(1));
            minutes += 1;
        }
        pauses.push(minutes);
    }
    assert_eq!(pauses, [1, 4, 16, 64, 256, 360, 360, 0]);
    let dead = store.read_now(|db| queue::list(db, JobState::Dead, 10)).expect("a list");
    assert_eq!((dead.len(), dead[0].last_error.as_deref()), (1, Some("busy")));
}

/// Whether a job is due, without taking it.
fn lease_peek(app: &TestApp) -> Option<()> {
    let now = app.store().clock.now();
    let waiting = app.store().read_now(|db| queue::list(db, JobState::Waiting, 10)).expect("a list");
    waiting.iter().any(|job| job.run_at <= now).then_some(())
}

#[actix_web::test]
async fn a_dead_nodes_job_comes_back() {
    let app = TestApp::new().await;
    app.store()
        .write_now(Author::SYSTEM, |tx| queue::enqueue(tx, JobKind::RemoveExpired, "", tx.now()))
        .expect("promised");
    let lease = || app.store().write_now(Author::SYSTEM, queue::lease).expect("a look");
    assert!(lease().is_some());
    app.advance(chrono::Duration::minutes(4));
    assert!(lease().is_none());
    app.advance(chrono::Duration::minutes(2));
    assert_eq!(lease().expect("it came back").attempts, 2);
}

#[actix_web::test]
async fn the_database_holds_no_personal_data_in_the_clear() {
    let world = World::new().await;
    let dump = world.app.store().read_now(|db| Ok(database::dump(db))).expect("a dump");
    assert!(dump.len() > 5000, "the dump has rows");
    for canary in ["林长风", "13000000011", ID_NUMBERS[0], "王经理", "correct-horse"] {
        for form in [canary.as_bytes().to_vec(), muster::store::sealed::to_hex(canary.as_bytes()).into_bytes()] {
            let found = dump.as_bytes().windows(form.len()).any(|window| window.eq_ignore_ascii_case(&form));
            assert!(!found, "{canary} stands in the database");
        }
    }
    assert!(dump.contains(DISTRICT_A), "the dump shows what is not secret");
}
