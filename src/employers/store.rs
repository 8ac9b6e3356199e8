//! The SQL of organisations, memberships, positions and imports.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use crate::access::Scope;
use crate::error::{Code, Error, Result};
use crate::people::model::Verification;
use crate::store::schema::{imports, memberships, organisations, positions};
use crate::store::sealed::Column;
use crate::store::{Db, DbBackend, Tx, found, unique};
use crate::types::id::{ImportId, MembershipId, OrganisationId, PositionId};
use crate::types::page::Order;
use crate::types::region::Division;
use crate::types::time::Moment;

use super::model::{Import, Membership, Organisation, OrganisationKind, Position, PositionState};

pub const CONTACT: Column = Column { table: "positions", name: "contact_sealed" };

pub fn insert_organisation(tx: &mut Tx, organisation: &Organisation) -> Result<()> {
    let inserted = diesel::insert_into(organisations::table).values(organisation).execute(&mut **tx);
    unique(inserted, "organisations", &[("credit_code", Code::CreditCodeTaken)]).map(drop)
}

/// Saves a changed organisation; `version` is the one the change was based on.
pub fn save_organisation(tx: &mut Tx, organisation: &Organisation) -> Result<()> {
    let now = tx.now();
    let updated = diesel::update(
        organisations::table.find(organisation.id).filter(organisations::version.eq(organisation.version)),
    )
    .set((
        organisations::name.eq(organisation.name.clone()),
        organisations::credit_code.eq(organisation.credit_code.clone()),
        organisations::no_credit_code_reason.eq(organisation.no_credit_code_reason.clone()),
        organisations::division.eq(organisation.division),
        organisations::address.eq(organisation.address.clone()),
        organisations::industry.eq(organisation.industry.clone()),
        organisations::description.eq(organisation.description.clone()),
        organisations::verification.eq(organisation.verification),
        organisations::verified_at.eq(organisation.verified_at),
        organisations::verified_by.eq(organisation.verified_by),
        organisations::verified_what.eq(organisation.verified_what.clone()),
        organisations::updated_at.eq(now),
        organisations::version.eq(organisation.version + 1),
    ))
    .execute(&mut **tx);
    let rows = unique(updated, "organisations", &[("credit_code", Code::CreditCodeTaken)])?;
    if rows == 1 { Ok(()) } else { Err(Code::VersionMismatch.into()) }
}

/// One organisation within `scope`; outside it, it is not found.
pub fn organisation(db: &mut Db, scope: &Scope, id: OrganisationId) -> Result<Organisation> {
    let row = organisations::table.find(id).select(Organisation::as_select()).first(db).optional()?;
    found(row.filter(|row| covers(scope, row)))
}

fn covers(scope: &Scope, organisation: &Organisation) -> bool {
    scope.covers_organisation(organisation.id) || scope.covers_division(organisation.division.code())
}

/// An enterprise that the public may see.
pub fn verified_enterprise(db: &mut Db, id: OrganisationId) -> Result<Organisation> {
    let row = organisations::table
        .find(id)
        .filter(organisations::verification.eq(Verification::Verified))
        .select(Organisation::as_select())
        .first(db)
        .optional()?;
    found(row)
}

pub fn organisation_by_credit_code(db: &mut Db, code: &str) -> Result<Option<Organisation>> {
    let query = organisations::table.filter(organisations::credit_code.eq(Some(code.to_owned())));
    Ok(query.select(Organisation::as_select()).first(db).optional()?)
}

pub fn organisation_by_name(db: &mut Db, name: &str) -> Result<Option<Organisation>> {
    let query = organisations::table.filter(organisations::name.eq(name.to_owned()));
    Ok(query.order(organisations::created_at).select(Organisation::as_select()).first(db).optional()?)
}

