//! People out of a table (人员导入): which columns there may be, and what one row says. Pure: who may
//! import, and who is known already, is decided where it is written.
//!
//! No sentence made here repeats a name or a number of somebody: a report is kept and passed around.

mod words;

pub use words::{kind_text, purpose_text};

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::dictionary::Dictionary;
use crate::types::identifiers::{IdNumber, Mobile};
use crate::types::money::PayUnit;
use crate::types::region::Division;
use crate::types::table::cells::{self, CellError};
use crate::types::table::columns::{Field, Mapping};
use crate::types::table::reader::RowReader;
use crate::types::table::report::Draft;
use crate::types::table::{Table, pay};
use crate::types::text::is_person_name;
use crate::types::work::RequirementKind;

use super::actions::NewPerson;
use super::model::{
    Branch, Certificate, Education, Intentions, PersonKind, Profile, ServicePeriod, ShiftAnswer, Skill,
};
use super::rules;
use super::store::Identity;
use words::{branch, category, kind, occupation, purpose, rank, speciality, whole_profile};

const fn field(name: &'static str, headers: &'static [&'static str]) -> Field {
    Field { name, headers, required: false }
}

/// What a people file may tell.
pub const FIELDS: &[Field] = &[
    Field { name: "name", headers: &["姓名", "名字", "人员姓名", "name"], required: true },
    field("id_number", &["身份证号", "身份证号码", "公民身份号码", "身份证", "证件号码", "id number"]),
    field("mobile", &["手机号", "手机号码", "手机", "联系电话", "电话", "联系方式", "mobile", "phone"]),
    field("kind", &["人员类别", "人员类型", "身份类别", "类别", "kind"]),
    Field {
        name: "division",
        headers: &[
            "居住地",
            "现居住地",
            "居住地址",
            "住址",
            "家庭住址",
            "家庭地址",
            "所在街道",
            "所属街道",
            "乡镇街道",
            "街道",
            "所在地",
            "户籍地",
            "户籍所在地",
            "行政区划",
            "division",
        ],
        required: false,
    },
    field("division_code", &["居住地代码", "区划代码", "行政区划代码", "division code"]),
    field("degree", &["学历", "文化程度", "最高学历", "学历层次", "教育程度", "degree", "education"]),
    field("school", &["毕业院校", "毕业学校", "学校", "school"]),
    field("major", &["所学专业", "专业", "major"]),
    field("branch", &["军兵种", "军种", "服役军种", "branch"]),
    field("from_year", &["入伍年份", "入伍时间", "入伍日期", "入伍年月", "参军时间", "from year"]),
    field("to_year", &["退役年份", "退役时间", "退役日期", "退役年月", "退伍时间", "转业时间", "to year"]),
    field("category", &["安置类别", "退役类别", "安置方式", "安置类型", "退役方式", "category"]),
    field("rank", &["军衔", "退役军衔", "退役时军衔", "rank"]),
    field("post_group", &["部队岗位", "服役岗位", "岗位类别", "部队职务", "职务", "post"]),
    field("specialities", &["军事专业", "部队专业", "军事职业", "服役专业", "从事专业", "military speciality"]),
    field("service_text", &["服役情况", "服役经历", "服役说明", "主要经历"]),
    field("skills", &["技能", "专业技能", "技能特长", "职业技能", "特长", "skills"]),
    field("certificates", &["证书", "资格证书", "职业资格", "职业资格证书", "持有证书", "技能证书", "certificates"]),
    field("licences", &["驾照", "准驾车型", "驾驶证", "驾照类型", "driving licence"]),
    field("titles", &["求职意向", "意向岗位", "期望岗位", "意向职位", "就业意向", "求职岗位", "wanted titles"]),
    field("occupations", &["意向职业代码", "意向职业", "期望职业", "wanted occupations"]),
    field("places", &["意向地区", "期望工作地", "期望工作地点", "期望地区", "求职地区", "就业地区", "wanted places"]),
    field("pay_min", &["期望月薪", "期望薪资", "期望薪酬", "薪资要求", "期望工资", "最低薪资", "wanted pay"]),
    field("shifts", &["可接受班制", "接受班制", "班制要求", "shifts"]),
    field("housing_needed", &["需要住宿", "是否需要住宿", "住宿需求", "housing needed"]),
    field("available_from", &["到岗时间", "可到岗时间", "可到岗日期", "最快到岗时间", "available from"]),
    field("consents", &["同意事项", "授权事项", "个人同意", "consents"]),
    field("profile", &[PROFILE_HEADER]),
];

/// A whole profile as our own export writes it; it goes before the columns that tell parts of one.
pub const PROFILE_HEADER: &str = "完整档案";

/// Reads every row; rows are independent of each other but for a number that stands twice.
pub fn read(table: &Table, mapping: &Mapping, dictionary: &Dictionary, today: NaiveDate) -> Vec<Draft<NewPerson>> {
    let mut drafts: Vec<Draft<NewPerson>> = Vec::with_capacity(table.rows.len());
    let mut seen: HashMap<String, u32> = HashMap::new();
    for row in &table.rows {
        let mut reader = PersonReader(RowReader::new(row, mapping));
        let value = reader.person(dictionary, today);
        let number = value.as_ref().and_then(|person| person.identity.id_number.as_ref());
        if let Some(number) = number.map(|number| number.expose().to_owned()) {
            let first = *seen.entry(number).or_insert(row.number);
            if first != row.number {
                let detail = format!("与第 {first} 行的身份证号相同，请删去一行");
                reader.0.problem("id_number", CellError::new("repeated", detail));
            }
        }
        drafts.push(Draft { row: row.number, value, problems: reader.0.problems, marks: Vec::new() });
    }
    drafts
}

/// One row on its way to a person.
struct PersonReader<'a>(RowReader<'a>);

