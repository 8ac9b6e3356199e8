//! What only somebody at the machine may do.

use super::answer::{Answer, table};
use super::serve::open_store;
use crate::access::{Actor, actions};
use crate::config::Config;
use crate::error::{Code, Error, Result};
use crate::store::journal::Author;
use crate::store::queue::{self, JobState};
use crate::types::id::{AccountId, JobId};

/// Jobs shown at once.
const JOBS_MAX: i64 = 200;

/// Lists the jobs that gave up.
pub fn dead_jobs(config: &Config) -> Result<Answer> {
    let store = open_store(config)?;
    let jobs = store.read_now(|db| queue::list(db, JobState::Dead, JOBS_MAX))?;
    if jobs.is_empty() {
        return Answer::new("没有失败搁置的任务。", &jobs);
    }
    let rows: Vec<Vec<String>> = jobs
        .iter()
        .map(|job| {
            let error = job.last_error.clone().unwrap_or_default();
            vec![job.id.to_string(), job.kind.to_string(), job.attempts.to_string(), error, job.created_at.to_string()]
        })
        .collect();
    let lines = table(&["编号", "任务", "次数", "最后的错误", "创建于"], &rows);
    Answer::new(lines.join("\n"), &jobs)
}

/// Gives a dead job a new life; a running server takes it within a second.
pub fn retry_job(config: &Config, id: JobId) -> Result<Answer> {
    let store = open_store(config)?;
    let job = store.write_now(Author::SYSTEM, |tx| actions::retry_job(tx, &Actor::system(), id))?;
    Answer::new(format!("任务 {} 已重新排队。", job.id), &job)
}

/// Makes a new one-time code for the first administrator, while there is no account.
pub fn bootstrap_code(config: &Config) -> Result<Answer> {
    let store = open_store(config)?;
    let code = store.write_now(Author::SYSTEM, |tx| actions::prepare_bootstrap(tx, &Actor::system()))?;
    let Some(code) = code else {
        return Err(Error::new(Code::Conflict).detail("已经有账号了；新的管理员由安全管理员授权"));
    };
    let text = format!("一次性初始化码：{code}\n用于 POST /api/bootstrap，使用一次后失效；之前的码已作废。");
    Answer::new(text, &serde_json::json!({ "code": code }))
}

/// A code for somebody nobody else may give one to: accounts with roles of administration or finance.
pub fn password_code(config: &Config, account: AccountId) -> Result<Answer> {
    let store = open_store(config)?;
    let issued = store.write_now(Author::SYSTEM, |tx| actions::issue_password_code(tx, &Actor::system(), account))?;
    let text = format!("重设密码的码：{}\n{} 前有效，使用一次后失效；之前的码已作废。", issued.code, issued.expires_at);
    Answer::new(text, &serde_json::json!({ "code": issued.code, "expires_at": issued.expires_at }))
}
