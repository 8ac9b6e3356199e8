//! What the first look reads of a position: numbers in columns, packed so that few are needed.
//!
//! | word | bits from the lowest |
//! |---|---|
//! | 0 conditions | degree 3, years 5, shift 3, housing 2, preference 1, surface features 6, likeness 5, occupation 12, the two occupations nearest to the title 2 × 12 |
//! | 1 pay | stated 1, lowest 20, highest 20 (yuan a month), last valid day 20 |
//! | 2 place | as [`Place::packed`] |
//! | 3–6 title | [`super::probe::bits`] |
//! | list | one [`Asked`] for each requirement |

use super::bits::Bits;
use super::names::Names;
use super::probe::{self, WORDS};
use super::shelf::{Standing, city_number, group_number};
use crate::document::{CITY_DIGITS, shift_number};
use crate::explain::driving;
use crate::explain::skills::PART_CHARS_MIN;
use crate::place::Place;
use crate::{Lexicon, Requirement, RequirementKind, Vacancy};

/// Words of every card.
pub(crate) const CARD: usize = 3 + WORDS;
/// Requirements that are kept.
const LIST_MAX: usize = 100;
/// Stands for what is not said.
const NO_YEARS: u64 = 31;
const NO_SHIFT: u64 = 7;
pub(super) const YUAN_MAX: i64 = (1 << 20) - 1;

/// A position in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PositionCard {
    pub degree: u8,
    /// `None` where nothing is said.
    pub years: Option<u8>,
    /// Number of the shift, as in the index.
    pub shift: Option<u8>,
    pub housing: Option<bool>,
    pub preference: bool,
    /// Features of the title's surface; 0 for a position without a title.
    pub features: usize,
    /// How near the title is to its nearest occupation, 0 to 31.
    pub likeness: u8,
    /// Numbers of occupations.
    pub occupation: Option<usize>,
    pub nearest: Option<usize>,
    pub second: Option<usize>,
    /// Lowest and highest in yuan a month.
    pub pay: Option<(u32, u32)>,
    pub valid_until_day: u32,
    pub place: Option<Place>,
    pub title: [u64; WORDS],
}

impl PositionCard {
    pub fn of(lexicon: &Lexicon, vacancy: &Vacancy) -> PositionCard {
        let text = vacancy.title.trim();
        let title = Some(text).filter(|text| !text.is_empty()).map(|text| lexicon.title(text));
        let code = vacancy.occupation.as_deref();
        let near = |at: usize| title.as_ref().and_then(|title| title.near.get(at)).map(|(number, _)| *number);
        let yuan = |fen: i64| (fen / 100).clamp(0, YUAN_MAX) as u32;
        PositionCard {
            degree: vacancy.degree_min.unwrap_or(0).min(7),
            years: vacancy.experience_years_min.map(|years| years.min(NO_YEARS as u8 - 1)),
            shift: vacancy.shift.map(|shift| shift_number(shift) as u8),
            housing: vacancy.housing,
            preference: vacancy.veteran_preference,
            features: title.as_ref().map_or(0, |title| probe::features(title)),
            likeness: title.as_ref().map_or(0, |title| (title.certainty * 31.0).round() as u8),
            occupation: code.and_then(|code| lexicon.occupation_number(code)),
            nearest: near(0),
            second: near(1),
            pay: vacancy.pay_fen_month.map(|(low, high)| (yuan(low.min(high)), yuan(low.max(high)))),
            valid_until_day: vacancy.valid_until_day.map_or(u32::MAX, |day| day.max(0) as u32).min(YUAN_MAX as u32),
            place: vacancy.division.as_deref().and_then(Place::of),
            title: title.map_or([0; WORDS], |title| probe::bits(&title)),
        }
    }

    pub fn packed(&self) -> [u64; CARD] {
        let number = |at: Option<usize>| at.map_or(0, |at| at as u64 + 1);
        let conditions = Bits::default()
            .put(3, self.degree.into())
            .put(5, self.years.map_or(NO_YEARS, u64::from))
            .put(3, self.shift.map_or(NO_SHIFT, u64::from))
            .put(2, self.housing.map_or(0, |offered| 1 + u64::from(offered)))
            .put(1, self.preference.into())
            .put(6, self.features as u64)
            .put(5, self.likeness.into())
            .put(12, number(self.occupation))
            .put(12, number(self.nearest))
            .put(12, number(self.second));
        let (low, high) = self.pay.unwrap_or_default();
        let pay = Bits::default()
            .put(1, self.pay.is_some().into())
            .put(20, low.into())
            .put(20, high.into())
            .put(20, self.valid_until_day.into());
        let [a, b, c, d] = self.title;
        [conditions.word, pay.word, self.place.map_or(0, Place::packed), a, b, c, d]
    }

