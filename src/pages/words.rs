//! The words and numbers of the first page, as the browser's own code says them (its `messages.zh.ts`).

use chrono::{Datelike, NaiveDate};

use crate::employers::routes::positions::PayBody;
use crate::matching::routes::SortBy;
use crate::types::money::{Fen, PayUnit};
use crate::types::work::{Degree, RequirementKind, Shift};

/// Fen as yuan: 550000 → 5,500; 1250 → 12.50.
pub fn yuan(fen: Fen) -> String {
    let (whole, rest) = (fen.fen() / 100, fen.fen() % 100);
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if rest == 0 { grouped } else { format!("{grouped}.{rest:02}") }
}

pub fn pay(pay: Option<&PayBody>) -> String {
    let Some(pay) = pay else { return "待遇面议".to_owned() };
    let (low, high) = (yuan(pay.min_fen), yuan(pay.max_fen));
    let range = if low == high { low } else { format!("{low}–{high}") };
    let unit = match pay.unit {
        PayUnit::Hour => "时",
        PayUnit::Day => "天",
        PayUnit::Week => "周",
        PayUnit::Month => "月",
        PayUnit::Year => "年",
        PayUnit::Piece => "件",
    };
    format!("{range} 元/{unit}")
}

/// What a pay is in a month that was not stated by the month, and by which rule.
pub fn assumed_month(pay: &PayBody) -> Option<String> {
    let assumed = pay.assumed_month.as_ref()?;
    let (low, high) = (yuan(assumed.min_fen), yuan(assumed.max_fen));
    let range = if low == high { low } else { format!("{low}–{high}") };
    Some(match assumed.hundredth_days {
        Some(days) => format!("折合约 {range} 元/月：按每月计薪 {} 天算，以实际出勤为准", days as f64 / 100.0),
        None => format!("折合约 {range} 元/月：按 12 个月平均算"),
    })
}

/// A day in words, with its year where that is not this one.
pub fn day(day: NaiveDate, today: NaiveDate) -> String {
    let (month, date) = (day.month(), day.day());
    if day.year() == today.year() {
        format!("{month}月{date}日")
    } else {
        format!("{}年{month}月{date}日", day.year())
    }
}

pub fn degree(degree: Degree) -> &'static str {
    &degree.level().label
}

pub fn shift(shift: Shift) -> &'static str {
    match shift {
        Shift::Day => "长白班",
        Shift::Night => "夜班",
        Shift::Rotating => "倒班",
        Shift::Flexible => "弹性时间",
    }
}

pub fn sort(sort: SortBy) -> &'static str {
    match sort {
        SortBy::Relevance => "最相关",
        SortBy::Newest => "最新发布",
        SortBy::Pay => "待遇最高",
    }
}

pub fn requirement(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Skill => "技能",
        RequirementKind::Certificate => "证书",
        RequirementKind::DrivingLicence => "驾照",
        RequirementKind::Language => "语言",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_reads_as_in_the_browser() {
        for (fen, text) in [(0, "0"), (1_250, "12.50"), (550_000, "5,500"), (123_456_700, "1,234,567"), (99, "0.99")] {
            assert_eq!(yuan(Fen::new(fen)), text);
        }
    }
}
