//! The HTTP of the officer's register: people of the district, entered, looked up, verified.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{IdentityInput, PersonBody, ProfileInput, checked_identity, new_person, person_body};
use crate::access::permissions::Action;
use crate::access::routes::credentials::CodeBody;
use crate::access::routes::{PageParams, page_params};
use crate::access::{Actor, Scope};
use crate::error::{Code, Error, FieldError, Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, IfMatch, Json, Named, Params, Versioned};
use crate::people::actions::{self, Field, Why};
use crate::people::model::{Person, PersonKind, Profile, Purpose, Verification};
use crate::people::store::{self, PeopleFilter};
use crate::server::App;
use crate::store::sealed::Keys;
use crate::store::{Db, idempotency};
use crate::types::id::PersonId;
use crate::types::identifiers::{IdNumber, Mobile};
use crate::types::page::{Order, Page};
use crate::types::region::Division;

pub fn routes(api: &mut Api) {
    api.add(__path_list_people, Action::ReadPeople, list_people)
        .add(__path_look_up_people, Action::ReadPeople, look_up_people)
        .add(__path_create_person, Action::EnterPerson, create_person)
        .add(__path_read_person, Action::ReadPeople, read_person)
        .add(__path_update_person, Action::EnterPerson, update_person)
        .add(__path_correct_person, Action::EnterPerson, correct_person)
        .add(__path_name_service_member, Action::EnterPerson, name_service_member)
        .add(__path_record_consent, Action::EnterPerson, record_consent)
        .add(__path_record_withdrawal, Action::EnterPerson, record_withdrawal)
        .add(__path_issue_claim_code, Action::IssuePersonCode, issue_claim_code)
        .add(__path_issue_person_password_code, Action::IssuePersonCode, issue_person_password_code)
        .add(__path_unlink_account, Action::IssuePersonCode, unlink_account)
        .add(__path_verify_person, Action::VerifyPerson, verify_person)
        .add(__path_reveal_person, Action::RevealPerson, reveal_person);
}

/// What a list of people is narrowed to; at least one of `division`, `verification`.
///
/// A name, number or ID number is never a query parameter: see `lookup` in the body of
/// `POST /api/people/lookup`.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeopleParams {
    #[param(value_type = Option<String>)]
    pub division: Option<Division>,
    pub verification: Option<Verification>,
    pub kind: Option<PersonKind>,
    /// Newest first when absent.
    #[param(inline)]
    pub sort: Option<Order>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

/// Lists people of the officer's district, masked; not without a filter.
#[utoipa::path(get, path = "/api/people", params(PeopleParams),
    responses((status = 200, body = Page<PersonBody>), (status = 400, body = Problem)))]
async fn list_people(app: App, actor: Actor, params: Params<PeopleParams>) -> Result<Json<Page<PersonBody>>> {
    let PeopleParams { division, verification, kind, sort, cursor, limit } = params.0;
    let filter = PeopleFilter { division, verification, kind, ..PeopleFilter::default() };
    if filter.is_empty() {
        return Err(Error::new(Code::InvalidQuery).detail("请至少选一个条件：区划或核验状态"));
    }
    people_page(&app, &actor, filter, sort.unwrap_or(Order::Newest), PageParams { cursor, limit }).await
}

async fn people_page(
    app: &App,
    actor: &Actor,
    filter: PeopleFilter,
    order: Order,
    page: PageParams,
) -> Result<Json<Page<PersonBody>>> {
    let scope = actor.may(Action::ReadPeople)?;
    let (after, limit) = page_params::<PersonId>(&page)?;
    let keys = app.store.keys.clone();
    let body = app
        .store
        .read(move |db| {
            let rows = store::list(db, &scope, &filter, order, after, limit.rows() + 1)?;
            let page = Page::cut(rows, limit, store::count(db, &scope, &filter)?, |person| person.id.to_string());
            page.try_map(|person| person_body(&keys, &person))
        })
        .await?;
    Ok(Json(body))
}

