//! Money in whole fen, and pay (薪酬) as a posting states it.
//!
//! Arithmetic is checked: an amount that does not fit is `None`, never another amount. Where a division
//! must round, it rounds half away from zero to the whole fen, in [`Fen::ratio`] and nowhere else.

use chrono::NaiveDate;
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::BigInt;
use serde::{Deserialize, Serialize};

use crate::coded;

/// An amount in fen (分), 1/100 yuan. May be negative: a correction is a posting of its own.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    AsExpression,
    FromSqlRow,
    utoipa::ToSchema,
)]
#[diesel(sql_type = BigInt)]
#[serde(transparent)]
#[schema(value_type = i64)]
pub struct Fen(i64);

impl Fen {
    pub const ZERO: Fen = Fen(0);

    pub const fn new(fen: i64) -> Fen {
        Fen(fen)
    }

    pub fn from_yuan(yuan: i64) -> Option<Fen> {
        yuan.checked_mul(100).map(Fen)
    }

    /// Reads `12345`, `12345.6`, `12,345.60`, `-0.01`. Refused: other signs, wrong grouping, leading
    /// zeros, a third decimal. A bank file must not be guessed at.
    pub fn from_yuan_text(text: &str) -> Result<Fen, MoneyError> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, cents) = match unsigned.split_once('.') {
            Some((whole, cents)) => (whole, cents),
            None if unsigned.is_empty() => return Err(MoneyError::Empty),
            None => (unsigned, "0"),
        };
        let cents_value = match cents.as_bytes() {
            [a] if a.is_ascii_digit() => i64::from(a - b'0') * 10,
            [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => i64::from(a - b'0') * 10 + i64::from(b - b'0'),
            _ => return Err(MoneyError::Decimals),
        };
        let yuan = whole_yuan(whole)?;
        let fen = yuan.checked_mul(100).and_then(|n| n.checked_add(cents_value)).ok_or(MoneyError::TooLarge)?;
        Ok(Fen(if negative { -fen } else { fen }))
    }

    pub const fn fen(self) -> i64 {
        self.0
    }

    pub fn plus(self, other: Fen) -> Option<Fen> {
        self.0.checked_add(other.0).map(Fen)
    }

    pub fn minus(self, other: Fen) -> Option<Fen> {
        self.0.checked_sub(other.0).map(Fen)
    }

    pub fn times(self, factor: i64) -> Option<Fen> {
        self.0.checked_mul(factor).map(Fen)
    }

    /// `self × numerator ÷ denominator`, half away from zero. `None`: it does not fit, or the
    /// denominator is 0.
    pub fn ratio(self, numerator: i64, denominator: i64) -> Option<Fen> {
        if denominator == 0 {
            return None;
        }
        let product = i128::from(self.0) * i128::from(numerator);
        let denominator = i128::from(denominator);
        let half = denominator.abs() / 2;
        let rounded = (product.abs() + half) / denominator.abs() * product.signum() * denominator.signum();
        i64::try_from(rounded).ok().map(Fen)
    }

    /// The sum, or `None` when it does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Fen>) -> Option<Fen> {
        amounts.into_iter().try_fold(Fen::ZERO, Fen::plus)
    }
}

fn whole_yuan(text: &str) -> Result<i64, MoneyError> {
    let digits: String = text.chars().filter(|c| *c != ',').collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(MoneyError::Digits);
    }
    if digits.len() > 1 && digits.starts_with('0') {
        return Err(MoneyError::LeadingZero);
    }
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or("");
    if text.contains(',') && !((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3)) {
        return Err(MoneyError::Grouping);
    }
    digits.parse().map_err(|_| MoneyError::TooLarge)
}

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    #[error("没有填写金额")]
    Empty,
    #[error("金额只能有数字、千分位逗号和一个小数点")]
    Digits,
    #[error("小数点后最多两位")]
    Decimals,
    #[error("金额前面不要多写 0")]
    LeadingZero,
    #[error("逗号的位置不对，每三位一个")]
    Grouping,
    #[error("金额太大")]
    TooLarge,
}

