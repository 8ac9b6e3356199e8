//! Divisions as numbers, so that "lies in" is a comparison of two of them.

use std::fmt;

use crate::centres::{Centres, County};
use crate::division::trimmed;

/// Digits of the longest code.
const DIGITS: usize = 12;
/// Powers of ten by the digits that a code has.
const UNITS: [u64; DIGITS + 1] = {
    let mut all = [1; DIGITS + 1];
    let mut at = DIGITS;
    while at > 0 {
        all[at - 1] = all[at] * 10;
        at -= 1;
    }
    all
};
/// Bits of a packed code and its length.
const CODE_BITS: u32 = 44;
/// Bits of a packed place.
pub(crate) const PLACE_BITS: u32 = CODE_BITS + 12;

/// A division: its code as a number, how many digits it has, and its county's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Filled up with zeros to [`DIGITS`] digits.
    code: u64,
    length: u32,
    county: Option<County>,
}

impl Place {
    /// `None` where it is no division code.
    pub fn of(code: &str) -> Option<Place> {
        let code = trimmed(code)?;
        let missing = DIGITS.checked_sub(code.len())? as u32;
        let number = code.parse::<u64>().ok()? * 10_u64.pow(missing);
        let length = code.len() as u32;
        // A city without counties is its own (东莞 441900).
        let county = if length < 4 { None } else { Centres::get().county((number / Place::unit(6)) as u32) };
        Some(Place { code: number, length, county })
    }

    /// A county of the dictionary.
    pub fn of_county(county: County, code: u32) -> Place {
        let length = if code.is_multiple_of(100) { 4 } else { 6 };
        Place { code: u64::from(code) * Place::unit(6), length, county: Some(county) }
    }

    /// Never 0.
    pub fn packed(self) -> u64 {
        let county = self.county.map_or(0, |county| u64::from(county) + 1);
        county << CODE_BITS | self.code << 4 | u64::from(self.length)
    }

    /// `None` for 0.
    pub fn unpacked(word: u64) -> Option<Place> {
        let code = word & ((1 << CODE_BITS) - 1);
        let county = (word >> CODE_BITS).checked_sub(1).map(|county| county as County);
        (code != 0).then_some(Place { code: code >> 4, length: (code & 15) as u32, county })
    }

    pub fn length(self) -> u32 {
        self.length
    }

    /// The county that it is or lies in, where the dictionary has it.
    pub fn county(self) -> Option<County> {
        self.county
    }

    /// Whether this is `outer` or lies in it.
    pub fn is_within(self, outer: Place) -> bool {
        self.length >= outer.length && (outer.code..outer.code + Place::unit(outer.length)).contains(&self.code)
    }

    /// The first digits, where the code has so many.
    pub fn head(self, digits: u32) -> Option<u64> {
        (self.length >= digits).then(|| self.code / Place::unit(digits))
    }

    /// Whether both lie in one division of so many digits.
    pub fn shares(self, other: Place, digits: u32) -> bool {
        self.head(digits).is_some_and(|head| other.head(digits) == Some(head))
    }

    /// What a code of so many digits ends in, filled up.
    fn unit(digits: u32) -> u64 {
        UNITS[digits as usize]
    }
}

/// The code, without the zeros that fill it up.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$}", self.code / Place::unit(self.length), width = self.length as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::division::is_within;

    #[test]
    fn as_in_text() {
        let codes = ["32", "3203", "320300", "320382", "320382104", "320382104201", "33", "3301", "110101", "11"];
        for inner in codes {
            let one = Place::of(inner).unwrap();
            assert!(one.packed() < 1 << PLACE_BITS);
            assert_eq!(Place::unpacked(one.packed()), Some(one));
            assert_eq!(Some(one.to_string().as_str()), trimmed(inner));
            for outer in codes {
                assert_eq!(one.is_within(Place::of(outer).unwrap()), is_within(inner, outer), "{inner} {outer}");
            }
        }
        assert_eq!(Place::of("320382").unwrap().head(4), Some(3203));
        assert_eq!(Place::of("32").unwrap().head(4), None);
        assert_eq!(Place::of("x"), None);
        assert_eq!(Place::unpacked(0), None);
    }

    #[test]
    fn a_street_lies_in_its_county() {
        let county = Place::of("320382").unwrap().county();
        assert!(county.is_some());
        assert_eq!(Place::of("320382104").unwrap().county(), county);
        assert_eq!(Place::of("3203").unwrap().county(), None);
        assert_eq!(Place::of("320399").unwrap().county(), None, "no such county");
        assert_eq!(Place::of_county(county.unwrap(), 320382), Place::of("320382").unwrap());
        let alone = Place::of("441900").unwrap();
        assert_eq!(Place::of_county(alone.county().unwrap(), 441900), alone);
        assert_eq!(Place::of("441900003").unwrap().county(), alone.county());
    }
}
