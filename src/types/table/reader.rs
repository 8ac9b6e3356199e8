//! One row, read field by field; whatever cannot be read is noted and the reading goes on, so that
//! every problem of a row is named at once.

use super::Row;
use super::cells::{self, CellError};
use super::columns::Mapping;
use super::report::RowNote;

/// A row with the columns its fields stand in.
pub struct RowReader<'a> {
    row: &'a Row,
    mapping: &'a Mapping,
    pub problems: Vec<RowNote>,
}

impl<'a> RowReader<'a> {
    pub fn new(row: &'a Row, mapping: &'a Mapping) -> RowReader<'a> {
        RowReader { row, mapping, problems: Vec::new() }
    }

    /// The cell of a field; `None` when it is empty or the file has no such column.
    pub fn cell(&self, field: &str) -> Option<&'a str> {
        let row = self.row;
        self.mapping.column(field).map(|at| row.cell(at)).filter(|text| !text.is_empty())
    }

    pub fn text(&self, field: &str) -> Option<String> {
        self.cell(field).map(str::to_owned)
    }

    /// Notes about a field's cell, under the header that the file gives it.
    pub fn note(&self, field: &str, error: CellError) -> RowNote {
        RowNote {
            row: self.row.number,
            column: self.mapping.header(field),
            code: error.code.into_owned(),
            detail: error.detail,
        }
    }

    pub fn problem(&mut self, field: &str, error: CellError) {
        self.problems.push(self.note(field, error));
    }

    /// Reads the cell of a field; what cannot be read is noted.
    pub fn read<T>(&mut self, field: &str, read: impl FnOnce(&str) -> Result<T, CellError>) -> Option<T> {
        match read(self.cell(field)?) {
            Ok(value) => Some(value),
            Err(error) => {
                self.problem(field, error);
                None
            }
        }
    }

    pub fn list(&self, field: &str) -> Vec<String> {
        self.mapping.column(field).map(|at| cells::list(self.row.whole(at))).unwrap_or_default()
    }

    /// Reads each part of a list; those that cannot be read are noted.
    pub fn each<T>(&mut self, field: &str, mut read: impl FnMut(&str) -> Result<T, CellError>) -> Vec<T> {
        let mut values = Vec::new();
        for part in self.list(field) {
            match read(&part) {
                Ok(value) => values.push(value),
                Err(error) => self.problem(field, error),
            }
        }
        values
    }
}
