//! `muster bench match`: how fast the engine answers, and how fast others answer the same.
//!
//! Synthetic rows go straight into an index in a temporary folder, and for the comparison into other
//! engines' tables. What is timed is what the server does for a request, without the database that
//! follows in production: recall, explanation and order. Not here: how good the answers are; that is
//! `muster eval`.
//!
//! `synthetic` makes the rows, `measure` times and counts, `rivals` asks the others.

mod exhaustive;
mod measure;
mod rivals;
pub mod synthetic;

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

use search_index::{Candidate, Change, Index, Lexicon, PositionQuery, PreparedSeeker, Ranked, Seeker, Vacancy};
use serde::Serialize;

use crate::commands::answer::{Answer, table};
use crate::commands::arguments::{BenchMatch, RivalName};
use crate::commands::progress;
use crate::error::{Error, Result};
use crate::matching::feed::REBUILD_BATCH;
use crate::matching::matches::RECALL;
use exhaustive::Exhaustive;
use measure::{Memory, Timing, time_each};
use rivals::{Rival, RivalReport};
use synthetic::World;

/// Questions of each kind.
pub const QUESTIONS: usize = 500;

/// Results on a page.
pub const PAGE: usize = 20;

/// Everything one run found.
#[derive(Debug, Serialize)]
struct Report {
    positions: usize,
    people: usize,
    seed: u64,
    cores: usize,
    build: Build,
    memory: Vec<Memory>,
    /// Recall, explanation and order: a whole answer.
    positions_for_person: Timing,
    people_for_position: Timing,
    /// Recall alone: what a database is asked instead.
    recall_positions: Timing,
    recall_people: Timing,
    /// What misses a person by one thing: two recalls, explanation, and explanation again as it would be.
    counterfactuals: Timing,
    search: Timing,
    /// Nothing is found, and it is counted what would be if a condition were left out.
    search_nothing: Timing,
    /// What of the true first twenty the answer has.
    #[serde(skip_serializing_if = "Option::is_none")]
    exhaustive: Option<Exhaustive>,
    rivals: Vec<RivalReport>,
}

#[derive(Debug, Serialize)]
struct Build {
    rows: usize,
    seconds: f64,
    rows_per_second: f64,
    /// Size of the index on disk.
    bytes: u64,
}

/// Runs the measurement.
pub fn run(arguments: &BenchMatch) -> Result<Answer> {
    Lexicon::get();
    let mut memory = vec![Memory::now("start, dictionaries loaded")];
    let world = World::new(arguments.positions as usize, arguments.people as usize, arguments.seed);
    memory.push(Memory::now("synthetic rows made"));
    let folder = Folder::new()?;
    let index = Index::open(&folder.0)?;
    let build = build(&index, &world)?;
    memory.push(Memory::now("index built"));
    let bench = Bench::new(&index, &world);
    let search = |one: &PositionQuery| Ok(index.search_positions(one)?.total);
    let mut report = Report {
        positions: world.vacancies.len(),
        people: world.seekers.len(),
        seed: arguments.seed,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        build,
        memory: Vec::new(),
        positions_for_person: time_each("岗位 → 人", bench.seekers(), |one| {
            Ok(bench.positions_for(one)?.explained.len())
        })?,
        people_for_position: time_each("人 → 岗位", bench.vacancies(), |one| {
            Ok(bench.people_for(one)?.explained.len())
        })?,
        recall_positions: time_each("岗位召回", bench.seekers(), |one| Ok(bench.recall_positions(one).len()))?,
        recall_people: time_each("人员召回", bench.vacancies(), |one| Ok(bench.recall_people(one).len()))?,
        counterfactuals: time_each("只差一样", bench.seekers(), |one| bench.counterfactuals(one))?,
        search: time_each("搜索", &world.searches[..QUESTIONS], search)?,
        search_nothing: time_each("搜索无果", &world.misses[..QUESTIONS], search)?,
        exhaustive: None,
        rivals: Vec::new(),
    };
    if arguments.exhaustive > 0 {
        report.exhaustive = Some(Exhaustive::measure(&bench, arguments.exhaustive as usize)?);
    }
    memory.push(Memory::now("questions answered"));
    report.memory = memory;
    for name in &arguments.compare {
        let rival = match name {
            RivalName::Postgres => Rival::postgres()?,
            RivalName::Sqlite => Rival::sqlite()?,
        };
        report.rivals.push(rivals::compare(rival, &world)?);
    }
    Answer::new(report.text(), &report)
}

