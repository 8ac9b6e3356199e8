//! The decisions about what a seeker keeps, pure.

use crate::error::{Code, Error, FieldError, Result};

/// Positions one account may keep, and as many it may put away: lists that a person can still look through.
pub const MARKS_MAX: i64 = 500;
/// Searches one account may keep.
pub const SEARCHES_MAX: usize = 20;

/// Refuses one more mark past the limit.
pub fn mark(count: i64) -> Result<()> {
    if count < MARKS_MAX {
        return Ok(());
    }
    Err(Error::new(Code::WrongState).detail(format!("最多 {MARKS_MAX} 个，请先去掉一些")))
}

/// Checks a search to be kept: its name, its length, how many there are.
pub fn save_search(name: &str, query: &str, count: usize) -> Result<()> {
    let mut errors = Vec::new();
    if !(1..=40).contains(&name.trim().chars().count()) {
        errors.push(FieldError::new("/name", "length", "请给这个搜索起个名字，最多 40 个字"));
    }
    if query.chars().count() > 500 {
        errors.push(FieldError::new("/query", "too_long", "条件太多，请减少一些再保存"));
    }
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    if count >= SEARCHES_MAX {
        return Err(Error::new(Code::WrongState).detail(format!("最多保存 {SEARCHES_MAX} 个搜索，请先删去一些")));
    }
    Ok(())
}
