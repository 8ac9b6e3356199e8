//! Tables that people bring as files (表格): XLSX and CSV, read into text and written from text.
//!
//! A file comes from outside, so everything about it has a limit, and what it says of its own size is
//! not believed. Cells are text as the person's own program shows it: an identifier keeps its digits,
//! and one whose digits were lost already looks lost (`1.3E+17`), so that it can be refused. Not here:
//! what the columns of a people or a positions file mean.

pub mod cells;
pub mod columns;
mod csv;
pub mod pay;
pub mod reader;
pub mod report;
mod write;
mod xlsx;

pub use write::{Column, write};

/// Largest file.
pub const BYTES_MAX: usize = 10 * 1024 * 1024;
/// Most rows below the header that hold anything.
pub const ROWS_MAX: usize = 20_000;
pub const COLUMNS_MAX: usize = 60;
/// Largest text of all cells together: a file may name one long text a million times.
const TEXT_MAX: usize = 50 * 1024 * 1024;
/// Excel's own limit of one cell.
const CELL_CHARS_MAX: usize = 32_767;

/// A header and the rows below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub header: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// As the person's own program numbers it, from 1.
    pub number: u32,
    pub cells: Vec<String>,
}

impl Row {
    /// The cell in `column`, without blanks around it; empty past the end of the row.
    pub fn cell(&self, column: usize) -> &str {
        self.whole(column).trim()
    }

    /// The same with the blanks around it: a line break at its end says what separates a list.
    pub fn whole(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(|text| text.trim().is_empty())
    }
}

/// Why a file is no table of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    #[error("文件不是 .xlsx 也不是 .csv")]
    Format,
    #[error("文件内容和扩展名不符，读不出来")]
    Unreadable,
    #[error("文字编码认不出来，请另存为 UTF-8 或 GBK")]
    Encoding,
    #[error("文件太大：最大 10 MB，解压后最大 50 MB")]
    TooLarge,
    #[error("文件压缩比异常，不能打开")]
    Bomb,
    #[error("表格超过 20000 行，请分开导入")]
    TooManyRows,
    #[error("表格超过 60 列")]
    TooManyColumns,
    #[error("表头下面没有数据")]
    Empty,
    #[error("文件写不出来")]
    Unwritable,
}

impl TableError {
    /// What happened and what to do, in Chinese.
    pub fn sentence(self) -> &'static str {
        match self {
            TableError::Format => "只能读取 .xlsx 和 .csv 文件，请另存为其中一种再试",
            TableError::Unreadable => "文件内容与扩展名不符，或已损坏、加了密码；请用 Excel 或 WPS 另存为 .xlsx 再试",
            TableError::Encoding => "文件的文字编码认不出来；请另存为 .xlsx，或编码为 UTF-8 的 .csv",
            TableError::TooLarge => "文件太大：最多 10 MB，解压后最多 50 MB；请分成几个文件",
            TableError::Bomb => "文件解压后比原来大得太多，不能读取；请复制内容到新文件再试",
            TableError::TooManyRows => "最多 20000 行，请分成几个文件",
            TableError::TooManyColumns => "最多 60 列，请删去用不着的列",
            TableError::Empty => "表头下面没有内容",
            TableError::Unwritable => "文件生成失败，请稍后再试",
        }
    }

    /// Whether the file has too much of something, not something wrong.
    pub fn is_size(self) -> bool {
        matches!(self, TableError::TooLarge | TableError::Bomb | TableError::TooManyRows | TableError::TooManyColumns)
    }
}

/// Reads a file as what its name says it is.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Table, TableError> {
    if bytes.len() > BYTES_MAX {
        return Err(TableError::TooLarge);
    }
    let packed = bytes.starts_with(b"PK\x03\x04");
    let extension = file_name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    let lines = match (extension.as_str(), packed) {
        ("xlsx", true) => xlsx::read(bytes)?,
        ("csv" | "tsv" | "txt", false) => csv::read(bytes)?,
        ("xlsx" | "csv" | "tsv" | "txt", _) => return Err(TableError::Unreadable),
        _ => return Err(TableError::Format),
    };
    split(lines)
}

/// Finds the header: the first row with two cells or more, since a form's title above it stands in one.
fn split(lines: Vec<Row>) -> Result<Table, TableError> {
    let filled = |row: &Row| row.cells.iter().filter(|text| !text.trim().is_empty()).count();
    let at = lines.iter().take(10).position(|row| filled(row) > 1);
    let at = at.or_else(|| lines.iter().position(|row| filled(row) > 0)).ok_or(TableError::Empty)?;
    let mut lines = lines.into_iter().skip(at);
    let header = lines.next().map(|row| row.cells).unwrap_or_default();
    let header = header.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let rows: Vec<Row> = lines.filter(|row| !row.is_empty()).collect();
    if rows.is_empty() { Err(TableError::Empty) } else { Ok(Table { header, rows }) }
}

/// Collects the rows of a file under the limits.
#[derive(Default)]
struct Lines {
    rows: Vec<Row>,
    text: usize,
}

impl Lines {
    /// Puts `text` into row `number` (from 1, never going back) and `column` (from 0).
    fn put(&mut self, number: u32, column: usize, text: &str) -> Result<(), TableError> {
        let text = &super::text::visible(text);
        if text.trim().is_empty() {
            return Ok(());
        }
        if column >= COLUMNS_MAX {
            return Err(TableError::TooManyColumns);
        }
        self.text += text.len();
        if self.text > TEXT_MAX || text.len() > 4 * CELL_CHARS_MAX {
            return Err(TableError::TooLarge);
        }
        match self.rows.last() {
            Some(row) if row.number == number => {}
            Some(row) if row.number > number => return Err(TableError::Unreadable),
            // Ten for a title above the header, and the header.
            _ if self.rows.len() > ROWS_MAX + 10 => return Err(TableError::TooManyRows),
            _ => self.rows.push(Row { number, cells: Vec::new() }),
        }
        let cells = &mut self.rows.last_mut().ok_or(TableError::Unreadable)?.cells;
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        text.clone_into(&mut cells[column]);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