    /// The conditions and the pay; the place and the title are read when they are needed.
    pub fn unpacked(conditions: u64, pay: u64) -> PositionCard {
        let number = |value: u64| (value as usize).checked_sub(1);
        let mut bits = Bits::of(conditions);
        let degree = bits.take(3) as u8;
        let years = Some(bits.take(5)).filter(|years| *years != NO_YEARS).map(|years| years as u8);
        let shift = Some(bits.take(3)).filter(|shift| *shift != NO_SHIFT).map(|shift| shift as u8);
        let housing = bits.take(2).checked_sub(1).map(|offered| offered == 1);
        let preference = bits.take(1) == 1;
        let (features, likeness) = (bits.take(6) as usize, bits.take(5) as u8);
        let [occupation, nearest, second] = std::array::from_fn(|_| number(bits.take(12)));
        let mut bits = Bits::of(pay);
        let is_stated = bits.take(1) == 1;
        let range = (bits.take(20) as u32, bits.take(20) as u32);
        let valid_until_day = bits.take(20) as u32;
        let pay = is_stated.then_some(range);
        PositionCard {
            degree,
            years,
            shift,
            housing,
            preference,
            features,
            likeness,
            occupation,
            nearest,
            second,
            pay,
            valid_until_day,
            place: None,
            title: [0; WORDS],
        }
    }
}

/// The groups of the position's occupation and of the two nearest to its title, and its city; whoever names a
/// province alone may mean any city of it.
pub(super) fn position_standing(names: &Names, words: &[u64; CARD]) -> Standing {
    let card = PositionCard::unpacked(words[0], words[1]);
    let occupations = [card.occupation, card.nearest, card.second].into_iter().flatten();
    let city = city_number(Place::unpacked(words[2]).and_then(|place| place.head(CITY_DIGITS)));
    Standing { groups: occupations.map(|number| group_number(names, number)).collect(), cities: vec![city] }
}

/// A requirement as a number: must 1, kind 2, then a set of driving classes or the hash of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub must: bool,
    pub what: What,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Skill(Name),
    Certificate(Name),
    /// Any of these classes will do.
    Licence(Classes),
}

/// A name's hash.
pub(crate) type Name = u32;
/// A set of driving classes, one bit for each.
pub(crate) type Classes = u32;

/// The hash of a canonical name.
pub(crate) fn name(key: &str) -> Name {
    (crate::dictionary::hash_bytes(17, key.as_bytes()) >> 16) as u32
}

/// All that stands in a paper's name and is long enough to be asked by itself: 高级中学教师资格证 is a
/// 教师资格证.
pub(super) fn parts(key: &str) -> impl Iterator<Item = &str> {
    let ends: Vec<usize> = key.char_indices().map(|(at, _)| at).chain([key.len()]).collect();
    let starts = 0..ends.len();
    starts.flat_map(move |at| {
        let (start, rest) = (ends[at], ends[at..].iter().skip(PART_CHARS_MIN).copied().collect::<Vec<_>>());
        rest.into_iter().map(move |end| &key[start..end])
    })
}

pub(crate) fn classes(list: &[&str]) -> Classes {
    let numbered = driving::all().enumerate().filter(|(_, class)| list.contains(class));
    numbered.fold(0, |set, (number, _)| set | 1 << number)
}

impl Asked {
    pub fn of(lexicon: &Lexicon, asked: &Requirement) -> Asked {
        let key = || name(&lexicon.skill_key(&asked.name));
        let what = match (driving::asked_by(lexicon, asked), asked.kind) {
            (Some(list), _) => What::Licence(classes(&list)),
            (None, RequirementKind::Certificate) => What::Certificate(key()),
            (None, _) => What::Skill(key()),
        };
        Asked { must: asked.must, what }
    }

    /// Those of a position, in its order.
    pub fn all<'a>(lexicon: &'a Lexicon, vacancy: &'a Vacancy) -> impl Iterator<Item = Asked> + 'a {
        let named = vacancy.requirements.iter().filter(|asked| !asked.name.trim().is_empty());
        named.take(LIST_MAX).map(|asked| Asked::of(lexicon, asked))
    }

    pub fn packed(self) -> u64 {
        let (kind, value) = match self.what {
            What::Skill(name) => (0, name),
            What::Certificate(name) => (1, name),
            What::Licence(classes) => (2, classes),
        };
        Bits::default().put(1, self.must.into()).put(2, kind).put(32, value.into()).word
    }

    pub fn unpacked(word: u64) -> Asked {
        let mut bits = Bits::of(word);
        let must = bits.take(1) == 1;
        let (kind, value) = (bits.take(2), bits.take(32) as u32);
        let what = match kind {
            0 => What::Skill(value),
            1 => What::Certificate(value),
            _ => What::Licence(value),
        };
        Asked { must, what }
    }
}
