//! The verbs about people.

use serde_json::json;

use crate::access::Actor;
use crate::access::permissions::{Action, Role};
use crate::dictionary::Dictionary;
use crate::error::{Code, Error, Result};
use crate::store::Tx;
use crate::store::journal::Event;
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
    let role = if new.kind == PersonKind::Veteran { Role::Veteran } else { Role::Spouse };
    if !actor.holds(role) {
        return Err(Code::Forbidden.into());
    }
    let person = create(tx, new, Some(account), None)?;
    tx.record(Event::PersonEntered, person.id);
    Ok(person)
}

/// A station officer enters somebody who came in, with the consents taken down on paper.
pub fn enter(tx: &mut Tx, actor: &Actor, new: &NewPerson) -> Result<Person> {
    let scope = actor.may(Action::EnterPerson)?;
    if !scope.covers_division(new.division.code()) {
        return Err(Code::NotFound.into());
    }
    let person = create(tx, new, None, actor.account)?;
    tx.record(Event::PersonEntered, person.id);
    Ok(person)
}

fn create(tx: &mut Tx, new: &NewPerson, account: Option<AccountId>, officer: Option<AccountId>) -> Result<Person> {
    rules::check_profile(&new.profile, &Dictionary::get(), tx.now().day())?;
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
    store::insert(tx, &person)?;
    for &purpose in &new.consents {
        consent(tx, person.id, purpose, officer)?;
    }
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
    rules::check_profile(profile, &Dictionary::get(), tx.now().day())?;
    if person.version != version {
        return Err(Error::new(Code::VersionMismatch)
            .current(json!({ "version": person.version, "profile": profile_of(&person)? })));
    }
    person.profile = to_json(profile)?;
    store::save(tx, &person)?;
    person.version += 1;
    Ok(person)
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
    let mut person = store::person_of_account(tx, actor.account()?)?;
    if person.version != version {
        return Err(Error::new(Code::VersionMismatch).current(json!({ "version": person.version })));
    }
    let before = (person.name_blind.clone(), person.id_number_blind.clone());
    let keys = tx.keys().clone();
    store::seal(&keys, &mut person, identity)?;
    if before != (person.name_blind.clone(), person.id_number_blind.clone()) {
        person.verification = Verification::Unverified;
    }
    person.division = division;
    store::save(tx, &person)?;
    person.version += 1;
    tx.record(Event::PersonChanged, person.id);
    Ok(person)
}

/// Shows or hides the seeker's own profile.
pub fn set_visible(tx: &mut Tx, actor: &Actor, visible: bool) -> Result<Person> {
    actor.may(Action::EditOwnProfile)?;
    let mut person = store::person_of_account(tx, actor.account()?)?;
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
    if store::withdraw(tx, person.id, purpose)? > 0 {
        tx.record_with(Event::ConsentWithdrawn, person.id, json!({ "purpose": purpose }));
    }
    Ok(())
}

/// An officer of the district has looked at the papers.
pub fn verify(tx: &mut Tx, actor: &Actor, id: PersonId, approve: bool, what: &str) -> Result<Person> {
    let scope = actor.may(Action::VerifyPerson)?;
    let person = store::person(tx, &scope, id)?;
    let mut person = rules::verify(person, approve, what, actor.account()?, tx.now())?;
    store::save(tx, &person)?;
    person.version += 1;
    tx.record(if approve { Event::PersonVerified } else { Event::PersonRefused }, id);
    Ok(person)
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
    store::remove(tx, person.id)?;
    tx.record(Event::PersonRemoved, person.id);
    Ok(())
}

pub fn profile_of(person: &Person) -> Result<Profile> {
    serde_json::from_str(&person.profile).map_err(Error::internal)
}

fn to_json(profile: &Profile) -> Result<String> {
    serde_json::to_string(profile).map_err(Error::internal)
}
