//! Reading files at the machine itself: tables as clerks bring them, postings as other systems export
//! them.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, IsTerminal};
use std::path::Path;
use std::time::Instant;

use indicatif::ProgressBar;
use serde::Serialize;

use super::answer::{Answer, table as lines_of};
use super::progress;
use super::serve::open_store;
use crate::access::Actor;
use crate::config::Config;
use crate::dictionary::Dictionary;
use crate::employers::actions::imports::{self as actions, Asked};
use crate::employers::actions::postings::{self as batches, Batches};
use crate::employers::imports::postings::{Entry, entry};
use crate::employers::imports::{self as positions};
use crate::employers::model::ImportKind;
use crate::employers::postings::{Draft, Reason, Seen, read_line};
use crate::error::{Code, Error, Result};
use crate::people::imports as people;
use crate::store::Store;
use crate::store::journal::Author;
use crate::types::id::ImportId;
use crate::types::table::report::{Mode, Report, RowNote};

/// Rows of one transaction: long enough that a commit costs little, short enough that a server beside
/// it waits less than a second for its turn.
const BATCH: usize = 500;
/// Problems printed; `--json` has more.
const PRINTED_MAX: usize = 40;

/// What an import of postings did.
#[derive(Debug, Serialize)]
struct PostingsReport {
    import_id: ImportId,
    lines: u32,
    positions: u32,
    /// Lines with a named reason.
    refused: u32,
    enterprises: u32,
    published: u32,
    /// Positions with an unlawful condition.
    unlawful: u32,
    /// Positions whose occupation the title tells for certain.
    occupations: u32,
    /// A line may have several.
    reasons: BTreeMap<String, u32>,
    seconds: f64,
}

/// Imports postings, one JSON object a line. `verify` marks their enterprises as verified, which makes
/// the positions public: only in an empty database, for measuring.
pub fn postings(config: &Config, path: &Path, verify: bool) -> Result<Answer> {
    let started = Instant::now();
    let store = open_store(config)?;
    let actor = Actor::system();
    if verify {
        store.write_now(Author::SYSTEM, |tx| batches::make_measuring_world(tx, &actor))?;
    }
    let total = count_lines(path)?;
    let mut run = Run::begin(&store, &file_name(path), verify)?;
    let bar = bar(total, "导入招聘信息");
    let mut lines = open(path)?.lines();
    loop {
        let batch: Vec<String> =
            lines.by_ref().take(BATCH).collect::<std::io::Result<_>>().map_err(|error| unreadable(path, &error))?;
        if batch.is_empty() {
            break;
        }
        run.batch(&store, &actor, &batch)?;
        bar.inc(batch.len() as u64);
    }
    bar.finish_and_clear();
    let report = run.report(started.elapsed().as_secs_f64());
    let mut text = vec![format!(
        "{} 行：{} 个岗位（{} 家单位，{} 个公开，{} 个有违法条件），{} 行没有导入，用时 {:.1} 秒",
        report.lines,
        report.positions,
        report.enterprises,
        report.published,
        report.unlawful,
        report.refused,
        report.seconds
    )];
    let rows: Vec<Vec<String>> =
        report.reasons.iter().map(|(reason, count)| vec![reason.clone(), count.to_string()]).collect();
    text.extend(lines_of(&["原因", "行"], &rows));
    Answer::new(text.join("\n"), &report)
}

/// An import of postings under way.
struct Run {
    batches: Batches,
    seen: Seen,
    lines: u32,
    positions: u32,
    occupations: u32,
    reasons: BTreeMap<String, u32>,
}

impl Run {
    fn begin(store: &Store, file_name: &str, verify: bool) -> Result<Run> {
        let batches = store.write_now(Author::SYSTEM, |tx| batches::begin(tx, &Actor::system(), file_name, verify))?;
        Ok(Run { batches, seen: Seen::default(), lines: 0, positions: 0, occupations: 0, reasons: BTreeMap::new() })
    }

    fn batch(&mut self, store: &Store, actor: &Actor, lines: &[String]) -> Result<()> {
        let today = store.clock.now().day();
        let mut drafts: Vec<Draft> = Vec::new();
        let mut refused = 0;
        for read in in_parallel(lines, |line| read_line(line)) {
            match read {
                Ok(draft) if self.seen.is_new(&draft) => drafts.push(draft),
                Ok(_) => refused += self.refuse(&[Reason::Duplicate.code()]),
                Err(reasons) => refused += self.refuse(&reasons.iter().map(|reason| reason.code()).collect::<Vec<_>>()),
            }
        }
        let mut entries: Vec<Entry> = Vec::new();
        for read in in_parallel(&drafts, |draft| entry(draft.clone(), &Dictionary::get(), today)) {
            match read {
                Ok(entry) => entries.push(entry),
                Err(codes) => refused += self.refuse(&codes.iter().map(String::as_str).collect::<Vec<_>>()),
            }
        }
        let written =
            store.write_now(Author::SYSTEM, |tx| batches::write(tx, actor, &self.batches, &entries, refused))?;
        self.batches.add(written);
        self.lines += lines.len() as u32;
        self.positions += entries.len() as u32;
        self.occupations += entries.iter().filter(|entry| entry.input.occupation.is_some()).count() as u32;
        Ok(())
    }

