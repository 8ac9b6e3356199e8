//! The same questions, asked of full text search in databases.
//!
//! What is the same: the words (cut by our tokenizer, joined by spaces), the filters, the structured
//! terms with their weights (occupation groups, skills, places), the number of candidates. Where a
//! question could not be put exactly, the rival has the easier one: it holds a word once per document,
//! ranks only rows that share a word, an occupation group or a skill (our engine ranks every row that
//! passes the filters), looks for no synonyms, and searches descriptions by words only, not by letters.
//! Each rival runs with its own defaults and an index for every condition that can use one.
//!
//! It speaks raw SQL (`diesel::sql_query` with bound parameters, `batch_execute` for tables), because
//! these tables exist for minutes and are nobody's model: they have no place in `store::schema`, and what
//! is compared is each database's own full text syntax, which no query builder knows. Nothing of the
//! product calls this module.

mod cluster;
mod postgres;
mod sqlite;
mod terms;

use std::time::Instant;

use serde::Serialize;

use super::QUESTIONS;
use super::measure::{Timing, time_each};
use super::synthetic::World;
use crate::error::Result;
use terms::{Codes, Find, Row, Search};

/// What one rival's run found.
#[derive(Debug, Serialize)]
pub struct RivalReport {
    pub name: String,
    pub load_seconds: f64,
    pub positions_for_person: Timing,
    pub people_for_position: Timing,
    pub search: Timing,
}

/// A database to compare with.
pub enum Rival {
    Postgres(Box<postgres::Postgres>),
    Sqlite(Box<sqlite::Sqlite>),
}

/// Positions and people stand in tables of the same shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    Positions,
    People,
}

impl Table {
    fn name(self) -> &'static str {
        match self {
            Table::Positions => "positions",
            Table::People => "people",
        }
    }

    /// A position asks for at most the degree held; a person has at least the degree asked, or none known.
    fn degree_condition(self) -> &'static str {
        match self {
            Table::Positions => "degree <= ",
            Table::People => "coalesce(degree, 9) >= ",
        }
    }
}

impl Rival {
    pub fn postgres() -> Result<Rival> {
        Ok(Rival::Postgres(Box::new(postgres::Postgres::start()?)))
    }

    pub fn sqlite() -> Result<Rival> {
        Ok(Rival::Sqlite(Box::new(sqlite::Sqlite::open()?)))
    }

    fn name(&mut self) -> Result<String> {
        match self {
            Rival::Postgres(one) => one.name(),
            Rival::Sqlite(one) => one.name(),
        }
    }

    fn load(&mut self, table: Table, rows: &[Row]) -> Result<()> {
        match self {
            Rival::Postgres(one) => one.load(table, rows),
            Rival::Sqlite(one) => one.load(table, rows),
        }
    }

    /// Indexes and statistics, once the rows are in.
    fn finish(&mut self) -> Result<()> {
        match self {
            Rival::Postgres(one) => one.finish(),
            Rival::Sqlite(one) => one.finish(),
        }
    }

    /// The best candidates' keys.
    fn find(&mut self, find: &Find) -> Result<Vec<i32>> {
        match self {
            Rival::Postgres(one) => one.find(find),
            Rival::Sqlite(one) => one.find(find),
        }
    }

    /// One page of keys and the counts of total and facets.
    fn search(&mut self, search: &Search) -> Result<Vec<Counted>> {
        match self {
            Rival::Postgres(one) => one.search(search),
            Rival::Sqlite(one) => one.search(search),
        }
    }
}

/// A line of a search's answer: a hit, or how many have this value.
#[derive(Debug, diesel::QueryableByName)]
pub struct Counted {
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub kind: String,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    #[cfg_attr(not(test), expect(dead_code, reason = "a page has to bring its rows' keys, whoever reads them"))]
    pub key: i64,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    pub count: i64,
}

/// How many rows a search found in all.
fn total(answer: &[Counted]) -> usize {
    answer.iter().find(|one| one.kind == "total").map_or(0, |one| one.count.unsigned_abs() as usize)
}

#[derive(diesel::QueryableByName)]
struct Key {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    id: i32,
}