/// Looks somebody up by what they say at the counter. In a body, because an address is logged.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LookupInput {
    /// The whole name, mobile number or ID number.
    #[schema(min_length = 2, max_length = 40)]
    pub lookup: String,
}

/// Finds people of the officer's district by whole name, mobile number or ID number.
#[utoipa::path(post, path = "/api/people/lookup", request_body = LookupInput, responses((status = 200, body = Page<PersonBody>)))]
async fn look_up_people(app: App, actor: Actor, body: Body<LookupInput>) -> Result<Json<Page<PersonBody>>> {
    let text = body.value.lookup.trim();
    if text.chars().count() < 2 {
        let error = FieldError::new("/lookup", "length", "请输入完整的姓名、手机号或身份证号");
        return Err(Error::invalid(vec![error]));
    }
    let keys = &app.store.keys;
    let mut filter = PeopleFilter::default();
    if let Ok(id_number) = IdNumber::parse(text, app.store.clock.now().day()) {
        filter.id_number_blind = Some(keys.blind("people.id_number", id_number.expose()));
    } else if let Ok(mobile) = Mobile::parse(text) {
        filter.mobile_blind = Some(keys.blind("people.mobile", mobile.expose()));
    } else {
        filter.name_blind = Some(keys.blind("people.name", text));
    }
    people_page(&app, &actor, filter, Order::Newest, PageParams { cursor: None, limit: Some(20) }).await
}

/// A person as a station officer enters them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonInput {
    pub kind: PersonKind,
    pub person: ProfileInput,
}

/// Enters a person who came to the station.
#[utoipa::path(post, path = "/api/people", request_body = PersonInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = PersonBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_person(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<PersonInput>,
) -> Result<Created<PersonBody>> {
    let once = key.request(&actor, "create_person", &body);
    let new = new_person(&body.value.person, body.value.kind, app.store.clock.now())?;
    let (who, tried) = (actor.clone(), new.clone());
    let created = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                let person = actions::enter(tx, &actor, &new)?;
                person_body(tx.keys(), &person)
            })
        })
        .await;
    match created {
        // The refusal tells that somebody is registered: that leaves a trace, as every look does.
        Err(error) if error.code() == Code::IdNumberTaken => {
            app.store.write(who.author(), move |tx| actions::note_met(tx, &who, &tried)).await?;
            Err(error)
        }
        created => created.map(Created),
    }
}

/// A person with their profile, for an officer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PersonWithProfile {
    pub person: PersonBody,
    pub profile: Profile,
    pub consents: Vec<Purpose>,
    /// Whether an account of their own holds this file; without one a claim code can be given.
    pub has_account: bool,
    /// The service member a spouse belongs to.
    pub service_member: Option<PersonName>,
    /// Others who have, or claim, the same ID number: each a case to look at.
    pub same_id_number: SameIdNumber,
}

/// Somebody named, masked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PersonName {
    pub id: PersonId,
    pub name: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SameIdNumber {
    /// Those of the officer's district.
    pub here: Vec<PersonBody>,
    /// How many there are elsewhere.
    pub elsewhere: usize,
}

/// Reads a person of the officer's district.
#[utoipa::path(get, path = "/api/people/{id}", params(("id" = String, Path)),
    responses((status = 200, body = PersonWithProfile), (status = 404, body = Problem)))]
async fn read_person(app: App, actor: Actor, id: Named<PersonId>) -> Result<Versioned<PersonWithProfile>> {
    let scope = actor.may(Action::ReadPeople)?;
    let keys = app.store.keys.clone();
    app.store
        .read(move |db| {
            let person = store::person(db, &scope, id.0)?;
            Ok(Versioned(person.version, with_profile(db, &keys, &scope, &person)?))
        })
        .await
}

