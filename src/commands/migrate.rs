//! Brings the database's tables up to date.

use serde::Serialize;

use super::answer::Answer;
use super::serve::open_store;
use crate::config::Config;
use crate::error::Result;
use crate::store::journal;

#[derive(Serialize)]
struct Migrated {
    database: String,
    journal_rows: i64,
}

/// Opening migrates; this opens, and says what is there.
pub fn migrate(config: &Config) -> Result<Answer> {
    let store = open_store(config)?;
    let (journal_rows, _) = store.read_now(journal::head)?;
    let database = without_password(&config.database_url);
    let text = format!("数据库已是最新结构：{database}（日志 {journal_rows} 条）");
    Answer::new(text, &Migrated { database, journal_rows })
}

/// The address without what stands between user and host: it is printed.
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    match rest.rsplit_once('@') {
        Some((user, host)) => format!("{scheme}://{}@{host}", user.split(':').next().unwrap_or_default()),
        None => format!("{scheme}://{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_printed() {
        let check = |url: &str, printed: &str| assert_eq!(without_password(url), printed);
        check("postgres://muster:s3cret@db:5432/muster", "postgres://muster@db:5432/muster");
        check("postgres://muster:p@ss@db/muster?password=x", "postgres://muster@db/muster");
        check("postgres://db/muster", "postgres://db/muster");
        check("sqlite:data/muster.db", "sqlite:data/muster.db");
    }
}
