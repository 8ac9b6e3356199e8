//! The HTTP of people: the seeker's own profile, and the officer's people.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::Actor;
use crate::access::permissions::{Action, Role};
use crate::access::routes::{PageParams, page_params};
use crate::dictionary::{Dictionary, Named as NamedCode, SpecialityBody};
use crate::error::{Code, Error, FieldError, Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, IfMatch, Json, Named, Params, Versioned};
use crate::server::App;
use crate::store::idempotency;
use crate::store::sealed::Keys;
use crate::types::id::PersonId;
use crate::types::identifiers::{IdNumber, Mobile, mask_name};
use crate::types::page::Page;
use crate::types::region::Division;
use crate::types::time::Moment;

use super::actions::{self, Field, NewPerson, Why};
use super::model::{Consent, Person, PersonKind, Profile, Purpose, Verification};
use super::store::{self, Identity, PeopleFilter};

pub fn routes(api: &mut Api) {
    api.add(__path_create_profile, Action::EditOwnProfile, create_profile)
        .add(__path_read_profile, Action::ReadOwnProfile, read_profile)
        .add(__path_update_profile, Action::EditOwnProfile, update_profile)
        .add(__path_update_identity, Action::EditOwnProfile, update_identity)
        .add(__path_update_visibility, Action::EditOwnProfile, update_visibility)
        .add(__path_list_consents, Action::ReadOwnProfile, list_consents)
        .add(__path_give_consent, Action::EditOwnProfile, give_consent)
        .add(__path_withdraw_consent, Action::EditOwnProfile, withdraw_consent)
        .add(__path_list_people, Action::ReadPeople, list_people)
        .add(__path_look_up_people, Action::ReadPeople, look_up_people)
        .add(__path_create_person, Action::EnterPerson, create_person)
        .add(__path_read_person, Action::ReadPeople, read_person)
        .add(__path_update_person, Action::EnterPerson, update_person)
        .add(__path_verify_person, Action::VerifyPerson, verify_person)
        .add(__path_reveal_person, Action::RevealPerson, reveal_person)
        .add(__path_list_specialities, Action::ReadDictionary, list_specialities)
        .add(__path_list_occupations, Action::ReadDictionary, list_occupations)
        .add(__path_list_divisions, Action::ReadDictionary, list_divisions);
}

/// Who somebody is. Sealed on arrival, masked in every answer.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentityInput {
    #[schema(min_length = 1, max_length = 40)]
    pub name: String,
    /// 居民身份证号, 18 characters.
    #[schema(max_length = 30)]
    pub id_number: Option<String>,
    #[schema(max_length = 30)]
    pub mobile: Option<String>,
    /// Where the person lives: division code of a township or below.
    #[schema(max_length = 12)]
    pub division: String,
}

/// Checks an identity; pointers start with `at`.
pub fn checked_identity(input: &IdentityInput, at: &str, now: Moment) -> Result<(Identity, Division), Vec<FieldError>> {
    let mut errors = Vec::new();
    let name = input.name.trim().to_owned();
    if name.is_empty() || name.chars().count() > 40 {
        errors.push(FieldError::new(format!("{at}/name"), "length", "请填写姓名，最多 40 个字"));
    }
    let id_number = input.id_number.as_deref().map(|text| IdNumber::parse(text, now.day())).transpose();
    let mobile = input.mobile.as_deref().map(Mobile::parse).transpose();
    let division = Division::from_code(&input.division);
    if let Err(error) = &id_number {
        errors.push(FieldError::new(format!("{at}/id_number"), error.code(), error.to_string()));
    }
    if let Err(error) = &mobile {
        errors.push(FieldError::new(format!("{at}/mobile"), error.code(), error.to_string()));
    }
    if division.is_err() {
        errors.push(FieldError::new(format!("{at}/division"), "unknown_division", "没有这个区划代码，请从列表中选择"));
    }
    match (id_number, mobile, division) {
        (Ok(id_number), Ok(mobile), Ok(division)) if errors.is_empty() => Ok((Identity { name, id_number, mobile }, division)),
        _ => Err(errors),
    }
}

/// A new profile.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileInput {
    pub identity: IdentityInput,
    #[serde(default)]
    pub profile: Profile,
    /// What the person agrees to, each by itself.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub consents: Vec<Purpose>,
}

/// A person as lists and pages show them: masked.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PersonBody {
    pub id: PersonId,
    pub kind: PersonKind,
    pub name: String,
    pub id_number: Option<String>,
    pub mobile: Option<String>,
    pub division: NamedCode,
    pub verification: Verification,
    pub verified_at: Option<Moment>,
    pub verified_what: Option<String>,
    pub visible: bool,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub version: i64,
}

