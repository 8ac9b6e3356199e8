//! Positions out of a table (岗位导入): which columns there may be, and what one row says. Pure: which
//! enterprise a name means, and whether it may be written to, is decided where it is written.

pub mod postings;

use chrono::{Duration, NaiveDate};

use crate::dictionary::Dictionary;
use crate::types::identifiers::CreditCode;
use crate::types::money::Pay;
use crate::types::region::Division;
use crate::types::table::cells::{self, CellError};
use crate::types::table::columns::{Field, Mapping};
use crate::types::table::reader::RowReader;
use crate::types::table::report::{Draft, RowNote};
use crate::types::table::{Table, pay};
use crate::types::work::RequirementKind;

use super::model::{PositionInput, Requirement, UnlawfulBody};
use super::rules;

/// How long a position is valid whose row does not say.
const VALID_DAYS: i64 = 90;

const fn field(name: &'static str, headers: &'static [&'static str]) -> Field {
    Field { name, headers, required: false }
}

/// What a positions file may tell.
pub const FIELDS: &[Field] = &[
    field(
        "enterprise",
        &["单位名称", "企业名称", "公司名称", "用人单位", "招聘单位", "单位", "企业", "公司", "enterprise", "company"],
    ),
    field("credit_code", &["统一社会信用代码", "社会信用代码", "信用代码", "credit code"]),
    Field {
        name: "title",
        headers: &["岗位名称", "职位名称", "岗位", "职位", "招聘岗位", "招聘职位", "工种", "title", "position"],
        required: true,
    },
    field("occupation", &["职业代码", "职业分类代码", "职业分类", "occupation"]),
    field("headcount", &["招聘人数", "人数", "需求人数", "招聘数量", "招收人数", "headcount"]),
    field(
        "pay",
        &["薪资待遇", "薪资", "薪酬", "工资", "月薪", "工资待遇", "薪酬待遇", "薪资范围", "待遇", "pay", "salary"],
    ),
    field("pay_min", &["最低薪资", "最低月薪", "最低工资", "薪资下限", "pay from"]),
    field("pay_max", &["最高薪资", "最高月薪", "最高工资", "薪资上限", "pay to"]),
    field(
        "division",
        &["工作地区", "工作地点", "工作区域", "工作城市", "地区", "所在地区", "区域", "division", "region"],
    ),
    field("division_code", &["工作地区代码", "区划代码", "地区代码", "division code"]),
    field("address", &["工作地址", "详细地址", "上班地址", "地址", "address"]),
    field("degree_min", &["学历要求", "学历", "最低学历", "学历层次", "degree"]),
    field(
        "experience_years_min",
        &["工作经验", "经验要求", "经验年限", "工作年限", "工作年限要求", "经验", "experience"],
    ),
    field("shift", &["班制", "工作班制", "班次", "倒班情况", "shift"]),
    field("housing", &["是否提供住宿", "提供住宿", "住宿", "是否包住", "包住", "housing"]),
    field(
        "veteran_preference",
        &["退役军人优先", "是否退役军人优先", "优先退役军人", "军人优先", "veteran preference"],
    ),
    field("must", &["必备要求", "必备技能", "必备条件", "硬性要求", "技能要求", "must"]),
    field("nice", &["加分要求", "加分项", "加分条件", "优先条件", "nice"]),
    field(
        "description",
        &["岗位描述", "做什么", "职位描述", "岗位职责", "工作职责", "工作内容", "职责描述", "岗位说明", "description"],
    ),
    field("contact", &["联系人", "联系方式", "联系人及电话", "联系电话", "contact"]),
    field("valid_until", &["有效期至", "截止日期", "招聘截止日期", "有效日期", "截止时间", "valid until"]),
];

/// What one row says: a position, and whose.
#[derive(Clone, Debug, PartialEq)]
pub struct PositionRow {
    /// As the file names it; absent when it does not.
    pub enterprise: Option<String>,
    pub credit_code: Option<CreditCode>,
    pub input: PositionInput,
}

/// Reads every row.
pub fn read(table: &Table, mapping: &Mapping, dictionary: &Dictionary, today: NaiveDate) -> Vec<Draft<PositionRow>> {
    let rows = table.rows.iter().map(|row| {
        let mut reader = PositionReader(RowReader::new(row, mapping));
        let value = reader.position(dictionary, today);
        let marks = value.as_ref().map(|value| reader.marks(&value.input)).unwrap_or_default();
        Draft { row: row.number, value, problems: reader.0.problems, marks }
    });
    rows.collect()
}

/// One row on its way to a position.
struct PositionReader<'a>(RowReader<'a>);

