//! The decisions about people, pure.

use chrono::{Datelike, NaiveDate};

use crate::dictionary::Dictionary;
use crate::error::{Code, Error, FieldError, Result};
use crate::types::id::AccountId;
use crate::types::identifiers::holds_number;
use crate::types::region::{Division, Level};
use crate::types::screen::unit_designations;
use crate::types::time::{Moment, is_plausible};

use super::model::{Certificate, Intentions, Person, PersonKind, Profile, ServicePeriod, Verification};

/// Whether somebody's home may be told as this. A station finds its people by where they live, so a county
/// that is divided is nobody's; of others the table knows no townships.
pub fn is_home(division: Division) -> bool {
    division.level() >= Level::Township || (division.level() == Level::County && !division.is_divided())
}

/// Everything wrong with a profile, at once; pointers are relative to the profile.
pub fn check_profile(profile: &Profile, dictionary: &Dictionary, today: NaiveDate) -> Result<()> {
    let mut errors = Vec::new();
    let mut designations = Vec::new();
    for (i, period) in profile.service.iter().enumerate() {
        check_period(period, dictionary, today, &format!("/service/{i}"), &mut errors);
    }
    for (i, education) in profile.educations.iter().enumerate() {
        check_year(education.year, today, &format!("/educations/{i}/year"), &mut errors);
    }
    for (i, certificate) in profile.certificates.iter().enumerate() {
        check_certificate(certificate, today, &format!("/certificates/{i}"), &mut errors);
    }
    for (i, experience) in profile.experiences.iter().enumerate() {
        check_years(experience.from_year, experience.to_year, today, &format!("/experiences/{i}"), &mut errors);
    }
    check_lengths(profile, &mut errors);
    check_ids(profile, &mut errors);
    check_intentions(&profile.intentions, dictionary, &mut errors);
    for (pointer, text) in texts(profile) {
        for finding in unit_designations(text) {
            designations.push(FieldError::new(
                pointer.clone(),
                "unit_designation",
                format!(
                    "“{}”像是部队番号、代号或驻地，请改成做过什么，例如“担任班长，带过 10 个人”",
                    finding.matched(text)
                ),
            ));
        }
    }
    if !designations.is_empty() {
        errors.extend(designations);
        return Err(Error::new(Code::UnitDesignation).fields(errors));
    }
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid(errors)) }
}

/// Every free text of a profile, with its pointer.
pub fn texts(profile: &Profile) -> Vec<(String, &str)> {
    let mut texts = Vec::new();
    for (i, period) in profile.service.iter().enumerate() {
        texts.push((format!("/service/{i}/text"), period.text.as_str()));
        texts.extend(period.post_group.as_deref().map(|text| (format!("/service/{i}/post_group"), text)));
        for (j, speciality) in period.specialities.iter().enumerate() {
            texts.push((format!("/service/{i}/specialities/{j}/title"), speciality.title.as_str()));
        }
    }
    for (i, education) in profile.educations.iter().enumerate() {
        texts.extend(education.school.as_deref().map(|text| (format!("/educations/{i}/school"), text)));
        texts.extend(education.major.as_deref().map(|text| (format!("/educations/{i}/major"), text)));
    }
    for (i, certificate) in profile.certificates.iter().enumerate() {
        texts.push((format!("/certificates/{i}/name"), certificate.name.as_str()));
    }
    for (i, experience) in profile.experiences.iter().enumerate() {
        texts.push((format!("/experiences/{i}/title"), experience.title.as_str()));
        texts.push((format!("/experiences/{i}/text"), experience.text.as_str()));
    }
    for (i, skill) in profile.skills.iter().enumerate() {
        texts.push((format!("/skills/{i}/name"), skill.name.as_str()));
    }
    for (i, title) in profile.intentions.titles.iter().enumerate() {
        texts.push((format!("/intentions/titles/{i}"), title.as_str()));
    }
    texts
}

