//! The HTTP of credentials: one's own password and bearer tokens, and the one-time codes others give out.

use actix_web::HttpRequest;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{account_bucket, limit, verify_secret};
use crate::access::model::ApiToken;
use crate::access::permissions::Action;
use crate::access::store::{self, Identifier};
use crate::access::{Actor, actions, rules};
use crate::error::{Code, Error, FieldError, Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, Json, Named};
use crate::server::App;
use crate::store::idempotency;
use crate::store::journal::Author;
use crate::types::id::ApiTokenId;
use crate::types::time::Moment;

pub fn routes(api: &mut Api) {
    api.add(__path_update_password, Action::ChangePassword, update_password)
        .add(__path_reset_password, Action::SignIn, reset_password)
        .add(__path_list_tokens, Action::ManageTokens, list_tokens)
        .add(__path_create_token, Action::ManageTokens, create_token)
        .add(__path_delete_token, Action::ManageTokens, delete_token);
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordInput {
    /// Mobile number or e-mail address of the account, once more.
    #[schema(max_length = 254)]
    pub identifier: String,
    #[schema(max_length = 128)]
    pub old: String,
    #[schema(min_length = 8, max_length = 128)]
    pub new: String,
}

/// Changes the password and ends every session and token of the account.
#[utoipa::path(put, path = "/api/me/password", request_body = PasswordInput,
    responses((status = 204), (status = 401, body = Problem), (status = 422, body = Problem)))]
async fn update_password(app: App, actor: Actor, request: HttpRequest, body: Body<PasswordInput>) -> Result<Done> {
    let input = body.value;
    let identifier = Identifier::parse(&input.identifier).map_err(|_| Error::from(Code::WrongCredentials))?;
    let account = verify_secret(&app, &actor, &request, identifier, input.old).await?;
    if Some(account) != actor.account {
        return Err(Code::WrongCredentials.into());
    }
    rules::password(&input.new, &[&input.identifier])?;
    let hash = app.passwords.hash(input.new).await?;
    app.store.write(actor.author(), move |tx| actions::change_password(tx, &actor, &hash)).await?;
    Ok(Done)
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PasswordResetInput {
    /// Mobile number or e-mail address of the account.
    #[schema(max_length = 254)]
    pub identifier: String,
    /// As the station or the administrator gave it.
    #[schema(max_length = 40)]
    pub code: String,
    #[schema(min_length = 8, max_length = 128)]
    pub new: String,
}

/// Sets a new password by a one-time code; every session and token of the account ends.
#[utoipa::path(post, path = "/api/password-resets", request_body = PasswordResetInput,
    responses((status = 204), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn reset_password(app: App, actor: Actor, request: HttpRequest, body: Body<PasswordResetInput>) -> Result<Done> {
    let PasswordResetInput { identifier, code, new } = body.value;
    rules::password(&new, &[&identifier])?;
    let identifier = Identifier::parse(&identifier).map_err(|_| Error::from(Code::WrongCode))?;
    limit(&app, &actor, &request, Some(account_bucket(&app, &request, &identifier))).await?;
    // Hashed before the account is looked for, so that an unknown one takes as long.
    let hash = app.passwords.hash(new).await?;
    let keys = app.store.keys.clone();
    app.store
        .write(Author::SYSTEM, move |tx| {
            let account = store::account_by_identifier(tx, &keys, &identifier)?.map(|account| account.id);
            actions::reset_password(tx, &actor, account, &code, &hash)
        })
        .await?;
    Ok(Done)
}

/// A one-time code, to be copied onto a slip of paper; it is not shown again.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CodeBody {
    pub code: String,
    pub expires_at: Moment,
}

impl From<actions::Issued> for CodeBody {
    fn from(issued: actions::Issued) -> CodeBody {
        CodeBody { code: issued.code, expires_at: issued.expires_at }
    }
}

/// A bearer token; its text is there only in the answer that made it.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct TokenBody {
    pub id: ApiTokenId,
    pub name: String,
    pub created_at: Moment,
    pub expires_at: Moment,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenInput {
    #[schema(min_length = 1, max_length = 60)]
    pub name: String,
    /// 1–365 days.
    #[schema(minimum = 1, maximum = 365)]
    pub days: i64,
}

/// Lists the account's own bearer tokens, without their texts.
#[utoipa::path(get, path = "/api/me/tokens", responses((status = 200, body = Vec<TokenBody>)))]
async fn list_tokens(app: App, actor: Actor) -> Result<Json<Vec<TokenBody>>> {
    let account = actor.account()?;
    let tokens = app.store.read(move |db| store::tokens_of(db, account)).await?;
    Ok(Json(tokens.into_iter().map(token_body).collect()))
}

/// Makes a bearer token for an API client. A repeated request names the token but not its text, which is
/// kept nowhere: whoever lost that answer revokes the token and makes another.
#[utoipa::path(post, path = "/api/me/tokens", request_body = TokenInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = TokenBody), (status = 422, body = Problem)))]
async fn create_token(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<TokenInput>,
) -> Result<Created<TokenBody>> {
    let once = key.request(&actor, "create_token", &body);
    let TokenInput { name, days } = body.value;
    let length = name.chars().count();
    if !(1..=365).contains(&days) || !(1..=60).contains(&length) {
        let error = FieldError::new("/days", "range", "名称 1–60 个字，有效期 1–365 天");
        return Err(Error::invalid(vec![error]));
    }
    let body = app
        .store
        .write(actor.author(), move |tx| {
            let mut text = None;
            let body = idempotency::once(tx, &once, |tx| {
                let expires_at = tx.now().plus(chrono::Duration::days(days));
                let (token, made) = actions::issue_token(tx, &actor, &name, expires_at)?;
                text = Some(made);
                Ok(token_body(token))
            })?;
            Ok(TokenBody { token: text, ..body })
        })
        .await?;
    Ok(Created(body))
}

fn token_body(token: ApiToken) -> TokenBody {
    TokenBody {
        id: token.id,
        name: token.name,
        created_at: token.created_at,
        expires_at: token.expires_at,
        token: None,
    }
}

/// Revokes one of the account's own bearer tokens.
#[utoipa::path(delete, path = "/api/me/tokens/{id}", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn delete_token(app: App, actor: Actor, id: Named<ApiTokenId>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::revoke_token(tx, &actor, id.0)).await?;
    Ok(Done)
}
