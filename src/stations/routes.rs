//! The HTTP of stations.

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::Named as NamedCode;
use crate::error::{Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, IfMatch, Json, Named, Params, Versioned, spreadsheet};
use crate::server::App;
use crate::store::{Db, idempotency};
use crate::types::id::StationId;
use crate::types::region::Division;
use crate::types::table::Column;

use super::model::{Station, StationInput, StationKind};
use super::{actions, store};

pub fn routes(api: &mut Api) {
    api.add(__path_list_stations, Action::ReadStations, list_stations)
        .add(__path_export_stations, Action::EditStation, export_stations)
        .add(__path_create_station, Action::EditStation, create_station)
        .add(__path_update_station, Action::EditStation, update_station)
        .add(__path_delete_station, Action::EditStation, delete_station);
}

/// A station, as everybody may see it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct StationBody {
    pub id: StationId,
    pub kind: StationKind,
    pub name: String,
    pub division: NamedCode,
    pub address: String,
    pub phone: String,
    pub hours: String,
    pub version: i64,
}

fn station_body(station: Station) -> StationBody {
    StationBody {
        id: station.id,
        kind: station.kind,
        name: station.name,
        division: NamedCode { code: station.division.code().to_owned(), name: station.division.full_name() },
        address: station.address,
        phone: station.phone,
        hours: station.hours,
        version: station.version,
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct StationParams {
    /// Only those that serve this place, the nearest first.
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
}

/// Lists the bureau's stations.
#[utoipa::path(get, path = "/api/stations", params(StationParams), responses((status = 200, body = Vec<StationBody>)))]
async fn list_stations(app: App, params: Params<StationParams>) -> Result<Json<Vec<StationBody>>> {
    Ok(Json(app.store.read(move |db| serving(db, params.0.division)).await?))
}

const COLUMNS: &[Column] = &[
    Column::new("名称", 32),
    Column::new("类别", 12),
    Column::new("服务区域", 32),
    Column::new("地址", 40),
    Column::new("电话", 18),
    Column::new("办公时间", 32),
];

/// Gives the bureau's stations as XLSX.
#[utoipa::path(get, path = "/api/stations/export",
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
async fn export_stations(app: App) -> Result<HttpResponse> {
    let stations = app.store.read(|db| serving(db, None)).await?;
    let rows: Vec<_> = stations.into_iter().map(row).collect();
    spreadsheet("服务站", app.store.clock.now().day(), COLUMNS, &rows)
}

fn row(station: StationBody) -> Vec<String> {
    let kind = match station.kind {
        StationKind::Centre => "服务中心",
        StationKind::Station => "服务站",
    };
    let StationBody { name, division, address, phone, hours, .. } = station;
    vec![name, kind.to_owned(), division.name, address, phone, hours]
}

/// All stations, or those that serve a place, the nearest first.
pub fn serving(db: &mut Db, place: Option<Division>) -> Result<Vec<StationBody>> {
    let mut stations = store::stations(db)?;
    if let Some(place) = place {
        stations.retain(|station| station.division.contains(place));
        stations.reverse();
    }
    Ok(stations.into_iter().map(station_body).collect())
}

/// Puts a station on the list.
#[utoipa::path(post, path = "/api/stations", request_body = StationInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = StationBody), (status = 422, body = Problem)))]
async fn create_station(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<StationInput>,
) -> Result<Created<StationBody>> {
    let once = key.request(&actor, "create_station", &body);
    let input = body.value;
    let station = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| Ok(station_body(actions::open(tx, &actor, &input)?)))
        })
        .await?;
    Ok(Created(station))
}

/// Changes a station.
#[utoipa::path(put, path = "/api/stations/{id}", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = StationInput,
    responses((status = 200, body = StationBody), (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_station(
    app: App,
    actor: Actor,
    id: Named<StationId>,
    version: IfMatch,
    body: Body<StationInput>,
) -> Result<Versioned<StationBody>> {
    let input = body.value;
    let station =
        app.store.write(actor.author(), move |tx| actions::change(tx, &actor, id.0, version.0, &input)).await?;
    Ok(Versioned(station.version, station_body(station)))
}

/// Takes a station off the list.
#[utoipa::path(delete, path = "/api/stations/{id}", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn delete_station(app: App, actor: Actor, id: Named<StationId>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::close(tx, &actor, id.0)).await?;
    Ok(Done)
}
