//! The HTTP of administration: accounts, roles, the queue, the journal.

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::credentials::CodeBody;
use super::{AccountBody, PageParams, account_body, page_params};
use crate::access::model::{AccountState, Grant};
use crate::access::permissions::{Action, Role};
use crate::access::{Actor, actions, store};
use crate::error::{Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, Json, Named, Params};
use crate::server::App;
use crate::store::{idempotency, queue};
use crate::types::id::{AccountId, GrantId, JobId};
use crate::types::page::Page;
use crate::types::region::Division;
use crate::types::time::Moment;

pub fn routes(api: &mut Api) {
    api.add(__path_list_accounts, Action::ReadAccounts, list_accounts)
        .add(__path_update_account_state, Action::DisableAccount, update_account_state)
        .add(__path_issue_account_code, Action::IssuePasswordCode, issue_account_code)
        .add(__path_list_grants, Action::DecideGrant, list_grants)
        .add(__path_create_grant, Action::DecideGrant, create_grant)
        .add(__path_decide_grant, Action::DecideGrant, decide_grant)
        .add(__path_delete_grant, Action::DecideGrant, delete_grant)
        .add(__path_list_jobs, Action::ReadJobs, list_jobs)
        .add(__path_retry_job, Action::RetryJob, retry_job)
        .add(__path_list_journal, Action::ReadJournal, list_journal);
}

/// Lists accounts, names masked.
#[utoipa::path(get, path = "/api/accounts", params(PageParams), responses((status = 200, body = Page<AccountBody>)))]
async fn list_accounts(app: App, _actor: Actor, params: Params<PageParams>) -> Result<Json<Page<AccountBody>>> {
    let (after, limit) = page_params::<AccountId>(&params.0)?;
    let inner = app.clone();
    let page = app
        .store
        .read(move |db| {
            let rows = store::accounts_page(db, after, limit)?;
            let page = Page::cut(rows, limit, |account| account.id.to_string());
            let items = page.items.iter().map(|account| account_body(&inner, db, account.id)).collect::<Result<_>>()?;
            Ok(Page { items, next: page.next })
        })
        .await?;
    Ok(Json(page))
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

/// Lists the roles that wait for a decision.
#[utoipa::path(get, path = "/api/grants", responses((status = 200, body = Vec<Grant>)))]
async fn list_grants(app: App, _actor: Actor) -> Result<Json<Vec<Grant>>> {
    Ok(Json(app.store.read(store::pending_grants).await?))
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

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct JournalParams {
    /// Only what happened to this id.
    pub subject: Option<String>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

/// One thing that happened: ids and codes, no personal data.
#[derive(Debug, Serialize, ToSchema)]
pub struct JournalBody {
    pub seq: i64,
    pub at: Moment,
    pub account_id: Option<AccountId>,
    pub event: crate::store::journal::Event,
    pub subject: String,
    #[schema(value_type = Option<Object>)]
    pub details: serde_json::Value,
}

/// Lists the journal, newest first.
#[utoipa::path(get, path = "/api/journal", params(JournalParams), responses((status = 200, body = Page<JournalBody>)))]
async fn list_journal(app: App, _actor: Actor, params: Params<JournalParams>) -> Result<Json<Page<JournalBody>>> {
    let JournalParams { subject, cursor, limit } = params.0;
    let (before, limit) = page_params::<i64>(&PageParams { cursor, limit })?;
    let rows = app
        .store
        .read(move |db| crate::store::journal::read_before(db, before, subject.as_deref(), limit.rows() + 1))
        .await?;
    let page = Page::cut(rows, limit, |row| row.seq.to_string());
    Ok(Json(page.map(|row| JournalBody {
        seq: row.seq,
        at: row.at,
        account_id: row.account_id,
        event: row.event,
        subject: row.subject,
        details: serde_json::from_str(&row.details).unwrap_or(json!(null)),
    })))
}
