//! The HTTP of employers: organisations, representatives, memberships.

pub mod desk;
pub mod duplicates;
pub mod exports;
pub mod imports;
pub mod positions;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::model::Grant;
use crate::access::permissions::Action;
use crate::access::routes::administration::DecisionInput;
use crate::access::routes::{PageParams, page_params};
use crate::access::{Actor, actions as access};
use crate::dictionary::{self, Named as NamedCode, SectionBody};
use crate::error::{Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, IfMatch, Json, Named, Params, Versioned};
use crate::people::model::Verification;
use crate::people::routes::division_body;
use crate::people::routes::register::VerificationInput;
use crate::server::App;
use crate::store::idempotency;
use crate::types::id::{GrantId, MembershipId, OrganisationId};
use crate::types::identifiers::mask_name;
use crate::types::page::{Order, Page};
use crate::types::region::Division;
use crate::types::time::Moment;

use super::actions::{self};
use super::model::{Membership, Organisation, OrganisationInput, OrganisationKind};
use super::store::{self, OrganisationFilter};

pub fn routes(api: &mut Api) {
    api.add(__path_create_organisation, Action::RegisterOrganisation, create_organisation)
        .add(__path_list_organisations, Action::ReadOrganisations, list_organisations)
        .add(__path_read_organisation, Action::ReadOrganisations, read_organisation)
        .add(__path_update_organisation, Action::EditOrganisation, update_organisation)
        .add(__path_verify_organisation, Action::VerifyOrganisation, verify_organisation)
        .add(__path_ask_to_represent, Action::RegisterOrganisation, ask_to_represent)
        .add(__path_list_representations, Action::RegisterOrganisation, list_representations)
        .add(__path_list_representatives, Action::ReadOrganisations, list_representatives)
        .add(__path_decide_representative, Action::ApproveRepresentative, decide_representative)
        .add(__path_create_membership, Action::EditMembership, create_membership)
        .add(__path_delete_membership, Action::EditMembership, delete_membership)
        .add(__path_list_memberships, Action::ReadOrganisations, list_memberships)
        .add(__path_read_enterprise, Action::ReadEnterprise, read_enterprise);
    desk::routes(api);
    duplicates::routes(api);
    exports::routes(api);
    imports::routes(api);
    positions::routes(api);
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
    /// The section (门类) the industry lies in, where the dictionary knows what is meant.
    pub industry_section: Option<SectionBody>,
    pub description: String,
    pub verification: Verification,
    pub verified_at: Option<Moment>,
    pub verified_what: Option<String>,
    pub created_at: Moment,
    pub version: i64,
}

