//! Divisions as numbers, so that "lies in" is a comparison of two of them.

use crate::division::trimmed;

/// Digits of the longest code.
const DIGITS: usize = 12;

/// A division: its code as a number and how many digits it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Filled up with zeros to [`DIGITS`] digits.
    code: u64,
    length: u32,
}

impl Place {
    /// `None` where it is no division code.
    pub fn of(code: &str) -> Option<Place> {
        let code = trimmed(code)?;
        let missing = DIGITS.checked_sub(code.len())? as u32;
        Some(Place { code: code.parse::<u64>().ok()? * 10_u64.pow(missing), length: code.len() as u32 })
    }

    /// Never 0.
    pub fn packed(self) -> u64 {
        self.code << 4 | u64::from(self.length)
    }

    /// `None` for 0.
    pub fn unpacked(word: u64) -> Option<Place> {
        (word != 0).then_some(Place { code: word >> 4, length: (word & 15) as u32 })
    }

    pub fn length(self) -> u32 {
        self.length
    }

    /// Whether this is `outer` or lies in it.
    pub fn is_within(self, outer: Place) -> bool {
        self.length >= outer.length && self.code - self.code % Place::unit(outer.length) == outer.code
    }

    /// The first digits, where the code has so many.
    pub fn head(self, digits: u32) -> Option<u64> {
        (self.length >= digits).then(|| self.code / Place::unit(digits))
    }

    /// What a code of so many digits ends in, filled up.
    fn unit(digits: u32) -> u64 {
        10_u64.pow(DIGITS as u32 - digits)
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
            assert_eq!(Place::unpacked(one.packed()), Some(one));
            for outer in codes {
                assert_eq!(one.is_within(Place::of(outer).unwrap()), is_within(inner, outer), "{inner} {outer}");
            }
        }
        assert_eq!(Place::of("320382").unwrap().head(4), Some(3203));
        assert_eq!(Place::of("32").unwrap().head(4), None);
        assert_eq!(Place::of("x"), None);
        assert_eq!(Place::unpacked(0), None);
    }
}
