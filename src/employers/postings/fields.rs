//! The short fields of a posting: id, place, degree, years, lists, day.

use chrono::NaiveDate;
use serde_json::Value;

use super::{Reason, words};
use crate::types::region::{Division, Level, Point};
use crate::types::work::Degree;

/// As many entries as a position may have.
const LIST_MAX: usize = 30;
const ENTRY_MAX: usize = 60;

pub(super) fn id(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A number, or a text of one: 8000, "8,000", "8k", "1.2万".
pub(super) fn number(value: &Value) -> Option<f64> {
    let text = match value {
        Value::Number(number) => return number.as_f64(),
        Value::String(text) => text.trim().to_lowercase().replace(',', ""),
        _ => return None,
    };
    let text = text.trim_end_matches('元');
    let (digits, factor) = match text.chars().last()? {
        'k' | '千' => (text.trim_end_matches(['k', '千']), 1_000.0),
        'w' | '万' => (text.trim_end_matches(['w', '万']), 10_000.0),
        _ => (text, 1.0),
    };
    digits.trim().parse::<f64>().ok().map(|number| number * factor)
}

/// 12–24 months of pay a year; what lies outside was a slip and is as if not said.
pub(super) fn months(value: &Value) -> Option<u8> {
    let months = number(value)?;
    (12.0..=24.0).contains(&months).then_some(months as u8)
}

/// A point in China; the source fills in 0 where it knows none.
pub(super) fn point(longitude: Option<f64>, latitude: Option<f64>) -> Option<Point> {
    let point = Point { longitude: longitude?, latitude: latitude? };
    let inside = (73.0..136.0).contains(&point.longitude) && (3.0..54.0).contains(&point.latitude);
    inside.then_some(point)
}

/// The division that the region names, narrowed by the address where that names a county in full. Of
/// several divisions of one name the one whose centre is within 60 km of the coordinates is meant.
pub(super) fn division(region: &str, address: &str, point: Option<Point>) -> Result<Division, Reason> {
    let base = one_division(region, point).or_else(|reason| match reason {
        Reason::RegionUnknown => one_division(address, point),
        other => Err(other),
    })?;
    // 历下 may be a street of any district; 历下区 is the district.
    let narrower = Division::find_one(&format!("{}·{address}", base.full_name()))
        .filter(|found| found.level() <= Level::County && base.contains(*found) && address.contains(found.name()));
    Ok(narrower.unwrap_or(base))
}

fn one_division(text: &str, point: Option<Point>) -> Result<Division, Reason> {
    const NEAR_KM: f64 = 60.0;
    if let Some(division) = Division::find_one(text) {
        return Ok(division);
    }
    let candidates = Division::find(text);
    let near = |division: &&Division| {
        let distance = division.centre().zip(point).map(|(centre, point)| centre.distance_km(point));
        distance.is_some_and(|km| km < NEAR_KM)
    };
    let close: Vec<&Division> = candidates.iter().filter(near).collect();
    match close[..] {
        [one] => Ok(*one),
        _ if candidates.is_empty() => Err(Reason::RegionUnknown),
        _ => Err(Reason::RegionAmbiguous),
    }
}

/// 3-5年 → 3, 经验不限 and 在校生 → 0, 1年以下 → 0, a number → itself, empty → unknown.
pub(super) fn experience_years_min(value: &Value) -> Option<u8> {
    const YEARS_MAX: f64 = 40.0;
    if let Some(years) = number(value) {
        return (0.0..=YEARS_MAX).contains(&years).then_some(years as u8);
    }
    let text = value.as_str()?.trim();
    const NOTHING_ASKED: [&str; 8] = ["不限", "应届", "在校", "无经验", "无需经验", "实习", "以下", "以内"];
    if NOTHING_ASKED.iter().any(|word| text.contains(word)) {
        return Some(0);
    }
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(|c| c.is_ascii_digit()).collect();
    let years: f64 = digits.parse().ok()?;
    (years <= YEARS_MAX).then_some(years as u8)
}

/// Entries without repeats, at most 30.
pub(super) fn list(text: &str) -> Vec<String> {
    let mut entries: Vec<String> = vec![];
    for entry in text.split([',', '，', '、', ';', '；', '\n']) {
        let entry = words::one_line(entry, ENTRY_MAX);
        if !entry.is_empty() && entries.len() < LIST_MAX && !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

/// The list of skills also holds years, degrees and what the job offers; those have their own fields.
pub(super) fn skills(text: &str) -> Vec<String> {
    const OFFERED: [&str; 18] = [
        "五险",
        "一金",
        "包吃",
        "包住",
        "补贴",
        "奖金",
        "年假",
        "体检",
        "结工资",
        "月结",
        "日结",
        "周结",
        "双休",
        "全职",
        "提成",
        "无需经验",
        "经验不限",
        "居家办公",
    ];
    let is_skill = |entry: &String| {
        let years = entry.starts_with(|c: char| c.is_ascii_digit()) && entry.contains('年') && !entry.contains("经验");
        let is_degree = entry.chars().count() <= 6 && Degree::asked(entry).is_some();
        !years && !is_degree && !OFFERED.iter().any(|word| entry.contains(word))
    };
    list(text).into_iter().filter(is_skill).collect()
}

/// The day of `2025-05-22 14:53:04`.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.get(..10)?, "%Y-%m-%d").ok()
}
