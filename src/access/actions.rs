//! The verbs of access.

pub mod views;

use serde_json::json;

use crate::error::{Code, Error, Result};
use crate::store::journal::Event;
use crate::store::sealed::{Purpose, random_code, random_token, sha256};
use crate::store::{Db, Tx, queue};
use crate::types::id::{AccountId, ApiTokenId, GrantId, Id, OrganisationId, SessionId};
use crate::types::time::Moment;

use super::Actor;
use super::model::{
    Account, AccountState, ApiToken, Attempts, Closed, CodeKind, Grant, GrantState, OneTimeCode, Session,
};
use super::permissions::{Action, Role};
use super::store::{self, Identifier};
use super::{rules, tokens};

/// A new account, its password already hashed.
#[derive(Clone)]
pub struct NewAccount {
    pub name: String,
    pub mobile: Option<crate::types::identifiers::Mobile>,
    pub email: Option<crate::types::identifiers::Email>,
    pub password_hash: String,
}

/// A fresh session as the browser gets it: two cookies and nothing in a body.
#[derive(Clone)]
pub struct Opened {
    pub session: SessionId,
    pub account: AccountId,
    pub access_token: String,
    /// Absent when the one the browser has stays valid.
    pub refresh_token: Option<String>,
}

/// Opens an account. A seeker's role is theirs at once: it opens nothing but their own profile.
pub fn sign_up(tx: &mut Tx, actor: &Actor, new: &NewAccount, seeker: Option<Role>) -> Result<AccountId> {
    actor.may(Action::SignUp)?;
    let id = open_account(tx, new)?;
    tx.record(Event::AccountOpened, id);
    if let Some(role) = seeker {
        give(tx, id, role, None, None)?;
    }
    Ok(id)
}

/// The first security administrator, by the code printed at the first start. The code is used up.
pub fn bootstrap(tx: &mut Tx, actor: &Actor, code: &str, new: &NewAccount) -> Result<AccountId> {
    actor.may(Action::SignUp)?;
    let kept = store::fact(tx, BOOTSTRAP)?.ok_or(Code::NotFound)?;
    if kept.as_bytes() != crate::store::sealed::to_hex(&sha256(code.trim().as_bytes())).as_bytes() {
        return Err(Code::WrongCredentials.into());
    }
    store::set_fact(tx, BOOTSTRAP, None)?;
    let id = open_account(tx, new)?;
    tx.record(Event::AccountOpened, id);
    give(tx, id, Role::SecurityAdministrator, None, None)?;
    Ok(id)
}

const BOOTSTRAP: &str = "bootstrap_code_sha256";

/// On the first start of a world without accounts: makes the one-time code for the first
/// administrator. `None` when there is an account already.
pub fn prepare_bootstrap(tx: &mut Tx, actor: &Actor) -> Result<Option<String>> {
    actor.may(Action::DecideGrant)?;
    if store::account_count(tx)? > 0 {
        return Ok(None);
    }
    let code = random_token()?[..20].to_owned();
    store::set_fact(tx, BOOTSTRAP, Some(&crate::store::sealed::to_hex(&sha256(code.as_bytes()))))?;
    tx.record(Event::InstanceInitialised, Id::<crate::types::id::of::Instance>::only());
    Ok(Some(code))
}

fn open_account(tx: &mut Tx, new: &NewAccount) -> Result<AccountId> {
    let id: AccountId = tx.new_id();
    let keys = tx.keys().clone();
    let row = id.to_string();
    let account = Account {
        id,
        name_sealed: keys.seal(store::NAME, &row, &new.name)?,
        mobile_sealed: new.mobile.as_ref().map(|m| keys.seal(store::MOBILE, &row, m.expose())).transpose()?,
        mobile_blind: new.mobile.clone().map(|m| Identifier::Mobile(m).blind(&keys)),
        email_sealed: new.email.as_ref().map(|e| keys.seal(store::EMAIL, &row, e.expose())).transpose()?,
        email_blind: new.email.clone().map(|e| Identifier::Email(e).blind(&keys)),
        password_hash: new.password_hash.clone(),
        state: AccountState::Active,
        epoch: 1,
        created_at: tx.now(),
    };
    store::insert_account(tx, &account)?;
    Ok(id)
}

