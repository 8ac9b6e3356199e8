//! The HTTP of matching: public search and a position's page.

pub mod counterfactuals;
pub mod examined;
pub mod kept;
pub mod ranked;
pub mod reach;
pub mod weights;

use std::collections::HashMap;

use chrono::NaiveDate;
use search_index::{Found, PositionQuery, Sort};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::permissions::Action;
use crate::access::routes::{PageParams, page_params};
use crate::dictionary::{Dictionary, Named as NamedCode};
use crate::employers::duplicates::store as duplicates;
use crate::employers::model::{Organisation, Position, PositionState, Requirement};
use crate::employers::routes::positions::{PayBody, pay_body};
use crate::employers::routes::{EnterpriseBody, enterprise_body};
use crate::employers::store as employers;
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Json, Named, Params};
use crate::people::routes::division_body;
use crate::server::App;
use crate::types::id::{OrganisationId, PositionId};
use crate::types::page::encode;
use crate::types::region::Division;
use crate::types::time::{Moment, day_number};
use crate::types::work::{Degree, Shift};

use super::matches::{self};
use super::model;

pub fn routes(api: &mut Api) {
    api.add(__path_search_positions, Action::SearchPositions, search_positions).add(
        __path_read_position,
        Action::ReadPosition,
        read_position,
    );
    api.add(__path_list_enterprise_positions, Action::ReadEnterprise, list_enterprise_positions);
    kept::routes(api);
    reach::routes(api);
    ranked::routes(api);
    counterfactuals::routes(api);
    examined::routes(api);
    weights::routes(api);
}

/// A position on a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PositionCard {
    pub id: PositionId,
    pub title: String,
    pub occupation: Option<NamedCode>,
    pub enterprise: EnterpriseName,
    /// Absent: to be agreed.
    pub pay: Option<PayBody>,
    pub division: NamedCode,
    /// Absent: not said. `none`: nothing is asked.
    pub degree_min: Option<Degree>,
    pub experience_years_min: Option<i32>,
    pub shift: Option<Shift>,
    pub housing: Option<bool>,
    pub veteran_preference: bool,
    pub headcount_open: i32,
    pub published_on: NaiveDate,
    pub valid_until: NaiveDate,
    /// Open positions of the same enterprise for which this one stands, besides itself; 0 where it stands alone or
    /// each is listed.
    pub duplicates: usize,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EnterpriseName {
    pub id: OrganisationId,
    pub name: String,
}

pub fn card(position: &Position, enterprise: &Organisation) -> PositionCard {
    PositionCard {
        id: position.id,
        title: position.title.clone(),
        occupation: position.occupation.as_deref().and_then(|code| Dictionary::get().occupation(code)),
        enterprise: EnterpriseName { id: enterprise.id, name: enterprise.name.clone() },
        pay: pay_body(position),
        division: division_body(position.division),
        degree_min: position.degree_min,
        experience_years_min: position.experience_years_min,
        shift: position.shift,
        housing: position.housing,
        veteran_preference: position.veteran_preference,
        headcount_open: position.headcount_open(),
        published_on: position.published_at.unwrap_or(position.created_at).day(),
        valid_until: position.valid_until,
        duplicates: 0,
    }
}

#[derive(Clone, Debug, Default, Deserialize, Serialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SearchParams {
    /// Words; at most 200 characters are looked at.
    pub q: Option<String>,
    /// Division code; everything below it counts.
    pub region: Option<String>,
    /// Fen per month.
    pub pay_min: Option<i64>,
    /// The searcher's own degree.
    pub degree: Option<Degree>,
    pub shift: Option<Shift>,
    pub housing: Option<bool>,
    pub veteran_preference: Option<bool>,
    /// `relevance` when absent.
    #[param(inline)]
    pub sort: Option<SortBy>,
    pub cursor: Option<String>,
    /// 1–100, 20 when absent.
    pub limit: Option<i64>,
}

