//! The HTTP of administration: accounts, roles, the queue.

pub mod journal;

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::credentials::CodeBody;
use super::{AccountBody, PageParams, account_body, page_params};
use crate::access::model::{AccountState, Grant};
use crate::access::permissions::{Action, Role};
use crate::access::store::{self, AccountFilter, Identifier};
use crate::access::{Actor, actions, exports};
use crate::error::{Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, Json, Named, Params, spreadsheet};
use crate::server::App;
use crate::store::{idempotency, queue};
use crate::types::id::{AccountId, GrantId, JobId};
use crate::types::identifiers::mask_name;
use crate::types::page::Page;
use crate::types::region::Division;
use crate::types::table::ROWS_MAX;

pub fn routes(api: &mut Api) {
    api.add(__path_list_accounts, Action::ReadAccounts, list_accounts)
        .add(__path_export_accounts, Action::ReadAccounts, export_accounts)
        .add(__path_look_up_accounts, Action::ReadAccounts, look_up_accounts)
        .add(__path_update_account_state, Action::DisableAccount, update_account_state)
        .add(__path_issue_account_code, Action::IssuePasswordCode, issue_account_code)
        .add(__path_list_grants, Action::DecideGrant, list_grants)
        .add(__path_create_grant, Action::DecideGrant, create_grant)
        .add(__path_decide_grant, Action::DecideGrant, decide_grant)
        .add(__path_delete_grant, Action::DecideGrant, delete_grant)
        .add(__path_list_jobs, Action::ReadJobs, list_jobs)
        .add(__path_retry_job, Action::RetryJob, retry_job);
    journal::routes(api);
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccountParams {
    /// Only accounts that hold this role.
    pub role: Option<Role>,
    pub state: Option<AccountState>,
    pub cursor: Option<String>,
    /// 1–100, 20 when absent.
    pub limit: Option<i64>,
}

/// Lists accounts, names masked.
#[utoipa::path(get, path = "/api/accounts", params(AccountParams), responses((status = 200, body = Page<AccountBody>)))]
async fn list_accounts(app: App, _actor: Actor, params: Params<AccountParams>) -> Result<Json<Page<AccountBody>>> {
    let AccountParams { role, state, cursor, limit } = params.0;
    let (after, limit) = page_params::<AccountId>(&PageParams { cursor, limit })?;
    let filter = AccountFilter { role, state };
    let inner = app.clone();
    let body = app
        .store
        .read(move |db| {
            let rows = store::accounts_page(db, &filter, after, limit.rows() + 1)?;
            let page = Page::cut(rows, limit, store::count_accounts(db, &filter)?, |account| account.id.to_string());
            page.try_map(|account| account_body(&inner, db, account.id))
        })
        .await?;
    Ok(Json(body))
}

/// The filter of the list of accounts.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportAccountsParams {
    pub role: Option<Role>,
    pub state: Option<AccountState>,
}

/// Gives the accounts of a list as XLSX, names masked as the list has them.
#[utoipa::path(get, path = "/api/accounts/export", params(ExportAccountsParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_accounts(app: App, _actor: Actor, params: Params<ExportAccountsParams>) -> Result<HttpResponse> {
    let ExportAccountsParams { role, state } = params.0;
    let filter = AccountFilter { role, state };
    let (inner, today) = (app.clone(), app.store.clock.now().day());
    let rows = app
        .store
        .read(move |db| {
            let accounts = store::accounts_page(db, &filter, None, ROWS_MAX as i64 + 1)?;
            let mut row = |id| Ok(exports::account_row(&account_body(&inner, db, id)?));
            accounts.iter().map(|account| row(account.id)).collect::<Result<Vec<_>>>()
        })
        .await?;
    spreadsheet("账号", today, exports::ACCOUNTS, &rows)
}

/// Looks an account up by what its owner signs in with. In a body, because an address is logged.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountLookupInput {
    /// The whole mobile number or e-mail address.
    #[schema(max_length = 254)]
    pub identifier: String,
}

/// Finds the account of a mobile number or an e-mail address.
#[utoipa::path(post, path = "/api/accounts/lookup", request_body = AccountLookupInput,
    responses((status = 200, body = Vec<AccountBody>)))]
async fn look_up_accounts(app: App, _actor: Actor, body: Body<AccountLookupInput>) -> Result<Json<Vec<AccountBody>>> {
    let Ok(identifier) = Identifier::parse(&body.value.identifier) else { return Ok(Json(Vec::new())) };
    let inner = app.clone();
    let found = app
        .store
        .read(move |db| {
            let account = store::account_by_identifier(db, &inner.store.keys, &identifier)?;
            account.map(|account| account_body(&inner, db, account.id)).transpose()
        })
        .await?;
    Ok(Json(found.into_iter().collect()))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountStateInput {
    pub state: AccountState,
}

/// Disables an account, or lets it in again; its sessions end with their next request.
#[utoipa::path(put, path = "/api/accounts/{id}/state", params(("id" = String, Path)), request_body = AccountStateInput,
    responses((status = 204), (status = 404, body = Problem)))]
