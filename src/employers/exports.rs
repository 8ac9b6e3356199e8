//! Positions as a table (岗位导出), in the columns that [`super::imports`] reads, so that what goes out can
//! come in again; a few more tell what became of each.

use crate::error::{Error, Result};
use crate::people::model::Verification;
use crate::types::money::Pay;
use crate::types::table::cells::{self, shift_text, yes_no_text};
use crate::types::table::{Column, pay};

use super::model::{ClosedWhy, Organisation, OrganisationKind, Position, PositionState, Requirement, UnlawfulBody};
use super::store;

/// Most rows of one file: as many as an import takes.
pub const ROWS_MAX: usize = crate::types::table::ROWS_MAX;

/// The columns, in order; a cell's column is its place in [`row`].
pub const COLUMNS: &[Column] = &[
    Column::new("单位名称", 32),
    Column::new("统一社会信用代码", 22),
    Column::new("岗位名称", 24),
    Column::new("职业代码", 12),
    Column::new("招聘人数", 10),
    Column::new("薪资待遇", 22),
    Column::new("工作地区", 32),
    Column::new("工作地区代码", 14),
    Column::new("工作地址", 30),
    Column::new("学历要求", 10),
    Column::new("工作经验", 10),
    Column::new("班制", 10),
    Column::new("是否提供住宿", 14),
    Column::new("退役军人优先", 14),
    Column::new("必备要求", 36),
    Column::new("加分要求", 36),
    Column::new("岗位描述", 60),
    Column::new("联系人", 24),
    Column::new("有效期至", 12),
    Column::new("状态", 10),
    Column::new("已录用", 10),
    Column::new("单位核验", 10),
    Column::new("待改条件", 40),
    Column::new("发布日期", 12),
];

/// One position; `contact` has been opened by whoever may.
pub fn row(position: &Position, enterprise: &Organisation, contact: Option<String>) -> Result<Vec<String>> {
    let requirements = store::requirements(position)?;
    let unlawful: Vec<UnlawfulBody> = serde_json::from_str(&position.findings).map_err(Error::internal)?;
    let unlawful: Vec<String> = unlawful.into_iter().map(|one| one.matched).collect();
    let months = position.pay_months.and_then(|months| u8::try_from(months).ok());
    let pay = match (position.pay_min, position.pay_max, position.pay_unit) {
        (Some(min), Some(max), Some(unit)) => Pay::new(min, max, unit, months).ok(),
        _ => None,
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    Ok(vec![
        enterprise.name.clone(),
        text(&enterprise.credit_code),
        position.title.clone(),
        text(&position.occupation),
        position.headcount.to_string(),
        pay.map_or("面议".to_owned(), pay::text),
        position.division.full_name(),
        position.division.code().to_owned(),
        text(&position.address),
        position.degree_min.map(|degree| degree.level().name.clone()).unwrap_or_default(),
        position.experience_years_min.map(|years| years.to_string()).unwrap_or_default(),
        position.shift.map(shift_text).unwrap_or_default().to_owned(),
        position.housing.map(yes_no_text).unwrap_or_default().to_owned(),
        yes_no_text(position.veteran_preference).to_owned(),
        requirements_text(&requirements, true),
        requirements_text(&requirements, false),
        position.description.clone(),
        contact.unwrap_or_default(),
        position.valid_until.to_string(),
        state_text(position).to_owned(),
        position.hired.to_string(),
        verification_text(enterprise.verification).to_owned(),
        cells::list_text(&unlawful),
        position.published_at.map(|at| at.day().to_string()).unwrap_or_default(),
    ])
}

/// Each with its kind, so that it comes back as what it was.
fn requirements_text(requirements: &[Requirement], must: bool) -> String {
    let kept = requirements.iter().filter(|requirement| requirement.must == must);
    let named = kept.map(|requirement| format!("{}：{}", cells::kind_text(requirement.kind), requirement.name));
    cells::list_text(&named.collect::<Vec<_>>())
}

/// What an officer's list of organisations shows, and what registers keep beside it.
pub const ORGANISATIONS: &[Column] = &[
    Column::new("单位名称", 32),
    Column::new("类别", 12),
    Column::new("统一社会信用代码", 22),
    Column::new("没有信用代码的原因", 24),
    Column::new("所在地", 32),
    Column::new("所在地代码", 14),
    Column::new("地址", 30),
    Column::new("行业", 20),
    Column::new("核验状态", 10),
    Column::new("核对过的材料", 36),
    Column::new("未通过的原因", 36),
    Column::new("核验日期", 12),
    Column::new("登记日期", 12),
];

pub fn organisation_row(organisation: &Organisation) -> Vec<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    // Of a refusal the same field holds the reason.
    let what = |of: Verification| {
        if organisation.verification == of { text(&organisation.verified_what) } else { String::new() }
    };
    let kind = match organisation.kind {
        OrganisationKind::Enterprise => "企业",
        OrganisationKind::Association => "协会",
    };
    vec![
        organisation.name.clone(),
        kind.to_owned(),
        text(&organisation.credit_code),
        text(&organisation.no_credit_code_reason),
        organisation.division.full_name(),
        organisation.division.code().to_owned(),
        text(&organisation.address),
        text(&organisation.industry),
        verification_text(organisation.verification).to_owned(),
        what(Verification::Verified),
        what(Verification::Refused),
        organisation.verified_at.map(|at| at.day().to_string()).unwrap_or_default(),
        organisation.created_at.day().to_string(),
    ]
}

fn state_text(position: &Position) -> &'static str {
    match (position.state, position.closed_why) {
        (PositionState::Draft, _) => "草稿",
        (PositionState::Open, _) => "招聘中",
        (PositionState::Paused, _) => "已暂停",
        (PositionState::Closed, Some(ClosedWhy::Filled)) => "已招满",
        (PositionState::Closed, Some(ClosedWhy::Expired)) => "已过期",
        (PositionState::Closed, _) => "已关闭",
    }
}

pub fn verification_text(verification: Verification) -> &'static str {
    match verification {
        Verification::Unverified => "未核验",
        Verification::Verified => "已核验",
        Verification::Refused => "未通过",
    }
}
