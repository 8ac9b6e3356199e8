//! The verbs about people.

use chrono::Duration;
use serde_json::json;

use crate::access::actions::{self as access, Issued};
use crate::access::model::CodeKind;
use crate::access::permissions::{Action, Role};
use crate::access::rules::AttemptLimit;
use crate::access::{Actor, Scope};
use crate::dictionary::Dictionary;
use crate::error::{Code, Error, Result};
use crate::specialities;
use crate::store::journal::Event;
use crate::store::{Db, Tx, same_version};
use crate::types::id::{AccountId, ImportId, PersonId};
use crate::types::region::Division;

use super::model::{CONSENT_TEXT_VERSION, Consent, Person, PersonKind, Profile, Purpose, Verification};
use super::rules;
use super::store::{self, Identity};

/// What a new person is made of.
#[derive(Clone)]
pub struct NewPerson {
    pub kind: PersonKind,
    pub identity: Identity,
    pub division: Division,
    pub profile: Profile,
    pub consents: Vec<Purpose>,
    pub import_id: Option<ImportId>,
}

/// A seeker opens their own profile.
pub fn create_own(tx: &mut Tx, actor: &Actor, new: &NewPerson) -> Result<Person> {
    actor.may(Action::EditOwnProfile)?;
    let account = actor.account()?;
    if !actor.holds(role_of(new.kind)) {
        return Err(Code::Forbidden.into());
    }
    // Nothing is said about others with the same ID number: an officer decides whose it is.
    let person = drafted(tx, new, Some(account))?;
    keep(tx, person, &new.consents, None)
}

/// A station officer enters somebody who came in, with the consents taken down on paper.
///
/// # Errors
/// [`Code::IdNumberTaken`], naming those of the files with this number that the officer may open.
pub fn enter(tx: &mut Tx, actor: &Actor, new: &NewPerson) -> Result<Person> {
    let scope = actor.may(Action::EnterPerson)?;
    if !scope.covers_division(new.division.code()) {
        return Err(Code::NotFound.into());
    }
    let person = drafted(tx, new, None)?;
    let others = store::same_id_number(tx, &person)?;
    rules::enter(&others).map_err(|error| naming(error, &scope, &others))?;
    keep(tx, person, &new.consents, actor.account)
}

/// Names the files an error is about, as far as `scope` reaches.
fn naming(error: Error, scope: &Scope, others: &[Person]) -> Error {
    let within = others.iter().filter(|other| scope.covers_division(other.division.code()));
    let within: Vec<PersonId> = within.map(|other| other.id).collect();
    let detail = if within.is_empty() {
        "别的辖区已有这个身份证号的档案，请联系上级服务中心核对"
    } else {
        "本辖区已有这个身份证号的档案，请打开那份档案办理"
    };
    error.detail(detail).current(json!({ "people": within }))
}

