//! The HTTP of "what would change this?": what misses by one thing, and what gives it.

use search_index::{Adjustment, Match};
use serde::Serialize;
use utoipa::ToSchema;

use super::ranked::{own_person, person_looked_after};
use super::{PositionCard, card};
use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::{Dictionary, Named as NamedCode, PermitBody};
use crate::error::{Error, Problem, Result};
use crate::http::{Api, Json, Named};
use crate::matching::counterfactuals::{self, Gain};
use crate::matching::model::shift_back;
use crate::people::model::{Person, Profile};
use crate::people::routes::division_body;
use crate::server::App;
use crate::types::id::PersonId;
use crate::types::region::Division;
use crate::types::work::{Degree, Shift};

pub fn routes(api: &mut Api) {
    api.add(__path_list_own_counterfactuals, Action::ReadOwnMatches, list_own_counterfactuals).add(
        __path_list_person_counterfactuals,
        Action::ReadPersonMatches,
        list_person_counterfactuals,
    );
}

/// The one thing that would be different, with what a person has to know of it.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AdjustmentBody {
    /// A certificate is got.
    Certificate {
        name: String,
        permit: Option<PermitBody>,
    },
    /// A class is added to the driving licence.
    DrivingLicence {
        class: String,
        permit: Option<PermitBody>,
    },
    /// A paper that has run out is renewed.
    Renewal {
        name: String,
        permit: Option<PermitBody>,
    },
    Degree {
        degree: Degree,
    },
    Skill {
        name: String,
    },
    /// A refused division is refused no longer.
    PlaceAllowed {
        place: NamedCode,
    },
    /// A county is added to the places wanted.
    PlaceAdded {
        place: NamedCode,
    },
    Shift {
        shift: Shift,
    },
    /// No more than this is asked, in fen per month.
    Pay {
        fen_month: i64,
    },
}

impl AdjustmentBody {
    /// `None` where the engine names what the product does not know: a division or degree that does not exist.
    fn of(adjustment: Adjustment) -> Option<AdjustmentBody> {
        let permit = |name: &str| Dictionary::get().permit(name);
        let place = |code: &str| Division::from_code(code).ok().map(division_body);
        Some(match adjustment {
            Adjustment::Certificate { name } => AdjustmentBody::Certificate { permit: permit(&name), name },
            Adjustment::DrivingLicence { class } => AdjustmentBody::DrivingLicence { permit: permit(&class), class },
            Adjustment::Renewal { name } => AdjustmentBody::Renewal { permit: permit(&name), name },
            Adjustment::Degree { rank } => AdjustmentBody::Degree { degree: Degree::from_rank(rank)? },
            Adjustment::Skill { name } => AdjustmentBody::Skill { name },
            Adjustment::PlaceAllowed { division } => AdjustmentBody::PlaceAllowed { place: place(&division)? },
            Adjustment::PlaceAdded { division } => AdjustmentBody::PlaceAdded { place: place(&division)? },
            Adjustment::Shift { shift } => AdjustmentBody::Shift { shift: shift_back(shift) },
            Adjustment::Pay { fen_month } => AdjustmentBody::Pay { fen_month },
        })
    }
}

/// What one adjustment would give.
#[derive(Debug, Serialize, ToSchema)]
pub struct CounterfactualBody {
    pub adjustment: AdjustmentBody,
    /// Positions that are ruled out now and would fit.
    pub opened: usize,
    /// Positions that would fit clearly better than now.
    pub raised: usize,
    /// Of both, the one that would fit best.
    pub best: PositionCard,
    /// How that one would fit, 0–100.
    pub best_fit: Option<u8>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CounterfactualsBody {
    /// Most helpful first, at most six.
    pub items: Vec<CounterfactualBody>,
    /// More positions miss by one thing than one look sees: the counts may be higher.
    pub at_least: bool,
}

/// What one position misses most, and how it would fit with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PositionCounterfactual {
    pub adjustment: AdjustmentBody,
    /// How the position would fit, 0–100.
    pub fit: Option<u8>,
}

impl PositionCounterfactual {
    pub fn of((adjustment, found): (Adjustment, Match)) -> Option<PositionCounterfactual> {
        Some(PositionCounterfactual { adjustment: AdjustmentBody::of(adjustment)?, fit: found.fit })
    }
}

/// What the seeker could change, one thing at a time, and the positions each would bring.
#[utoipa::path(get, path = "/api/me/counterfactuals",
    responses((status = 200, body = CounterfactualsBody), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn list_own_counterfactuals(app: App, actor: Actor) -> Result<Json<CounterfactualsBody>> {
    let (person, profile) = own_person(&app, &actor).await?;
    counterfactuals_of(app, person, profile).await
}

/// What a person of the officer's district could change, one thing at a time.
#[utoipa::path(get, path = "/api/people/{id}/counterfactuals", params(("id" = String, Path)),
    responses((status = 200, body = CounterfactualsBody), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn list_person_counterfactuals(app: App, actor: Actor, id: Named<PersonId>) -> Result<Json<CounterfactualsBody>> {
    let (person, profile) = person_looked_after(&app, &actor, id.0).await?;
    counterfactuals_of(app, person, profile).await
}

async fn counterfactuals_of(app: App, person: Person, profile: Profile) -> Result<Json<CounterfactualsBody>> {
    let body = actix_web::web::block(move || {
        let found = counterfactuals::for_person(&app.store, &app.index, &person, &profile)?;
        let items = found.gains.into_iter().filter_map(counterfactual_body).collect();
        Ok::<_, Error>(CounterfactualsBody { items, at_least: found.at_least })
    });
    Ok(Json(body.await.map_err(Error::internal)??))
}

fn counterfactual_body(gain: Gain) -> Option<CounterfactualBody> {
    Some(CounterfactualBody {
        adjustment: AdjustmentBody::of(gain.adjustment)?,
        opened: gain.opened,
        raised: gain.raised,
        best: card(&gain.position, &gain.enterprise),
        best_fit: gain.found.fit,
    })
}
