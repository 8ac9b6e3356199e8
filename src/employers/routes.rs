//! The HTTP of employers: organisations, representatives, memberships, positions.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::permissions::Action;
use crate::access::routes::{DecisionInput, PageParams, page_params};
use crate::access::model::Grant;
use crate::access::{Actor, actions as access};
use crate::dictionary::{Dictionary, Named as NamedCode};
use crate::error::{Error, FieldError, Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, IfMatch, Json, Named, Params, Versioned};
use crate::people::model::Verification;
use crate::people::routes::{VerificationInput, division_body};
use crate::server::App;
use crate::store::idempotency;
use crate::types::id::{GrantId, MembershipId, OrganisationId, PositionId};
use crate::types::money::{Fen, PayUnit};
use crate::types::page::Page;
use crate::types::time::Moment;
use crate::types::work::{Degree, Shift};

use super::actions::{self, Step};
use super::model::{
    ClosedWhy, Membership, Organisation, OrganisationInput, OrganisationKind, Position, PositionInput, PositionState, Requirement,
    UnlawfulBody,
};
use super::store::{self, OrganisationFilter, PositionFilter};

pub fn routes(api: &mut Api) {
    api.add(__path_create_organisation, Action::RegisterOrganisation, create_organisation)
        .add(__path_list_organisations, Action::ReadOrganisations, list_organisations)
        .add(__path_read_organisation, Action::ReadOrganisations, read_organisation)
        .add(__path_update_organisation, Action::EditOrganisation, update_organisation)
        .add(__path_verify_organisation, Action::VerifyOrganisation, verify_organisation)
        .add(__path_ask_to_represent, Action::RegisterOrganisation, ask_to_represent)
        .add(__path_list_representatives, Action::ReadOrganisations, list_representatives)
        .add(__path_decide_representative, Action::ApproveRepresentative, decide_representative)
        .add(__path_create_membership, Action::EditMembership, create_membership)
        .add(__path_delete_membership, Action::EditMembership, delete_membership)
        .add(__path_list_memberships, Action::ReadOrganisations, list_memberships)
        .add(__path_read_enterprise, Action::ReadEnterprise, read_enterprise)
        .add(__path_check_position, Action::EditPosition, check_position)
        .add(__path_create_position, Action::EditPosition, create_position)
        .add(__path_list_own_positions, Action::ReadOwnPositions, list_own_positions)
        .add(__path_read_own_position, Action::ReadOwnPositions, read_own_position)
        .add(__path_update_position, Action::EditPosition, update_position)
        .add(__path_step_position, Action::EditPosition, step_position)
        .add(__path_duplicate_position, Action::EditPosition, duplicate_position);
}

/// An organisation, for its representatives and for officers.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OrganisationBody {
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub credit_code: Option<String>,
    pub no_credit_code_reason: Option<String>,
    pub division: NamedCode,
    pub address: Option<String>,
    pub industry: Option<String>,
    pub description: String,
    pub verification: Verification,
    pub verified_at: Option<Moment>,
    pub verified_what: Option<String>,
    pub created_at: Moment,
    pub version: i64,
}

fn organisation_body(organisation: Organisation) -> OrganisationBody {
    OrganisationBody {
        id: organisation.id,
        kind: organisation.kind,
        name: organisation.name,
        credit_code: organisation.credit_code,
        no_credit_code_reason: organisation.no_credit_code_reason,
        division: division_body(organisation.division),
        address: organisation.address,
        industry: organisation.industry,
        description: organisation.description,
        verification: organisation.verification,
        verified_at: organisation.verified_at,
        verified_what: organisation.verified_what,
        created_at: organisation.created_at,
        version: organisation.version,
    }
}