impl PersonReader<'_> {
    fn person(&mut self, dictionary: &Dictionary, today: NaiveDate) -> Option<NewPerson> {
        let identity = self.identity(today);
        let division = self.division();
        let kind = self.0.read("kind", kind).unwrap_or(PersonKind::Veteran);
        let consents = self.0.each("consents", purpose);
        let profile = match self.0.read("profile", whole_profile) {
            Some(profile) => profile,
            None => self.profile(dictionary),
        };
        self.check(&profile, dictionary, today);
        Some(NewPerson { kind, identity: identity?, division: division?, profile, consents, import_id: None })
    }

    fn identity(&mut self, today: NaiveDate) -> Option<Identity> {
        let name = self.0.cell("name").unwrap_or_default().to_owned();
        let name_ok = is_person_name(&name);
        if name.contains('*') {
            self.0.problem("name", CellError::new("masked", "姓名是打过星号的，不能导入；请填写完整姓名"));
        } else if !name_ok {
            self.0.problem("name", CellError::new("name", "请填写姓名，只用文字，最多 40 个字"));
        }
        let id_number = self.0.read("id_number", |text| {
            cells::whole_number(text, "身份证号")?;
            IdNumber::parse(text, today).map_err(|error| cells::identifier(error, "身份证号"))
        });
        let mobile = self.0.read("mobile", |text| {
            cells::whole_number(text, "手机号")?;
            Mobile::parse(text).map_err(|error| cells::identifier(error, "手机号"))
        });
        if self.0.cell("id_number").is_none() && self.0.cell("mobile").is_none() {
            self.0.problem("id_number", CellError::new("required", "身份证号和手机号至少填一项，否则以后找不到这个人"));
        }
        name_ok.then_some(Identity { name, id_number, mobile })
    }

    fn division(&mut self) -> Option<Division> {
        let field = if self.0.cell("division_code").is_some() { "division_code" } else { "division" };
        if self.0.cell(field).is_none() {
            self.0
                .problem("division", CellError::new("required", "请填写居住地，写到街道或乡镇，例如“平湖市当湖街道”"));
        }
        self.0.read(field, |text| match cells::division(text)? {
            division if !rules::is_home(division) => {
                Err(CellError::new("too_wide", "居住地请写到街道或乡镇，例如“平湖市当湖街道”；外地的写到县（市、区）"))
            }
            division => Ok(division),
        })
    }

    fn profile(&mut self, dictionary: &Dictionary) -> Profile {
        let degree = self.0.read("degree", cells::degree);
        let (school, major) = (self.0.text("school"), self.0.text("major"));
        let educations = match degree {
            Some(degree) if school.is_some() || major.is_some() => {
                vec![Education { degree, school, major, year: None }]
            }
            _ => Vec::new(),
        };
        let skills = self.0.list("skills").into_iter().map(|name| Skill { name, experience_id: None }).collect();
        Profile {
            degree,
            service: self.service(dictionary).into_iter().collect(),
            educations,
            certificates: self.certificates(dictionary),
            experiences: Vec::new(),
            skills,
            intentions: self.intentions(dictionary),
        }
    }

    fn service(&mut self, dictionary: &Dictionary) -> Option<ServicePeriod> {
        const OWN: [&str; 8] =
            ["branch", "from_year", "to_year", "category", "rank", "post_group", "specialities", "service_text"];
        if OWN.iter().all(|field| self.0.cell(field).is_none()) {
            return None;
        }
        if self.0.cell("from_year").is_none() {
            self.0.problem("from_year", CellError::new("required", "填了服役信息，就要填入伍年份"));
        }
        let from_year = self.0.read("from_year", cells::year);
        let period = ServicePeriod {
            id: "s1".to_owned(),
            branch: self.0.read("branch", branch).unwrap_or(Branch::Other),
            from_year: from_year.unwrap_or_default(),
            to_year: self.0.read("to_year", cells::year),
            category: self.0.read("category", category),
            rank: self.0.read("rank", rank),
            post_group: self.0.text("post_group"),
            specialities: self.0.list("specialities").into_iter().map(|title| speciality(title, dictionary)).collect(),
            text: self.0.cell("service_text").unwrap_or_default().to_owned(),
        };
        from_year.map(|_| period)
    }

    fn certificates(&self, dictionary: &Dictionary) -> Vec<Certificate> {
        let named =
            |(kind, name): (RequirementKind, String)| Certificate { kind, name, issued_on: None, expires_on: None };
        let certificates = self.0.list("certificates").into_iter().map(|text| {
            let (kind, name) = cells::kind_and_name(&text);
            let known = dictionary.skill_kind(name).filter(|kind| *kind != RequirementKind::Skill);
            (kind.or(known).unwrap_or(RequirementKind::Certificate), name.to_owned())
        });
        let licences = self.0.list("licences").into_iter().map(|text| {
            let class = text.trim_end_matches("驾驶证").trim_end_matches("驾照").trim_end_matches('照').trim();
            (RequirementKind::DrivingLicence, if class.is_empty() { text.clone() } else { class.to_uppercase() })
        });
        certificates.chain(licences).map(named).collect()
    }

    fn intentions(&mut self, dictionary: &Dictionary) -> Intentions {
        let pay_min_fen_month = self.0.read("pay_min", |text| match pay::read(text)? {
            Some(pay) if pay.unit() == PayUnit::Piece => Err(CellError::new("pay", "期望薪资要按月、天或小时填写")),
            pay => Ok(pay.and_then(|pay| pay.per_month()).map(|(low, _)| low)),
        });
        Intentions {
            occupations: self.0.each("occupations", |text| occupation(text, dictionary)),
            titles: self.0.list("titles"),
            places: self.0.each("places", cells::division),
            places_refused: Vec::new(),
            distance_km_max: None,
            pay_min_fen_month: pay_min_fen_month.flatten(),
            shifts: self
                .0
                .each("shifts", cells::shift)
                .into_iter()
                .map(|shift| ShiftAnswer { shift, accepted: true })
                .collect(),
            housing_needed: self.0.read("housing_needed", cells::yes_no),
            available_from: self.0.read("available_from", cells::date),
        }
    }

    /// The rules of every profile; what they find is put to the column it came from.
    fn check(&mut self, profile: &Profile, dictionary: &Dictionary, today: NaiveDate) {
        let Err(error) = rules::check_profile(profile, dictionary, today) else { return };
        let whole = self.0.cell("profile").is_some();
        for found in error.field_errors() {
            let field = if whole { "profile" } else { field_of(&found.pointer, profile) };
            self.0.problem(field, CellError::new(found.code.clone(), found.detail.clone()));
        }
    }
}

/// The field of a file that a pointer into a profile came from.
fn field_of(pointer: &str, profile: &Profile) -> &'static str {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    match parts[..] {
        ["service", _, "from_year"] => "from_year",
        ["service", _, "to_year"] => "to_year",
        ["service", _, "rank"] => "rank",
        ["service", _, "post_group"] => "post_group",
        ["service", _, "specialities", ..] => "specialities",
        ["service", ..] => "service_text",
        ["educations", _, "major"] => "major",
        ["educations", ..] => "school",
        ["certificates", at, ..] => {
            let certificate = at.parse().ok().and_then(|at: usize| profile.certificates.get(at));
            if certificate.is_some_and(|one| one.kind == RequirementKind::DrivingLicence) {
                "licences"
            } else {
                "certificates"
            }
        }
        ["skills", ..] => "skills",
        ["intentions", "titles", ..] => "titles",
        ["intentions", "occupations", ..] => "occupations",
        ["intentions", "places", ..] => "places",
        ["intentions", "shifts", ..] => "shifts",
        ["intentions", "pay_min_fen_month"] => "pay_min",
        _ => "degree",
    }
}

#[cfg(test)]
mod tests;