/// Gives a role that follows from what the account itself just did.
pub fn give(
    tx: &mut Tx,
    account: AccountId,
    role: Role,
    organisation: Option<OrganisationId>,
    district: Option<String>,
) -> Result<GrantId> {
    let mut grant = asked(tx, account, account, role, organisation, district)?;
    grant.state = GrantState::Active;
    grant.decided_at = Some(tx.now());
    store::insert_grant(tx, &grant)?;
    store::end_codes(tx, account.as_str(), CodeKind::SetPassword)?;
    tx.record_with(Event::GrantApproved, account, json!({ "grant": grant.id, "role": role }));
    Ok(grant.id)
}

/// Asks for a role; nothing may be done with it before somebody approves.
pub fn ask_grant(
    tx: &mut Tx,
    actor: &Actor,
    account: AccountId,
    role: Role,
    organisation: Option<OrganisationId>,
    district: Option<String>,
) -> Result<Grant> {
    let scope = actor.may(Action::AskGrant)?;
    let others = actor.may(Action::DecideGrant).is_ok();
    if scope.account != Some(account) && !others {
        return Err(Code::NotFound.into());
    }
    store::account(tx, account)?;
    let grant = asked(tx, account, actor.account()?, role, organisation, district)?;
    store::insert_grant(tx, &grant)?;
    tx.record_with(Event::GrantAsked, account, json!({ "grant": grant.id, "role": role }));
    Ok(grant)
}

fn asked(
    tx: &mut Tx,
    account: AccountId,
    by: AccountId,
    role: Role,
    organisation_id: Option<OrganisationId>,
    district: Option<String>,
) -> Result<Grant> {
    let grant = Grant {
        id: tx.new_id(),
        account_id: account,
        role,
        organisation_id,
        district,
        state: GrantState::Pending,
        asked_at: tx.now(),
        asked_by: by,
        decided_at: None,
        decided_by: None,
    };
    rules::ask(&grant, &store::grants_of(tx, account)?)?;
    Ok(grant)
}

/// Approves or refuses a role of staff.
pub fn decide_grant(tx: &mut Tx, actor: &Actor, id: GrantId, approve: bool) -> Result<Grant> {
    actor.may(Action::DecideGrant)?;
    let grant = store::grant(tx, id)?;
    decide(tx, actor, grant, approve)
}

/// Approves or refuses a representative of one organisation; the caller has found it within the scope.
pub fn decide_representative(
    tx: &mut Tx,
    actor: &Actor,
    organisation: OrganisationId,
    id: GrantId,
    approve: bool,
) -> Result<Grant> {
    actor.may(Action::ApproveRepresentative)?;
    let grant = store::grant(tx, id)?;
    if grant.role != Role::EmployerRepresentative || grant.organisation_id != Some(organisation) {
        return Err(Code::NotFound.into());
    }
    decide(tx, actor, grant, approve)
}

fn decide(tx: &mut Tx, actor: &Actor, grant: Grant, approve: bool) -> Result<Grant> {
    let by = actor.account()?;
    let others = store::others_who_held(tx, Role::SecurityAdministrator, by)?;
    let grant = rules::decide(grant, approve, by, others, tx.now())?;
    if approve {
        let held: Vec<Grant> =
            store::grants_of(tx, grant.account_id)?.into_iter().filter(|g| g.id != grant.id).collect();
        if held.iter().any(|other| other.role.incompatible(grant.role)) {
            return Err(Code::IncompatibleRoles.into());
        }
    }
    store::save_grant(tx, &grant)?;
    store::end_tokens(tx, grant.account_id)?;
    // A code to set the password was given for the roles of before.
    store::end_codes(tx, grant.account_id.as_str(), CodeKind::SetPassword)?;
    let event = if approve { Event::GrantApproved } else { Event::GrantRefused };
    tx.record_with(event, grant.account_id, json!({ "grant": grant.id, "role": grant.role }));
    Ok(grant)
}

