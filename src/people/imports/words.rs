//! The words of a people file: what stands in one cell, in the terms of those who keep such files.

use crate::dictionary::Dictionary;
use crate::types::table::cells::{self, CellError};

use super::super::model::{Branch, Category, PersonKind, Profile, Purpose, Rank, Speciality};

pub fn whole_profile(text: &str) -> Result<Profile, CellError> {
    serde_json::from_str(text)
        .map_err(|_| CellError::new("profile", "“完整档案”一列只能是本系统导出的内容，请不要改动，或清空这一格"))
}

pub fn kind(text: &str) -> Result<PersonKind, CellError> {
    let spouse = ["军属", "家属", "配偶", "军嫂", "spouse"].iter().any(|word| text.contains(word));
    let veteran = ["退役", "退伍", "转业", "复员", "军人", "veteran"].iter().any(|word| text.contains(word));
    match (spouse, veteran) {
        (true, _) => Ok(PersonKind::Spouse),
        (false, true) => Ok(PersonKind::Veteran),
        _ => Err(CellError::new("kind", "人员类别请填：退役军人 或 军属")),
    }
}

pub fn kind_text(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Veteran => "退役军人",
        PersonKind::Spouse => "军属",
    }
}

const PURPOSES: &[(&str, Purpose)] = &[
    ("岗位匹配", Purpose::Matching),
    ("向单位展示", Purpose::ShowEmployers),
    ("使用服役经历", Purpose::ServiceRecord),
];

pub fn purpose(text: &str) -> Result<Purpose, CellError> {
    let named = PURPOSES.iter().find(|(word, _)| *word == text).map(|(_, purpose)| *purpose);
    let error = || CellError::new("consent", "同意事项只能填：岗位匹配、向单位展示、使用服役经历；本人签过字的才能填");
    named.or(text.parse().ok()).ok_or_else(error)
}

pub fn purpose_text(purpose: Purpose) -> &'static str {
    PURPOSES.iter().find(|(_, known)| *known == purpose).map_or("", |(word, _)| word)
}

pub fn speciality(title: String, dictionary: &Dictionary) -> Speciality {
    let found = dictionary.specialities_like(&title, 1).into_iter().next();
    // Only a title the dictionary holds letter by letter: the person can choose from what is like it.
    let known = found.filter(|family| family.name == title || family.titles.contains(&title));
    Speciality { code: known.map(|family| family.code), title }
}

pub fn occupation(text: &str, dictionary: &Dictionary) -> Result<String, CellError> {
    if dictionary.is_occupation(text) {
        return Ok(text.to_owned());
    }
    let named = dictionary.occupations_like(text, 3).into_iter().find(|occupation| occupation.name == text);
    let detail = || {
        format!(
            "职业分类大典里没有“{}”，请填代码（如 4-12-01-01）或职业全名，说法随意的请填到求职意向",
            cells::short(text)
        )
    };
    named.map(|occupation| occupation.code).ok_or_else(|| CellError::new("unknown_occupation", detail()))
}

pub fn branch(text: &str) -> Result<Branch, CellError> {
    const WORDS: &[(&str, Branch)] = &[
        ("陆军", Branch::Army),
        ("海军", Branch::Navy),
        ("空军", Branch::Air),
        ("火箭军", Branch::Rocket),
        ("第二炮兵", Branch::Rocket),
        ("战略支援", Branch::StrategicSupport),
        ("联勤保障", Branch::JointLogistics),
        ("军事航天", Branch::Aerospace),
        ("网络空间", Branch::Cyberspace),
        ("信息支援", Branch::InformationSupport),
        ("武警", Branch::Police),
        ("武装警察", Branch::Police),
        ("其他", Branch::Other),
    ];
    let named = WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, branch)| *branch);
    named
        .or(text.parse().ok())
        .ok_or_else(|| CellError::new("branch", "军兵种请填：陆军、海军、空军、火箭军、武警等，不要写部队番号"))
}

/// The words of facts §4.2, those of today and those before 2020.
pub fn category(text: &str) -> Result<Category, CellError> {
    const WORDS: &[(&str, Category)] = &[
        ("转业军官", Category::TransferredOfficer),
        ("计划分配军转干部", Category::TransferredOfficer),
        ("自主择业军转干部", Category::SelfEmployedOfficer),
        ("自主择业", Category::SelfEmployedOfficer),
        ("逐月领取退役金军官", Category::MonthlyPensionOfficer),
        ("复员军官", Category::DemobilisedOfficer),
        ("退休军官", Category::RetiredOfficer),
        ("军休干部", Category::RetiredOfficer),
        ("安排工作军士", Category::AssignedSergeant),
        ("转业士官", Category::AssignedSergeant),
        ("自主就业军士", Category::SelfEmployedSergeant),
        ("自主就业士官", Category::SelfEmployedSergeant),
        ("复员士官", Category::SelfEmployedSergeant),
        ("逐月领取退役金军士", Category::MonthlyPensionSergeant),
        ("退休军士", Category::RetiredSergeant),
        ("供养军士", Category::SupportedSergeant),
        ("自主就业义务兵", Category::SelfEmployedConscript),
        ("安排工作义务兵", Category::AssignedConscript),
        ("供养义务兵", Category::SupportedConscript),
    ];
    let named = WORDS.iter().find(|(word, _)| *word == text).map(|(_, category)| *category);
    let detail =
        || format!("“{}”不是安置类别，请填“自主就业军士”“安排工作义务兵”这样的全称，或留空", cells::short(text));
    named.or(text.to_uppercase().parse().ok()).ok_or_else(|| CellError::new("category", detail()))
}

pub fn rank(text: &str) -> Result<Rank, CellError> {
    const WORDS: &[(&str, Rank)] = &[
        ("上将", Rank::General),
        ("中将", Rank::LieutenantGeneral),
        ("少将", Rank::MajorGeneral),
        ("大校", Rank::SeniorColonel),
        ("上校", Rank::Colonel),
        ("中校", Rank::LieutenantColonel),
        ("少校", Rank::Major),
        ("上尉", Rank::Captain),
        ("中尉", Rank::FirstLieutenant),
        ("少尉", Rank::SecondLieutenant),
        ("一级军士长", Rank::SergeantMajor1),
        ("二级军士长", Rank::SergeantMajor2),
        ("三级军士长", Rank::SergeantMajor3),
        ("四级军士长", Rank::SergeantMajor4),
        ("上士", Rank::StaffSergeant),
        ("一级上士", Rank::StaffSergeant1),
        ("二级上士", Rank::StaffSergeant2),
        ("中士", Rank::Sergeant),
        ("下士", Rank::Corporal),
        ("上等兵", Rank::PrivateFirstClass),
        ("列兵", Rank::Private),
    ];
    let named = WORDS.iter().find(|(word, _)| *word == text).map(|(_, rank)| *rank);
    named.or(text.parse().ok()).ok_or_else(|| {
        CellError::new("rank", format!("“{}”不是军衔，请填“中士”“一级上士”这样的全称", cells::short(text)))
    })
}
