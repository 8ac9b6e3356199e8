//! The SQL of people and their consents.

use diesel::prelude::*;

use crate::access::Scope;
use crate::error::{Code, Result};
use crate::store::schema::{consents, people};
use crate::store::sealed::{Column, Keys};
use crate::store::{Db, Tx, found, unique};
use crate::types::id::{AccountId, ImportId, PersonId};
use crate::types::identifiers::{IdNumber, Mobile};
use crate::types::page::Order;
use crate::types::region::Division;
use crate::types::time::Moment;

use super::model::{Consent, Person, Purpose, Verification};

pub const NAME: Column = Column { table: "people", name: "name_sealed" };
pub const ID_NUMBER: Column = Column { table: "people", name: "id_number_sealed" };
pub const MOBILE: Column = Column { table: "people", name: "mobile_sealed" };

/// Who somebody is, in the clear, on the way into or out of the sealed columns.
#[derive(Clone, Debug)]
pub struct Identity {
    pub name: String,
    pub id_number: Option<IdNumber>,
    pub mobile: Option<Mobile>,
}

/// Puts an identity into a person's sealed columns.
pub fn seal(keys: &Keys, person: &mut Person, identity: &Identity) -> Result<()> {
    let row = person.id.to_string();
    person.name_sealed = keys.seal(NAME, &row, &identity.name)?;
    person.name_blind = keys.blind("people.name", &identity.name);
    let id_number = identity.id_number.as_ref().map(IdNumber::expose);
    person.id_number_sealed = id_number.map(|text| keys.seal(ID_NUMBER, &row, text)).transpose()?;
    person.id_number_blind = id_number.map(|text| keys.blind("people.id_number", text));
    let mobile = identity.mobile.as_ref().map(Mobile::expose);
    person.mobile_sealed = mobile.map(|text| keys.seal(MOBILE, &row, text)).transpose()?;
    person.mobile_blind = mobile.map(|text| keys.blind("people.mobile", text));
    Ok(())
}

/// Reads a person's identity out of the sealed columns.
pub fn open(keys: &Keys, person: &Person) -> Result<OpenIdentity> {
    let row = person.id.to_string();
    let text =
        |column, sealed: &Option<Vec<u8>>| sealed.as_ref().map(|sealed| keys.open(column, &row, sealed)).transpose();
    Ok(OpenIdentity {
        name: keys.open(NAME, &row, &person.name_sealed)?,
        id_number: text(ID_NUMBER, &person.id_number_sealed)?,
        mobile: text(MOBILE, &person.mobile_sealed)?,
    })
}

/// An identity as it was sealed; not checked again, so that no later rule can make it unreadable.
pub struct OpenIdentity {
    pub name: String,
    pub id_number: Option<String>,
    pub mobile: Option<String>,
}

pub fn insert(tx: &mut Tx, person: &Person) -> Result<()> {
    let inserted = diesel::insert_into(people::table).values(person).execute(&mut **tx);
    unique(inserted, "people", &[("account_id", Code::AlreadyHasProfile)]).map(drop)
}

/// Saves a changed person; `version` is the one the change was based on.
pub fn save(tx: &mut Tx, person: &Person) -> Result<()> {
    let now = tx.now();
    let updated = diesel::update(people::table.find(person.id).filter(people::version.eq(person.version)))
        .set((
            (
                people::name_sealed.eq(person.name_sealed.clone()),
                people::name_blind.eq(person.name_blind.clone()),
                people::id_number_sealed.eq(person.id_number_sealed.clone()),
                people::id_number_blind.eq(person.id_number_blind.clone()),
                people::mobile_sealed.eq(person.mobile_sealed.clone()),
                people::mobile_blind.eq(person.mobile_blind.clone()),
                people::service_member_id.eq(person.service_member_id),
                people::account_id.eq(person.account_id),
            ),
            (
                people::division.eq(person.division),
                people::verification.eq(person.verification),
                people::verified_at.eq(person.verified_at),
                people::verified_by.eq(person.verified_by),
                people::verified_what.eq(person.verified_what.clone()),
                people::visible.eq(person.visible),
                people::profile.eq(person.profile.clone()),
                people::updated_at.eq(now),
                people::version.eq(person.version + 1),
            ),
        ))
        .execute(&mut **tx);
    let rows = unique(
        updated,
        "people",
        &[("account_id", Code::AlreadyHasProfile), ("id_number_blind", Code::IdNumberTaken)],
    )?;
    if rows == 1 { Ok(()) } else { Err(Code::VersionMismatch.into()) }
}

