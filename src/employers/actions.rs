//! The verbs about organisations and positions.

pub mod imports;
pub mod postings;

use chrono::NaiveDate;
use serde_json::json;

use crate::access::permissions::{Action, Role};
use crate::access::{Actor, actions as access};
use crate::dictionary::Dictionary;
use crate::error::{Code, Error, FieldError, Result};
use crate::people::model::Verification;
use crate::store::journal::Event;
use crate::store::{Tx, queue, same_version};
use crate::types::id::{ImportId, MembershipId, OrganisationId, PositionId};
use crate::types::time::{Moment, is_plausible};

use super::model::{
    ClosedWhy, Membership, Organisation, OrganisationInput, OrganisationKind, Position, PositionInput, PositionState,
    UnlawfulBody,
};
use super::{duplicates, rules, store};

/// Registers an organisation; whoever does it asks to represent it, and waits for an officer.
pub fn register(tx: &mut Tx, actor: &Actor, input: &OrganisationInput) -> Result<Organisation> {
    actor.may(Action::RegisterOrganisation)?;
    let account = actor.account()?;
    let organisation = insert(tx, input, None)?;
    tx.record(Event::OrganisationRegistered, organisation.id);
    access::ask_grant(tx, actor, account, Role::EmployerRepresentative, Some(organisation.id), None)?;
    Ok(organisation)
}

/// An organisation that came with an import or a demonstration: no representative asked.
pub fn enter_organisation(
    tx: &mut Tx,
    actor: &Actor,
    input: &OrganisationInput,
    import: Option<ImportId>,
) -> Result<Organisation> {
    actor.may(Action::ImportPositions)?;
    let organisation = insert(tx, input, import)?;
    tx.record(Event::OrganisationRegistered, organisation.id);
    Ok(organisation)
}

fn insert(tx: &mut Tx, input: &OrganisationInput, import_id: Option<ImportId>) -> Result<Organisation> {
    let credit_code = rules::check_organisation(input)?;
    let now = tx.now();
    let organisation = Organisation {
        id: tx.new_id(),
        kind: input.kind,
        name: input.name.trim().to_owned(),
        credit_code: credit_code.map(|code| code.as_str().to_owned()),
        no_credit_code_reason: input.no_credit_code_reason.clone(),
        division: input.division,
        address: input.address.clone(),
        industry: rules::industry(input.industry.as_deref()),
        description: input.description.trim().to_owned(),
        verification: Verification::Unverified,
        verified_at: None,
        verified_by: None,
        verified_what: None,
        import_id,
        created_at: now,
        updated_at: now,
        version: 1,
    };
    store::insert_organisation(tx, &organisation)?;
    Ok(organisation)
}

/// A representative asks to act for an organisation that stands already.
pub fn ask_to_represent(tx: &mut Tx, actor: &Actor, credit_code: &str) -> Result<()> {
    actor.may(Action::RegisterOrganisation)?;
    let code = crate::types::identifiers::CreditCode::parse(credit_code)
        .map_err(|error| Error::invalid(vec![FieldError::new("/credit_code", error.code(), error.to_string())]))?;
    let organisation = store::organisation_by_credit_code(tx, code.as_str())?.ok_or(Code::NotFound)?;
    access::ask_grant(tx, actor, actor.account()?, Role::EmployerRepresentative, Some(organisation.id), None)?;
    tx.record_with(Event::OrganisationChanged, organisation.id, json!({ "asked": "representative" }));
    Ok(())
}

/// A representative changes what the organisation tells of itself. A new name or credit code has to be
/// verified again.
pub fn save(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    version: i64,
    input: &OrganisationInput,
) -> Result<Organisation> {
    let scope = actor.may(Action::EditOrganisation)?;
    let mut organisation = store::organisation(tx, &scope, id)?;
    same_version(organisation.version, version)?;
    let credit_code = rules::check_organisation(input)?.map(|code| code.as_str().to_owned());
    if organisation.kind != input.kind {
        return Err(Error::invalid(vec![FieldError::new("/kind", "wrong_value", "单位类型登记后不能更改")]));
    }
    let same = organisation.name == input.name.trim()
        && organisation.credit_code == credit_code
        && organisation.division == input.division;
    if !same {
        organisation.verification = Verification::Unverified;
        (organisation.verified_at, organisation.verified_by, organisation.verified_what) = (None, None, None);
        pause_open(tx, &organisation)?;
    }
    organisation.name = input.name.trim().to_owned();
    organisation.credit_code = credit_code;
    organisation.no_credit_code_reason = input.no_credit_code_reason.clone();
    organisation.division = input.division;
    organisation.address = input.address.clone();
    organisation.industry = rules::industry(input.industry.as_deref());
    organisation.description = input.description.trim().to_owned();
    store::save_organisation(tx, &organisation)?;
    organisation.version += 1;
    tx.record(Event::OrganisationChanged, id);
    Ok(organisation)
}

