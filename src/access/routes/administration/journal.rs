//! The HTTP of the journal, for auditors.

use std::collections::HashMap;

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::permissions::Action;
use crate::access::routes::{PageParams, page_params};
use crate::access::{Actor, exports, store};
use crate::error::{Error, Problem, Result};
use crate::http::{Api, Json, Params, spreadsheet};
use crate::server::App;
use crate::store::Db;
use crate::store::journal::{self, Event, Filter, Row};
use crate::store::sealed::Keys;
use crate::types::id::AccountId;
use crate::types::identifiers::mask_name;
use crate::types::page::Page;
use crate::types::table::ROWS_MAX;
use crate::types::time::Moment;

pub fn routes(api: &mut Api) {
    api.add(__path_list_journal, Action::ReadJournal, list_journal).add(
        __path_export_journal,
        Action::ReadJournal,
        export_journal,
    );
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct JournalParams {
    /// Only what happened to this id.
    pub subject: Option<String>,
    #[param(inline)]
    pub event: Option<Event>,
    /// Only what this account did.
    #[param(value_type = Option<String>)]
    pub account: Option<AccountId>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Before this moment.
    pub to: Option<Moment>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

/// One thing that happened: ids and codes, no personal data.
#[derive(Debug, Serialize, ToSchema)]
pub struct JournalBody {
    pub seq: i64,
    pub at: Moment,
    pub account_id: Option<AccountId>,
    /// Masked; absent for the system itself.
    pub account_name: Option<String>,
    pub event: Event,
    pub subject: String,
    #[schema(value_type = Option<Object>)]
    pub details: serde_json::Value,
}

/// Lists the journal, newest first.
#[utoipa::path(get, path = "/api/journal", params(JournalParams),
    responses((status = 200, body = Page<JournalBody>), (status = 400, body = Problem)))]
async fn list_journal(app: App, _actor: Actor, params: Params<JournalParams>) -> Result<Json<Page<JournalBody>>> {
    let JournalParams { subject, event, account, from, to, cursor, limit } = params.0;
    let (before, limit) = page_params::<i64>(&PageParams { cursor, limit })?;
    let filter = Filter { subject, event, account, from, to };
    let keys = app.store.keys.clone();
    let page = app
        .store
        .read(move |db| {
            let rows = journal::read_before(db, before, &filter, limit.rows() + 1)?;
            let page = Page::cut(rows, limit, journal::count(db, &filter)?, |row| row.seq.to_string());
            let mut names = HashMap::new();
            page.try_map(|row| journal_body(db, &keys, &mut names, row))
        })
        .await?;
    Ok(Json(page))
}

/// The filter of the journal.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportJournalParams {
    pub subject: Option<String>,
    #[param(inline)]
    pub event: Option<Event>,
    #[param(value_type = Option<String>)]
    pub account: Option<AccountId>,
    pub from: Option<Moment>,
    pub to: Option<Moment>,
}

/// Gives the rows of the journal that a filter leaves as XLSX, newest first.
#[utoipa::path(get, path = "/api/journal/export", params(ExportJournalParams),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 400, body = Problem)))]
async fn export_journal(app: App, _actor: Actor, params: Params<ExportJournalParams>) -> Result<HttpResponse> {
    let ExportJournalParams { subject, event, account, from, to } = params.0;
    let filter = Filter { subject, event, account, from, to };
    let (keys, today) = (app.store.keys.clone(), app.store.clock.now().day());
    let rows = app
        .store
        .read(move |db| {
            let mut names = HashMap::new();
            let rows = journal::read_before(db, None, &filter, ROWS_MAX as i64 + 1)?;
            let row = |row| Ok(exports::journal_row(&journal_body(db, &keys, &mut names, row)?));
            rows.into_iter().map(row).collect::<Result<Vec<_>>>()
        })
        .await?;
    spreadsheet("审计记录", today, exports::JOURNAL, &rows)
}

/// `names` keeps the masked names that were read before.
fn journal_body(db: &mut Db, keys: &Keys, names: &mut HashMap<AccountId, String>, row: Row) -> Result<JournalBody> {
    let account_name = match row.account_id {
        Some(id) if !names.contains_key(&id) => {
            let name = mask_name(&store::name_of(db, keys, id)?);
            names.insert(id, name.clone());
            Some(name)
        }
        Some(id) => names.get(&id).cloned(),
        None => None,
    };
    Ok(JournalBody {
        seq: row.seq,
        at: row.at,
        account_id: row.account_id,
        account_name,
        event: row.event,
        details: row.details_json().map_err(Error::internal)?,
        subject: row.subject,
    })
}
