//! The HTTP of positions, for the enterprises that offer them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::access::routes::{PageParams, page_params};
use crate::dictionary::{Dictionary, Named as NamedCode};
use crate::employers::actions::{self, Step};
use crate::employers::model::{
    ClosedWhy, Organisation, Position, PositionInput, PositionState, Requirement, UnlawfulBody,
};
use crate::employers::store::{self, PositionFilter, PositionSort};
use crate::error::{Error, FieldError, Problem, Result};
use crate::http::{Api, Body, Created, IdempotencyKey, IfMatch, Json, Named, Params, Versioned};
use crate::people::routes::division_body;
use crate::server::App;
use crate::store::idempotency;
use crate::types::id::{OrganisationId, PositionId};
use crate::types::money::{Fen, Pay, PayUnit};
use crate::types::page::Page;
use crate::types::region::Division;
use crate::types::time::Moment;
use crate::types::work::{Degree, Shift};

pub fn routes(api: &mut Api) {
    api.add(__path_check_position, Action::EditPosition, check_position)
        .add(__path_create_position, Action::EditPosition, create_position)
        .add(__path_list_own_positions, Action::ReadOwnPositions, list_own_positions)
        .add(__path_read_own_position, Action::ReadOwnPositions, read_own_position)
        .add(__path_update_position, Action::EditPosition, update_position)
        .add(__path_step_position, Action::EditPosition, step_position)
        .add(__path_duplicate_position, Action::EditPosition, duplicate_position);
}

/// Tells what is wrong with a position before it is saved: unlawful words, unit designations, fields.
#[utoipa::path(post, path = "/api/positions/check", request_body = PositionInput,
    responses((status = 200, body = Vec<UnlawfulBody>), (status = 422, body = Problem)))]
async fn check_position(app: App, _actor: Actor, body: Body<PositionInput>) -> Result<Json<Vec<UnlawfulBody>>> {
    let input = body.value;
    crate::employers::rules::check_position(&input, &Dictionary::get(), app.store.clock.now().day())?;
    Ok(Json(actions::findings_of(&input)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPositionInput {
    pub enterprise_id: OrganisationId,
    pub position: PositionInput,
}

/// A position, for its enterprise and for officers.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OwnPositionBody {
    pub id: PositionId,
    pub enterprise_id: OrganisationId,
    pub enterprise_name: String,
    pub state: PositionState,
    pub closed_why: Option<ClosedWhy>,
    pub title: String,
    pub occupation: Option<NamedCode>,
    pub headcount: i32,
    pub hired: i32,
    pub pay: Option<PayBody>,
    pub division: NamedCode,
    pub address: Option<String>,
    pub degree_min: Option<Degree>,
    pub experience_years_min: Option<i32>,
    pub shift: Option<Shift>,
    pub housing: Option<bool>,
    pub veteran_preference: bool,
    pub requirements: Vec<Requirement>,
    pub description: String,
    /// Only where the position itself is read.
    #[serde(default)]
    pub contact: Option<String>,
    pub valid_until: NaiveDate,
    pub unlawful: Vec<UnlawfulBody>,
    pub published_at: Option<Moment>,
    pub updated_at: Moment,
    pub version: i64,
}

/// Pay as it was stated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PayBody {
    pub min_fen: Fen,
    pub max_fen: Fen,
    pub unit: PayUnit,
    pub months_per_year: Option<i32>,
    /// For pay of an hour, a day, a week or a year: what it is in a month by the rule named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assumed_month: Option<AssumedMonth>,
}

/// A month's pay that the employer did not state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AssumedMonth {
    pub min_fen: Fen,
    pub max_fen: Fen,
    /// Days paid in a month, times 100; absent where a year was divided by twelve.
    pub hundredth_days: Option<i64>,
    /// The notice that says so, and since when; absent like the days.
    pub source: Option<String>,
    pub in_force_from: Option<NaiveDate>,
}

pub fn pay_body(position: &Position) -> Option<PayBody> {
    match (position.pay_min, position.pay_max, position.pay_unit) {
        (Some(min_fen), Some(max_fen), Some(unit)) => {
            let assumed_month = position.pay().and_then(Pay::assumed).map(|assumed| AssumedMonth {
                min_fen: assumed.min,
                max_fen: assumed.max,
                hundredth_days: assumed.time.map(|time| time.hundredth_days_per_month),
                source: assumed.time.map(|time| time.source.to_owned()),
                in_force_from: assumed.time.map(|time| time.in_force_from),
            });
            Some(PayBody { min_fen, max_fen, unit, months_per_year: position.pay_months, assumed_month })
        }
        _ => None,
    }
}

pub fn own_position_body((position, enterprise): &(Position, Organisation)) -> Result<OwnPositionBody> {
    Ok(OwnPositionBody {
        id: position.id,
        enterprise_id: position.enterprise_id,
        enterprise_name: enterprise.name.clone(),
        state: position.state,
        closed_why: position.closed_why,
        title: position.title.clone(),
        occupation: position.occupation.as_deref().and_then(|code| Dictionary::get().occupation(code)),
        headcount: position.headcount,
        hired: position.hired,
        pay: pay_body(position),
        division: division_body(position.division),
        address: position.address.clone(),
        degree_min: position.degree_min,
        experience_years_min: position.experience_years_min,
        shift: position.shift,
        housing: position.housing,
        veteran_preference: position.veteran_preference,
        requirements: store::requirements(position)?,
        description: position.description.clone(),
        contact: None,
        valid_until: position.valid_until,
        unlawful: serde_json::from_str(&position.findings).map_err(Error::internal)?,
        published_at: position.published_at,
        updated_at: position.updated_at,
        version: position.version,
    })
}

