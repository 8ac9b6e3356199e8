//! The HTTP of the officer's desk: what waits in the district, the longest first.

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::permissions::Action;
use crate::access::{Actor, Scope, store as access};
use crate::dictionary::Named as NamedCode;
use crate::employers::store::{self, OrganisationFilter};
use crate::error::{Problem, Result};
use crate::http::{Api, Json, Params, spreadsheet};
use crate::people::model::Verification;
use crate::people::routes::{division_body, person_body};
use crate::people::store::{self as people, PeopleFilter};
use crate::server::App;
use crate::store::Db;
use crate::store::sealed::Keys;
use crate::types::id::{GrantId, OrganisationId, PersonId};
use crate::types::identifiers::mask_name;
use crate::types::table::{Column, ROWS_MAX};
use crate::types::time::Moment;

/// Entries of each kind shown at once.
const EACH_MAX: i64 = 20;

pub fn routes(api: &mut Api) {
    api.add(__path_read_desk, Action::ReadDesk, read_desk).add(__path_export_desk, Action::ReadDesk, export_desk);
}

crate::coded! {
    pub enum DueKind {
        VerifyPerson = "verify_person",
        /// Two files claim one ID number.
        ClearIdNumber = "clear_id_number",
        VerifyOrganisation = "verify_organisation",
        ApproveRepresentative = "approve_representative",
    }
}

/// One thing that waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct Due {
    pub kind: DueKind,
    pub since: Moment,
    /// A person's name masked, an organisation's in full.
    pub name: String,
    pub division: NamedCode,
    pub person_id: Option<PersonId>,
    pub organisation_id: Option<OrganisationId>,
    /// Of the representative who waits, masked.
    pub representative: Option<String>,
    pub grant_id: Option<GrantId>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DueCount {
    pub kind: DueKind,
    pub count: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DeskBody {
    /// How many wait in all, of each kind.
    pub counts: Vec<DueCount>,
    /// The longest first, at most 20 of each kind.
    pub due: Vec<Due>,
}

/// Reads what waits for the officers of the district.
#[utoipa::path(get, path = "/api/desk", responses((status = 200, body = DeskBody)))]
async fn read_desk(app: App, actor: Actor) -> Result<Json<DeskBody>> {
    Ok(Json(desk(&app, &actor, EACH_MAX).await?))
}

async fn desk(app: &App, actor: &Actor, each_max: i64) -> Result<DeskBody> {
    let scope = actor.may(Action::ReadDesk)?;
    let keys = app.store.keys.clone();
    app.store
        .read(move |db| {
            let mut body = DeskBody { counts: Vec::new(), due: Vec::new() };
            add_people(db, &keys, &scope, each_max, &mut body)?;
            add_organisations(db, &scope, each_max, &mut body)?;
            add_representatives(db, &keys, &scope, each_max, &mut body)?;
            body.due.sort_by_key(|due| (due.since, due.kind.code()));
            Ok(body)
        })
        .await
}

#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportDeskParams {
    #[param(inline)]
    pub kind: Option<DueKind>,
}

const COLUMNS: &[Column] = &[
    Column::new("事项", 20),
    Column::new("姓名或单位", 32),
    Column::new("经办人", 12),
    Column::new("区域", 28),
    Column::new("等待开始", 22),
];

/// Gives what waits as XLSX, the longest first, as the desk has it but all of it.
#[utoipa::path(get, path = "/api/desk/export", params(ExportDeskParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_desk(app: App, actor: Actor, params: Params<ExportDeskParams>) -> Result<HttpResponse> {
    let mut due = desk(&app, &actor, ROWS_MAX as i64 + 1).await?.due;
    due.retain(|due| params.0.kind.is_none_or(|kind| due.kind == kind));
    let rows: Vec<_> = due.into_iter().map(row).collect();
    spreadsheet("待办", app.store.clock.now().day(), COLUMNS, &rows)
}

