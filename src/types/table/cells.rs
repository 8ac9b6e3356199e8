//! What people write into cells: degrees, shifts, yes and no, dates, places, counts, numbers of
//! identity. An empty cell is "not said" and never reaches these functions.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use crate::types::identifiers::{IdentifierError, half_width};
use crate::types::region::Division;
use crate::types::work::{Degree, RequirementKind, Shift};

/// Why a cell cannot be read, and what to write instead, in Chinese. It never repeats what names a
/// person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellError {
    pub code: Cow<'static, str>,
    pub detail: String,
}

impl CellError {
    pub fn new(code: impl Into<Cow<'static, str>>, detail: impl Into<String>) -> CellError {
        CellError { code: code.into(), detail: detail.into() }
    }
}

type Read<T> = Result<T, CellError>;

/// Half-width, lower case, without any blank.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(half_width).filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase()
}

/// At most twenty characters of a cell, to be named in a sentence.
pub fn short(text: &str) -> String {
    let mut short: String = text.chars().take(20).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// The degree somebody has, the lowest named: 大专（本科在读） is 大专.
pub fn degree(text: &str) -> Read<Degree> {
    Degree::held(text).ok_or_else(|| no_degree(text))
}

/// The least degree a position asks: 大专及以上 is 大专, 初中及以下 asks nothing.
pub fn degree_asked(text: &str) -> Read<Degree> {
    Degree::asked(text).ok_or_else(|| no_degree(text))
}

fn no_degree(text: &str) -> CellError {
    let known: Vec<&str> = Degree::ALL.iter().map(|degree| degree.level().name.as_str()).collect();
    CellError::new("degree", format!("“{}”不是学历，请填：{}", short(text), known.join("、")))
}

pub fn shift(text: &str) -> Read<Shift> {
    const WORDS: &[(&str, Shift)] = &[
        ("倒班", Shift::Rotating),
        ("轮班", Shift::Rotating),
        ("两班", Shift::Rotating),
        ("三班", Shift::Rotating),
        ("弹性", Shift::Flexible),
        ("白班", Shift::Day),
        ("日班", Shift::Day),
        ("早班", Shift::Day),
        ("正常班", Shift::Day),
        ("夜班", Shift::Night),
        ("晚班", Shift::Night),
    ];
    let folded = fold(text);
    let named = WORDS.iter().find(|(word, _)| folded.contains(word)).map(|(_, shift)| *shift);
    named.or(folded.parse().ok()).ok_or_else(|| {
        CellError::new("shift", format!("“{}”不是班制，请填：长白班、夜班、倒班或弹性工作", short(text)))
    })
}

pub fn shift_text(shift: Shift) -> &'static str {
    match shift {
        Shift::Day => "长白班",
        Shift::Night => "夜班",
        Shift::Rotating => "倒班",
        Shift::Flexible => "弹性工作",
    }
}

pub fn yes_no(text: &str) -> Read<bool> {
    match fold(text).as_str() {
        "是" | "有" | "可" | "可以" | "提供" | "包" | "包住" | "包吃住" | "需要" | "要" | "优先" | "√" | "✓" | "y"
        | "yes" | "true" | "1" => Ok(true),
        "否" | "无" | "没有" | "不" | "不可" | "不提供" | "不包" | "不包住" | "不需要" | "不要" | "×" | "✗" | "n"
        | "no" | "false" | "0" => Ok(false),
        _ => Err(CellError::new("yes_no", format!("“{}”看不出是或否，请填“是”或“否”", short(text)))),
    }
}

pub fn yes_no_text(yes: bool) -> &'static str {
    if yes { "是" } else { "否" }
}

/// 2026-12-31, 2026/12/31, 2026.12.31, 2026年12月31日, 20261231, each with or without a time behind it.
pub fn date(text: &str) -> Read<NaiveDate> {
    let halved: String = text.trim().chars().map(half_width).collect();
    // A time begins after a blank or a T; 2026 年 12 月 has blanks of its own.
    let day =
        if halved.contains('年') { halved.as_str() } else { halved.split([' ', 'T']).next().unwrap_or_default() };
    let parts: Vec<&str> = day.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let found = match parts[..] {
        [year, month, day] if year.len() == 4 && month.len() <= 2 && day.len() <= 2 => from_parts(year, month, day),
        [all] if all.len() == 8 && all.len() == day.len() => from_parts(&all[..4], &all[4..6], &all[6..]),
        _ => None,
    };
    let detail = || format!("“{}”不是日期，请写成 2026-12-31 这样", short(text));
    found.filter(|day| (1900..=2200).contains(&day.year())).ok_or_else(|| CellError::new("date", detail()))
}