/// Takes a role away; it ends with the next request.
pub fn revoke_grant(tx: &mut Tx, actor: &Actor, id: GrantId) -> Result<Grant> {
    actor.may(Action::DecideGrant)?;
    let grant = store::grant(tx, id)?;
    if grant.role == Role::SecurityAdministrator && store::active_holders(tx, grant.role)? == [grant.account_id] {
        return Err(Error::new(Code::WrongState).detail("至少要留一名安全管理员"));
    }
    let grant = rules::revoke(grant, actor.account()?, tx.now())?;
    store::save_grant(tx, &grant)?;
    store::end_tokens(tx, grant.account_id)?;
    tx.record_with(Event::GrantRevoked, grant.account_id, json!({ "grant": grant.id, "role": grant.role }));
    Ok(grant)
}

/// Disables an account, or lets it in again.
pub fn set_account_state(tx: &mut Tx, actor: &Actor, id: AccountId, state: AccountState) -> Result<()> {
    actor.may(Action::DisableAccount)?;
    if actor.account == Some(id) {
        return Err(Code::SelfApproval.into());
    }
    store::set_state(tx, id, state)?;
    let event = if state == AccountState::Active { Event::AccountEnabled } else { Event::AccountDisabled };
    tx.record(event, id);
    Ok(())
}

/// Whether one of the buckets is blocked now: a look that leaves the turn to write to others.
pub fn blocked(db: &mut Db, buckets: &[(Vec<u8>, rules::AttemptLimit)], now: Moment) -> Result<Option<Error>> {
    for (bucket, _) in buckets {
        if let Some(row) = store::attempts(db, bucket)?
            && let Err(refusal) = rules::not_blocked(&row, now)
        {
            return Ok(Some(refusal));
        }
    }
    Ok(None)
}

/// Counts a try in each bucket, in a transaction of its own that commits before the secret is
/// compared: an attacker who breaks off the answer has still been counted.
pub fn count_attempts(tx: &mut Tx, actor: &Actor, buckets: &[(Vec<u8>, rules::AttemptLimit)]) -> Result<Option<Error>> {
    actor.may(Action::SignIn)?;
    let mut refusal = None;
    for (bucket, limit) in buckets {
        let (allowed, is_new_block) = count(tx, bucket, *limit)?;
        if is_new_block {
            tx.record(Event::SignInBlocked, Id::<crate::types::id::of::Instance>::only());
        }
        refusal = refusal.or(allowed.err());
    }
    Ok(refusal)
}

/// Spends one of the times something may be done in a while, as part of doing it: what is rolled back
/// spends nothing.
///
/// # Errors
/// [`Code::TooManyRequests`].
pub fn spend(tx: &mut Tx, what: &str, limit: rules::AttemptLimit) -> Result<()> {
    let bucket = tx.keys().mac(Purpose::Bucket, what.as_bytes())[..16].to_vec();
    count(tx, &bucket, limit)?.0
}

/// One more in a bucket: whether it was allowed, and whether it began a block.
fn count(tx: &mut Tx, bucket: &[u8], limit: rules::AttemptLimit) -> Result<(Result<()>, bool)> {
    let now = tx.now();
    let row = store::attempts(tx, bucket)?.unwrap_or_else(|| Attempts::first(bucket.to_vec(), now));
    let was_blocked = row.blocked_until;
    let (row, allowed) = rules::count_attempt(row, limit, now);
    store::save_attempts(tx, &row)?;
    Ok((allowed, row.blocked_until != was_blocked && row.blocked_until.is_some()))
}

/// Opens a session for an account whose password was right, and forgets its failed tries.
pub fn open_session(tx: &mut Tx, actor: &Actor, id: AccountId, bucket: Option<&[u8]>) -> Result<Opened> {
    actor.may(Action::SignIn)?;
    let account = store::account(tx, id)?;
    if account.state != AccountState::Active {
        return Err(Code::WrongCredentials.into());
    }
    if let Some(bucket) = bucket {
        store::remove_attempts(tx, bucket)?;
    }
    let (now, refresh) = (tx.now(), random_token()?);
    let session = Session {
        id: tx.new_id(),
        account_id: id,
        epoch: account.epoch,
        refresh_hash: sha256(refresh.as_bytes()),
        refresh_hash_previous: None,
        created_at: now,
        refreshed_at: now,
        expires_at: now.plus(rules::SESSION_LIFE),
        closed_at: None,
        closed_why: None,
    };
    store::insert_session(tx, &session)?;
    tx.record_with(Event::SessionOpened, id, json!({ "session": session.id }));
    let access_token = tokens::issue(tx.keys(), id, session.id, account.epoch, now)?;
    Ok(Opened { session: session.id, account: id, access_token, refresh_token: Some(refresh) })
}

