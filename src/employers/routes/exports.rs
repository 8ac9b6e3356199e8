//! The HTTP of exports: exactly the rows of a filtered list, as a file. Those of people stand here too,
//! beside their imports.

use actix_web::HttpResponse;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::access::permissions::Action;
use crate::access::{Actor, Scope};
use crate::employers::exports::{self, ROWS_MAX};
use crate::employers::model::{OrganisationKind, PositionState};
use crate::employers::store::{self, OrganisationFilter, PositionFilter, PositionSort};
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Params, spreadsheet};
use crate::people::exports::{self as people_exports, Shown};
use crate::people::model::{PersonKind, Verification};
use crate::people::routes::person_body;
use crate::people::store::{self as people, PeopleFilter};
use crate::server::App;
use crate::store::Db;
use crate::store::sealed::Keys;
use crate::types::id::OrganisationId;
use crate::types::page::Order;
use crate::types::region::Division;

pub fn routes(api: &mut Api) {
    api.add(__path_export_positions, Action::ExportPositions, export_positions)
        .add(__path_export_organisations, Action::ReadOrganisations, export_organisations)
        .add(__path_export_people, Action::ExportPeople, export_people);
}

/// The filter of the list of own positions.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportPositionsParams {
    pub q: Option<String>,
    pub enterprise_id: Option<OrganisationId>,
    pub state: Option<PositionState>,
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
    #[param(inline)]
    pub sort: Option<PositionSort>,
}

/// Gives the positions of a list as XLSX: a representative's own, or those of an officer's district.
#[utoipa::path(get, path = "/api/positions/export", params(ExportPositionsParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_positions(app: App, actor: Actor, params: Params<ExportPositionsParams>) -> Result<HttpResponse> {
    let scope = actor.may(Action::ExportPositions)?;
    let ExportPositionsParams { q, enterprise_id, state, division, sort } = params.0;
    let filter = PositionFilter { title: q, enterprise: enterprise_id, state, division };
    let sort = sort.unwrap_or(PositionSort::Newest);
    let keys = app.store.keys.clone();
    let rows = app.store.read(move |db| positions(db, &keys, &scope, &filter, sort)).await?;
    spreadsheet("岗位", app.store.clock.now().day(), exports::COLUMNS, &rows)
}

/// The rows of [`exports::COLUMNS`]: one too many, and the file is refused.
pub fn positions(
    db: &mut Db,
    keys: &Keys,
    scope: &Scope,
    filter: &PositionFilter,
    sort: PositionSort,
) -> Result<Vec<Vec<String>>> {
    let found = store::list_positions(db, scope, filter, sort, None, ROWS_MAX as i64 + 1)?;
    let rows = found.iter().map(|(position, enterprise)| {
        let sealed = position.contact_sealed.as_ref();
        let contact = sealed.map(|sealed| keys.open(store::CONTACT, position.id.as_str(), sealed)).transpose()?;
        exports::row(position, enterprise, contact)
    });
    rows.collect()
}

/// The filter of the list of organisations.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportOrganisationsParams {
    pub q: Option<String>,
    pub kind: Option<OrganisationKind>,
    pub verification: Option<Verification>,
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
    #[param(inline)]
    pub sort: Option<Order>,
}

/// Gives the organisations of a list as XLSX: a representative's own, or those of an officer's district.
#[utoipa::path(get, path = "/api/organisations/export", params(ExportOrganisationsParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_organisations(
    app: App,
    actor: Actor,
    params: Params<ExportOrganisationsParams>,
) -> Result<HttpResponse> {
    let scope = actor.may(Action::ReadOrganisations)?;
    let ExportOrganisationsParams { q, kind, verification, division, sort } = params.0;
    let filter = OrganisationFilter { name: q, kind, verification, division };
    let order = sort.unwrap_or(Order::Newest);
    let found = app
        .store
        .read(move |db| store::list_organisations(db, &scope, &filter, order, None, ROWS_MAX as i64 + 1))
        .await?;
    let rows: Vec<_> = found.iter().map(exports::organisation_row).collect();
    spreadsheet("单位", app.store.clock.now().day(), exports::ORGANISATIONS, &rows)
}

/// The filter of the list of people; at least one of `division`, `verification`.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportPeopleParams {
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
    pub verification: Option<Verification>,
    pub kind: Option<PersonKind>,
    #[param(inline)]
    pub sort: Option<Order>,
}

/// Gives the people of a list as XLSX, masked as the list is.
#[utoipa::path(get, path = "/api/people/export", params(ExportPeopleParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_people(app: App, actor: Actor, params: Params<ExportPeopleParams>) -> Result<HttpResponse> {
    let scope = actor.may(Action::ExportPeople)?;
    let ExportPeopleParams { division, verification, kind, sort } = params.0;
    let filter = PeopleFilter { division, verification, kind, ..PeopleFilter::default() };
    if filter.is_empty() {
        return Err(Error::new(Code::InvalidQuery).detail("请至少选一个条件：区划或核验状态"));
    }
    let sort = sort.unwrap_or(Order::Newest);
    let keys = app.store.keys.clone();
    let rows = app.store.read(move |db| masked_people(db, &keys, &scope, &filter, sort)).await?;
    spreadsheet("人员", app.store.clock.now().day(), &people_exports::columns(false), &rows)
}

/// The people of a list, masked: one row too many, and the file is refused.
pub fn masked_people(
    db: &mut Db,
    keys: &Keys,
    scope: &Scope,
    filter: &PeopleFilter,
    sort: Order,
) -> Result<Vec<Vec<String>>> {
    let found = people::list(db, scope, filter, sort, None, ROWS_MAX as i64 + 1)?;
    let rows = found.iter().map(|person| {
        let body = person_body(keys, person)?;
        let shown = Shown { name: body.name, id_number: body.id_number, mobile: body.mobile };
        people_exports::row(person, shown, None)
    });
    rows.collect()
}