/// In yuan: `12,345.60`.
impl std::fmt::Display for Fen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (yuan, cents) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        let digits = yuan.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{grouped}.{cents:02}")
    }
}

impl<DB> ToSql<BigInt, DB> for Fen
where
    DB: Backend,
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB> FromSql<BigInt, DB> for Fen
where
    DB: Backend,
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Fen(i64::from_sql(bytes)?))
    }
}

coded! {
    /// What a pay is for. A pay to be agreed (面议) has no `Pay` at all.
    pub enum PayUnit {
        Hour = "hour",
        Day = "day",
        Week = "week",
        Month = "month",
        Year = "year",
        /// 计件: has no month.
        Piece = "piece",
    }
}

/// How much work a month of pay stands for, as long as a notice was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidTime {
    pub in_force_from: NaiveDate,
    /// 月计薪天数 × 100.
    pub hundredth_days_per_month: i64,
    pub hours_per_day: i64,
    pub source: &'static str,
}

/// 月计薪天数 = (365 − 104 days of rest) ÷ 12 = 21.75; statutory holidays are paid, so their number does
/// not enter, and both notices give the same figure; 21.75 × 8 = 174 hours. Newest last.
pub const PAID_TIME: &[PaidTime] = &[
    PaidTime {
        in_force_from: day(2008, 1, 3),
        hundredth_days_per_month: 2175,
        hours_per_day: 8,
        source: "劳社部发〔2008〕3号 [G]",
    },
    PaidTime {
        in_force_from: day(2025, 1, 1),
        hundredth_days_per_month: 2175,
        hours_per_day: 8,
        source: "人社部发〔2025〕2号 [G]",
    },
];

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

impl PaidTime {
    /// The notice in force on `day`; `None` before the first.
    pub fn on(day: NaiveDate) -> Option<&'static PaidTime> {
        PAID_TIME.iter().rev().find(|row| row.in_force_from <= day)
    }

    fn newest() -> &'static PaidTime {
        PAID_TIME.last().expect("the table has rows")
    }
}

/// Pay as a position states it: `0 < min ≤ max`, before tax, and 12–24 months a year where said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(try_from = "PayFields")]
pub struct Pay {
    min: Fen,
    max: Fen,
    unit: PayUnit,
    /// 13 for 13薪; counted in [`Pay::per_year`], not in [`Pay::per_month`].
    months_per_year: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PayFields {
    min: Fen,
    max: Fen,
    unit: PayUnit,
    months_per_year: Option<u8>,
}

/// Why four values are not a pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PayError {
    #[error("薪资要大于 0")]
    NotPositive,
    #[error("薪资超过 1000 万元，请核对：金额以分为单位")]
    TooMuch,
    #[error("最低薪资高于最高薪资")]
    Swapped,
    #[error("一年的薪资月数应在 12 到 24 之间")]
    MonthsPerYear,
}

/// 10 million yuan, for whatever unit: more is a slip of units. Own judgement [I].
const PAY_MAX: Fen = Fen(1_000_000_000);

impl Pay {
    pub fn new(min: Fen, max: Fen, unit: PayUnit, months_per_year: Option<u8>) -> Result<Pay, PayError> {
        if min <= Fen::ZERO {
            return Err(PayError::NotPositive);
        }
        if max > PAY_MAX {
            return Err(PayError::TooMuch);
        }
        if min > max {
            return Err(PayError::Swapped);
        }
        if months_per_year.is_some_and(|months| !(12..=24).contains(&months)) {
            return Err(PayError::MonthsPerYear);
        }
        Ok(Pay { min, max, unit, months_per_year })
    }

    pub fn min(self) -> Fen {
        self.min
    }

    pub fn max(self) -> Fen {
        self.max
    }

    pub fn unit(self) -> PayUnit {
        self.unit
    }

