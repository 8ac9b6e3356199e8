//! PostgreSQL: `tsvector` with a GIN index, `ts_rank_cd`.

use diesel::connection::SimpleConnection;
use diesel::pg::{Pg, PgConnection};
use diesel::prelude::*;
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
use diesel::sql_types::{Array, BigInt, Float, Integer, Text};

use super::cluster::Cluster;
use super::terms::{Find, Row, Search};
use super::{Counted, Key, Table};
use crate::error::{Error, Result};

/// Rows sent in one statement.
const BATCH: usize = 500;
/// Weights of the labels D, C, B, A: body words, codes, title letters, title words; as in our recall.
const WEIGHTS: &str = "'{0.2, 0, 0.4, 1}'";

/// A schema of its own in a server of somebody else's, or in one started for the occasion.
pub struct Postgres {
    db: PgConnection,
    schema: String,
    /// Declared last: the connection closes before its server ends.
    _cluster: Option<Cluster>,
}

type Query<'a> = BoxedSqlQuery<'a, Pg, SqlQuery>;

impl Postgres {
    /// The server of `MUSTER_TEST_DATABASE_URL`, else one of our own.
    pub fn start() -> Result<Postgres> {
        let (url, cluster) = match std::env::var("MUSTER_TEST_DATABASE_URL") {
            Ok(url) => (url, None),
            Err(_) => {
                let cluster = Cluster::start()?;
                (cluster.url(), Some(cluster))
            }
        };
        let db = PgConnection::establish(&url).map_err(Error::internal)?;
        let schema = format!("muster_bench_{}", std::process::id());
        let mut this = Postgres { db, schema: schema.clone(), _cluster: cluster };
        // Compiling a plan of milliseconds costs more than it gains.
        this.db.batch_execute(&format!(
            "CREATE SCHEMA {schema}; SET search_path = {schema}; SET statement_timeout = '60s'; SET jit = off"
        ))?;
        for table in [Table::Positions, Table::People] {
            this.db.batch_execute(&format!(
                "CREATE TABLE {} (id integer PRIMARY KEY, doc tsvector NOT NULL, codes integer[] NOT NULL, degree integer, \
                 pay bigint, shift integer, county integer, published integer NOT NULL, valid_until integer NOT NULL)",
                table.name()
            ))?;
        }
        Ok(this)
    }

    pub fn name(&mut self) -> Result<String> {
        let version: String =
            diesel::select(diesel::dsl::sql::<Text>("current_setting('server_version')")).get_result(&mut self.db)?;
        Ok(format!("PostgreSQL {version} full text search (GIN, ts_rank_cd)"))
    }

    pub fn load(&mut self, table: Table, rows: &[Row]) -> Result<()> {
        let sql = format!(
            "INSERT INTO {} SELECT (row->>'id')::integer, \
             setweight(to_tsvector('simple', row->>'title'), 'A') || setweight(to_tsvector('simple', row->>'letters'), 'B') \
             || setweight(to_tsvector('simple', row->>'leading'), 'C') || setweight(to_tsvector('simple', row->>'body'), 'D'), \
             ARRAY(SELECT value::integer FROM jsonb_array_elements_text(row->'codes')), (row->>'degree')::integer, \
             (row->>'pay')::bigint, (row->>'shift')::integer, (row->>'county')::integer, (row->>'published')::integer, \
             (row->>'valid_until')::integer FROM jsonb_array_elements($1::jsonb) AS rows(row)",
            table.name()
        );
        for batch in rows.chunks(BATCH) {
            let batch: Vec<serde_json::Value> = batch.iter().map(json).collect();
            let text = serde_json::Value::from(batch).to_string();
            diesel::sql_query(&sql).bind::<Text, _>(text).execute(&mut self.db)?;
        }
        Ok(())
    }

    pub fn finish(&mut self) -> Result<()> {
        for table in [Table::Positions, Table::People] {
            let name = table.name();
            // No pending list: it would be searched row by row.
            self.db.batch_execute(&format!(
                "CREATE INDEX ON {name} USING gin (doc) WITH (fastupdate = off); \
                 CREATE INDEX ON {name} USING gin (codes) WITH (fastupdate = off); \
                 CREATE INDEX ON {name} (pay); CREATE INDEX ON {name} (shift)"
            ))?;
            // By itself: several statements in one message are a transaction, where VACUUM may not stand.
            self.db.batch_execute(&format!("VACUUM ANALYZE {name}"))?;
        }
        Ok(())
    }

