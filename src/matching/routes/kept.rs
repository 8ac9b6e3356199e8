//! The HTTP of what a seeker keeps: positions saved and put away, searches.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{PositionCard, SearchParams, card, query};
use crate::access::Actor;
use crate::access::permissions::Action;
use crate::employers::store as employers;
use crate::error::{Code, Error, FieldError, Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, Json, Named};
use crate::matching::model::{DismissReason, MarkKind, SavedSearch};
use crate::matching::{actions, rules, store};
use crate::server::App;
use crate::store::idempotency;
use crate::types::id::{PositionId, SavedSearchId};
use crate::types::time::Moment;

pub fn routes(api: &mut Api) {
    api.add(__path_list_saved_positions, Action::MarkPosition, list_saved_positions)
        .add(__path_save_position, Action::MarkPosition, save_position)
        .add(__path_unsave_position, Action::MarkPosition, unsave_position)
        .add(__path_list_dismissed_positions, Action::MarkPosition, list_dismissed_positions)
        .add(__path_dismiss_position, Action::MarkPosition, dismiss_position)
        .add(__path_restore_position, Action::MarkPosition, restore_position)
        .add(__path_list_searches, Action::SaveSearch, list_searches)
        .add(__path_create_search, Action::SaveSearch, create_search)
        .add(__path_delete_search, Action::SaveSearch, delete_search);
}

/// A position that the seeker marked.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkedPosition {
    pub position: PositionCard,
    /// Whether one can still apply; a closed one stays on the list until it is taken off.
    pub is_open: bool,
    /// Why it was put away.
    pub reason: Option<DismissReason>,
    pub marked_at: Moment,
}

async fn marked(app: App, actor: Actor, kind: MarkKind) -> Result<Json<Vec<MarkedPosition>>> {
    let account = actor.account()?;
    let today = app.store.clock.now().day();
    let body = app
        .store
        .read(move |db| {
            let marks = store::marks(db, account, kind, rules::MARKS_MAX)?;
            let ids: Vec<PositionId> = marks.iter().map(|mark| mark.position_id).collect();
            let rows = employers::positions_by_ids(db, &ids)?;
            let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.0.id, row)).collect();
            let body = marks.into_iter().filter_map(|mark| {
                let (position, enterprise) = rows.remove(&mark.position_id)?;
                Some(MarkedPosition {
                    position: card(&position, &enterprise),
                    is_open: position.is_public(today) && enterprise.is_verified(),
                    reason: mark.reason,
                    marked_at: mark.marked_at,
                })
            });
            Ok(body.collect())
        })
        .await?;
    Ok(Json(body))
}

/// Lists the positions the seeker saved, newest first.
#[utoipa::path(get, path = "/api/me/saved-positions", responses((status = 200, body = Vec<MarkedPosition>)))]
async fn list_saved_positions(app: App, actor: Actor) -> Result<Json<Vec<MarkedPosition>>> {
    marked(app, actor, MarkKind::Saved).await
}

/// Saves a position for later.
#[utoipa::path(put, path = "/api/me/saved-positions/{id}", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn save_position(app: App, actor: Actor, id: Named<PositionId>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::save_position(tx, &actor, id.0)).await?;
    Ok(Done)
}

/// Takes a position off the list of the saved.
#[utoipa::path(delete, path = "/api/me/saved-positions/{id}", params(("id" = String, Path)), responses((status = 204)))]
async fn unsave_position(app: App, actor: Actor, id: Named<PositionId>) -> Result<Done> {
    let kind = MarkKind::Saved;
    app.store.write(actor.author(), move |tx| actions::unmark_position(tx, &actor, id.0, kind)).await?;
    Ok(Done)
}

/// Lists the positions the seeker put away, newest first.
#[utoipa::path(get, path = "/api/me/dismissed-positions", responses((status = 200, body = Vec<MarkedPosition>)))]
async fn list_dismissed_positions(app: App, actor: Actor) -> Result<Json<Vec<MarkedPosition>>> {
    marked(app, actor, MarkKind::Dismissed).await
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DismissInput {
    pub reason: DismissReason,
}

/// Puts a position away: it is no longer among the seeker's matches.
#[utoipa::path(put, path = "/api/me/dismissed-positions/{id}", params(("id" = String, Path)), request_body = DismissInput,
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn dismiss_position(app: App, actor: Actor, id: Named<PositionId>, body: Body<DismissInput>) -> Result<Done> {
    let reason = body.value.reason;
    app.store.write(actor.author(), move |tx| actions::dismiss_position(tx, &actor, id.0, reason)).await?;
    Ok(Done)
}

/// Brings back a position that was put away.
#[utoipa::path(delete, path = "/api/me/dismissed-positions/{id}", params(("id" = String, Path)), responses((status = 204)))]
async fn restore_position(app: App, actor: Actor, id: Named<PositionId>) -> Result<Done> {
    let kind = MarkKind::Dismissed;
    app.store.write(actor.author(), move |tx| actions::unmark_position(tx, &actor, id.0, kind)).await?;
    Ok(Done)
}

/// Lists the searches the seeker keeps.
#[utoipa::path(get, path = "/api/me/searches", responses((status = 200, body = Vec<SavedSearch>)))]
async fn list_searches(app: App, actor: Actor) -> Result<Json<Vec<SavedSearch>>> {
    let account = actor.account()?;
    Ok(Json(app.store.read(move |db| store::searches(db, account)).await?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SearchInput {
    #[schema(min_length = 1, max_length = 40)]
    pub name: String,
    /// The parameters as the address of `GET /api/positions` has them, without cursor and limit.
    #[schema(max_length = 500)]
    pub query: String,
}

/// Keeps a search under a name.
#[utoipa::path(post, path = "/api/me/searches", request_body = SearchInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = SavedSearch), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_search(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<SearchInput>,
) -> Result<Created<SavedSearch>> {
    let once = key.request(&actor, "create_search", &body);
    let SearchInput { name, query: text } = body.value;
    let wrong = || Error::invalid(vec![FieldError::new("/query", "wrong_value", "这不是本站的搜索条件")]);
    let params: SearchParams = serde_urlencoded::from_str(&text).map_err(|_| wrong())?;
    if params.cursor.is_some() || params.limit.is_some() {
        return Err(wrong());
    }
    query(params, app.store.clock.now(), 0, 1).map_err(|_| wrong())?;
    let search = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| actions::save_search(tx, &actor, &name, &text))
        })
        .await
        .map_err(|error| match error.code() {
            Code::Conflict => error.detail("已经有一个同名的搜索，请换个名字"),
            _ => error,
        })?;
    Ok(Created(search))
}

/// Drops one of the seeker's searches.
#[utoipa::path(delete, path = "/api/me/searches/{id}", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn delete_search(app: App, actor: Actor, id: Named<SavedSearchId>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::drop_search(tx, &actor, id.0)).await?;
    Ok(Done)
}
