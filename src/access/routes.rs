//! The HTTP of access: accounts, signing in and out.

pub mod administration;
pub mod credentials;
pub mod views;

use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::error::{Code, Error, FieldError, Problem, Result};
use crate::http::{Api, Body, IdempotencyKey, Json};
use crate::server::App;
use crate::store::idempotency;
use crate::store::journal::Author;
use crate::store::sealed::Purpose;
use crate::types::id::{AccountId, GrantId, OrganisationId, PersonId};
use crate::types::identifiers::mask_name;
use crate::types::page::{self, Limit};
use crate::types::text::is_person_name;

use super::actions::{self, NewAccount, Opened, Refreshed};
use super::gate;
use super::model::AccountState;
use super::permissions::{Action, Role};
use super::store::{self, Identifier};
use super::{Actor, rules};

pub fn routes(api: &mut Api) {
    api.add(__path_read_session, Action::ReadSession, read_session)
        .add(__path_create_account, Action::SignUp, create_account)
        .add(__path_bootstrap_account, Action::SignUp, bootstrap_account)
        .add(__path_create_session, Action::SignIn, create_session)
        .add(__path_create_demo_session, Action::SignIn, create_demo_session)
        .add(__path_refresh_session, Action::SignIn, refresh_session)
        .add(__path_delete_session, Action::SignOut, delete_session);
    administration::routes(api);
    credentials::routes(api);
    views::routes(api);
}

/// Who is signed in, and in which world.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SessionBody {
    pub account: Option<AccountBody>,
    /// Send it as `X-CSRF-Token` with everything but GET.
    pub csrf_token: Option<String>,
    pub world: World,
    /// The account's own profile, once there is one.
    pub person_id: Option<PersonId>,
}

crate::coded! {
    pub enum World {
        Live = "live",
        /// Invented people and employers; anyone may sign in as any role.
        Demo = "demo",
    }
}

/// An account with its name masked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AccountBody {
    pub id: AccountId,
    pub name: String,
    pub state: AccountState,
    pub roles: Vec<RoleBody>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RoleBody {
    /// Names the grant, for an administrator who takes it away.
    pub grant_id: Option<GrantId>,
    pub role: Role,
    pub organisation_id: Option<OrganisationId>,
    pub district: Option<String>,
}

/// Tells who is signed in.
#[utoipa::path(get, path = "/api/session", responses((status = 200, body = SessionBody)))]
async fn read_session(app: App, actor: Actor) -> Result<Json<SessionBody>> {
    Ok(Json(session_body(&app, &actor).await?))
}

async fn session_body(app: &App, actor: &Actor) -> Result<SessionBody> {
    let (inner, who) = (app.clone(), actor.clone());
    let (account, person_id, demo) = app
        .store
        .read(move |db| {
            let account = who.account.map(|id| account_body(&inner, db, id)).transpose()?;
            let person = who.account.map(|id| crate::people::id_of_account(db, id)).transpose()?.flatten();
            Ok((account, person, store::fact(db, "world")?.as_deref() == Some("demo")))
        })
        .await?;
    Ok(SessionBody {
        account,
        csrf_token: actor.session.map(|id| gate::csrf_token(app, id)),
        world: if demo { World::Demo } else { World::Live },
        person_id,
    })
}

fn account_body(app: &App, db: &mut crate::store::Db, id: AccountId) -> Result<AccountBody> {
    let account = store::account(db, id)?;
    let name = store::name_of(db, &app.store.keys, id)?;
    let roles = store::holdings(db, id)?.into_iter().map(|holding| RoleBody {
        grant_id: holding.grant,
        role: holding.role,
        organisation_id: holding.organisation,
        district: holding.district,
    });
    Ok(AccountBody { id, name: mask_name(&name), state: account.state, roles: roles.collect() })
}

