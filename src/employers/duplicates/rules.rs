//! Whether two offers are one, and which texts are one: pure.

use std::collections::{BTreeSet, HashMap};

use crate::employers::model::{Position, PositionInput, Requirement};
use crate::types::money::Pay;
use crate::types::region::Division;
use crate::types::work::{Degree, Shift};

/// Bits in which the fingerprints of one text written twice may differ, of 64. Tuned on 12,479 pairs of one enterprise
/// and place among 19,339 public postings: of the pairs above [`LIKENESS_MIN`] 98 in 100 lie within 12 bits, and
/// of those within 12 bits 97 in 100 lie above it.
const DISTANCE_MAX: u32 = 12;
/// Likeness of two descriptions that are one. On the same pairs there is little between 0.6 and 0.85: texts are either
/// of other work or touched up.
const LIKENESS_MIN: f64 = 0.85;
/// Pay that is the same offer rounded or raised a little: either end by at most a tenth. 90 in 100 of those pairs with
/// the same title and text lie within it; a seeker would call the others another offer.
const PAY_PARTS: i64 = 10;
/// Texts of different enterprises are one only when they are practically equal: a word or two. Of pairs so near, 99 in
/// 100 lie within seven bits.
const COPY_DISTANCE_MAX: u32 = 7;
const COPY_LIKENESS_MIN: f64 = 0.95;
/// Letters of a description below which equal words prove nothing (负责日常清洁).
const COPY_LETTERS_MIN: usize = 40;
/// Letters of one shingle. With three, 保安巡逻 and 巡逻保安 share little.
const SHINGLE: usize = 3;

/// What a position offers, ready to be compared.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Without slogans, signs and the word for a person.
    title: String,
    /// Letters alone.
    description: String,
    pub fingerprint: u64,
    pub division: Division,
    address: Option<String>,
    occupation: Option<String>,
    pay: Option<Pay>,
    asked: Asked,
}

/// What a seeker is judged or filtered by; offers that differ here are for different people.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    degree: Option<Degree>,
    experience_years: Option<i32>,
    shift: Option<Shift>,
    housing: Option<bool>,
    veteran_preference: bool,
    requirements: BTreeSet<(String, bool)>,
}

impl Offer {
    /// `bare_title`: what is left of the title without noise.
    pub fn of_input(input: &PositionInput, bare_title: &str) -> Offer {
        let asked = Asked {
            degree: input.degree_min,
            experience_years: input.experience_years_min,
            shift: input.shift,
            housing: input.housing,
            veteran_preference: input.veteran_preference,
            requirements: requirements(&input.requirements),
        };
        let (title, description) = (letters_of_title(bare_title), letters(&input.description));
        Offer {
            fingerprint: fingerprint(&title, &description),
            title,
            description,
            division: input.division,
            address: input.address.as_deref().map(letters),
            occupation: input.occupation.clone(),
            pay: input.pay,
            asked,
        }
    }

    pub fn of_position(position: &Position, asks: &[Requirement], bare_title: &str) -> Offer {
        let asked = Asked {
            degree: position.degree_min,
            experience_years: position.experience_years_min,
            shift: position.shift,
            housing: position.housing,
            veteran_preference: position.veteran_preference,
            requirements: requirements(asks),
        };
        let (title, description) = (letters_of_title(bare_title), letters(&position.description));
        Offer {
            fingerprint: fingerprint(&title, &description),
            title,
            description,
            division: position.division,
            address: position.address.as_deref().map(letters),
            occupation: position.occupation.clone(),
            pay: position.pay(),
            asked,
        }
    }
}

/// Whether two offers of one enterprise are one, posted twice.
///
/// The same work: titles equal without slogans, signs and the word for a person – a letter more may be 高级 or 夜班, so
/// no likeness is enough – and no two known occupations that differ. The same place: division, and the address where
/// both say one. The same terms: all that a seeker is asked or filtered by, and pay of one kind within a tenth; 面议
/// equals only 面议, for unknown is not near. Nearly the same words: fingerprints within [`DISTANCE_MAX`] and
/// descriptions alike by [`LIKENESS_MIN`] (Sørensen–Dice over pairs of letters).
pub fn is_same(a: &Offer, b: &Offer) -> bool {
    let differ = |a: &Option<String>, b: &Option<String>| a.as_ref().zip(b.as_ref()).is_some_and(|(a, b)| a != b);
    a.title == b.title
        && a.division == b.division
        && a.asked == b.asked
        && !differ(&a.occupation, &b.occupation)
        && !differ(&a.address, &b.address)
        && is_pay_near(a.pay, b.pay)
        && distance(a.fingerprint, b.fingerprint) <= DISTANCE_MAX
        && likeness(&a.description, &b.description) >= LIKENESS_MIN
}

