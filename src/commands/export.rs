//! Writing files at the machine itself.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde::Serialize;

use super::answer::Answer;
use super::serve::open_store;
use crate::access::permissions::Action;
use crate::access::{Actor, Scope};
use crate::config::Config;
use crate::employers::exports::COLUMNS;
use crate::employers::routes::exports;
use crate::employers::store::{PositionFilter, PositionSort};
use crate::error::{Code, Error, Result};
use crate::http::written;
use crate::people::exports as people_exports;
use crate::people::store::PeopleFilter;
use crate::store::journal::Author;
use crate::types::page::Order;

#[derive(Serialize)]
struct Exported {
    file: String,
    bytes: usize,
}

/// Writes the positions of a filter as XLSX, as the web page does.
pub fn positions(config: &Config, out: &Path, filter: &PositionFilter) -> Result<Answer> {
    let store = open_store(config)?;
    let scope = scope(Action::ExportPositions)?;
    let rows = store.read_now(|db| exports::positions(db, &store.keys, &scope, filter, PositionSort::Newest))?;
    save(out, &written("岗位", COLUMNS, &rows)?)
}

/// Writes the people of a filter as XLSX: masked, or `clear` with names, numbers and whole profiles, for
/// another installation to import. That is recorded for each of them, like every look at a person.
pub fn people(config: &Config, out: &Path, filter: &PeopleFilter, clear: bool) -> Result<Answer> {
    let store = open_store(config)?;
    let scope = scope(Action::ExportPeople)?;
    let columns = people_exports::columns(clear);
    let bytes = if clear {
        // A file that is refused leaves no record behind.
        store.write_now(Author::SYSTEM, |tx| {
            written("人员", &columns, &people_exports::clear(tx, &Actor::system(), filter)?)
        })?
    } else {
        let rows = store.read_now(|db| exports::masked_people(db, &store.keys, &scope, filter, Order::Newest))?;
        written("人员", &columns, &rows)?
    };
    save(out, &bytes)
}

fn scope(action: Action) -> Result<Scope> {
    Actor::system().may(action)
}

/// A new file that only its owner can read; one that stands already stays as it is.
fn save(out: &Path, bytes: &[u8]) -> Result<Answer> {
    let mut options = std::fs::OpenOptions::new();
    let failed = |error: std::io::Error| Error::new(Code::Conflict).detail(format!("{}：{error}", out.display()));
    let mut file = options.write(true).create_new(true).mode(0o600).open(out).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    let exported = Exported { file: out.display().to_string(), bytes: bytes.len() };
    Answer::new(format!("已写入 {}（{} 字节）", exported.file, exported.bytes), &exported)
}
