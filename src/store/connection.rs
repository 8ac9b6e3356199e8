//! Connections to either database: opening, settings, pools, migrations.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};
use diesel::sqlite::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::error::{Code, Error, Result};

/// `busy_timeout` stands first: the switch to WAL itself takes a lock. `synchronous = FULL` because
/// NORMAL may lose acknowledged commits at power loss.
macro_rules! sqlite_settings {
    () => {
        "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; \
         PRAGMA secure_delete = ON; PRAGMA mmap_size = 0;"
    };
}
macro_rules! postgres_settings {
    () => {
        "SET TIME ZONE 'UTC'; SET synchronous_commit = on; SET statement_timeout = '30s'; SET lock_timeout = '10s'; \
         SET idle_in_transaction_session_timeout = '60s';"
    };
}
/// A connection to SQLite or PostgreSQL; queries are written once for both.
#[derive(diesel::MultiConnection)]
pub enum Db {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// Which database, from one setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// `sqlite:PATH`
    Sqlite(String),
    /// `postgres://…`
    Postgres(String),
}

impl std::str::FromStr for DatabaseUrl {
    type Err = String;

    /// An unknown scheme is an error: a mistyped `postgre://…` must not become a file of that name.
    fn from_str(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Ok(DatabaseUrl::Postgres(url.to_owned()))
        } else if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() {
                Err("sqlite: needs a path".to_owned())
            } else {
                Ok(DatabaseUrl::Sqlite(path.to_owned()))
            }
        } else {
            Err("a database is sqlite:PATH or postgres://USER@HOST/NAME".to_owned())
        }
    }
}

/// What a pool's connections are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// May only read; SQLite enforces it.
    Read,
    Write,
}

const MIGRATIONS_SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const MIGRATIONS_POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// SQLite 3.7.0–3.51.2 can lose committed writes in a WAL reset race.
const SQLITE_VERSION_MIN: i32 = 3_051_003;
/// Restart-safe SERIALIZABLE behaviour is tested from 15 on.
const POSTGRES_VERSION_MIN: i32 = 150_000;

type Pool = r2d2::Pool<Manager>;
pub(super) type Pooled = r2d2::PooledConnection<Manager>;

/// Two pools: readers that cannot write, and writers (one, on SQLite).
#[derive(Clone)]
pub(super) struct Pools {
    read: Pool,
    write: Pool,
}

impl Pools {
    /// Opens, migrates and checks the database.
    pub fn open(url: &DatabaseUrl, readers: u32, writers: u32) -> Result<Pools> {
        let writers = if matches!(url, DatabaseUrl::Sqlite(_)) { 1 } else { writers };
        let write = pool(url, Purpose::Write, writers)?;
        {
            let mut db = write.get().map_err(Error::internal)?;
            check_version(&mut db)?;
            migrate(&mut db)?;
        }
        Ok(Pools { read: pool(url, Purpose::Read, readers)?, write })
    }

    pub fn reader(&self) -> Result<Pooled> {
        self.read.get().map_err(busy)
    }

    pub fn writer(&self) -> Result<Pooled> {
        self.write.get().map_err(busy)
    }
}

/// Every connection is in use for longer than anybody should wait, or the database does not answer.
fn busy(error: r2d2::Error) -> Error {
    tracing::warn!(%error, "pool_exhausted");
    Error::new(Code::Busy).retry_after_s(2)
}

fn pool(url: &DatabaseUrl, purpose: Purpose, size: u32) -> Result<Pool> {
    r2d2::Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .test_on_check_out(matches!(url, DatabaseUrl::Postgres(_)))
        .connection_timeout(Duration::from_secs(10))
        .build(Manager { url: url.clone(), purpose })
        .map_err(Error::internal)
}

pub(super) struct Manager {
    url: DatabaseUrl,
    purpose: Purpose,
}

impl r2d2::ManageConnection for Manager {
    type Connection = Db;
    type Error = diesel::result::ConnectionError;

