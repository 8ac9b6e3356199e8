//! Numbers that pass every check and belong to nobody.
//!
//! A resident's number has one of the sequences 996–999, which were kept for centenarians, so that of a
//! young person is certainly invented (facts §5.1). A credit code counts up from zero in a range that
//! no county of Zhejiang uses. For mobile numbers there is no such range: no message is ever sent to one.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::types::identifiers::{IdNumber, Mobile};

use super::dice::Dice;

/// 平湖市 first and most often, then the rest of 嘉兴市.
const AREAS: &[(&str, u32)] =
    &[("330482", 70), ("330402", 6), ("330411", 6), ("330421", 6), ("330424", 4), ("330481", 4), ("330483", 4)];

/// Gives out resident numbers, none twice.
#[derive(Default)]
pub struct IdNumbers {
    given: HashSet<String>,
}

impl IdNumbers {
    /// A number for somebody born on `birth`, or `None` when that day's few numbers are used up.
    pub fn take(&mut self, dice: &mut Dice, birth: NaiveDate, male: bool, today: NaiveDate) -> Option<IdNumber> {
        let sequences: [u16; 2] = if male { [999, 997] } else { [998, 996] };
        let area = dice.weighted(AREAS);
        let texts = sequences.map(|sequence| id_number(area, birth, sequence));
        let text = texts.into_iter().find(|text| !self.given.contains(text))?;
        let number = IdNumber::parse(&text, today).ok()?;
        self.given.insert(text);
        Some(number)
    }
}

/// GB 11643-1999.
pub fn id_number(area: &str, birth: NaiveDate, sequence: u16) -> String {
    let digits = format!("{area}{}{sequence:03}", birth.format("%Y%m%d"));
    let sum: u32 = digits.bytes().enumerate().map(|(i, digit)| u32::from(digit - b'0') * (1 << (17 - i))).sum();
    let check = char::from(b"10X98765432"[(sum % 11) as usize]);
    format!("{digits}{check}")
}

/// GB 32100-2015. `head` is the department, the category and the area; `class` the first two of the
/// organisation code.
pub fn credit_code(head: &str, class: &str, number: u32) -> String {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
    let organisation = format!("{class}{number:06}");
    let sum: u32 = organisation.chars().zip(WEIGHTS).map(|(c, weight)| c.to_digit(36).unwrap_or(0) * weight).sum();
    let check = match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from_digit(digit, 10).unwrap_or('0'),
    };
    let body = format!("{head}{organisation}{check}");
    let mut weight = 1;
    let mut sum = 0;
    for c in body.chars() {
        sum += ALPHABET.find(c).unwrap_or(0) as u32 * weight;
        weight = weight * 3 % 31;
    }
    let check = &ALPHABET[((31 - sum % 31) % 31) as usize..][..1];
    format!("{body}{check}")
}

/// What a mobile number is for; each counts in a range of its own.
#[derive(Clone, Copy)]
pub enum Owner {
    Person = 0,
    Account = 1,
    Contact = 2,
}

pub fn mobile(owner: Owner, number: usize) -> Mobile {
    let text = (13_000_000_000 + owner as u64 * 100_000 + number as u64).to_string();
    Mobile::parse(&text).expect("eleven digits that begin with 130")
}
