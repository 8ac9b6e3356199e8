//! Checks what must always hold: the journal's chain, and what no sequence of actions may bring about.
//!
//! It only reads. A check that fails says where, by id, never with personal data.

use std::collections::BTreeSet;

use serde::Serialize;

use super::answer::Answer;
use super::serve::{open_index, open_store};
use super::{index, progress};
use crate::access::model::{Account, Grant, GrantState};
use crate::access::store::{self as access, AccountFilter};
use crate::config::Config;
use crate::employers::model::PositionState;
use crate::employers::store as employers;
use crate::error::{Error, Result};
use crate::people::model::{Person, Purpose, Verification};
use crate::people::{actions as people_actions, rules as people_rules, store as people};
use crate::store::{Db, Store, journal};
use crate::types::id::PersonId;
use crate::types::page::LIMIT_MAX;

/// Rows read in one go.
const BATCH: i64 = 500;
/// Of so many people one is opened: every batch has some, and a large table does not take minutes.
const OPENED_ONE_IN: usize = 10;
/// Findings named per check; the count says how many there are.
const NAMED_MAX: usize = 5;

/// What one check found.
#[derive(Clone, Debug, Serialize)]
struct Check {
    name: &'static str,
    passed: bool,
    /// How much was looked at.
    looked_at: i64,
    findings: Vec<String>,
}

impl Check {
    fn new(name: &'static str) -> Check {
        Check { name, passed: true, looked_at: 0, findings: Vec::new() }
    }

    fn fails(&mut self, finding: String) {
        self.passed = false;
        if self.findings.len() < NAMED_MAX {
            self.findings.push(finding);
        }
    }

    fn failed_with(name: &'static str, error: &Error) -> Check {
        let mut check = Check::new(name);
        check.fails(super::errors::sentence(error));
        check
    }

    fn line(&self) -> String {
        let sign = if self.passed { '✓' } else { '✗' };
        let mut line = format!("{sign} {}（{}）", self.name, self.looked_at);
        for finding in &self.findings {
            line.push_str(&format!("\n    {finding}"));
        }
        line
    }
}

/// How many documents the index ought to hold.
#[derive(Default)]
struct Expected {
    positions: usize,
    people: usize,
}

/// Runs every check; the answer has not passed when one fails.
pub fn verify(config: &Config) -> Result<Answer> {
    let store = open_store(config)?;
    let mut expected = Expected::default();
    let mut checks = vec![chain(&store)?];
    checks.extend(positions(&store, &mut expected)?);
    checks.extend(everybody(&store, &mut expected)?);
    checks.extend(accounts(&store)?);
    checks.push(index_cursor(config, &store, &expected)?);
    let mut answer = Answer::new(checks.iter().map(Check::line).collect::<Vec<_>>().join("\n"), &checks)?;
    answer.passed = checks.iter().all(|check| check.passed);
    Ok(answer)
}

fn chain(store: &Store) -> Result<Check> {
    const NAME: &str = "日志链完整，无改动、缺失或插入";
    let (head, _) = store.read_now(journal::head)?;
    let bar = progress::bar(head.unsigned_abs(), "日志");
    let rows = store.read_now(|db| journal::verify(db, &store.keys, |seq| bar.set_position(seq.unsigned_abs())));
    bar.finish_and_clear();
    Ok(match rows {
        Ok(rows) => Check { looked_at: rows, ..Check::new(NAME) },
        Err(error) => Check::failed_with(NAME, &error),
    })
}

