//! Pages of a list: a cursor says where the last page ended, so rows that arrive meanwhile neither
//! repeat nor vanish.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

/// Most rows a page may have.
pub const LIMIT_MAX: i64 = 100;
const LIMIT_DEFAULT: i64 = 20;

crate::coded! {
    /// The order of a list whose rows came one by one.
    pub enum Order {
        Oldest = "created_at",
        Newest = "-created_at",
    }
}

/// How much of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit(i64);

impl Limit {
    /// `None` is 20; anything outside 1–100 is refused.
    pub fn new(asked: Option<i64>) -> Option<Limit> {
        match asked {
            None => Some(Limit(LIMIT_DEFAULT)),
            Some(n) if (1..=LIMIT_MAX).contains(&n) => Some(Limit(n)),
            Some(_) => None,
        }
    }

    pub fn rows(self) -> i64 {
        self.0
    }
}

/// One page of `T`, and the cursor of the next when there is one.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Pass it as `cursor` to get the next page; absent on the last.
    pub next: Option<String>,
    /// Rows of the whole list.
    pub total: i64,
}

impl<T> Page<T> {
    /// Cuts `rows`, read with one more than `limit`, to a page.
    pub fn cut(mut rows: Vec<T>, limit: Limit, total: i64, key: impl Fn(&T) -> String) -> Page<T> {
        let more = rows.len() as i64 > limit.rows();
        rows.truncate(limit.rows() as usize);
        let next = rows.last().filter(|_| more).map(|last| encode(&key(last)));
        Page { items: rows, next, total }
    }

    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next, total: self.total }
    }

    /// [`Page::map`] with what can fail.
    pub fn try_map<U, E>(self, f: impl FnMut(T) -> Result<U, E>) -> Result<Page<U>, E> {
        let items = self.items.into_iter().map(f).collect::<Result<_, E>>()?;
        Ok(Page { items, next: self.next, total: self.total })
    }
}

/// A cursor is opaque to clients, so that what it holds may change.
pub fn encode(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

/// `None`: not a cursor of ours.
pub fn decode(cursor: &str) -> Option<String> {
    String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()
}
