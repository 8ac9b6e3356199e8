//! The decisions of access, pure: attempts, passwords, sessions, grants.

use chrono::Duration;

use crate::error::{Code, Error, FieldError, Result};
use crate::types::id::AccountId;
use crate::types::time::Moment;

use super::model::{Account, AccountState, Attempts, Closed, CodeKind, Grant, GrantState, List, OneTimeCode, Session};
use super::permissions::{Reach, Role};

/// How often a secret may be tried.
#[derive(Clone, Copy, Debug)]
pub struct AttemptLimit {
    pub count: i32,
    pub window: Duration,
}

/// Per account: 5 in 10 minutes.
pub const PER_ACCOUNT: AttemptLimit = AttemptLimit { count: 5, window: Duration::minutes(10) };
/// Per network (IPv4 /24, IPv6 /64): 20 in a minute.
pub const PER_NETWORK: AttemptLimit = AttemptLimit { count: 20, window: Duration::minutes(1) };
const BLOCK_FIRST: Duration = Duration::minutes(10);
const BLOCK_LONGEST: Duration = Duration::hours(24);

/// Counts one more try, before the secret is compared.
///
/// # Errors
/// [`Code::TooManyRequests`], with the seconds to wait, while the bucket is blocked. A block ends;
/// there is never a permanent one.
pub fn count_attempt(mut row: Attempts, limit: AttemptLimit, now: Moment) -> (Attempts, Result<()>) {
    if let Err(refusal) = not_blocked(&row, now) {
        return (row, Err(refusal));
    }
    if now.since(row.window_began_at) >= limit.window {
        if row.blocked_until.is_none_or(|until| now.since(until) > BLOCK_LONGEST) {
            row.blocks = 0;
        }
        row.count = 0;
        row.window_began_at = now;
        row.blocked_until = None;
    }
    row.count += 1;
    if row.count <= limit.count {
        return (row, Ok(()));
    }
    let pause = (BLOCK_FIRST * 2_i32.saturating_pow(row.blocks.clamp(0, 10).unsigned_abs())).min(BLOCK_LONGEST);
    row.blocks += 1;
    row.blocked_until = Some(now.plus(pause));
    (row, Err(Error::new(Code::TooManyRequests).retry_after_s(pause.num_seconds())))
}

/// Refuses while a block of this bucket lasts; nothing is counted meanwhile.
pub fn not_blocked(row: &Attempts, now: Moment) -> Result<()> {
    match row.blocked_until {
        Some(until) if until > now => {
            Err(Error::new(Code::TooManyRequests).retry_after_s(until.since(now).num_seconds() + 1))
        }
        _ => Ok(()),
    }
}

/// Checks a new password: length, and that it is not one everybody tries or made of what is known of
/// the person. No rule on kinds of characters (OWASP ASVS 5.0, 6.2).
pub fn password(password: &str, known: &[&str]) -> Result<()> {
    const LENGTH: std::ops::RangeInclusive<usize> = 8..=128;
    let weak = |detail: &str| Err(Error::new(Code::WeakPassword).detail(detail));
    let length = password.chars().count();
    if !LENGTH.contains(&length) {
        return weak("密码要 8 到 128 个字符，建议 12 个以上");
    }
    let lower = password.to_lowercase();
    let distinct = lower.chars().collect::<std::collections::HashSet<_>>().len();
    if distinct < 5 {
        return weak("密码里不同的字符太少");
    }
    if COMMON.lines().any(|word| lower == word || (word.len() >= 6 && lower.contains(word) && length < word.len() + 4))
    {
        return weak("这个密码很多人用，容易被猜到");
    }
    if is_run(&lower) {
        return weak("不要用连续的数字或字母");
    }
    for part in known.iter().filter(|part| part.chars().count() >= 4) {
        let part = part.to_lowercase();
        let tail: String = part.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
        if lower.contains(&part) || (tail.chars().count() == 6 && lower.contains(&tail)) {
            return weak("密码里不要含手机号、邮箱或姓名");
        }
    }
    Ok(())
}

/// `12345678`, `abcdefgh` and the like.
fn is_run(text: &str) -> bool {
    let chars: Vec<u32> = text.chars().map(u32::from).collect();
    let step = |by: i64| chars.windows(2).all(|pair| i64::from(pair[1]) - i64::from(pair[0]) == by);
    step(1) || step(-1)
}