crate::coded! {
    pub enum SortBy {
        Relevance = "relevance",
        Newest = "newest",
        Pay = "pay",
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct SearchBody {
    pub items: Vec<PositionCard>,
    pub next: Option<String>,
    /// All that match, not only this page; positions that are shown as one count once.
    pub total: usize,
    pub facets: FacetsBody,
    /// When nothing fits: the one condition to leave out, and how many that would bring.
    pub relaxations: Vec<RelaxationBody>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FacetsBody {
    pub region: Vec<RegionCount>,
    pub degree: Vec<DegreeCount>,
    pub shift: Vec<ShiftCount>,
    pub pay: Vec<PayCount>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RegionCount {
    pub code: String,
    pub name: String,
    pub count: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DegreeCount {
    pub code: Degree,
    pub count: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ShiftCount {
    pub code: Shift,
    pub count: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PayCount {
    /// Lower edge, fen per month.
    pub min_fen: i64,
    pub count: usize,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RelaxationBody {
    /// Name of the query parameter to leave out.
    pub field: String,
    /// A second one to leave out with it, where no single one helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<String>,
    pub total: usize,
}

/// Furthest row a search pages to; nobody reads so far, a scraper might.
const OFFSET_MAX: usize = 10_000;

/// Searches open positions.
#[utoipa::path(get, path = "/api/positions", params(SearchParams),
    responses((status = 200, body = SearchBody), (status = 400, body = Problem)))]
async fn search_positions(app: App, params: Params<SearchParams>) -> Result<Json<SearchBody>> {
    let body = actix_web::web::block(move || search(&app, params.0)).await.map_err(Error::internal)??;
    Ok(Json(body))
}

/// A page of open positions, for the API and for the first page of the web.
pub fn search(app: &App, params: SearchParams) -> Result<SearchBody> {
    let page = PageParams { cursor: params.cursor.clone(), limit: params.limit };
    let (offset, limit) = page_params::<usize>(&page)?;
    let offset = offset.unwrap_or(0);
    if offset > OFFSET_MAX {
        return Err(Code::InvalidCursor.into());
    }
    let now = app.store.clock.now();
    let query = query(params, now, offset, limit.rows() as usize)?;
    matches::ready(&app.store, &app.index)?;
    let found = app.index.search_positions(&query)?;
    let ids: Vec<PositionId> = found.ids.iter().filter_map(|id| id.parse().ok()).collect();
    let (rows, others) = app.store.read_now(|db| {
        let rows = matches::public_positions(db, &ids, now)?;
        let others = matches::others_of(db, rows.iter().map(|(position, _)| position), now)?;
        Ok((rows, others))
    })?;
    let rows: HashMap<PositionId, _> = rows.into_iter().map(|row| (row.0.id, row)).collect();
    let items = ids
        .iter()
        .filter_map(|id| rows.get(id))
        .map(|(position, enterprise)| PositionCard { duplicates: others.of(position), ..card(position, enterprise) });
    let end = offset + found.ids.len();
    let next = (end < found.total && !found.ids.is_empty()).then(|| encode(&end.to_string()));
    Ok(search_body(items.collect(), next, found))
}

fn query(params: SearchParams, now: Moment, offset: usize, limit: usize) -> Result<PositionQuery> {
    let wrong = |detail: &str| Err(Error::new(Code::InvalidQuery).detail(detail.to_owned()));
    if let Some(region) = &params.region
        && Division::from_code(region).is_err()
    {
        return wrong("region：没有这个区划代码");
    }
    if params.pay_min.is_some_and(|pay| !(0..=100_000_000).contains(&pay)) {
        return wrong("pay_min：以分为单位的月薪，0 到 100000000");
    }
    Ok(PositionQuery {
        text: params.q.map(|q| q.chars().take(200).collect::<String>()).filter(|q| !q.trim().is_empty()),
        region: params.region,
        pay_fen_month_min: params.pay_min,
        degree: params.degree.map(Degree::rank),
        shift: params.shift.map(model::shift),
        housing: params.housing,
        veteran_preference: params.veteran_preference,
        today_day: day_number(now.day()),
        sort: match params.sort.unwrap_or(SortBy::Relevance) {
            SortBy::Relevance => Sort::Relevance,
            SortBy::Newest => Sort::Newest,
            SortBy::Pay => Sort::Pay,
        },
        offset,
        limit,
    })
}

fn search_body(items: Vec<PositionCard>, next: Option<String>, found: Found) -> SearchBody {
    let facets = found.facets;
    SearchBody {
        items,
        next,
        total: found.total,
        facets: FacetsBody {
            region: facets
                .region
                .into_iter()
                .filter_map(|(code, count)| {
                    let name = Division::from_code(&code).ok()?.name().to_owned();
                    Some(RegionCount { code, name, count })
                })
                .collect(),
            degree: facets
                .degree
                .into_iter()
                .filter_map(|(rank, count)| Some(DegreeCount { code: Degree::from_rank(rank)?, count }))
                .collect(),
            shift: facets
                .shift
                .into_iter()
                .map(|(shift, count)| ShiftCount { code: model::shift_back(shift), count })
                .collect(),
            pay: facets.pay.into_iter().map(|(min_fen, count)| PayCount { min_fen, count }).collect(),
        },
        relaxations: found
            .relaxations
            .into_iter()
            .map(|relaxation| RelaxationBody {
                field: parameter(relaxation.field).to_owned(),
                also: relaxation.also.map(|field| parameter(field).to_owned()),
                total: relaxation.total,
            })
            .collect(),
    }
}

/// The engine's field as our query parameter.
fn parameter(field: &str) -> &str {
    match field {
        "text" => "q",
        "pay_fen_month_min" => "pay_min",
        other => other,
    }
}

/// A position's page.
#[derive(Debug, Serialize, ToSchema)]
pub struct PositionBody {
    #[serde(flatten)]
    pub card: PositionCard,
    pub enterprise_detail: EnterpriseBody,
    pub address: Option<String>,
    pub requirements: Vec<Requirement>,
    pub description: String,
    pub state: PositionState,
    /// Open positions of the same enterprise that say the same, newest first; lists show one of them all.
    pub same: Vec<PositionCard>,
}

/// What a closed position answers beside 410.
#[derive(Debug, Serialize, ToSchema)]
pub struct GoneBody {
    pub similar: Vec<PositionCard>,
}

/// Reads an open position; a closed one is gone, with similar ones in `current`.
#[utoipa::path(get, path = "/api/positions/{id}", params(("id" = String, Path)),
    responses((status = 200, body = PositionBody), (status = 404, body = Problem), (status = 410, body = Problem)))]
async fn read_position(app: App, id: Named<PositionId>) -> Result<Json<PositionBody>> {
    Ok(Json(actix_web::web::block(move || position_body(&app, id.0)).await.map_err(Error::internal)??))
}

/// A position as the public sees it.
///
/// # Errors
/// [`Code::NotFound`] for one that never was public, [`Code::Gone`] with similar ones for one that no
/// longer is.
pub fn position_body(app: &App, id: PositionId) -> Result<PositionBody> {
    let (position, enterprise) = app.store.read_now(|db| employers::any_position(db, id))?;
    if !enterprise.is_verified() || position.published_at.is_none() {
        return Err(Code::NotFound.into());
    }
    if !position.is_public(app.store.clock.now().day()) {
        return Err(Error::new(Code::Gone).current(GoneBody { similar: similar(app, &position)? }));
    }
    Ok(PositionBody {
        card: card(&position, &enterprise),
        enterprise_detail: enterprise_body(&enterprise),
        address: position.address.clone(),
        requirements: employers::requirements(&position)?,
        description: position.description.clone(),
        state: position.state,
        same: same_as(app, &position)?,
    })
}

/// As many are listed beside a position.
const SAME_MAX: usize = 20;

fn same_as(app: &App, position: &Position) -> Result<Vec<PositionCard>> {
    let Some(group) = position.duplicate_group else { return Ok(Vec::new()) };
    let today = app.store.clock.now().day();
    app.store.read_now(|db| {
        let mut members = duplicates::public_members(db, &[group], today)?.remove(&group).unwrap_or_default();
        members.retain(|id| *id != position.id);
        members.truncate(SAME_MAX);
        let rows = duplicates::in_order(db, &members)?;
        Ok(rows.iter().map(|(position, enterprise)| card(position, enterprise)).collect())
    })
}

/// Open positions like one that is gone.
pub fn similar_to_closed(app: &App, id: PositionId) -> Result<Vec<PositionCard>> {
    let (position, _) = app.store.read_now(|db| employers::any_position(db, id))?;
    similar(app, &position)
}

/// Lists the open positions of a verified enterprise, newest first, at most 100.
#[utoipa::path(get, path = "/api/enterprises/{id}/positions", params(("id" = String, Path)),
    responses((status = 200, body = Vec<PositionCard>), (status = 404, body = Problem)))]
async fn list_enterprise_positions(app: App, id: Named<OrganisationId>) -> Result<Json<Vec<PositionCard>>> {
    Ok(Json(actix_web::web::block(move || enterprise_positions(&app, id.0)).await.map_err(Error::internal)??))
}

/// The open positions of a verified enterprise, newest first, at most 100.
pub fn enterprise_positions(app: &App, id: OrganisationId) -> Result<Vec<PositionCard>> {
    let today = app.store.clock.now().day();
    app.store.read_now(|db| {
        let enterprise = employers::verified_enterprise(db, id)?;
        let mut positions = employers::open_positions_of(db, enterprise.id)?;
        positions.retain(|position| position.is_public(today));
        positions.sort_by_key(|position| std::cmp::Reverse((position.published_at, position.id)));
        Ok(positions.iter().take(100).map(|position| card(position, &enterprise)).collect())
    })
}

/// Up to five open positions with a like title.
fn similar(app: &App, position: &Position) -> Result<Vec<PositionCard>> {
    let now = app.store.clock.now();
    let query = PositionQuery {
        text: Some(position.title.clone()),
        today_day: day_number(now.day()),
        limit: 5,
        ..PositionQuery::default()
    };
    let found = app.index.search_positions(&query)?;
    let ids: Vec<PositionId> = found.ids.iter().filter_map(|id| id.parse().ok()).collect();
    let rows = app.store.read_now(|db| matches::public_positions(db, &ids, now))?;
    Ok(rows.iter().map(|(position, enterprise)| card(position, enterprise)).collect())
}
