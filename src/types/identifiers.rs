//! The numbers that name a person or an organisation: 居民身份证号, 统一社会信用代码, 手机号, 电子邮箱.
//!
//! Each is normalised and checked when it is made, so whoever holds one may trust it. What names a
//! person never prints itself: `Debug` shows `***`, there is no `Display` and no serde, and the text
//! leaves only through `expose()` (to be sealed, to be sent to its owner) or `masked()` (for a page).

use chrono::{Datelike, NaiveDate};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Serialize};

/// Why a text is not the identifier it should be. Counts and places let a page say 身份证号少 1 位.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, thiserror::Error, utoipa::ToSchema)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum IdentifierError {
    #[error("没有填写")]
    Empty,
    #[error("少 {missing} 位，请核对")]
    TooShort { missing: u16 },
    #[error("多 {extra} 位，请核对")]
    TooLong { extra: u16 },
    /// `place` counts from 1, in the text without its spaces and hyphens.
    #[error("第 {place} 位不对，请核对")]
    Character { place: u16 },
    /// The area digits name no province.
    #[error("前面的地区代码不存在，请核对")]
    Area,
    /// The birth date is not in the calendar, or before 1900.
    #[error("里面的出生日期不存在，请核对")]
    Date,
    #[error("里面的出生日期晚于今天，请核对")]
    FutureDate,
    /// The last character does not agree with the others: one of them is mistyped.
    #[error("校验位对不上，可能有一位输错了")]
    Check,
    /// The same for the organisation code inside a credit code (places 9–17).
    #[error("组织机构代码部分的校验位对不上，可能有一位输错了")]
    OrganisationCheck,
    /// Eleven digits, but not of a mobile number: a landline, for example.
    #[error("不是手机号，请填 11 位手机号")]
    NotMobile,
    /// A number of a machine (物联网卡), which no person answers.
    #[error("这是物联网卡号，请填本人的手机号")]
    MachineNumber,
    /// Not `name@host.domain`.
    #[error("不是邮箱地址，应像 name@example.com")]
    NotEmail,
}

impl IdentifierError {
    pub const CODES: &'static [&'static str] = &[
        "empty",
        "too_short",
        "too_long",
        "character",
        "area",
        "date",
        "future_date",
        "check",
        "organisation_check",
        "not_mobile",
        "machine_number",
        "not_email",
    ];

    /// The code that the user interface translates; the same as `code` in JSON.
    pub fn code(self) -> &'static str {
        match self {
            IdentifierError::Empty => "empty",
            IdentifierError::TooShort { .. } => "too_short",
            IdentifierError::TooLong { .. } => "too_long",
            IdentifierError::Character { .. } => "character",
            IdentifierError::Area => "area",
            IdentifierError::Date => "date",
            IdentifierError::FutureDate => "future_date",
            IdentifierError::Check => "check",
            IdentifierError::OrganisationCheck => "organisation_check",
            IdentifierError::NotMobile => "not_mobile",
            IdentifierError::MachineNumber => "machine_number",
            IdentifierError::NotEmail => "not_email",
        }
    }
}

/// The half-width form of a full-width letter, digit or sign (U+FF01–FF5E) and of the ideographic space.
pub fn half_width(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// 居民身份证号, GB 11643-1999: 6 digits area, 8 birth date, 3 sequence, 1 check.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct IdNumber {
    text: String,
    birth_date: NaiveDate,
}

impl IdNumber {
    /// The area must lie in a province that exists or existed (codes of dissolved counties stay valid);
    /// the birth date must exist, not before 1900 and not after `today`.
    pub fn parse(text: &str, today: NaiveDate) -> Result<IdNumber, IdentifierError> {
        let text = compact(text);
        length(&text, 18)?;
        let digits_only = |(i, c): &(usize, char)| !(c.is_ascii_digit() || (*i == 17 && *c == 'X'));
        if let Some((i, _)) = text.chars().enumerate().find(digits_only) {
            return Err(IdentifierError::Character { place: i as u16 + 1 });
        }
        if !PROVINCES.contains(&&text[..2]) {
            return Err(IdentifierError::Area);
        }
        let birth_date = birth_date(&text[6..14])?;
        if birth_date > today {
            return Err(IdentifierError::FutureDate);
        }
        if text.as_bytes()[17] != id_check(&text.as_bytes()[..17]) {
            return Err(IdentifierError::Check);
        }
        Ok(IdNumber { text, birth_date })
    }

