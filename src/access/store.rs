//! The SQL of accounts, grants, sessions, tokens and attempts.

use diesel::prelude::*;

use crate::error::{Code, Result};
use crate::store::schema::{accounts, api_tokens, attempts, grants, instance, one_time_codes, saved_views, sessions};
use crate::store::sealed::{Column, Keys};
use crate::store::{Db, DbBackend, Tx, found, unique};
use crate::types::id::{AccountId, ApiTokenId, GrantId, OrganisationId, SavedViewId, SessionId};
use crate::types::identifiers::{Email, Mobile};
use crate::types::time::Moment;

use super::actor::Holding;
use super::model::{
    Account, AccountState, ApiToken, Attempts, CodeKind, Grant, GrantState, OneTimeCode, SavedView, Session,
};
use super::permissions::Role;

pub const NAME: Column = Column { table: "accounts", name: "name_sealed" };
pub const MOBILE: Column = Column { table: "accounts", name: "mobile_sealed" };
pub const EMAIL: Column = Column { table: "accounts", name: "email_sealed" };

/// What an account is found by at sign-in.
#[derive(Clone, Debug)]
pub enum Identifier {
    Mobile(Mobile),
    Email(Email),
}

impl Identifier {
    /// A mobile number or an e-mail address, whichever it looks like.
    pub fn parse(text: &str) -> Result<Identifier, crate::types::identifiers::IdentifierError> {
        if text.contains('@') || text.contains('＠') {
            Email::parse(text).map(Identifier::Email)
        } else {
            Mobile::parse(text).map(Identifier::Mobile)
        }
    }

    pub fn blind(&self, keys: &Keys) -> Vec<u8> {
        match self {
            Identifier::Mobile(mobile) => keys.blind("accounts.mobile", mobile.expose()),
            Identifier::Email(email) => keys.blind("accounts.email", email.expose()),
        }
    }
}

pub fn insert_account(tx: &mut Tx, account: &Account) -> Result<()> {
    let inserted = diesel::insert_into(accounts::table).values(account).execute(&mut **tx);
    unique(inserted, "accounts", &[("mobile_blind", Code::AlreadyRegistered), ("email_blind", Code::AlreadyRegistered)])
        .map(drop)
}

pub fn account(db: &mut Db, id: AccountId) -> Result<Account> {
    found(accounts::table.find(id).select(Account::as_select()).first(db).optional()?)
}

/// The name of an account, in the clear; whoever shows it masks it.
pub fn name_of(db: &mut Db, keys: &Keys, id: AccountId) -> Result<String> {
    keys.open(NAME, id.as_str(), &account(db, id)?.name_sealed)
}

pub fn account_by_identifier(db: &mut Db, keys: &Keys, identifier: &Identifier) -> Result<Option<Account>> {
    let blind = identifier.blind(keys);
    let query = accounts::table.select(Account::as_select()).into_boxed();
    let query = match identifier {
        Identifier::Mobile(_) => query.filter(accounts::mobile_blind.eq(Some(blind))),
        Identifier::Email(_) => query.filter(accounts::email_blind.eq(Some(blind))),
    };
    Ok(query.first(db).optional()?)
}

/// What a list of accounts is narrowed to.
#[derive(Clone, Copy, Debug, Default)]
pub struct AccountFilter {
    /// Only those that hold it.
    pub role: Option<Role>,
    pub state: Option<AccountState>,
}

pub fn accounts_page(db: &mut Db, filter: &AccountFilter, after: Option<AccountId>, rows: i64) -> Result<Vec<Account>> {
    let mut query = accounts_filtered(filter);
    if let Some(after) = after {
        query = query.filter(accounts::id.gt(after));
    }
    Ok(query.order(accounts::id).limit(rows).select(Account::as_select()).load(db)?)
}

/// How many the list has in all.
pub fn count_accounts(db: &mut Db, filter: &AccountFilter) -> Result<i64> {
    Ok(accounts_filtered(filter).count().get_result(db)?)
}