/// An officer of the district has looked at the papers (人力资源市场暂行条例, art. 26).
pub fn verify(
    tx: &mut Tx,
    actor: &Actor,
    id: OrganisationId,
    version: i64,
    approve: bool,
    what: &str,
) -> Result<Organisation> {
    let scope = actor.may(Action::VerifyOrganisation)?;
    let organisation = store::organisation(tx, &scope, id)?;
    same_version(organisation.version, version)?;
    let by = actor.account()?;
    let own = crate::access::store::grants_of(tx, by)?.iter().any(|grant| grant.organisation_id == Some(id));
    if own {
        return Err(Code::SelfApproval.into());
    }
    let mut organisation = rules::verify_organisation(organisation, approve, what, by, tx.now());
    store::save_organisation(tx, &organisation)?;
    organisation.version += 1;
    if !approve {
        pause_open(tx, &organisation)?;
    }
    tx.record(if approve { Event::OrganisationVerified } else { Event::OrganisationRefused }, id);
    Ok(organisation)
}

/// Hides the open positions of an enterprise that has to be verified again.
fn pause_open(tx: &mut Tx, organisation: &Organisation) -> Result<()> {
    for position in store::open_positions_of(tx, organisation.id)? {
        let position = rules::pause(position)?;
        store::save_position(tx, &position)?;
        tx.record(Event::PositionPaused, position.id);
    }
    Ok(())
}

/// Takes an enterprise into an association.
pub fn begin_membership(
    tx: &mut Tx,
    actor: &Actor,
    association: OrganisationId,
    enterprise: OrganisationId,
    since: NaiveDate,
) -> Result<Membership> {
    let scope = actor.may(Action::EditMembership)?;
    if !is_plausible(since) || since > tx.now().day() {
        let error = FieldError::new("/since", "range", "入会日期不能晚于今天，也不能早于 1900 年");
        return Err(Error::invalid(vec![error]));
    }
    let (one, other) = (store::organisation(tx, &scope, association)?, store::organisation(tx, &scope, enterprise)?);
    if one.kind != OrganisationKind::Association || other.kind != OrganisationKind::Enterprise {
        return Err(Error::new(Code::Invalid).detail("会员要由企业加入协会"));
    }
    let standing = store::memberships_of(tx, enterprise)?;
    if standing.iter().any(|membership| membership.association_id == association && membership.until.is_none()) {
        return Err(Code::Conflict.into());
    }
    let membership =
        Membership { id: tx.new_id(), association_id: association, enterprise_id: enterprise, since, until: None };
    store::insert_membership(tx, &membership)?;
    tx.record_with(Event::MembershipBegun, enterprise, json!({ "association": association }));
    Ok(membership)
}

pub fn end_membership(tx: &mut Tx, actor: &Actor, id: MembershipId) -> Result<Membership> {
    let scope = actor.may(Action::EditMembership)?;
    let mut membership = store::membership(tx, id)?;
    store::organisation(tx, &scope, membership.enterprise_id)?;
    if membership.until.is_some() {
        return Err(Code::WrongState.into());
    }
    let today = tx.now().day();
    store::end_membership(tx, id, today)?;
    membership.until = Some(today);
    tx.record_with(
        Event::MembershipEnded,
        membership.enterprise_id,
        json!({ "association": membership.association_id }),
    );
    Ok(membership)
}

/// Starts a position as a draft.
pub fn draft(tx: &mut Tx, actor: &Actor, enterprise: OrganisationId, input: &PositionInput) -> Result<Position> {
    let scope = actor.may(Action::EditPosition)?;
    if store::organisation(tx, &scope, enterprise)?.kind != OrganisationKind::Enterprise {
        return Err(Error::new(Code::WrongState).detail("协会不发布岗位，请由会员企业发布"));
    }
    rules::check_position(input, &Dictionary::get(), tx.now().day())?;
    let mut position = new_draft(tx, enterprise, input, None, None)?;
    duplicates::actions::place(tx, &mut position)?;
    store::insert_position(tx, &position)?;
    tx.record(Event::PositionDrafted, position.id);
    Ok(position)
}

