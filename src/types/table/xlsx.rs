//! XLSX, read cell by cell, after a look at what the archive really unpacks to.
//!
//! calamine trusts three numbers of a file that a hostile one lies about: the size of an archive's
//! entry, the count of shared strings (it reserves memory for it at once) and the sheet's extent (a
//! dense range from A1 to XFD1048576 has 17 thousand million cells). The first two are checked here
//! before it sees the file; the third never arises, because cells are taken one at a time.

use std::io::{Cursor, Read};

use calamine::{DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};

use super::{COLUMNS_MAX, Lines, ROWS_MAX, Row, TableError};

const ENTRIES_MAX: usize = 1_000;
const UNPACKED_MAX: u64 = 50 * 1024 * 1024;
const RATIO_MAX: u64 = 100;
/// Below this a ratio says nothing: a small file of blanks packs well.
const RATIO_FROM: u64 = 1024 * 1024;
/// Every cell of the largest table a text of its own, each in an element with one inside.
const STRINGS_MAX: usize = (ROWS_MAX + 10) * COLUMNS_MAX;
const STRING_TAGS_MAX: usize = STRINGS_MAX * 4;

pub fn read(bytes: &[u8]) -> Result<Vec<Row>, TableError> {
    check(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    for name in names {
        let mut cells = match book.worksheet_cells_reader(&name) {
            Err(XlsxError::NotAWorksheet(_)) => continue,
            cells => cells.map_err(unreadable)?,
        };
        let mut lines = Lines::default();
        while let Some(cell) = cells.next_cell().map_err(unreadable)? {
            let (row, column) = cell.get_position();
            lines.put(row.saturating_add(1), column as usize, &text(cell.get_value()))?;
        }
        if !lines.rows.is_empty() {
            return Ok(lines.rows);
        }
    }
    Err(TableError::Empty)
}

fn unreadable(_: XlsxError) -> TableError {
    TableError::Unreadable
}

/// Unpacks every entry once, counting, and keeps nothing.
fn check(bytes: &[u8]) -> Result<(), TableError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Unreadable)?;
    if archive.len() > ENTRIES_MAX {
        return Err(TableError::Bomb);
    }
    let mut left = UNPACKED_MAX;
    let mut unpacked = Vec::new();
    for i in 0..archive.len() {
        let entry = archive.by_index(i).map_err(|_| TableError::Unreadable)?;
        let packed = entry.compressed_size().max(1);
        let strings = entry.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        unpacked.clear();
        let size = entry.take(left + 1).read_to_end(&mut unpacked).map_err(|_| TableError::Unreadable)? as u64;
        left = left.checked_sub(size).ok_or(TableError::TooLarge)?;
        if size > RATIO_FROM && size / packed > RATIO_MAX {
            return Err(TableError::Bomb);
        }
        if strings {
            check_strings(&unpacked)?;
        }
    }
    Ok(())
}

/// The shared strings are plain UTF-8, not too many, and say so. An encoding that hides ASCII letters
/// shows by its control characters.
fn check_strings(xml: &[u8]) -> Result<(), TableError> {
    if xml.iter().any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n')) {
        return Err(TableError::Unreadable);
    }
    if xml.iter().filter(|byte| **byte == b'<').count() > STRING_TAGS_MAX {
        return Err(TableError::TooLarge);
    }
    const COUNT: &[u8] = b"uniqueCount";
    let counts = xml.windows(COUNT.len()).enumerate().filter(|(_, window)| *window == COUNT);
    for (at, _) in counts {
        let after = xml[at + COUNT.len()..].iter().skip_while(|byte| !byte.is_ascii_digit());
        let digits: Vec<u8> = after.take_while(|byte| byte.is_ascii_digit()).take(20).copied().collect();
        let count: Option<usize> = std::str::from_utf8(&digits).ok().and_then(|text| text.parse().ok());
        if count.is_none_or(|count| count > STRINGS_MAX) {
            return Err(TableError::TooLarge);
        }
    }
    Ok(())
}

/// A cell as Excel shows it, but for a number of up to fifteen digits, which keeps them all.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(true) => "是".to_owned(),
        DataRef::Bool(false) => "否".to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// Excel keeps fifteen digits. A longer number has lost its end and is written so that it shows: an ID
/// number that was typed as a number must be typed again, not completed with zeros.
fn number_text(number: f64) -> String {
    if number.abs() >= 1e15 {
        return format!("{number:.14E}").replace('E', "E+");
    }
    // 0.1 + 0.2 is 0.3 to whoever looks at it.
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    shown.to_string()
}

fn moment_text(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return number_text(moment.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time =
        if (hour, minute, second) == (0, 0, 0) { String::new() } else { format!(" {hour:02}:{minute:02}:{second:02}") };
    format!("{year:04}-{month:02}-{day:02}{time}")
}