fn accounts_filtered(filter: &AccountFilter) -> accounts::BoxedQuery<'static, DbBackend> {
    let mut query = accounts::table.into_boxed();
    if let Some(role) = filter.role {
        let holding = grants::table.filter(grants::role.eq(role)).filter(grants::state.eq(GrantState::Active));
        query = query.filter(accounts::id.eq_any(holding.select(grants::account_id)));
    }
    if let Some(state) = filter.state {
        query = query.filter(accounts::state.eq(state));
    }
    query
}

pub fn account_count(db: &mut Db) -> Result<i64> {
    Ok(accounts::table.count().get_result(db)?)
}

pub fn set_password(tx: &mut Tx, id: AccountId, hash: &str) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::password_hash.eq(hash)).execute(&mut **tx)?;
    end_tokens(tx, id)
}

pub fn set_state(tx: &mut Tx, id: AccountId, state: AccountState) -> Result<()> {
    let rows = diesel::update(accounts::table.find(id)).set(accounts::state.eq(state)).execute(&mut **tx)?;
    found((rows == 1).then_some(()))?;
    end_tokens(tx, id)
}

/// Ends every session and token given before: they carry the epoch they were made in.
pub fn end_tokens(tx: &mut Tx, id: AccountId) -> Result<()> {
    diesel::update(accounts::table.find(id)).set(accounts::epoch.eq(accounts::epoch + 1)).execute(&mut **tx)?;
    Ok(())
}

pub fn insert_grant(tx: &mut Tx, grant: &Grant) -> Result<()> {
    diesel::insert_into(grants::table).values(grant).execute(&mut **tx)?;
    Ok(())
}

pub fn grant(db: &mut Db, id: GrantId) -> Result<Grant> {
    found(grants::table.find(id).select(Grant::as_select()).first(db).optional()?)
}