    pub fn find(&mut self, find: &Find) -> Result<Vec<i32>> {
        let words = find.words.iter().map(|word| quoted(word));
        let letters = find.letters.iter().map(|letter| format!("{}:B", quoted(letter)));
        let scored: Vec<String> = words.clone().chain(letters).collect();
        let leading = find.leading.iter().map(|code| format!("k{code}:C"));
        let wanted: Vec<String> = words.chain(leading).collect();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut query: Query<'_> = diesel::sql_query(format!(
            "SELECT id FROM {} WHERE doc @@ to_tsquery('simple', $1) AND valid_until >= $2",
            find.table.name()
        ))
        .into_boxed()
        .bind::<Text, _>(wanted.join(" | "))
        .bind::<Integer, _>(find.today);
        let mut bound = 2;
        let mut next = || {
            bound += 1;
            bound
        };
        if let Some(degree) = find.degree {
            query = query.sql(format!(" AND {}${}", find.table.degree_condition(), next())).bind::<Integer, _>(degree);
        }
        if !find.without.is_empty() {
            query = query.sql(format!(" AND NOT codes && ${}", next())).bind::<Array<Integer>, _>(find.without.clone());
        }
        for one_of in &find.one_of {
            query = query.sql(format!(" AND codes && ${}", next())).bind::<Array<Integer>, _>(one_of.clone());
        }
        let (codes, weights): (Vec<i32>, Vec<f32>) = find.codes.iter().copied().unzip();
        query = query
            .sql(format!(
                " ORDER BY ts_rank_cd({WEIGHTS}, doc, to_tsquery('simple', ${})) + coalesce((SELECT sum(weight) FROM \
                 unnest(${}::integer[], ${}::real[]) AS wanted (code, weight) WHERE code = ANY (codes)), 0) DESC, id LIMIT ${}",
                next(),
                next(),
                next(),
                next()
            ))
            .bind::<Text, _>(scored.join(" | "))
            .bind::<Array<Integer>, _>(codes)
            .bind::<Array<Float>, _>(weights)
            .bind::<Integer, _>(find.limit);
        Ok(query.load::<Key>(&mut self.db)?.into_iter().map(|key| key.id).collect())
    }

    pub fn search(&mut self, search: &Search) -> Result<Vec<Counted>> {
        let words: Vec<String> = search.words.iter().map(|word| quoted(word)).collect();
        let mut query: Query<'_> = diesel::sql_query(format!(
            "WITH hits AS MATERIALIZED (SELECT id, published, county, degree, shift, pay, \
             ts_rank_cd({WEIGHTS}, doc, to_tsquery('simple', $1)) AS score FROM positions \
             WHERE doc @@ to_tsquery('simple', $1) AND valid_until >= $2"
        ))
        .into_boxed()
        .bind::<Text, _>(words.join(" & "))
        .bind::<Integer, _>(search.today);
        let mut bound = 2;
        let mut next = || {
            bound += 1;
            bound
        };
        if let Some(region) = search.region {
            query = query.sql(format!(" AND codes @> ARRAY[${}]", next())).bind::<Integer, _>(region);
        }
        if let Some(pay) = search.pay_min {
            query = query.sql(format!(" AND pay >= ${}", next())).bind::<BigInt, _>(pay);
        }
        if let Some(degree) = search.degree {
            query = query.sql(format!(" AND degree <= ${}", next())).bind::<Integer, _>(degree);
        }
        if let Some(shift) = search.shift {
            query = query.sql(format!(" AND shift = ${}", next())).bind::<Integer, _>(shift);
        }
        Ok(query.sql(format!(") {}", super::search_answer())).load(&mut self.db)?)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Err(error) = self.db.batch_execute(&format!("DROP SCHEMA {} CASCADE", self.schema)) {
            tracing::warn!(%error, "bench_schema_left");
        }
    }
}

fn json(row: &Row) -> serde_json::Value {
    let leading: Vec<String> = row.leading.iter().map(|code| format!("k{code}")).collect();
    serde_json::json!({
        "id": row.id, "title": row.title, "letters": row.letters, "body": row.body, "leading": leading.join(" "),
        "codes": row.codes, "degree": row.degree, "pay": row.pay, "shift": row.shift, "county": row.county,
        "published": row.published, "valid_until": row.valid_until,
    })
}

/// A word as a query's operand, whatever it holds.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\\', "\\\\").replace('\'', "''"))
}