/// One person within `scope`; outside it they are not found.
pub fn person(db: &mut Db, scope: &Scope, id: PersonId) -> Result<Person> {
    let person = people::table.find(id).select(Person::as_select()).first(db).optional()?;
    found(person.filter(|person| covers(scope, person)))
}

pub fn person_of_account(db: &mut Db, account: AccountId) -> Result<Person> {
    found(people::table.filter(people::account_id.eq(Some(account))).select(Person::as_select()).first(db).optional()?)
}

pub fn id_of_account(db: &mut Db, account: AccountId) -> Result<Option<PersonId>> {
    Ok(people::table.filter(people::account_id.eq(Some(account))).select(people::id).first(db).optional()?)
}

fn covers(scope: &Scope, person: &Person) -> bool {
    scope.covers_division(person.division.code()) || (scope.account.is_some() && scope.account == person.account_id)
}

/// What a list of people is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct PeopleFilter {
    pub name_blind: Option<Vec<u8>>,
    pub id_number_blind: Option<Vec<u8>>,
    pub mobile_blind: Option<Vec<u8>>,
    pub division: Option<Division>,
    pub verification: Option<Verification>,
    pub kind: Option<super::model::PersonKind>,
}

impl PeopleFilter {
    /// A list of everybody is not given to anyone.
    pub fn is_empty(&self) -> bool {
        self.name_blind.is_none()
            && self.id_number_blind.is_none()
            && self.mobile_blind.is_none()
            && self.division.is_none()
            && self.verification.is_none()
    }
}

/// Up to `rows` people within `scope`, those after `after` in `order`.
///
/// # Errors
/// [`Code::InvalidCursor`] when that person has been removed meanwhile.
pub fn list(
    db: &mut Db,
    scope: &Scope,
    filter: &PeopleFilter,
    order: Order,
    after: Option<PersonId>,
    rows: i64,
) -> Result<Vec<Person>> {
    let mut query = filtered(scope, filter);
    if let Some(id) = after {
        let at: Option<Moment> = people::table.find(id).select(people::created_at).first(db).optional()?;
        let at = at.ok_or(Code::InvalidCursor)?;
        query = match order {
            Order::Newest => {
                query.filter(people::created_at.lt(at).or(people::created_at.eq(at).and(people::id.lt(id))))
            }
            Order::Oldest => {
                query.filter(people::created_at.gt(at).or(people::created_at.eq(at).and(people::id.gt(id))))
            }
        };
    }
    let query = match order {
        Order::Newest => query.order((people::created_at.desc(), people::id.desc())),
        Order::Oldest => query.order((people::created_at, people::id)),
    };
    Ok(query.limit(rows).select(Person::as_select()).load(db)?)
}

/// How many the list has in all: the same conditions, counted.
pub fn count(db: &mut Db, scope: &Scope, filter: &PeopleFilter) -> Result<i64> {
    Ok(filtered(scope, filter).count().get_result(db)?)
}

type Filtered = people::BoxedQuery<'static, crate::store::DbBackend>;