/// The seeker's own profile; identity masked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OwnProfileBody {
    #[serde(flatten)]
    pub person: PersonBody,
    #[serde(flatten)]
    pub profile: Profile,
}

/// A person with their profile, for an officer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PersonWithProfile {
    pub person: PersonBody,
    pub profile: Profile,
    pub consents: Vec<Purpose>,
}

pub fn person_body(keys: &Keys, person: &Person) -> Result<PersonBody> {
    let open = store::open(keys, person)?;
    Ok(PersonBody {
        id: person.id,
        kind: person.kind,
        name: mask_name(&open.name),
        id_number: open.id_number.map(|text| mask(&text, 3, 4)),
        mobile: open.mobile.map(|text| mask(&text, 3, 4)),
        division: division_body(person.division),
        verification: person.verification,
        verified_at: person.verified_at,
        verified_what: person.verified_what.clone(),
        visible: person.visible,
        created_at: person.created_at,
        updated_at: person.updated_at,
        version: person.version,
    })
}

pub fn division_body(division: Division) -> NamedCode {
    NamedCode { code: division.code().to_owned(), name: division.name().to_owned() }
}

/// Keeps the first and last characters of what was sealed.
fn mask(text: &str, first: usize, last: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let kept = |i: usize| i < first || i + last >= chars.len();
    chars.iter().enumerate().map(|(i, c)| if kept(i) { *c } else { '*' }).collect()
}

fn own_profile(keys: &Keys, person: &Person) -> Result<Versioned<OwnProfileBody>> {
    let body = OwnProfileBody { person: person_body(keys, person)?, profile: actions::profile_of(person)? };
    Ok(Versioned(person.version, body))
}

fn new_person(input: &ProfileInput, kind: PersonKind, now: Moment) -> Result<NewPerson> {
    let (identity, division) = checked_identity(&input.identity, "/identity", now).map_err(Error::invalid)?;
    Ok(NewPerson {
        kind,
        identity,
        division,
        profile: input.profile.clone(),
        consents: input.consents.clone(),
        import_id: None,
    })
}

/// Opens the seeker's own profile.
#[utoipa::path(post, path = "/api/me/profile", request_body = ProfileInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = PersonBody), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_profile(app: App, actor: Actor, key: IdempotencyKey, body: Body<ProfileInput>) -> Result<Created<PersonBody>> {
    let once = key.request(&actor, "create_profile", &body);
    let kind = if actor.holds(Role::Spouse) { PersonKind::Spouse } else { PersonKind::Veteran };
    let new = new_person(&body.value, kind, app.store.clock.now())?;
    let created = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                let person = actions::create_own(tx, &actor, &new)?;
                person_body(tx.keys(), &person)
            })
        })
        .await?;
    Ok(Created(created))
}

/// Reads the seeker's own profile.
#[utoipa::path(get, path = "/api/me/profile",
    responses((status = 200, body = OwnProfileBody), (status = 404, body = Problem)))]
async fn read_profile(app: App, actor: Actor) -> Result<Versioned<OwnProfileBody>> {
    let account = actor.account()?;
    let person = app.store.read(move |db| store::person_of_account(db, account)).await?;
    own_profile(&app.store.keys, &person)
}

