//! The pay of a posting: what its amounts are amounts of, and whether they can be true.

use chrono::NaiveDate;
use regex::Regex;
use serde_json::Value;
use std::sync::LazyLock;

use super::{Reason, fields};
use crate::types::money::{Fen, Pay, PayUnit};

/// What is believed, in yuan. Dated, because pay rises; all [I], to be set by whoever runs the import.
pub(super) struct Tolerance {
    pub in_force_from: NaiveDate,
    /// The pay of one month, after conversion.
    pub month: (f64, f64),
    /// The upper amount is at most so many times the lower: 5,000–150,000 is a slip of a key.
    pub spread_max: f64,
    /// An amount from here on, with no 13th month beside it, is of a year: no posting pays 100,000 a
    /// month at least, and pay of a year is posted so.
    pub year_from: f64,
    /// Amounts of an hour and of a day where a word says so; the gaps between are left unread.
    pub hour: (f64, f64),
    pub day: (f64, f64),
}

/// The newest row rules.
pub(super) const TOLERANCE: &[Tolerance] = &[Tolerance {
    in_force_from: NaiveDate::from_ymd_opt(2020, 1, 1).expect("a day of the calendar"),
    month: (1_000.0, 200_000.0),
    spread_max: 10.0,
    year_from: 100_000.0,
    hour: (10.0, 80.0),
    day: (80.0, 600.0),
}];

pub(super) struct Wages {
    pub month: (Fen, Fen),
    posted: (Fen, Fen),
    unit: PayUnit,
}

impl Wages {
    /// `8,000.00–15,000.00 元/月 ×13`
    pub fn as_posted(&self, months_per_year: Option<u8>) -> String {
        let unit = match self.unit {
            PayUnit::Hour => "小时",
            PayUnit::Day => "天",
            PayUnit::Week => "周",
            PayUnit::Month => "月",
            PayUnit::Year => "年",
            PayUnit::Piece => "件",
        };
        let months = months_per_year.map(|months| format!(" ×{months}")).unwrap_or_default();
        format!("{}–{} 元/{unit}{months}", self.posted.0, self.posted.1)
    }
}

/// Reads two amounts; swapped ones are put right, and one alone stands for both.
pub(super) fn read(min: &Value, max: &Value, title: &str, description: &str) -> Result<Wages, Reason> {
    let tolerance = TOLERANCE.iter().max_by_key(|row| row.in_force_from).expect("the table has rows");
    let positive = |value: &Value| fields::number(value).filter(|yuan| *yuan > 0.0);
    let (a, b) = match (positive(min), positive(max)) {
        (None, None) => return stated(title, tolerance),
        (Some(one), None) | (None, Some(one)) => (one, one),
        (Some(a), Some(b)) => (a.min(b), a.max(b)),
    };
    let unit = unit(a, b, title, description, tolerance)?;
    let (Some(low), Some(high)) = (fen(a), fen(b)) else { return Err(Reason::PayImplausible) };
    let month = Pay::new(low, high, unit, None).ok().and_then(Pay::per_month).ok_or(Reason::PayImplausible)?;
    let bound = |yuan: f64| Fen::new((yuan * 100.0) as i64);
    let plausible =
        bound(tolerance.month.0) <= month.0 && month.1 <= bound(tolerance.month.1) && b <= a * tolerance.spread_max;
    if plausible { Ok(Wages { month, posted: (low, high), unit }) } else { Err(Reason::PayImplausible) }
}

/// A line without amounts whose title states them: 保安 8K-12K·13薪.
fn stated(title: &str, tolerance: &Tolerance) -> Result<Wages, Reason> {
    let pay = crate::types::table::pay::in_title(title).ok_or(Reason::PayMissing)?;
    let month = pay.per_month().ok_or(Reason::PayUnitUnclear)?;
    let yuan = |fen: Fen| fen.fen() as f64 / 100.0;
    let plausible = tolerance.month.0 <= yuan(month.0)
        && yuan(month.1) <= tolerance.month.1
        && yuan(pay.max()) <= yuan(pay.min()) * tolerance.spread_max;
    if plausible {
        Ok(Wages { month, posted: (pay.min(), pay.max()), unit: pay.unit() })
    } else {
        Err(Reason::PayImplausible)
    }
}

fn fen(yuan: f64) -> Option<Fen> {
    let fen = (yuan * 100.0).round();
    (fen.abs() < 1e15).then_some(Fen::new(fen as i64))
}

/// What the amounts are of. Small ones are of an hour or a day only where the posting says so: 20–25 for
/// an engineer may as well be thousands a month.
fn unit(low: f64, high: f64, title: &str, description: &str, tolerance: &Tolerance) -> Result<PayUnit, Reason> {
    let within = |bounds: (f64, f64)| bounds.0 <= low && high <= bounds.1;
    if low >= tolerance.year_from {
        return Ok(PayUnit::Year);
    }
    if low >= tolerance.month.0 {
        return Ok(PayUnit::Month);
    }
    if high >= tolerance.month.0 {
        return Err(Reason::PayImplausible);
    }
    if within(tolerance.hour) && (HOUR.is_match(title) || HOUR.is_match(description)) {
        return Ok(PayUnit::Hour);
    }
    if within(tolerance.day) && (DAY.is_match(title) || DAY_IN_TEXT.is_match(description)) {
        return Ok(PayUnit::Day);
    }
    Err(Reason::PayUnitUnclear)
}

static HOUR: LazyLock<Regex> =
    LazyLock::new(|| rule("小时工|时薪|[0-9]\\s?(?:元|块)?\\s?(?:/|每|一)\\s?(?:小?时|[hH])|(?:每|一)小时\\s?[0-9]"));
static DAY: LazyLock<Regex> = LazyLock::new(|| rule("实习|日结|日薪|/\\s?[天日]|一天|临时工|[寒暑]假工"));
static DAY_IN_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    rule("实习生|日薪|[0-9]\\s?(?:元|块)?\\s?(?:/|每|一)\\s?[天日]|(?:每|一)天\\s?[0-9]{2,3}\\s?(?:元|块)")
});

fn rule(text: &str) -> Regex {
    Regex::new(text).expect("a rule of ours compiles")
}
