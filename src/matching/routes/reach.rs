//! The HTTP of "about n people match": what each requirement of a position costs, while it is written and once
//! it is published.

use search_index::Vacancy;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ranked::position_with_candidates;
use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::Dictionary;
use crate::employers::model::PositionInput;
use crate::employers::{rules, store as employers};
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Body, Json, Named};
use crate::matching::matches::{self, Reached};
use crate::matching::model;
use crate::server::App;
use crate::types::id::{OrganisationId, PositionId};

pub fn routes(api: &mut Api) {
    api.add(__path_estimate_reach, Action::ReadCandidates, estimate_reach).add(
        __path_read_reach,
        Action::ReadCandidates,
        read_reach,
    );
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReachInput {
    pub enterprise_id: OrganisationId,
    pub position: PositionInput,
}

/// About how many people fit, never who.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Reach {
    /// Absent for fewer than five: a number that small would tell of somebody.
    pub people: Option<usize>,
    /// There may be more than were counted in one look.
    pub at_least: bool,
}

impl Reach {
    fn new(Reached { people, at_least }: Reached) -> Reach {
        Reach { people: (people >= 5).then_some(people), at_least }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReachBody {
    pub now: Reach,
    /// What would fit without one requirement, the one that costs most first; only those that cost something.
    pub without: Vec<ReachWithout>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReachWithout {
    /// JSON pointer into the position: `/degree_min`, `/requirements/2`.
    pub pointer: String,
    pub reach: Reach,
}

/// Tells about how many people fit a position that is being written, and what each hard requirement
/// costs. Counts people, shows nobody.
#[utoipa::path(post, path = "/api/positions/reach", request_body = ReachInput,
    responses((status = 200, body = ReachBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn estimate_reach(app: App, actor: Actor, body: Body<ReachInput>) -> Result<Json<ReachBody>> {
    let scope = actor.may(Action::ReadCandidates)?;
    let ReachInput { enterprise_id, position } = body.value;
    let body = actix_web::web::block(move || {
        let enterprise = app.store.read_now(|db| employers::organisation(db, &scope, enterprise_id))?;
        if !enterprise.is_verified() {
            return Err(Code::NotVerified.into());
        }
        let today = app.store.clock.now().day();
        rules::check_position(&position, &Dictionary::get(), today)?;
        reach(&app, &model::vacancy_in_writing(&position, &enterprise, today))
    })
    .await
    .map_err(Error::internal)??;
    Ok(Json(body))
}

/// Tells the same of a published position. Counts people, shows nobody.
#[utoipa::path(get, path = "/api/positions/{id}/reach", params(("id" = String, Path)),
    responses((status = 200, body = ReachBody), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn read_reach(app: App, actor: Actor, id: Named<PositionId>) -> Result<Json<ReachBody>> {
    let scope = actor.may(Action::ReadCandidates)?;
    let body = actix_web::web::block(move || {
        let (position, enterprise) = position_with_candidates(&app, &scope, id.0)?;
        reach(&app, &model::vacancy(&position, &enterprise, employers::requirements(&position)?))
    });
    Ok(Json(body.await.map_err(Error::internal)??))
}

fn reach(app: &App, vacancy: &Vacancy) -> Result<ReachBody> {
    let count = |vacancy: &Vacancy| matches::reach(&app.store, &app.index, vacancy);
    let now = count(vacancy)?;
    let mut without = Vec::new();
    for (pointer, looser) in looser(vacancy) {
        let reached = count(&looser)?;
        if reached.people > now.people {
            without.push((reached, ReachWithout { pointer, reach: Reach::new(reached) }));
        }
    }
    without.sort_by(|(one, at), (other, to)| other.cmp(one).then_with(|| at.pointer.cmp(&to.pointer)));
    Ok(ReachBody { now: Reach::new(now), without: without.into_iter().map(|(_, one)| one).collect() })
}

/// The position without one of the conditions that rule people out, at most a dozen of them. The engine's
/// requirements stand in the order of the position's own, so a number points at the same in both.
fn looser(vacancy: &Vacancy) -> Vec<(String, Vacancy)> {
    let mut looser = Vec::new();
    let mut add = |pointer: String, change: &dyn Fn(&mut Vacancy)| {
        let mut vacancy = vacancy.clone();
        change(&mut vacancy);
        looser.push((pointer, vacancy));
    };
    if vacancy.degree_min.is_some() {
        add("/degree_min".to_owned(), &|vacancy| vacancy.degree_min = None);
    }
    if vacancy.experience_years_min.is_some() {
        add("/experience_years_min".to_owned(), &|vacancy| vacancy.experience_years_min = None);
    }
    for (i, _) in vacancy.requirements.iter().enumerate().filter(|(_, asked)| asked.must).take(10) {
        add(format!("/requirements/{i}"), &|vacancy| drop(vacancy.requirements.remove(i)));
    }
    looser
}