/// A position that came with an import or a demonstration: it carries its findings, and opens unless it
/// has any.
pub fn enter_position(
    tx: &mut Tx,
    actor: &Actor,
    enterprise: &Organisation,
    input: &PositionInput,
    import: Option<ImportId>,
    source_id: Option<String>,
) -> Result<Position> {
    actor.may(Action::ImportPositions)?;
    let mut position = new_draft(tx, enterprise.id, input, import, source_id)?;
    let opens = enterprise.verification == Verification::Verified && position.findings == "[]";
    if opens {
        position = rules::publish(position, enterprise, Vec::new(), tx.now())?;
    }
    duplicates::actions::place(tx, &mut position)?;
    // One row and one record each: an import of twenty thousand keeps every other writer waiting.
    store::insert_position(tx, &position)?;
    tx.record(if opens { Event::PositionPublished } else { Event::PositionDrafted }, position.id);
    Ok(position)
}

fn new_draft(
    tx: &Tx,
    enterprise_id: OrganisationId,
    input: &PositionInput,
    import_id: Option<ImportId>,
    source_id: Option<String>,
) -> Result<Position> {
    let now = tx.now();
    let mut position = Position {
        id: tx.new_id(),
        enterprise_id,
        state: PositionState::Draft,
        closed_why: None,
        title: String::new(),
        occupation: None,
        headcount: 1,
        hired: 0,
        pay_min: None,
        pay_max: None,
        pay_unit: None,
        pay_months: None,
        pay_month_min: None,
        pay_month_max: None,
        division: input.division,
        address: None,
        degree_min: None,
        experience_years_min: None,
        shift: None,
        housing: None,
        veteran_preference: false,
        requirements: String::new(),
        description: String::new(),
        contact_sealed: None,
        valid_until: input.valid_until,
        findings: String::new(),
        import_id,
        source_id,
        published_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
        fingerprint: None,
        duplicate_group: None,
    };
    fill(tx, &mut position, input)?;
    Ok(position)
}

/// Puts what an employer wrote into a row.
fn fill(tx: &Tx, position: &mut Position, input: &PositionInput) -> Result<()> {
    let per_month = rules::pay_per_month(input.pay);
    let row = position.id.to_string();
    position.title = input.title.trim().to_owned();
    position.occupation = input.occupation.clone();
    position.headcount = input.headcount;
    position.pay_min = input.pay.map(|pay| pay.min());
    position.pay_max = input.pay.map(|pay| pay.max());
    position.pay_unit = input.pay.map(|pay| pay.unit());
    position.pay_months = input.pay.and_then(|pay| pay.months_per_year()).map(i32::from);
    position.pay_month_min = per_month.map(|(min, _)| min);
    position.pay_month_max = per_month.map(|(_, max)| max);
    position.division = input.division;
    position.address = input.address.clone();
    position.degree_min = input.degree_min;
    position.experience_years_min = input.experience_years_min;
    position.shift = input.shift;
    position.housing = input.housing;
    position.veteran_preference = input.veteran_preference;
    position.requirements = serde_json::to_string(&input.requirements).map_err(Error::internal)?;
    position.description = input.description.trim().to_owned();
    position.contact_sealed =
        input.contact.as_deref().map(|text| tx.keys().seal(store::CONTACT, &row, text)).transpose()?;
    position.valid_until = input.valid_until;
    let findings = findings_of(input);
    position.findings = serde_json::to_string(&findings).map_err(Error::internal)?;
    Ok(())
}

/// Unlawful conditions as they are stored and shown.
pub fn findings_of(input: &PositionInput) -> Vec<UnlawfulBody> {
    rules::unlawful(input).iter().map(|(pointer, finding)| UnlawfulBody::new(pointer.clone(), finding)).collect()
}

/// Changes a position. What the public sees of an open one is checked like a new one.
pub fn save_position(
    tx: &mut Tx,
    actor: &Actor,
    id: PositionId,
    version: i64,
    input: &PositionInput,
) -> Result<Position> {
    let scope = actor.may(Action::EditPosition)?;
    let (mut position, _) = store::position(tx, &scope, id)?;
    same_version(position.version, version)?;
    if position.state == PositionState::Closed {
        return Err(Code::WrongState.into());
    }
    rules::check_position(input, &Dictionary::get(), tx.now().day())?;
    if input.headcount < position.hired {
        let error = FieldError::new("/headcount", "below_hired", format!("已录用 {} 人，人数不能更少", position.hired));
        return Err(Error::invalid(vec![error]));
    }
    fill(tx, &mut position, input)?;
    if position.state == PositionState::Open {
        let errors = unlawful_errors(&position)?;
        if !errors.is_empty() {
            return Err(Error::new(Code::UnlawfulCondition).fields(errors));
        }
    }
    duplicates::actions::place(tx, &mut position)?;
    store::save_position(tx, &position)?;
    position.version += 1;
    tx.record(Event::PositionChanged, id);
    Ok(position)
}