fn drafted(tx: &mut Tx, new: &NewPerson, account: Option<AccountId>) -> Result<Person> {
    rules::check_profile(&new.profile, &dictionary_for(tx, &new.profile)?, tx.now().day())?;
    let now = tx.now();
    let mut person = Person {
        id: tx.new_random_id(),
        account_id: account,
        kind: new.kind,
        service_member_id: None,
        name_sealed: Vec::new(),
        name_blind: Vec::new(),
        id_number_sealed: None,
        id_number_blind: None,
        mobile_sealed: None,
        mobile_blind: None,
        division: new.division,
        verification: Verification::Unverified,
        verified_at: None,
        verified_by: None,
        verified_what: None,
        visible: true,
        profile: to_json(&new.profile)?,
        import_id: new.import_id,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    store::seal(tx.keys(), &mut person, &new.identity)?;
    Ok(person)
}

fn keep(tx: &mut Tx, person: Person, consents: &[Purpose], officer: Option<AccountId>) -> Result<Person> {
    store::insert(tx, &person)?;
    for &purpose in consents {
        consent(tx, person.id, purpose, officer)?;
    }
    tx.record(Event::PersonEntered, person.id);
    Ok(person)
}

/// A seeker changes their own profile. `version` is the one they looked at.
pub fn save_own_profile(tx: &mut Tx, actor: &Actor, version: i64, profile: &Profile) -> Result<Person> {
    actor.may(Action::EditOwnProfile)?;
    let person = store::person_of_account(tx, actor.account()?)?;
    let person = save_profile(tx, person, version, profile)?;
    tx.record(Event::PersonChanged, person.id);
    Ok(person)
}

/// An officer changes a profile on the person's behalf.
pub fn save_profile_of(tx: &mut Tx, actor: &Actor, id: PersonId, version: i64, profile: &Profile) -> Result<Person> {
    let scope = actor.may(Action::EnterPerson)?;
    let person = store::person(tx, &scope, id)?;
    let person = save_profile(tx, person, version, profile)?;
    tx.record(Event::PersonChanged, id);
    Ok(person)
}

fn save_profile(tx: &mut Tx, mut person: Person, version: i64, profile: &Profile) -> Result<Person> {
    rules::check_profile(profile, &dictionary_for(tx, profile)?, tx.now().day())?;
    if let Err(error) = same_version(person.version, version) {
        return Err(error.current(json!({ "version": person.version, "profile": profile_of(&person)? })));
    }
    person.profile = to_json(profile)?;
    store::save(tx, &person)?;
    person.version += 1;
    Ok(person)
}

/// The dictionary that a profile is checked with. The city's own map is read only where the built-in one does
/// not know a family: an import checks thousands of profiles in one write.
fn dictionary_for(db: &mut Db, profile: &Profile) -> Result<Dictionary> {
    let built_in = Dictionary::get();
    let mut codes =
        profile.service.iter().flat_map(|period| &period.specialities).filter_map(|one| one.code.as_deref());
    if codes.all(|code| built_in.is_speciality(code)) { Ok(built_in) } else { specialities::dictionary(db) }
}

/// A seeker corrects who they are; what was verified has to be looked at again.
pub fn save_own_identity(
    tx: &mut Tx,
    actor: &Actor,
    version: i64,
    identity: &Identity,
    division: Division,
) -> Result<Person> {
    actor.may(Action::EditOwnProfile)?;
    let account = actor.account()?;
    access::spend(tx, &format!("identity {account}"), IDENTITY_CHANGES)?;
    let person = store::person_of_account(tx, account)?;
    save_identity(tx, person, version, identity, division)
}

/// Corrections of one's own identity: whoever needs more of them is at the wrong place.
const IDENTITY_CHANGES: AttemptLimit = AttemptLimit { count: 10, window: Duration::hours(24) };

/// An officer corrects who somebody is, and where they live; what was verified has to be looked at again.
/// Somebody who moves away leaves the officer's district with this.
pub fn correct_identity(
    tx: &mut Tx,
    actor: &Actor,
    id: PersonId,
    version: i64,
    identity: &Identity,
    division: Division,
) -> Result<Person> {
    let scope = actor.may(Action::EnterPerson)?;
    let person = store::person(tx, &scope, id)?;
    save_identity(tx, person, version, identity, division)
}

fn save_identity(tx: &mut Tx, person: Person, version: i64, identity: &Identity, division: Division) -> Result<Person> {
    same_version(person.version, version)?;
    let before = person.clone();
    let (keys, mut person) = (tx.keys().clone(), person);
    store::seal(&keys, &mut person, identity)?;
    person.division = division;
    let mut person = rules::correct(person, &before);
    store::save(tx, &person)?;
    person.version += 1;
    tx.record(Event::PersonChanged, person.id);
    Ok(person)
}

/// Shows or hides the seeker's own profile.
pub fn set_visible(tx: &mut Tx, actor: &Actor, version: i64, visible: bool) -> Result<Person> {
    actor.may(Action::EditOwnProfile)?;
    let mut person = store::person_of_account(tx, actor.account()?)?;
    same_version(person.version, version)?;
    person.visible = visible;
    store::save(tx, &person)?;
    person.version += 1;
    tx.record_with(Event::PersonChanged, person.id, json!({ "visible": visible }));
    Ok(person)
}

/// Gives consent for one purpose; giving it twice changes nothing.
pub fn give_consent(tx: &mut Tx, actor: &Actor, purpose: Purpose) -> Result<()> {
    actor.may(Action::EditOwnProfile)?;
    let person = store::person_of_account(tx, actor.account()?)?;
    consent(tx, person.id, purpose, None)
}

fn consent(tx: &mut Tx, person: PersonId, purpose: Purpose, officer: Option<AccountId>) -> Result<()> {
    if store::agrees(tx, person, purpose)? {
        return Ok(());
    }
    let consent = Consent {
        id: tx.new_id(),
        person_id: person,
        purpose,
        text_version: CONSENT_TEXT_VERSION.to_owned(),
        given_at: tx.now(),
        given_by: officer,
        withdrawn_at: None,
    };
    store::insert_consent(tx, &consent)?;
    tx.record_with(Event::ConsentGiven, person, json!({ "purpose": purpose }));
    Ok(())
}

/// Withdraws consent for one purpose; effective with the next request.
pub fn withdraw_consent(tx: &mut Tx, actor: &Actor, purpose: Purpose) -> Result<()> {
    actor.may(Action::EditOwnProfile)?;
    let person = store::person_of_account(tx, actor.account()?)?;
    withdraw(tx, person.id, purpose)
}

/// An officer takes a consent down that somebody gave on paper.
pub fn record_consent(tx: &mut Tx, actor: &Actor, id: PersonId, purpose: Purpose) -> Result<()> {
    let scope = actor.may(Action::EnterPerson)?;
    let person = store::person(tx, &scope, id)?;
    consent(tx, person.id, purpose, actor.account)
}

/// An officer takes down that somebody withdrew a consent; effective with the next request.
pub fn record_withdrawal(tx: &mut Tx, actor: &Actor, id: PersonId, purpose: Purpose) -> Result<()> {
    let scope = actor.may(Action::EnterPerson)?;
    let person = store::person(tx, &scope, id)?;
    withdraw(tx, person.id, purpose)
}

fn withdraw(tx: &mut Tx, person: PersonId, purpose: Purpose) -> Result<()> {
    if store::withdraw(tx, person, purpose)? > 0 {
        tx.record_with(Event::ConsentWithdrawn, person, json!({ "purpose": purpose }));
    }
    Ok(())
}

/// An officer of the district has looked at the papers.
pub fn verify(tx: &mut Tx, actor: &Actor, id: PersonId, version: i64, approve: bool, what: &str) -> Result<Person> {
    let scope = actor.may(Action::VerifyPerson)?;
    let person = store::person(tx, &scope, id)?;
    same_version(person.version, version)?;
    let others = store::same_id_number(tx, &person)?;
    let mut person = rules::verify(person, approve, what, &others, actor.account()?, tx.now())
        .map_err(|error| if error.code() == Code::IdNumberTaken { naming(error, &scope, &others) } else { error })?;
    store::save(tx, &person)?;
    person.version += 1;
    tx.record(if approve { Event::PersonVerified } else { Event::PersonRefused }, id);
    Ok(person)
}

/// An officer names the service member a spouse belongs to, or takes the name away; both live in the
/// officer's district.
pub fn name_service_member(
    tx: &mut Tx,
    actor: &Actor,
    id: PersonId,
    version: i64,
    member: Option<PersonId>,
) -> Result<Person> {
    let scope = actor.may(Action::EnterPerson)?;
    let person = store::person(tx, &scope, id)?;
    same_version(person.version, version)?;
    let member = member.map(|member| store::person(tx, &scope, member)).transpose()?;
    let mut person = rules::name_service_member(person, member.as_ref())?;
    store::save(tx, &person)?;
    person.version += 1;
    tx.record_with(Event::PersonChanged, id, json!({ "service_member": person.service_member_id }));
    Ok(person)
}

/// A code on a slip of paper for somebody whom a station entered: with it their own account takes the
/// file over, at home or at the counter.
pub fn issue_claim_code(tx: &mut Tx, actor: &Actor, id: PersonId) -> Result<Issued> {
    let scope = actor.may(Action::IssuePersonCode)?;
    let person = store::person(tx, &scope, id)?;
    if person.account_id.is_some() {
        return Err(Error::new(Code::WrongState).detail("这份档案已经关联账号，不需要领取码"));
    }
    tx.record_with(Event::CodeIssued, id, json!({ "kind": CodeKind::ClaimPerson }));
    access::new_code(tx, CodeKind::ClaimPerson, id, actor.account)
}

/// A code to set the password of the account behind a file, for somebody who shows who they are.
pub fn issue_password_code(tx: &mut Tx, actor: &Actor, id: PersonId) -> Result<Issued> {
    let scope = actor.may(Action::IssuePersonCode)?;
    let person = store::person(tx, &scope, id)?;
    if person.verification != Verification::Verified {
        return Err(Error::new(Code::NotVerified).detail("先核验身份，再给重设密码的码"));
    }
    let account = person
        .account_id
        .ok_or_else(|| Error::new(Code::WrongState).detail("这份档案还没有关联账号，请给领取码，让本人注册后领取"))?;
    access::check_password_code(tx, actor, account, true)?;
    tx.record_with(Event::CodeIssued, account, json!({ "kind": CodeKind::SetPassword }));
    access::new_code(tx, CodeKind::SetPassword, account, actor.account)
}

/// What somebody shows to take a file over.
#[derive(Clone, Debug)]
pub struct Claim {
    /// From the slip.
    pub code: String,
    /// The last four characters of the ID number: a slip that was found is not enough.
    pub id_number_tail: Option<String>,
    /// Whether the file the account opened itself gives way.
    pub replace: bool,
}

/// Takes over the file a station entered, by the code it gave.
///
/// # Errors
/// [`Code::WrongCode`] also when the ID number ends otherwise; see [`rules::claim`].
pub fn claim(tx: &mut Tx, actor: &Actor, claim: &Claim) -> Result<Person> {
    actor.may(Action::EditOwnProfile)?;
    let account = actor.account()?;
    let code = access::use_code(tx, CodeKind::ClaimPerson, &claim.code)?;
    let person = store::any_person(tx, code.subject.parse().map_err(Error::internal)?)?;
    if let Some(number) = store::open(tx.keys(), &person)?.id_number {
        let tail = claim.id_number_tail.as_deref().unwrap_or_default().trim().to_ascii_uppercase();
        if tail.chars().count() != 4 || !number.ends_with(&tail) {
            return Err(Error::new(Code::WrongCode).detail("领取码或身份证号后四位不对"));
        }
    }
    if !actor.holds(role_of(person.kind)) {
        return Err(Error::new(Code::WrongState).detail("档案的人员类别与您注册时选的不同，请到服务站核对"));
    }
    let own = store::id_of_account(tx, account)?.map(|id| store::any_person(tx, id)).transpose()?;
    let mut person = rules::claim(person, account, code.issued_by, own.as_ref(), claim.replace)?;
    if let Some(own) = own {
        // What somebody withdrew themselves stays withdrawn, whatever a paper at the station says.
        for purpose in store::withdrawn(tx, own.id)? {
            withdraw(tx, person.id, purpose)?;
        }
        store::remove(tx, own.id, Some(person.id))?;
        tx.record(Event::PersonRemoved, own.id);
    }
    store::save(tx, &person)?;
    person.version += 1;
    tx.record_with(Event::PersonLinked, person.id, json!({ "account": account }));
    Ok(person)
}

/// Takes a file away from an account that should not have it; the account keeps no file.
pub fn unlink(tx: &mut Tx, actor: &Actor, id: PersonId, version: i64) -> Result<Person> {
    let scope = actor.may(Action::IssuePersonCode)?;
    let mut person = store::person(tx, &scope, id)?;
    same_version(person.version, version)?;
    let account =
        person.account_id.take().ok_or_else(|| Error::new(Code::WrongState).detail("这份档案没有关联账号"))?;
    if actor.account == Some(account) {
        return Err(Code::SelfApproval.into());
    }
    store::save(tx, &person)?;
    person.version += 1;
    tx.record_with(Event::PersonUnlinked, id, json!({ "account": account }));
    Ok(person)
}

/// Notes that an officer met files while entering somebody with the same ID number; called in a write of
/// its own, because the entering was refused.
pub fn note_met(tx: &mut Tx, actor: &Actor, new: &NewPerson) -> Result<()> {
    actor.may(Action::EnterPerson)?;
    let Some(number) = &new.identity.id_number else { return Ok(()) };
    let blind = store::id_number_blind(tx.keys(), number);
    for person in store::with_id_numbers(tx, &[blind])? {
        tx.record_with(Event::PersonRevealed, person.id, json!({ "field": "existence", "why": "entering" }));
    }
    Ok(())
}

fn role_of(kind: PersonKind) -> Role {
    match kind {
        PersonKind::Veteran => Role::Veteran,
        PersonKind::Spouse => Role::Spouse,
    }
}

/// What an officer may see in the clear, one field at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    Name,
    IdNumber,
    Mobile,
}