    pub fn months_per_year(self) -> Option<u8> {
        self.months_per_year
    }

    /// Lower and upper pay of one month under the newest notice, without a 13th month: it is what
    /// postings are compared by. `None` for piece work.
    pub fn per_month(self) -> Option<(Fen, Fen)> {
        self.per_month_under(PaidTime::newest())
    }

    /// What [`Pay::per_month`] assumes of a pay that is not a month's; `None` for one that is, and for piece work.
    pub fn assumed(self) -> Option<Assumed> {
        let (min, max) = self.per_month()?;
        let time = match self.unit {
            PayUnit::Month | PayUnit::Piece => return None,
            PayUnit::Year => None,
            PayUnit::Hour | PayUnit::Day | PayUnit::Week => Some(PaidTime::newest()),
        };
        Some(Assumed { min, max, time })
    }

    /// The same under the notice of another time.
    pub fn per_month_under(self, time: &PaidTime) -> Option<(Fen, Fen)> {
        let days = time.hundredth_days_per_month;
        let (numerator, denominator) = match self.unit {
            PayUnit::Hour => (days * time.hours_per_day, 100),
            PayUnit::Day => (days, 100),
            // A week is five days of work (国务院令第174号 art. 7).
            PayUnit::Week => (days, 500),
            PayUnit::Month => (1, 1),
            PayUnit::Year => (1, 12),
            PayUnit::Piece => return None,
        };
        Some((self.min.ratio(numerator, denominator)?, self.max.ratio(numerator, denominator)?))
    }

    /// Lower and upper pay of one year: `months_per_year` (12 if not said) months.
    pub fn per_year(self) -> Option<(Fen, Fen)> {
        if self.unit == PayUnit::Year {
            return Some((self.min, self.max));
        }
        let months = i64::from(self.months_per_year.unwrap_or(12));
        let (min, max) = self.per_month()?;
        Some((min.times(months)?, max.times(months)?))
    }
}

/// A month's pay that nobody stated: from an hour's, a day's or a week's by the paid time of a month, from a year's by
/// its twelve months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumed {
    pub min: Fen,
    pub max: Fen,
    /// `None`: a twelfth of a year.
    pub time: Option<&'static PaidTime>,
}

