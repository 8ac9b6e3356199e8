//! The decisions about employers and positions, pure.

use chrono::{Duration, NaiveDate};

use crate::dictionary::{self, Dictionary};
use crate::error::{Code, Error, FieldError, Result};
use crate::people::model::Verification;
use crate::types::id::AccountId;
use crate::types::identifiers::CreditCode;
use crate::types::money::Fen;
use crate::types::screen::unit_designations;
use crate::types::time::Moment;

use super::model::{
    ClosedWhy, Import, ImportState, Organisation, OrganisationInput, Position, PositionInput, PositionState,
    UnlawfulBody,
};
use super::screen::{self, Finding};

/// Longest time a position may stay open without being renewed. Own rule [I]; 人社部令第44号 asks for
/// a validity date, not for a length.
pub const VALID_DAYS_MAX: i64 = 180;
/// How long an import may be undone.
pub const UNDO_FOR: Duration = Duration::hours(24);

/// Everything wrong with what an organisation tells of itself, at once; gives the checked credit code.
pub fn check_organisation(input: &OrganisationInput) -> Result<Option<CreditCode>> {
    let mut errors = Vec::new();
    length(&mut errors, "/name", &input.name, 2, 80);
    length(&mut errors, "/description", &input.description, 0, 2000);
    for (pointer, text, max) in [
        ("/address", &input.address, 120),
        ("/industry", &input.industry, 60),
        ("/no_credit_code_reason", &input.no_credit_code_reason, 100),
    ] {
        if let Some(text) = text {
            length(&mut errors, pointer, text, 1, max);
        }
    }
    let code = input.credit_code.as_deref().map(CreditCode::parse).transpose();
    if let Err(error) = &code {
        errors.push(FieldError::new("/credit_code", error.code(), error.to_string()));
    }
    if input.credit_code.is_none() && input.no_credit_code_reason.is_none() {
        errors.push(FieldError::new("/credit_code", "required", "请填写统一社会信用代码；没有的请说明原因"));
    }
    let texts = [
        ("/name", Some(&input.name)),
        ("/description", Some(&input.description)),
        ("/address", input.address.as_ref()),
        ("/industry", input.industry.as_ref()),
        ("/no_credit_code_reason", input.no_credit_code_reason.as_ref()),
    ];
    let texts: Vec<(&str, &str)> = texts.into_iter().filter_map(|(at, text)| Some((at, text?.as_str()))).collect();
    let designated = designations(&texts, &mut errors);
    let unlawful: Vec<FieldError> = texts.iter().flat_map(|(at, text)| unlawful_in(at, text)).collect();
    match code {
        _ if designated => Err(Error::new(Code::UnitDesignation).fields(errors)),
        Ok(_) if errors.is_empty() && !unlawful.is_empty() => Err(Error::new(Code::UnlawfulCondition).fields(unlawful)),
        Ok(code) if errors.is_empty() => Ok(code),
        _ => Err(Error::invalid(errors)),
    }
}

/// What is kept of an industry: the organisation's own words, which tell a job-seeker more than the dictionary's
/// name (保安 is 商务服务业 there), and the name where a code of the standard was written (H62, C 制造业).
pub fn industry(written: Option<&str>) -> Option<String> {
    let written = written?.trim();
    let mut letters = written.chars();
    let is_section = letters.next().is_some_and(|first| first.is_ascii_uppercase())
        && !letters.next().is_some_and(|second| second.is_ascii_alphabetic());
    let is_code = is_section || written.contains(|c: char| c.is_ascii_digit());
    let known = is_code.then(|| dictionary::industry(written)).flatten();
    Some(known.map_or_else(|| written.to_owned(), |known| known.name))
}