    fn connect(&self) -> Result<Db, Self::Error> {
        let mut db = establish(&self.url)?;
        let settings = match (&db, self.purpose) {
            (Db::Sqlite(_), Purpose::Read) => concat!(sqlite_settings!(), "PRAGMA query_only = ON;"),
            (Db::Sqlite(_), Purpose::Write) => sqlite_settings!(),
            (Db::Postgres(_), Purpose::Read) => {
                concat!(postgres_settings!(), "SET default_transaction_read_only = on;")
            }
            (Db::Postgres(_), Purpose::Write) => postgres_settings!(),
        };
        db.batch_execute(settings).map_err(diesel::result::ConnectionError::CouldntSetupConfiguration)?;
        Ok(db)
    }

    fn is_valid(&self, db: &mut Db) -> Result<(), Self::Error> {
        db.batch_execute("SELECT 1").map_err(diesel::result::ConnectionError::CouldntSetupConfiguration)
    }

    /// A panic may have left a transaction open; a dead PostgreSQL link is found at check-out.
    fn has_broken(&self, _: &mut Db) -> bool {
        std::thread::panicking()
    }
}

pub(super) fn establish(url: &DatabaseUrl) -> diesel::ConnectionResult<Db> {
    match url {
        DatabaseUrl::Sqlite(path) => Ok(Db::Sqlite(SqliteConnection::establish(path)?)),
        DatabaseUrl::Postgres(url) => Ok(Db::Postgres(PgConnection::establish(url)?)),
    }
}

fn check_version(db: &mut Db) -> Result<()> {
    match db {
        Db::Sqlite(c) => {
            let found: String = diesel::select(diesel::dsl::sql::<Text>("sqlite_version()")).get_result(c)?;
            let number =
                found.split('.').filter_map(|part| part.parse::<i32>().ok()).fold(0, |n, part| n * 1000 + part);
            if number < SQLITE_VERSION_MIN {
                return Err(Error::internal(format!("SQLite {found} is older than {SQLITE_VERSION_MIN}")));
            }
        }
        Db::Postgres(c) => {
            let text: String =
                diesel::select(diesel::dsl::sql::<Text>("current_setting('server_version_num')")).get_result(c)?;
            let found: i32 = text.parse().map_err(Error::internal)?;
            if found < POSTGRES_VERSION_MIN {
                return Err(Error::internal(format!("PostgreSQL {found} is older than {POSTGRES_VERSION_MIN}")));
            }
        }
    }
    Ok(())
}

fn migrate(db: &mut Db) -> Result<()> {
    match db {
        Db::Sqlite(c) => c.run_pending_migrations(MIGRATIONS_SQLITE).map(drop),
        Db::Postgres(c) => {
            // Two nodes may start at once; the second waits and finds nothing to do.
            c.batch_execute("SELECT pg_advisory_lock(77001)")?;
            let done = c.run_pending_migrations(MIGRATIONS_POSTGRES).map(drop);
            c.batch_execute("SELECT pg_advisory_unlock(77001)")?;
            done
        }
    }
    .map_err(Error::internal)
}

/// Refuses to go on unless SQLite runs with the settings that keep acknowledged writes.
pub(super) fn check_settings(db: &mut Db) -> Result<()> {
    let Db::Sqlite(c) = db else { return Ok(()) };
    let wanted = [("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0")];
    for (name, value) in wanted {
        let found = pragma(c, name)?;
        if found != value {
            return Err(Error::internal(format!("SQLite runs with {name} = {found}, not {value}")));
        }
    }
    let timeout = pragma(c, "busy_timeout")?;
    if timeout.parse::<i32>().is_ok_and(|ms| ms >= 5000) {
        Ok(())
    } else {
        Err(Error::internal(format!("SQLite runs with busy_timeout = {timeout}, below 5000")))
    }
}

fn pragma(c: &mut SqliteConnection, name: &str) -> Result<String> {
    // A pragma cannot be bound; the names are the constants above.
    let integer = matches!(name, "synchronous" | "foreign_keys" | "trusted_schema" | "busy_timeout");
    let column = if name == "busy_timeout" { "timeout" } else { name };
    let query = format!("SELECT \"{column}\" FROM pragma_{name}");
    Ok(if integer {
        diesel::select(diesel::dsl::sql::<Integer>(&format!("({query})"))).get_result::<i32>(c)?.to_string()
    } else {
        diesel::select(diesel::dsl::sql::<Text>(&format!("({query})"))).get_result(c)?
    })
}