async fn update_account_state(
    app: App,
    actor: Actor,
    id: Named<AccountId>,
    body: Body<AccountStateInput>,
) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::set_account_state(tx, &actor, id.0, body.value.state)).await?;
    Ok(Done)
}

/// Gives a code with which the account's owner, who has shown who they are, sets a new password.
#[utoipa::path(post, path = "/api/accounts/{id}/password-code", params(("id" = String, Path)),
    responses((status = 201, body = CodeBody), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn issue_account_code(app: App, actor: Actor, id: Named<AccountId>) -> Result<Created<CodeBody>> {
    let issued = app.store.write(actor.author(), move |tx| actions::issue_password_code(tx, &actor, id.0)).await?;
    Ok(Created(issued.into()))
}

/// A role that waits for a decision, with who is to hold it and who asked, names masked.
#[derive(Debug, Serialize, ToSchema)]
pub struct WaitingGrant {
    #[serde(flatten)]
    pub grant: Grant,
    pub account_name: String,
    pub asked_by_name: String,
    /// Whether the one who asked may not decide it.
    pub needs_another: bool,
}

/// Lists the roles that wait for a decision.
#[utoipa::path(get, path = "/api/grants", responses((status = 200, body = Vec<WaitingGrant>)))]
async fn list_grants(app: App, _actor: Actor) -> Result<Json<Vec<WaitingGrant>>> {
    let keys = app.store.keys.clone();
    let waiting = app
        .store
        .read(move |db| {
            let mut waiting = Vec::new();
            for grant in store::pending_grants(db)? {
                waiting.push(WaitingGrant {
                    account_name: mask_name(&store::name_of(db, &keys, grant.account_id)?),
                    asked_by_name: mask_name(&store::name_of(db, &keys, grant.asked_by)?),
                    needs_another: grant.role.needs_second_approval(),
                    grant,
                });
            }
            Ok(waiting)
        })
        .await?;
    Ok(Json(waiting))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantInput {
    pub account_id: AccountId,
    pub role: Role,
    /// For roles bound to an area.
    #[schema(value_type = Option<String>)]
    pub district: Option<Division>,
}

/// Asks for a role for an account. Roles of finance and administration need a second administrator.
#[utoipa::path(post, path = "/api/grants", request_body = GrantInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = Grant), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_grant(app: App, actor: Actor, key: IdempotencyKey, body: Body<GrantInput>) -> Result<Created<Grant>> {
    let once = key.request(&actor, "create_grant", &body);
    let input = body.value;
    let district = input.district.map(|division| division.code().to_owned());
    let grant = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                actions::ask_grant(tx, &actor, input.account_id, input.role, None, district.clone())
            })
        })
        .await?;
    Ok(Created(grant))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionInput {
    pub approve: bool,
}

/// Approves or refuses a role.
#[utoipa::path(put, path = "/api/grants/{id}/decision", params(("id" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = Grant), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn decide_grant(app: App, actor: Actor, id: Named<GrantId>, body: Body<DecisionInput>) -> Result<Json<Grant>> {
    let approve = body.value.approve;
    Ok(Json(app.store.write(actor.author(), move |tx| actions::decide_grant(tx, &actor, id.0, approve)).await?))
}

/// Takes a role away, at once.
#[utoipa::path(delete, path = "/api/grants/{id}", params(("id" = String, Path)),
    responses((status = 200, body = Grant), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn delete_grant(app: App, actor: Actor, id: Named<GrantId>) -> Result<Json<Grant>> {
    Ok(Json(app.store.write(actor.author(), move |tx| actions::revoke_grant(tx, &actor, id.0)).await?))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct JobParams {
    /// `dead` when absent: those a person has to look at.
    pub state: Option<queue::JobState>,
}

/// Lists jobs of one state, newest first, at most 100.
#[utoipa::path(get, path = "/api/jobs", params(JobParams), responses((status = 200, body = Vec<queue::Job>)))]
async fn list_jobs(app: App, _actor: Actor, params: Params<JobParams>) -> Result<Json<Vec<queue::Job>>> {
    let state = params.0.state.unwrap_or(queue::JobState::Dead);
    Ok(Json(app.store.read(move |db| queue::list(db, state, 100)).await?))
}

/// Gives a dead job a new life.
#[utoipa::path(post, path = "/api/jobs/{id}/retry", params(("id" = String, Path)),
    responses((status = 200, body = queue::Job), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn retry_job(app: App, actor: Actor, id: Named<JobId>) -> Result<Json<queue::Job>> {
    Ok(Json(app.store.write(actor.author(), move |tx| actions::retry_job(tx, &actor, id.0)).await?))
}
