//! What a command has to say, for people and for machines, and how it stands on a terminal.

use serde::Serialize;
use serde_json::Value;

use crate::error::{Error, Result};

/// A command's answer. The caller prints one of its two forms.
#[derive(Clone, Debug)]
pub struct Answer {
    pub text: String,
    pub json: Value,
    /// `false`: the command did its work and what it looked at is not in order.
    pub passed: bool,
}

impl Answer {
    pub fn new(text: impl Into<String>, json: &impl Serialize) -> Result<Answer> {
        Ok(Answer { text: text.into(), json: serde_json::to_value(json).map_err(Error::internal)?, passed: true })
    }
}

/// Lines of columns, aligned on a terminal, where a Chinese character is two columns wide.
pub fn table(header: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    let mut widths: Vec<usize> = header.iter().map(|name| width(name)).collect();
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            widths[at] = widths[at].max(width(cell));
        }
    }
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).map(|(cell, wide)| {
            let gap = " ".repeat(wide.saturating_sub(width(cell)));
            // Numbers are read by their last digit.
            if is_number(cell) { format!("{gap}{cell}") } else { format!("{cell}{gap}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let body = rows.iter().map(|row| line(row.iter().map(String::as_str).collect()));
    std::iter::once(line(header.to_vec())).chain(body).collect()
}

/// At most `columns` columns of `text`.
pub fn cut(text: &str, columns: usize) -> String {
    let mut cut = String::new();
    let mut used = 0;
    for c in text.chars() {
        used += char_width(c);
        if used > columns {
            cut.pop();
            cut.push('…');
            break;
        }
        cut.push(c);
    }
    cut
}

fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Two columns for the East Asian wide blocks (Unicode UAX #11), one for the rest; nothing printed here
/// has combining marks.
fn char_width(c: char) -> usize {
    match u32::from(c) {
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 => 2,
        0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

fn is_number(cell: &str) -> bool {
    cell.chars().any(|c| c.is_ascii_digit()) && cell.chars().all(|c| c.is_ascii_digit() || ".,%–-×".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_and_latin_columns_stand_under_each_other() {
        let rows = vec![
            vec!["1".to_owned(), "92".to_owned(), "保安队长".to_owned(), "平湖市".to_owned()],
            vec!["10".to_owned(), "7".to_owned(), "Java 开发".to_owned(), "嘉兴".to_owned()],
        ];
        let lines = table(&["#", "匹配", "岗位", "地点"], &rows);
        assert_eq!(lines, ["#   匹配  岗位       地点", " 1    92  保安队长   平湖市", "10     7  Java 开发  嘉兴"]);
    }

    #[test]
    fn a_long_text_is_cut_by_columns() {
        assert_eq!(cut("保安队长", 8), "保安队长");
        assert_eq!(cut("保安队长", 7), "保安…");
        assert_eq!(cut("abc", 3), "abc");
    }
}