/// Loads the world and asks the questions.
pub fn compare(mut rival: Rival, world: &World) -> Result<RivalReport> {
    let mut codes = Codes::default();
    let positions: Vec<Row> =
        world.vacancies.iter().enumerate().map(|(at, one)| terms::position(&mut codes, at, one)).collect();
    let people: Vec<Row> =
        world.seekers.iter().enumerate().map(|(at, one)| terms::person(&mut codes, at, one)).collect();
    let name = rival.name()?;
    let began = Instant::now();
    rival.load(Table::Positions, &positions)?;
    rival.load(Table::People, &people)?;
    rival.finish()?;
    let load_seconds = began.elapsed().as_secs_f64();
    let seekers = world.seekers.iter().take(QUESTIONS);
    let for_people: Vec<Find> = seekers.map(|one| terms::positions_for(&mut codes, one, world.today_day)).collect();
    let vacancies = world.vacancies.iter().take(QUESTIONS);
    let for_positions: Vec<Find> = vacancies.map(|one| terms::people_for(&mut codes, one, world.today_day)).collect();
    let searches: Vec<Search> =
        world.searches.iter().take(QUESTIONS).map(|one| terms::search(&mut codes, one)).collect();
    Ok(RivalReport {
        load_seconds,
        positions_for_person: time_each(&name, &for_people, |one| Ok(rival.find(one)?.len()))?,
        people_for_position: time_each(&name, &for_positions, |one| Ok(rival.find(one)?.len()))?,
        search: time_each(&name, &searches, |one| Ok(total(&rival.search(one)?)))?,
        name,
    })
}

/// Names of the counted facets, and the expression that gives each one's value; both databases take it.
const FACETS: [(&str, &str); 4] = [
    ("county", "county"),
    ("degree", "degree"),
    ("shift", "shift"),
    (
        "pay",
        "CASE WHEN pay < 300000 THEN 0 WHEN pay < 500000 THEN 300000 WHEN pay < 800000 THEN 500000 WHEN pay < 1200000 THEN 800000 ELSE 1200000 END",
    ),
];

/// The answer of a search over rows called `hits`: the page, the total, the facets.
fn search_answer() -> String {
    let mut sql = "SELECT 'hit' AS kind, CAST(id AS BIGINT) AS key, CAST(0 AS BIGINT) AS count FROM \
                   (SELECT id FROM hits ORDER BY score DESC, published DESC, id LIMIT 20) AS page \
                   UNION ALL SELECT 'total', CAST(0 AS BIGINT), count(*) FROM hits"
        .to_owned();
    for (name, value) in FACETS {
        sql.push_str(&format!(
            " UNION ALL SELECT '{name}', CAST({value} AS BIGINT), count(*) FROM hits WHERE {name} IS NOT NULL GROUP BY {value}"
        ));
    }
    sql
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> World {
        World::new(400, 120, 5)
    }

    /// The rivals are asked the same: what our engine puts first is mostly among what they find.
    fn check(mut rival: Rival) {
        let world = world();
        let mut codes = Codes::default();
        let rows = |codes: &mut Codes| -> Vec<Row> {
            world.vacancies.iter().enumerate().map(|(at, one)| terms::position(codes, at, one)).collect()
        };
        let positions = rows(&mut codes);
        let people: Vec<Row> =
            world.seekers.iter().enumerate().map(|(at, one)| terms::person(&mut codes, at, one)).collect();
        rival.load(Table::Positions, &positions).expect("loaded");
        rival.load(Table::People, &people).expect("loaded");
        rival.finish().expect("indexed");
        let index = search_index::Index::in_memory().expect("an index");
        let changes: Vec<_> =
            world.vacancies.iter().map(|one| search_index::Change::PutPosition(Box::new(one.clone()))).collect();
        index.apply(&changes, 1).expect("applied");
        let (mut first, mut found_first) = (0, 0);
        for seeker in &world.seekers {
            let found = rival.find(&terms::positions_for(&mut codes, seeker, world.today_day)).expect("found");
            let prepared = search_index::PreparedSeeker::new(search_index::Lexicon::get(), seeker, world.today_day);
            let ours = index.positions_for(&prepared, 3, 3);
            let keys: Vec<i32> = ours.iter().filter_map(|one| one.id.trim_start_matches('p').parse().ok()).collect();
            first += keys.len();
            found_first += keys.iter().filter(|key| found.contains(key)).count();
        }
        assert!(found_first * 10 >= first * 8, "{found_first} of {first}");
        let search = search_index::PositionQuery {
            text: Some(world.vacancies[0].title.clone()),
            limit: 20,
            ..Default::default()
        };
        let answer = rival.search(&terms::search(&mut codes, &search)).expect("an answer");
        let hits = answer.iter().filter(|one| one.kind == "hit").count();
        assert!(hits >= 1 && hits == total(&answer).min(20), "{answer:?}");
        assert!(answer.iter().any(|one| one.kind == "hit" && one.key == 0), "{answer:?}");
        let vacancy = terms::people_for(&mut codes, &world.vacancies[0], world.today_day);
        assert!(!rival.find(&vacancy).expect("found").is_empty());
    }

    #[test]
    fn sqlite_is_asked_the_same() {
        check(Rival::sqlite().expect("opened"));
    }

    #[test]
    fn postgres_is_asked_the_same() {
        // Without a server to start there is nothing to compare; `make test` always has one.
        if std::env::var("MUSTER_TEST_DATABASE_URL").is_ok() {
            check(Rival::postgres().expect("started"));
        }
    }
}
