//! XLSX out of text. Nothing that a person once typed becomes a formula or a number.

use rust_xlsxwriter::{Format, FormatAlign, Workbook};

use super::{CELL_CHARS_MAX, TableError};

/// A column of a file to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    pub title: &'static str,
    /// In characters of the standard font; a Chinese character takes two.
    pub width: u8,
}

impl Column {
    pub const fn new(title: &'static str, width: u8) -> Column {
        Column { title, width }
    }
}

/// One sheet with a frozen header. Every cell is written as a text and its column formatted as text, so
/// `=1+1` stays what it is, an ID number keeps its digits, and both survive being edited and saved.
pub fn write(sheet: &str, columns: &[Column], rows: &[Vec<String>]) -> Result<Vec<u8>, TableError> {
    let unwritable = |_| TableError::Unwritable;
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name(sheet).map_err(unwritable)?;
    let header = Format::new().set_bold();
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    for (i, column) in columns.iter().enumerate() {
        let i = i as u16;
        page.set_column_width(i, f64::from(column.width)).map_err(unwritable)?;
        page.set_column_format(i, &text).map_err(unwritable)?;
        page.write_string_with_format(0, i, column.title, &header).map_err(unwritable)?;
    }
    page.set_freeze_panes(1, 0).map_err(unwritable)?;
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let short: String = cell.chars().filter(|c| !is_forbidden(*c)).take(CELL_CHARS_MAX).collect();
            page.write_string_with_format(row as u32 + 1, column as u16, short, &text).map_err(unwritable)?;
        }
    }
    book.save_to_buffer().map_err(unwritable)
}

/// What XML 1.0 cannot hold, even escaped.
fn is_forbidden(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
