//! The HTTP of saved views of lists.

use serde::Deserialize;
use utoipa::ToSchema;

use crate::access::actions::views;
use crate::access::model::{List, SavedView};
use crate::access::permissions::Action;
use crate::access::{Actor, store};
use crate::error::{Code, Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, Json, Named};
use crate::server::App;
use crate::store::idempotency;
use crate::types::id::SavedViewId;

pub fn routes(api: &mut Api) {
    api.add(__path_list_views, Action::SaveView, list_views)
        .add(__path_create_view, Action::SaveView, create_view)
        .add(__path_delete_view, Action::SaveView, delete_view);
}

/// Lists the views the account keeps, of all lists, oldest first.
#[utoipa::path(get, path = "/api/me/views", responses((status = 200, body = Vec<SavedView>)))]
async fn list_views(app: App, actor: Actor) -> Result<Json<Vec<SavedView>>> {
    let account = actor.account()?;
    Ok(Json(app.store.read(move |db| store::views(db, account)).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewInput {
    pub list: List,
    #[schema(min_length = 1, max_length = 20)]
    pub name: String,
    /// Filters and order as the address of the list has them: codes only, no words, no place in the list.
    #[schema(max_length = 500)]
    pub query: String,
}

/// Keeps a view of a list under a name.
#[utoipa::path(post, path = "/api/me/views", request_body = ViewInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = SavedView), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_view(app: App, actor: Actor, key: IdempotencyKey, body: Body<ViewInput>) -> Result<Created<SavedView>> {
    let once = key.request(&actor, "create_view", &body);
    let ViewInput { list, name, query } = body.value;
    let view = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| views::save(tx, &actor, list, &name, &query))
        })
        .await
        .map_err(|error| match error.code() {
            Code::Conflict => error.detail("已经有一个同名的视图，请换个名字"),
            _ => error,
        })?;
    Ok(Created(view))
}

/// Drops one of the account's views.
#[utoipa::path(delete, path = "/api/me/views/{id}", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn delete_view(app: App, actor: Actor, id: Named<SavedViewId>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| views::drop(tx, &actor, id.0)).await?;
    Ok(Done)
}
