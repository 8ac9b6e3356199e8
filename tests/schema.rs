//! The paired migrations give the same tables, and `schema.rs` describes them.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::Text;
use muster::store::Db;

use crate::support::TestApp;

/// One column of either database, in words that both share.
fn class(kind: &str) -> &'static str {
    match kind.to_lowercase().as_str() {
        "text" | "timestamp without time zone" | "date" => "text or time",
        "integer" | "bigint" | "boolean" => "number",
        "blob" | "bytea" => "bytes",
        other => panic!("a type we do not use: {other}"),
    }
}

fn columns(db: &mut Db) -> Vec<String> {
    let query = match db {
        Db::Sqlite(_) => {
            "SELECT coalesce(group_concat(line, char(10)), '') FROM (SELECT m.name || ' ' || c.name || ' ' || c.type || ' ' || \
             CASE WHEN c.\"notnull\" THEN 'required' ELSE 'optional' END AS line FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%')"
        }
        Db::Postgres(_) => {
            "SELECT coalesce(string_agg(table_name || ' ' || column_name || ' ' || replace(data_type, ' ', '_') || ' ' || \
             CASE WHEN is_nullable = 'NO' THEN 'required' ELSE 'optional' END, chr(10)), '') \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'"
        }
    };
    let select = diesel::select(diesel::dsl::sql::<Text>(&format!("({query})")));
    let text: String = match db {
        Db::Sqlite(c) => select.get_result(c),
        Db::Postgres(c) => select.get_result(c),
    }
    .expect("the catalogue reads");
    let mut lines: Vec<String> = text
        .lines()
        .map(|line| {
            let words: Vec<&str> = line.split(' ').collect();
            format!("{}.{} {} {}", words[0], words[1], class(&words[2].replace('_', " ")), words[3])
        })
        .collect();
    lines.sort();
    lines
}

/// The tables both databases must have, from one snapshot: each run compares its own database with it,
/// so the run on SQLite and the run on PostgreSQL compare them with each other.
#[actix_web::test]
async fn both_databases_have_the_same_tables() {
    let app = TestApp::new().await;
    let columns = app.store().read_now(|db| Ok(columns(db))).expect("columns").join("\n");
    insta::assert_snapshot!("tables", columns);
}

#[test]
fn migrations_come_in_pairs() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let names = |which: &str| -> Vec<String> {
        let folders = std::fs::read_dir(root.join(which)).expect("a folder");
        let mut names: Vec<String> =
            folders.map(|folder| folder.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn the_diesel_schema_names_every_column() {
    let text = include_str!("../src/store/schema.rs");
    let mut described: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut table = String::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [name, key, "{"] if key.starts_with('(') => table = (*name).to_owned(),
            [name, _, "{"] if line.contains('(') => table = (*name).to_owned(),
            [name, .., "{"] if line.contains(") {") => table = (*name).to_owned(),
            [column, "->", ..] if !column.contains('(') => {
                described.entry(table.clone()).or_default().push((*column).to_owned())
            }
            _ => {}
        }
    }
    for (name, columns) in crate::support::database::tables() {
        if name != "write_turn" {
            assert_eq!(described.get(&name), Some(&columns), "{name}");
        }
    }
}
