//! The decisions about the military map, pure.

use crate::dictionary::Dictionary;
use crate::error::{Code, Error, FieldError, Result};
use crate::types::id::AccountId;
use crate::types::identifiers::holds_number;
use crate::types::region::{Division, Level};
use crate::types::screen::unit_designations;
use crate::types::time::Moment;
use crate::types::work::RequirementKind;

use super::model::{Change, ChangeState, FamilyContent, FamilyInput, LeadContent, LeadInput};

const NAME_CHARS: std::ops::RangeInclusive<usize> = 2..=24;
const SOURCE_CHARS: std::ops::RangeInclusive<usize> = 4..=300;
const NOTE_CHARS: std::ops::RangeInclusive<usize> = 2..=200;
const TITLES_MAX: usize = 40;
const SKILLS_MAX: usize = 20;
const OCCUPATIONS_MAX: usize = 12;

/// Collects what is wrong; a designation among it decides the code of the whole.
#[derive(Default)]
struct Found {
    errors: Vec<FieldError>,
    is_secret: bool,
}

impl Found {
    fn add(&mut self, pointer: impl Into<String>, code: &str, detail: impl Into<String>) {
        self.errors.push(FieldError::new(pointer, code, detail));
    }

    fn result(self) -> Result<()> {
        match (self.errors.is_empty(), self.is_secret) {
            (true, _) => Ok(()),
            (false, true) => Err(Error::new(Code::UnitDesignation).fields(self.errors)),
            (false, false) => Err(Error::invalid(self.errors)),
        }
    }

    /// Units, bases, ships and weapons, and somebody's number, in any text.
    fn screen(&mut self, pointer: &str, text: &str) {
        for finding in unit_designations(text) {
            self.is_secret = true;
            let matched = finding.matched(text);
            let detail = format!("“{matched}”像是部队番号、代号、驻地或装备型号，为了保密不能写，请改成做什么工作");
            self.add(pointer, "unit_designation", detail);
        }
        if holds_number(text) {
            let detail = "这里像有电话、证件号码，请删去；日期请写成“2026 年 11 月”这样";
            self.add(pointer, "personal_number", detail);
        }
    }

    /// A name or a title: short, on one line, without a place.
    fn title(&mut self, pointer: &str, text: &str) {
        let count = text.trim().chars().count();
        if !NAME_CHARS.contains(&count) {
            self.add(pointer, "length", format!("要 2 到 24 个字，现在有 {count} 个"));
        } else if text.contains(['\n', '\r', '\t', '｜', '|']) {
            self.add(pointer, "wrong_value", "一行只写一个岗位名称，不要用竖线或换行");
        }
        if let Some(place) = place_in(text) {
            self.is_secret = true;
            let detail = format!("“{place}”是地名。驻地不能写，请去掉地名，只写做什么工作");
            self.add(pointer, "place_named", detail);
        }
        self.screen(pointer, text);
    }
}

/// A place that a title names: a province, city or county by its whole name, or a province or city that the
/// title begins with. The short names of counties are words of daily life as well.
fn place_in(text: &str) -> Option<&'static str> {
    let divisions = Division::find(text).into_iter().filter(|division| division.level() <= Level::County);
    let mut names = divisions.filter_map(|division| {
        let name = division.name();
        let short = name.trim_end_matches(['省', '市']);
        let begins = division.level() <= Level::City && short.chars().count() >= 2 && text.starts_with(short);
        if text.contains(name) { Some(name) } else { begins.then_some(short) }
    });
    names.next()
}

/// Everything wrong with a family that is to be called `code` (nothing: a new one), at once. Pointers are those
/// of a proposal. `own` is what the family is now: the titles it has already it may keep.
///
/// # Errors
/// [`Code::UnitDesignation`] when a unit, a place or a weapon is named, else [`Code::Invalid`].
pub fn check(
    input: &FamilyInput,
    code: Option<&str>,
    own: Option<&FamilyContent>,
    dictionary: &Dictionary,
) -> Result<()> {
    let mut found = Found::default();
    found.title("/family/name", &input.name);
    let count = input.titles.len();
    if !(1..=TITLES_MAX).contains(&count) {
        found.add("/family/titles", "count", format!("岗位名称要 1 到 {TITLES_MAX} 个，现在有 {count} 个"));
    }
    for (i, title) in input.titles.iter().take(TITLES_MAX).enumerate() {
        let at = format!("/family/titles/{i}");
        found.title(&at, title);
        if input.titles[..i].iter().any(|other| other.trim() == title.trim()) {
            found.add(at, "repeated", "这个岗位名称写了两次，请删去一个");
        }
    }
    for (pointer, title, family) in taken(input, code, own, dictionary) {
        let detail = format!("“{title}”已在专业“{family}”里，一个岗位名称只能属于一个专业，请先改那个专业");
        found.add(pointer, "title_taken", detail);
    }
    check_skills(&input.skills, dictionary, &mut found);
    check_occupations(&input.occupations, dictionary, &mut found);
    found.result()
}