fn is_pay_near(a: Option<Pay>, b: Option<Pay>) -> bool {
    let (a, b) = match (a, b) {
        (None, None) => return true,
        (Some(a), Some(b)) => (a, b),
        _ => return false,
    };
    let near = |a: i64, b: i64| a.max(b) - a.min(b) <= a.max(b) / PAY_PARTS;
    a.unit() == b.unit() && near(a.min().fen(), b.min().fen()) && near(a.max().fen(), b.max().fen())
}

/// 0–1: Sørensen–Dice, the share of pairs of letters that two texts have in common. Own, because that of `strsim` 0.11
/// counts pairs of letters against bytes, which makes a third of it for Chinese.
fn likeness(a: &str, b: &str) -> f64 {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (first, second) = (pairs(a), pairs(b));
    if first.is_empty() || second.is_empty() {
        return if a == b { 1.0 } else { 0.0 };
    }
    let mut left: HashMap<(char, char), usize> = HashMap::new();
    first.iter().for_each(|pair| *left.entry(*pair).or_default() += 1);
    let mut shared = 0;
    for pair in &second {
        if let Some(count) = left.get_mut(pair).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    2.0 * f64::from(shared) / (first.len() + second.len()) as f64
}

/// Whether what is stored lets two offers be the same; the rest needs their text. Unknown is no reason against it.
pub fn may_be_same(offer: &Offer, division: Division, fingerprint: Option<i64>) -> bool {
    let is_near = |stored: i64| distance(offer.fingerprint, stored as u64) <= DISTANCE_MAX;
    offer.division == division && fingerprint.is_none_or(is_near)
}

/// Whether two enterprises posted practically the same words.
pub fn is_copy(a: &Offer, b: &Offer) -> bool {
    let is_long = |offer: &Offer| offer.description.chars().count() >= COPY_LETTERS_MIN;
    is_long(a) && is_long(b) && likeness(&a.description, &b.description) >= COPY_LIKENESS_MIN
}

/// Fingerprints that are one text, as lists of their places in the order given, longest lists not first; those alone
/// are left out.
///
/// Eight bands of eight bits: two fingerprints that differ in at most seven bits agree in one band at least, so each is
/// compared only with the first of every list that shares a band with it.
pub fn alike(fingerprints: &[u64]) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut bands: HashMap<(u8, u8), Vec<usize>> = HashMap::new();
    for (at, fingerprint) in fingerprints.iter().enumerate() {
        let own: Vec<(u8, u8)> = (0..8).zip(fingerprint.to_le_bytes()).collect();
        let near = own.iter().flat_map(|band| bands.get(band).into_iter().flatten()).copied();
        let found = near.min_by_key(|list| (distance(fingerprints[lists[*list][0]], *fingerprint), *list));
        match found.filter(|list| distance(fingerprints[lists[*list][0]], *fingerprint) <= COPY_DISTANCE_MAX) {
            Some(list) => lists[list].push(at),
            None => {
                own.into_iter().for_each(|band| bands.entry(band).or_default().push(lists.len()));
                lists.push(vec![at]);
            }
        }
    }
    lists.retain(|list| list.len() > 1);
    lists
}

fn requirements(all: &[Requirement]) -> BTreeSet<(String, bool)> {
    all.iter().map(|one| (letters(&one.name), one.must)).collect()
}

/// Letters and digits in small letters: signs, blanks and line breaks are touched up most.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// 保安 and 保安员 are one title.
fn letters_of_title(bare: &str) -> String {
    let title = letters(bare);
    let short = ["工作人员", "人员", "岗位", "岗", "员"].into_iter().find_map(|end| title.strip_suffix(end));
    match short {
        Some(short) if short.chars().nth(1).is_some() => short.to_owned(),
        _ => title,
    }
}

/// SimHash (Charikar, Similarity estimation techniques from rounding algorithms, STOC 2002) over the letters of the
/// title and the shingles of the description, each once: texts that share most of these differ in few bits.
fn fingerprint(title: &str, description: &str) -> u64 {
    let text: Vec<char> = description.chars().collect();
    let shingles = text.windows(SHINGLE.min(text.len()).max(1)).map(hash);
    let features: BTreeSet<u64> = title.chars().map(|letter| hash(&[letter])).chain(shingles).collect();
    let mut sums = [0_i32; 64];
    for feature in features {
        for (bit, sum) in sums.iter_mut().enumerate() {
            *sum += if feature >> bit & 1 == 1 { 1 } else { -1 };
        }
    }
    sums.iter().enumerate().fold(0, |all, (bit, sum)| all | u64::from(*sum > 0) << bit)
}

/// FNV-1a, then the finaliser of MurmurHash3: FNV alone hardly moves the high bits of so few bytes. It is written to
/// the database, so it must never change.
fn hash(letters: &[char]) -> u64 {
    let bytes = letters.iter().flat_map(|letter| u32::from(*letter).to_le_bytes());
    let fnv = bytes
        .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mixed = (fnv ^ (fnv >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 33)
}

fn distance(a: u64, b: u64) -> u32 {
    (a ^ b).count_ones()
}

#[cfg(test)]
mod tests;
