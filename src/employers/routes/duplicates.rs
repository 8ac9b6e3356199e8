//! The HTTP of positions posted several times: a warning to whoever writes, a list for whoever watches.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::positions::{PayBody, pay_body};
use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::Named as NamedCode;
use crate::employers::duplicates::actions;
use crate::employers::model::{Organisation, Position, PositionInput, PositionState};
use crate::employers::store;
use crate::error::{Problem, Result};
use crate::http::{Api, Body, Json};
use crate::people::routes::division_body;
use crate::server::App;
use crate::types::id::{OrganisationId, PositionId};

pub fn routes(api: &mut Api) {
    api.add(__path_check_duplicates, Action::EditPosition, check_duplicates).add(
        __path_list_copies,
        Action::ReadDesk,
        list_copies,
    );
}

/// A position being written, and whose.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DuplicateInput {
    pub enterprise_id: OrganisationId,
    /// The position itself, where it stands already.
    pub position_id: Option<PositionId>,
    pub position: PositionInput,
}

/// A position of the same enterprise that says the same.
#[derive(Debug, Serialize, ToSchema)]
pub struct DuplicateBody {
    pub id: PositionId,
    pub title: String,
    pub state: PositionState,
    /// Absent for a draft.
    pub published_on: Option<NaiveDate>,
}

/// Tells which of the enterprise's own positions one that is being written repeats; nothing is saved.
#[utoipa::path(post, path = "/api/positions/duplicates", request_body = DuplicateInput,
    responses((status = 200, body = Vec<DuplicateBody>), (status = 404, body = Problem)))]
async fn check_duplicates(app: App, actor: Actor, body: Body<DuplicateInput>) -> Result<Json<Vec<DuplicateBody>>> {
    let scope = actor.may(Action::EditPosition)?;
    let DuplicateInput { enterprise_id, position_id, position } = body.value;
    let found = app
        .store
        .read(move |db| {
            store::organisation(db, &scope, enterprise_id)?;
            actions::repeated_by(db, enterprise_id, &position, position_id)
        })
        .await?;
    let found = found.into_iter().map(|position| DuplicateBody {
        id: position.id,
        title: position.title,
        state: position.state,
        published_on: position.published_at.map(|at| at.day()),
    });
    Ok(Json(found.collect()))
}

/// One of several positions in the same words.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopyBody {
    pub id: PositionId,
    pub title: String,
    pub enterprise_id: OrganisationId,
    pub enterprise_name: String,
    pub division: NamedCode,
    /// Absent: to be agreed.
    pub pay: Option<PayBody>,
    pub published_on: NaiveDate,
}

/// Open positions that different enterprises posted in practically the same words.
#[derive(Debug, Serialize, ToSchema)]
pub struct CopiesBody {
    pub positions: Vec<CopyBody>,
}

/// Lists positions of the officer's district that different enterprises posted in practically the same words: an
/// agency beside the employer, or a text taken over. Newest first, at most 50.
#[utoipa::path(get, path = "/api/desk/copies", responses((status = 200, body = Vec<CopiesBody>)))]
async fn list_copies(app: App, actor: Actor) -> Result<Json<Vec<CopiesBody>>> {
    let scope = actor.may(Action::ReadDesk)?;
    let found = app.store.read(move |db| actions::copies(db, &scope)).await?;
    let bodies = found.iter().map(|copies| CopiesBody { positions: copies.iter().map(copy_body).collect() });
    Ok(Json(bodies.collect()))
}

fn copy_body((position, enterprise): &(Position, Organisation)) -> CopyBody {
    CopyBody {
        id: position.id,
        title: position.title.clone(),
        enterprise_id: enterprise.id,
        enterprise_name: enterprise.name.clone(),
        division: division_body(position.division),
        pay: pay_body(position),
        published_on: position.published_at.unwrap_or(position.created_at).day(),
    }
}