/// Titles that another family in force has, as (pointer, title, name of that family).
fn taken(
    input: &FamilyInput,
    code: Option<&str>,
    own: Option<&FamilyContent>,
    dictionary: &Dictionary,
) -> Vec<(String, String, String)> {
    let had = |title: &str| own.is_some_and(|own| own.name == title || own.titles.iter().any(|one| one == title));
    let others = || dictionary.specialities().all().iter().filter(|family| Some(family.code.as_str()) != code);
    let titles = input.titles.iter().enumerate().map(|(i, title)| (format!("/family/titles/{i}"), title.trim()));
    let mut all = Vec::new();
    for (pointer, title) in std::iter::once(("/family/name".to_owned(), input.name.trim())).chain(titles) {
        let is_name = pointer == "/family/name";
        // The name of a family may stand among its titles, and among those of a neighbour.
        let is_same = |other: &str| other.to_lowercase() == title.to_lowercase();
        let other = others()
            .find(|family| is_same(&family.name) || (!is_name && family.titles.iter().any(|other| is_same(other))));
        if let Some(other) = other.filter(|_| !had(title)) {
            all.push((pointer, title.to_owned(), other.name.clone()));
        }
    }
    all
}

fn check_skills(skills: &[String], dictionary: &Dictionary, found: &mut Found) {
    if skills.len() > SKILLS_MAX {
        found.add("/family/skills", "count", format!("技能最多 {SKILLS_MAX} 个，现在有 {} 个", skills.len()));
    }
    for (i, skill) in skills.iter().take(SKILLS_MAX).enumerate() {
        let (at, skill) = (format!("/family/skills/{i}"), skill.trim());
        match dictionary.canonical_skill(skill) {
            None => {
                let near = dictionary.skills_like(skill, Some(RequirementKind::Skill), 1).into_iter().next();
                let near = near.map(|near| format!("，是不是“{}”", near.name)).unwrap_or_default();
                found.add(at, "unknown_skill", format!("技能词典里没有“{skill}”{near}？请从提示里选"));
            }
            Some(name) if name != skill => {
                found.add(at, "unknown_skill", format!("“{skill}”在技能词典里叫“{name}”，请换成这个名称"));
            }
            Some(_)
                if !matches!(
                    dictionary.skill_kind(skill),
                    Some(RequirementKind::Skill | RequirementKind::Language)
                ) =>
            {
                let detail = format!("“{skill}”是证书或驾照，当过兵不等于持有，不能由专业推出，请去掉");
                found.add(at, "licence_implied", detail);
            }
            Some(_) if skills[..i].iter().any(|other| other.trim() == skill) => {
                found.add(at, "repeated", "这项技能写了两次，请删去一个");
            }
            Some(_) => {}
        }
    }
}

fn check_occupations(leads: &[LeadInput], dictionary: &Dictionary, found: &mut Found) {
    let count = leads.len();
    if !(1..=OCCUPATIONS_MAX).contains(&count) {
        found.add("/family/occupations", "count", format!("对应职业要 1 到 {OCCUPATIONS_MAX} 个，现在有 {count} 个"));
    }
    for (i, lead) in leads.iter().take(OCCUPATIONS_MAX).enumerate() {
        let (at, code) = (format!("/family/occupations/{i}"), lead.code.trim());
        if !dictionary.is_occupation(code) {
            let near = dictionary.occupation_near(code);
            let near = near.map(|near| format!("，是不是 {} {}", near.code, near.name)).unwrap_or_default();
            let detail = format!("职业分类大典里没有“{code}”{near}？请从提示里选");
            found.add(format!("{at}/code"), "unknown_occupation", detail);
        } else if leads[..i].iter().any(|other| other.code.trim() == code) {
            found.add(format!("{at}/code"), "repeated", "这个职业写了两次，请删去一个");
        }
        if lead.weight.is_some_and(|weight| !(1..=100).contains(&weight)) {
            found.add(format!("{at}/weight"), "wrong_value", "权重是 1 到 100 的整数，不填就按关系取默认值");
        }
    }
}

