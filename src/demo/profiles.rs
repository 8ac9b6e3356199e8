//! What a person of the demonstration world tells of their work, from a template and chance.

use chrono::{Datelike, Duration, NaiveDate};
use search_index::{Lexicon, RequirementKind as WordKind};

use crate::people::model::{
    Certificate, Education, Experience, Intentions, PersonKind, Profile, ServicePeriod, ShiftAnswer, Skill,
};
use crate::types::money::Fen;
use crate::types::region::{Division, Level};
use crate::types::work::{Degree, RequirementKind, Shift};

use super::dice::Dice;
use super::ingredients::PersonTemplate;
use super::service;

/// Whom a profile is for.
#[derive(Clone, Copy)]
pub struct Subject {
    pub kind: PersonKind,
    pub birth: NaiveDate,
    pub division: Division,
    /// The day on which it is told; nothing in it is later.
    pub today: NaiveDate,
}

/// A profile as somebody with these papers would fill it in; some leave fields empty.
pub fn profile(dice: &mut Dice, template: &PersonTemplate, subject: Subject) -> Profile {
    let this_year = subject.today.year();
    let degree = dice.pick(&template.degrees);
    let mut service = match subject.kind {
        PersonKind::Veteran => Some(service::period(dice, template, subject)),
        PersonKind::Spouse => None,
    };
    let began = match &service {
        Some(period) => period.to_year.unwrap_or(this_year),
        None => subject.birth.year() + if degree >= Degree::JuniorCollege { 22 } else { 19 },
    };
    let mut experiences = experiences(dice, template, began.min(this_year), this_year);
    tell(template, service.as_mut(), &mut experiences, this_year);
    let skills = skills(dice, template, service.as_ref(), &experiences);
    Profile {
        degree: (!dice.chance(8)).then_some(degree),
        educations: educations(dice, degree, subject.birth.year(), this_year),
        certificates: certificates(dice, template, subject.today),
        skills,
        intentions: intentions(dice, template, subject),
        service: service.into_iter().collect(),
        experiences,
    }
}

/// What people did before they found their trade.
const EARLIER: &[&str] = &["操作工", "个体经营", "销售员", "保安员", "装卸工", "送货司机", "服务员", "仓库管理员"];

/// Civilian work since `began`, without overlap and nearly without gap. Long years begin with something
/// else; the template's own work stands last.
fn experiences(dice: &mut Dice, template: &PersonTemplate, began: i32, this_year: i32) -> Vec<Experience> {
    let mut free = this_year - began;
    let mut lasted: Vec<(&str, i32)> = Vec::new();
    for (title, fewest, most) in &template.experiences {
        let years = dice.between(*fewest, *most).min(free);
        if years > 0 {
            lasted.push((title, years));
            free -= years;
        }
    }
    let gap = dice.between(0, 3).min(free);
    if free > 8 && !lasted.is_empty() {
        let earlier = (free - gap).min(dice.between(4, 12));
        lasted.insert(0, (dice.pick(EARLIER), earlier));
        free -= earlier;
    }
    if let Some(longest) = lasted.iter_mut().max_by_key(|(_, years)| *years) {
        longest.1 += free - gap;
    }
    let mut from = began + gap / 2;
    let mut experiences = Vec::new();
    for (i, (title, years)) in lasted.into_iter().enumerate() {
        let to_year = (!dice.chance(8)).then_some(from + years);
        experiences.push(Experience {
            id: format!("work-{}", i + 1),
            title: title.to_owned(),
            from_year: Some(from),
            to_year,
            text: String::new(),
        });
        from += years;
    }
    experiences
}

/// Puts the template's sentences where they belong: what came after the service to the last work, and
/// nowhere when there was none.
fn tell(
    template: &PersonTemplate,
    service: Option<&mut ServicePeriod>,
    experiences: &mut [Experience],
    this_year: i32,
) {
    let served = service.is_some();
    let of_service = |text: &&str| served && !service::is_of_later(text);
    let (before, after): (Vec<&str>, Vec<&str>) = template.texts.iter().copied().partition(of_service);
    if let Some(last) = experiences.last_mut() {
        last.text = after.concat();
    }
    if let Some(period) = service {
        let long_ago = period.to_year.is_some_and(|year| year < this_year - 1);
        period.text = before.into_iter().filter(|text| !(long_ago && text.contains("刚退役"))).collect();
    }
}

/// Most skills are shown by the service where its speciality teaches them, else by the work.
fn skills(
    dice: &mut Dice,
    template: &PersonTemplate,
    service: Option<&ServicePeriod>,
    experiences: &[Experience],
) -> Vec<Skill> {
    let speciality = template.speciality.and_then(|code| Lexicon::get().speciality(code));
    let taught: &[String] = speciality.map_or(&[], |speciality| &speciality.skills);
    let count = if dice.chance(75) { template.skills.len() } else { 3 };
    let mut names = dice.some(&template.skills, count);
    if dice.chance(50) {
        let more: Vec<&str> = taught.iter().map(String::as_str).filter(|name| !names.contains(name)).collect();
        names.extend(dice.some(&more, 2));
    }
    let mut skills = Vec::new();
    for name in names {
        let in_service = service.filter(|_| taught.iter().any(|taught| taught == name)).map(|period| &period.id);
        let shown_by = in_service.or(experiences.last().map(|work| &work.id));
        let experience_id = shown_by.filter(|_| !dice.chance(15)).cloned();
        skills.push(Skill { name: name.to_owned(), experience_id });
    }
    skills
}

