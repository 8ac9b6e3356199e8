//! What became of a file's rows: which were good, what is wrong with the others, in words for whoever
//! has the file open.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::types::id::ImportId;

use super::cells::CellError;
use super::columns::{ColumnUse, Mapping};

/// Problems and marks named in one answer; the rest is counted.
pub const NAMED_MAX: usize = 1_000;

coded! {
    /// What to do when some rows are bad.
    pub enum Mode {
        /// Nothing is written unless every row is good.
        All = "all",
        /// The good rows are written.
        Good = "good",
    }
}

/// Something to be said about one cell of one row. Never holds what names a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RowNote {
    /// The row's number in the person's own program.
    pub row: u32,
    /// The header of the column, as the file has it.
    pub column: String,
    pub code: String,
    /// What is wrong and what to do, in Chinese.
    pub detail: String,
}

/// What an import did, or would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// Present when rows were written.
    #[schema(value_type = Option<String>)]
    pub import_id: Option<ImportId>,
    pub dry_run: bool,
    pub rows: u32,
    /// Rows without a problem.
    pub accepted: u32,
    /// Rows with at least one.
    pub refused: u32,
    pub written: u32,
    /// Accepted rows with unlawful conditions: they wait as drafts until somebody has changed them.
    pub unlawful: u32,
    pub mapping: Vec<ColumnUse>,
    /// Columns nobody asked for.
    pub ignored: Vec<String>,
    /// Every problem of every refused row, up to a thousand.
    pub problems: Vec<RowNote>,
    /// Every unlawful condition, up to a thousand.
    pub marks: Vec<RowNote>,
    /// How many problems each code has, of all rows.
    pub problem_counts: BTreeMap<String, u32>,
}

/// A row on its way: what was read of it and what is wrong.
#[derive(Clone, Debug)]
pub struct Draft<T> {
    pub row: u32,
    /// What could be read; absent when too little could.
    pub value: Option<T>,
    pub problems: Vec<RowNote>,
    pub marks: Vec<RowNote>,
}

impl<T> Draft<T> {
    /// The value of a row without a problem.
    pub fn good(&self) -> Option<&T> {
        self.value.as_ref().filter(|_| self.problems.is_empty())
    }

    /// Notes a problem that only the database knows of.
    pub fn problem(&mut self, column: String, error: CellError) {
        self.problems.push(RowNote { row: self.row, column, code: error.code.into_owned(), detail: error.detail });
    }
}

/// A file as it was understood.
#[derive(Clone, Debug)]
pub struct Plan<T> {
    pub mapping: Mapping,
    pub drafts: Vec<Draft<T>>,
}

impl Report {
    /// The report of a dry run.
    pub fn new<T>(Plan { mapping, drafts }: &Plan<T>) -> Report {
        let good: Vec<&Draft<T>> = drafts.iter().filter(|draft| draft.good().is_some()).collect();
        let mut problem_counts = BTreeMap::new();
        for note in drafts.iter().flat_map(|draft| &draft.problems) {
            *problem_counts.entry(note.code.clone()).or_default() += 1;
        }
        Report {
            import_id: None,
            dry_run: true,
            rows: drafts.len() as u32,
            accepted: good.len() as u32,
            refused: (drafts.len() - good.len()) as u32,
            written: 0,
            unlawful: good.iter().filter(|draft| !draft.marks.is_empty()).count() as u32,
            mapping: mapping.uses.clone(),
            ignored: mapping.ignored.clone(),
            problems: drafts.iter().flat_map(|draft| draft.problems.clone()).take(NAMED_MAX).collect(),
            marks: good.iter().flat_map(|draft| draft.marks.clone()).take(NAMED_MAX).collect(),
            problem_counts,
        }
    }

    /// Whether `mode` lets the good rows be written.
    pub fn may_commit(&self, mode: Mode) -> bool {
        self.accepted > 0 && (mode == Mode::Good || self.refused == 0)
    }
}