impl TryFrom<PayFields> for Pay {
    type Error = PayError;
    fn try_from(fields: PayFields) -> Result<Self, Self::Error> {
        Pay::new(fields.min, fields.max, fields.unit, fields.months_per_year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_read_strictly() {
        let good = [
            ("0", 0),
            ("0.5", 50),
            ("12345", 1_234_500),
            ("12345.6", 1_234_560),
            ("12,345.60", 1_234_560),
            ("1,234,567.89", 123_456_789),
            ("-0.01", -1),
        ];
        for (text, fen) in good {
            assert_eq!(Fen::from_yuan_text(text), Ok(Fen(fen)), "{text}");
        }
        let bad = [
            ("", MoneyError::Empty),
            ("-", MoneyError::Empty),
            (".5", MoneyError::Digits),
            ("1.", MoneyError::Decimals),
            ("1.234", MoneyError::Decimals),
            ("1.2.3", MoneyError::Decimals),
            ("+1", MoneyError::Digits),
            ("1 000", MoneyError::Digits),
            ("￥5", MoneyError::Digits),
            ("1e3", MoneyError::Digits),
            ("007", MoneyError::LeadingZero),
            ("1,23", MoneyError::Grouping),
            ("1234,567", MoneyError::Grouping),
            (",123", MoneyError::Grouping),
            ("99999999999999999999", MoneyError::TooLarge),
            ("92233720368547758.08", MoneyError::TooLarge),
        ];
        for (text, error) in bad {
            assert_eq!(Fen::from_yuan_text(text), Err(error), "{text}");
        }
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        for (amount, numerator, denominator, expected) in
            [(1, 1, 2, 1), (-1, 1, 2, -1), (1, 1, 3, 0), (2, 1, 3, 1), (5, -1, 2, -3), (5, 1, -2, -3), (0, 7, 3, 0)]
        {
            let found = Fen(amount).ratio(numerator, denominator);
            assert_eq!(found, Some(Fen(expected)), "{amount} × {numerator} ÷ {denominator}");
        }
        assert_eq!(Fen(1).ratio(1, 0), None);
        assert_eq!(Fen(i64::MAX).ratio(2, 1), None);
    }

    #[test]
    fn arithmetic_is_checked() {
        assert_eq!(Fen(i64::MAX).plus(Fen(1)), None);
        assert_eq!(Fen(i64::MIN).minus(Fen(1)), None);
        assert_eq!(Fen(i64::MAX).times(2), None);
        assert_eq!(Fen::sum([Fen(1), Fen(2)]), Some(Fen(3)));
        assert_eq!(Fen::sum([Fen(i64::MAX), Fen(2)]), None);
        assert_eq!(Fen::from_yuan(i64::MAX), None);
    }

    #[test]
    fn pay_is_compared_by_the_month() {
        let cases = [
            (2_000, PayUnit::Hour, Some(348_000)),
            (20_000, PayUnit::Day, Some(435_000)),
            (100_000, PayUnit::Week, Some(435_000)),
            (500_000, PayUnit::Month, Some(500_000)),
            (10_000_000, PayUnit::Year, Some(833_333)),
            (50, PayUnit::Piece, None),
        ];
        for (amount, unit, month) in cases {
            let pay = Pay::new(Fen(amount), Fen(amount), unit, None).unwrap();
            assert_eq!(pay.per_month(), month.map(|m| (Fen(m), Fen(m))), "{unit}");
        }
        let assumed = |amount, unit| Pay::new(Fen(amount), Fen(amount), unit, None).unwrap().assumed();
        let day = assumed(20_000, PayUnit::Day).expect("a month's pay that nobody stated");
        assert_eq!((day.min, day.time.map(|time| time.in_force_from)), (Fen(435_000), Some(super::day(2025, 1, 1))));
        assert_eq!(assumed(12_000_000, PayUnit::Year).map(|year| (year.min, year.time)), Some((Fen(1_000_000), None)));
        assert_eq!(assumed(500_000, PayUnit::Month), None);
        assert_eq!(assumed(50, PayUnit::Piece), None);
        let pay = Pay::new(Fen(500_000), Fen(600_000), PayUnit::Month, Some(13)).unwrap();
        assert_eq!(pay.per_year(), Some((Fen(6_500_000), Fen(7_800_000))));
    }

    #[test]
    fn a_pay_is_checked() {
        let new = |min, max, months| Pay::new(Fen(min), Fen(max), PayUnit::Month, months).err();
        assert_eq!(new(0, 1, None), Some(PayError::NotPositive));
        assert_eq!(new(2, 1, None), Some(PayError::Swapped));
        assert_eq!(new(1, 1, Some(11)), Some(PayError::MonthsPerYear));
        assert_eq!(new(1, 1, Some(24)), None);
        let json = r#"{"min":2,"max":1,"unit":"month","months_per_year":null}"#;
        assert!(serde_json::from_str::<Pay>(json).is_err());
    }

    #[test]
    fn a_notice_rules_from_its_day() {
        assert_eq!(PaidTime::on(day(2007, 12, 31)), None);
        assert_eq!(PaidTime::on(day(2020, 6, 1)), Some(&PAID_TIME[0]));
        assert_eq!(PaidTime::on(day(2025, 1, 1)), Some(&PAID_TIME[1]));
        assert!(PAID_TIME.iter().all(|row| row.hundredth_days_per_month * row.hours_per_day == 17_400));
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(fen in -1_000_000_000_000i64..1_000_000_000_000) {
            prop_assert_eq!(Fen::from_yuan_text(&Fen(fen).to_string()), Ok(Fen(fen)));
        }
    }
}