impl PositionReader<'_> {
    fn position(&mut self, dictionary: &Dictionary, today: NaiveDate) -> Option<PositionRow> {
        let credit_code = self.0.read("credit_code", |text| {
            cells::whole_number(text, "统一社会信用代码")?;
            CreditCode::parse(text).map_err(|error| cells::identifier(error, "统一社会信用代码"))
        });
        let division = self.division();
        // A row without a place has other cells to be read, so it gets one that is never written.
        let stand_in = division.or_else(|| Division::from_code("11").ok())?;
        let input = PositionInput {
            title: self.0.text("title").unwrap_or_default(),
            occupation: self.0.read("occupation", |text| occupation(text, dictionary)),
            headcount: self.0.read("headcount", cells::count).unwrap_or(1),
            pay: self.pay(),
            division: stand_in,
            address: self.0.text("address"),
            degree_min: self.0.read("degree_min", cells::degree_asked),
            experience_years_min: self.0.read("experience_years_min", cells::years),
            shift: self.0.read("shift", cells::shift),
            housing: self.0.read("housing", cells::yes_no),
            veteran_preference: self.0.read("veteran_preference", cells::yes_no).unwrap_or(false),
            requirements: self.requirements(dictionary),
            description: self.0.text("description").unwrap_or_default(),
            contact: self.0.text("contact"),
            valid_until: self.0.read("valid_until", cells::date).unwrap_or(today + Duration::days(VALID_DAYS)),
        };
        self.check(&input, dictionary, today);
        division?;
        Some(PositionRow { enterprise: self.0.text("enterprise"), credit_code, input })
    }

    fn division(&mut self) -> Option<Division> {
        let field = if self.0.cell("division_code").is_some() { "division_code" } else { "division" };
        if self.0.cell(field).is_none() {
            self.0.problem("division", CellError::new("required", "请填写工作地区，例如“平湖市当湖街道”"));
        }
        self.0.read(field, cells::division)
    }

    /// One column, or two with the ends of a range.
    fn pay(&mut self) -> Option<Pay> {
        if self.0.cell("pay").is_some() {
            return self.0.read("pay", pay::read).flatten();
        }
        let high = self.0.text("pay_max");
        self.0.read("pay_min", |low| pay::read(&high.map_or(low.to_owned(), |high| format!("{low}-{high}")))).flatten()
    }

    fn requirements(&self, dictionary: &Dictionary) -> Vec<Requirement> {
        let named = |must: bool| {
            move |text: String| {
                let (kind, name) = cells::kind_and_name(&text);
                let kind = kind.or(dictionary.skill_kind(name)).unwrap_or_else(|| kind_of(name));
                Requirement { kind, name: name.to_owned(), must }
            }
        };
        let must = self.0.list("must").into_iter().map(named(true));
        must.chain(self.0.list("nice").into_iter().map(named(false))).collect()
    }

    /// The rules of every position; what they find is put to the column it came from.
    fn check(&mut self, input: &PositionInput, dictionary: &Dictionary, today: NaiveDate) {
        let Err(error) = rules::check_position(input, dictionary, today) else { return };
        for found in error.field_errors() {
            let field = field_of(&found.pointer, input);
            // A cell that could not be read has been named already, by what is wrong with it.
            let named = self.0.note(field, CellError::new("", ""));
            if !self.0.problems.iter().any(|problem| problem.column == named.column) {
                self.0.problem(field, CellError::new(found.code.clone(), found.detail.clone()));
            }
        }
    }

    /// The unlawful conditions of a row: it may be written, but not published.
    fn marks(&self, input: &PositionInput) -> Vec<RowNote> {
        let found = rules::unlawful(input);
        let notes = found.into_iter().map(|(pointer, finding)| {
            let error = UnlawfulBody::new(pointer, &finding).into_field_error();
            self.0.note(field_of(&error.pointer, input), CellError::new(error.code, error.detail))
        });
        notes.collect()
    }
}

/// The field of a file that a pointer into a position came from.
fn field_of(pointer: &str, input: &PositionInput) -> &'static str {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    if let ["requirements", at, ..] = parts[..] {
        let requirement = at.parse().ok().and_then(|at: usize| input.requirements.get(at));
        return if requirement.is_some_and(|requirement| !requirement.must) { "nice" } else { "must" };
    }
    let name = parts.first().copied().unwrap_or_default();
    FIELDS.iter().find(|field| field.name == name).map_or("must", |field| field.name)
}

fn occupation(text: &str, dictionary: &Dictionary) -> Result<String, CellError> {
    if dictionary.is_occupation(text) {
        return Ok(text.to_owned());
    }
    let named = dictionary.occupations_like(text, 3).into_iter().find(|occupation| occupation.name == text);
    let detail = || format!("职业分类大典里没有“{}”，请填代码（如 4-12-01-01）或职业全名，或留空", cells::short(text));
    named.map(|occupation| occupation.code).ok_or_else(|| CellError::new("unknown_occupation", detail()))
}

/// What a requirement that the dictionary does not know is about, by its last character.
fn kind_of(name: &str) -> RequirementKind {
    if name.contains("驾照") || name.contains("驾驶证") {
        RequirementKind::DrivingLicence
    } else if name.ends_with('证') || name.ends_with("证书") || name.ends_with("资格") {
        RequirementKind::Certificate
    } else if name.ends_with('语') || name.contains("普通话") {
        RequirementKind::Language
    } else {
        RequirementKind::Skill
    }
}

#[cfg(test)]
mod tests;