fn organisation_body(organisation: Organisation) -> OrganisationBody {
    let known = organisation.industry.as_deref().and_then(dictionary::industry);
    OrganisationBody {
        id: organisation.id,
        kind: organisation.kind,
        name: organisation.name,
        credit_code: organisation.credit_code,
        no_credit_code_reason: organisation.no_credit_code_reason,
        division: division_body(organisation.division),
        address: organisation.address,
        industry: organisation.industry,
        industry_section: known.map(|known| known.section),
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
async fn create_organisation(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<OrganisationInput>,
) -> Result<Created<OrganisationBody>> {
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
    /// What the name holds.
    pub q: Option<String>,
    pub kind: Option<OrganisationKind>,
    pub verification: Option<Verification>,
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
    /// Newest first when absent.
    #[param(inline)]
    pub sort: Option<Order>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

/// Lists organisations: a representative's own, or those of an officer's district.
#[utoipa::path(get, path = "/api/organisations", params(OrganisationParams), responses((status = 200, body = Page<OrganisationBody>)))]
async fn list_organisations(
    app: App,
    actor: Actor,
    params: Params<OrganisationParams>,
) -> Result<Json<Page<OrganisationBody>>> {
    let scope = actor.may(Action::ReadOrganisations)?;
    let OrganisationParams { q, kind, verification, division, sort, cursor, limit } = params.0;
    let filter = OrganisationFilter { name: q, kind, verification, division };
    let (after, limit) = page_params::<OrganisationId>(&PageParams { cursor, limit })?;
    let body = app
        .store
        .read(move |db| {
            let order = sort.unwrap_or(Order::Newest);
            let rows = store::list_organisations(db, &scope, &filter, order, after, limit.rows() + 1)?;
            let total = store::count_organisations(db, &scope, &filter)?;
            Ok(Page::cut(rows, limit, total, |row| row.id.to_string()).map(organisation_body))
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
async fn update_organisation(
    app: App,
    actor: Actor,
    id: Named<OrganisationId>,
    version: IfMatch,
    body: Body<OrganisationInput>,
) -> Result<Versioned<OrganisationBody>> {
    let input = body.value;
    let saved = app.store.write(actor.author(), move |tx| actions::save(tx, &actor, id.0, version.0, &input)).await?;
    Ok(Versioned(saved.version, organisation_body(saved)))
}

/// Records that an officer looked at an organisation's papers.
#[utoipa::path(post, path = "/api/organisations/{id}/verification", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = VerificationInput,
    responses((status = 200, body = OrganisationBody), (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn verify_organisation(
    app: App,
    actor: Actor,
    id: Named<OrganisationId>,
    version: IfMatch,
    body: Body<VerificationInput>,
) -> Result<Versioned<OrganisationBody>> {
    body.value.check()?;
    let input = body.value;
    let verified = app
        .store
        .write(actor.author(), move |tx| actions::verify(tx, &actor, id.0, version.0, input.approve, &input.what))
        .await?;
    Ok(Versioned(verified.version, organisation_body(verified)))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RepresentInput {
    #[schema(max_length = 30)]
    pub credit_code: String,
}

/// Asks to represent an organisation that is registered already.
#[utoipa::path(post, path = "/api/representatives", request_body = RepresentInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn ask_to_represent(app: App, actor: Actor, key: IdempotencyKey, body: Body<RepresentInput>) -> Result<Done> {
    let once = key.request(&actor, "ask_to_represent", &body);
    let code = body.value.credit_code;
    app.store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| actions::ask_to_represent(tx, &actor, &code))
        })
        .await?;
    Ok(Done)
}

/// Somebody who represents an organisation or asks to, name masked.
#[derive(Debug, Serialize, ToSchema)]
pub struct RepresentativeBody {
    #[serde(flatten)]
    pub grant: Grant,
    pub name: String,
}

/// Lists an organisation's representatives, waiting and approved.
#[utoipa::path(get, path = "/api/organisations/{id}/representatives", params(("id" = String, Path)),
    responses((status = 200, body = Vec<RepresentativeBody>), (status = 404, body = Problem)))]
async fn list_representatives(
    app: App,
    actor: Actor,
    id: Named<OrganisationId>,
) -> Result<Json<Vec<RepresentativeBody>>> {
    let scope = actor.may(Action::ReadOrganisations)?;
    let keys = app.store.keys.clone();
    let representatives = app
        .store
        .read(move |db| {
            store::organisation(db, &scope, id.0)?;
            let mut all = Vec::new();
            for grant in crate::access::store::representatives(db, id.0)? {
                let name = crate::access::store::name_of(db, &keys, grant.account_id)?;
                all.push(RepresentativeBody { name: mask_name(&name), grant });
            }
            Ok(all)
        })
        .await?;
    Ok(Json(representatives))
}

/// What became of asking to represent an organisation.
#[derive(Debug, Serialize, ToSchema)]
pub struct RepresentationBody {
    pub organisation_name: String,
    #[serde(flatten)]
    pub grant: Grant,
}

/// Lists the organisations that the account asked to represent and may not, or not yet.
#[utoipa::path(get, path = "/api/me/representations", responses((status = 200, body = Vec<RepresentationBody>)))]
async fn list_representations(app: App, actor: Actor) -> Result<Json<Vec<RepresentationBody>>> {
    let account = actor.account()?;
    let body = app
        .store
        .read(move |db| {
            let grants = crate::access::store::representations(db, account)?;
            let ids: Vec<OrganisationId> = grants.iter().filter_map(|grant| grant.organisation_id).collect();
            let organisations = store::organisations_by_ids(db, &ids)?;
            let name = |grant: &Grant| {
                let of = organisations.iter().find(|one| Some(one.id) == grant.organisation_id);
                of.map(|organisation| organisation.name.clone())
            };
            let named = grants
                .into_iter()
                .filter_map(|grant| Some(RepresentationBody { organisation_name: name(&grant)?, grant }));
            Ok(named.collect())
        })
        .await?;
    Ok(Json(body))
}

/// Approves or refuses a representative.
#[utoipa::path(put, path = "/api/organisations/{id}/representatives/{grant}/decision",
    params(("id" = String, Path), ("grant" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = Grant), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn decide_representative(
    app: App,
    actor: Actor,
    ids: Named<(OrganisationId, GrantId)>,
    body: Body<DecisionInput>,
) -> Result<Json<Grant>> {
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
async fn create_membership(
    app: App,
    actor: Actor,
    id: Named<OrganisationId>,
    key: IdempotencyKey,
    body: Body<MembershipInput>,
) -> Result<Created<Membership>> {
    let once = key.request(&actor, "create_membership", &body);
    let input = body.value;
    let membership = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                actions::begin_membership(tx, &actor, id.0, input.enterprise_id, input.since)
            })
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
