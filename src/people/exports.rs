//! People as a table (人员导出). For officers masked, as every list is. In the clear only for whoever runs
//! this installation, with the whole profile, so that [`super::imports`] of another can read it.

use serde_json::json;

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::journal::Event;
use crate::types::page::Order;
use crate::types::table::{Column, ROWS_MAX, cells};

use super::actions::profile_of;
use super::imports::{PROFILE_HEADER, kind_text, purpose_text};
use super::model::{Person, Profile, Purpose, Verification};
use super::store::{self, PeopleFilter};

const COLUMNS: &[Column] = &[
    Column::new("姓名", 12),
    Column::new("身份证号", 22),
    Column::new("手机号", 16),
    Column::new("人员类别", 12),
    Column::new("居住地", 36),
    Column::new("居住地代码", 16),
    Column::new("核验状态", 12),
    Column::new("登记日期", 12),
];
const CLEAR: &[Column] = &[Column::new("同意事项", 30), Column::new(PROFILE_HEADER, 40)];

/// Name, ID number and mobile number as this table is to show them.
pub struct Shown {
    pub name: String,
    pub id_number: Option<String>,
    pub mobile: Option<String>,
}

/// The columns of [`row`].
pub fn columns(clear: bool) -> Vec<Column> {
    [COLUMNS, if clear { CLEAR } else { &[] }].concat()
}

/// One person; with consents and profile only in a table in the clear.
pub fn row(person: &Person, shown: Shown, clear: Option<(&[Purpose], &Profile)>) -> Result<Vec<String>> {
    let mut row = vec![
        shown.name,
        shown.id_number.unwrap_or_default(),
        shown.mobile.unwrap_or_default(),
        kind_text(person.kind).to_owned(),
        person.division.full_name(),
        person.division.code().to_owned(),
        match person.verification {
            Verification::Unverified => "未核验",
            Verification::Verified => "已核验",
            Verification::Refused => "未通过",
        }
        .to_owned(),
        person.created_at.day().to_string(),
    ];
    if let Some((consents, profile)) = clear {
        let consents: Vec<String> = consents.iter().map(|purpose| purpose_text(*purpose).to_owned()).collect();
        row.push(cells::list_text(&consents));
        row.push(serde_json::to_string(profile).map_err(Error::internal)?);
    }
    Ok(row)
}

/// The people of a filter in the clear; each is recorded as looked at.
pub fn clear(tx: &mut Tx, actor: &Actor, filter: &PeopleFilter) -> Result<Vec<Vec<String>>> {
    let scope = actor.may(Action::ExportPeople)?;
    let keys = tx.keys().clone();
    // One row too many, and the file is refused.
    let found = store::list(tx, &scope, filter, Order::Newest, None, ROWS_MAX as i64 + 1)?;
    let mut rows = Vec::with_capacity(found.len());
    for person in &found {
        let open = store::open(&keys, person)?;
        let standing = store::consents(tx, person.id)?.into_iter().filter(|consent| consent.withdrawn_at.is_none());
        let consents: Vec<Purpose> = standing.map(|consent| consent.purpose).collect();
        let shown = Shown { name: open.name, id_number: open.id_number, mobile: open.mobile };
        rows.push(row(person, shown, Some((&consents, &profile_of(person)?)))?);
        tx.record_with(Event::PersonRevealed, person.id, json!({ "field": "all", "why": "export" }));
    }
    Ok(rows)
}