pub fn save_grant(tx: &mut Tx, grant: &Grant) -> Result<()> {
    diesel::update(grants::table.find(grant.id))
        .set((
            grants::state.eq(grant.state),
            grants::decided_at.eq(grant.decided_at),
            grants::decided_by.eq(grant.decided_by),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// All grants of an account that are or may become active: the one place where the state is filtered.
pub fn grants_of(db: &mut Db, account: AccountId) -> Result<Vec<Grant>> {
    Ok(grants::table
        .filter(grants::account_id.eq(account))
        .filter(grants::state.eq_any([GrantState::Pending, GrantState::Active]))
        .order(grants::asked_at)
        .select(Grant::as_select())
        .load(db)?)
}

/// Roles as a representative that the account asked for and does not hold, the newest first, at most 20.
pub fn representations(db: &mut Db, account: AccountId) -> Result<Vec<Grant>> {
    Ok(grants::table
        .filter(grants::account_id.eq(account))
        .filter(grants::role.eq(Role::EmployerRepresentative))
        .filter(grants::state.eq_any([GrantState::Pending, GrantState::Refused]))
        .order(grants::asked_at.desc())
        .limit(20)
        .select(Grant::as_select())
        .load(db)?)
}

pub fn holdings(db: &mut Db, account: AccountId) -> Result<Vec<Holding>> {
    let active = grants_of(db, account)?.into_iter().filter(|grant| grant.state == GrantState::Active);
    Ok(active
        .map(|grant| Holding {
            grant: Some(grant.id),
            role: grant.role,
            organisation: grant.organisation_id,
            district: grant.district,
        })
        .collect())
}

pub fn pending_grants(db: &mut Db) -> Result<Vec<Grant>> {
    Ok(grants::table
        .filter(grants::state.eq(GrantState::Pending))
        .order(grants::asked_at)
        .limit(100)
        .select(Grant::as_select())
        .load(db)?)
}

/// The representatives of an organisation, pending and active.
pub fn representatives(db: &mut Db, organisation: OrganisationId) -> Result<Vec<Grant>> {
    Ok(grants::table
        .filter(grants::organisation_id.eq(Some(organisation)))
        .filter(grants::role.eq(Role::EmployerRepresentative))
        .filter(grants::state.eq_any([GrantState::Pending, GrantState::Active]))
        .order(grants::asked_at)
        .select(Grant::as_select())
        .load(db)?)
}

/// Representatives of any organisation who wait for an answer, the longest first.
pub fn pending_representatives(db: &mut Db) -> Result<Vec<Grant>> {
    Ok(grants::table
        .filter(grants::state.eq(GrantState::Pending))
        .filter(grants::role.eq(Role::EmployerRepresentative))
        .order(grants::asked_at)
        .limit(1_000)
        .select(Grant::as_select())
        .load(db)?)
}

/// Other accounts than `account` that hold `role` or ever held it.
pub fn others_who_held(db: &mut Db, role: Role, account: AccountId) -> Result<i64> {
    let others = grants::table
        .filter(grants::role.eq(role))
        .filter(grants::state.eq_any([GrantState::Active, GrantState::Revoked]))
        .filter(grants::account_id.ne(account));
    Ok(others.count().get_result(db)?)
}

/// Active accounts that hold `role`.
pub fn active_holders(db: &mut Db, role: Role) -> Result<Vec<AccountId>> {
    Ok(grants::table
        .inner_join(accounts::table)
        .filter(grants::role.eq(role))
        .filter(grants::state.eq(GrantState::Active))
        .filter(accounts::state.eq(AccountState::Active))
        .select(grants::account_id)
        .distinct()
        .load(db)?)
}

pub fn insert_session(tx: &mut Tx, session: &Session) -> Result<()> {
    diesel::insert_into(sessions::table).values(session).execute(&mut **tx)?;
    Ok(())
}

/// A session with its account; both decide whether it still counts.
pub fn session(db: &mut Db, id: SessionId) -> Result<Option<(Session, Account)>> {
    Ok(sessions::table
        .inner_join(accounts::table)
        .filter(sessions::id.eq(id))
        .select((Session::as_select(), Account::as_select()))
        .first(db)
        .optional()?)
}

pub fn session_by_refresh(db: &mut Db, hash: &[u8]) -> Result<Option<(Session, Account)>> {
    let hash = hash.to_vec();
    Ok(sessions::table
        .inner_join(accounts::table)
        .filter(sessions::refresh_hash.eq(hash.clone()).or(sessions::refresh_hash_previous.eq(Some(hash))))
        .select((Session::as_select(), Account::as_select()))
        .first(db)
        .optional()?)
}

pub fn save_session(tx: &mut Tx, session: &Session) -> Result<()> {
    diesel::update(sessions::table.find(session.id))
        .set((
            sessions::refresh_hash.eq(session.refresh_hash.clone()),
            sessions::refresh_hash_previous.eq(session.refresh_hash_previous.clone()),
            sessions::refreshed_at.eq(session.refreshed_at),
            sessions::closed_at.eq(session.closed_at),
            sessions::closed_why.eq(session.closed_why),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn remove_sessions(tx: &mut Tx, expired_before: Moment) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.lt(expired_before))).execute(&mut **tx)?)
}

pub fn insert_token(tx: &mut Tx, token: &ApiToken) -> Result<()> {
    diesel::insert_into(api_tokens::table).values(token).execute(&mut **tx)?;
    Ok(())
}

pub fn token_by_hash(db: &mut Db, hash: &[u8]) -> Result<Option<ApiToken>> {
    let query = api_tokens::table.filter(api_tokens::token_hash.eq(hash.to_vec()));
    Ok(query.select(ApiToken::as_select()).first(db).optional()?)
}

pub fn tokens_of(db: &mut Db, account: AccountId) -> Result<Vec<ApiToken>> {
    Ok(api_tokens::table
        .filter(api_tokens::account_id.eq(account))
        .filter(api_tokens::revoked_at.is_null())
        .order(api_tokens::created_at)
        .select(ApiToken::as_select())
        .load(db)?)
}

/// Revokes one token of `account`; another account's is not found.
pub fn revoke_token(tx: &mut Tx, account: AccountId, id: ApiTokenId) -> Result<()> {
    let now = tx.now();
    let own =
        api_tokens::table.find(id).filter(api_tokens::account_id.eq(account)).filter(api_tokens::revoked_at.is_null());
    let rows = diesel::update(own).set(api_tokens::revoked_at.eq(Some(now))).execute(&mut **tx)?;
    found((rows == 1).then_some(()))
}

/// Keeps a new code; those given out before for the same act and not used end.
pub fn insert_code(tx: &mut Tx, code: &OneTimeCode) -> Result<()> {
    end_codes(tx, &code.subject, code.kind)?;
    diesel::insert_into(one_time_codes::table).values(code).execute(&mut **tx)?;
    Ok(())
}

/// Ends the codes for an act on `subject` that nobody has used: they were given under other conditions.
pub fn end_codes(tx: &mut Tx, subject: &str, kind: CodeKind) -> Result<()> {
    let open = one_time_codes::table
        .filter(one_time_codes::subject.eq(subject.to_owned()))
        .filter(one_time_codes::kind.eq(kind))
        .filter(one_time_codes::used_at.is_null());
    diesel::delete(open).execute(&mut **tx)?;
    Ok(())
}

pub fn code_by_mac(db: &mut Db, mac: &[u8], kind: CodeKind) -> Result<Option<OneTimeCode>> {
    let query =
        one_time_codes::table.filter(one_time_codes::code_mac.eq(mac.to_vec())).filter(one_time_codes::kind.eq(kind));
    Ok(query.select(OneTimeCode::as_select()).first(db).optional()?)
}

pub fn save_code(tx: &mut Tx, code: &OneTimeCode) -> Result<()> {
    diesel::update(one_time_codes::table.find(code.id))
        .set(one_time_codes::used_at.eq(code.used_at))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn remove_codes(tx: &mut Tx, expired_before: Moment) -> Result<usize> {
    let old = one_time_codes::table.filter(one_time_codes::expires_at.lt(expired_before));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}

pub fn attempts(db: &mut Db, bucket: &[u8]) -> Result<Option<Attempts>> {
    Ok(attempts::table.find(bucket.to_vec()).select(Attempts::as_select()).first(db).optional()?)
}

pub fn save_attempts(tx: &mut Tx, row: &Attempts) -> Result<()> {
    remove_attempts(tx, &row.bucket)?;
    diesel::insert_into(attempts::table).values(row).execute(&mut **tx)?;
    Ok(())
}

pub fn remove_attempts(tx: &mut Tx, bucket: &[u8]) -> Result<()> {
    diesel::delete(attempts::table.find(bucket.to_vec())).execute(&mut **tx)?;
    Ok(())
}

pub fn remove_old_attempts(tx: &mut Tx, before: Moment) -> Result<usize> {
    Ok(diesel::delete(attempts::table.filter(attempts::window_began_at.lt(before))).execute(&mut **tx)?)
}

pub fn insert_view(tx: &mut Tx, view: &SavedView) -> Result<()> {
    let inserted = diesel::insert_into(saved_views::table).values(view).execute(&mut **tx);
    unique(inserted, "saved_views", &[("name", Code::Conflict)]).map(drop)
}

/// The account's own, oldest first.
pub fn views(db: &mut Db, account: AccountId) -> Result<Vec<SavedView>> {
    Ok(saved_views::table
        .filter(saved_views::account_id.eq(account))
        .order((saved_views::created_at, saved_views::id))
        .select(SavedView::as_select())
        .load(db)?)
}

/// Removes one of the account's own; another account's is not found.
pub fn remove_view(tx: &mut Tx, account: AccountId, id: SavedViewId) -> Result<()> {
    let own = saved_views::table.find(id).filter(saved_views::account_id.eq(account));
    let rows = diesel::delete(own).execute(&mut **tx)?;
    found((rows == 1).then_some(()))
}

/// A fact about this installation.
pub fn fact(db: &mut Db, name: &str) -> Result<Option<String>> {
    Ok(instance::table.find(name.to_owned()).select(instance::value).first(db).optional()?)
}

pub fn set_fact(tx: &mut Tx, name: &str, value: Option<&str>) -> Result<()> {
    diesel::delete(instance::table.find(name.to_owned())).execute(&mut **tx)?;
    if let Some(value) = value {
        diesel::insert_into(instance::table)
            .values((instance::name.eq(name.to_owned()), instance::value.eq(value.to_owned())))
            .execute(&mut **tx)?;
    }
    Ok(())
}