/// Saves the seeker's own profile, whole.
#[utoipa::path(put, path = "/api/me/profile", request_body = Profile, params(("If-Match" = String, Header)),
    responses((status = 200, body = OwnProfileBody), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_profile(app: App, actor: Actor, version: IfMatch, body: Body<Profile>) -> Result<Versioned<OwnProfileBody>> {
    let profile = body.value;
    let person =
        app.store.write(actor.author(), move |tx| actions::save_own_profile(tx, &actor, version.0, &profile)).await?;
    own_profile(&app.store.keys, &person)
}

/// Corrects the seeker's own identity.
#[utoipa::path(put, path = "/api/me/identity", request_body = IdentityInput, params(("If-Match" = String, Header)),
    responses((status = 200, body = OwnProfileBody), (status = 409, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_identity(app: App, actor: Actor, version: IfMatch, body: Body<IdentityInput>) -> Result<Versioned<OwnProfileBody>> {
    let (identity, division) = checked_identity(&body.value, "", app.store.clock.now()).map_err(Error::invalid)?;
    let person = app
        .store
        .write(actor.author(), move |tx| actions::save_own_identity(tx, &actor, version.0, &identity, division))
        .await?;
    own_profile(&app.store.keys, &person)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisibilityInput {
    pub visible: bool,
}

/// Shows or hides the seeker's own profile.
#[utoipa::path(put, path = "/api/me/visibility", request_body = VisibilityInput,
    responses((status = 200, body = OwnProfileBody), (status = 404, body = Problem)))]
async fn update_visibility(app: App, actor: Actor, body: Body<VisibilityInput>) -> Result<Versioned<OwnProfileBody>> {
    let visible = body.value.visible;
    let person = app.store.write(actor.author(), move |tx| actions::set_visible(tx, &actor, visible)).await?;
    own_profile(&app.store.keys, &person)
}

/// Lists the seeker's own consents, withdrawn ones included.
#[utoipa::path(get, path = "/api/me/consents", responses((status = 200, body = Vec<Consent>), (status = 404, body = Problem)))]
async fn list_consents(app: App, actor: Actor) -> Result<Json<Vec<Consent>>> {
    let account = actor.account()?;
    let consents = app
        .store
        .read(move |db| {
            let person = store::person_of_account(db, account)?;
            store::consents(db, person.id)
        })
        .await?;
    Ok(Json(consents))
}

/// Gives consent for one purpose.
#[utoipa::path(put, path = "/api/me/consents/{purpose}", params(("purpose" = Purpose, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn give_consent(app: App, actor: Actor, purpose: Named<Purpose>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::give_consent(tx, &actor, purpose.0)).await?;
    Ok(Done)
}

/// Withdraws consent for one purpose.
#[utoipa::path(delete, path = "/api/me/consents/{purpose}", params(("purpose" = Purpose, Path)),
    responses((status = 204), (status = 404, body = Problem)))]
async fn withdraw_consent(app: App, actor: Actor, purpose: Named<Purpose>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::withdraw_consent(tx, &actor, purpose.0)).await?;
    Ok(Done)
}

/// What a list of people is narrowed to; at least one of `division`, `verification`.
///
/// A name, number or ID number is never a query parameter: see `lookup` in the body of
/// `POST /api/people/lookup`.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeopleParams {
    pub division: Option<String>,
    pub verification: Option<Verification>,
    pub kind: Option<PersonKind>,
    pub cursor: Option<String>,
    pub limit: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct PeopleBody {
    pub items: Vec<PersonBody>,
    pub next: Option<String>,
    pub total: i64,
}

/// Lists people of the officer's district, masked; not without a filter.
#[utoipa::path(get, path = "/api/people", params(PeopleParams),
    responses((status = 200, body = PeopleBody), (status = 400, body = Problem)))]
async fn list_people(app: App, actor: Actor, params: Params<PeopleParams>) -> Result<Json<PeopleBody>> {
    let PeopleParams { division, verification, kind, cursor, limit } = params.0;
    let filter = PeopleFilter { division, verification, kind, ..PeopleFilter::default() };
    if filter.is_empty() {
        return Err(Error::new(Code::InvalidQuery).detail("请至少选一个条件：区划或核验状态"));
    }
    people_page(&app, &actor, filter, PageParams { cursor, limit }).await
}

async fn people_page(app: &App, actor: &Actor, filter: PeopleFilter, page: PageParams) -> Result<Json<PeopleBody>> {
    let scope = actor.may(Action::ReadPeople)?;
    let (before, limit) = page_params::<PersonId>(&page)?;
    let keys = app.store.keys.clone();
    let body = app
        .store
        .read(move |db| {
            let rows = store::list(db, &scope, &filter, before, limit)?;
            let page = Page::cut(rows, limit, |person| person.id.to_string());
            let items = page.items.iter().map(|person| person_body(&keys, person)).collect::<Result<_>>()?;
            Ok(PeopleBody { items, next: page.next, total: store::count(db, &scope, &filter)? })
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
#[utoipa::path(post, path = "/api/people/lookup", request_body = LookupInput, responses((status = 200, body = PeopleBody)))]
async fn look_up_people(app: App, actor: Actor, body: Body<LookupInput>) -> Result<Json<PeopleBody>> {
    let text = body.value.lookup.trim();
    let keys = &app.store.keys;
    let mut filter = PeopleFilter::default();
    if let Ok(id_number) = IdNumber::parse(text, app.store.clock.now().day()) {
        filter.id_number_blind = Some(keys.blind("people.id_number", id_number.expose()));
    } else if let Ok(mobile) = Mobile::parse(text) {
        filter.mobile_blind = Some(keys.blind("people.mobile", mobile.expose()));
    } else {
        filter.name_blind = Some(keys.blind("people.name", text));
    }
    people_page(&app, &actor, filter, PageParams { cursor: None, limit: Some(20) }).await
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
async fn create_person(app: App, actor: Actor, key: IdempotencyKey, body: Body<PersonInput>) -> Result<Created<PersonBody>> {
    let once = key.request(&actor, "create_person", &body);
    let new = new_person(&body.value.person, body.value.kind, app.store.clock.now())?;
    let created = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                let person = actions::enter(tx, &actor, &new)?;
                person_body(tx.keys(), &person)
            })
        })
        .await?;
    Ok(Created(created))
}