/// What the questions are asked with.
struct Bench<'a> {
    index: &'a Index,
    world: &'a World,
    vacancies: HashMap<&'a str, &'a Vacancy>,
    seekers: HashMap<&'a str, &'a Seeker>,
}

impl<'a> Bench<'a> {
    fn new(index: &'a Index, world: &'a World) -> Bench<'a> {
        let vacancies = world.vacancies.iter().map(|one| (one.id.as_str(), one)).collect();
        let seekers = world.seekers.iter().map(|one| (one.id.as_str(), one)).collect();
        Bench { index, world, vacancies, seekers }
    }

    fn seekers(&self) -> &'a [Seeker] {
        &self.world.seekers[..self.world.seekers.len().min(QUESTIONS)]
    }

    fn vacancies(&self) -> &'a [Vacancy] {
        &self.world.vacancies[..self.world.vacancies.len().min(QUESTIONS)]
    }

    fn prepared<'b>(&self, seeker: &'b Seeker) -> PreparedSeeker<'b> {
        PreparedSeeker::new(Lexicon::get(), seeker, self.world.today_day)
    }

    fn recall_positions(&self, seeker: &Seeker) -> Vec<Candidate> {
        self.index.positions_for(&self.prepared(seeker), PAGE, RECALL)
    }

    fn recall_people(&self, vacancy: &Vacancy) -> Vec<Candidate> {
        self.index.people_for(vacancy, self.world.today_day, PAGE, RECALL)
    }

    /// What `matching::matches::positions_for` does for a first page, with rows from memory.
    fn positions_for(&self, seeker: &Seeker) -> Result<Ranked<&'a str>> {
        let prepared = self.prepared(seeker);
        let candidates = self.index.positions_for(&prepared, PAGE, RECALL);
        search_index::best(&candidates, PAGE, |some| {
            let rows = some.iter().filter_map(|one| self.vacancies.get_key_value(one.id.as_str()));
            Ok(rows.map(|(id, one)| (*id, prepared.explain(&(*one).clone()))).collect())
        })
    }

    /// What `matching::counterfactuals::for_person` does, with rows from memory.
    fn counterfactuals(&self, seeker: &Seeker) -> Result<usize> {
        let (lexicon, today) = (Lexicon::get(), self.world.today_day);
        let prepared = self.prepared(seeker);
        let open = self.index.positions_for(&prepared, RECALL, RECALL);
        let candidates = [open, self.index.near_misses_for(&prepared, RECALL)].concat();
        let rows = candidates.iter().filter_map(|one| self.vacancies.get(one.id.as_str()));
        let pairs: Vec<_> = rows.map(|one| ((*one).clone(), prepared.explain(one))).collect();
        Ok(search_index::counterfactuals(lexicon, seeker, &pairs, today).len())
    }

    /// What `matching::matches::people_for` does for a first page, with rows from memory.
    fn people_for(&self, vacancy: &Vacancy) -> Result<Ranked<&'a str>> {
        search_index::best(&self.recall_people(vacancy), PAGE, |some| {
            let rows = some.iter().filter_map(|one| self.seekers.get_key_value(one.id.as_str()));
            let explained = |(id, one): (&&'a str, &&Seeker)| {
                (*id, search_index::explain(Lexicon::get(), &(*one).clone(), vacancy, self.world.today_day))
            };
            Ok(rows.map(explained).collect())
        })
    }
}

