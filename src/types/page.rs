//! Pages of a list: a cursor says where the last page ended, so rows that arrive meanwhile neither
//! repeat nor vanish.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

/// Most rows a page may have.
pub const LIMIT_MAX: i64 = 100;
const LIMIT_DEFAULT: i64 = 20;

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
}

impl<T> Page<T> {
    /// Cuts `rows`, read with one more than `limit`, to a page.
    pub fn cut(mut rows: Vec<T>, limit: Limit, key: impl Fn(&T) -> String) -> Page<T> {
        let more = rows.len() as i64 > limit.rows();
        rows.truncate(limit.rows() as usize);
        let next = rows.last().filter(|_| more).map(|last| encode(&key(last)));
        Page { items: rows, next }
    }

    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
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
