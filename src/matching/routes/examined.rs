//! The HTTP of one match taken apart, for whoever answers for the engine.

use search_index::Apart;
use serde::Serialize;
use utoipa::ToSchema;

use super::{PositionCard, card};
use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::Named as NamedCode;
use crate::error::{Error, Problem, Result};
use crate::http::{Api, Json, Named};
use crate::matching::actions::{self, Examined};
use crate::matching::matches::{self, Ranking};
use crate::people::model::PersonKind;
use crate::people::routes::division_body;
use crate::people::store as people;
use crate::server::App;
use crate::types::id::{PersonId, PositionId};
use crate::types::identifiers::mask_name;
use crate::types::region::Level;

pub fn routes(api: &mut Api) {
    api.add(__path_examine_match, Action::ExamineMatch, examine_match);
}

/// One pair, with every number its match was made of.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExaminedMatch {
    pub person: ExaminedPerson,
    pub position: PositionCard,
    /// Whether the public sees the position now, and employers the person: else the other's list cannot hold it.
    pub is_position_public: bool,
    pub is_person_findable: bool,
    pub apart: Apart,
    /// Among the positions for the person.
    pub for_person: Ranking,
    /// Among the people for the position.
    pub for_position: Ranking,
}

/// Somebody, as far as a match shows them: masked, with the township they live in.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExaminedPerson {
    pub id: PersonId,
    pub name: String,
    pub kind: PersonKind,
    pub division: NamedCode,
}

/// Takes the match of one person and one position apart. The person's file tells that it was looked at.
#[utoipa::path(get, path = "/api/dev/matches/{person_id}/{position_id}",
    params(("person_id" = String, Path), ("position_id" = String, Path)),
    responses((status = 200, body = ExaminedMatch), (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 503, body = Problem)))]
async fn examine_match(app: App, actor: Actor, named: Named<(PersonId, PositionId)>) -> Result<Json<ExaminedMatch>> {
    let (person, position) = named.0;
    // Nothing is written down about a look that cannot be answered.
    matches::ready(&app.store, &app.index)?;
    let examined = app.store.write(actor.author(), move |tx| actions::examine(tx, &actor, person, position)).await?;
    let body = actix_web::web::block(move || examined_body(&app, &examined)).await.map_err(Error::internal)??;
    Ok(Json(body))
}

fn examined_body(app: &App, examined: &Examined) -> Result<ExaminedMatch> {
    let Examined { person, position, enterprise, .. } = examined;
    let (for_person, for_position) = matches::rankings(&app.store, &app.index, examined)?;
    let findable = app.store.read_now(|db| matches::findable_people(db, &[person.id]))?;
    Ok(ExaminedMatch {
        person: ExaminedPerson {
            id: person.id,
            name: mask_name(&people::open(&app.store.keys, person)?.name),
            kind: person.kind,
            division: division_body(person.division.at_level(Level::Township).unwrap_or(person.division)),
        },
        position: card(position, enterprise),
        is_position_public: position.is_public(app.store.clock.now().day()) && enterprise.is_verified(),
        is_person_findable: !findable.is_empty(),
        apart: matches::apart(&app.store, examined)?,
        for_person,
        for_position,
    })
}