/// Registers an enterprise or an association, and asks to represent it.
#[utoipa::path(post, path = "/api/organisations", request_body = OrganisationInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = OrganisationBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_organisation(app: App, actor: Actor, key: IdempotencyKey, body: Body<OrganisationInput>) -> Result<Created<OrganisationBody>> {
    let once = key.request(&actor, "create_organisation", &body);
    let input = body.value;
    let created = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| Ok(organisation_body(actions::register(tx, &actor, &input)?)))
        })
        .await?;
    Ok(Created(created))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct OrganisationParams {
    pub kind: Option<OrganisationKind>,
    pub verification: Option<Verification>,
    pub division: Option<String>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct OrganisationsBody {
    pub items: Vec<OrganisationBody>,
    pub next: Option<String>,
    pub total: i64,
}

/// Lists organisations: a representative's own, or those of an officer's district.
#[utoipa::path(get, path = "/api/organisations", params(OrganisationParams), responses((status = 200, body = OrganisationsBody)))]
async fn list_organisations(app: App, actor: Actor, params: Params<OrganisationParams>) -> Result<Json<OrganisationsBody>> {
    let scope = actor.may(Action::ReadOrganisations)?;
    let OrganisationParams { kind, verification, division, cursor, limit } = params.0;
    let filter = OrganisationFilter { kind, verification, division };
    let (before, limit) = page_params::<OrganisationId>(&PageParams { cursor, limit })?;
    let body = app
        .store
        .read(move |db| {
            let rows = store::list_organisations(db, &scope, &filter, before, limit)?;
            let page = Page::cut(rows, limit, |row| row.id.to_string()).map(organisation_body);
            Ok(OrganisationsBody {
                items: page.items,
                next: page.next,
                total: store::count_organisations(db, &scope, &filter)?,
            })
        })
        .await?;
    Ok(Json(body))
}

/// Reads an organisation.
#[utoipa::path(get, path = "/api/organisations/{id}", params(("id" = String, Path)),
    responses((status = 200, body = OrganisationBody), (status = 404, body = Problem)))]
async fn read_organisation(app: App, actor: Actor, id: Named<OrganisationId>) -> Result<Versioned<OrganisationBody>> {
    let scope = actor.may(Action::ReadOrganisations)?;
    let organisation = app.store.read(move |db| store::organisation(db, &scope, id.0)).await?;
    Ok(Versioned(organisation.version, organisation_body(organisation)))
}

