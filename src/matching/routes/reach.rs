//! The HTTP of "about n people match": what each requirement of a position costs, while it is written.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::Dictionary;
use crate::employers::model::PositionInput;
use crate::employers::{rules, store as employers};
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Body, Json};
use crate::matching::matches::{self, REACH_MAX};
use crate::matching::model;
use crate::server::App;
use crate::types::id::OrganisationId;

pub fn routes(api: &mut Api) {
    api.add(__path_estimate_reach, Action::ReadCandidates, estimate_reach);
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
    /// There are more than can be counted in one look.
    pub at_least: bool,
}

impl Reach {
    fn new(count: usize) -> Reach {
        Reach { people: (count >= 5).then_some(count), at_least: count >= REACH_MAX }
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
        let count = |input: &PositionInput| {
            matches::reach(&app.store, &app.index, &model::vacancy_in_writing(input, &enterprise, today))
        };
        let now = count(&position)?;
        let mut without = Vec::new();
        for (pointer, looser) in looser(&position) {
            let reach = count(&looser)?;
            if reach > now {
                without.push((reach, ReachWithout { pointer, reach: Reach::new(reach) }));
            }
        }
        without.sort_by(|(one, at), (other, to)| other.cmp(one).then_with(|| at.pointer.cmp(&to.pointer)));
        Ok::<_, Error>(ReachBody { now: Reach::new(now), without: without.into_iter().map(|(_, one)| one).collect() })
    })
    .await
    .map_err(Error::internal)??;
    Ok(Json(body))
}

/// The position without one of the conditions that rule people out, at most a dozen of them.
fn looser(position: &PositionInput) -> Vec<(String, PositionInput)> {
    let mut looser = Vec::new();
    let mut add = |pointer: String, change: &dyn Fn(&mut PositionInput)| {
        let mut position = position.clone();
        change(&mut position);
        looser.push((pointer, position));
    };
    if position.degree_min.is_some() {
        add("/degree_min".to_owned(), &|position| position.degree_min = None);
    }
    if position.experience_years_min.is_some() {
        add("/experience_years_min".to_owned(), &|position| position.experience_years_min = None);
    }
    for (i, _) in position.requirements.iter().enumerate().filter(|(_, asked)| asked.must).take(10) {
        add(format!("/requirements/{i}"), &|position| drop(position.requirements.remove(i)));
    }
    looser
}