fn positions(store: &Store, expected: &mut Expected) -> Result<[Check; 4]> {
    let mut hired = Check::new("录用人数不超过招聘人数");
    let mut verified = Check::new("开放岗位的单位都已核验");
    let mut sealed = Check::new("岗位联系人密文可解");
    let mut owned = Check::new("岗位都有所属单位");
    let mut after = None;
    loop {
        let (ids, rows) = store.read_now(|db| {
            let ids = employers::position_ids_after(db, after, BATCH)?;
            let rows = employers::positions_by_ids(db, &ids)?;
            Ok((ids, rows))
        })?;
        let Some(last) = ids.last() else { break };
        after = Some(*last);
        owned.looked_at += ids.len() as i64;
        let found: BTreeSet<_> = rows.iter().map(|(position, _)| position.id).collect();
        for id in ids.iter().filter(|id| !found.contains(id)) {
            owned.fails(format!("岗位 {id} 没有单位"));
        }
        for (at, (position, enterprise)) in rows.iter().enumerate() {
            hired.looked_at += 1;
            if !(0..=position.headcount).contains(&position.hired) {
                hired.fails(format!("岗位 {}：{} / {}", position.id, position.hired, position.headcount));
            }
            let is_open = position.state == PositionState::Open;
            verified.looked_at += i64::from(is_open);
            let is_verified = enterprise.verification == Verification::Verified;
            if is_open && !is_verified {
                verified.fails(format!("岗位 {}，单位 {}", position.id, enterprise.id));
            }
            // The same condition as the feed's, so that the counts can be compared.
            expected.positions += usize::from(is_open && is_verified && position.headcount_open() > 0);
            if let (Some(contact), true) = (&position.contact_sealed, at % OPENED_ONE_IN == 0) {
                sealed.looked_at += 1;
                if store.keys.open(employers::CONTACT, &position.id.to_string(), contact).is_err() {
                    sealed.fails(format!("岗位 {}", position.id));
                }
            }
        }
    }
    Ok([owned, hired, verified, sealed])
}

fn everybody(store: &Store, expected: &mut Expected) -> Result<[Check; 2]> {
    let mut profiles = Check::new("求职档案可读");
    let mut sealed = Check::new("求职者密文可解，盲索引相符");
    let mut after: Option<PersonId> = None;
    loop {
        let (ids, rows, shown) = store.read_now(|db| {
            let ids = people::ids_after(db, after, BATCH)?;
            let shown: BTreeSet<PersonId> = people::agreeing(db, &ids, Purpose::ShowEmployers)?.into_iter().collect();
            Ok((ids.clone(), people::by_ids(db, &ids)?, shown))
        })?;
        let Some(last) = ids.last() else { break };
        after = Some(*last);
        for (at, person) in rows.iter().enumerate() {
            profiles.looked_at += 1;
            if people_actions::profile_of(person).is_err() {
                profiles.fails(format!("求职者 {}", person.id));
            }
            expected.people += usize::from(people_rules::is_findable(person, shown.contains(&person.id)));
            if at % OPENED_ONE_IN == 0 {
                sealed.looked_at += 1;
                if !opens(store, person) {
                    sealed.fails(format!("求职者 {}", person.id));
                }
            }
        }
    }
    Ok([profiles, sealed])
}

fn opens(store: &Store, person: &Person) -> bool {
    let Ok(open) = people::open(&store.keys, person) else { return false };
    let blind = |index, text: Option<&String>| text.map(|text| store.keys.blind(index, text));
    store.keys.blind("people.name", &open.name) == person.name_blind
        && blind("people.id_number", open.id_number.as_ref()) == person.id_number_blind
        && blind("people.mobile", open.mobile.as_ref()) == person.mobile_blind
}

fn accounts(store: &Store) -> Result<[Check; 3]> {
    let mut sealed = Check::new("账号密文可解");
    let mut doubled = Check::new("没有重复的有效授权");
    let mut incompatible = Check::new("没有人同时担任不相容的角色");
    let mut after = None;
    loop {
        let rows = store.read_now(|db| with_grants(db, after))?;
        let Some((last, _)) = rows.last() else { break };
        after = Some(last.id);
        for (at, (account, grants)) in rows.iter().enumerate() {
            if at % OPENED_ONE_IN == 0 {
                sealed.looked_at += 1;
                if store.keys.open(access::NAME, &account.id.to_string(), &account.name_sealed).is_err() {
                    sealed.fails(format!("账号 {}", account.id));
                }
            }
            check_grants(grants, &mut doubled, &mut incompatible);
        }
    }
    Ok([sealed, doubled, incompatible])
}

