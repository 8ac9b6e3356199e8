//! Looks at this node's search index, or makes it anew.

use search_index::{Index, Status};
use serde::Serialize;

use super::answer::Answer;
use super::progress;
use super::serve::{open_index, open_store};
use crate::config::Config;
use crate::error::{Code, Error, Result};
use crate::matching::feed;
use crate::store::{Store, journal};

#[derive(Serialize)]
struct IndexStatus {
    #[serde(flatten)]
    index: Status,
    journal_head: i64,
    /// Rows of the journal that the index has not read yet.
    behind: i64,
}

/// What the index holds and how far it has read.
pub fn status(config: &Config) -> Result<Answer> {
    let store = open_store(config)?;
    if !exists(config) {
        return Err(Error::new(Code::NotFound).detail("这台机器上还没有索引；serve 或 index rebuild 会建立它"));
    }
    let (journal_head, _) = store.read_now(journal::head)?;
    let index = open_index(&config.index_dir(), &store)?.status();
    let behind = journal_head - i64::try_from(index.cursor).map_err(Error::internal)?;
    let text = format!(
        "岗位 {}，人员 {}，分段 {}，{:.1} MB\n读到日志 {} / {}，{}",
        index.positions,
        index.people,
        index.segments,
        index.bytes as f64 / 1e6,
        index.cursor,
        journal_head,
        match behind {
            0 => "已是最新".to_owned(),
            1.. => format!("还差 {behind} 条（serve 运行时会自动跟上）"),
            _ => "比日志还新：索引属于另一个数据库，下次启动会重建".to_owned(),
        }
    );
    Answer::new(text, &IndexStatus { index, journal_head, behind })
}

/// Writes the whole index anew.
pub fn rebuild(config: &Config) -> Result<Answer> {
    let store = open_store(config)?;
    let index = open_index(&config.index_dir(), &store)?;
    let bar = progress::count("重建索引");
    let began = std::time::Instant::now();
    let written = feed::rebuild(&store, &index, |written| bar.set_position(written as u64))?;
    bar.finish_and_clear();
    let seconds = began.elapsed().as_secs_f64();
    let index = index.status();
    let text = format!("索引已重建：岗位 {}，人员 {}，用时 {seconds:.1} 秒", index.positions, index.people);
    Answer::new(text, &serde_json::json!({ "written": written, "seconds": seconds, "index": index }))
}

/// The index for a command that only asks: brought up to date unless a running server does that.
pub fn for_asking(config: &Config, store: &Store) -> Result<Index> {
    let index = open_index(&config.index_dir(), store)?;
    let (head, _) = store.read_now(journal::head)?;
    let is_behind = index.cursor() != head as u64;
    if is_behind && let Err(error) = feed::follow(store, &index) {
        // The server holds the writer and is half a second from being level; an empty index is no answer.
        if index.status().positions + index.status().people == 0 {
            return Err(error);
        }
        tracing::warn!(%error, "index_behind");
    }
    Ok(index)
}

/// Whether this node has an index at all; opening one would make it.
pub fn exists(config: &Config) -> bool {
    config.index_dir().join("meta.json").exists()
}
