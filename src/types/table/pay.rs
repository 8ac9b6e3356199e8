//! Pay as people write it into a cell: 5000-8000元/月, 6-8千, 1-1.5万·13薪, 200元/天, 面议.

use crate::types::money::{Fen, Pay, PayUnit};

use super::cells::{CellError, fold, short};

/// Reads a pay; `None` is 面议.
///
/// Without a period it is a month's, if the amount can be one: 200 alone could be a day's, 120000 a
/// year's, and a guess would mislead whoever compares pay.
pub fn read(text: &str) -> Result<Option<Pay>, CellError> {
    let folded = fold(text);
    if ["面议", "待议", "面谈", "协商"].iter().any(|word| folded.contains(word)) {
        return Ok(None);
    }
    let error = || CellError::new("pay", format!("“{}”看不懂，请写成 5000-8000元/月、200元/天 或 面议", short(text)));
    // What is added to the pay (+提成) and remarks in brackets say nothing about the amount.
    let plain = without_brackets(&folded);
    let plain = plain.split('+').next().unwrap_or_default();
    if plain.contains("以下") || plain.contains("以内") {
        return Err(error());
    }
    let (plain, months) = months_per_year(plain);
    let (amounts, period) = split_period(&plain);
    let (low, high) = range(amounts).ok_or_else(error)?;
    let unit = match period {
        Some(period) => period,
        None if (100_000..=30_000_000).contains(&low) => PayUnit::Month,
        None => {
            return Err(CellError::new(
                "pay_unit",
                format!("“{}”没有写明按什么计，请加上 /月、/天 或 /小时", short(text)),
            ));
        }
    };
    let pay = Pay::new(Fen::new(low), Fen::new(high), unit, months);
    pay.map(Some).map_err(|_| CellError::new("pay", format!("“{}”的下限高于上限或为零，请核对", short(text))))
}

/// A pay that [`read`] reads back.
pub fn text(pay: Pay) -> String {
    let unit = match pay.unit() {
        PayUnit::Hour => "小时",
        PayUnit::Day => "天",
        PayUnit::Week => "周",
        PayUnit::Month => "月",
        PayUnit::Year => "年",
        PayUnit::Piece => "件",
    };
    let amounts = if pay.min() == pay.max() {
        amount_text(pay.min())
    } else {
        format!("{}-{}", amount_text(pay.min()), amount_text(pay.max()))
    };
    let months = pay.months_per_year().map(|months| format!("·{months}薪")).unwrap_or_default();
    format!("{amounts}元/{unit}{months}")
}

fn amount_text(amount: Fen) -> String {
    let (yuan, cents) = (amount.fen() / 100, amount.fen() % 100);
    if cents == 0 { yuan.to_string() } else { format!("{yuan}.{cents:02}") }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// Takes 13薪 out of a text; 年薪 and 月薪 stay.
fn months_per_year(text: &str) -> (String, Option<u8>) {
    let found = text.match_indices('薪').find_map(|(at, _)| {
        let before = &text[..at];
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let months: u8 = before[start..].parse().ok().filter(|months| (12..=24).contains(months))?;
        Some((start, at + '薪'.len_utf8(), months))
    });
    match found {
        Some((start, end, months)) => {
            let before = text[..start].trim_end_matches(['·', '*', 'x', '×', '.', ',', '，', '、']);
            (format!("{before}{}", &text[end..]), Some(months))
        }
        None => (text.to_owned(), None),
    }
}

/// The amounts, and what they are for when it is said.
fn split_period(text: &str) -> (&str, Option<PayUnit>) {
    const WORDS: &[(&str, PayUnit)] = &[
        ("小时", PayUnit::Hour),
        ("时薪", PayUnit::Hour),
        ("/时", PayUnit::Hour),
        ("每时", PayUnit::Hour),
        ("/h", PayUnit::Hour),
        ("天", PayUnit::Day),
        ("日", PayUnit::Day),
        ("周", PayUnit::Week),
        ("星期", PayUnit::Week),
        ("月", PayUnit::Month),
        ("年", PayUnit::Year),
        ("件", PayUnit::Piece),
    ];
    let unit = WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, unit)| *unit);
    let counts = |c: char| c.is_ascii_digit() || UNITS.contains(&c);
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let end = text.char_indices().rev().find(|(_, c)| counts(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    (text.get(start..end).unwrap_or_default(), unit)
}

const UNITS: [char; 4] = ['千', 'k', '万', 'w'];

/// Lower and upper amount in fen. The unit of the upper one holds for the lower one when that has none:
/// 6-8千 is 6000 to 8000.
fn range(text: &str) -> Option<(i64, i64)> {
    let text: String = text.chars().filter(|c| !matches!(c, '元' | '¥' | '￥' | ',')).collect();
    let mut parts = text.split(['-', '~', '—', '–', '－', '至', '到', '―']).filter(|part| !part.is_empty());
    let (low, high) = (parts.next()?, parts.next());
    if parts.next().is_some() {
        return None;
    }
    let (low, low_unit) = amount(low)?;
    let Some(high) = high else { return times(low, low_unit).map(|fen| (fen, fen)) };
    let (high, high_unit) = amount(high)?;
    Some((times(low, low_unit.or(high_unit))?, times(high, high_unit)?))
}

/// An amount in hundredths, and its unit: 千, k, 万, w.
fn amount(text: &str) -> Option<(i64, Option<i64>)> {
    // What stands behind each amount of 5000元/月-8000元/月 was read before.
    let text = text.trim_end_matches(|c: char| !c.is_ascii_digit() && !UNITS.contains(&c));
    let (digits, unit) = match text.trim_end_matches(UNITS) {
        digits if digits.len() == text.len() => (text, None),
        digits => match &text[digits.len()..] {
            "千" | "k" => (digits, Some(1_000)),
            "万" | "w" => (digits, Some(10_000)),
            _ => return None,
        },
    };
    let (whole, cents) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty()
        || whole.len() > 9
        || cents.len() > 2
        || !(whole.chars().chain(cents.chars())).all(|c| c.is_ascii_digit())
    {
        return None;
    }
    let cents = format!("{cents:0<2}").parse::<i64>().ok()?;
    Some((whole.parse::<i64>().ok()? * 100 + cents, unit))
}

fn times(hundredths: i64, unit: Option<i64>) -> Option<i64> {
    hundredths.checked_mul(unit.unwrap_or(1))
}