/// Starts a position as a draft.
#[utoipa::path(post, path = "/api/positions", request_body = NewPositionInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = OwnPositionBody), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn create_position(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<NewPositionInput>,
) -> Result<Created<OwnPositionBody>> {
    let once = key.request(&actor, "create_position", &body);
    let input = body.value;
    let created = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                let position = actions::draft(tx, &actor, input.enterprise_id, &input.position)?;
                own_position_body(&store::any_position(tx, position.id)?)
            })
        })
        .await?;
    Ok(Created(created))
}

#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OwnPositionParams {
    /// What the title holds.
    pub q: Option<String>,
    pub enterprise_id: Option<OrganisationId>,
    pub state: Option<PositionState>,
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
    /// Newest first when absent.
    #[param(inline)]
    pub sort: Option<PositionSort>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

/// Lists positions in every state: a representative's own, or those of an officer's district.
#[utoipa::path(get, path = "/api/me/positions", params(OwnPositionParams), responses((status = 200, body = Page<OwnPositionBody>)))]
async fn list_own_positions(
    app: App,
    actor: Actor,
    params: Params<OwnPositionParams>,
) -> Result<Json<Page<OwnPositionBody>>> {
    let scope = actor.may(Action::ReadOwnPositions)?;
    let OwnPositionParams { q, enterprise_id, state, division, sort, cursor, limit } = params.0;
    let filter = PositionFilter { title: q, enterprise: enterprise_id, state, division };
    let (after, limit) = page_params::<PositionId>(&PageParams { cursor, limit })?;
    let sort = sort.unwrap_or(PositionSort::Newest);
    let page = app
        .store
        .read(move |db| {
            let rows = store::list_positions(db, &scope, &filter, sort, after, limit.rows() + 1)?;
            let total = store::count_positions(db, &scope, &filter)?;
            Page::cut(rows, limit, total, |(position, _)| position.id.to_string())
                .try_map(|row| own_position_body(&row))
        })
        .await?;
    Ok(Json(page))
}

/// Reads a position in any state, with its version.
#[utoipa::path(get, path = "/api/me/positions/{id}", params(("id" = String, Path)),
    responses((status = 200, body = OwnPositionBody), (status = 404, body = Problem)))]
async fn read_own_position(app: App, actor: Actor, id: Named<PositionId>) -> Result<Versioned<OwnPositionBody>> {
    let scope = actor.may(Action::ReadOwnPositions)?;
    let position = id.0;
    let row = app.store.read(move |db| store::position(db, &scope, position)).await?;
    let mut body = own_position_body(&row)?;
    let sealed = row.0.contact_sealed.as_ref();
    body.contact = sealed.map(|text| app.store.keys.open(store::CONTACT, id.0.as_str(), text)).transpose()?;
    Ok(Versioned(row.0.version, body))
}

/// Changes a position.
#[utoipa::path(put, path = "/api/positions/{id}", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = PositionInput,
    responses((status = 200, body = OwnPositionBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_position(
    app: App,
    actor: Actor,
    id: Named<PositionId>,
    version: IfMatch,
    body: Body<PositionInput>,
) -> Result<Versioned<OwnPositionBody>> {
    let input = body.value;
    let row = app
        .store
        .write(actor.author(), move |tx| {
            actions::save_position(tx, &actor, id.0, version.0, &input)?;
            store::any_position(tx, id.0)
        })
        .await?;
    Ok(Versioned(row.0.version, own_position_body(&row)?))
}

crate::coded! {
    pub enum StepKind {
        Publish = "publish",
        Pause = "pause",
        Renew = "renew",
        Close = "close",
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepInput {
    pub step: StepKind,
    /// For `renew`.
    pub valid_until: Option<NaiveDate>,
}

/// Publishes, pauses, renews or closes a position.
#[utoipa::path(post, path = "/api/positions/{id}/step", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = StepInput,
    responses((status = 200, body = OwnPositionBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn step_position(
    app: App,
    actor: Actor,
    id: Named<PositionId>,
    version: IfMatch,
    body: Body<StepInput>,
) -> Result<Versioned<OwnPositionBody>> {
    let step = match (body.value.step, body.value.valid_until) {
        (StepKind::Publish, None) => Step::Publish,
        (StepKind::Pause, None) => Step::Pause,
        (StepKind::Close, None) => Step::Close,
        (StepKind::Renew, Some(day)) => Step::Renew(day),
        (_, Some(_)) => {
            let error = FieldError::new("/valid_until", "wrong_value", "只有续期才填写截止日期");
            return Err(Error::invalid(vec![error]));
        }
        (StepKind::Renew, None) => {
            let error = FieldError::new("/valid_until", "required", "续期要填写新的截止日期");
            return Err(Error::invalid(vec![error]));
        }
    };
    let row = app
        .store
        .write(actor.author(), move |tx| {
            actions::step(tx, &actor, id.0, version.0, step)?;
            store::any_position(tx, id.0)
        })
        .await?;
    Ok(Versioned(row.0.version, own_position_body(&row)?))
}

/// Copies a position into a new draft.
#[utoipa::path(post, path = "/api/positions/{id}/duplicate", params(("id" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = OwnPositionBody), (status = 404, body = Problem)))]
async fn duplicate_position(
    app: App,
    actor: Actor,
    id: Named<PositionId>,
    key: IdempotencyKey,
) -> Result<Created<OwnPositionBody>> {
    let once = key.of_bytes(&actor, "duplicate_position", id.0.to_string().into_bytes());
    let created = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                let copy = actions::duplicate(tx, &actor, id.0)?;
                own_position_body(&store::any_position(tx, copy.id)?)
            })
        })
        .await?;
    Ok(Created(created))
}