/// Enterprises within `scope` that have one of these names or credit codes.
pub fn enterprises_called(db: &mut Db, scope: &Scope, names: &[String], codes: &[String]) -> Result<Vec<Organisation>> {
    let filter = OrganisationFilter { kind: Some(OrganisationKind::Enterprise), ..OrganisationFilter::default() };
    let mut found: Vec<Organisation> = Vec::new();
    // Both databases bound the number of parameters.
    for names in names.chunks(500) {
        let query = organisations_within(scope, &filter).filter(organisations::name.eq_any(names.to_vec()));
        found.extend(query.select(Organisation::as_select()).load(db)?);
    }
    for codes in codes.chunks(500) {
        let codes: Vec<Option<String>> = codes.iter().cloned().map(Some).collect();
        let query = organisations_within(scope, &filter).filter(organisations::credit_code.eq_any(codes));
        found.extend(query.select(Organisation::as_select()).load(db)?);
    }
    found.sort_by_key(|organisation| organisation.id);
    found.dedup_by_key(|organisation| organisation.id);
    Ok(found)
}

/// Those nobody has looked at yet, the longest first.
pub fn unverified_organisations(db: &mut Db, scope: &Scope, limit: i64) -> Result<Vec<Organisation>> {
    let filter = OrganisationFilter { verification: Some(Verification::Unverified), ..OrganisationFilter::default() };
    let query = organisations_within(scope, &filter).order((organisations::created_at, organisations::id)).limit(limit);
    Ok(query.select(Organisation::as_select()).load(db)?)
}

pub fn organisations_by_ids(db: &mut Db, ids: &[OrganisationId]) -> Result<Vec<Organisation>> {
    let query = organisations::table.filter(organisations::id.eq_any(ids.to_vec()));
    Ok(query.select(Organisation::as_select()).load(db)?)
}

#[derive(Clone, Debug, Default)]
pub struct OrganisationFilter {
    /// What the name holds.
    pub name: Option<String>,
    pub kind: Option<OrganisationKind>,
    pub verification: Option<Verification>,
    pub division: Option<Division>,
}

pub fn list_organisations(
    db: &mut Db,
    scope: &Scope,
    filter: &OrganisationFilter,
    order: Order,
    after: Option<OrganisationId>,
    rows: i64,
) -> Result<Vec<Organisation>> {
    use organisations::{created_at, id};
    let mut query = organisations_within(scope, filter);
    if let Some(last) = after {
        let at: Option<Moment> = organisations::table.find(last).select(created_at).first(db).optional()?;
        let at = at.ok_or(Code::InvalidCursor)?;
        query = match order {
            Order::Newest => query.filter(created_at.lt(at).or(created_at.eq(at).and(id.lt(last)))),
            Order::Oldest => query.filter(created_at.gt(at).or(created_at.eq(at).and(id.gt(last)))),
        };
    }
    let query = match order {
        Order::Newest => query.order((created_at.desc(), id.desc())),
        Order::Oldest => query.order((created_at, id)),
    };
    Ok(query.limit(rows).select(Organisation::as_select()).load(db)?)
}

pub fn count_organisations(db: &mut Db, scope: &Scope, filter: &OrganisationFilter) -> Result<i64> {
    Ok(organisations_within(scope, filter).count().get_result(db)?)
}

fn organisations_within(scope: &Scope, filter: &OrganisationFilter) -> organisations::BoxedQuery<'static, DbBackend> {
    type Condition = Box<dyn BoxableExpression<organisations::table, DbBackend, SqlType = Bool>>;
    let mut query = organisations::table.into_boxed();
    if !scope.all {
        let mut within: Condition = Box::new(organisations::id.eq_any(scope.organisations.clone()));
        for district in &scope.districts {
            within = Box::new(within.or(organisations::division.like(format!("{district}%"))));
        }
        query = query.filter(within);
    }
    if let Some(name) = &filter.name {
        query = query.filter(lower(organisations::name).like(lower(holding(name))).escape('\\'));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(organisations::kind.eq(kind));
    }
    if let Some(verification) = filter.verification {
        query = query.filter(organisations::verification.eq(verification));
    }
    if let Some(division) = &filter.division {
        query = query.filter(organisations::division.like(format!("{division}%")));
    }
    query
}

