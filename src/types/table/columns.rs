//! Which column of a file holds which field: as the person said, else guessed by the header's words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::types::identifiers::half_width;

/// A header that is less like every known one than this is not guessed: 岗位名称 and 企业名称 are 0.5
/// alike, 岗位名 and 岗位名称 0.75.
const LIKENESS_MIN: f64 = 0.7;

/// A field that a file may have, with the headers it is known by. The first is the one we write.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub headers: &'static [&'static str],
    pub required: bool,
}

coded! {
    /// How a column was found.
    pub enum Found {
        /// The person said so.
        Given = "given",
        /// The header is a known one.
        Known = "known",
        /// The header is like a known one: to be looked at.
        Similar = "similar",
        Absent = "absent",
    }
}

/// One field and its column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ColumnUse {
    pub field: String,
    /// The header as the file has it.
    pub column: Option<String>,
    pub found: Found,
    pub required: bool,
}

/// Which column holds which field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mapping {
    pub uses: Vec<ColumnUse>,
    /// Headers that no field takes.
    pub ignored: Vec<String>,
    columns: BTreeMap<&'static str, usize>,
}

/// Why a mapping cannot stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingError {
    /// No field is called that.
    UnknownField(String),
    /// The file has no such header.
    UnknownColumn { field: String, column: String },
    /// Two fields want the same column.
    Twice { column: String },
    /// A field that every row needs has no column.
    Missing { field: &'static str, header: &'static str },
}

impl MappingError {
    /// Field, code and Chinese sentence.
    pub fn parts(self) -> (String, &'static str, String) {
        match self {
            MappingError::UnknownField(field) => {
                let detail = format!("没有叫“{field}”的字段");
                (field, "unknown_field", detail)
            }
            MappingError::UnknownColumn { field, column } => {
                (field, "unknown_column", format!("表里没有叫“{column}”的列，请从表头里选"))
            }
            MappingError::Twice { column } => {
                let detail = format!("“{column}”一列被两个字段用了，请只留一个");
                (column, "repeated", detail)
            }
            MappingError::Missing { field, header } => {
                (field.to_owned(), "required", format!("没有找到“{header}”一列，请指定哪一列是它"))
            }
        }
    }
}

impl Mapping {
    /// The column of a field.
    pub fn column(&self, field: &str) -> Option<usize> {
        self.columns.get(field).copied()
    }

    /// The header of a field's column, as the file has it; the field's own when it has none.
    pub fn header(&self, field: &str) -> String {
        let used = self.uses.iter().find(|used| used.field == field);
        used.and_then(|used| used.column.clone()).unwrap_or_else(|| field.to_owned())
    }
}

/// Maps `fields` to `header`. `given` names columns by their header; an empty name keeps a field out.
pub fn map(
    fields: &'static [Field],
    header: &[String],
    given: &BTreeMap<String, String>,
) -> Result<Mapping, Vec<MappingError>> {
    let mut errors = Vec::new();
    let mut taken: BTreeMap<usize, (&'static str, Found)> = BTreeMap::new();
    for (name, column) in given {
        let field = fields.iter().find(|field| field.name == name);
        let at = header.iter().position(|title| plain(title) == plain(column));
        match (field, at) {
            (None, _) => errors.push(MappingError::UnknownField(name.clone())),
            (Some(_), _) if column.trim().is_empty() => {}
            (Some(_), None) => errors.push(MappingError::UnknownColumn { field: name.clone(), column: column.clone() }),
            (Some(field), Some(at)) => {
                if taken.insert(at, (field.name, Found::Given)).is_some() {
                    errors.push(MappingError::Twice { column: column.clone() });
                }
            }
        }
    }
    guess(fields, header, given, &mut taken);
    let columns: BTreeMap<&'static str, usize> = taken.iter().map(|(at, (name, _))| (*name, *at)).collect();
    let used = |field: &Field| match columns.get(field.name) {
        Some(at) => (Some(header[*at].clone()), taken[at].1),
        None => (None, Found::Absent),
    };
    for field in fields.iter().filter(|field| field.required && !columns.contains_key(field.name)) {
        errors.push(MappingError::Missing { field: field.name, header: field.headers[0] });
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let uses = fields.iter().map(|field| {
        let (column, found) = used(field);
        ColumnUse { field: field.name.to_owned(), column, found, required: field.required }
    });
    let ignored = header.iter().enumerate().filter(|(at, title)| !taken.contains_key(at) && !title.is_empty());
    Ok(Mapping { uses: uses.collect(), ignored: ignored.map(|(_, title)| title.clone()).collect(), columns })
}

/// Gives the free columns to the free fields, the likest pair first.
fn guess(
    fields: &'static [Field],
    header: &[String],
    given: &BTreeMap<String, String>,
    taken: &mut BTreeMap<usize, (&'static str, Found)>,
) {
    let mut pairs = Vec::new();
    for (order, field) in fields.iter().enumerate().filter(|(_, field)| !given.contains_key(field.name)) {
        for (at, title) in header.iter().enumerate().filter(|(at, title)| !taken.contains_key(at) && !title.is_empty())
        {
            let best = field.headers.iter().map(|known| likeness(&plain(title), &plain(known))).fold(0.0, f64::max);
            if best >= LIKENESS_MIN {
                pairs.push((best, order, at, field.name));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    for (best, _, at, name) in pairs {
        let free = !taken.contains_key(&at) && taken.values().all(|(used, _)| *used != name);
        if free {
            taken.insert(at, (name, if best >= 1.0 { Found::Known } else { Found::Similar }));
        }
    }
}

/// 1 for the same words. A known header inside a longer one counts by the share it has of it.
fn likeness(title: &str, known: &str) -> f64 {
    if title == known {
        return 1.0;
    }
    let (length, known_length) = (title.chars().count() as f64, known.chars().count() as f64);
    let inside = if known_length >= 2.0 && title.contains(known) { 0.4 + 0.59 * known_length / length } else { 0.0 };
    strsim::normalized_levenshtein(title, known).max(inside).min(0.99)
}

/// A header without blanks, marks and what stands in brackets: *岗位名称（必填） is 岗位名称.
fn plain(title: &str) -> String {
    let mut depth = 0_u32;
    let mut plain = String::new();
    for c in title.chars().map(half_width) {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            c if depth == 0 && c.is_alphanumeric() => plain.extend(c.to_lowercase()),
            _ => {}
        }
    }
    plain
}