/// Reads a person of the officer's district.
#[utoipa::path(get, path = "/api/people/{id}", params(("id" = String, Path)),
    responses((status = 200, body = PersonWithProfile), (status = 404, body = Problem)))]
async fn read_person(app: App, actor: Actor, id: Named<PersonId>) -> Result<Versioned<PersonWithProfile>> {
    let scope = actor.may(Action::ReadPeople)?;
    let (person, consents) = app
        .store
        .read(move |db| {
            let person = store::person(db, &scope, id.0)?;
            let standing = store::consents(db, person.id)?.into_iter().filter(|consent| consent.withdrawn_at.is_none());
            Ok((person, standing.map(|consent| consent.purpose).collect()))
        })
        .await?;
    with_profile(&app, &person, consents)
}

fn with_profile(app: &App, person: &Person, consents: Vec<Purpose>) -> Result<Versioned<PersonWithProfile>> {
    let body = PersonWithProfile {
        person: person_body(&app.store.keys, person)?,
        profile: actions::profile_of(person)?,
        consents,
    };
    Ok(Versioned(person.version, body))
}

/// Saves the profile of a person of the officer's district.
#[utoipa::path(put, path = "/api/people/{id}", params(("id" = String, Path), ("If-Match" = String, Header)), request_body = Profile,
    responses((status = 200, body = PersonBody), (status = 404, body = Problem), (status = 412, body = Problem), (status = 422, body = Problem)))]
async fn update_person(app: App, actor: Actor, id: Named<PersonId>, version: IfMatch, body: Body<Profile>) -> Result<Versioned<PersonBody>> {
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
        if (2..=200).contains(&self.what.trim().chars().count()) {
            Ok(())
        } else {
            let error = FieldError::new("/what", "length", "请写明核对了哪些材料，2–200 个字");
            Err(Error::invalid(vec![error]))
        }
    }
}

/// Records that an officer looked at a person's papers.
#[utoipa::path(post, path = "/api/people/{id}/verification", params(("id" = String, Path)), request_body = VerificationInput,
    responses((status = 200, body = PersonBody), (status = 404, body = Problem), (status = 422, body = Problem)))]
async fn verify_person(app: App, actor: Actor, id: Named<PersonId>, body: Body<VerificationInput>) -> Result<Json<PersonBody>> {
    body.value.check()?;
    let input = body.value;
    let person =
        app.store.write(actor.author(), move |tx| actions::verify(tx, &actor, id.0, input.approve, &input.what)).await?;
    Ok(Json(person_body(&app.store.keys, &person)?))
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
async fn reveal_person(app: App, actor: Actor, id: Named<PersonId>, body: Body<RevealInput>) -> Result<Json<RevealBody>> {
    let RevealInput { field, why } = body.value;
    let value = app.store.write(actor.author(), move |tx| actions::reveal(tx, &actor, id.0, field, why)).await?;
    Ok(Json(RevealBody { value }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct DictionaryParams {
    /// Part of a title, in the person's own words.
    #[param(max_length = 60)]
    pub q: String,
}

/// Finds military specialities by title, with the civilian skills and occupations they lead to.
#[utoipa::path(get, path = "/api/dictionaries/specialities", params(DictionaryParams),
    responses((status = 200, body = Vec<SpecialityBody>)))]
async fn list_specialities(params: Params<DictionaryParams>) -> Json<Vec<SpecialityBody>> {
    Json(Dictionary::get().specialities_like(&short(&params.0.q), 10))
}

/// Finds occupations of the 2022 classification by what a job is called.
#[utoipa::path(get, path = "/api/dictionaries/occupations", params(DictionaryParams),
    responses((status = 200, body = Vec<NamedCode>)))]
async fn list_occupations(params: Params<DictionaryParams>) -> Json<Vec<NamedCode>> {
    Json(Dictionary::get().occupations_like(&short(&params.0.q), 10))
}

/// Finds divisions by name.
#[utoipa::path(get, path = "/api/dictionaries/divisions", params(DictionaryParams),
    responses((status = 200, body = Vec<NamedCode>)))]
async fn list_divisions(params: Params<DictionaryParams>) -> Json<Vec<NamedCode>> {
    let found = Division::find(&short(&params.0.q)).into_iter().take(20);
    Json(found.map(|division| NamedCode { code: division.code().to_owned(), name: division.full_name() }).collect())
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