fn check_period(
    period: &ServicePeriod,
    dictionary: &Dictionary,
    today: NaiveDate,
    at: &str,
    errors: &mut Vec<FieldError>,
) {
    check_years(Some(period.from_year), period.to_year, today, at, errors);
    for (i, speciality) in period.specialities.iter().enumerate() {
        if speciality.code.as_deref().is_some_and(|code| !dictionary.is_speciality(code)) {
            errors.push(FieldError::new(
                format!("{at}/specialities/{i}/code"),
                "unknown_speciality",
                "词典里没有这个军事专业，请重新选择",
            ));
        }
    }
    if let Some(rank) = period.rank {
        let (first, last) = rank.years();
        let left_before = first.is_some_and(|first| period.to_year.is_some_and(|to| to < first));
        let came_after = last.is_some_and(|last| period.from_year > last);
        if left_before || came_after {
            errors.push(FieldError::new(
                format!("{at}/rank"),
                "rank_not_in_use",
                "这个军衔与服役年份对不上：2022 年 3 月军衔改革前后名称不同",
            ));
        }
    }
}

fn check_years(from: Option<i32>, to: Option<i32>, today: NaiveDate, at: &str, errors: &mut Vec<FieldError>) {
    check_year(from, today, &format!("{at}/from_year"), errors);
    check_year(to, today, &format!("{at}/to_year"), errors);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        errors.push(FieldError::new(format!("{at}/to_year"), "before_start", "结束年份早于开始年份"));
    }
}

fn check_year(year: Option<i32>, today: NaiveDate, at: &str, errors: &mut Vec<FieldError>) {
    if year.is_some_and(|year| !(1940..=today.year()).contains(&year)) {
        errors.push(FieldError::new(at, "year", format!("年份应在 1940 到 {} 之间", today.year())));
    }
}

fn check_day(day: Option<NaiveDate>, at: String, errors: &mut Vec<FieldError>) {
    if day.is_some_and(|day| !is_plausible(day)) {
        errors.push(FieldError::new(at, "year", "日期应在 1900 年到 2100 年之间"));
    }
}

fn check_certificate(certificate: &Certificate, today: NaiveDate, at: &str, errors: &mut Vec<FieldError>) {
    check_day(certificate.issued_on, format!("{at}/issued_on"), errors);
    check_day(certificate.expires_on, format!("{at}/expires_on"), errors);
    if certificate.issued_on.is_some_and(|day| day > today) {
        errors.push(FieldError::new(format!("{at}/issued_on"), "future_date", "发证日期不能晚于今天"));
    }
    if let (Some(issued), Some(expires)) = (certificate.issued_on, certificate.expires_on)
        && expires < issued
    {
        errors.push(FieldError::new(format!("{at}/expires_on"), "before_start", "到期日早于发证日"));
    }
}

/// Everything has a limit.
fn check_lengths(profile: &Profile, errors: &mut Vec<FieldError>) {
    let counts = [
        ("/service", profile.service.len(), 20),
        ("/educations", profile.educations.len(), 20),
        ("/certificates", profile.certificates.len(), 50),
        ("/experiences", profile.experiences.len(), 50),
        ("/skills", profile.skills.len(), 100),
        ("/intentions/occupations", profile.intentions.occupations.len(), 10),
        ("/intentions/titles", profile.intentions.titles.len(), 10),
        ("/intentions/places", profile.intentions.places.len(), 20),
        ("/intentions/places_refused", profile.intentions.places_refused.len(), 20),
        ("/intentions/shifts", profile.intentions.shifts.len(), 4),
    ];
    for (pointer, count, max) in counts {
        if count > max {
            errors.push(FieldError::new(pointer, "too_many", format!("最多 {max} 项，现在有 {count} 项")));
        }
    }
    for (pointer, text) in texts(profile) {
        let max = if pointer.ends_with("/text") { 1000 } else { 60 };
        let length = text.chars().count();
        if holds_number(text) {
            errors.push(FieldError::new(
                pointer.clone(),
                "personal_number",
                "这里不要写手机号、身份证号等号码，用人单位会看到",
            ));
        }
        let required = !pointer.ends_with("/text");
        if length > max {
            errors.push(FieldError::new(pointer, "too_long", format!("最多 {max} 个字，现在有 {length} 个")));
        } else if required && text.trim().is_empty() {
            errors.push(FieldError::new(pointer, "required", "请填写"));
        }
    }
}