/// Passwords that everybody tries first, lower case.
const COMMON: &str = include_str!("common_passwords.txt");

/// Absolute life of a session.
pub const SESSION_LIFE: Duration = Duration::hours(12);

/// Pause after which a session ends by itself: 15 minutes for staff (GB/T 22239-2019, 8.1.4.1 b),
/// 30 for everybody else.
fn idle_max(staff: bool) -> Duration {
    Duration::minutes(if staff { 15 } else { 30 })
}

/// Whether a session still counts now.
pub fn session(session: &Session, account: &Account, staff: bool, now: Moment) -> Result<()> {
    let ended = session.closed_at.is_some()
        || session.expires_at <= now
        || session.epoch != account.epoch
        || account.state != AccountState::Active
        // The access token's own life lies between two refreshes of somebody who is there.
        || now.since(session.refreshed_at) > idle_max(staff) + Duration::seconds(super::tokens::LIFE_S);
    if ended { Err(Code::SessionExpired.into()) } else { Ok(()) }
}

/// What comes of a refresh token that was presented.
#[derive(Debug, PartialEq, Eq)]
pub enum Refresh {
    /// The current one: a new one takes its place.
    Rotate,
    /// The one just replaced, whose answer may have been lost: a new access token, nothing else.
    Repeat,
    /// An older one: somebody kept a copy. The session dies.
    Stolen,
}

pub fn refresh(session: &Session, presented: &[u8]) -> Refresh {
    if session.refresh_hash == presented {
        Refresh::Rotate
    } else if session.refresh_hash_previous.as_deref() == Some(presented) {
        Refresh::Repeat
    } else {
        Refresh::Stolen
    }
}

pub fn close(mut session: Session, why: Closed, now: Moment) -> Session {
    session.closed_at.get_or_insert(now);
    session.closed_why.get_or_insert(why);
    session
}

/// How long a code is good for: a slip is taken home, a new password is set at the counter.
pub fn code_life(kind: CodeKind) -> Duration {
    match kind {
        CodeKind::ClaimPerson => Duration::days(14),
        CodeKind::SetPassword => Duration::minutes(30),
    }
}

/// A code as it was given out, from what somebody typed: hyphens, spaces, small letters and letters that
/// look like digits do not matter.
pub fn plain_code(typed: &str) -> String {
    let plain = |c: char| match c.to_ascii_uppercase() {
        'O' => Some('0'),
        'I' | 'L' => Some('1'),
        c if c.is_ascii_alphanumeric() => Some(c),
        _ => None,
    };
    typed.chars().map(crate::types::identifiers::half_width).filter_map(plain).take(32).collect()
}

/// Uses a code up.
///
/// # Errors
/// [`Code::WrongCode`] for one that was used or is past its life.
pub fn use_code(mut code: OneTimeCode, now: Moment) -> Result<OneTimeCode> {
    if code.used_at.is_some() || code.expires_at <= now {
        return Err(Code::WrongCode.into());
    }
    code.used_at = Some(now);
    Ok(code)
}

/// Whether whoever gives out a code to set a password may do so for an account with these roles. A code
/// is as good as the account itself, so no one person gets hold of a role that takes two to give.
///
/// # Errors
/// [`Code::Forbidden`], saying who can.
pub fn may_give_password_code(roles: &[Role], by_officer: bool) -> Result<()> {
    if roles.iter().any(|role| role.needs_second_approval()) {
        return Err(Error::new(Code::Forbidden).detail("这个账号有管理或财务角色，请由系统运维人员在服务器上办理"));
    }
    if by_officer && roles.iter().any(|role| !matches!(role, Role::Veteran | Role::Spouse)) {
        return Err(Error::new(Code::Forbidden).detail("这个账号还有别的角色，请由安全管理员办理"));
    }
    Ok(())
}

/// Whether an account may have a bearer token: made by somebody at a browser, not by another token, and
/// not where a session would end after minutes of absence for good reason.
pub fn may_have_token(at_browser: bool, roles: &[Role]) -> Result<()> {
    if !at_browser {
        return Err(Error::new(Code::Forbidden).detail("请登录网页后再生成访问令牌"));
    }
    if roles.iter().any(|role| role.needs_second_approval()) {
        return Err(Error::new(Code::Forbidden).detail("管理和财务角色不能使用访问令牌"));
    }
    Ok(())
}

