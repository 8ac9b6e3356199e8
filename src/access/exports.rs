//! Accounts and the journal as tables (账号导出、审计导出): what their pages list, names masked as there.

use crate::store::journal::Event;
use crate::types::region::Division;
use crate::types::table::{Column, cells};

use super::model::AccountState;
use super::permissions::Role;
use super::routes::AccountBody;
use super::routes::administration::journal::JournalBody;

pub const ACCOUNTS: &[Column] =
    &[Column::new("姓名", 12), Column::new("状态", 10), Column::new("角色", 48), Column::new("账号编号", 40)];

pub const JOURNAL: &[Column] = &[
    Column::new("序号", 10),
    Column::new("时间", 22),
    Column::new("操作人", 12),
    Column::new("操作", 26),
    Column::new("对象编号", 40),
    Column::new("明细", 48),
    Column::new("操作账号编号", 40),
];

pub fn account_row(account: &AccountBody) -> Vec<String> {
    let state = match account.state {
        AccountState::Active => "正常",
        AccountState::Disabled => "已停用",
    };
    let roles: Vec<String> = account
        .roles
        .iter()
        .map(|role| match role.district.as_deref().map(str::parse::<Division>) {
            Some(Ok(district)) => format!("{}（{}）", role_text(role.role), district.full_name()),
            _ => role_text(role.role).to_owned(),
        })
        .collect();
    vec![account.name.clone(), state.to_owned(), cells::list_text(&roles), account.id.to_string()]
}

/// The details stay codes, as they are in the chain of the journal.
pub fn journal_row(row: &JournalBody) -> Vec<String> {
    let details = if row.details.is_null() { String::new() } else { row.details.to_string() };
    vec![
        row.seq.to_string(),
        row.at.text(),
        row.account_name.clone().unwrap_or_else(|| "系统".to_owned()),
        event_text(row.event).to_owned(),
        row.subject.clone(),
        details,
        row.account_id.map(|id| id.to_string()).unwrap_or_default(),
    ]
}

fn role_text(role: Role) -> &'static str {
    match role {
        Role::Veteran => "退役军人",
        Role::Spouse => "军属",
        Role::EmployerRepresentative => "用人单位经办人",
        Role::Mentor => "就业创业导师",
        Role::Organizer => "招聘会组织者",
        Role::StationOfficer => "服务站工作人员",
        Role::FinanceMaker => "财务经办",
        Role::FinanceChecker => "财务复核",
        Role::SystemAdministrator => "系统管理员",
        Role::SecurityAdministrator => "安全管理员",
        Role::Auditor => "审计员",
    }
}

fn event_text(event: Event) -> &'static str {
    match event {
        Event::AccountOpened => "注册账号",
        Event::AccountDisabled => "停用账号",
        Event::AccountEnabled => "恢复账号",
        Event::PasswordChanged => "改密码",
        Event::SessionOpened => "登录",
        Event::SessionClosed => "退出登录",
        Event::SessionStolen => "登录凭证被盗用，已强制退出",
        Event::SignInBlocked => "登录试错太多，暂停登录",
        Event::TokenIssued => "生成接口令牌",
        Event::TokenRevoked => "撤销接口令牌",
        Event::CodeIssued => "给出一次性代码",
        Event::GrantAsked => "申请角色",
        Event::GrantApproved => "批准角色",
        Event::GrantRefused => "不批准角色",
        Event::GrantRevoked => "收回角色",
        Event::PersonEntered => "建立档案",
        Event::PersonChanged => "修改档案",
        Event::PersonLinked => "本人账号领取档案",
        Event::PersonUnlinked => "档案与账号解除关联",
        Event::PersonVerified => "核验通过",
        Event::PersonRefused => "核验不通过",
        Event::PersonRevealed => "查看隐藏的信息",
        Event::PersonRemoved => "删除档案",
        Event::ConsentGiven => "给出同意",
        Event::ConsentWithdrawn => "撤回同意",
        Event::StationOpened => "新增服务站",
        Event::StationChanged => "修改服务站",
        Event::StationClosed => "撤下服务站",
        Event::SpecialityProposed => "提出军事专业对照变更",
        Event::SpecialityAccepted => "复核通过军事专业对照变更",
        Event::SpecialityRefused => "复核不通过军事专业对照变更",
        Event::SpecialityWithdrawn => "撤回军事专业对照变更",
        Event::SpecialityUndone => "撤销生效的军事专业对照",
        Event::OrganisationRegistered => "登记单位",
        Event::OrganisationChanged => "修改单位信息",
        Event::OrganisationVerified => "单位核验通过",
        Event::OrganisationRefused => "单位核验不通过",
        Event::MembershipBegun => "加入协会",
        Event::MembershipEnded => "退出协会",
        Event::PositionDrafted => "写岗位草稿",
        Event::PositionChanged => "修改岗位",
        Event::PositionPublished => "发布岗位",
        Event::PositionPaused => "暂停岗位",
        Event::PositionRenewed => "延长岗位期限",
        Event::PositionClosed => "关闭岗位",
        Event::PositionRemoved => "删除岗位",
        Event::PositionSaved => "收藏岗位",
        Event::PositionDismissed => "标记岗位不合适",
        Event::PositionUnmarked => "取消对岗位的标记",
        Event::ViewSaved => "保存列表视图",
        Event::ViewDropped => "删除列表视图",
        Event::SearchSaved => "保存搜索",
        Event::SearchDropped => "删除保存的搜索",
        Event::ImportCommitted => "导入表格",
        Event::ImportUndone => "撤销导入",
        Event::WeightsProposed => "提议匹配权重",
        Event::WeightsAccepted => "采用匹配权重",
        Event::JobRetried => "重新运行后台任务",
        Event::InstanceInitialised => "系统初始化",
    }
}