fn filtered(scope: &Scope, filter: &PeopleFilter) -> Filtered {
    let mut query = people::table.into_boxed();
    if !scope.all {
        // An empty list of districts matches nobody.
        let mut within: Box<
            dyn BoxableExpression<people::table, crate::store::DbBackend, SqlType = diesel::sql_types::Bool>,
        > = Box::new(people::id.is_null());
        for district in &scope.districts {
            within = Box::new(within.or(people::division.like(format!("{district}%"))));
        }
        query = query.filter(within);
    }
    if let Some(blind) = filter.name_blind.clone() {
        query = query.filter(people::name_blind.eq(blind));
    }
    if let Some(blind) = filter.id_number_blind.clone() {
        query = query.filter(people::id_number_blind.eq(Some(blind)));
    }
    if let Some(blind) = filter.mobile_blind.clone() {
        query = query.filter(people::mobile_blind.eq(Some(blind)));
    }
    if let Some(division) = &filter.division {
        query = query.filter(people::division.like(format!("{division}%")));
    }
    if let Some(verification) = filter.verification {
        query = query.filter(people::verification.eq(verification));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(people::kind.eq(kind));
    }
    query
}

/// Those nobody has looked at yet, the longest first.
pub fn unverified(db: &mut Db, scope: &Scope, limit: i64) -> Result<Vec<Person>> {
    let filter = PeopleFilter { verification: Some(Verification::Unverified), ..PeopleFilter::default() };
    let query = filtered(scope, &filter).order((people::created_at, people::id)).limit(limit);
    Ok(query.select(Person::as_select()).load(db)?)
}

/// Those of `scope` who share an ID number with somebody else, refused ones aside: cases to clear.
pub fn sharing_id_number(db: &mut Db, scope: &Scope, limit: i64) -> Result<Vec<Person>> {
    let shared = people::table
        .filter(people::id_number_blind.is_not_null())
        .filter(people::verification.ne(Verification::Refused))
        .group_by(people::id_number_blind)
        .having(diesel::dsl::count_star().gt(1))
        .select(people::id_number_blind)
        .limit(500);
    let blinds: Vec<Option<Vec<u8>>> = shared.load(db)?;
    let query = filtered(scope, &PeopleFilter::default())
        .filter(people::id_number_blind.eq_any(blinds))
        .filter(people::verification.eq(Verification::Unverified))
        .order((people::created_at, people::id))
        .limit(limit);
    Ok(query.select(Person::as_select()).load(db)?)
}

/// People by id, in no particular order: for the matcher, which checks each again.
pub fn by_ids(db: &mut Db, ids: &[PersonId]) -> Result<Vec<Person>> {
    Ok(people::table.filter(people::id.eq_any(ids.to_vec())).select(Person::as_select()).load(db)?)
}

/// All ids after `after`, in order: for a rebuild of the index.
pub fn ids_after(db: &mut Db, after: Option<PersonId>, limit: i64) -> Result<Vec<PersonId>> {
    let mut query = people::table.select(people::id).order(people::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(people::id.gt(after));
    }
    Ok(query.load(db)?)
}

/// Whose profile may name a family of the military map: all who do, and now and then somebody more.
pub fn ids_of_speciality(db: &mut Db, code: &str) -> Result<Vec<PersonId>> {
    // As the profile's own JSON writes it. An underscore stands for any character, which finds too much at worst.
    let named = format!("%\"code\":\"{code}\"%");
    Ok(people::table.filter(people::profile.like(named)).select(people::id).order(people::id).load(db)?)
}

/// A person wherever they live, for what follows from a code they were given.
pub fn any_person(db: &mut Db, id: PersonId) -> Result<Person> {
    found(people::table.find(id).select(Person::as_select()).first(db).optional()?)
}

/// The others who have, or claim, the same ID number.
pub fn same_id_number(db: &mut Db, person: &Person) -> Result<Vec<Person>> {
    let Some(blind) = person.id_number_blind.clone() else { return Ok(Vec::new()) };
    Ok(people::table
        .filter(people::id_number_blind.eq(Some(blind)))
        .filter(people::id.ne(person.id))
        .order(people::id)
        .limit(50)
        .select(Person::as_select())
        .load(db)?)
}

/// People by the blind indexes of their ID numbers.
pub fn with_id_numbers(db: &mut Db, blinds: &[Vec<u8>]) -> Result<Vec<Person>> {
    let mut found = Vec::new();
    for blinds in blinds.chunks(500) {
        let blinds: Vec<Option<Vec<u8>>> = blinds.iter().cloned().map(Some).collect();
        let query = people::table.filter(people::id_number_blind.eq_any(blinds)).select(Person::as_select());
        found.extend(query.load(db)?);
    }
    Ok(found)
}

