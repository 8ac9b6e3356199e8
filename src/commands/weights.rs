//! The weights of a match: which are in use, a proposal from use, and its acceptance.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;
use search_index::{Lexicon, Weights};
use serde::Serialize;
use serde_json::json;

use super::answer::{Answer, table};
use super::serve::open_store;
use crate::access::model::AccountState;
use crate::access::{Actor, store as access};
use crate::config::Config;
use crate::error::{Code, Error, Result};
use crate::matching::learning::actions::{self, Proposal};
use crate::matching::learning::model::{WeightSet, WeightsState, shares_text};
use crate::matching::learning::report::{self, Report};
use crate::matching::learning::{self, evidence, rules, store as sets};
use crate::matching::words;
use crate::store::Store;
use crate::types::id::AccountId;

#[derive(Serialize)]
struct Known {
    version: u32,
    in_use: bool,
    state: WeightsState,
    weights: Vec<(&'static str, u8)>,
    decided_by: Option<AccountId>,
}

/// The weights of the build and of this installation, the newest first.
pub fn list(config: &Config) -> Result<Answer> {
    let store = open_store(config)?;
    let (in_use, all) = store.read_now(|db| Ok((learning::in_use(db)?, sets::sets(db)?)))?;
    let known = |weights: Weights, state, decided_by| Known {
        version: weights.version(),
        in_use: weights.version() == in_use.version(),
        state,
        weights: weights.shares().into_iter().map(|(part, weight)| (part.code(), weight)).collect(),
        decided_by,
    };
    let mut rows = Vec::new();
    for set in all.iter().filter(|set| !set.is_built_in()) {
        // One that was made for other parts cannot be used, and is left out.
        rows.extend(set.weights().map(|weights| known(weights, set.state, set.decided_by)));
    }
    rows.push(known(Lexicon::get().weights(), WeightsState::Accepted, None));
    let parts: Vec<&str> = in_use.shares().iter().map(|(part, _)| words::part(*part)).collect();
    let header: Vec<&str> = ["版本", "状态"].into_iter().chain(parts).collect();
    let line = |known: &Known| -> Vec<String> {
        let state = match (known.in_use, known.state) {
            (true, _) => "在用",
            (_, WeightsState::Proposed) => "待接受",
            (_, WeightsState::Accepted) => "用过",
        };
        let weights = known.weights.iter().map(|(_, weight)| weight.to_string());
        [known.version.to_string(), state.to_owned()].into_iter().chain(weights).collect()
    };
    Answer::new(table(&header, &rows.iter().map(line).collect::<Vec<_>>()).join("\n"), &rows)
}

/// Fits weights to what people did since a day, writes the report, and keeps the proposal to be decided about.
pub fn propose(config: &Config, since: NaiveDate, out: &Path, by: AccountId) -> Result<Answer> {
    let store = open_store(config)?;
    let today = store.clock.now().day();
    if since > today || (today - since).num_days() > rules::KEPT_DAYS {
        let detail = format!("--since：{} 天之内的一天", rules::KEPT_DAYS);
        return Err(Error::new(Code::InvalidQuery).detail(detail));
    }
    let actor = administrator(&store, by)?;
    let in_use = store.read_now(learning::in_use)?;
    let report = report::propose(&evidence::gather(&store, since)?, &in_use, since)?;
    // Before the proposal stands: one that nobody can read must not.
    let mut file = new_file(out)?;
    let kept = keep(&store, &actor, &report);
    if kept.is_err() {
        // Best effort: an empty file says nothing.
        let _ = std::fs::remove_file(out);
    }
    let set = kept?;
    file.write_all(report::text(&report, set.version).as_bytes()).map_err(Error::internal)?;
    let text = format!(
        "提议了版本 {}，报告写在 {}。现在什么都没有变；另一名系统管理员看过报告后可以接受：\n  muster weights accept {} --by 账号编号",
        set.version,
        out.display(),
        set.version
    );
    Answer::new(text, &json!({ "version": set.version, "report": report }))
}

fn keep(store: &Store, actor: &Actor, report: &Report) -> Result<WeightSet> {
    let weights = Weights::new(report.based_on, &report.shares()).map_err(Error::internal)?;
    let evidence = json!({ "since": report.since, "counts": report.counts, "checked": report.checked });
    let proposal =
        Proposal { shares: shares_text(&weights), based_on: report.based_on as i32, evidence: evidence.to_string() };
    store.write_now(actor.author(), |tx| actions::propose(tx, actor, &proposal))
}

fn new_file(path: &Path) -> Result<std::fs::File> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Error::new(Code::Conflict).detail(format!("{} 已经存在，请换个名字", path.display()))
        }
        _ => Error::internal(error),
    })
}

/// Accepts a proposal: every match from now on is made with it.
pub fn accept(config: &Config, version: u32, by: AccountId) -> Result<Answer> {
    let store = open_store(config)?;
    let version = i32::try_from(version).map_err(|_| Error::from(Code::NotFound))?;
    let actor = administrator(&store, by)?;
    let set = store.write_now(actor.author(), |tx| {
        let set = actions::accept(tx, &actor, version)?;
        // What does not fit this build would be passed over without anybody noticing.
        let unfit = |why| Error::new(Code::WrongState).detail(format!("这组权重不适用于当前版本：{why}"));
        set.weights().map_err(unfit)?;
        Ok(set)
    })?;
    Answer::new(format!("权重版本 {} 现在起生效。", set.version), &json!({ "version": set.version }))
}

/// The account that whoever stands at the machine answers for: it has to hold the role, as over HTTP.
fn administrator(store: &Store, account: AccountId) -> Result<Actor> {
    let holdings = store.read_now(|db| {
        let standing = access::account(db, account)?.state;
        if standing != AccountState::Active {
            return Err(Code::Forbidden.into());
        }
        access::holdings(db, account)
    })?;
    Ok(Actor::new(account, None, holdings))
}