fn educations(dice: &mut Dice, degree: Degree, born: i32, this_year: i32) -> Vec<Education> {
    let (age, majors): (i32, &[&str]) = match degree {
        Degree::None | Degree::Primary => return Vec::new(),
        Degree::JuniorMiddle => (16, &[]),
        Degree::SeniorMiddle => (19, &["机电技术应用", "汽车运用与维修", "计算机应用", "会计事务", "烹饪"]),
        Degree::JuniorCollege => {
            (22, &["机电一体化技术", "计算机网络技术", "现代物流管理", "大数据与会计", "行政管理", "电子商务"])
        }
        _ => (23, &["行政管理", "机械工程", "计算机科学与技术", "工商管理", "法学", "汉语言文学"]),
    };
    if dice.chance(20) {
        return Vec::new();
    }
    let major = (!majors.is_empty() && dice.chance(80)).then(|| dice.pick(majors).to_owned());
    vec![Education { degree, school: None, major, year: Some((born + age).min(this_year)) }]
}

fn certificates(dice: &mut Dice, template: &PersonTemplate, today: NaiveDate) -> Vec<Certificate> {
    let mut certificates = Vec::new();
    for name in &template.certificates {
        if dice.chance(12) {
            continue;
        }
        let years = match *name {
            "健康证" => Some(1),
            "电工证" | "高压电工证" | "高处作业证" | "焊工证" => Some(6),
            "叉车证" | "行车证" | "起重指挥证" => Some(4),
            _ => None,
        };
        let kind = certificate_kind(name);
        let held_for = dice.between(20, years.map_or(3_000, |years| years * 240));
        // One in twelve has run out and was not renewed.
        let late = if dice.chance(8) { 400 } else { 0 };
        let issued_on = today - Duration::days((held_for + late).into());
        let expires_on = years.map(|years| issued_on + Duration::days((years * 365).into()));
        certificates.push(Certificate { kind, name: (*name).to_owned(), issued_on: Some(issued_on), expires_on });
    }
    certificates
}

/// Whether a name of the ingredients is a driving class, a language or a certificate.
pub fn certificate_kind(name: &str) -> RequirementKind {
    match Lexicon::get().skill_kind(name) {
        Some(WordKind::DrivingLicence) => RequirementKind::DrivingLicence,
        Some(WordKind::Language) => RequirementKind::Language,
        _ => RequirementKind::Certificate,
    }
}

fn intentions(dice: &mut Dice, template: &PersonTemplate, subject: Subject) -> Intentions {
    let (places, places_refused) = places(dice, subject.division);
    let pay = template.pay_min * dice.between(90, 112) / 100 / 100 * 100;
    let (housing, soon) = (dice.between(1, 100), dice.between(1, 100));
    Intentions {
        occupations: template.occupations.iter().map(|code| (*code).to_owned()).collect(),
        titles: template.titles.iter().map(|title| (*title).to_owned()).collect(),
        places,
        places_refused,
        distance_km_max: dice.chance(30).then(|| dice.pick(&[10, 20, 30, 50])),
        pay_min_fen_month: (!dice.chance(15)).then(|| Fen::from_yuan(pay.into())).flatten(),
        shifts: shifts(dice, &template.shifts),
        housing_needed: match housing {
            1..=12 => Some(true),
            13..=60 => Some(false),
            _ => None,
        },
        available_from: match soon {
            1..=40 => Some(subject.today),
            41..=70 => Some(subject.today + Duration::days(dice.between(7, 75).into())),
            _ => None,
        },
    }
}

/// Most want to stay in the county, some in their township, a few would go anywhere in the city.
fn places(dice: &mut Dice, division: Division) -> (Vec<Division>, Vec<Division>) {
    let at = |level| division.at_level(level).into_iter().collect::<Vec<_>>();
    match dice.between(1, 100) {
        1..=60 => (at(Level::County), Vec::new()),
        61..=80 => (at(Level::Township), Vec::new()),
        81..=92 => (at(Level::City), Vec::new()),
        93..=96 => (at(Level::City), Division::from_code("330424").into_iter().collect()),
        _ => (Vec::new(), Vec::new()),
    }
}

/// The template's shifts are accepted; of the others some are refused and some not answered.
fn shifts(dice: &mut Dice, accepted: &[Shift]) -> Vec<ShiftAnswer> {
    let mut answers = Vec::new();
    for &shift in Shift::ALL {
        if accepted.contains(&shift) {
            answers.push(ShiftAnswer { shift, accepted: true });
        } else if dice.chance(45) {
            answers.push(ShiftAnswer { shift, accepted: false });
        }
    }
    answers
}