    pub fn expose(&self) -> &str {
        &self.text
    }

    /// `330***********9990`
    pub fn masked(&self) -> String {
        masked(&self.text, 3, 4)
    }

    pub fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }
}

/// GB/T 2260 provinces, 71 Taiwan, 81–83 (residence permits of Hong Kong, Macao and Taiwan residents).
const PROVINCES: &[&str] = &[
    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
    "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
];

fn birth_date(digits: &str) -> Result<NaiveDate, IdentifierError> {
    let date = NaiveDate::parse_from_str(digits, "%Y%m%d").map_err(|_| IdentifierError::Date)?;
    if date.year() < 1900 { Err(IdentifierError::Date) } else { Ok(date) }
}

/// ISO 7064 MOD 11-2: the weights are 2^(18−i) mod 11.
fn id_check(digits: &[u8]) -> u8 {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    b"10X98765432"[(sum % 11) as usize]
}

/// 统一社会信用代码, GB 32100-2015: department, category, 6 area, 9 organisation code, check. It is
/// public, so it prints and serialises as itself.
#[derive(
    Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, AsExpression, FromSqlRow, utoipa::ToSchema,
)]
#[diesel(sql_type = Text)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String)]
pub struct CreditCode(String);

impl CreditCode {
    pub fn parse(text: &str) -> Result<CreditCode, IdentifierError> {
        let text = compact(text);
        length(&text, 18)?;
        let values: Vec<Option<u32>> = text.chars().map(credit_value).collect();
        if let Some(i) = values.iter().position(Option::is_none) {
            return Err(IdentifierError::Character { place: i as u16 + 1 });
        }
        // `10` stands for bodies that are registered with the central government.
        if &text[2..4] != "10" && !PROVINCES.contains(&&text[2..4]) {
            return Err(IdentifierError::Area);
        }
        // The whole is checked first: a single mistyped place is then always named the same way.
        let values: Vec<u32> = values.into_iter().flatten().collect();
        if values[17] != credit_check(&values[..17]) {
            return Err(IdentifierError::Check);
        }
        if text.as_bytes()[16] != organisation_check(&text.as_bytes()[8..16]) {
            return Err(IdentifierError::OrganisationCheck);
        }
        Ok(CreditCode(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// 0–30: digits and letters without I, O, S, V, Z.
fn credit_value(c: char) -> Option<u32> {
    "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().position(|a| a == c).map(|i| i as u32)
}

/// The weight of place i is 3^(i−1) mod 31.
fn credit_check(values: &[u32]) -> u32 {
    let mut weight = 1;
    let mut sum = 0;
    for value in values {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    (31 - sum % 31) % 31
}

/// GB 11714: letters count 10–35, 10 is written X and 11 is written 0.
fn organisation_check(code: &[u8]) -> u8 {
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let value = |c: u8| (c as char).to_digit(36).unwrap_or(0);
    let sum: u32 = code.iter().zip(WEIGHTS).map(|(c, w)| value(*c) * w).sum();
    match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        n => b'0' + n as u8,
    }
}

/// A mobile number of mainland China, 11 digits without +86.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Mobile(String);

impl Mobile {
    /// `1[3-9]` and nine digits; +86, 0086 and 86 in front are dropped. The 13-digit numbers of
    /// machines (140/141/144/146/148 and 10648) are refused by name, since no person reads their messages.
    pub fn parse(text: &str) -> Result<Mobile, IdentifierError> {
        let text = compact(text);
        let text = text.strip_prefix('+').unwrap_or(&text);
        let text = text.strip_prefix("00").unwrap_or(text);
        let text = if text.len() > 11 { text.strip_prefix("86").unwrap_or(text) } else { text };
        if let Some(i) = text.chars().position(|c| !c.is_ascii_digit()) {
            return Err(IdentifierError::Character { place: i as u16 + 1 });
        }
        const MACHINES: [&str; 6] = ["140", "141", "144", "146", "148", "10648"];
        if text.len() == 13 && MACHINES.iter().any(|prefix| text.starts_with(prefix)) {
            return Err(IdentifierError::MachineNumber);
        }
        let bytes = text.as_bytes();
        if bytes.len() >= 2 && !(bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1])) {
            return Err(IdentifierError::NotMobile);
        }
        length(text, 11)?;
        Ok(Mobile(text.to_owned()))
    }

    pub fn expose(&self) -> &str {
        &self.0
    }

    /// `138****0000`
    pub fn masked(&self) -> String {
        masked(&self.0, 3, 4)
    }
}

/// An e-mail address of at most 254 characters, in lower case: no provider in use tells `Li@` from
/// `li@`, and two accounts must not share one mailbox.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Stricter than RFC 5321: no quoted names, no bare hosts, no addresses in brackets.
    pub fn parse(text: &str) -> Result<Email, IdentifierError> {
        let text: String = text.chars().map(half_width).collect();
        let text = text.trim().to_ascii_lowercase();
        if text.is_empty() {
            return Err(IdentifierError::Empty);
        }
        if text.len() > 254 {
            return Err(IdentifierError::TooLong { extra: (text.len() - 254).min(u16::MAX as usize) as u16 });
        }
        let (name, host) = text.rsplit_once('@').ok_or(IdentifierError::NotEmail)?;
        let name_char = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c);
        let name_ok = (1..=64).contains(&name.len())
            && name.chars().all(name_char)
            && name.split('.').all(|part| !part.is_empty());
        if name_ok && host_ok(host) { Ok(Email(text)) } else { Err(IdentifierError::NotEmail) }
    }