type WithGrants = (Account, Vec<Grant>);

fn with_grants(db: &mut Db, after: Option<crate::types::id::AccountId>) -> Result<Vec<WithGrants>> {
    let mut rows = Vec::new();
    for account in access::accounts_page(db, &AccountFilter::default(), after, LIMIT_MAX)? {
        let mut grants = access::grants_of(db, account.id)?;
        grants.retain(|grant| grant.state == GrantState::Active);
        rows.push((account, grants));
    }
    Ok(rows)
}

fn check_grants(grants: &[Grant], doubled: &mut Check, incompatible: &mut Check) {
    doubled.looked_at += grants.len() as i64;
    incompatible.looked_at += 1;
    for (at, one) in grants.iter().enumerate() {
        for other in &grants[at + 1..] {
            let same = one.role == other.role
                && one.organisation_id == other.organisation_id
                && one.district == other.district;
            if same {
                doubled.fails(format!("账号 {}：{}", one.account_id, one.role));
            }
            if one.role.incompatible(other.role) {
                incompatible.fails(format!("账号 {}：{} 与 {}", one.account_id, one.role, other.role));
            }
        }
    }
}

/// The cursor never lies beyond the journal; where it is level, the index holds what the tables say.
fn index_cursor(config: &Config, store: &Store, expected: &Expected) -> Result<Check> {
    let mut check = Check::new("索引不超前于日志，内容与数据库一致");
    if !index::exists(config) {
        check.name = "索引尚未建立（serve 启动时建立）";
        return Ok(check);
    }
    let index = open_index(&config.index_dir(), store)?;
    let status = index.status();
    let (head, _) = store.read_now(journal::head)?;
    check.looked_at = (status.positions + status.people) as i64;
    if index.rebuilt() {
        check.fails("索引损坏或版本不符，已清空；serve 启动时重建".to_owned());
    } else if status.cursor > head.unsigned_abs() {
        check.fails(format!("索引 {}，日志 {head}", status.cursor));
    } else if status.cursor == head.unsigned_abs() {
        for (name, holds, should) in
            [("岗位", status.positions, expected.positions), ("人员", status.people, expected.people)]
        {
            if holds != should {
                check.fails(format!("{name}：索引 {holds}，数据库 {should}"));
            }
        }
    }
    Ok(check)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::permissions::Role;
    use crate::types::id::Id;

    fn grant(role: Role, district: Option<&str>) -> Grant {
        Grant {
            id: Id::only(),
            account_id: Id::only(),
            role,
            organisation_id: None,
            district: district.map(str::to_owned),
            state: GrantState::Active,
            asked_at: chrono::DateTime::UNIX_EPOCH.into(),
            asked_by: Id::only(),
            decided_at: None,
            decided_by: None,
        }
    }

    #[test]
    fn grants_that_must_not_stand_together_are_found() {
        let check = |grants: &[Grant], expected: (bool, bool)| {
            let (mut doubled, mut incompatible) = (Check::new("doubled"), Check::new("incompatible"));
            check_grants(grants, &mut doubled, &mut incompatible);
            assert_eq!((doubled.passed, incompatible.passed), expected, "{grants:?}");
        };
        let officer = |district| grant(Role::StationOfficer, Some(district));
        check(&[officer("330482001"), officer("330482002")], (true, true));
        check(&[officer("330482001"), officer("330482001")], (false, true));
        check(&[grant(Role::FinanceMaker, None), grant(Role::FinanceChecker, None)], (true, false));
    }

    #[test]
    fn a_check_counts_all_and_names_some() {
        let mut check = Check::new("check");
        (0..20).for_each(|at| check.fails(format!("row {at}")));
        assert!(!check.passed);
        assert_eq!(check.line().lines().count(), 1 + NAMED_MAX);
    }
}