/// Changes what an organisation tells of itself.
#[utoipa::path(put, path = "/api/organisations/{id}", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = OrganisationInput,
    responses((status = 200, body = OrganisationBody), (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_organisation(app: App, actor: Actor, id: Named<OrganisationId>, version: IfMatch, body: Body<OrganisationInput>) -> Result<Versioned<OrganisationBody>> {
    let input = body.value;
    let saved = app.store.write(actor.author(), move |tx| actions::save(tx, &actor, id.0, version.0, &input)).await?;
    Ok(Versioned(saved.version, organisation_body(saved)))
}

/// Records that an officer looked at an organisation's papers.
#[utoipa::path(post, path = "/api/organisations/{id}/verification", params(("id" = String, Path)), request_body = VerificationInput,
    responses((status = 200, body = OrganisationBody), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn verify_organisation(app: App, actor: Actor, id: Named<OrganisationId>, body: Body<VerificationInput>) -> Result<Json<OrganisationBody>> {
    body.value.check()?;
    let input = body.value;
    let verified =
        app.store.write(actor.author(), move |tx| actions::verify(tx, &actor, id.0, input.approve, &input.what)).await?;
    Ok(Json(organisation_body(verified)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RepresentInput {
    #[schema(max_length = 30)]
    pub credit_code: String,
}

/// Asks to represent an organisation that is registered already.
#[utoipa::path(post, path = "/api/representatives", request_body = RepresentInput,
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn ask_to_represent(app: App, actor: Actor, body: Body<RepresentInput>) -> Result<Done> {
    let code = body.value.credit_code;
    app.store.write(actor.author(), move |tx| actions::ask_to_represent(tx, &actor, &code)).await?;
    Ok(Done)
}

/// Lists an organisation's representatives, waiting and approved.
#[utoipa::path(get, path = "/api/organisations/{id}/representatives", params(("id" = String, Path)),
    responses((status = 200, body = Vec<Grant>), (status = 404, body = Problem)))]
async fn list_representatives(app: App, actor: Actor, id: Named<OrganisationId>) -> Result<Json<Vec<Grant>>> {
    let scope = actor.may(Action::ReadOrganisations)?;
    let grants = app
        .store
        .read(move |db| {
            store::organisation(db, &scope, id.0)?;
            crate::access::store::representatives(db, id.0)
        })
        .await?;
    Ok(Json(grants))
}

/// Approves or refuses a representative.
#[utoipa::path(put, path = "/api/organisations/{id}/representatives/{grant}/decision",
    params(("id" = String, Path), ("grant" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = Grant), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn decide_representative(app: App, actor: Actor, ids: Named<(OrganisationId, GrantId)>, body: Body<DecisionInput>) -> Result<Json<Grant>> {
    let (organisation, grant) = ids.0;
    let approve = body.value.approve;
    let decided = app
        .store
        .write(actor.author(), move |tx| {
            let scope = actor.may(Action::ApproveRepresentative)?;
            store::organisation(tx, &scope, organisation)?;
            access::decide_representative(tx, &actor, organisation, grant, approve)
        })
        .await?;
    Ok(Json(decided))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MembershipInput {
    pub enterprise_id: OrganisationId,
    pub since: NaiveDate,
}

/// Takes an enterprise into an association.
#[utoipa::path(post, path = "/api/organisations/{id}/memberships", params(("id" = String, Path), ("Idempotency-Key" = String, Header)), request_body = MembershipInput,
    responses((status = 201, body = Membership), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_membership(app: App, actor: Actor, id: Named<OrganisationId>, key: IdempotencyKey, body: Body<MembershipInput>) -> Result<Created<Membership>> {
    let once = key.request(&actor, "create_membership", &body);
    let input = body.value;
    let membership = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| actions::begin_membership(tx, &actor, id.0, input.enterprise_id, input.since))
        })
        .await?;
    Ok(Created(membership))
}

/// Ends a membership today.
#[utoipa::path(delete, path = "/api/memberships/{id}", params(("id" = String, Path)),
    responses((status = 200, body = Membership), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn delete_membership(app: App, actor: Actor, id: Named<MembershipId>) -> Result<Json<Membership>> {
    Ok(Json(app.store.write(actor.author(), move |tx| actions::end_membership(tx, &actor, id.0)).await?))
}

/// Lists the memberships of an enterprise or an association.
#[utoipa::path(get, path = "/api/organisations/{id}/memberships", params(("id" = String, Path)),
    responses((status = 200, body = Vec<Membership>), (status = 404, body = Problem)))]
async fn list_memberships(app: App, actor: Actor, id: Named<OrganisationId>) -> Result<Json<Vec<Membership>>> {
    let scope = actor.may(Action::ReadOrganisations)?;
    let memberships = app
        .store
        .read(move |db| {
            store::organisation(db, &scope, id.0)?;
            store::memberships_of(db, id.0)
        })
        .await?;
    Ok(Json(memberships))
}

/// A verified enterprise, as everybody may see it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EnterpriseBody {
    pub id: OrganisationId,
    pub name: String,
    pub division: NamedCode,
    pub industry: Option<String>,
    pub description: String,
    pub verified_on: Option<NaiveDate>,
}

pub fn enterprise_body(enterprise: &Organisation) -> EnterpriseBody {
    EnterpriseBody {
        id: enterprise.id,
        name: enterprise.name.clone(),
        division: division_body(enterprise.division),
        industry: enterprise.industry.clone(),
        description: enterprise.description.clone(),
        verified_on: enterprise.verified_at.map(Moment::day),
    }
}

/// Reads a verified enterprise.
#[utoipa::path(get, path = "/api/enterprises/{id}", params(("id" = String, Path)),
    responses((status = 200, body = EnterpriseBody), (status = 404, body = Problem)))]
async fn read_enterprise(app: App, id: Named<OrganisationId>) -> Result<Json<EnterpriseBody>> {
    let enterprise = app.store.read(move |db| store::verified_enterprise(db, id.0)).await?;
    Ok(Json(enterprise_body(&enterprise)))
}

/// Tells what is wrong with a position before it is saved: unlawful words, unit designations, fields.
#[utoipa::path(post, path = "/api/positions/check", request_body = PositionInput,
    responses((status = 200, body = Vec<UnlawfulBody>), (status = 422, body = Problem)))]
async fn check_position(app: App, body: Body<PositionInput>) -> Result<Json<Vec<UnlawfulBody>>> {
    let input = body.value;
    super::rules::check_position(&input, &Dictionary::get(), app.store.clock.now().day())?;
    let names = input.requirements.iter().map(|requirement| requirement.name.as_str());
    Ok(Json(actions::findings_of(&input.title, &input.description, names)))
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
}