/// A new account. At least one of mobile and e-mail.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AccountInput {
    #[schema(min_length = 1, max_length = 40)]
    pub name: String,
    #[schema(max_length = 30)]
    pub mobile: Option<String>,
    #[schema(max_length = 254)]
    pub email: Option<String>,
    #[schema(min_length = 8, max_length = 128)]
    pub password: String,
    /// `veteran` or `spouse` for job-seekers; absent for everybody else.
    pub seeker: Option<Role>,
}

/// Checks everything at once and hashes the password.
async fn checked_account(app: &App, input: AccountInput) -> Result<(NewAccount, Option<Role>)> {
    let mut errors = Vec::new();
    let name = input.name.trim().to_owned();
    if !is_person_name(&name) {
        errors.push(FieldError::new("/name", "name", "请填写姓名，只用文字，最多 40 个字"));
    }
    let mobile = input.mobile.as_deref().map(crate::types::identifiers::Mobile::parse).transpose();
    let email = input.email.as_deref().map(crate::types::identifiers::Email::parse).transpose();
    if let Err(error) = &mobile {
        errors.push(FieldError::new("/mobile", error.code(), error.to_string()));
    }
    if let Err(error) = &email {
        errors.push(FieldError::new("/email", error.code(), error.to_string()));
    }
    if input.mobile.is_none() && input.email.is_none() {
        errors.push(FieldError::new("/mobile", "required", "请填写手机号或邮箱"));
    }
    if input.seeker.is_some_and(|role| !matches!(role, Role::Veteran | Role::Spouse)) {
        errors.push(FieldError::new("/seeker", "wrong_value", "只能选退役军人或军属"));
    }
    let known = [name.as_str(), input.mobile.as_deref().unwrap_or(""), input.email.as_deref().unwrap_or("")];
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    rules::password(&input.password, &known)?;
    let password_hash = app.passwords.hash(input.password).await?;
    let (Ok(mobile), Ok(email)) = (mobile, email) else { unreachable!("checked above") };
    Ok((NewAccount { name, mobile, email, password_hash }, input.seeker))
}

/// Opens an account and signs in.
#[utoipa::path(post, path = "/api/accounts", request_body = AccountInput,
    params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = SessionBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_account(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Body<AccountInput>,
) -> Result<HttpResponse> {
    limit(&app, &actor, &request, None).await?;
    // Whoever sends the key again has to know the password too; only a keyed MAC of both is kept.
    let content = format!("{:?}{:?}{:?}", body.value.mobile, body.value.email, body.value.password).into_bytes();
    let once = key.of_bytes(&actor, "create_account", app.store.keys.mac(Purpose::Bucket, &content).to_vec());
    let (new, seeker) = checked_account(&app, body.value).await?;
    let anyone = actor.clone();
    let opened = app
        .store
        .write(Author::SYSTEM, move |tx| {
            let account: AccountId = idempotency::once(tx, &once, |tx| actions::sign_up(tx, &anyone, &new, seeker))?;
            // A key repeated within minutes is a lost answer; later it would be a way past the sign-in.
            let opened = store::account(tx, account)?.created_at;
            if tx.now().since(opened) > chrono::Duration::minutes(10) {
                return Err(Code::AlreadyRegistered.into());
            }
            actions::open_session(tx, &anyone, account, None)
        })
        .await?;
    signed_in(&app, opened, None).await
}

/// The one-time code of the first start.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BootstrapInput {
    #[schema(max_length = 64)]
    pub code: String,
    pub account: AccountInput,
}

/// Opens the first security administrator's account with the code printed at the first start.
#[utoipa::path(post, path = "/api/bootstrap", request_body = BootstrapInput,
    responses((status = 201, body = SessionBody), (status = 401, body = Problem), (status = 404, body = Problem)))]