/// Everything wrong with what a change says it rests on.
pub fn check_source(source: &str) -> Result<()> {
    let mut found = Found::default();
    let count = source.trim().chars().count();
    if !SOURCE_CHARS.contains(&count) {
        found.add("/source", "length", format!("请写明依据（谁核对过、根据什么），4 到 300 个字，现在有 {count} 个"));
    }
    found.screen("/source", source);
    found.result()
}

/// The family as it will stand, from an input that was checked.
pub fn content(input: &FamilyInput, dictionary: &Dictionary) -> FamilyContent {
    let trimmed = |all: &[String]| all.iter().map(|one| one.trim().to_owned()).collect();
    let lead = |lead: &LeadInput| {
        let default = dictionary.lexicon().relation_weight(lead.relation.into());
        let weight = lead.weight.and_then(|weight| u8::try_from(weight).ok()).unwrap_or(default);
        LeadContent { code: lead.code.trim().to_owned(), relation: lead.relation, weight }
    };
    FamilyContent {
        name: input.name.trim().to_owned(),
        branch: input.branch,
        titles: trimmed(&input.titles),
        skills: trimmed(&input.skills),
        occupations: input.occupations.iter().map(lead).collect(),
    }
}

/// A family as an input, to be checked again: the map may have moved since it was written.
pub fn as_input(content: &FamilyContent) -> FamilyInput {
    let lead = |lead: &LeadContent| LeadInput {
        code: lead.code.clone(),
        relation: lead.relation,
        weight: Some(lead.weight.into()),
    };
    FamilyInput {
        name: content.name.clone(),
        branch: content.branch,
        titles: content.titles.clone(),
        skills: content.skills.clone(),
        occupations: content.occupations.iter().map(lead).collect(),
    }
}

/// Decides a change that waits. Who wrote it decides nothing about it, not even its refusal: they can withdraw it.
///
/// # Errors
/// [`Code::WrongState`], [`Code::SelfApproval`], [`Code::Invalid`] for a refusal without its reason.
pub fn decide(change: Change, accept: bool, note: &str, by: AccountId, now: Moment) -> Result<Change> {
    if change.state != ChangeState::Waiting {
        return Err(Code::WrongState.into());
    }
    if change.written_by == by {
        return Err(Code::SelfApproval.into());
    }
    let note = note.trim();
    let mut found = Found::default();
    let is_needed = !accept || !note.is_empty();
    if is_needed && !NOTE_CHARS.contains(&note.chars().count()) {
        found.add("/note", "length", "请写明为什么不通过，2 到 200 个字");
    }
    found.screen("/note", note);
    found.result()?;
    Ok(Change {
        state: if accept { ChangeState::InForce } else { ChangeState::Refused },
        note: (!note.is_empty()).then(|| note.to_owned()),
        decided_by: Some(by),
        decided_at: Some(now),
        ..change
    })
}

/// Takes back a change that waits; only its author does.
///
/// # Errors
/// [`Code::WrongState`].
pub fn withdraw(change: Change, by: AccountId, now: Moment) -> Result<Change> {
    if change.state != ChangeState::Waiting {
        return Err(Code::WrongState.into());
    }
    if change.written_by != by {
        return Err(Error::new(Code::WrongState).detail("只有编写人能撤回；不同意的话请在复核时写明不通过的原因"));
    }
    Ok(end(change, ChangeState::Withdrawn, by, now))
}

/// Ends a version in force because a later one takes its place.
pub fn replace(change: Change, by: AccountId, now: Moment) -> Change {
    end(change, ChangeState::Replaced, by, now)
}

/// Undoes what is in force; what `before` it was in force, and was accepted then, holds again.
///
/// # Errors
/// [`Code::WrongState`].
pub fn undo(change: Change, before: Option<Change>, by: AccountId, now: Moment) -> Result<(Change, Option<Change>)> {
    if change.state != ChangeState::InForce {
        return Err(Error::new(Code::WrongState).detail("只能撤销现在生效的版本"));
    }
    let back = before.map(|before| Change { state: ChangeState::InForce, ended_by: None, ended_at: None, ..before });
    Ok((end(change, ChangeState::Undone, by, now), back))
}

fn end(change: Change, state: ChangeState, by: AccountId, now: Moment) -> Change {
    Change { state, ended_by: Some(by), ended_at: Some(now), ..change }
}

#[cfg(test)]
mod tests;