fn build(index: &Index, world: &World) -> Result<Build> {
    let rows = world.vacancies.len() + world.seekers.len();
    let bar = progress::bar(rows as u64, "建索引");
    let began = Instant::now();
    for batch in world.vacancies.chunks(REBUILD_BATCH) {
        let changes: Vec<Change> = batch.iter().map(|one| Change::PutPosition(Box::new(one.clone()))).collect();
        index.apply(&changes, 1)?;
        bar.inc(batch.len() as u64);
    }
    for batch in world.seekers.chunks(REBUILD_BATCH) {
        let changes: Vec<Change> = batch.iter().map(|one| Change::PutPerson(Box::new(one.clone()))).collect();
        index.apply(&changes, 1)?;
        bar.inc(batch.len() as u64);
    }
    let seconds = began.elapsed().as_secs_f64();
    bar.finish_and_clear();
    Ok(Build { rows, seconds, rows_per_second: rows as f64 / seconds, bytes: index.status().bytes })
}

impl Report {
    fn text(&self) -> String {
        let Report { positions, people, seed, cores, build, .. } = self;
        let mut text = vec![
            format!("{positions} positions, {people} people, seed {seed}, {cores} cores, one question at a time"),
            format!(
                "index: {} rows in {:.1} s, {:.0} rows/s, {:.1} MB on disk",
                build.rows,
                build.seconds,
                build.rows_per_second,
                build.bytes as f64 / 1e6
            ),
        ];
        text.extend(self.memory.iter().map(Memory::line));
        text.push(String::new());
        let whole = [
            ("positions for a person: recall, explain, rank", &self.positions_for_person),
            ("people for a position: recall, explain, rank", &self.people_for_position),
            ("  positions for a person: recall alone", &self.recall_positions),
            ("  people for a position: recall alone", &self.recall_people),
            ("what misses a person by one thing: two recalls, explain, try", &self.counterfactuals),
            ("public search with facets", &self.search),
            ("public search that finds nothing, with what to relax", &self.search_nothing),
        ];
        let rows: Vec<Vec<String>> =
            whole.iter().map(|(name, timing)| [vec![(*name).to_owned()], timing.cells()].concat()).collect();
        text.extend(table(&["question (ms)", "asked", "found", "p50", "p95", "p99"], &rows));
        text.extend(self.exhaustive.iter().map(Exhaustive::text));
        for rival in &self.rivals {
            text.push(String::new());
            text.push(format!("{}: loaded in {:.1} s", rival.name, rival.load_seconds));
            text.extend(table(
                &["question (ms)", "asked", "found", "p50", "p95", "p99", "× ours p50", "p95", "p99"],
                &self.against(rival),
            ));
        }
        text.join("\n")
    }

    /// A rival's figures, and how many times ours they are. A database recalls and leaves the explanation
    /// to the program, so recall stands against recall.
    fn against(&self, rival: &RivalReport) -> Vec<Vec<String>> {
        let pairs = [
            ("positions for a person: recall", &rival.positions_for_person, &self.recall_positions),
            ("people for a position: recall", &rival.people_for_position, &self.recall_people),
            ("public search with facets", &rival.search, &self.search),
        ];
        pairs
            .iter()
            .map(|(name, theirs, ours)| [vec![(*name).to_owned()], theirs.cells(), theirs.ratios(ours)].concat())
            .collect()
    }
}

/// A temporary folder, removed in the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Folder> {
        let path = std::env::temp_dir().join(format!("muster-bench-{}", std::process::id()));
        std::fs::create_dir(&path).map_err(|error| Error::internal(format!("{}: {error}", path.display())))?;
        Ok(Folder(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, "bench_folder_left");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_run_answers_every_question() {
        let arguments =
            BenchMatch { positions: 60, people: 30, compare: vec![RivalName::Sqlite], exhaustive: 5, seed: 1 };
        let answer = run(&arguments).expect("a report");
        assert_eq!(answer.json["build"]["rows"], 90);
        assert_eq!(answer.json["recall_positions"]["asked"], 30);
        assert_eq!(answer.json["rivals"][0]["people_for_position"]["asked"], 60);
        // So few rows are all looked at, so nothing can be missed.
        assert_eq!(answer.json["exhaustive"]["positions_recall_20"], 1.0);
        assert!(answer.text.contains("public search"), "{}", answer.text);
    }
}
