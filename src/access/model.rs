//! Accounts, what they hold, and how they are recognised.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::store::schema::{accounts, api_tokens, attempts, grants, one_time_codes, saved_views, sessions};
use crate::types::id::{AccountId, ApiTokenId, GrantId, OneTimeCodeId, OrganisationId, SavedViewId, SessionId};
use crate::types::time::Moment;

use super::permissions::Role;

coded! {
    pub enum AccountState {
        Active = "active",
        Disabled = "disabled",
    }
}

/// An account. Name, number and address are sealed; the blind indexes find it at sign-in.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = accounts)]
pub struct Account {
    pub id: AccountId,
    pub name_sealed: Vec<u8>,
    pub mobile_sealed: Option<Vec<u8>>,
    pub mobile_blind: Option<Vec<u8>>,
    pub email_sealed: Option<Vec<u8>>,
    pub email_blind: Option<Vec<u8>>,
    pub password_hash: String,
    pub state: AccountState,
    pub epoch: i64,
    pub created_at: Moment,
}

coded! {
    pub enum GrantState {
        /// Asked for; nothing may be done with it.
        Pending = "pending",
        Active = "active",
        Refused = "refused",
        Revoked = "revoked",
    }
}

/// A role held by an account, over an organisation or a division where the role needs one.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable, Serialize, Deserialize, utoipa::ToSchema)]
#[diesel(table_name = grants)]
pub struct Grant {
    pub id: GrantId,
    pub account_id: AccountId,
    pub role: Role,
    pub organisation_id: Option<OrganisationId>,
    pub district: Option<String>,
    pub state: GrantState,
    pub asked_at: Moment,
    pub asked_by: AccountId,
    pub decided_at: Option<Moment>,
    pub decided_by: Option<AccountId>,
}

/// A signed-in browser.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions)]
pub struct Session {
    pub id: SessionId,
    pub account_id: AccountId,
    pub epoch: i64,
    pub refresh_hash: Vec<u8>,
    pub refresh_hash_previous: Option<Vec<u8>>,
    pub created_at: Moment,
    pub refreshed_at: Moment,
    pub expires_at: Moment,
    pub closed_at: Option<Moment>,
    pub closed_why: Option<Closed>,
}

coded! {
    pub enum Closed {
        SignedOut = "signed_out",
        /// A refresh token came back that had been replaced long ago.
        Stolen = "stolen",
    }
}

/// A bearer token of an API client; it acts as the account that made it.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = api_tokens)]
pub struct ApiToken {
    pub id: ApiTokenId,
    pub account_id: AccountId,
    pub name: String,
    pub token_hash: Vec<u8>,
    pub epoch: i64,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub revoked_at: Option<Moment>,
}

coded! {
    /// What a one-time code is good for.
    pub enum CodeKind {
        /// 领取档案: its subject is a person whom a station entered.
        ClaimPerson = "claim_person",
        /// 重设密码: its subject is an account.
        SetPassword = "set_password",
    }
}

/// A code given out on a slip of paper, good for one act.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = one_time_codes)]
pub struct OneTimeCode {
    pub id: OneTimeCodeId,
    pub kind: CodeKind,
    pub subject: String,
    pub code_mac: Vec<u8>,
    /// Absent: whoever runs the installation.
    pub issued_by: Option<AccountId>,
    pub issued_at: Moment,
    pub expires_at: Moment,
    pub used_at: Option<Moment>,
}

coded! {
    /// A list of the pages whose views can be kept.
    pub enum List {
        Accounts = "accounts",
        Candidates = "candidates",
        Journal = "journal",
        Organisations = "organisations",
        OwnPositions = "own_positions",
        People = "people",
        Specialities = "specialities",
    }
}

/// A way to look at a list that somebody wants again.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, Deserialize, ToSchema)]
#[diesel(table_name = saved_views)]
pub struct SavedView {
    pub id: SavedViewId,
    #[serde(skip, default = "AccountId::only")]
    pub account_id: AccountId,
    pub list: List,
    pub name: String,
    /// The filters as the address of the list has them.
    pub query: String,
    pub created_at: Moment,
}

/// Tries counted for one bucket.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = attempts)]
pub struct Attempts {
    pub bucket: Vec<u8>,
    pub count: i32,
    pub window_began_at: Moment,
    pub blocked_until: Option<Moment>,
    /// Blocks in a row; each doubles the next.
    pub blocks: i32,
}

impl Attempts {
    pub fn first(bucket: Vec<u8>, now: Moment) -> Attempts {
        Attempts { bucket, count: 0, window_began_at: now, blocked_until: None, blocks: 0 }
    }
}
