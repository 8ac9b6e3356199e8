//! SQLite: FTS5, `bm25`. The bundled SQLite is compiled with it.

use std::path::PathBuf;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
use diesel::sql_types::{BigInt, Integer, Text};
use diesel::sqlite::{Sqlite as Backend, SqliteConnection};

use super::terms::{Find, Row, Search};
use super::{Counted, Key, Table};
use crate::error::{Error, Result};

/// Rows sent in one statement.
const BATCH: usize = 500;

/// A database file of its own, removed in the end.
pub struct Sqlite {
    db: SqliteConnection,
    path: PathBuf,
}

type Query<'a> = BoxedSqlQuery<'a, Backend, SqlQuery>;

impl Sqlite {
    pub fn open() -> Result<Sqlite> {
        // Two runs in one process (tests) each need their own.
        static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let count = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("muster-bench-{}-{count}.db", std::process::id()));
        let db = SqliteConnection::establish(&path.to_string_lossy()).map_err(Error::internal)?;
        let mut this = Sqlite { db, path };
        // Nothing here has to survive; a cache that holds all of it makes reads as quick as they can be.
        this.db.batch_execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")?;
        for table in [Table::Positions, Table::People] {
            let name = table.name();
            this.db.batch_execute(&format!(
                "CREATE TABLE {name} (id INTEGER PRIMARY KEY, degree INTEGER, pay INTEGER, shift INTEGER, county INTEGER, \
                 published INTEGER NOT NULL, valid_until INTEGER NOT NULL) STRICT; \
                 CREATE TABLE {name}_codes (id INTEGER NOT NULL, code INTEGER NOT NULL, PRIMARY KEY (id, code)) STRICT, WITHOUT ROWID; \
                 CREATE VIRTUAL TABLE {name}_text USING fts5 (title, body, leading, content = '', tokenize = 'unicode61')"
            ))?;
        }
        Ok(this)
    }

    pub fn name(&mut self) -> Result<String> {
        let version: String = diesel::select(diesel::dsl::sql::<Text>("sqlite_version()")).get_result(&mut self.db)?;
        Ok(format!("SQLite {version} FTS5 (bm25)"))
    }

    pub fn load(&mut self, table: Table, rows: &[Row]) -> Result<()> {
        let name = table.name();
        let field = |field: &str| format!("json_extract(value, '$.{field}')");
        let [id, title, body, leading] = ["id", "title", "body", "leading"].map(field);
        let columns = ["id", "degree", "pay", "shift", "county", "published", "valid_until"].map(field).join(", ");
        let statements = [
            format!("INSERT INTO {name} SELECT {columns} FROM json_each(?)"),
            format!(
                "INSERT INTO {name}_text (rowid, title, body, leading) SELECT {id}, {title}, {body}, {leading} FROM json_each(?)"
            ),
            format!(
                "INSERT OR IGNORE INTO {name}_codes SELECT json_extract(rows.value, '$.id'), codes.value \
                 FROM json_each(?) AS rows, json_each(rows.value, '$.codes') AS codes"
            ),
        ];
        for batch in rows.chunks(BATCH) {
            let batch: Vec<serde_json::Value> = batch.iter().map(json).collect();
            let text = serde_json::Value::from(batch).to_string();
            self.db.batch_execute("BEGIN")?;
            for statement in &statements {
                diesel::sql_query(statement).bind::<Text, _>(&text).execute(&mut self.db)?;
            }
            self.db.batch_execute("COMMIT")?;
        }
        Ok(())
    }

    pub fn finish(&mut self) -> Result<()> {
        for table in [Table::Positions, Table::People] {
            let name = table.name();
            self.db.batch_execute(&format!(
                "INSERT INTO {name}_text ({name}_text) VALUES ('optimize'); CREATE INDEX {name}_code ON {name}_codes (code, id)"
            ))?;
        }
        self.db.batch_execute("ANALYZE")?;
        Ok(())
    }

    /// The title's single characters are left out: FTS5 scores only what it also matches by, and one
    /// character matches nearly every row.
    pub fn find(&mut self, find: &Find) -> Result<Vec<i32>> {
        let words: Vec<String> = find.words.iter().map(|word| quoted(word)).collect();
        let leading: Vec<String> = find.leading.iter().map(|code| quoted(&format!("k{code}"))).collect();
        let mut wanted = Vec::new();
        if !words.is_empty() {
            wanted.push(format!("({{title body}} : ({}))", words.join(" OR ")));
        }
        if !leading.is_empty() {
            wanted.push(format!("(leading : ({}))", leading.join(" OR ")));
        }
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let name = find.table.name();
        let codes = serde_json::json!(find.codes).to_string();
        let mut query: Query<'_> = diesel::sql_query(format!(
            "WITH wanted (code, weight) AS MATERIALIZED (SELECT json_extract(value, '$[0]'), max(json_extract(value, '$[1]')) \
             FROM json_each(?) GROUP BY 1) \
             SELECT rows.id FROM {name}_text JOIN {name} AS rows ON rows.id = {name}_text.rowid \
             WHERE {name}_text MATCH ? AND rows.valid_until >= ?"
        ))
        .into_boxed()
        .bind::<Text, _>(codes)
        .bind::<Text, _>(wanted.join(" OR "))
        .bind::<Integer, _>(find.today);
        if let Some(degree) = find.degree {
            query = query.sql(format!(" AND {}?", find.table.degree_condition())).bind::<Integer, _>(degree);
        }
        let has = |what: &str| {
            format!(
                " AND {what} EXISTS (SELECT 1 FROM json_each(?) AS one JOIN {name}_codes AS had ON had.code = one.value WHERE had.id = rows.id)"
            )
        };
        if !find.without.is_empty() {
            query = query.sql(has("NOT")).bind::<Text, _>(serde_json::json!(find.without).to_string());
        }
        for one_of in &find.one_of {
            query = query.sql(has("")).bind::<Text, _>(serde_json::json!(one_of).to_string());
        }
        query = query
            .sql(format!(
                " ORDER BY coalesce((SELECT sum(weight) FROM {name}_codes AS had JOIN wanted USING (code) \
                 WHERE had.id = rows.id), 0) - bm25({name}_text, 1.0, 0.2, 0.0) DESC, rows.id LIMIT ?"
            ))
            .bind::<Integer, _>(find.limit);
        Ok(query.load::<Key>(&mut self.db)?.into_iter().map(|key| key.id).collect())
    }

    pub fn search(&mut self, search: &Search) -> Result<Vec<Counted>> {
        let words: Vec<String> = search.words.iter().map(|word| quoted(word)).collect();
        let mut query: Query<'_> = diesel::sql_query(
            "WITH hits AS MATERIALIZED (SELECT id, published, county, degree, shift, pay, \
             -bm25(positions_text, 3.0, 1.0, 0.0) AS score \
             FROM positions_text JOIN positions AS rows ON rows.id = positions_text.rowid \
             WHERE positions_text MATCH ? AND valid_until >= ?",
        )
        .into_boxed()
        .bind::<Text, _>(format!("{{title body}} : ({})", words.join(" AND ")))
        .bind::<Integer, _>(search.today);
        if let Some(region) = search.region {
            let sql = " AND EXISTS (SELECT 1 FROM positions_codes AS had WHERE had.id = rows.id AND had.code = ?)";
            query = query.sql(sql).bind::<Integer, _>(region);
        }
        if let Some(pay) = search.pay_min {
            query = query.sql(" AND pay >= ?").bind::<BigInt, _>(pay);
        }
        if let Some(degree) = search.degree {
            query = query.sql(" AND degree <= ?").bind::<Integer, _>(degree);
        }
        if let Some(shift) = search.shift {
            query = query.sql(" AND shift = ?").bind::<Integer, _>(shift);
        }
        Ok(query.sql(format!(") {}", super::search_answer())).load(&mut self.db)?)
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        // An open file can be removed; its pages go when the connection closes.
        if let Err(error) = std::fs::remove_file(&self.path) {
            tracing::warn!(%error, "bench_database_left");
        }
    }
}

fn json(row: &Row) -> serde_json::Value {
    let leading: Vec<String> = row.leading.iter().map(|code| format!("k{code}")).collect();
    let title = [row.title.as_str(), &row.letters].join(" ");
    serde_json::json!({
        "id": row.id, "title": title, "body": row.body, "leading": leading.join(" "),
        "codes": row.codes, "degree": row.degree, "pay": row.pay, "shift": row.shift, "county": row.county,
        "published": row.published, "valid_until": row.valid_until,
    })
}

/// A word as a query's string, whatever it holds.
fn quoted(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}
