//! The HTTP of the journal, for auditors.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::permissions::Action;
use crate::access::routes::{PageParams, page_params};
use crate::access::{Actor, store};
use crate::error::{Error, Problem, Result};
use crate::http::{Api, Json, Params};
use crate::server::App;
use crate::store::journal::{self, Event, Filter};
use crate::types::id::AccountId;
use crate::types::identifiers::mask_name;
use crate::types::page::Page;
use crate::types::time::Moment;

pub fn routes(api: &mut Api) {
    api.add(__path_list_journal, Action::ReadJournal, list_journal);
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
            let page = Page::cut(journal::read_before(db, before, &filter, limit.rows() + 1)?, limit, |row| {
                row.seq.to_string()
            });
            let mut names: HashMap<AccountId, String> = HashMap::new();
            let mut items = Vec::with_capacity(page.items.len());
            for row in page.items {
                let account_name = match row.account_id {
                    Some(id) if !names.contains_key(&id) => {
                        let name = mask_name(&store::name_of(db, &keys, id)?);
                        names.insert(id, name.clone());
                        Some(name)
                    }
                    Some(id) => names.get(&id).cloned(),
                    None => None,
                };
                items.push(JournalBody {
                    seq: row.seq,
                    at: row.at,
                    account_id: row.account_id,
                    account_name,
                    event: row.event,
                    subject: row.subject.clone(),
                    details: row.details_json().map_err(Error::internal)?,
                });
            }
            Ok(Page { items, next: page.next })
        })
        .await?;
    Ok(Json(page))
}