async fn bootstrap_account(
    app: App,
    actor: Actor,
    request: HttpRequest,
    body: Body<BootstrapInput>,
) -> Result<HttpResponse> {
    limit(&app, &actor, &request, None).await?;
    let (new, _) = checked_account(&app, body.value.account).await?;
    let code = body.value.code;
    let opened = app
        .store
        .write(Author::SYSTEM, move |tx| {
            let account = actions::bootstrap(tx, &actor, &code, &new)?;
            actions::open_session(tx, &actor, account, None)
        })
        .await?;
    signed_in(&app, opened, None).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignInInput {
    /// Mobile number or e-mail address.
    #[schema(max_length = 254)]
    pub identifier: String,
    #[schema(max_length = 128)]
    pub password: String,
}

/// Signs in.
#[utoipa::path(post, path = "/api/sessions", request_body = SignInInput,
    responses((status = 201, body = SessionBody), (status = 401, body = Problem), (status = 429, body = Problem)))]
async fn create_session(app: App, actor: Actor, request: HttpRequest, body: Body<SignInInput>) -> Result<HttpResponse> {
    let SignInInput { identifier, password } = body.value;
    let identifier = Identifier::parse(&identifier).map_err(|_| Error::from(Code::WrongCredentials))?;
    let account = verify_secret(&app, &actor, &request, identifier.clone(), password).await?;
    let bucket = account_bucket(&app, &request, &identifier);
    let opened = app
        .store
        .write(Author(Some(account)), move |tx| actions::open_session(tx, &actor, account, Some(&bucket)))
        .await?;
    signed_in(&app, opened, Some(&identifier)).await
}

/// The only place that compares a password: it counts the try first, in a transaction of its own.
async fn verify_secret(
    app: &App,
    actor: &Actor,
    request: &HttpRequest,
    identifier: Identifier,
    password: String,
) -> Result<AccountId> {
    limit(app, actor, request, Some(account_bucket(app, request, &identifier))).await?;
    let keys = app.store.keys.clone();
    let account = app.store.read(move |db| store::account_by_identifier(db, &keys, &identifier)).await?;
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let right = app.passwords.verify(password, hash).await?;
    match account {
        Some(account) if right && account.state == AccountState::Active => Ok(account.id),
        _ => Err(Code::WrongCredentials.into()),
    }
}

/// Counts a try of a secret before it is compared, for the network and for the bucket given.
pub async fn limit(app: &App, actor: &Actor, request: &HttpRequest, bucket: Option<Vec<u8>>) -> Result<()> {
    let network = app.store.keys.mac(Purpose::Bucket, format!("network {}", gate::network(app, request)).as_bytes());
    let mut buckets = vec![(network[..16].to_vec(), rules::PER_NETWORK)];
    buckets.extend(bucket.map(|bucket| (bucket, rules::PER_ACCOUNT)));
    let (looked, now) = (buckets.clone(), app.store.clock.now());
    if let Some(refusal) = app.store.read(move |db| actions::blocked(db, &looked, now)).await? {
        return Err(refusal);
    }
    let actor = actor.clone();
    let refusal = app.store.write(Author::SYSTEM, move |tx| actions::count_attempts(tx, &actor, &buckets)).await?;
    refusal.map_or(Ok(()), Err)
}

/// A browser that signed in to this account before has a bucket of its own.
fn account_bucket(app: &App, request: &HttpRequest, identifier: &Identifier) -> Vec<u8> {
    let blind = identifier.blind(&app.store.keys);
    let known = request
        .cookie(gate::DEVICE_COOKIE)
        .is_some_and(|sent| gate::same_secret(sent.value(), &device(app, identifier)));
    let label = if known { &b"device "[..] } else { &b"account "[..] };
    app.store.keys.mac(Purpose::Bucket, &[label, &blind].concat())[..16].to_vec()
}

fn device(app: &App, identifier: &Identifier) -> String {
    let blind = identifier.blind(&app.store.keys);
    crate::store::sealed::to_hex(&app.store.keys.mac(Purpose::Bucket, &[&b"known device "[..], &blind].concat()))
}

