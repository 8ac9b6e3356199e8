//! One period of service (服役经历): years, rank, category and speciality that agree with each other.

use chrono::Datelike;
use search_index::Lexicon;

use crate::people::model::{Branch, Category, Rank, ServicePeriod, Speciality};

use super::dice::Dice;
use super::ingredients::PersonTemplate;
use super::profiles::Subject;

pub fn period(dice: &mut Dice, template: &PersonTemplate, subject: Subject) -> ServicePeriod {
    let this_year = subject.today.year();
    let officer = is_officers(template);
    let joined = (subject.birth.year() + dice.between(18, 21)).min(this_year - 2);
    let wanted = match (officer, needs_years(template)) {
        (true, _) => dice.between(8, 19),
        (false, true) => dice.weighted(&[(5, 40), (8, 26), (12, 22), (16, 12)]),
        (false, false) => dice.weighted(&[(2, 52), (3, 5), (5, 18), (8, 11), (12, 9), (16, 5)]),
    };
    let left = (joined + wanted).min(this_year);
    let years = left - joined;
    // Nobody is an officer after two years.
    let officer = officer && years >= 5;
    ServicePeriod {
        id: "service-1".to_owned(),
        branch: branch(dice, template, joined, left),
        from_year: joined,
        to_year: Some(left),
        category: Some(category(dice, officer, years, left)),
        rank: (!dice.chance(6)).then(|| rank(officer, years, left)),
        post_group: Some(post_group(dice, officer, years).to_owned()),
        specialities: specialities(dice, template, officer, years),
        text: String::new(),
    }
}

fn is_officers(template: &PersonTemplate) -> bool {
    matches!(template.speciality, Some("command_staff" | "political_work"))
}

/// Whether what the template tells takes more than the two years of a conscript.
pub fn needs_years(template: &PersonTemplate) -> bool {
    const WORDS: [&str; 11] =
        ["班长", "多年", "长期", "长年", "长时间", "连队", "骨干", "司务长", "带过", "带兵", "负责人"];
    let told = |text: &&str| !is_of_later(text) && WORDS.iter().any(|word| text.contains(word));
    is_officers(template) || template.texts.iter().any(told)
}

/// Whether a sentence tells of what came after the service.
pub fn is_of_later(text: &str) -> bool {
    const WORDS: [&str; 13] = [
        "退役后",
        "到工厂后",
        "上岸后",
        "到企业后",
        "到制造企业后",
        "用户评价",
        "上门服务",
        "化工园区",
        "几年销售",
        "小区监控",
        "厂房",
        "减脂",
        "产线",
    ];
    WORDS.iter().any(|word| text.contains(word))
}

/// The speciality's own branch; where it has none, the large ones more often. A branch that did not
/// exist in those years is not named.
fn branch(dice: &mut Dice, template: &PersonTemplate, joined: i32, left: i32) -> Branch {
    let speciality = template.speciality.and_then(|code| Lexicon::get().speciality(code));
    let drawn = match speciality.map(|speciality| speciality.branch.as_str()) {
        Some("army") => Branch::Army,
        Some("navy") => Branch::Navy,
        Some("air") => Branch::Air,
        Some("rocket") => Branch::Rocket,
        Some("police") => Branch::Police,
        _ => dice.weighted(&[
            (Branch::Army, 52),
            (Branch::Navy, 12),
            (Branch::Air, 11),
            (Branch::Rocket, 6),
            (Branch::Police, 13),
            (Branch::StrategicSupport, 3),
            (Branch::JointLogistics, 3),
        ]),
    };
    match drawn {
        Branch::Rocket if left < 2016 => Branch::Other,
        Branch::JointLogistics if left < 2017 => Branch::Army,
        Branch::StrategicSupport if left < 2016 || joined > 2023 => Branch::Army,
        drawn => drawn,
    }
}

/// 退役军人保障法 took effect in 2021; 逐月领取退役金 took the place of 自主择业.
fn category(dice: &mut Dice, officer: bool, years: i32, left: i32) -> Category {
    let since_2021 = left >= 2021;
    match (officer, years) {
        (true, _) if dice.chance(55) => Category::TransferredOfficer,
        (true, _) if since_2021 => Category::MonthlyPensionOfficer,
        (true, _) => Category::SelfEmployedOfficer,
        (false, 16..) if since_2021 && dice.chance(50) => Category::MonthlyPensionSergeant,
        (false, 12..) => Category::AssignedSergeant,
        (false, 3..) => Category::SelfEmployedSergeant,
        (false, _) => Category::SelfEmployedConscript,
    }
}

fn rank(officer: bool, years: i32, left: i32) -> Rank {
    let rank = match (officer, years) {
        (true, ..=8) => Rank::Captain,
        (true, 9..=14) => Rank::Major,
        (true, _) => Rank::LieutenantColonel,
        (false, ..=2) => Rank::PrivateFirstClass,
        (false, 3..=5) => Rank::Corporal,
        (false, 6..=8) => Rank::Sergeant,
        (false, 9..=12) => Rank::StaffSergeant,
        (false, _) => Rank::SergeantMajor4,
    };
    if left > 2022 { rank.since_2022() } else { rank }
}

fn post_group(dice: &mut Dice, officer: bool, years: i32) -> &'static str {
    match (officer, years) {
        (true, _) => dice.pick(&["参谋", "连主官", "机关干部"]),
        (false, ..=2) => dice.pick(&["战士", "战士", "副班长"]),
        (false, 3..=8) => dice.pick(&["班长", "副班长", "专业骨干"]),
        (false, _) => dice.pick(&["班长", "技师", "代理排长"]),
    }
}

/// The template's speciality in words a soldier uses; long service adds the leading of a squad.
fn specialities(dice: &mut Dice, template: &PersonTemplate, officer: bool, years: i32) -> Vec<Speciality> {
    let speciality = template.speciality.and_then(|code| Lexicon::get().speciality(code));
    let titles: Vec<&str> = speciality.map(|one| one.titles.iter().map(String::as_str).collect()).unwrap_or_default();
    // Somebody of two years' service led nothing and was no technician.
    const LATER: [&str; 13] =
        ["长", "技师", "助理", "参谋", "干事", "教导", "指导", "主任", "主官", "指挥员", "教练", "教员", "干部"];
    let early: Vec<&str> =
        titles.iter().copied().filter(|title| !LATER.iter().any(|word| title.contains(word))).collect();
    let fitting = if years < 5 && !early.is_empty() { early } else { titles };
    let mut all = Vec::new();
    if let Some(code) = template.speciality {
        // One in twelve did not find a family in the list and wrote only a title.
        let code = (!dice.chance(8)).then(|| code.to_owned());
        all.push(Speciality { code, title: dice.pick(&fitting).to_owned() });
    }
    if !officer && years >= 8 && template.speciality != Some("nco_administration") && dice.chance(30) {
        all.push(Speciality { code: Some("nco_administration".to_owned()), title: "班长".to_owned() });
    }
    all
}