fn unlawful_errors(position: &Position) -> Result<Vec<FieldError>> {
    let findings: Vec<UnlawfulBody> = serde_json::from_str(&position.findings).map_err(Error::internal)?;
    Ok(findings.into_iter().map(UnlawfulBody::into_field_error).collect())
}

/// One step of a position's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Publish,
    Pause,
    Renew(NaiveDate),
    Close,
}

pub fn step(tx: &mut Tx, actor: &Actor, id: PositionId, version: i64, step: Step) -> Result<Position> {
    let scope = actor.may(Action::EditPosition)?;
    let (position, enterprise) = store::position(tx, &scope, id)?;
    same_version(position.version, version)?;
    let now = tx.now();
    let (mut position, event) = match step {
        Step::Publish => {
            let unlawful = unlawful_errors(&position)?;
            (rules::publish(position, &enterprise, unlawful, now)?, Event::PositionPublished)
        }
        Step::Pause => (rules::pause(position)?, Event::PositionPaused),
        Step::Renew(until) => (rules::renew(position, until, now.day())?, Event::PositionRenewed),
        Step::Close => (rules::close(position, ClosedWhy::Withdrawn)?, Event::PositionClosed),
    };
    store::save_position(tx, &position)?;
    position.version += 1;
    tx.record(event, id);
    Ok(position)
}

/// A copy as a new draft, valid for thirty days.
pub fn duplicate(tx: &mut Tx, actor: &Actor, id: PositionId) -> Result<Position> {
    let scope = actor.may(Action::EditPosition)?;
    let (mut position, _) = store::position(tx, &scope, id)?;
    let contact = position
        .contact_sealed
        .as_ref()
        .map(|sealed| tx.keys().open(store::CONTACT, id.as_str(), sealed))
        .transpose()?;
    let now = tx.now();
    position.id = tx.new_id();
    let row = position.id.to_string();
    position.contact_sealed = contact.map(|text| tx.keys().seal(store::CONTACT, &row, &text)).transpose()?;
    position.state = PositionState::Draft;
    position.closed_why = None;
    position.hired = 0;
    position.valid_until = now.day() + chrono::Duration::days(30);
    position.import_id = None;
    position.source_id = None;
    position.published_at = None;
    (position.created_at, position.updated_at, position.version) = (now, now, 1);
    duplicates::actions::place(tx, &mut position)?;
    store::insert_position(tx, &position)?;
    tx.record_with(Event::PositionDrafted, position.id, json!({ "copy_of": id }));
    Ok(position)
}

/// Counts one hire down; the last place closes the position.
pub fn take_place(tx: &mut Tx, actor: &Actor, id: PositionId) -> Result<Position> {
    let scope = actor.may(Action::EditPosition)?;
    let (position, _) = store::position(tx, &scope, id)?;
    let mut position = rules::take_place(position)?;
    store::save_position(tx, &position)?;
    position.version += 1;
    let event = if position.state == PositionState::Closed { Event::PositionClosed } else { Event::PositionChanged };
    tx.record(event, id);
    Ok(position)
}

/// Closes what is past its day and plans the next look, shortly after the next midnight in China.
pub fn close_expired(tx: &mut Tx, actor: &Actor) -> Result<usize> {
    actor.may(Action::EditPosition)?;
    let today = tx.now().day();
    let mut closed = 0;
    for position in store::expired(tx, today, 500)? {
        let position = rules::close(position, ClosedWhy::Expired)?;
        store::save_position(tx, &position)?;
        tx.record_with(Event::PositionClosed, position.id, json!({ "why": ClosedWhy::Expired }));
        closed += 1;
    }
    let next = if closed == 500 { tx.now() } else { next_midnight(tx.now()) };
    queue::enqueue_once(tx, queue::JobKind::CloseExpiredPositions, next)?;
    Ok(closed)
}

/// 00:05 of the next day in China.
fn next_midnight(now: Moment) -> Moment {
    let tomorrow = now.day() + chrono::Duration::days(1);
    let china = chrono::FixedOffset::east_opt(8 * 3600).expect("a valid offset");
    let at = tomorrow.and_hms_opt(0, 5, 0).expect("a time of day").and_local_timezone(china).single();
    at.expect("no summer time in China").to_utc().into()
}
