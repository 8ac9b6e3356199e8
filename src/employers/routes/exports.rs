//! The HTTP of exports: exactly the rows of a filtered list, as a file. Those of people stand here too,
//! beside their imports.

use actix_web::HttpResponse;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::access::permissions::Action;
use crate::access::{Actor, Scope};
use crate::employers::exports::{self, ROWS_MAX};
use crate::employers::model::PositionState;
use crate::employers::store::{self, PositionFilter};
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Params, attachment};
use crate::people::exports::{self as people_exports, Shown};
use crate::people::model::{PersonKind, Verification};
use crate::people::routes::person_body;
use crate::people::store::{self as people, PeopleFilter};
use crate::server::App;
use crate::store::Db;
use crate::store::sealed::Keys;
use crate::types::id::OrganisationId;
use crate::types::page::{LIMIT_MAX, Limit};
use crate::types::region::Division;
use crate::types::table;

use super::imports::XLSX;

pub fn routes(api: &mut Api) {
    api.add(__path_export_positions, Action::ExportPositions, export_positions).add(
        __path_export_people,
        Action::ExportPeople,
        export_people,
    );
}

/// The filter of the list of own positions.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportPositionsParams {
    pub enterprise_id: Option<OrganisationId>,
    pub state: Option<PositionState>,
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
}

/// Gives the positions of a list as XLSX: a representative's own, or those of an officer's district.
#[utoipa::path(get, path = "/api/positions/export", params(ExportPositionsParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_positions(app: App, actor: Actor, params: Params<ExportPositionsParams>) -> Result<HttpResponse> {
    let scope = actor.may(Action::ExportPositions)?;
    let ExportPositionsParams { enterprise_id, state, division } = params.0;
    let filter = PositionFilter { enterprise: enterprise_id, state, division };
    let keys = app.store.keys.clone();
    let bytes = app.store.read(move |db| positions(db, &keys, &scope, &filter)).await?;
    Ok(attachment(&format!("岗位-{}.xlsx", app.store.clock.now().day()), XLSX, bytes))
}

/// The positions of a list as the bytes of an XLSX file.
pub fn positions(db: &mut Db, keys: &Keys, scope: &Scope, filter: &PositionFilter) -> Result<Vec<u8>> {
    let found = store::list_positions(db, scope, filter, None, ROWS_MAX as i64 + 1)?;
    check_rows(found.len())?;
    let rows = found.iter().map(|(position, enterprise)| {
        let sealed = position.contact_sealed.as_ref();
        let contact = sealed.map(|sealed| keys.open(store::CONTACT, position.id.as_str(), sealed)).transpose()?;
        exports::row(position, enterprise, contact)
    });
    table::write("岗位", exports::COLUMNS, &rows.collect::<Result<Vec<_>>>()?).map_err(Error::internal)
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
}

/// Gives the people of a list as XLSX, masked as the list is.
#[utoipa::path(get, path = "/api/people/export", params(ExportPeopleParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_people(app: App, actor: Actor, params: Params<ExportPeopleParams>) -> Result<HttpResponse> {
    let scope = actor.may(Action::ExportPeople)?;
    let ExportPeopleParams { division, verification, kind } = params.0;
    let filter = PeopleFilter { division, verification, kind, ..PeopleFilter::default() };
    if filter.is_empty() {
        return Err(Error::new(Code::InvalidQuery).detail("请至少选一个条件：区划或核验状态"));
    }
    let keys = app.store.keys.clone();
    let bytes = app.store.read(move |db| masked_people(db, &keys, &scope, &filter)).await?;
    Ok(attachment(&format!("人员-{}.xlsx", app.store.clock.now().day()), XLSX, bytes))
}

/// The people of a list, masked, as the bytes of an XLSX file.
pub fn masked_people(db: &mut Db, keys: &Keys, scope: &Scope, filter: &PeopleFilter) -> Result<Vec<u8>> {
    let mut rows = Vec::new();
    let limit = Limit::new(Some(LIMIT_MAX)).ok_or(Code::Internal)?;
    let mut before = None;
    loop {
        let mut page = people::list(db, scope, filter, before, limit)?;
        let more = page.len() as i64 > LIMIT_MAX;
        page.truncate(LIMIT_MAX as usize);
        before = page.last().map(|person| person.id);
        for person in &page {
            let body = person_body(keys, person)?;
            let shown = Shown { name: body.name, id_number: body.id_number, mobile: body.mobile };
            rows.push(people_exports::row(person, shown, None)?);
        }
        check_rows(rows.len())?;
        if !more {
            break;
        }
    }
    table::write("人员", &people_exports::columns(false), &rows).map_err(Error::internal)
}

fn check_rows(rows: usize) -> Result<()> {
    if rows > ROWS_MAX {
        return Err(Error::new(Code::InvalidQuery).detail(format!("超过 {ROWS_MAX} 行，请缩小条件后分几次导出")));
    }
    Ok(())
}