fn check_ids(profile: &Profile, errors: &mut Vec<FieldError>) {
    let mut seen = std::collections::HashSet::new();
    let service = profile.service.iter().enumerate().map(|(i, period)| (format!("/service/{i}/id"), &period.id));
    let work = profile.experiences.iter().enumerate().map(|(i, one)| (format!("/experiences/{i}/id"), &one.id));
    for (pointer, id) in service.chain(work) {
        let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        if id.is_empty() || id.len() > 40 || !plain {
            errors.push(FieldError::new(pointer, "wrong_value", "编号只能用 1–40 个字母、数字、横线或下划线"));
        } else if !seen.insert(id.as_str()) {
            errors.push(FieldError::new(pointer, "repeated", "这个编号在档案里出现了两次"));
        }
    }
    for (i, skill) in profile.skills.iter().enumerate() {
        if skill.experience_id.as_deref().is_some_and(|id| !seen.contains(id)) {
            errors.push(FieldError::new(
                format!("/skills/{i}/experience_id"),
                "unknown_experience",
                "没有找到这段经历，可能已删除",
            ));
        }
    }
}

/// Nobody's way to work is longer; a larger number is a slip.
const DISTANCE_KM_MAX: u16 = 2000;

fn check_intentions(intentions: &Intentions, dictionary: &Dictionary, errors: &mut Vec<FieldError>) {
    for (i, code) in intentions.occupations.iter().enumerate() {
        if !dictionary.is_occupation(code) {
            errors.push(FieldError::new(
                format!("/intentions/occupations/{i}"),
                "unknown_occupation",
                "职业分类大典里没有这个代码",
            ));
        }
    }
    check_day(intentions.available_from, "/intentions/available_from".to_owned(), errors);
    let mut shifts: Vec<_> = intentions.shifts.iter().map(|answer| answer.shift).collect();
    shifts.sort();
    shifts.dedup();
    if shifts.len() != intentions.shifts.len() {
        errors.push(FieldError::new("/intentions/shifts", "repeated", "同一种班制只能回答一次"));
    }
    if intentions.distance_km_max.is_some_and(|km| !(1..=DISTANCE_KM_MAX).contains(&km)) {
        errors.push(FieldError::new(
            "/intentions/distance_km_max",
            "range",
            format!("上下班的路程应在 1 到 {DISTANCE_KM_MAX} 公里之间"),
        ));
    }
    if intentions.pay_min_fen_month.is_some_and(|pay| !(0..=100_000_000).contains(&pay.fen())) {
        errors.push(FieldError::new("/intentions/pay_min_fen_month", "range", "期望月薪应在 0 到 100 万元之间"));
    }
}

/// Whether an officer may enter somebody whose ID number `others` have, too. One that an officer has seen
/// or taken down keeps a second file out; one that an account only claims keeps nobody out.
pub fn enter(others: &[Person]) -> Result<()> {
    let stands = |other: &Person| other.verification == Verification::Verified || other.account_id.is_none();
    if others.iter().any(stands) { Err(Code::IdNumberTaken.into()) } else { Ok(()) }
}

/// What an officer found when looking at the papers; `others` have the same ID number.
///
/// # Errors
/// [`Code::SelfApproval`]; [`Code::Invalid`] without an ID number; [`Code::IdNumberTaken`] when somebody
/// else has been verified with it.
pub fn verify(
    mut person: Person,
    approve: bool,
    what: &str,
    others: &[Person],
    by: AccountId,
    now: Moment,
) -> Result<Person> {
    if person.account_id == Some(by) {
        return Err(Code::SelfApproval.into());
    }
    if person.id_number_blind.is_none() && approve {
        let error = FieldError::new("/id_number", "required", "核验前要先登记身份证号");
        return Err(Error::new(Code::Invalid).fields(vec![error]));
    }
    if approve && others.iter().any(|other| other.verification == Verification::Verified) {
        return Err(Code::IdNumberTaken.into());
    }
    person.verification = if approve { Verification::Verified } else { Verification::Refused };
    person.verified_at = Some(now);
    person.verified_by = Some(by);
    person.verified_what = Some(what.to_owned());
    Ok(person)
}