/// Whether a spouse's file names this person.
pub fn is_service_member(db: &mut Db, id: PersonId) -> Result<bool> {
    let named = people::table.filter(people::service_member_id.eq(Some(id))).select(people::id);
    Ok(named.first::<PersonId>(db).optional()?.is_some())
}

/// The blind index of an ID number.
pub fn id_number_blind(keys: &Keys, number: &IdNumber) -> Vec<u8> {
    keys.blind("people.id_number", number.expose())
}

pub fn of_import(db: &mut Db, import: ImportId) -> Result<Vec<Person>> {
    Ok(people::table.filter(people::import_id.eq(Some(import))).select(Person::as_select()).load(db)?)
}

/// Removes a person; a spouse who named them names `instead` from now on.
pub fn remove(tx: &mut Tx, id: PersonId, instead: Option<PersonId>) -> Result<()> {
    let spouses = people::table.filter(people::service_member_id.eq(Some(id)));
    diesel::update(spouses)
        .set((people::service_member_id.eq(instead), people::version.eq(people::version + 1)))
        .execute(&mut **tx)?;
    diesel::delete(consents::table.filter(consents::person_id.eq(id))).execute(&mut **tx)?;
    diesel::delete(people::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

pub fn insert_consent(tx: &mut Tx, consent: &Consent) -> Result<()> {
    diesel::insert_into(consents::table).values(consent).execute(&mut **tx)?;
    Ok(())
}

/// The consents of a person, newest first, withdrawn ones included.
pub fn consents(db: &mut Db, person: PersonId) -> Result<Vec<Consent>> {
    Ok(consents::table
        .filter(consents::person_id.eq(person))
        .order(consents::given_at.desc())
        .select(Consent::as_select())
        .load(db)?)
}

/// Whether a consent for `purpose` stands: the one place that reads it.
pub fn agrees(db: &mut Db, person: PersonId, purpose: Purpose) -> Result<bool> {
    Ok(!agreeing(db, &[person], purpose)?.is_empty())
}

/// Those of `people` whose consent for `purpose` stands.
pub fn agreeing(db: &mut Db, people: &[PersonId], purpose: Purpose) -> Result<Vec<PersonId>> {
    Ok(consents::table
        .filter(consents::person_id.eq_any(people.to_vec()))
        .filter(consents::purpose.eq(purpose))
        .filter(consents::withdrawn_at.is_null())
        .select(consents::person_id)
        .distinct()
        .load(db)?)
}

/// Purposes a person agreed to once and no longer does.
pub fn withdrawn(db: &mut Db, person: PersonId) -> Result<Vec<Purpose>> {
    let all = consents(db, person)?;
    let stands = |purpose| all.iter().any(|one| one.purpose == purpose && one.withdrawn_at.is_none());
    let once = |purpose| all.iter().any(|one| one.purpose == purpose);
    Ok(Purpose::ALL.iter().copied().filter(|purpose| once(*purpose) && !stands(*purpose)).collect())
}

/// Those of `people` who are compared with positions and shown to employers: both purposes.
pub fn shown_to_employers(db: &mut Db, people: &[PersonId]) -> Result<Vec<PersonId>> {
    let mut shown = agreeing(db, people, Purpose::ShowEmployers)?;
    let matched = agreeing(db, people, Purpose::Matching)?;
    shown.retain(|id| matched.contains(id));
    Ok(shown)
}

pub fn withdraw(tx: &mut Tx, person: PersonId, purpose: Purpose) -> Result<usize> {
    let now = tx.now();
    let standing = consents::table
        .filter(consents::person_id.eq(person))
        .filter(consents::purpose.eq(purpose))
        .filter(consents::withdrawn_at.is_null());
    Ok(diesel::update(standing).set(consents::withdrawn_at.eq(Some(now))).execute(&mut **tx)?)
}