    /// Counts each reason once for the line; gives the one line.
    fn refuse(&mut self, reasons: &[&str]) -> u32 {
        let mut reasons = reasons.to_vec();
        reasons.sort_unstable();
        reasons.dedup();
        for reason in reasons {
            *self.reasons.entry(reason.to_owned()).or_default() += 1;
        }
        1
    }

    fn report(self, seconds: f64) -> PostingsReport {
        PostingsReport {
            import_id: self.batches.import.id,
            lines: self.lines,
            positions: self.positions,
            refused: self.lines - self.positions,
            enterprises: self.batches.enterprises_new,
            published: self.batches.published,
            unlawful: self.batches.unlawful,
            occupations: self.occupations,
            reasons: self.reasons,
            seconds,
        }
    }
}

/// Maps `items` on every core, keeping their order.
fn in_parallel<T: Sync, U: Send>(items: &[T], map: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = items.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let map = &map;
        let workers: Vec<_> =
            items.chunks(share).map(|part| scope.spawn(move || part.iter().map(map).collect::<Vec<U>>())).collect();
        let joined =
            workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        joined.flatten().collect()
    })
}

/// Imports an XLSX or CSV file of positions or of people. Enterprises have to stand already; ID numbers
/// must not.
pub fn table(
    config: &Config,
    kind: ImportKind,
    path: &Path,
    given: &BTreeMap<String, String>,
    dry_run: bool,
    mode: Mode,
) -> Result<Answer> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let store = open_store(config)?;
    let (actor, today) = (Actor::system(), store.clock.now().day());
    let dictionary = store.read_now(crate::specialities::dictionary)?;
    let asked = Asked { file_name: file_name(path), mode };
    let report = match kind {
        ImportKind::Positions => {
            let read = |table: &_, mapping: &_| positions::read(table, mapping, &dictionary, today);
            let plan = actions::plan(&asked.file_name, &bytes, positions::FIELDS, given, read)?;
            if dry_run {
                store.read_now(|db| actions::try_positions(db, &actor, &plan))?
            } else {
                store.write_now(Author::SYSTEM, |tx| actions::import_positions(tx, &actor, &plan, &asked))?
            }
        }
        ImportKind::People => {
            let read = |table: &_, mapping: &_| people::read(table, mapping, &dictionary, today);
            let plan = actions::plan(&asked.file_name, &bytes, people::FIELDS, given, read)?;
            if dry_run {
                store.read_now(|db| actions::try_people(db, &store.keys, &actor, &plan))?
            } else {
                store.write_now(Author::SYSTEM, |tx| actions::import_people(tx, &actor, &plan, &asked))?
            }
        }
    };
    let mut answer = Answer::new(told(&report), &report)?;
    answer.passed = report.refused == 0;
    Ok(answer)
}

/// Takes back what an import brought and nobody has touched since, within a day.
pub fn undo(config: &Config, id: ImportId) -> Result<Answer> {
    let store = open_store(config)?;
    let undone = store.write_now(Author::SYSTEM, |tx| actions::undo(tx, &Actor::system(), id))?;
    Answer::new(format!("已撤销：删去 {} 行，保留 {} 行（之后有人处理过）", undone.removed, undone.kept.len()), &undone)
}

fn told(report: &Report) -> String {
    let done = if report.dry_run { "试导入，没有写入" } else { "已导入" };
    let mut text = vec![format!(
        "{done}：{} 行，可用 {} 行，需要修改 {} 行，有违法条件 {} 行，写入 {} 行",
        report.rows, report.accepted, report.refused, report.unlawful, report.written
    )];
    let note = |note: &RowNote| vec![note.row.to_string(), note.column.clone(), note.detail.clone()];
    let notes: Vec<Vec<String>> = report.problems.iter().chain(&report.marks).take(PRINTED_MAX).map(note).collect();
    if !notes.is_empty() {
        text.extend(lines_of(&["行", "列", "说明"], &notes));
    }
    text.join("\n")
}

fn bar(total: u64, what: &str) -> ProgressBar {
    if std::io::stderr().is_terminal() { progress::bar(total, what) } else { ProgressBar::hidden() }
}

fn open(path: &Path) -> Result<BufReader<std::fs::File>> {
    std::fs::File::open(path).map(BufReader::new).map_err(|error| unreadable(path, &error))
}

fn count_lines(path: &Path) -> Result<u64> {
    let mut reader = open(path)?;
    let mut count = 0;
    loop {
        let buffer = reader.fill_buf().map_err(|error| unreadable(path, &error))?;
        if buffer.is_empty() {
            return Ok(count);
        }
        count += buffer.iter().filter(|byte| **byte == b'\n').count() as u64;
        let length = buffer.len();
        reader.consume(length);
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::new(Code::FileUnreadable).detail(format!("{}：{error}", path.display()))
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