/// Checks what an officer says to have looked at: papers by their kind, nobody's numbers, no unit.
pub fn check_verification(what: &str) -> Result<()> {
    let error = |code: Code, field: &str, detail: &str| {
        Err(Error::new(code).fields(vec![FieldError::new("/what", field, detail)]))
    };
    if !(2..=200).contains(&what.trim().chars().count()) {
        return error(Code::Invalid, "length", "请写明核对了哪些材料，2–200 个字");
    }
    if holds_number(what) {
        return error(Code::Invalid, "personal_number", "只写材料的名称，不要写证件号码、手机号");
    }
    if !unit_designations(what).is_empty() {
        return error(Code::UnitDesignation, "unit_designation", "不要写部队番号、代号，只写材料的名称");
    }
    Ok(())
}

/// A person with another identity in place: a new name or ID number has to be verified again.
pub fn correct(mut person: Person, before: &Person) -> Person {
    if (&before.name_blind, &before.id_number_blind) != (&person.name_blind, &person.id_number_blind) {
        person.verification = Verification::Unverified;
        (person.verified_at, person.verified_by, person.verified_what) = (None, None, None);
    }
    person
}

/// Names the service member a spouse belongs to, or nobody.
///
/// # Errors
/// [`Code::WrongState`] when the person is no spouse, or the other no veteran.
pub fn name_service_member(mut person: Person, member: Option<&Person>) -> Result<Person> {
    if person.kind != PersonKind::Spouse {
        return Err(Error::new(Code::WrongState).detail("只有军属的档案可以关联军人"));
    }
    if member.is_some_and(|member| member.kind != PersonKind::Veteran) {
        return Err(Error::new(Code::WrongState).detail("要关联的人不是退役军人"));
    }
    person.service_member_id = member.map(|member| member.id);
    Ok(person)
}

/// By the ID number where both have one, by the name else.
fn is_same_person(one: &Person, other: &Person) -> bool {
    match (&one.id_number_blind, &other.id_number_blind) {
        (Some(one), Some(other)) => one == other,
        _ => one.name_blind == other.name_blind,
    }
}

/// Gives a file that a station entered to the account of the person it is about. `own` is the file the
/// account opened itself; it gives way when it is about the same person and nobody has verified it.
///
/// # Errors
/// [`Code::WrongState`] for a file that has an account or is about somebody else, [`Code::SelfApproval`]
/// when whoever gave the code or verified the file would take it, [`Code::AlreadyHasProfile`] for an own
/// file that is verified or that `replace` does not give up.
pub fn claim(
    mut person: Person,
    account: AccountId,
    code_from: Option<AccountId>,
    own: Option<&Person>,
    replace: bool,
) -> Result<Person> {
    if person.account_id.is_some() {
        return Err(Error::new(Code::WrongState).detail("这份档案已经有人领取，请到服务站核对"));
    }
    if code_from == Some(account) || person.verified_by == Some(account) {
        return Err(Code::SelfApproval.into());
    }
    match own {
        Some(own) if own.verification == Verification::Verified => {
            return Err(Error::new(Code::AlreadyHasProfile).detail("您自己的档案已经核验过，请让服务站处理重复的那份"));
        }
        Some(own) if !is_same_person(own, &person) => {
            return Err(Error::new(Code::WrongState).detail("这份档案与您填写的身份信息对不上，请带身份证到服务站核对"));
        }
        Some(_) if !replace => return Err(Code::AlreadyHasProfile.into()),
        _ => {}
    }
    person.account_id = Some(account);
    Ok(person)
}

/// What of a profile a match may read: the service record only with the person's separate consent
/// (个人信息保护法, art. 29). A skill that only the service record shows stays as a bare claim.
pub fn matchable(mut profile: Profile, service_agreed: bool) -> Profile {
    if !service_agreed {
        let service = std::mem::take(&mut profile.service);
        for skill in &mut profile.skills {
            if service.iter().any(|period| skill.experience_id.as_deref() == Some(period.id.as_str())) {
                skill.experience_id = None;
            }
        }
    }
    profile
}

/// Whether employers may come to know of this person at all.
pub fn is_findable(person: &Person, shown_to_employers: bool) -> bool {
    person.verification == Verification::Verified && person.visible && shown_to_employers
}
