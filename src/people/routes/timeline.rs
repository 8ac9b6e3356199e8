//! The HTTP of what happened to a person's file: for the person, and for officers of the district.

use serde::Serialize;
use utoipa::ToSchema;

use crate::access::permissions::Action;
use crate::access::{Actor, store as access};
use crate::error::{Error, Problem, Result};
use crate::http::{Api, Json, Named};
use crate::people::store;
use crate::server::App;
use crate::store::Db;
use crate::store::journal::{self, Event, Filter, Row};
use crate::store::sealed::Keys;
use crate::types::id::{AccountId, PersonId};
use crate::types::identifiers::mask_name;
use crate::types::time::Moment;

/// Entries shown at once.
const ENTRIES_MAX: i64 = 100;

pub fn routes(api: &mut Api) {
    api.add(__path_list_person_events, Action::ReadPeople, list_person_events).add(
        __path_list_own_events,
        Action::ReadOwnProfile,
        list_own_events,
    );
}

crate::coded! {
    /// Who did something to a file.
    pub enum By {
        /// The person the file is about.
        Person = "person",
        Officer = "officer",
        /// Somebody who answers for the engine looked into a match.
        Administrator = "administrator",
        System = "system",
    }
}

/// One thing that happened to a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonEvent {
    pub at: Moment,
    pub event: Event,
    pub by: By,
    /// The officer, masked; only for officers.
    pub by_name: Option<String>,
    /// Codes: which field was shown and why, which consent.
    #[schema(value_type = Option<Object>)]
    pub details: serde_json::Value,
}

fn events(db: &mut Db, person: PersonId) -> Result<(Option<AccountId>, Vec<Row>)> {
    let account = store::any_person(db, person)?.account_id;
    let filter = Filter { subject: Some(person.to_string()), ..Filter::default() };
    Ok((account, journal::read_before(db, None, &filter, ENTRIES_MAX)?))
}

fn entry(row: &Row, own: Option<AccountId>, by_name: Option<String>) -> Result<PersonEvent> {
    let details = row.details_json().map_err(Error::internal)?;
    let by = match row.account_id {
        None => By::System,
        some if some == own => By::Person,
        Some(_) if details["why"] == "examination" => By::Administrator,
        Some(_) => By::Officer,
    };
    Ok(PersonEvent { at: row.at, event: row.event, by, by_name, details })
}

fn name(db: &mut Db, keys: &Keys, row: &Row, own: Option<AccountId>) -> Result<Option<String>> {
    let officer = row.account_id.filter(|account| Some(*account) != own);
    officer.map(|account| Ok(mask_name(&access::name_of(db, keys, account)?))).transpose()
}

/// Lists what happened to the file of a person of the officer's district, newest first.
#[utoipa::path(get, path = "/api/people/{id}/events", params(("id" = String, Path)),
    responses((status = 200, body = Vec<PersonEvent>), (status = 404, body = Problem)))]
async fn list_person_events(app: App, actor: Actor, id: Named<PersonId>) -> Result<Json<Vec<PersonEvent>>> {
    let scope = actor.may(Action::ReadPeople)?;
    let keys = app.store.keys.clone();
    let entries = app
        .store
        .read(move |db| {
            let person = store::person(db, &scope, id.0)?;
            let (own, rows) = events(db, person.id)?;
            let entries = rows.iter().map(|row| {
                let by_name = name(db, &keys, row, own)?;
                entry(row, own, by_name)
            });
            entries.collect()
        })
        .await?;
    Ok(Json(entries))
}

/// Lists what happened to the seeker's own file, newest first: also who looked at what, and why.
#[utoipa::path(get, path = "/api/me/profile/events",
    responses((status = 200, body = Vec<PersonEvent>), (status = 404, body = Problem)))]
async fn list_own_events(app: App, actor: Actor) -> Result<Json<Vec<PersonEvent>>> {
    let account = actor.account()?;
    let entries = app
        .store
        .read(move |db| {
            let person = store::person_of_account(db, account)?;
            let (own, rows) = events(db, person.id)?;
            rows.iter().map(|row| entry(row, own, None)).collect()
        })
        .await?;
    Ok(Json(entries))
}