/// What a refresh gave: a live session, or the news that the token had been stolen.
pub enum Refreshed {
    Live(Opened),
    /// The session was closed; the caller answers "sign in again".
    Stolen,
}

/// Exchanges a refresh token; see [`rules::refresh`]. `session` comes from the access cookie and finds
/// the session even when the token is so old that no row knows it.
pub fn refresh_session(tx: &mut Tx, actor: &Actor, token: &str, session: Option<SessionId>) -> Result<Refreshed> {
    actor.may(Action::SignIn)?;
    let (hash, now) = (sha256(token.as_bytes()), tx.now());
    let row = match store::session_by_refresh(tx, &hash)? {
        Some(row) => Some(row),
        None => session.map(|id| store::session(tx, id)).transpose()?.flatten(),
    };
    let (mut session, account) = row.ok_or(Code::SessionExpired)?;
    let staff = rules::is_staff(store::holdings(tx, account.id)?.into_iter().map(|holding| holding.role));
    rules::session(&session, &account, staff, now)?;
    let refresh_token = match rules::refresh(&session, &hash) {
        rules::Refresh::Stolen => {
            let session = rules::close(session, Closed::Stolen, now);
            store::save_session(tx, &session)?;
            tx.record_with(Event::SessionStolen, account.id, json!({ "session": session.id }));
            return Ok(Refreshed::Stolen);
        }
        rules::Refresh::Repeat => None,
        rules::Refresh::Rotate => {
            let next = random_token()?;
            session.refresh_hash_previous = Some(std::mem::replace(&mut session.refresh_hash, sha256(next.as_bytes())));
            Some(next)
        }
    };
    session.refreshed_at = now;
    store::save_session(tx, &session)?;
    let access_token = tokens::issue(tx.keys(), account.id, session.id, session.epoch, now)?;
    Ok(Refreshed::Live(Opened { session: session.id, account: account.id, access_token, refresh_token }))
}

pub fn sign_out(tx: &mut Tx, actor: &Actor) -> Result<()> {
    actor.may(Action::SignOut)?;
    let Some(id) = actor.session else { return Ok(()) };
    let (session, account) = store::session(tx, id)?.ok_or(Code::SessionExpired)?;
    let session = rules::close(session, Closed::SignedOut, tx.now());
    store::save_session(tx, &session)?;
    tx.record_with(Event::SessionClosed, account.id, json!({ "session": id }));
    Ok(())
}

/// Replaces the password; every session and token of the account ends.
pub fn change_password(tx: &mut Tx, actor: &Actor, hash: &str) -> Result<()> {
    actor.may(Action::ChangePassword)?;
    let id = actor.account()?;
    store::set_password(tx, id, hash)?;
    tx.record(Event::PasswordChanged, id);
    Ok(())
}

/// A code as it is handed out, once.
#[derive(Clone)]
pub struct Issued {
    /// Two groups of five characters.
    pub code: String,
    pub expires_at: Moment,
}

/// Makes a code for one act on `subject`. Whoever calls has asked whether it may be given, and records it.
pub fn new_code<T>(tx: &mut Tx, kind: CodeKind, subject: Id<T>, by: Option<AccountId>) -> Result<Issued> {
    let text = random_code()?;
    let (now, expires_at) = (tx.now(), tx.now().plus(rules::code_life(kind)));
    let code = OneTimeCode {
        id: tx.new_id(),
        kind,
        subject: subject.to_string(),
        code_mac: tx.keys().mac(Purpose::OneTimeCode, text.as_bytes()).to_vec(),
        issued_by: by,
        issued_at: now,
        expires_at,
        used_at: None,
    };
    store::insert_code(tx, &code)?;
    Ok(Issued { code: format!("{}-{}", &text[..5], &text[5..]), expires_at })
}