/// Shows one field of one person in the clear; who, what and why is in the journal.
pub fn reveal(tx: &mut Tx, actor: &Actor, id: PersonId, field: Field, why: Why) -> Result<Option<String>> {
    let scope = actor.may(Action::RevealPerson)?;
    let person = store::person(tx, &scope, id)?;
    let open = store::open(tx.keys(), &person)?;
    tx.record_with(Event::PersonRevealed, id, json!({ "field": field, "why": why }));
    Ok(match field {
        Field::Name => Some(open.name),
        Field::IdNumber => open.id_number,
        Field::Mobile => open.mobile,
    })
}

crate::coded! {
    /// Why an officer looks; a closed list, so that the journal holds no text about a person.
    pub enum Why {
        Verification = "verification",
        Contact = "contact",
        Application = "application",
        Correction = "correction",
    }
}

/// Undoes an import's person that nobody has touched since.
pub fn remove_imported(tx: &mut Tx, actor: &Actor, person: &Person) -> Result<()> {
    actor.may(Action::ImportPeople)?;
    store::remove(tx, person.id, None)?;
    tx.record(Event::PersonRemoved, person.id);
    Ok(())
}

pub fn profile_of(person: &Person) -> Result<Profile> {
    serde_json::from_str(&person.profile).map_err(Error::internal)
}

fn to_json(profile: &Profile) -> Result<String> {
    serde_json::to_string(profile).map_err(Error::internal)
}