/// Everything wrong with a position, at once. Unlawful conditions are not among it: a draft may hold
/// them, so that they can be explained; they stop the publishing.
pub fn check_position(input: &PositionInput, dictionary: &Dictionary, today: NaiveDate) -> Result<()> {
    let mut errors = Vec::new();
    length(&mut errors, "/title", &input.title, 2, 80);
    length(&mut errors, "/description", &input.description, 10, 5000);
    for (pointer, text, max) in [("/address", &input.address, 120), ("/contact", &input.contact, 60)] {
        if let Some(text) = text {
            length(&mut errors, pointer, text, 1, max);
        }
    }
    if !(1..=1000).contains(&input.headcount) {
        errors.push(FieldError::new("/headcount", "range", "招聘人数应在 1 到 1000 之间"));
    }
    if input.experience_years_min.is_some_and(|years| !(0..=40).contains(&years)) {
        errors.push(FieldError::new("/experience_years_min", "range", "经验年限应在 0 到 40 之间"));
    }
    if input.occupation.as_deref().is_some_and(|code| !dictionary.is_occupation(code)) {
        errors.push(FieldError::new("/occupation", "unknown_occupation", "职业分类大典里没有这个代码"));
    }
    if input.requirements.len() > 30 {
        errors.push(FieldError::new("/requirements", "too_many", "最多 30 项要求"));
    }
    for (i, requirement) in input.requirements.iter().enumerate() {
        length(&mut errors, &format!("/requirements/{i}/name"), &requirement.name, 1, 60);
    }
    let last = today + Duration::days(VALID_DAYS_MAX);
    if input.valid_until < today || input.valid_until > last {
        errors.push(FieldError::new("/valid_until", "range", format!("有效期应在今天到 {last} 之间")));
    }
    let address = input.address.as_deref().unwrap_or_default();
    let contact = input.contact.as_deref().unwrap_or_default();
    let mut texts = vec![
        ("/title".to_owned(), input.title.as_str()),
        ("/description".to_owned(), input.description.as_str()),
        ("/address".to_owned(), address),
        ("/contact".to_owned(), contact),
    ];
    let names = input.requirements.iter().enumerate();
    texts.extend(names.map(|(i, asked)| (format!("/requirements/{i}/name"), asked.name.as_str())));
    let texts: Vec<(&str, &str)> = texts.iter().map(|(at, text)| (at.as_str(), *text)).collect();
    let designated = designations(&texts, &mut errors);
    match (errors.is_empty(), designated) {
        (true, _) => Ok(()),
        (false, true) => Err(Error::new(Code::UnitDesignation).fields(errors)),
        (false, false) => Err(Error::invalid(errors)),
    }
}

/// Notes every unit designation; gives whether there was one.
fn designations(texts: &[(&str, &str)], errors: &mut Vec<FieldError>) -> bool {
    let before = errors.len();
    for (pointer, text) in texts {
        for finding in unit_designations(text) {
            let detail = format!("“{}”像是部队番号或代号，请删去", finding.matched(text));
            errors.push(FieldError::new(*pointer, "unit_designation", detail));
        }
    }
    errors.len() > before
}

fn unlawful_in(pointer: &str, text: &str) -> Vec<FieldError> {
    let found = screen::unlawful(text);
    found.iter().map(|finding| UnlawfulBody::new(pointer.to_owned(), finding).into_field_error()).collect()
}

fn length(errors: &mut Vec<FieldError>, pointer: &str, text: &str, min: usize, max: usize) {
    let count = text.trim().chars().count();
    if !(min..=max).contains(&count) {
        errors.push(FieldError::new(pointer, "length", format!("要 {min} 到 {max} 个字，现在有 {count} 个")));
    }
}

/// Unlawful conditions in every text of a position that the public sees, with where they stand.
pub fn unlawful(input: &PositionInput) -> Vec<(String, Finding)> {
    let mut texts = vec![("/title".to_owned(), &input.title), ("/description".to_owned(), &input.description)];
    texts.extend(input.address.as_ref().map(|address| ("/address".to_owned(), address)));
    let names = input.requirements.iter().enumerate();
    texts.extend(names.map(|(i, requirement)| (format!("/requirements/{i}/name"), &requirement.name)));
    let found = |(at, text): (String, &String)| screen::unlawful(text).into_iter().map(move |one| (at.clone(), one));
    texts.into_iter().flat_map(found).collect()
}