    pub fn expose(&self) -> &str {
        &self.0
    }

    /// `w***@example.com`: always three stars, so that the length of the name stays unknown.
    pub fn masked(&self) -> String {
        let host = self.0.rfind('@').map_or("", |at| &self.0[at..]);
        let first: String = self.0.chars().take(1).collect();
        format!("{first}***{host}")
    }
}

fn host_ok(host: &str) -> bool {
    let label_ok = |label: &str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last = host.rsplit('.').next().unwrap_or("");
    let last_ok = last.len() >= 2 && (last.starts_with("xn--") || last.chars().all(|c| c.is_ascii_alphabetic()));
    host.contains('.') && last_ok && host.split('.').all(label_ok)
}

/// A name as others may see it: 张三丰 → 张**.
pub fn mask_name(name: &str) -> String {
    let name = name.trim();
    masked(name, 1, 0)
}

/// Half-width, upper case, without the spaces, hyphens and invisible signs that people and office
/// programs put between groups of digits.
fn compact(text: &str) -> String {
    text.chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2212}' | '\u{2060}' | '\u{FEFF}'))
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

fn length(text: &str, wanted: usize) -> Result<(), IdentifierError> {
    let count = |n: usize| n.min(usize::from(u16::MAX)) as u16;
    match text.chars().count() {
        0 => Err(IdentifierError::Empty),
        n if n < wanted => Err(IdentifierError::TooShort { missing: count(wanted - n) }),
        n if n > wanted => Err(IdentifierError::TooLong { extra: count(n - wanted) }),
        _ => Ok(()),
    }
}

fn masked(text: &str, head: usize, tail: usize) -> String {
    let count = text.chars().count();
    text.chars().enumerate().map(|(i, c)| if i < head || i + tail >= count { c } else { '*' }).collect()
}

impl std::fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl std::fmt::Debug for Mobile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl std::fmt::Debug for CreditCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for CreditCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for CreditCode {
    type Err = IdentifierError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        CreditCode::parse(text)
    }
}

impl TryFrom<String> for CreditCode {
    type Error = IdentifierError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        CreditCode::parse(&text)
    }
}

impl From<CreditCode> for String {
    fn from(code: CreditCode) -> String {
        code.0
    }
}

impl<DB> ToSql<Text, DB> for CreditCode
where
    DB: Backend,
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        <str as ToSql<Text, DB>>::to_sql(&self.0, out)
    }
}

impl<DB> FromSql<Text, DB> for CreditCode
where
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(CreditCode::parse(&<String as FromSql<Text, DB>>::from_sql(bytes)?)?)
    }
}

/// A run of seven digits or more, separators aside: a number that reaches or names somebody.
pub fn holds_number(text: &str) -> bool {
    let mut run = 0;
    for c in text.chars().map(half_width) {
        match c {
            '0'..='9' => run += 1,
            ' ' | '-' | '.' => {}
            _ => run = 0,
        }
        if run >= 7 {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests;