fn from_parts(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A year, alone or at the beginning of a date.
pub fn year(text: &str) -> Read<i32> {
    let digits: String = text.trim().chars().map(half_width).take_while(char::is_ascii_digit).collect();
    let digits = if digits.len() == 6 || digits.len() == 8 { &digits[..4] } else { digits.as_str() };
    let year = digits.parse().ok().filter(|year| (1940..=2100).contains(year));
    year.ok_or_else(|| CellError::new("year", format!("“{}”不是年份，请写成 2016 这样", short(text))))
}

/// A division by code or by name.
pub fn division(text: &str) -> Read<Division> {
    let text = text.trim();
    let digits: String = text.chars().map(half_width).take_while(char::is_ascii_digit).collect();
    if digits.len() >= 2 {
        return Division::from_code(&digits).map_err(|_| {
            CellError::new("unknown_division", format!("没有区划代码“{digits}”，请填代码或地名，例如“平湖市当湖街道”"))
        });
    }
    if let Some(division) = Division::find_one(text) {
        return Ok(division);
    }
    let several: Vec<String> = Division::find(text).into_iter().take(3).map(Division::full_name).collect();
    Err(if several.is_empty() {
        CellError::new("unknown_division", format!("认不出地名“{}”，请写全，例如“嘉兴市平湖市当湖街道”", short(text)))
    } else {
        CellError::new(
            "ambiguous_division",
            format!("“{}”可能是 {}，请写全上级地名或填区划代码", short(text), several.join("、")),
        )
    })
}

/// A whole number; a unit behind it (人, 名, 个, 年) is passed over.
pub fn count(text: &str) -> Read<i32> {
    let folded = fold(text);
    let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
    let unit = &folded[digits.len()..];
    let number = digits.parse().ok().filter(|_| matches!(unit, "" | "人" | "名" | "个" | "年" | "位" | ".0"));
    number.ok_or_else(|| CellError::new("number", format!("“{}”不是整数，请只填数字", short(text))))
}

/// The lowest number of years named: 3-5年 is 3, 不限 and 应届 are 0.
pub fn years(text: &str) -> Read<i32> {
    let folded = fold(text);
    if ["不限", "无经验", "无需经验", "不要求", "无要求", "应届", "在校"].iter().any(|word| folded.contains(word))
    {
        return Ok(0);
    }
    let from: String = folded.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let number = if folded.contains("以下") { Ok(0) } else { from.parse() };
    number.map_err(|_| CellError::new("number", format!("“{}”看不出年数，请填数字，例如 3", short(text))))
}

/// The parts of a list: 、；，and their kin stand between them; when there is a line break, only that
/// does, so that a part may have any of the others inside.
pub fn list(text: &str) -> Vec<String> {
    let lines = text.contains('\n');
    let separates = |c: char| if lines { c == '\n' } else { "、；，;,|\t".contains(c) };
    text.split(separates).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A list that [`list`] reads back.
pub fn list_text(parts: &[String]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    if parts.iter().any(|part| part.contains(['、', '；', '，', ';', ',', '|'])) {
        parts.join("\n") + "\n"
    } else {
        parts.join("；")
    }
}

const KINDS: &[(&str, RequirementKind)] = &[
    ("技能", RequirementKind::Skill),
    ("证书", RequirementKind::Certificate),
    ("驾照", RequirementKind::DrivingLicence),
    ("语言", RequirementKind::Language),
];

/// The kind that stands before a colon (证书：电工证), and the name behind it.
pub fn kind_and_name(text: &str) -> (Option<RequirementKind>, &str) {
    let named = text.split_once(['：', ':']).and_then(|(word, name)| {
        let kind = KINDS.iter().find(|(known, _)| *known == word.trim()).map(|(_, kind)| *kind)?;
        Some((Some(kind), name.trim()))
    });
    named.unwrap_or((None, text.trim()))
}

pub fn kind_text(kind: RequirementKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("技能", |(word, _)| word)
}

/// Refuses a number whose digits a program has dropped (3.30482E+17) or somebody has masked.
pub fn whole_number(text: &str, name: &str) -> Read<()> {
    let folded = fold(text);
    let scientific = folded.split_once("e+").is_some_and(|(digits, power)| {
        digits.chars().all(|c| c.is_ascii_digit() || c == '.') && power.chars().all(|c| c.is_ascii_digit())
    });
    if scientific {
        let detail = format!("{name}被表格软件写成了科学计数，后几位已经丢失；请把这一列设为“文本”格式，再重新填写");
        return Err(CellError::new("digits_lost", detail));
    }
    if folded.contains('*') {
        return Err(CellError::new("masked", format!("{name}是打过星号的，不能导入；请填写完整号码")));
    }
    Ok(())
}

/// What is wrong with an identifier called `name`, in Chinese.
pub fn identifier(error: IdentifierError, name: &str) -> CellError {
    let detail = match error {
        IdentifierError::Empty => format!("请填写{name}"),
        IdentifierError::TooShort { missing } => format!("{name}少 {missing} 位"),
        IdentifierError::TooLong { extra } => format!("{name}多 {extra} 位"),
        IdentifierError::Character { place } => format!("{name}第 {place} 位不是允许的字符"),
        IdentifierError::Area => format!("{name}的地区码不对，请对照原件"),
        IdentifierError::Date => format!("{name}里的出生日期不存在，请对照原件"),
        IdentifierError::FutureDate => format!("{name}里的出生日期晚于今天，请对照原件"),
        IdentifierError::Check | IdentifierError::OrganisationCheck => {
            format!("{name}校验不通过，有一位填错了，请对照原件")
        }
        IdentifierError::NotMobile => format!("{name}不是手机号，请填 11 位手机号码"),
        IdentifierError::MachineNumber => format!("{name}是物联网卡号，请填本人的手机号码"),
        IdentifierError::NotEmail => format!("{name}不是邮箱地址"),
    };
    CellError::new(error.code(), detail)
}