/// Uses up the code somebody typed; its subject says what it is for. What is done with it is recorded by
/// the caller.
pub fn use_code(tx: &mut Tx, kind: CodeKind, typed: &str) -> Result<OneTimeCode> {
    let mac = tx.keys().mac(Purpose::OneTimeCode, rules::plain_code(typed).as_bytes());
    let code = store::code_by_mac(tx, &mac, kind)?.ok_or(Code::WrongCode)?;
    let code = rules::use_code(code, tx.now())?;
    store::save_code(tx, &code)?;
    Ok(code)
}

/// A code to set the password of an account whose owner has forgotten it and has shown who they are.
pub fn issue_password_code(tx: &mut Tx, actor: &Actor, id: AccountId) -> Result<Issued> {
    actor.may(Action::IssuePasswordCode)?;
    check_password_code(tx, actor, id, false)?;
    tx.record_with(Event::CodeIssued, id, json!({ "kind": CodeKind::SetPassword }));
    new_code(tx, CodeKind::SetPassword, id, actor.account)
}

/// Whether a code to set this account's password may be given, at a station or by an administrator.
pub fn check_password_code(db: &mut Db, actor: &Actor, id: AccountId, at_station: bool) -> Result<()> {
    let account = store::account(db, id)?;
    if actor.account == Some(id) {
        return Err(Code::SelfApproval.into());
    }
    if account.state != AccountState::Active {
        return Err(Error::new(Code::WrongState).detail("账号已停用，不能重设密码"));
    }
    // Whoever runs the installation holds the keys anyway; the journal tells of it.
    if actor.account.is_none() {
        return Ok(());
    }
    let roles: Vec<Role> = store::grants_of(db, id)?.into_iter().map(|grant| grant.role).collect();
    rules::may_give_password_code(&roles, at_station)
}

/// Sets a new password by the code given for this account; every session and token of it ends, and the
/// wrong tries of before (`bucket`) are forgotten.
pub fn reset_password(
    tx: &mut Tx,
    actor: &Actor,
    id: Option<AccountId>,
    code: &str,
    hash: &str,
    bucket: &[u8],
) -> Result<()> {
    actor.may(Action::SignIn)?;
    let code = use_code(tx, CodeKind::SetPassword, code)?;
    let id = id.filter(|id| code.subject == id.as_str()).ok_or(Code::WrongCode)?;
    store::set_password(tx, id, hash)?;
    store::remove_attempts(tx, bucket)?;
    tx.record_with(Event::PasswordChanged, id, json!({ "by": CodeKind::SetPassword }));
    Ok(())
}

/// Makes a bearer token for an API client. Its text is shown once and not kept.
pub fn issue_token(tx: &mut Tx, actor: &Actor, name: &str, expires_at: Moment) -> Result<(ApiToken, String)> {
    actor.may(Action::ManageTokens)?;
    rules::may_have_token(actor.session.is_some(), &actor.roles())?;
    let account = store::account(tx, actor.account()?)?;
    let text = format!("muster_{}", random_token()?);
    let token = ApiToken {
        id: tx.new_id(),
        account_id: account.id,
        name: name.to_owned(),
        token_hash: sha256(text.as_bytes()),
        epoch: account.epoch,
        created_at: tx.now(),
        expires_at,
        revoked_at: None,
    };
    store::insert_token(tx, &token)?;
    tx.record_with(Event::TokenIssued, account.id, json!({ "token": token.id }));
    Ok((token, text))
}

pub fn revoke_token(tx: &mut Tx, actor: &Actor, id: ApiTokenId) -> Result<()> {
    actor.may(Action::ManageTokens)?;
    let account = actor.account()?;
    store::revoke_token(tx, account, id)?;
    tx.record_with(Event::TokenRevoked, account, json!({ "token": id }));
    Ok(())
}

/// Gives a dead job a new life.
pub fn retry_job(tx: &mut Tx, actor: &Actor, id: crate::types::id::JobId) -> Result<queue::Job> {
    actor.may(Action::RetryJob)?;
    let job = queue::retry(tx, id)?;
    tx.record(Event::JobRetried, id);
    Ok(job)
}