/// What an officer found when looking at an organisation's papers.
pub fn verify_organisation(
    mut organisation: Organisation,
    approve: bool,
    what: &str,
    by: AccountId,
    now: Moment,
) -> Organisation {
    organisation.verification = if approve { Verification::Verified } else { Verification::Refused };
    organisation.verified_at = Some(now);
    organisation.verified_by = Some(by);
    organisation.verified_what = Some(what.to_owned());
    organisation
}

/// Opens a draft or a paused position to the public.
///
/// # Errors
/// [`Code::NotVerified`], [`Code::UnlawfulCondition`] naming each with its rule, [`Code::WrongState`]
/// for one that is open, closed or past its day.
pub fn publish(
    mut position: Position,
    enterprise: &Organisation,
    unlawful: Vec<FieldError>,
    now: Moment,
) -> Result<Position> {
    if !matches!(position.state, PositionState::Draft | PositionState::Paused) {
        return Err(Code::WrongState.into());
    }
    if enterprise.verification != Verification::Verified {
        return Err(Error::new(Code::NotVerified).detail("单位通过核验后才能发布岗位"));
    }
    if !unlawful.is_empty() {
        return Err(Error::new(Code::UnlawfulCondition).fields(unlawful));
    }
    if position.valid_until < now.day() {
        return Err(Error::new(Code::WrongState).detail("有效期已过，请先续期"));
    }
    position.state = PositionState::Open;
    position.published_at = Some(now);
    Ok(position)
}

/// Hides an open position for a while.
pub fn pause(mut position: Position) -> Result<Position> {
    if position.state != PositionState::Open {
        return Err(Code::WrongState.into());
    }
    position.state = PositionState::Paused;
    Ok(position)
}

/// Gives a position another day to be valid until; one that closed by itself becomes a draft again.
pub fn renew(mut position: Position, valid_until: NaiveDate, today: NaiveDate) -> Result<Position> {
    if valid_until < today || valid_until > today + Duration::days(VALID_DAYS_MAX) {
        let error = FieldError::new("/valid_until", "range", format!("有效期最长 {VALID_DAYS_MAX} 天，且不早于今天"));
        return Err(Error::invalid(vec![error]));
    }
    match (position.state, position.closed_why) {
        (PositionState::Closed, Some(ClosedWhy::Expired)) => {
            position.state = PositionState::Draft;
            position.closed_why = None;
        }
        (PositionState::Closed, _) => return Err(Code::WrongState.into()),
        _ => {}
    }
    position.valid_until = valid_until;
    Ok(position)
}

/// Ends a position.
pub fn close(mut position: Position, why: ClosedWhy) -> Result<Position> {
    if position.state == PositionState::Closed {
        return Err(Code::WrongState.into());
    }
    position.state = PositionState::Closed;
    position.closed_why = Some(why);
    Ok(position)
}

/// Counts one hire down; the last place closes the position.
pub fn take_place(mut position: Position) -> Result<Position> {
    if position.state == PositionState::Closed || position.headcount_open() <= 0 {
        return Err(Error::new(Code::WrongState).detail("这个岗位已经招满"));
    }
    position.hired += 1;
    if position.headcount_open() == 0 {
        return close(position, ClosedWhy::Filled);
    }
    Ok(position)
}

/// Whether an import may still be undone.
pub fn undo(mut import: Import, now: Moment) -> Result<Import> {
    if import.state == ImportState::Undone {
        return Err(Code::WrongState.into());
    }
    if now.since(import.created_at) > UNDO_FOR {
        return Err(Code::UndoExpired.into());
    }
    import.state = ImportState::Undone;
    import.undone_at = Some(now);
    Ok(import)
}

/// The pay per month that filters and comparisons use; `None` where it cannot be said.
pub fn pay_per_month(pay: Option<crate::types::money::Pay>) -> Option<(Fen, Fen)> {
    pay.and_then(|pay| pay.per_month())
}