async fn signed_in(app: &App, opened: Opened, identifier: Option<&Identifier>) -> Result<HttpResponse> {
    let holdings = {
        let account = opened.account;
        app.store.read(move |db| store::holdings(db, account)).await?
    };
    let actor = Actor::new(opened.account, Some(opened.session), holdings);
    let mut response = HttpResponse::Created();
    for cookie in gate::cookies(&opened) {
        response.cookie(cookie);
    }
    if let Some(identifier) = identifier {
        let mut cookie = gate::cookie(gate::DEVICE_COOKIE, device(app, identifier));
        cookie.set_max_age(actix_web::cookie::time::Duration::days(365));
        response.cookie(cookie);
    }
    Ok(response.json(session_body(app, &actor).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemoSessionInput {
    pub role: Role,
}

/// Signs in as a role of the demonstration world; a live world has no such address.
#[utoipa::path(post, path = "/api/demo/sessions", request_body = DemoSessionInput,
    responses((status = 201, body = SessionBody), (status = 404, body = Problem)))]
async fn create_demo_session(app: App, actor: Actor, body: Body<DemoSessionInput>) -> Result<HttpResponse> {
    let role = body.value.role;
    let account = app
        .store
        .read(move |db| {
            let fact = store::fact(db, &format!("demo_{role}"))?;
            let demo = store::fact(db, "world")?.as_deref() == Some("demo");
            fact.filter(|_| demo).and_then(|id| id.parse().ok()).ok_or_else(|| Code::NotFound.into())
        })
        .await?;
    let opened =
        app.store.write(Author(Some(account)), move |tx| actions::open_session(tx, &actor, account, None)).await?;
    signed_in(&app, opened, None).await
}

/// Exchanges the refresh cookie for a fresh access cookie.
#[utoipa::path(post, path = "/api/session/refresh",
    responses((status = 201, body = SessionBody), (status = 401, body = Problem)))]
async fn refresh_session(app: App, actor: Actor, request: HttpRequest) -> Result<HttpResponse> {
    let token = request.cookie(gate::REFRESH_COOKIE).ok_or(Code::NotSignedIn)?.value().to_owned();
    let session = request
        .cookie(gate::ACCESS_COOKIE)
        .and_then(|cookie| super::tokens::session_of(&app.store.keys, cookie.value()));
    let refreshed =
        app.store.write(Author::SYSTEM, move |tx| actions::refresh_session(tx, &actor, &token, session)).await?;
    match refreshed {
        Refreshed::Live(opened) => signed_in(&app, opened, None).await,
        Refreshed::Stolen => Err(Code::SessionExpired.into()),
    }
}

/// Signs out.
#[utoipa::path(delete, path = "/api/session", responses((status = 204)))]
async fn delete_session(app: App, actor: Actor) -> Result<HttpResponse> {
    app.store.write(actor.author(), move |tx| actions::sign_out(tx, &actor)).await?;
    let mut response = HttpResponse::NoContent();
    for name in [gate::ACCESS_COOKIE, gate::REFRESH_COOKIE] {
        let mut cookie = gate::cookie(name, String::new());
        cookie.make_removal();
        response.cookie(cookie);
    }
    Ok(response.insert_header(("Clear-Site-Data", "\"cache\"")).finish())
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageParams {
    pub cursor: Option<String>,
    /// 1–100, 20 when absent.
    pub limit: Option<i64>,
}

/// Reads a page's parameters; the cursor is turned into `K`.
pub fn page_params<K: std::str::FromStr>(params: &PageParams) -> Result<(Option<K>, Limit)> {
    let limit = Limit::new(params.limit).ok_or_else(|| Error::new(Code::InvalidQuery).detail("limit：1–100"))?;
    let Some(cursor) = &params.cursor else { return Ok((None, limit)) };
    let key = page::decode(cursor).and_then(|key| key.parse().ok()).ok_or(Code::InvalidCursor)?;
    Ok((Some(key), limit))
}