pub fn pay_body(position: &Position) -> Option<PayBody> {
    match (position.pay_min, position.pay_max, position.pay_unit) {
        (Some(min_fen), Some(max_fen), Some(unit)) => {
            Some(PayBody { min_fen, max_fen, unit, months_per_year: position.pay_months })
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
async fn create_position(app: App, actor: Actor, key: IdempotencyKey, body: Body<NewPositionInput>) -> Result<Created<OwnPositionBody>> {
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
    pub enterprise_id: Option<OrganisationId>,
    pub state: Option<PositionState>,
    pub division: Option<String>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

impl OwnPositionParams {
    pub fn filter(&self) -> PositionFilter {
        PositionFilter { enterprise: self.enterprise_id, state: self.state, division: self.division.clone() }
    }
}

/// Lists positions in every state: a representative's own, or those of an officer's district.
#[utoipa::path(get, path = "/api/me/positions", params(OwnPositionParams), responses((status = 200, body = Page<OwnPositionBody>)))]
async fn list_own_positions(app: App, actor: Actor, params: Params<OwnPositionParams>) -> Result<Json<Page<OwnPositionBody>>> {
    let scope = actor.may(Action::ReadOwnPositions)?;
    let filter = params.0.filter();
    let OwnPositionParams { cursor, limit, .. } = params.0;
    let (before, limit) = page_params::<PositionId>(&PageParams { cursor, limit })?;
    let rows = app.store.read(move |db| store::list_positions(db, &scope, &filter, before, limit.rows() + 1)).await?;
    let page = Page::cut(rows, limit, |(position, _)| position.id.to_string());
    let items = page.items.iter().map(own_position_body).collect::<Result<_>>()?;
    Ok(Json(Page { items, next: page.next }))
}

/// Reads a position in any state, with its version.
#[utoipa::path(get, path = "/api/me/positions/{id}", params(("id" = String, Path)),
    responses((status = 200, body = OwnPositionBody), (status = 404, body = Problem)))]
async fn read_own_position(app: App, actor: Actor, id: Named<PositionId>) -> Result<Versioned<OwnPositionBody>> {
    let scope = actor.may(Action::ReadOwnPositions)?;
    let row = app.store.read(move |db| store::position(db, &scope, id.0)).await?;
    Ok(Versioned(row.0.version, own_position_body(&row)?))
}

/// Changes a position.
#[utoipa::path(put, path = "/api/positions/{id}", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = PositionInput,
    responses((status = 200, body = OwnPositionBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_position(app: App, actor: Actor, id: Named<PositionId>, version: IfMatch, body: Body<PositionInput>) -> Result<Versioned<OwnPositionBody>> {
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
#[utoipa::path(post, path = "/api/positions/{id}/step", params(("id" = String, Path)), request_body = StepInput,
    responses((status = 200, body = OwnPositionBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn step_position(app: App, actor: Actor, id: Named<PositionId>, body: Body<StepInput>) -> Result<Versioned<OwnPositionBody>> {
    let step = match (body.value.step, body.value.valid_until) {
        (StepKind::Publish, _) => Step::Publish,
        (StepKind::Pause, _) => Step::Pause,
        (StepKind::Close, _) => Step::Close,
        (StepKind::Renew, Some(day)) => Step::Renew(day),
        (StepKind::Renew, None) => {
            let error = FieldError::new("/valid_until", "required", "续期要填写新的截止日期");
            return Err(Error::invalid(vec![error]));
        }
    };
    let row = app
        .store
        .write(actor.author(), move |tx| {
            actions::step(tx, &actor, id.0, step)?;
            store::any_position(tx, id.0)
        })
        .await?;
    Ok(Versioned(row.0.version, own_position_body(&row)?))
}

/// Copies a position into a new draft.
#[utoipa::path(post, path = "/api/positions/{id}/duplicate", params(("id" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 201, body = OwnPositionBody), (status = 404, body = Problem)))]
async fn duplicate_position(app: App, actor: Actor, id: Named<PositionId>, key: IdempotencyKey) -> Result<Created<OwnPositionBody>> {
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