pub fn remove_organisation(tx: &mut Tx, id: OrganisationId) -> Result<()> {
    diesel::delete(organisations::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

pub fn insert_membership(tx: &mut Tx, membership: &Membership) -> Result<()> {
    diesel::insert_into(memberships::table).values(membership).execute(&mut **tx)?;
    Ok(())
}

pub fn membership(db: &mut Db, id: MembershipId) -> Result<Membership> {
    found(memberships::table.find(id).select(Membership::as_select()).first(db).optional()?)
}

pub fn memberships_of(db: &mut Db, organisation: OrganisationId) -> Result<Vec<Membership>> {
    Ok(memberships::table
        .filter(memberships::enterprise_id.eq(organisation).or(memberships::association_id.eq(organisation)))
        .order(memberships::since)
        .select(Membership::as_select())
        .load(db)?)
}

pub fn end_membership(tx: &mut Tx, id: MembershipId, until: NaiveDate) -> Result<()> {
    diesel::update(memberships::table.find(id)).set(memberships::until.eq(Some(until))).execute(&mut **tx)?;
    Ok(())
}

pub fn insert_position(tx: &mut Tx, position: &Position) -> Result<()> {
    diesel::insert_into(positions::table).values(position).execute(&mut **tx)?;
    Ok(())
}

/// Saves a changed position; `version` is the one the change was based on.
pub fn save_position(tx: &mut Tx, position: &Position) -> Result<()> {
    let now = tx.now();
    let rows = diesel::update(positions::table.find(position.id).filter(positions::version.eq(position.version)))
        .set((
            (
                positions::state.eq(position.state),
                positions::closed_why.eq(position.closed_why),
                positions::title.eq(position.title.clone()),
                positions::occupation.eq(position.occupation.clone()),
                positions::headcount.eq(position.headcount),
                positions::hired.eq(position.hired),
                positions::pay_min.eq(position.pay_min),
                positions::pay_max.eq(position.pay_max),
                positions::pay_unit.eq(position.pay_unit),
                positions::pay_months.eq(position.pay_months),
                positions::pay_month_min.eq(position.pay_month_min),
                positions::pay_month_max.eq(position.pay_month_max),
                positions::division.eq(position.division),
                positions::address.eq(position.address.clone()),
            ),
            (
                positions::degree_min.eq(position.degree_min),
                positions::experience_years_min.eq(position.experience_years_min),
                positions::shift.eq(position.shift),
                positions::housing.eq(position.housing),
                positions::veteran_preference.eq(position.veteran_preference),
                positions::requirements.eq(position.requirements.clone()),
                positions::description.eq(position.description.clone()),
                positions::contact_sealed.eq(position.contact_sealed.clone()),
                positions::valid_until.eq(position.valid_until),
                positions::findings.eq(position.findings.clone()),
                positions::published_at.eq(position.published_at),
                positions::updated_at.eq(now),
                positions::version.eq(position.version + 1),
                positions::fingerprint.eq(position.fingerprint),
                positions::duplicate_group.eq(position.duplicate_group),
            ),
        ))
        .execute(&mut **tx)?;
    if rows == 1 { Ok(()) } else { Err(Code::VersionMismatch.into()) }
}

/// One position of an organisation within `scope`; outside it, it is not found.
pub fn position(db: &mut Db, scope: &Scope, id: PositionId) -> Result<(Position, Organisation)> {
    let (position, enterprise) = any_position(db, id)?;
    found(covers(scope, &enterprise).then_some((position, enterprise)))
}

/// A position with its enterprise, whoever asks: for what decides itself who may see it.
pub fn any_position(db: &mut Db, id: PositionId) -> Result<(Position, Organisation)> {
    let row = positions::table
        .inner_join(organisations::table)
        .filter(positions::id.eq(id))
        .select((Position::as_select(), Organisation::as_select()))
        .first(db)
        .optional()?;
    found(row)
}

/// Positions with their enterprises by id, in no particular order: for the matcher.
pub fn positions_by_ids(db: &mut Db, ids: &[PositionId]) -> Result<Vec<(Position, Organisation)>> {
    Ok(positions::table
        .inner_join(organisations::table)
        .filter(positions::id.eq_any(ids.to_vec()))
        .select((Position::as_select(), Organisation::as_select()))
        .load(db)?)
}

/// All ids after `after`, in order: for a rebuild of the index.
pub fn position_ids_after(db: &mut Db, after: Option<PositionId>, limit: i64) -> Result<Vec<PositionId>> {
    let mut query = positions::table.select(positions::id).order(positions::id).limit(limit).into_boxed();
    if let Some(after) = after {
        query = query.filter(positions::id.gt(after));
    }
    Ok(query.load(db)?)
}

/// Ids of one enterprise's positions: what to index again when the enterprise changes.
pub fn position_ids_of(db: &mut Db, enterprise: OrganisationId) -> Result<Vec<PositionId>> {
    Ok(positions::table.filter(positions::enterprise_id.eq(enterprise)).select(positions::id).load(db)?)
}

#[derive(Clone, Debug, Default)]
pub struct PositionFilter {
    /// What the title holds.
    pub title: Option<String>,
    pub enterprise: Option<OrganisationId>,
    pub state: Option<PositionState>,
    pub division: Option<Division>,
}

crate::coded! {
    /// The order of a list of positions.
    pub enum PositionSort {
        Oldest = "created_at",
        Newest = "-created_at",
        EndsFirst = "valid_until",
        EndsLast = "-valid_until",
    }
}

/// Up to `rows` positions within `scope` with their enterprises, those after `after` in the order of `sort`.
///
/// # Errors
/// [`Code::InvalidCursor`] when that position has been removed meanwhile.
pub fn list_positions(
    db: &mut Db,
    scope: &Scope,
    filter: &PositionFilter,
    sort: PositionSort,
    after: Option<PositionId>,
    rows: i64,
) -> Result<Vec<(Position, Organisation)>> {
    use positions::{created_at, id, valid_until};
    let mut query = positions_within(scope, filter);
    if let Some(last) = after {
        let found = positions::table.find(last).select((created_at, valid_until)).first(db).optional()?;
        let (at, until): (Moment, NaiveDate) = found.ok_or(Code::InvalidCursor)?;
        query = match sort {
            PositionSort::Oldest => query.filter(created_at.gt(at).or(created_at.eq(at).and(id.gt(last)))),
            PositionSort::Newest => query.filter(created_at.lt(at).or(created_at.eq(at).and(id.lt(last)))),
            PositionSort::EndsFirst => query.filter(valid_until.gt(until).or(valid_until.eq(until).and(id.gt(last)))),
            PositionSort::EndsLast => query.filter(valid_until.lt(until).or(valid_until.eq(until).and(id.lt(last)))),
        };
    }
    let query = match sort {
        PositionSort::Oldest => query.order((created_at, id)),
        PositionSort::Newest => query.order((created_at.desc(), id.desc())),
        PositionSort::EndsFirst => query.order((valid_until, id)),
        PositionSort::EndsLast => query.order((valid_until.desc(), id.desc())),
    };
    Ok(query.limit(rows).select((Position::as_select(), Organisation::as_select())).load(db)?)
}

pub fn count_positions(db: &mut Db, scope: &Scope, filter: &PositionFilter) -> Result<i64> {
    Ok(positions_within(scope, filter).count().get_result(db)?)
}

type Joined = diesel::dsl::InnerJoinQuerySource<positions::table, organisations::table>;
pub(super) type JoinedQuery =
    diesel::dsl::IntoBoxed<'static, diesel::dsl::InnerJoin<positions::table, organisations::table>, DbBackend>;

pub(super) fn positions_within(scope: &Scope, filter: &PositionFilter) -> JoinedQuery {
    type Condition = Box<dyn BoxableExpression<Joined, DbBackend, SqlType = Bool>>;
    let mut query = positions::table.inner_join(organisations::table).into_boxed();
    if !scope.all {
        let mut within: Condition = Box::new(positions::enterprise_id.eq_any(scope.organisations.clone()));
        for district in &scope.districts {
            within = Box::new(within.or(organisations::division.like(format!("{district}%"))));
        }
        query = query.filter(within);
    }
    if let Some(enterprise) = filter.enterprise {
        query = query.filter(positions::enterprise_id.eq(enterprise));
    }
    if let Some(state) = filter.state {
        query = query.filter(positions::state.eq(state));
    }
    if let Some(division) = &filter.division {
        query = query.filter(positions::division.like(format!("{division}%")));
    }
    if let Some(title) = &filter.title {
        query = query.filter(lower(positions::title).like(lower(holding(title))).escape('\\'));
    }
    query
}

diesel::define_sql_function! {
    /// Both databases tell large letters from small in different places; so none are left.
    fn lower(text: Text) -> Text;
}

/// As many characters of a search are looked at.
const WORDS_MAX: usize = 100;

/// The pattern of what holds `text`, whose own signs of a pattern mean themselves.
fn holding(text: &str) -> String {
    let short: String = text.trim().chars().take(WORDS_MAX).collect();
    let plain = short.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{plain}%")
}

pub fn open_positions_of(db: &mut Db, enterprise: OrganisationId) -> Result<Vec<Position>> {
    Ok(positions::table
        .filter(positions::enterprise_id.eq(enterprise))
        .filter(positions::state.eq(PositionState::Open))
        .select(Position::as_select())
        .load(db)?)
}

/// Ids of what the public may see on `today`, newest first, with when each was last changed.
pub fn public_positions(db: &mut Db, today: NaiveDate, limit: i64) -> Result<Vec<(PositionId, Moment)>> {
    Ok(positions::table
        .inner_join(organisations::table)
        .filter(positions::state.eq(PositionState::Open))
        .filter(positions::valid_until.ge(today))
        .filter(positions::hired.lt(positions::headcount))
        .filter(organisations::verification.eq(Verification::Verified))
        .order((positions::published_at.desc(), positions::id))
        .limit(limit)
        .select((positions::id, positions::updated_at))
        .load(db)?)
}

/// Open positions whose last day lies before `today`, at most `limit`.
pub fn expired(db: &mut Db, today: NaiveDate, limit: i64) -> Result<Vec<Position>> {
    Ok(positions::table
        .filter(positions::state.eq_any([PositionState::Open, PositionState::Paused]))
        .filter(positions::valid_until.lt(today))
        .order(positions::valid_until)
        .limit(limit)
        .select(Position::as_select())
        .load(db)?)
}

pub fn remove_position(tx: &mut Tx, id: PositionId) -> Result<()> {
    diesel::delete(positions::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

pub fn insert_import(tx: &mut Tx, import: &Import) -> Result<()> {
    diesel::insert_into(imports::table).values(import).execute(&mut **tx)?;
    Ok(())
}

pub fn import(db: &mut Db, id: ImportId) -> Result<Import> {
    found(imports::table.find(id).select(Import::as_select()).first(db).optional()?)
}

pub fn save_import(tx: &mut Tx, import: &Import) -> Result<()> {
    diesel::update(imports::table.find(import.id))
        .set((
            imports::state.eq(import.state),
            imports::accepted.eq(import.accepted),
            imports::refused.eq(import.refused),
            imports::undone_at.eq(import.undone_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The newest imports, of one account or of all.
pub fn list_imports(db: &mut Db, scope: &Scope, account: Option<crate::types::id::AccountId>) -> Result<Vec<Import>> {
    let mut query = imports::table.order(imports::created_at.desc()).limit(100).into_boxed();
    if !scope.all {
        query = query.filter(imports::account_id.eq(account));
    }
    Ok(query.select(Import::as_select()).load(db)?)
}

/// What an import brought and nobody has touched since, and how much of it was touched.
pub fn positions_of_import(db: &mut Db, import: ImportId) -> Result<Vec<Position>> {
    Ok(positions::table.filter(positions::import_id.eq(Some(import))).select(Position::as_select()).load(db)?)
}

pub fn organisations_of_import(db: &mut Db, import: ImportId) -> Result<Vec<Organisation>> {
    Ok(organisations::table
        .filter(organisations::import_id.eq(Some(import)))
        .select(Organisation::as_select())
        .load(db)?)
}

pub fn position_count_of(db: &mut Db, enterprise: OrganisationId) -> Result<i64> {
    Ok(positions::table.filter(positions::enterprise_id.eq(enterprise)).count().get_result(db)?)
}

/// The requirements of a position's row.
pub fn requirements(position: &Position) -> Result<Vec<super::model::Requirement>> {
    serde_json::from_str(&position.requirements).map_err(Error::internal)
}
