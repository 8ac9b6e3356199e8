//! A database per test: a copied, migrated SQLite file, or a PostgreSQL database cloned from a template.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use muster::clock::Clock;
use muster::store::{DatabaseUrl, Ids, Store};

pub struct Database {
    pub url: DatabaseUrl,
    /// The file or the database's name, to be removed.
    name: String,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Database {
    pub fn new() -> Database {
        let name = format!("muster_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        match server() {
            Some(server) => {
                let template = template_postgres(&server);
                run(&server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
                Database { url: DatabaseUrl::Postgres(format!("{server}/{name}")), name }
            }
            None => {
                let file = folder().join(&name);
                std::fs::copy(template_sqlite(), &file).expect("a copy of the template");
                let path = file.display().to_string();
                Database { url: DatabaseUrl::Sqlite(path.clone()), name: path }
            }
        }
    }

    pub fn is_postgres() -> bool {
        server().is_some()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        match server() {
            Some(server) => run(&server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)),
            None => {
                for end in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{end}", self.name));
                }
            }
        }
    }
}

/// `postgres://USER@HOST:PORT`, without a database.
fn server() -> Option<String> {
    std::env::var("MUSTER_TEST_DATABASE_URL").ok().map(|url| url.trim_end_matches('/').to_owned())
}

fn run(server: &str, sql: &str) {
    let mut connection = PgConnection::establish(&format!("{server}/postgres")).expect("the test server answers");
    connection.batch_execute(sql).expect("the statement runs");
}

fn folder() -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER
        .get_or_init(|| {
            let folder = std::env::temp_dir().join(format!("muster-tests-{}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("a folder for databases");
            folder
        })
        .clone()
}

fn template_sqlite() -> &'static PathBuf {
    static TEMPLATE: OnceLock<PathBuf> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let file = folder().join("template.db");
        let url = DatabaseUrl::Sqlite(file.display().to_string());
        // Closing the last connection folds the write-ahead log into the file.
        drop(Store::open(&url, 1, super::keys(), Clock::System, Ids::Random).expect("a migrated template"));
        file
    })
}

fn template_postgres(server: &str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = format!("muster_template_{}", std::process::id());
        run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        run(server, &format!("CREATE DATABASE {name}"));
        let url = DatabaseUrl::Postgres(format!("{server}/{name}"));
        drop(Store::open(&url, 1, super::keys(), Clock::System, Ids::Random).expect("a migrated template"));
        name
    })
}

/// The one number a query gives; the query is a constant of a test.
pub fn number(db: &mut muster::store::Db, query: &str) -> i64 {
    use diesel::RunQueryDsl;
    use muster::store::Db;
    let select = diesel::dsl::sql::<diesel::sql_types::BigInt>(&format!("({query})"));
    let select = diesel::select(select);
    match db {
        Db::Sqlite(c) => select.get_result(c),
        Db::Postgres(c) => select.get_result(c),
    }
    .expect("a number")
}

/// Every row of every table as text, binary columns in hexadecimal: for looking for what must not be there.
pub fn dump(db: &mut muster::store::Db) -> String {
    use diesel::RunQueryDsl;
    use muster::store::Db;
    let mut all = String::new();
    for (table, columns) in tables() {
        for column in columns {
            let text = match db {
                Db::Sqlite(_) => {
                    format!("group_concat(CASE typeof({column}) WHEN 'blob' THEN hex({column}) ELSE {column} END, '|')")
                }
                Db::Postgres(_) => format!("string_agg({column}::text, '|')"),
            };
            let query = format!("(SELECT coalesce({text}, '') FROM {table})");
            let select = diesel::select(diesel::dsl::sql::<diesel::sql_types::Text>(&query));
            let rows: String = match db {
                Db::Sqlite(c) => select.get_result(c),
                Db::Postgres(c) => select.get_result(c),
            }
            .expect("the column reads");
            all.push_str(&rows);
            all.push('\n');
        }
    }
    all
}

/// Tables and columns, from the migrations.
pub fn tables() -> Vec<(String, Vec<String>)> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/postgres");
    let folders = std::fs::read_dir(root).expect("migrations");
    let mut folders: Vec<_> = folders.map(|folder| folder.expect("a folder").path()).collect();
    folders.sort();
    for folder in folders {
        let text = std::fs::read_to_string(folder.join("up.sql")).expect("a script");
        for part in text.split("CREATE TABLE ").skip(1) {
            let (name, rest) = part.split_once(" (").expect("a table");
            let body = rest.split("\n);").next().expect("its columns");
            let kinds = ["TEXT", "BIGINT", "INTEGER", "TIMESTAMP", "DATE", "BYTEA", "BOOLEAN"];
            let columns = body.lines().filter_map(|line| {
                let mut words = line.trim().trim_end_matches(',').split(' ');
                let (column, kind) = (words.next()?, words.next()?);
                kinds.contains(&kind).then(|| column.to_owned())
            });
            tables.insert(name.to_owned(), columns.collect());
        }
        for line in text.lines().filter_map(|line| line.strip_prefix("ALTER TABLE ")) {
            let Some((name, rest)) = line.split_once(" ADD COLUMN ") else { continue };
            let column = rest.split(' ').next().expect("a column").to_owned();
            tables.get_mut(name).expect("a table that stands").push(column);
        }
    }
    tables.into_iter().collect()
}