/// Checks a grant that is asked for against what the account holds or has asked for.
///
/// # Errors
/// [`Code::IncompatibleRoles`], [`Code::Conflict`] for one that stands already, [`Code::Invalid`] when
/// the role needs a division or an organisation and has none.
pub fn ask(grant: &Grant, held: &[Grant]) -> Result<()> {
    let missing = match grant.role.reach() {
        Reach::District => grant.district.is_none(),
        Reach::Organisation => grant.organisation_id.is_none(),
        Reach::Own | Reach::All => false,
    };
    if missing {
        return Err(Error::new(Code::Invalid).detail("这个角色要写明负责的区划或单位"));
    }
    if grant.district.is_some() && grant.role.reach() != Reach::District {
        let error = FieldError::new("/district", "wrong_value", "这个角色不分区划，请去掉区划");
        return Err(Error::invalid(vec![error]));
    }
    if held.iter().any(|other| other.role.incompatible(grant.role)) {
        return Err(Code::IncompatibleRoles.into());
    }
    let same = |other: &Grant| {
        other.role == grant.role && other.organisation_id == grant.organisation_id && other.district == grant.district
    };
    if held.iter().any(same) { Err(Code::Conflict.into()) } else { Ok(()) }
}

/// Decides a pending grant. A role that needs two pairs of eyes needs two people, unless the first
/// security administrator has always been alone (`others` counts accounts that hold that role or ever did).
///
/// # Errors
/// [`Code::WrongState`], [`Code::SelfApproval`].
pub fn decide(mut grant: Grant, approve: bool, by: AccountId, others: i64, now: Moment) -> Result<Grant> {
    if grant.state != GrantState::Pending {
        return Err(Code::WrongState.into());
    }
    let own = grant.asked_by == by && grant.role.needs_second_approval() && others > 0;
    if approve && (own || grant.account_id == by) {
        return Err(Code::SelfApproval.into());
    }
    grant.state = if approve { GrantState::Active } else { GrantState::Refused };
    grant.decided_at = Some(now);
    grant.decided_by = Some(by);
    Ok(grant)
}

/// Ends an active or pending grant.
pub fn revoke(mut grant: Grant, by: AccountId, now: Moment) -> Result<Grant> {
    if !matches!(grant.state, GrantState::Active | GrantState::Pending) {
        return Err(Code::WrongState.into());
    }
    grant.state = GrantState::Revoked;
    grant.decided_at = Some(now);
    grant.decided_by = Some(by);
    Ok(grant)
}

/// Views one account may keep of each list.
pub const VIEWS_MAX: usize = 20;
/// What each list may be narrowed and ordered by in its address. Not among them: the words somebody looked for,
/// which may be a name, the place in the list, and the open row.
fn filters(list: List) -> &'static [&'static str] {
    match list {
        List::Accounts => &["role", "state"],
        List::Candidates => &[],
        List::Journal => &["event", "subject", "account", "from", "to"],
        List::Organisations => &["kind", "verification", "division", "sort"],
        List::OwnPositions => &["state", "enterprise_id", "division", "sort"],
        List::People => &["division", "verification", "kind", "sort"],
        List::Specialities => &["origin"],
    }
}

/// Checks a view to be kept: its name, its filters, how many there are of the list.
pub fn save_view(list: List, name: &str, query: &str, count: usize) -> Result<()> {
    let mut errors = Vec::new();
    if !(1..=20).contains(&name.trim().chars().count()) {
        errors.push(FieldError::new("/name", "length", "请给这个视图起个名字，最多 20 个字"));
    }
    let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(query).unwrap_or_default();
    let is_filter = |(key, value): &(String, String)| {
        let is_code = value.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
        filters(list).contains(&key.as_str()) && !value.is_empty() && is_code
    };
    if query.len() > 500 || pairs.is_empty() || !pairs.iter().all(is_filter) {
        errors.push(FieldError::new("/query", "wrong_value", "只能保存筛选和排序，不能保存搜索的字词"));
    }
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    if count >= VIEWS_MAX {
        return Err(Error::new(Code::WrongState).detail(format!("每个列表最多保存 {VIEWS_MAX} 个视图，请先删去一些")));
    }
    Ok(())
}

/// Whether any of these roles makes somebody staff.
pub fn is_staff(roles: impl IntoIterator<Item = Role>) -> bool {
    roles.into_iter().any(Role::is_staff)
}
