//! The HTTP of people: the seeker's own profile.

pub mod register;
pub mod timeline;

use actix_web::HttpRequest;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::access::Actor;
use crate::access::permissions::{Action, Role};
use crate::access::routes::limit;
use crate::dictionary::Named as NamedCode;
use crate::error::{Error, FieldError, Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, IfMatch, Json, Named, Versioned};
use crate::server::App;
use crate::store::idempotency;
use crate::store::sealed::{Keys, Purpose as KeyPurpose};
use crate::types::id::PersonId;
use crate::types::identifiers::{IdNumber, Mobile, mask_name};
use crate::types::region::Division;
use crate::types::text::is_person_name;
use crate::types::time::Moment;

use super::actions::{self, Claim, NewPerson};
use super::model::{Consent, Person, PersonKind, Profile, Purpose, Verification};
use super::store::{self, Identity};

pub fn routes(api: &mut Api) {
    api.add(__path_create_profile, Action::EditOwnProfile, create_profile)
        .add(__path_claim_profile, Action::EditOwnProfile, claim_profile)
        .add(__path_read_profile, Action::ReadOwnProfile, read_profile)
        .add(__path_update_profile, Action::EditOwnProfile, update_profile)
        .add(__path_update_identity, Action::EditOwnProfile, update_identity)
        .add(__path_update_visibility, Action::EditOwnProfile, update_visibility)
        .add(__path_list_consents, Action::ReadOwnProfile, list_consents)
        .add(__path_give_consent, Action::EditOwnProfile, give_consent)
        .add(__path_withdraw_consent, Action::EditOwnProfile, withdraw_consent);
    register::routes(api);
    timeline::routes(api);
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
    /// Where the person lives: division code of a township or below, or of a county whose townships are not in
    /// the table.
    #[schema(max_length = 12)]
    pub division: String,
}

/// Checks an identity; pointers start with `at`.
pub fn checked_identity(input: &IdentityInput, at: &str, now: Moment) -> Result<(Identity, Division), Vec<FieldError>> {
    let mut errors = Vec::new();
    let name = input.name.trim().to_owned();
    if !is_person_name(&name) {
        errors.push(FieldError::new(format!("{at}/name"), "name", "请填写姓名，只用文字，最多 40 个字"));
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
    match &division {
        Err(_) => {
            errors.push(FieldError::new(
                format!("{at}/division"),
                "unknown_division",
                "没有这个区划代码，请从列表中选择",
            ));
        }
        Ok(division) if !super::rules::is_home(*division) => {
            errors.push(FieldError::new(
                format!("{at}/division"),
                "too_wide",
                "请选到街道或乡镇；外地的选到县（市、区）",
            ));
        }
        Ok(_) => {}
    }
    match (id_number, mobile, division) {
        (Ok(id_number), Ok(mobile), Ok(division)) if errors.is_empty() => {
            Ok((Identity { name, id_number, mobile }, division))
        }
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
async fn create_profile(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<ProfileInput>,
) -> Result<Created<PersonBody>> {
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

/// A code from a station.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimInput {
    #[schema(max_length = 40)]
    pub code: String,
    /// The last four characters of the ID number, if the station took it down.
    #[serde(default)]
    #[schema(max_length = 4)]
    pub id_number_tail: Option<String>,
    /// Whether the file the account opened itself, which nobody has verified, gives way.
    #[serde(default)]
    pub replace: bool,
}

/// Takes over the file that a station entered, by the code it gave.
#[utoipa::path(post, path = "/api/me/profile/claim", request_body = ClaimInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = PersonBody), (status = 409, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn claim_profile(
    app: App,
    actor: Actor,
    request: HttpRequest,
    key: IdempotencyKey,
    body: Body<ClaimInput>,
) -> Result<Created<PersonBody>> {
    let bucket = app.store.keys.mac(KeyPurpose::Bucket, format!("claim {}", actor.account()?).as_bytes());
    limit(&app, &actor, &request, Some(bucket[..16].to_vec())).await?;
    let once = key.request(&actor, "claim_profile", &body);
    let ClaimInput { code, id_number_tail, replace } = body.value;
    let claim = Claim { code, id_number_tail, replace };
    let claimed = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| {
                let person = actions::claim(tx, &actor, &claim)?;
                person_body(tx.keys(), &person)
            })
        })
        .await?;
    Ok(Created(claimed))
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
async fn update_profile(
    app: App,
    actor: Actor,
    version: IfMatch,
    body: Body<Profile>,
) -> Result<Versioned<OwnProfileBody>> {
    let profile = body.value;
    let person =
        app.store.write(actor.author(), move |tx| actions::save_own_profile(tx, &actor, version.0, &profile)).await?;
    own_profile(&app.store.keys, &person)
}

/// Corrects the seeker's own identity.
#[utoipa::path(put, path = "/api/me/identity", request_body = IdentityInput, params(("If-Match" = String, Header)),
    responses((status = 200, body = OwnProfileBody), (status = 412, body = Problem), (status = 422, body = Problem), (status = 429, body = Problem)))]
async fn update_identity(
    app: App,
    actor: Actor,
    version: IfMatch,
    body: Body<IdentityInput>,
) -> Result<Versioned<OwnProfileBody>> {
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
#[utoipa::path(put, path = "/api/me/visibility", request_body = VisibilityInput, params(("If-Match" = String, Header)),
    responses((status = 200, body = OwnProfileBody), (status = 404, body = Problem), (status = 412, body = Problem)))]
async fn update_visibility(
    app: App,
    actor: Actor,
    version: IfMatch,
    body: Body<VisibilityInput>,
) -> Result<Versioned<OwnProfileBody>> {
    let visible = body.value.visible;
    let person =
        app.store.write(actor.author(), move |tx| actions::set_visible(tx, &actor, version.0, visible)).await?;
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
