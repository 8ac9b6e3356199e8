//! CSV of whatever program wrote it: its encoding, its separator, its row numbers.

use std::borrow::Cow;

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::{Lines, Row, TableError};

pub fn read(bytes: &[u8]) -> Result<Vec<Row>, TableError> {
    let text = decode(bytes)?;
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut lines = Lines::default();
    let mut record = ::csv::StringRecord::new();
    let mut number = 0;
    loop {
        let start = reader.position().byte() as usize;
        if !reader.read_record(&mut record).map_err(|_| TableError::Unreadable)? {
            return Ok(lines.rows);
        }
        number += 1 + blank_lines(text.as_bytes(), start);
        for (column, cell) in record.iter().enumerate() {
            lines.put(number, column, cell)?;
        }
    }
}

/// The reader passes over blank lines; a spreadsheet counts them. Of a line end of two characters the
/// reader leaves the second to the record after it.
fn blank_lines(bytes: &[u8], start: usize) -> u32 {
    let rest = start > 0 && bytes[start - 1] == b'\r' && bytes.get(start) == Some(&b'\n');
    let mut at = start + usize::from(rest);
    let mut count = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => at += 2,
            b'\r' | b'\n' => at += 1,
            _ => break,
        }
        count += 1;
    }
    count
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
    let strange = |c: char| c.is_control() && !matches!(c, '\r' | '\n' | '\t') || ('\u{E000}'..='\u{F8FF}').contains(&c);
    if text.chars().any(strange) { Err(TableError::Encoding) } else { Ok(text) }
}

/// The separator that stands most often in the first lines, outside quotes.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    let mut lines = 0;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(separator, _)| *separator == byte).for_each(|(_, count)| *count += 1),
        }
        if lines == 5 {
            break;
        }
    }
    // The first of equals: a comma when there is none at all.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}