fn row(due: Due) -> Vec<String> {
    let kind = match due.kind {
        DueKind::VerifyPerson => "核验人员",
        DueKind::ClearIdNumber => "身份证号重复",
        DueKind::VerifyOrganisation => "核验单位",
        DueKind::ApproveRepresentative => "审批经办人",
    };
    let representative = due.representative.unwrap_or_default();
    vec![kind.to_owned(), due.name, representative, due.division.name, due.since.text()]
}

fn add_people(db: &mut Db, keys: &Keys, scope: &Scope, each_max: i64, body: &mut DeskBody) -> Result<()> {
    let sharing = people::sharing_id_number(db, scope, 500)?;
    let unverified = people::unverified(db, scope, each_max + sharing.len() as i64)?;
    let filter = PeopleFilter { verification: Some(Verification::Unverified), ..PeopleFilter::default() };
    let all = people::count(db, scope, &filter)?;
    // Whoever is a case to clear is not counted once more among those to verify.
    let plain = unverified.iter().filter(|person| !sharing.iter().any(|other| other.id == person.id));
    body.counts.push(DueCount { kind: DueKind::VerifyPerson, count: all - sharing.len() as i64 });
    body.counts.push(DueCount { kind: DueKind::ClearIdNumber, count: sharing.len() as i64 });
    let kinds = [
        (DueKind::VerifyPerson, plain.collect::<Vec<_>>()),
        (DueKind::ClearIdNumber, sharing.iter().collect::<Vec<_>>()),
    ];
    for (kind, people) in kinds {
        for person in people.into_iter().take(each_max as usize) {
            body.due.push(Due {
                kind,
                since: person.created_at,
                name: person_body(keys, person)?.name,
                division: division_body(person.division),
                person_id: Some(person.id),
                organisation_id: None,
                representative: None,
                grant_id: None,
            });
        }
    }
    Ok(())
}

fn add_organisations(db: &mut Db, scope: &Scope, each_max: i64, body: &mut DeskBody) -> Result<()> {
    let filter = OrganisationFilter { verification: Some(Verification::Unverified), ..OrganisationFilter::default() };
    let count = store::count_organisations(db, scope, &filter)?;
    body.counts.push(DueCount { kind: DueKind::VerifyOrganisation, count });
    for organisation in store::unverified_organisations(db, scope, each_max)? {
        body.due.push(Due {
            kind: DueKind::VerifyOrganisation,
            since: organisation.created_at,
            name: organisation.name,
            division: division_body(organisation.division),
            person_id: None,
            organisation_id: Some(organisation.id),
            representative: None,
            grant_id: None,
        });
    }
    Ok(())
}

fn add_representatives(db: &mut Db, keys: &Keys, scope: &Scope, each_max: i64, body: &mut DeskBody) -> Result<()> {
    let waiting = access::pending_representatives(db)?;
    let ids: Vec<OrganisationId> = waiting.iter().filter_map(|grant| grant.organisation_id).collect();
    let organisations = store::organisations_by_ids(db, &ids)?;
    let mut count = 0;
    for grant in waiting {
        let of = organisations.iter().find(|organisation| Some(organisation.id) == grant.organisation_id);
        // An organisation that is not verified yet stands on the desk itself, with its representative.
        let Some(organisation) = of.filter(|of| of.is_verified() && scope.covers_division(of.division.code())) else {
            continue;
        };
        count += 1;
        if count > each_max {
            continue;
        }
        body.due.push(Due {
            kind: DueKind::ApproveRepresentative,
            since: grant.asked_at,
            name: organisation.name.clone(),
            division: division_body(organisation.division),
            person_id: None,
            organisation_id: Some(organisation.id),
            representative: Some(mask_name(&access::name_of(db, keys, grant.account_id)?)),
            grant_id: Some(grant.id),
        });
    }
    body.counts.push(DueCount { kind: DueKind::ApproveRepresentative, count });
    Ok(())
}
