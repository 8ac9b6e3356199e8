//! CSV of whatever program wrote it: its encoding, its separator, its row numbers.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Lines, Row, TableError};

/// Most cells of one row, empty ones included: some programs write 256 of them.
const CELLS_MAX: usize = 1_000;

/// Splits by hand (RFC 4180, forgiving), because a reader of records keeps a whole row before anyone can
/// count it: nine million separators in one row made the csv crate hold 400 MB. The number of a row is
/// the one a spreadsheet shows: blank lines count, line breaks inside quotes do not.
pub fn read(bytes: &[u8]) -> Result<Vec<Row>, TableError> {
    let text = decode(bytes)?;
    let separator = separator(&text);
    let mut lines = Lines::default();
    let (mut number, mut column, mut quoted) = (1, 0, false);
    let mut cell = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if quoted => quoted = false,
            c if quoted => cell.push(c),
            // A quote inside a bare cell is a character like others.
            '"' if cell.is_empty() => quoted = true,
            '\r' if chars.peek() == Some(&'\n') => {}
            c if c == separator || c == '\n' || c == '\r' => {
                lines.put(number, column, &cell)?;
                cell.clear();
                (number, column) = if c == separator { (number, column + 1) } else { (number + 1, 0) };
                if column > CELLS_MAX {
                    return Err(TableError::TooManyColumns);
                }
            }
            c => cell.push(c),
        }
    }
    lines.put(number, column, &cell)?;
    Ok(lines.rows)
}

/// UTF-8 with or without its mark, UTF-16 by its mark, else GB18030, which GBK and GB 2312 are part of.
/// A text file has no control characters; binary data read as GB18030 has plenty.
fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, TableError> {
    let (encoding, rest) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (UTF_8, rest),
        [0xFF, 0xFE, rest @ ..] => (UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => (UTF_16BE, rest),
        rest if std::str::from_utf8(rest).is_ok() => (UTF_8, rest),
        rest => (GB18030, rest),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest).ok_or(TableError::Encoding)?;
    let strange =
        |c: char| c.is_control() && !matches!(c, '\r' | '\n' | '\t') || ('\u{E000}'..='\u{F8FF}').contains(&c);
    if text.chars().any(strange) { Err(TableError::Encoding) } else { Ok(text) }
}

/// The separator that stands most often in the first lines, outside quotes.
fn separator(text: &str) -> char {
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let mut quoted = false;
    let mut lines = 0;
    for c in text.chars() {
        match c {
            '"' => quoted = !quoted,
            '\n' if !quoted => lines += 1,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(separator, _)| *separator == c).for_each(|(_, count)| *count += 1),
        }
        if lines == 5 {
            break;
        }
    }
    // The first of equals: a comma when there is none at all.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(separator, _)| *separator)
}