fn with_profile(db: &mut Db, keys: &Keys, scope: &Scope, person: &Person) -> Result<PersonWithProfile> {
    let standing = store::consents(db, person.id)?.into_iter().filter(|consent| consent.withdrawn_at.is_none());
    let consents = standing.map(|consent| consent.purpose).collect();
    let member = person.service_member_id.map(|id| store::any_person(db, id)).transpose()?;
    let service_member = match &member {
        Some(member) => Some(PersonName { id: member.id, name: person_body(keys, member)?.name }),
        None => None,
    };
    let others = store::same_id_number(db, person)?;
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        others.iter().partition(|other| scope.covers_division(other.division.code()));
    Ok(PersonWithProfile {
        person: person_body(keys, person)?,
        profile: actions::profile_of(person)?,
        consents,
        has_account: person.account_id.is_some(),
        service_member,
        same_id_number: SameIdNumber {
            here: here.into_iter().map(|other| person_body(keys, other)).collect::<Result<_>>()?,
            elsewhere: elsewhere.len(),
        },
    })
}

/// Saves the profile of a person of the officer's district.
#[utoipa::path(put, path = "/api/people/{id}", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = Profile,
    responses((status = 200, body = PersonBody), (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_person(
    app: App,
    actor: Actor,
    id: Named<PersonId>,
    version: IfMatch,
    body: Body<Profile>,
) -> Result<Versioned<PersonBody>> {
    let profile = body.value;
    let person = app
        .store
        .write(actor.author(), move |tx| actions::save_profile_of(tx, &actor, id.0, version.0, &profile))
        .await?;
    Ok(Versioned(person.version, person_body(&app.store.keys, &person)?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerificationInput {
    pub approve: bool,
    /// Which papers were looked at, e.g. 退出现役证、身份证原件; for a refusal what is missing.
    #[schema(min_length = 2, max_length = 200)]
    pub what: String,
}

impl VerificationInput {
    pub fn check(&self) -> Result<()> {
        crate::people::rules::check_verification(&self.what)
    }
}

/// Records that an officer looked at a person's papers.
#[utoipa::path(post, path = "/api/people/{id}/verification", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = VerificationInput,
    responses((status = 200, body = PersonBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn verify_person(
    app: App,
    actor: Actor,
    id: Named<PersonId>,
    version: IfMatch,
    body: Body<VerificationInput>,
) -> Result<Versioned<PersonBody>> {
    body.value.check()?;
    let input = body.value;
    let person = app
        .store
        .write(actor.author(), move |tx| actions::verify(tx, &actor, id.0, version.0, input.approve, &input.what))
        .await?;
    Ok(Versioned(person.version, person_body(&app.store.keys, &person)?))
}

/// Corrects who somebody is and where they live; a new name or ID number has to be verified again.
#[utoipa::path(put, path = "/api/people/{id}/identity", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = IdentityInput,
    responses((status = 200, body = PersonBody), (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn correct_person(
    app: App,
    actor: Actor,
    id: Named<PersonId>,
    version: IfMatch,
    body: Body<IdentityInput>,
) -> Result<Versioned<PersonBody>> {
    let (identity, division) = checked_identity(&body.value, "", app.store.clock.now()).map_err(Error::invalid)?;
    let person = app
        .store
        .write(actor.author(), move |tx| actions::correct_identity(tx, &actor, id.0, version.0, &identity, division))
        .await?;
    Ok(Versioned(person.version, person_body(&app.store.keys, &person)?))
}

/// The service member a spouse belongs to; `null` for nobody.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ServiceMemberInput {
    pub service_member_id: Option<PersonId>,
}

/// Names the service member a spouse belongs to, or takes the name away.
#[utoipa::path(put, path = "/api/people/{id}/service-member", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = ServiceMemberInput,
    responses((status = 200, body = PersonBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem)))]
async fn name_service_member(
    app: App,
    actor: Actor,
    id: Named<PersonId>,
    version: IfMatch,
    body: Body<ServiceMemberInput>,
) -> Result<Versioned<PersonBody>> {
    let member = body.value.service_member_id;
    let person = app
        .store
        .write(actor.author(), move |tx| actions::name_service_member(tx, &actor, id.0, version.0, member))
        .await?;
    Ok(Versioned(person.version, person_body(&app.store.keys, &person)?))
}

/// Takes down a consent that somebody gave on paper.
#[utoipa::path(put, path = "/api/people/{id}/consents/{purpose}", params(("id" = String, Path), ("purpose" = Purpose, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn record_consent(app: App, actor: Actor, named: Named<(PersonId, Purpose)>) -> Result<Done> {
    let (id, purpose) = named.0;
    app.store.write(actor.author(), move |tx| actions::record_consent(tx, &actor, id, purpose)).await?;
    Ok(Done)
}

/// Takes down that somebody withdrew a consent; effective with the next request.
#[utoipa::path(delete, path = "/api/people/{id}/consents/{purpose}", params(("id" = String, Path), ("purpose" = Purpose, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn record_withdrawal(app: App, actor: Actor, named: Named<(PersonId, Purpose)>) -> Result<Done> {
    let (id, purpose) = named.0;
    app.store.write(actor.author(), move |tx| actions::record_withdrawal(tx, &actor, id, purpose)).await?;
    Ok(Done)
}

/// Gives a code with which the person's own account takes this file over; codes given before end.
#[utoipa::path(post, path = "/api/people/{id}/claim-code", params(("id" = String, Path)),
    responses((status = 201, body = CodeBody), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn issue_claim_code(app: App, actor: Actor, id: Named<PersonId>) -> Result<Created<CodeBody>> {
    let issued = app.store.write(actor.author(), move |tx| actions::issue_claim_code(tx, &actor, id.0)).await?;
    Ok(Created(issued.into()))
}

/// Gives a code with which a verified person, who has shown who they are, sets a new password.
#[utoipa::path(post, path = "/api/people/{id}/password-code", params(("id" = String, Path)),
    responses((status = 201, body = CodeBody), (status = 403, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn issue_person_password_code(app: App, actor: Actor, id: Named<PersonId>) -> Result<Created<CodeBody>> {
    let issued = app.store.write(actor.author(), move |tx| actions::issue_password_code(tx, &actor, id.0)).await?;
    Ok(Created(issued.into()))
}

/// Takes a file away from an account that should not have it.
#[utoipa::path(delete, path = "/api/people/{id}/account", params(("id" = String, Path), ("If-Match" = String, Header)),
    responses((status = 200, body = PersonBody), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem)))]
async fn unlink_account(
    app: App,
    actor: Actor,
    id: Named<PersonId>,
    version: IfMatch,
) -> Result<Versioned<PersonBody>> {
    let person = app.store.write(actor.author(), move |tx| actions::unlink(tx, &actor, id.0, version.0)).await?;
    Ok(Versioned(person.version, person_body(&app.store.keys, &person)?))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealInput {
    pub field: Field,
    pub why: Why,
}

#[derive(Serialize, ToSchema)]
pub struct RevealBody {
    pub value: Option<String>,
}

/// Shows one field of one person in the clear; it is recorded who looked and why.
#[utoipa::path(post, path = "/api/people/{id}/reveal", params(("id" = String, Path)), request_body = RevealInput,
    responses((status = 200, body = RevealBody), (status = 404, body = Problem)))]
async fn reveal_person(
    app: App,
    actor: Actor,
    id: Named<PersonId>,
    body: Body<RevealInput>,
) -> Result<Json<RevealBody>> {
    let RevealInput { field, why } = body.value;
    let value = app.store.write(actor.author(), move |tx| actions::reveal(tx, &actor, id.0, field, why)).await?;
    Ok(Json(RevealBody { value }))
}
